"""What the file of a picture says of itself: caption, credit, day (IPTC, XMP, EXIF)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PIL import ExifTags, IptcImagePlugin
from PIL import Image as Pillow

IPTC_CAPTION, IPTC_CREDIT, IPTC_BYLINE, IPTC_DATE = (2, 120), (2, 110), (2, 80), (2, 55)
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class PictureMetadata:
    caption: str = ""
    credit: str = ""
    taken_on: date | None = None

    def __bool__(self) -> bool:
        return bool(self.caption or self.credit or self.taken_on)


def metadata_of(image: Pillow.Image) -> PictureMetadata:
    """IPTC first: it is what agencies fill in. A file that lies about its own form says nothing."""
    iptc, xmp, exif = read_iptc(image), read_xmp(image), read_exif(image)
    return PictureMetadata(
        caption=first_text(iptc.get(IPTC_CAPTION), xmp.get("description"), exif.get("caption")),
        credit=first_text(
            iptc.get(IPTC_CREDIT),
            xmp.get("Credit"),
            iptc.get(IPTC_BYLINE),
            xmp.get("creator"),
            exif.get("credit"),
        ),
        taken_on=next(
            days(exif.get("date"), iptc.get(IPTC_DATE), xmp.get("DateCreated")),
            None,
        ),
    )


def first_text(*texts: str | None) -> str:
    """The first that says something, on one line."""
    cleaned = (SPACE.sub(" ", (text or "").replace("\0", "")).strip() for text in texts)
    return next((text for text in cleaned if text), "")


def days(*texts: str | None) -> Iterator[date]:
    for text in texts:
        digits = re.sub(r"\D", "", text or "")[:8]
        try:
            day = datetime.strptime(digits, "%Y%m%d").date()
        except ValueError:
            continue
        if day.year >= 1826:
            yield day


def decoded(value: Any) -> str:
    """Bytes as text: UTF-8 as is usual now, else what old programs wrote."""
    if isinstance(value, list):
        value = value[0] if value else b""
    if not isinstance(value, bytes):
        return str(value or "")
    for encoding in ("utf-8", "cp1252"):
        try:
            return value.decode(encoding)
        except UnicodeDecodeError:
            continue
    return value.decode("latin-1")


def read_iptc(image: Pillow.Image) -> dict[tuple[int, int], str]:
    try:
        found: Mapping[Any, Any] = IptcImagePlugin.getiptcinfo(image) or {}  # type: ignore[arg-type]
    except (SyntaxError, ValueError, OSError, IndexError, KeyError, TypeError):
        return {}
    return {key: decoded(value) for key, value in found.items()}


def read_exif(image: Pillow.Image) -> dict[str, str]:
    try:
        exif = image.getexif()
        details = exif.get_ifd(ExifTags.IFD.Exif)
    except (SyntaxError, ValueError, OSError, KeyError, TypeError):
        return {}
    # Pillow reads EXIF's bytes as Latin-1; programs write UTF-8 there.
    repaired = {tag: mended(value) for tag, value in {**exif, **details}.items()}
    return {
        "caption": repaired.get(ExifTags.Base.ImageDescription, ""),
        "credit": repaired.get(ExifTags.Base.Artist, ""),
        "date": repaired.get(ExifTags.Base.DateTimeOriginal, ""),
    }


def mended(value: Any) -> str:
    try:
        return str(value).encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return str(value)


def read_xmp(image: Pillow.Image) -> dict[str, str]:
    """The elements and attributes of an XMP packet by their local names, the first of each."""
    try:
        packet = image.getxmp()
    except Exception:
        return {}
    found: dict[str, str] = {}
    collect(packet, found)
    return found


def collect(node: Any, found: dict[str, str]) -> None:
    if isinstance(node, list):
        for one in node:
            collect(one, found)
    elif isinstance(node, dict):
        for name, value in node.items():
            found.setdefault(name, leaf(value))
            collect(value, found)


def leaf(value: Any) -> str:
    """The first text in an element; XMP wraps texts in lists of languages."""
    if isinstance(value, list):
        return next((text for text in map(leaf, value) if text), "")
    if isinstance(value, dict):
        texts = (
            leaf(one) for name, one in value.items() if name in {"Alt", "Seq", "Bag", "li", "text"}
        )
        return next((text for text in texts if text), "")
    return str(value or "")
