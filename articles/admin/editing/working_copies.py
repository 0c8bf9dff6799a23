"""Working copies in the admin: what readers see is shown, and changed beside them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from articles.admin.requests import number, person, posted_names
from articles.desk.databases import if_writable
from articles.desk.editing import history, working_copies
from articles.desk.editing.snapshots import (
    CHILDREN,
    child_fields,
    child_model,
    child_parent,
    content_fields,
    original_key,
)
from articles.desk.editing.unpublished_texts import (
    are_apart,
    sync_unpublished_texts,
    sync_working_copy_of,
)
from articles.desk.editing.waiting_changes import WaitingChanges
from articles.desk.publication.corrections import ANOTHERS
from articles.desk.publication.corrections_without_change import (
    CorrectionWithoutChangeError,
    corrections_without_change,
    languages_told,
)
from articles.desk.publication.correctors import correctors
from articles.desk.publication.owed_corrections import readers_of
from articles.desk.publication.reader_messages import after_changes, languages_changed
from articles.desk.successors import ending_of
from articles.languages import Language
from articles.models import Article, Revision

from ..mailing.correction_recipients import tell_of_journalists
from ..publication.change_notices import notices_in
from ..publication.checks import change_url, tell_warnings
from ..publication.moves import ArticleForm, MoveRefusedError, about
from ..publication.numbers_in_addresses import tell_of_address
from ..rows import KEY, PostedRows
from ..translation.links import translate_url
from .article_submission import AT_ONCE, OPEN, PUBLISH, TOLD_ALONE, ArticleSubmission
from .open_notes import ask_of_notes
from .submission import Next
from .successors import lead_on, say_where_it_is, what_happened, where_it_is

# What a form brings.


def is_edit(request: HttpRequest) -> bool:
    """Whether a POST brings a text, not only the press of a button."""
    return any(column.name in request.POST for column in content_fields(Article))


def brings_more(request: HttpRequest, article: Article) -> bool:
    """Whether a POST brings what is not written in this row: it is for the working copy."""
    elsewhere, posted = article.written_elsewhere, posted_names(request)
    if any(one.name in posted for one in content_fields(Article) if elsewhere.holds(one)):
        return True
    for kind in CHILDREN:
        names = {one.name for one in child_fields(kind) if elsewhere.holds(one)}
        row = re.compile(rf"{kind}-\d+-(\w+)")
        if any((match := row.fullmatch(name)) and match[1] in names for name in posted):
            return True
    return False


# Steps of a form.


def use_working_copy(submission: ArticleSubmission, go_on: Next) -> HttpResponse:
    """Where readers have the article, save in its working copy what the form says of their text."""
    request, site = submission.request, submission.site
    object_id = where_it_is(request, submission.object_id)
    submission = replace(submission, object_id=object_id, gone=gone_of(submission, object_id))
    article = submission.admin.get_object(request, object_id) if object_id else None
    if article is None and (led_on := lead_on(submission)):
        return led_on
    if article is not None and site.has_view_or_change_permission(request, article):
        if submission.is_sent:
            sync_when_opened(request, article)
        elif (copy := copy_beside(article)) and are_apart(copy):
            if_writable(partial(sync_when_opened, request, article))
            submission.read_again()
    if not submission.is_sent or article is None or not article.is_live_somewhere:
        if submission.gone and article is not None:
            readdress(submission, article, article)
        return go_on(submission)
    if OPEN in request.POST and not is_edit(request):
        return open_copy(submission, article)
    if not brings_more(request, article):
        opens = OPEN in request.POST
        if opens and not article.may_be_changed_beside_by(person(request)):
            raise PermissionDenied
        response = go_on(submission)
        opens = opens and response.status_code == HTTPStatus.FOUND
        return open_copy(submission, article) if opens else response
    with transaction.atomic():
        return save_beside(submission, article, go_on)


def copy_beside(article: Article) -> Article | None:
    """The working copy that an article is, or that was read with it."""
    return article if article.working_copy_of_id else getattr(article, "working_copy", None)


def gone_of(submission: ArticleSubmission, object_id: str | None) -> int:
    """The number that a form was sent to, where it goes on at another; else 0."""
    return 0 if object_id == submission.object_id else number(submission.object_id or "")


def sync_when_opened(request: HttpRequest, article: Article) -> None:
    """Show in an article and its working copy alike what nobody has read; say what cannot be.

    What only a working copy held is handed to the article.
    """
    both = (
        sync_unpublished_texts(article)
        if article.working_copy_of_id
        else sync_working_copy_of(article)
    )
    for language in both:
        origin = article.working_copy_of_id or article.pk
        sentence = _(
            "In %(language)s, the article and its working copy were both written. The article "
            "keeps what it says; what the working copy said is in the history."
        ) % {"language": Language.active().name_of(language)}
        url = reverse("admin:articles_article_history", args=[origin])
        messages.warning(request, format_html('<a href="{}">{}</a>', url, sentence))


def open_copy(submission: ArticleSubmission, live: Article) -> HttpResponse:
    request = submission.request
    may = submission.site.has_change_permission(request, live)
    if not (may and live.may_be_changed_beside_by(person(request))):
        raise PermissionDenied
    copy = working_copies.open_copy(live, by=person(request))
    sentence = _("A working copy is open: readers keep the text they have until it is published.")
    messages.info(request, sentence)
    return HttpResponseRedirect(change_url(copy))


def save_beside(submission: ArticleSubmission, live: Article, go_on: Next) -> HttpResponse:
    """Save a form that was opened before its article went live, or was sent by a script.

    All of it is said in the working copy, which hands on what nobody has read.
    """
    request = submission.request
    if not submission.site.has_change_permission(request, live):
        raise PermissionDenied
    known = working_copies.copy_of(live)
    newest = None if known else history.catch_up(history.locked(live.pk))
    happened = what_happened(submission, live, ending_of(submission.gone))
    with transaction.atomic():
        copy = working_copies.open_copy(live, by=person(request))
        readdress(submission, live, copy)
        leave_moves(submission)
        response = go_on(
            replace(submission, object_id=str(copy.pk), opened_before=True, opened_on=newest)
        )
        if response.status_code != HTTPStatus.FOUND:
            return response if known else without_copy(response, live, copy)
    if working_copies.copy_of(live):
        sync_when_opened(request, copy)
        if known is None and not working_copies.has_changes(copy):
            working_copies.discard(copy)
            if response["Location"] == change_url(copy):
                response["Location"] = change_url(live)
    say_where_it_is(request, happened, live, working_copies.copy_of(live))
    return response


def without_copy(response: Any, live: Article, copy: Article) -> HttpResponse:
    """A refused form, which names the article again: the copy that was opened for it is undone."""
    there, here = (reverse("admin:articles_article_history", args=[one.pk]) for one in (live, copy))
    response.render()
    page = response.content.decode()
    response.content = page.replace(here.removesuffix("history/"), there.removesuffix("history/"))
    transaction.set_rollback(True)
    return response


def readdress(submission: ArticleSubmission, live: Article, copy: Article) -> None:
    """Have a form that was filled in for the live article say the rows of its working copy.

    Args:
        submission: whose POST is rewritten.
        live: the article it names.
        copy: its working copy; the article itself, where that was deleted and recovered.
    """
    post: Any = submission.request.POST.copy()
    stated = Revision.objects.filter(article=live, pk=number(post.get("_revision", ""))).first()
    for kind in CHILDREN:
        rows = child_model(kind)._base_manager
        parent = child_parent(kind)
        here = {original_key(one.key): f"{one.pk}" for one in rows.filter(**{parent: copy})}
        # The rows of the article, and of the working copy that the form was opened on.
        keys = {
            f"{row['pk']}": row["key"] for row in (stated.content.get(kind, []) if stated else [])
        }
        keys |= {f"{one.pk}": one.key for one in rows.filter(**{parent: live})}
        posted = PostedRows(post, kind)
        for row in posted.rows:
            if row.get("id"):
                # A page that was refused knows its rows by their keys.
                key = keys.get(row["id"]) or original_key(row.get(KEY, ""))
                row |= {"id": here.get(key, row["id"]), KEY: key}
            if row.get(parent):
                row[parent] = f"{copy.pk}"
        if posted.rows:
            posted.put(posted.rows)
    submission.rewrite(post)


def leave_moves(submission: ArticleSubmission) -> None:
    """Make no move from a form that knew another article: it is asked for again."""
    request = submission.request
    moves = [name for name in request.POST if name.startswith("_move-")]
    if moves:
        post: Any = request.POST.copy()
        for name in moves:
            del post[name]
        submission.rewrite(post)
        said = _(
            "Readers have got this article since you opened it. What you typed is kept; "
            "press the button again."
        )
        messages.warning(request, said)


def sync_texts_never_published(submission: ArticleSubmission, form: ArticleForm) -> None:
    """Show in the working copy what was saved in a language that no reader has."""
    if form.instance.is_live_somewhere:
        sync_when_opened(submission.request, form.instance)


def publish_working_copy(submission: ArticleSubmission, form: ArticleForm) -> None:
    """Publish the working copy that the form is of, where that was the button."""
    copy = form.instance
    if form.options.publishes_changes and copy.working_copy_of_id:
        try:
            publish_changes(submission.request, copy)
        except ValidationError as refusal:
            raise MoveRefusedError(with_way_out(refusal, copy)) from refusal


def publish_changes(request: HttpRequest, copy: Article) -> None:
    """Publish a working copy with what the page says to readers; say what they have now."""
    note, told = request.POST.get("_note", ""), notices_in(request)
    waiting = WaitingChanges.of(copy)
    if (alone := corrections_without_change(waiting, told)) and TOLD_ALONE not in request.POST:
        raise CorrectionWithoutChangeError(alone)
    changed = languages_changed(waiting)
    languages = [one for one in Language.all() if one in {*changed, *languages_told(waiting, told)}]
    origin: Any = copy.working_copy_of
    is_changed, had = working_copies.is_any(waiting.changed) or bool(languages), readers_of(origin)
    live = working_copies.publish(
        copy,
        by=person(request),
        note=note,
        told=told,
        at_once=AT_ONCE in request.POST,
    )
    sentences = [_("Nothing was changed in the working copy: it is closed.")]
    if is_changed:
        done = _("The changes are in the article.")
        if alone == languages:
            done = _("The correction is published, and the text is as it was.")
        sentences = [done, *after_changes(live, languages, had)]
    messages.success(request, about(live, " ".join(sentences), with_pages=is_changed))
    for one in languages if is_changed else []:
        if live.is_live(one):
            tell_warnings(request, live, one)
    tell_of_translations(request, live, languages)
    tell_of_journalists(request, live)
    tell_of_address(request, live, languages)
    ask_of_notes(request, live)


def tell_of_translations(request: HttpRequest, live: Article, changed: list[Language]) -> None:
    """Name the translations that readers have and that do not say what was changed just now."""
    for one in live.translations.stale():
        if one.source in changed and live.is_live(one.into):
            name = Language.active().name_of(one.into)
            sentence = _(
                "Readers have it in %(language)s too, which does not say any more what the text "
                "it is translated from says."
            )
            url = translate_url(live, one.language)
            said, way = sentence % {"language": name}, _("Bring it up to date")
            messages.warning(request, format_html('{} <a href="{}">{}</a>', said, url, way))


def with_way_out(refusal: ValidationError, copy: Article) -> ValidationError:
    """What was refused, with what to do where somebody else writes the correction it needs."""
    if hasattr(refusal, "error_dict") or not correctors(copy):
        return refusal
    if not any(one.code == ANOTHERS for one in refusal.error_list):
        return refusal
    way = _("Press “%(save)s”, then open “%(changes)s”: “%(send)s” is there.") % {
        "save": _("Save"),
        "changes": _("See the changes"),
        "send": _("Send it to who may"),
    }
    return ValidationError([*refusal.error_list, way])


def lead_to_article(request: HttpRequest, article: Article, response: HttpResponse) -> HttpResponse:
    """The answer to a form that was saved, which leads to the article where it is now."""
    if article.working_copy_of_id and PUBLISH in request.POST:
        response["Location"] = change_url(article.working_copy_of)
    elif article.working_copy_of_id and "_continue" in request.POST:
        response["Location"] = change_url(article)
    return response
