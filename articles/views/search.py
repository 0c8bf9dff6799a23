"""The search page, its suggestions and its feed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext
from django.views import View
from django.views.generic import TemplateView

from articles.languages import Language
from articles.models import Article, Organization, PageRecord, PressContact, Source, Speaker, Topic
from articles.models.article_queryset import ArticleQuerySet
from articles.models.declarations import ARTICLE, columns_in
from articles.models.events import Event
from articles.models.identity import identity, newsroom_name
from articles.search.contacts import contacts_called, contacts_today
from articles.search.entries import INDEXED_MODELS
from articles.search.facets import DAYS, FACETS, FacetValue, known_facets
from articles.search.query import FIELDS, LONGEST
from articles.search.results import Results, also_in, beginning_with, published_then, search
from articles.text.analysis.analyzer import highlight_matches
from articles.text.richtext.paragraphs import in_one_line, paragraphs, running_text
from articles.wire.feeds import Channel

from .days_asked import day_label, remarks_on_days, valid_day
from .feeds import Feed, with_feed_content
from .http_cache import KEPT_BY_CACHES, say_kept_here
from .not_found import newest
from .pages import Alternate

ELSEWHERE = 3
PASSAGE = 220
SUGGESTION = 60
"""So many letters of a name fit the list under a search box."""
FEW = 3
"""Up to so many results, somebody may have meant something else."""


@dataclass(frozen=True)
class SearchHit:
    """An article of the results: its headline and a passage, in pieces, some to be marked."""

    article: Article
    headline: list[tuple[str, bool]]
    passage: list[tuple[str, bool]]


@dataclass(frozen=True)
class SearchLink:
    """A search one may go on with."""

    label: str
    url: str
    count: int = 0


def facet_titles() -> dict[str, str]:
    return {
        "kind": gettext("Kind"),
        "year": gettext("Year"),
        "speaker": str(Speaker._meta.verbose_name_plural),
        "organization": str(Organization._meta.verbose_name_plural),
        "topic": str(Topic._meta.verbose_name_plural),
        "event": str(Event._meta.verbose_name_plural),
        "source": str(Source._meta.verbose_name_plural),
    }


class SearchPage(TemplateView):
    """The form, and what it finds. Not for other search engines."""

    template_name = "articles/search.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        began = timezone.now()
        response = super().get(request, *args, **kwargs)
        say_kept_here(response, began, shown=identity().dated)
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        language, choice = Language.active(), chosen_facets(self.request)
        chosen = sorted(choice)
        results = search(query_in(self.request), language, chosen=chosen)
        text = results.typed.text
        rows, following = page_of(results, self.request)
        facets = results.facets(language)
        found = found_articles(rows, results, language)
        records = named_records(results)
        is_first = "after" not in self.request.GET
        contacts = contacts_named(text) if is_first and text and not chosen else []
        return super().get_context_data(
            typed=results.instead_of or text,
            query=text,
            results=results,
            found=found,
            records=records,
            newest=newest() if (text or chosen) and not (found or records or contacts) else [],
            total=len(results.articles),
            next_url=self.url(text, chosen, after=following) if following else "",
            contacts=contacts,
            is_first=is_first,
            facets=self.facet_links(facets, text, chosen),
            removable=self.removable(choice, text),
            suggestions=self.suggestions(results),
            then=self.published_then(results, chosen),
            elsewhere=self.elsewhere(results, language),
            feed_url=f"{reverse('search_feed')}?{urlencode({'q': text})}" if text else "",
            object=text,
            hidden=chosen,
            days={name: dict(chosen).get(name, "") for name in DAYS},
            remarks=remarks_on_days(self.request.GET),
            hidden_beside_days=[one for one in chosen if one[0] not in DAYS],
            alternates=[
                Alternate(one, one_url(one, text), says_the_same=False) for one in Language.all()
            ],
            **kwargs,
        )

    def url(self, text: str, chosen: list[tuple[str, str]], **more: str) -> str:
        return f"{self.request.path}?{urlencode([('q', text), *chosen, *more.items()])}"

    def facet_links(
        self, facets: list[FacetValue], text: str, chosen: list[tuple[str, str]]
    ) -> list[tuple[str, list[SearchLink]]]:
        titles = facet_titles()
        return [
            (titles[name], links)
            for name in FACETS
            if (
                links := [
                    SearchLink(one.label, self.url(text, [*chosen, (name, one.value)]), one.count)
                    for one in facets
                    if one.facet == name and (name, one.value) not in chosen
                ]
            )
        ]

    def removable(self, chosen: dict[tuple[str, str], str], text: str) -> list[SearchLink]:
        """The chosen facets, each with the search that is left without it."""
        return [
            SearchLink(label, self.url(text, [other for other in sorted(chosen) if other != one]))
            for one, label in sorted(chosen.items())
        ]

    def suggestions(self, results: Results) -> list[SearchLink]:
        """What somebody who found little may have meant."""
        if len(results.articles) > FEW and results.all_words:
            return []
        return [SearchLink(one.text, self.url(one.text, [])) for one in results.offers]

    def published_then(self, results: Results, chosen: list[tuple[str, str]]) -> SearchLink | None:
        """What was published on the date that a query is, beside the texts that name it."""
        if results.is_of_its_days or not results.typed.is_a_date or not results.articles:
            return None
        if not published_then(results, Language.active(), chosen):
            return None
        text = results.typed.text
        return SearchLink(text, self.url(f"{FIELDS['date']}:{text}", chosen))

    def elsewhere(
        self, results: Results, active: Language
    ) -> list[tuple[Language, list[Article], str]]:
        """The first few in each other language."""
        shown = []
        for language in active.others:
            keys = [one.record_id for one in also_in(language, results, ELSEWHERE)]
            articles = Article.objects.shown(language=language).in_bulk(keys)
            rows = [articles[key] for key in keys if key in articles]
            if rows:
                shown.append((language, rows, one_url(language, results.typed.text)))
        return shown


def contacts_named(text: str) -> list[PressContact]:
    """Whom the press may ask, where a search names them."""
    return contacts_called(text, contacts_today(timezone.localdate()))


def one_url(language: Language, text: str) -> str:
    with translation.override(language.code):
        path = reverse("search")
    return f"{path}?{urlencode({'q': text})}" if text else path


def query_in(request: HttpRequest) -> str:
    return request.GET.get("q", "")[: LONGEST * 4]


def page_of(results: Results, request: HttpRequest) -> tuple[list[Any], str]:
    """The results that an address asks for, and the key after which there are more.

    Raises:
        Http404: there is no such page. They have no numbers; the first may be called so.
    """
    try:
        if request.GET.get("page", "1") == "1":
            return results.page(request.GET.get("after", ""))
    except ValueError:
        pass
    raise Http404(gettext("There is no such page."))


def chosen_facets(request: HttpRequest) -> dict[tuple[str, str], str]:
    """The facets and days of an address, with their names; what readers do not know is left out."""
    given = [(name, value) for name in FACETS for value in request.GET.getlist(name)[:5]]
    known = known_facets(given, Language.active())
    days = {(name, day) for name in DAYS if (day := valid_day(request.GET.get(name, "")))}
    return {(one.facet, one.value): one.label for one in known} | {
        one: day_label(*one) for one in days
    }


def found_articles(rows: list[Any], results: Results, language: Language) -> list[SearchHit]:
    """The articles of a page of results, whole enough to show why they were found."""
    keys = [one.record_id for one in rows]
    others = columns_in(ARTICLE.lacking("listed"), language.others)
    articles = (
        Article.objects.shown(language=language)
        .with_updates()
        .select_related("source", "dateline")
        .defer("source_text", *others)
        .in_bulk(keys)
    )
    terms = results.meaning.terms
    return [
        SearchHit(
            article,
            highlight_matches(article.said("headline", language), terms),
            passage(article, language, terms),
        )
        for key in keys
        if (article := articles.get(key))
    ]


def named_records(results: Results) -> list[PageRecord]:
    """What has a typed name and the search let through, in one query for each kind."""
    found: dict[tuple[str, int], PageRecord] = {}
    for kind in {one.kind for one in results.records}:
        model, keys = (
            INDEXED_MODELS[kind],
            [one.record_id for one in results.records if one.kind == kind],
        )
        found |= {(kind, pk): one for pk, one in model._default_manager.in_bulk(keys).items()}
    return [found[key] for one in results.records if (key := (one.kind, one.record_id)) in found]


def passage(article: Article, language: Language, terms: set[str]) -> list[tuple[str, bool]]:
    """The part of a text with the words asked for, or its beginning."""
    standfirst = in_one_line(article.said("standfirst", language))
    body = running_text(paragraphs(article.said("body", language)))
    for text in (standfirst, body):
        pieces = highlight_matches(text, terms)
        first = next((n for n, (__, is_marked) in enumerate(pieces) if is_marked), None)
        if first is not None:
            return around(pieces, first)
    return [(cut(standfirst or body, PASSAGE), False)]


def around(pieces: list[tuple[str, bool]], first: int) -> list[tuple[str, bool]]:
    """The pieces near one, with an ellipsis where the text goes on."""
    shown: list[tuple[str, bool]] = []
    if first:
        before = pieces[first - 1][0]
        start = before[-60:]
        start = start.partition(" ")[2] if len(before) > 60 else start
        is_whole = first == 1 and len(before) <= 60
        shown.append((start if is_whole else f"… {start}", False))
    length = 0
    for text, is_marked in pieces[first:]:
        room = PASSAGE - length
        shown.append((text if is_marked else cut(text, max(room, 30)), is_marked))
        length += len(text)
        if length >= PASSAGE:
            break
    return shown


def cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length].rpartition(' ')[0]} …"


class Suggestions(View):
    """What the search box may offer while one types."""

    def get(self, request: HttpRequest) -> HttpResponse:
        found = beginning_with(query_in(request), Language.active())
        labels = list(dict.fromkeys(cut(one.label, SUGGESTION) for one in found))
        response = JsonResponse({"suggestions": labels}, json_dumps_params={"ensure_ascii": False})
        say_kept_by_browsers(response)
        return response


def say_kept_by_browsers(response: HttpResponse) -> None:
    """Have no proxy keep it: nothing tells when what is offered comes or goes by the clock."""
    seconds = int(KEPT_BY_CACHES.total_seconds())
    patch_cache_control(response, public=True, max_age=seconds, s_maxage=0)


class SearchFeed(Feed):
    """The newest of what a search finds."""

    def channel(self, request: HttpRequest, **kwargs: Any) -> Channel:
        language, text = Language.active(), query_in(request)
        results = search(text, language, chosen=sorted(chosen_facets(request)))
        keys = [one.record_id for one in results.articles] if results.all_words else []
        return Channel(
            title=gettext("“%(query)s” – %(newsroom)s")
            % {"query": results.typed.text, "newsroom": newsroom_name()},
            description=gettext("What a search finds, the newest first."),
            language=language,
            page=one_url(language, text),
            feed=request.get_full_path(),
            articles=with_feed_content(live_of, keys, timezone.now()),
        )


def live_of(keys: list[int], now: datetime) -> ArticleQuerySet:
    return Article.objects.live(now).filter(pk__in=keys)
