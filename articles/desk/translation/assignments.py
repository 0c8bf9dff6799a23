"""Whose task a translation is, and until when; who is given one hears of it by mail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils import translation as spoken
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.letters import letter, post
from articles.languages import Language
from articles.models import Article, Translation, User
from articles.models.permissions import CHANGE_ARTICLE, EDIT_ANY_LANGUAGE, PUBLISH_ARTICLE
from articles.text.analysis.collation import sort_key

type Cell = tuple[Article, Language]
"""An article in a language, as the board shows it."""


class Unchanged(Enum):
    """What is left as it is."""

    AS_IT_IS = "as it is"


AS_IT_IS = Unchanged.AS_IT_IS
TASK = ["assignee", "assigned_at", "assigned_by", "due_at"]


def may_assign(user: User) -> bool:
    """Whether this person gives work to others. Everybody may take what they may write."""
    return user.has_perm(PUBLISH_ARTICLE)


def may_take(article: Article, language: Language, user: User) -> bool:
    return article.may_edit(user, language)


def assign(
    cells: Sequence[Cell],
    *,
    by: User,
    to: User | Unchanged | None = AS_IT_IS,
    due_at: datetime | Unchanged | None = AS_IT_IS,
) -> list[Translation]:
    """Give translations to somebody, or to nobody, and say until when; all of them or none.

    Raises:
        PermissionDenied: ``by`` may not.
        ValidationError: one is no translation, or ``to`` may not write it as it stands.
    """
    with transaction.atomic():
        changed = []
        for article, language in cells:
            found = task(article, language)
            require(found, by, to, due_at)
            before = (found.assignee_id, found.due_at)
            if not isinstance(to, Unchanged) and found.assignee != to:
                found.assignee, found.assigned_by = to, by
                found.assigned_at = timezone.now() if to else None
            if not isinstance(due_at, Unchanged):
                found.due_at = due_at
            if (found.assignee_id, found.due_at) != before:
                found.save(update_fields=TASK)
                changed.append(found)
        if changed and isinstance(to, User) and to != by:
            tell(to, changed, by)
    return changed


def task(article: Article, language: Language) -> Translation:
    """The row that holds the task: the article's own, not its working copy's.

    Raises:
        ValidationError: the article is no translation in this language.
    """
    root = article.working_copy_of or article
    found = root.translation_into(language)
    if found is None:
        raise ValidationError(
            _("“%(article)s” is no translation in %(language)s."),
            params={"article": root, "language": Language.active().name_of(language)},
        )
    if found.pk is None:
        found.save()
    return found


def require(found: Translation, by: User, to: User | Unchanged | None, due_at: object) -> None:
    """Refuse what a person may not do with a task, and a task that somebody may not do."""
    article, language = found.article, found.into
    if not may_assign(by):
        is_own = found.assignee_id in {None, by.pk} and to in {by, None}
        if not (is_own and due_at is AS_IT_IS and may_take(article, language, by)):
            raise PermissionDenied(_("You may take translations into your languages only."))
    elif not article.is_open_to(by):
        raise PermissionDenied
    if isinstance(to, User) and not (to.is_active and may_take(article, language, to)):
        raise ValidationError(
            _("%(person)s may not write “%(article)s” in %(language)s as it stands now."),
            params={
                "person": to,
                "article": article,
                "language": Language.active().name_of(language),
            },
        )


def people(languages: Iterable[Language]) -> list[User]:
    """Those who may write one of these languages, with their rights, in two questions; by name."""
    wanted = {language.code for language in languages}
    staff = User.objects.filter(is_staff=True, is_active=True)
    writers = User.with_right(CHANGE_ARTICLE).values("pk")
    found = [*staff.filter(pk__in=writers)]
    User.know_rights(found)
    return [
        person
        for person in sorted(found, key=lambda one: sort_key(str(one)))
        if person.has_perm(EDIT_ANY_LANGUAGE) or wanted & set(person.languages)
    ]


# Telling them.


def tell(person: User, tasks: Sequence[Translation], by: User) -> None:
    """One mail for all that somebody was given at once."""
    if not person.email:
        return
    with spoken.override(person.language or settings.LANGUAGE_CODE):
        message = assignment(person, tasks, by)
    post([message])


def assignment(person: User, tasks: Sequence[Translation], by: User) -> EmailMessage:
    """The mail, in the active language."""
    subject = ngettext(
        "A translation is yours: “%(article)s”", "%(count)d translations are yours", len(tasks)
    ) % {"article": tasks[0].article, "count": len(tasks)}
    by_due: dict[datetime | None, list[Translation]] = defaultdict(list)
    for one in tasks:
        by_due[one.due_at].append(one)
    address = settings.SITE_URL + reverse("admin:articles_translations")
    context = {
        "by": by,
        "number": len(tasks),
        "groups": by_due.items(),
        "address": f"{address}?assignee={person.pk}",
    }
    return letter(person, subject, "mail/assignment.txt", context)
