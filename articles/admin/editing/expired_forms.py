"""A form whose token is out of date: nothing is saved, and what was typed is given back."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url

MACHINERY = re.compile(r"^(csrfmiddlewaretoken|_(?!note$|correction-).*|.*-(id|[A-Z_]+_FORMS))$")
SECRET = re.compile(r"passw|token|code", re.IGNORECASE)
SHORTEST = 2
"""Choices are numbers of one digit, as often as not; nobody wants them back."""


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that nothing was saved, with the way back and, for our own forms, the words sent."""
    context = {
        "back": getattr(request, "came_from", "") or resolve_url("admin:index"),
        "typed": typed_texts(request) if is_from_here(request) else [],
    }
    return render(request, "403_csrf.html", context, status=403)


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages has sent this, and somebody is here."""
    origin = urlsplit(request.headers.get("Origin", "")).netloc
    return request.user.is_authenticated and origin == request.get_host()


def typed_texts(request: HttpRequest) -> list[tuple[str, str]]:
    """The texts of a form, by the names of their fields, without what is secret."""
    return [
        (name, text)
        for name, texts in request.POST.lists()
        if not MACHINERY.match(name) and not SECRET.search(name)
        for text in texts
        if len(text.strip()) >= SHORTEST
    ]
