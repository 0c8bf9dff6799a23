"""Pages of one article beside its form: of which article, and in which language."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import register_converter
from django.urls.converters import SlugConverter

from articles.languages import Language
from articles.models import Article

from .rights import person


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


class ArticlePages(admin.ModelAdmin):
    """For the parts of the admin of articles that have pages of their own."""

    def article_there_is(self, request: HttpRequest, pk: int | str) -> Article:
        """The article of a page, among those that this person finds.

        Raises:
            Http404: there is none.
        """
        article: Article | None = self.get_object(request, str(pk))
        if article is None:
            raise Http404
        return article

    def article_to_see(self, request: HttpRequest, pk: int | str) -> Article:
        """The article of a page, for who may see all of it.

        Raises:
            Http404: there is none.
            PermissionDenied: they may not.
        """
        article = self.article_there_is(request, pk)
        self.require_open(request, article)
        return article

    def require_open(self, request: HttpRequest, article: Article) -> None:
        """Let nobody see more of an article than its readers do, who may not see all of it.

        Raises:
            PermissionDenied: they may not.
        """
        may = self.has_view_or_change_permission(request, article)
        if not may or not article.is_open_to(person(request)):
            raise PermissionDenied
