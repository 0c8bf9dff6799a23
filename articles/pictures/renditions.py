"""Renditions: a picture in other sizes and codecs, cut around what matters in it.

Their names follow from the picture's own, its focal point and the shapes. So a page can say
where they are without asking the storage, and what changes gets a new address.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from pathlib import PurePosixPath
from typing import NamedTuple

from django.core.files.storage import Storage, default_storage
from pictures.models import PillowPicture
from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

from .shapes import ENOUGH_HEIGHT, ENOUGH_WIDTH, MODERN, SHAPES, Shape

LONGEST_SIDE = {"WEBP": 16_383, "AVIF": 65_536, "JPEG": 65_500}
"""Pixels that a side of a picture may have in a codec."""


class UnreadableError(Exception):
    """The file of a picture is gone, or is no picture any more."""


@dataclass
class Original:
    """A stored picture, as its renditions need to know it."""

    name: str
    storage: Storage
    width: int
    height: int
    focal: tuple[int, int]

    @property
    def recipe(self) -> str:
        """Tells one set of renditions from every other: of this file, cut here, in these shapes."""
        said = repr((self.name, self.focal, sorted(SHAPES.items())))
        return hashlib.sha256(said.encode()).hexdigest()[:32]


@dataclass(eq=False)
class Rendition(PillowPicture):
    """django-pictures' own, with a focal point."""

    focal: tuple[int, int] = (50, 50)

    @property
    def name(self) -> str:
        path = PurePosixPath(self.parent_name).with_suffix("")
        if self.aspect_ratio:
            across, down = self.focal
            path /= f"{self.aspect_ratio}".replace("/", "_") + f"-{across}-{down}"
        return str(path / f"{self.width}w.{self.file_type.lower()}")

    def resize(self, image: Pillow.Image) -> Pillow.Image:
        """The picture in this size, without anything that the file said besides its pixels."""
        width, height = image.size
        own_height = round(self.width * height / width) if self.height is None else self.height
        size = (self.width, max(1, own_height))
        across, down = self.focal
        if self.aspect_ratio:
            image = ImageOps.fit(image, size, centering=(across / 100, down / 100))
        else:
            image = image.resize(size, Pillow.Resampling.LANCZOS)
        if self.file_type == "JPEG":
            image = on_white(image)
        elif image.getchannel("A").getextrema()[0] == 255:
            image = image.convert("RGB")
        image.info.clear()
        return image


def on_white(image: Pillow.Image) -> Pillow.Image:
    ground = Pillow.new("RGB", image.size, "white")
    ground.paste(image, mask=image.getchannel("A"))
    return ground


def rendition(original: Original, shape: Shape, file_type: str, width: int) -> Rendition:
    return Rendition(
        parent_name=original.name,
        file_type=file_type,
        aspect_ratio=shape.ratio,
        storage=original.storage,
        width=width,
        focal=original.focal,
    )


def fallback(original: Original, shape: Shape) -> Rendition:
    """The one that every program can read."""
    widths = shape.widths_for(original.width, original.height)
    fitting = [width for width in widths if width <= shape.fallback_width]
    return rendition(original, shape, shape.fallback, max(fitting or widths[:1]))


def modern(original: Original, shape: Shape, file_type: str) -> list[Rendition]:
    """One codec in every width in which it can keep a picture so high."""
    return [
        rendition(original, shape, file_type, width)
        for width in shape.widths_for(original.width, original.height)
        if shape.height_at(width, original.width, original.height) <= LONGEST_SIDE[file_type]
    ]


def every(original: Original) -> Iterator[Rendition]:
    """All that pages may ask for, each once."""
    found: dict[str, Rendition] = {}
    for shape in SHAPES.values():
        found |= {one.name: one for one in [fallback(original, shape)]}
        for file_type in MODERN:
            found |= {one.name: one for one in modern(original, shape, file_type)}
    yield from found.values()


