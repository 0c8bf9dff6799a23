"""What is typed as plain text into a field of rich text becomes paragraphs."""

import pytest

from articles.text.richtext.loose_lines import in_paragraphs


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("", ""),
        (" \n\n ", " \n\n "),
        ("Un.", "<p>Un.</p>"),
        ("Un.\r\n\r\nDeux.", "<p>Un.</p><p>Deux.</p>"),
        ("Un.\n \n\nDeux,\ntrois.\n", "<p>Un.</p><p>Deux,<br>trois.</p>"),
        ("فقرة أولى.\n\nفقرة ثانية.", "<p>فقرة أولى.</p><p>فقرة ثانية.</p>"),
        ("<p>Un.</p>\n\nDeux.\n\n<h2>T</h2>Fin", "<p>Un.</p><p>Deux.</p><h2>T</h2><p>Fin</p>"),
        ("Un <em>mot</em>.\n\nDeux.", "<p>Un <em>mot</em>.</p><p>Deux.</p>"),
        ("<em>Un\n\ndeux</em>", "<p><em>Un<br><br>deux</em></p>"),
        ("5 &lt; 6 &amp; 7\n\nDeux", "<p>5 &lt; 6 &amp; 7</p><p>Deux</p>"),
    ],
)
def test_empty_lines_part_paragraphs_and_others_are_the_ends_of_lines(typed: str, made: str):
    assert in_paragraphs(typed) == made


@pytest.mark.parametrize(
    "written",
    [
        "<p>Un.</p>\n<p>Deux,\ntrois.</p>",
        "<ul><li>un</li><li>deux\ntrois</li></ul><hr>",
        "<figure data-embed='x'><figcaption>Un\n\ndeux</figcaption></figure><p></p>",
        "<blockquote>Dit\n\npar lui</blockquote>",
        "<table><tbody><tr><td>1</td>\n<td>2</td></tr></tbody></table>",
    ],
)
def test_what_the_editor_wrote_stays_as_it_is(written: str):
    assert in_paragraphs(written) == written
