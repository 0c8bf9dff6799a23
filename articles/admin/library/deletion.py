"""One page for the deletion of every kind of record: where it is used, and what can be done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.deleted_meanwhile import still_there
from articles.desk.library import hindrances, merging, replacing
from articles.desk.library.uses import VisibleUses, by_owner, shown_to, used_among, uses_of, ways_to
from articles.desk.publication.correctors import may_say, who_may
from articles.desk.publication.owed_corrections import Kind
from articles.desk.publication.reader_messages import soon
from articles.languages import Language
from articles.models import Article

from ..choosers import RecordSelect
from ..editing.drafts import forget_draft
from ..publication.change_notices import notices_in
from ..refused_deletions import not_theirs, with_its_reason
from .record_pages import RecordDeskPage, fingerprint, record_url

DELETE, REPLACE, MERGE, TAKE_OFF = "_delete", "_replace", "_merge", "_take_off"
SURE = "_sure"
SHOWN = 200


class OtherRecordForm(forms.Form):
    """Another record of the same kind, found as everywhere in the admin."""

    def __init__(
        self, site: admin.ModelAdmin, request: HttpRequest, record: Any, data: Any = None
    ) -> None:
        super().__init__(data)
        # Found by its number alone, it would tell what it is, and be this person's to see.
        others = site.get_queryset(request).exclude(pk=record.pk)
        widget = RecordSelect(ways_to(type(record))[0], site.admin_site)
        widget.without = record.pk
        self.fields["other"] = forms.ModelChoiceField(
            others, required=False, widget=widget, label=_("another one")
        )


class DeletionPage(RecordDeskPage):
    """Where a record is used, and what can be done before it is deleted."""

    template_name = "admin/articles/record/delete.html"

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        record = self.record_to_delete(object_id)
        return self.deletion_page(record, OtherRecordForm(self.site, request, record))

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        return self.dispose(self.record_to_delete(object_id))

    def record_to_delete(self, key: str) -> Any:
        """The record of the page.

        Raises:
            Http404: there is none.
            PermissionDenied: it is not theirs to delete.
        """
        record = self.site.get_object(self.request, unquote(key))
        if record is None:
            raise Http404
        if not self.site.has_delete_permission(self.request, record):
            raise PermissionDenied(not_theirs())
        return record

    def dispose(self, record: Any) -> HttpResponse:
        """Do what a button of the page says; what keeps it from being done is said there."""
        site, request = self.site, self.request
        form = OtherRecordForm(site, request, record, request.POST)
        other = None
        if form.is_valid():
            other = form.cleaned_data["other"]
        else:
            form = OtherRecordForm(site, request, record)
        name, pk = str(record), record.pk
        is_read, shown = record.is_before_readers(), shown_to(self.user, record)
        unsure = TAKE_OFF in request.POST and record.is_needed()
        unsure = unsure and request.POST.get(SURE) != fingerprint_of_uses(shown)
        try:
            with transaction.atomic():
                if MERGE in request.POST:
                    return self.merged(record, require_choice(other))
                number = self.let_go(record, other)
                if unsure:
                    # A trial: nothing forbids it, and nothing is changed before it is confirmed.
                    transaction.set_rollback(True)
        except PermissionDenied as refusal:
            return self.refused(record, form, [str(refusal)], status=403)
        except ValidationError as refusal:
            return self.refused(record, form, refusal.messages, status=422)
        if unsure:
            again = still_there(type(record)._base_manager.filter(pk=pk), name)
            return self.question_page(again, shown)
        tell_gone(request, number, is_read=is_read)
        return site.response_delete(request, name, pk)

    def let_go(self, record: Any, other: Any) -> int:
        """Take a record off what uses it, or replace it there, as asked; and delete it.

        Returns off how much it was taken, or in how much it was replaced.
        """
        request, by, number = self.request, self.user, 0
        if REPLACE in request.POST:
            number = replacing.replace(
                record, require_choice(other), by=by, told=notices_in(request)
            )
        elif TAKE_OFF in request.POST:
            number = replacing.take_off(record, by=by, told=notices_in(request))
        self.site.log_deletions(request, type(record)._base_manager.filter(pk=record.pk))
        replacing.delete(record, by=by)
        return number

    def question_page(self, record: Any, shown: VisibleUses) -> HttpResponse:
        """Ask once more before what readers have changes, and name it."""
        live = live_among(shown.owners)
        others = len(shown.owners) - len(live) + shown.hidden
        return self.show(
            template_name="admin/articles/record/take_off.html",
            title=_("Take off and delete: %(record)s?") % {"record": record},
            original=record,
            live=[line(one) for one in live[:SHOWN]],
            live_number=len(live),
            others=others,
            more=more(VisibleUses(live, 0)),
            soon=soon(),
            kept=[
                (key, value)
                for key, value in self.request.POST.items()
                if key.startswith("_") and key not in {TAKE_OFF, SURE}
            ],
            sure=fingerprint_of_uses(shown),
        )

    def merged(self, record: Any, other: Any) -> HttpResponse:
        done = merging.merge(record, other, by=self.user)
        self.site.log_change(self.request, other, done.note)
        messages.success(
            self.request,
            _("%(merge)s What named the one names the other; the history can undo it.")
            % {"merge": done.note},
        )
        return forget_draft(self.request, HttpResponseRedirect(record_url(other, "change")))

    def refused(
        self, record: Any, form: OtherRecordForm, why: Iterable[str], status: int
    ) -> HttpResponse:
        for sentence in dict.fromkeys(why):
            messages.error(self.request, sentence)
        return self.deletion_page(record, form, status=status)

    def deletion_page(self, record: Any, form: OtherRecordForm, status: int = 200) -> HttpResponse:
        user, request = self.user, self.request
        found = shown_to(user, record)
        said, read = notices_in(request), languages_read(found.owners)
        may = Kind.SUBSTANCE in may_say(user)
        told_in = read if may else []
        hindered = self.hindrances(record, found)
        return self.show(
            _("Delete: %(record)s") % {"record": record},
            status=status,
            original=record,
            uses=[line(one) for one in found.owners[:SHOWN]],
            more=more(found),
            is_used=bool(found.owners or found.hidden),
            is_needed=record.is_needed(),
            hindered=hindered,
            why_not=[*dict.fromkeys(why for why in hindered.values() if why)],
            other=form["other"],
            media=self.site.media + form.media,
            may_merge=merging.may_merge(type(record), user),
            told_in=[(one, said.corrections.get(one.code, "")) for one in told_in],
            who_may="" if may or not read else who_may(*live_among(found.owners)),
            is_popup="_popup" in request.GET or "_popup" in request.POST,
        )

    def hindrances(self, record: Any, found: VisibleUses) -> dict[str, str]:
        """What keeps each button of the page from doing what it says: it is not offered."""
        if not found.owners and not found.hidden:
            return {"delete": hindrances.of_deletion(record, by=self.user)}
        everywhere = hindrances.of_replacing(found, by=self.user)
        return {
            "replace": everywhere,
            "take_off": everywhere or hindrances.of_taking_off(record),
        }


# Many.


def used_elsewhere(records: Iterable[Any]) -> list[SafeString]:
    """Of what was chosen to be deleted, what is used: it goes from its own page."""
    chosen_ones = list(records)
    used = used_among(chosen_ones)
    return [why_kept(one) for one in chosen_ones if one.pk in used]


def why_kept(record: Any) -> SafeString:
    owners = by_owner(uses_of(record))
    places = ngettext("used in %(count)d place", "used in %(count)d places", len(owners)) % {
        "count": len(owners)
    }
    return with_its_reason(record, record_url(record, "delete"), places)


def require_choice(other: Any) -> Any:
    if other is None:
        raise ValidationError(_("Choose another record of the same kind."))
    return other


def line(owner: Any) -> dict[str, Any]:
    """One place where a record is used, as a line of the page."""
    article = owner if isinstance(owner, Article) else None
    return {
        "kind": owner._meta.verbose_name,
        "name": str(owner),
        "url": url_of(owner),
        "is_copy": bool(article and article.working_copy_of_id),
        "states": states_of(article) if article and not article.working_copy_of_id else [],
    }


def url_of(owner: Any) -> str:
    try:
        return reverse(f"admin:articles_{owner._meta.model_name}_change", args=[owner.pk])
    except NoReverseMatch:
        return ""


def states_of(article: Article) -> list[tuple[Language, str, str]]:
    phases = [(one, article.phase_in(one)) for one in Language.active().then_others]
    return [(language, phase, str(phase.label)) for language, phase in phases]


def live_among(owners: Iterable[Any]) -> list[Article]:
    return [one for one in owners if isinstance(one, Article) and one.is_live_somewhere]


def fingerprint_of_uses(shown: VisibleUses) -> str:
    """Tells whether what readers have of a record is still what a page named."""
    keys = " ".join(str(one.pk) for one in live_among(shown.owners))
    return fingerprint(keys)


def tell_gone(request: HttpRequest, number: int, *, is_read: bool) -> None:
    """Say off how much a record was taken, or in how much it was replaced, and what readers see."""
    sentences = []
    if number and REPLACE in request.POST:
        done = ngettext(
            "It was replaced in %(count)d place.", "It was replaced in %(count)d places.", number
        )
        sentences.append(done % {"count": number})
    elif number:
        done = ngettext(
            "It was taken off %(count)d article or record.",
            "It was taken off %(count)d articles and records.",
            number,
        )
        sentences.append(done % {"count": number})
    if is_read:
        sentences.append(_("No reader finds it any more, %(soon)s.") % {"soon": soon()})
    if sentences:
        messages.success(request, " ".join(sentences))


def languages_read(owners: Iterable[Any]) -> list[Language]:
    """The languages in which readers have one of these articles."""
    articles = [one for one in owners if isinstance(one, Article)]
    languages = Language.active().then_others
    return [one for one in languages if any(article.is_live(one) for article in articles)]


def more(found: VisibleUses) -> str:
    """How much there is beside what is listed."""
    number = found.hidden + max(len(found.owners) - SHOWN, 0)
    if not number:
        return ""
    return ngettext(
        "and in %(count)d more that is not listed here",
        "and in %(count)d more that are not listed here",
        number,
    ) % {"count": number}
