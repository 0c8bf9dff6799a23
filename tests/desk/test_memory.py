"""The memory: what was confirmed once is offered where the same, or nearly, is said again."""

import pytest

from articles.desk.translation.memory import remember, suggestions
from articles.desk.translation.paragraphs import confirm
from articles.languages import Language
from articles.models import MemoryMark, Remembered, User
from tests.factories import ArticleFactory
from tests.text.comparison.test_similarity import EDITED, EDITED_AR, OTHER, SAID, SAID_AR

pytestmark = pytest.mark.django_db
FR, AR = Language("fr"), Language("ar")
ALL_SEEING = User(is_superuser=True)


def offered(text, source=FR, target=AR, to=ALL_SEEING):
    return [
        (one.percent, one.remembered.target) for one in suggestions(text, source, target, to=to)
    ]


def test_the_same_paragraph_is_offered_whatever_its_mark_up_and_spaces(editor):
    remember(FR, AR, [("Le <strong>Maroc</strong> a dit « oui ».", "قال المغرب «نعم».")], by=editor)
    assert offered("Le Maroc a dit «\u00a0oui\u00a0».") == [(100, "قال المغرب «نعم».")]
    assert offered("قال المغرب «نعم».", AR, FR) == []


def test_a_close_paragraph_is_offered_with_what_differs(editor):
    remember(FR, AR, [(SAID, SAID_AR), (OTHER, "الأمطار")], by=editor)
    (match,) = suggestions(EDITED, FR, AR, to=ALL_SEEING)
    assert match.remembered.target == SAID_AR
    assert 70 <= match.percent < 100
    assert [one.text for one in match.differences if one.kind != "same"] == [
        "mercredi au Caire", "jeudi à Rabat", "deuxième", "troisième",
    ]  # fmt: skip


def test_arabic_is_remembered_as_well():
    remember(AR, FR, [(SAID_AR, SAID)], by=None)
    ((percent, target),) = offered(EDITED_AR, AR, FR)
    assert (percent >= 70, target) == (True, SAID)


def test_the_same_words_with_other_signs_are_close_not_equal():
    remember(FR, AR, [("Le Maroc, dit-il, avance.", "يتقدم المغرب، كما قال.")], by=None)
    assert offered("Le Maroc dit-il avance ?")[0][0] == 99


def test_a_pair_is_remembered_once_with_its_latest_confirmation(editor, chief):
    assert remember(FR, AR, [(SAID, SAID_AR), ("…", "…"), (OTHER, "")], by=editor) == 1
    marks = MemoryMark.objects.count()
    assert remember(FR, AR, [(SAID, f"<em>{SAID_AR}</em>")], by=chief) == 0
    kept = Remembered.objects.get()
    assert (kept.confirmed_by, kept.target) == (chief, f"<em>{SAID_AR}</em>")
    assert MemoryMark.objects.count() == marks == 16


def test_an_article_that_is_corrected_forgets_what_it_taught(editor):
    article, other = ArticleFactory(), ArticleFactory()
    remember(FR, AR, [(SAID, "ترجمة خاطئة")], by=editor, article=article)
    remember(FR, AR, [(SAID, "ترجمة أخرى")], by=editor, article=other)
    remember(FR, AR, [(SAID, SAID_AR)], by=editor, article=article)
    assert sorted(offered(SAID)) == sorted([(100, SAID_AR), (100, "ترجمة أخرى")])


def test_the_memory_outlives_the_article(editor):
    article = ArticleFactory(headline_fr="Le Maroc au Caire")
    remember(FR, AR, [(SAID, SAID_AR)], by=editor, article=article)
    article.delete()
    assert offered(SAID) == [(100, SAID_AR)]
    assert Remembered.objects.get().origin == "Le Maroc au Caire"


def test_what_is_remembered_is_as_safe_as_a_body():
    remember(FR, AR, [(SAID, "نعم<script>alert(1)</script>")], by=None)
    assert offered(SAID) == [(100, "نعم")]


def test_looking_up_takes_three_queries(django_assert_max_num_queries):
    remember(FR, AR, [(SAID, SAID_AR)], by=None)
    with django_assert_max_num_queries(3):
        suggestions(EDITED, FR, AR, to=ALL_SEEING)


def test_what_a_translator_confirms_is_remembered_for_the_next_article(editor):
    article = ArticleFactory(
        body_fr=f"<p>{SAID}</p>", body_ar=f"<p>{SAID_AR}</p>", status_fr="draft"
    )
    confirm(article, AR, by=editor)
    (match,) = suggestions(EDITED, FR, AR, to=ALL_SEEING)
    assert (match.remembered.target, match.remembered.article) == (SAID_AR, article)
    assert match.remembered.confirmed_by == editor


def test_nobody_is_offered_the_words_of_an_article_they_may_not_see(editor, reporter):
    others, mine = ArticleFactory(), ArticleFactory(created_by=reporter)
    remember(FR, AR, [(SAID, "ما قاله غيره")], by=editor, article=others)
    remember(FR, AR, [(SAID, "ما قاله")], by=reporter, article=mine)
    remember(FR, AR, [(SAID, "من مكان آخر")], by=editor, origin="memory.tmx")

    def offered(person):
        return {one.remembered.target for one in suggestions(SAID, FR, AR, to=person)}

    theirs = {"ما قاله", "من مكان آخر"}
    assert offered(reporter) == theirs
    assert offered(editor) == theirs | {"ما قاله غيره"}
    # Nor when the article is gone, in whatever state it was.
    others.delete()
    assert offered(reporter) == theirs
    assert offered(editor) == theirs | {"ما قاله غيره"}
