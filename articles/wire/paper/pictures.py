"""The pictures of a paper: as JPEG, no wider than a sheet needs, under names of their own."""

from __future__ import annotations

import io

from articles.models import Image
from articles.pictures.renditions import UnreadableError, fallback, on_white, open_original
from articles.pictures.shapes import LEAD, LOGO, Shape

MOST = 24
"""Pictures of a paper: more are a gallery, which the page has."""


class PaperPictures:
    """The files of one paper, by the names that it calls them by."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def picture(self, image: Image) -> str | None:
        """The name of a picture's file; none of one that may not be shown, or cannot be read."""
        if not image.may_be_shown() or len(self.files) >= MOST:
            return None
        return self.kept(f"{image.key}.jpg", image, LEAD)

    def logo(self, image: Image | None) -> str | None:
        if image is None or not image.may_be_shown():
            return None
        return self.kept(f"logo-{image.key}.png", image, LOGO)

    def kept(self, name: str, image: Image, shape: Shape) -> str | None:
        if name not in self.files:
            found = bytes_of(image, shape)
            if found is None:
                return None
            self.files[name] = found
        return name


def bytes_of(image: Image, shape: Shape) -> bytes | None:
    """The rendition that every program reads; made here where the files lack it."""
    original = image.original
    if image.has_renditions:
        try:
            with original.storage.open(fallback(original, shape).name) as file:
                return file.read()
        except OSError:
            pass
    try:
        picture = open_original(original)
    except (UnreadableError, OSError):
        return None
    picture.thumbnail((shape.fallback_width, shape.fallback_width * 2))
    written = io.BytesIO()
    if shape.fallback == "JPEG":
        on_white(picture.convert("RGBA")).save(written, "JPEG", quality=82)
    else:
        picture.save(written, shape.fallback)
    return written.getvalue()
