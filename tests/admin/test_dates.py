"""Dates of what readers have had stay, whatever brings another: a form, a version, a file."""

from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from lxml import html

from articles.desk.editing import history, working_copies
from articles.desk.translation.exchange import bundle, take_back
from articles.languages import Language
from articles.models import Article, Revision
from articles.wire import xliff
from tests.admin.dates import DATES, HOUR, ROLES, account, changes_url, dates_of, typed
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


# The form of the working copy, and forged ones.


@pytest.mark.parametrize("button", ["_publish_changes", "_save"])
@pytest.mark.parametrize("name", DATES)
@pytest.mark.parametrize("role", ROLES)
def test_no_forged_form_takes_a_text_from_its_readers(  # noqa: PLR0917
    client, live_for_hours, this_second, role, name, button
):
    person, before = account(role), dates_of(live_for_hours)
    copy = working_copies.open_copy(live_for_hours, by=person)
    client.force_login(person)
    form = opened(client, copy) if role in {"editor", "chief"} else {}
    for hours in (-1, 48):
        # A chief who gives no reason is no better off.
        client.post(
            change_url(copy), form | typed(name, this_second + hours * HOUR) | {button: "1"}
        )
        assert dates_of(live_for_hours) == before
    assert not live_for_hours.transitions.exists()
    assert client.get(live_for_hours.url_in("fr")).status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_no_form_forged_for_the_article_itself_does(client, live_for_hours, this_second, role):
    before = dates_of(live_for_hours)
    client.force_login(account(role))
    for name in DATES:
        client.post(
            change_url(live_for_hours),
            {"headline_fr": "Forgé"} | typed(name, this_second + 48 * HOUR),
        )
    assert dates_of(live_for_hours) == before


def test_an_editor_is_told_at_the_field_and_keeps_what_was_typed(
    client, live_for_hours, this_second, editor
):
    copy = working_copies.open_copy(live_for_hours, by=editor)
    client.force_login(editor)
    form = opened(client, copy)
    sent = form | typed("published_at_fr", this_second + 48 * HOUR) | {"standfirst_fr": "Tapé ici."}
    answer = client.post(change_url(copy), sent | {"_publish_changes": "1"})
    errors = answer.context["adminform"].form.errors
    assert "cette date reste" in errors["published_at_fr"][0]
    assert "Tapé ici." in answer.text
    # Only saved, the rest is kept, and the date is said not to be.
    answer = client.post(change_url(copy), sent | {"_continue": "1"}, follow=True)
    assert "cette date reste" in answer.text
    copy.refresh_from_db()
    assert (copy.standfirst_fr, copy.published_at_fr) == (
        "Tapé ici.",
        live_for_hours.published_at_fr,
    )


def test_dates_that_stay_are_shown_and_not_asked_for(client, live_for_hours, editor):
    copy = working_copies.open_copy(live_for_hours, by=editor)
    client.force_login(editor)
    page = html.fromstring(client.get(change_url(copy)).text)
    closed = {one.get("name") for one in page.xpath("//input[@disabled]")}
    assert closed == {f"{name}_{part}" for name in DATES for part in (0, 1)}
    assert "cette date reste" in page.text_content()


# Working copies dated before there was this rule.


def test_a_copy_that_was_dated_before_there_was_this_rule_publishes_no_date(
    live_for_hours, this_second, chief
):
    copy = working_copies.open_copy(live_for_hours, by=chief)
    Article.with_copies.filter(pk=copy.pk).update(published_at_fr=this_second + 48 * HOUR)
    with pytest.raises(ValidationError) as refused:
        working_copies.publish(copy, by=chief, note="Une raison.")
    assert "published_at_fr" in refused.value.message_dict
    assert dates_of(live_for_hours)["published_at_fr"] == live_for_hours.published_at_fr


def test_such_a_copy_is_put_right_when_it_is_saved(client, live_for_hours, this_second, chief):
    copy = working_copies.open_copy(live_for_hours, by=chief)
    Article.with_copies.filter(pk=copy.pk).update(published_at_fr=this_second + 48 * HOUR)
    client.force_login(chief)
    client.post(change_url(copy), opened(client, copy) | {"byline": "Salma Alaoui"})
    copy.refresh_from_db()
    assert (copy.byline, copy.published_at_fr) == ("Salma Alaoui", live_for_hours.published_at_fr)


