"""Another date for what waits is on record, and brings it to its readers only once it has asked."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from lxml import html

from articles.desk.editing import working_copies
from articles.models import Phase
from tests.admin.dates import HOUR, dates_of, scheduled, typed
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db
ANY = ("article", "state", "language")


@pytest.mark.parametrize(
    "dated",
    [
        ("published_at_fr", 5, Phase.SCHEDULED),
        ("published_at_fr", -1, Phase.PUBLISHED),
        ("embargoed_until", 5, Phase.EMBARGOED),
    ],
)
def test_another_date_for_what_waits_is_on_record(client, this_second, editor, dated):
    name, hours, phase = dated
    article = scheduled(this_second, published_at_fr=this_second + HOUR)
    client.force_login(editor)
    sent = opened(client, article) | typed(name, this_second + hours * HOUR)
    client.post(change_url(article), sent | {"_at_once": "1"})
    made = article.transitions.get()
    assert (made.from_status, made.to_status, made.made_by) == (Phase.SCHEDULED, phase, editor)
    assert made.effective_at == (this_second + hours * HOUR if hours > 0 else None)


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
    client, this_second, editor, what, language, sentence, label
):
    editor.language = language
    editor.save()
    article, dates, field = sent_at_once(this_second, what)
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
def test_an_end_that_passed_unread_is_not_taken_away_before_it_is_asked(
    client, this_second, editor, until
):
    article, dates = ended_unread(this_second)
    if until:
        dates = typed("live_until_fr", this_second + until * HOUR)
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
    assert article.published_at_fr >= this_second
    made = article.transitions.get()
    assert (made.from_status, made.to_status) == (Phase.EXPIRED, Phase.PUBLISHED)


def test_an_end_that_passed_unread_and_comes_later_is_on_record(client, this_second, editor):
    article = scheduled(
        this_second, embargoed_until=this_second + 9 * HOUR, live_until_fr=this_second - HOUR
    )
    client.force_login(editor)
    sent = opened(client, article) | typed("live_until_fr", this_second + 19 * HOUR)
    assert client.post(change_url(article), sent | {"_save": "1"}).status_code == 302
    made = article.transitions.get()
    assert (made.from_status, made.to_status) == (Phase.EXPIRED, Phase.EMBARGOED)


@pytest.mark.parametrize("what", ["past date", "no embargo", "past embargo"])
def test_who_has_said_at_once_publishes_with_the_date_of_now(client, this_second, editor, what):
    article, dates, _field = sent_at_once(this_second, what)
    client.force_login(editor)
    sent = opened(client, article) | dates | {"_save": "1", "_at_once": "1"}
    page = client.post(change_url(article), sent, follow=True)
    assert "Français : Les lecteurs l’ont, au plus tard dans une minute." in page.text
    article.refresh_from_db()
    assert article.is_live("fr")
    assert article.published_at_fr >= this_second
    assert article.transitions.get().to_status == Phase.PUBLISHED


def test_who_has_said_at_once_and_is_refused_for_something_else_keeps_the_form(
    client, this_second, editor
):
    article, dates, _field = sent_at_once(this_second, "no embargo")
    client.force_login(editor)
    sent = opened(client, article) | dates | {"_at_once": "1", "headline_fr": ""}
    page = client.post(change_url(article), sent).text
    assert "embargoed_until_0" in html.fromstring(page).get_element_by_id("article_form").fields
    article.refresh_from_db()
    assert not article.is_live("fr")


@pytest.mark.parametrize("way", ["form", "page"])
def test_a_date_that_passed_before_anybody_read_it_is_not_the_one_readers_see(
    client, this_second, editor, way
):
    article = ArticleFactory(published_at_fr=this_second - HOUR if way == "page" else None)
    client.force_login(editor)
    if way == "form":
        sent = opened(client, article) | typed("published_at_fr", this_second - HOUR)
        client.post(change_url(article), sent | {"_move-fr-published": "1"})
    else:
        url = reverse("admin:articles_article_publish", args=[article.pk, "fr"])
        seen = html.fromstring(client.get(url).text).xpath("//input[@name='seen']/@value")
        client.post(url, {"seen": seen})
    article.refresh_from_db()
    assert article.is_live("fr")
    assert article.published_at_fr >= this_second


def test_an_embargo_that_held_two_languages_is_asked_about_once(client, this_second, editor):
    article = ArticleFactory(
        live=["fr", "ar"],
        published_at_fr=this_second - HOUR,
        published_at_ar=this_second + 9 * HOUR,
        embargoed_until=this_second + HOUR,
    )
    client.force_login(editor)
    form = opened(client, article) | EMPTIED
    answer = client.post(change_url(article), form)
    assert len(html.fromstring(answer.text).xpath(BOX)) == 1
    client.post(change_url(article), form | {"_at_once": "1"})
    article.refresh_from_db()
    assert (article.is_live("fr"), article.is_live("ar")) == (True, False)
    assert article.published_at_ar == this_second + 9 * HOUR


def test_a_language_that_waits_beside_what_readers_have_is_asked_about_too(
    client, this_second, editor
):
    article = ArticleFactory(
        live=["fr", "ar"],
        published_at_fr=this_second - 3 * HOUR,
        published_at_ar=this_second + HOUR,
    )
    copy = working_copies.open_copy(article, by=editor)
    client.force_login(editor)
    for form in (article, copy):
        sent = opened(client, form) | typed("published_at_ar", this_second - HOUR)
        client.post(change_url(form), sent)
        article.refresh_from_db()
        assert not article.is_live("ar")


def test_a_date_in_the_past_of_what_is_not_published_asks_nothing(client, this_second, editor):
    article = ArticleFactory()
    client.force_login(editor)
    sent = opened(client, article) | typed("published_at_fr", this_second - HOUR)
    assert client.post(change_url(article), sent).status_code == 302
    article.refresh_from_db()
    assert article.published_at_fr == this_second - HOUR


def test_saving_words_of_what_waits_puts_no_move_on_record(client, this_second, editor):
    article = scheduled(this_second, published_at_fr=this_second + HOUR + timedelta(microseconds=5))
    client.force_login(editor)
    client.post(change_url(article), opened(client, article) | {"standfirst_fr": "Plus long."})
    article.refresh_from_db()
    assert article.standfirst_fr == "Plus long."
    assert not article.transitions.exists()


def test_who_may_not_publish_lifts_no_embargo(client, this_second, editor):
    """Somebody who may change every text, and publish none."""
    article = scheduled(this_second, embargoed_until=this_second + HOUR)
    editor.groups.clear()
    rights = ["change_article", "view_article", *(f"edit_any_{one}" for one in ANY)]
    editor.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(editor)
    form = opened(client, article)
    assert "embargoed_until_0" not in form
    client.post(change_url(article), form | typed("embargoed_until", this_second - HOUR))
    article.refresh_from_db()
    assert article.embargoed_until == this_second + HOUR
