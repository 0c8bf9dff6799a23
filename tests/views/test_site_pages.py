"""Static pages: what readers have at their addresses, and that no list of news ever has one."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from lxml import html

from articles import urls
from articles.desk.editing.working_copies import open_copy, publish
from articles.languages import Language
from articles.models import Article, Newsroom
from articles.search.index import update_index
from tests.factories import ArticleFactory, EventFactory, ImageFactory, SpeakerFactory, TopicFactory

pytestmark = pytest.mark.django_db

WORD = "Xylophonie"


def page_of(kind="page", **columns):
    """A static page that readers have, changed last of all."""
    now = timezone.now()
    columns = {"live": ["fr", "ar"], "published_at_fr": now, "published_at_ar": now} | columns
    return ArticleFactory(
        site_page=kind,
        headline_fr=f"{WORD} du site",
        headline_ar=f"{WORD} بالعربية",
        body_fr=f"<p>{WORD} : comment nous travaillons.</p>",
        **columns,
    )


def read(client, path, status=200):
    page = client.get(path)
    assert page.status_code == status, path
    return page.text


# At its address.


def test_a_page_stands_at_its_own_address_in_each_language(client):
    page = page_of(slug_fr="accreditation", slug_ar="اعتماد")
    text = read(client, "/fr/pages/accreditation/")
    assert f'<h1 class="headline">{WORD} du site</h1>' in text
    assert 'hreflang="ar"' in text
    assert "comment nous travaillons" in text
    read(client, page.url_in("ar"))
    # An article is never at it, nor it where articles are.
    read(client, "/fr/articles/accreditation/", 404)


@pytest.mark.parametrize("kind", ["about"])
def test_a_page_that_is_there_once_has_a_fixed_address(client, kind):
    read(client, f"/fr/{kind}/", 404)
    page_of(kind)
    for code in ("fr", "ar"):
        assert WORD in read(client, f"/{code}/{kind}/")
        assert f"/{code}/{kind}/" in client.get(f"/sitemap-article-{code}-1.xml").text


@pytest.mark.parametrize("kind", ["press", "legal", "privacy", "accessibility"])
def test_the_programs_own_text_stands_until_the_newsroom_publishes_one(client, kind):
    before = read(client, f"/fr/{kind}/")
    draft = ArticleFactory(site_page=kind, headline_fr=WORD)
    assert WORD not in read(client, f"/fr/{kind}/")
    assert before == read(client, f"/fr/{kind}/")
    draft.delete()
    page_of(kind, live=["fr"])
    assert WORD in read(client, f"/fr/{kind}/")
    # Readers of the other language keep what they had, and are led to and fro.
    assert WORD not in read(client, f"/ar/{kind}/")
    assert f'href="/ar/{kind}/"' in read(client, f"/fr/{kind}/")


def test_a_page_that_no_reader_may_have_yet_is_not_there(client):
    page = page_of(live=[], slug_fr="accreditation")
    later = timezone.now() + timedelta(hours=1)
    scheduled = page_of(live=["fr"], published_at_fr=later, slug_fr="plus-tard")
    for slug in ("accreditation", "plus-tard"):
        read(client, f"/fr/pages/{slug}/", 404)
    assert not page.has_page_in("fr")
    assert not scheduled.has_page_in("fr")


def test_a_page_in_the_other_language_alone_says_so(client):
    page_of("about", live=["ar"])
    text = read(client, "/fr/about/", 404)
    assert "/ar/about/" in text


def test_one_that_was_taken_back_says_so(client):
    page_of("about", live=[], status_fr="withdrawn", published_at_fr=timezone.now())
    read(client, "/fr/about/", 410)


def test_a_former_address_leads_on(client):
    page = page_of(slug_fr="accreditation")
    page.slug_fr = "etre-accredite"
    page.save()
    led = client.get("/fr/pages/accreditation/")
    assert (led.status_code, led["Location"]) == (301, "/fr/pages/etre-accredite/")


def test_its_pictures_are_with_readers_while_it_is(client):
    image = ImageFactory()
    assert client.get(image.file.url).status_code == 404
    page_of(lead_image=image)
    assert client.get(image.file.url).status_code == 200


def test_the_search_and_the_map_find_it_and_say_what_it_is(client):
    page = page_of()
    update_index(Article, [page.pk])
    found = html.fromstring(read(client, f"/fr/search/?q={WORD}"))
    assert page.url_in("fr") in found.xpath("//main//a/@href")
    assert page.url_in("fr") in read(client, "/fr/site-map/")


def test_the_menu_leads_to_it_while_readers_have_it(client):
    page = page_of("about")
    newsroom = Newsroom.the_one()
    newsroom.links.create(language="fr", own_page="home", order=1)
    newsroom.links.create(language="fr", page=page, label="Qui sommes-nous", order=2)

    def menu():
        return html.fromstring(read(client, "/fr/")).xpath("//nav[@class='sections']//a/@href")

    assert menu() == ["/fr/", "/fr/about/"]
    page.status_fr = "draft"
    page.save()
    assert menu() == ["/fr/"]


# And nowhere else.


@pytest.fixture
def page_about_everything():
    """A page tied to all that lists go by, though the desk ties none to it."""
    event, topic, speaker, image = EventFactory(), TopicFactory(), SpeakerFactory(), ImageFactory()
    page = page_of(event=event, lead_image=image)
    page.topics.add(topic)
    page.mention(speaker)
    page.quotes.create(speaker=speaker, text_fr=f"{WORD} !", text_ar=f"{WORD} !")
    page.corrections.create(text_fr=f"{WORD} corrigé.", text_ar=f"{WORD} corrigé.")
    news = ArticleFactory(live=["fr", "ar"], event=event)
    news.topics.add(topic)
    news.mention(speaker)
    return page, news, event, topic, speaker


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_a_page_is_in_no_list_no_feed_and_beside_no_article(client, page_about_everything, code):
    page, news, event, topic, speaker = page_about_everything
    now = timezone.now()
    paths = [
        f"/{code}/", f"/{code}/articles/", f"/{code}/archive/", f"/{code}/archive/{now.year}/",
        f"/{code}/archive/{now.year}/{now.month}/", f"/{code}/corrections/", f"/{code}/events/",
        f"/{code}/events.ics", f"/{code}/events/{now.year}/{now.month}/", f"/{code}/topics/",
        f"/{code}/feed.rss", f"/{code}/feed.atom", f"/{code}/feed.json", "/news-sitemap.xml",
        news.url_in(code), event.url_in(code), topic.url_in(code), speaker.url_in(code),
        f"{event.url_in(code)}feed.rss", f"{topic.url_in(code)}feed.rss",
        f"{speaker.url_in(code)}feed.rss",
        f"/{code}/offline/", f"/{code}/saved/", f"/{code}/follow/", f"/{code}/speakers/",
    ]  # fmt: skip
    for path in paths:
        assert WORD not in client.get(path).text, path
    assert page.url_in(code) not in client.get(f"/{code}/search/feed.rss?q={WORD}").text


def test_every_address_without_a_name_in_it_was_walked(page_about_everything, client):
    """Whatever list is added later: it is asked here by itself."""
    for one in urls.urlpatterns:
        if one.pattern.regex.groupindex or one.name in {"site_map", "search_suggestions"}:
            continue
        with translation.override("fr"):
            assert WORD not in client.get(reverse(one.name)).text, one.name


def test_the_gate_itself_has_no_page(page_about_everything):
    page, *_rest = page_about_everything
    assert page not in Article.objects.live(language="fr")
    assert page in Article.objects.site_pages(language="fr")
    assert page in Article.objects.shown(language="fr")


def test_a_page_costs_no_more_queries_than_an_article(client, django_assert_max_num_queries):
    page = page_of("about")
    with django_assert_max_num_queries(7):
        client.get(page.url_in("fr"))


# When it changes.


def test_a_page_changes_without_a_correction_and_says_the_day_of_its_last_change(client, chief):
    old = timezone.now() - timedelta(days=400)
    page = page_of("about", published_at_fr=old, published_at_ar=old)
    copy = open_copy(page, by=chief)
    copy.body_fr = "<p>Ouvert de 9 h à 17 h, tous les jours.</p>"
    copy.save()
    publish(copy, by=chief)
    text = read(client, "/fr/about/")
    today = Language("fr").date(timezone.localdate())
    assert f"Dernière modification : {today}" in " ".join(
        html.fromstring(text).text_content().split()
    )
    assert "Mis à jour le" not in text
    assert "Correction typographique" not in text
    # Readers of Arabic have the text that they had.
    (arabic,) = html.fromstring(read(client, "/ar/about/")).xpath("//p[@class='last-changed']")
    assert Language("ar").date(timezone.localdate()) not in arabic.text_content()


def test_each_change_moves_the_one_date_of_a_page(chief):
    page = page_of("about")
    for words in ("Ouvert le matin.", "Ouvert le soir, et le matin."):
        copy = open_copy(page, by=chief)
        copy.body_fr = f"<p>{words}</p>"
        copy.save()
        page = publish(copy, by=chief)
    assert page.corrections.count() == 1


def test_a_page_that_was_withdrawn_is_called_a_page(client):
    page_of("about", live=[], status_fr="withdrawn", published_at_fr=timezone.now())
    assert "Cette page a été retirée" in read(client, "/fr/about/", 410)
