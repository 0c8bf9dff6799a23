"""The page on which a text is reviewed: as it came on one side, as it will be on the other."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import ReceivedText
from articles.wire.documents.kinds import TEXT
from articles.wire.findings import Piece, Recognition, as_shown, findings, split_at_findings

from ..editing.drafts import forget_draft
from . import reviewers
from .already_imported import to_taken
from .first_form import ORGANIZATIONS, QUOTES, SPEAKERS, FormValues, with_another
from .forms import ReviewForms
from .merging import BASE, TypedMerge, base_sent, marks_of
from .pages import ImportingPage, NotFoundError, in_inbox, review_url
from .questions import OpenQuestion
from .reading import ReviewedText
from .saving import NotSavedError, save

NOT_TYPED = {"csrfmiddlewaretoken", "do", "_sent", "_draft", "language", "sure", BASE}
OTHERS = "admin/articles/importing/others_draft.html"
BY_SCRIPT, LEFT = "keep", "left"
State = ReceivedText.State


class ReviewPage(ImportingPage):
    """What is typed is kept in the text's row by every button, and by a script meanwhile.

    Two may have it open: nobody's words are written over, whoever comes later chooses.
    """

    template_name = "admin/articles/importing/review.html"
    text: ReviewedText
    is_kept = False

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with transaction.atomic():
            return super().dispatch(request, *args, **kwargs)

    def find(self, pk: int) -> None:
        """The text of the page; while it is changed, nobody else changes it.

        Raises:
            NotFoundError: there is none that this person may review.
        """
        texts = ReceivedText.objects.select_related("file", "source", "typed_by")
        # What waits in the inbox is nobody's yet.
        texts = texts.defer("file__content").exclude(incoming_items__in=in_inbox())
        if self.request.method == "POST":
            texts = texts.select_for_update(of=("self",))
        text = texts.open_to(self.user).filter(pk=pk).first()
        if text is None:
            raise NotFoundError
        self.text = ReviewedText(text, self.user)

    @property
    def received(self) -> ReceivedText:
        return self.text.received

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.find(pk)
        if over := self.over():
            return over
        reviewers.note_reviewer(self.received, self.user)
        return self.page()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.find(pk)
        done = request.POST.get("do", "save")
        if done == LEFT:
            reviewers.forget_reviewer(self.received, self.user)
            return HttpResponse(status=204)
        if done == "take back":
            return self.take_back()
        return self.typed_in(done, self.merged())

    def typed_in(self, done: str, merge: TypedMerge) -> HttpResponse:
        """Keep what was typed, and do what its button says."""
        if self.received.state == State.DRAFTED:
            return self.after_the_draft(done, merge)
        self.is_kept = self.text.keep(merge.typed) and not merge.conflicts
        if done == BY_SCRIPT:
            return self.told(merge)
        if merge.conflicts:
            return self.page(merge=merge)
        return self.kept(self.after_dropping() or self.do(done))

    def do(self, done: str) -> HttpResponse:
        if done == "language":
            return self.read_as(self.request.POST.get("language", ""))
        if done == "drop":
            return self.drop()
        return self.save() if done == "save" else self.show_again(done)

    def kept(self, response: HttpResponse) -> HttpResponse:
        """The answer; where the server has what was typed, the browser may forget it."""
        return forget_draft(self.request, response) if self.is_kept else response

    # What two type.

    def merged(self) -> TypedMerge:
        sent = self.request.POST.items()
        sides = {name: f"{said}" for name, said in sent if name not in NOT_TYPED}
        typed = {
            name: said.replace("\r\n", "\n")
            for name, said in sides.items()
            if not name.startswith(("_keep-", "_shown-"))
        }
        base = base_sent(self.request.POST.get(BASE, ""))
        if not typed:
            return TypedMerge(self.text.typed, self.text.typed, {})
        if base is None:
            base = marks_of(self.text.understood)
        return TypedMerge(self.text.typed, typed, base, sides)

    def told(self, merge: TypedMerge, *sentences: str) -> HttpResponse:
        """What a script hears: who else is here, and what of its form is not kept."""
        reviewers.note_reviewer(self.received, self.user)
        said = [*sentences, *reviewers.sentences(self.received, self.user)]
        labels = [self.text.label_of(one.name) for one in merge.conflicts]
        is_drafted = self.received.state == State.DRAFTED
        unkept = [*merge.sent] if is_drafted else [one.name for one in merge.conflicts]
        return JsonResponse(
            {
                "base": json.dumps(merge.base if is_drafted else merge.base_now),
                "sentences": said,
                "unkept": unkept,
                "conflicts": [] if is_drafted else [unkept_sentence(label) for label in labels],
            }
        )

    def after_the_draft(self, done: str, merge: TypedMerge) -> HttpResponse:
        """What is typed into a text that somebody has made a draft meanwhile is shown to them."""
        if done == BY_SCRIPT:
            told = _("This text is a draft already. The buttons show what you typed beside it.")
            return self.told(merge, told)
        return to_taken(self, merge, done) or self.over() or self.page()

    def after_dropping(self) -> HttpResponse | None:
        """Where a text leads that somebody has dropped meanwhile; it has kept what was typed."""
        if self.received.state == State.WAITING:
            return None
        told = _(
            "This text was dropped meanwhile. What you typed is kept with it: take it back below."
        )
        messages.warning(self.request, told)
        return HttpResponseRedirect(reverse("admin:articles_import"))

    def over(self) -> HttpResponse | None:
        """Where a text leads that is not waiting any more."""
        if self.received.state == State.WAITING:
            return None
        article = self.received.article
        if article is None:
            messages.info(self.request, _("This text was dropped."))
            return HttpResponseRedirect(reverse("admin:articles_import"))
        if not article.may_be_seen_by(self.user):
            # Not where it is kept, nor what it is called: whose it is, and what was sent.
            return self.show(_("A colleague’s draft"), template_name=OTHERS, received=self.received)
        messages.info(self.request, _("This text is a draft already."))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    # What the buttons do.

    def show_again(self, done: str) -> HttpResponse:
        """The page as it was left: kept, looked up again, or with one more row."""
        verb, __, prefix = done.partition(" ")
        if verb == "add" and prefix in {SPEAKERS, ORGANIZATIONS, QUOTES}:
            self.received.typed = with_another(self.text.typed, prefix)
            self.received.save(update_fields={"typed"})
            return HttpResponseRedirect(f"{review_url(self.received)}#add-{prefix}")
        if verb == "later":
            messages.success(self.request, _("Kept as it is: it waits here."))
            return HttpResponseRedirect(reverse("admin:articles_import"))
        return HttpResponseRedirect(review_url(self.received))

    def read_as(self, code: str) -> HttpResponse:
        """Read the text anew in a language; what was typed for another one goes, once asked."""
        language = Language.find(code)
        if language is None:
            return HttpResponseRedirect(review_url(self.received))
        if self.text.corrections and not self.request.POST.get("sure"):
            return self.page(going=self.text.corrections, wanted=language)
        self.received.language, self.received.typed = language.code, {}
        self.received.save(update_fields={"language", "typed"})
        return HttpResponseRedirect(review_url(self.received))

    def drop(self) -> HttpResponse:
        self.received.state = State.DROPPED
        self.received.save(update_fields={"state"})
        messages.success(self.request, _("Dropped. It can be taken back below."))
        return HttpResponseRedirect(f"{reverse('admin:articles_import')}#import-dropped")

    def take_back(self) -> HttpResponse:
        if self.received.state == State.DROPPED:
            self.received.state = State.WAITING
            self.received.save(update_fields={"state"})
        return HttpResponseRedirect(review_url(self.received))

    def save(self) -> HttpResponse:
        if self.text.wire_copy is None:
            return self.page()
        try:
            return save(self, self.text)
        except NotSavedError as refusal:
            return self.page(refusal.forms, refusal.asked)

    # The page.

    def page(
        self,
        forms: ReviewForms | None = None,
        asked: list[OpenQuestion] | None = None,
        *,
        merge: TypedMerge | None = None,
        **more: Any,
    ) -> HttpResponse:
        text, copy = self.text, self.text.wire_copy
        beside: dict[str, Any] = {
            "received": self.received,
            "file": self.received.file,
            # What is odd about the file, and what was found out by reading its text.
            "remarks": copy.warnings if copy else self.received.file.warnings,
            "languages": Language.all(),
            "others": reviewers.sentences(self.received, self.user),
        }
        if copy is None:
            return self.show(_("Review"), **beside)
        shown: FormValues = merge.shown if merge else text.typed
        base = merge.base_shown if merge else marks_of(text.typed)
        found = findings(copy)
        return self.show(
            _("Review"),
            copy=copy,
            pieces=self.pieces(copy.text, found),
            marked_keys={one.key for one in found},
            forms=forms or text.forms(shown),
            refused=forms is not None,
            asked=asked if asked is not None else text.asked(),
            conflicts=text.labelled(merge.conflicts) if merge else [],
            opened=json.dumps(base),
            waiting_too=text.waiting_too,
            # Not ``language``: that is the page's own.
            written_in=Language.get(copy.language),
            **beside,
            **more,
        )

    def pieces(self, text: str, found: list[Recognition]) -> list[Piece]:
        """The text as it came, with what was found in it; its own signs only."""
        parted = split_at_findings(text, found)
        return parted if self.received.file.media_type == TEXT.media_type else as_shown(parted)


def unkept_sentence(label: str) -> str:
    return (
        _("Not kept: somebody else has changed “%s” meanwhile. The buttons show you both.") % label
    )
