"""Arabic words come back to what they are forms of."""

from articles.text.analysis.arabic import fold, stems


def test_water_is_not_the_particle_that_is_left_without_its_hamza():
    for word in ("ماء", "الماء", "المياه", "مياه", "بالماء", "المائية", "مائي"):
        assert "ماء" in stems(fold(word)), word
    assert "ماء" not in stems(fold("ما"))
    assert set(stems(fold("جزء"))) & set(stems(fold("أجزاء")))
    assert set(stems(fold("شيء"))) & set(stems(fold("أشياء")))
    assert set(stems(fold("مسؤول"))) & set(stems(fold("مسئول")))
