"""Every page of the desk is looked at by axe and has its picture: the table has each URL."""

from django.urls import get_resolver

from quality.desk_pages import DESK_PAGES

# What a page asks for, or a form sends: its answer is no page that somebody looks at.
NO_PAGES = {
    "alike",
    "autocomplete",
    "by_key",
    "checks",
    "choose",
    "columns",
    "embed",
    "export",
    "file",
    "import_file",
    "jsi18n",
    "labels",
    "live_act",
    "logout",
    "machine",
    "note",
    "notes",
    "own_pages",
    "presence",
    "quotes",
    "restore",
    "sender_notice",
    "step",
    "suggestions",
    "thumbnail",
    "translations_assign",
    "translations_take",
    "typography",
    "unmerge",
    "view_on_site",
    "xliff_export",
}
# The newsroom is one row: its form is its list. Nobody adds or deletes these by themselves.
NEVER = {
    *(f"articles_{one}_add" for one in ("correction", "frontpage", "note", "quote", "remembered")),
    *(f"articles_{one}_add" for one in ("newsroom", "subscriber")),
    *(f"articles_{one}_delete" for one in ("correction", "frontpage", "note", "quote")),
    *(f"articles_{one}_delete" for one in ("newsroom", "incomingfeed")),
}
# Of these, one record stands for all: the page is the same.
LIKE_OTHERS = {"articles_newsroom_change", "articles_newsroom_history"} | {
    f"articles_{one}_proposal"
    for one in ("document", "event", "newsroom", "place", "source", "topic")
}


def pages_of_admin():
    names = get_resolver().namespace_dict["admin"][1].reverse_dict
    return {one for one in names if isinstance(one, str)}


def is_page(name):
    return not any(name == one or name.endswith(f"_{one}") for one in NO_PAGES)


def test_every_page_of_the_admin_is_in_the_table_of_what_is_looked_at():
    there = {page.address.view.removeprefix("admin:") for page in DESK_PAGES}
    there |= {page.sends_to.view.removeprefix("admin:") for page in DESK_PAGES if page.sends_to}
    missing = {one for one in pages_of_admin() - there - NEVER - LIKE_OTHERS if is_page(one)}
    assert missing == set(), (
        "Add a line to DESK_PAGES (quality/desk_pages.py), or to NO_PAGES here."
    )


def test_no_two_pages_of_the_table_have_one_name():
    names = [page.name for page in DESK_PAGES]
    assert len(names) == len(set(names))
