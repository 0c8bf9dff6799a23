"""``python -m quality.desk``: every page of the desk, looked at by axe and taken as a picture.

Each in each language, by day and by night, on a phone, a small and a large window. It exits with 1
where axe finds something, or where a page is wider than its window.
"""

from __future__ import annotations

import argparse
import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page

from quality.barriers import barriers
from quality.gallery import FOLDER, LANGUAGES, SCHEMES, GalleryShot, chromium, write_index
from quality.newsroom import newsroom
from quality.states import State

PASSWORD = "for-looking-only"  # noqa: S105 - of a database that is thrown away
WIDTHS = (390, 1024, 1440)
TALLEST = 4_000
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, default=FOLDER / "desk", help="where pictures go")
    parser.add_argument("--only", default="", help="only pages with this in their name")
    parser.add_argument("--views", default="", help="only these, as 390:light,1440:dark")
    parser.add_argument("--without-pictures", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, list[str]] = {}
    shots: list[GalleryShot] = []
    with newsroom() as made, chromium() as browser:
        prepare()
        address = made.address(State.FULL)
        for language in LANGUAGES:
            tab = signed_in(browser, address, language)
            for name, path in addresses(options.only):
                complaints, taken = looked_at(tab, name, address + path, language, options)
                if complaints:
                    found[f"{name}, {language}"] = complaints
                    print(f"{name}, {language}:", *complaints, sep="\n  ", flush=True)
                shots += taken
            tab.context.close()
    if shots:
        write_index(options.folder, shots)
        print(f"See {options.folder / 'index.html'}")
    sys.exit(f"{len(found)} pages with something wrong." if found else 0)


def prepare() -> None:
    from django.contrib.auth.models import Group

    from articles.models import User
    from quality.desk_pages import fill_desk

    fill_desk()
    for language in LANGUAGES:
        user = User.objects.create_superuser(f"desk-{language}", password=PASSWORD)
        user.language = language
        user.save()
        user.groups.add(Group.objects.get(name="chief"))


def addresses(wanted: str) -> list[tuple[str, str]]:
    from quality.desk_pages import DESK_PAGES

    return [(one.name, one.address()) for one in DESK_PAGES if wanted in one.name]


def signed_in(browser: Browser, address: str, language: str) -> Page:
    tab = browser.new_context(reduced_motion="reduce").new_page()
    tab.goto(f"{address}/admin/")
    tab.fill("#id_username", f"desk-{language}")
    tab.fill("#id_password", PASSWORD)
    tab.click("#login-form input[type=submit]")
    tab.wait_for_selector("#logout-form", state="attached")
    return tab


def looked_at(
    tab: Page, name: str, url: str, language: str, options: argparse.Namespace
) -> tuple[list[str], list[GalleryShot]]:
    """What is wrong with one page as somebody sees it who reads this language; its pictures."""
    complaints: list[str] = []
    shots = []
    tab.set_viewport_size({"width": WIDTHS[-1], "height": 900})
    answer = tab.goto(url)
    if answer is None or answer.status != 200:
        return [f"answers {answer.status if answer else 'nothing'}"], []
    tab.wait_for_load_state("networkidle")
    for width, scheme in product(WIDTHS, SCHEMES):
        if options.views and f"{width}:{scheme}" not in options.views.split(","):
            continue
        tab.set_viewport_size({"width": width, "height": 900})
        tab.emulate_media(color_scheme=scheme)
        complaints += [f"{width}, {scheme}: {one}" for one in barriers(tab)]
        if (wider := tab.evaluate(WIDER)) > 0:
            complaints.append(f"{width}: {wider} pixels wider than its window")
        if not options.without_pictures:
            shot = GalleryShot(name, language, f"{width}", scheme)
            height = min(tab.evaluate("document.documentElement.scrollHeight"), TALLEST)
            tab.screenshot(
                path=options.folder / shot.file,
                type="jpeg",
                quality=75,
                full_page=True,
                clip={"x": 0, "y": 0, "width": width, "height": max(height, 900)},
            )
            shots.append(shot)
    return list(dict.fromkeys(complaints)), shots


if __name__ == "__main__":
    main()
