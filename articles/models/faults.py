"""What may be wrong with one language of an article: one function for each thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, Value
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.text.richtext.chosen_quotes import quotes_chosen_in
from articles.text.richtext.embeds import NotEmbeddedError, embedded
from articles.text.richtext.figures import pictures_in
from articles.text.richtext.links import images, leads_somewhere, links
from articles.text.richtext.paragraphs import paragraphs, plain_text
from articles.text.scripts import letters_in_script
from articles.text.typography.direction import END, ISOLATE
from articles.text.typography.rules import Remark

from .addresses import FormerSlug
from .body_pictures import images_named
from .declarations import ARTICLE, Text, Texts
from .embeds import embed_of, why_not
from .fields import LINK_PROTOCOLS
from .images import Image
from .pages import TAKEN
from .phases import Status, by_the_clock
from .record import Record

if TYPE_CHECKING:
    from .articles import Article

NEEDED = _("A published article needs this.")

# A name or an acronym in other letters is no fault: « COP28 », « WhatsApp ».
FEW_LETTERS, SOME_LETTERS = 12, 24
# Of so small a share of letters in the language's own script, a paragraph is in another language.
THIRD = 0.3
LONG = 60


@dataclass(frozen=True)
class Fault:
    """What is wrong, at which field it is put right."""

    field: str
    """A column of the article, or the name of its rows (``quotes``)."""
    sentence: Promise | str
    record: Record | None = None
    """The record that has the column to put right, where it is not the article."""
    column: str = ""
    remark: Remark | None = None
    """Of typography: the words that would change."""
    words: str = ""
    """What of the text it is about, shortened."""


def shortened(words: str) -> str:
    """The beginning of words, set apart: they may run in another direction."""
    words = " ".join(words.split())
    words = words if len(words) <= LONG else f"{words[: LONG - 1].rstrip()}…"
    return f"{ISOLATE}{words}{END}"


# What the database asks too.


def no_headline(article: Article, language: Language) -> Iterator[Fault]:
    if not article.said("headline", language):
        yield Fault(language.field("headline"), NEEDED)


def no_slug(article: Article, language: Language) -> Iterator[Fault]:
    if not article.said("slug", language):
        yield Fault(language.field("slug"), NEEDED)


def taken_slug(article: Article, language: Language) -> Iterator[Fault]:
    if not article.said("slug", language):
        return
    known = article.addresses_taken
    taken = taken_addresses(article, [language]) if known is None else known
    if (language.code, RIVAL) in taken:
        yield Fault(language.field("slug"), _("A published article already has this slug."))
    elif (language.code, FORMER) in taken:
        yield Fault(language.field("slug"), TAKEN)


RIVAL, FORMER = "rival", "former"
"""Who has an address: another article that is published, or whose address it once was."""


def taken_addresses(article: Article, languages: Iterable[Language]) -> frozenset[tuple[str, str]]:
    """The languages whose address another article has, or had, with which of the two."""
    kinds: list[Any] = []
    for language in languages:
        slug = article.said("slug", language)
        if not slug:
            continue
        rivals = type(article).objects.filter(
            **{language.field("slug"): slug, language.field("status"): Status.PUBLISHED}
        )
        rivals = rivals.exclude(pk__in=[article.pk, article.working_copy_of_id])
        former = FormerSlug.objects.taken_from(article, [language])
        # In one column: two that are rewritten for a language come in an order of each process.
        kinds += [
            one.order_by()
            .annotate(taken_by=Value(f"{language.code} {kind}", CharField()))
            .values_list("taken_by")
            for one, kind in ((rivals, RIVAL), (former, FORMER))
        ]
    if not kinds:
        return frozenset()
    first, *others = kinds
    found = first.union(*others).order_by("taken_by")
    return frozenset((code, kind) for (taken_by,) in found for code, kind in [taken_by.split()])


def no_body(article: Article, language: Language) -> Iterator[Fault]:
    if not plain_text(article.said("body", language)):
        yield Fault(language.field("body"), NEEDED)


def no_date(article: Article, language: Language) -> Iterator[Fault]:
    if article.published_at_in(language) is None:
        yield Fault(language.field("published_at"), NEEDED)


def leaves_too_early(article: Article, language: Language) -> Iterator[Fault]:
    until, appears = article.live_until_in(language), article.appears_at(language)
    if until and until <= (appears or timezone.now()):
        yield Fault(language.field("live_until"), _("It would be withdrawn before it appears."))


# The text.


def wrong_script(article: Article, language: Language) -> Iterator[Fault]:
    """A text that is plainly another language's. Between two of one script, nobody can tell."""
    for name, sentence in in_other_letters(article, ARTICLE, language):
        yield Fault(language.field(name), sentence)


def in_other_letters(record: Any, texts: Texts, language: Language) -> Iterator[tuple[str, str]]:
    """The texts of a record that are in other letters than their language's, each with a word."""
    for text in texts.having("in_script"):
        if sentence := said_in_other_letters(record.said(text.name, language), language, text):
            yield text.name, sentence


