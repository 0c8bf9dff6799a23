"""Many articles at once: what will happen is said text by text, and each is done by itself."""

import csv
import io
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing.working_copies import open_copy
from articles.models import Article, Status, Translation
from tests.conftest import member_of
from tests.factories import ArticleFactory, QuoteFactory, TopicFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

LIST = reverse("admin:articles_article_changelist")
TOGETHER = reverse("admin:articles_article_together")
READY = {"status_fr": "ready", "headline_ar": "", "body_ar": ""}
WORD = "a" * 24


def chosen(client, act, *articles, **more):
    """The page that is shown for these articles of the list."""
    sent = {"action": act, "_selected_action": [one.pk for one in articles], **more}
    return html.fromstring(client.post(LIST, sent).text)


def lines(page):
    """Each text of the page: whether it can be ticked, is, and what is said of it."""
    return [
        (
            [one.get("checked") is not None for one in line.xpath(".//input[@name='cell']")],
            " ".join(line.text_content().split()),
        )
        for line in page.xpath("//*[@class='outcomes']/li/ul/li")
    ]


def sent(page, **more):
    """The form of the page as it would be sent: what is ticked, and what a person types."""
    form = page.xpath("//form[contains(@action, 'together')]")[0]
    hidden = {}
    for one in form.xpath(".//input[@type='hidden']"):
        hidden.setdefault(one.get("name"), []).append(one.get("value"))
    hidden["cell"] = form.xpath(".//input[@name='cell'][@checked]/@value")
    return {**hidden, "_do": "1", **more}


def messages(answer):
    page = html.fromstring(answer.text)
    return " ".join(page.xpath("string(//ul[@class='messagelist'])").split())


# What will happen.


def test_nothing_is_done_before_the_page_has_said_what_would_happen(client, editor):
    client.force_login(editor)
    ready = ArticleFactory(headline_fr="Prêt", **READY)
    planned = ArticleFactory(**READY, published_at_fr=timezone.now() + timedelta(days=1))
    draft = ArticleFactory(headline_ar="", body_ar="")
    live = ArticleFactory(live=["fr", "ar"])
    empty = ArticleFactory(headline_fr="Sans texte", **{**READY, "body_fr": ""})
    page = chosen(client, "move_published", ready, planned, draft, live, empty)
    said = lines(page)
    assert ([True], "Français prêt Les lecteurs l’ont aussitôt.") in said
    assert any(ticks == [True] and "Les lecteurs le verront le" in words for ticks, words in said)
    # Who chose it is told why it has no tick.
    why = "Non coché, car l’état est « brouillon »"
    assert any(ticks == [False] and why in words for ticks, words in said)
    assert said.count(([], "Arabe Il n’y a pas encore de texte dans cette langue.")) == 4
    assert said.count(([], "Français Publié")) == 1
    assert any("Texte (français)" in words for ticks, words in said if not ticks)
    assert Article.objects.filter(status_fr=Status.PUBLISHED).count() == 1


def test_what_is_ticked_is_published_and_nothing_else(client, editor):
    client.force_login(editor)
    first, second = ArticleFactory(**READY), ArticleFactory(**READY)
    form = sent(chosen(client, "move_published", first, second))
    form["cell"] = [f"{first.pk}:fr"]
    answer = client.post(TOGETHER, form, follow=True)
    assert "C’est fait. Textes concernés : 1." in messages(answer)
    assert [one.pk for one in Article.objects.live(language="fr")] == [first.pk]
    assert first.transitions.get().made_by == editor


def test_one_that_changed_meanwhile_stays_and_the_others_are_done(client, editor):
    client.force_login(editor)
    articles = [ArticleFactory(headline_fr=f"Article {n}", **READY) for n in range(4)]
    form = sent(chosen(client, "move_published", *articles))
    articles[0].headline_fr = "Article changé"
    articles[0].save()
    articles[1].move("fr", Status.DRAFT, by=editor, note="Non.")
    articles[2].delete()
    answer = client.post(TOGETHER, form, follow=True)
    said = messages(answer)
    assert "Textes concernés : 1." in said
    assert "Non fait (3)" in said
    assert "Article changé (français) – Il a changé" in said
    assert "n’est plus là" in said
    assert Article.objects.live(language="fr").get() == articles[3]


def test_sent_twice_it_is_done_once(client, editor):
    client.force_login(editor)
    article = ArticleFactory(**READY)
    form = sent(chosen(client, "move_published", article))
    client.post(TOGETHER, form)
    answer = client.post(TOGETHER, form, follow=True)
    assert "déjà" in messages(answer)
    assert "Non fait" not in messages(answer)
    assert article.transitions.count() == 1


