"""A record is renamed; the texts of live articles that say its old name are named to who did it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.desk.library import former_names
from articles.models import Proposal
from tests.admin.test_records_told import save, url_of
from tests.factories import (
    ArticleFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

OLD, NEW = "Ligue des États arabes", "Ligue arabe"


@pytest.fixture
def body():
    return OrganizationFactory(name_fr=OLD, name_ar="جامعة الدول العربية")


def saying(words, record=None, **more):
    article = ArticleFactory(live=["fr"], **{"body_fr": f"<p>{words}</p>"} | more)
    if record is not None:
        article.mentions.create(organization=record)
    return article


def warning(messages):
    return " ".join(one for one in messages if "encore" in one or "ما زال" in one)


def test_who_renames_a_body_is_told_which_live_texts_say_the_old_name(client, editor, chief, body):
    client.force_login(editor)
    told = saying(f"La <strong>{OLD}</strong> s’est réunie.", body, headline_fr="Une réunion")
    new = saying(f"La {NEW} s’est réunie.", body)
    draft = ArticleFactory(body_fr=f"<p>{OLD}</p>")
    draft.mentions.create(organization=body)
    said = warning(save(client, body, name_fr=NEW))
    assert f"En français, 1 article publié dit encore « {OLD} » :" in said
    assert reverse("admin:articles_article_change", args=[told.pk]) in said
    assert "Une réunion" in said
    assert "Son propre texte n’est pas changé ; le nouveau nom figure là où la page" in said
    assert "Rien n’y est changé" not in said
    assert "Écrivez une mise à jour là où il en faut." in said
    assert "Un rectificatif est écrit par une personne qui le peut : \u2068chief" in said
    for other in (new, draft):
        assert reverse("admin:articles_article_change", args=[other.pk]) not in said
    told.refresh_from_db()
    assert OLD in told.body_fr


def test_who_may_correct_is_told_to(client, chief, body):
    client.force_login(chief)
    saying(f"La {OLD} s’est réunie.", body)
    said = warning(save(client, body, name_fr=NEW))
    assert "Écrivez une mise à jour ou un rectificatif là où il en faut." in said


@pytest.mark.parametrize(
    "more",
    [
        {"headline_fr": f"La {OLD} se réunit"},
        {"standfirst_fr": f"Réunion de la {OLD}."},
        {"byline": OLD},
    ],
)
def test_every_text_of_an_article_is_looked_through(client, editor, body, more):
    client.force_login(editor)
    saying("Une réunion.", body, **more)
    assert "1 article publié" in warning(save(client, body, name_fr=NEW))


def test_the_position_of_a_quoted_person_is_looked_through(client, editor, body):
    client.force_login(editor)
    article = saying("Il a dit : « une session plénière ».")
    QuoteFactory(article=article, position_fr=f"Porte-parole, {OLD}")
    assert "1 article publié" in warning(save(client, body, name_fr=NEW))


def test_a_text_that_only_says_the_name_is_found_by_the_search(client, editor, body):
    client.force_login(editor)
    saying(f"La {OLD} s’est réunie.")
    assert "1 article publié" in warning(save(client, body, name_fr=NEW))


def test_arabic_prefixes_hide_no_name_and_each_language_is_told_by_itself(client, editor, body):
    client.force_login(editor)
    article = ArticleFactory(
        live=["fr", "ar"],
        body_fr=f"<p>La {OLD} s’est réunie.</p>",
        body_ar="<p>اجتمع وزراء خارجية دول المنطقة وجامعة الدول العربية.</p>",
    )
    article.mentions.create(organization=body)
    said = warning(save(client, body, name_ar="الجامعة العربية"))
    assert "En arabe, 1 article publié" in said
    assert "En français" not in said


def test_the_old_name_inside_the_new_one_is_not_the_old_one(client, editor):
    client.force_login(editor)
    speaker = SpeakerFactory(name_fr="Nadia Fettah")
    article = saying("Nadia Fettah Alaoui a parlé.")
    article.mentions.create(speaker=speaker)
    assert warning(save(client, speaker, name_fr="Nadia Fettah Alaoui")) == ""
    saying("Nadia Fettah a parlé.").mentions.create(speaker=speaker)
    speaker.refresh_from_db()
    speaker.name_fr = "Nadia Fettah"
    speaker.save()
    assert "1 article publié" in warning(save(client, speaker, name_fr="Nadia Fettah Alaoui"))


def test_a_place_says_it_too_and_a_topic_which_is_a_common_noun_does_not(client, editor):
    client.force_login(editor)
    place = PlaceFactory(name_fr="Laayoune")
    saying("Laayoune – Une réunion.", dateline=place)
    assert "1 article publié" in warning(save(client, place, name_fr="Laâyoune-Plage"))
    topic = TopicFactory(name_fr="Migrations")
    saying("Les migrations.").topics.add(topic)
    assert warning(save(client, topic, name_fr="Mobilités")) == ""


def test_who_accepts_a_proposed_name_is_told_who_proposes_is_not(client, reporter, editor, body):
    saying(f"La {OLD} s’est réunie.", body)
    client.force_login(reporter)
    assert warning(save(client, body, name_fr=NEW)) == ""
    client.force_login(editor)
    proposal = Proposal.objects.latest("pk")
    path = reverse("admin:articles_organization_proposal", args=[body.pk, proposal.pk])
    page = client.post(path, {"_accept": "1"}, follow=True)
    assert "1 article publié" in warning([str(one) for one in page.context["messages"]])


def test_who_restores_an_older_name_is_told(client, editor, body):
    client.force_login(editor)
    save(client, body, name_fr=NEW)
    saying(f"La {NEW} s’est réunie.", body)
    path = reverse("admin:articles_organization_restore", args=[body.pk])
    page = client.post(path, {"number": "1"}, follow=True)
    assert f"1 article publié dit encore « {NEW} »" in warning(
        [str(one) for one in page.context["messages"]]
    )


def test_a_save_that_renames_nothing_tells_nothing(client, editor, body):
    client.force_login(editor)
    saying(f"La {OLD} s’est réunie.", body)
    assert warning(save(client, body, website="https://www.lasportal.org/")) == ""


def test_at_most_ten_are_named_in_a_fixed_number_of_queries(client, editor, body):
    client.force_login(editor)

    def renamed(name):
        with CaptureQueriesContext(connection) as queries:
            said = warning(save(client, body, name_fr=name))
        return said, len(queries)

    saying(f"La {OLD} s’est réunie.", body)
    _said, few = renamed("Ligue A")
    for _ in range(13):
        saying("La Ligue A s’est réunie.", body)
    said, many = renamed("Ligue B")
    assert "13 articles publiés disent encore" in said
    assert said.count("<a href=") == 10
    assert "et 3 autres" in said
    assert many <= few


def test_beyond_what_is_looked_through_others_are_only_hinted_at(client, editor, body, monkeypatch):
    monkeypatch.setattr(former_names, "MOST_READ", 2)
    client.force_login(editor)
    for _ in range(3):
        saying(f"La {OLD} s’est réunie.", body)
    said = warning(save(client, body, name_fr=NEW))
    assert ", et d’autres" in said


def test_markup_in_a_name_or_a_headline_is_text(client, editor):
    client.force_login(editor)
    name = "<script>alert(1)</script> Ligue"
    body = OrganizationFactory(name_fr=name)
    saying(f"{name} &lt;script&gt;alert(1)&lt;/script&gt; Ligue", body, headline_fr=name)
    save(client, body, name_fr=NEW)
    assert "<script>alert" not in client.get(url_of(body)).text
