"""What concerned a person, in words, with where it is."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.revision_notes import in_active_language
from articles.languages import Language
from articles.models import Article, Note, Revision, Transition, Translation, User
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
    article: Article
    words: str
    """What somebody wrote with it: a note, a reason."""
    url: str


def told(user: User, some: list[Occurrence]) -> list[Notice]:
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
    articles = Article.with_copies.for_desk(user).in_bulk(keys)
    found = []
    for one in some:
        row = rows[one.kind].get(one.row)
        article = row and articles.get(row.article_id)
        if article is not None:
            found.append(IN_WORDS[one.kind](one, row, article))
    return found


def note_told(one: Occurrence, note: Note, article: Article) -> Notice:
    sentence = _("asks you for a correction") if note.asks_correction else _("wrote you a note")
    url = f"{change_url(article)}#note-{note.pk}"
    return Notice(
        one.name, one.at, one.is_read, sentence, name(note.author), article, note.text, url
    )


def move_told(one: Occurrence, move: Transition, article: Article) -> Notice:
    language = Language(move.language)
    state = LanguageState(language, Phase(move.to_status), move.effective_at)
    said = _("sent back to you") if move.to_status == Phase.DRAFT else state.label
    sentence = in_words(language, said)
    by, url = name(move.made_by), change_url(article)
    return Notice(one.name, one.at, one.is_read, sentence, by, article, move.note, url)


def task_told(one: Occurrence, task: Translation, article: Article) -> Notice:
    sentence = _("gave you the translation into %(language)s") % {
        "language": Language.active().name_of(task.into)
    }
    url = reverse("admin:articles_article_translate", args=[article.pk, task.language])
    by = name(task.assigned_by)
    return Notice(one.name, one.at, one.is_read, sentence, by, article, "", url)


def change_told(one: Occurrence, revision: Revision, article: Article) -> Notice:
    sentence, by = _("changed your article"), name(revision.made_by)
    url = reverse("admin:articles_article_history", args=[article.pk])
    words = in_active_language(revision.note)
    return Notice(one.name, one.at, one.is_read, sentence, by, article, words, url)


IN_WORDS: dict[str, Any] = {
    "note": note_told,
    "move": move_told,
    "task": task_told,
    "change": change_told,
}


def name(person: User | None) -> str:
    return f"{person}" if person else "–"


def change_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
