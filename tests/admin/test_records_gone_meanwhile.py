"""Two people at one record: whoever comes a moment later is told that it is gone."""

import pytest
from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from articles.admin.library import deletion
from articles.desk.editing import history, working_copies
from articles.desk.library import merging, record_history, replacing
from articles.models import Article, Proposal, Topic
from tests.admin.deleting import merged, sure
from tests.admin.records import FACTORIES, is_there, page_of
from tests.factories import ArticleFactory, TopicFactory

pytestmark = pytest.mark.django_db

SAID = {"fr": "n’est plus là", "ar": "لم يعد موجودا"}


@pytest.fixture(params=["fr", "ar"])
def desk(client, chief, request):
    chief.language = request.param
    chief.save()
    client.force_login(chief)
    client.said = SAID[request.param]
    return client


@pytest.fixture
def somebody_is_faster(monkeypatch):
    """Has something done between the reading of a page's record and what is done with it."""

    def between(model, done):
        site = admin.site._registry[model]
        read = site.get_object

        def get_object(*args):
            found = read(*args)
            done()
            return found

        monkeypatch.setattr(site, "get_object", get_object)

    return between


@pytest.fixture
def after_the_choice(monkeypatch):
    """Has something done once a form has found the other record that is chosen in it."""

    def between(done):
        look = deletion.shown_to
        monkeypatch.setattr(deletion, "shown_to", lambda *args: (done(), look(*args))[1])

    return between


def refused(answer, desk):
    assert answer.status_code == 404
    assert desk.said in answer.text


@pytest.mark.parametrize("kind", ["source", "speaker", "topic", "event"])
@pytest.mark.parametrize("button", ["_delete", "_take_off", "_replace", "_merge"])
def test_what_somebody_has_just_deleted_is_said_to_be_gone(
    desk, chief, somebody_is_faster, kind, button
):
    record, other = FACTORIES[kind](), FACTORIES[kind]()
    somebody_is_faster(type(record), lambda: replacing.delete(record, by=chief))
    refused(desk.post(page_of(record, "delete"), {button: "1", "other": other.pk}), desk)
    assert is_there(other)


def test_two_who_merge_each_into_the_other_keep_one(desk, chief, after_the_choice):
    one, other = TopicFactory(), TopicFactory()
    after_the_choice(lambda: merging.merge(other, one, by=chief))
    refused(merged(desk, one, other), desk)
    assert [*Topic.objects.all()] == [one]


def test_a_merge_that_is_sent_twice_is_made_once(desk, chief, somebody_is_faster):
    one, other = TopicFactory(), TopicFactory()
    somebody_is_faster(Topic, lambda: merging.merge(one, other, by=chief))
    refused(merged(desk, one, other), desk)
    assert [*Topic.objects.all()] == [other]


@pytest.mark.parametrize("button", ["_replace", "_merge"])
def test_nothing_goes_into_what_is_being_deleted(desk, chief, after_the_choice, button):
    record, other = TopicFactory(name_fr="Migrations"), TopicFactory(name_fr="Frontières")
    article = ArticleFactory()
    article.topics.add(record)
    after_the_choice(lambda: replacing.delete(other, by=chief))
    answer = desk.post(page_of(record, "delete"), {button: "1", "other": other.pk})
    refused(answer, desk)
    assert "Frontières" in answer.text or desk.said == SAID["ar"]
    assert article.topics.get() == record


def test_what_was_asked_twice_is_taken_off_once(desk, chief, somebody_is_faster):
    topic = TopicFactory(is_listed=False)
    ArticleFactory(live=["fr"]).topics.add(topic)
    sent = sure(desk, topic, {"_take_off": "1"})
    somebody_is_faster(
        Topic, lambda: (replacing.take_off(topic, by=chief), replacing.delete(topic, by=chief))
    )
    refused(desk.post(page_of(topic, "delete"), sent), desk)


@pytest.mark.parametrize("action", ["delete_selected", "make_public"])
def test_nothing_is_done_with_many_of_which_one_is_gone(desk, chief, monkeypatch, action):
    first, second = TopicFactory(is_listed=False), TopicFactory(is_listed=False)
    module = replacing if action == "delete_selected" else record_history
    name = "delete" if action == "delete_selected" else "catch_up"
    do = getattr(module, name)

    def slower(record, **by):
        # Of the first one: the other one goes meanwhile.
        last = second if record.pk == first.pk else first
        Topic.objects.filter(pk=last.pk).delete()
        return do(record, **by)

    monkeypatch.setattr(module, name, slower)
    sent = {"action": action, "_selected_action": [first.pk, second.pk], "post": "yes"}
    answer = desk.post(reverse("admin:articles_topic_changelist"), sent, follow=True)
    assert answer.status_code == 200
    assert any(desk.said in str(one) for one in answer.context["messages"])
    assert not LogEntry.objects.exists()
    assert not Topic.objects.filter(is_listed=True).exists()


