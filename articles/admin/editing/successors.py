"""The form, or the address, of what is gone: it goes on where that went, and says so."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.admin.requests import number, person
from articles.desk.deleted_meanwhile import GoneError
from articles.desk.successors import Ending, ending_of
from articles.models import Article, Revision

from ..publication.checks import change_url
from .article_submission import ArticleSubmission


def where_it_is(request: HttpRequest, object_id: str | None) -> str | None:
    """The article that has taken in a working copy, or was recovered, whose form is sent."""
    stated = request.POST.get("_revision", "")
    if not (number(object_id or "") and number(stated)):
        return object_id
    if Article.with_copies.filter(pk=object_id).exists():
        return object_id
    revision = Revision.objects.filter(pk=stated).exclude(article=None).first()
    return str(revision.article_id) if revision else object_id


def lead_on(submission: ArticleSubmission) -> HttpResponse | None:
    """From the address of what is gone to where it is now; nothing where it is no such address.

    Raises:
        GoneError: what was typed is sent for an article that was deleted.
    """
    request, site = submission.request, submission.site
    ending = ending_of(number(submission.object_id or ""))
    if ending is None:
        return None
    article = ending.successor
    if article is not None and site.get_object(request, str(article.pk)) is None:
        # Nobody is told of what they may not see.
        return None
    if article is None:
        if not ending.may_be_told_to(person(request)):
            return None
        if submission.is_sent:
            raise GoneError(deleted_sentence(ending))
        messages.warning(request, deleted_sentence(ending))
        return HttpResponseRedirect(reverse("admin:index"))
    if submission.is_sent:
        return None
    messages.info(request, ended_sentence(ending))
    return HttpResponseRedirect(change_url(article))


def ended_sentence(ending: Ending) -> str:
    """What became of a working copy, or of an article that is here again."""
    who = {"name": ending.who or _("the program")}
    if not ending.was_copy:
        return _("This article was deleted, and recovered: this is its address now.")
    if ending.was_discarded:
        return _("%(name)s threw this working copy away meanwhile. This is its article.") % who
    return _("%(name)s published this working copy meanwhile. This is its article.") % who


def deleted_sentence(ending: Ending) -> str:
    return _(
        "“%(article)s” is not there any more: %(name)s deleted it. Who may delete articles finds "
        "it under “Deleted articles”, and may recover it."
    ) % {"article": ending.last.title, "name": ending.who or _("the program")}


def what_happened(submission: ArticleSubmission, live: Article, ending: Ending | None) -> str:
    """Who was faster than a form that was opened before."""
    name = _("the program")
    if ending is not None and ending.was_copy:
        who = {"name": ending.who or name}
        if ending.was_discarded:
            return _("%(name)s threw the working copy away meanwhile.") % who
        return _("%(name)s published the working copy meanwhile.") % who
    move = live.transitions.select_related("made_by").filter(to_status="published").first()
    if ending is None and move is not None:
        return _("%(name)s published this article meanwhile.") % {"name": move.made_by or name}
    return _("This article was deleted, and recovered: this is its address now.")


def say_where_it_is(
    request: HttpRequest, happened: str, live: Article, copy: Article | None
) -> None:
    """Say what became of the form of what was published meanwhile.

    Args:
        happened: who was faster.
        live: the article that readers have.
        copy: its working copy, where one was left open.
    """
    if copy is None:
        told: Any = _("There is nothing in your form that the article does not say.")
    else:
        told = format_html(
            '<a href="{}">{}</a>',
            change_url(copy),
            _("What you typed is saved in a working copy of it."),
        )
    messages.warning(request, format_html("{} {}", happened, told))
