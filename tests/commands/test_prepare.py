"""An empty newsroom is filled with one of this week, in both languages and with work for everybody."""

import itertools
import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import escape

from articles.desk.dashboard.overview import dashboard_of
from articles.desk.translation.tasks import tasks_of
from articles.languages import Language
from articles.management.demo import newsroom as demo
from articles.management.demo.records import FOLDER, toml_tables
from articles.models import (
    Article,
    Correction,
    Event,
    Image,
    Note,
    Organization,
    Quote,
    Record,
    Revision,
    SearchEntry,
    Source,
    Speaker,
    Topic,
    Transition,
    Translation,
    User,
)
from articles.models.checks import Weight
from articles.models.phases import Phase
from articles.models.quotes import Quote as Words
from articles.text.richtext.paragraphs import plain_text
from articles.text.scripts import letters_in_script

CAIRO = "cairo-plenary-report"
PAGES = (Article, Event, Speaker, Organization, Source, Topic)


def prepare():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.conf.settings.DEBUG", True)
        call_command("prepare", verbosity=0)


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    """The newsroom that `make run` shows, made once for all tests here."""
    with (
        django_db_blocker.unblock(),
        transaction.atomic(),
        translation.override("fr"),
    ):
        prepare()
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.usefixtures("newsroom", "db")]


def in_phase(phase, language):
    return [one for one in Article.objects.all() if one.phase_in(language) == phase]


def pages():
    """Every page of a record that readers of a language have."""
    for language, model in itertools.product(Language.all(), PAGES):
        with translation.override(language.code):
            shown = model.objects.live() if model is Article else model.objects.public()
            for one in shown:
                yield language, one.url_in(language)


# What there is.


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_readers_of_each_language_have_a_full_front_page(language):
    assert len(in_phase(Phase.PUBLISHED, language)) >= 30
    assert len(in_phase(Phase.SCHEDULED, language)) == 1
    assert len(in_phase(Phase.EMBARGOED, language)) == 1
    assert in_phase(Phase.DRAFT, language)
    assert in_phase(Phase.IN_REVIEW, language)


def test_some_wait_for_their_translation_and_some_translations_have_fallen_behind():
    states = [*Translation.objects.current().values_list("state", flat=True)]
    assert states.count("stale") == 3
    assert states.count("missing") >= 4
    assert states.count("in_progress") == 2
    assert states.count("done") >= 25


def test_it_has_kinds_topics_sources_and_both_original_languages():
    articles = Article.objects.exclude(key=CAIRO)
    assert {*articles.values_list("kind", flat=True)} == {*Article.Kind.values}
    assert {*articles.values_list("original_language", flat=True)} == {"fr", "ar"}
    assert len({*articles.values_list("byline", flat=True)}) >= 8
    assert articles.values("source").distinct().count() >= 4
    for topic in Topic.objects.exclude(key__in=["marrakech-compact"]):
        assert Article.objects.live().filter(topics=topic).count() >= 2, topic


def test_a_dozen_are_long_with_headings_and_somebodys_words():
    bodies = Article.objects.live(language="fr").exclude(key=CAIRO)
    long = [
        one
        for one in bodies
        if len(plain_text(one.body_fr).split()) >= 180 and "<h2>" in one.body_fr
    ]
    assert len(long) >= 12
    for article in long:
        assert article.body_fr.count("<h2>") == article.body_ar.count("<h2>") >= 1, article
        assert article.quotes.count() >= 2, article


def test_women_and_men_speak_in_feminine_and_masculine():
    said = [*Words.objects.exclude(article__key=CAIRO).values_list("position_fr", flat=True)]
    assert any(one.startswith("Directrice") for one in said)
    assert any(one.startswith("Directeur") for one in said)
    titles = Speaker.objects.values_list("honorific_fr", flat=True)
    assert min([*titles].count("Mme"), [*titles].count("M.")) >= 7


def test_next_week_has_a_conference_with_sessions_and_people():
    whole = Event.objects.get(key="oasis-water-conference")
    assert timezone.localdate() < whole.starts_on <= timezone.localdate() + timedelta(days=7)
    sessions = whole.sessions.all()
    assert len(sessions) == 4
    assert all(whole.starts_on <= one.starts_on <= whole.ends_on for one in sessions)
    assert all(one.appearances.exists() and one.starts_at for one in sessions)


def test_one_that_has_just_ended_has_its_coverage():
    event = Event.objects.get(key="mobility-forum")
    assert event in Event.objects.past()
    for language in Language.all():
        assert event.articles.live(language=language).count() >= 4


