"""The front page as a reader sees it: every container, in both directions, at every width."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import FrontPage, Section
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    QuoteFactory,
    TopicFactory,
)
from tests.this_week import LANGUAGES, a_newsroom, an_article

from .test_every_page import LAYOUT, SHIFTS

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

WIDTHS = [320, 390, 768, 1280]
CONTAINERS = [
    ".front-lead",
    ".front-beside",
    ".front-latest",
    ".lead-and-list",
    ".three-across",
    ".front-quotations",
    ".front-pictures",
    ".front-agenda",
    ".front-documents",
    ".front-corrections",
]

INK = """letter => {
  // Where ink begins over a text and ends under it: of its first line, and of its last.
  const pen = document.createElement("canvas").getContext("2d");
  const style = getComputedStyle(letter);
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const range = document.createRange();
  range.selectNodeContents(letter);
  const lines = [...range.getClientRects()].filter(one => one.width > 1);
  const ink = pen.measureText(letter.innerText);
  const over = ink.fontBoundingBoxAscent - ink.actualBoundingBoxAscent;
  const under = ink.fontBoundingBoxDescent - ink.actualBoundingBoxDescent;
  return [lines[0].top + over, lines.at(-1).bottom - under];
}"""
"""The top and the bottom of what is drawn of a text."""


def lies_well(page):
    return {width: said for width in WIDTHS if (said := at(page, width))}


def at(page, width):
    page.set_viewport_size({"width": width, "height": 844})
    return page.evaluate(LAYOUT)


def box(page, selector):
    return page.locator(selector).first.bounding_box()


def size(page, selector):
    return page.locator(selector).first.evaluate(
        "one => parseFloat(getComputedStyle(one).fontSize)"
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_container_lies_well_at_every_width_and_nothing_moves(page, complaints, language):
    a_newsroom()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"/{language}/")
    assert page.evaluate(SHIFTS) == 0
    for container in CONTAINERS:
        assert page.locator(container).first.is_visible(), container
    assert lies_well(page) == {}
    assert complaints == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_beside_stands_at_the_end_of_the_line(page, language):
    a_newsroom()
    page.goto(f"/{language}/")
    for first, second in (
        (".front-lead", ".front-beside"),
        (".front-sections", ".front-latest"),
        (".front-agenda", ".front-documents"),
        (".three-across .teaser:nth-child(1)", ".three-across .teaser:nth-child(2)"),
        (".front-quotations figure:nth-child(1)", ".front-quotations figure:nth-child(2)"),
        (".front-pictures .teaser:nth-child(1)", ".front-pictures .teaser:nth-child(2)"),
        (".front-corrections li:nth-child(1)", ".front-corrections li:nth-child(2)"),
    ):
        one, other = box(page, first), box(page, second)
        assert (one["x"] < other["x"]) == (language == "fr"), first
        assert other["y"] < one["y"] + one["height"], second


@pytest.mark.parametrize("language", LANGUAGES)
def test_headlines_have_at_least_four_sizes(page, language):
    a_newsroom()
    page.goto(f"/{language}/")
    sizes = [
        size(page, one)
        for one in (
            ".front-lead .headline",
            ".lead-and-list .columns > .teaser .headline",
            ".front-beside .headline",
            ".front-beside .teaser:last-child .headline",
            ".front-latest .headline",
        )
    ]
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 5


def test_the_label_does_not_touch_the_accent_under_it(page):
    topic = TopicFactory(name_fr="Géographie", slug_fr="geographie")
    for number in range(1, 30):
        an_article(number, topic=topic, kind="analysis", lead_image=ImageFactory())
    for article in topic.of_articles.all():
        type(article.content_object).objects.filter(pk=article.content_object_id).update(
            headline_fr="Égypte : Écoles et États d’Égypte"
        )
    for path in ("/fr/", topic.of_articles.first().content_object.url_in("fr")):
        page.goto(path)
        for kicker in page.locator(".kicker:visible").all():
            _, label_ends = kicker.evaluate(INK)
            headline_begins, _ = kicker.locator("xpath=following-sibling::*[1]").evaluate(INK)
            assert headline_begins - label_ends >= 2, path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 5])
def test_a_small_newsroom_lies_well_too(page, language, number):
    a_newsroom(articles=number)
    page.goto(f"/{language}/")
    assert lies_well(page) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_headlines_of_three_hundred_letters_and_of_one_word_lie_well(page, language):
    topic = TopicFactory()
    for number in range(1, 30):
        headline = {
            0: {"headline_fr": "Séisme", "headline_ar": "زلزال"},
            1: {"headline_fr": "Rabat annonce " * 21, "headline_ar": "الرباط تعلن " * 25},
            2: {
                "headline_fr": "Anticonstitutionnellement" * 5,
                "headline_ar": "أفاستسقيناكموها" * 8,
            },
        }[number % 3]
        article = an_article(number, topic=topic, lead_image=ImageFactory() if number % 2 else None)
        type(article).objects.filter(pk=article.pk).update(**headline)
    page.goto(f"/{language}/")
    assert lies_well(page) == {}


def test_upright_pictures_are_cut_to_their_place_and_thirty_sections_lie_well(page):
    upright = ImageFactory(file__width=300, file__height=900)
    front = FrontPage.objects.create(language="fr", river_size=3)
    for number in range(1, 60):
        topic = TopicFactory(name_fr=f"Sujet {number}")
        an_article(number, topic=topic, lead_image=upright)
        if number > 29:
            Section.objects.create(front_page=front, topic=topic, order=number)
    page.goto("/fr/")
    assert page.locator(".front-section").count() >= 30
    assert lies_well(page) == {}
    for picture in page.locator(".picture img").all():
        size = picture.bounding_box()
        assert size["width"] > size["height"]


def test_only_arabic_articles_leave_the_french_page_whole(page):
    ArticleFactory(live=["ar"], live_at=timezone.now())
    page.goto("/fr/")
    assert lies_well(page) == {}
    page.locator("main .elsewhere a").click()
    assert page.locator(".front-lead").is_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_has_the_page_without_its_search(page, language):
    a_newsroom()
    page.goto(f"/{language}/")
    page.emulate_media(media="print")
    assert page.locator(".front-lead .headline").is_visible()
    assert not page.locator(".site-search").is_visible()


HOLES = """() => [...document.querySelectorAll(".columns")].flatMap(columns => {
  // Of each row of a container: whether what stands in it reaches from its one edge to the other.
  // One article in words alone is as wide as one reads.
  if (columns.closest(".single")) return [];
  const rows = new Map();
  for (const one of columns.children) {
    const box = one.getBoundingClientRect();
    const row = rows.get(Math.round(box.top)) ?? [];
    rows.set(Math.round(box.top), [...row, box]);
  }
  const frame = columns.getBoundingClientRect();
  return [...rows.values()].filter(row =>
    Math.min(...row.map(box => box.left)) > frame.left + 2 ||
    Math.max(...row.map(box => box.right)) < frame.right - 2
  ).map(row => `${columns.closest("section").className}: ${row.length} of ${columns.children.length}`);
})"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 7])
def test_no_container_has_a_hole_however_few_things_it_has(page, language, number):
    front = FrontPage.objects.create(language=language, river_size=0)
    for order in range(5):
        topic = TopicFactory(name_fr=f"Sujet {order}", name_ar=f"موضوع {order}")
        Section.objects.create(front_page=front, topic=topic, order=order, size=number)
        for place in range(number):
            image = ImageFactory() if order % 2 else None
            article = an_article(20 + place + 8 * order, topic=topic, lead_image=image)
            if place < 3 and not order:
                CorrectionFactory(article=article)
    for place in range(number):
        EventFactory(starts_on=timezone.localdate() + timedelta(days=3 + place), ends_on=None)
        if place < 3:
            QuoteFactory(article=an_article(10 + place))
    for place in range(5):
        an_article(1 + place)
    page.goto(f"/{language}/")
    for section in (".front-agenda", ".front-corrections", ".front-section"):
        assert page.locator(section).first.is_visible(), section
    for width in (320, 700, 1000, 1280):
        assert at(page, width) == []
        assert page.evaluate(HOLES) == [], width


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_an_article_was_updated_is_said_in_one_colour(page, language):
    front = FrontPage.objects.create(language=language, river_size=3)
    Section.objects.create(front_page=front, topic=TopicFactory(), size=1)
    for number in range(1, 9):
        article = an_article(number)
        CorrectionFactory(article=article, kind="update", made_on=timezone.localdate())
    page.goto(f"/{language}/")
    colours = page.locator(".front-latest .byline").first.evaluate(
        "said => [said, said.querySelector('time')].map(one => getComputedStyle(one).color)"
    )
    assert colours[0] == colours[1]
