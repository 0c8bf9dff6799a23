"""What is to come, and what has gone by itself, is nowhere shown as published."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.notes import leave_note
from articles.models import Article, Revision
from tests.admin.forms import change_url, opened
from tests.conftest import member_of
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

LIST = "/admin/articles/article/"
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
PAST, TO_COME, LATER = NOON - timedelta(days=2), NOON + timedelta(days=2), NOON + timedelta(days=4)

STATES = {
    "scheduled": {"published_at_fr": TO_COME},
    "embargoed": {"published_at_fr": PAST, "embargoed_until": TO_COME},
    "expired": {"published_at_fr": PAST, "live_until_fr": NOON - timedelta(days=1)},
    "published": {"published_at_fr": PAST},
}
WORDS = {
    "scheduled": "programmé, le 3 juin 2026 à 13:00 (heure de Casablanca)",
    "embargoed": "sous embargo jusqu’au 3 juin 2026 à 13:00 (heure de Casablanca)",
    "expired": "retiré à sa date, le 31 mai 2026 à 13:00 (heure de Casablanca)",
    "published": "publié",
}
IN_ARABIC = {
    "scheduled": "مجدول ليوم 3 يونيو 2026 على الساعة 13:00 (بتوقيت الدار البيضاء)",
    "embargoed": "محظور النشر إلى غاية 3 يونيو 2026 على الساعة 13:00 (بتوقيت الدار البيضاء)",
    "expired": "سُحب في موعده، 31 ماي 2026 على الساعة 13:00 (بتوقيت الدار البيضاء)",
    "published": "منشور",
}


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """Sets what time it is."""

    def at(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)

    at(NOON)
    return at


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


def article_in(state, **more):
    return ArticleFactory(live=["fr"], headline_fr=f"Texte {state}", **STATES[state], **more)


def chips(page, part="."):
    """The states on a page: their class, and their words."""
    found = html.fromstring(page).xpath(f"{part}//span[contains(@class, 'state ')]")
    return {(one.get("class").split()[1], " ".join(one.text_content().split())) for one in found}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_page_of_the_desk_says_the_state_of_the_moment(desk, chief, state, language):
    chief.language = language
    chief.save()
    article, words = article_in(state), {"fr": WORDS, "ar": IN_ARABIC}[language][state]
    pages = [
        change_url(article),
        reverse("admin:articles_article_preview", args=[article.pk, "fr"]),
        reverse("admin:articles_translations"),
    ]
    for address in pages:
        found = {(kind, said) for kind, said in chips(desk.get(address).text) if kind == state}
        assert any(said.endswith(words) for _, said in found), (address, found)
        others = {kind for kind, _ in chips(desk.get(address).text)} & {*STATES} - {state}
        assert not others, (address, others)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("scheduled", "Français programmé 3 jui. 13:00"),
        ("embargoed", "Français sous embargo 3 jui. 13:00"),
        ("expired", "Français retiré à sa date 31 mai 13:00"),
        ("published", "Français publié"),
    ],
)
def test_the_column_of_its_language_says_it_in_short(desk, state, words):
    article_in(state)
    page = desk.get(LIST).text
    cell = html.fromstring(page).xpath("//td[contains(@class, 'field-states_fr')]")[0]
    assert " ".join(" ".join(cell.itertext()).split()) == words
    assert f'title="{WORDS[state]}"' in page


@pytest.mark.parametrize("state", STATES)
def test_a_list_is_narrowed_to_what_is_in_a_state_now(desk, clock, state):
    for one in STATES:
        article_in(one)
    page = desk.get(LIST, {"phase_fr": state}).text
    assert re.findall(r">(Texte \w+)<", page) == [f"Texte {state}"]
    assert f"phase_fr={state}" in page
    # Two days later what was to come has come.
    clock(TO_COME)
    page = desk.get(LIST, {"phase_fr": state}).text
    now_published = {"Texte published", "Texte scheduled", "Texte embargoed"}
    expected = {"published": now_published, "expired": {"Texte expired"}}.get(state, set())
    assert set(re.findall(r">(Texte \w+)<", page)) == expected


def test_the_filter_counts_and_takes_no_nonsense(desk):
    article_in("scheduled")
    assert "programmé (1)" in desk.get(LIST, {"_facets": "True"}).text
    assert "Texte scheduled" in desk.get(LIST, {"phase_fr": "<b>"}).text


@pytest.mark.parametrize(
    ("dates", "label"),
    [
        ({}, "Publier – français"),
        ({"published_at_fr": PAST}, "Publier – français"),
        ({"published_at_fr": TO_COME}, "Programmer – français"),
        ({"embargoed_until": TO_COME}, "Programmer – français"),
        ({"embargoed_until": PAST}, "Publier – français"),
    ],
)
def test_a_button_says_whether_it_publishes_or_schedules(desk, dates, label):
    page = desk.get(change_url(ArticleFactory(**dates))).text
    button = html.fromstring(page).xpath("//input[@name='_move-fr-published']")[0]
    assert button.get("value") == label


@pytest.mark.parametrize("known", [True, False], ids=["of an article", "of a new one"])
def test_the_buttons_labels_follow_the_dates_that_are_typed(desk, known):
    article = ArticleFactory()
    address = reverse("admin:articles_article_labels", args=[article.pk] if known else [])
    for typed, verb in (("03/06/2026", "Programmer"), ("01/01/2026", "Publier"), ("", "Publier")):
        dates = {"published_at_fr_0": typed, "published_at_fr_1": "10:00:00" if typed else ""}
        labels = desk.post(address, dates).json()
        assert labels["_move-fr-published"] == f"{verb} – français"
    assert Article.objects.get(pk=article.pk).published_at_fr is None


def test_who_may_not_publish_has_no_such_labels(client, reporter):
    article = ArticleFactory(created_by=reporter)
    client.force_login(reporter)
    address = reverse("admin:articles_article_labels", args=[article.pk])
    assert "_move-fr-published" not in client.post(address).json()
    other = reverse("admin:articles_article_labels", args=[ArticleFactory().pk])
    assert client.post(other).status_code in {403, 404}


def test_the_week_tells_the_end_of_an_embargo_from_a_date(desk):
    article_in("embargoed")
    page = html.fromstring(desk.get("/admin/").text)
    (what,) = page.xpath("//section[@class='week']//span[@class='what']")
    assert what.text_content().strip() == "fin de l’embargo"


def test_the_history_says_scheduled_and_from_when_of_each_move_and_version(desk, chief):
    article = ArticleFactory(headline_fr="Titre", published_at_fr=TO_COME)
    opened(desk, article)
    article.publish("fr", by=chief)
    opened(desk, article)
    Revision.objects.update(made_at=NOON)
    page = desk.get(reverse("admin:articles_article_history", args=[article.pk])).text
    assert f"français : brouillon → {WORDS['scheduled']}" in page
    assert "<ins>programmé</ins>" in page


def test_in_arabic_a_move_is_told_by_the_name_of_its_language_and_the_arrow_points_on(desk, chief):
    chief.language = "ar"
    chief.save()
    article = ArticleFactory(headline_fr="Titre")
    article.move("fr", "in_review", by=chief)
    for page in ("history", "delete"):
        said = desk.get(reverse(f"admin:articles_article_{page}", args=[article.pk])).text
        assert "الفرنسية: مسودة ← قيد المراجعة" in said, page
        assert "fr: " not in said, page


def test_the_states_of_an_article_begin_with_the_language_of_the_desk(desk, chief):
    article = ArticleFactory(live=["fr", "ar"])
    for language, first in (("fr", "Français"), ("ar", "العربية")):
        chief.language = language
        chief.save()
        page = html.fromstring(desk.get(change_url(article)).text)
        states = page.xpath("//*[contains(@class, 'writing-state')]//*[@class='states']/span")
        assert states[0].text_content().strip().startswith(first)


def test_a_date_in_the_history_is_read_by_the_newsrooms_clock(desk, chief):
    article = ArticleFactory(headline_fr="Titre")
    opened(desk, article)
    Article.objects.filter(pk=article.pk).update(published_at_fr=TO_COME)
    opened(desk, article)
    page = desk.get(reverse("admin:articles_article_history", args=[article.pk])).text
    assert "3 juin 2026 à 13:00 (heure de Casablanca)" in html.fromstring(page).text_content()


@pytest.mark.parametrize("state", STATES)
def test_a_note_by_mail_says_what_the_text_is_now(chief, state, django_capture_on_commit_callbacks):
    salma = member_of("editor")
    salma.email, salma.language = "salma@newsroom.example", "fr"
    salma.save()
    with django_capture_on_commit_callbacks(execute=True):
        leave_note(article_in(state), "@editor À voir.", by=chief)
    assert f"Français : {WORDS[state]}\n" in mail.outbox[0].body


def test_a_language_that_is_not_written_is_no_draft_beside_its_missing_translation(client, editor):
    article = ArticleFactory(headline_ar="", body_ar="")
    client.force_login(editor)
    listed = html.fromstring(client.get(reverse("admin:articles_article_changelist")).text)
    form = html.fromstring(client.get(change_url(article)).text)
    chips = "//*[contains(@class, 'state ')]/@class"
    for states in (listed.xpath(f"//td{chips}"), form.xpath(f"//p[@class='states']{chips}")):
        assert states == ["state draft", "state translation-missing"]


def test_an_arabic_page_names_each_language_in_arabic(client, editor):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    page = html.fromstring(client.get(change_url(ArticleFactory(live=["fr"]))).text)
    for states in page.xpath("//p[@class='states']"):
        assert "Français" not in states.text_content()
        assert "الفرنسية" in states.text_content() or "العربية" in states.text_content()
