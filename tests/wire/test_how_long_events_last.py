"""An Arabic text may say when an event begins, and how long it lasts or until which day of the month."""

from datetime import date

import pytest

from tests.wire.sentences import told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "تونس، 24 نوفمبر 2026 (وات) - انطلقت صباح اليوم الثلاثاء أشغال المؤتمر الدولي الثالث حول المياه، المنظم على مدى ثلاثة أيام.",
            (date(2026, 11, 24), date(2026, 11, 26)),
        ),
        (
            "ينطلق يوم الخميس 10 ديسمبر 2026 في المدينة المهرجان الدولي الثالث للشعر، ويستمر حتى 13 من الشهر نفسه.",
            (date(2026, 12, 10), date(2026, 12, 13)),
        ),
        (
            "ينعقد المؤتمر الدولي الثالث حول المياه يوم 10 ديسمبر 2026 ويستمر يومين.",
            (date(2026, 12, 10), date(2026, 12, 11)),
        ),
        # No event ends before it begins.
        (
            "ينعقد المؤتمر الدولي الثالث حول المياه يوم 10 ديسمبر 2026 حتى 3 من الشهر نفسه.",
            (date(2026, 12, 10), date(2026, 12, 10)),
        ),
    ],
)
def test_an_event_lasts_as_long_as_the_text_says(text, days):
    event = told(text, "ar").event
    assert (event.starts_on, event.ends_on) == days
