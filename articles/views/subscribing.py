"""News by mail: the form, the page that confirms an address, what somebody chose, and leaving.

None of these pages sets a cookie or asks for one: a link in a mail is all that says whose it is.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views import View
from django.views.decorators.csrf import csrf_exempt

from articles.desk.mailing import subscribing
from articles.desk.mailing.choices import SubscriptionChoice, subscription_choices
from articles.desk.mailing.rate_limits import is_flood
from articles.desk.mailing.subscribing import Choices, asker_of
from articles.desk.signed_links import Purpose, sealed, unsealed
from articles.languages import Language
from articles.models import Event, Subscriber, Topic
from articles.models.mail_addresses import LONGEST, is_mail_address
from articles.wire.plain_text import say_numbers

from .http_cache import moments
from .pages import Alternate, PublicPage
from .previews import private

TOPICS_SHOWN = 60
Rhythm = Subscriber.Rhythm


def named_by(
    model: type[Topic] | type[Event], keys: list[str], language: Language | None = None
) -> list[Any]:
    """The records of these keys that readers of a language know of; the active one, by default."""
    if not keys:
        return []
    return list(model.objects.public(language).filter(key__in=keys[:TOPICS_SHOWN]))


def topics_to_choose(language: Language | None = None) -> list[Any]:
    """Topics that readers of a language know of, as its alphabet has them; the active one's."""
    with translation.override((language or Language.active()).code):
        return list(Topic.objects.public(language).in_alphabet()[:TOPICS_SHOWN])


def languages_of(codes: list[str]) -> list[Language]:
    found = [Language.find(code) for code in dict.fromkeys(codes)]
    return [one for one in found if one is not None] or [Language.active()]


def rhythm_of(said: str) -> str:
    return said if said in Rhythm.values else Rhythm.DIGEST


def cleaned_address(typed: str) -> str | None:
    """A mail address, or nothing where that is none."""
    address = typed.strip()
    return address if is_mail_address(address) else None


@method_decorator(csrf_exempt, name="dispatch")
class SubscribePage(PublicPage):
    """The form. What it answers says nothing of who is subscribed.

    It needs no token against forged forms: whoever sends one in somebody's place asks for no more
    than whoever types their address, and is held to the same bounds.
    """

    page = "subscribe"
    template_name = "articles/subscribe.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET if self.request.method != "POST" else self.request.POST
        topics, events = self.chosen()
        listed = [*topics, *(one for one in topics_to_choose() if one not in topics)]
        return super().get_context_data(
            topics=listed,
            chosen_topics=topics,
            events=events,
            chosen_languages=languages_of(asked.getlist("language")),
            languages=Language.all(),
            rhythms=Rhythm.choices,
            rhythm=rhythm_of(asked.get("rhythm", "")),
            moments=moments(),
            **kwargs,
        )

    def chosen(self) -> tuple[list[Any], list[Any]]:
        """The topics and events that the form, or the page it was opened from, names."""
        asked = self.request.POST if self.request.method == "POST" else self.request.GET
        return named_by(Topic, asked.getlist("topic")), named_by(Event, asked.getlist("event"))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        typed = request.POST.get("address", "")
        address = cleaned_address(typed)
        if address is None:
            context = self.get_context_data(typed=typed[:LONGEST], is_wrong=True)
            response = render(request, self.template_name, context, status=422)
            return private(response)
        is_foreign = request.headers.get("Sec-Fetch-Site", "") == "cross-site"
        if is_flood(request) or is_foreign:
            return render_outcome(request, "many", 429)
        if not request.POST.get("website"):
            # Nobody sees that field: what fills it in is a program.
            self.ask(address)
        return render_outcome(request, "asked")

    def ask(self, address: str) -> None:
        topics, events = self.chosen()
        post = self.request.POST
        languages = languages_of(post.getlist("language"))
        choices = Choices(languages, topics, events, everything=not (topics or events))
        rhythm = rhythm_of(post.get("rhythm", ""))
        subscribing.ask(address, Language.active(), rhythm, choices)


def render_outcome(request: HttpRequest, what: str, status: int = 200) -> HttpResponse:
    """A page of one sentence: ``asked``, ``many``, ``left``, ``already``, ``gone``."""
    context = {"what": what, "alternates": [Alternate(Language.active(), None)]}
    response = render(request, "articles/subscribe_told.html", context, status=status)
    return private(response)


class OwnPage(View):
    """A page that a link in a mail leads to: opened, it changes nothing; its buttons do.

    Programs open the links of mails before people do. The link is all that says whose the page
    is, so that a token against forged forms would keep out only whom we wrote to.
    """

    purpose: Purpose
    template_name = ""
    person: Subscriber

    @classmethod
    def as_view(cls, **initkwargs: Any) -> Any:
        """Not on ``dispatch``: a page that has its own would lose it."""
        return csrf_exempt(super().as_view(**initkwargs))

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        found = asker_of(self.purpose, request.GET.get("t", ""))
        if found is None:
            return render_outcome(request, "gone", 410)
        self.person = found
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {
            "person": self.person,
            "alternates": [Alternate(Language.active(), None)],
            **self.context(),
        }
        response = private(render(request, self.template_name, context))
        say_numbers(response)
        return response

    def context(self) -> dict[str, Any]:
        return {}

    def own(self, page: str, purpose: Purpose) -> str:
        return f"{reverse(page)}?t={sealed(purpose, self.person.key)}"


