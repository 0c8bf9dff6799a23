"""``make screenshots``: pictures of every page, and the one of the README.

Each page in each language, on a phone and on a desk, by day and by night, from the running
program; an ``index.html`` lays them out. The pictures are for looking at, not for comparing.
"""

from __future__ import annotations

import argparse
import html
import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, FloatRect, ViewportSize, sync_playwright

from quality.newsroom import ROOT, TriedNewsroom, demo, newsroom

FOLDER = ROOT / "data" / "gallery"
README_PICTURE = ROOT / "docs" / "images" / "pages.png"
README_SIZE = 1180
LANGUAGES = ("fr", "ar")
SCREENS = {"phone": (390, 844), "desk": (1280, 900)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
TALLEST = 7_000
"""Pixels of a page that a picture shows; 20,000 words go on much longer."""
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
"""The first one that is here: the shell, which has no window to draw, takes half the processor."""
EVERY_PICTURE = "for (const one of document.images) one.loading = 'eager'"
"""A reader scrolls to the lazy ones."""


@dataclass(frozen=True)
class GalleryShot:
    """One picture: of which page, in which language, on what screen, by what light."""

    page: str
    language: str
    screen: str
    scheme: str

    @property
    def file(self) -> str:
        words = self.page.replace(",", "").replace(" ", "-")
        return f"{words}.{self.language}.{self.screen}.{self.scheme}.jpg"


@contextmanager
def chromium() -> Iterator[Browser]:
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not path:
        raise SystemExit("Pictures need Chromium: apt install chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def take(browser: Browser, made: TriedNewsroom, folder: Path, wanted: str) -> list[GalleryShot]:
    """The pictures of the pages whose name has ``wanted`` in it."""
    from articles.languages import Language
    from quality.pages import PAGES

    pages = [page for page in PAGES if wanted in page.name]
    shots = []
    for (screen, size), language in product(SCREENS.items(), Language.all()):
        width, height = size
        window = ViewportSize(width=width, height=height)
        # Colours that move would be caught half way from day to night.
        context = browser.new_context(viewport=window, reduced_motion="reduce")
        tab = context.new_page()
        for page in pages:
            tab.goto(made.address(page.state) + page.path(language))
            tab.wait_for_load_state("networkidle")
            tab.evaluate(EVERY_PICTURE)
            tall = min(tab.evaluate("document.documentElement.scrollHeight"), TALLEST)
            shown = FloatRect(x=0, y=0, width=width, height=max(tall, height))
            for scheme in SCHEMES:
                tab.emulate_media(color_scheme=scheme)
                tab.wait_for_load_state("networkidle")
                shot = GalleryShot(page.name, language.code, screen, scheme)
                file = folder / shot.file
                tab.screenshot(path=file, type="jpeg", quality=80, full_page=True, clip=shown)
                shots.append(shot)
        context.close()
    return shots


def write_index(folder: Path, shots: list[GalleryShot]) -> None:
    """A row of pictures for each page; a click shows one in full."""
    rows = []
    for name in dict.fromkeys(shot.page for shot in shots):
        figures = "".join(
            f'<a href="{shot.file}"><img src="{shot.file}" loading="lazy" alt=""><br>'
            f"{shot.language}, {shot.screen}, {shot.scheme}</a>"
            for shot in shots
            if shot.page == name
        )
        rows.append(f"<h2>{html.escape(name)}</h2><p>{figures}</p>")
    style = (
        "body{font:1rem sans-serif}p{display:flex;gap:1rem;overflow-x:auto}"
        "img{height:30rem;width:auto;object-fit:cover;object-position:top;border:1px solid}"
    )
    page = f"<!DOCTYPE html><meta charset=utf-8><title>Gallery</title><style>{style}</style>"
    (folder / "index.html").write_text(page + "".join(rows), encoding="utf-8")


def refresh_readme(browser: Browser, address: str) -> None:
    """The front page of the demo in every language, side by side."""
    codes = LANGUAGES
    tab = browser.new_page(viewport={"width": README_SIZE, "height": README_SIZE})
    picture = Image.new("RGB", (len(codes) * README_SIZE, README_SIZE), "white")
    for place, code in enumerate(codes):
        tab.goto(f"{address}/{code}/")
        tab.wait_for_load_state("networkidle")
        # Letters that came too late for the first drawing are there for the next.
        tab.reload()
        tab.wait_for_load_state("networkidle")
        picture.paste(Image.open(io.BytesIO(tab.screenshot())), (place * README_SIZE, 0))
    tab.close()
    size = (picture.width * 2 // 3, picture.height * 2 // 3)
    README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
    picture.resize(size, Image.Resampling.LANCZOS).quantize(256).save(README_PICTURE, optimize=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where to put them")
    parser.add_argument("--only", default="", help="only pages with this in their name")
    parser.add_argument("--readme", action="store_true", help="only the picture of the README")
    options = parser.parse_args()
    if not options.only:
        with demo() as address, chromium() as browser:
            refresh_readme(browser, address)
    if options.readme:
        return
    options.folder.mkdir(parents=True, exist_ok=True)
    with newsroom() as made, chromium() as browser:
        write_index(options.folder, take(browser, made, options.folder, options.only))
    print(f"See {options.folder / 'index.html'}")


if __name__ == "__main__":
    main()
