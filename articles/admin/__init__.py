"""The desk: Django's admin, in the language of each person, for texts in all of them."""

from django.contrib import admin
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from articles.models.identity import newsroom_name

from . import articles, front_pages, newsroom, press, templates, users
from .importing import feeds, gazetteer
from .library import documents, images, records
from .live import urgent
from .mailing import lists, subscribers
from .sign_ins.forms import SignInForm
from .translation import glossary, memory

__all__ = [
    "articles",
    "documents",
    "feeds",
    "front_pages",
    "gazetteer",
    "glossary",
    "images",
    "lists",
    "memory",
    "newsroom",
    "press",
    "records",
    "subscribers",
    "templates",
    "urgent",
    "users",
]

# As readers have it; asked once in a request.
admin.site.site_title = admin.site.site_header = lazy(newsroom_name, str)()
admin.site.login_form = SignInForm
admin.site.index_title = _("The desk")
admin.site.enable_nav_sidebar = False
