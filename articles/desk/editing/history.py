"""Revisions: each save is kept whole, can be read against any other, and brought back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from articles.desk import notes
from articles.desk.deleted_meanwhile import still_there
from articles.languages import Language
from articles.models import Article, Revision, Status, User
from articles.models.dates import date_columns
from articles.models.declarations import OF_A_LANGUAGE
from articles.text.comparison.diffs import authorship

from .snapshots import (
    CHILDREN,
    ONCE,
    Content,
    LostReferences,
    child_fields,
    comparable,
    content_fields,
    put_children,
    put_fields,
    same,
    snapshot,
)

# What has an address keeps it when an older text comes back.
ADDRESS = "slug"

# What readers were told of an article does not go from its working copy with an older text.
TOLD = "corrections"

# What colleagues said of it goes with it, and comes back with it.
NOTES = "notes"

# What a move changes.
MOVED = ("status", *OF_A_LANGUAGE)


def locked(pk: Any, wanted: Article | None = None) -> Article:
    """The article, which nobody else may save before this transaction ends.

    Of a working copy the article is held first, always in this order: two who publish
    at once then wait for each other in a row, not in a circle.

    Raises:
        GoneError: there is none any more; it names the one that was wanted, if that is said.
    """
    origin = Article.with_copies.filter(pk=pk).values_list("working_copy_of", flat=True).first()
    if origin:
        locked(origin)
    held = Article.with_copies.select_for_update(of=("self",)).filter(pk=pk)
    return still_there(held, wanted)


def catch_up(article: Article) -> Revision:
    """The revision of the article as it is; one is made where it changed outside the desk."""
    last, content = article.revisions.first(), snapshot(article)
    if last and is_kept(article, last, content):
        return last
    if last is None:
        return keep_revision(article, content, by=None, note="")
    by, note = whose(article, last.content, content)
    return keep_revision(take_next_version(article), content, by=by, note=note)


def whose(article: Article, before: Content, after: Content) -> tuple[User | None, str]:
    """Who changed an article otherwise than by its form: somebody's move, or the program."""
    changed = {
        name
        for name, value in after["fields"].items()
        if comparable(value) != comparable(before["fields"].get(name))
    }
    rows = any(comparable(before.get(kind)) != comparable(after[kind]) for kind in CHILDREN)
    move = article.transitions.select_related("made_by").first()
    if move and not rows and all(name.startswith(MOVED) for name in changed):
        return move.made_by, str(move)
    return None, _("Changed outside the editing form.")


def is_kept(article: Article, last: Revision | None = None, content: Content | None = None) -> bool:
    """Whether the newest revision holds the article as it is."""
    last = last or article.revisions.first()
    if last is None or last.version != article.version:
        return False
    return same(last.content, content or snapshot(article))


def keep_if_changed(article: Article, *, by: User | None, note: str = "") -> Revision | None:
    """Keep what a save made of the article; nothing where it made no difference."""
    content = snapshot(article)
    last = article.revisions.first()
    if last and same(last.content, content):
        return None
    return keep_revision(take_next_version(article) if last else article, content, by=by, note=note)


def take_next_version(article: Article) -> Article:
    """Give the article its next version, past everything that has been kept of it."""
    stored = still_there(
        Article.with_copies.filter(pk=article.pk).values_list("version", flat=True)
    )
    last = article.revisions.first()
    article.version = max(stored, last.version if last else 0) + 1
    Article.with_copies.filter(pk=article.pk).update(version=article.version)
    return article


def keep_revision(article: Article, content: Content, *, by: User | None, note: str) -> Revision:
    return article.revisions.create(
        article_key=article.key,
        written_in=article.pk,
        version=article.version,
        content=content,
        made_by=by,
        note=note[:500],
    )


