"""The pages that the desk has of each kind of record: a further kind is one line in ``RECORDS``."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group

from articles import models
from quality.desk_addresses import PageOfDesk, Whereabouts, at, first, of, row_of
from quality.states import State

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
    models.Remembered,
    models.Quote,
    models.Correction,
    models.Note,
    models.PressContact,
    models.MediaKit,
    models.PressList,
    models.Journalist,
    models.Subscriber,
    models.UrgentBanner,
    models.User,
    Group,
)
MADE_ELSEWHERE = {
    models.FrontPage,
    models.Subscriber,
    models.Remembered,
    models.Quote,
    models.Correction,
    models.Note,
}
"""Kinds of records that nobody adds at the desk."""
KEPT = {models.FrontPage, models.Quote, models.Correction, models.Note, models.IncomingFeed}
"""Kinds of records that nobody deletes by themselves."""
MERGED = (
    models.Speaker,
    models.Organization,
    models.Event,
    models.Source,
    models.Place,
    models.Topic,
)
PROPOSED = (models.Speaker, models.Organization, models.Image)


def of_records() -> list[PageOfDesk]:
    """The pages of each kind of record: list, form, a new one, its history, its deletion."""
    found = []
    for model in RECORDS:
        name, app = model._meta.model_name or "", model._meta.app_label

        view, one = f"admin:{app}_{name}", row_of(model)
        found.append(PageOfDesk(f"{name}, list", Whereabouts(f"{view}_changelist")))
        found.append(PageOfDesk(f"{name}, form", Whereabouts(f"{view}_change", one)))
        found.append(PageOfDesk(f"{name}, history", Whereabouts(f"{view}_history", one)))
        if model not in MADE_ELSEWHERE:
            found.append(PageOfDesk(f"{name}, new", Whereabouts(f"{view}_add")))
        if model not in KEPT:
            found.append(PageOfDesk(f"{name}, delete", Whereabouts(f"{view}_delete", one)))
    return found


def of_shared_records() -> list[PageOfDesk]:
    """The pages of what several articles speak of: merged, proposed, all that is theirs."""
    found = []
    for model in MERGED:
        name = model._meta.model_name or ""
        found.append(PageOfDesk(f"{name}, merge", of(f"{name}_merge", first(model))))
        found.append(PageOfDesk(f"{name}, merged with", merged(model)))
        found.append(PageOfDesk(f"{name}, theirs", of(f"{name}_theirs", first(model))))
    proposals = [PageOfDesk(f"{one._meta.model_name}, proposal", proposed(one)) for one in PROPOSED]
    return found + proposals


def merged(model: type[Any]) -> Whereabouts:
    """The page on which two records have been chosen."""
    name, rows = model._meta.model_name, model._default_manager.order_by("pk")
    return Whereabouts(
        f"admin:articles_{name}_merge", row_of(model), lambda: f"?other={rows[1].pk}"
    )


def proposed(model: type[Any]) -> Whereabouts:
    def waiting() -> tuple[object, ...]:
        record = first(model)()
        return record.pk, models.Proposal.objects.of(record).waiting().latest("pk").pk

    return Whereabouts(f"admin:articles_{model._meta.model_name}_proposal", waiting)


def of_empty_lists() -> list[PageOfDesk]:
    """What is shown where nothing is: to the first person of a new newsroom."""
    names = {
        "desk": "index",
        "calendar": "articles_calendar",
        "notices": "articles_notices",
        "find": "articles_find",
        "articles": "articles_article_changelist",
        "saved lists": "articles_lists",
        "deleted": "articles_article_deleted",
        "translations": "articles_translations",
        "templates": "articles_article_templates",
        "static pages": "articles_site_pages",
        "import": "articles_import",
        "inbox": "articles_import_inbox",
    }
    names |= {
        model._meta.model_name or "": f"articles_{model._meta.model_name}_changelist"
        for model in (models.Speaker, models.Image, models.MediaKit, models.Journalist)
    }
    return [
        PageOfDesk(f"empty {label}", at(name), state=State.EMPTY) for label, name in names.items()
    ]
