"""The desk for writing in a browser: two languages beside each other, a bar, keys."""

import pytest
from playwright.sync_api import expect

from articles.models import Article
from quality.barriers import broken_rules
from tests.browser.at_desk import (
    LANGUAGES,
    body_in,
    close_and_reopen,
    look,
    press,
    put_back,
    type_rich,
    wait_until_kept,
)
from tests.factories import (
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE, TABLET, SCREEN = 390, 1024, 1440
INSIDE = """bar => {
  const box = bar.getBoundingClientRect();
  return box.bottom <= innerHeight + 1 && box.height < innerHeight / 3
    && document.documentElement.scrollWidth <= innerWidth;
}"""


def change(article):
    return f"/admin/articles/article/{article.pk}/change/"


def full_article(**more):
    article = ArticleFactory(lead_image=ImageFactory(), event=EventFactory(), **more)
    QuoteFactory(article=article)
    return article


@LANGUAGES
def test_the_desk_fits_every_window_by_day_and_by_night_and_stops_nobody(browser, language):
    live, draft = full_article(live=["fr", "ar"]), full_article(headline_fr="Titre long " * 27)
    page = browser("chief", language)
    page.emulate_media(reduced_motion="reduce")
    for article, widths in ((draft, (PHONE, TABLET, SCREEN)), (live, (PHONE, SCREEN))):
        page.goto(change(article))
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_load_state("networkidle")
            assert page.locator(".writing-bar").evaluate(INSIDE), (width, article)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                # The library's colours fade from day to night.
                page.wait_for_timeout(400)
                look(page, f"writing-{article.pk}-{width}-{language}-{scheme}")
                found = broken_rules(page)
                said = [(one["id"], [node["html"][:200] for node in one["nodes"]]) for one in found]
                assert said == [], (width, scheme)


@LANGUAGES
def test_a_form_is_low_enough_to_be_seen_at_once(browser, language):
    article = full_article()
    page = browser("editor", language)
    page.set_viewport_size({"width": SCREEN, "height": 900})
    page.goto(change(article))
    body_in(page, "fr").wait_for()
    assert page.locator("#article_form").bounding_box()["height"] <= 1400
    first, second = (page.locator(f"[data-text={one}]").bounding_box() for one in ("fr", "ar"))
    # Arabic comes first where Arabic is read, and that is from the right.
    assert first["x"] < second["x"]
    assert first["y"] == second["y"]


@LANGUAGES
def test_one_language_alone_is_remembered_and_a_phone_has_one_at_a_time(browser, language):
    article = ArticleFactory()
    page = browser("editor", language)
    page.goto(change(article))
    french, arabic = (page.locator(f".writing-column[data-text={one}]") for one in ("fr", "ar"))
    expect(french).to_be_visible()
    expect(arabic).to_be_visible()
    page.click(".writing-languages [data-shows=ar]")
    expect(french).to_be_hidden()
    page.reload()
    expect(arabic).to_be_visible()
    expect(french).to_be_hidden()
    page.click(".writing-languages [data-shows='']")
    expect(french).to_be_visible()
    page.set_viewport_size({"width": PHONE, "height": 800})
    other, own = (french, arabic) if language == "ar" else (arabic, french)
    expect(own).to_be_visible()
    expect(other).to_be_hidden()
    code = "fr" if language == "ar" else "ar"
    page.click(f".writing-languages [data-shows={code}]")
    expect(other).to_be_visible()
    expect(own).to_be_hidden()
    expect(page.locator(f"[name=_move-{code}-published]")).to_be_visible()


def test_a_key_saves_and_one_stays_where_one_was(browser):
    article = ArticleFactory(body_fr="<p>Une phrase.</p>" * 40)
    page = browser("editor")
    page.goto(change(article))
    type_rich(page, 0, " Et une de plus.")
    expect(page.locator("[data-unsaved]")).to_be_visible()
    expect(page.locator("[data-text=fr] [data-words]")).to_have_text("84")
    top = page.evaluate("Math.round(scrollY)")
    assert top > 0
    page.evaluate("window.stillHere = true")
    page.keyboard.press("Control+s")
    page.wait_for_function("() => !window.stillHere")
    page.wait_for_load_state()
    # The message that comes above may take the page along.
    page.wait_for_function("top => Math.abs(scrollY - top) < 120", arg=top)
    expect(page.locator("[data-saved]")).to_be_visible()
    expect(page.locator("[data-unsaved]")).to_be_hidden()
    expect(body_in(page, "fr")).to_be_focused()
    page.keyboard.insert_text(" Encore.")
    expect(body_in(page, "fr").locator("p").last).to_have_text(
        "Une phrase. Et une de plus. Encore."
    )
    assert "Et une de plus." in Article.objects.get().body_fr


@LANGUAGES
def test_keys_lead_to_the_next_step_and_tell_of_themselves(browser, language):
    article = ArticleFactory(headline_fr="Un titre")
    page = browser("editor", language)
    page.goto(change(article))
    page.focus("#id_headline_ar")
    page.keyboard.press("Control+Enter")
    expect(page.locator("[name=_move-ar-published]")).to_be_focused()
    page.keyboard.press("?")
    keys = page.locator(".writing-keys")
    expect(keys.locator("dl")).to_be_visible()
    look(page, f"writing-keys-{language}")
    page.keyboard.press("Escape")
    expect(keys.locator("dl")).to_be_hidden()
    # In a field it is a sign like any other; Enter goes on to the next.
    page.locator("#id_headline_fr").press("End")
    page.keyboard.type(" ?")
    page.keyboard.press("Enter")
    expect(page.locator("#id_standfirst_fr")).to_be_focused()
    assert page.input_value("#id_headline_fr") == "Un titre ?"
    assert page.locator(".writing-keys[open]").count() == 0
    page.keyboard.press("Tab")
    expect(body_in(page, "fr")).to_be_focused()
    # The other steps are a menu that the keyboard opens.
    menu = page.locator("[data-steps=fr] summary")
    menu.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("[name=_move-fr-in_review]")).to_be_focused()
    page.keyboard.press("Enter")
    # One stays at the text.
    page.wait_for_selector(".messagelist .success")
    assert Article.objects.get().status_fr == "in_review"


