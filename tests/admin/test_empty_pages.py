"""What a page of the desk says where nothing is: what would stand there, and what to do next."""

from datetime import UTC, datetime, time

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.text.analysis.collation import sort_key
from tests.factories import (
    EventFactory,
    LiveEntryFactory,
    UrgentBannerFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)

    def page(name, *key, **asked):
        return client.get(reverse(f"admin:articles_{name}", args=key), asked).text

    return page


@pytest.mark.parametrize(
    ("page", "asked", "says"),
    [
        ("import", {}, "Aucun texte n’attend. Ce que vous collez"),
        ("import_inbox", {"state": "aside"}, "Rien n’a été mis de côté. Ce que vous mettez"),
        ("import_inbox", {"state": "taken"}, "Personne n’a encore pris de texte."),
        ("import_inbox", {"state": "aside", "language": "fr"}, "affichez tous les flux"),
        ("translations", {}, "Aucun article n’est encore à traduire"),
        ("translations", {"q": "qwertz"}, "Aucun article ne répond à ces filtres."),
        ("article_templates", {}, "Ajoutez le premier"),
        ("image_changelist", {}, "Il n’y a encore rien ici."),
    ],
)
def test_an_empty_page_says_what_would_stand_there(desk, page, asked, says):
    shown = desk(page, **asked)
    assert says in shown
    assert "Rien.<" not in "".join(shown.split())


def test_nothing_is_done_with_no_picture(desk):
    assert 'name="action"' not in desk("image_changelist")


def test_who_may_add_no_template_is_told_who_does(client, reporter):
    client.force_login(reporter)
    assert "Les chefs" in client.get(reverse("admin:articles_article_templates")).text


@pytest.mark.parametrize("page", ["find", "notices"])
def test_a_page_about_everything_stands_under_no_list(desk, page):
    (navigation,) = html.fromstring(desk(page)).xpath("//nav[@id='desk-nav']")
    assert not navigation.xpath(".//a[@aria-current]")


def test_with_nothing_typed_all_pages_stand_in_groups_in_the_order_of_letters(desk):
    sections = html.fromstring(desk("find")).xpath("//div[@class='found']/section")
    lists = {
        one.findtext("h2"): [" ".join(a.text_content().split()) for a in one.xpath(".//a")]
        for one in sections
    }
    assert list(lists) == ["Pages du desk", "Listes", "Ajouter"]
    names = lists["Listes"]
    assert names.index("Événements") < names.index("Flux entrants")
    assert names == sorted(names, key=sort_key)


def test_what_is_not_there_is_said_without_its_number(client, chief):
    client.force_login(chief)
    page = client.get(reverse("admin:articles_article_change", args=[148]), follow=True)
    assert "148" not in page.text
    assert "Ce n’est plus là, ou ne vous est pas ouvert" in page.text


def test_a_long_entry_is_named_by_its_beginning():
    entry = LiveEntryFactory(headline_fr="Réunis à Marrakech, les États membres " * 4)
    assert str(entry).endswith("…")


def test_an_hour_is_shown_without_seconds_that_it_has_not(desk):
    event = EventFactory(starts_at=time(9, 30))
    assert 'value="09:30"' in desk("event_change", event.pk)
    at = datetime(2026, 10, 8, 5, 50, tzinfo=UTC)
    shown = timezone.localtime(at).strftime("%H:%M")
    entry = LiveEntryFactory(at=at)
    assert f'value="{shown}"' in desk("article_live_entry", entry.article_id, entry.pk)
    banner = UrgentBannerFactory(begins_at=at.replace(second=7))
    assert f'value="{shown}:07"' in desk("urgentbanner_change", banner.pk)
    new = html.fromstring(desk("urgentbanner_add"))
    assert new.xpath("string(//input[@id='id_begins_at_1']/@value)").count(":") == 1
