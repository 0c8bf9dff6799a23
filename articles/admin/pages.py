"""Pages of the desk beside Django's forms and lists: a class each, with the admin it belongs to."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, register_converter
from django.urls.converters import SlugConverter
from django.utils.translation import gettext_lazy as _
from django.views import View

from articles.languages import Language
from articles.models import Article, User

from .editing.sent_forms import done_once
from .requests import person

NO_SUCH_VERSION = _("There is no such version: nothing is restored.")


class LanguageConverter(SlugConverter):
    """A language of the newsroom, by its code."""

    def to_python(self, value: str) -> Language:
        language = Language.find(value)
        if language is None:
            # Not a mismatch: the admin's last pattern would take the address for a key.
            raise Http404
        return language

    def to_url(self, value: Language | str) -> str:
        return str(value)


register_converter(LanguageConverter, "language")


class DeskPage(View):
    """A page of the desk; ``get`` shows it, ``post`` does what a button says."""

    site: Any = None
    """The admin that it belongs to."""
    template_name: ClassVar[str] = ""
    is_done_once: ClassVar[bool] = False
    """Whether what is sent twice, by a double click, is done once."""

    @classmethod
    def at(cls, site: admin.ModelAdmin, address: str, name: str) -> URLPattern:
        """Return the page under the addresses of an admin.

        Args:
            site: the admin.
            address: under its own, as ``path`` takes it.
            name: by which it is found.
        """
        return path(address, site.admin_site.admin_view(cls.as_view(site=site)), name=name)

    @classmethod
    def answer(cls, site: admin.ModelAdmin, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """The page's answer, where it stands at an address of Django's."""
        view: Any = cls.as_view(site=site)
        return view(request, **kwargs)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        view: Any = super().dispatch
        if not self.is_done_once:
            return view(request, *args, **kwargs)
        return done_once(request, lambda _before: view(request, *args, **kwargs))

    @property
    def user(self) -> User:
        return person(self.request)

    def show(
        self, title: str, *, template_name: str = "", status: int = 200, **context: Any
    ) -> TemplateResponse:
        """Return the page.

        Args:
            title: its heading.
            template_name: another template than its own.
            status: of the answer.
            context: what its template reads.
        """
        context = {
            **self.site.admin_site.each_context(self.request),
            "title": title,
            "opts": self.site.opts,
            **context,
        }
        template = template_name or self.template_name
        return TemplateResponse(self.request, template, context, status=status)


class SeenByRight:
    """For a page that shows what the list of its admin does: to those alone who may see that."""

    site: Any

    def may_see(self, request: HttpRequest) -> bool:
        may: bool = self.site.has_view_permission(request)
        return may

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.may_see(request):
            raise PermissionDenied
        parent: Any = super()
        answer: HttpResponseBase = parent.dispatch(request, *args, **kwargs)
        return answer


class SeenAtDesk(SeenByRight):
    """For a page that helps to write any text: to whoever has any right at the desk."""

    def may_see(self, request: HttpRequest) -> bool:
        may: bool = self.site.has_module_permission(request)
        return may


class ArticleDeskPage(DeskPage):
    """A page of one article."""

    def article_there_is(self, key: int | str) -> Article:
        """The article of the page, among those that this person finds.

        Raises:
            Http404: there is none.
        """
        article: Article | None = self.site.get_object(self.request, str(key))
        if article is None:
            raise Http404
        return article

    def working_copy_there_is(self, key: int | str) -> Article:
        """The working copy of the page, among the articles that this person finds.

        Raises:
            Http404: there is none.
        """
        copy = self.article_there_is(key)
        if not copy.working_copy_of_id:
            raise Http404
        return copy

    def article_to_see(self, key: int | str) -> Article:
        """The article of the page, for who may see all of it.

        Raises:
            Http404: there is none.
            PermissionDenied: they may not.
        """
        article = self.article_there_is(key)
        self.require_open(article)
        return article

    def require_open(self, article: Article) -> None:
        """Let nobody see more of an article than its readers do, who may not see all of it.

        Raises:
            PermissionDenied: they may not.
        """
        may = self.site.has_view_or_change_permission(self.request, article)
        if not may or not article.is_open_to(self.user):
            raise PermissionDenied
