"""What the demo changes after readers had it: corrections, updates, and what waits beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from articles.desk.editing import working_copies
from articles.desk.editing.history import keep_if_changed
from articles.desk.publication import corrections, correctors
from articles.desk.translation import paragraphs
from articles.languages import Language
from articles.models import Article, Correction, Translation, User

if TYPE_CHECKING:
    from .copydesk import Copydesk

type Change = dict[str, Any]
"""When it was made, by whom, of which kind; by language what it was before, and what is told."""


def as_it_was(text: str, language: Language, changes: list[Change]) -> str:
    """A text before changes.

    Raises:
        ValueError: what they wrote does not stand in it.
    """
    for one in changes:
        edit = one.get(language.code)
        if edit is None:
            continue
        if edit["after"] not in text:
            raise ValueError(f"These words do not stand in the text: {edit['after']}")
        text = text.replace(edit["after"], edit.get("before", ""))
    return text


def change(desk: Copydesk, said: Change) -> None:
    """Change what readers have, in a working copy; a change of no kind waits there."""
    by = desk.people[said.get("by", "chief")]
    desk.article = Article.objects.get(pk=desk.article.pk)
    copy = working_copies.open_copy(desk.article, by=by)
    edited = [one for one in desk.languages if one.code in said]
    for language in edited:
        desk.put(copy, language, desk.text(language, is_first=False))
    copy.save()
    keep_if_changed(copy, by=by)
    if "kind" in said:
        publish(desk, copy, said, edited, by)
    else:
        let_wait(desk, copy, said, by)


def publish(desk: Copydesk, copy: Article, said: Change, edited: list[Language], by: User) -> None:
    """Give readers a change, and tell them; translations that were written with it are kept."""
    told = {one.code: said[one.code]["told"] for one in edited if "told" in said[one.code]}
    answers = corrections.CorrectionAnswers(
        corrections=told if said["kind"] == "correction" else {},
        updates=told if said["kind"] == "update" else {},
        misprints=[one.code for one in edited if said["kind"] == "misprint"],
    )
    desk.article = working_copies.publish(copy, by=by, told=answers)
    for language in edited:
        if desk.article.translation_into(language):
            paragraphs.confirm(desk.article, language, by=by)
    moment = desk.calendar.moment(said["at"])
    desk.date_revisions(moment)
    Correction.objects.filter(article=desk.article, created_at__gte=desk.calendar.now).update(
        made_on=moment.date(), created_at=moment
    )
    Translation.objects.filter(article=desk.article, stale_since__isnull=False).update(
        stale_since=moment
    )


def let_wait(desk: Copydesk, copy: Article, said: Change, by: User) -> None:
    """Leave a change beside its article; where it needs a correction, ask for one."""
    moment = desk.calendar.moment(said["at"])
    copy.revisions.update(made_at=moment)
    Article.with_copies.filter(pk=copy.pk).update(updated_at=moment)
    if words := said.get("asks"):
        correctors.ask(copy, correctors.correctors(desk.article), words, by=by)
        desk.article.notes.update(created_at=moment)
