"""Where things of a page stand beside each other: nothing alone, nothing beside a hole."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
LANGUAGES = pytest.mark.parametrize("language", ["fr", "ar"])

COLUMNS = """sections => sections.map(section => {
  const counts = {};
  for (const one of section.querySelectorAll("h2, li")) {
    const { left, right } = section.getBoundingClientRect();
    const at = Math.round(one.getBoundingClientRect()[document.dir === "rtl" ? "right" : "left"]);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return Object.values(counts);
})"""
"""How many lines of each section stand in each column."""
BOX = "one => one.getBoundingClientRect().toJSON()"


def live(**more):
    return ArticleFactory(live=["fr", "ar"], live_at=timezone.now() - timedelta(hours=1), **more)


@LANGUAGES
def test_no_line_of_the_site_map_stands_alone_in_a_column(page, language):
    for number in range(34):
        article = live(headline_fr=f"Titre {number}", headline_ar=f"عنوان {number}")
        article.topics.add(TopicFactory(name_fr=f"Thème {number}", name_ar=f"موضوع {number}"))
        if number in {7, 9, 10, 11, 12, 13, 20, 33}:
            page.goto(f"/{language}/site-map/")
            for counts in page.locator(".map section").evaluate_all(COLUMNS):
                assert min(counts) > 1, (number, counts)
                assert len(counts) == 1 or sum(counts) > 15, (number, counts)


@LANGUAGES
def test_the_line_under_a_link_goes_on_under_its_date(page, language):
    article = live()
    CorrectionFactory(article=article)
    page.goto(article.url_in(language))
    line = "one => getComputedStyle(one).textDecorationLine"
    for time in page.locator(".corrected a time").all():
        assert time.evaluate(line) == "underline"
    page.goto(f"/{language}/")
    for time in page.locator(".headline a time").all():
        assert time.evaluate(line) == "none"


@LANGUAGES
def test_the_day_of_a_correction_stands_over_its_words(page, language):
    article = live()
    CorrectionFactory(article=article)
    page.goto(article.url_in(language))
    day = page.locator("#corrections time").evaluate(BOX)
    words = page.locator("#corrections .what").evaluate(BOX)
    assert day["bottom"] <= words["top"]


@LANGUAGES
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_what_is_on_today_says_so_before_its_date(page, language, width):
    today = timezone.localdate()
    for days in range(3):
        EventFactory(
            starts_on=today - timedelta(days=1) + timedelta(days=2 * days),
            ends_on=today + timedelta(days=40),
            name_fr=f"Journées {days}",
            name_ar=f"أيام {days}",
        )
    live()
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/{language}/")
    badge = page.locator(".front-agenda .today").evaluate(BOX)
    date = page.locator(".front-agenda li:has(.today) .period time").first.evaluate(BOX)
    start = "right" if language == "ar" else "left"
    item = page.locator(".front-agenda li:has(.today)").evaluate(BOX)
    assert abs(badge[start] - item[start]) < 2
    # The date is in the same line, or begins the next one where the badge began.
    assert badge["top"] < date["bottom"]
    assert badge["bottom"] > date["top"] or abs(date[start] - item[start]) < 2


@LANGUAGES
def test_a_browser_that_runs_scripts_is_not_told_that_it_needs_them(chromium, page, language):
    needed = {"fr": "exécute les scripts", "ar": "يشغل النصوص البرمجية"}[language]
    for name in ("saved", "offline"):
        page.goto(f"/{language}/{name}/")
        assert page.locator("#nothing-saved").is_visible()
        assert needed not in page.locator("main").inner_text()
    root = page.url.split(f"/{language}/")[0]
    context = chromium.new_context(base_url=root, java_script_enabled=False)
    without = context.new_page()
    without.goto(f"/{language}/saved/")
    assert needed in without.locator("main").inner_text()
    context.close()


HOLES = """cards => {
  const boxes = cards.map(card => ({
    top: Math.round(card.getBoundingClientRect().top),
    end: Math.max(...[...card.children].map(one => one.getBoundingClientRect().bottom)),
  }));
  return boxes.map(one => Math.max(
    ...boxes.filter(other => other.top === one.top).map(other => other.end - one.end)));
}"""
"""How far each card ends above the longest of its row."""


@LANGUAGES
@pytest.mark.parametrize("others", [1, 3, 4])
def test_a_card_without_a_picture_leaves_no_hole_beside_one_with(page, language, others):
    image = ImageFactory()
    for number in range(6):
        article = live(
            headline_fr=f"Le sommet de Fès s’ouvre {number}",
            headline_ar=f"افتتاح قمة فاس {number}",
            standfirst_fr="Trente délégations y prennent part.",
            standfirst_ar="يشارك فيها ثلاثون وفدا.",
            lead_image=None if number == others else image,
        )
    page.goto(article.url_in(language))
    assert max(page.locator(".river.across .card").evaluate_all(HOLES)) < 64


@LANGUAGES
def test_nothing_beside_an_article_has_no_rule_before_it(page, language):
    article = live()
    page.goto(article.url_in(language))
    beside = page.locator(".article > .beside")
    assert not beside.inner_text().strip()
    assert beside.evaluate("one => getComputedStyle(one).borderInlineStartWidth") == "0px"
