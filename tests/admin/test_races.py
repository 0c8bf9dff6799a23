"""Two editors at once: the second is told, and loses nothing."""

import threading

import pytest
from django.db import connection, connections
from django.urls import reverse

from articles.admin.base import NewsroomAdmin
from articles.desk.library import merging, replacing
from articles.models import Article, FrontPage
from tests.admin.forms import fields_of, form_of
from tests.factories import (
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    PlaceFactory,
    SourceFactory,
    SpeakerFactory,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]


@pytest.fixture
def looked_too_early(monkeypatch):
    """The first look for rivals happens before there is one; what is written then meets it."""
    look = Article.obstacles
    looks = []

    def obstacles(self, language):
        looks.append(language)
        return look(self, language) if len(looks) > 2 else {}

    monkeypatch.setattr(Article, "obstacles", obstacles)


def test_the_slower_is_told_at_the_slug_and_keeps_what_was_typed(
    client, editor, article_form, looked_too_early
):
    ArticleFactory(live=["fr"], slug_fr="le-caire")
    client.force_login(editor)
    form = article_form(headline_fr="Titre", slug_fr="le-caire", body_fr="<p>Tapé ici.</p>")
    response = client.post(
        reverse("admin:articles_article_add"), {**form, "_move-fr-published": "1"}
    )
    assert response.status_code == 200
    assert "slug_fr" in response.context["adminform"].form.errors
    assert "Tapé ici." in response.text
    assert Article.objects.count() == 1


# What a form names goes while it is saved.

ROW = {"id": "", "kind": "direct", "text_fr": "Nous avons décidé d’agir.", "order": "0"}


def row(rows, **fields):
    """The first row of a form, filled in."""
    return {f"{rows}-TOTAL_FORMS": "1"} | {
        f"{rows}-0-{name}": said for name, said in fields.items()
    }


def merged_away(record, by):
    merging.merge(record, type(record).objects.create(name_fr="Ce qui reste"), by=by)


def deleted(record, by):
    replacing.delete(record, by=by)


FORMS = {
    "speaker merged, article": (
        lambda: ArticleFactory(body_fr=f"<p>{ROW['text_fr']}</p>"),
        SpeakerFactory,
        merged_away,
        lambda gone: row("quotes", **ROW, speaker=gone.pk),
    ),
    "event merged, article": (
        ArticleFactory,
        lambda: EventFactory(name_fr="Une session"),
        merged_away,
        lambda gone: {"event": gone.pk},
    ),
    "source merged, article": (
        ArticleFactory,
        SourceFactory,
        merged_away,
        lambda gone: {"source": gone.pk},
    ),
    "place merged, article": (
        ArticleFactory,
        PlaceFactory,
        merged_away,
        lambda gone: {"dateline": gone.pk},
    ),
    "event, article": (ArticleFactory, EventFactory, deleted, lambda gone: {"event": gone.pk}),
    "place, event": (EventFactory, PlaceFactory, deleted, lambda gone: {"place": gone.pk}),
    "source, image": (ImageFactory, SourceFactory, deleted, lambda gone: {"source": gone.pk}),
    "article, front page": (
        lambda: FrontPage.objects.create(language="fr"),
        ArticleFactory,
        lambda gone, by: gone.delete(),
        lambda gone: row("placements", id="", article=gone.pk, spot="lead", order="1"),
    ),
    "organization, speaker": (
        SpeakerFactory,
        OrganizationFactory,
        deleted,
        lambda gone: row("affiliations", id="", organization=gone.pk, position_fr="Cheffe"),
    ),
}


@pytest.fixture
def meanwhile(monkeypatch):
    """Has something done by somebody else once a form is valid, before it is written.

    On SQLite, where one waits for the other, it is done just before the form is sent.
    """

    def elsewhere(act):
        def one():
            try:
                act()
            finally:
                connections.close_all()

        person = threading.Thread(target=one)
        person.start()
        person.join(timeout=60)

    def once(act):
        if connection.vendor == "sqlite":
            elsewhere(act)
            return
        save, done = NewsroomAdmin.save_model, []

        def save_model(*args):
            if not done:
                done.append(elsewhere(act))
            save(*args)

        monkeypatch.setattr(NewsroomAdmin, "save_model", save_model)

    return once


@pytest.mark.parametrize("what", FORMS)
def test_what_goes_while_a_form_names_it_is_said_at_its_field(client, chief, meanwhile, what):
    make, make_gone, go, naming = FORMS[what]
    record, gone = make(), make_gone()
    client.force_login(chief)
    page = reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])
    opened = client.get(page).text
    read = fields_of if isinstance(record, Article) else form_of
    form = read(opened) | naming(gone)
    form.pop("file", None)
    meanwhile(lambda: go(gone, chief))
    answer = client.post(page, {**form, "_note": "Une raison", "_save": "1"})
    assert answer.status_code == 200
    assert "a été supprimée entre-temps" in answer.text
    assert not any("Enregistré" in str(one) for one in answer.context["messages"])
    assert not type(gone).objects.filter(pk=gone.pk).exists()
