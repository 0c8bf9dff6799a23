"""Working copies: an article that readers see is changed beside them, then all at once."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from articles.models import Article, Revision, User

from . import memory
from .corrections import NOTHING_TOLD, Told, readers_of, settle
from .history import catch_up, locked, record, step
from .snapshots import (
    CHILDREN,
    ONCE,
    Content,
    Lost,
    comparable,
    content_fields,
    is_state,
    put_children,
    put_fields,
    snapshot,
)

PUBLISH = "articles.publish_article"


def open_copy(article: Article, *, by: User) -> Article:
    """The working copy of a live article: the one there is, or a new one.

    Raises:
        ValidationError: no reader sees the article; it is changed as it is.
    """
    with transaction.atomic():
        live = locked(article.pk)
        if found := copy_of(live):
            return found
        if not live.is_live_somewhere:
            raise ValidationError(_("No reader sees this article: change it directly."))
        catch_up(live)
        copy = Article(working_copy_of=live)
        content = snapshot(live)
        put_fields(copy, without(content["fields"], ONCE), Lost())
        copy.save()
        for kind in CHILDREN:
            put_children(copy, kind, content[kind], Lost())
        copy.inherit_translations(live)
        record(copy, by=by, note=_("Working copy opened."))
        return copy


def copy_of(article: Article) -> Article | None:
    return Article.with_copies.filter(working_copy_of=article.pk).first()


def may_publish(copy: Article, by: User) -> bool:
    return by.has_perm(PUBLISH) and copy.may_be_edited_by(by)


def publish(copy: Article, *, by: User, note: str = "", told: Told = NOTHING_TOLD) -> Article:
    """Let readers have what was changed in a working copy, and nothing else of it.

    ``told`` is what ``by`` says to readers of the changes, beside the copy's own corrections.

    Raises:
        PermissionDenied: ``by`` has no right to.
        ValidationError: the changes would leave readers an incomplete page, or lack the
            correction that they are owed.
    """
    if not may_publish(copy, by):
        raise PermissionDenied(_("You may not publish changes."))
    with transaction.atomic():
        live, copy = locked(copy.working_copy_of_id), locked(copy.pk)
        before, readers = catch_up(live).content, readers_of(live)
        catch_up(copy)
        changed = changes(copy)
        put_fields(live, changed["fields"], Lost())
        live.clean()
        live.save()
        for kind in CHILDREN:
            if kind in changed:
                put_children(live, kind, changed[kind], Lost())
        live.refuse_gaps()
        live.inherit_translations(copy)
        settle(live, readers, before, told, by=by)
        inherit(copy, live)
        copy.delete()
        record(live, by=by, note=note or _("Changes published."))
        return live


def changes(copy: Article) -> dict[str, Any]:
    """What was changed since the copy was opened: columns, and kinds of rows as a whole."""
    opened, now = copy.revisions.earliest("version").content, snapshot(copy)
    changed: dict[str, Any] = {
        "fields": {
            name: value
            for name, value in now["fields"].items()
            if name not in {*ONCE, *states(copy)}
            and comparable(value) != comparable(opened["fields"].get(name))
        }
    }
    for kind in CHILDREN:
        if comparable(now[kind]) != comparable(opened[kind]):
            changed[kind] = now[kind]
    return changed


def outlook(copy: Article) -> tuple[Content, Content]:
    """What readers have, and what they would have once the copy is published."""
    live: Any = copy.working_copy_of
    before, changed = snapshot(live), changes(copy)
    after = {**before, **{kind: changed[kind] for kind in CHILDREN if kind in changed}}
    after["fields"] = before["fields"] | changed["fields"]
    return before, after


def inherit(copy: Article, live: Article) -> None:
    """Let the article's history have who wrote what in the copy."""
    for revision in copy.revisions.order_by("version"):
        step(live)
        revision.content["fields"] |= states(live)
        Revision.objects.filter(pk=revision.pk).update(
            article=live,
            article_key=live.key,
            version=live.version,
            content=revision.content,
        )


def states(article: Article) -> dict[str, Any]:
    columns = [column for column in content_fields(Article) if is_state(column)]
    return {column.name: getattr(article, column.attname) for column in columns}


def discard(copy: Article) -> None:
    """Forget a working copy; the article that readers see stays as it is."""
    with transaction.atomic():
        copy = locked(copy.pk)
        memory.withhold(copy)
        copy.revisions.all().delete()
        copy.delete()


def without(fields: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}
