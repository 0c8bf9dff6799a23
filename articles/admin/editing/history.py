"""The history of an article in the admin: who changed which words, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.requests import number, person
from articles.desk.editing import history, unpublished_texts, working_copies
from articles.desk.editing.differences import Difference, differences
from articles.desk.publication.reader_messages import seen_in
from articles.desk.refusals import sentences_of
from articles.languages import Language
from articles.models import Article, Revision, User
from articles.models.permissions import WITHDRAW_ARTICLE

from ..pages import NO_SUCH_VERSION, ArticleDeskPage, DeskPage
from ..refused_deletions import readers_have_it
from .article_submission import ArticleSubmission

LISTED = 200


def url_of(page: str, *args: Any) -> str:
    return reverse(f"admin:articles_article_{page}", args=args)


# A step of a form, and what goes with a deletion.


def keep_revision(submission: ArticleSubmission, form: ModelForm) -> None:
    """Keep what the article says now, where it is other than before."""
    request = submission.request
    history.keep_if_changed(form.instance, by=person(request), note=request.POST.get("_note", ""))


class ReadersHaveItError(PermissionDenied):
    """What was to be deleted is before readers by now."""

    def __init__(self, article: Article) -> None:
        self.article = article
        super().__init__(readers_have_it(article))


def delete_article(article: Article, by: User, delete: Callable[[], None]) -> None:
    """Delete an article with its working copy; its history stays. A working copy is discarded.

    Args:
        delete: takes the row away.

    Raises:
        GoneError: somebody else was a moment faster.
        PermissionDenied: readers have it by now, or it is not theirs to delete any more.
    """
    with transaction.atomic():
        article = history.locked(article.pk, article)
        if article.is_live_somewhere:
            raise ReadersHaveItError(article)
        if not article.may_be_deleted_by(by):
            raise PermissionDenied
        if article.working_copy_of_id:
            working_copies.discard(article, by=by)
            return
        if copy := working_copies.copy_of(article):
            working_copies.discard(copy, by=by)
        history.keep_before_deletion(article, by=by)
        article.keep_addresses()
        delete()


def may_recover(site: ModelAdmin, request: HttpRequest) -> bool:
    return site.has_delete_permission(request) and site.has_add_permission(request)


# Pages.


class ArticleHistoryBasePage(ArticleDeskPage):
    """A page on what was saved of an article, for who may see all of it."""

    def seen_article(self, key: str) -> Article:
        """The article of the page.

        Raises:
            Http404: there is none.
            PermissionDenied: they may not.
        """
        article = get_object_or_404(self.site.get_queryset(self.request), pk=number(key))
        self.require_open(article)
        return article


class NotDeletedPage(ArticleDeskPage):
    """Why what readers have is not deleted, and what comes first."""

    template_name = "admin/articles/article/not_deleted.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        article: Article = kwargs["article"]
        return self.show(
            _("Not deleted: readers have it"),
            status=HTTPStatus.FORBIDDEN,
            original=article,
            seen_in=seen_in(article),
            may_withdraw=self.user.has_perm(WITHDRAW_ARTICLE),
        )


class HistoryPage(ArticleHistoryBasePage):
    """The saves of an article, and any two of them compared."""

    template_name = "admin/articles/article/history.html"

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.seen_article(object_id)
        revisions = list(article.revisions.select_related("made_by").defer("content")[:LISTED])
        newer = chosen_revision(article, request.GET.get("to")) or article.revisions.first()
        older = chosen_revision(article, request.GET.get("from"))
        if older is None and newer is not None:
            older = article.revisions.filter(version__lt=newer.version).first()
        if older and newer and older.version > newer.version:
            older, newer = newer, older
        return self.show(
            _("History: %(article)s") % {"article": article},
            original=article,
            revisions=revisions,
            older=older,
            newer=newer,
            differences=compared(older, newer) if older and newer else [],
            transitions=article.transitions.select_related("made_by"),
            may_restore=article.may_be_rewritten_by(self.user),
            apart=languages_apart(article, self.user),
        )


class RestoreArticle(ArticleHistoryBasePage):
    """Bring back a version of an article, in its working copy where readers have it."""

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.seen_article(object_id)
        for language in Language.all():
            if version_of(language) in request.POST:
                return self.restore_language(article, language)
        if not article.may_be_rewritten_by(self.user):
            raise PermissionDenied
        revision = chosen_revision(article, request.POST.get("version"))
        if revision is None:
            return self.no_such_version(article)
        onto = article
        if article.is_live_somewhere:
            onto = working_copies.open_copy(article, by=self.user)
        try:
            lost = history.restore(revision, onto=onto, by=self.user)
        except ValidationError as refusal:
            messages.error(request, " ".join(sentences_of(refusal)))
            return HttpResponseRedirect(url_of("history", article.pk))
        messages.success(request, restored_sentence(revision, onto))
        tell_lost(request, lost)
        return HttpResponseRedirect(url_of("change", onto.pk))

    def no_such_version(self, article: Article) -> HttpResponse:
        messages.error(self.request, NO_SUCH_VERSION)
        return HttpResponseRedirect(url_of("history", article.pk))

    def restore_language(self, article: Article, language: Language) -> HttpResponse:
        """Bring back one language, of an article others of which readers have."""
        if language not in languages_apart(article, self.user):
            raise PermissionDenied
        revision = chosen_revision(article, self.request.POST[version_of(language)])
        if revision is None:
            return self.no_such_version(article)
        try:
            unpublished_texts.restore(revision, language, onto=article, by=self.user)
        except ValidationError as refusal:
            messages.error(self.request, " ".join(dict.fromkeys(refusal.messages)))
            return HttpResponseRedirect(url_of("history", article.pk))
        messages.success(self.request, restored_sentence(revision, article))
        return HttpResponseRedirect(url_of("change", article.pk))


class AuthorsPage(ArticleHistoryBasePage):
    """Who last changed each sentence, in each language."""

    template_name = "admin/articles/article/authors.html"

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        article = self.seen_article(object_id)
        texts = [
            {"language": language, "paragraphs": history.authors(article, language.field("body"))}
            for language in Language.active().then_others
            if article.said("body", language)
        ]
        title = _("Who wrote what: %(article)s") % {"article": article}
        return self.show(title, original=article, texts=texts)


class DeletedArticlesPage(DeskPage):
    """Articles that were deleted, and may come back."""

    template_name = "admin/articles/article/deleted.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not may_recover(self.site, request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        revisions = Revision.objects.last_of_deleted().select_related("made_by").order_by("-pk")
        return self.show(_("Deleted articles"), revisions=revisions[:LISTED])

    def post(self, request: HttpRequest) -> HttpResponse:
        revision = get_object_or_404(Revision, pk=number(request.POST.get("revision", "")))
        # In this order: somebody who brings it back between the two is seen by the second.
        is_deleted = Revision.objects.last_of_deleted().filter(pk=revision.pk).exists()
        if not (is_deleted or Article.with_copies.filter(key=revision.article_key).exists()):
            raise Http404
        try:
            article, lost = history.recover(revision, by=self.user)
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
    return [one for one in article.never_published if article.may_edit(by, one)]


def chosen_revision(article: Article, version: str | None) -> Revision | None:
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
