"""Each text is declared once, and what is declared wrongly is named when the program starts."""

import pytest

from articles import translation
from articles.models import declarations
from articles.models.declarations import ARTICLE, Text, Texts


def said(monkeypatch, *texts):
    monkeypatch.setitem(declarations.TEXTS, "Article", Texts(texts))
    return [one.msg for one in translation.check_texts()]


def test_what_is_declared_today_is_there():
    assert translation.check_texts() == []


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ((*ARTICLE, Text("kiker")), "Article has no column 'kiker', which is declared as a text."),
        ((*ARTICLE, ARTICLE[0]), "The text 'headline' of Article is declared twice."),
        (
            (*ARTICLE, Text("byline", rich=True)),
            "Article has two rich texts: the translation desk knows rows of one.",
        ),
        (
            ARTICLE[1:],
            "Article.headline has a value per language, and is not declared as a text.",
        ),
    ],
)
def test_the_culprit_is_named(monkeypatch, texts, sentence):
    assert sentence in said(monkeypatch, *texts)
