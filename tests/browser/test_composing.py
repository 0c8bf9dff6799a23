"""A front page is composed on the page itself: by buttons, by hand and by keys, in a few clicks."""

import pytest
from django.urls import reverse

from articles.models import FrontPage
from tests.browser.test_records import seen
from tests.factories import ArticleFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def articles():
    return [ArticleFactory(live=["fr", "ar"]) for _ in range(9)]


def board(page, language="fr"):
    front = FrontPage.objects.create(language="fr")
    page.goto(reverse("admin:articles_frontpage_change", args=[front.pk]))
    page.wait_for_selector(".front-step", state="attached")
    return front


def card(page, article, zone=""):
    within = f"[data-zone='{zone}'] " if zone else ""
    return page.locator(f"{within}.front-card[data-article='{article.pk}']")


def spots(front):
    return {one.article_id: one.spot for one in front.placements.all()}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_front_page_takes_six_clicks(browser, articles, complaints, language):
    page = browser("editor", language)
    front = board(page)
    seen(page, f"composing-{language}")
    oldest, *beside, hidden = articles[:5]
    card(page, oldest).locator("[value^='lead:']").click()
    for article in beside:
        card(page, article).locator("[value^='top:']").click()
    card(page, hidden).locator("[value^='hidden:']").click()
    card(page, oldest, "lead").wait_for()
    page.locator("[name=_continue]").click()
    page.wait_for_selector(".messagelist .success")
    places = {one.pk: "top" for one in beside}
    assert spots(front) == {**places, oldest.pk: "lead", hidden.pk: "hidden"}
    # What was placed, in its order; the newest follow it.
    assert [one.pk for one in front.composed().beside][:3] == [one.pk for one in beside]
    assert complaints == []


def test_a_card_is_dragged_to_another_place_and_moved_by_keys(browser, articles, complaints):
    page = browser("editor")
    front = board(page)
    one, other = articles[:2]
    for article in (one, other):
        card(page, article).drag_to(page.locator("[data-zone='hidden'] h3"))
        card(page, article, "hidden").wait_for()
    card(page, other, "hidden").locator(".front-step").first.press("Enter")
    page.locator("[name=_continue]").click()
    page.wait_for_selector(".messagelist .success")
    assert [placed.article_id for placed in front.placements.all()] == [other.pk, one.pk]
    assert {*spots(front).values()} == {"hidden"}
    assert complaints == []


def test_what_is_not_saved_is_said_and_one_walks_through_a_card_in_two_steps(browser, articles):
    page = browser("editor")
    front = board(page)
    led, article = front.composed().lead, articles[0]
    unsaved = page.locator(".front-unsaved")
    assert unsaved.text_content() == ""
    mine = card(page, article)
    assert mine.locator("a, button:not([tabindex='-1'], [hidden])").count() == 2
    assert not mine.locator("[data-says=placed]").is_visible()
    mine.locator("button:not([hidden])").first.focus()
    page.keyboard.press("ArrowRight")
    assert mine.locator("button:focus").get_attribute("value") == f"top:{article.pk}"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    card(page, article, "lead").wait_for()
    assert mine.locator("[data-says=placed]").is_visible()
    assert not mine.locator("[data-says=free]").is_visible()
    card(page, led, "top").wait_for()
    assert "Pas encore enregistré" in unsaved.text_content()
    mine.locator(".front-when").click()
    cells = page.locator(".front-cell-name")
    assert cells.all_text_contents() == ["À partir du", "Jusqu’à"]
    page.keyboard.press("Control+s")
    page.wait_for_selector(".messagelist .success")
    assert spots(front) == {article.pk: "lead"}


def test_what_was_placed_by_mistake_goes_back_before_it_is_saved(browser, articles):
    page = browser("editor")
    front = board(page)
    (article,) = articles[:1]
    home = card(page, article).evaluate("card => card.closest('[data-zone]').dataset.zone")
    card(page, article).locator("[value^='hidden:']").click()
    card(page, article, "hidden").locator("[value^='free:']").click()
    card(page, article, home).wait_for()
    page.locator("[name=_continue]").click()
    page.wait_for_selector(".messagelist .success")
    assert spots(front) == {}


def test_hours_of_what_is_kept_are_those_of_the_day_in_arabic_too(browser, articles):
    page = browser("editor", "ar")
    board(page)
    said = page.evaluate(
        "import('/static/admin-newsroom/drafts-words.js').then((one) => one.time(Date.now()))"
    )
    assert "م" not in said
    assert "ص" not in said
