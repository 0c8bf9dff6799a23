"""Every page of the desk, by name: the table that its pictures and its barriers go through.

A further page is one line in ``DESK_PAGES``.
"""

from __future__ import annotations

from articles import models
from articles.admin.listing.bulk_actions import ACTS
from quality.desk_addresses import (
    CAIRO,
    FOLLOWED,
    NOBODY,
    Fields,
    PageOfDesk,
    Whereabouts,
    article,
    at,
    chosen_to_delete,
    draft,
    entry,
    first,
    mailed_key,
    mine,
    moved,
    noted,
    of,
    received,
    working_copy,
)
from quality.desk_kinds import of_empty_lists, of_records, of_shared_records
from quality.states import State


def together(act: str) -> PageOfDesk:
    """What would become of many articles: the page before an act of the list."""

    def chosen() -> Fields:
        articles = models.Article.objects.exclude(status_fr="published").order_by("-pk")[:12]
        live = models.Article.objects.order_by("pk")[:3]
        return [("act", act), *(("key", f"{one.pk}") for one in (*articles, *live))]

    return PageOfDesk(
        f"together, {act}",
        at("articles_article_changelist"),
        sends=chosen,
        sends_to=at("articles_article_together"),
    )


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
    PageOfDesk("all records", Whereabouts("admin:app_list", lambda: ("articles",))),
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
    PageOfDesk("password", at("password_change")),
    PageOfDesk("password, changed", at("password_change_done")),
    PageOfDesk("calendar, move", Whereabouts("admin:articles_calendar_move", query=moved)),
    PageOfDesk("find, nothing", at("articles_find", "?q=qwertz")),
    PageOfDesk("articles, nothing found", at("articles_article_changelist", "?q=qwertz")),
    PageOfDesk("speaker, nothing found", at("articles_speaker_changelist", "?q=qwertz")),
    PageOfDesk("writing, returned", of("article_change", mine("chief"))),
    PageOfDesk("writing, with notes", of("article_change", noted)),
    PageOfDesk(
        "writing, refused",
        at("articles_article_add"),
        sends=lambda: [("headline_fr", "x" * 400), ("live_until_fr_0", "hier")],
    ),
    PageOfDesk("event, refused", at("articles_event_add"), sends=lambda: [("starts_on", "hier")]),
    PageOfDesk("authors of a copy", of("article_authors", working_copy)),
    PageOfDesk("preview, phone", of("article_preview", draft, "fr", query="?screen=phone")),
    PageOfDesk("under embargo", of("article_embargoed", article("embargoed"), "fr")),
    PageOfDesk("live entry", Whereabouts("admin:articles_article_live_entry", entry)),
    PageOfDesk("translate, from nothing", of("article_translate", draft, "fr")),
    PageOfDesk("memory, by file", at("articles_remembered_import")),
    PageOfDesk("front page, copy", of("frontpage_copy", first(models.FrontPage), "ar")),
    PageOfDesk("import, a text", of("import_review", received)),
    PageOfDesk(
        "import, nothing there",
        Whereabouts("admin:articles_import_nothing", lambda: ("999/",)),
        status=404,
    ),
    PageOfDesk("inbox, set aside", at("articles_import_inbox", "?state=aside")),
    PageOfDesk(
        "names, read",
        at("articles_gazetteerentry_paste"),
        sends=lambda: [("text", "Office national de l’eau (ONAS)\nKarim Haddad\nالرباط")],
    ),
    PageOfDesk(
        "journalists, read",
        of("presslist_paste", first(models.PressList)),
        sends=lambda: [("text", "Salma Idrissi <salma@example.org>\nsans adresse")],
    ),
    *map(together, ACTS),
    PageOfDesk(
        "speaker, delete many",
        at("articles_speaker_changelist"),
        sends=chosen_to_delete(models.Speaker),
    ),
    PageOfDesk(
        "term, delete many", at("articles_term_changelist"), sends=chosen_to_delete(models.Term)
    ),
    PageOfDesk(
        "account, password",
        Whereabouts("admin:auth_user_password_change", lambda: (first(models.User)().pk,)),
    ),
    PageOfDesk("desk, reporter", at("index"), role="reporter"),
    PageOfDesk("articles, reporter", at("articles_article_changelist"), role="reporter"),
    PageOfDesk("writing, reporter", of("article_change", mine("reporter")), role="reporter"),
    PageOfDesk("article of others, reporter", of("article_change", CAIRO), role="reporter"),
    PageOfDesk("speaker, reporter", of("speaker_change", first(models.Speaker)), role="reporter"),
    PageOfDesk("refused", at("articles_user_changelist"), role="reporter", status=403),
    PageOfDesk("not found", at("index", "nowhere/"), status=404),
    PageOfDesk("broken", at("index"), role=NOBODY, state=State.BROKEN, status=500),
    PageOfDesk("resting", at("index"), role=NOBODY, state=State.RESTING, status=503),
    PageOfDesk("sign in", at("login"), role=NOBODY),
    PageOfDesk(
        "sign in, refused",
        at("login"),
        role=NOBODY,
        sends=lambda: [("username", "personne"), ("password", "rien")],
    ),
    PageOfDesk("forgotten password", Whereabouts("admin_password_reset"), role=NOBODY),
    PageOfDesk("forgotten password, sent", Whereabouts("password_reset_done"), role=NOBODY),
    PageOfDesk("new password", Whereabouts("password_reset_confirm", mailed_key), role=NOBODY),
    PageOfDesk(
        "new password, old link",
        Whereabouts("password_reset_confirm", lambda: ("a", "b")),
        role=NOBODY,
    ),
    PageOfDesk("new password, done", Whereabouts("password_reset_complete"), role=NOBODY),
    *of_empty_lists(),
    *of_shared_records(),
    *of_records(),
]
