"""Two records that are one become one, which is undone as it was."""

from urllib.parse import parse_qsl

import pytest
from lxml import html

from articles.desk.editing import history, working_copies
from articles.models import Article, Correction, RecordRevision, Speaker
from tests.admin.deleting import live, merged
from tests.admin.records import FACTORIES, KINDS, is_there, page_of, shown_by, stored
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", KINDS)
def test_two_that_are_one_become_one_and_no_correction_is_owed(chiefs_desk, chief, kind):
    article = live()
    gone, kept = shown_by(article, kind), FACTORIES[kind]()
    copy = working_copies.open_copy(article, by=chief)
    answer = merged(chiefs_desk, gone, kept)
    assert answer.status_code == 302, answer.text
    assert not is_there(gone)
    for one in Article.with_copies.all():
        named = {one.lead_image, one.dateline, one.event, one.source, *one.topics.all()}
        named |= {mention.organization for mention in one.mentions.all()}
        named |= {attached.document for attached in one.attachments.all()}
        named |= {quote.speaker for quote in one.quotes.all()}
        assert kept in named
    assert not Correction.objects.exists()
    assert article.revisions.first().made_by == chief
    assert RecordRevision.objects.of(kept).first().made_by == chief
    working_copies.publish(Article.with_copies.get(pk=copy.pk), by=chief)


def test_who_is_kept_gains_the_names_and_the_addresses(chiefs_desk, client):
    gone = SpeakerFactory(name_fr="Ismaïl Chekkouri", name_ar="إسماعيل شكوري", is_listed=True)
    kept = SpeakerFactory(name_fr="Ismail Chekkouri El Idrissi", name_ar="", is_listed=False)
    old = {"fr": gone.url_in("fr"), "ar": gone.url_in("ar")}
    merged(chiefs_desk, gone, kept)
    kept = Speaker.objects.get(pk=kept.pk)
    assert "Ismaïl Chekkouri" in kept.aliases_fr.splitlines()
    assert kept.name_ar == "إسماعيل شكوري"
    assert kept.is_listed
    answer = client.get(old["fr"])
    assert (answer.status_code, answer.url) == (301, kept.url_in("fr"))
    assert client.get(old["ar"]).status_code == 200


def test_who_is_kept_gains_a_name_that_differs_by_an_accent_alone(chiefs_desk):
    gone = SpeakerFactory(name_fr="Ismaïl Chekkouri", name_ar="إسماعيل شكوري")
    kept = SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="إسماعيل شكوري")
    merged(chiefs_desk, gone, kept)
    kept = Speaker.objects.get(pk=kept.pk)
    assert kept.aliases_fr.splitlines() == ["Ismaïl Chekkouri"]
    assert not kept.aliases_ar


def test_a_record_is_not_offered_to_be_merged_into_itself(chiefs_desk):
    article = live()
    record = shown_by(article, "speaker")
    other = SpeakerFactory(name_fr=f"{record.name_fr} El Idrissi")
    page = html.fromstring(chiefs_desk.get(page_of(record, "delete")).text)
    (field,) = page.xpath("//select[@name='other']")
    asked = {
        "app_label": field.get("data-app-label"),
        "model_name": field.get("data-model-name"),
        "field_name": field.get("data-field-name"),
        "term": record.name_fr,
    }
    url = field.get("data-asks")
    path, _sign, query = url.partition("?")
    found = chiefs_desk.get(path, dict(parse_qsl(query)) | asked).json()["results"]
    assert [one["id"] for one in found] == [str(other.pk)]
    # Elsewhere it is found as ever.
    found = chiefs_desk.get(path, asked).json()["results"]
    assert str(record.pk) in {one["id"] for one in found}


def test_a_merge_is_undone_as_it_was(chiefs_desk):
    article = live()
    gone, kept = shown_by(article, "speaker"), SpeakerFactory()
    both = OrganizationFactory()
    for one in (gone, kept):
        article.mention(one)
        AffiliationFactory(speaker=one, organization=both)
    event = EventFactory()
    for one in (gone, kept):
        event.appearances.create(speaker=one)
    before = {one: (stored(one), one.slug_fr, one.affiliations.count()) for one in (gone, kept)}
    merged(chiefs_desk, gone, kept)
    assert article.mentions.count() == 1
    assert event.appearances.count() == 1

    page = chiefs_desk.get(page_of(kept, "history")).text
    assert "Annuler" in page
    merge = page.split('name="merge"')[1].split('value="')[1].split('"')[0]
    assert chiefs_desk.post(page_of(kept, "unmerge"), {"merge": merge}).status_code == 302
    again = Speaker.objects.get(key=gone.key)
    kept = Speaker.objects.get(pk=kept.pk)
    assert (stored(again), again.slug_fr, again.affiliations.count()) == before[gone]
    assert (stored(kept), kept.slug_fr, kept.affiliations.count()) == before[kept]
    assert not kept.aliases_fr
    assert article.quotes.get().speaker == again
    assert {one.speaker for one in article.mentions.all()} == {again, kept}
    assert {one.speaker for one in event.appearances.all()} == {again, kept}
    assert chiefs_desk.post(page_of(kept, "unmerge"), {"merge": merge}).status_code == 404


@pytest.mark.parametrize("factory", [EventFactory, OrganizationFactory])
def test_a_merge_makes_no_circle(chiefs_desk, factory):
    above = factory()
    gone = factory(parent=above)
    between = factory(parent=gone)
    kept = factory(parent=between)
    assert merged(chiefs_desk, gone, kept).status_code == 302
    kept.refresh_from_db()
    between.refresh_from_db()
    assert kept.parent == above
    assert between.parent == kept


def test_an_older_version_of_an_article_finds_who_was_merged(chiefs_desk, chief):
    article = ArticleFactory()
    gone, kept = SpeakerFactory(), SpeakerFactory()
    article.mention(gone)
    history.keep_if_changed(article, by=chief)
    merged(chiefs_desk, gone, kept)
    article.mentions.all().delete()
    history.keep_if_changed(Article.objects.get(), by=chief)
    history.restore(article.revisions.get(version=1), onto=article, by=chief)
    assert article.mentions.get().speaker == kept


def test_no_live_text_is_left_with_a_quotation_of_nobody(chiefs_desk):
    quote = QuoteFactory(article=live(), speaker=SpeakerFactory(is_listed=False))
    merged(chiefs_desk, quote.speaker, SpeakerFactory())
    quote.refresh_from_db()
    assert quote.speaker.is_before_readers()
