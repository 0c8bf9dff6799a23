"""Axe on a page by day, by night and in a window of 1280 pixels at 400 %."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AT_400_PERCENT = 320
"""1280 / 4 CSS pixels (WCAG 2.2, 1.4.10)."""
VIEWS = {"day": ("light", 1280), "night": ("dark", 1280), "400 %": ("light", AT_400_PERCENT)}


def show(tab: Page, view: str) -> None:
    scheme, width = VIEWS[view]
    # Without motion: a colour that still fades from day to night is judged as neither.
    tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    tab.set_viewport_size({"width": width, "height": 800})


def barriers(tab: Page) -> list[str]:
    """The rules that the page as it is shown breaks, and where."""
    return [
        f"{broken['id']} at {', '.join(node['html'][:80] for node in broken['nodes'][:3])}"
        for broken in Axe().run(tab).response["violations"]
    ]
