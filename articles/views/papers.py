"""An article as a PDF: of a live one for everybody, of any other with the rights of its preview."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.csp import CSP
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from django.views import View

from articles.languages import Language
from articles.models import Article, Correction, SitePage
from articles.models.identity import Identity, identity
from articles.text.richtext.paragraphs import plain_text
from articles.text.typography.direction import ISOLATE
from articles.text.typography.number_rule import END
from articles.wire.feeds import absolute, modified_at
from articles.wire.own_pages import OwnPages
from articles.wire.paper.article import ArticlePaper
from articles.wire.paper.typesetting import BusyError, UnsettableError, typeset

from .article_rows import attached_to, corrections_of, quotes_in
from .articles import ArticlePage
from .bodies import pictures_of
from .embargoed import EmbargoedPage
from .http_cache import ahead, say_freshness, say_when_away
from .live import live_on_paper
from .not_found import gone_page
from .press_contacts import contacts_of
from .previews import DeskPreviewPage, PreviewPage
from .redirects import moved_or_404

PDF = "application/pdf"
SHOWN_BY_THE_BROWSER = {
    "default-src": [CSP.NONE],
    "object-src": [CSP.SELF],
    "style-src": [CSP.UNSAFE_INLINE],
    "frame-ancestors": [CSP.NONE],
}
"""A browser shows a PDF in a page of its own making, which has such parts."""
LAST_AND_NEXT = ("last_change", "next_change", "contacts_changed_at")
ABOUT_LENGTH = 700
"""Letters of what a paper says of the newsroom."""


class ArticlePaperPage(View):
    """The paper of a text that readers have; made anew when anything that they see changes."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        language, (now, until) = Language.active(), ahead()
        live = ArticlePage.in_language(language, now, until)
        article = live.filter(**{language.field("slug"): slug}).first()
        if article is None:
            withdrawn = Article.objects.withdrawn().news().filter(slug=slug).first()
            if withdrawn is not None:
                return gone_page(request, withdrawn)
            return moved_or_404(Article, "article_paper", slug)
        shown = PaperContents(article)
        response = shown.response(absolute(article.url_in(language)))
        if response.status_code == 200:
            say_freshness(request, response, shown.dated())
            say_when_away(response)
        # The page is what search engines are to find.
        response["X-Robots-Tag"] = "noindex"
        response["Link"] = f'<{absolute(article.url_in(language))}>; rel="canonical"'
        return response


class PaperContents:
    """An article with what its paper shows of other tables."""

    def __init__(self, article: Article) -> None:
        self.article, self.newsroom = article, identity()
        self.corrections: list[Correction] = corrections_of(article.pk)
        self.quotes = quotes_in(article.pk)
        self.attachments = attached_to(article.pk)
        self.contacts = contacts_of(article)
        self.pictures = pictures_of(article)
        self.about = about_page()
        self.live = live_on_paper(article) if article.is_coverage else None

    def dated(self) -> list[Any]:
        """All that dates the paper: it is kept until one of these changes."""
        article: Any = self.article
        moments = [getattr(article, name, None) for name in LAST_AND_NEXT]
        return [
            article, moments, self.corrections, self.quotes, self.attachments, self.contacts,
            [*self.pictures.values()], self.about, self.live.records if self.live else [],
        ]  # fmt: skip

    def response(self, address: str = "", notice: str = "") -> HttpResponse:
        article, language = self.article, Language.active()
        own = OwnPages.named_in([article.body], language)
        told = [*self.corrections, *(self.live.records if self.live else [])]
        changed = modified_at(article, language, told)
        paper = ArticlePaper(
            article,
            self.newsroom,
            own.led_to(article.body or ""),
            address=address,
            notice=notice,
            about=about(self.about, self.newsroom),
            quotes={one.named: one for one in self.quotes},
            pictures=self.pictures,
            corrections=self.corrections,
            attachments=self.attachments,
            contacts=self.contacts,
            live=self.live,
            changed_at=changed,
        )
        try:
            made = typeset(paper.said(), paper.files.files, changed)
        except BusyError:
            return busy()
        except UnsettableError:
            return no_paper()
        response = HttpResponse(made, content_type=PDF)
        cast("Any", response)._csp_config = SHOWN_BY_THE_BROWSER
        name = f"{article.said('slug', language) or article.key}-{language}.pdf"
        response["Content-Disposition"] = str(content_disposition_header(False, name))
        return response


def busy() -> HttpResponse:
    """503: a reader comes again in a moment; a robot that asks for all papers waits its turn."""
    said = gettext("Many are asking for papers at this moment. Try again in a few seconds.")
    response = HttpResponse(said, content_type="text/plain; charset=utf-8", status=503)
    response["Retry-After"] = "5"
    patch_cache_control(response, no_store=True)
    return response


def no_paper() -> HttpResponse:
    """404: there is no PDF of this text, which its page has."""
    said = gettext("This text cannot be set as a PDF. Its page has all of it.")
    response = HttpResponse(said, content_type="text/plain; charset=utf-8", status=404)
    patch_cache_control(response, no_store=True)
    return response


def about_page() -> Article | None:
    """What the newsroom says of itself, in the active language."""
    return Article.objects.site_pages().filter(site_page=SitePage.ABOUT).first()


def about(page: Article | None, newsroom: Identity) -> str:
    """The first that the newsroom says of itself: a page's summary, its first words, a tagline."""
    if page is None:
        return newsroom.tagline
    words = page.standfirst or plain_text(page.body).strip().split("\n")[0]
    return words[:ABOUT_LENGTH] or newsroom.tagline


class OnPaper:
    """A preview of the paper in place of the page."""

    def answered(self, request: HttpRequest) -> HttpResponse:
        page: Any = self
        notice = "" if page.is_live else self.notice(page.object)
        return PaperContents(page.object).response(notice=notice)

    def notice(self, article: Article) -> str:
        """What stands over it."""
        return notice_of(article)


class PreviewPaper(OnPaper, PreviewPage):
    """The paper of a text, for whoever holds the link of a preview."""


class DeskPreviewPaper(OnPaper, DeskPreviewPage):
    """The paper of a text, for who may see all of it at the desk."""


class EmbargoedPaper(OnPaper, EmbargoedPage):
    """The paper of a text, for the journalist whose copy it is: it says so, too."""

    def notice(self, article: Article) -> str:
        whose = gettext("Personal copy of <bdi>%(name)s</bdi>.") % {"name": self.copy.journalist}
        whose = whose.replace("<bdi>", ISOLATE).replace("</bdi>", END)
        return f"{super().notice(article)} {whose}"


def notice_of(article: Article) -> str:
    """What stands over a paper that is not everybody’s yet."""
    end, language = article.embargoed_until, Language.active()
    if end is None or end <= timezone.now():
        return gettext("This text is not published: please do not pass it on.")
    words = {"day": language.date(end), "time": language.time(end)}
    said = {"end": gettext("%(day)s at %(time)s") % words, "city": language.clock}
    return language.contracted(gettext("Under embargo until %(end)s (%(city)s time).") % said)
