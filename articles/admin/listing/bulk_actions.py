"""What is done with many articles at once: each act says of each text what would become of it.

An act is asked twice by the same rules: for the page that says what will happen, and under a lock
when it is done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.contrib.admin.models import DELETION, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.deleted_meanwhile import GoneError
from articles.desk.editing import history, working_copies
from articles.desk.refusals import sentences_of
from articles.desk.translation.assignments import (
    AS_IT_IS,
    assign,
    may_assign,
    may_take,
    people,
    require,
    task,
)
from articles.languages import Language
from articles.models import Article, Phase, Status, Topic, TopicOfArticle, User
from articles.models.permissions import (
    CHANGE_ARTICLE,
    DELETE_ARTICLE,
    PUBLISH_ARTICLE,
)
from articles.models.phases import by_the_clock
from articles.models.workflow import MOVES
from articles.text.typography.direction import END, ISOLATE

from ..editing.history import delete_article
from ..refused_deletions import not_theirs, readers_have_it

type Cell = tuple[int, Language | None]
"""The key of an article and one of its languages; no language, where all of it is meant."""

type BulkValues = dict[str, Any]
"""What the form of an act says: the reason, whose task it is, which topic."""


@dataclass(frozen=True)
class TextOutcome:
    """What would become of one text, or of a whole article, or why nothing would."""

    article: Article
    language: Language | None
    sentence: str = ""
    refused: list[str] = field(default_factory=list)
    is_ticked: bool = True
    why_not_ticked: str = ""

    @property
    def goes(self) -> bool:
        return not self.refused

    @property
    def name(self) -> str:
        return f"{self.article.pk}:{self.language or ''}"


class Act:
    """One thing that may be done with many articles."""

    name: str
    label: Promise | str
    """In the list of what may be done."""
    done: Promise | str
    """Said of how many it was done to: « %(count)d »."""
    asks: tuple[str, ...] = ()
    """The fields of its form (``TogetherForm``)."""
    takes_away = False

    def is_offered_to(self, user: User) -> bool:
        raise NotImplementedError

    def outcomes(self, article: Article, user: User) -> Iterator[TextOutcome]:
        raise NotImplementedError

    def do(self, article: Article, language: Language | None, user: User, said: BulkValues) -> None:
        """Do it to one, which is locked.

        Raises:
            PermissionDenied: they may not.
            ValidationError: it is not to be done as it stands now.
        """
        raise NotImplementedError

    def finish(self, user: User, said: BulkValues) -> None:
        """What is done once, after all of them."""


class MoveAct(Act):
    """A move of the table, made with each text that it may be made with."""

    def __init__(
        self,
        to: Status,
        label: Promise | str,
        permission: str,
        *,
        ticks: set[Phase],
        asks: tuple[str, ...] = (),
    ) -> None:
        self.to, self.label, self.permission, self.ticks = to, label, permission, ticks
        self.name, self.asks = f"move_{to}", asks
        self.done = gettext_lazy("Done: %(count)d texts.")

    def is_offered_to(self, user: User) -> bool:
        return user.has_perm(self.permission)

    def outcomes(self, article: Article, user: User) -> Iterator[TextOutcome]:
        for language in Language.active().then_others:
            refused = refusals_of_move(article, language, self.to, user)
            phase = article.phase_in(language)
            sentence = "" if refused else self.sentence(article, language)
            is_ticked = phase in self.ticks
            why = "" if is_ticked or refused else not_awaited(phase)
            yield TextOutcome(article, language, sentence, refused, is_ticked, why)

    def sentence(self, article: Article, language: Language) -> str:
        if self.to != Status.PUBLISHED:
            return _("It becomes “%(to)s”.") % {"to": self.to.label}
        move = MOVES[article.phase_in(language), self.to]
        if article.label_of(move, language) == str(move.label):
            return _("Readers get it now.")
        moment = by_the_clock(article.next_appearance(language))
        return _("Readers will see it on %(moment)s.") % {"moment": moment}

    def do(self, article: Article, language: Language | None, user: User, said: BulkValues) -> None:
        if language is not None:
            article.move(language, self.to, by=user, note=said.get("reason", ""))


def not_awaited(phase: Phase) -> str:
    """Why a text is not ticked that somebody chose: the step before it was not made."""
    return _("Not ticked, because it is “%(state)s”: tick it if you mean it.") % {
        "state": phase.label
    }


def refusals_of_move(article: Article, language: Language, to: Status, user: User) -> list[str]:
    """Why a move cannot be made with a text; nothing, where it can."""
    phase = article.phase_in(language)
    if not article.said("headline", language) and phase == Phase.DRAFT:
        return [_("There is no text in this language yet.")]
    if phase == to or (to == Status.PUBLISHED and phase in {Phase.SCHEDULED, Phase.EMBARGOED}):
        return [capfirst(article.state_in(language).label)]
    try:
        article.refuse_move(language, to, by=user, note="-")
        if missing := article.missing_for(language, phase, to):
            raise ValidationError(missing)
    except ValidationError as refusal:
        return sentences_of(refusal)
    except PermissionDenied as refusal:
        return [str(refusal)]
    return []


class AssignAct(Act):
    """Translations given to somebody, in one mail."""

    name = "assign"
    label = gettext_lazy("Assign the translations…")
    done = gettext_lazy("Assigned: %(count)d translations.")
    asks = ("to", "due_at")

    def is_offered_to(self, user: User) -> bool:
        return may_assign(user)

    def outcomes(self, article: Article, user: User) -> Iterator[TextOutcome]:
        for language in Language.active().then_others:
            found = article.translation_into(language)
            if found is None:
                why = _("No translation: it is the original, or there is nothing to translate.")
                yield TextOutcome(article, language, refused=[why])
                continue
            sentence = _("It is nobody’s now.")
            if whose := found.assignee:
                sentence = _("It is %(person)s’s now.") % {"person": whose}
            writers = [one for one in may_be_given(user) if one.may_write(language)]
            able = [one for one in writers if may_take(article, language, one)]
            if len(able) < len(writers):
                sentence = who_alone(article, language, able)
            refused = [] if able else [sentence]
            is_ticked = len(able) == len(writers) and whose is None
            yield TextOutcome(article, language, sentence, refused, is_ticked)

    def do(self, article: Article, language: Language | None, user: User, said: BulkValues) -> None:
        if language is None:
            return
        to, due_at = said.get("to"), said.get("due_at") or AS_IT_IS
        require(task(article, language), user, to, due_at)
        said.setdefault("cells", []).append((article, language))

    def finish(self, user: User, said: BulkValues) -> None:
        if cells := said.get("cells"):
            assign(cells, by=user, to=said["to"], due_at=said.get("due_at") or AS_IT_IS)


def may_be_given(user: User) -> list[User]:
    """Those who translate, asked for once by each request."""
    found: list[User] | None = user.__dict__.get("_may_be_given")
    if found is None:
        found = user.__dict__["_may_be_given"] = people(Language.all())
    return found


def who_alone(article: Article, language: Language, able: list[User]) -> str:
    """Why not everybody who translates may be given a text, and who may."""
    state = article.state_in(language).phase.label
    if not able:
        return _("As it stands now (%(state)s), nobody who translates may write it.") % {
            "state": state
        }
    names = Language.active().listed(f"{ISOLATE}{one}{END}" for one in able)
    return _("As it stands now (%(state)s), it can be given only to: %(people)s.") % {
        "state": state,
        "people": names,
    }


class TagAct(Act):
    """A topic given to each article; what readers have gets it at once, by who may publish."""

    name = "tag"
    label = gettext_lazy("Add a topic…")
    done = gettext_lazy("Tagged: %(count)d articles.")
    asks = ("topic",)

    def is_offered_to(self, user: User) -> bool:
        return user.has_perm(CHANGE_ARTICLE)

    def outcomes(self, article: Article, user: User) -> Iterator[TextOutcome]:
        sentence = _("Readers see it on its page.") if article.is_live_somewhere else ""
        refused = refusals_of_tag(article, user)
        yield TextOutcome(article, None, sentence or _("It gets the topic."), refused)

    def do(self, article: Article, language: Language | None, user: User, said: BulkValues) -> None:
        if refused := refusals_of_tag(article, user):
            raise ValidationError(refused)
        topic, note = said["topic"], _("Topic added: %(topic)s") % {"topic": said["topic"]}
        if article.is_live_somewhere:
            copy = working_copies.open_copy(article, by=user)
            give_topic(copy, topic, user, note)
            working_copies.publish(copy, by=user, note=note)
        else:
            history.catch_up(article)
            give_topic(article, topic, user, note)


def refusals_of_tag(article: Article, user: User) -> list[str]:
    if not article.may_edit_facts(user):
        return [_("You may not change this article as it stands.")]
    if not article.is_live_somewhere:
        return []
    if not user.has_perm(PUBLISH_ARTICLE):
        return [_("Readers have it: who may publish gives it a topic.")]
    if getattr(article, "working_copy", None) is not None:
        return [_("Changes wait in its working copy: add the topic there.")]
    return []


def give_topic(article: Article, topic: Topic, by: User, note: str) -> None:
    TopicOfArticle.objects.get_or_create(content_object=article, tag=topic)
    article.save(update_fields=["version"])
    history.keep_if_changed(article, by=by, note=note)


class DeleteAct(Act):
    """Articles deleted, that readers do not have."""

    name = "delete_selected"
    label = gettext_lazy("Delete…")
    done = gettext_lazy("Deleted: %(count)d articles.")
    takes_away = True

    def is_offered_to(self, user: User) -> bool:
        return user.has_perm(DELETE_ARTICLE)

    def outcomes(self, article: Article, user: User) -> Iterator[TextOutcome]:
        refused = []
        if not article.may_be_deleted_by(user):
            refused = [readers_have_it(article) if article.is_live_somewhere else not_theirs()]
        yield TextOutcome(article, None, _("It is deleted; it can be brought back."), refused)

    def do(self, article: Article, language: Language | None, user: User, said: BulkValues) -> None:
        def delete() -> None:
            LogEntry.objects.log_actions(user.pk, [article], DELETION)
            article.delete()

        delete_article(article, user, delete)


ACTS: dict[str, Act] = {
    act.name: act
    for act in (
        MoveAct(
            Status.IN_REVIEW,
            gettext_lazy("Submit for review…"),
            CHANGE_ARTICLE,
            ticks={Phase.DRAFT},
        ),
        MoveAct(
            Status.READY,
            gettext_lazy("Mark as ready…"),
            PUBLISH_ARTICLE,
            ticks={Phase.IN_REVIEW},
        ),
        MoveAct(
            Status.PUBLISHED,
            gettext_lazy("Publish or schedule…"),
            PUBLISH_ARTICLE,
            ticks={Phase.READY, Phase.IN_REVIEW},
        ),
        MoveAct(
            Status.DRAFT,
            gettext_lazy("Send back…"),
            PUBLISH_ARTICLE,
            ticks={Phase.READY, Phase.IN_REVIEW},
            asks=("reason",),
        ),
        AssignAct(),
        TagAct(),
        DeleteAct(),
    )
}
"""By name, in the order of the list."""


def attempt(act: Act, cell: Cell, user: User, said: BulkValues, seen: str) -> str:
    """Do an act to one text; the sentence says why it was not done, and is empty where it was.

    Args:
        seen: the article as the page showed it; nothing, where no page was shown.
    """
    key, language = cell
    try:
        with transaction.atomic():
            article = history.locked(key)
            if not article.is_open_to(user):
                raise PermissionDenied
            if seen and seen != seen_as(article):
                raise ValidationError(_("It was changed since the page said what would happen."))
            if language not in {one.language for one in act.outcomes(article, user)}:
                # A form that no page of ours has sent.
                raise ValidationError(_("It was changed since the page said what would happen."))
            act.do(article, language, user, said)
    except GoneError:
        return _("It is not there any more.")
    except PermissionDenied as refusal:
        return str(refusal) or _("It is not yours to change.")
    except ValidationError as refusal:
        return " ".join(sentences_of(refusal))
    return ""


def seen_as(article: Article) -> str:
    """An article as a page showed it: it changes with each save and each state."""
    phases = "".join(article.phase_in(one) for one in Language.all())
    return f"{article.pk}.{article.version}.{article.updated_at.timestamp()}.{phases}"