def said_in_other_letters(said: str, language: Language, text: Text) -> str:
    """What to say of words that are plainly another language's; nothing where they are not."""
    own, letters = letters_in_script(plain_text(said), language.script)
    if letters < FEW_LETTERS or own >= letters * text.in_script:
        return ""
    sentence = gettext("This text is not written in the letters of its language: %s.")
    return sentence % Language.active().name_of(language)


def foreign_paragraphs(article: Article, language: Language) -> Iterator[Fault]:
    """Paragraphs in the letters of another language, in a body that is otherwise in its own."""
    if any(fault.field == language.field("body") for fault in wrong_script(article, language)):
        return
    for paragraph in paragraphs(article.said("body", language)):
        own, letters = letters_in_script(paragraph, language.script)
        if letters >= SOME_LETTERS and own < letters * THIRD:
            sentence = gettext("A paragraph is in other letters: “%s”")
            yield Fault(language.field("body"), sentence % shortened(paragraph))


def quotes_not_in_body(article: Article, language: Language) -> Iterator[Fault]:
    if article.pk is None:
        return
    for quote in article.quotes.all():
        # The text at hand, which may not be saved yet.
        quote.article = article
        if quote.misquotes(language):
            sentence = gettext("These words do not stand in the body, word for word: “%s”")
            words = shortened(quote.said("text", language))
            yield Fault("quotes", sentence % words, quote, language.field("text"))


def chosen_quotes_gone(article: Article, language: Language) -> Iterator[Fault]:
    """Quotations that the text shows at a place of their own, and readers do not get there."""
    chosen = quotes_chosen_in(article.said("body", language))
    if not chosen:
        return
    there = {one.named: one for one in article.quotes.all()} if article.pk else {}
    for key in chosen:
        quote = there.get(key)
        if quote is None:
            sentence = gettext(
                "A quotation that the text shows is not among the quotations any more."
            )
            yield Fault(language.field("body"), sentence)
        elif not quote.said("text", language) or quote.speaker_id is None:
            sentence = gettext(
                "A quotation that the text shows has no words in this language, or no speaker."
            )
            yield Fault("quotes", sentence, quote, language.field("text"))


def quotes_of_nobody(article: Article, language: Language) -> Iterator[Fault]:
    """Quotations that stand in the body alone, since nobody has said whose they are."""
    for quote in article.quotes.all() if article.pk else ():
        if quote.speaker_id is None and quote.said("text", language):
            sentence = gettext("No speaker: it is not said whose words these are: “%s”")
            words = shortened(quote.said("text", language))
            yield Fault("quotes", sentence % words, quote, "speaker")


def links_nobody_can_follow(article: Article, language: Language) -> Iterator[Fault]:
    """Links by other protocols than those of the editor, and addresses that only work here.

    What is kept of a text has no address that no browser follows: its form knows what was typed.
    """
    typed = article.addresses_typed.get(language.code, {})
    for link in links(article.said("body", language)):
        if not leads_somewhere(link.address, LINK_PROTOCOLS):
            address = link.address or typed.get(link.words, "")
            sentence = gettext(
                "The link “%(words)s” leads nowhere: “%(address)s”. "
                "An address begins with one of these: %(protocols)s."
            )
            if not address:
                sentence = gettext(
                    "The link “%(words)s” leads nowhere: it has no address. "
                    "An address begins with one of these: %(protocols)s."
                )
            said = {
                "words": shortened(link.words),
                "address": shortened(address),
                "protocols": ", ".join(LINK_PROTOCOLS),
            }
            yield Fault(language.field("body"), sentence % said)


def embeds_of_no_site(article: Article, language: Language) -> Iterator[Fault]:
    """Videos and posts of sites that the newsroom does not let stand in its texts, or untitled."""
    for address, title in embedded(article.said("body", language)):
        try:
            embed_of(address)
        except NotEmbeddedError as refusal:
            yield Fault(language.field("body"), why_not(refusal))
            continue
        if not title:
            sentence = gettext("A video or a post in the text has no title: “%s”")
            yield Fault(language.field("body"), sentence % shortened(address))


# Its facts.


def pictures_in_text(article: Article, language: Language) -> list[Image]:
    """The pictures of the library in the text at hand, which may not be saved yet."""
    keys = pictures_in(article.said("body", language))
    return list(Image.objects.filter(pk__in=images_named(keys).values())) if keys else []


def pictures_not_described(article: Article, language: Language) -> Iterator[Fault]:
    picture = article.lead_image
    if picture and not picture.said("alt", language).strip():
        sentence = gettext("The lead image has no alternative text in this language: %s.")
        said = Language.active().name_of(language)
        yield Fault("lead_image", sentence % said, picture, language.field("alt"))
    for one in pictures_in_text(article, language):
        if not one.said("alt", language).strip():
            sentence = gettext("A picture in the text has no alternative text: “%s”")
            words = shortened(str(one))
            yield Fault(language.field("body"), sentence % words, one, language.field("alt"))
    for image in images(article.said("body", language)):
        if not image.alt.strip():
            sentence = gettext("A picture in the text has no alternative text: “%s”")
            yield Fault(language.field("body"), sentence % shortened(image.address))


