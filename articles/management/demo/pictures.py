"""The demo's pictures: drawn, not photographed, and the same on every machine."""

from __future__ import annotations

import io
import random
from datetime import date

from django.core.files.base import ContentFile
from PIL import Image as Pillow
from PIL import ImageDraw, ImageFilter

from articles.languages import Language
from articles.models import Image

from .phrases import count, languages, phrases

SCENES, FACES, MARKS = 6, 4, 4
SIZE = (1200, 800)


def landscape(number: int) -> Pillow.Image:
    """A sky, a sun, and hills before it."""
    chance = random.Random(f"scene-{number}")
    hue = chance.randrange(360)
    sky = Pillow.linear_gradient("L").resize(SIZE)
    image = Pillow.composite(
        Pillow.new("RGB", SIZE, f"hsl({hue + 30}, 60%, 85%)"),
        Pillow.new("RGB", SIZE, f"hsl({hue}, 45%, 55%)"),
        sky,
    )
    draw = ImageDraw.Draw(image)
    across, size = chance.randrange(150, 900), chance.randrange(80, 150)
    draw.ellipse((across, 120, across + size, 120 + size), fill=f"hsl({hue + 40}, 90%, 92%)")
    for depth in range(4):
        ridge = [(x, 420 + 90 * depth + chance.randrange(-60, 60)) for x in range(0, 1350, 150)]
        ground = [(0, SIZE[1]), *ridge, (SIZE[0], SIZE[1])]
        draw.polygon(ground, fill=f"hsl({hue + 150}, 30%, {58 - 12 * depth}%)")
    return image.filter(ImageFilter.GaussianBlur(1))


def portrait(number: int) -> Pillow.Image:
    """A head and shoulders, left of the middle: what the focal point is for."""
    hue = 80 * number
    image = Pillow.new("RGB", (900, 600), f"hsl({hue}, 25%, 78%)")
    draw = ImageDraw.Draw(image)
    draw.ellipse((60, 360, 540, 900), fill=f"hsl({hue + 180}, 35%, 35%)")
    draw.ellipse((190, 100, 410, 400), fill=f"hsl({25 + 3 * number}, 40%, {60 - 8 * number}%)")
    return image


def logo(number: int) -> Pillow.Image:
    """A mark on nothing."""
    image = Pillow.new("RGBA", (480, 240), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    ink = f"hsl({90 * number + 20}, 60%, 35%)"
    draw.regular_polygon((120, 120, 100), 3 + number, fill=ink)
    for bar in range(3):
        draw.rectangle((250, 60 + 50 * bar, 460 - 50 * bar, 85 + 50 * bar), fill=ink)
    return image


def drawn(kind: str, number: int, drawing: Pillow.Image, focal: tuple[int, int]) -> Image:
    """The picture of this kind and number: the one there is, or a new one."""
    key = f"demo-{kind}-{number}"
    if known := Image.objects.filter(key=key).first():
        return known
    buffer = io.BytesIO()
    drawing.save(buffer, "PNG" if drawing.mode == "RGBA" else "JPEG", quality=92)
    image = Image(
        key=key,
        file=ContentFile(buffer.getvalue(), f"{key}.png"),
        focal_x=focal[0],
        focal_y=focal[1],
        taken_on=date(2024, 1, 1 + number),
    )
    for language in languages():
        write_texts(image, kind, number, language)
    image.save()
    return image


def write_texts(image: Image, kind: str, number: int, language: Language) -> None:
    words = phrases(language)
    place = words["places"][number % count("places")]
    setattr(image, language.field("alt"), words["pictures"][kind].format(place=place))
    if kind == "scene":
        setattr(image, language.field("caption"), words["picture_caption"].format(place=place))
        image.credit = image.credit or words["picture_credit"]


def scenes() -> list[Image]:
    return [drawn("scene", n, landscape(n), (50, 60)) for n in range(SCENES)]


def faces() -> list[Image]:
    return [drawn("face", n, portrait(n), (33, 40)) for n in range(FACES)]


def marks() -> list[Image]:
    return [drawn("mark", n, logo(n), (50, 50)) for n in range(MARKS)]
