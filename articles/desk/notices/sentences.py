"""What concerned a person, in words, with where it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.notes import address_of
from articles.desk.revision_notes import in_active_language
from articles.languages import Language
from articles.models import (
    Article,
    IncomingItem,
    Note,
    ReceivedText,
    Revision,
    SenderNotice,
    Transition,
    Translation,
    User,
)
from articles.models.phases import LanguageState, Phase, in_words

from .concerning import Occurrence


@dataclass(frozen=True)
class Notice:
    """One line: what happened, to which article, by whom, and where to go."""

    name: str
    at: datetime
    is_read: bool
    sentence: str
    by: str
    article: Article | IncomingItem
    """What it is of: an article, or a text that is none yet."""
    words: str
    """What somebody wrote with it: a note, a reason."""
    url: str


def notices_of(user: User, some: list[Occurrence]) -> list[Notice]:
    """These occurrences in words; one whose row is gone since is left out."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for one in some:
        by_kind[one.kind].append(one.row)
    rows: dict[str, dict[int, Any]] = {
        "note": Note.objects.select_related("author").in_bulk(by_kind["note"]),
        "move": Transition.objects.select_related("made_by").in_bulk(by_kind["move"]),
        "task": Translation.objects.defer("pairs")
        .select_related("assigned_by")
        .in_bulk(by_kind["task"]),
        "change": Revision.objects.defer("content")
        .select_related("made_by")
        .in_bulk(by_kind["change"]),
    }
    keys = {row.article_id for kind in rows.values() for row in kind.values()}
    said = SenderNotice.objects.select_related("item__feed").in_bulk(by_kind["sender"])
    made = made_of(said.values())
    articles = Article.with_copies.for_desk(user).in_bulk(keys | set(made.values()))
    found = []
    for one in some:
        if one.kind == "sender" and one.row in said:
            notice = said[one.row]
            found.append(
                sender_notice(one, notice, articles.get(made.get(notice.item_id, 0)), user)
            )
            continue
        row = rows.get(one.kind, {}).get(one.row)
        article = row and articles.get(row.article_id)
        if article is not None:
            found.append(IN_WORDS[one.kind](one, row, article))
    return found


def note_notice(one: Occurrence, note: Note, article: Article) -> Notice:
    sentence = _("asks you for a correction") if note.asks_correction else _("wrote you a note")
    url = address_of(note) if note.entry_id else f"{change_url(article)}#note-{note.pk}"
    return Notice(
        one.name, one.at, one.is_read, sentence, name(note.author), article, note.text, url
    )


def move_notice(one: Occurrence, move: Transition, article: Article) -> Notice:
    language = Language(move.language)
    state = LanguageState(language, Phase(move.to_status), move.effective_at)
    said = _("sent back to you") if move.to_status == Phase.DRAFT else state.label
    sentence = in_words(language, said)
    by, url = name(move.made_by), change_url(article)
    return Notice(one.name, one.at, one.is_read, sentence, by, article, move.note, url)


def task_notice(one: Occurrence, task: Translation, article: Article) -> Notice:
    sentence = _("gave you the translation into %(language)s") % {
        "language": Language.active().name_of(task.into)
    }
    url = reverse("admin:articles_article_translate", args=[article.pk, task.language])
    by = name(task.assigned_by)
    return Notice(one.name, one.at, one.is_read, sentence, by, article, "", url)


def change_notice(one: Occurrence, revision: Revision, article: Article) -> Notice:
    sentence, by = _("changed your article"), name(revision.made_by)
    url = reverse("admin:articles_article_history", args=[article.pk])
    words = in_active_language(revision.note)
    return Notice(one.name, one.at, one.is_read, sentence, by, article, words, url)


def made_of(notices: Iterable[SenderNotice]) -> dict[int, int]:
    """The articles that were made of items, the last of each."""
    items = [one.item_id for one in notices]
    if not items:
        return {}
    texts = ReceivedText.objects.order_by("pk").filter(came_as__in=items, article__isnull=False)
    return dict(texts.values_list("came_as", "article"))


def sender_notice(
    one: Occurrence, notice: SenderNotice, article: Article | None, user: User
) -> Notice:
    """Of a colleague's article its taker is told of the text that they took, and no more."""
    is_open = article is not None and article.is_open_to(user)
    of = article if article is not None and is_open else notice.item
    inbox = f"{reverse('admin:articles_import_inbox')}?state={notice.item.state}"
    url = change_url(article) if article is not None and is_open else inbox
    sentence, by = str(notice), notice.sender
    return Notice(one.name, one.at, one.is_read, sentence, by, of, notice.words, url)


IN_WORDS: dict[str, Any] = {
    "note": note_notice,
    "move": move_notice,
    "task": task_notice,
    "change": change_notice,
}


def name(person: User | None) -> str:
    return f"{person}" if person else "–"


def change_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