def test_texts_are_sent_back_with_one_reason(client, editor):
    client.force_login(editor)
    articles = [ArticleFactory(**READY), ArticleFactory(**READY)]
    page = chosen(client, "move_draft", *articles)
    without = client.post(TOGETHER, sent(page))
    assert without.status_code == 422
    assert [
        one.get("checked") for one in html.fromstring(without.text).xpath("//input[@name='cell']")
    ]
    assert not Article.objects.filter(status_fr="draft").exists()
    client.post(TOGETHER, sent(page, reason="Le titre est trop long."))
    assert {one.transitions.get().note for one in articles} == {"Le titre est trop long."}


def test_who_ticks_nothing_is_told_so(client, editor):
    client.force_login(editor)
    form = sent(chosen(client, "move_published", ArticleFactory(**READY)))
    answer = client.post(TOGETHER, form | {"cell": []})
    assert "Rien n’est coché" in messages(answer)
    assert not Article.objects.live(language="fr").exists()


# By whom.


def test_a_reporter_who_ticks_what_is_a_colleagues_changes_nothing_of_it(client, reporter, editor):
    client.force_login(reporter)
    mine = ArticleFactory(headline_fr="Le mien", created_by=reporter)
    live = ArticleFactory(headline_fr="Le sien", created_by=editor, live=["fr"])
    hidden = ArticleFactory(headline_fr="Caché", created_by=editor)
    page = chosen(client, "move_in_review", mine, live, hidden)
    assert "Caché" not in page.text_content()
    assert any("C’est celui d’un collègue" in words for _ticks, words in lines(page))
    form = sent(page)
    form["key"] = form["key"] + [f"{hidden.pk}"]
    form["cell"] = [f"{one.pk}:fr" for one in (mine, hidden)] + [f"{live.pk}:ar"]
    answer = client.post(TOGETHER, form, follow=True)
    assert "Textes concernés : 1." in messages(answer)
    assert "Caché" not in answer.text
    states = Article.objects.values_list("status_fr", "status_ar")
    assert sorted(states) == [("draft", "draft"), ("in_review", "draft"), ("published", "draft")]


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        ("reporter", {"move_in_review", "tag"}),
        ("translator", {"move_in_review", "tag"}),
        (
            "editor",
            {"move_in_review", "move_ready", "move_published", "move_draft", "assign", "tag"},
        ),
    ],
)
def test_each_role_is_offered_what_it_may_do(client, role, offered):
    ArticleFactory(live=["fr"])
    client.force_login(member_of(role))
    page = html.fromstring(client.get(LIST).text)
    there = {*page.xpath("//select[@name='action']/option/@value")}
    ours = {"move_in_review", "move_ready", "move_published", "move_draft", "assign", "tag"}
    assert there & (ours | {"delete_selected"}) == offered
    assert "export_csv" in there
    for name in (ours | {"delete_selected"}) - offered:
        assert client.post(TOGETHER, {"act": name, "key": "1"}).status_code == 403
    assert client.post(TOGETHER, {"act": "nonsense"}).status_code == 404


# Assigning, tagging, deleting.


def test_translations_are_assigned_in_one_mail(client, editor, translator):
    translator.email = "t@newsroom.example"
    translator.save()
    client.force_login(editor)
    articles = [ArticleFactory(live=["fr"]) for _ in range(2)]
    for one in articles:
        one.refresh_translations()
    form = sent(chosen(client, "assign", *articles), to=translator.pk)
    form["cell"] = [f"{one.pk}:ar" for one in articles] + [f"{articles[0].pk}:fr"]
    answer = client.post(TOGETHER, form, follow=True)
    assert "Traductions attribuées : 2." in messages(answer)
    assert "Non fait (1)" in messages(answer)
    assert Translation.objects.filter(assignee=translator).count() == 2
    assert len(mail.outbox) <= 1


def test_the_page_says_before_who_alone_may_be_given_a_translation(client, editor, translator):
    client.force_login(editor)
    waiting = ArticleFactory(live=["fr"])
    Article.objects.filter(pk=waiting.pk).update(status_ar="in_review")
    waiting.refresh_from_db()
    waiting.refresh_translations()
    said = "Dans son état actuel (en relecture), seuls peuvent s’en charger"
    of_page = lines(chosen(client, "assign", waiting))
    ((ticks, words),) = [one for one in of_page if said in one[1]]
    assert "editor" in words
    assert "translator" not in words
    assert ticks == [False]


