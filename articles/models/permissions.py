"""Every permission that the program asks about, and the roles: which permissions each one has.

A permission is named here once, by the constant that has its codename in capitals. Groups are
made from ``ROLES`` by ``desk/roles.py``, and the table in ``docs/security.md`` is written from it
by ``scripts/roles.py``. A permission that a role gets later also needs a migration: a group that
exists already belongs to the newsroom, and is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self

from django.contrib.auth import get_permission_codename
from django.db import models
from django.utils.translation import gettext_lazy as _

VIEW_ARTICLE = "articles.view_article"
ADD_ARTICLE = "articles.add_article"
"""Asked for by whatever makes an article, taking in a text that was sent among them."""
CHANGE_ARTICLE = "articles.change_article"
DELETE_ARTICLE = "articles.delete_article"
VIEW_IMAGE = "articles.view_image"
CHANGE_IMAGE = "articles.change_image"
VIEW_DOCUMENT = "articles.view_document"
CHANGE_QUOTE = "articles.change_quote"

PUBLISH_ARTICLE = "articles.publish_article"
WITHDRAW_ARTICLE = "articles.withdraw_article"
CORRECT_ARTICLE = "articles.correct_article"
SEND_UNDER_EMBARGO = "articles.send_under_embargo"
EDIT_ANY_ARTICLE = "articles.edit_any_article"
EDIT_ANY_STATE = "articles.edit_any_state"
EDIT_ANY_LANGUAGE = "articles.edit_any_language"
ANNOUNCE_URGENT = "articles.add_urgentbanner"
VIEW_GROUP = "auth.view_group"


def codename(permission: str) -> str:
    """The permission without its app, as its row in the database has it."""
    return permission.partition(".")[2]


def permission_to(verb: str, model: type[models.Model]) -> str:
    """The permission that Django makes for each model: to view, add, change or delete its rows."""
    return f"{model._meta.app_label}.{get_permission_codename(verb, model._meta)}"


OF_ARTICLES: list[tuple[str, Any]] = [
    (codename(PUBLISH_ARTICLE), _("Can publish an article")),
    (codename(WITHDRAW_ARTICLE), _("Can withdraw a published article")),
    (codename(CORRECT_ARTICLE), _("Can correct a published article")),
    (codename(EDIT_ANY_ARTICLE), _("Can edit everybody’s articles")),
    (codename(EDIT_ANY_STATE), _("Can edit articles that are no draft any more")),
    (codename(SEND_UNDER_EMBARGO), _("Can send an article to journalists under its embargo")),
    (codename(EDIT_ANY_LANGUAGE), _("Can edit every language, and the facts")),
]
"""The permissions of our own, beside those that Django makes for each model."""

TRANSLATED_RECORDS = (
    "affiliation",
    "document",
    "event",
    "organization",
    "place",
    "source",
    "speaker",
    "topic",
)
"""The records that are called something in each language, which translators write."""
RECORDS = (
    *TRANSLATED_RECORDS,
    "appearance",
    "attachment",
    "image",
    "mention",
    "participation",
    "quote",
    "topicofarticle",
)
FOR_THE_PRESS = ("presscontact", "mediakit", "kitpicture", "kitdocument", "kitarticle")
"""Whom the press may ask, and what it is given: readers have it at once, as editors write it."""
LANGUAGE_TOOLS = ("term", "remembered", "gazetteerentry")
"""The glossary, the translation memory, and the names that wire copy is read with."""


def permissions_for(verbs: str, *names: str) -> frozenset[str]:
    """The permissions to do each of these to the rows of each of these models."""
    return frozenset(f"articles.{verb}_{name}" for name in names for verb in verbs.split())


EVERYTHING = "view add change delete"
REPORTER = (
    permissions_for("view add change", "article", *RECORDS)
    | permissions_for("delete", "attachment", "quote", "mention", "topicofarticle")
    | permissions_for("view", *LANGUAGE_TOOLS)
    | {EDIT_ANY_LANGUAGE}
)
TRANSLATOR = (
    permissions_for("view", "article", *RECORDS, *LANGUAGE_TOOLS)
    | permissions_for("change", "article", "image", "quote", *TRANSLATED_RECORDS)
    | permissions_for("add change", "term", "gazetteerentry")
    | {EDIT_ANY_ARTICLE}
)
EDITOR = (
    permissions_for("view add change", "article", "frontpage")
    | permissions_for(EVERYTHING, *RECORDS, *LANGUAGE_TOOLS, *FOR_THE_PRESS)
    | permissions_for(EVERYTHING, "section", "placement", "urgentbanner")
    | permissions_for("view", "correction", "transition", "incomingfeed")
    | {PUBLISH_ARTICLE, EDIT_ANY_ARTICLE, EDIT_ANY_STATE, EDIT_ANY_LANGUAGE}
)
CHIEF = (
    EDITOR
    | permissions_for("add change delete", "correction")
    | permissions_for("add change", "incomingfeed")
    | permissions_for(EVERYTHING, "articletemplate", "newsroomlink")
    | permissions_for("view change", "newsroom")
    | permissions_for(EVERYTHING, "journalist", "presslist")
    | permissions_for("view change delete", "subscriber")
    | {WITHDRAW_ARTICLE, CORRECT_ARTICLE, DELETE_ARTICLE, SEND_UNDER_EMBARGO}
)
ADMINISTRATOR = (
    CHIEF
    | permissions_for(EVERYTHING, "frontpage", "note", "presence", "revision", "transition")
    | permissions_for("view add change", "user")
    | {VIEW_GROUP}
)

ROLES = {
    "reporter": REPORTER,
    "translator": TRANSLATOR,
    "editor": EDITOR,
    "chief": CHIEF,
    "administrator": ADMINISTRATOR,
}
"""The name of each group, and its permissions when it is made."""


class SomeRights(frozenset[str]):
    """The rights of whom a query is put together for; it tells who asks for another."""

    asked: frozenset[str]

    def __new__(cls, rights: Iterable[str], *, asked: frozenset[str]) -> Self:
        made = super().__new__(cls, rights)
        made.asked = asked
        return made

    def __contains__(self, right: object) -> bool:
        if right not in self.asked:
            raise LookupError(f"{right} is none of those that the query may ask for")
        return super().__contains__(right)
