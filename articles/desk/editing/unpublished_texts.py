"""Languages that no reader ever had, of an article that others have, beside its working copy.

Each is written on the article itself, as a draft; the working copy only shows it.
``sync_unpublished_texts`` keeps the two alike, and hands to the article what a copy still holds
that was written in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Subquery
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, Revision, Status, Translation, User
from articles.models.dates import date_columns
from articles.models.translations import INHERITED

from .history import (
    ADDRESS,
    TOLD,
    catch_up,
    keep_if_changed,
    keep_revision,
    locked,
    take_next_version,
)
from .snapshots import (
    CHILDREN,
    Content,
    LostReferences,
    child_fields,
    child_model,
    child_parent,
    comparable,
    content_fields,
    content_of,
    is_state,
    original_key,
    put_fields,
    set_value,
    snapshot,
    snapshots,
)

FIELDS = "fields"
TWO = 2
KINDS = tuple(kind for kind in CHILDREN if kind != TOLD)


class TextPlace(NamedTuple):
    """Where a text stands: in the article, or in a row of some kind by its key."""

    kind: str
    key: str
    column: str
    language: str


type Texts = dict[TextPlace, Any]


def texts_in(content: Content, languages: Iterable[Language]) -> Texts:
    """What an article and its rows say in some languages."""
    codes = {one.code for one in languages}
    found = {
        TextPlace(FIELDS, "", name, code): content[FIELDS].get(name)
        for name, code in in_languages(content_fields(Article), codes)
    }
    for kind in KINDS:
        columns = in_languages(child_fields(kind), codes)
        for row in content.get(kind, ()):
            found |= {
                TextPlace(kind, row["key"], name, code): row.get(name) for name, code in columns
            }
    return found


def in_languages(columns: Iterable[models.Field], codes: set[str]) -> list[tuple[str, str]]:
    """The names of the columns that are in one of these languages, with its code."""
    spoken = ((one.name, getattr(one, "language", ""), one) for one in columns)
    return [(name, code) for name, code, one in spoken if code in codes and not is_state(one)]


def differing_texts(wanted: Texts, there: Texts) -> Texts:
    """Those of the wanted texts that have a place there, and are not what stands in it."""
    return {
        place: value
        for place, value in wanted.items()
        if place in there and comparable(value) != comparable(there[place])
    }


def write_texts(article: Article, texts: Texts) -> None:
    """Write texts into an article and its rows."""
    fields = {place.column: value for place, value in texts.items() if place.kind == FIELDS}
    if fields:
        put_fields(article, fields, LostReferences())
        article.save()
    rows: dict[tuple[str, str], list[tuple[str, Any]]] = {}
    for place, value in texts.items():
        if place.kind != FIELDS:
            rows.setdefault((place.kind, place.key), []).append((place.column, value))
    for kind in {kind for kind, _key in rows}:
        for row in child_model(kind)._base_manager.filter(**{child_parent(kind): article}):
            said = rows.get((kind, original_key(row.key)), [])
            for column, value in said:
                field: Any = row._meta.get_field(column)
                set_value(row, field, value, LostReferences())
            if said:
                row.save()


# An article and its working copy.


def sync_working_copy_of(article: Article) -> list[Language]:
    """``sync_unpublished_texts`` for an article, where it has a working copy."""
    copy = Article.with_copies.filter(working_copy_of=article).first()
    return sync_unpublished_texts(copy) if copy is not None else []


def sync_unpublished_texts(copy: Article) -> list[Language]:
    """Have an article and its working copy say the same in the languages that nobody has read.

    Where only the copy was written in, the article takes it over. Where both were, the article
    keeps its own, and its history what the copy said: the languages of such places are returned.
    """
    if not are_apart(copy):
        return []
    live: Any = copy.working_copy_of
    with transaction.atomic():
        copy = locked(copy.pk)
        live = locked(live.pk)
        written, lost = texts_written_in_copy(copy, live)
        given = take_over_texts(live, copy, written) if written else {}
        lost |= {place: value for place, value in written.items() if place not in given}
        if lost:
            keep_in_history(live, copy, lost)
        sync_translations(live, copy, given)
        copy_texts_from_article(live, copy)
    codes = {place.language for place in lost}
    return [one for one in Language.all() if one.code in codes]


def are_apart(copy: Article) -> bool:
    """Whether an article and its working copy differ where they are to be alike."""
    live: Any = copy.working_copy_of
    return texts_apart(live, copy) or translations_apart(live, copy)


def synced_languages(live: Article, copy: Article) -> list[Language]:
    """The languages of which a copy only shows what its article says.

    Beside those that nobody has read, one that was published since the copy was opened, as
    long as it is not changed in the copy.
    """
    unread = {one.code for one in live.never_published}
    codes = {*published_since_opened(live, copy), *unread}
    opened = opening(copy) if codes - unread else None
    if opened is None:
        return live.never_published
    languages = [one for one in Language.all() if one.code in codes]
    base, now = (texts_in(one, languages) for one in (opened.content, snapshot(copy)))
    changed = {place.language for place in differing_texts(now, base)}
    return [one for one in languages if one in live.never_published or one.code not in changed]


def published_since_opened(live: Article, copy: Article) -> set[str]:
    """The languages of an article that were published since its working copy was opened."""
    read = vars(live).get("_prefetched_objects_cache", {}).get("transitions")
    # Read with the copy, or with its article, where the form of one of them is opened.
    opened_at: Any = getattr(copy, "opened_at", None) or getattr(live, "copy_opened_at", None)
    if read is None or opened_at is None:
        opened_at = Subquery(copy.revisions.order_by("version").values("made_at")[:1])
        moves = live.transitions.filter(to_status=Status.PUBLISHED, made_at__gte=opened_at)
        return {*moves.order_by().values_list("language", flat=True)}
    published = (one for one in read if one.to_status == Status.PUBLISHED)
    return {one.language for one in published if one.made_at >= opened_at}


def texts_apart(live: Article, copy: Article) -> bool:
    languages = synced_languages(live, copy)
    if not languages:
        return False
    if is_read(copy) and is_read(live):
        both = [content_of(copy), content_of(live)]
    else:
        both = snapshots([copy, live], spoken_kinds())
    if len(both) != TWO:
        return True  # one of them is gone: whoever holds them says so
    mine, theirs = (texts_in(one, languages) for one in both)
    return bool(differing_texts(mine, theirs))


def is_read(article: Article) -> bool:
    """Whether all rows of an article were read with it, for a page that only shows it."""
    return vars(article).get("_prefetched_objects_cache", {}).keys() >= {*CHILDREN}


@cache
def spoken_kinds() -> tuple[str, ...]:
    """The kinds of rows that have texts in a language."""
    return tuple(
        kind for kind in KINDS if any(getattr(one, "language", "") for one in child_fields(kind))
    )


def texts_written_in_copy(copy: Article, live: Article) -> tuple[Texts, Texts]:
    """What was written in a copy since it was opened: what the article may take over, and what
    it may not, for the article was written in the same place."""
    opened = opening(copy)
    mine, theirs = (texts_in(snapshot(one), live.never_published) for one in (copy, live))
    base = texts_in(opened.content, live.never_published) if opened else {}
    free: Texts = {}
    taken: Texts = {}
    for place, value in differing_texts(mine, theirs).items():
        before = comparable(base.get(place))
        if comparable(value) != before:
            (free if comparable(theirs[place]) == before else taken)[place] = value
    return free, taken


def opening(copy: Article) -> Revision | None:
    return copy.revisions.order_by("version").first()


def take_over_texts(live: Article, copy: Article, written: Texts) -> Texts:
    """Let the article take over what was written in its copy; nothing where it would be spoilt.

    Returns:
        What it took.
    """
    catch_up(live)
    try:
        with transaction.atomic():
            write_texts(live, written)
            waiting = [
                one for one in live.never_published if live.status_in(one) == Status.PUBLISHED
            ]
            if any(live.gaps(language) for language in waiting):
                raise ValidationError(_("A published article needs this."))
    except (IntegrityError, ValidationError):
        live.refresh_from_db()
        return {}
    keep_if_changed(live, by=writer_of(copy), note=_("Taken over from the working copy."))
    return written


def keep_in_history(live: Article, copy: Article, lost: Texts) -> None:
    """Leave a version of the article that says what its copy did, behind the one that counts."""
    content = catch_up(live).content
    other: Content = {**content, FIELDS: {**content[FIELDS]}}
    other |= {kind: [dict(row) for row in content.get(kind, [])] for kind in KINDS}
    write_into_content(other, lost)
    note = _("What the working copy said, where the article was written too.")
    keep_revision(take_next_version(live), other, by=writer_of(copy), note=note)
    keep_if_changed(live, by=None, note=_("The article keeps what was written in it."))


def writer_of(copy: Article) -> User | None:
    last = copy.revisions.first()
    return last.made_by if last else None


def write_into_content(content: Content, texts: Texts) -> bool:
    """Put texts into a snapshot; says whether that changed it."""
    changed = differing_texts(texts, texts_in(content, Language.all()))
    rows = {(kind, row["key"]): row for kind in KINDS for row in content.get(kind, ())}
    for place, value in changed.items():
        row = content[FIELDS] if place.kind == FIELDS else rows[place.kind, place.key]
        row[place.column] = value
    return bool(changed)


def copy_texts_from_article(live: Article, copy: Article) -> None:
    """Let a working copy say what its article does; it is no change of the copy's own."""
    catch_up(copy)
    languages = synced_languages(live, copy)
    wanted = texts_in(snapshot(live), languages)
    write_texts(copy, differing_texts(wanted, texts_in(snapshot(copy), languages)))
    ends = {one.pk: one for one in (opening(copy), copy.revisions.first()) if one}
    for revision in ends.values():
        if write_into_content(revision.content, wanted):
            Revision.objects.filter(pk=revision.pk).update(content=revision.content)


