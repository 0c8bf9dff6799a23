"""``python -m quality.desk``: every page of the desk, looked at by axe and taken as a picture.

Each in each language, by day and by night, on a phone, a small and a large window. It exits with 1
where axe finds something, or where a page is wider than its window.

A page is opened once for each language; then only its window and its colours change.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from axe_playwright_python.base import AXE_SCRIPT
from django.utils import translation
from playwright.sync_api import Browser, Error, Page, Response

from quality.barriers import OF_COLOURS
from quality.gallery import FOLDER, LANGUAGES, SCHEMES, GalleryShot, chromium, write_index
from quality.newsroom import TriedNewsroom, manage, newsroom
from quality.states import State

if TYPE_CHECKING:
    from quality.desk_addresses import PageOfDesk

PASSWORD = "for-looking-only"  # noqa: S105 - of a database that is thrown away
WIDTHS = (390, 1024, 1440)
HEIGHT, TALLEST = 900, 4_000
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
AXE = """options => axe.run(options).then(({violations}) => violations.map(
  one => `${one.id} at ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 120)).join(', ')}`
))"""
SEND = """([to, fields]) => {
  const [name] = fields[0];
  const there = to ? null : document.querySelector(`#content [name="${name}"]`)?.form;
  const form = there ?? document.createElement('form');
  if (!there) {
    Object.assign(form, {method: 'post', action: to ?? location.href});
    form.append(document.querySelector('[name=csrfmiddlewaretoken]').cloneNode());
    document.body.append(form);
  }
  const before = [...form.elements];
  for (const [name, value] of fields) {
    const known = before.filter(one => one.name === name);
    const ticked = known.find(one => one.type === 'checkbox' && one.value === value);
    if (ticked) ticked.checked = true;
    else if (known.length && known[0].type !== 'checkbox') known[0].value = value;
    else {
      const hidden = Object.assign(document.createElement('input'), {type: 'hidden', name, value});
      form.append(hidden);
    }
  }
  HTMLFormElement.prototype.submit.call(form);
}"""
"""Sends the form of the page, or one that is made for it."""

Scheme = Literal["light", "dark"]
View = tuple[int, Scheme]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, default=FOLDER / "desk", help="where pictures go")
    parser.add_argument("--only", default="", help="only pages with one of these in their name")
    parser.add_argument("--views", default="", help="only these, as 390:light,1440:dark")
    parser.add_argument("--language", choices=LANGUAGES, help="only this one")
    parser.add_argument("--without-pictures", action="store_true")
    parser.add_argument("--without-axe", action="store_true", help="only pictures")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    languages = [options.language] if options.language else list(LANGUAGES)
    with newsroom() as made, chromium() as browser:
        prepare(made)
        look = Look(made, browser, options)
        for language, page in product(languages, wanted_pages(options.only)):
            look.at(page, language)
    if look.shots:
        write_index(options.folder, look.shots)
        print(f"See {options.folder / 'index.html'}")
    print(f"{look.looked_at} pages, {look.views_seen} views.")
    sys.exit(f"{look.wrong} pages with something wrong." if look.wrong else 0)


def prepare(made: TriedNewsroom) -> None:
    """Fill the desk, and give somebody an account in each newsroom that is looked at."""
    from quality.desk_day import add_accounts, fill_desk

    fill_desk()
    for language in LANGUAGES:
        add_accounts(language, PASSWORD)
        account = {"DJANGO_SUPERUSER_PASSWORD": PASSWORD}
        made_by = ["--noinput", f"--username=chief-{language}", "--email=", "--verbosity=0"]
        manage("createsuperuser", *made_by, environment=made.environment(State.EMPTY) | account)


def wanted_pages(wanted: str) -> list[PageOfDesk]:
    from quality.desk_pages import DESK_PAGES

    words = wanted.split("|")
    return [one for one in DESK_PAGES if any(word in one.name for word in words)]


@dataclass
class Look:
    """One look at the desk: tabs that stay open, what was found, the pictures."""

    made: TriedNewsroom
    browser: Browser
    options: Any
    tabs: dict[tuple[str, str, State], Page] = field(default_factory=dict)
    shots: list[GalleryShot] = field(default_factory=list)
    looked_at: int = 0
    views_seen: int = 0
    wrong: int = 0

    def at(self, page: PageOfDesk, language: str) -> None:
        """Look at a page in every view; what is found is printed at once."""
        try:
            tab = self.tab(page.role, language, page.state)
            complaints = list(dict.fromkeys(self.complaints(tab, page, language)))
        except Error as fault:
            complaints = [f"could not be looked at: {fault.message.splitlines()[0]}"]
        self.looked_at += 1
        self.wrong += bool(complaints)
        told = complaints or ["nothing found"]
        print(f"{page.name}, {language}:", *told, sep="\n  ", flush=True)

    def tab(self, role: str, language: str, state: State) -> Page:
        """The tab of somebody who reads this language; signed in, where they have a role."""
        key = (role, language, state)
        if key not in self.tabs:
            context = self.browser.new_context(
                base_url=self.made.address(state), reduced_motion="reduce", locale=language
            )
            self.tabs[key] = context.new_page()
            if role:
                sign_in(self.tabs[key], f"{role}-{language}", language)
        return self.tabs[key]

    def complaints(self, tab: Page, page: PageOfDesk, language: str) -> Iterator[str]:
        """What is wrong with one page as somebody sees it who reads this language."""
        tab.set_viewport_size({"width": WIDTHS[-1], "height": HEIGHT})
        with translation.override(language):
            answer = opened(tab, page)
        if answer is None or answer.status not in {page.status, 422 if page.sends else 0}:
            yield f"answers {answer.status if answer else 'nothing'} at {tab.url}"
            return
        tab.wait_for_load_state("networkidle")
        if not self.options.without_axe:
            tab.evaluate(AXE_SCRIPT)
        for width, scheme in self.views():
            tab.set_viewport_size({"width": width, "height": HEIGHT})
            tab.emulate_media(color_scheme=scheme)
            self.views_seen += 1
            if not self.options.without_axe:
                yield from (f"{width}, {scheme}: {one}" for one in self.barriers(tab, scheme))
            if (wider := tab.evaluate(WIDER)) > 0:
                yield f"{width}: {wider} pixels wider than its window"
            if not self.options.without_pictures:
                self.picture(tab, GalleryShot(page.name, language, f"{width}", scheme))

    def views(self) -> list[View]:
        every: list[View] = list(product(WIDTHS, SCHEMES))
        wanted = self.options.views.split(",") if self.options.views else []
        return [view for view in every if not wanted or f"{view[0]}:{view[1]}" in wanted]

    def barriers(self, tab: Page, scheme: Scheme) -> list[str]:
        """What axe finds; by night only in the colours, where the day was looked at as well."""
        options: dict[str, Any] = {"resultTypes": ["violations"]}
        if scheme == "dark" and not self.options.views:
            options["runOnly"] = OF_COLOURS
        found: list[str] = tab.evaluate(AXE, options)
        return found

    def picture(self, tab: Page, shot: GalleryShot) -> None:
        # The calendar opens at today; a picture that begins there has its head in the middle.
        tab.evaluate("scrollTo(0, 0)")
        tall = min(tab.evaluate("document.documentElement.scrollHeight"), TALLEST)
        tab.screenshot(
            path=self.options.folder / shot.file,
            type="jpeg",
            quality=65,
            full_page=True,
            clip={"x": 0, "y": 0, "width": int(shot.screen), "height": max(tall, HEIGHT)},
        )
        self.shots.append(shot)


def sign_in(tab: Page, name: str, language: str) -> None:
    """Sign in, and have the desk in this language from then on."""
    tab.goto("/admin/")
    tab.fill("#id_username", name)
    tab.fill("#id_password", PASSWORD)
    tab.click("#login-form [type=submit]")
    tab.wait_for_selector("#logout-form", state="attached")
    with tab.expect_navigation():
        tab.evaluate(SEND, ["/admin/language/", [("language", language)]])


def opened(tab: Page, page: PageOfDesk) -> Response | None:
    """Open a page; where it is what a form answers, send that."""
    answer = tab.goto(page.address())
    if not page.sends:
        return answer
    with tab.expect_navigation() as sent:
        tab.evaluate(SEND, [page.sends_to() if page.sends_to else None, page.sends()])
    return sent.value


if __name__ == "__main__":
    main()
