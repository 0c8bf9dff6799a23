"""What waits in a working copy, read once for a page: the copy, its article, and their rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, prefetch_related_objects

from articles.languages import Language
from articles.models import Article, Correction, Revision

from .snapshots import (
    CHILDREN,
    Content,
    child_model,
    child_parent,
    content_fields,
    content_of,
    related_names,
    rows_to_read,
    snapshot,
)
from .working_copies import Ends, changed_since, published_by_date, take_out_ends, with_changes

ORIGIN = "working_copy_of"
SELDOM = ("attachments", "corrections")
"""The rows that most articles have none of: asked for where one of the two has some."""


def with_article(copies: Any) -> Any:
    """Working copies, each with its article and with what both name."""
    named = related_names([*content_fields(Article)])
    both = {
        f"both_have_{kind}": Exists(
            child_model(kind)._base_manager.filter(
                Q(**{child_parent(kind): OuterRef("pk")})
                | Q(**{child_parent(kind): OuterRef(ORIGIN)})
            )
        )
        for kind in SELDOM
    }
    beside = [*named, *(f"event__{one}" for one in ("place", "parent"))]
    return copies.select_related(
        *beside,
        "created_by",
        ORIGIN,
        f"{ORIGIN}__created_by",
        *(f"{ORIGIN}__{one}" for one in beside),
    ).annotate(**both)


def read_rows_of_both(copy: Article) -> None:
    """Read all rows of a working copy and of its article together, for whoever asks for them."""
    live: Any = copy.working_copy_of
    wanted = [one for one in rows_to_read() if getattr(copy, f"both_have_{one.prefetch_to}", True)]
    there = [one.prefetch_to for one in wanted]
    translations = [Prefetch("translations")] if live.never_published else []
    prefetch_related_objects([copy, live], *wanted, *translations)
    for article in (copy, live):
        read = vars(article)["_prefetched_objects_cache"]
        for kind in CHILDREN:
            if kind not in there:
                read[kind] = child_model(kind)._default_manager.none()


@dataclass
class WaitingChanges:
    """What readers have, and what they would have with what was changed in a working copy."""

    copy: Article
    opened: Revision
    before: Content
    now: Content

    @classmethod
    def of(cls, copy: Article) -> WaitingChanges:
        """As both are stored."""
        live: Any = copy.working_copy_of
        return cls(copy, copy.revisions.earliest("version"), snapshot(live), snapshot(copy))

    @classmethod
    def read(cls, copy: Article) -> WaitingChanges:
        """As both were read a moment ago, with ``read_rows_of_both``."""
        live: Any = copy.working_copy_of
        opened = copy.revisions.earliest("version")
        return cls(copy, opened, content_of(live), content_of(copy))

    @cached_property
    def changed(self) -> dict[str, Any]:
        return changed_since(self.opened.content, self.now)

    @cached_property
    def after(self) -> Content:
        return with_changes(self.before, self.changed)

    @property
    def ends(self) -> Ends:
        """Until when readers are to have a language, where the changes say so."""
        live: Any = self.copy.working_copy_of
        return take_out_ends({**self.changed["fields"]}, live)

    def at_once(self, now: Any) -> list[Language]:
        """The languages that readers would get at once with the changes, by their dates."""
        live: Any = self.copy.working_copy_of
        return published_by_date(live, self.changed["fields"], now)

    def languages_corrected(self) -> set[str]:
        """The codes of the languages in which the copy says to readers what was put right."""
        known = {row["key"] for row in self.before["corrections"]}
        return {
            language.code
            for row in self.now["corrections"]
            if row["public"]
            and row["kind"] != Correction.Kind.TYPOGRAPHICAL
            and row["key"] not in known
            for language in Language.all()
            if (row.get(language.field("text")) or "").strip()
        }
