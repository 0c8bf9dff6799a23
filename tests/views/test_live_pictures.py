"""A picture in an entry of a live coverage is shown wherever the entry is, as an article's is."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.publication.live import withdraw_entry
from articles.languages import Language
from articles.models import Article, EntryState, LiveEntry
from articles.models.needed import NeededByReadersError
from tests.conftest import member_of
from tests.factories import ArticleFactory, ImageFactory, LiveEntryFactory
from tests.views.test_papers import address, paper, words

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
FRENCH = Language("fr")


@pytest.fixture
def image():
    made = ImageFactory(
        alt_fr="Le pont vu du ciel",
        caption_fr="Le pont d’Aghbalou",
        credit_fr="MAP",
    )
    made.make_renditions()
    return made


@pytest.fixture
def article():
    return ArticleFactory(kind=Article.Kind.COVERAGE, live=["fr", "ar"])


@pytest.fixture
def entry(article, image):
    return LiveEntryFactory(article=article, image=image, at=timezone.now() - timedelta(minutes=1))


def figure(page):
    return re.search(r'<figure class="picture.*?</figure>', page, re.DOTALL)


def test_readers_have_it_with_its_caption_in_sizes_that_browsers_choose(client, article, entry):
    for path in (article.url_in("fr"), f"{article.url_in('fr')}live/"):
        said = figure(client.get(path).text)[0]
        for words_of_it in ("Le pont vu du ciel", "Le pont d’Aghbalou", "MAP", 'loading="lazy"'):
            assert words_of_it in said
        assert re.search(r'srcset="[^"]+\.avif 480w', said)
        assert re.search(r'width="\d+"\s+height="\d+"', said)
    assert client.get(entry.image.shown().src).status_code == 200
    assert figure(client.get(article.url_in("ar")).text)


def test_feeds_linked_data_and_the_paper_have_it(client, article, entry):
    source = entry.image.shown().src
    item = client.get("/fr/feed.json").json()["items"][0]
    assert f'{source}" alt="Le pont vu du ciel"' in item["content_html"]
    assert source in client.get("/fr/feed.rss").text
    page = client.get(article.url_in("fr")).text
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1]
    (update,) = json.loads(data)["@graph"][0]["liveBlogUpdate"]
    assert update["image"]["url"].endswith(source)
    assert update["image"]["caption"] == "Le pont d’Aghbalou"
    assert "Le pont d’Aghbalou" in words(client, article)
    assert sum(len(one.images) for one in paper(client, article).pages) == 1


@pytest.mark.parametrize("gone", ["licence", "entry", "draft"])
def test_one_that_may_not_be_shown_is_nowhere(client, article, entry, chief, gone):
    source = entry.image.shown().src
    if gone == "licence":
        entry.image.expires_on = timezone.localdate() - timedelta(days=1)
        entry.image.save()
    elif gone == "entry":
        for code in ("fr", "ar"):
            why = {"fr": "L’information était fausse.", "ar": "كان الخبر خاطئا."}[code]
            withdraw_entry(entry, Language(code), why, by=chief)
    else:
        entry.state_fr = entry.state_ar = EntryState.DRAFT
        entry.save()
    for path in (article.url_in("fr"), f"{article.url_in('fr')}live/", "/fr/feed.json"):
        assert source not in client.get(path).text
    assert client.get(source).status_code == 404
    assert client.get(address(article)).status_code == 200
    assert "Le pont d’Aghbalou" not in words(client, article)


def test_its_file_is_nobodys_before_readers_have_the_article(client, article, entry):
    later = timezone.now() + timedelta(hours=1)
    Article.objects.filter(pk=article.pk).update(embargoed_until=later)
    assert client.get(entry.image.shown().src).status_code == 404


def test_a_reader_of_one_language_has_no_picture_of_a_draft_in_the_other(client, article, entry):
    entry.state_ar = EntryState.DRAFT
    entry.save()
    assert figure(client.get(article.url_in("fr")).text)
    assert not figure(client.get(article.url_in("ar")).text)


def test_a_page_full_of_pictures_stays_small(client, article, image, django_assert_max_num_queries):
    told = "Les secours poursuivent l’évacuation du village, la route reste coupée au pont. " * 3
    image.width, image.height = 1600, 1000
    rows = type(image).objects.filter(pk=image.pk)
    rows.update(width=1600, height=1000, made=image.original.recipe)
    LiveEntry.objects.bulk_create(
        LiveEntryFactory.build(
            article=article,
            image=image,
            body_fr=f"<p>{told}</p>",
            at=timezone.now() - timedelta(minutes=n),
        )
        for n in range(1000)
    )
    client.get("/fr/")
    with django_assert_max_num_queries(10):
        page = client.get(article.url_in("fr"))
    assert page.text.count('loading="lazy"') >= 15
    assert len(page.content) < 60_000
    assert len(client.get(f"{article.url_in('fr')}live/").content) < 32_000


def test_it_is_not_deleted_while_readers_have_the_entry(entry, image):
    with pytest.raises(NeededByReadersError):
        image.delete()
    entry.state_fr = entry.state_ar = EntryState.DRAFT
    entry.save()
    image.delete()
    entry.refresh_from_db()
    assert entry.image is None


def test_a_colleagues_draft_keeps_its_picture_to_itself(article, entry, image):
    stranger = member_of("reporter")
    assert type(image).objects.for_desk(stranger).filter(pk=image.pk).exists()
    entry.state_fr = entry.state_ar = EntryState.DRAFT
    entry.save()
    assert not type(image).objects.for_desk(stranger).filter(pk=image.pk).exists()
    assert type(image).objects.for_desk(member_of("editor")).filter(pk=image.pk).exists()
