"""What has to be answered before a text becomes a draft: silence is no answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.library.names import name_for
from articles.languages import Language
from articles.models import Article, ReceivedText, SenderNotice, User
from articles.text.extraction.cancellations import cancels, titles_named
from articles.text.extraction.embargoes import names_zone
from articles.wire.copy import WireCopy
from articles.wire.versions import EarlierVersion

from .choices import NONE
from .first_form import FormValues
from .other_language import OtherLanguage
from .updating import may_update

BELOW = "below"
ANEW, UPDATE, PART, ONE, BESIDE = "anew", "update", "part", "one", "beside"
MOST_NAMED = 5
OWN, LATER, NO_EMBARGO = "own", "later", "no embargo"


@dataclass
class OpenQuestion:
    """One thing that is asked, with its answers."""

    key: str
    words: str
    answers: list[tuple[str, str]]
    details: list[str] = field(default_factory=list)
    fills: Callable[[FormValues], bool] | None = None
    """Whether the fields hold what the answer “below” says they do."""
    answer: str = ""
    error: str = ""
    link: int | None = None
    """The article that it is about."""

    @property
    def name(self) -> str:
        return f"q-{self.key}"

    @property
    def field(self) -> str:
        """The field that “below” speaks of."""
        return {"embargo": "id_embargoed_until", "source": "id_source", "date": "id_published_on"}[
            self.key
        ]


def questions(
    copy: WireCopy,
    before: EarlierVersion | None,
    items: list[str],
    user: User,
    received: ReceivedText,
    *,
    notices: Sequence[SenderNotice] = (),
    known_elsewhere: Sequence[str] = (),
    other: OtherLanguage | None = None,
) -> Iterator[OpenQuestion]:
    """The questions that a text gives rise to, and what its sender has said of it since."""
    if against := [one for one in notices if one.is_against_use]:
        yield of_sender(against)
    if line := cancels(copy.text):
        yield of_cancellation(line, copy, user)
    if copy.embargo_line:
        yield of_embargo(copy)
    yield from of_article(before, other, copy, user)
    if len(items) > 1:
        yield OpenQuestion(
            "items",
            _("There seem to be several texts in it: %d.") % len(items),
            [(PART, _("Part it: each text has a page of its own")), (ONE, _("It is one article"))],
            [one.strip().split("\n", 1)[0][:120] for one in items],
        )
    if known_elsewhere:
        yield of_names(known_elsewhere)
    if not copy.source_name and not copy.source_url:
        yield of_source(received)
    # The day on which a mail was sent is in the field: a text is of that day.
    if copy.published_on is None and received.sent_on is None:
        yield OpenQuestion(
            "date",
            _("The text does not say of which day it is."),
            [(BELOW, _("The day is in its field below")), (LATER, _("It has no day"))],
            [],
            lambda typed: bool(typed.get("published_on")),
        )


def of_embargo(copy: WireCopy) -> OpenQuestion:
    return OpenQuestion(
        "embargo",
        _("The text is under embargo: until when?"),
        [
            (BELOW, _("Until the moment in the field “embargoed until”")),
            (NO_EMBARGO, _("There is no embargo on it")),
        ],
        [*said_of_embargo(copy)],
        lambda typed: bool(typed.get("embargoed_until")),
    )


def of_source(received: ReceivedText) -> OpenQuestion:
    return OpenQuestion(
        "source",
        _("The text does not say where it is from."),
        [
            (BELOW, _("The source is in its field below")),
            (OWN, _("It is the newsroom’s own reporting")),
            (LATER, _("The source is named later, in the draft")),
        ],
        [_("It was sent by: %(sender)s") % {"sender": received.sender}] if received.sender else [],
        lambda typed: bool(typed.get("source")) and typed.get("source_use") != NONE,
    )


def of_article(
    before: EarlierVersion | None, other: OtherLanguage | None, copy: WireCopy, user: User
) -> Iterator[OpenQuestion]:
    """What is asked of a text that has to do with an article here, or with one that is not."""
    if before:
        yield of_version(before, copy.language, user)
    elif other:
        yield of_other_language(other, copy.language, user)
    elif copy.correction:
        yield OpenQuestion(
            "correction",
            _("It says that it corrects an earlier text; none like it is here."),
            [(ANEW, _("Make a draft of it all the same"))],
            [copy.correction],
        )


def said_of_embargo(copy: WireCopy) -> Iterator[str]:
    """Each line that asks for an embargo with when it ends; of several, which one counts."""
    lines = [line for line, _until in copy.embargoes]
    if not lines or copy.embargo_line != " · ".join(lines):
        # One, or what the sender says by machine beside it.
        yield from (copy.embargo_line, hour_of(copy.embargo_line, copy.embargoed_until))
        return
    for line, until in copy.embargoes:
        yield from (line, hour_of(line, until))
    if copy.embargoed_until:
        yield _("It says so several times: the last moment is in the field.")
    else:
        yield _("It says so several times, not each for sure: choose the moment.")


def hour_of(line: str, until: datetime | None) -> str:
    """When an embargo ends by the newsroom's clock, and by whose clock the text says so."""
    if until is None:
        return _("When it ends could not be read for sure.")
    here = timezone.localtime(until)
    spoken = Language.active()
    moment = spoken.comma.join([spoken.date(here.date()), spoken.time(here)])
    values = {"moment": moment, "zone": timezone.get_default_timezone_name()}
    if names_zone(line):
        return _("By the newsroom’s clock (%(zone)s) that is %(moment)s.") % values
    return _("It names no time zone: read by the newsroom’s clock (%(zone)s), %(moment)s.") % values


