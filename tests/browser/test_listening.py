"""A text read aloud: where the browser has a voice for its language, and nowhere else."""

import pytest
from playwright.sync_api import expect

from .test_pages import LANGUAGES, address

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.usefixtures("cairo")]

VOICES = """
  window.spoken = [];
  const voice = lang => ({ lang, name: lang, localService: true });
  const voices = %s.map(voice);
  const speech = new EventTarget();
  Object.assign(speech, {
    speaking: false,
    pending: false,
    getVoices: () => window.known ? voices : [],
    speak: (said) => { speech.speaking = true; window.spoken.push(said); },
    cancel: () => { speech.speaking = false; },
  });
  window.known = true;
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
"""A browser's voices, of some languages; what is spoken is kept."""


@pytest.fixture
def with_voices(page):
    def open_article(language, *known, late=False):
        page.add_init_script(VOICES % list(known))
        if late:
            page.add_init_script("window.known = false")
        page.goto(address("article", language))
        return page.locator("[data-listen]")

    return open_article


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_is_heard_from_its_headline_to_its_end_each_paragraph_once(
    page, complaints, with_voices, language
):
    button = with_voices(language, "en-US", "fr-FR", "ar_SA")
    start = button.inner_text()
    button.click()
    expect(button).to_have_text(button.get_attribute("data-stop"))
    spoken = page.evaluate("spoken.map(one => [one.lang.slice(0, 2), one.text])")
    assert {code for code, _ in spoken} == {language}
    assert spoken[0][1] == page.locator("h1").inner_text().strip()
    paragraphs = [one.inner_text().strip() for one in page.locator(".body > [id]").all()]
    assert [text for _, text in spoken][-len(paragraphs) :] == paragraphs
    page.evaluate("spoken.at(-1).onend()")
    expect(button).to_have_text(start)
    assert complaints == []


def test_it_stops_when_asked(page, with_voices):
    button = with_voices("fr", "fr-FR")
    start = button.inner_text()
    button.click()
    button.click()
    expect(button).to_have_text(start)
    assert not page.evaluate("speechSynthesis.speaking")


def test_a_voice_that_is_known_late_is_offered_then(page, with_voices):
    button = with_voices("ar", "ar-MA", late=True)
    expect(button).to_be_hidden()
    page.evaluate("known = true; speechSynthesis.dispatchEvent(new Event('voiceschanged'))")
    expect(button).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_voice_for_its_language_nothing_is_offered(page, with_voices, language):
    button = with_voices(language, "en-GB", "de-DE")
    expect(button).to_be_hidden()
    assert not page.locator(".listening").is_visible()
