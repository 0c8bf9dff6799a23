"""The newsroom's logo as a device shows it under a sign of its own: a square, whole, on paper."""

from __future__ import annotations

import io

from PIL import Image as Pillow

PAPER = "#fffdf8"
SIZES = (192, 512)
DESIGN = 1
"""Raised whenever the drawing changes, so that no device goes on with the one before."""
WITHIN = 0.7
"""Of the side: a device that cuts a circle out of the square leaves the logo whole (W3C: 80 %)."""


def square_icon(logo: Pillow.Image, size: int) -> bytes:
    """The logo in the middle of a square, as PNG."""
    room = round(size * WITHIN)
    scale = min(room / logo.width, room / logo.height)
    width, height = (max(1, round(side * scale)) for side in logo.size)
    shown = logo.convert("RGBA").resize((width, height), Pillow.Resampling.LANCZOS)
    square = Pillow.new("RGB", (size, size), PAPER)
    square.paste(shown, ((size - width) // 2, (size - height) // 2), shown)
    file = io.BytesIO()
    square.save(file, "PNG", optimize=True)
    return file.getvalue()
