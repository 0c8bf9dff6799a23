"""A media kit is given to readers, and taken back, by a button for each language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, MediaKit

from .editing.submission import Next, Submission
from .requests import person

PUBLISH, TAKE_BACK = "_publish_kit", "_take_kit_back"
"""The buttons: each says which language."""


def publish_kit(submission: Submission, go_on: Next) -> HttpResponse:
    """Put the date that a button asks for into the form, which then says what is missing."""
    sent: Any = submission.request.POST
    for button, moment in ((PUBLISH, timezone.localtime()), (TAKE_BACK, None)):
        language = Language.find(sent.get(button, ""))
        if language is not None:
            post = with_date(sent, language.field("published_at"), moment)
            # One stays where its state is said.
            post["_continue"] = "1"
            submission.rewrite(post)
    return go_on(submission)


def with_date(sent: Any, column: str, moment: datetime | None) -> Any:
    """What was sent, with a moment in a column, or none."""
    post = sent.copy()
    post[f"{column}_0"] = f"{moment:%Y-%m-%d}" if moment else ""
    post[f"{column}_1"] = f"{moment:%H:%M:%S}" if moment else ""
    post[f"{column}_2"] = f"{moment.fold}" if moment and moment.fold else ""
    return post


def kit_for_readers(_submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """Who has it in each language, and the button that changes that."""
    kit: MediaKit | None = page["original"]
    if not page.get("has_change_permission", True):
        return {}
    return {
        "for_readers": [
            {
                "language": language,
                "words": state_of(kit, language) if kit else "",
                "publish": kit is None or not kit.is_public_by_itself(language),
                "take_back": kit is not None and kit.published_at_in(language) is not None,
            }
            for language in Language.active().then_others
        ],
        "publish_button": PUBLISH,
        "take_back_button": TAKE_BACK,
    }


def state_of(kit: MediaKit, language: Language) -> str:
    """In plain words, who has a kit in a language."""
    active, moment = Language.active(), kit.published_at_in(language)
    said = {"language": active.name_of(language)}
    if moment is None:
        return _("No reader has this kit in %(language)s.") % said
    local = timezone.localtime(moment)
    said |= {"day": active.date(local), "time": active.time(local)}
    if kit.is_public_by_itself(language):
        words = _("Readers have this kit in %(language)s since %(day)s at %(time)s.")
    else:
        words = _("Readers will have this kit in %(language)s on %(day)s at %(time)s.")
    return words % said


def say_who_has_it(submission: Submission, form: Any) -> None:
    """Say of a kit that was saved who has it; that nobody has, as a warning."""
    kit: MediaKit = form.instance
    words = [state_of(kit, one) for one in Language.active().then_others]
    is_read = any(kit.is_public_by_itself(one) for one in Language.all())
    tell = messages.success if is_read else messages.warning
    tell(submission.request, " ".join(words))


def say_what_lacks(submission: Submission, form: Any) -> None:
    """Say what of a kit its readers do not find there, and why."""
    for words in lacks(form.instance, submission):
        messages.warning(submission.request, words)


def lacks(kit: MediaKit, submission: Submission) -> Iterator[str]:
    """People without a biography, and articles that no reader has yet."""
    listed, people = Language.active().listed, list(kit.speakers.all())
    for language in Language.active().then_others:
        silent = [one for one in people if not one.said("biography", language)]
        if silent and kit.said("name", language):
            words = _(
                "Without a biography in %(language)s, in the kit and in its archive: %(names)s."
            )
            names = listed([str(one) for one in silent])
            yield words % {"language": Language.active().name_of(language), "names": names}
    articles = Article.objects.for_desk(person(submission.request)).filter(in_kits__kit=kit)
    if waiting := [str(one) for one in articles if not one.is_live_somewhere]:
        words = _("Not published yet, so not in the kit for its readers: %(names)s.")
        yield words % {"names": listed(waiting)}
