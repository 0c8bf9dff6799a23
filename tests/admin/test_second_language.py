"""A language that nobody has read yet, of an article that others have: a draft of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from articles.desk.editing import history, working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.desk.translation import exchange
from articles.desk.translation import paragraphs as desk
from articles.languages import Language
from articles.models import Article, Remembered, Revision, Status, Translation
from articles.wire import xliff
from tests.admin.forms import change_url, opened
from tests.admin.test_translations import form_of, page_of
from tests.factories import ArticleFactory, EventFactory, QuoteFactory, UserFactory

pytestmark = pytest.mark.django_db

TITLE, TEXT = "المغرب يرأس الجلسة", "<p>ترأس المغرب جلسة عامة.</p>"
READ = "Le Maroc préside"
QUOTED = {"text_fr": "une session plénière", "text_ar": ""}


def url(page, *args):
    return reverse(f"admin:articles_article_{page}", args=args)


@pytest.fixture
def live():
    """Readers have it in French; in Arabic there is nothing yet."""
    return ArticleFactory(live=["fr"], headline_fr=READ, headline_ar="", body_ar="")


@pytest.fixture
def drafted(live):
    live.headline_ar, live.body_ar = TITLE, TEXT
    live.save()
    return live


def now(article):
    return Article.objects.get(pk=article.pk)


def copies(article):
    return Article.with_copies.filter(working_copy_of=article)


def said_by(response):
    return " ".join(str(one) for one in get_messages(response.wsgi_request))


# The form.


def test_a_translator_writes_it_in_the_form_and_submits_it_while_readers_keep_theirs(
    client, live, translator
):
    client.force_login(translator)
    form = opened(client, live)
    assert "body_ar" in form
    assert not {"headline_fr", "body_fr", "kind", "event"} & set(form)
    before = now(live)
    form |= {"headline_ar": TITLE, "body_ar": TEXT, "_move-ar-in_review": "1"}
    client.post(change_url(live), form)
    after = now(live)
    assert (after.headline_ar, after.body_ar) == (TITLE, TEXT)
    assert after.status_in("ar") == Status.IN_REVIEW
    assert not copies(live).exists()
    assert (after.headline_fr, after.body_fr, after.status_fr, after.published_at_fr) == (
        before.headline_fr,
        before.body_fr,
        before.status_fr,
        before.published_at_fr,
    )
    assert READ in client.get(live.url_in("fr")).text


def test_an_editor_publishes_it_like_any_draft(client, drafted, editor):
    drafted.move("ar", "in_review", by=editor)
    client.force_login(editor)
    form = opened(client, drafted) | {"_move-ar-published": "1"}
    client.post(change_url(drafted), form)
    after = now(drafted)
    assert after.is_live("ar")
    assert after.is_live("fr")
    assert TITLE in client.get(after.url_in("ar")).text
    # Readers have both now: neither is a field of the form any more.
    assert 'name="headline_ar"' not in client.get(change_url(drafted)).text


def test_what_it_lacks_is_said_at_its_field(client, live, editor):
    client.force_login(editor)
    form = opened(client, live) | {"headline_ar": TITLE, "_move-ar-published": "1"}
    page = client.post(change_url(live), form)
    assert "body_ar" in page.context["adminform"].form.errors
    assert 'value="المغرب يرأس الجلسة"' in page.text
    assert not now(live).is_live("ar")


def test_either_language_may_be_the_first(client, editor):
    article = ArticleFactory(live=["ar"], headline_fr="", body_fr="", slug_fr="")
    client.force_login(editor)
    form = opened(client, article)
    assert "headline_ar" not in form
    body = "<p>Le Maroc a présidé.</p>"
    client.post(
        change_url(article),
        form | {"headline_fr": READ, "body_fr": body, "_move-fr-published": "1"},
    )
    assert now(article).is_live("fr")
    assert now(article).slug_fr == "le-maroc-preside"
    assert not copies(article).exists()


def test_what_readers_have_and_the_facts_are_shown_to_be_read(client, live, editor):
    live.event = EventFactory(name_fr="Deuxième examen régional")
    live.save()
    client.force_login(editor)
    page = client.get(change_url(live)).text
    assert READ in page
    assert "Deuxième examen régional" in page
    assert 'name="_open_copy"' in page


def test_quotations_are_said_in_it_and_stay_what_they_are(client, live, editor):
    quote = QuoteFactory(article=live, **QUOTED)
    client.force_login(editor)
    form = opened(client, live)
    assert "quotes-0-text_ar" in form
    assert not {"quotes-0-text_fr", "quotes-0-speaker", "quotes-0-DELETE"} & set(form)
    client.post(
        change_url(live),
        form | {"body_ar": TEXT, "quotes-0-text_ar": "جلسة عامة", "quotes-0-position_ar": "مدير"},
    )
    quote.refresh_from_db()
    assert (quote.text_ar, quote.position_ar) == ("جلسة عامة", "مدير")
    assert quote.text_fr == "une session plénière"
    assert not copies(live).exists()


FORGED = [
    {"headline_fr": "Forgé"},
    {"kind": "analysis"},
    {"published_at_fr_0": "01/01/2020", "published_at_fr_1": "10:00:00"},
    {"quotes-0-text_fr": "Forgé"},
    {"quotes-0-DELETE": "on"},
    {
        "mentions-TOTAL_FORMS": "1",
        "mentions-INITIAL_FORMS": "0",
        "mentions-0-speaker": "1",
    },
]


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("role", ["translator", "reporter", "editor", "chief"])
def test_no_forged_form_changes_what_readers_have(client, drafted, request, role, forged):
    quote = QuoteFactory(article=drafted)
    before, shown = now(drafted), client.get(drafted.url_in("fr")).text
    client.force_login(request.getfixturevalue(role))
    form = opened(client, drafted) if role != "reporter" else {}
    client.post(change_url(drafted), form | forged)
    client.logout()
    assert client.get(drafted.url_in("fr")).text == shown
    after = now(drafted)
    assert (after.headline_fr, after.kind, after.published_at_fr) == (
        before.headline_fr,
        before.kind,
        before.published_at_fr,
    )
    assert list(drafted.quotes.values_list("pk", "text_fr")) == [(quote.pk, quote.text_fr)]
    assert not drafted.mentions.exists()


def test_who_may_not_write_it_reads_it(client, drafted, reporter):
    client.force_login(reporter)
    assert 'name="headline_ar"' not in client.get(change_url(drafted)).text
    assert client.post(change_url(drafted), {"headline_ar": "Forgé"}).status_code == 403
    assert now(drafted).headline_ar == TITLE


def test_once_submitted_its_translator_reads_it(client, drafted, translator):
    drafted.move("ar", "in_review", by=translator)
    client.force_login(translator)
    assert 'name="headline_ar"' not in client.get(change_url(drafted)).text
    assert client.post(change_url(drafted), {"headline_ar": "Forgé"}).status_code == 403


def test_two_who_write_it_at_once_are_asked(client, live, translator, editor):
    client.force_login(translator)
    form, colleagues = opened(client, live) | {"headline_ar": TITLE}, opened(client, live)
    client.post(change_url(live), colleagues | {"headline_ar": "عنوان الزميلة"})
    page = client.post(change_url(live), form)
    assert 'name="_keep-headline_ar"' in page.text
    assert now(live).headline_ar == "عنوان الزميلة"


def test_changes_published_meanwhile_are_no_conflict(client, live, translator, chief):
    QuoteFactory(article=live, **QUOTED)
    client.force_login(translator)
    form = opened(client, live) | {"headline_ar": TITLE, "body_ar": TEXT}
    form |= {"quotes-0-text_ar": "جلسة عامة"}
    copy = working_copies.open_copy(live, by=chief)
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    copy.quotes.update(position_fr="Ministre")
    working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": "Il copréside."}))
    assert client.post(change_url(live), form).status_code == 302
    assert now(live).headline_ar == TITLE
    quote = live.quotes.get()
    assert (quote.text_ar, quote.position_fr) == ("جلسة عامة", "Ministre")


def test_each_save_of_it_is_a_version_of_the_article(client, live, translator):
    client.force_login(translator)
    client.post(change_url(live), opened(client, live) | {"headline_ar": TITLE, "_note": "Jet"})
    last = live.revisions.first()
    assert (last.made_by, last.note, last.fields["headline_ar"]) == (translator, "Jet", TITLE)
    assert TITLE in client.get(url("history", live.pk)).text


def test_the_button_that_changes_what_readers_see_saves_what_was_typed(client, live, editor):
    client.force_login(editor)
    form = opened(client, live) | {"headline_ar": TITLE, "_open_copy": "1"}
    response = client.post(change_url(live), form)
    copy = copies(live).get()
    assert response["Location"] == change_url(copy)
    assert now(live).headline_ar == TITLE


def test_typography_is_fixed_and_checks_are_made_in_its_form(client, drafted, editor):
    client.force_login(editor)
    form = opened(client, drafted)
    client.post(
        change_url(drafted), form | {"headline_ar": "المغرب , الجلسة", "_fix": "headline_ar"}
    )
    assert "،" in now(drafted).headline_ar
    answer = client.post(url("checks", drafted.pk), form | {"body_ar": ""})
    assert answer.status_code == 200
    assert 'href="#id_body_ar"' in answer.text


def test_a_form_opened_before_the_other_went_live_loses_nothing(client, chief, editor):
    article = ArticleFactory(headline_fr=READ, headline_ar="", body_ar="")
    quote = QuoteFactory(article=article, **QUOTED)
    client.force_login(editor)
    form = opened(client, article)
    article.publish("fr", by=chief)
    typed = {"headline_ar": TITLE, "body_ar": TEXT, "quotes-0-text_ar": "جلسة عامة"}
    typed |= {"headline_fr": "Il copréside"}
    client.post(change_url(article), form | typed)
    after = now(article)
    assert (after.headline_ar, after.headline_fr) == (TITLE, READ)
    assert copies(article).get().headline_fr == "Il copréside"
    quote.refresh_from_db()
    assert quote.text_ar == "جلسة عامة"


def test_a_move_asked_for_in_such_a_form_is_asked_for_again(client, chief, editor):
    article = ArticleFactory(headline_fr=READ, headline_ar="", body_ar="")
    client.force_login(editor)
    form = opened(client, article) | {"headline_ar": TITLE, "body_ar": TEXT, "_continue": "1"}
    article.publish("fr", by=chief)
    response = client.post(change_url(article), form | {"_move-ar-in_review": "1"})
    assert "appuyez de nouveau" in said_by(response)
    assert now(article).headline_ar == TITLE
    form = opened(client, article) | {"_move-ar-in_review": "1"}
    client.post(change_url(article), form)
    assert now(article).status_in("ar") == Status.IN_REVIEW


def test_a_form_opened_before_opens_no_working_copy_for_nothing(client, chief, editor):
    article = ArticleFactory(headline_fr=READ, headline_ar="", body_ar="")
    client.force_login(editor)
    form = opened(client, article)
    article.publish("fr", by=chief)
    response = client.post(
        change_url(article), form | {"headline_ar": TITLE, "body_ar": TEXT, "_continue": "1"}
    )
    assert response["Location"] == change_url(article)
    assert now(article).headline_ar == TITLE
    assert not copies(article).exists()


def test_it_may_wait_for_its_moment_and_be_changed_until_then(client, drafted, editor):
    drafted.publish("ar", by=editor, at=timezone.now() + timedelta(days=1))
    client.force_login(editor)
    form = opened(client, drafted)
    client.post(change_url(drafted), form | {"headline_ar": "عنوان آخر"})
    assert now(drafted).headline_ar == "عنوان آخر"
    page = client.post(change_url(drafted), form | {"body_ar": ""})
    assert "body_ar" in page.context["adminform"].form.errors


def test_what_was_withdrawn_has_been_read_and_is_changed_in_the_working_copy(client, chief):
    article = ArticleFactory(live=["fr", "ar"])
    article.withdraw("ar", by=chief, note="Erreur")
    article.move("ar", "draft", by=chief, note="À refaire")
    client.force_login(chief)
    assert 'name="headline_ar"' not in client.get(change_url(article)).text
    copy = working_copies.open_copy(article, by=chief)
    assert 'name="headline_ar"' in client.get(change_url(copy)).text


# The working copy.


def test_the_working_copy_shows_it_and_leads_to_where_it_is_written(client, drafted, editor):
    copy = working_copies.open_copy(drafted, by=editor)
    client.force_login(editor)
    page = client.get(change_url(copy)).text
    assert 'name="headline_ar"' not in page
    assert 'name="headline_fr"' in page
    assert TITLE in page
    assert change_url(drafted) in page
    assert 'data-language="fr"' in page
    # What Arabic still lacks keeps no change of the French from its readers.
    assert 'data-language="ar"' not in page


def test_no_form_of_the_working_copy_writes_it(client, drafted, editor):
    copy = working_copies.open_copy(drafted, by=editor)
    client.force_login(editor)
    form = opened(client, copy) | {"headline_ar": "Forgé"}
    assert client.post(change_url(copy), form).status_code == 403
    assert now(drafted).headline_ar == TITLE


def test_the_working_copy_shows_what_is_written_since(client, drafted, editor, translator):
    copy = working_copies.open_copy(drafted, by=editor)
    client.force_login(translator)
    client.post(change_url(drafted), opened(client, drafted) | {"headline_ar": "عنوان أحدث"})
    client.force_login(editor)
    assert "عنوان أحدث" in client.get(change_url(copy)).text


def test_publishing_changes_leaves_what_was_written_meanwhile(client, drafted, chief, translator):
    quote = QuoteFactory(article=drafted, **QUOTED)
    copy = working_copies.open_copy(drafted, by=chief)
    client.force_login(chief)
    form = opened(client, copy)
    form |= {"headline_fr": "Le Maroc copréside", "quotes-0-position_fr": "Ministre"}
    client.post(change_url(copy), form)
    client.force_login(translator)
    mine = opened(client, drafted) | {"headline_ar": "عنوان أحدث", "quotes-0-text_ar": "جلسة عامة"}
    client.post(change_url(drafted), mine | {"_move-ar-in_review": "1", "_as_it_is": "1"})
    client.force_login(chief)
    client.post(
        url("changes", copy.pk), {"_publish_changes": "1", "_correction-fr": "Il copréside."}
    )
    after = now(drafted)
    assert (after.headline_fr, after.headline_ar) == ("Le Maroc copréside", "عنوان أحدث")
    assert after.status_in("ar") == Status.IN_REVIEW
    quote.refresh_from_db()
    assert (quote.position_fr, quote.text_ar) == ("Ministre", "جلسة عامة")


def test_the_history_tells_who_wrote_which_language_after_the_changes_are_published(
    drafted, chief, translator, editor
):
    history.catch_up(drafted)
    copy = working_copies.open_copy(drafted, by=editor)
    desk.save_targets(drafted, "ar", {1: "ترأس المغرب الجلسة."}, base=rows(drafted), by=translator)
    copy.refresh_from_db()
    copy.body_fr += "<p>Une phrase de plus.</p>"
    copy.save()
    history.keep_if_changed(copy, by=editor)
    working_copies.publish(
        copy, by=chief, told=CorrectionAnswers({"fr": "Une phrase est ajoutée."})
    )
    ((_sentence, by),) = history.authors(now(drafted), "body_ar")[0]
    assert by.made_by == translator
    texts = [one.fields["body_ar"] for one in drafted.revisions.order_by("version")]
    assert texts == sorted(texts, key=[TEXT, "<p>ترأس المغرب الجلسة.</p>"].index)


def test_published_while_a_working_copy_is_open_it_is_changed_in_that(client, drafted, chief):
    copy = working_copies.open_copy(drafted, by=chief)
    client.force_login(chief)
    client.post(change_url(drafted), opened(client, drafted) | {"_move-ar-published": "1"})
    assert now(drafted).is_live("ar")
    form = opened(client, copy)
    assert form["headline_ar"] == TITLE
    copy.refresh_from_db()
    assert copy.published_at_ar == now(drafted).published_at_ar is not None
    response = client.post(
        change_url(copy), form | {"standfirst_ar": "جملة", "_publish_changes": "1"}
    )
    assert "rectificatif" in response.text
    client.post(url("changes", copy.pk), {"_publish_changes": "1", "_correction-ar": "أضيفت جملة."})
    assert now(drafted).headline_ar == TITLE


def test_nothing_to_publish_is_not_called_published(client, live, editor):
    copy = working_copies.open_copy(live, by=editor)
    client.force_login(editor)
    response = client.post(url("changes", copy.pk), {"_publish_changes": "1"})
    assert "les lecteurs les voient" not in said_by(response)


def test_a_change_that_no_reader_sees_is_not_said_to_be_seen(client, chief):
    article = ArticleFactory(live=["fr", "ar"])
    article.withdraw("ar", by=chief, note="Erreur")
    copy = working_copies.open_copy(article, by=chief)
    copy.headline_ar = TITLE
    copy.save()
    client.force_login(chief)
    response = client.post(url("changes", copy.pk), {"_publish_changes": "1"})
    assert now(article).headline_ar == TITLE
    assert "les lecteurs les voient" not in said_by(response)


# The translation desk.


def rows(article):
    return [desk.shown_row(row) for row in desk.rows(article, "ar")]


def test_the_translation_desk_writes_it_on_the_article_and_submits_it(client, live, translator):
    client.force_login(translator)
    page = client.get(page_of(live))
    form = form_of(page) | {"target-0": TITLE, "target-1": "ترأس المغرب."}
    assert 'name="_move-ar-in_review"' in page.text
    client.post(page_of(live), form | {"_move-ar-in_review": "1", "_as_it_is": "1"})
    after = now(live)
    assert after.headline_ar == TITLE
    assert after.status_in("ar") == Status.IN_REVIEW
    assert after.translations.get().state == "to_review"
    assert not copies(live).exists()
    # It is somebody else's now, like any text in review.
    assert "<textarea" not in client.get(page_of(live)).text


def test_nothing_is_submitted_while_two_texts_wait_for_a_choice(client, live, translator, chief):
    client.force_login(translator)
    form = form_of(client.get(page_of(live)))
    desk.save_targets(live, "ar", {0: "عنوان الزميلة"}, base=rows(live), by=chief)
    answer = client.post(page_of(live), form | {"target-0": TITLE, "_move-ar-in_review": "1"})
    assert answer.status_code == 409
    assert now(live).status_in("ar") == Status.DRAFT


def test_what_another_tool_translated_comes_back_on_the_article(live, editor, translator):
    working_copies.open_copy(live, by=editor)
    (sent,) = xliff.read(xliff.xliff_file([exchange.bundle(live, Language("ar"))]))
    units = [replace(one, target=TITLE) if one.field == "headline" else one for one in sent.units]
    returned = exchange.take_back(replace(sent, units=units), by=translator)
    assert (returned.taken, returned.refusal) == (1, "")
    assert now(live).headline_ar == TITLE
    assert copies(live).get().headline_ar == TITLE


def test_what_is_confirmed_is_remembered_of_the_article(live, editor, translator):
    copy = working_copies.open_copy(live, by=editor)
    desk.save_targets(copy, "ar", {0: TITLE}, base=rows(live), by=translator)
    desk.confirm(copy, "ar", rows(now(live))[:1], by=translator)
    assert Remembered.objects.get().article == live
    assert now(live).headline_ar == TITLE


def test_the_translation_desk_of_a_working_copy_leads_to_the_article(
    client, drafted, translator, editor
):
    copy = working_copies.open_copy(drafted, by=editor)
    client.force_login(translator)
    assert client.get(page_of(copy)).url == page_of(drafted)
    form = form_of(client.get(page_of(drafted)))
    # A page of former days sends what it has to the working copy.
    client.post(page_of(copy), form | {"target-0": "عنوان أحدث", "_save": "1"})
    assert now(drafted).headline_ar == "عنوان أحدث"
    client.post(page_of(copy), form_of(client.get(page_of(drafted))) | {"_confirm_all": "1"})
    assert drafted.translations.get(language="ar").state == "done"


def test_its_source_is_changed_where_readers_keep_theirs(client, live, chief):
    client.force_login(chief)
    page = client.get(page_of(live) + "?source=1")
    assert 'name="source-0"' not in page.text
    form = form_of(page) | {"source-0": "Forgé", "_with_source": "1", "_save": "1"}
    client.post(page_of(live), form)
    assert now(live).headline_fr == READ


def test_the_board_and_the_desk_have_its_state_from_the_article(
    client, live, translator, editor, chief
):
    copy = working_copies.open_copy(live, by=editor)
    base = rows(live)
    desk.save_targets(live, "ar", {0: TITLE, 1: "ترأس المغرب."}, base=base, by=translator)
    desk.confirm(live, "ar", by=translator)
    (standing,) = Translation.objects.current()
    assert standing.state == "done"
    copy.refresh_from_db()
    copy.body_fr = copy.body_fr.replace("mercredi", "jeudi")
    copy.save()
    assert Translation.objects.current().get().state == "done"
    client.force_login(editor)
    assert "à jour" in client.get(reverse("admin:articles_translations")).text
    working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": "Jeudi."}))
    assert Translation.objects.get().state == "stale"


def test_its_paragraphs_that_were_confirmed_stay_so_when_changes_are_published(
    live, translator, chief
):
    copy = working_copies.open_copy(live, by=chief)
    desk.save_targets(live, "ar", {0: TITLE, 1: "ترأس المغرب."}, base=rows(live), by=translator)
    desk.confirm(live, "ar", by=translator)
    working_copies.publish(copy, by=chief)
    assert live.translations.get().state == "done"


# Going back.


def test_going_back_with_what_readers_have_leaves_it_alone(client, drafted, chief):
    history.catch_up(drafted)
    Article.objects.filter(pk=drafted.pk).update(
        headline_fr="Titre fautif", headline_ar="عنوان أحدث"
    )
    history.catch_up(now(drafted))
    client.force_login(chief)
    client.post(url("restore", drafted.pk), {"version": "1"})
    after = now(drafted)
    assert (after.headline_fr, after.headline_ar) == ("Titre fautif", "عنوان أحدث")
    assert copies(drafted).get().headline_fr == READ
    assert copies(drafted).get().headline_ar == "عنوان أحدث"


def test_an_older_version_of_it_comes_back_by_its_own_button(client, drafted, translator):
    quote = QuoteFactory(article=drafted, text_ar="جلسة عامة")
    history.catch_up(drafted)
    drafted.headline_ar = "عنوان أحدث"
    drafted.save()
    quote.text_ar = "غيرها"
    quote.save()
    history.catch_up(drafted)
    client.force_login(translator)
    page = client.get(url("history", drafted.pk)).text
    assert 'name="version-ar"' in page
    assert 'name="version"' not in page.replace('name="version-ar"', "")
    response = client.post(url("restore", drafted.pk), {"version-ar": "1"})
    assert response["Location"] == change_url(drafted)
    assert now(drafted).headline_ar == TITLE
    quote.refresh_from_db()
    assert quote.text_ar == "جلسة عامة"
    assert drafted.revisions.first().made_by == translator
    assert not copies(drafted).exists()


def test_nobody_goes_back_in_a_language_that_is_not_theirs(client, drafted, reporter):
    history.catch_up(drafted)
    client.force_login(reporter)
    assert client.post(url("restore", drafted.pk), {"version-ar": "1"}).status_code == 403
    # What readers have is restored in a working copy only.
    client.force_login(UserFactory(is_superuser=True))
    assert client.post(url("restore", drafted.pk), {"version-fr": "1"}).status_code == 403


# Working copies of former days, which held it.


@pytest.fixture
def old_copy(live, chief):
    """A working copy in which the Arabic was written, as it used to be."""
    QuoteFactory(article=live, **QUOTED)
    copy = working_copies.open_copy(live, by=chief)
    copy.headline_ar, copy.body_ar, copy.headline_fr = TITLE, TEXT, "Le Maroc copréside"
    copy.save()
    copy.quotes.update(text_ar="جلسة عامة")
    history.keep_if_changed(copy, by=chief)
    return copy


@pytest.mark.parametrize(
    "page", ["change", "of the copy", "changes", "translate", "publish", "discard"]
)
def test_an_old_working_copy_hands_it_over(client, live, old_copy, chief, page):
    client.force_login(chief)
    match page:
        case "change":
            assert opened(client, live)["headline_ar"] == TITLE
        case "of the copy":
            client.get(change_url(old_copy))
        case "changes":
            client.get(url("changes", old_copy.pk))
        case "translate":
            assert TITLE in client.get(page_of(live)).text
        case "publish":
            working_copies.publish(
                old_copy, by=chief, told=CorrectionAnswers({"fr": "Il copréside."})
            )
        case "discard":
            working_copies.discard(old_copy)
    after = now(live)
    assert (after.headline_ar, after.body_ar) == (TITLE, TEXT)
    assert after.slug_ar
    assert live.quotes.get().text_ar == "جلسة عامة"
    assert after.headline_fr == ("Le Maroc copréside" if page == "publish" else READ)
    assert live.revisions.first().fields["headline_ar"] == TITLE


def test_its_confirmed_paragraphs_are_handed_over_too(live, chief, translator):
    copy = working_copies.open_copy(live, by=chief)
    copy.headline_ar, copy.body_ar = TITLE, TEXT
    copy.save()
    translation = copy.translations.get(language="ar")
    row = next(iter(desk.rows(copy, "ar")))
    translation.keep_pairs([desk.Pair(row.field, READ, TITLE)])
    translation.confirmed_at, translation.confirmed_by = timezone.now(), translator
    translation.save()
    working_copies.publish(copy, by=chief)
    assert desk.rows(now(live), "ar")[0].is_settled
    assert live.translations.get().confirmed_by == translator


def test_where_both_were_written_the_article_keeps_its_own_and_the_history_the_other(
    client, live, old_copy, chief
):
    Article.objects.filter(pk=live.pk).update(headline_ar="عنوان المقال")
    client.force_login(chief)
    page = client.get(change_url(old_copy))
    after = now(live)
    assert after.headline_ar == "عنوان المقال"
    assert after.body_ar == TEXT
    kept = [one.fields["headline_ar"] for one in Revision.objects.filter(article=live)]
    assert TITLE in kept
    assert live.revisions.first().fields["headline_ar"] == "عنوان المقال"
    assert url("history", live.pk) in page.text
    working_copies.publish(old_copy, by=chief, told=CorrectionAnswers({"fr": "Il copréside."}))
    assert now(live).headline_ar == "عنوان المقال"


def test_opening_it_again_and_again_leaves_no_trace(client, live, old_copy, chief):
    client.force_login(chief)
    for _ in range(3):
        client.get(change_url(old_copy))
        client.get(change_url(live))
    saves = Revision.objects.filter(article=live).count()
    client.get(change_url(live))
    client.get(url("changes", old_copy.pk))
    assert Revision.objects.filter(article=live).count() == saves


def test_who_saves_a_language_nobody_has_read_is_told_so_of_that_language(client, editor):
    article = ArticleFactory(live=["fr"], headline_ar="القاهرة", body_ar="<p>نص</p>")
    client.force_login(editor)
    form = opened(client, article) | {"standfirst_ar": "جملة", "_save": "1"}
    said = client.post(change_url(article), form, follow=True).text
    assert "Français : Les lecteurs le voient maintenant." in said
    assert "Arabe : Aucun lecteur ne le voit encore." in said
