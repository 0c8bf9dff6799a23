"""The desk: Django's admin, in the language of each person, for texts in all of them."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from . import articles, front_pages, glossary, images, knowledge, memory, users

__all__ = ["articles", "front_pages", "glossary", "images", "knowledge", "memory", "users"]

admin.site.site_title = admin.site.site_header = _("Newsroom")
admin.site.index_title = _("The desk")
