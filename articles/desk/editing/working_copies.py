"""Working copies: an article that readers see is changed beside them, then all at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.notes import answer_requests
from articles.desk.publication.corrections import (
    NOTHING_TOLD,
    CorrectionAnswers,
    settle_corrections,
)
from articles.desk.publication.owed_corrections import readers_of
from articles.desk.translation import memory
from articles.languages import Language
from articles.models import Article, Phase, Revision, User
from articles.models.article_queryset import ArticleQuerySet
from articles.models.dates import EMBARGO
from articles.models.permissions import PUBLISH_ARTICLE, WITHDRAW_ARTICLE

from .history import catch_up, keep_if_changed, keep_revision, locked, take_next_version
from .snapshots import (
    CHILDREN,
    ONCE,
    Content,
    LostReferences,
    comparable,
    content_fields,
    is_state,
    put_children,
    put_fields,
    snapshot,
    value_of,
)
from .unpublished_texts import (
    FIELDS,
    sync_unpublished_texts,
    synced_languages,
    texts_in,
    write_into_content,
)

PUBLISHED = gettext_lazy("The changes for which you asked for a correction are published.")
DISCARDED = gettext_lazy("The changes for which you asked for a correction were thrown away.")


def open_copy(article: Article, *, by: User) -> Article:
    """The working copy of a live article: the one there is, or a new one.

    Raises:
        ValidationError: no reader sees the article; it is changed as it is.
    """
    with transaction.atomic():
        live = locked(article.pk)
        if found := copy_of(live):
            sync_unpublished_texts(found)
            return Article.with_copies.get(pk=found.pk)
        if not live.is_live_somewhere:
            raise ValidationError(_("No reader sees this article: change it directly."))
        catch_up(live)
        live.keep_what_readers_get()
        copy = Article(working_copy_of=live)
        content = snapshot(live)
        put_fields(copy, without(content["fields"], ONCE), LostReferences())
        copy.save()
        for kind in CHILDREN:
            put_children(copy, kind, content[kind], LostReferences())
        copy.inherit_translations(live)
        keep_if_changed(copy, by=by, note=_("Working copy opened."))
        return copy


def place_of(article: Article, language: Language, *, by: User) -> Article:
    """The row in which a language is written: the article, or its working copy, opened for it."""
    origin = article.working_copy_of or article
    if language in origin.never_published:
        return origin
    return open_copy(origin, by=by) if origin.is_live_somewhere else article


def copy_of(article: Article) -> Article | None:
    return Article.with_copies.filter(working_copy_of=article.pk).first()


def may_publish(copy: Article, by: User) -> bool:
    return by.has_perm(PUBLISH_ARTICLE) and copy.may_be_edited_by(by)


class AtOnceError(ValidationError):
    """What waits for its moment would come to readers at once, by dates that have passed."""

    def __init__(self, languages: list[Language]) -> None:
        self.languages = languages
        super().__init__(
            _("Readers would have it at once (%(languages)s). If so it is to be, tick the box."),
            params={"languages": Language.active().names_of(languages)},
        )


def publish(
    copy: Article,
    *,
    by: User,
    note: str = "",
    told: CorrectionAnswers = NOTHING_TOLD,
    at_once: bool = False,
) -> Article:
    """Let readers have what was changed in a working copy, and nothing else of it.

    Args:
        told: what ``by`` says to readers of the changes, beside the copy's own corrections.
        at_once: whether readers get now what waits for a moment that, by the copy, has passed.

    Raises:
        AtOnceError: they would, and nobody said so.
        PermissionDenied: ``by`` has no right to.
        ValidationError: the changes would leave readers an incomplete page, lack the
            correction that they are owed, or would take from readers what they have, and
            ``by`` may not, or does not say why.
    """
    if not may_publish(copy, by):
        raise PermissionDenied(_("You may not publish changes."))
    with transaction.atomic():
        sync_unpublished_texts(copy)
        live, copy = locked(copy.working_copy_of_id), locked(copy.pk)
        before, readers = catch_up(live).content, readers_of(live)
        catch_up(copy)
        changed = changes(copy)
        ends, as_it_was = take_out_ends(changed["fields"], live), Article.objects.get(pk=live.pk)
        refuse_ends(ends, by=by, note=note)
        write_changes(live, changed, now=timezone.now(), at_once=at_once)
        live.refuse_gaps()
        live.inherit_translations(copy, copy.written_here)
        settle_corrections(live, readers, before, told, by=by)
        live.note_new_dates(as_it_was, by=by)
        for language, until in ends.items():
            live.withdraw_at(language, until, by=by, note=note[:500])
        inherit(copy, live)
        copy.delete()
        answer_requests(live, PUBLISHED, by=by)
        # Who published is kept also where the last save of the copy says all of it.
        keep_revision(
            take_next_version(live), snapshot(live), by=by, note=note or _("Changes published.")
        )
        return live


def write_changes(live: Article, changed: Content, *, now: datetime, at_once: bool) -> None:
    """Write into the article what a working copy says otherwise.

    Raises:
        AtOnceError: readers would get at once what waits for its moment, and nobody said so.
    """
    coming = published_by_date(live, changed["fields"], now)
    if coming and not at_once:
        raise AtOnceError(coming)
    put_fields(live, changed["fields"], LostReferences())
    for language in coming:
        setattr(live, language.field("published_at"), now)
    live.clean()
    live.save()
    for kind in CHILDREN:
        if kind in changed:
            put_children(live, kind, changed[kind], LostReferences())


def published_by_date(live: Article, fields: dict[str, Any], at: datetime) -> list[Language]:
    """The languages that wait, and by changed dates would do so no more at a moment."""
    found = []
    for language in Language.all():
        before, dates = live.timetable_in(language), {}
        for name, column in (
            ("published_at", language.field("published_at")),
            (EMBARGO, EMBARGO),
            ("live_until", language.field("live_until")),
        ):
            if column in fields:
                kind: Any = Article._meta.get_field(column)
                dates[name] = kind.to_python(fields[column])
        if before.appears_by(replace(before, **dates), at):
            found.append(language)
    return found


type Ends = dict[Language, datetime | None]
"""Until when readers are to have a language that they have now, where that changes."""


def take_out_ends(fields: dict[str, Any], live: Article) -> Ends:
    """Take from changed columns those that are moves, not words."""
    found: Ends = {}
    for language in Language.all():
        column: Any = Article._meta.get_field(language.field("live_until"))
        if column.name in fields and live.phase_in(language) == Phase.PUBLISHED:
            found[language] = column.to_python(fields.pop(column.name))
    return found


def frozen_dates_of(copy: Article) -> dict[str, datetime | None]:
    """The frozen dates in which a working copy and its article differ, with the article's values.

    Nothing, for an article that is no working copy.
    """
    live = copy.working_copy_of
    if live is None:
        return {}
    moves = {
        language.field("live_until")
        for language in Language.all()
        if live.phase_in(language) == Phase.PUBLISHED
    }
    return {
        name: getattr(live, name)
        for name in live.frozen_dates()
        if name not in moves and getattr(copy, name) != getattr(live, name)
    }


def refuse_ends(ends: Ends, *, by: User, note: str) -> None:
    """Say who decides until when readers have a text, and that they are told why.

    Raises:
        ValidationError: by field.
    """
    columns = [language.field("live_until") for language in ends]
    if columns and not by.has_perm(WITHDRAW_ARTICLE):
        why = _("Only who may withdraw what is published says until when readers have it.")
        raise ValidationError(dict.fromkeys(columns, why))
    if columns and not note.strip():
        why = _("Say why readers have it until then, in the note: the others will read it.")
        raise ValidationError(dict.fromkeys(columns, why))


def changes(copy: Article) -> dict[str, Any]:
    """What was changed since the copy was opened: columns, and kinds of rows as a whole."""
    return changed_since(copy.revisions.earliest("version").content, snapshot(copy))


def changed_since(opened: Content, now: Content) -> dict[str, Any]:
    kept = {*ONCE, *(column.name for column in state_columns())}
    changed: dict[str, Any] = {
        "fields": {
            name: value
            for name, value in now["fields"].items()
            if name not in kept and comparable(value) != comparable(opened["fields"].get(name))
        }
    }
    for kind in CHILDREN:
        # A copy that an older version of the program kept says nothing of a younger kind of row.
        rows, before = now.get(kind, []), opened.get(kind, [])
        if comparable(rows) != comparable(before):
            changed[kind] = rows
    return changed


def is_any(changed: dict[str, Any]) -> bool:
    return any(changed.values())


def has_changes(copy: Article) -> bool:
    return is_any(changes(copy))


def shows_changes(copy: Article) -> bool:
    """``has_changes``, for a page that is only opened: told by the saves alone, in one question.

    What was written otherwise than by a save is compared row by row.
    """
    ends = Revision.objects.filter(article=copy.pk)
    first, last = (ends.order_by(order).values("pk")[:1] for order in ("version", "-version"))
    kept = list(ends.filter(Q(pk=Subquery(first)) | Q(pk=Subquery(last))).order_by("version"))
    if not kept or kept[-1].version != copy.version or kept[-1].made_at < copy.updated_at:
        return has_changes(copy)
    return is_any(changed_since(kept[0].content, kept[-1].content))


def copies_written_in() -> ArticleQuerySet:
    """The working copies in which something was saved since they were opened."""
    opened = Revision.objects.filter(article=OuterRef("pk")).order_by("version")
    return Article.with_copies.filter(
        Q(version__gt=1) | Q(updated_at__gt=Subquery(opened.values("made_at")[:1])),
        working_copy_of__isnull=False,
    )


def changed_back(articles: Iterable[int]) -> set[int]:
    """Those of some articles whose working copy was changed and then put back: nothing to publish.

    One query, of two revisions for each: for the few that a page shows.
    """
    keys = list(articles)
    if not keys:
        return set()
    mine = Revision.objects.filter(article=OuterRef("article")).values("pk")
    ends = Revision.objects.filter(
        Q(pk=Subquery(mine.order_by("version")[:1]))
        | Q(pk=Subquery(mine.order_by("-version")[:1])),
        article__working_copy_of__in=keys,
    )
    kept: dict[int | None, list[Content]] = {}
    for origin, content in ends.order_by("version").values_list(
        "article__working_copy_of", "content"
    ):
        kept.setdefault(origin, []).append(content)
    return {
        origin
        for origin, contents in kept.items()
        if origin and len(contents) > 1 and not is_any(changed_since(contents[0], contents[-1]))
    }


def before_and_after(copy: Article) -> tuple[Content, Content]:
    """What readers have, and what they would have once the copy is published."""
    live: Any = copy.working_copy_of
    before = snapshot(live)
    return before, with_changes(before, changes(copy))


def with_changes(before: Content, changed: dict[str, Any]) -> Content:
    """What readers would have, of what they have and what was changed."""
    after = {**before, **{kind: changed[kind] for kind in CHILDREN if kind in changed}}
    after["fields"] = before["fields"] | changed["fields"]
    return after


def inherit(copy: Article, live: Article) -> None:
    """Let the article's history have who wrote what in the copy, and nothing else of it."""
    written = texts_in(snapshot(live), synced_languages(live, copy))
    for revision in copy.revisions.order_by("version"):
        take_next_version(live)
        revision.content[FIELDS] |= states(live)
        write_into_content(revision.content, written)
        Revision.objects.filter(pk=revision.pk).update(
            article=live,
            article_key=live.key,
            version=live.version,
            content=revision.content,
        )


def states(article: Article) -> dict[str, Any]:
    return {column.name: value_of(article, column) for column in state_columns()}


def state_columns() -> list[Any]:
    return [column for column in content_fields(Article) if is_state(column)]


def discard(copy: Article, *, by: User | None = None) -> Revision:
    """Throw a working copy away; the article that readers see stays as it is.

    Its revisions stay in the article's history, the last one is returned: restored, it is a
    working copy again.
    """
    with transaction.atomic():
        sync_unpublished_texts(copy)
        live, copy = locked(copy.working_copy_of_id), locked(copy.pk)
        memory.withhold(copy)
        catch_up(live)
        catch_up(copy)
        thrown_away = list(copy.revisions.values_list("pk", flat=True))
        inherit(copy, live)
        Revision.objects.filter(pk__in=thrown_away).update(discarded_at=timezone.now())
        copy.delete()
        answer_requests(live, DISCARDED, by=by)
        note = _("A working copy was thrown away: the article is as it was.")
        keep_revision(take_next_version(live), snapshot(live), by=by, note=note)
        return Revision.objects.filter(pk__in=thrown_away).latest("version")


def without(fields: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}
