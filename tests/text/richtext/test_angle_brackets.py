"""What was typed stays, also where it looks like the beginning of a tag."""

import pytest

from articles.models.fields import body_sanitizer
from articles.text.richtext.paragraphs import plain_text

TYPED = [
    "للتواصل: <press@example.org> قبل الخميس.",
    "Écrire à <redaction@example.org> ou <https://example.org/a> vite",
    "x<y et y>z",
    "3 < 4",
    "Le <nom> du ministre",
    "On <3 Rabat",
    "un <!-- deux",
    "un <script> deux",
    "un <style deux",
    "un <> deux </> trois",
    'un <a href="deux',
]
MARK_UP = [
    ("<p>a<o:p></o:p></p>", "<p>a</p>"),
    ("<google-sheets-html-origin><p>a</p></google-sheets-html-origin>", "<p>a</p>"),
    ("<font color=red>a</font><center>b</center>", "ab"),
    ("<p>a<!-- b --></p>", "<p>a</p>"),
    ("<!doctype html><p>a</p>", "<p>a</p>"),
    ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
    ("<style>p {}</style><p>a</p>", "<p>a</p>"),
    ("<IMG SRC=x onerror=alert(1)>a", "a"),
    ("<svg><script>alert(1)</script></svg>", ""),
]


@pytest.mark.parametrize("typed", TYPED)
def test_nothing_that_was_typed_is_lost_nor_what_follows_it(typed):
    kept = body_sanitizer()(f"<p>{typed}</p><p>Fin</p>")
    assert plain_text(kept).split("\n")[0] == typed
    assert plain_text(kept).endswith("Fin")
    assert body_sanitizer()(kept) == kept


@pytest.mark.parametrize(("written", "kept"), MARK_UP)
def test_what_is_mark_up_is_read_as_before(written, kept):
    assert body_sanitizer()(written) == kept


@pytest.mark.parametrize(
    "hostile",
    [
        "<<script>alert(1)//<</script>",
        "<scr<script>ipt>alert(1)</scr</script>ipt>",
        "<x onclick=a>b",
    ],
)
def test_a_sign_that_is_kept_makes_no_element(hostile):
    kept = body_sanitizer()(hostile)
    assert "<" not in kept
