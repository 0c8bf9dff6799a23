"""The shapes that a picture is shown in, and the widths each is made in."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

MODERN = ("AVIF", "WEBP")
"""What browsers are offered, the lightest first."""


@dataclass(frozen=True)
class Shape:
    """A proportion, and how wide pages may show it."""

    name: str
    ratio: Fraction | None
    """Width by height; ``None`` for the picture's own."""
    widths: tuple[int, ...]
    sizes: str
    """How wide pages show it, as HTML's ``sizes`` says it."""
    fallback_width: int
    fallback: str = "JPEG"
    """For programs that know nothing newer; a logo keeps its transparency."""

    def widest(self, width: int, height: int) -> int:
        """How wide a picture of this size can be in this shape without being blown up."""
        return max(1, min(width, int(height * self.ratio)) if self.ratio else width)

    def widths_for(self, width: int, height: int) -> list[int]:
        """Those of the widths that the picture is large enough for; its own where none is."""
        widest = self.widest(width, height)
        return [one for one in self.widths if one <= widest] or [widest]

    def height_at(self, shown: int, width: int, height: int) -> int:
        """How high it is when it is so wide."""
        return max(1, int(shown / self.ratio) if self.ratio else round(shown * height / width))


LEAD = Shape(
    "lead", None, (480, 800, 1200, 1600), "(min-width: 76rem) 67rem, 92vw", fallback_width=1200
)
FRONT = Shape(
    "front", Fraction(3, 2), (480, 800, 1200), "(min-width: 62rem) 54rem, 92vw", fallback_width=800
)
CARD = Shape(
    "card", Fraction(3, 2), (160, 240, 480), "(min-width: 40rem) 15rem, 26vw", fallback_width=240
)
PORTRAIT = Shape("portrait", Fraction(1), (160, 320, 640), "11rem", fallback_width=320)
LOGO = Shape("logo", None, (160, 320), "11rem", fallback_width=320, fallback="PNG")

SHAPES = {shape.name: shape for shape in (LEAD, FRONT, CARD, PORTRAIT, LOGO)}
# What the widest rendition of any shape needs of its source.
ENOUGH_WIDTH, ENOUGH_HEIGHT = 1600, 800
