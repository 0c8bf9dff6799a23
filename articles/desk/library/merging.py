"""Merging duplicates: all that names the one record then names the other, which is kept.

The merge is stored with all that it changed, so that it can be undone. Readers are told nothing:
the person, the organization or the place is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField

from articles.desk.editing import history
from articles.desk.editing.snapshots import (
    Content,
    LostReferences,
    comparable,
    record_by_key,
    set_value,
    value_of,
)
from articles.languages import Language
from articles.models import Article, FormerSlug, Merge, Needed, PageRecord, Proposal, User
from articles.models.permissions import permission_to
from articles.models.phases import by_the_clock

from . import record_history
from .merged_ties import move_ties, move_ties_back
from .replacing import is_twin, refuse_another_kind
from .taking_over import take_over
from .uses import Use, by_owner, is_kept_as_record, uses_of, ways_to
from .values import (
    RecordWriter,
    kind_of,
    locked,
    locked_in_row,
    record_of,
    snapshot,
)


def may_merge(model: type[models.Model], by: User) -> bool:
    """Whether this person may make two records of a kind one."""
    verbs = ("change", "delete")
    return record_history.may_publish(by) and all(
        by.has_perm(permission_to(verb, model)) for verb in verbs
    )


def merge(gone: Any, kept: Any, *, by: User, note: str = "") -> Merge:
    """Make two records one: ``gone`` goes into ``kept``, with all that named it.

    Raises:
        PermissionDenied: ``by`` may not.
        ValidationError: they are not two of one kind, or an embargo keeps the one from readers
            who may know of the other.
        GoneError: somebody else has deleted or merged one of them.
    """
    refuse_another_kind(gone, kept)
    if not may_merge(type(gone), by):
        raise PermissionDenied(_("You may not merge records."))
    with transaction.atomic():
        gone, kept = locked_in_row(gone, kept)
        refuse_embargoed(gone, kept)
        return RecordMerger(gone, kept, by, note).done()


def refuse_embargoed(gone: Any, kept: Any) -> None:
    """Let nothing of what is under embargo be said in a record that is not, or not as long.

    Raises:
        ValidationError: it would be.
    """
    until = getattr(gone, "embargoed_until", None)
    if until is None or until <= timezone.now():
        return
    if kept.embargoed_until is None or kept.embargoed_until < until:
        raise ValidationError(
            _(
                "“%(gone)s” is under embargo until %(moment)s, “%(kept)s” is not until then: "
                "readers would hear of the one by the other. Give both the same embargo first."
            ),
            params={"gone": gone, "kept": kept, "moment": by_the_clock(until)},
        )


class RecordMerger:
    """One merge on its way."""

    def __init__(self, gone: Any, kept: Any, by: User, note: str) -> None:
        self.gone, self.kept, self.by, self.note = gone, kept, by, note
        # Asked before anything moves: whom readers know by a quotation alone, they know no more
        # once it is another's.
        self.slugs = {one: gone.said("slug", one) for one in languages_read(gone)}
        self.content: dict[str, Any] = {
            "gone": record_history.catch_up(gone).content,
            "kept": record_history.catch_up(kept).content,
            "number": gone.pk,
            "moved": [],
            "dropped": [],
            "slugs": [],
        }
        names = {"gone": gone, "kept": kept}
        self.said = _("“%(gone)s” is merged into “%(kept)s”.") % names

    def done(self) -> Merge:
        """Move the rows, take over what is lacking, delete the other, and keep both histories."""
        gone, kept = self.gone, self.kept
        self.out_of_circles()
        self.move_rows()
        self.content |= move_ties(gone, kept)
        record_history.keep_record_revision(
            gone,
            self.content["gone"],
            by=self.by,
            note=self.said,
            after=record_history.revisions_of(gone).first(),
        )
        take_over(gone, kept)
        key = gone.key
        # Not its files: who undoes this finds them.
        Needed.delete(gone)
        if isinstance(kept, PageRecord):
            self.lead_on(key)
        kept.save()
        self.content["after"] = snapshot(kept)
        Proposal.objects.filter(kind=kind_of(kept), record_key=key).update(record_key=kept.key)
        # Said also where the other adds nothing to what it says.
        note = " ".join(one for one in (self.said, self.note) if one)
        last = record_history.revisions_of(kept).first()
        record_history.keep_record_revision(
            kept, self.content["after"], by=self.by, note=note, after=last
        )
        return Merge.objects.create(
            kind=kind_of(kept),
            record_key=kept.key,
            gone_key=key,
            content=self.content,
            made_by=self.by,
            note=self.said,
        )

    def out_of_circles(self) -> None:
        """Whoever is kept is no part of who goes, nor of what is left of it."""
        if hasattr(self.kept, "ancestors") and self.gone in self.kept.ancestors():
            above = self.gone.parent
            self.kept.parent = None if above == self.kept else above
            self.kept.save()

    # What named the one.

    def move_rows(self) -> None:
        for owner, uses in by_owner(uses_of(self.gone, own=True)):
            if owner in {self.gone, self.kept}:
                self.move(uses)
            elif isinstance(owner, Article):
                article = history.locked(owner.pk)
                history.catch_up(article)
                self.move(uses)
                history.keep_if_changed(article, by=self.by, note=self.said)
            elif is_kept_as_record(owner):
                record_history.catch_up(locked(owner))
                self.move(uses)
                record_history.keep_change(owner, by=self.by, note=self.said)
            else:
                self.move(uses)

    def move(self, uses: Iterable[Use]) -> None:
        for use in uses:
            row, field = use.row, use.field
            name = [row._meta.label, row.key, field.name]
            if is_twin(row, field, self.kept):
                self.content["dropped"].append([*name, values_of(row)])
                row.delete()
                continue
            # The row as it is now: another of its columns may have been moved just before.
            row = type(row)._base_manager.get(pk=row.pk)
            setattr(row, field.name, None if row == self.kept else self.kept)
            self.content["moved"].append(name)
            row.save()

    # Where it was found.

    def lead_on(self, key: str) -> None:
        """Let the addresses of the one lead to the other."""
        former = FormerSlug.objects.filter(page=self.kept.page, record_key=key)
        self.content["slugs"] = list(former.values_list("key", flat=True))
        former.update(record_key=self.kept.key)
        for language, slug in self.slugs.items():
            if self.kept.said("name", language) and not self.kept.said("slug", language):
                setattr(self.kept, language.field("slug"), slug)
            elif slug and slug != self.kept.said("slug", language):
                FormerSlug.objects.update_or_create(
                    page=self.kept.page,
                    language=language.code,
                    slug=slug,
                    defaults={"record_key": self.kept.key},
                )


def languages_read(record: Any) -> list[Language]:
    """The languages in which readers have the page of a record."""
    return record.languages_with_page if isinstance(record, PageRecord) else []


def values_of(row: models.Model) -> dict[str, Any]:
    """What a row says, to make it again."""
    return {
        column.name: value_of(row, column)
        for column in row._meta.concrete_fields
        if not column.primary_key and not is_copy(row, column)
    }


def is_copy(row: models.Model, column: models.Field[Any, Any]) -> bool:
    """Whether a column is the one that modeltranslation keeps beside those of the languages."""
    names = {one.name for one in row._meta.concrete_fields if isinstance(one, TranslationField)}
    return any(language.field(column.name) in names for language in Language.all())


# The way back.


UNDONE_BY_ONE_CLICK = timedelta(days=1)
"""For so long the form of who was kept offers to undo a merge; its history does so for ever."""


def merges_of(record: Any) -> models.QuerySet[Merge]:
    """What was merged into a record, and is still so; the latest first."""
    return Merge.objects.of(record).filter(undone_at=None).select_related("made_by")


def just_merged(record: Any, at: datetime | None = None) -> models.QuerySet[Merge]:
    """What was merged into a record within a day."""
    return merges_of(record).filter(made_at__gt=(at or timezone.now()) - UNDONE_BY_ONE_CLICK)


def where_it_went(model: type[models.Model], number: int) -> tuple[Any, Merge] | None:
    """The record into which the one of a number was merged, and the merge; nothing of any other."""
    kind = model._meta.model_name
    found = Merge.objects.filter(kind=kind, undone_at=None, content__number=number).first()
    kept = found and record_by_key(model, found.record_key)
    return (kept, found) if found and kept else None


def undo(merge: Merge, *, by: User) -> Any:
    """Make two records of one again; returns the one that had gone.

    What was changed since stays as it was changed.

    Raises:
        PermissionDenied: ``by`` may not.
        ValidationError: it is undone already, or who was kept is gone.
    """
    with transaction.atomic():
        merge = Merge.objects.select_for_update(of=("self",)).get(pk=merge.pk)
        kept = record_of(merge.kind, merge.record_key)
        if merge.undone_at is not None or kept is None:
            raise ValidationError(_("This merge is undone already, or what it made is gone."))
        if not may_merge(type(kept), by):
            raise PermissionDenied(_("You may not merge records."))
        kept = locked(kept)
        record_history.catch_up(kept)
        naming = give_back(kept, merge)
        gone = made_again(type(kept), merge, kept)
        RecordWriter(kept).put_fields(naming)
        out_of_circle(kept, gone)
        kept.save()
        move_back(merge, kept, gone, by)
        move_ties_back(merge, kept, gone)
        note = _("Undone: %(merge)s") % {"merge": merge.note}
        record_history.changed(kept, by=by, note=note)
        record_history.changed(gone, by=by, note=note)
        merge.undone_at, merge.undone_by = timezone.now(), by
        merge.save()
        return gone


def give_back(kept: Any, merge: Merge) -> Content:
    """Take from who was kept what came from who had gone, where nobody has changed it since.

    Returns:
        The columns in which it is to name who had gone, who is not there yet.
    """
    content, now = merge.content, snapshot(kept)["fields"]
    was, made = content["kept"]["fields"], content["after"]["fields"]
    fields = {
        name: value
        for name, value in was.items()
        if comparable(value) != comparable(made.get(name))
        and comparable(now.get(name)) == comparable(made.get(name))
    }
    naming = {
        name: value
        for name, value in fields.items()
        if isinstance(value, dict) and value.get("key") == merge.gone_key
    }
    RecordWriter(kept).put_fields({name: fields[name] for name in fields.keys() - naming.keys()})
    kept.save()
    return naming


def made_again(model: type[Any], merge: Merge, kept: Any) -> Any:
    """Who had gone, with its key and its number, so that all that kept those finds it again."""
    fields, number = merge.content["gone"]["fields"], merge.content.get("number")
    is_free = number and not model._base_manager.filter(pk=number).exists()
    gone = model(key=merge.gone_key, **({"pk": number} if is_free else {}))
    RecordWriter(gone).put_fields(fields)
    if isinstance(gone, PageRecord):
        FormerSlug.objects.filter(key__in=merge.content["slugs"]).update(record_key=gone.key)
        take_address_back(gone, kept)
    gone.save()
    return gone


def take_address_back(gone: PageRecord, kept: PageRecord) -> None:
    """Give a page its addresses again; where one was taken meanwhile, it is given another."""
    for language in Language.all():
        column, slug = language.field("slug"), gone.said("slug", language)
        former = FormerSlug.objects.filter(page=gone.page, language=language.code, slug=slug)
        former.filter(record_key=kept.key).delete()
        is_taken = type(gone)._base_manager.filter(**{column: slug}).exists()
        if slug and (is_taken or FormerSlug.objects.taken_from(gone, [language]).exists()):
            setattr(gone, column, None)


def out_of_circle(part: Any, whole: Any) -> None:
    """Where what comes back was put below its own part meanwhile, let it be part of nothing."""
    if hasattr(whole, "ancestors") and part in whole.ancestors():
        whole.parent = None
        whole.save()


def move_back(merge: Merge, kept: Any, gone: Any, by: User) -> None:
    """Have the rows that were moved name who had gone again; and make those that were dropped."""
    labels = {way.model._meta.label: way.model for way in ways_to(type(kept), own=True)}
    uses = []
    for label, key, name in merge.content["moved"]:
        row = labels[label]._base_manager.filter(key=key, **{name: kept}).first()
        if row is not None:
            way: Any = row._meta.get_field(name)
            uses.append(Use(row, way))
    note = _("Undone: %(merge)s") % {"merge": merge.note}
    for owner, some in by_owner(uses):
        is_article = isinstance(owner, Article)
        if is_article:
            history.catch_up(history.locked(owner.pk))
        elif is_kept_as_record(owner) and owner != kept:
            record_history.catch_up(locked(owner))
        for use in some:
            setattr(use.row, use.field.name, gone)
            out_of_circle(use.row, gone)
            use.row.save()
        if is_article:
            history.keep_if_changed(Article.with_copies.get(pk=owner.pk), by=by, note=note)
        elif is_kept_as_record(owner) and owner != kept:
            record_history.keep_change(owner, by=by, note=note)
    for label, key, name, values in merge.content["dropped"]:
        remake(labels[label], key, values | {name: {"key": gone.key, "name": str(gone)}})


def remake(model: type[Any], key: str, values: dict[str, Any]) -> None:
    """Make a row again, unless what it hangs on is gone."""
    if model._base_manager.filter(key=key).exists():
        return
    row, lost = model(key=key), LostReferences()
    for column in row._meta.concrete_fields:
        if column.name in values and column.name != "key":
            set_value(row, column, values[column.name], lost)
    if not lost.names:
        row.save()
