"""The page on which a live coverage is written: a form for the next entry, and those there are."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.deleted_meanwhile import GoneError
from articles.desk.publication.live import (
    IS_CHANGED,
    coverage_of,
    delete_entry,
    end_coverage,
    may_be_deleted,
    may_write,
    show_entry,
    withdraw_entry,
    write_entry,
)
from articles.desk.publication.live_requests import (
    ask_correction,
    may_correct,
    request_for,
    requests_of,
    who_is_asked,
    who_takes_back,
)
from articles.languages import Language
from articles.models import Article, EntryState, LiveCoverage, LiveEntry

from ..editing.drafts import forget_draft
from ..editing.submission import Submission
from ..pages import ArticleDeskPage
from ..requests import number, person
from .entry_form import EntryDesk, LiveEntryForm
from .other_languages import last_changes, tell_of_other_languages

AT_ONCE = 50
AFTER_THE_END = gettext_lazy(
    "The live coverage has ended. Press again to publish this entry after its end, or take the "
    "coverage up again first."
)


def is_over(article: Article) -> bool:
    return LiveCoverage.objects.filter(article=article).exclude(ended_at=None).exists()


def live_url(article: Article) -> str:
    return reverse("admin:articles_article_live", args=[coverage_of(article).pk])


class LivePages(ArticleDeskPage):
    """What the page of a coverage and that of one entry have in common."""

    is_done_once = True

    def coverage_to_see(self, pk: int) -> Article:
        """The article that is followed live, for who may see all of it.

        Raises:
            Http404: it is not followed live.
        """
        article = coverage_of(self.article_to_see(pk))
        if not article.is_coverage:
            raise Http404
        return article

    def saved(self, form: LiveEntryForm, request: HttpRequest) -> LiveEntry | None:
        """The entry as it is saved; ``None`` where the form says why it is not."""
        if not form.is_valid() or self.comes_after_the_end(form, request):
            return None
        wanted = form.desk.publishable if "_show" in request.POST else []
        show = [one for one in wanted if form.cleaned_data.get(one.field("body"))]
        entry = form.desk.entry
        # The form has written into its own; what is saved is compared with what is stored.
        stored = LiveEntry(pk=entry.pk, article=entry.article)
        try:
            with transaction.atomic():
                return write_entry(
                    stored,
                    form.values(),
                    by=self.user,
                    show=show,
                    notes=form.notes(),
                    opened=request.POST.get("opened", ""),
                )
        except ValidationError as refusal:
            form.refuse(refusal)
            return None

    def may_withdraw(self, entry: LiveEntry) -> list[Language]:
        languages = Language.active().then_others
        return [one for one in languages if entry.may_be_withdrawn_by(self.user, one)]

    def comes_after_the_end(self, form: LiveEntryForm, request: HttpRequest) -> bool:
        """Whether it would be published after the end of its coverage, and nobody was asked yet."""
        if "_show" not in request.POST or "after_end" in request.POST:
            return False
        form.asks_after_end = is_over(form.desk.entry.article)
        if form.asks_after_end:
            form.add_error(None, AFTER_THE_END)
        return form.asks_after_end


class LiveDeskPage(LivePages):
    """The coverage of one article."""

    template_name = "admin/articles/live/desk.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.coverage_to_see(pk)
        return self.desk_page(article, EntryDesk(request, LiveEntry(article=article)).form())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self.coverage_to_see(pk)
        if not may_write(article, self.user):
            raise PermissionDenied
        form = EntryDesk(request, LiveEntry(article=article)).form(request.POST)
        entry = self.saved(form, request)
        if entry is None:
            return self.desk_page(article, form, status=422)
        messages.success(request, what_became_of(entry))
        return forget_draft(request, HttpResponseRedirect(live_url(article)))

    def desk_page(self, article: Article, form: LiveEntryForm, status: int = 200) -> HttpResponse:
        entries = LiveEntry.objects.filter(article=article).select_related("image").newest_first()
        page = Paginator(entries, AT_ONCE).get_page(self.request.GET.get("page"))
        for entry in page.object_list:
            entry.article = article
        asked = requests_of(page.object_list)
        return self.show(
            _("Live coverage"),
            status=status,
            subtitle=str(article),
            original=article,
            form=form,
            media=form.desk.fields.media + form.media,
            entries=[self.shown(one) | {"asked": asked.get(one.pk)} for one in page.object_list],
            page_obj=page,
            coverage=LiveCoverage.objects.filter(article=article).first(),
            may_write=may_write(article, self.user),
            may_publish=form.desk.may_publish,
            pages=[(one, article.url_in(one)) for one in article.languages_with_page],
        )

    def shown(self, entry: LiveEntry) -> dict[str, Any]:
        """An entry as the list has it: its words, and its state in each language."""
        return {
            "entry": entry,
            "texts": [
                {
                    "language": language,
                    "headline": entry.said("headline", language),
                    "body": entry.said("body", language),
                    "state": entry.state_in(language),
                    "is_summary": is_on_top(entry, language),
                    "waits": entry.state_in(language) == EntryState.PUBLIC
                    and not entry.article.is_live(language),
                    "may_publish": entry.may_be_published_by(self.user, language),
                }
                for language in Language.active().then_others
                if entry.said("body", language)
            ],
            "may_change": any(
                entry.may_be_written_by(self.user, language) for language in Language.all()
            ),
        }


class LiveActs(LivePages):
    """What a button of the page does: an entry is shown, taken back, deleted; the coverage ends."""

    def post(self, request: HttpRequest, pk: int, act: str) -> HttpResponse:
        article = self.coverage_to_see(pk)
        if act in {"end", "resume"}:
            end_coverage(article, by=self.user, is_over=act == "end")
            said = _("The live coverage has ended.") if act == "end" else _("It goes on.")
            messages.success(request, said)
            return HttpResponseRedirect(live_url(article))
        entry = self.entry_there_is(article, request.POST.get("entry", ""))
        try:
            self.act_on(entry, act, request)
        except ValidationError as refusal:
            messages.error(request, " ".join(refusal.messages))
            return HttpResponseRedirect(entry_url(entry))
        except GoneError as gone:
            messages.error(request, str(gone))
            return HttpResponseRedirect(live_url(article))
        return forget_draft(request, HttpResponseRedirect(live_url(article)))

    def act_on(self, entry: LiveEntry, act: str, request: HttpRequest) -> None:
        language = Language.find(request.POST.get("language", ""))
        if act == "show" and language:
            entry = show_entry(entry, language, by=self.user)
            messages.success(request, what_became_of(entry, [language]))
        elif act == "withdraw":
            self.withdraw(entry, request)
        elif act == "delete":
            delete_entry(entry, by=self.user)
            messages.success(request, _("The entry was deleted."))
        else:
            raise PermissionDenied

    def withdraw(self, entry: LiveEntry, request: HttpRequest) -> None:
        """Take it back in the language of the button, or in all in which that is theirs."""
        one = Language.find(request.POST.get("language", ""))
        wanted = [one] if one else self.may_withdraw(entry)
        if not wanted:
            raise PermissionDenied
        with transaction.atomic():
            for language in wanted:
                why = request.POST.get(f"why_{language}", "")
                withdraw_entry(entry, language, why, by=self.user)
        entry.refresh_from_db()
        messages.success(request, what_was_taken_back(entry, wanted))

    def entry_there_is(self, article: Article, sent: str) -> LiveEntry:
        entry = get_object_or_404(LiveEntry, article=article, pk=number(sent))
        entry.article = article
        return entry


class LiveEntryPage(LivePages):
    """One entry, to be changed."""

    template_name = "admin/articles/live/entry.html"

    def get(self, request: HttpRequest, pk: int, entry: int) -> HttpResponse:
        found = self.entry_to_change(pk, entry)
        return self.entry_page(EntryDesk(request, found).form(proposed=self.proposed(found)))

    def post(self, request: HttpRequest, pk: int, entry: int) -> HttpResponse:
        found = self.entry_to_change(pk, entry)
        opened, now = request.POST.get("opened", ""), found.updated_at.isoformat()
        before = last_changes(found)
        form = EntryDesk(request, found).form(request.POST)
        if opened and opened != now:
            form.add_error(None, IS_CHANGED)
        if "_ask" in request.POST and form.is_valid():
            # The form has written into its own: what it is known by are the words that stand.
            ask_correction(self.entry_to_change(pk, entry), form.proposed(), by=self.user)
            messages.success(
                request, _("Asked: who writes corrections has your words, and a mail.")
            )
            return forget_draft(request, HttpResponseRedirect(live_url(found.article)))
        try:
            saved = self.saved(form, request)
        except GoneError as gone:
            messages.error(request, str(gone))
            return HttpResponseRedirect(live_url(found.article))
        if saved is None:
            return self.entry_page(form, status=422)
        messages.success(request, what_became_of(saved))
        tell_of_other_languages(request, saved, before)
        return forget_draft(request, HttpResponseRedirect(live_url(found.article)))

    def entry_to_change(self, pk: int, key: int) -> LiveEntry:
        """The entry, for who may write it in some language.

        Raises:
            Http404: there is none.
            PermissionDenied: they may not.
        """
        article = self.coverage_to_see(pk)
        entry = get_object_or_404(LiveEntry, article=article, pk=key)
        entry.article = article
        if not EntryDesk(self.request, entry).languages and not self.may_withdraw(entry):
            raise PermissionDenied
        return entry

    def proposed(self, entry: LiveEntry) -> dict[str, str] | None:
        """What a colleague asks to have corrected, where the form is to be filled with it."""
        asked = request_for(entry) if "asked" in self.request.GET else None
        return asked.proposed if asked and may_correct(entry.article, self.user) else None

    def who_takes_back(self, entry: LiveEntry) -> str:
        """Whom to turn to, for somebody who publishes entries and takes none back."""
        is_had = any(entry.state_in(one) == EntryState.PUBLIC for one in Language.all())
        if not is_had or self.may_withdraw(entry):
            return ""
        return who_takes_back(entry)

    def entry_page(self, form: LiveEntryForm, status: int = 200) -> HttpResponse:
        stored = LiveEntry.objects.select_related("article").get(pk=form.desk.entry.pk)
        asked = request_for(stored)
        corrects = may_correct(stored.article, self.user)
        return self.show(
            _("Entry of a live coverage"),
            status=status,
            subtitle=str(stored),
            original=stored.article,
            form=form,
            media=form.desk.fields.media + form.media,
            entry=stored,
            opened=stored.updated_at.isoformat(),
            may_withdraw=self.may_withdraw(stored),
            who_takes_back=self.who_takes_back(stored),
            asked=asked,
            may_correct=corrects,
            who_is_asked="" if corrects else who_is_asked(asked),
            is_filled="asked" in self.request.GET,
            may_delete=may_be_deleted(stored, self.user),
            may_publish=bool(form.desk.publishable),
            is_public=any(stored.is_before_readers(one) for one in Language.all()),
            publishable=[Language.active().name_of(one) for one in form.desk.publishable],
        )


def is_on_top(entry: LiveEntry, language: Language) -> bool:
    """Whether it is the summary of a language, or will be."""
    waits = entry.is_pinned and entry.state_in(language) == EntryState.DRAFT
    return waits or entry.is_summary_in(language)


def entry_url(entry: LiveEntry) -> str:
    return reverse("admin:articles_article_live_entry", args=[entry.article_id, entry.pk])


def what_became_of(entry: LiveEntry, languages: Collection[Language] = ()) -> str:
    """What to say of an entry that was just saved, or shown in some languages."""
    public = [
        one for one in languages or Language.all() if entry.state_in(one) == EntryState.PUBLIC
    ]
    if not public:
        return _("The entry is kept as a draft: who may publish gives it to readers.")
    waiting = [one for one in public if not entry.article.is_live(one)]
    if len(waiting) == len(Language.all()):
        return _("Readers have the entry as soon as they have the article.")
    told = [_("Readers have it.")] if len(waiting) < len(public) else []
    return " ".join([*told, *(waits_in(one) for one in waiting)])


def what_was_taken_back(entry: LiveEntry, languages: Collection[Language]) -> str:
    """In which languages nobody reads it any more, and in which it still stands."""
    active = Language.active()
    left = [one for one in Language.all() if entry.state_in(one) == EntryState.PUBLIC]
    told = _("It was taken back in %(languages)s; readers are told why.")
    said = [told % {"languages": active.listed([active.name_of(one) for one in languages])}]
    if left:
        still = _("Readers of %(languages)s have it still.")
        said.append(still % {"languages": active.listed([active.name_of(one) for one in left])})
    return " ".join(said)


def waits_in(language: Language) -> str:
    return _(
        "Nobody reads it in %(language)s yet: readers have it as soon as the article is published "
        "in %(language)s."
    ) % {"language": Language.active().name_of(language)}


def live_beside(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """The way from the form of an article that is followed live to its coverage."""
    article: Article | None = page["original"]
    if article is None or not coverage_of(article).is_coverage:
        return {}
    if not article.is_open_to(person(submission.request)):
        return {}
    return {"live_url": live_url(article)}
