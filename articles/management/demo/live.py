"""What the demo follows live, and what it announced: by the desk's verbs, at their moments."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html

from articles.desk.publication.live import FACTS, write_entry
from articles.languages import Language
from articles.models import Article, Image, LiveEntry, UrgentBanner, User

from .moments import Calendar


def follow(
    article: Article, facts: dict[str, Any], calendar: Calendar, people: dict[str, User]
) -> None:
    """Write the entries of an article, and the announcement that led to it."""
    for entry in facts.get("entries", []):
        write_entries(article, entry, calendar, people["chief"])
    if said := facts.get("urgent"):
        texts = {language.field("text"): said.get(language.code, "") for language in Language.all()}
        begins, ends = (calendar.moment(said[name]) for name in ("from", "until"))
        UrgentBanner.objects.create(
            key=f"{article.key}-urgent", article=article, begins_at=begins, ends_at=ends, **texts
        )


def write_entries(article: Article, said: dict[str, Any], calendar: Calendar, by: User) -> None:
    """Write an entry as it first was, and correct it where it was corrected."""
    at = calendar.moment(said["at"])
    facts = {name: said[name] for name in FACTS if name in said} | {"at": at}
    if "image" in said:
        facts["image"] = Image.objects.filter(key=said["image"]).first()
    headlines = {
        language.field("headline"): said.get("headline", {}).get(language.code, "")
        for language in Language.all()
    }
    first = words(said | said.get("was", {}))
    show = [language for language in Language.all() if first[language.field("body")]]
    entry = LiveEntry(article=article)
    entry = write_entry(entry, facts | headlines | first, by=by, show=show, at=at)
    if "changed" in said:
        changed = calendar.moment(said["changed"])
        write_entry(entry, words(said), by=by, notes=said.get("told"), at=changed)


def words(said: dict[str, Any]) -> dict[str, str]:
    return {
        language.field("body"): format_html("<p>{}</p>", said[language.code])
        if said.get(language.code)
        else ""
        for language in Language.all()
    }
