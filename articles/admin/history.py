"""The history of an article in the admin: who changed which words, and the way back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk import history, unread, working_copies
from articles.desk.differences import Difference, differences
from articles.desk.refusals import sentences_of
from articles.languages import Language
from articles.models import Article, Revision, User

from .pages import ArticlePages
from .rights import number, person

LISTED = 200


def url_of(page: str, *args: Any) -> str:
    return reverse(f"admin:articles_article_{page}", args=args)


class HistoryMixin(ArticlePages):
    """For the admin of articles: each save leaves a revision."""

    def get_urls(self) -> list[Any]:
        def page(address: str, view: Any, name: str) -> Any:
            return path(address, self.admin_site.admin_view(view), name=f"articles_article_{name}")

        return [
            page("deleted/", self.deleted_view, "deleted"),
            page("<path:object_id>/authors/", self.authors_view, "authors"),
            page("<path:object_id>/restore/", require_POST(self.restore_view), "restore"),
            *super().get_urls(),
        ]

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        history.record(form.instance, by=person(request), note=request.POST.get("_note", ""))

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        with transaction.atomic():
            if obj.working_copy_of_id:
                working_copies.discard(obj, by=person(request))
                return
            if copy := working_copies.copy_of(obj):
                working_copies.discard(copy, by=person(request))
            history.deleted(obj, by=person(request))
            super().delete_model(request, obj)

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet) -> None:
        for article in queryset:
            self.delete_model(request, article)

    def may_recover(self, request: HttpRequest) -> bool:
        return self.has_delete_permission(request) and self.has_add_permission(request)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        context = {"may_recover": self.may_recover(request), **(extra_context or {})}
        return super().changelist_view(request, context)

    # Pages.

    def page(self, request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            **context,
        }
        return TemplateResponse(request, f"admin/articles/article/{name}.html", context)

    def seen_article(self, request: HttpRequest, object_id: str) -> Article:
        """The article of a page, for somebody who may see all of it."""
        article = get_object_or_404(self.get_queryset(request), pk=number(object_id))
        self.require_open(request, article)
        return article

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The saves of an article, and any two of them compared."""
        article = self.seen_article(request, object_id)
        revisions = list(article.revisions.select_related("made_by").defer("content")[:LISTED])
        newer = chosen(article, request.GET.get("to")) or article.revisions.first()
        older = chosen(article, request.GET.get("from"))
        if older is None and newer is not None:
            older = article.revisions.filter(version__lt=newer.version).first()
        if older and newer and older.version > newer.version:
            older, newer = newer, older
        return self.page(
            request,
            "history",
            _("History: %(article)s") % {"article": article},
            original=article,
            revisions=revisions,
            older=older,
            newer=newer,
            differences=compared(older, newer) if older and newer else [],
            transitions=article.transitions.select_related("made_by"),
            may_restore=article.may_be_rewritten_by(person(request)),
            apart=languages_apart(article, person(request)),
        )

    def restore_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.seen_article(request, object_id)
        for language in Language.all():
            if version_of(language) in request.POST:
                return self.restore_language(request, article, language)
        if not article.may_be_rewritten_by(person(request)):
            raise PermissionDenied
        revision = chosen(article, request.POST.get("version"))
        if revision is None:
            return HttpResponseRedirect(url_of("history", article.pk))
        onto = article
        if article.is_live_somewhere:
            onto = working_copies.open_copy(article, by=person(request))
        try:
            lost = history.restore(revision, onto=onto, by=person(request))
        except ValidationError as refusal:
            messages.error(request, " ".join(sentences_of(refusal)))
            return HttpResponseRedirect(url_of("history", article.pk))
        messages.success(request, restored_sentence(revision, onto))
        tell_lost(request, lost)
        return HttpResponseRedirect(url_of("change", onto.pk))

    def restore_language(
        self, request: HttpRequest, article: Article, language: Language
    ) -> HttpResponse:
        """Bring back one language, of an article others of which readers have."""
        if language not in languages_apart(article, person(request)):
            raise PermissionDenied
        revision = chosen(article, request.POST[version_of(language)])
        if revision is None:
            return HttpResponseRedirect(url_of("history", article.pk))
        try:
            unread.restore(revision, language, onto=article, by=person(request))
        except ValidationError as refusal:
            messages.error(request, " ".join(dict.fromkeys(refusal.messages)))
            return HttpResponseRedirect(url_of("history", article.pk))
        messages.success(request, restored_sentence(revision, article))
        return HttpResponseRedirect(url_of("change", article.pk))

    def authors_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Who last changed each sentence, in each language."""
        article = self.seen_article(request, object_id)
        texts = [
            {"language": language, "paragraphs": history.authors(article, language.field("body"))}
            for language in Language.all()
            if article.said("body", language)
        ]
        title = _("Who wrote what: %(article)s") % {"article": article}
        return self.page(request, "authors", title, original=article, texts=texts)

    def deleted_view(self, request: HttpRequest) -> HttpResponse:
        """Articles that were deleted, and may come back."""
        if not self.may_recover(request):
            raise PermissionDenied
        if request.method == "POST":
            return self.recover(request)
        revisions = Revision.objects.last_of_deleted().select_related("made_by").order_by("-pk")
        return self.page(request, "deleted", _("Deleted articles"), revisions=revisions[:LISTED])

    def recover(self, request: HttpRequest) -> HttpResponse:
        deleted = Revision.objects.last_of_deleted()
        revision = get_object_or_404(deleted, pk=number(request.POST.get("revision", "")))
        try:
            article, lost = history.recover(revision, by=person(request))
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(url_of("deleted"))
        messages.success(request, _("“%(article)s” is back, as a draft.") % {"article": article})
        tell_lost(request, lost)
        return HttpResponseRedirect(url_of("change", article.pk))


def compared(older: Revision, newer: Revision) -> list[Difference]:
    return differences(older.content, newer.content, (older.made_at, newer.made_at))


def version_of(language: Language) -> str:
    """The name of the buttons that bring back one language."""
    return f"version-{language.code}"


def languages_apart(article: Article, by: User) -> list[Language]:
    """The languages that this person may bring back by themselves: nobody has read them."""
    return [one for one in article.unread if article.may_edit(by, one)]


def chosen(article: Article, version: str | None) -> Revision | None:
    """The revision of a version that a request names."""
    if not version or not version.isdecimal() or len(version) > 9:
        return None
    return article.revisions.filter(version=version).first()


def restored_sentence(revision: Revision, onto: Article) -> str:
    if onto.working_copy_of_id:
        return _(
            "Version %(number)d is restored in the working copy: "
            "readers see it when you publish the changes."
        ) % {"number": revision.version}
    return _("Version %(number)d is restored.") % {"number": revision.version}


def tell_lost(request: HttpRequest, lost: list[str]) -> None:
    if lost:
        messages.warning(
            request,
            _("No longer in the newsroom, and so not restored: %(names)s. The rest is.")
            % {"names": Language.active().listed(lost)},
        )