def test_readers_are_told_of_a_correction_and_of_updates_this_week():
    since = timezone.localdate() - timedelta(days=7)
    told = Correction.objects.filter(made_on__gte=since)
    assert [one.article.key for one in told.of_substance()] == ["coffee-prices"]
    assert all(told.of_substance().get().said("text", one) for one in Language.all())
    assert told.updates().count() == 3


# Times.


def test_it_is_of_the_last_ten_days_and_nothing_is_written_at_night():
    now = timezone.now()
    for language, article in itertools.product(Language.all(), Article.objects.exclude(key=CAIRO)):
        moment = article.published_at_in(language)
        if moment and article.is_live(language):
            assert now - timedelta(days=10, hours=12) < moment <= now, article
            assert 5 <= timezone.localtime(moment).hour <= 22, article


def test_its_history_is_as_old_as_what_was_done():
    today_began = timezone.localtime().replace(hour=0, minute=0)
    article = Article.objects.get(key="remittances-analysis")
    assert article.created_at < today_began
    assert all(one.made_at < today_began for one in article.revisions.all())
    assert all(one.made_at < today_began for one in article.transitions.all())
    assert [one.to_status for one in article.transitions.order_by("pk")] == [
        "in_review",
        "published",
        "published",
    ]


def test_everything_has_a_revision_that_says_who_did_it():
    for article in Article.objects.exclude(key=CAIRO):
        assert {str(one.made_by) for one in article.revisions.all()} <= {
            "reporter",
            "translator",
            "editor",
            "chief",
        }
        assert article.revisions.exists()


# What is right.


def test_nothing_blocks_what_readers_have_and_typography_finds_nothing():
    for language, article in itertools.product(Language.all(), Article.objects.exclude(key=CAIRO)):
        if not article.said("headline", language):
            continue
        found = [one for one in article.findings(language) if one.check.name != "embargo"]
        # That a picture would do it good is no fault of a text.
        found = [one for one in found if one.check.weight != Weight.ADVISES]
        if not article.is_live(language):
            found = [one for one in found if one.check.name != "date"]
        assert [(one.check.name, str(one.fault.sentence)) for one in found] == [], article.key


def test_a_headline_quotes_what_somebody_says_in_the_text():
    marks = {"fr": re.compile("«\\s*(.+?)\\s*»"), "ar": re.compile("«(.+?)»")}
    found = 0
    for language, article in itertools.product(Language.all(), Article.objects.exclude(key=CAIRO)):
        said = [one.said("text", language) for one in article.quotes.all()]
        for words in marks[language.code].findall(article.said("headline", language)):
            assert words in said, article
            found += 1
    assert found >= 4


def test_a_quotation_is_a_sentence_of_its_own():
    for quote in Words.objects.exclude(article__key=CAIRO):
        assert not quote.text_fr or quote.text_fr[0].isupper(), quote
        assert not (quote.text_ar or "").startswith(("أن ", "أنه ", "أنها ")), quote


def test_in_an_interview_whoever_is_asked_answers_in_the_first_person():
    for path in (FOLDER / "articles").glob("*.toml"):
        if toml_tables(path)["kind"] != "interview":
            continue
        for language in Language.all():
            text = path.with_suffix(f".{language.code}.md").read_text(encoding="utf-8")
            answers = text.split("**", 1)[1]
            assert "«" not in answers, path.name


def test_readers_are_told_of_nothing_before_it_happened():
    placed = re.compile(r"\{(?:weekday|date(?=-))([+-]\d+)\}")
    for path in (FOLDER / "articles").glob("*.toml"):
        facts = toml_tables(path)
        for language in Language.all():
            at = facts.get(language.code, {}).get("at", "")
            if " " not in at:
                continue
            text = path.with_suffix(f".{language.code}.md").read_text(encoding="utf-8")
            for one in facts.get("changes", []):
                text = text.replace(one.get(language.code, {}).get("after", " "), "")
            days = [int(day) for day in placed.findall(text)]
            assert all(day <= int(at.split()[0]) for day in days), path.name


def test_every_event_has_the_hours_of_its_place():
    zones = {"MA": "Africa/Casablanca", "TN": "Africa/Tunis"}
    zones |= {"DZ": "Africa/Algiers", "LB": "Asia/Beirut"}
    ours = Event.objects.filter(key__in=toml_tables(FOLDER / "newsroom" / "events.toml"))
    assert len(ours) == 10
    for event in ours.select_related("place"):
        assert event.time_zone == zones[event.place.country], event


