"""A live article is changed beside its readers, then all at once."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.admin.articles import ArticleAdmin
from articles.desk.editing import history, working_copies
from articles.desk.editing.snapshots import CHILDREN
from articles.desk.editing.waiting_changes import WaitingChanges
from articles.desk.publication.corrections import CorrectionAnswers
from articles.desk.publication.reader_messages import languages_changed
from articles.models import Article, Correction, Mention, Quote, TopicOfArticle, Transition
from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    EventFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

TOLD = CorrectionAnswers({"fr": "Le Maroc copréside la session."})


@pytest.fixture
def live():
    article = ArticleFactory(live=["fr"], headline_fr="Le Maroc préside", event=EventFactory())
    QuoteFactory(article=article)
    article.mention(SpeakerFactory(name_fr="Nasser Bourita"))
    article.topics.add(TopicFactory(name_fr="Migrations"))
    return article


def test_readers_keep_the_text_until_the_changes_are_published(client, live, chief):
    copy = working_copies.open_copy(live, by=chief)
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    assert "Le Maroc préside" in client.get(live.url_in("fr")).text
    working_copies.publish(copy, by=chief, told=TOLD)
    live.refresh_from_db()
    assert "Le Maroc copréside" in client.get(live.url_in("fr")).text
    assert not Article.with_copies.filter(working_copy_of=live).exists()


def test_what_hangs_on_the_article_is_changed_with_it(live, editor):
    quoted = live.quotes.get()
    copy = working_copies.open_copy(live, by=editor)
    assert [getattr(copy, kind).count() for kind in CHILDREN] == [1, 1, 1, 0, 0]
    copy.quotes.update(position_fr="Ministre")
    copy.mentions.all().delete()
    copy.topics.add(TopicFactory(name_fr="Diplomatie"))
    Correction.objects.create(article=copy, text_fr="La session a eu lieu mercredi.")
    assert (live.mentions.count(), live.tagged.count(), live.corrections.count()) == (1, 1, 0)
    working_copies.publish(copy, by=editor)
    assert live.quotes.get().pk == quoted.pk
    assert live.quotes.get().position_fr == "Ministre"
    assert not live.mentions.exists()
    assert {one.name_fr for one in live.topics.all()} == {"Migrations", "Diplomatie"}
    assert live.corrections.get().text_fr == "La session a eu lieu mercredi."


def test_discarding_loses_the_copy_alone(live, editor):
    copy = working_copies.open_copy(live, by=editor)
    copy.headline_fr = "Faux"
    copy.save()
    working_copies.discard(copy)
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc préside"
    assert [model.objects.count() for model in (Quote, Mention, TopicOfArticle)] == [1, 1, 1]


def test_there_is_one_working_copy_for_all(live, editor, chief):
    first = working_copies.open_copy(live, by=editor)
    assert working_copies.open_copy(live, by=chief) == first


def test_a_draft_has_no_working_copy(editor):
    with pytest.raises(ValidationError):
        working_copies.open_copy(ArticleFactory(), by=editor)


def test_the_database_refuses_a_published_working_copy(live, editor):
    copy = working_copies.open_copy(live, by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.with_copies.filter(pk=copy.pk).update(status_fr="published")
    with pytest.raises(ValidationError):
        copy.publish("fr", by=editor)


def test_a_reporter_may_change_the_copy_and_not_publish_it(live, reporter):
    copy = working_copies.open_copy(live, by=reporter)
    with pytest.raises(PermissionDenied):
        working_copies.publish(copy, by=reporter)


def test_changes_that_would_leave_the_page_without_a_text_are_refused(live, editor):
    copy = working_copies.open_copy(live, by=editor)
    copy.body_fr = ""
    copy.save()
    with pytest.raises(ValidationError) as refusal:
        working_copies.publish(copy, by=editor)
    assert "body_fr" in refusal.value.message_dict
    live.refresh_from_db()
    assert live.is_live("fr")


def test_a_move_made_meanwhile_is_not_taken_back(live, chief):
    copy = working_copies.open_copy(live, by=chief)
    copy.headline_fr = "Autre titre"
    copy.save()
    live.publish("ar", by=chief)
    working_copies.publish(copy, by=chief, told=TOLD)
    live.refresh_from_db()
    assert live.is_live("ar")
    assert live.headline_fr == "Autre titre"


def test_who_wrote_in_the_copy_is_in_the_article_s_history(live, chief, reporter):
    copy = working_copies.open_copy(live, by=reporter)
    copy.body_fr += "<p>Une phrase de plus.</p>"
    copy.save()
    history.keep_if_changed(copy, by=reporter, note="Ajout")
    working_copies.publish(copy, by=chief, told=TOLD)
    *_, last = history.authors(live, "body_fr")
    ((sentence, revision),) = last
    assert sentence == "Une phrase de plus."
    assert revision.made_by == reporter


PAGES = ["home", "article_list", "event_list"]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_page_and_no_list_of_the_desk_has_the_copy(client, live, admin_user, language):
    copy = working_copies.open_copy(live, by=admin_user)
    copy.headline_fr = copy.headline_ar = copy.standfirst_fr = "SECRET"
    copy.body_fr = copy.body_ar = "<p>SECRET</p>"
    copy.save()
    copy.quotes.update(text_fr="SECRET", text_ar="SECRET")
    copy.mentions.all().delete()
    Correction.objects.create(article=copy, text_fr="SECRET", text_ar="SECRET")
    speaker = live.quotes.get().speaker
    topic = live.topics.get()
    with_pages = [live, live.event, speaker, topic]
    urls = [f"/{language}/", f"/{language}/articles/", f"/{language}/corrections/"]
    urls += [f"/{language}/feed.rss", f"/{language}/feed.json", "/sitemap-articles.xml"]
    urls += [one.url_in(language) for one in with_pages]
    for url in urls:
        assert "SECRET" not in client.get(url).text, url
    client.force_login(admin_user)
    for model in ("article", "quote", "correction"):
        page = client.get(reverse(f"admin:articles_{model}_changelist"))
        assert "SECRET" not in page.text, model
    found = client.get(
        reverse("admin:autocomplete"),
        {
            "term": "SECRET",
            "app_label": "articles",
            "model_name": "placement",
            "field_name": "article",
        },
    )
    assert found.json()["results"] == []


def test_every_inline_of_an_article_is_copied_or_said_not_to_be():
    ours = {Transition}
    inlines = {inline.model for inline in ArticleAdmin.inlines} - ours
    assert inlines == {Article._meta.get_field(kind).related_model for kind in CHILDREN}


def test_a_copy_of_a_version_that_kept_fewer_kinds_of_rows_is_read(client, live, chief):
    copy = working_copies.open_copy(live, by=chief)
    for revision in copy.revisions.all():
        del revision.content["attachments"]
        revision.save()
    assert not working_copies.has_changes(copy)
    assert not working_copies.changed_back([live.pk])
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    history.catch_up(copy)
    client.force_login(chief)
    assert client.get(reverse("admin:index")).status_code == 200
    copy.attachments.create(document=DocumentFactory())
    assert "attachments" in working_copies.changes(copy)
    languages_changed(WaitingChanges.of(copy))
