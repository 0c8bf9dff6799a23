"""Share images: what others show where they link to an article."""

from __future__ import annotations

import io
import re
import unicodedata
from functools import cache
from pathlib import Path

from PIL import Image as Pillow
from PIL import ImageDraw, ImageFont, ImageOps

from articles.languages import Language

from .renditions import on_white

SIZE = WIDTH, HEIGHT = 1200, 630
DESIGN = 3
"""Raised whenever the drawing changes, so that what was drawn before is not used any more."""
MARGIN = 64
PICTURE_HEIGHT = 300
MOST_LINES = 4
PAPER, INK, ACCENT = "#fdfbf7", "#1b1a18", "#8c1d2f"
FONT = Path(__file__).parent / "fonts" / "share.ttf"
ELLIPSIS = "…"
NONCHARACTER = "\uffff"
"""Which no face has: it is drawn as the box that stands for what is missing."""
WITHOUT_SHAPE = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Unicode's categories of signs that are not drawn."""
ORNAMENTS = {"Cn", "Co", "Cs", "Sk", "So"}
"""Those of signs that a headline says the same without: emoji and other symbols."""
OF_AN_EMOJI = re.compile("[\u200d\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""What changes the emoji before it, or joins it to the next."""
SPACES = re.compile("[ \u00a0\u202f]{2,}")

IN_WORDS = {"﷽": "بسم الله الرحمن الرحيم"}
"""What one sign says that is too wide for any face, and has no compatible form."""


@cache
def face(size: int) -> ImageFont.FreeTypeFont:
    """Raqm joins Arabic letters and puts mixed directions in order; the simple layout does not."""
    return ImageFont.truetype(str(FONT), size, layout_engine=ImageFont.Layout.RAQM)


@cache
def is_drawn(letter: str) -> bool:
    """Whether the face has a letter, or the letter has no shape of its own."""
    if unicodedata.category(letter) in WITHOUT_SHAPE:
        return True
    try:
        return shape_of(letter) != shape_of_missing()
    except (OSError, RuntimeError):
        # Larger than FreeType draws, as ﷽ is; or no text to Raqm.
        return False


def shape_of(letter: str) -> bytes:
    return bytes(face(48).getmask(letter))


@cache
def shape_of_missing() -> bytes:
    """The box that stands for every letter which the face lacks."""
    return shape_of(NONCHARACTER)


def drawable(headline: str) -> str | None:
    """A headline in signs that the face has; ``None`` where it says something in others.

    What the face lacks is drawn in words, or in its compatible form (NFKC), where it has one.
    Symbols it lacks are left out.
    """
    drawn: list[str] = []
    is_left_out = False
    for letter in unicodedata.normalize("NFC", headline):
        if is_left_out and OF_AN_EMOJI.match(letter):
            continue
        is_left_out = False
        compatible = IN_WORDS.get(letter) or unicodedata.normalize("NFKC", letter)
        if is_drawn(letter):
            drawn.append(letter)
        elif all(is_drawn(one) for one in compatible):
            drawn.append(compatible)
        elif unicodedata.category(letter) in ORNAMENTS:
            is_left_out = True
        else:
            return None
    return SPACES.sub(one_space, "".join(drawn)).strip() or None


def one_space(found: re.Match[str]) -> str:
    """One for many; one that holds two signs together still does."""
    return found[0].strip(" ")[:1] or " "


def width_of(text: str, language: Language, size: int) -> float:
    return face(size).getlength(text, direction=language.direction, language=language.code)


def wrapped(text: str, language: Language, size: int, most: int = MOST_LINES) -> list[str]:
    """A headline in lines that fit; one that is too long ends in an ellipsis."""
    room = WIDTH - 2 * MARGIN
    lines: list[str] = []
    # A space that holds two signs together is no place to break: « préside ? ».
    for word in re.split(r"[ \t\r\n]+", text.strip()):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, language, size) <= room:
            lines[-1] = longer
        else:
            lines.extend(pieces(word, language, size, room))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and width_of(last + ELLIPSIS, language, size) > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip(" ,;:.،؛") + ELLIPSIS]


def pieces(word: str, language: Language, size: int, room: int) -> list[str]:
    """A word that is wider than the image, in parts; others as they are."""
    found = [""]
    for letter in word:
        if found[-1] and width_of(found[-1] + letter, language, size) > room:
            found.append("")
        found[-1] += letter
    return found


def fitted(text: str, language: Language, height: int) -> tuple[list[str], int]:
    """The lines of a headline in the largest type in which all of it fits, and that size."""
    for size in (72, 64, 56, 48):
        lines = wrapped(text, language, size, most=MOST_LINES + 1)
        if len(lines) <= MOST_LINES and len(lines) * leading(language, size) <= height:
            return lines, size
    most = min(MOST_LINES, height // leading(language, 48))
    return wrapped(text, language, 48, most=most), 48


def leading(language: Language, size: int) -> int:
    return round(size * (1.45 if language.direction == "rtl" else 1.16))


def share_image(
    headline: str,
    newsroom: str,
    language: Language,
    picture: Pillow.Image | None = None,
    focal: tuple[int, int] = (50, 50),
) -> bytes:
    """A JPEG of 1200 by 630: the headline, the newsroom's name, the picture above where one is."""
    image = Pillow.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    top = MARGIN
    if picture is not None:
        across, down = focal
        cut = ImageOps.fit(picture, (WIDTH, PICTURE_HEIGHT), centering=(across / 100, down / 100))
        image.paste(on_white(cut.convert("RGBA")))
        top = PICTURE_HEIGHT + 20
    else:
        draw.rectangle((0, 0, WIDTH, 16), fill=ACCENT)
    foot = HEIGHT - 84
    lines, size = fitted(headline, language, foot - top - 8)
    step = leading(language, size)
    start = top + max(0, (foot - top - step * len(lines)) // 2)
    for number, line in enumerate(lines):
        draw_line(draw, line, start + number * step + step // 2, size, INK, language)
    draw.line((MARGIN, foot, WIDTH - MARGIN, foot), fill=ACCENT, width=3)
    draw_line(draw, newsroom, foot + 42, 34, ACCENT, language)
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=88, subsampling=0)
    return buffer.getvalue()


def draw_line(  # noqa: PLR0917
    draw: ImageDraw.ImageDraw, text: str, middle: int, size: int, ink: str, language: Language
) -> None:
    """A line at the edge where its language begins."""
    from_right = language.direction == "rtl"
    draw.text(
        (WIDTH - MARGIN if from_right else MARGIN, middle),
        text,
        font=face(size),
        fill=ink,
        direction=language.direction,
        language=language.code,
        anchor="rm" if from_right else "lm",
    )
