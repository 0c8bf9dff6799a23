"""Forms that are sent twice: the second of two clicks, a page gone back to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from articles.admin.requests import person
from articles.desk.editing.sent_forms import claim, is_token, key_for, note_answer
from articles.models import SentForm

from ..rows import KEY, PostedRows, kinds_of
from .drafts import forget_draft
from .submission import Next, Submission

SUBMISSION_INPUT = "_sent"
"""The input that carries a page's word; ``{% submission_token %}`` writes it."""
TAKEN_OFF = 50
NOT_TYPED = {"csrfmiddlewaretoken", SUBMISSION_INPUT, "_draft"}


def token_of(request: HttpRequest) -> str:
    """The word that came with a form; nothing where none of ours came."""
    word = request.POST.get(SUBMISSION_INPUT, "")
    return word if is_token(word) else ""


def digest_of(request: HttpRequest) -> str:
    """Of all that was sent to an address, files with what is in them."""
    digest = hashlib.blake2b(request.path.encode(), digest_size=32)
    for name in sorted(set(request.POST) - NOT_TYPED):
        digest.update(repr((name, request.POST.getlist(name))).encode(errors="replace"))
    for name in sorted(request.FILES):
        for file in request.FILES.getlist(name):
            digest.update(repr((name, file.name, file.size)).encode(errors="replace"))
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)
    return digest.hexdigest()


def done_once(
    request: HttpRequest,
    act: Callable[[SentForm | None], HttpResponse],
    left: Callable[[], dict[str, Any]] = dict,
) -> HttpResponse:
    """What ``act`` answers; where the same was done already, a way to where that led.

    Args:
        act: is given the same page's form, where it was sent before and is now sent again with
            other words.
        left: what has become of the record, asked where ``act`` has led somewhere.
    """
    word = token_of(request)
    if request.method != "POST" or not word:
        return act(None)
    digest = digest_of(request)
    with transaction.atomic():
        form, is_first = claim(person(request), word, request.path, digest)
        if not is_first and form.led_to and form.digest == digest:
            messages.info(request, _("This was saved already, once."))
            return forget_draft(request, HttpResponseRedirect(form.led_to))
        response = act(None if is_first else form)
        if response.status_code == 302:
            note_answer(form, digest, response["Location"], left)
        elif is_first:
            form.delete()
        return response


def once(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A view of which a POST, sent twice, is done once."""

    @wraps(view)
    def done(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return done_once(request, lambda _before: view(request, *args, **kwargs))

    return done


def save_once(submission: Submission, go_on: Next) -> HttpResponse:
    """Save a form that is sent twice only once; what the form for adding made, it changes then."""
    site, request = submission.admin, submission.request

    def act(before: SentForm | None) -> HttpResponse:
        sent = replace(submission, sent_before=before)
        if submission.object_id is not None:
            if sent.is_sent:
                name_rows(site, request, site.get_object(request, unquote(submission.object_id)))
            return go_on(sent)
        made = made_by_this_page(submission)
        name_rows(site, request, made)
        if made is None:
            return go_on(sent)
        return change_what_was_made(replace(sent, made_before=made), go_on)

    return done_once(request, act, lambda: site.left_by(submission))


# A record that was added.


def made_by_this_page(submission: Submission) -> Any:
    """The record that the form of this page has already made."""
    request, site = submission.request, submission.site
    word = token_of(request)
    if not submission.is_sent or not word:
        return None
    key = key_for(person(request), word, site.opts.model_name or "")
    return site.model._base_manager.filter(key=key).first()


def change_what_was_made(submission: Submission, go_on: Next) -> HttpResponse:
    """Let the form for adding, sent again, change what it made."""
    made, request, opts = submission.made_before, submission.request, submission.site.opts
    try:
        return go_on(replace(submission, object_id=str(made.pk)))
    except PermissionDenied:
        refusal = _("This was saved already, and is not yours to change any more.")
        messages.warning(request, refusal)
        name = f"admin:{opts.app_label}_{opts.model_name}_change"
        return HttpResponseRedirect(reverse(name, args=[made.pk]))


def name_new_record(submission: Submission, form: Any) -> None:
    """Give what is added the key by which the same form finds it again."""
    request = submission.request
    if submission.is_addition and (word := token_of(request)):
        opts = submission.site.opts
        form.instance.key = key_for(person(request), word, opts.model_name or "")


# Rows that were added.


def name_rows(site: admin.ModelAdmin, request: HttpRequest, record: Any) -> None:
    """Give each new row its key; one that this page has made already is no new one."""
    word = token_of(request)
    if request.method != "POST" or not word:
        return
    post: Any = request.POST.copy()
    for kind, (formset_class, _inline) in kinds_of(site, request, record).items():
        if f"{kind}-TOTAL_FORMS" not in post:
            continue
        posted = PostedRows(post, kind)
        for place, row in enumerate(posted.rows):
            # One without a field was not sent: a page says how many rows it has, and may be wrong.
            if row and not row.get("id") and not row.get(KEY):
                row[KEY] = key_for(person(request), word, f"{kind}-{place}")
        if record is not None:
            find_rows(request, formset_class, record, posted)
        posted.put(posted.rows)
    request.POST = post


def find_rows(request: HttpRequest, formset_class: Any, record: Any, posted: PostedRows) -> None:
    """Find what new rows have become, where their page was sent before.

    Args:
        formset_class: of which rows the form consists.
        record: to which they belong.
        posted: the rows that were sent; each one found is given its number.
    """
    fresh = {place: row for place, row in enumerate(posted.rows) if row and not row.get("id")}
    if not fresh:
        return
    keys = {row[KEY] for row in fresh.values() if row.get(KEY)}
    # One that the person has since taken off the page gave its number to the next.
    word, places = token_of(request), range(len(posted.rows) + TAKEN_OFF)
    keys |= {key_for(person(request), word, f"{posted.prefix}-{place}") for place in places}
    # What was sent for an article that went live meanwhile is in its working copy.
    homes = [record, getattr(record, "working_copy", None)]
    rows = formset_class.model._base_manager.filter(key__in=keys)
    rows = rows.filter(**{f"{formset_class.fk.name}__in": [one for one in homes if one]})
    taken = {row["id"] for row in posted.rows if row.get("id")}
    made = {row.key: row for row in rows if f"{row.pk}" not in taken}
    for is_the_same in (True, False):
        for place, row in fresh.items():
            for key, one in list(made.items()):
                form = formset_class.form(
                    request.POST, prefix=f"{posted.prefix}-{place}", instance=one
                )
                if not row.get("id") and (
                    not form.has_changed() if is_the_same else row.get(KEY) == key
                ):
                    row["id"] = f"{one.pk}"
                    del made[key]
