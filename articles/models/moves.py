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

from .checks import BLOCKING, PROMISED, Finding, by_field, findings
from .publication import MOVES, Condition, Move, Status, Transition
from .rights import Guarded

if TYPE_CHECKING:
    from .articles import Article
    from .users import User


class Movable(Guarded):
    class Meta:
        abstract = True

    def publish(
        self: Article,
        language: Language | str,
        *,
        by: User,
        at: datetime | None = None,
        note: str = "",
    ) -> Transition:
        """Put one language before the readers, from a moment on: now, or its ``published_at``.

        Raises:
            PermissionDenied: ``by`` has no right to.
            ValidationError: something a published article needs is missing.
        """
        return self.move(language, Status.PUBLISHED, by=by, at=at, note=note)

    def withdraw(self: Article, language: Language | str, *, by: User, note: str) -> Transition:
        """Take one language away from the readers, and say why; raises like ``publish``."""
        return self.move(language, Status.WITHDRAWN, by=by, note=note)

    def moves(self: Article, language: Language | str, *, by: User) -> dict[Status, Move]:
        """What this person may do with one language now: the state it leads to, and the move."""
        if self.working_copy_of_id:
            return {}
        language = Language.get(language)
        status = self.status_in(language)
        return {
            Status(to): move
            for (start, to), move in MOVES.items()
            if start == status
            and self._may_make(move, language, by)
            and self._is_time_for(move, language)
        }

    def move(
        self: Article,
        language: Language | str,
        to: Status | str,
        *,
        by: User,
        at: datetime | None = None,
        note: str = "",
    ) -> Transition:
        """Change the state of one language, by the table of moves, and record who did it.

        Raises:
            PermissionDenied: ``by`` has no right to.
            ValidationError: there is no such move, or something is missing for it.
        """
        if self.working_copy_of_id:
            raise ValidationError(_("This is a working copy: publish its changes."))
        language, to = Language.get(language), Status(to)
        status, published_at = language.field("status"), language.field("published_at")
        with transaction.atomic():
            now = type(self).objects.select_for_update().get(pk=self.pk)
            start = now.status_in(language)
            now.refuse_move(language, to, by=by, note=note)
            if to == Status.PUBLISHED:
                moment = at or self.published_at_in(language) or timezone.now()
                setattr(self, published_at, moment)
            if missing := self.missing_for(language, start, to):
                raise ValidationError(missing)
            setattr(self, status, to)
            try:
                self._save_state(language)
            except ValidationError:
                setattr(self, status, start)
                raise
            return self.transitions.create(
                language=language.code, from_status=start, to_status=to, made_by=by, note=note
            )

    def refuse_move(self: Article, language: Language, to: Status, *, by: User, note: str) -> None:
        """Raise what ``move`` does where a move is not to be made, whatever the text says."""
        start = self.status_in(language)
        move = MOVES.get((start, to))
        if move is None:
            raise ValidationError(
                _("This text is “%(start)s”; it cannot become “%(to)s”."),
                params={"start": start.label, "to": to.label},
            )
        if not self._may_make(move, language, by):
            raise PermissionDenied(gettext("You may not do this: %s.") % move.label)
        if not self._is_time_for(move, language):
            raise ValidationError(_("The moment for this has passed, or has not come yet."))
        if move.reason and not note.strip():
            raise ValidationError(_("Say why: the others will read it."), code="reason")

    def missing_for(
        self: Article, language: Language, start: Status, to: Status
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

    def _is_time_for(self: Article, move: Move, language: Language) -> bool:
        """Whether readers see it, or do not, as the move supposes."""
        if move.condition in {Condition.SEEN, Condition.UNSEEN}:
            return self.is_live(language) == (move.condition == Condition.SEEN)
        return True

    def _save_state(self: Article, language: Language) -> None:
        columns = [language.field(name) for name in ("status", "published_at", "slug")]
        try:
            with transaction.atomic():
                self.save(update_fields=columns)
        except IntegrityError:
            # Somebody took the slug, or emptied a field, since the article was read.
            stored = type(self).objects.get(pk=self.pk)
            setattr(stored, language.field("slug"), self.said("slug", language))
            raise ValidationError(self.obstacles(language) | stored.obstacles(language)) from None

    def findings(self: Article, language: Language) -> list[Finding]:
        """What the checks have to say of one language: what blocks it, and what warns."""
        return findings(self, language)

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
