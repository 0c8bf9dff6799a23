"""The form of an article on its way, and what the buttons beside it ask for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from articles.languages import Language
from articles.models import Article, Revision, Status, User

from .submission import Submission

OPEN, PUBLISH = "_open_copy", "_publish_changes"
AT_ONCE, AS_IT_IS, TOLD_ALONE = "_at_once", "_as_it_is", "_told_alone"


@dataclass(frozen=True)
class ArticleSubmission(Submission):
    """The form of an article, as it was opened or sent.

    Attributes:
        article: the row as it is stored, held for this person alone while the form is saved.
        revision: the key of the revision on which the form is opened.
        opened_before: whether it was opened before the article went live.
        opened_on: the newest save of the article for which a working copy is opened with the form.
        gone: the number that the form was sent to, where it goes on at another; else 0.
        colleagues: who else has it open; not known where it is sent.
        in_copy: who else has its working copy open; not known where it is sent.
        refused: what was said against it when it was saved a moment ago, which was undone.
    """

    article: Article | None = None
    revision: int | None = None
    opened_before: bool = False
    opened_on: Revision | None = None
    gone: int = 0
    colleagues: Sequence[User] | None = None
    in_copy: Sequence[User] = ()
    refused: Sequence[str] = ()


@dataclass(frozen=True)
class SaveOptions:
    """What the buttons and fields beside the form of an article ask for.

    Attributes:
        move: the language and the state that a button asks for, whether or not the person may.
        note: why: a move that takes something back asks for it.
        as_it_is: whether a translation is submitted with paragraphs that are open.
        at_once: whether readers may have at once what waits, by the dates of the form.
        publishes_changes: whether a working copy is published.
        opens_copy: whether it is saved on the way to a working copy.
    """

    move: tuple[Language, Status] | None = None
    note: str = ""
    as_it_is: bool = False
    at_once: bool = False
    publishes_changes: bool = False
    opens_copy: bool = False

    @classmethod
    def of(cls, post: Mapping[str, str]) -> SaveOptions:
        return cls(
            move=asked_move(post),
            note=post.get("_note", "").strip(),
            as_it_is=AS_IT_IS in post,
            at_once=AT_ONCE in post,
            publishes_changes=PUBLISH in post,
            opens_copy=OPEN in post,
        )


def asked_move(post: Mapping[str, str]) -> tuple[Language, Status] | None:
    """The move that a POST asks for, whether or not the person may."""
    for name in post:
        if name.startswith("_move-") and name.count("-") == 2:
            __, code, to = name.split("-")
            language = Language.find(code)
            if language and to in Status.values:
                return language, Status(to)
    return None
