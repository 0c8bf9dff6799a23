"""Readers follow a live coverage: on its page, by what its page asks again, in feeds and elsewhere."""

import json
import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.desk.publication.live import end_coverage, withdraw_entry, write_entry
from articles.languages import Language
from articles.models import Article, EntryState, LiveEntry, Newsroom
from tests.factories import ArticleFactory, CorrectionFactory, LiveEntryFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
FRENCH = Language("fr")
MOST_QUERIES = 10
"""Of the page: three more than of an article, for its entries, its summary and its end."""


@pytest.fixture
def article():
    return ArticleFactory(kind=Article.Kind.COVERAGE, live=["fr", "ar"])


def ago(minutes):
    return timezone.now() - timedelta(minutes=minutes)


def entry(article, words, minutes=1, **more):
    return LiveEntryFactory(article=article, body_fr=f"<p>{words}</p>", at=ago(minutes), **more)


def seen(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def part(article, language="fr"):
    return f"{article.url_in(language)}live/"


def test_entries_stand_below_the_text_the_newest_first_with_the_summary_on_top(client, article):
    entry(article, "Deuxième.", 5, is_important=True)
    entry(article, "Première.", 9)
    entry(article, "Ce que l’on sait.", 30, is_pinned=True)
    page = seen(client, article.url_in("fr"))
    places = [page.index(one) for one in ("Ce que l’on sait.", "Deuxième.", "Première.")]
    assert places == sorted(places)
    assert "Important" in page
    assert "En direct" in page


def test_a_summary_taken_back_in_one_language_says_so_in_its_place(client, article, chief):
    one = entry(article, "Ce que l’on sait.", 30, is_pinned=True)
    entry(article, "Nouvelle.", 5)
    withdraw_entry(one, FRENCH, "L’information était fausse.", by=chief)
    led_to = client.get(f"{part(article)}{one.pk}/")["Location"]
    assert led_to == f"{article.url_in('fr')}#entry-{one.pk}"
    for page in (seen(client, article.url_in("fr")), seen(client, part(article))):
        assert f'id="entry-{one.pk}"' in page
        assert page.index("Nouvelle.") < page.index("L’information était fausse.")
        assert "L’essentiel" not in page
    assert "الخلاصة" in seen(client, article.url_in("ar"))


def test_the_draft_of_a_summary_leaves_the_one_that_readers_have(client, article, chief):
    entry(article, "Ce que l’on sait.", 30, is_pinned=True)
    entry(article, "Nouvelle.", 5)
    values = {"body_fr": "<p>Ce que l’on sait ce soir.</p>", "is_pinned": True}
    draft = write_entry(LiveEntry(article=article), values, by=chief)
    page = seen(client, article.url_in("fr"))
    assert page.index("Ce que l’on sait.") < page.index("Nouvelle.")
    write_entry(draft, {}, by=chief, show=[FRENCH])
    page = seen(client, article.url_in("fr"))
    words = ("Ce que l’on sait ce soir.", "Nouvelle.", "Ce que l’on sait.")
    places = [page.index(one) for one in words]
    assert places == sorted(places)
    assert page.count("<strong>L’essentiel</strong>") == 1
    # Arabic readers have no other yet.
    arabic = seen(client, article.url_in("ar"))
    assert arabic.count("<strong>الخلاصة</strong>") == 1


def test_a_draft_and_another_languages_words_are_not_shown(client, article):
    entry(article, "Brouillon.", state_fr=EntryState.DRAFT)
    page = seen(client, article.url_in("fr"))
    assert "Brouillon." not in page
    assert "Brouillon." not in seen(client, part(article))
    assert "الطريق" in seen(client, article.url_in("ar"))


def test_nothing_of_it_is_before_readers_who_do_not_have_the_article(client, article):
    one = entry(article, "Secret.")
    article.embargoed_until = timezone.now() + timedelta(hours=1)
    Article.objects.filter(pk=article.pk).update(embargoed_until=article.embargoed_until)
    for address in (
        article.url_in("fr"),
        part(article),
        f"{part(article)}{one.pk}/",
        "/fr/feed.rss",
    ):
        assert "Secret." not in client.get(address).content.decode()
    assert client.get(part(article)).status_code == 404
    assert client.get(f"{part(article)}{one.pk}/").status_code == 404


def test_an_article_that_is_not_followed_live_has_no_such_part(client):
    one = ArticleFactory(live=["fr"])
    assert client.get(part(one)).status_code == 404
    assert 'class="live"' not in seen(client, one.url_in("fr"))


def test_an_entry_has_an_address_that_leads_to_its_page_now(client, article):
    first = entry(article, "La toute première.", 1000)
    address = f"{part(article)}{first.pk}/"
    assert client.get(address)["Location"] == f"{article.url_in('fr')}#entry-{first.pk}"
    for n in range(25):
        entry(article, f"Suite {n}.", n)
    led_to = client.get(address)["Location"]
    assert led_to == f"{article.url_in('fr')}?page=2#entry-{first.pk}"
    assert "La toute première." in seen(client, led_to.partition("#")[0])
    assert client.get(f"{part(article)}{first.pk + 999}/").status_code == 404


def test_older_entries_are_on_further_pages_by_plain_links(client, article):
    for n in range(25):
        entry(article, f"Entrée {n}.", n)
    first = seen(client, article.url_in("fr"))
    second = seen(client, f"{article.url_in('fr')}?page=2")
    assert 'href="?page=2"' in first
    assert "Entrée 24." not in first
    assert "Entrée 24." in second
    # The text itself, and the script that follows, are on the first page alone.
    assert "data-ask" not in second
    assert client.get(f"{article.url_in('fr')}?page=9").status_code == 404


def test_a_page_with_a_thousand_entries_is_small_and_few_queries(client, article):
    words = "Les secours poursuivent l’évacuation du village, la route reste coupée au pont. " * 3
    LiveEntry.objects.bulk_create(
        LiveEntryFactory.build(article=article, body_fr=f"<p>{words}</p>", at=ago(n))
        for n in range(1000)
    )
    Newsroom.the_one()
    client.get(article.url_in("fr"))
    with CaptureQueriesContext(connection) as queries:
        page = client.get(article.url_in("fr"))
    assert len(page.content) < 60_000
    assert len(queries) <= MOST_QUERIES
    assert len(client.get(part(article)).content) < 25_000


def test_what_the_page_asks_again_says_whether_anything_changed(client, article):
    entry(article, "Première.", 9)
    first = client.get(part(article))
    again = client.get(part(article), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    entry(article, "Deuxième.")
    changed = client.get(part(article), headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "Deuxième." in changed.content.decode()
    assert changed["X-Robots-Tag"] == "noindex"


def test_a_correction_is_told_below_its_entry(client, article, chief):
    one = entry(article, "La crue a emporté 3 ponts.")
    with pytest.raises(ValidationError):
        write_entry(one, {"body_fr": "<p>5 ponts.</p>"}, by=chief)
    values = {"body_fr": "<p>La crue a emporté 5 ponts.</p>"}
    write_entry(one, values, by=chief, notes={"fr": "Cinq ponts, et non trois."})
    page = seen(client, article.url_in("fr"))
    assert "Cinq ponts, et non trois." in page
    assert "Rectificatif" in page
    assert "Cinq ponts" not in seen(client, article.url_in("ar"))


def test_an_entry_that_was_taken_back_says_so_in_its_place(client, article, chief):
    one = entry(article, "Le pont s’est effondré.")
    withdraw_entry(one, FRENCH, "L’information était fausse.", by=chief)
    page = seen(client, article.url_in("fr"))
    assert "Le pont" not in page
    assert "L’information était fausse." in page


def test_a_browser_without_scripts_is_told_to_reload_the_page(client, article, chief):
    entry(article, "Première.")
    still = re.search(r"<noscript>(.*?)</noscript>", seen(client, article.url_in("fr")), re.DOTALL)
    assert "ne se met pas à jour" in still[1]
    assert f'href="{article.url_in("fr")}"' in still[1]
    end_coverage(article, by=chief)
    assert "<noscript>" not in seen(client, article.url_in("fr"))


def test_a_coverage_that_ended_says_when_and_asks_no_more(client, article, chief):
    entry(article, "Dernière.")
    end_coverage(article, by=chief)
    page = seen(client, article.url_in("fr"))
    assert "Le direct s’est terminé" in page
    assert "data-ask" not in page
    assert "data-over" in seen(client, part(article))


def test_search_engines_are_told_of_each_entry(client, article, chief):
    write_entry(
        LiveEntry(article=article, at=ago(5)),
        {"headline_fr": "Évacuation", "body_fr": "<p>Trois villages.</p>", "byline": "S. Idrissi"},
        by=chief, show=[FRENCH],
    )  # fmt: skip
    end_coverage(article, by=chief)
    page = seen(client, article.url_in("fr"))
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1]
    node = json.loads(data)["@graph"][0]
    assert node["@type"] == "LiveBlogPosting"
    assert node["coverageStartTime"] < node["coverageEndTime"]
    (update,) = node["liveBlogUpdate"]
    assert (update["headline"], update["articleBody"]) == ("Évacuation", "Trois villages.")
    assert update["author"] == {"@type": "Person", "name": "S. Idrissi"}
    assert client.get(update["url"]).status_code == 302


def test_feeds_have_the_entries_and_say_when_the_last_one_came(client, article):
    before = client.get("/fr/feed.json").json()["items"][0]
    entry(article, "Un hélicoptère survole la vallée.")
    after = client.get("/fr/feed.json").json()["items"][0]
    assert "Un hélicoptère survole la vallée." in after["content_html"]
    assert after["date_modified"] > before["date_modified"]
    assert after["id"] == before["id"]


def test_the_sitemap_says_when_the_last_entry_came(client, article):
    one = entry(article, "Nouvelle.")
    day = f"{timezone.localtime(one.changed_at_fr):%Y-%m-%d}"
    assert f"<lastmod>{day}" in seen(client, "/sitemap-article-fr-1.xml")


def test_the_search_finds_the_words_of_an_entry_and_of_no_draft(client, article):
    entry(article, "Un hélicoptère de la gendarmerie survole la vallée.")
    entry(article, "Un brouillon sur les pénichettes.", state_fr=EntryState.DRAFT)
    found = [seen(client, f"/fr/search/feed.rss?q={one}") for one in ("hélicoptère", "pénichettes")]
    assert [article.headline_fr in one for one in found] == [True, False]


def test_what_was_wrong_in_an_entry_stands_among_the_corrections(client, article):
    later = timezone.now() + timedelta(minutes=1)
    wrong, gone, misprint, draft = (entry(article, f"Entrée {n}.") for n in range(4))
    told = {"changed_at": later, "reader_note": "Trois villages, non deux."}
    wrong.put(FRENCH, change_kind="substance", **told)
    gone.withdraw(FRENCH, "Rien de tel n’a eu lieu.", later)
    misprint.put(FRENCH, change_kind="typographical", changed_at=later, reader_note="Une coquille.")
    draft.put(FRENCH, state="draft", change_kind="substance", changed_at=later, reader_note="Tu.")
    for one in (wrong, gone, misprint, draft):
        one.save()
    CorrectionFactory(article=article, text_fr="Le titre était faux.", made_on="2020-01-01")
    page = client.get("/fr/corrections/").text
    shown = ("Trois villages, non deux.", "Rien de tel n’a eu lieu.", "Le titre était faux.")
    for words in shown:
        assert words in page
    assert page.index(shown[0]) < page.index(shown[2])
    assert "Une coquille." not in page
    assert "Tu." not in page
    assert f"{article.url_in('fr')}live/{wrong.pk}/" in page
    assert "Trois villages" not in client.get("/ar/corrections/").text
    Article.objects.filter(pk=article.pk).update(status_fr="draft")
    assert "Trois villages" not in client.get("/fr/corrections/").text


def test_a_printed_coverage_says_of_when_it_is_while_it_goes_on(client, article, chief):
    entry(article, "Première.")
    changed = '<p class="printed-from">Dernier changement'
    assert changed in seen(client, article.url_in("fr"))
    end_coverage(article, by=chief)
    assert changed not in seen(client, article.url_in("fr"))
