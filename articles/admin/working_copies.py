"""Working copies in the admin: what readers see is shown, and changed beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
from articles.desk.corrections import Told, still_owed
from articles.desk.differences import differences
from articles.desk.snapshots import (
    CHILDREN,
    child_model,
    child_parent,
    content_fields,
    original_key,
)
from articles.languages import Language
from articles.models import Article, Revision

from .checks import change_url, panel
from .publication import MoveRefusedError
from .rights import person
from .sent_forms import once

KEY_DIGITS = 18
OPEN, PUBLISH, DISCARD = "_open_copy", "_publish_changes", "_discard_copy"
CORRECTION, TYPOGRAPHICAL = "_correction-", "_typographical"


def is_edit(request: HttpRequest) -> bool:
    """Whether a POST brings a text, not only the press of a button."""
    return any(column.name in request.POST for column in content_fields(Article))


def told(request: HttpRequest) -> Told:
    """What a form says to readers of the changes it publishes."""
    codes = [language.code for language in Language.all()]
    return Told(
        {code: text for code in codes if (text := request.POST.get(f"{CORRECTION}{code}", ""))},
        TYPOGRAPHICAL in request.POST,
    )


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


class WorkingCopyMixin(admin.ModelAdmin):
    """For the admin of articles."""

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        page = request.resolver_match.url_name if request.resolver_match else ""
        if page in {"articles_article_changelist", "autocomplete"}:
            return super().get_queryset(request)
        return Article.with_copies.order_by(*self.get_ordering(request) or ["-pk"])

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(once(self.differences_view))
        mine = path("<path:object_id>/changes/", view, name="articles_article_changes")
        return [mine, *super().get_urls()]

    # What readers see is not a form.

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if obj is not None and obj.is_live_somewhere:
            return [(None, {"fields": []})]
        return super().get_fieldsets(request, obj)

    def get_inlines(self, request: HttpRequest, obj: Article | None) -> Any:
        inlines = super().get_inlines(request, obj)
        text = {child_model(kind) for kind in CHILDREN}
        if obj is not None and obj.is_live_somewhere:
            return [inline for inline in inlines if inline.model not in text]
        if obj is not None and obj.working_copy_of_id:
            return [inline for inline in inlines if inline.model in text]
        return inlines

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        object_id = self.where_it_is(request, object_id)
        live = self.live_article(request, object_id)
        if request.method != "POST" or live is None:
            return super().changeform_view(request, object_id, *args, **kwargs)
        if OPEN not in request.POST and not is_edit(request):
            return super().changeform_view(request, object_id, *args, **kwargs)
        if not self.has_change_permission(request, live):
            raise PermissionDenied
        with transaction.atomic():
            copy = working_copies.open_copy(live, by=person(request))
            if OPEN in request.POST:
                return HttpResponseRedirect(change_url(copy))
            # A form opened before its article went live, or sent by a script.
            readdressed(request, live, copy)
            return super().changeform_view(request, str(copy.pk), *args, **kwargs)

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

    def live_article(self, request: HttpRequest, object_id: str | None) -> Article | None:
        found = self.get_object(request, object_id) if object_id else None
        return found if found is not None and found.is_live_somewhere else None

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.publishes_changes = PUBLISH in request.POST
        return form

    def save_related(
        self, request: HttpRequest, form: ModelForm, formsets: Any, change: bool
    ) -> None:
        super().save_related(request, form, formsets, change)
        if PUBLISH in request.POST and form.instance.working_copy_of_id:
            try:
                self.publish_changes(request, form.instance)
            except ValidationError as refusal:
                raise MoveRefusedError(refusal) from refusal

    def publish_changes(self, request: HttpRequest, copy: Article) -> None:
        note = request.POST.get("_note", "")
        working_copies.publish(copy, by=person(request), note=note, told=told(request))
        messages.success(request, _("The changes are published: readers see them now."))

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
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
            context |= {
                "live": True,
                "copy": working_copies.copy_of(article),
                "show_save": False,
                "show_save_and_continue": False,
                "show_save_and_add_another": False,
                "show_close": False,
            }
        elif article is not None and article.working_copy_of_id:
            context |= {
                "copied_from": article.working_copy_of,
                "may_publish_changes": working_copies.may_publish(article, person(request)),
                "typographical": told(request).typographical,
                "show_save_and_add_another": False,
                "pages": [],
            }
        return super().render_change_form(request, context, *args, **kwargs)

    # The changes, read beside what readers see.

    def differences_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        copy = self.get_object(request, object_id)
        if copy is None or not copy.working_copy_of_id:
            raise Http404
        if not self.has_view_or_change_permission(request, copy):
            raise PermissionDenied
        if request.method == "POST":
            return self.decide(request, copy)
        return self.changes_page(request, copy)

    def changes_page(
        self, request: HttpRequest, copy: Article, refused: Sequence[str] = ()
    ) -> HttpResponse:
        live: Any = copy.working_copy_of
        before, after = working_copies.outlook(copy)
        owed = still_owed(copy, before, after)
        may_correct = copy.may_be_corrected_by(person(request))
        said = told(request)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Changes that readers do not see yet"),
            "opts": self.opts,
            "original": copy,
            "live": live,
            "pages": live.languages_with_page,
            "differences": differences(before, after),
            "owed": [(one, said.corrections.get(one.language.code, "")) for one in owed],
            "may_correct": may_correct,
            # No button that would fail: what is owed is somebody else's to say.
            "may_finish": may_correct or all(one.may_be_typographical for one in owed),
            "may_be_typographical": any(one.may_be_typographical for one in owed),
            "typographical": said.typographical,
            "refused": refused,
            "note": request.POST.get("_note", ""),
            "checks": panel(copy),
            "may_change": self.has_change_permission(request, copy),
            "may_discard": copy.may_be_discarded_by(person(request)),
            "may_publish_changes": working_copies.may_publish(copy, person(request)),
        }
        return TemplateResponse(request, "admin/articles/article/changes.html", context)

    def decide(self, request: HttpRequest, copy: Article) -> HttpResponse:
        """Publish the changes, or discard them, from the page that shows them."""
        live = copy.working_copy_of
        if not self.has_change_permission(request, copy):
            raise PermissionDenied
        try:
            if DISCARD in request.POST:
                if not copy.may_be_discarded_by(person(request)):
                    raise PermissionDenied
                working_copies.discard(copy)
                done = _("The working copy is discarded. Readers saw none of it.")
                messages.success(request, done)
            else:
                self.publish_changes(request, copy)
        except Article.DoesNotExist:
            # Somebody else was a moment faster, with this copy.
            return HttpResponseRedirect(change_url(live))
        except ValidationError as refusal:
            sentences = list(dict.fromkeys(refusal.messages))
            if not hasattr(refusal, "error_dict"):
                return self.changes_page(request, copy, sentences)
            messages.error(request, " ".join(sentences))
            return HttpResponseRedirect(change_url(copy))
        return HttpResponseRedirect(change_url(live))

    @admin.display(description=gettext_lazy("working copy"))
    def pending(self, article: Article) -> SafeString | str:
        """A link to the changes that wait beside a live article."""
        copy = getattr(article, "working_copy", None)
        if copy is None:
            return ""
        url = reverse("admin:articles_article_changes", args=[copy.pk])
        return format_html('<a href="{}">{}</a>', url, _("changes wait"))
