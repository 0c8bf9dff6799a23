"""Axe on a page by day, by night and in a window of 1280 pixels at 400 %."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT as AXE
from playwright.sync_api import Page

AT_400_PERCENT = 320
"""1280 / 4 CSS pixels (WCAG 2.2, 1.4.10)."""
VIEWS = {"day": ("light", 1280), "night": ("dark", 1280), "400 %": ("light", AT_400_PERCENT)}
OF_COLOURS = ["color-contrast", "link-in-text-block"]
"""What the night can break that the day does not: all else is the same page."""


def show(tab: Page, view: str) -> None:
    scheme, width = VIEWS[view]
    # Without motion: a colour that still fades from day to night is judged as neither.
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    tab.set_viewport_size({"width": width, "height": 800})


def barriers(tab: Page, view: str) -> list[str]:
    """The rules that the page as it is shown breaks, and where; by night in its colours only."""
    only = OF_COLOURS if view == "night" else None
    return [
        f"{broken['id']} at {', '.join(node['html'][:80] for node in broken['nodes'][:3])}"
        for broken in broken_rules(tab, only=only)
    ]


def broken_rules(
    tab: Page, part: str | dict[str, Any] | None = None, only: list[str] | None = None
) -> list[dict[str, Any]]:
    """What axe finds on a page or in a part of it; of all its rules, or of some.

    It is given to each page once, and tells of nothing that is right: both take it as long again.
    """
    if not tab.evaluate("() => 'axe' in window"):
        tab.evaluate(AXE)
    found: list[dict[str, Any]] = tab.evaluate(
        "([part, options]) => axe.run(part ?? document, options).then((said) => said.violations)",
        [part, {"resultTypes": ["violations"]} | ({"runOnly": only} if only else {})],
    )
    return found
