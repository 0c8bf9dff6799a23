"""Two people in one article: neither save loses what was typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Q
from django.http import HttpResponse
from django.utils.translation import gettext as _

from articles.admin.requests import number, person
from articles.desk.deleted_meanwhile import GoneError
from articles.desk.editing import history, presence
from articles.desk.editing.snapshots import CHILDREN, Content
from articles.models import Article, Revision

from .article_submission import ArticleSubmission
from .presence import article_of
from .sent_forms import save_once
from .submission import Next
from .three_way_merge import NewestState, ThreeWayMerge
from .working_copies import brings_more

# What an unknown version held: nothing, so that all that was typed is shown against what is.
NOTHING: Content = {"fields": {}, **{kind: [] for kind in CHILDREN}}


# Steps of a form.


def hold_article(submission: ArticleSubmission, go_on: Next) -> HttpResponse:
    """Hold the row for this person alone until the form is saved; others wait here."""
    article = article_of(submission) if submission.is_sent else None
    if article is None:
        return go_on(submission)
    with transaction.atomic():
        try:
            article = history.locked(article.pk)
        except GoneError:
            # A working copy published in this moment: its form goes on where it went.
            return submission.site.steps.answer(submission, after=save_once)
        if article.is_live_somewhere and brings_more(submission.request, article):
            # Published in this moment: the text goes to a working copy.
            return submission.site.steps.answer(submission, after=save_once)
        return go_on(replace(submission, article=article))


def merge_article(submission: ArticleSubmission, go_on: Next) -> HttpResponse:
    """Bring a form up to what was saved since it was opened, three ways.

    A POST that names no revision comes from no form: it is taken to know the newest.
    """
    request, article = submission.request, submission.article
    if article is None:
        return go_on(submission)
    now = history.catch_up(article)
    before = submission.sent_before
    # A page that is sent again starts from what it left.
    stated = before.left.get("revision", "") if before else request.POST.get("_revision", "")
    if not stated or stated == str(now.pk):
        return go_on(submission)
    of_this = Q(article=article) | Q(article=article.working_copy_of_id or article)
    base = Revision.objects.filter(of_this, pk=number(stated)).first()
    started = base.content if base else NOTHING
    # A copy that was opened for this form says what the article does, whose save is shown.
    newest_save = submission.opened_on or now
    newest = NewestState(now.content, str(newest_save.pk))
    three_way = ThreeWayMerge(submission.admin, request, article, started, newest)
    submission.rewrite(three_way.post)
    is_merged = three_way.merged and not three_way.conflicts and "_shown" not in request.POST
    # Of a form whose article went live, or whose copy is gone, more is said once it is saved.
    if is_merged and not submission.opened_before:
        name = now.made_by or _("the program")
        messages.info(
            request,
            _("%(name)s saved this article meanwhile. Both changes are kept.") % {"name": name},
        )
    return go_on(replace(submission, conflicts=three_way.conflicts, newest=newest_save))


# Beside the form.


def newest_and_colleagues(submission: ArticleSubmission, page: dict[str, Any]) -> dict[str, Any]:
    """What the form was opened on, what two people wrote differently, and who else is there."""
    article: Article | None = page["original"]
    if article is None:
        return {}
    request, there = submission.request, submission.colleagues
    if there is None:
        there = presence.others(article, person(request))
    return {
        "conflicts": submission.conflicts,
        "shown": submission.newest,
        "revision": request.POST.get("_revision", submission.revision or ""),
        "presences": presence.who_is_there(there),
    }