def test_the_page_of_the_changes_names_the_field_and_the_language(
    client, live_for_hours, this_second, chief
):
    copy = working_copies.open_copy(live_for_hours, by=chief)
    Article.with_copies.filter(pk=copy.pk).update(published_at_fr=this_second + 48 * HOUR)
    client.force_login(chief)
    answer = client.post(changes_url(copy), {"_publish_changes": "1"})
    assert "Publié le (français) : Les lecteurs l’ont depuis le" in answer.text


# Other ways.


@pytest.mark.parametrize("name", DATES)
def test_an_older_version_brings_no_date_back(live_for_hours, this_second, chief, name):
    history.catch_up(live_for_hours)
    version = live_for_hours.revisions.first()
    version.content["fields"][name] = (this_second + 48 * HOUR).isoformat()
    Revision.objects.filter(pk=version.pk).update(content=version.content)
    copy = working_copies.open_copy(live_for_hours, by=chief)
    history.restore(version, onto=copy, by=chief)
    copy.refresh_from_db()
    assert getattr(copy, name) == getattr(live_for_hours, name)
    working_copies.publish(copy, by=chief)
    assert dates_of(live_for_hours) == dates_of(live_for_hours) | {
        name: getattr(live_for_hours, name)
    }


def test_an_older_version_does_not_bring_an_end_back_that_was_lifted(
    client, live_for_hours, this_second, chief
):
    live_for_hours.withdraw_at("fr", this_second + HOUR, by=chief, note="Jusque-là.")
    history.catch_up(live_for_hours)
    live_for_hours.withdraw_at("fr", None, by=chief, note="Prolongé.")
    history.catch_up(live_for_hours)
    client.force_login(chief)
    restore = reverse("admin:articles_article_restore", args=[live_for_hours.pk])
    client.post(restore, {"version": live_for_hours.revisions.last().version})
    assert live_for_hours.working_copy.live_until_fr is None


def test_what_was_withdrawn_and_deleted_comes_back_knowing_its_first_date(live_for_hours, chief):
    live_for_hours.withdraw("fr", by=chief, note="Une erreur.")
    history.keep_before_deletion(live_for_hours, by=chief)
    Article.objects.filter(pk=live_for_hours.pk).delete()
    back, _lost = history.recover(Revision.objects.last_of_deleted().get(), by=chief)
    back.publish("fr", by=chief)
    assert back.first_published_at_fr == live_for_hours.published_at_fr
    assert back.published_at_fr > live_for_hours.published_at_fr


def test_what_was_deleted_before_there_were_first_dates_has_the_one_it_had(live_for_hours, chief):
    live_for_hours.withdraw("fr", by=chief, note="Une erreur.")
    history.keep_before_deletion(live_for_hours, by=chief)
    revision = live_for_hours.revisions.first()
    for name in ("first_published_at_fr", "first_published_at_ar"):
        del revision.content["fields"][name]
    Revision.objects.filter(pk=revision.pk).update(content=revision.content)
    Article.objects.filter(pk=live_for_hours.pk).delete()
    back, _lost = history.recover(Revision.objects.last_of_deleted().get(), by=chief)
    assert back.first_published_at_fr == live_for_hours.published_at_fr


@pytest.mark.parametrize("role", ["translator", "editor", "chief"])
def test_a_file_from_a_translators_tool_writes_words_alone(this_second, role):
    article = ArticleFactory(
        live=["fr", "ar"], published_at_fr=this_second - HOUR, published_at_ar=this_second
    )
    by = account(role)
    (sent,) = xliff.read(xliff.xliff_file([bundle(article, Language("ar"))]))
    for name in ("published_at", "live_until"):
        forged = [replace(one, field=name, target="2030-01-01T10:00:00Z") for one in sent.units]
        sent = replace(sent, units=[*sent.units, *forged])
    before = {name: getattr(article, name) for name in (*DATES, "published_at_ar", "live_until_ar")}
    take_back(sent, by=by)
    article.refresh_from_db()
    assert {name: getattr(article, name) for name in before} == before
