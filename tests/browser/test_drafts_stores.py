"""Nothing typed is lost without a word, whatever room a browser has and however many tabs."""

import pytest
from django.urls import reverse

from articles.models import Speaker
from tests.browser.at_desk import (
    FRENCH,
    LANGUAGES,
    NEW_SPEAKER,
    WORDS,
    close_and_reopen,
    kept,
    look,
    offer,
    person,
    press,
    put_back,
    sign_out,
    wait_until_kept,
)
from tests.factories import ArticleFactory, QuoteFactory, SpeakerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

# The browser's stores.

FILL = """(names) => {
    for (const name of names) {
        const store = window[name];
        for (let size = 1 << 20; size >= 1; size >>= 1) {
            try {
                for (let n = 0; ; n += 1) store.setItem(`filler-${size}-${n}`, "x".repeat(size));
            } catch { /* Full for this size. */ }
        }
    }
}"""
FORBID = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("Forbidden", "SecurityError"); },
});"""


@LANGUAGES
def test_a_full_store_is_said_and_the_tab_keeps_the_text(browser, language):
    page = browser("editor", language)
    page.goto(NEW_SPEAKER)
    page.evaluate(FILL, ["localStorage"])
    page.fill("#id_name_fr", "Nasser Bourita")
    page.locator(".unkept").wait_for()
    assert WORDS[language]["in this tab"] in page.locator(".unkept").inner_text()
    look(page, f"drafts-full-{language}")
    page.reload()
    assert "Nasser Bourita" in offer(page).inner_text()
    put_back(page)
    press(page)
    assert Speaker.objects.get().name_fr == "Nasser Bourita"
    assert kept(page) == ""


@LANGUAGES
def test_where_no_store_has_room_it_is_said_that_nothing_is_kept(browser, language):
    page = browser("editor", language)
    page.goto(NEW_SPEAKER)
    page.evaluate(FILL, ["localStorage", "sessionStorage"])
    page.fill("#id_name_fr", "Nasser Bourita")
    page.locator(".unkept").wait_for()
    assert WORDS[language]["nothing kept"] in page.locator(".unkept").inner_text()
    # Leaving is asked about, since it would lose the text.
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.locator("#header a").first.click(no_wait_after=True)
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    page.evaluate("localStorage.clear(); sessionStorage.clear()")
    page.fill("#id_name_fr", "Nasser Bourita, ministre")
    wait_until_kept(page, "ministre")
    page.locator(".unkept").wait_for(state="detached")


def test_a_forbidden_store_is_said_and_the_tab_keeps_the_text(browser, complaints):
    page = browser("editor")
    page.add_init_script(FORBID)
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    page.locator(".unkept").wait_for()
    assert FRENCH["in this tab"] in page.locator(".unkept").inner_text()
    page.reload()
    put_back(page)
    press(page)
    assert Speaker.objects.get().name_fr == "Nasser Bourita"
    # Django's own scripts, for the theme and the list at the side, stumble over it.
    assert set(complaints) == {"Forbidden"}
    complaints.clear()


def test_a_text_of_a_million_letters_is_kept_and_offered(browser):
    page = browser("editor")
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_ar", "ناصر بوريطة")
    words = "لا حول ولا قوة " * 67_000
    page.evaluate(
        """(words) => {
            const field = document.querySelector("#id_biography_ar");
            field.value = words;
            field.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        words,
    )
    wait_until_kept(page, words[-500:])
    page = close_and_reopen(browser, page)
    put_back(page)
    assert page.input_value("#id_biography_ar") == words


def test_what_was_kept_for_longer_than_a_month_is_gone(browser):
    page = browser("editor")
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    wait_until_kept(page, "Nasser Bourita")
    page.goto("/admin/")
    page.evaluate(
        """() => {
            for (const [key, value] of Object.entries(localStorage)) {
                if (!key.startsWith("newsroom-draft:")) continue;
                const draft = JSON.parse(value);
                draft.at -= 31 * 24 * 3600 * 1000;
                localStorage.setItem(key, JSON.stringify(draft));
            }
        }"""
    )
    sign_out(page)
    page.goto("/admin/")
    page.wait_for_function("() => !Object.keys(localStorage).some(k => k.includes('draft:'))")


def test_what_an_older_version_of_the_program_kept_is_offered_too(browser):
    article = ArticleFactory()
    quote = QuoteFactory(article=article)
    page = browser("editor")
    page.goto("/admin/")
    change = reverse("admin:articles_article_change", args=[article.pk])
    page.evaluate(
        """([owner, path, rows]) => localStorage.setItem(
            `newsroom-draft:${owner}:${path}:1234567`,
            JSON.stringify({at: Date.now(), token: "1234567", names: {}, fields: {
                headline_fr: "Gardé par l’ancienne version", own_reporting: true,
                "quotes-TOTAL_FORMS": "2", ...rows,
            }})
        )""",
        [
            str(person("editor").pk),
            change,
            {"quotes-0-text_fr": "première citation", "quotes-1-text_ar": "الاقتباس الثاني"},
        ],
    )
    page.goto(change)
    put_back(page)
    assert page.input_value("#id_headline_fr") == "Gardé par l’ancienne version"
    assert page.is_checked("#id_own_reporting")
    assert page.input_value("#id_quotes-0-id") == str(quote.pk)
    assert page.input_value("#id_quotes-0-text_fr") == "première citation"
    assert page.input_value("#id_quotes-1-text_ar") == "الاقتباس الثاني"


