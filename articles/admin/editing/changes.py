"""The changes that wait in a working copy: read beside what readers see, and published."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.deleted_meanwhile import GoneError
from articles.desk.editing import working_copies
from articles.desk.editing.differences import differences
from articles.desk.editing.unpublished_texts import are_apart
from articles.desk.editing.waiting_changes import WaitingChanges, read_rows_of_both
from articles.desk.publication.corrections import still_owed
from articles.desk.publication.corrections_without_change import (
    CorrectionWithoutChangeError,
    corrections_without_change,
)
from articles.desk.publication.correctors import ask, correctors, kinds_for, who_may
from articles.languages import Language
from articles.models import Article
from articles.models.permissions import WITHDRAW_ARTICLE

from ..pages import ArticleDeskPage
from ..publication.change_notices import asks_told_alone, notices_in, question, with_ways
from ..publication.checks import change_url, panel
from ..publication.dates import asks_at_once
from .discarding import discard_url, to_article_of_gone
from .drafts import forget_draft
from .working_copies import publish_changes, sync_when_opened

DISCARD = "_discard_copy"
ASK, WHOM, WORDS = "_ask", "_ask_whom", "_ask_words"


class ChangesPage(ArticleDeskPage):
    """What differs from what readers see, and what they are to be told of it."""

    template_name = "admin/articles/article/changes.html"
    is_done_once = True
    copy: Article

    def get(self, request: HttpRequest, object_id: str) -> HttpResponse:
        self.copy = self.working_copy(object_id)
        return self.changes_page()

    def working_copy(self, key: str) -> Article:
        """The working copy of the page, with what nobody has read as the article says it.

        Raises:
            Http404: there is none.
            PermissionDenied: they may not see it.
        """
        copy = self.working_copy_there_is(key)
        if not self.site.has_view_or_change_permission(self.request, copy):
            raise PermissionDenied
        read_rows_of_both(copy)
        if are_apart(copy):
            sync_when_opened(self.request, copy)
            copy = self.working_copy_there_is(key)
            read_rows_of_both(copy)
        return copy

    def changes_page(self, refused: Sequence[str] = ()) -> HttpResponse:
        copy, request, user = self.copy, self.request, self.user
        live: Any = copy.working_copy_of
        waiting = WaitingChanges.read(copy)
        before, after = waiting.before, waiting.after
        may = kinds_for(copy, user)
        owed = {one.language: one for one in still_owed(copy, before, after)}
        languages = [one for one in Language.active().then_others if one in owed]
        questions = [question(owed[one], may, request) for one in languages]
        # No button that would fail: what is owed is somebody else's to say.
        stuck = not all(one.choices for one in questions)
        ends = waiting.ends
        may_withdraw = user.has_perm(WITHDRAW_ARTICLE)
        at_once = waiting.at_once(timezone.now())
        alone = corrections_without_change(waiting, notices_in(request))
        is_told = all(one.has_correction for one in questions)
        people = [] if is_told and not stuck else correctors(copy)
        return self.show(
            _("Changes that readers do not see yet"),
            original=copy,
            live=live,
            pages=live.languages_with_page,
            differences=differences(before, after),
            questions=questions,
            may_finish=not stuck and (not ends or may_withdraw),
            ends=bool(ends),
            at_once=asks_at_once(at_once) if at_once else "",
            alone=asks_told_alone(alone) if alone else "",
            may_withdraw=may_withdraw,
            who_may="" if is_told else who_may(copy, people=people),
            correctors=people if stuck else [],
            refused=refused,
            note=request.POST.get("_note", ""),
            checks=panel(copy),
            may_change=self.site.has_change_permission(request, copy),
            may_discard=copy.may_be_discarded_by(user),
            may_publish_changes=working_copies.may_publish(copy, user),
        )

    def post(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Publish the changes from the page that shows them, or go to where they are discarded."""
        copy = self.copy = self.working_copy(object_id)
        live: Any = copy.working_copy_of
        if not self.site.has_change_permission(request, copy):
            raise PermissionDenied
        if DISCARD in request.POST:
            if not copy.may_be_discarded_by(self.user):
                raise PermissionDenied
            return HttpResponseRedirect(discard_url(copy))
        if ASK in request.POST:
            return self.ask_who_may()
        try:
            publish_changes(request, copy)
        except GoneError:
            return to_article_of_gone(request, live)
        except (working_copies.AtOnceError, CorrectionWithoutChangeError) as refusal:
            # The page asks it, beside the button.
            return self.changes_page(refusal.messages)
        except ValidationError as refusal:
            return self.changes_page(with_ways(refusal))
        return forget_draft(request, HttpResponseRedirect(change_url(live)))

    def ask_who_may(self) -> HttpResponse:
        """Send the copy to who may write the correction it needs: one of them, or all."""
        copy, request = self.copy, self.request
        people = correctors(copy)
        whom = [one for one in people if str(one.pk) == request.POST.get(WHOM)] or people
        try:
            ask(copy, whom, request.POST.get(WORDS, ""), by=self.user)
        except ValidationError as refusal:
            return self.changes_page(refusal.messages)
        names = Language.active().listed(whom)
        messages.success(request, _("It is sent to %(names)s, with a note.") % {"names": names})
        return forget_draft(request, HttpResponseRedirect(request.path))