def test_readers_of_each_language_can_read_who_wrote_it():
    for article in Article.objects.exclude(key=CAIRO):
        own, letters = letters_in_script(article.byline, "Latn")
        assert own == letters, article


def test_every_name_under_an_article_is_written_in_arabic_too_before_its_text_is():
    signed = Article.with_copies.exclude(byline="")
    assert any(not one.body_ar for one in signed)
    assert [one.key for one in signed if not one.local_byline_ar] == []


def test_no_text_is_in_the_letters_of_another_language():
    for model in (Article, Event, Speaker, Organization, Source, Topic, Image, Correction, Quote):
        columns = {one.name for one in model._meta.fields}
        for row, language in itertools.product(model.objects.all(), Language.all()):
            for name in ("headline", "standfirst", "body", "name", "description", "text"):
                if language.field(name) in columns:
                    words = plain_text(row.said(name, language))
                    own, letters = letters_in_script(words, language.script)
                    assert own >= letters * 0.9, (row, name)


def test_texts_outside_articles_have_french_signs():
    straight = re.compile(r"['\"]|« |[^\s\u202f][;:!?](?=\s|$)")
    for path in (FOLDER / "newsroom").glob("*.toml"):
        for record in toml_tables(path).values():
            for value in record.values():
                if isinstance(value, dict) and "fr" in value:
                    assert not straight.search(value["fr"]), value["fr"]


@pytest.mark.parametrize(("language", "name"), [("fr", "Les Deux Rives"), ("ar", "الضفتان")])
def test_the_newsroom_has_a_name_of_its_own_in_each_language(client, language, name):
    assert name in client.get(f"/{language}/").text


def test_every_public_page_answers_in_both_languages():
    found = [*pages()]
    assert len(found) > 150
    reader = Client()
    wrong = [page for _language, page in found if reader.get(page).status_code != 200]
    assert wrong == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_lists_show_the_newest_what_comes_and_what_was_corrected(language):
    with translation.override(language):
        newest = Article.objects.live().newest_first().first().headline
        comes = Event.objects.get(key="oasis-water-conference").name
        corrected = Correction.objects.of_substance().get().text
        shown = {"home": newest, "articles": newest, "events": comes, "corrections": corrected}
        for name, words in shown.items():
            page = Client().get(reverse(name)).content.decode()
            assert escape(words) in page, name


def test_every_picture_has_its_file_its_credit_and_its_licence():
    pictures = Image.objects.all()
    assert len(pictures) >= 15
    assert not pictures.without_alt().exists()
    assert not pictures.without_credit().exists()
    readme = (FOLDER / "pictures" / "README.md").read_text(encoding="utf-8")
    for picture in pictures:
        assert "https://" in picture.licence
        assert f"`{picture.key}.jpg`" in readme
        assert picture.file.size < 200_000
        assert picture.articles.exists(), picture


def test_the_search_index_has_kept_up(capsys):
    call_command("check_search")


# What the desk has to do.


@pytest.mark.parametrize("role", ["reporter", "translator", "editor", "chief"])
def test_nobodys_desk_is_empty(role):
    user = User.objects.get(username=role)
    desk = dashboard_of(user)
    queues = {queue.name: queue.number for queue in desk.queues}
    mine = {
        "reporter": queues["mine"],
        "translator": min(queues["translate"], queues["stale"], tasks_of(user).number),
        "editor": min(queues["mine"], queues["review"], queues["changes"]),
        "chief": min(queues["mine"], queues["changes"]),
    }
    assert mine[role] >= 1
    assert desk.notes_number >= 1
    assert desk.scheduled >= 2


def test_the_desk_page_of_every_account_opens():
    for user in User.objects.all():
        browser = Client()
        browser.force_login(user)
        assert browser.get(reverse("admin:index")).status_code == 200


# Again.


def counts():
    kinds = [one for one in Record.__subclasses__() if not one._meta.abstract]
    return {one: one._base_manager.count() for one in [*kinds, *PAGES, Revision, SearchEntry]}


def test_a_second_start_changes_nothing():
    before = counts()
    prepare()
    assert counts() == before
    assert demo.load_newsroom({}) == 0
    assert counts() == before


def test_notes_wait_for_those_they_address():
    assert Note.objects.filter(resolved_at=None).count() >= 6
    assert Note.objects.requests().count() == 1


def test_moves_were_made_by_those_who_may():
    published = Transition.objects.filter(to_status="published").exclude(article__key=CAIRO)
    assert {str(one.made_by) for one in published} == {"editor"}
