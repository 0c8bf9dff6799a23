"""Dates of what readers have had are moves: by every way, by every role, forged or typed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import history, working_copies
from articles.desk.translation.exchange import bundle, take_back
from articles.languages import Language
from articles.models import Article, Phase, Revision, Status
from articles.wire import xliff
from tests.admin.forms import change_url, opened
from tests.conftest import member_of
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
ROLES = ["reporter", "translator", "editor", "chief"]
ANY = ("article", "state", "language")
DATES = ["published_at_fr", "live_until_fr", "embargoed_until"]


def changes_url(copy):
    return reverse("admin:articles_article_changes", args=[copy.pk])


def account(role):
    person = member_of(role)
    person.languages = ["ar"] if role == "translator" else []
    person.save()
    return person


def typed(name, moment):
    """A moment as its two fields send it."""
    local = timezone.localtime(moment)
    return {f"{name}_0": f"{local:%d/%m/%Y}", f"{name}_1": f"{local:%H:%M:%S}"}


def dates_of(article):
    stored = Article.objects.get(pk=article.pk)
    return {name: getattr(stored, name) for name in ("status_fr", *DATES)}


@pytest.fixture
def now():
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def live(now):
    return ArticleFactory(live=["fr"], published_at_fr=now - 3 * HOUR)


# The form of the working copy, and forged ones.


@pytest.mark.parametrize("button", ["_publish_changes", "_save"])
@pytest.mark.parametrize("name", DATES)
@pytest.mark.parametrize("role", ROLES)
def test_no_forged_form_takes_a_text_from_its_readers(client, live, now, role, name, button):  # noqa: PLR0917
    person, before = account(role), dates_of(live)
    copy = working_copies.open_copy(live, by=person)
    client.force_login(person)
    form = opened(client, copy) if role in {"editor", "chief"} else {}
    for hours in (-1, 48):
        # A chief who gives no reason is no better off.
        client.post(change_url(copy), form | typed(name, now + hours * HOUR) | {button: "1"})
        assert dates_of(live) == before
    assert not live.transitions.exists()
    assert client.get(live.url_in("fr")).status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_no_form_forged_for_the_article_itself_does(client, live, now, role):
    before = dates_of(live)
    client.force_login(account(role))
    for name in DATES:
        client.post(change_url(live), {"headline_fr": "Forgé"} | typed(name, now + 48 * HOUR))
    assert dates_of(live) == before


def test_an_editor_is_told_at_the_field_and_keeps_what_was_typed(client, live, now, editor):
    copy = working_copies.open_copy(live, by=editor)
    client.force_login(editor)
    form = opened(client, copy)
    sent = form | typed("published_at_fr", now + 48 * HOUR) | {"standfirst_fr": "Tapé ici."}
    answer = client.post(change_url(copy), sent | {"_publish_changes": "1"})
    errors = answer.context["adminform"].form.errors
    assert "cette date reste" in errors["published_at_fr"][0]
    assert "Tapé ici." in answer.text
    # Only saved, the rest is kept, and the date is said not to be.
    answer = client.post(change_url(copy), sent | {"_continue": "1"}, follow=True)
    assert "cette date reste" in answer.text
    copy.refresh_from_db()
    assert (copy.standfirst_fr, copy.published_at_fr) == ("Tapé ici.", live.published_at_fr)


def test_dates_that_stay_are_shown_and_not_asked_for(client, live, editor):
    copy = working_copies.open_copy(live, by=editor)
    client.force_login(editor)
    page = html.fromstring(client.get(change_url(copy)).text)
    closed = {one.get("name") for one in page.xpath("//input[@disabled]")}
    assert closed == {f"{name}_{part}" for name in DATES for part in (0, 1)}
    assert "cette date reste" in page.text_content()


# Until when readers have it.


def test_a_chief_gives_an_end_in_a_working_copy_with_a_reason(client, live, now, chief):
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(chief)
    sent = opened(client, copy) | typed("live_until_fr", now + 48 * HOUR)
    sent |= {"_publish_changes": "1"}
    answer = client.post(change_url(copy), sent)
    assert "live_until_fr" in answer.context["adminform"].form.errors
    client.post(change_url(copy), sent | {"_note": "Une offre limitée."})
    assert dates_of(live)["live_until_fr"] == now + 48 * HOUR
    made = live.transitions.get()
    assert (made.made_by, made.note) == (chief, "Une offre limitée.")
    assert (made.to_status, made.effective_at) == (Phase.EXPIRED, now + 48 * HOUR)


def test_a_chief_who_gives_an_end_that_is_past_withdraws_now(client, live, now, chief):
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(chief)
    sent = opened(client, copy) | typed("live_until_fr", now - HOUR)
    sent |= {"_publish_changes": "1", "_note": "Une erreur."}
    page = client.post(change_url(copy), sent, follow=True)
    assert "Plus aucun lecteur ne l’a, au plus tard dans une minute" in page.text
    assert "Les lecteurs ont les modifications" not in page.text
    assert client.get(live.url_in("fr")).status_code == 410
    made = live.transitions.get()
    assert (made.made_by, made.to_status, made.note) == (chief, Status.WITHDRAWN, "Une erreur.")


def test_an_editor_does_not_publish_the_end_that_a_chief_has_written(
    client, live, now, chief, editor
):
    copy = working_copies.open_copy(live, by=chief)
    copy.live_until_fr = now + 48 * HOUR
    copy.save()
    client.force_login(editor)
    page = client.get(changes_url(copy)).text
    assert "une personne qui peut le retirer les publie" in page
    assert 'name="_publish_changes"' not in page
    answer = client.post(changes_url(copy), {"_publish_changes": "1", "_note": "Une raison."})
    assert "Seul qui peut retirer" in answer.text
    assert dates_of(live)["live_until_fr"] is None


def test_a_right_that_was_taken_away_meanwhile_is_gone(client, live, now, chief):
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(chief)
    sent = opened(client, copy) | typed("live_until_fr", now + 48 * HOUR)
    chief.groups.set(Group.objects.filter(name="editor"))
    answer = client.post(
        change_url(copy),
        sent | {"_publish_changes": "1", "_note": "Une raison.", "standfirst_fr": "Tapé ici."},
    )
    assert "live_until_fr" in answer.context["adminform"].form.errors
    assert "Tapé ici." in answer.text
    assert dates_of(live)["live_until_fr"] is None


def test_a_copy_that_was_dated_before_there_was_this_rule_publishes_no_date(live, now, chief):
    copy = working_copies.open_copy(live, by=chief)
    Article.with_copies.filter(pk=copy.pk).update(published_at_fr=now + 48 * HOUR)
    with pytest.raises(ValidationError) as refused:
        working_copies.publish(copy, by=chief, note="Une raison.")
    assert "published_at_fr" in refused.value.message_dict
    assert dates_of(live)["published_at_fr"] == live.published_at_fr


def test_such_a_copy_is_put_right_when_it_is_saved(client, live, now, chief):
    copy = working_copies.open_copy(live, by=chief)
    Article.with_copies.filter(pk=copy.pk).update(published_at_fr=now + 48 * HOUR)
    client.force_login(chief)
    client.post(change_url(copy), opened(client, copy) | {"byline": "Salma Alaoui"})
    copy.refresh_from_db()
    assert (copy.byline, copy.published_at_fr) == ("Salma Alaoui", live.published_at_fr)


def test_the_page_of_the_changes_names_the_field_and_the_language(client, live, now, chief):
    copy = working_copies.open_copy(live, by=chief)
    Article.with_copies.filter(pk=copy.pk).update(published_at_fr=now + 48 * HOUR)
    client.force_login(chief)
    answer = client.post(changes_url(copy), {"_publish_changes": "1"})
    assert "Publié le (français) : Les lecteurs l’ont depuis le" in answer.text


# Other ways.


@pytest.mark.parametrize("name", DATES)
def test_an_older_version_brings_no_date_back(live, now, chief, name):
    history.catch_up(live)
    version = live.revisions.first()
    version.content["fields"][name] = (now + 48 * HOUR).isoformat()
    Revision.objects.filter(pk=version.pk).update(content=version.content)
    copy = working_copies.open_copy(live, by=chief)
    history.restore(version, onto=copy, by=chief)
    copy.refresh_from_db()
    assert getattr(copy, name) == getattr(live, name)
    working_copies.publish(copy, by=chief)
    assert dates_of(live) == dates_of(live) | {name: getattr(live, name)}


def test_an_older_version_does_not_bring_an_end_back_that_was_lifted(client, live, now, chief):
    live.withdraw_at("fr", now + HOUR, by=chief, note="Jusque-là.")
    history.catch_up(live)
    live.withdraw_at("fr", None, by=chief, note="Prolongé.")
    history.catch_up(live)
    client.force_login(chief)
    restore = reverse("admin:articles_article_restore", args=[live.pk])
    client.post(restore, {"version": live.revisions.last().version})
    assert live.working_copy.live_until_fr is None


def test_what_was_withdrawn_and_deleted_comes_back_knowing_its_first_date(live, chief):
    live.withdraw("fr", by=chief, note="Une erreur.")
    history.keep_before_deletion(live, by=chief)
    Article.objects.filter(pk=live.pk).delete()
    back, _lost = history.recover(Revision.objects.last_of_deleted().get(), by=chief)
    back.publish("fr", by=chief)
    assert back.first_published_at_fr == live.published_at_fr
    assert back.published_at_fr > live.published_at_fr


def test_what_was_deleted_before_there_were_first_dates_has_the_one_it_had(live, chief):
    live.withdraw("fr", by=chief, note="Une erreur.")
    history.keep_before_deletion(live, by=chief)
    revision = live.revisions.first()
    for name in ("first_published_at_fr", "first_published_at_ar"):
        del revision.content["fields"][name]
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    Article.objects.filter(pk=live.pk).delete()
    back, _lost = history.recover(Revision.objects.last_of_deleted().get(), by=chief)
    assert back.first_published_at_fr == live.published_at_fr


@pytest.mark.parametrize("role", ["translator", "editor", "chief"])
def test_a_file_from_a_translators_tool_writes_words_alone(now, role):
    article = ArticleFactory(live=["fr", "ar"], published_at_fr=now - HOUR, published_at_ar=now)
    by = account(role)
    (sent,) = xliff.read(xliff.xliff_file([bundle(article, Language("ar"))]))
    for name in ("published_at", "live_until"):
        forged = [replace(one, field=name, target="2030-01-01T10:00:00Z") for one in sent.units]
        sent = replace(sent, units=[*sent.units, *forged])
    before = {name: getattr(article, name) for name in (*DATES, "published_at_ar", "live_until_ar")}
    take_back(sent, by=by)
    article.refresh_from_db()
    assert {name: getattr(article, name) for name in before} == before


# A form that is open while the moment comes.


def scheduled(now, **dates):
    return ArticleFactory(live=["fr"], **({"published_at_fr": now - 3 * HOUR} | dates))


def test_a_form_opened_as_scheduled_and_sent_when_live_takes_nothing_away(
    client, now, editor, monkeypatch
):
    article = scheduled(now, embargoed_until=now + HOUR)
    client.force_login(editor)
    form = opened(client, article)
    assert "embargoed_until_0" in form
    monkeypatch.setattr(timezone, "now", lambda: now + 2 * HOUR)
    sent = form | typed("embargoed_until", now + 48 * HOUR) | {"standfirst_fr": "Tapé ici."}
    page = client.post(change_url(article), sent, follow=True)
    assert "il est trop tard pour un autre embargo" in page.text
    article.refresh_from_db()
    assert article.embargoed_until == now + HOUR
    assert client.get(article.url_in("fr")).status_code == 200
    assert article.working_copy.standfirst_fr == "Tapé ici."


def test_what_was_asked_of_a_schedule_is_not_done_to_what_readers_have(
    client, now, editor, monkeypatch
):
    article = scheduled(now, published_at_fr=now + HOUR)
    client.force_login(editor)
    form = opened(client, article)
    monkeypatch.setattr(timezone, "now", lambda: now + 2 * HOUR)
    page = client.post(change_url(article), form | {"_move-fr-ready": "1"}, follow=True)
    article.refresh_from_db()
    assert article.is_live("fr")
    assert "messagelist" in page.text


def test_a_button_to_schedule_that_is_pressed_late_publishes_and_says_so(
    client, now, editor, monkeypatch
):
    article = ArticleFactory(embargoed_until=now + HOUR)
    client.force_login(editor)
    form = opened(client, article)
    monkeypatch.setattr(timezone, "now", lambda: now + 2 * HOUR)
    page = client.post(change_url(article), form | {"_move-fr-published": "1"}, follow=True)
    article.refresh_from_db()
    assert article.is_live("fr")
    assert "Les lecteurs l’ont, au plus tard dans une minute." in page.text


# What waits.


@pytest.mark.parametrize(
    "dated",
    [
        ("published_at_fr", 5, Phase.SCHEDULED),
        ("published_at_fr", -1, Phase.PUBLISHED),
        ("embargoed_until", 5, Phase.EMBARGOED),
    ],
)
def test_another_date_for_what_waits_is_on_record(client, now, editor, dated):
    name, hours, phase = dated
    article = scheduled(now, published_at_fr=now + HOUR)
    client.force_login(editor)
    sent = opened(client, article) | typed(name, now + hours * HOUR)
    client.post(change_url(article), sent | {"_at_once": "1"})
    made = article.transitions.get()
    assert (made.from_status, made.to_status, made.made_by) == (Phase.SCHEDULED, phase, editor)
    assert made.effective_at == (now + hours * HOUR if hours > 0 else None)


BOX = "//ul[@class='errorlist']//label[input[@name='_at_once' and @value='1']]"
EMPTIED = {"embargoed_until_0": "", "embargoed_until_1": ""}


def sent_at_once(now, what):
    """What waits, and the dates with which a form would have readers get it at once."""
    if what == "past date":
        dates = {"published_at_fr": now + HOUR}
        return scheduled(now, **dates), typed("published_at_fr", now - 2 * HOUR), "published_at_fr"
    sent = EMPTIED if what == "no embargo" else typed("embargoed_until", now - HOUR)
    return scheduled(now, embargoed_until=now + HOUR), sent, "embargoed_until"


@pytest.mark.parametrize("what", ["past date", "no embargo", "past embargo"])
@pytest.mark.parametrize(
    ("language", "sentence", "label"),
    [
        ("fr", "Les lecteurs l’auraient aussitôt (français)", "Les lecteurs l’ont aussitôt"),
        ("ar", "سيطلع عليه القراء فورا (الفرنسية)", "يطلع عليه القراء فورا"),
    ],
)
def test_saving_publishes_nothing_that_waits_before_it_has_asked(  # noqa: PLR0917
    client, now, editor, what, language, sentence, label
):
    editor.language = language
    editor.save()
    article, dates, field = sent_at_once(now, what)
    before = dates_of(article)
    client.force_login(editor)
    answer = client.post(change_url(article), opened(client, article) | dates | {"_save": "1"})
    assert sentence in answer.context["adminform"].form.errors[field][0]
    form = html.fromstring(answer.text).get_element_by_id("article_form")
    assert {name: form.fields[name] for name in dates} == dates
    (box,) = form.xpath(BOX)
    assert box.text_content().strip() == label
    assert dates_of(article) == before
    assert not article.transitions.exists()
    assert client.get(article.url_in("fr")).status_code == 404


def ended_unread(now):
    """What was to leave its readers before they could have it, and dates that bring it to them."""
    article = scheduled(now, embargoed_until=now - HOUR, live_until_fr=now - 2 * HOUR)
    assert article.phase_in("fr") == Phase.EXPIRED
    assert not article.was_read_in("fr")
    return article, {"live_until_fr_0": "", "live_until_fr_1": ""}


@pytest.mark.parametrize("until", [None, 5])
def test_an_end_that_passed_unread_is_not_taken_away_before_it_is_asked(client, now, editor, until):
    article, dates = ended_unread(now)
    if until:
        dates = typed("live_until_fr", now + until * HOUR)
    client.force_login(editor)
    sent = opened(client, article) | dates | {"_save": "1"}
    answer = client.post(change_url(article), sent)
    assert answer.status_code == 200
    assert "Les lecteurs l’auraient aussitôt" in " ".join(
        answer.context["adminform"].form.errors["live_until_fr"]
    )
    article.refresh_from_db()
    assert not article.is_live("fr")
    page = client.post(change_url(article), sent | {"_at_once": "1"}, follow=True)
    assert "Français : Les lecteurs l’ont, au plus tard dans une minute" in page.text
    article.refresh_from_db()
    assert article.is_live("fr")
    assert article.published_at_fr >= now
    made = article.transitions.get()
    assert (made.from_status, made.to_status) == (Phase.EXPIRED, Phase.PUBLISHED)


def test_an_end_that_passed_unread_and_comes_later_is_on_record(client, now, editor):
    article = scheduled(now, embargoed_until=now + 9 * HOUR, live_until_fr=now - HOUR)
    client.force_login(editor)
    sent = opened(client, article) | typed("live_until_fr", now + 19 * HOUR)
    assert client.post(change_url(article), sent | {"_save": "1"}).status_code == 302
    made = article.transitions.get()
    assert (made.from_status, made.to_status) == (Phase.EXPIRED, Phase.EMBARGOED)


@pytest.mark.parametrize("what", ["past date", "no embargo", "past embargo"])
def test_who_has_said_at_once_publishes_with_the_date_of_now(client, now, editor, what):
    article, dates, _field = sent_at_once(now, what)
    client.force_login(editor)
    sent = opened(client, article) | dates | {"_save": "1", "_at_once": "1"}
    page = client.post(change_url(article), sent, follow=True)
    assert "Français : Les lecteurs l’ont, au plus tard dans une minute." in page.text
    article.refresh_from_db()
    assert article.is_live("fr")
    assert article.published_at_fr >= now
    assert article.transitions.get().to_status == Phase.PUBLISHED


def test_who_has_said_at_once_and_is_refused_for_something_else_keeps_the_form(client, now, editor):
    article, dates, _field = sent_at_once(now, "no embargo")
    client.force_login(editor)
    sent = opened(client, article) | dates | {"_at_once": "1", "headline_fr": ""}
    page = client.post(change_url(article), sent).text
    assert "embargoed_until_0" in html.fromstring(page).get_element_by_id("article_form").fields
    article.refresh_from_db()
    assert not article.is_live("fr")


@pytest.mark.parametrize("way", ["form", "page"])
def test_a_date_that_passed_before_anybody_read_it_is_not_the_one_readers_see(
    client, now, editor, way
):
    article = ArticleFactory(published_at_fr=now - HOUR if way == "page" else None)
    client.force_login(editor)
    if way == "form":
        sent = opened(client, article) | typed("published_at_fr", now - HOUR)
        client.post(change_url(article), sent | {"_move-fr-published": "1"})
    else:
        url = reverse("admin:articles_article_publish", args=[article.pk, "fr"])
        seen = html.fromstring(client.get(url).text).xpath("//input[@name='seen']/@value")
        client.post(url, {"seen": seen})
    article.refresh_from_db()
    assert article.is_live("fr")
    assert article.published_at_fr >= now


def test_an_embargo_that_held_two_languages_is_asked_about_once(client, now, editor):
    article = ArticleFactory(
        live=["fr", "ar"],
        published_at_fr=now - HOUR,
        published_at_ar=now + 9 * HOUR,
        embargoed_until=now + HOUR,
    )
    client.force_login(editor)
    form = opened(client, article) | EMPTIED
    answer = client.post(change_url(article), form)
    assert len(html.fromstring(answer.text).xpath(BOX)) == 1
    client.post(change_url(article), form | {"_at_once": "1"})
    article.refresh_from_db()
    assert (article.is_live("fr"), article.is_live("ar")) == (True, False)
    assert article.published_at_ar == now + 9 * HOUR


def test_a_language_that_waits_beside_what_readers_have_is_asked_about_too(client, now, editor):
    article = ArticleFactory(
        live=["fr", "ar"], published_at_fr=now - 3 * HOUR, published_at_ar=now + HOUR
    )
    copy = working_copies.open_copy(article, by=editor)
    client.force_login(editor)
    for form in (article, copy):
        sent = opened(client, form) | typed("published_at_ar", now - HOUR)
        client.post(change_url(form), sent)
        article.refresh_from_db()
        assert not article.is_live("ar")


def test_a_date_in_the_past_of_what_is_not_published_asks_nothing(client, now, editor):
    article = ArticleFactory()
    client.force_login(editor)
    sent = opened(client, article) | typed("published_at_fr", now - HOUR)
    assert client.post(change_url(article), sent).status_code == 302
    article.refresh_from_db()
    assert article.published_at_fr == now - HOUR


def test_saving_words_of_what_waits_puts_no_move_on_record(client, now, editor):
    article = scheduled(now, published_at_fr=now + HOUR + timedelta(microseconds=5))
    client.force_login(editor)
    client.post(change_url(article), opened(client, article) | {"standfirst_fr": "Plus long."})
    article.refresh_from_db()
    assert article.standfirst_fr == "Plus long."
    assert not article.transitions.exists()


def test_who_may_not_publish_lifts_no_embargo(client, now, editor):
    """Somebody who may change every text, and publish none."""
    article = scheduled(now, embargoed_until=now + HOUR)
    editor.groups.clear()
    rights = ["change_article", "view_article", *(f"edit_any_{one}" for one in ANY)]
    editor.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(editor)
    form = opened(client, article)
    assert "embargoed_until_0" not in form
    client.post(change_url(article), form | typed("embargoed_until", now - HOUR))
    article.refresh_from_db()
    assert article.embargoed_until == now + HOUR
