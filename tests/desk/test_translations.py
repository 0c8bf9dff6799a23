"""What a translator writes and confirms, paragraph by paragraph, and what becomes of it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from articles.desk.editing import working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.desk.translation import paragraphs
from articles.desk.translation.paragraphs import ShownRow, confirm, save_targets, shown_row
from articles.models import Article, Translation
from articles.text.comparison.alignment import CHANGED, CURRENT, NEW, REMOVED, UNCONFIRMED
from tests.factories import ArticleFactory, ImageFactory, QuoteFactory

pytestmark = pytest.mark.django_db

State = Translation.State
FRENCH = [
    "Le Maroc a présidé, mercredi, une session plénière au Caire.",
    "La session a réuni les représentants de 22 gouvernements arabes.",
    "Les migrants doivent avoir accès aux services de base, a dit M. Ismail Chekkouri.",
]
ARABIC = [
    "ترأس المغرب، يوم الأربعاء، جلسة عامة بالقاهرة.",
    "وجمعت الجلسة ممثلي 22 حكومة عربية.",
    "وقال السيد إسماعيل الشقوري إن على المهاجرين الولوج إلى الخدمات الأساسية.",
]


def body(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.fixture
def article():
    return ArticleFactory(
        headline_fr="Session plénière au Caire",
        body_fr=body(*FRENCH),
        headline_ar="",
        body_ar="",
    )


def state_of(article, language="ar"):
    return Translation.objects.get(article=article, language=language).state


def write(article, by, texts, base=None):
    """Type texts into rows of the form as it is now, by row."""
    base = base or [shown_row(row) for row in paragraphs.rows(article, "ar")]
    return save_targets(article, "ar", texts, base=base, by=by)


def translate_all(article, by):
    write(article, by, {0: "جلسة عامة بالقاهرة", **dict(enumerate(ARABIC, 1))})
    article.refresh_from_db()


def states(article):
    return [row.state for row in paragraphs.rows(Article.with_copies.get(pk=article.pk), "ar")]


def test_a_translation_goes_from_missing_to_done(article, translator):
    assert state_of(article) == State.MISSING
    write(article, translator, {2: ARABIC[1]})
    assert state_of(article) == State.IN_PROGRESS
    assert states(article) == [NEW, NEW, UNCONFIRMED, NEW]
    article.refresh_from_db()
    translate_all(article, translator)
    assert state_of(article) == State.TO_REVIEW
    assert article.body_ar == body(*ARABIC)
    confirm(article, "ar", by=translator)
    assert state_of(article) == State.DONE
    assert not Translation.objects.filter(article=article, language="fr").exists()


@pytest.fixture
def done(article, translator):
    translate_all(article, translator)
    confirm(article, "ar", by=translator)
    article.refresh_from_db()
    return article


def test_a_change_of_the_source_is_known_by_paragraph(done, translator):
    done.body_fr = body(FRENCH[0], FRENCH[1].replace("22", "21"), "Une autre session suivra jeudi.")
    done.save()
    assert state_of(done) == State.STALE
    assert states(done) == [CURRENT, CURRENT, CHANGED, REMOVED, NEW]
    changed = paragraphs.rows(done, "ar")[2]
    assert [(one.kind, one.then, one.now) for one in changed.facts] == [("number", "22", "21")]
    confirm(done, "ar", [shown_row(changed)], by=translator)
    assert states(done) == [CURRENT, CURRENT, CURRENT, REMOVED, NEW]


@pytest.mark.parametrize(
    "change",
    [
        {"body_fr": body(f"<strong>{FRENCH[0]}</strong>", *FRENCH[1:])},
        {"body_fr": body(*FRENCH).replace("M. ", "M.\N{NO-BREAK SPACE}")},
        {"byline": "Rédaction", "kind": "analysis"},
        {"body_ar": body(ARABIC[0].replace("بالقاهرة", "في القاهرة"), *ARABIC[1:])},
    ],
)
def test_what_does_not_change_what_the_source_says_makes_nothing_stale(done, change):
    for name, value in change.items():
        setattr(done, name, value)
    done.save()
    assert state_of(done) == State.DONE


def test_a_target_that_is_written_anew_while_its_source_has_changed_stays_unsettled(
    done, translator
):
    done.body_fr = body(FRENCH[0].replace("mercredi", "jeudi"), *FRENCH[1:])
    done.save()
    write(done, translator, {1: ARABIC[0].replace("الأربعاء", "الخميس")})
    assert states(done) == [CURRENT, CHANGED, CURRENT, CURRENT]


def test_two_who_write_different_paragraphs_both_keep_theirs(article, translator, chief):
    base = [shown_row(row) for row in paragraphs.rows(article, "ar")]
    assert not write(article, translator, {1: ARABIC[0]}, base).conflicts
    assert not write(article, chief, {3: ARABIC[2]}, base).conflicts
    article.refresh_from_db()
    assert article.body_ar == body(ARABIC[0], ARABIC[2])
    assert [one.made_by for one in article.revisions.all()[:2]] == [chief, translator]


def test_of_two_who_write_one_paragraph_the_second_is_asked(article, translator, chief):
    base = [shown_row(row) for row in paragraphs.rows(article, "ar")]
    write(article, translator, {1: ARABIC[0]}, base)
    saved = write(article, chief, {1: ARABIC[1], 2: ARABIC[1]}, base)
    assert [(one.number, one.mine, one.theirs) for one in saved.conflicts] == [
        (1, ARABIC[1], ARABIC[0])
    ]
    article.refresh_from_db()
    assert article.body_ar == body(ARABIC[0], ARABIC[1])


def test_what_was_confirmed_is_what_was_seen(article, translator):
    translate_all(article, translator)
    seen = shown_row(paragraphs.rows(article, "ar")[1])
    article.body_fr = body(FRENCH[0].replace("mercredi", "jeudi"), *FRENCH[1:])
    article.save()
    confirm(article, "ar", [seen], by=translator)
    assert states(article)[1] == CHANGED


def test_a_paragraph_without_a_translation_of_its_own_can_be_settled(done, translator):
    done.body_fr = body(*FRENCH, "Source : MAP.")
    done.save()
    last = [shown_row(paragraphs.rows(done, "ar")[-1])]
    with pytest.raises(ValidationError):
        confirm(done, "ar", last, by=translator)
    confirm(done, "ar", last, by=translator, without_text=True)
    assert state_of(done) == State.DONE


def test_a_live_translation_is_brought_up_to_date_in_its_working_copy(translator, chief):
    live = ArticleFactory(
        live=["fr", "ar"],
        body_fr=body(*FRENCH),
        headline_ar="عنوان",
        body_ar=body("نص أول", "نص ثان", "نص ثالث"),
    )
    copy = write(live, translator, {0: "جلسة", **dict(enumerate(ARABIC, 1))}).article
    assert copy.working_copy_of == live
    copy = confirm(copy, "ar", by=translator)
    assert (state_of(copy), state_of(live)) == (State.DONE, State.TO_REVIEW)
    assert list(Translation.objects.current()) == [Translation.objects.get(article=copy)]
    working_copies.publish(copy, by=chief, told=CorrectionAnswers({"ar": "ترجمة جديدة."}))
    live.refresh_from_db()
    assert live.body_ar == body(*ARABIC)
    assert state_of(live) == State.DONE


# A translation that readers have, of which nobody has confirmed a paragraph.


def unconfirmed(way, editor):
    """Live in both languages: published by a button, or there since before states were kept."""
    texts = {"body_fr": body(*FRENCH), "body_ar": body(*ARABIC)}
    if way == "older":
        return ArticleFactory(live=["fr", "ar"], **texts)
    article = ArticleFactory(**texts)
    for language in ("fr", "ar"):
        article.publish(language, by=editor)
    return article


def publish_changes(live, by, told=None, **texts):
    copy = working_copies.open_copy(live, by=by)
    for name, text in texts.items():
        setattr(copy, name, text)
    copy.save()
    return working_copies.publish(
        copy, by=by, told=told or CorrectionAnswers({"fr": "Vingt-quatre, non 22."})
    )


RIGHTED = body(FRENCH[0], FRENCH[1].replace("22", "24"), FRENCH[2])


@pytest.mark.parametrize("way", ["published", "older"])
@pytest.mark.parametrize("changed", [RIGHTED, body(*FRENCH, "Elle reprend jeudi.")])
def test_a_live_translation_whose_source_changed_is_stale_though_nobody_confirmed_it(
    editor, chief, way, changed
):
    live = unconfirmed(way, editor)
    assert state_of(live) == State.TO_REVIEW
    live = publish_changes(live, chief, body_fr=changed)
    assert state_of(live) == State.STALE
    # Other changes leave it so, until somebody brings it up to date.
    live = publish_changes(live, chief, byline="Salma Alaoui")
    assert state_of(live) == State.STALE
    missing = [n for n, row in enumerate(paragraphs.rows(live, "ar")) if row.target is None]
    copy = working_copies.open_copy(live, by=chief)
    if missing:
        copy = write(copy, chief, {missing[0]: "وتستأنف الخميس."}).article
    confirm(copy, "ar", by=chief)
    told = CorrectionAnswers({"ar": "أضيفت فقرة."})
    assert state_of(working_copies.publish(copy, by=chief, told=told)) == State.DONE


def test_both_languages_righted_together_leave_nothing_to_bring_up_to_date(editor, chief):
    live = unconfirmed("published", editor)
    arabic = body(ARABIC[0], ARABIC[1].replace("22", "24"), ARABIC[2])
    told = CorrectionAnswers({"fr": "Vingt-quatre, non 22.", "ar": "أربع وعشرون."})
    live = publish_changes(live, chief, told, body_fr=RIGHTED, body_ar=arabic)
    assert state_of(live) == State.TO_REVIEW


def test_a_translation_that_no_reader_has_is_as_it_was(article, editor, chief):
    article.body_ar = body(*ARABIC)
    article.headline_ar = "جلسة عامة"
    article.save()
    article.publish("fr", by=editor)
    live = publish_changes(article, chief, body_fr=RIGHTED)
    assert state_of(live) == State.TO_REVIEW


def test_what_publishing_keeps_of_a_translation_confirms_nothing(editor, chief):
    live = unconfirmed("published", editor)
    assert not any(row.is_settled for row in paragraphs.rows(live, "ar"))
    live.withdraw("ar", by=chief, note="Une erreur.")
    assert paragraphs.unfinished_rows(live, "ar") == 0


def test_the_lists_of_a_source_are_lists_of_its_translation(translator):
    article = ArticleFactory(
        body_fr="<ul><li>Santé</li><li>Éducation</li><li>Formation</li></ul><h2>Suite</h2>",
        body_ar="",
    )
    for number, text in ((3, "التكوين"), (1, "الصحة"), (2, "التعليم"), (4, "تتمة")):
        write(article, translator, {number: text})
    article.refresh_from_db()
    assert article.body_ar == (
        "<ul><li>الصحة</li><li>التعليم</li><li>التكوين</li></ul><h2>تتمة</h2>"
    )


def test_scripts_and_blocks_do_not_reach_the_article(article, translator):
    write(article, translator, {1: '<script>alert(1)</script><p onclick="x">نص <em>آخر</em></p>'})
    article.refresh_from_db()
    assert article.body_ar == "<p>نص <em>آخر</em></p>"


def test_a_language_that_is_not_assigned_is_refused(article, translator):
    translator.languages = ["fr"]
    translator.save()
    with pytest.raises(PermissionDenied):
        write(article, translator, {1: ARABIC[0]})
    with pytest.raises(PermissionDenied):
        confirm(article, "ar", by=translator)


def test_forged_rows_lead_nowhere(article, translator):
    base = [ShownRow("source_url", "", ""), ShownRow("quotes:nobody:text", "", "")]
    saved = write(article, translator, {0: "http://example.org", 1: "كلام", 7: "نص"}, base)
    assert [one.number for one in saved.conflicts] == [0, 1]
    article.refresh_from_db()
    assert article.source_url == ""


def test_the_picture_and_the_quotations_are_part_of_it(article, translator):
    article.lead_image = ImageFactory(alt_fr="La salle", alt_ar="")
    article.save()
    quote = QuoteFactory(article=article, text_fr="une session plénière", text_ar="")
    base = [shown_row(row) for row in paragraphs.rows(article, "ar")]
    fields = [one.field for one in base]
    alt, words = fields.index("lead_image:alt"), fields.index(f"quotes:{quote.key}:text")
    write(article, translator, {alt: "القاعة", words: "جلسة عامة"}, base)
    article.refresh_from_db()
    assert article.lead_image.alt_ar == "القاعة"
    assert article.quotes.get().text_ar == "جلسة عامة"
    with pytest.raises(ValidationError):
        confirm(article, "ar", [shown_row(paragraphs.rows(article, "ar")[words])], by=translator)
