"""A record that is in use is taken off what uses it, on record, and asked about first."""

import pytest

from articles.desk.editing import working_copies
from articles.models import Article, Correction, RecordRevision
from tests.admin.deleting import live, sure
from tests.admin.records import KINDS, is_there, page_of, shown_by
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    PlaceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def test_what_readers_have_is_taken_off_only_when_asked_twice(chiefs_desk, chief):
    topic = TopicFactory(name_fr="Migrations", is_listed=False)
    first, second = (live(headline_fr=name) for name in ("La session", "Le sommet"))
    draft = ArticleFactory(headline_fr="Un brouillon")
    for one in (first, second, draft):
        one.topics.add(topic)
    asked = chiefs_desk.post(page_of(topic, "delete"), {"_take_off": "1"})
    assert "Les lecteurs ont 2 articles d’où elle est retirée :" in asked.text
    for one in (first, second):
        assert f'href="{page_of(one)}"' in asked.text
    assert "Un brouillon" not in asked.text
    assert "les lecteurs n’en voient plus rien, au plus tard dans une minute" in asked.text
    assert [*first.topics.all()] == [topic]
    assert not RecordRevision.objects.filter(note__startswith="Supprim").exists()
    sent = sure(chiefs_desk, topic, {"_take_off": "1"})
    said = [
        str(one)
        for one in chiefs_desk.post(page_of(topic, "delete"), sent, follow=True).context["messages"]
    ]
    assert (
        "Elle a été retirée de 3 articles et fiches. Plus aucun lecteur ne la trouve, au plus "
        "tard dans une minute." in said
    )
    assert not is_there(topic)
    assert not first.topics.exists()


def test_what_went_live_while_the_page_asked_is_asked_about_anew(chiefs_desk):
    topic = TopicFactory(is_listed=False)
    live(headline_fr="La session").topics.add(topic)
    sent = sure(chiefs_desk, topic, {"_take_off": "1"})
    live(headline_fr="Le sommet").topics.add(topic)
    asked = chiefs_desk.post(page_of(topic, "delete"), sent)
    assert asked.status_code == 200
    assert "Le sommet" in asked.text
    assert is_there(topic)


def test_what_no_reader_has_is_taken_off_at_once(chiefs_desk):
    topic = TopicFactory(is_listed=False)
    ArticleFactory().topics.add(topic)
    answer = chiefs_desk.post(page_of(topic, "delete"), {"_take_off": "1"}, follow=True)
    said = [str(one) for one in answer.context["messages"]]
    assert "Elle a été retirée de 1 article ou fiche." in said
    assert not is_there(topic)


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"speaker"}))
def test_it_is_taken_off_each_with_a_revision_and_deleted(chiefs_desk, chief, kind):
    article, draft = live(), ArticleFactory(own_reporting=True)
    record = shown_by(article, kind)
    for way in ("lead_image", "dateline", "event", "source"):
        setattr(draft, way, getattr(article, way))
    draft.save()
    copy = working_copies.open_copy(article, by=chief)
    told = {"_take_off": "1", "_correction-fr": "Une mention a été retirée."}
    answer = chiefs_desk.post(page_of(record, "delete"), sure(chiefs_desk, record, told))
    assert answer.status_code == 302, answer.text
    assert not is_there(record)
    for one in Article.with_copies.filter(pk__in=[article.pk, draft.pk, copy.pk]):
        assert {one.lead_image, one.dateline, one.event, one.source} == {None}
        assert not one.topics.exists()
        assert not one.mentions.exists()
    revision = article.revisions.first()
    assert revision.made_by == chief
    assert "Retiré" in revision.note
    # Readers are told only of what their text said.
    told = Correction.objects.filter(article=article).count()
    assert told == (kind in {"place", "source"})


def test_a_live_text_that_owes_a_correction_is_not_changed_without(chiefs_desk):
    record = shown_by(live(), "place")
    answer = chiefs_desk.post(page_of(record, "delete"), {"_take_off": "1"})
    assert answer.status_code == 422
    assert is_there(record)
    assert Article.objects.get().dateline == record


def test_a_quotation_keeps_who_said_it(chiefs_desk):
    speaker = shown_by(live(), "speaker")
    answer = chiefs_desk.post(page_of(speaker, "delete"), {"_take_off": "1"})
    assert answer.status_code == 422
    assert "une citation garde" in answer.text
    assert speaker.quotes.count() == 1


def test_portraits_logos_places_and_parts_are_named_too(chiefs_desk):
    image, place, body = ImageFactory(), PlaceFactory(), OrganizationFactory()
    users = {
        image: [SpeakerFactory(portrait=image), OrganizationFactory(logo=image)],
        place: [EventFactory(place=place)],
        body: [
            OrganizationFactory(parent=body),
            AffiliationFactory(organization=body).speaker,
        ],
    }
    for record, owners in users.items():
        page = chiefs_desk.get(page_of(record, "delete")).text
        for owner in owners:
            assert f'href="{page_of(owner)}"' in page
        sent = sure(chiefs_desk, record, {"_take_off": "1"})
        assert chiefs_desk.post(page_of(record, "delete"), sent).status_code == 302
        for owner in owners:
            assert is_there(owner)
            assert "Retiré" in RecordRevision.objects.of(owner).first().note
