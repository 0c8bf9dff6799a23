"""``/constant/<bytes>/``: a page so long that nothing has to be made for."""

from __future__ import annotations

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import path

from newsroom import urls

handler404, handler500 = urls.handler404, urls.handler500


@cache
def content(size: int) -> bytes:
    return b"x" * size


def page(request: HttpRequest, size: int) -> HttpResponse:
    return HttpResponse(content(size))


urlpatterns = [path("constant/<int:size>/", page), *urls.urlpatterns]