def open_original(original: Original) -> Pillow.Image:
    """The picture in sRGB, upright, no larger than its renditions need.

    Raises:
        UnreadableError: the file is gone or is damaged.
    """
    try:
        with original.storage.open(original.name) as file, Pillow.open(file) as image:
            width, height = image.size
            scale = max(ENOUGH_WIDTH / width, ENOUGH_HEIGHT / height)
            if scale < 1 and image.mode != "P":
                image.thumbnail((ceil(width * scale), ceil(height * scale)))
            return in_srgb(in_eight_bits(image))
    except (FileNotFoundError, Pillow.UnidentifiedImageError, SyntaxError, EOFError) as error:
        raise UnreadableError(original.name) from error
    except OSError as error:
        # Pillow says so of a damaged file; a storage that does not answer has other reasons.
        if type(error) is OSError and error.errno is None:
            raise UnreadableError(original.name) from error
        raise


def in_eight_bits(image: Pillow.Image) -> Pillow.Image:
    """A grey picture of 16 bits as one of 8; Pillow's own conversion cuts off all above 255."""
    if not image.mode.startswith("I"):
        return image
    said = image.info
    image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    image.info = {name: value for name, value in said.items() if name != "transparency"}
    return image


def in_srgb(image: Pillow.Image) -> Pillow.Image:
    """The picture by its colour profile, or without one that cannot be used."""
    if has_readable_profile(image):
        with suppress(ImageCms.PyCMSError):
            # The profile may be of another kind of picture.
            return PillowPicture.pre_process(image)
    image.info.pop("icc_profile", None)
    return PillowPicture.pre_process(image)


def has_readable_profile(image: Pillow.Image) -> bool:
    """Whether a picture brings a colour profile that is not damaged."""
    try:
        ImageCms.ImageCmsProfile(io.BytesIO(image.info.get("icc_profile", b"")))
    except OSError:
        return False
    return True


def make_renditions(original: Original) -> None:
    """Make every rendition of a picture.

    Raises:
        UnreadableError: its file is gone or is damaged.
    """
    image = open_original(original)
    for one in every(original):
        one.save(image)


def forget(original: Original, keep: Iterable[str] = ()) -> int:
    """Delete renditions, but for those of these names; returns how many."""
    kept, folder = set(keep), str(PurePosixPath(original.name).with_suffix(""))
    gone = [name for name in files_in(original.storage, folder) if name not in kept]
    for name in gone:
        original.storage.delete(name)
    return len(gone)


def files_in(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except (FileNotFoundError, NotADirectoryError):
        return
    yield from (f"{folder}/{file}" for file in files)
    for one in folders:
        yield from files_in(storage, f"{folder}/{one}")


@dataclass(frozen=True)
class ShownPicture:
    """A picture as a page shows it: the sources, and the plain one with its size."""

    src: str
    width: int
    height: int
    sources: tuple[tuple[str, str], ...] = ()
    """Each a MIME type and a ``srcset``."""


def shown_picture(original: Original, shape: Shape) -> ShownPicture:
    """The renditions of a shape, for a page."""
    file = original.name, original.width, original.height, original.focal
    plain, sources = names_of(*file, shape)
    url = original.storage.url
    return ShownPicture(
        url(plain.name),
        plain.width,
        shape.height_at(plain.width, original.width, original.height),
        tuple(
            (file_type, ", ".join(f"{url(one.name)} {one.width}w" for one in some))
            for file_type, some in sources
        ),
    )


class NamedRendition(NamedTuple):
    name: str
    width: int


type Sources = tuple[tuple[str, tuple[NamedRendition, ...]], ...]
"""Each a MIME type, with the renditions in it."""


@lru_cache(2_000)
def names_of(
    name: str, width: int, height: int, focal: tuple[int, int], shape: Shape
) -> tuple[NamedRendition, Sources]:
    """The plain rendition of a file in a shape, and those that browsers choose from.

    They follow from the file alone, and a list asks for those of twenty pictures.
    """

    def named(one: Rendition) -> NamedRendition:
        return NamedRendition(one.name, one.width)

    original = Original(name, default_storage, width, height, focal)
    sources = (
        (f"image/{one.lower()}", tuple(map(named, modern(original, shape, one)))) for one in MODERN
    )
    return named(fallback(original, shape)), tuple(one for one in sources if one[1])