def no_picture(article: Article, language: Language) -> Iterator[Fault]:
    """A report without a picture; what bodies say in their own name needs none."""
    if article.lead_image_id is None and article.kind not in article.FOR_THE_PRESS:
        yield Fault("lead_image", _("No picture is chosen: readers get it without one."))


def licence_ended(article: Article, language: Language) -> Iterator[Fault]:
    """A lead image that may not be shown on the day the text appears, or today."""
    appears, today = article.appears_at(language), timezone.localdate()
    day = max(today, timezone.localdate(appears) if appears else today)
    for one in pictures_in_text(article, language):
        if one.expires_on is not None and one.expires_on < day:
            sentence = gettext("The licence of a picture in the text has ended then: “%s”")
            yield Fault(language.field("body"), sentence % shortened(str(one)), one, "expires_on")
    picture = article.lead_image
    if picture is None or picture.expires_on is None:
        return
    if picture.expires_on < day:
        sentence = gettext(
            "The licence of the lead image ends on %s: choose another, or none."
        ) % Language.active().date(picture.expires_on)
        yield Fault("lead_image", sentence, picture, "expires_on")


def withdrawn_documents(article: Article, language: Language) -> Iterator[Fault]:
    """Documents that readers could not load, though the article names them."""
    for one in article.attachments.all() if article.pk else ():
        if one.document.is_withdrawn:
            sentence = gettext("The document “%s” was withdrawn: readers cannot load it.")
            yield Fault("attachments", sentence % shortened(str(one.document)))


def no_dateline(article: Article, language: Language) -> Iterator[Fault]:
    if article.dateline is None:
        yield Fault("dateline", _("It does not say where it is written from."))


def unclear_source(article: Article, language: Language) -> Iterator[Fault]:
    if article.source is None and not article.own_reporting:
        yield Fault("source", _("Name the source, or say that it is the newsroom’s own reporting."))
    if article.source is not None and article.own_reporting:
        yield Fault("own_reporting", _("It has a source, and is said to be own reporting."))


def unread_embargo(article: Article, language: Language) -> Iterator[Fault]:
    """The line of a text received that asks for an embargo, until somebody has looked at it."""
    if article.embargo_line:
        sentence = gettext(
            "The text received asks for an embargo: “%s”. Look at the end of the embargo, "
            "then empty this line."
        )
        yield Fault("embargo_line", sentence % shortened(article.embargo_line))


def under_embargo(article: Article, language: Language) -> Iterator[Fault]:
    until = article.embargoed_until
    if until and until > timezone.now():
        sentence = gettext("No reader sees it before its embargo ends: %(moment)s.")
        yield Fault("embargoed_until", sentence % {"moment": by_the_clock(until)})


# What it names.


def names_known_elsewhere(article: Article, language: Language) -> Iterator[Fault]:
    """What its page shows and calls by no name in this language: readers get another’s."""
    seen: set[tuple[Record, str]] = set()
    for place, record, name in names_shown(article, language):
        other = next((one for one in language.others if record.said(name, one)), None)
        if other is None or record.said(name, language) or (record, name) in seen:
            continue
        seen.add((record, name))
        sentence = gettext("%(what)s: “%(words)s” is known in one language only: %(language)s.")
        said = {
            "what": what_it_is(record, name),
            "words": shortened(record.said(name, other)),
            "language": Language.active().name_of(other),
        }
        yield Fault(place, sentence % said, record, language.field(name))


def what_it_is(record: Record, name: str) -> str:
    """« Intervenant », of a name; « Crédit », of what else a record says."""
    if name == record.title_field:
        return str(capfirst(record._meta.verbose_name))
    column: Any = record._meta.get_field(name)
    return str(capfirst(column.verbose_name))


def names_shown(article: Article, language: Language) -> Iterator[tuple[str, Record, str]]:
    """Whom and what the page of an article names: at which of its fields, and by which field."""
    event = article.event
    records = [
        ("event", event),
        ("event", event and event.place),
        ("event", event and event.parent),
        ("dateline", article.dateline),
        ("source", article.source),
    ]
    yield from ((place, one, "name") for place, one in records if one)
    if article.lead_image:
        yield "lead_image", article.lead_image, "credit"
    if article.pk is None:
        return
    quotes = [one for one in article.quotes.all() if one.said("text", language)]
    for quote in quotes:
        if quote.speaker:
            yield "quotes", quote.speaker, "name"
        yield "quotes", quote, "position"
    for one in article.attachments.all():
        yield "attachments", one.document, "title"
    for mention in article.mentions.all():
        yield "mentions", mention.speaker or mention.organization, "name"
    for tagged in article.tagged.all():
        yield "tagged", tagged.tag, "name"
