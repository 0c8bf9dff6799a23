"""Whoever sits at the desk: clicks, types, and has both counted, with the pages and wrong turns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

FAR = 12
"""Tabs that somebody presses before they take the mouse."""
HAS_FOCUS = "() => document.activeElement.matches('.chooser > input')"
IS_OPEN = "() => document.activeElement.matches('[role=combobox][aria-expanded=true]')"
"""Whoever sees where they are types no sooner."""
FOUND = ".chooser-list [aria-selected=true]:not(:has(.chooser-create))"


class Hand:
    """A person with a mouse and a keyboard, at a page and the windows it opens."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = self.keys = self.pages = 0
        self.wrong_turns: list[str] = []
        """The pages that came back with something wrong, with what they said."""
        self._watch(page)

    def _watch(self, page: Page) -> None:
        page.on("load", lambda _page: self._arrive(page))

    def _arrive(self, page: Page) -> None:
        self.pages += 1
        # A form that comes back with what is wrong in it was sent in vain.
        said = page.locator(".errornote, .errorlist, .not-found").all_inner_texts()
        self.wrong_turns += [f"{page.url}: {' '.join(said)}"] if said else []

    def click(self, where: str | Locator) -> None:
        place = self.page.locator(where).first if isinstance(where, str) else where
        place.click()
        self.clicks += 1

    def type(self, words: str) -> None:
        """Words of the facts: each letter is a key."""
        self.keys += len(words)
        self.page.keyboard.type(words)

    def paste(self, words: str) -> None:
        """Words that one has already: of a body, or taken from it."""
        self.keys += 1
        self.page.keyboard.insert_text(words)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.keys += 1
            self.page.keyboard.press(key)

    def tab_to(self, field: str) -> None:
        """On to a field by the Tab key, past whatever stands before it."""
        for _step in range(FAR):
            self.press("Tab")
            if self.page.evaluate("one => document.activeElement.matches(one)", field):
                return
        raise LookupError(field)

    def choose(self, name: str, where: str | None = None) -> None:
        """A record by its name, in the chooser that has the focus, or there."""
        self._open(where)
        self.type(name)
        self.page.locator(FOUND).filter(has_text=name).first.wait_for()
        self.press("Enter")
        self.page.locator(".chooser-list").wait_for(state="detached")

    def _open(self, where: str | None) -> None:
        """By a click, or by the Enter key where it has the focus; then there is where to type."""
        if where:
            self.click(where)
        else:
            self.page.wait_for_function(HAS_FOCUS)
            self.press("Enter")
        self.page.wait_for_function(IS_OPEN)

    def begin_new(self, name: str) -> Hand:
        """What no chooser finds is made where its name was typed: whoever fills in its window."""
        with self.page.expect_popup() as opened:
            self._open(None)
            self.type(name)
            self.page.locator(".chooser-create").wait_for()
            self.press("Enter")
        window = opened.value
        window.wait_for_load_state()
        return self._beside(window)

    def open_window(self, where: str) -> Hand:
        with self.page.expect_popup() as opened:
            self.click(where)
        opened.value.wait_for_load_state()
        return self._beside(opened.value)

    def _beside(self, window: Page) -> Hand:
        other = Hand(window)
        other.pages = 1
        return other

    def done_with(self, other: Hand) -> None:
        """A window is saved by its button, and closes; its figures are of the same job."""
        with other.page.expect_event("close"):
            other.click("[name=_save]")
        for name in ("clicks", "keys", "pages", "wrong_turns"):
            setattr(self, name, getattr(self, name) + getattr(other, name))

    def upload(self, field: str, file: Path) -> None:
        """A file that is picked in the system's own window: to open it, and to take the file."""
        self.clicks += 2
        self.page.set_input_files(field, file)

    def save(self, button: str | Locator) -> None:
        """Press what leads to another page, and wait for it."""
        self.page.evaluate("window.isHereStill = true")
        self.click(button)
        self.page.wait_for_function("() => !window.isHereStill")
        self.page.wait_for_load_state()
        # What the page says is counted when it has arrived, not when the next is asked for.
        self.page.wait_for_timeout(0)

    def figures(self) -> dict[str, Any]:
        return {
            "clicks": self.clicks,
            "keys": self.keys,
            "pages": self.pages,
            "wrong turns": len(self.wrong_turns),
        }
