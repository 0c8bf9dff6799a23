"""The first page of the desk: what waits for whom, and one click to act."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse, reverse_lazy
from django.utils import timezone, translation
from lxml import html

from articles.desk.dashboard.overview import dashboard_of
from articles.desk.editing import history, working_copies
from articles.models import Article, Status
from tests.factories import ArticleFactory, NoteFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

MOST_QUERIES = 14
LIST = reverse_lazy("admin:articles_article_changelist")


def queue(user, name):
    found = next(one for one in dashboard_of(user).queues if one.name == name)
    return [(text.article, text.language.code) for text in found.texts]


def step(article, code):
    return reverse("admin:articles_article_step", args=[article.pk, code])


def waiting(**fields):
    return ArticleFactory(status_fr=Status.IN_REVIEW, **fields)


def test_texts_in_review_wait_the_longest_first_language_by_language(editor):
    newer, older = waiting(), ArticleFactory(status_ar=Status.IN_REVIEW)
    Article.objects.filter(pk=older.pk).update(updated_at=timezone.now() - timedelta(days=1))
    ArticleFactory()
    assert queue(editor, "review") == [(older, "ar"), (newer, "fr")]


def test_what_is_ready_waits_for_whoever_may_publish(editor, translator):
    article = ArticleFactory(status_fr=Status.READY)
    assert queue(editor, "mine") == [(article, "fr")]
    assert queue(translator, "mine") == []


def test_a_text_that_was_sent_back_waits_for_who_submitted_it(reporter, editor):
    article = ArticleFactory(created_by=reporter)
    article.move("fr", Status.IN_REVIEW, by=reporter)
    assert queue(reporter, "mine") == []
    article.move("fr", Status.DRAFT, by=editor, note="Il manque la source.")
    assert queue(reporter, "mine") == [(article, "fr")]
    assert queue(editor, "mine") == []
    article.move("fr", Status.IN_REVIEW, by=reporter)
    assert queue(reporter, "mine") == []


def test_what_readers_of_one_language_have_is_to_be_translated_into_the_other(editor):
    french, arabic = (
        ArticleFactory(live=["fr"]),
        ArticleFactory(live=["ar"], original_language="ar"),
    )
    ArticleFactory(live=["fr", "ar"])
    ArticleFactory(live=["fr"], status_ar=Status.IN_REVIEW)
    ArticleFactory()
    assert set(queue(editor, "translate")) == {(french, "ar"), (arabic, "fr")}
    editor.languages = ["ar"]
    assert queue(editor, "translate") == [(french, "ar")]


def test_an_original_is_no_translation_to_do_though_readers_have_its_translation(editor, chief):
    article = ArticleFactory(live=["fr", "ar"], original_language="fr")
    article.withdraw("fr", by=chief, note="Un chiffre est faux.")
    article.move("fr", Status.DRAFT, by=chief, note="À récrire.")
    assert queue(editor, "translate") == []
    never_out = ArticleFactory(live=["ar"], original_language="fr")
    never_out.move("fr", Status.IN_REVIEW, by=editor)
    never_out.move("fr", Status.DRAFT, by=editor, note="Il manque la source.")
    assert queue(editor, "translate") == []
    # Nobody said which language was first: it may be a translation.
    unknown = ArticleFactory(live=["ar"], original_language="")
    assert queue(editor, "translate") == [(unknown, "fr")]


def test_a_working_copy_in_which_nothing_was_written_is_no_change_that_waits(client, editor):
    article = ArticleFactory(live=["fr"])
    copy = working_copies.open_copy(article, by=editor)
    assert queue(editor, "changes") == []
    client.force_login(editor)
    assert "modifications en attente" not in client.get(LIST).text
    assert "ouverte, rien n’y diffère" in client.get(LIST).text
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    history.keep_if_changed(copy, by=editor)
    assert queue(editor, "changes") == [(article, "fr")]
    assert "rien n’y diffère" not in client.get("/admin/").text
    assert "rien n’y diffère" not in client.get(LIST).text
    copy.headline_fr = article.headline_fr
    copy.save()
    history.keep_if_changed(copy, by=editor)
    assert "Une copie de travail est ouverte, et rien n’y diffère" in client.get("/admin/").text


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_changes_that_wait_have_no_move_of_a_language_beside_them(editor, language):
    article = ArticleFactory(live=["fr"], headline_ar="عنوان")
    copy = working_copies.open_copy(article, by=editor)
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    with translation.override(language):
        waiting = next(one for one in dashboard_of(editor).queues if one.name == "changes")
    assert [text.steps for text in waiting.texts] == [[]]


def test_what_is_to_be_translated_leads_to_its_translation_and_is_not_passed_on_empty(
    client, editor
):
    client.force_login(editor)
    article = ArticleFactory(live=["fr"], headline_fr="Le Maroc préside", headline_ar="")
    page = html.fromstring(client.get("/admin/").text)
    line = page.xpath("//section[@aria-labelledby='pile-translate']/ul/li")[0]
    assert [one.text_content() for one in line.xpath(".//*[contains(@class, 'step')]")] == [
        "Traduire"
    ]
    path = reverse("admin:articles_article_translate", args=[article.pk, "ar"])
    assert line.xpath(f".//a[@href='{path}' and contains(@class, 'step')]")


def test_what_changed_in_a_working_copy_outside_the_desk_waits_too(editor):
    article = ArticleFactory(live=["fr"])
    copy = working_copies.open_copy(article, by=editor)
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    assert queue(editor, "changes") == [(article, "fr")]


def test_the_newest_publications_come_first_and_old_ones_are_past(editor):
    now = timezone.now()
    first = ArticleFactory(live=["fr"], published_at_fr=now - timedelta(days=2))
    second = ArticleFactory(live=["ar"], published_at_ar=now - timedelta(days=1))
    ArticleFactory(live=["fr"], published_at_fr=now - timedelta(days=8))
    ArticleFactory(live=["fr"], published_at_fr=now + timedelta(days=1))
    assert queue(editor, "published") == [(second, "ar"), (first, "fr")]


def test_the_week_says_what_appears_and_what_leaves_on_which_day(editor):
    now = timezone.now()
    past, tomorrow, later = (now + timedelta(days=days) for days in (-1, 1, 3))
    appears = ArticleFactory(live=["fr"], published_at_fr=tomorrow)
    leaves = ArticleFactory(live=["ar"], published_at_ar=past, live_until_ar=later)
    embargoed = ArticleFactory(live=["fr"], published_at_fr=past, embargoed_until=later)
    ArticleFactory(live=["fr"], published_at_fr=now + timedelta(days=9))
    ArticleFactory(embargoed_until=tomorrow)
    week = dashboard_of(editor).week
    found = {(one.text.article, one.leaves): day.date for day in week for one in day.coming}
    assert found == {
        (appears, False): timezone.localdate(tomorrow),
        (leaves, True): timezone.localdate(later),
        (embargoed, False): timezone.localdate(later),
    }


def test_a_text_published_under_embargo_is_listed_once_at_its_embargos_end(editor):
    now = timezone.now()
    end = now + timedelta(days=2)
    ArticleFactory(live=["fr"], published_at_fr=now + timedelta(days=1), embargoed_until=end)
    coming = [one for day in dashboard_of(editor).week for one in day.coming]
    assert [one.moment for one in coming] == [end]


def test_piles_say_how_many_they_are_but_count_no_further_than_500(editor, monkeypatch):
    for module in ("queues", "queue_keys", "overview"):
        monkeypatch.setattr(f"articles.desk.dashboard.{module}.MOST", 2)
    for _ in range(2):
        waiting()
    assert next(one for one in dashboard_of(editor).queues if one.name == "review").count == "2"
    waiting()
    assert next(one for one in dashboard_of(editor).queues if one.name == "review").count == "2+"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", ["À relire", "À traduire", "Vous attendent", "La semaine à venir", "parution"]),
        ("ar", ["للمراجعة", "للترجمة", "في انتظارك", "الأسبوع المقبل", "يُنشر"]),
    ],
)
def test_the_page_speaks_the_language_of_the_person(client, editor, language, words):
    editor.language = language
    editor.save()
    waiting()
    ArticleFactory(live=["fr"], published_at_fr=timezone.now() + timedelta(hours=5))
    client.force_login(editor)
    page = client.get("/admin/").text
    assert all(one in page for one in words)
    # The lists of everything are in the navigation, and no longer beneath.
    assert 'class="app-list"' not in page
    assert page.index(reverse("admin:articles_speaker_changelist")) < page.index(words[0])


def test_one_click_approves_and_one_leads_to_the_text_before_it_is_published(client, editor):
    article = waiting()
    client.force_login(editor)
    page = client.get("/admin/").text
    form = re.search(rf'<form[^>]*action="{step(article, "fr")}".*?</form>', page, re.DOTALL)[0]
    assert re.findall(r'value="(ready|published)"', form) == ["ready"]
    reading = reverse("admin:articles_article_publish", args=[article.pk, "fr"])
    assert f'href="{reading}"' in form
    assert client.post(step(article, "fr"), {"to": "ready"}).url == "/admin/"
    assert client.post(step(article, "fr"), {"to": "published"}).url == reading
    article.refresh_from_db()
    assert article.status_fr == Status.READY
    assert [one.made_by for one in article.transitions.all()] == [editor]


def test_what_keeps_a_text_from_being_published_is_said_where_it_is_read(client, editor):
    article = ArticleFactory(status_fr=Status.READY)
    Article.objects.filter(pk=article.pk).update(body_fr="")
    client.force_login(editor)
    answer = client.post(step(article, "fr"), {"to": "published"}, follow=True)
    assert answer.redirect_chain[-1][0] == reverse(
        "admin:articles_article_publish", args=[article.pk, "fr"]
    )
    assert "1 point empêche la publication" in answer.text
    article.refresh_from_db()
    assert article.status_fr == Status.READY


def test_a_reporter_has_no_button_to_publish_and_a_forged_one_is_refused(client, reporter):
    article = waiting()
    client.force_login(reporter)
    assert 'value="published"' not in client.get("/admin/").text
    assert client.post(step(article, "fr"), {"to": "published"}).status_code in {403, 404}
    article.refresh_from_db()
    assert article.status_fr == Status.IN_REVIEW


@pytest.mark.parametrize(
    ("code", "to", "status"),
    [("fr", "withdrawn", 404), ("fr", "nonsense", 404), ("de", "published", 404)],
)
def test_what_is_no_step_onward_is_not_made_here(client, chief, code, to, status):
    article = ArticleFactory(live=["fr"])
    client.force_login(chief)
    assert client.post(step(article, code), {"to": to}).status_code == status
    assert client.get(step(article, "fr")).status_code == 405
    article.refresh_from_db()
    assert article.is_live("fr")


def test_who_has_no_language_assigned_has_a_desk_all_the_same(client, translator):
    translator.languages = []
    translator.save()
    ArticleFactory(live=["fr"])
    client.force_login(translator)
    assert client.get(reverse("admin:index")).status_code == 200
    assert queue(translator, "translate") == queue(translator, "stale") == []


def test_who_may_see_no_article_has_no_piles(client):
    client.force_login(UserFactory())
    assert "À relire" not in client.get("/admin/").text


def test_the_page_of_an_application_is_as_it_was(client, editor):
    client.force_login(editor)
    assert "À relire" not in client.get("/admin/articles/").text


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_is_at_most_fifteen_queries(client, editor, number):
    now = timezone.now()
    for n in range(number):
        waiting()
        ArticleFactory(status_ar=Status.READY)
        ArticleFactory(live=["fr"], published_at_fr=now - timedelta(hours=n))
        ArticleFactory(live=["ar"], published_at_ar=now + timedelta(hours=n + 1))
        NoteFactory().addressed.add(editor)
        article = ArticleFactory()
        article.move("fr", Status.IN_REVIEW, by=editor)
        article.move("fr", Status.DRAFT, by=editor, note="À revoir.")
    client.force_login(editor)
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/admin/").status_code == 200
    assert len(queries) <= MOST_QUERIES, [one["sql"] for one in queries]


@pytest.mark.parametrize("number", [1, 12])
def test_however_many_changes_wait_they_cost_the_page_one_query_more(client, editor, number):
    for n in range(number):
        copy = working_copies.open_copy(ArticleFactory(live=["fr"]), by=editor)
        copy.headline_fr = f"Le Maroc copréside {n}"
        copy.save()
        history.keep_if_changed(copy, by=editor)
    client.force_login(editor)
    with CaptureQueriesContext(connection) as queries:
        assert client.get("/admin/").status_code == 200
    assert len(queries) <= MOST_QUERIES + 1, [one["sql"] for one in queries]
