"""A record taken off what uses it, or replaced there by another: by right, and on record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.desk.editing import history
from articles.desk.editing.snapshots import snapshot
from articles.desk.publication.corrections import (
    NOTHING_TOLD,
    CorrectionAnswers,
    settle_corrections,
)
from articles.desk.publication.owed_corrections import languages_owed, readers_of
from articles.languages import Language
from articles.models import Affiliation, Article, Mention, Quote, Status, User
from articles.models.permissions import permission_to
from articles.text.typography.direction import END, ISOLATE

from . import record_history
from .uses import Use, by_owner, is_kept_as_record, uses_of
from .values import locked, locked_in_row

type Change = Callable[[Use], None]


def delete(record: Any, *, by: User) -> None:
    """Delete a record that nothing uses.

    Raises:
        PermissionDenied: it is public by itself, and ``by`` may not publish.
        ValidationError: something uses it.
        GoneError: somebody else has deleted it, or merged it.
    """
    with transaction.atomic():
        record = locked(record)
        if next(uses_of(record), None) is not None:
            raise ValidationError(_("This is used: replace it, merge it, or take it off first."))
        if record.is_before_readers() and not record_history.may_publish(by):
            raise PermissionDenied(_("You may not change what readers have."))
        record_history.keep_record_before_deletion(record, by=by)
        record.delete()


def take_off(record: Any, *, by: User, told: CorrectionAnswers = NOTHING_TOLD) -> int:
    """Take a record off all that uses it; returns off how much.

    Raises:
        PermissionDenied: something of that is not this person's to change.
        ValidationError: a quotation would be nobody's, or an article would lack what readers
            must have, or be told.
        GoneError: somebody else has deleted it, or merged it.
    """
    note = _("Taken off: %(record)s.") % {"record": record}
    return change_all_uses(record, take_off_row, by=by, note=note, told=told)


def replace(record: Any, other: Any, *, by: User, told: CorrectionAnswers = NOTHING_TOLD) -> int:
    """Have all that uses a record use another one instead; returns how much that is.

    Raises:
        PermissionDenied, ValidationError, GoneError: as ``take_off``.
    """
    refuse_another_kind(record, other)
    note = _("“%(record)s” replaced by “%(other)s”.") % {"record": record, "other": other}
    with transaction.atomic():
        locked_in_row(record, other)
        return change_all_uses(record, replace_by(other), by=by, note=note, told=told)


def refuse_another_kind(record: Any, other: Any) -> None:
    if type(record) is not type(other) or record.pk == other.pk:
        raise ValidationError(_("Choose another record of the same kind."))


# One row.


def take_off_row(use: Use) -> None:
    """Have a row name nobody; where it is about nothing else, it goes."""
    row, field = use.row, use.field
    refuse_nobodys(row, field)
    says_more = not isinstance(row, Affiliation) or row.said_anyhow("position")
    if field.null and says_more and not isinstance(row, Mention):
        setattr(row, field.name, None)
        row.save()
    else:
        row.delete()


def refuse_nobodys(row: Any, field: Any) -> None:
    """Refuse to let a quotation be nobody's.

    Raises:
        ValidationError: it would be.
    """
    if isinstance(row, Quote) and field.name == "speaker":
        raise ValidationError(
            _(
                "“%(speaker)s” is quoted, and a quotation keeps who said it: merge, replace, or "
                "change the quotations."
            ),
            params={"speaker": row.speaker},
        )


def replace_by(other: Any) -> Change:
    """A change that lets a row name ``other``; where a row does so already, this row is deleted."""

    def change(use: Use) -> None:
        row, field = use.row, use.field
        if is_twin(row, field, other):
            row.delete()
            return
        is_itself = isinstance(row, type(other)) and row.pk == other.pk
        setattr(row, field.name, None if is_itself else other)
        row.save()

    return change


def is_twin(row: models.Model, field: models.Field[Any, Any], other: Any) -> bool:
    """Whether another row says already what this one would say of another record."""
    for constraint in row._meta.constraints:
        if not isinstance(constraint, models.UniqueConstraint) or constraint.condition is not None:
            continue
        if field.name not in constraint.fields:
            continue
        values = {name: getattr(row, name) for name in constraint.fields} | {field.name: other}
        if type(row)._base_manager.filter(**values).exclude(pk=row.pk).exists():
            return True
    return False


# Everything that uses it.


def change_all_uses(
    record: Any, change: Change, *, by: User, note: str, told: CorrectionAnswers
) -> int:
    with transaction.atomic():
        uses = by_owner(uses_of(locked(record)))
        refuse_others(uses, by)
        for owner, rows in uses:
            if isinstance(owner, Article):
                change_in_article(owner, rows, change, by=by, note=note, told=told)
            elif is_kept_as_record(owner):
                in_record(owner, rows, change, by=by, note=note)
            else:
                apply_change(rows, change)
    return len(uses)


def refuse_others(uses: Iterable[tuple[Any, Any]], by: User) -> None:
    """Refuse to touch what is not a person's to change.

    Raises:
        PermissionDenied: there is some.
    """
    refused = [owner for owner, _rows in uses if not may_change(owner, by)]
    if refused:
        names = Language.active().listed(
            f"{ISOLATE}{one}{END}" for one in refused if may_name(one, by)
        )
        raise PermissionDenied(
            _("It is used where you may not change it: %s.") % (names or _("somebody else’s text"))
        )


def may_change(owner: Any, by: User) -> bool:
    if isinstance(owner, Article):
        is_draft = bool(owner.working_copy_of_id) or not is_published(owner)
        return owner.may_edit_facts(by) and (is_draft or record_history.may_publish(by))
    if not by.has_perm(permission_to("change", owner)):
        return False
    if is_kept_as_record(owner):
        return record_history.may_publish(by) or not owner.is_before_readers()
    return record_history.may_publish(by)


def is_published(article: Article) -> bool:
    """Whether readers have it in some language, or will have it when its moment comes."""
    return any(article.status_in(one) == Status.PUBLISHED for one in Language.all())


def may_name(owner: Any, by: User) -> bool:
    return not isinstance(owner, Article) or owner.may_be_seen_by(by)


def apply_change(rows: Iterable[Use], change: Change) -> None:
    for use in rows:
        change(use)


def change_in_article(
    owner: Article,
    rows: Iterable[Use],
    change: Change,
    *,
    by: User,
    note: str,
    told: CorrectionAnswers,
) -> None:
    """Change the rows of one article; what readers have of it is told to them where owed."""
    article = history.locked(owner.pk)
    before, readers = history.catch_up(article).content, readers_of(article)
    apply_change(reread(rows, article), change)
    article = Article.with_copies.get(pk=article.pk)
    article.refuse_gaps()
    if readers:
        after = snapshot(article)
        owing = {one.language.code for one in languages_owed(article, readers, before, after)}
        texts = {code: text for code, text in told.corrections.items() if code in owing}
        settle_corrections(
            article, readers, before, CorrectionAnswers(texts, told.typographical), by=by
        )
    history.keep_if_changed(article, by=by, note=note)


def reread(rows: Iterable[Use], article: Article) -> Iterator[Use]:
    """Rows as they are now; the article itself is one of them where its own column names."""
    for use in rows:
        yield Use(article, use.field) if isinstance(use.row, Article) else use


def in_record(owner: Any, rows: Iterable[Use], change: Change, *, by: User, note: str) -> None:
    record = locked(owner)
    record_history.catch_up(record)
    for use in rows:
        change(Use(record, use.field) if type(use.row) is type(record) else use)
    record_history.keep_change(record, by=by, note=note)
