"""Every page of the desk, by name: the table that its pictures and its barriers go through.

A further page is one line in ``DESK_PAGES``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from articles import models


@dataclass(frozen=True)
class PageOfDesk:
    """One page; ``address`` says where it is."""

    name: str
    address: Callable[[], str]


def at(name: str, query: str = "") -> Callable[[], str]:
    return lambda: reverse(f"admin:{name}") + query


def of(page: str, find: Callable[[], Any], *further: object, query: str = "") -> Callable[[], str]:
    """The address of a page of one record."""
    return lambda: reverse(f"admin:articles_{page}", args=[find().pk, *further]) + query


def article(key: str) -> Callable[[], models.Article]:
    return lambda: models.Article.objects.get(key=key)


def first(model: type[Any]) -> Callable[[], Any]:
    return lambda: model._default_manager.order_by("pk").first()


def working_copy() -> models.Article:
    return models.Article.with_copies.filter(working_copy_of__isnull=False).latest("pk")


def draft() -> models.Article:
    return models.Article.objects.filter(status_fr="draft", status_ar="draft").latest("pk")


CAIRO = article("cairo-plenary-report")
FOLLOWED = article("followed-live")
RECORDS = (
    models.Speaker,
    models.Organization,
    models.Event,
    models.Source,
    models.Place,
    models.Topic,
    models.Image,
    models.Document,
    models.FrontPage,
    models.ArticleTemplate,
    models.IncomingFeed,
    models.GazetteerEntry,
    models.Term,
    models.PressContact,
    models.MediaKit,
    models.PressList,
    models.Journalist,
    models.Subscriber,
    models.UrgentBanner,
    models.User,
)


MADE_ELSEWHERE = {models.FrontPage, models.Subscriber}
"""Kinds of records that nobody adds at the desk."""


def of_records() -> list[PageOfDesk]:
    """The list of each kind of record, the form of one, and the form for a new one."""
    found = []
    for model in RECORDS:
        label, name = model._meta.model_name, (model._meta.model_name or "")
        found.append(PageOfDesk(f"{name}, list", at(f"articles_{label}_changelist")))
        found.append(PageOfDesk(f"{name}, form", of(f"{label}_change", first(model))))
        if model not in MADE_ELSEWHERE:
            found.append(PageOfDesk(f"{name}, new", at(f"articles_{label}_add")))
    return found


DESK_PAGES = [
    PageOfDesk("desk", at("index")),
    PageOfDesk("calendar, month", at("articles_calendar")),
    PageOfDesk("calendar, week", at("articles_calendar", "?view=week")),
    PageOfDesk("notices", at("articles_notices")),
    PageOfDesk("find", at("articles_find", "?q=maroc")),
    PageOfDesk("articles", at("articles_article_changelist")),
    PageOfDesk("articles, one author", at("articles_article_changelist", "?picture=without")),
    PageOfDesk("saved lists", at("articles_lists")),
    PageOfDesk("deleted", at("articles_article_deleted")),
    PageOfDesk("all records", lambda: reverse("admin:app_list", args=["articles"])),
    PageOfDesk("writing, new", at("articles_article_add")),
    PageOfDesk("writing, draft", of("article_change", draft)),
    PageOfDesk("writing, live", of("article_change", CAIRO)),
    PageOfDesk("writing, working copy", of("article_change", working_copy)),
    PageOfDesk("quick look", of("article_look", CAIRO)),
    PageOfDesk("changes", of("article_changes", working_copy)),
    PageOfDesk("discard", of("article_discard", working_copy)),
    PageOfDesk("history", of("article_history", CAIRO)),
    PageOfDesk("who wrote what", of("article_authors", CAIRO)),
    PageOfDesk("duplicate", of("article_duplicate", CAIRO)),
    PageOfDesk("delete", of("article_delete", draft)),
    PageOfDesk("publish", of("article_publish", draft, "fr")),
    PageOfDesk("preview", of("article_preview", draft, "ar")),
    PageOfDesk("live coverage", of("article_live", FOLLOWED)),
    PageOfDesk("translate", of("article_translate", CAIRO, "ar")),
    PageOfDesk("translations", at("articles_translations")),
    PageOfDesk("translations by file", at("articles_article_xliff_import")),
    PageOfDesk("templates", at("articles_article_templates")),
    PageOfDesk("static pages", at("articles_site_pages")),
    PageOfDesk("newsroom", at("articles_newsroom_changelist")),
    PageOfDesk("import", at("articles_import")),
    PageOfDesk("inbox", at("articles_import_inbox")),
    PageOfDesk("import, a feed's texts", at("articles_import_inbox", "?show=all")),
    PageOfDesk("names, pasted", at("articles_gazetteerentry_paste")),
    PageOfDesk("glossary, by file", at("articles_term_import")),
    PageOfDesk("pictures, many", at("articles_image_upload")),
    PageOfDesk("journalists, pasted", of("presslist_paste", first(models.PressList))),
    PageOfDesk("speakers, merge", of("speaker_merge", first(models.Speaker))),
    PageOfDesk("speaker, all articles", of("speaker_theirs", first(models.Speaker))),
    PageOfDesk("event, history", of("event_history", first(models.Event))),
    PageOfDesk("event, delete", of("event_delete", first(models.Event))),
    PageOfDesk("password", at("password_change")),
    *of_records(),
]


def fill_desk() -> None:
    """What the pages of the desk show beside the public ones: a day's work of everybody."""
    from articles.desk.editing.working_copies import open_copy
    from articles.desk.notes import leave_note
    from tests import factories
    from tests.conftest import member_of

    chief, reporter = (member_of(role) for role in ("chief", "reporter"))
    factories.ArticleFactory(created_by=reporter)
    begun: Any = factories.ArticleFactory(created_by=reporter, dateline=None)
    leave_note(begun, "@chief Le nombre est à vérifier.", by=reporter)
    copy = open_copy(CAIRO(), by=chief)
    copy.headline_fr = f"Au Caire : {copy.headline_fr}"
    copy.save()
    for make in (
        factories.ArticleTemplateFactory,
        factories.DocumentFactory,
        factories.GazetteerEntryFactory,
        factories.IncomingFeedFactory,
        factories.ImageFactory,
        factories.TermFactory,
        factories.UrgentBannerFactory,
    ):
        make()
    models.PressList.objects.create(name="Rabat")
    models.Journalist.objects.create(name="Nadia Berrada", address="nadia@example.org")
    models.Subscriber.objects.create(address="lectrice@example.org", language="fr")