def restore(revision: Revision, *, onto: Article, by: User) -> list[str]:
    """Bring an older text back as the newest save; returns the names of what is no longer there.

    ``onto`` is the article, or the working copy of one that readers see.

    Raises:
        ValidationError: readers have it; or it waits for its moment, and would then lack what
            readers must have.
    """
    lost = LostReferences()
    with transaction.atomic():
        article = locked(onto.pk)
        if article.is_live_somewhere:
            raise ValidationError(_("Readers see this article: restore it in a working copy."))
        catch_up(article)
        put_fields(article, restorable(revision.content, article), lost)
        article.save()
        for kind in CHILDREN:
            rows = rows_here(revision.content, kind, article)
            if article.working_copy_of_id and kind == TOLD:
                rows = corrections_of(article, revision)
            put_children(article, kind, rows, lost)
        article.refuse_gaps()
        keep_if_changed(
            article, by=by, note=_("Restored version %(number)d.") % {"number": revision.version}
        )
    return list(dict.fromkeys(lost.names))


def restorable(content: Content, article: Article) -> dict[str, object]:
    """The columns that an older text brings back to an article: its words, and no date.

    From when and until when readers have it, is decided by moves, not by an older version.
    """
    fields = content["fields"]
    kept = {*ONCE, *date_columns()} | held_elsewhere(article, content_fields(Article))
    return {
        name: value
        for name, value in fields.items()
        if name not in kept
        and not (name.startswith(ADDRESS) and getattr(article, name, None) is not None)
    }


def corrections_of(copy: Article, revision: Revision) -> list[dict[str, Any]]:
    """The corrections of a working copy; those written in one that was thrown away come back."""
    rows = snapshot(copy)[TOLD]
    known = {row["key"] for row in rows}
    thrown_away = revision.content.get(TOLD, []) if revision.discarded_at else []
    return [*rows, *(row for row in thrown_away if row["key"] not in known)]


def rows_here(content: Content, kind: str, article: Article) -> list[dict[str, Any]]:
    """The rows that an older text brings back, without what is not written in this article."""
    elsewhere = held_elsewhere(article, child_fields(kind))
    rows = content.get(kind, [])
    return [{name: row[name] for name in row if name not in elsewhere} for row in rows]


def held_elsewhere(article: Article, columns: Iterable[models.Field]) -> set[str]:
    """The columns that a working copy only shows: its article has them."""
    elsewhere = article.written_elsewhere
    return {column.name for column in columns if elsewhere.holds(column)}


def keep_before_deletion(article: Article, *, by: User) -> None:
    """Keep the last state of an article that is about to be deleted; it is locked."""
    catch_up(article)
    content = snapshot(article) | {NOTES: notes.notes_as_values(article)}
    keep_revision(take_next_version(article), content, by=by, note=_("Deleted."))


def recover(revision: Revision, *, by: User) -> tuple[Article, list[str]]:
    """Make a deleted article again, as a draft with its key and its history.

    Raises:
        ValidationError: it is there already.
    """
    with transaction.atomic():
        # Two who recover it at once wait for each other here.
        [*Revision.objects.select_for_update(of=("self",)).filter(pk=revision.pk)]
        if Article.with_copies.filter(key=revision.article_key).exists():
            raise ValidationError(_("This article has been recovered already."))
        lost = LostReferences()
        article = Article(key=revision.article_key)
        put_fields(article, revision.fields, lost)
        keep_first_dates(article, revision.fields)
        digest = article.source_digest
        if digest and Article.objects.filter(source_digest=digest).exists():
            article.source_digest = ""
        article.save()
        for kind in CHILDREN:
            put_children(article, kind, revision.content.get(kind, []), lost)
        notes.put_back(article, revision.content.get(NOTES, []))
        Revision.objects.filter(article=None, article_key=article.key).update(article=article)
        keep_if_changed(article, by=by, note=_("Recovered after it was deleted."))
    return article, list(dict.fromkeys(lost.names))


def keep_first_dates(article: Article, fields: dict[str, Any]) -> None:
    """Let an article that comes back know since when readers had it."""
    for language in Language.all():
        column: Any = Article._meta.get_field(language.field("first_published_at"))
        had = fields.get(column.name)
        if fields.get(language.field("status")) == Status.WITHDRAWN:
            # Older revisions say no first date.
            had = had or fields.get(language.field("published_at"))
        setattr(article, column.name, column.to_python(had))


def authors(article: Article, column: str) -> list[list[tuple[str, Revision]]]:
    """Each sentence of a column, with the revision that last changed it."""
    kept = article.revisions.filter(discarded_at=None)
    revisions = kept.select_related("made_by").order_by("version")
    return authorship([(one, one.fields.get(column) or "") for one in revisions])
