"""Where requests go: as ``wagtail start`` has it, search included."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.models import Page

from .models import PAGE_SIZE, newest


def search(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("query", "")
    found = newest().search(query) if query else Page.objects.none()
    articles = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page", 1))
    return render(request, "search.html", {"query": query, "articles": articles})


urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("search/", search, name="search"),
    path("sitemap.xml", sitemap),
    path("", include(wagtail_urls)),
]
