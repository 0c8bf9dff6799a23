"""How news is written to subscribers: once for everybody, then each with the links of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils import translation
from django.utils.translation import gettext as _

from articles.desk.envelopes import link, message_id, outside
from articles.desk.signed_links import Purpose
from articles.languages import Language
from articles.models import Article, Correction, Subscriber
from articles.models.identity import newsroom_name
from articles.models.phases import by_the_clock
from articles.models.typography_checks import customs_of
from articles.text.typography.number_rule import with_numbers

CHOICES, LEAVE = "https://newsroom.invalid/choices", "https://newsroom.invalid/leave"
"""Where the links of each subscriber come to stand."""


@dataclass(frozen=True)
class Story:
    """An article in one language, as a mail tells of it."""

    language: Language
    headline: str
    standfirst: str
    url: str
    when: str
    correction: str = ""
    """What was wrong in it, where that is what is told."""

    @classmethod
    def of(
        cls, article: Article, language: Language, correction: Correction | None = None
    ) -> Story:
        customs = customs_of(language)
        with translation.override(language.code):
            moment = article.appears_at(language)
            return cls(
                language,
                with_numbers(article.said("headline", language), customs),
                with_numbers(article.said("standfirst", language), customs),
                f"{settings.SITE_URL}{article.url_in(language)}",
                by_the_clock(moment) if moment else "",
                with_numbers(correction.said("text", language), customs) if correction else "",
            )

    @property
    def subject(self) -> str:
        if not self.correction:
            return self.headline
        with translation.override(self.language.code):
            return _("Correction: %(headline)s") % {"headline": self.headline}


@dataclass(frozen=True)
class WrittenNews:
    """A mail to anybody: what all of them share is written once."""

    language: Language
    subject: str
    text: str
    page: str
    sender: str
    headers: dict[str, str]

    @classmethod
    def of_one(cls, story: Story, language: Language) -> WrittenNews:
        return cls.of([story], language, story.subject)

    @classmethod
    def of_day(cls, stories: list[Story], language: Language) -> WrittenNews:
        with translation.override(language.code):
            first = stories[0].subject
            subject = _("%(newsroom)s: %(headline)s") % {
                "newsroom": newsroom_name(), "headline": first
            }  # fmt: skip
            return cls.of(stories, language, subject)

    @classmethod
    def of(cls, stories: Iterable[Story], language: Language, subject: str) -> WrittenNews:
        context = {"stories": [*stories], "choices": CHOICES, "leave": LEAVE}
        mail = outside(language, subject, "news", context)
        return cls(
            language,
            f"{mail.subject}",
            f"{mail.body}",
            cast("str", mail.alternatives[0][0]),
            mail.from_email,
            dict(mail.extra_headers),
        )

    def to(self, person: Subscriber, which: str) -> EmailMultiAlternatives:
        """The mail to one of them.

        Args:
            person: to whom.
            which: it is, by the key of its row.
        """
        choices = link("subscribe_choices", self.language, Purpose.CHOICES, person.key)
        leave = link("subscribe_leave", self.language, Purpose.LEAVE, person.key)

        def own(text: str) -> str:
            return text.replace(CHOICES, choices).replace(LEAVE, leave)

        mail = EmailMultiAlternatives(self.subject, own(self.text), self.sender, [person.address])
        mail.attach_alternative(own(self.page), "text/html")
        mail.extra_headers = self.headers | {
            "Message-ID": message_id("s", person.key, which),
            "List-Id": f"<news.{urlsplit(settings.SITE_URL).hostname}>",
            # RFC 8058: mail programs leave by a button of theirs.
            "List-Unsubscribe": f"<{leave}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        }
        return mail
