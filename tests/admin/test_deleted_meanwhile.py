"""What is deleted in the moment in which somebody publishes it, saves it, or brings it back."""

import pytest
from django.db import connection
from django.urls import reverse

from articles.desk.editing import history
from articles.models import Article, Correction, Quote, Revision
from tests.at_once import begun_meanwhile
from tests.factories import ArticleFactory, QuoteFactory

from .forms import form_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]

FIRST = "Retirez-le d’abord"


def page(model, name, *args):
    return reverse(f"admin:articles_{model}_{name}", args=args)


def delete_on_its_page(client, record, model):
    return client.post(page(model, "delete", record.pk), {"post": "yes"})


def delete_in_the_list(client, record, model):
    sent = {"action": "delete_selected", "_selected_action": [record.pk], "post": "yes"}
    return client.post(page(model, "changelist"), sent, follow=True)


def says(answer, words):
    """Whether the refusal says so; on SQLite the slower begins later, and is refused as ever."""
    return connection.vendor == "sqlite" or words in answer.text


WAYS = [delete_on_its_page, delete_in_the_list]


@pytest.mark.parametrize("delete", WAYS)
def test_what_is_published_in_this_moment_is_not_deleted(client, chief, editor, reporter, delete):
    article = ArticleFactory(created_by=reporter)
    client.force_login(chief)
    answer = begun_meanwhile(
        lambda: article.publish("fr", by=editor), lambda: delete(client, article, "article")
    )
    assert says(answer, FIRST)
    assert Article.objects.live(language="fr").get() == article
    assert not Revision.objects.filter(article=None).exists()


@pytest.mark.parametrize("delete", WAYS)
def test_a_deletion_waits_for_what_is_saved_in_this_moment(client, chief, reporter, delete):
    article = ArticleFactory(created_by=reporter)
    history.catch_up(article)

    def save():
        held = history.locked(article.pk)
        held.byline = "S. A."
        held.save()
        history.keep_if_changed(held, by=reporter)

    client.force_login(chief)
    answer = begun_meanwhile(save, lambda: delete(client, article, "article"))
    assert answer.status_code in {200, 302}
    assert not Article.objects.exists()
    kept = [one.fields["byline"] for one in Revision.objects.order_by("version")]
    assert kept == ["", "S. A.", "S. A."]


@pytest.mark.parametrize("delete", WAYS)
def test_two_who_delete_one_article_delete_it_once(client, chief, reporter, delete):
    article = ArticleFactory(created_by=reporter)
    client.force_login(chief)

    def faster():
        history.keep_before_deletion(history.locked(article.pk), by=chief)
        Article.objects.filter(pk=article.pk).delete()

    answer = begun_meanwhile(faster, lambda: delete(client, article, "article"))
    assert answer.status_code in {200, 302, 404}
    assert says(answer, "n’est plus là")
    assert Revision.objects.last_of_deleted().count() == 1


@pytest.mark.parametrize("delete", WAYS)
def test_a_quotation_of_what_is_published_in_this_moment_stays(client, editor, reporter, delete):
    article = ArticleFactory(created_by=reporter)
    quote = QuoteFactory(article=article)
    client.force_login(reporter)
    answer = begun_meanwhile(
        lambda: article.publish("fr", by=editor), lambda: delete(client, quote, "quote")
    )
    assert says(answer, "copie de travail")
    assert Quote.objects.get() == quote


@pytest.mark.parametrize("delete", WAYS)
def test_a_correction_of_what_is_published_in_this_moment_stays(client, chief, reporter, delete):
    article = ArticleFactory(created_by=reporter)
    correction = Correction.objects.create(article=article, text_fr="La date.", public=True)
    client.force_login(chief)
    answer = begun_meanwhile(
        lambda: article.publish("fr", by=chief), lambda: delete(client, correction, "correction")
    )
    assert says(answer, "copie de travail")
    assert Correction.objects.get() == correction


def test_a_quotation_is_not_rewritten_in_the_moment_in_which_its_article_is_published(
    client, editor, reporter
):
    article = ArticleFactory(created_by=reporter)
    quote = QuoteFactory(article=article)
    client.force_login(reporter)
    address = page("quote", "change", quote.pk)
    form = form_of(client.get(address).text) | {"text_fr": "Après."}
    answer = begun_meanwhile(
        lambda: article.publish("fr", by=editor), lambda: client.post(address, form)
    )
    assert answer.status_code == 403
    assert "Après." in answer.text
    assert Quote.objects.get().text_fr == quote.text_fr


def test_two_who_recover_one_article_bring_it_back_once(client, chief, reporter):
    article = ArticleFactory(created_by=reporter)
    history.keep_before_deletion(article, by=chief)
    article.delete()
    revision = Revision.objects.last_of_deleted().get()
    client.force_login(chief)
    for _time in range(2):
        answer = begun_meanwhile(
            lambda: Article.objects.exists() or history.recover(revision, by=chief),
            lambda: client.post(page("article", "deleted"), {"revision": revision.pk}, follow=True),
        )
        assert "déjà été récupéré" in answer.text
        assert Article.objects.count() == 1