def test_an_older_version_comes_back_onto_nothing(desk, chief, somebody_is_faster):
    topic = TopicFactory()
    kept = record_history.catch_up(topic)
    somebody_is_faster(Topic, lambda: replacing.delete(topic, by=chief))
    refused(desk.post(page_of(topic, "restore"), {"number": kept.number}), desk)


def test_a_proposal_for_what_is_gone_is_not_accepted(desk, chief, somebody_is_faster):
    topic = TopicFactory()
    content = record_history.catch_up(topic).content
    proposal = Proposal.objects.create(
        kind="topic", record_key=topic.key, before=content, after=content, made_by=chief
    )
    somebody_is_faster(Topic, lambda: replacing.delete(topic, by=chief))
    path = reverse("admin:articles_topic_proposal", args=[topic.pk, proposal.pk])
    refused(desk.post(path, {"_accept": "1"}), desk)


def test_an_article_that_is_deleted_twice_is_gone(desk, chief, somebody_is_faster):
    article = ArticleFactory()
    somebody_is_faster(Article, lambda: Article.objects.filter(pk=article.pk).delete())
    path = reverse("admin:articles_article_delete", args=[article.pk])
    refused(desk.post(path, {"post": "yes"}), desk)


def test_the_form_of_an_article_that_goes_while_it_is_opened_is_no_page(client, chief, monkeypatch):
    article = ArticleFactory()
    history.catch_up(article)
    client.force_login(chief)

    def is_kept(found, *_more):
        Article.objects.filter(pk=found.pk).delete()
        return False

    monkeypatch.setattr(history, "is_kept", is_kept)
    path = reverse("admin:articles_article_change", args=[article.pk])
    assert client.get(path).status_code == 404


# Buttons of an article that is gone, for whoever opened its page before.

TITLES = {"fr": "Rien n’a été enregistré", "ar": "لم يُحفظ شيء"}
BUTTONS = {
    "step": (["fr"], {"to": "in_review"}),
    "publish": (["fr"], {"seen": "x", "_note": "Une raison"}),
    "note": ([1], {}),
    "delete": ([], {"post": "yes"}),
    "restore": ([], {"version": "1"}),
    "changes": ([], {"_publish_changes": "1"}),
    "discard": ([], {}),
}


@pytest.mark.parametrize("button", BUTTONS)
def test_a_button_of_what_is_gone_says_so_at_the_desk(desk, button):
    article = ArticleFactory()
    more, sent = BUTTONS[button]
    path = reverse(f"admin:articles_article_{button}", args=[article.pk, *more])
    Article.objects.filter(pk=article.pk).delete()
    answer = desk.post(path, sent)
    refused(answer, desk)
    assert any(title in answer.text for title in TITLES.values())
    assert "admin-newsroom" in answer.text
    assert ("Une raison" in answer.text) == ("_note" in sent)


def test_a_page_of_what_is_gone_is_not_found_at_the_desk(desk):
    article = ArticleFactory()
    path = reverse("admin:articles_article_publish", args=[article.pk, "fr"])
    Article.objects.filter(pk=article.pk).delete()
    answer = desk.get(path)
    refused(answer, desk)
    assert "admin-newsroom" in answer.text
    assert not any(title in answer.text for title in TITLES.values())


@pytest.mark.parametrize("page", ["step", "publish"])
def test_an_article_that_goes_while_its_button_is_pressed_is_gone(desk, somebody_is_faster, page):
    article = ArticleFactory()
    somebody_is_faster(Article, lambda: Article.objects.filter(pk=article.pk).delete())
    path = reverse(f"admin:articles_article_{page}", args=[article.pk, "fr"])
    refused(desk.post(path, {"to": "in_review"}), desk)


GONE_COPY = {"fr": "Quelqu’un d’autre vient de publier ou d’abandonner", "ar": "نسخة العمل هذه"}


@pytest.mark.parametrize("page", ["changes", "discard"])
def test_a_working_copy_that_was_discarded_this_moment_is_said_to_be(
    desk, chief, monkeypatch, page
):
    article = ArticleFactory(live=["fr"])
    copy = working_copies.open_copy(article, by=chief)
    do = working_copies.publish if page == "changes" else working_copies.discard
    discard = working_copies.discard

    def slower(copy, **more):
        discard(Article.with_copies.get(pk=copy.pk), by=chief)
        return do(copy, **more)

    monkeypatch.setattr(working_copies, "publish" if page == "changes" else "discard", slower)
    path = reverse(f"admin:articles_article_{page}", args=[copy.pk])
    answer = desk.post(path, {"_publish_changes": "1"}, follow=True)
    assert answer.redirect_chain == [(page_of(article), 302)]
    assert GONE_COPY[chief.language] in " ".join(str(one) for one in answer.context["messages"])