def test_a_line_of_what_is_wrong_leads_to_a_field_that_is_folded_or_of_the_other_language(browser):
    article = ArticleFactory()
    page = browser("editor")
    page.goto(change(article))
    page.fill("#id_headline_ar", "ع" * 400)
    page.locator(".writing-group.of-source > summary").click()
    page.fill("#id_source_url", "x")
    page.click(".writing-bar [name=_continue]")
    page.wait_for_selector(".wrong-fields")
    page.click(".writing-languages [data-shows=fr]")
    page.click(".wrong-fields a[href*=headline_ar]")
    expect(page.locator("#id_headline_ar")).to_be_focused()
    page.locator(".writing-group.of-source").evaluate("one => { one.open = false; }")
    page.click(".wrong-fields a[href*=source_url]")
    expect(page.locator("#id_source_url")).to_be_focused()


def chips(page):
    return page.locator(".chips > ul > li bdi").all_inner_texts()


def choose(page, field, words):
    page.locator(f"{field} + .chooser input").click()
    page.keyboard.type(words)
    page.locator(".chooser-list li", has_text=words).first.wait_for()
    page.keyboard.press("Enter")


def test_topics_and_people_are_chips_that_are_kept_sent_and_taken_off(browser):
    article = ArticleFactory()
    article.topics.add(TopicFactory(name_fr="Énergie"))
    TopicFactory(name_fr="Forêts")
    SpeakerFactory(name_fr="Salma Jaziri")
    OrganizationFactory(name_fr="Observatoire des ports")
    page = browser("editor")
    page.goto(change(article))
    expect(page.locator(".chips > ul > li bdi")).to_have_text(["Énergie"])
    choose(page, "#chips-tagged-group-tag", "Forêts")
    choose(page, "#chips-mentions-group-speaker", "Salma Jaziri")
    choose(page, "#chips-mentions-group-organization", "Observatoire")
    everything = ["Salma Jaziri", "Observatoire des ports", "Énergie", "Forêts"]
    assert chips(page) == everything
    # A tab that was closed gives them back.
    wait_until_kept(page, "Observatoire des ports")
    page = close_and_reopen(browser, page)
    put_back(page)
    assert chips(page) == everything
    page.get_by_role("button", name="Retirer : Énergie").press("Enter")
    page.get_by_role("button", name="Retirer : Observatoire des ports").press("Enter")
    press(page, ".writing-bar [name=_continue]")
    expect(page.locator(".chips > ul > li bdi")).to_have_text(["Salma Jaziri", "Forêts"])
    assert [str(one) for one in article.topics.all()] == ["Forêts"]
    assert [str(one) for one in article.mentions.all()] == ["Salma Jaziri"]


def test_whoever_opens_rows_twice_before_the_page_comes_to_it_gets_one(browser):
    page = browser("editor")
    page.goto(change(ArticleFactory()))
    fold = page.locator("details:has(> * #quotes-group), details:has(#quotes-group)").last
    fold.evaluate(
        """one => {
          const summary = one.querySelector(":scope > summary");
          for (let n = 0; n < 3; n += 1) summary.click();
        }"""
    )
    expect(page.locator("#quotes-0")).to_be_visible()
    expect(page.locator("#quotes-1")).to_have_count(0)


def test_without_a_script_both_languages_are_written_and_saved(browser, chromium, live_server):
    article = ArticleFactory()
    page = browser("editor")
    context = chromium.new_context(
        base_url=live_server.url,
        java_script_enabled=False,
        storage_state=page.context.storage_state(),
    )
    plain = context.new_page()
    plain.goto(change(article))
    plain.fill("#id_headline_fr", "Sans script")
    plain.fill("#id_headline_ar", "بلا نص برمجي")
    plain.locator(".writing-group.of-source > summary").click()
    plain.fill("#id_source_url", "https://example.org/")
    plain.click(".writing-bar [name=_continue]")
    plain.wait_for_url(f"**{change(article)}")
    context.close()
    article.refresh_from_db()
    assert (article.headline_fr, article.headline_ar) == ("Sans script", "بلا نص برمجي")
    assert article.source_url == "https://example.org/"
