"""Axe on a page by day, by night and in a window of 1280 pixels at 400 %."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
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
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if view == "night":
        options["runOnly"] = OF_COLOURS
    return [
        f"{broken['id']} at {', '.join(node['html'][:80] for node in broken['nodes'][:3])}"
        for broken in Axe().run(tab, options=options).response["violations"]
    ]
