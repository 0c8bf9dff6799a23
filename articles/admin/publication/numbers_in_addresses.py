"""After a text changed that readers have: a number that its address still says."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article

NUMBER = re.compile(r"\d{2,}")


def tell_of_address(request: HttpRequest, live: Article, languages: Iterable[Language]) -> None:
    """Say where the address keeps a number that the headline says no more: links have it."""
    for language in languages:
        kept = numbers_kept(live, language)
        if kept and live.is_live(language):
            sentence = _(
                "In %(language)s the address of the page, which links and the paper have, still "
                "says %(numbers)s. It can be changed in the form; the old one leads on."
            )
            name = Language.active().name_of(language)
            numbers = Language.active().listed(kept)
            messages.warning(request, sentence % {"language": name, "numbers": numbers})


def numbers_kept(live: Article, language: Language) -> list[str]:
    """The numbers of an address that stand no more above the text."""
    said = {*NUMBER.findall(re.sub(r"(?<=\d)[\s.,](?=\d)", "", live.said("headline", language)))}
    said |= {*NUMBER.findall(live.said("headline", language))}
    return [one for one in NUMBER.findall(live.said("slug", language)) if one not in said]
