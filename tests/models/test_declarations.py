"""Each text is declared once, and what is declared wrongly is named when the program starts."""

import json
import shutil

import pytest

from articles import translation
from articles.models import declarations
from articles.models.declarations import ARTICLE, Text, Texts
from tests.scratch import ROOT, change, database, newsrooms_own, run, scratch  # noqa: F401 - fixtures


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
            "Article.headline has a value per language, and is not declared.",
        ),
    ],
)
def test_the_culprit_is_named(monkeypatch, texts, sentence):
    assert sentence in said(monkeypatch, *texts)


COLUMN = '    body = RichTextField(_("body"), blank=True)\n'
LINE = '    Text("body", rich=True, required=True'


def test_a_further_text_takes_part_in_everything_by_two_lines_and_a_migration(
    scratch,  # noqa: F811
    newsrooms_own,  # noqa: F811
):
    overline = '    overline = OneLineField(_("overline"), max_length=300, blank=True)\n'
    change(scratch, "articles/models/articles.py", COLUMN, overline + COLUMN)
    declared = (
        '    Text("overline", in_script=HARDLY_ANY, search=Part.LEAD, feed=Part.LEAD,\n'
        '         schema="alternativeHeadline"),\n'
    )
    change(scratch, "articles/models/declarations.py", LINE, declared + LINE)
    shutil.copy(ROOT / "tests/models/overline.py", scratch)
    done = run(scratch, newsrooms_own, "overline.py")
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert len(seen) == 13
    assert [feature for feature, takes_part in seen.items() if not takes_part] == []
