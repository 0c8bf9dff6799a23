"""A working copy that is gone: what was typed into its form goes on in a new one."""

import pytest
from django.urls import reverse
from lxml import html

from articles.desk.editing import working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.models import Article, Revision, User
from tests.admin.forms import change_url, fields_of, opened
from tests.factories import (
    ArticleFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def live():
    article = ArticleFactory(live=["fr"], headline_fr="Le Maroc préside", original_language="fr")
    QuoteFactory(article=article, text_fr="une session plénière")
    article.mention(SpeakerFactory())
    article.tagged.create(tag=TopicFactory())
    return article


@pytest.fixture
def copy(live, editor):
    return working_copies.open_copy(live, by=editor)


def publish(theirs, copy, **fields):
    """Save the chief's form of the copy, and publish what it says."""
    form = opened(theirs, copy) | fields | {"_typographical": "1"}
    assert theirs.post(change_url(copy), form).status_code == 302
    told = CorrectionAnswers({"fr": "Le nom de l’auteur est ajouté."})
    working_copies.publish(copy, by=User.objects.get(username="chief"), told=told)


def said(client, answer):
    """What the page says at its top to which a form has led."""
    page = html.fromstring(client.get(answer["Location"]).text)
    return " ".join(page.find_class("messagelist")[0].text_content().split())


def copies():
    return Article.with_copies.exclude(working_copy_of=None)


def test_what_was_typed_goes_on_in_a_new_copy_with_its_rows(mine, theirs, live, copy):
    form = opened(mine, copy)
    publish(theirs, copy, byline="Salma Idrissi")
    answer = mine.post(
        change_url(copy),
        form | {"headline_fr": "Le Maroc copréside", "quotes-0-text_fr": "présidé, mercredi"},
    )
    assert answer.status_code == 302
    new = copies().get()
    assert (new.headline_fr, new.byline) == ("Le Maroc copréside", "Salma Idrissi")
    assert [one.text_fr for one in new.quotes.all()] == ["présidé, mercredi"]
    assert (new.mentions.count(), new.tagged.count()) == (1, 1)
    assert working_copies.changes(new)["fields"] == {"headline_fr": "Le Maroc copréside"}
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc préside"


def test_the_page_says_who_published_and_where_it_is_now(mine, theirs, copy):
    form = opened(mine, copy)
    publish(theirs, copy, byline="Salma Idrissi")
    answer = mine.post(change_url(copy), form | {"headline_fr": "Le Maroc copréside"})
    page = said(mine, answer)
    assert "Chief a publié entre-temps la copie de travail" in page
    assert "est enregistré dans une copie de travail" in page
    assert "a enregistré cet article entre-temps" not in page


def test_it_says_who_threw_the_copy_away(mine, theirs, copy, chief):
    form = opened(mine, copy)
    working_copies.discard(copy, by=chief)
    answer = mine.post(change_url(copy), form | {"headline_fr": "Le Maroc copréside"})
    assert "Chief a abandonné entre-temps la copie de travail" in said(mine, answer)
    assert copies().get().headline_fr == "Le Maroc copréside"


def test_of_a_form_in_which_nothing_was_typed_no_copy_is_left(mine, theirs, copy):
    form = opened(mine, copy)
    publish(theirs, copy)
    answer = mine.post(change_url(copy), form)
    assert "Chief a publié entre-temps" in said(mine, answer)
    assert not copies().exists()


def test_a_form_that_is_refused_leaves_no_copy_and_is_saved_when_put_right(mine, theirs, copy):
    form = opened(mine, copy)
    publish(theirs, copy, byline="Salma Idrissi")
    typed = form | {"headline_fr": "Le Maroc copréside", "quotes-0-order": "deux"}
    for _attempt in range(2):
        refused = mine.post(change_url(copy), typed)
        assert refused.status_code == 200
        assert "Saisissez un nombre entier" in refused.text
        assert not copies().exists()
        again = fields_of(refused.text)
        assert again["headline_fr"] == "Le Maroc copréside"
        typed = again
    answer = mine.post(change_url(copy), again | {"quotes-0-order": "0"})
    assert answer.status_code == 302
    new = copies().get()
    assert (new.headline_fr, new.byline) == ("Le Maroc copréside", "Salma Idrissi")
    assert new.quotes.count() == 1


def test_what_both_wrote_is_asked_and_the_answer_counts(mine, theirs, copy):
    form = opened(mine, copy)
    publish(theirs, copy, byline="Salma Idrissi")
    asked = mine.post(change_url(copy), form | {"byline": "Youssef Alami"})
    assert asked.status_code == 200
    assert not copies().exists()
    assert "Salma Idrissi" in asked.text
    answer = mine.post(change_url(copy), fields_of(asked.text) | {"_keep-byline": "mine"})
    assert answer.status_code == 302, answer.text
    assert copies().get().byline == "Youssef Alami"


def test_a_row_that_is_not_there_says_so_where_it_stands(mine, live):
    draft = ArticleFactory()
    QuoteFactory(article=draft)
    form = opened(mine, draft)
    refused = mine.post(change_url(draft), form | {"_revision": "", "quotes-0-id": "999999"})
    assert refused.status_code == 200
    assert "Cette ligne n’est plus là" in refused.text


def throw_away(_theirs, copy):
    working_copies.discard(copy, by=User.objects.get(username="chief"))


@pytest.mark.parametrize("end", [publish, throw_away])
def test_the_address_of_a_gone_copy_leads_to_its_article(mine, theirs, copy, live, end):
    end(theirs, copy)
    answer = mine.get(change_url(copy))
    assert answer.status_code == 302
    assert answer["Location"] == change_url(live)
    page = mine.get(answer["Location"]).text
    assert "n’existe pas" not in page
    assert "copie de travail" in page


# Of a deleted article, too.


@pytest.fixture
def deleted(mine, theirs):
    """A draft that an editor had open when the chief deleted it, and what the form then says."""
    draft = ArticleFactory(headline_fr="Le Maroc préside")
    QuoteFactory(article=draft)
    form = opened(mine, draft)
    mine.post(change_url(draft), form | {"standfirst_fr": "Au Caire."})
    draft.form = opened(mine, draft) | {"headline_fr": "Le Maroc copréside"}
    theirs.post(reverse("admin:articles_article_delete", args=[draft.pk]), {"post": "yes"})
    assert not Article.objects.exists()
    return draft


def recovered(theirs):
    (revision,) = Revision.objects.last_of_deleted()
    theirs.post(reverse("admin:articles_article_deleted"), {"revision": revision.pk})
    return Article.objects.get()


def test_the_old_address_leads_to_the_article_that_was_recovered(mine, theirs, deleted):
    back = recovered(theirs)
    answer = mine.get(change_url(deleted))
    assert answer["Location"] == change_url(back) != change_url(deleted)
    assert "a été supprimé, puis récupéré" in said(mine, answer)


def test_what_was_typed_for_it_is_saved_in_the_one_that_was_recovered(mine, theirs, deleted):
    back = recovered(theirs)
    assert mine.post(change_url(deleted), deleted.form).status_code == 302
    back.refresh_from_db()
    assert (back.headline_fr, back.standfirst_fr) == ("Le Maroc copréside", "Au Caire.")
    assert back.quotes.count() == 1


def test_of_one_that_is_not_recovered_it_is_said_who_deleted_it(mine, deleted):
    words = "« Le Maroc préside » n’est plus là : chief l’a supprimé"
    assert words in said(mine, mine.get(change_url(deleted))).replace("\xa0", " ")
    answer = mine.post(change_url(deleted), deleted.form)
    assert answer.status_code == 404
    assert words in answer.text.replace("\xa0", " ")
    assert "Le Maroc copréside" in answer.text


def test_who_never_saw_it_is_not_told_what_it_was_called(client, reporter, theirs, deleted):
    client.force_login(reporter)
    assert "Le Maroc préside" not in said(client, client.get(change_url(deleted)))
