"""A live coverage is written on one page of the desk; an urgent line is announced by its right."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from articles.admin.live.desk_page import LiveActs
from articles.desk.publication.urgent import announce
from articles.languages import Language
from articles.models import Article, EntryState, LiveCoverage, LiveEntry, UrgentBanner
from tests.factories import ArticleFactory, LiveEntryFactory, UrgentBannerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(reporter):
    return ArticleFactory(kind=Article.Kind.COVERAGE, live=["fr", "ar"], created_by=reporter)


def desk_of(article):
    return reverse("admin:articles_article_live", args=[article.pk])


def act(article, name):
    return reverse("admin:articles_article_live_act", args=[article.pk, name])


def page_of(entry):
    return reverse("admin:articles_article_live_entry", args=[entry.article_id, entry.pk])


def said(response):
    return [str(one) for one in get_messages(response.wsgi_request)]


def test_the_first_button_publishes_what_is_written_in_each_language(client, editor, article):
    client.force_login(editor)
    assert "Publier l’entrée" in client.get(desk_of(article)).content.decode()
    sent = {"body_fr": "<p>La route est coupée.</p>", "_show": "1"}
    response = client.post(desk_of(article), sent)
    assert response["Location"] == desk_of(article)
    assert said(response) == ["Les lecteurs l’ont."]
    entry = LiveEntry.objects.get()
    assert (entry.state_in("fr"), entry.state_in("ar")) == (EntryState.PUBLIC, EntryState.DRAFT)
    assert timezone.now() - entry.at < timedelta(minutes=1)
    assert "La route est coupée." in client.get(article.url_in("fr")).content.decode()


def test_a_reporter_has_no_button_that_publishes(client, reporter, article):
    client.force_login(reporter)
    assert "Publier l’entrée" not in client.get(desk_of(article)).content.decode()
    client.post(desk_of(article), {"body_fr": "<p>Un témoin parle.</p>", "_show": "1"})
    assert LiveEntry.objects.get().state_in("fr") == EntryState.DRAFT


def test_a_draft_is_published_from_the_list(client, editor, article):
    entry = LiveEntryFactory(article=article, state_fr="draft", state_ar="draft")
    client.force_login(editor)
    assert act(article, "show") in client.get(desk_of(article)).content.decode()
    client.post(act(article, "show"), {"entry": entry.pk, "language": "ar"})
    entry.refresh_from_db()
    assert (entry.state_in("fr"), entry.state_in("ar")) == (EntryState.DRAFT, EntryState.PUBLIC)


def test_a_refused_entry_comes_back_with_its_words(client, editor, article):
    client.force_login(editor)
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1))
    sent = {"body_fr": "<p>À venir.</p>", "at_0": f"{tomorrow:%d/%m/%Y}", "at_1": "10:00"}
    response = client.post(desk_of(article), sent)
    assert response.status_code == 422
    page = response.content.decode()
    assert "Ce moment n’est pas encore venu." in page
    assert "À venir." in page
    assert not LiveEntry.objects.exists()


def test_readers_are_told_what_was_corrected(client, chief, article):
    entry = LiveEntryFactory(article=article, body_fr="<p>La crue a emporté 3 ponts.</p>")
    client.force_login(chief)
    sent = {"body_fr": "<p>La crue a emporté 5 ponts.</p>", "body_ar": entry.body_ar}
    sent |= {"at_0": f"{timezone.localtime(entry.at):%d/%m/%Y}", "at_1": "00:00", "at_2": ""}
    refused = client.post(page_of(entry), sent)
    assert refused.status_code == 422
    assert "Dites en français ce qui a changé" in refused.content.decode()
    client.post(page_of(entry), sent | {"note_fr": "Cinq ponts, et non trois."})
    assert "Cinq ponts, et non trois." in client.get(article.url_in("fr")).content.decode()


def test_a_form_that_was_opened_before_a_colleague_saved_says_so(client, chief, article):
    entry = LiveEntryFactory(article=article)
    client.force_login(chief)
    sent = {"opened": "2026-01-01T00:00:00+00:00", "body_fr": "<p>Autre.</p>"}
    response = client.post(page_of(entry), sent)
    assert response.status_code == 422
    assert "relisez-la" in response.content.decode()


def test_a_chief_takes_an_entry_back_and_says_why(client, chief, article):
    entry = LiveEntryFactory(article=article)
    client.force_login(chief)
    sent = {"entry": entry.pk, "language": "fr", "why": "L’information était fausse."}
    client.post(act(article, "withdraw"), sent)
    entry.refresh_from_db()
    assert entry.state_in("fr") == EntryState.WITHDRAWN
    assert client.post(act(article, "delete"), {"entry": entry.pk}).status_code == 403


def test_the_coverage_is_ended_and_taken_up_by_a_button(client, editor, article):
    LiveCoverage.objects.create(article=article)
    client.force_login(editor)
    assert "Terminer le direct" in client.get(desk_of(article)).content.decode()
    client.post(act(article, "end"))
    assert "Reprendre le direct" in client.get(desk_of(article)).content.decode()
    client.post(act(article, "resume"))
    assert LiveCoverage.objects.get().ended_at is None


def test_only_an_article_that_is_followed_live_has_the_page(client, editor, reporter, article):
    client.force_login(editor)
    other = ArticleFactory(created_by=reporter)
    assert client.get(desk_of(other)).status_code == 404
    change = reverse("admin:articles_article_change", args=[article.pk])
    assert desk_of(article) in client.get(change).content.decode()


def test_a_coverage_of_a_colleague_is_closed_to_a_reporter(client, reporter, editor):
    others = ArticleFactory(kind="live", live=["fr"], created_by=editor)
    client.force_login(reporter)
    assert client.get(desk_of(others)).status_code == 403
    assert client.post(act(others, "end")).status_code == 403


def test_an_entry_in_a_language_that_readers_do_not_have_says_so(client, editor, reporter):
    article = ArticleFactory(kind="live", live=["fr"], created_by=reporter)
    client.force_login(editor)
    form = client.get(desk_of(article)).content.decode()
    assert form.count("n’est pas publié en arabe") == 1
    assert "n’est pas publié en français" not in form
    response = client.post(desk_of(article), {"body_ar": "<p>الطريق مقطوعة.</p>", "_show": "1"})
    (told,) = said(response)
    assert "Personne ne la lit encore en arabe" in told
    assert "Les lecteurs l’ont" not in told
    assert "attend l’article" in client.get(desk_of(article)).content.decode()
    both = {"body_fr": "<p>Coupée.</p>", "body_ar": "<p>مقطوعة.</p>", "_show": "1"}
    told = said(client.post(desk_of(article), both))[-1]
    assert told.startswith("Les lecteurs l’ont.")
    assert "en arabe" in told


def test_the_list_says_in_which_language_an_entry_is_the_summary(client, editor, article):
    first = LiveEntryFactory(article=article, is_pinned=True)
    client.force_login(editor)
    client.post(desk_of(article), {"body_fr": "<p>Nouveau.</p>", "is_pinned": "on", "_show": "1"})
    second = LiveEntry.objects.exclude(pk=first.pk).get()
    listed = client.get(desk_of(article)).content.decode()
    rows = {
        key: listed.partition(f'id="entry-{key}"')[2].partition("</li>")[0]
        for key in (first.pk, second.pk)
    }
    assert {key: row.count("L’essentiel") for key, row in rows.items()} == {
        first.pk: 1, second.pk: 1,
    }  # fmt: skip
    assert rows[first.pk].index("L’essentiel") > rows[first.pk].index('state published">', 300)


def test_an_entry_that_a_colleague_deleted_meanwhile_is_told(client, editor, article, monkeypatch):
    entry = LiveEntryFactory(article=article, state_fr="draft", state_ar="draft")
    client.force_login(editor)
    found = LiveActs.entry_there_is

    def deleted_meanwhile(page, *asked):
        one = found(page, *asked)
        LiveEntry.objects.all().delete()
        return one

    monkeypatch.setattr(LiveActs, "entry_there_is", deleted_meanwhile)
    response = client.post(act(article, "show"), {"entry": entry.pk, "language": "fr"})
    assert response["Location"] == desk_of(article)
    assert any("n’est plus là" in one for one in said(response))


# Urgent lines.

ADD = "admin:articles_urgentbanner_add"
NO_CHOICE = {"begins_at_2": "", "ends_at_2": ""}
"""Of the hour that a clock shows twice."""


def test_an_editor_announces_and_a_reporter_may_not(client, editor, reporter):
    client.force_login(reporter)
    assert client.get(reverse(ADD)).status_code == 403
    client.force_login(editor)
    assert client.get(reverse(ADD)).status_code == 200


def test_the_form_begins_with_the_headline_of_its_article(client, editor):
    article = ArticleFactory(live=["fr"])
    client.force_login(editor)
    change = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    address = f"{reverse(ADD)}?article={article.pk}"
    assert address in change.content.decode()
    assert article.headline_fr in client.get(address).content.decode()


def test_an_article_is_announced_as_it_is_published(client, editor):
    article = ArticleFactory(headline_fr="Crue de l’Ourika", own_reporting=True)
    client.force_login(editor)
    address = reverse("admin:articles_article_publish", args=[article.pk, "fr"])
    page = client.get(address)
    assert "L’annoncer comme urgent" in page.content.decode()
    client.post(address, {"seen": page.context["seen"], "_urgent": "1"})
    banner = UrgentBanner.objects.get()
    assert (banner.text_fr, banner.text_ar or "") == ("Crue de l’Ourika", "")
    assert "Crue de l’Ourika" in client.get("/fr/").content.decode()


def test_two_lines_at_once_are_said_to_the_editor(client, editor):
    UrgentBannerFactory()
    client.force_login(editor)
    now = timezone.localtime()
    sent = {
        "text_fr": "Une autre",
        "begins_at_0": f"{now:%d/%m/%Y}",
        "begins_at_1": "00:00",
    } | NO_CHOICE
    sent |= {"ends_at_0": f"{now + timedelta(days=1):%d/%m/%Y}", "ends_at_1": "12:00"}
    response = client.post(reverse(ADD), sent)
    assert response.status_code == 302
    assert any("Une autre annonce est montrée en même temps" in one for one in said(response))


def test_a_line_in_another_language_is_not_shown_at_the_same_time(client, editor):
    UrgentBannerFactory(text_ar="")
    client.force_login(editor)
    now = timezone.localtime()
    sent = {
        "text_ar": "فيضان",
        "begins_at_0": f"{now:%d/%m/%Y}",
        "begins_at_1": "00:00",
        "ends_at_0": f"{now + timedelta(days=1):%d/%m/%Y}",
        "ends_at_1": "12:00",
    } | NO_CHOICE
    response = client.post(reverse(ADD), sent)
    assert response.status_code == 302
    assert not any("en même temps" in one for one in said(response))


def test_a_line_that_goes_with_its_article_says_when_it_begins_now(client, editor):
    now = timezone.now().replace(microsecond=0)
    article = ArticleFactory(live=["fr"], embargoed_until=now + timedelta(hours=1))
    banner = announce(article, Language("fr"), by=editor)
    Article.objects.update(embargoed_until=now + timedelta(days=40))
    client.force_login(editor)
    begins = timezone.localtime(now + timedelta(days=40))
    listed = client.get(reverse("admin:articles_urgentbanner_changelist")).content.decode()
    assert Language("fr").date(begins) in listed
    form = client.get(reverse("admin:articles_urgentbanner_change", args=[banner.pk]))
    assert f"{begins:%d/%m/%Y}" in form.content.decode()


def test_a_line_is_ended_from_the_list(client, editor):
    banner = UrgentBannerFactory()
    client.force_login(editor)
    sent = {"action": "end_now", "_selected_action": [banner.pk]}
    client.post(reverse("admin:articles_urgentbanner_changelist"), sent)
    assert not UrgentBanner.objects.shown()


def test_an_entry_typed_without_a_script_has_the_paragraphs_of_who_typed_it(
    client, editor, article
):
    client.force_login(editor)
    sent = {"body_fr": "La route est coupée.\r\n\r\nUn pont a cédé.", "_show": "1"}
    client.post(desk_of(article), sent)
    entry = LiveEntry.objects.get()
    assert entry.body_fr == "<p>La route est coupée.</p><p>Un pont a cédé.</p>"
