"""The desk is read by night as by day, and on a phone: no text too pale, no page too wide."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from articles.desk.editing import history, working_copies
from articles.desk.notes import leave_note
from articles.models import Article, FrontPage
from quality.barriers import broken_rules
from tests.browser import at_desk
from tests.factories import (
    ArticleFactory,
    ArticleTemplateFactory,
    ImageFactory,
    LiveEntryFactory,
    QuoteFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

RIGHT_OF_WORDS = """one => {
  const words = document.createRange();
  words.selectNodeContents(one);
  return Math.round(words.getBoundingClientRect().right);
}"""
LONG_WORD = "anticonstitutionnellement" * 4
ONLY_CONTRAST = ["color-contrast"]


def newsroom(by):
    """Articles in every state, with something to say of each."""
    now = timezone.now()
    for state in ("draft", "in_review", "ready"):
        ArticleFactory(status_fr=state, created_by=by)
    ArticleFactory(status_fr="published", published_at_fr=now + timedelta(hours=3))
    ArticleFactory(
        status_fr="published", published_at_fr=now, embargoed_until=now + timedelta(hours=2)
    )
    ArticleFactory(live=["fr"], live_until_fr=now + timedelta(days=2))
    article = ArticleFactory(
        live=["fr", "ar"],
        lead_image=ImageFactory(),
        standfirst_fr='Il a dit "non" !',
        standfirst_ar="",
    )
    QuoteFactory(article=article)
    history.catch_up(article)
    copy = working_copies.open_copy(article, by=by)
    copy.body_fr += "<p>Une phrase de plus, de 2018.</p>"
    copy.save()
    history.keep_if_changed(copy, by=by)
    leave_note(article, "@admin À voir.", by=by)
    return article, copy


def pages(article, copy):
    yield "/admin/"
    for name, row in (
        ("articles_article_changelist", None),
        ("articles_article_change", article),
        ("articles_article_change", copy),
        ("articles_article_history", article),
        ("articles_article_changes", copy),
        ("articles_translations", None),
        ("articles_image_changelist", None),
        ("articles_speaker_change", article.quotes.get().speaker),
    ):
        yield reverse(f"admin:{name}", args=[row.pk] if row else [])
    yield reverse("admin:articles_article_translate", args=[copy.pk, "ar"])
    front = FrontPage.objects.create(language="fr")
    front.placements.create(article=article, spot="lead")
    yield reverse("admin:articles_frontpage_change", args=[front.pk])
    long = ArticleFactory(kind=Article.Kind.COVERAGE, headline_fr=LONG_WORD, live=["fr", "ar"])
    LiveEntryFactory(article=long, body_fr=f"<p>{LONG_WORD}</p>")
    front.placements.create(article=long, spot="top")
    yield reverse("admin:articles_article_live", args=[long.pk])
    yield reverse("admin:articles_frontpage_copy", args=[front.pk, "ar"])


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_texts_of_the_desk_stand_out_from_their_ground(browser, language, scheme):
    page = browser("admin", language)
    article, copy = newsroom(at_desk.person("admin", language))
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    pale = {}
    for address in pages(article, copy):
        assert page.goto(address).status == 200, address
        found = broken_rules(page, only=ONLY_CONTRAST)
        if nodes := [node["html"][:110] for broken in found for node in broken["nodes"]]:
            pale[address] = nodes[:6]
    assert pale == {}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_page_of_the_desk_is_wider_than_a_phone(browser, language):
    page = browser("admin", language)
    page.set_viewport_size({"width": 390, "height": 844})
    wide = []
    for address in pages(*newsroom(at_desk.person("admin", language))):
        page.goto(address)
        try:
            # Once its letters are there, and its scripts have made what they make.
            expect(page.locator("html")).to_have_js_property("scrollWidth", 390)
        except AssertionError:
            wide.append(address)
    assert wide == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_on_a_phone_the_page_that_is_open_is_in_sight_in_the_navigation(browser, language):
    page = browser("admin", language)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(reverse("admin:articles_frontpage_changelist"))
    here = page.locator("#desk-nav .main-pages [aria-current]")
    pages = page.locator("#desk-nav .main-pages").bounding_box()
    expect(here).to_be_in_viewport(ratio=1)
    box = here.bounding_box()
    assert box["x"] >= pages["x"]
    assert box["x"] + box["width"] <= pages["x"] + pages["width"] + 1


def test_in_arabic_a_title_in_french_begins_where_the_others_do(browser):
    page = browser("admin", "ar")
    template = ArticleTemplateFactory(headline_fr="Avis", headline_ar="إشعار")
    page.goto(reverse("admin:articles_article_templates"))
    card = page.locator(".template-cards li", has_text=template.headline_ar)
    assert card.locator("[lang=fr]").evaluate(RIGHT_OF_WORDS) == card.locator("[lang=ar]").evaluate(
        RIGHT_OF_WORDS
    )
