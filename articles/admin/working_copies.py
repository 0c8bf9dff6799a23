"""Working copies in the admin: what readers see is shown, and changed beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk import working_copies
from articles.desk.corrections import (
    ANOTHERS,
    ask,
    correctors,
    kinds_for,
    readers_of,
    still_owed,
    who_may,
)
from articles.desk.differences import differences
from articles.desk.gone import GoneError
from articles.desk.readers import after_changes, languages_changed, seen_in
from articles.desk.snapshots import (
    CHILDREN,
    child_fields,
    child_model,
    child_parent,
    content_fields,
    original_key,
)
from articles.desk.unread import share, share_of
from articles.languages import Language
from articles.models import Article, Revision
from articles.models.permissions import WITHDRAW_ARTICLE

from .checks import change_url, panel
from .discarding import DiscardMixin, discard_url
from .drafts import saved
from .open_notes import ask_of_notes
from .publication import MoveRefusedError, about
from .rights import KEY_DIGITS, person, posted_names
from .sent_forms import once
from .telling import question, telling, told, with_ways

OPEN, PUBLISH, DISCARD = "_open_copy", "_publish_changes", "_discard_copy"
ASK, WHOM, WORDS = "_ask", "_ask_whom", "_ask_words"


def is_edit(request: HttpRequest) -> bool:
    """Whether a POST brings a text, not only the press of a button."""
    return any(column.name in request.POST for column in content_fields(Article))


def brings_more(request: HttpRequest, article: Article) -> bool:
    """Whether a POST brings what is not written in this row: it is for the working copy."""
    elsewhere, posted = article.written_elsewhere, posted_names(request)
    if any(one.name in posted for one in content_fields(Article) if elsewhere.holds(one)):
        return True
    for kind in CHILDREN:
        names = {one.name for one in child_fields(kind) if elsewhere.holds(one)}
        row = re.compile(rf"{kind}-\d+-(\w+)")
        if any((match := row.fullmatch(name)) and match[1] in names for name in posted):
            return True
    return False


def readdressed(request: HttpRequest, live: Article, copy: Article) -> None:
    """Have a form that was filled in for the live article say the rows of its working copy."""
    post: Any = request.POST.copy()
    for kind in CHILDREN:
        rows = child_model(kind)._base_manager
        parent = child_parent(kind)
        copied = {original_key(one.key): one.pk for one in rows.filter(**{parent: copy})}
        twins = {str(one.pk): copied.get(one.key) for one in rows.filter(**{parent: live})}
        for name in list(post):
            if re.fullmatch(rf"{kind}-\d+-id", name) and twins.get(post[name]):
                post[name] = str(twins[post[name]])
            elif re.fullmatch(rf"{kind}-\d+-{parent}", name) and post[name]:
                post[name] = str(copy.pk)
    request.POST = post


def with_way_out(refusal: ValidationError, copy: Article) -> ValidationError:
    """What was refused, with what to do where somebody else writes the correction it needs."""
    if hasattr(refusal, "error_dict") or not correctors(copy):
        return refusal
    if not any(one.code == ANOTHERS for one in refusal.error_list):
        return refusal
    way = _("Press “%(save)s”, then open “%(changes)s”: “%(send)s” is there.") % {
        "save": _("Save"),
        "changes": _("See the changes"),
        "send": _("Send it to who may"),
    }
    return ValidationError([*refusal.error_list, way])


class WorkingCopyMixin(DiscardMixin):
    """For the admin of articles."""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        page = request.resolver_match.url_name if request.resolver_match else ""
        if page in {"articles_article_changelist", "autocomplete"}:
            beside = working_copies.written_in().filter(working_copy_of=models.OuterRef("pk"))
            return (
                super()
                .get_queryset(request)
                .annotate(is_written_beside=models.Exists(beside.order_by()))
            )
        return Article.with_copies.order_by(*self.get_ordering(request) or ["-pk"])

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(once(self.differences_view))
        mine = path("<path:object_id>/changes/", view, name="articles_article_changes")
        return [mine, *super().get_urls()]

    # What readers see is not a form.

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if obj is not None and obj.is_live_somewhere and not obj.unread:
            return [(None, {"fields": []})]
        return super().get_fieldsets(request, obj)

    def get_inlines(self, request: HttpRequest, obj: Article | None) -> Any:
        inlines = super().get_inlines(request, obj)
        text = {child_model(kind) for kind in CHILDREN}
        if obj is not None and obj.is_live_somewhere and not obj.unread:
            return [inline for inline in inlines if inline.model not in text]
        if obj is not None and obj.working_copy_of_id:
            return [inline for inline in inlines if inline.model in text]
        return inlines

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        object_id = self.where_it_is(request, object_id)
        article = self.get_object(request, object_id) if object_id else None
        if article is not None and self.has_view_or_change_permission(request, article):
            self.share(request, article)
        if request.method != "POST" or article is None or not article.is_live_somewhere:
            return super().changeform_view(request, object_id, *args, **kwargs)
        if OPEN in request.POST and not is_edit(request):
            return self.open_copy(request, article)
        if not brings_more(request, article):
            response = super().changeform_view(request, object_id, *args, **kwargs)
            opens = OPEN in request.POST and response.status_code == HTTPStatus.FOUND
            return self.open_copy(request, article) if opens else response
        with transaction.atomic():
            return self.save_beside(request, article, *args, **kwargs)

    def share(self, request: HttpRequest, article: Article) -> None:
        """Show in an article and its working copy alike what nobody has read; say what cannot be.

        What only a working copy held is handed to the article.
        """
        both = share(article) if article.working_copy_of_id else share_of(article)
        for language in both:
            origin = article.working_copy_of_id or article.pk
            sentence = _(
                "In %(language)s, the article and its working copy were both written. The article "
                "keeps what it says; what the working copy said is in the history."
            ) % {"language": Language.active().name_of(language)}
            url = reverse("admin:articles_article_history", args=[origin])
            messages.warning(request, format_html('<a href="{}">{}</a>', url, sentence))

    def open_copy(self, request: HttpRequest, live: Article) -> HttpResponse:
        if not self.has_change_permission(request, live):
            raise PermissionDenied
        copy = working_copies.open_copy(live, by=person(request))
        sentence = _(
            "A working copy is open: readers keep the text they have until it is published."
        )
        messages.info(request, sentence)
        return HttpResponseRedirect(change_url(copy))

    def save_beside(
        self, request: HttpRequest, live: Article, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Save a form that was opened before its article went live, or was sent by a script.

        All of it is said in the working copy, which hands on what nobody has read.
        """
        if not self.has_change_permission(request, live):
            raise PermissionDenied
        known = working_copies.copy_of(live)
        copy = working_copies.open_copy(live, by=person(request))
        readdressed(request, live, copy)
        about: Any = request
        about.opened_before = True
        self.leave_moves(request)
        response = super().changeform_view(request, str(copy.pk), *args, **kwargs)
        if response.status_code == HTTPStatus.FOUND and working_copies.copy_of(live):
            self.share(request, copy)
            if known is None and not working_copies.has_changes(copy):
                working_copies.discard(copy)
                if response["Location"] == change_url(copy):
                    response["Location"] = change_url(live)
        return response

    def where_it_is(self, request: HttpRequest, object_id: str | None) -> str | None:
        """The article that has taken in a working copy whose form is still being sent."""
        stated = request.POST.get("_revision", "")
        keys = (object_id or "", stated)
        if not all(one.isdecimal() and len(one) <= KEY_DIGITS for one in keys):
            return object_id
        if Article.with_copies.filter(pk=object_id).exists():
            return object_id
        revision = Revision.objects.filter(pk=stated).exclude(article=None).first()
        return str(revision.article_id) if revision else object_id

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.publishes_changes = PUBLISH in request.POST
        form.opens_copy = OPEN in request.POST
        return form

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if form.instance.is_live_somewhere:
            self.share(request, form.instance)
        if PUBLISH in request.POST and form.instance.working_copy_of_id:
            try:
                self.publish_changes(request, form.instance)
            except ValidationError as refusal:
                raise MoveRefusedError(with_way_out(refusal, form.instance)) from refusal

    def construct_change_message(
        self, request: HttpRequest, form: Any, formsets: Any, add: bool = False
    ) -> Any:
        message = super().construct_change_message(request, form, formsets, add)
        about: Any = request
        about.is_unchanged = not message
        return message

    def publish_changes(self, request: HttpRequest, copy: Article) -> None:
        note, languages = request.POST.get("_note", ""), languages_changed(copy)
        origin: Any = copy.working_copy_of
        is_changed, had = working_copies.has_changes(copy), readers_of(origin)
        live = working_copies.publish(copy, by=person(request), note=note, told=told(request))
        sentences = [_("Nothing was changed in the working copy: it is closed.")]
        if is_changed:
            sentences = [_("The changes are in the article."), *after_changes(live, languages, had)]
        messages.success(request, about(live, " ".join(sentences), with_pages=is_changed))
        ask_of_notes(request, live)

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        if OPEN in request.POST and getattr(request, "is_unchanged", False):
            return HttpResponseRedirect(change_url(obj))
        response = super().response_change(request, obj)
        if obj.working_copy_of_id and PUBLISH in request.POST:
            response["Location"] = change_url(obj.working_copy_of)
        elif obj.working_copy_of_id and "_continue" in request.POST:
            response["Location"] = change_url(obj)
        return response

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> Any:
        article = context.get("original")
        if article is not None and article.is_live_somewhere:
            fields = context["adminform"].form.fields
            copy = working_copies.copy_of(article)
            drafted = [one for one in article.unread if one.field("headline") in fields]
            context |= {
                "live": True,
                "copy": copy,
                "has_changes": copy is not None and working_copies.has_changes(copy),
                "seen_in": seen_in(article),
                "drafted": drafted,
                "show_save_and_add_another": False,
            }
            if not drafted:
                context |= {
                    "show_save": False,
                    "show_save_and_continue": False,
                    "show_close": False,
                }
        elif article is not None and article.working_copy_of_id:
            context |= {
                "copied_from": article.working_copy_of,
                "unread": article.working_copy_of.unread,
                "may_publish_changes": working_copies.may_publish(article, person(request)),
                **telling(request, article),
                "show_save_and_add_another": False,
                "pages": [],
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def leave_moves(self, request: HttpRequest) -> None:
        """Make no move from a form that knew another article: it is asked for again."""
        moves = [name for name in request.POST if name.startswith("_move-")]
        if moves:
            post: Any = request.POST.copy()
            for name in moves:
                del post[name]
            request.POST = post
            said = _(
                "Readers have got this article since you opened it. What you typed is kept; "
                "press the button again."
            )
            messages.warning(request, said)

    # The changes, read beside what readers see.

    def differences_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        copy = self.get_object(request, object_id)
        if copy is None or not copy.working_copy_of_id:
            raise Http404
        if not self.has_view_or_change_permission(request, copy):
            raise PermissionDenied
        self.share(request, copy)
        if request.method == "POST":
            return self.decide(request, copy)
        return self.changes_page(request, copy)

    def changes_page(
        self, request: HttpRequest, copy: Article, refused: Sequence[str] = ()
    ) -> HttpResponse:
        live: Any = copy.working_copy_of
        before, after = working_copies.outlook(copy)
        may = kinds_for(copy, person(request))
        questions = [question(one, may, request) for one in still_owed(copy, before, after)]
        # No button that would fail: what is owed is somebody else's to say.
        stuck = not all(one.choices for one in questions)
        ends = working_copies.new_ends(copy)
        may_withdraw = person(request).has_perm(WITHDRAW_ARTICLE)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Changes that readers do not see yet"),
            "opts": self.opts,
            "original": copy,
            "live": live,
            "pages": live.languages_with_page,
            "differences": differences(before, after),
            "questions": questions,
            "may_finish": not stuck and (not ends or may_withdraw),
            "ends": bool(ends),
            "may_withdraw": may_withdraw,
            "who_may": who_may(copy) if not all(one.has_correction for one in questions) else "",
            "correctors": correctors(copy) if stuck else [],
            "refused": refused,
            "note": request.POST.get("_note", ""),
            "checks": panel(copy),
            "may_change": self.has_change_permission(request, copy),
            "may_discard": copy.may_be_discarded_by(person(request)),
            "may_publish_changes": working_copies.may_publish(copy, person(request)),
        }
        return TemplateResponse(request, "admin/articles/article/changes.html", context)

    def decide(self, request: HttpRequest, copy: Article) -> HttpResponse:
        """Publish the changes from the page that shows them, or go to where they are discarded."""
        live = copy.working_copy_of
        if not self.has_change_permission(request, copy):
            raise PermissionDenied
        if DISCARD in request.POST:
            if not copy.may_be_discarded_by(person(request)):
                raise PermissionDenied
            return HttpResponseRedirect(discard_url(copy))
        if ASK in request.POST:
            return self.ask(request, copy)
        try:
            self.publish_changes(request, copy)
        except GoneError:
            # Somebody else was a moment faster, with this copy.
            return HttpResponseRedirect(change_url(live))
        except ValidationError as refusal:
            return self.changes_page(request, copy, with_ways(refusal))
        return saved(request, HttpResponseRedirect(change_url(live)))

    def ask(self, request: HttpRequest, copy: Article) -> HttpResponse:
        """Send the copy to who may write the correction it needs: one of them, or all."""
        people = correctors(copy)
        whom = [one for one in people if str(one.pk) == request.POST.get(WHOM)] or people
        try:
            ask(copy, whom, request.POST.get(WORDS, ""), by=person(request))
        except ValidationError as refusal:
            return self.changes_page(request, copy, refusal.messages)
        names = Language.active().listed(whom)
        messages.success(request, _("It is sent to %(names)s, with a note.") % {"names": names})
        return HttpResponseRedirect(request.path)

    @admin.display(description=gettext_lazy("working copy"))
    def pending(self, article: Article) -> SafeString | str:
        """A link to the changes that wait beside a live article."""
        copy = getattr(article, "working_copy", None)
        if copy is None:
            return ""
        url = reverse("admin:articles_article_changes", args=[copy.pk])
        words = (
            _("changes wait")
            if getattr(article, "is_written_beside", True)
            else _("open, nothing differs")
        )
        return format_html('<a href="{}">{}</a>', url, words)