class ConfirmPage(OwnPage):
    purpose = Purpose.CONFIRM
    template_name = "articles/subscribe_confirm.html"

    def context(self) -> dict[str, Any]:
        return {"chosen": subscription_choices(self.person, is_open=True)}

    def post(self, request: HttpRequest) -> HttpResponse:
        subscribing.confirm(self.person)
        return private(redirect(f"{self.own('subscribe_choices', Purpose.CHOICES)}&done=confirmed"))


class ChoicesPage(OwnPage):
    """What somebody receives; there is no account but this link."""

    purpose = Purpose.CHOICES
    template_name = "articles/subscribe_choices.html"

    def context(self) -> dict[str, Any]:
        chosen, asked = parted_by_consent(subscription_choices(self.person))
        further = [(one, further_in(one, chosen)) for one in Language.active().then_others]
        listed = {
            (language, type(record), record.pk) for language, rows in further for record in rows
        }
        whole = {one.language for one in chosen if one.row.is_of_everything}
        return {
            "chosen": chosen,
            # What is offered below in any case is not said twice.
            "asked": [
                one
                for one in asked
                if not one.row.is_of_everything
                and (one.language, Topic, one.row.topic_id) not in listed
                and (one.language, Event, one.row.event_id) not in listed
            ],
            "further": [
                (
                    one,
                    [
                        (field_of(record, one), record.key, record.said("name", one))
                        for record in rows
                    ],
                )
                for one, rows in further
            ],
            "further_languages": [one for one in Language.all() if one not in whole],
            "languages": Language.all(),
            "rhythms": Rhythm.choices,
            "leave": self.own("subscribe_leave", Purpose.LEAVE),
            "done": sentence_of(self.request.GET.get("done", "")),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        post = request.POST
        language = Language.find(post.get("mails_in", "")) or Language.active()
        added = [
            *(added_in(one, post) for one in Language.all()),
            Choices(languages_of(post.getlist("everything")), everything="everything" in post),
        ]
        kept = set(post.getlist("kept"))
        rhythm = rhythm_of(post.get("rhythm", ""))
        if not subscribing.choose(self.person, language, rhythm, kept, added):
            return render_outcome(request, "gone", 410)
        return private(redirect(f"{self.own('subscribe_choices', Purpose.CHOICES)}&done=saved"))


def parted_by_consent(
    choices: list[SubscriptionChoice],
) -> tuple[list[SubscriptionChoice], list[SubscriptionChoice]]:
    """What somebody said they want; and what was asked for with their address, by anybody."""
    said = [one for one in choices if one.row.confirmed_at]
    return said, [one for one in choices if not one.row.confirmed_at]


def further_in(language: Language, chosen: list[SubscriptionChoice]) -> list[Any]:
    """What may be added in a language: topics, and events that somebody follows in another."""
    topics = {one.row.topic_id for one in chosen if one.language == language}
    events = {one.row.event_id for one in chosen if one.language == language}
    others = {one.row.event_id for one in chosen if one.row.event_id} - events
    rows: list[Any] = list(Event.objects.public(language).filter(pk__in=others)) if others else []
    return rows + [one for one in topics_to_choose(language) if one.pk not in topics]


def field_of(record: Topic | Event, language: Language) -> str:
    """The field of the form in which it is added."""
    return f"{record._meta.model_name}-{language}"


def added_in(language: Language, post: QueryDict) -> Choices:
    """What somebody adds in a language."""
    topics, events = (
        named_by(model, post.getlist(f"{model._meta.model_name}-{language}"), language)
        for model in (Topic, Event)
    )
    return Choices([language], topics, events, everything=False)


class LeavePage(OwnPage):
    """The one click of mail programs (RFC 8058) is the same as that of the button."""

    purpose = Purpose.LEAVE
    template_name = "articles/subscribe_leave.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        token = request.GET.get("t", "")
        if unsealed(self.purpose, token) and asker_of(self.purpose, token) is None:
            # Whoever left already is told so: a mail program may ask twice.
            return render_outcome(request, "left" if request.method == "POST" else "already")
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        subscribing.leave(self.person)
        return render_outcome(request, "left")


def sentence_of(done: str) -> str:
    """What is said over the choices after a button of theirs."""
    return {
        "confirmed": gettext("It is confirmed: this is what you will receive."),
        "saved": gettext("It is saved: this is what you will receive."),
    }.get(done, "")
