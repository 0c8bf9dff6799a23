"""The desk: Django's admin, in the language of each person, for texts in all of them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import articles, front_pages, templates, users
from .importing import feeds, gazetteer
from .library import documents, images, records
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
    "memory",
    "records",
    "templates",
    "users",
]

admin.site.site_title = admin.site.site_header = _("Newsroom")
admin.site.login_form = SignInForm
admin.site.index_title = _("The desk")
admin.site.enable_nav_sidebar = False
