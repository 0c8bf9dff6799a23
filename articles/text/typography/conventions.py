"""How languages are written: their spaces, signs and quotation marks. Data, by language or script.

French: Imprimerie nationale, *Lexique des règles typographiques*, with the narrow space
everywhere, as screens have it. Arabic: the custom of the Moroccan press. A language that is
not here has what its script has, or no custom at all: then only stray signs are cared for.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

NARROW = "\u202f"
"""The narrow no-break space."""

WESTERN, ARABIC_INDIC = "western", "arabic-indic"
DIGITS = {WESTERN: "0123456789", ARABIC_INDIC: "٠١٢٣٤٥٦٧٨٩"}


@dataclass(frozen=True)
class Conventions:
    """How a text in one language is written."""

    script: str = ""
    rtl: bool = False
    digits: str = WESTERN
    before: dict[str, str] = field(default_factory=dict)
    """What stands before a sign: a space, or nothing."""
    inside: str | None = None
    """What stands inside guillemets."""
    marks: tuple[str, str] | None = None
    inner_marks: tuple[str, str] = ("“", "”")
    unwanted_marks: str = ""
    """Quotation marks of a typewriter, or of another language."""
    apostrophe: str = ""
    signs: dict[str, str] = field(default_factory=dict)
    """Signs of another script, and what this one writes for them."""
    number_space: str = "\u00a0"
    """What parts the groups of a number."""
    stretches: bool = False
    """Whether a line may be drawn out with a sign (tatweel) that is not part of the word."""


FRENCH = Conventions(
    before=dict.fromkeys(";:!?", NARROW),
    inside=NARROW,
    marks=("«", "»"),
    unwanted_marks='"“”',
    apostrophe="’",
    number_space=NARROW,
)
ARABIC = Conventions(
    before=dict.fromkeys("،؛؟:!", ""),
    inside="",
    marks=("«", "»"),
    # “ ” are as much at home in the Arabic press as « ».
    unwanted_marks='"',
    signs={",": "،", ";": "؛", "?": "؟"},
    number_space=NARROW,
    stretches=True,
)
LANGUAGES = {"fr": FRENCH}
SCRIPTS = {"Arab": ARABIC}


def conventions_for(language: str, script: str, rtl: bool, digits: str = WESTERN) -> Conventions:
    """The conventions of a language (by its ISO 639 code) in a newsroom that writes these digits."""
    conventions = LANGUAGES.get(language) or SCRIPTS.get(script) or Conventions()
    return replace(conventions, script=script, rtl=rtl, digits=digits)