def test_a_topic_is_added_to_drafts_and_to_what_readers_have(client, editor):
    client.force_login(editor)
    topic = TopicFactory(name_fr="Migrations")
    draft, live = ArticleFactory(), ArticleFactory(live=["fr"])
    with_copy = ArticleFactory(headline_fr="En travail", live=["fr"])
    open_copy(with_copy, by=editor)
    page = chosen(client, "tag", draft, live, with_copy)
    assert sum(bool(ticks) for ticks, _words in lines(page)) == 2
    client.post(TOGETHER, sent(page, topic=topic.pk))
    assert {row.content_object_id for row in topic.of_articles.all()} == {draft.pk, live.pk}
    assert draft.revisions.first().note == "Thème ajouté : Migrations"
    assert live.revisions.first().made_by == editor
    assert not Article.with_copies.filter(working_copy_of=live).exists()


def test_what_readers_do_not_have_is_deleted_and_the_rest_stays_with_its_reason(client, chief):
    client.force_login(chief)
    live, draft = ArticleFactory(live=["fr"]), ArticleFactory(headline_fr="À jeter")
    page = chosen(client, "delete_selected", live, draft)
    assert Article.objects.count() == 2
    form = sent(page)
    form["cell"] = [f"{live.pk}:", f"{draft.pk}:"]
    answer = client.post(TOGETHER, form, follow=True)
    assert "Articles supprimés : 1." in messages(answer)
    assert "Les lecteurs ont cet article" in messages(answer)
    assert Article.objects.get() == live
    page = client.get(reverse("admin:articles_article_deleted"))
    assert "À jeter" in page.text


# Too many, and odd ones.


def test_five_hundred_are_too_many_and_that_is_said(client, editor):
    client.force_login(editor)
    many = [Article(headline_fr=f"Article {n}", key=f"n{n}") for n in range(101)]
    Article.objects.bulk_create(many)
    keys = list(Article.objects.values_list("pk", flat=True))
    form = {"action": "move_published", "_selected_action": keys[:2], "select_across": "1"}
    answer = client.post(LIST, form, follow=True)
    assert "Choisissez 100 articles au plus" in messages(answer)


def test_the_page_of_twenty_takes_few_more_queries_than_that_of_two(client, editor):
    client.force_login(editor)
    some = [ArticleFactory(**READY) for _ in range(20)]

    def taken(articles):
        with CaptureQueriesContext(connection) as queries:
            chosen(client, "move_in_review", *articles)
        return len(queries)

    taken(some[:2])
    assert taken(some) <= taken(some[:2])


@pytest.mark.parametrize("cell", ["x:fr", "1:xx", "9" * 30 + ":fr", ":", "0:", "\x00:fr"])
def test_odd_cells_are_nothing(client, editor, cell):
    client.force_login(editor)
    article = ArticleFactory(**READY)
    form = {"act": "move_published", "key": [article.pk, "x", "9" * 30], "cell": cell, "_do": "1"}
    answer = client.post(TOGETHER, form | {"_sent": WORD})
    assert "Rien n’est coché" in messages(answer)
    assert not Article.objects.live(language="fr").exists()


@pytest.mark.parametrize(("act", "code"), [("move_in_review", ""), ("tag", "fr")])
def test_a_text_that_no_page_has_named_is_not_counted_as_done(client, editor, act, code):
    client.force_login(editor)
    article = ArticleFactory(**READY)
    form = {"act": act, "key": article.pk, "cell": f"{article.pk}:{code}", "_do": "1"}
    answer = client.post(TOGETHER, form | {"_sent": WORD, "topic": TopicFactory().pk}, follow=True)
    assert "Non fait (1)" in messages(answer)
    assert not article.topics.exists()


# Export.


def test_the_list_is_exported_as_a_spreadsheet_reads_it(client, editor):
    client.force_login(editor)
    article = ArticleFactory(headline_fr="=1+1", headline_ar="البحر", live=["fr"])
    QuoteFactory(article=article)
    answer = client.post(LIST, {"action": "export_csv", "_selected_action": [article.pk]})
    assert answer.headers["Content-Type"].startswith("text/csv")
    text = answer.content.decode("utf-8-sig")
    heads, row = csv.reader(io.StringIO(text))
    said = dict(zip(heads, row, strict=True))
    assert said["titre (français)"] == "'=1+1"
    assert said["titre (arabe)"] == "البحر"
    assert said["état (français)"] == "publié"


def test_a_reporter_exports_of_a_colleagues_what_readers_have(client, reporter):
    client.force_login(reporter)
    colleague = UserFactory(username="salma")
    article = ArticleFactory(headline_ar="سر", live=["fr"], created_by=colleague)
    QuoteFactory(article=article)
    answer = client.post(LIST, {"action": "export_csv", "_selected_action": [article.pk]})
    text = answer.content.decode("utf-8-sig")
    assert article.headline_fr in text
    assert "سر" not in text
    assert "salma" not in text
    assert "brouillon" not in text
