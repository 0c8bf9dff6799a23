"""``make quality``: what judges of pages say of each kind of page, in each language.

Lighthouse as a phone, axe by day, by night and at 400 %, the Nu HTML checker, bytes, and what
feed and calendar readers make of the feeds. It exits with 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from quality.judges import Lighthouse, chromium_path, lighthouse, markup_errors
from quality.newsroom import ROOT, TriedNewsroom, newsroom
from quality.states import State

KILOBYTE = 1000
BYTES = 40 * KILOBYTE
WITH_FONTS = {"Latn": 110 * KILOBYTE, "Arab": 150 * KILOBYTE}
FULL_MARKS = ("accessibility", "best-practices", "seo")
FAST = 98
FIGURES = ROOT / "docs" / "quality.md"
MARK = "<!-- figures -->"
HEAD = (
    "| page | perf. | acc. | best pr. | SEO | shift | bytes | with fonts | axe | markup |\n"
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |"
)


@dataclass
class Seen:
    """One page in one language, and what the judges say of it."""

    name: str
    url: str
    script: str
    status: int
    is_indexed: bool
    axe: list[str] = field(default_factory=list)
    markup: list[str] = field(default_factory=list)
    lighthouse: Lighthouse | None = None

    def row(self) -> str:
        if self.lighthouse is None:
            marks = ["–"] * 7
        else:
            scores, found = self.lighthouse.scores, self.lighthouse
            # What is kept from search engines has no mark for being found.
            seo = str(scores["seo"]) if self.is_indexed else "–"
            marks = [str(scores[one]) for one in ("performance", "accessibility", "best-practices")]
            marks += [seo, f"{found.shift:.2f}", f"{found.bytes:,}"]
            marks += [f"{found.bytes + found.fonts:,}"]
        return f"| {self.name} | {' | '.join(marks)} | {len(self.axe)} | {len(self.markup)} |"

    def missed(self) -> list[str]:
        """The targets it misses, in words."""
        found = [f"axe: {rule}" for rule in self.axe] + [f"markup: {one}" for one in self.markup]
        if self.lighthouse is None:
            return found
        for category in FULL_MARKS:
            score, counts = self.lighthouse.scores[category], category != "seo" or self.is_indexed
            if counts and score < 100 and self.status == 200:
                found.append(f"{category} {score}: {', '.join(self.lighthouse.lost)}")
        if (score := self.lighthouse.scores["performance"]) < FAST:
            found.append(f"performance {score}")
        if round(self.lighthouse.shift, 2) > 0:
            found.append(f"layout shift {self.lighthouse.shift:.3f}")
        if self.lighthouse.bytes > BYTES:
            found.append(f"{self.lighthouse.bytes:,} bytes")
        together = self.lighthouse.bytes + self.lighthouse.fonts
        if together > WITH_FONTS.get(self.script, max(WITH_FONTS.values())):
            found.append(f"{together:,} bytes with fonts")
        return found


def pages_to_see(made: TriedNewsroom, only: str) -> list[Seen]:
    from articles.languages import Language
    from quality.pages import PAGES

    return [
        Seen(
            name=f"{page.name}, {language}",
            url=made.address(page.state) + page.path(language),
            script=language.script,
            status=page.status,
            is_indexed=page.is_indexed and page.status == 200,
        )
        for page in PAGES
        if page.is_measured and only in page.name
        for language in Language.all()
    ]


def ask_axe_and_checker(pages: list[Seen]) -> None:
    """Open each page three ways, keep its markup as it was sent, and judge both."""
    from quality.barriers import VIEWS, barriers, show

    with TemporaryDirectory() as directory, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=["--no-sandbox"])
        tab = browser.new_page()
        files = {}
        for number, page in enumerate(pages):
            markup = b""
            for view in VIEWS:
                show(tab, view)
                answer = tab.goto(page.url)
                assert answer is not None
                markup = answer.body()
                page.axe += [f"{rule} ({view})" for rule in barriers(tab, view)]
            file = Path(directory) / f"{number}.html"
            file.write_bytes(markup)
            files[file] = page
        browser.close()
        for file, errors in markup_errors(list(files)).items():
            files[file].markup = errors


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="only pages with this in their name")
    parser.add_argument("--runs", type=int, default=1, help="Lighthouse's; the median counts")
    parser.add_argument("--without-lighthouse", action="store_true")
    parser.add_argument("--record", action="store_true", help=f"write the table to {FIGURES.name}")
    options = parser.parse_args()
    missed: list[str] = []
    with newsroom() as made:
        pages = pages_to_see(made, options.only)
        ask_axe_and_checker(pages)
        if not options.without_lighthouse:
            addresses = {page.name: page.url for page in pages}
            seen = lighthouse(addresses, options.runs)
            slow = {name for name, one in seen.items() if one.scores["performance"] < FAST}
            if slow:
                # Something else may have kept the machine busy: three more looks tell.
                seen |= lighthouse({name: addresses[name] for name in sorted(slow)}, 3)
            for page in pages:
                page.lighthouse = seen[page.name]
        lines = [HEAD, *(page.row() for page in pages)]
        missed += [f"{page.name}: {what}" for page in pages for what in page.missed()]
        if not options.only:
            from quality.machines import readings

            lines += ["", "| for machines | read as |", "| --- | --- |"]
            for name, said in readings(made.address(State.FULL)):
                lines.append(f"| `{name}` | {said} |")
                missed += [f"{name}: {said}"] if "bozo 1" in said else []
    print("\n".join(lines))
    if options.record:
        kept = FIGURES.read_text(encoding="utf-8").split(MARK)[0]
        FIGURES.write_text(f"{kept}{MARK}\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    if missed:
        sys.exit("Missed:\n" + "\n".join(missed))
    print("\nNo target is missed.")


if __name__ == "__main__":
    main()
