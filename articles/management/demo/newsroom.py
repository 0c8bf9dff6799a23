"""The newsroom of this week that `make run` shows: from its files, in one go or not at all."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from articles.languages import Language
from articles.models import Article, User

from .copydesk import Copydesk
from .moments import Calendar
from .press import load_press_list
from .records import FOLDER, load_records, toml_tables

ARTICLES = FOLDER / "articles"


def load_newsroom(people: dict[str, User]) -> int:
    """Have the demo newsroom, dated by today; returns how many articles were added.

    Args:
        people: the accounts by their roles, who are said to have done the work.
    """
    calendar = Calendar.of_today()
    with transaction.atomic():
        load_records(calendar)
        load_press_list()
        known = set(Article.objects.values_list("key", flat=True))
        added = [one for one in read_all(calendar, people) if one.key not in known]
        for desk in sorted(added, key=lambda one: one.begun(one.languages[0])):
            desk.work()
    return len(added)


def read_all(calendar: Calendar, people: dict[str, User]) -> list[Copydesk]:
    return [
        Copydesk(path.stem, toml_tables(path), texts_beside(path), calendar, people)
        for path in sorted(ARTICLES.glob("*.toml"))
    ]


def texts_beside(path: Path) -> dict[Language, str]:
    """The texts of an article, in the newsroom's languages that it is written in."""
    found = {one: path.with_suffix(f".{one.code}.md") for one in Language.all()}
    return {one: text.read_text(encoding="utf-8") for one, text in found.items() if text.exists()}
