"""Comments and deleted words are no part of a text, by whatever way it comes."""

import pytest

from articles.models import Article
from articles.models.fields import body_sanitizer
from articles.text.richtext.remarks import without_remarks
from tests.browser.remarks import ADDED, DELETED, WITH_REMARKS
from tests.factories import ArticleFactory

# What only an editor tells: where the program that wrote the text is named around it.
ONLY_PASTED = {
    "LibreOffice, a comment as a list",
    "LibreOffice, changes",
    "a page of the web that strikes words",
}


@pytest.mark.parametrize("name", [name for name in WITH_REMARKS if name not in ONLY_PASTED])
def test_comments_and_deleted_words_are_not_kept(name):
    html, meant, *_said = WITH_REMARKS[name]
    words = " ".join(without_tags(body_sanitizer()(html)).split())
    assert words == " ".join(without_tags(meant).split())


def without_tags(html):
    for tag in ("</p>", "<hr>"):
        html = html.replace(tag, " ")
    while "<" in html:
        html = html[: html.index("<")] + html[html.index(">") + 1 :]
    return html.replace("strike", "s")


def test_nothing_empty_stands_where_something_is_left_out():
    html = f"<p>Un</p><p class=MsoNormal>{DELETED.format('Deux')}<o:p></o:p></p><p>Trois</p>"
    assert body_sanitizer()(html) == "<p>Un</p><p>Trois</p>"
    html = '<p>Un<sup><a href="#cmnt1">[a]</a></sup></p><p></p>'
    assert body_sanitizer()(html) == "<p>Un</p><p></p>"


def test_what_is_added_and_what_is_only_struck_stays():
    html = f"<p>Un {DELETED.format('deux ')}{ADDED.format('<strong>trois</strong>')} <s>non</s></p>"
    assert body_sanitizer()(html) == "<p>Un <strong>trois</strong> <s>non</s></p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>Un <del>deux</del></p>",
        "<p class=MsoCommentText>Un vrai paragraphe <a href='#_ftn1'>[1]</a></p>",
        "<p>#cmnt1 mso-element:comment</p>",
        "<div><p>Un <a href='/fr/#cmnts'>lien</a></p><p></p></div>",
    ],
)
def test_other_text_stays_as_it_is_written(html):
    assert without_remarks(html) == html


def test_words_that_nobody_tells_the_end_of_are_kept():
    assert without_remarks("<p>Un <del cite='x'>deux</p><p>Trois") == "<p>Un deux</p><p>Trois"


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_way_into_an_article_keeps_comments(language):
    html, meant, *_said = WITH_REMARKS["Google Docs, comments"]
    name = f"body_{language}"
    assert Article._meta.get_field(name).clean(html, None) == meant
    article = ArticleFactory(**{name: html})
    assert getattr(article, name) == meant
    Article.objects.filter(pk=article.pk).update(**{name: html})
    assert getattr(Article.objects.get(), name) == meant
