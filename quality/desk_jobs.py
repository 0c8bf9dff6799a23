"""The jobs of a press officer, done at the desk in a browser from its first page on, each in full.

The browser's tests and ``python -m quality.jobs`` do the same: here is what is pressed and typed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quality.hand import Hand

BODIES = {
    "fr": "Le Maroc a présidé, mercredi, une session plénière. « Le Pacte n’est pas une fin en "
    "soi », a dit Salma Jaziri, cheffe de la délégation.",
    "ar": "ترأس المغرب، يوم الأربعاء، جلسة عامة. وقالت سلمى الجزيري، رئيسة الوفد: "
    "«الميثاق ليس غاية في حد ذاته».",
}
WORDS = {"fr": "Le Pacte n’est pas une fin en soi", "ar": "الميثاق ليس غاية في حد ذاته"}
NAMES = {
    "fr": {
        "event": "Session plénière",
        "league": "Ligue",
        "network": "Réseau",
        "topic": "Migration",
        "place": "Caire",
        "source": "MAP",
    },
    "ar": {
        "event": "الجلسة العامة",
        "league": "جامعة الدول",
        "network": "شبكة",
        "topic": "الهجرة",
        "place": "القاهرة",
        "source": "ماب",
    },
}
"""As somebody who works in a language calls them."""
NEW_ARTICLE = "a[href$='/articles/article/add/']"
SAVE = ".writing-bar [name=_continue]"
CHOOSER = "+ .chooser input"


@dataclass(frozen=True)
class Job:
    """One job: by whom, in how many clicks at most, and how."""

    name: str
    most_clicks: int
    do: Callable[[Hand, str, Path], None]
    role: str = "chief"


def languages(first: str) -> tuple[str, str]:
    """In the order in which they stand beside each other."""
    return ("fr", "ar") if first == "fr" else ("ar", "fr")


def write_texts(hand: Hand, language: str, headlines: dict[str, str]) -> None:
    """Headline, standfirst and body of each language, from where the cursor is on opening."""
    for place, code in enumerate(languages(language)):
        if place:
            hand.click(f"#id_headline_{code}")
        # On opening the cursor is there by itself.
        hand.page.locator(f"#id_headline_{code}:focus").wait_for()
        hand.type(headlines[code])
        hand.press("Tab", "Tab")
        hand.page.wait_for_function(
            "() => document.activeElement.closest('.ProseMirror[contenteditable=true]')"
        )
        # What a template has there is written over.
        hand.press("Control+a")
        hand.paste(BODIES[code])


def cairo(hand: Hand, language: str, _files: Path) -> None:
    """An article with its relations: event, organizations, topics, a quotation of somebody new,
    source and place."""
    hand.save(NEW_ARTICLE)
    for code in languages(language):
        hand.page.locator(f"[data-text={code}] .ProseMirror.tiptap").wait_for()
    headlines = {"fr": "Le Maroc préside au Caire", "ar": "المغرب يترأس جلسة بالقاهرة"}
    write_texts(hand, language, headlines)
    said = NAMES[language]
    hand.choose(said["event"], f"#id_event {CHOOSER}")
    hand.choose(said["league"], f"#chips-mentions-group-organization {CHOOSER}")
    hand.choose(said["network"])
    hand.choose(said["topic"], f"#chips-tagged-group-tag {CHOOSER}")
    # A row is there, and its chooser has the focus.
    hand.click("details:has(#quotes-group) > summary")
    speaker = hand.begin_new("Salma Jaziri")
    speaker.tab_to("#id_name_ar")
    speaker.type("سلمى الجزيري")
    hand.done_with(speaker)
    for code in languages(language):
        hand.click(f"#id_quotes-0-text_{code}")
        hand.paste(WORDS[code])
    hand.click("details.of-byline > summary")
    hand.choose(said["place"], f"#id_dateline {CHOOSER}")
    hand.click("details.of-source > summary")
    hand.choose(said["source"], f"#id_source {CHOOSER}")
    hand.save(SAVE)


def communique(hand: Hand, language: str, files: Path) -> None:
    """A communiqué from its template, with a new picture, scheduled under embargo."""
    hand.save(NEW_ARTICLE)
    hand.save(".begin-with a >> nth=1")
    for code in languages(language):
        hand.page.locator(f"[data-text={code}] .ProseMirror.tiptap").wait_for()
    headlines = {"fr": "Rencontre sur l’eau à Rabat", "ar": "لقاء حول الماء بالرباط"}
    write_texts(hand, language, headlines)
    picture = hand.open_window("#add_id_lead_image")
    picture.upload("#id_file", files / "salle.jpg")
    for place, name in enumerate(
        f"{one}_{code}" for one in ("alt", "caption") for code in languages(language)
    ):
        if place:
            picture.tab_to(f"#id_{name}")
        else:
            picture.click(f"#id_{name}")
        picture.type(PICTURE[name])
    hand.done_with(picture)
    # Its first field has the focus.
    hand.click(".writing-dates > summary")
    dates = [f"published_at_{code}" for code in languages(language)] + ["embargoed_until"]
    for place, name in enumerate(dates):
        if place:
            hand.tab_to(f"#id_{name}_0")
        hand.page.locator(f"#id_{name}_0:focus").wait_for()
        hand.type("2027-07-04")
        hand.tab_to(f"#id_{name}_1")
        hand.type("08:00")
    for code in languages(language):
        hand.save(f"[name=_move-{code}-published]")


PICTURE = {
    "alt_fr": "Une salle",
    "alt_ar": "قاعة",
    "caption_fr": "La salle",
    "caption_ar": "القاعة",
}
SESSIONS = (
    ("Ouverture", "الافتتاح", "03/07/2027", "09:00", "10:00"),
    ("Table ronde", "مائدة مستديرة", "03/07/2027", "10:30", "12:00"),
    ("Clôture", "الاختتام", "04/07/2027", "16:00", "17:00"),
)


def event(hand: Hand, language: str, _files: Path) -> None:
    """An event with three sessions, from the list of events."""
    hand.save("#desk-nav a[href$='/articles/event/']")
    hand.save(".object-tools .addlink")
    hand.page.wait_for_selector("#id_sessions-0-name_fr")
    # The cursor is in the name on opening.
    names = {"fr": "Journées de l’eau", "ar": "أيام الماء"}
    first, second = languages(language)
    hand.type(names[first])
    hand.tab_to(f"#id_name_{second}")
    hand.type(names[second])
    hand.click("#id_starts_on")
    hand.type("03/07/2027")
    hand.click("#id_ends_on")
    hand.type("04/07/2027")
    for number, (french, arabic, day, start, end) in enumerate(SESSIONS):
        row, named = f"#id_sessions-{number}-", {"fr": french, "ar": arabic}
        hand.click(f"{row}name_{first}")
        hand.type(named[first])
        hand.tab_to(f"{row}name_{second}")
        hand.type(named[second])
        hand.tab_to(f"{row}starts_on")
        hand.type(day)
        hand.click(f"{row}starts_at")
        hand.type(start)
        hand.click(f"{row}ends_at")
        hand.type(end)
    hand.save("[name=_save]")


def front_page(hand: Hand, _language: str, _files: Path) -> None:
    """A lead, three beside it, one hidden: of what came by itself."""
    hand.save("#desk-nav a[href$='/articles/frontpage/']")
    hand.save("#result_list tbody th a")
    hand.page.wait_for_selector(".front-step", state="attached")
    cards = hand.page.locator(".front-card")
    keys = cards.evaluate_all("all => all.map(one => one.dataset.article)")
    lead, *beside, hidden = dict.fromkeys(keys[-5:])
    for key, place in [(lead, "lead"), *((one, "top") for one in beside), (hidden, "hidden")]:
        card = hand.page.locator(f".front-card[data-article='{key}']").first
        hand.click(card.locator(f"[value^='{place}:']").first)
        hand.page.locator(f"[data-zone='{place}'] .front-card[data-article='{key}']").wait_for()
    hand.save("[name=_continue]")


SOURCE = {
    "headline_fr": "Journées de l’eau à Rabat",
    "body_fr": "<p>Les journées de l’eau s’ouvrent à Rabat.</p><p>Elles durent deux jours.</p>",
}
"""An article that readers have in French alone."""
SECOND = ("أيام الماء بالرباط", "تنطلق أيام الماء بالرباط وتستمر يومين.")
"""What it says in Arabic: its headline and its body."""


def second_language(hand: Hand, _language: str, _files: Path) -> None:
    """The Arabic of an article that readers have in French, written beside it and published."""
    headline, body = SECOND
    text = hand.page.locator("[aria-labelledby=pile-published] li a")
    hand.save(text.filter(has_text=SOURCE["headline_fr"]))
    hand.page.locator("[data-text=ar] .ProseMirror.tiptap").wait_for()
    hand.click("#id_headline_ar")
    hand.type(headline)
    hand.press("Tab", "Tab")
    hand.page.wait_for_function(
        "() => document.activeElement.closest('.ProseMirror[contenteditable=true]')"
    )
    hand.paste(body)
    hand.save("[name=_move-ar-published]")


JOBS = (
    Job("article with its relations and a new speaker", 16, cairo),
    Job("communiqué with picture, schedule and embargo", 12, communique),
    Job("event with three sessions", 15, event),
    Job("front page", 8, front_page),
    Job("second language of a live article", 3, second_language),
)
