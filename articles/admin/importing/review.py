"""The page on which a text is reviewed: as it came on one side, as it will be on the other."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from articles.desk.editing.history import keep_if_changed
from articles.languages import Language
from articles.models import ReceivedFile, ReceivedText
from articles.models.permissions import EDIT_ANY_ARTICLE
from articles.text.richtext.paragraphs import as_html, verbatim
from articles.wire.copy import WireCopy
from articles.wire.fetch import FetchedText, WireError
from articles.wire.findings import findings, marked
from articles.wire.incoming.facts import with_facts
from articles.wire.items import items_of
from articles.wire.parse import parse
from articles.wire.reviewed import save_reviewed
from articles.wire.save import ImportResult
from articles.wire.versions import earlier_or_alike

from .choices import RecordChoices
from .first_form import ORGANIZATIONS, QUOTES, SPEAKERS, Typed, first_form, with_another
from .forms import ReviewForms
from .pages import ImportingPage, in_inbox, review_url
from .questions import PART, OpenQuestion, answer_to, answered, questions, unanswered
from .reviewing import review_of

NOT_TYPED = {"csrfmiddlewaretoken", "do", "_sent", "_draft"}
LONGEST_TYPED = 500_000
BY_SCRIPT = "keep"
WAITING = ReceivedText.State.WAITING


class ReviewPage(ImportingPage):
    """What is typed is kept in the text's row by every button, and by a script meanwhile."""

    template_name = "admin/articles/importing/review.html"
    received: ReceivedText

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        with transaction.atomic():
            return super().dispatch(request, *args, **kwargs)

    def find(self, pk: int) -> None:
        """The text of the page; while it is changed, nobody else changes it.

        Raises:
            Http404: there is none.
            PermissionDenied: it is somebody else's.
        """
        texts = ReceivedText.objects.select_related("file", "source").defer("file__content")
        # What waits in the inbox is nobody's yet.
        texts = texts.exclude(incoming_items__in=in_inbox())
        if self.request.method == "POST":
            texts = texts.select_for_update(of=("self",))
        text = texts.filter(pk=pk).first()
        if text is None:
            raise Http404
        is_mine = text.file.sent_by_id == self.user.pk
        if not is_mine and not self.user.has_perm(EDIT_ANY_ARTICLE):
            raise PermissionDenied
        self.received = text

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.find(pk)
        return self.over() or self.page()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.find(pk)
        if over := self.over():
            return over
        done = request.POST.get("do", "save")
        if done in {"language", "drop"}:
            return self.drop() if done == "drop" else self.read_as(request.POST.get("language", ""))
        self.keep_typed()
        if done == BY_SCRIPT:
            return HttpResponse(status=204)
        return self.save() if done == "save" else self.show_again(done)

    def over(self) -> HttpResponse | None:
        """Where a text leads that is not waiting any more."""
        if self.received.state == WAITING:
            return None
        article = self.received.article
        if article is None:
            messages.info(self.request, _("This text was dropped."))
            return HttpResponseRedirect(reverse("admin:articles_import"))
        messages.info(self.request, _("This text is a draft already."))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))

    # What is read, and what is typed.

    @cached_property
    def choices(self) -> RecordChoices:
        return RecordChoices(self.user)

    @cached_property
    def wire_copy(self) -> WireCopy | None:
        """What the text was found to say; nothing, where it is in no language of ours."""
        codes = [one.code for one in Language.all()]
        text = FetchedText(self.received.text, tuple(self.received.file.warnings))
        try:
            copy = parse(text, codes, self.received.language or None)
        except WireError:
            return None
        return with_facts(copy, self.received)

    @property
    def typed(self) -> Typed:
        kept: Typed = self.received.typed
        return kept or self.understood

    @cached_property
    def understood(self) -> Typed:
        """What the form says before anybody has typed in it."""
        copy = self.wire_copy
        return first_form(copy, self.received, self.choices) if copy else {}

    @cached_property
    def items(self) -> list[str]:
        return items_of(self.received.text)

    def asked(self, copy: WireCopy) -> list[OpenQuestion]:
        found = questions(copy, earlier_or_alike(copy), self.items, self.user)
        return answered(list(found), self.typed)

    # What the buttons do.

    def keep_typed(self) -> None:
        sent = self.request.POST.items()
        typed = {name: f"{said}" for name, said in sent if name not in NOT_TYPED}
        if typed and sum(map(len, typed.values())) <= LONGEST_TYPED:
            self.received.typed = typed
            self.received.save(update_fields={"typed"})

    def show_again(self, done: str) -> HttpResponse:
        """The page as it was left: kept, looked up again, or with one more row."""
        verb, __, prefix = done.partition(" ")
        if verb == "add" and prefix in {SPEAKERS, ORGANIZATIONS, QUOTES}:
            self.received.typed = with_another(self.received.typed, prefix)
            self.received.save(update_fields={"typed"})
            return HttpResponseRedirect(f"{review_url(self.received)}#add-{prefix}")
        if verb == "later":
            messages.success(self.request, _("Kept as it is: it waits here."))
            return HttpResponseRedirect(reverse("admin:articles_import"))
        return HttpResponseRedirect(review_url(self.received))

    def read_as(self, code: str) -> HttpResponse:
        """Read the text anew in a language; what was typed for another one goes."""
        language = Language.find(code)
        if language is not None:
            self.received.language, self.received.typed = language.code, {}
            self.received.save(update_fields={"language", "typed"})
        return HttpResponseRedirect(review_url(self.received))

    def drop(self) -> HttpResponse:
        self.received.state = ReceivedText.State.DROPPED
        self.received.save(update_fields={"state"})
        messages.success(self.request, _("Dropped. The file is kept."))
        return HttpResponseRedirect(reverse("admin:articles_import"))

    def part(self) -> HttpResponse:
        """A text of its own for each report in it."""
        made = [
            ReceivedText(
                file=self.received.file,
                text=one,
                language=self.received.language,
                sent_on=self.received.sent_on,
                source=self.received.source,
                address=self.received.address,
            )
            for one in self.items
        ]
        for one in made:
            one.save()
        self.received.state = ReceivedText.State.DROPPED
        self.received.save(update_fields={"state"})
        messages.success(self.request, _("Parted: here is the first; the others wait."))
        return HttpResponseRedirect(review_url(made[0]))

    def save(self) -> HttpResponse:
        copy = self.wire_copy
        if copy is None:
            return self.page()
        forms, asked = ReviewForms(self.typed, self.choices), self.asked(copy)
        if answer_to(asked, "items") == PART:
            return self.part()
        is_open = unanswered(asked, self.typed)
        if not forms.are_valid() or is_open:
            return self.page(forms, asked)
        body = as_html([one for one in forms.facts.cleaned_data["body"].splitlines() if one])
        if forms.add_misquotes(lambda words: verbatim(words, body)):
            return self.page(forms, asked)
        try:
            saved = save_reviewed(review_of(copy, forms, asked, self.choices), self.user)
        except IntegrityError:
            # Somebody saved the same text at the same moment: now there is a question about it.
            asked = self.asked(copy)
            unanswered(asked, self.typed)
            return self.page(forms, asked)
        self.site.log_addition(self.request, saved.article, [{"added": {}}])
        note = _("Imported from the file %(name)s.") % {"name": self.received.file.name}
        keep_if_changed(saved.article, by=self.user, note=note)
        self.received.state = ReceivedText.State.DRAFTED
        self.received.article = saved.article
        self.received.save(update_fields={"state", "article"})
        self.tell(saved)
        return HttpResponseRedirect(
            reverse("admin:articles_article_change", args=[saved.article.pk])
        )

    def tell(self, saved: ImportResult) -> None:
        made = Language.active().listed([str(one) for one in saved.created])
        told = [_("The draft is saved.")]
        if made:
            told.append(_("New records: %s") % made)
        messages.success(self.request, " ".join(told))

    # The page.

    def page(
        self, forms: ReviewForms | None = None, asked: list[OpenQuestion] | None = None
    ) -> HttpResponse:
        copy = self.wire_copy
        if copy is None:
            return self.show(
                _("Review"), received=self.received, file=self.file, languages=Language.all()
            )
        found = findings(copy)
        return self.show(
            _("Review"),
            received=self.received,
            file=self.file,
            copy=copy,
            pieces=marked(copy.text, found),
            marked_keys={one.key for one in found},
            forms=forms or ReviewForms(self.typed, self.choices),
            refused=forms is not None,
            asked=asked if asked is not None else self.asked(copy),
            # Not ``language``: that is the page's own.
            written_in=Language.get(copy.language),
            languages=Language.all(),
        )

    @property
    def file(self) -> ReceivedFile:
        return self.received.file
