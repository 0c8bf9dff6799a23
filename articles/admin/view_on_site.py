"""The way from a record in the admin to its page, for who may see the record."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

LONGEST = 18
"""Digits of a key."""


def view_on_site(request: HttpRequest, content_type_id: str, object_id: str) -> HttpResponse:
    """Lead to the page of a record, in the place of Django's own view, which asks for no right.

    Raises:
        Http404: the person finds no such record, or readers have no page of it.
    """
    kind = None
    if content_type_id.isdecimal() and len(content_type_id) <= LONGEST:
        kind = ContentType.objects.filter(pk=content_type_id).first()
    model = kind.model_class() if kind else None
    if model is None or not admin.site.is_registered(model):
        raise Http404
    its_admin = admin.site.get_model_admin(model)
    record = its_admin.get_object(request, object_id)
    if record is None or not its_admin.has_view_or_change_permission(request, record):
        raise Http404
    url = record.get_absolute_url() if hasattr(record, "get_absolute_url") else None
    if not url:
        raise Http404
    return HttpResponseRedirect(url)
