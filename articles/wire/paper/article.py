"""What stands on the paper of an article: its words, and what a page says around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from django.utils.translation import gettext, ngettext

from articles.languages import Language
from articles.models import Article, Attachment, Correction, Image, PressContact, Quote
from articles.models.identity import Identity
from articles.models.typography_checks import customs_of
from articles.text.richtext.chosen_quotes import quote_of
from articles.text.richtext.embeds import is_embed, link_in
from articles.text.richtext.figures import blocks_of, caption_in, key_of
from articles.text.richtext.paragraphs import in_one_line
from articles.text.typography.binding import bound, in_pairs
from articles.text.typography.direction import ISOLATE
from articles.text.typography.number_rule import END, with_numbers
from articles.text.typography.number_rule import LEFT_TO_RIGHT as FROM_THE_LEFT

from ..feeds import absolute
from ..names import set_apart
from .blocks import Block, Run, Setter, linked
from .live import LiveOnPaper
from .pictures import PaperPictures

LONG = 120
"""Letters of a headline that is set smaller."""


@dataclass
class ArticlePaper:
    """An article in the active language, with all that its paper shows."""

    article: Article
    newsroom: Identity
    body: str
    address: str = ""
    """Where its page is; none of one that readers do not have."""
    notice: str = ""
    about: str = ""
    """The newsroom in a paragraph."""
    quotes: Mapping[str, Quote] = field(default_factory=dict)
    pictures: Mapping[str, Image] = field(default_factory=dict)
    corrections: Sequence[Correction] = ()
    attachments: Sequence[Attachment] = ()
    contacts: Sequence[PressContact] = ()
    live: LiveOnPaper | None = None
    changed_at: datetime | None = None

    def __post_init__(self) -> None:
        self.language = Language.active()
        self.customs = customs_of(self.language)
        self.set = Setter(self.say, absolute)
        self.files = PaperPictures()

    def say(self, text: str) -> str:
        """A text whose numbers are joined, and set apart where a line from the right turns them."""
        return with_numbers(bound(text, self.customs), self.customs)

    def said(self) -> dict[str, Any]:
        """All of it, as the template reads it."""
        article, language = self.article, self.language
        kind = article.get_kind_display()
        return {
            "language": language.locale.language,
            "region": (language.locale.territory or "").lower() or None,
            "direction": language.direction,
            "script": language.script,
            "title": article.headline,
            "author": [article.byline_in() or self.newsroom.name],
            "description": in_one_line(article.standfirst or ""),
            "keywords": [],
            "is-long": len(article.headline) > LONG,
            "newsroom": self.head(),
            "kind": kind[:1].upper() + kind[1:],
            "notice": self.say(self.notice),
            "place-and-day": self.say(self.place_and_day()),
            "headline": self.say(article.headline),
            "standfirst": self.say(in_one_line(article.standfirst or "")),
            "byline": article.byline_in(),
            "told": [self.say(one) for one in self.told()],
            "lead": self.lead(),
            "blocks": self.text(),
            "sections": self.sections(),
            "url": self.address,
            "url-read": as_address(self.address.partition("://")[2]),
            "page-words": gettext("Page {page} of {pages}"),
        }

    def head(self) -> dict[str, Any]:
        newsroom = self.newsroom
        reached = [self.say(in_one_line(newsroom.postal_address)), isolated(newsroom.mail)]
        reached.append(self.say(newsroom.telephone))
        return {
            "name": newsroom.name,
            "logo": self.files.logo(newsroom.logo),
            "address": " · ".join(one for one in reached if one),
        }

    def place_and_day(self) -> str:
        place, moment = self.article.dateline, self.article.appears_at()
        parts = [set_apart(place, "name") if place else ""]
        parts += [self.language.date(moment) if moment else ""]
        return gettext(", ").join(one for one in parts if one)

    def told(self) -> list[str]:
        """What readers are told before the text."""
        found = [self.article.translation_note or ""]
        wrong = [one for one in self.corrections if one.is_correction]
        if wrong:
            day = self.language.date(wrong[0].made_on)
            found.append(
                ngettext(
                    "This article was corrected on %(corrected_on)s.",
                    "This article was corrected %(counter)s times, last on %(corrected_on)s.",
                    len(wrong),
                )
                % {"counter": len(wrong), "corrected_on": day}
            )
        return [one for one in found if one]

    def lead(self) -> Block | None:
        image = self.article.lead_image
        return self.captioned(image) if image else None

    def captioned(self, image: Image) -> Block | None:
        """A picture with the caption that the library has."""
        return self.picture(image, self.line(set_apart(image, "caption")))

    def picture(self, image: Image, caption: list[Run]) -> Block | None:
        """A picture with what belongs to it; none that may not be shown, or cannot be read."""
        file = self.files.picture(image)
        if file is None:
            return None
        owned = [set_apart(image, "credit")]
        owned += [f"{ISOLATE}{image.licence}{END}"] if image.licence else []
        return {
            "kind": "picture",
            "file": file,
            "ratio": image.width / max(image.height, 1),
            "alt": image.said_anyhow("alt") or image.said_anyhow("caption") or gettext("Picture"),
            "caption": caption,
            "credit": " – ".join(one for one in owned if one),
        }

    def text(self) -> list[Block]:
        """The body; what the editor keeps short stands there whole."""
        found: list[Block] = []
        for block in blocks_of(self.body):
            if key := key_of(block):
                image = self.pictures.get(key)
                shown = self.picture(image, self.caption(block, image)) if image else None
                found += [shown] if shown else []
            elif key := quote_of(block):
                found += self.quotation(self.quotes.get(key))
            elif is_embed(block):
                address, title = link_in(block)
                found += self.paragraph(title or address, address)
            else:
                found += self.set.blocks(block)
        return found

    def caption(self, block: str, image: Image) -> list[Run]:
        written = caption_in(block)
        return self.set.line(written) if written else self.line(set_apart(image, "caption"))

    def quotation(self, quote: Quote | None) -> list[Block]:
        if quote is None or not (words := quote.said("text")):
            return []
        who = [set_apart(quote.speaker, "name") if quote.speaker else "", quote.said("position")]
        said = gettext(", ").join(one for one in who if one)
        return [{"kind": "quotation", "blocks": self.paragraph(words), "who": self.say(said)}]

    # Below the text.

    def sections(self) -> list[dict[str, Any]]:
        asked = {
            gettext("The live coverage"): self.entries(),
            gettext("Corrections and updates"): self.changes(),
            gettext("Documents"): self.documents(),
            gettext("Press contact"): [one for who in self.contacts for one in self.contact(who)],
            gettext("About"): self.paragraph(self.about),
            gettext("Source"): self.source(),
            gettext("This text as it stands now"): self.paragraph(self.address, self.address),
        }
        return [{"title": name, "blocks": found} for name, found in asked.items() if found]

    def entries(self) -> list[Block]:
        at = self.changed_at or self.article.updated_at
        return self.live.blocks(self.set, at, self.captioned) if self.live else []

    def changes(self) -> list[Block]:
        found: list[Block] = []
        for one in self.corrections:
            head = f"{one.get_kind_display()} – {self.language.date(one.made_on)}"
            runs: list[Run] = [{"text": self.say(head), "strong": True}]
            if words := one.said("text"):
                runs += [{"break": True}, {"text": self.say(words)}]
            found.append({"kind": "paragraph", "runs": runs})
        return found

    def documents(self) -> list[Block]:
        return [
            block
            for one in self.attachments
            if not one.document.is_withdrawn
            for block in self.paragraph(
                set_apart(one.document, "title") or str(one.document),
                absolute(one.document.get_absolute_url()),
            )
        ]

    def contact(self, who: PressContact) -> list[Block]:
        runs: list[Run] = [{"text": set_apart(who, "name"), "strong": True}]
        for text, address in (
            (set_apart(who, "role"), ""),
            (self.say(in_pairs(who.telephone)), f"tel:{dialled(who.telephone)}"),
            (isolated(who.mail), f"mailto:{who.mail}"),
            (self.say(set_apart(who, "hours")), ""),
        ):
            if text:
                runs += [{"break": True}, {"text": text, **({"link": address} if address else {})}]
        return [{"kind": "paragraph", "runs": runs}]

    def source(self) -> list[Block]:
        article, found = self.article, list[Block]()
        if article.source:
            named = set_apart(article.source, "name")
            credit = article.source.credit_line or ""
            found += self.paragraph(credit if article.source.is_named_in_its_credit else named)
        if article.source_url:
            found += self.paragraph(article.source_url, article.source_url)
        return found

    def line(self, text: str) -> list[Run]:
        return [{"text": self.say(text)}] if text else []

    def paragraph(self, text: str, address: str = "") -> list[Block]:
        """A paragraph of plain text; with an address, a link to it."""
        if not text:
            return []
        if address:
            shown = as_address(text) if text == address else self.say(text)
            return [{"kind": "paragraph", "runs": [{"text": shown, **linked(address)}]}]
        return [{"kind": "paragraph", "runs": self.line(text)}]


def isolated(text: str) -> str:
    return f"{FROM_THE_LEFT}{text}{END}" if text else ""


def as_address(url: str) -> str:
    """An address as one reads it, in the direction of addresses, whatever stands around it."""
    return isolated(unquote(url))


def dialled(telephone: str) -> str:
    """A number as a telephone dials it."""
    return "".join(sign for sign in telephone if sign.isascii() and sign in "+0123456789")
