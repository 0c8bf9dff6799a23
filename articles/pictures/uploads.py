"""Pictures as they come in: checked, read, and cleaned of all but their pixels."""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps

from articles.uploads import content_of

from .metadata import PictureMetadata, metadata_of
from .renditions import LONGEST_SIDE, has_readable_profile

MOST_BYTES = 40 * 1024**2
TOO_LARGE = _("This file is too large: a picture may have up to %(limit)s.")
MOST_PIXELS = 80_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
SMALL = 200
"""Pixels of the shorter side; the smallest that a page shows are about so many."""
BANNER_HEIGHT = 160
"""Pixels that a logo is asked to have: of a picture at least twice as wide, it is enough."""
UPRIGHT, LYING = 1, range(5, 9)
"""What EXIF says of a picture: that it stands as it is, or that its sides change places."""
ORIENTATION = 0x0112


class UploadedPicture(ContentFile):
    """A picture fit to be kept: upright, readable to its end, without EXIF, XMP or IPTC."""

    def __init__(  # noqa: PLR0917
        self,
        content: bytes,
        name: str,
        checksum: str,
        told: PictureMetadata,
        is_animated: bool,
        size: tuple[int, int],
    ) -> None:
        super().__init__(content, name)
        self.checksum = checksum
        """Of the file as it came, to know it again."""
        self.told = told
        self.is_animated = is_animated
        """Whether it had more images than the first, which is kept."""
        self.sides = size

    @property
    def remarks(self) -> Iterator[str]:
        """What whoever sends it should know."""
        if self.is_animated:
            yield gettext("This picture moves: only the first image of it is kept.")
        width, height = self.sides
        is_banner = height >= BANNER_HEIGHT and width >= 2 * height
        if min(self.sides) < SMALL and not is_banner:
            yield gettext(
                "This picture is very small (%(width)d × %(height)d pixels): "
                "enlarged, it is blurred."
            ) % {"width": width, "height": height}


def receive(file: IO[bytes] | Any, name: str) -> UploadedPicture:
    """A picture somebody sends, cleaned.

    Raises:
        ValidationError: a sentence that says what is wrong with it.
    """
    content = content_of(file, MOST_BYTES, TOO_LARGE)
    image = decoded(content)
    is_animated = getattr(image, "is_animated", False)
    clean, suffix = cleaned(image)
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0] or "picture"
    checksum = hashlib.sha256(content).hexdigest()
    is_lying = image.getexif().get(ORIENTATION, UPRIGHT) in LYING
    size = (image.height, image.width) if is_lying else image.size
    told = metadata_of(image)
    return UploadedPicture(clean, f"{stem}{suffix}", checksum, told, is_animated, size)


def decoded(content: bytes) -> Pillow.Image:
    """The picture in these bytes, all of it read."""
    try:
        with warnings.catch_warnings():
            # Its own limit warns from 89 million pixels on; ours is lower, and refuses.
            warnings.simplefilter("ignore", Pillow.DecompressionBombWarning)
            image = Pillow.open(io.BytesIO(content), formats=FORMATS)
    except Pillow.DecompressionBombError:
        raise too_many_pixels() from None
    except (OSError, SyntaxError, ValueError, TypeError):
        raise no_picture(content) from None
    if image.width * image.height > MOST_PIXELS:
        raise too_many_pixels()
    if max(image.size) > LONGEST_SIDE["JPEG"]:
        raise ValidationError(
            _("This picture is too long: a side may have up to %(limit)d pixels."),
            code="long",
            params={"limit": LONGEST_SIDE["JPEG"]},
        )
    try:
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError, IndexError):
        raise ValidationError(
            _("This picture is damaged or cut short: it cannot be read to its end."), code="damaged"
        ) from None
    return image


def too_many_pixels() -> ValidationError:
    return ValidationError(
        _("This picture has too many pixels: it may have up to %(limit)d million."),
        code="pixels",
        params={"limit": MOST_PIXELS // 1_000_000},
    )


def no_picture(content: bytes) -> ValidationError:
    if b"<svg" in content[:2000].lower():
        return ValidationError(
            _("SVG drawings are not accepted, since they may carry scripts: save it as PNG."),
            code="svg",
        )
    return ValidationError(
        _("This is not a picture in a known format: use JPEG, PNG, WebP, AVIF or GIF."),
        code="unknown",
    )


def cleaned(image: Pillow.Image) -> tuple[bytes, str]:
    """Its pixels, upright, and its colour profile; nothing else that the file said."""
    profile = image.info.get("icc_profile") if has_readable_profile(image) else None
    was_upright = image.getexif().get(ORIENTATION, UPRIGHT) == UPRIGHT
    options: dict[str, Any] = {"icc_profile": profile} if profile else {}
    if image.format == "JPEG" and was_upright:
        return encoded(image, "JPEG", quality="keep", **options), ".jpg"
    keeps_all = image.format in {"PNG", "GIF"} or image.has_transparency_data
    image = ImageOps.exif_transpose(image)
    if not keeps_all:
        if image.mode not in {"L", "RGB", "CMYK"}:
            image = image.convert("RGB")
        return encoded(image, "JPEG", quality=95, subsampling=0, **options), ".jpg"
    if image.mode not in {"1", "L", "LA", "P", "RGB", "RGBA", "I;16"}:
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    return encoded(image, "PNG", **options), ".png"


def encoded(image: Pillow.Image, kind: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    if options.get("quality") == "keep":
        image.info.pop("comment", None)
    else:
        transparency = image.info.get("transparency")
        image.info.clear()
        if transparency is not None:
            image.info["transparency"] = transparency
    image.save(buffer, kind, exif=b"", **options)
    return buffer.getvalue()
