"""Subscribing by mail: the form, the link that confirms, what is chosen, and leaving."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.desk.library import merging
from articles.desk.mailing import rate_limits
from articles.desk.mailing.choices import subscription_choices
from articles.desk.mailing.confirmations import send_confirmations
from articles.desk.mailing.subscribing import Choices, ask, forget
from articles.desk.signed_links import Purpose, sealed
from articles.languages import Language
from articles.models import Delivery, Newsroom, Subscriber, Subscription
from tests.factories import ArticleFactory, EventFactory, TopicFactory

from .people import html_of, subscriber

pytestmark = pytest.mark.django_db
ADDRESS = "Salma@Example.org"
LINK = re.compile(r"http://testserver(/\S+)")


@pytest.fixture(autouse=True)
def no_form_before(settings):
    settings.SITE_URL = "http://testserver"
    cache.clear()


@pytest.fixture
def send(client, django_capture_on_commit_callbacks):
    """Sends the form, as a reader does; what is to be mailed is mailed."""

    def sending(address=ADDRESS, language="fr", **form):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(f"/{language}/subscribe/", {"address": address} | form)

    return sending


def link_in(letter):
    return LINK.search(letter.body)[1]


def test_an_address_is_kept_once_its_mailbox_says_so(client, send):
    answer = send(language="ar", rhythm="at_once", everything="on")
    assert "بريد" in answer.text
    person = Subscriber.objects.get()
    assert (person.address, person.language) == ("salma@example.org", "ar")
    assert person.confirmed_at is None
    [letter] = mail.outbox
    assert letter.to == ["salma@example.org"]
    assert 'dir="rtl"' in html_of(letter)
    link = link_in(letter)
    assert link.startswith("/ar/subscribe/confirm/?t=")
    page = client.get(link)
    assert page.status_code == 200
    person.refresh_from_db()
    assert person.confirmed_at is None, "programs open links before people do"
    answer = client.post(link)
    person.refresh_from_db()
    assert person.confirmed_at
    assert person.subscriptions.get().confirmed_at
    choices = client.get(answer.url)
    assert "salma@example.org" in choices.text


def test_nobody_learns_who_is_subscribed(send):
    subscriber("known@example.org")
    subscriber("paused@example.org", paused_at=timezone.now())
    known, paused, unknown = (
        send(one) for one in ("known@example.org", "paused@example.org", "new@example.org")
    )
    assert known.status_code == unknown.status_code == 200
    assert known.text == unknown.text == paused.text
    assert known.headers == unknown.headers


def test_whoever_types_an_address_changes_nothing_of_a_subscriber(send):
    topic = TopicFactory()
    person = subscriber("salma@example.org", ("fr", None), rhythm="digest")
    send(language="ar", rhythm="at_once", topic=topic.key)
    person.refresh_from_db()
    assert (person.language, person.rhythm) == ("fr", "digest")
    assert [one.topic for one in person.subscriptions.exclude(confirmed_at=None)] == [None]


def test_an_address_gets_three_links_a_day_however_often_it_is_typed(send):
    answers = {send().text for _ in range(6)}
    assert len(answers) == 1
    assert len(mail.outbox) == 3


def test_a_network_that_floods_the_form_is_told_to_wait(send):
    for n in range(rate_limits.OF_NETWORK):
        assert send(f"reader{n}@example.org").status_code == 200
    assert send("one-more@example.org").status_code == 429
    assert not Subscriber.objects.filter(address="one-more@example.org").exists()


def test_a_form_that_a_foreign_page_sends_is_not_taken(client):
    answer = client.post(
        "/fr/subscribe/", {"address": ADDRESS}, headers={"Sec-Fetch-Site": "cross-site"}
    )
    assert answer.status_code == 429
    assert not Subscriber.objects.exists()


def test_a_program_that_fills_in_what_nobody_sees_is_answered_and_not_believed(send):
    answer = send(website="https://spam.example")
    assert answer.status_code == 200
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "salma",
        "a@b",
        "x@example.org\nBcc: y@example.org",
        "a" * 300,
        "ſam@example.com",
        "ı@example.com",
        "İ@example.com",
    ],
)
def test_what_is_no_address_is_asked_for_again(send, typed):
    answer = send(typed)
    assert answer.status_code == 422
    assert "aria-invalid" in answer.text
    assert not Subscriber.objects.exists()


def test_the_form_opens_with_the_topic_or_event_that_it_came_from(client):
    topic, event = TopicFactory(name_fr="Migration"), EventFactory()
    page = client.get(f"/fr/subscribe/?topic={topic.key}&event={event.key}").text
    assert re.search(rf'value="{topic.key}"\s+checked', page)
    assert re.search(rf'value="{event.key}"\s+checked', page)
    for record in (topic, event):
        own = client.get(record.url_in("fr")).text
        assert f'name="{record.page}" value="{record.key}"' in own
        assert 'action="/fr/subscribe/"' in own


def test_the_form_names_no_topic_that_readers_may_not_know(client):
    hidden = TopicFactory(name_fr="Négociation secrète", is_listed=False)
    ArticleFactory().topics.add(hidden)
    page = client.get(f"/fr/subscribe/?topic={hidden.key}").text
    assert "secrète" not in page
    person = subscriber("salma@example.org", ("fr", hidden))
    assert not [one for one in subscription_choices(person) if "secrète" in one.name]


def choices_of(person):
    return f"/fr/subscribe/choices/?t={sealed(Purpose.CHOICES, person.key)}"


def test_somebody_changes_what_they_receive(client):
    topic, other = TopicFactory(), TopicFactory()
    person = subscriber("salma@example.org", ("fr", topic), ("fr", None))
    kept = person.subscriptions.get(topic=topic)
    url = choices_of(person)
    form = {"kept": kept.key, "topic-fr": other.key, "rhythm": "digest", "mails_in": "ar"}
    client.post(url, form)
    person.refresh_from_db()
    assert (person.rhythm, person.language) == ("digest", "ar")
    assert {one.topic for one in person.subscriptions.all()} == {topic, other}
    kept_now = person.subscriptions.get(topic=topic)
    assert kept_now.confirmed_at == kept.confirmed_at


def test_what_was_asked_for_and_is_ticked_on_the_own_page_is_received(client, send):
    topic, event = TopicFactory(name_fr="Migration"), EventFactory()
    ArticleFactory(live=["fr"], event=event).topics.add(topic)
    person = subscriber("salma@example.org", ("fr", None))
    send(topic=topic.key, event=event.key)
    url = choices_of(person)
    page = client.get(url).text
    asked = person.subscriptions.get(event=event)
    assert re.search(rf'name="kept"\s+value="{asked.key}"\s*>', page), "offered, and not ticked"
    kept = [one.key for one in person.subscriptions.filter(topic=None)]
    client.post(url, {"kept": kept, "topic-fr": topic.key, "rhythm": "digest", "mails_in": "fr"})
    received = person.subscriptions.exclude(confirmed_at=None)
    assert {(one.topic, one.event) for one in received} == {
        (None, None), (None, event), (topic, None),
    }  # fmt: skip


def test_what_anybody_asked_for_with_an_address_takes_no_topic_from_its_page(client, send):
    topics = [TopicFactory() for _ in range(5)]
    for one in topics:
        ArticleFactory(live=["fr"]).topics.add(one)
    person = subscriber("salma@example.org", ("fr", None))
    send(topic=[one.key for one in topics])
    page = client.get(choices_of(person)).text
    for one in topics:
        assert page.count(f'name="topic-fr" value="{one.key}"') == 1
    assert page.count('name="kept"') == 1
    form = {"kept": person.subscriptions.get(topic=None).key, "topic-fr": topics[0].key}
    client.post(choices_of(person), form)
    assert {one.topic for one in person.subscriptions.all()} == {None, topics[0]}


def test_who_reads_both_languages_adds_topics_and_events_in_either(client):
    topic, event = TopicFactory(name_ar="الماء"), EventFactory(name_ar="المؤتمر")
    person = subscriber("salma@example.org", ("fr", topic), ("fr", event))
    page = client.get(choices_of(person)).text
    assert f'name="topic-fr" value="{topic.key}"' not in page
    assert f'name="topic-ar" value="{topic.key}"' in page
    assert f'name="event-ar" value="{event.key}"' in page
    assert '<bdi lang="ar" dir="rtl">الماء</bdi>' in page
    assert '(<bdi lang="ar">العربية</bdi>)</summary>' in page
    kept = [one.key for one in person.subscriptions.all()]
    form = {"kept": kept, "topic-ar": topic.key, "event-ar": event.key, "rhythm": "digest"}
    client.post(choices_of(person), form)
    assert {(one.language, one.topic_id, one.event_id) for one in person.subscriptions.all()} == {
        (language, *about)
        for language in ("fr", "ar")
        for about in ((topic.pk, None), (None, event.pk))
    }


def leave_link(person):
    return f"/fr/subscribe/leave/?t={sealed(Purpose.LEAVE, person.key)}"


def test_a_mail_program_leaves_with_one_click_and_nothing_is_kept(client):
    person = subscriber("salma@example.org", ("fr", None))
    link = leave_link(person)
    assert client.get(link).status_code == 200
    assert Subscriber.objects.exists(), "to look at the link changes nothing"
    answer = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not Subscriber.objects.exists()
    assert not Subscription.objects.exists()
    assert "Vous ne recevrez plus nos actualités." in answer.text
    again = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert again.status_code == 200
    # Back to the page, and loaded once more.
    assert "Vous êtes déjà désabonné" in client.get(link).text


def test_any_other_link_says_first_that_somebody_may_have_left(client):
    person = subscriber("salma@example.org", ("fr", None))
    link = f"/fr/subscribe/choices/?t={sealed(Purpose.CHOICES, person.key)}"
    person.delete()
    gone = client.get(link)
    assert gone.status_code == 410
    assert "Vous êtes peut-être déjà désabonné" in gone.text


@pytest.mark.parametrize(("language", "subject"), [
    ("fr", "À confirmer : nos actualités par courriel – Les Deux Rives"),
    ("ar", "للتأكيد: أخبارنا بالبريد – Les Deux Rives"),
])  # fmt: skip
def test_a_mail_to_confirm_names_the_newsroom_without_inflecting_it(send, language, subject):
    newsroom = Newsroom.the_one()
    newsroom.name_fr = newsroom.name_ar = "Les Deux Rives"
    newsroom.save()
    send(language=language)
    [letter] = mail.outbox
    assert letter.subject.replace("\u00a0", " ").replace("\u202f", " ") == subject


@pytest.mark.parametrize("how", ["cut short", "of a secret that nobody knows"])
def test_nobody_is_told_that_they_left_by_a_link_that_does_nothing(client, settings, how):
    person = subscriber("salma@example.org")
    link = leave_link(person)
    if how == "cut short":
        link = link[:-1]
    else:
        settings.SECRET_KEY = "another secret"
    answer = client.post(link, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 410
    assert "Vous êtes désabonné" not in answer.text
    assert Subscriber.objects.filter(pk=person.pk).exists()


def test_a_link_of_a_mail_leads_on_after_the_secret_changed_if_the_old_one_is_named(
    client, settings
):
    person = subscriber("salma@example.org")
    link = leave_link(person)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another secret"
    assert client.post(link).status_code == 200
    assert not Subscriber.objects.exists()


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("page", ["subscribe", "confirm", "choices", "leave"])
def test_a_form_that_comes_without_a_cookie_is_taken(language, page):
    """From a mail program, from a page that a device kept, from a browser that keeps no cookies."""
    person = subscriber("salma@example.org")
    strict = Client(enforce_csrf_checks=True)
    if page == "subscribe":
        answer = strict.post(f"/{language}/subscribe/", {"address": "karim@example.org"})
        assert Subscriber.objects.filter(address="karim@example.org").exists()
    else:
        token = sealed(Purpose(page), person.key)
        url = f"/{language}/subscribe/{page}/?t={token}"
        answer = strict.post(url, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code in {200, 302}
    assert Subscriber.objects.filter(pk=person.pk).exists() == (page != "leave")


@pytest.mark.parametrize("page", ["confirm", "choices", "leave"])
def test_a_link_that_was_altered_opens_nothing_and_of_another_purpose_neither(client, page):
    person = subscriber("salma@example.org")
    wrong = Purpose.LEAVE if page != "leave" else Purpose.CHOICES
    for token in ("", "x", f"{person.key}-{'0' * 32}", sealed(wrong, person.key), "-" * 9):
        answer = client.get(f"/fr/subscribe/{page}/", {"t": token})
        assert "salma" not in answer.text
    assert Subscriber.objects.exists()


@pytest.mark.parametrize("page", ["confirm", "choices", "leave"])
def test_pages_of_one_person_are_kept_by_no_cache_and_found_by_no_search_engine(client, page):
    person = subscriber("salma@example.org")
    answer = client.get(f"/fr/subscribe/{page}/", {"t": sealed(Purpose(page), person.key)})
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_what_was_not_confirmed_in_a_week_is_deleted():
    now = timezone.now()
    subscriber("old@example.org", confirmed_at=None, asked_at=now - timedelta(days=8))
    young = subscriber("young@example.org", confirmed_at=None, asked_at=now - timedelta(days=6))
    subscriber("gone@example.org", paused_at=now - timedelta(days=91))
    known = subscriber("known@example.org")
    assert forget(now) == 2
    assert {*Subscriber.objects.all()} == {young, known}


def test_the_waiting_mail_names_nobody_and_is_not_sent_to_who_has_left():
    ask("salma@example.org", Language("fr"), "digest", Choices([Language("fr")]))
    [waiting] = Delivery.objects.filter(kind="confirmation")
    assert "salma" not in f"{waiting.content}"
    Subscriber.objects.all().delete()
    send_confirmations.call()
    assert mail.outbox == []
    assert not Delivery.objects.exists()


def test_who_chose_a_topic_that_is_merged_goes_on_with_the_other_and_once(chief):
    gone, kept = TopicFactory(), TopicFactory()
    one = subscriber("one@example.org", ("fr", gone))
    both = subscriber("both@example.org", ("fr", gone), ("fr", kept), ("ar", gone))
    merging.merge(gone, kept, by=chief)
    assert [choice.topic for choice in one.subscriptions.all()] == [kept]
    assert {(choice.language, choice.topic) for choice in both.subscriptions.all()} == {
        ("fr", kept),
        ("ar", kept),
    }


def test_a_topic_that_readers_chose_is_deleted_as_any_other_and_names_nobody(client, chief):
    topic = TopicFactory()
    person = subscriber("salma@example.org", ("fr", topic))
    client.force_login(chief)
    url = f"/admin/articles/topic/{topic.pk}/delete/"
    page = client.get(url)
    assert "salma" not in page.text
    client.post(url, {"post": "yes"})
    assert not person.subscriptions.exists()
    assert not type(topic).objects.filter(pk=topic.pk).exists()