# Tabs.


@LANGUAGES
def test_two_tabs_of_one_record_know_of_each_other_and_lose_nothing(browser, language):
    speaker = SpeakerFactory()
    change = reverse("admin:articles_speaker_change", args=[speaker.pk])
    first = browser("editor", language)
    first.goto(change)
    first.fill("#id_honorific_fr", "S.E. M.")
    wait_until_kept(first, "S.E. M.")
    second = browser.tab(first.context)
    second.goto(change)
    second.locator(".elsewhere").wait_for()
    assert WORDS[language]["open"] in second.locator(".elsewhere").inner_text()
    look(second, f"drafts-two-tabs-{language}")
    # What is being typed there is no draft to throw away here.
    assert second.locator(".unsaved:visible").count() == 0
    second.fill("#id_biography_fr", "Ministre des Affaires étrangères")
    wait_until_kept(second, "Ministre des Affaires")
    third = browser.tab(first.context)
    first.close()
    second.close()
    third.goto(change)
    put_back(third)
    put_back(third)
    press(third)
    speaker.refresh_from_db()
    assert speaker.honorific_fr == "S.E. M."
    assert speaker.biography_fr == "Ministre des Affaires étrangères"
    assert kept(third) == ""


@LANGUAGES
def test_a_draft_older_than_its_record_says_so_and_undoes_nobodys_work(browser, language):
    speaker = SpeakerFactory(biography_fr="Ministre.", honorific_fr="M.")
    change = reverse("admin:articles_speaker_change", args=[speaker.pk])
    page = browser("editor", language)
    page.goto(change)
    page.fill("#id_biography_fr", "Ministre des Affaires étrangères.")
    page.fill("#id_aliases_fr", "Nasser Bourita")
    wait_until_kept(page, "Nasser Bourita")
    page.goto("/admin/")
    speaker.biography_fr, speaker.honorific_fr = "Ministre d’État.", "S.E."
    speaker.save()
    page.goto(change)
    told = offer(page)
    assert WORDS[language]["changed"] in told.inner_text()
    # Only the text that a colleague has written too is marked.
    assert told.locator("dt", has_text=WORDS[language]["changed"]).count() == 1
    assert told.locator("del").first.inner_text().strip() == "d’État."
    look(page, f"drafts-older-{language}")
    put_back(page)
    press(page)
    speaker.refresh_from_db()
    assert speaker.biography_fr == "Ministre des Affaires étrangères."
    assert speaker.aliases_fr == "Nasser Bourita"
    assert speaker.honorific_fr == "S.E."


def test_thrown_away_is_gone(browser):
    page = browser("editor")
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    wait_until_kept(page, "Nasser Bourita")
    page.goto(NEW_SPEAKER)
    offer(page).locator("[data-do=forget]").click()
    assert page.locator(".unsaved:visible").count() == 0
    assert kept(page) == ""
    page.reload()
    page.wait_for_timeout(800)
    assert page.locator(".unsaved:visible").count() == 0


def test_what_is_typed_after_going_back_is_kept_again(browser):
    speaker = SpeakerFactory()
    page = browser("editor")
    page.goto(reverse("admin:articles_speaker_change", args=[speaker.pk]))
    page.fill("#id_honorific_fr", "M.")
    press(page)
    page.go_back()
    page.wait_for_load_state()
    page.fill("#id_honorific_fr", "S.E. M.")
    wait_until_kept(page, "S.E. M.")
    page.goto("/admin/")
    assert "S.E. M." in kept(page)


def test_what_is_typed_while_a_save_is_on_its_way_is_kept(browser):
    speaker = SpeakerFactory()
    change = reverse("admin:articles_speaker_change", args=[speaker.pk])
    page = browser("editor")
    page.goto(change)
    page.fill("#id_honorific_fr", "M.")

    # The moment between the press of the button and the next page.
    page.evaluate(
        """() => document.querySelector("#speaker_form").addEventListener("submit", () => {
            window.setTimeout(() => {
                const field = document.querySelector("#id_biography_fr");
                field.value = "Tapé trop tard";
                field.dispatchEvent(new Event("input", { bubbles: true }));
            });
        })"""
    )
    press(page)
    speaker.refresh_from_db()
    assert speaker.honorific_fr == "M."
    page.goto(change)
    told = offer(page).inner_text()
    assert "Tapé trop tard" in told
    assert "M." not in told
    put_back(page)
    assert page.input_value("#id_biography_fr") == "Tapé trop tard"


def test_what_the_browser_itself_put_back_into_the_form_is_kept_on(browser):
    """Firefox fills a form that is loaded again with what stood in it."""
    page = browser("editor")
    page.goto(NEW_SPEAKER)
    page.fill("#id_name_fr", "Nasser Bourita")
    wait_until_kept(page, "Nasser Bourita")
    page.add_init_script(
        """document.addEventListener("DOMContentLoaded", () => {
            document.querySelector("#id_name_fr").value = "Nasser Bourita";
        });"""
    )
    page.reload()
    page.wait_for_timeout(1500)
    page = close_and_reopen(browser, page)
    assert "Nasser Bourita" in offer(page).inner_text()
