"""The texts of an article, of its quotations and of pictures, and its dates: each declared once.

Whatever goes through texts reads this table: the columns of each language, the form, revisions and
working copies, the translation desk and XLIFF, what is stale, the search, the checks of typography
and of letters, the corrections that readers are owed, feeds, linked data, and what lists leave
unread. ``CONTRIBUTING.md`` says which files a further text touches.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from articles.languages import Language


class Part(StrEnum):
    """A part of an entry of the search index, and of a feed; the first weighs most."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"


@dataclass(frozen=True)
class Text:
    """A text that has a column for each language."""

    name: str
    rich: bool = False
    """It is HTML, and its paragraphs are the rows of the translation desk. One for each model."""
    required: bool = False
    """Readers are never given an article without it; the database keeps that promise."""
    translated: bool = True
    """The translation desk and XLIFF have it; a translation is stale when it changes."""
    typography: bool = True
    """Its signs are checked by the customs of its language."""
    in_script: float = 0
    """The least share of its letters that are of its language's script; 0: it is not checked."""
    owed: bool = True
    """Readers are told when it changes."""
    search: Part | None = None
    """Where in the index its words are; without it, nobody finds them."""
    feed: Part | None = None
    """What of a feed's entry it is; the rich text is its content."""
    schema: str = ""
    """The property of a schema.org NewsArticle that says it."""
    listed: bool = True
    """Lists show it. What they do not show, they do not read."""


class Texts(tuple[Text, ...]):
    """The texts of one model, in the order in which people read them."""

    def having(self, *features: str) -> Texts:
        """Those that take part in all of these features, by the name of the attribute."""
        return Texts(one for one in self if all(getattr(one, name) for name in features))

    def lacking(self, *features: str) -> Texts:
        """Those that take part in none of these features."""
        return Texts(one for one in self if not any(getattr(one, name) for name in features))

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self)

    def in_part(self, feature: str, part: Part) -> Texts:
        """Those of one part of the search index (``search``), or of a feed (``feed``)."""
        return Texts(one for one in self if getattr(one, feature) == part)


# Of a few signs (a headline) hardly any letters tell the script; half a body's may be names.
HARDLY_ANY, HALF = 0.2, 0.5

ARTICLE = Texts((
    Text("headline", required=True, in_script=HARDLY_ANY,
         search=Part.TITLE, feed=Part.TITLE, schema="headline"),
    Text("standfirst", in_script=HARDLY_ANY,
         search=Part.LEAD, feed=Part.LEAD, schema="description"),
    Text("body", rich=True, required=True, in_script=HALF,
         search=Part.BODY, feed=Part.BODY, listed=False),
    Text("local_byline", translated=False, typography=False, owed=False),
    Text("translation_note", translated=False, typography=False, owed=False),
))  # fmt: skip
QUOTE = Texts((Text("text"), Text("position")))
IMAGE = Texts((Text("alt"), Text("caption"), Text("credit", translated=False)))
LIVE_ENTRY = Texts((
    Text("headline", translated=False, in_script=HARDLY_ANY,
         search=Part.TITLE, feed=Part.TITLE, schema="headline"),
    Text("body", translated=False, rich=True, required=True, in_script=HARDLY_ANY,
         search=Part.BODY, feed=Part.BODY, schema="articleBody"),
    Text("reader_note", translated=False, in_script=HARDLY_ANY, owed=False),
))  # fmt: skip
"""Of an entry of a live coverage: quick words, which no translation desk waits for."""

TEXTS: dict[str, Texts] = {
    "Article": ARTICLE, "Quote": QUOTE, "Image": IMAGE, "LiveEntry": LIVE_ENTRY,
}  # fmt: skip
"""By the name of the model."""

PUBLIC_ONCE_SAVED = {
    name: Texts(Text(one, in_script=HARDLY_ANY) for one in texts)
    for name, texts in {
        "UrgentBanner": ["text"],
        "PressContact": ["role", "hours"],
        "MediaKit": ["name", "description"],
        "Newsroom": ["tagline", "footer_note"],
        "Correction": ["text"],
        "Event": ["description", "state_note"],
        "Organization": ["description"],
        "Speaker": ["biography"],
        "Affiliation": ["position"],
    }.items()
}
"""Sentences that no check stands before, by the name of the model: their forms refuse those in the
letters of another language. Names are not among them: a person's may be in any letters."""


@dataclass(frozen=True)
class Date:
    """A moment on which it depends what readers have."""

    name: str
    in_each_language: bool = True
    editable: bool = True
    """The form has it. No older version brings it back: it is decided by moves."""


DATES = (
    Date("published_at"),
    Date("live_until"),
    Date("first_published_at", editable=False),
    Date("embargoed_until", in_each_language=False),
)


EDITED_DATES = tuple(one.name for one in DATES if one.editable)
OF_A_LANGUAGE = tuple(one.name for one in DATES if one.in_each_language)
"""The dates that each language has of its own."""
EDITED_OF_A_LANGUAGE = tuple(name for name in OF_A_LANGUAGE if name in EDITED_DATES)
SET_BY_MOVES = tuple(one.name for one in DATES if not one.editable)


def columns(texts: Texts) -> list[str]:
    """The columns of some texts: that of the field, and that of each language."""
    return [*texts.names, *columns_in(texts, Language.all())]


def columns_in(texts: Texts, languages: Iterable[Language]) -> list[str]:
    """The columns of some texts in some languages."""
    return [language.field(one.name) for language in languages for one in texts]


TITLE = ARTICLE.names[0]
BYLINE = "local_byline"
SEARCHED = ARTICLE.having("search").lacking("rich").names
"""In which a list of the desk looks for words, where no index does."""
UNTITLED = columns(Texts(ARTICLE[1:]))
"""All texts of an article but its headline: what a list of titles leaves unread."""


def join_texts(record: Any, texts: Texts, language: Language) -> str:
    """What a record says in a language in several of its texts, one to a line."""
    said = (record.said(one.name, language) for one in texts)
    return "\n".join(one for one in said if one)