def of_sender(against: list[SenderNotice]) -> OpenQuestion:
    """What is asked of a text that its sender does not want used any more."""
    words = [one.words for one in against if one.words]
    return OpenQuestion("sender", str(against[-1]), [(ANEW, _("It is used all the same"))], words)


def of_cancellation(line: str, copy: WireCopy, user: User) -> OpenQuestion:
    """What is asked of a text that takes another back, with those here that it may speak of."""
    column = Language.get(copy.language).field("headline")
    named = Q(*[(f"{column}__iexact", one) for one in titles_named(copy.text)], _connector=Q.OR)
    articles = list(Article.objects.for_desk(user).filter(named).order_by("-pk")[:MOST_NAMED])
    told = [
        _("Article %(number)s, “%(headline)s”: %(state)s.")
        % {
            "number": one.pk,
            "headline": name_for(user, one),
            "state": one.phase_in(copy.language).label,
        }
        for one in articles
    ]
    return OpenQuestion(
        "cancels",
        _("It takes an earlier text back, and is no news: withdraw that one, and drop this."),
        [(ANEW, _("Make a draft of it all the same"))],
        [line, *told],
        link=articles[0].pk if articles else None,
    )


def of_names(known_elsewhere: Sequence[str]) -> OpenQuestion:
    """What is asked of names that another script may have: nothing is merged unasked."""
    return OpenQuestion(
        "same",
        _("Names that may be records which another script has here already: choose those below."),
        [(ANEW, _("The others are new, and are made"))],
        [*known_elsewhere],
    )


def of_version(before: EarlierVersion, language: str, user: User) -> OpenQuestion:
    article = before.article
    names = {"number": article.pk, "headline": name_for(user, article)}
    is_open = article.is_open_to(user)
    said = (
        _("The same text is here already, as article %(number)s, “%(headline)s”.")
        if before.is_same
        else _("It is another version of article %(number)s, “%(headline)s”.")
    )
    answers = [(ANEW, _("Make a draft of its own of it; notes tell of the other"))]
    if not before.is_same and may_update(article, language, user):
        told = (
            _("Update article %(number)s with it, in a working copy where you look at the changes")
            if article.is_live_somewhere
            else _("Update article %(number)s with it; its history keeps what it said")
        )
        answers.insert(0, (UPDATE, told % names))
    return OpenQuestion(
        "version",
        said % names,
        answers,
        before.differences if is_open else [],
        link=article.pk if article.may_be_seen_by(user) else None,
    )


def of_other_language(other: OtherLanguage, language: str, user: User) -> OpenQuestion:
    """What is asked of a text that may be an article's other language, with why."""
    article = other.article
    names = {
        "number": article.pk,
        "headline": name_for(user, article),
        "language": Language.active().name_of(Language.get(language)),
    }
    told = (
        _(
            "Put it into article %(number)s, as its text (%(language)s): readers have it once it "
            "is published"
        )
        if article.is_live_somewhere
        else _("Put it into article %(number)s, as its text (%(language)s)")
    )
    return OpenQuestion(
        "other",
        _(
            "It may say in another language (%(language)s) what article %(number)s says, "
            "“%(headline)s”."
        )
        % names,
        [(BESIDE, told % names), (ANEW, _("Make a draft of its own of it"))],
        other.reasons,
        link=article.pk,
    )


def answered_questions(asked: list[OpenQuestion], typed: FormValues) -> list[OpenQuestion]:
    """The questions with what was answered."""
    for one in asked:
        said = typed.get(one.name, "")
        one.answer = said if said in dict(one.answers) else ""
    return asked


def unanswered(asked: list[OpenQuestion], typed: FormValues) -> bool:
    """Whether any is still to be answered; each says so itself."""
    for one in asked:
        if not one.answer:
            one.error = _("Answer this before the draft is saved.")
        elif one.answer == BELOW and one.fills and not one.fills(typed):
            one.error = _("Its field below is empty.")
    return any(one.error for one in asked)


def answer_to(asked: list[OpenQuestion], key: str) -> Any:
    return next((one.answer for one in asked if one.key == key), "")