# Their translations.


def translations_apart(live: Article, copy: Article) -> bool:
    mine, theirs = (by_language(one, live.never_published) for one in (copy, live))
    return {code: progress_of(one) for code, one in mine.items()} != {
        code: progress_of(one) for code, one in theirs.items()
    }


def by_language(article: Article, languages: Iterable[Language]) -> dict[str, Translation]:
    codes = [one.code for one in languages]
    if "translations" in vars(article).get("_prefetched_objects_cache", {}):
        return {one.language: one for one in article.translations.all() if one.language in codes}
    return {one.language: one for one in article.translations.filter(language__in=codes)}


def progress_of(translation: Translation) -> list[Any]:
    return [getattr(translation, name) for name in INHERITED]


def sync_translations(live: Article, copy: Article, given: Texts) -> None:
    """Let the later of two confirmations count; the working copy's row is the article's again."""
    mine, theirs = (by_language(one, live.never_published) for one in (copy, live))
    codes = {place.language for place in given}
    for code, one in mine.items():
        at = theirs[code].confirmed_at if code in theirs else None
        if one.confirmed_at and (at is None or one.confirmed_at > at):
            codes.add(code)
    if codes:
        live.inherit_translations(copy, [Language(code) for code in codes])
    copy.inherit_translations(live, live.never_published)
    copy.translations.filter(
        language__in=mine.keys() - by_language(live, live.never_published)
    ).delete()


# Going back.


def restore(revision: Revision, language: Language, *, onto: Article, by: User) -> None:
    """Bring back what an older version said in a language that nobody has read.

    Its address and its dates stay as they are.

    Raises:
        ValidationError: readers have the language; or it waits for its moment, and would then
            lack what readers must have.
    """
    with transaction.atomic():
        article = locked(onto.pk)
        if language not in article.never_published:
            raise ValidationError(_("Readers have this language: restore it in a working copy."))
        there = texts_in(catch_up(article).content, [language])
        older, dates = texts_in(revision.content, [language]), set(date_columns())
        write_texts(
            article,
            {
                place: value
                for place, value in differing_texts(older, there).items()
                if place.column not in dates
                and not (place.column.startswith(ADDRESS) and there[place])
            },
        )
        article.refuse_gaps()
        note = _("Restored version %(number)d.") % {"number": revision.version}
        keep_if_changed(article, by=by, note=note)
        sync_working_copy_of(article)
