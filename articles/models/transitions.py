"""How an article goes from state to state, by the table of moves, one language at a time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .checks import BLOCKING, PROMISED, Finding, by_field, findings, with_rows
from .phases import Phase, Status, Timetable
from .rights import ArticleRights
from .workflow import MOVES, Condition, Move, Transition

if TYPE_CHECKING:
    from .articles import Article
    from .users import User


class WorkflowMixin(ArticleRights):
    addresses_taken: frozenset[tuple[str, str]] | None = None
    """Which of its addresses others have, where that was asked for once for all its checks."""

    class Meta:
        abstract = True

    def publish(
        self: Article,
        language: Language | str,
        *,
        by: User,
        at: datetime | None = None,
        note: str = "",
        made_at: datetime | None = None,
    ) -> Transition:
        """Put one language before the readers, from a moment on: now, or its ``published_at``.

        What they have had before comes back with a new date, now or to come; its first one
        is kept. A program that brings in what was done elsewhere says when, as ``made_at``.

        Raises:
            PermissionDenied: ``by`` has no right to.
            ValidationError: something a published article needs is missing.
        """
        return self.move(language, Status.PUBLISHED, by=by, at=at, note=note, made_at=made_at)

    def withdraw(self: Article, language: Language | str, *, by: User, note: str) -> Transition:
        """Take one language away from the readers, and say why; raises like ``publish``."""
        return self.move(language, Status.WITHDRAWN, by=by, note=note)

    def moves(self: Article, language: Language | str, *, by: User) -> dict[Status, Move]:
        """What this person may do with one language now: the state it leads to, and the move."""
        if self.working_copy_of_id:
            return {}
        language = Language.get(language)
        phase = self.phase_in(language)
        return {
            Status(to): move
            for (start, to), move in MOVES.items()
            if start == phase and self._may_make(move, language, by)
        }

    def label_of(self: Article, move: Move, language: Language | str) -> str:
        """What a button for a move says: whether it publishes, or schedules, by the dates."""
        language = Language.get(language)
        is_later = bool(move.later) and self.next_appearance(language) > timezone.now()
        return str(move.later if is_later else move.label)

    def next_appearance(
        self: Article, language: Language, date: datetime | None = None
    ) -> datetime:
        """When readers would have a language, were it published now."""
        date = date or self.date_to_publish(language, is_new=not self.was_read_in(language))
        return max(date, self.embargoed_until or date)

    def date_to_publish(
        self: Article, language: Language, at: datetime | None = None, *, is_new: bool
    ) -> datetime:
        """The date that publishing gives a language: the one it has, if that is to come, or now.

        On a date that is past no reader had what is new. A program that brings an archive in
        says it in so many words, as ``at``.
        """
        if at and is_new:
            return at
        now, wished = timezone.now(), at or self.published_at_in(language)
        return wished if wished and wished > now else now

    def move(
        self: Article,
        language: Language | str,
        to: Status | str,
        *,
        by: User,
        at: datetime | None = None,
        note: str = "",
        made_at: datetime | None = None,
    ) -> Transition:
        """Change the state of one language, by the table of moves, and record who did it.

        Raises:
            PermissionDenied: ``by`` has no right to.
            ValidationError: there is no such move, or something is missing for it.
        """
        if self.working_copy_of_id:
            raise ValidationError(_("This is a working copy: publish its changes."))
        language, to = Language.get(language), Status(to)
        with transaction.atomic():
            stored = type(self).objects.select_for_update().get(pk=self.pk)
            start = stored.phase_in(language)
            stored.refuse_move(language, to, by=by, note=note)
            dates = self._dates_of_move(language, to, at, stored)
            changed = {language.field("status"): to, **dates}
            before = {name: getattr(self, name) for name in changed}
            try:
                self._set(changed)
                if missing := self.missing_for(language, start, to):
                    raise ValidationError(missing)
                self._save_state(language, [*changed])
            except ValidationError:
                self._set(before)
                raise
            if to == Status.PUBLISHED:
                self.keep_what_readers_get(language)
            return self._note_move(language, start, by=by, note=note, made_at=made_at)

    def withdraw_at(
        self: Article,
        language: Language | str,
        until: datetime | None,
        *,
        by: User,
        note: str,
    ) -> Transition:
        """Say until when readers have one language, and why: with ``None`` they keep it.

        A moment that has passed withdraws it now.

        Raises:
            PermissionDenied: ``by`` has no right to.
            ValidationError: readers do not have it, or nobody said why.
        """
        language = Language.get(language)
        if until is not None and until <= timezone.now():
            return self.withdraw(language, by=by, note=note)
        with transaction.atomic():
            stored = type(self).objects.select_for_update().get(pk=self.pk)
            stored.refuse_move(language, Status.WITHDRAWN, by=by, note=note)
            column = language.field("live_until")
            setattr(self, column, until)
            self.save(update_fields=[column], by_move=True)
            return self.transitions.create(
                language=language.code,
                from_status=Phase.PUBLISHED,
                to_status=Phase.EXPIRED if until else Phase.PUBLISHED,
                effective_at=until,
                made_by=by,
                note=note,
            )

    def note_new_dates(self: Article, before: Article, *, by: User) -> list[Transition]:
        """Put on record what other dates made of texts that are published and no reader had."""
        made = []
        for language in Language.all():
            was, now = before.state_in(language), self.state_in(language)
            if before.timetable_in(language).waits() and now != was:
                made.append(self._note_move(language, was.phase, by=by, note=""))
        return made

    def _note_move(
        self: Article,
        language: Language,
        start: Phase,
        *,
        by: User,
        note: str,
        made_at: datetime | None = None,
    ) -> Transition:
        now = self.state_in(language)
        waits = now.phase in {Phase.SCHEDULED, Phase.EMBARGOED}
        return self.transitions.create(
            language=language.code,
            from_status=start,
            to_status=now.phase,
            effective_at=now.moment if waits else None,
            made_by=by,
            made_at=made_at or timezone.now(),
            note=note,
        )

    def _dates_of_move(
        self: Article, language: Language, to: Status, at: datetime | None, stored: Article
    ) -> dict[str, datetime | None]:
        """The dates that a move gives, by column.

        What is taken from its readers, or comes back to them, keeps the day on which they first
        had it; what comes back gets a new date, and loses an end that has passed. What is taken off
        the schedule has no date that passed.
        """
        dates: dict[str, datetime | None] = {}
        was_read = stored.was_read_in(language)
        if was_read:
            first = stored.first_published_at_in(language) or stored.appears_at(language)
            dates[language.field("first_published_at")] = first
        if to == Status.PUBLISHED:
            date = self.date_to_publish(language, at, is_new=not was_read)
            until = self.live_until_in(language)
            if was_read and until and until <= self.next_appearance(language, date):
                dates[language.field("live_until")] = until = None
            times = Timetable(to, date, self.embargoed_until, until)
            by_embargo = times.dated_by_embargo(None, timezone.now())
            dates[language.field("published_at")] = by_embargo.published_at
        elif stored.phase_in(language) == Phase.EMBARGOED:
            # A date that passed while it waited is none on which anybody had it, nor is the
            # end of its embargo.
            waited = stored.published_at_in(language)
            if waited and (waited <= timezone.now() or waited == stored.embargoed_until):
                dates[language.field("published_at")] = None
        return dates

    def _set(self: Article, values: dict[str, Any]) -> None:
        for name, value in values.items():
            setattr(self, name, value)

    def refuse_move(self: Article, language: Language, to: Status, *, by: User, note: str) -> None:
        """Raise what ``move`` does where a move is not to be made, whatever the text says."""
        start = self.phase_in(language)
        move = MOVES.get((start, to))
        if move is None:
            raise ValidationError(
                _("This text is “%(start)s”; it cannot become “%(to)s”."),
                params={"start": start.label, "to": to.label},
            )
        if not self._may_make(move, language, by):
            raise PermissionDenied(gettext("You may not do this: %s.") % move.label)
        if move.reason and not note.strip():
            raise ValidationError(_("Say why: the others will read it."), code="reason")

    def missing_for(
        self: Article, language: Language, start: Phase, to: Status
    ) -> dict[str, list[Any]]:
        """What this move still asks of the text: sentences, by the field they are about."""
        move = MOVES.get((start, to))
        if move and move.condition == Condition.COMPLETE:
            return self.obstacles(language)
        if move and move.condition == Condition.TITLED and not self.said("headline", language):
            return {language.field("headline"): [_("A text for review needs a headline.")]}
        return {}

    def _may_make(self: Article, move: Move, language: Language, by: User) -> bool:
        return by.has_perm(move.permission) and self.may_edit(by, language)

    def _save_state(self: Article, language: Language, columns: list[str]) -> None:
        try:
            with transaction.atomic():
                self.save(update_fields=[*columns, language.field("slug")], by_move=True)
        except IntegrityError:
            # Somebody took the slug, or emptied a field, since the article was read.
            stored = type(self).objects.get(pk=self.pk)
            setattr(stored, language.field("slug"), self.said("slug", language))
            raise ValidationError(self.obstacles(language) | stored.obstacles(language)) from None

    def findings(self: Article, language: Language) -> list[Finding]:
        """What the checks have to say of one language: what blocks it, and what warns."""
        return findings(with_rows(self), language)

    def gaps(self: Article, language: Language) -> dict[str, list[Any]]:
        """What keeps readers from having one language: sentences, by the field they are about."""
        return by_field(findings(self, language, BLOCKING))

    def obstacles(self: Article, language: Language) -> dict[str, list[Any]]:
        """What keeps one language from being published: the gaps, but the date it will be given."""
        found = self.gaps(language)
        found.pop(language.field("published_at"), None)
        return found

    def promises_broken(self: Article, language: Language) -> dict[str, list[Any]]:
        """The gaps with which the database would refuse a published text."""
        return by_field(findings(self, language, PROMISED))

    def refuse_gaps(self: Article) -> None:
        """Let no published language be without what readers must have.

        Raises:
            ValidationError: by field.
        """
        wrong: dict[str, list[Any]] = {}
        for language in Language.all():
            if self.status_in(language) == Status.PUBLISHED:
                wrong |= self.gaps(language)
        if wrong:
            raise ValidationError(wrong)
