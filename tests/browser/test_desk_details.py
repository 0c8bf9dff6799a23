"""What is read at the desk is readable: steps, dates of a list, titles in the other direction."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.desk.notes import leave_note
from articles.models import User
from tests.browser.at_desk import LANGUAGES, look
from tests.factories import ArticleFactory

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

CONTRAST = """step => {
  const style = getComputedStyle(step);
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const light = (color) => {
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...paint.getImageData(0, 0, 1, 1).data].map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [one, other] = [light(style.color), light(style.backgroundColor)].sort((a, b) => a - b);
  return (other + 0.05) / (one + 0.05);
}"""
"""How far the words of a button stand out from its ground (WCAG)."""

WORDS_BEGIN = """title => {
  const range = document.createRange();
  range.selectNodeContents(title);
  const column = title.parentElement.getBoundingClientRect();
  const words = range.getBoundingClientRect();
  const isRtl = document.documentElement.dir === "rtl";
  return Math.abs(isRtl ? column.right - words.right : words.left - column.left);
}"""
"""How far the words of a title are from where the column begins."""


PIECES = """moment => [...moment.getClientRects()]
  .map(({ y, bottom, right }) => ({ y, bottom, right }))"""
"""Where the words of a date stand, piece by piece."""


@LANGUAGES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_steps_of_a_reporter_are_read_before_the_mouse_is_over_them(browser, language, scheme):
    page = browser("reporter", language)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto("/admin/articles/article/add/")
    steps = page.locator(".writing-bar input.move:visible")
    assert steps.count() == 2
    for step in steps.all():
        assert step.evaluate(CONTRAST) >= 4.5
        step.hover()
        assert step.evaluate(CONTRAST) >= 4.5
    look(page, f"steps-{language}-{scheme}")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_date_of_an_arabic_list_is_not_cut_in_two_around_its_state(browser, width):
    now = timezone.now()
    ArticleFactory(
        status_fr="published",
        published_at_fr=now + timedelta(days=1),
        status_ar="published",
        published_at_ar=now + timedelta(days=1),
    )
    page = browser("editor", "ar")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/admin/articles/article/")
    look(page, f"list-ar-{width}")
    columns = page.locator("#result_list td:has(.state.scheduled)")
    assert columns.count() == 2
    for column in columns.all():
        state = column.locator(".state.scheduled").bounding_box()
        for piece in column.locator("time").evaluate(PIECES):
            # All of it is on one side of the state: what is read first is on the right.
            same_line = piece["y"] < state["y"] + state["height"] and piece["bottom"] > state["y"]
            assert not same_line or piece["right"] <= state["x"] + 1


@LANGUAGES
def test_a_title_in_the_other_direction_begins_where_its_column_does(browser, language):
    page = browser("editor", language)
    editor = User.objects.get(username="editor")
    other = "ar" if language == "fr" else "fr"
    titles = {"headline_fr": "", "headline_ar": ""}
    titles[f"headline_{other}"] = {"fr": "Un titre", "ar": "عنوان"}[other]
    article = ArticleFactory(live=[other], original_language=other, created_by=editor, **titles)
    leave_note(article, "@editor À voir." if other == "fr" else "@editor للنظر.", by=editor)
    ArticleFactory(
        **titles,
        **{f"slug_{other}": "autre"},
        **{
            f"status_{other}": "published",
            f"published_at_{other}": timezone.now() + timedelta(days=2),
        },
    )
    page.goto("/admin/")
    look(page, f"titles-{language}")
    titles = page.locator(".desk :is(.pile .title, .note-words, .day a)")
    assert titles.count() >= 4
    for title in titles.all():
        assert title.evaluate(WORDS_BEGIN) <= 24, title.inner_text()
    page.goto("/admin/articles/article/")
    for title in page.locator("#result_list .headline").all():
        assert title.evaluate(WORDS_BEGIN) <= 24, title.inner_text()


@LANGUAGES
def test_the_fields_beside_a_text_stay_in_their_column(browser, language):
    article = ArticleFactory()
    page = browser("editor", language)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.locator(".chips").first.wait_for()
    column = page.locator(".writing-beside").bounding_box()
    for field in page.locator(".writing-beside .chooser:visible").all():
        box = field.bounding_box()
        assert box["x"] >= column["x"] - 1
        assert box["x"] + box["width"] <= column["x"] + column["width"] + 1
