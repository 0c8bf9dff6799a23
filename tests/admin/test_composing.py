"""The form of a front page shows the page itself; its buttons put articles elsewhere on it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import FrontPage, Placement
from tests.admin.forms import form_of
from tests.factories import ArticleFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def front(client, editor):
    client.force_login(editor)
    return FrontPage.objects.create(language="ar")


def address_of(front):
    return reverse("admin:articles_frontpage_change", args=[front.pk])


def opened(client, front, at=""):
    return client.get(address_of(front), {"at": at} if at else {}).text


def zone(page, name):
    """The articles in a place of the board, by their keys."""
    (found,) = html.fromstring(page).xpath(f"//section[@data-zone='{name}']")
    return [int(key) for key in found.xpath(".//li/@data-article")]


def press(client, front, spot, article):
    form = form_of(opened(client, front)) | {"_place": f"{spot}:{article.pk}"}
    return client.post(address_of(front), form)


def live(**values):
    return ArticleFactory(live=["ar"], **values)


def test_it_shows_what_readers_have_in_the_language_of_the_page(client, front):
    article = live(headline_ar="افتتاح المعرض", headline_fr="Ouverture du salon")
    page = opened(client, front)
    assert zone(page, "lead") == [article.pk]
    assert "افتتاح المعرض" in page
    assert "Ouverture du salon" not in page


def test_a_button_puts_an_article_in_the_lead_before_the_one_that_was_there(client, front):
    old, new = live(), live()
    press(client, front, "lead", old)
    answer = press(client, front, "lead", new)
    assert answer.url == address_of(front)
    assert zone(opened(client, front), "lead") == [new.pk, old.pk]
    assert front.composed().lead == new


def test_a_button_moves_an_article_that_is_placed_already(client, front):
    article = live()
    press(client, front, "lead", article)
    press(client, front, "hidden", article)
    assert [(one.article, one.spot) for one in front.placements.all()] == [(article, "hidden")]
    assert zone(opened(client, front), "hidden") == [article.pk]


def test_an_article_that_is_let_go_comes_by_itself_again(client, front):
    article = live()
    press(client, front, "hidden", article)
    press(client, front, "free", article)
    assert not front.placements.exists()
    assert zone(opened(client, front), "lead") == [article.pk]


def test_what_else_is_typed_is_saved_with_it(client, front):
    article = live()
    form = form_of(opened(client, front)) | {"_place": f"top:{article.pk}", "river_size": "7"}
    client.post(address_of(front), form)
    front.refresh_from_db()
    assert front.river_size == 7


@pytest.mark.parametrize("asked", ["lead:", "lead:x", "nowhere:1", "lead:99999", ":", "free:0"])
def test_a_button_that_nobody_drew_places_nothing(client, front, asked):
    form = form_of(opened(client, front)) | {"_place": asked}
    assert client.post(address_of(front), form).status_code in {200, 302}
    assert not front.placements.exists()


def test_a_placed_article_that_readers_do_not_have_is_said_to_be_unseen(client, front):
    waiting = ArticleFactory()
    front.placements.create(article=waiting, spot="lead", order=1)
    page = opened(client, front)
    assert waiting.pk in zone(page, "lead")
    assert "les lecteurs ne l’y voient pas" in page


def test_enter_in_a_field_saves_the_page_and_places_nothing(client, front):
    live()
    page = html.fromstring(opened(client, front))
    first = page.xpath("//form[@id='frontpage_form']//*[@type='submit']")[0]
    pressed = {first.get("name"): first.get("value")}
    form = form_of(opened(client, front)) | {"river_size": "8"} | pressed
    assert client.post(address_of(front), form).url == address_of(front)
    assert not front.placements.exists()
    front.refresh_from_db()
    assert front.river_size == 8


def test_a_page_that_nobody_has_changed_has_no_last_change(client, front):
    address = reverse("admin:articles_frontpage_changelist")

    def changes():
        page = html.fromstring(client.get(address).text)
        cells = page.xpath("//td[contains(@class, 'field-last_change')]")
        return [one.text_content().strip() for one in cells]

    assert changes() == ["–", "–"]
    FrontPage.objects.filter(pk=front.pk).update(created_at=timezone.now() - timedelta(days=1))
    assert changes().count("–") == 1


# From a moment on.


def test_an_article_takes_its_place_from_a_moment_on(client, front):
    leads, planned = live(), live()
    tomorrow = timezone.now() + timedelta(days=1)
    front.placements.create(article=leads, spot="lead", order=2)
    front.placements.create(article=planned, spot="lead", order=1, starts_at=tomorrow)
    assert front.composed().lead == leads
    assert front.composed(tomorrow).lead == planned


def test_the_board_shows_the_page_of_a_moment_to_come(client, front):
    article, other = live(), live()
    tomorrow = timezone.localtime() + timedelta(days=1)
    front.placements.create(article=article, spot="hidden", starts_at=tomorrow)
    assert article.pk in zone(opened(client, front), "lead") + zone(opened(client, front), "top")
    later = opened(client, front, (tomorrow + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"))
    assert zone(later, "lead") == [other.pk]
    assert "verront le" in later


@pytest.mark.parametrize(
    "at", ["demain", "2026-13-45T00:00", "0001-01-01T00:00", "9999-12-31T23:59"]
)
def test_a_moment_that_is_none_shows_the_page_as_it_is(client, front, at):
    article = live()
    assert client.get(address_of(front), {"at": at}).status_code == 200
    assert front.composed().lead == article


def test_a_place_that_ends_before_it_begins_is_refused(client, front):
    form = form_of(opened(client, front)) | {
        "placements-0-article": live().pk,
        "placements-0-spot": "top",
        "placements-0-starts_at_0": "2026-12-02",
        "placements-0-starts_at_1": "10:00",
        "placements-0-ends_at_0": "2026-12-01",
        "placements-0-ends_at_1": "10:00",
    }
    assert "La fin viendrait avant le début." in client.post(address_of(front), form).text
    assert not Placement.objects.exists()


# As the other language's.


@pytest.fixture
def other(front):
    page = FrontPage.objects.create(language="fr", river_size=5)
    both = ArticleFactory(live=["fr", "ar"], headline_ar="بلاغ أول")
    french = ArticleFactory(live=["fr"], headline_fr="Encore à traduire", headline_ar="")
    ended = ArticleFactory(live=["fr"])
    page.placements.create(article=both, spot="lead", order=1)
    page.placements.create(article=french, spot="top", order=2)
    page.placements.create(
        article=ended, spot="top", order=3, ends_at=timezone.now() - timedelta(hours=1)
    )
    page.sections.create(topic=TopicFactory(), order=1, size=3)
    return page


def test_what_comes_by_itself_until_its_place_begins_is_said_to(client, front):
    article = live()
    tomorrow = timezone.now() + timedelta(days=1)
    front.placements.create(article=article, spot="top", order=1, starts_at=tomorrow)
    page = html.fromstring(opened(client, front))
    (echo,) = page.xpath("//*[@data-zone='lead']//li[contains(@class, 'echo')]")
    words = " ".join(echo.text_content().split())
    assert "vient de lui-même" in words
    assert "pour l’instant ; placé à partir du" in words
    # Its buttons are those of its place.
    assert not echo.xpath(".//button")
    assert page.xpath("//*[@data-zone='top']//li//button")


def copy_address(front):
    return reverse("admin:articles_frontpage_copy", args=[front.pk, "fr"])


def test_it_is_composed_as_the_other_after_a_page_that_says_what_will_come(client, front, other):
    front.placements.create(article=live(), spot="lead")
    asked = client.get(copy_address(front)).text
    assert "Encore à traduire" in asked
    assert front.placements.count() == 1
    client.post(copy_address(front))
    taken = [(one.article, one.spot) for one in front.placements.all()]
    assert taken == [(one.article, one.spot) for one in list(other.placements.all())[:2]]
    assert front.sections.get().topic == other.sections.get().topic
    front.refresh_from_db()
    assert front.river_size == 5


def test_the_page_says_which_one_changes_and_the_place_of_each(client, front, other):
    front.placements.create(article=live(headline_ar="يزول"), spot="hidden")
    page = " ".join(html.fromstring(client.get(copy_address(front)).text).text_content().split())
    assert "Page copiée : français. Page qui change : arabe." in page
    # Each by its name in the language of the page, with its place.
    assert "بلاغ أول – ouverture" in page
    assert "Encore à traduire – à côté de l’ouverture" in page
    assert "يزول – absent de l’accueil" in page


def test_it_is_copied_from_where_the_work_was_done(client, front, other):
    page = html.fromstring(client.get(address_of(other)).text)
    links = {" ".join(one.text_content().split()): one.get("href") for one in page.xpath("//a")}
    to_arabic = next(url for words, url in links.items() if words.startswith("Copier cette"))
    assert to_arabic == reverse("admin:articles_frontpage_copy", args=[front.pk, "fr"])
    assert any(words.startswith("Reprendre la composition") for words in links)


def test_who_may_not_compose_it_may_not_copy_into_it(client, front, other, reporter):
    client.force_login(reporter)
    assert client.get(copy_address(front)).status_code == 403
    assert client.post(copy_address(front)).status_code == 403
    assert not front.placements.exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [("fr", ["prend la place de toutes celles-ci", "celles qui sont choisies plus bas"]),
     ("ar", ["يحل محلها كلها", "الأقسام هي المختارة أدناه"])],
)  # fmt: skip
def test_it_says_that_a_section_takes_the_place_of_those_that_come_by_themselves(
    client, editor, front, language, said
):
    editor.language = language
    editor.save()
    before, after = said
    assert before in opened(client, front)
    front.sections.create(topic=TopicFactory())
    page = opened(client, front)
    assert after in page
    assert before not in page
