"""The static pages of the site: which there are, and which are there once."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class SitePage(models.TextChoices):
    """The static pages: those with an address of their own are there once."""

    ABOUT = "about", _("about the newsroom")
    PRESS = "press", _("press contact")
    LEGAL = "legal", _("legal notice")
    PRIVACY = "privacy", _("privacy")
    ACCESSIBILITY = "accessibility", _("accessibility")
    OTHER = "page", _("another page")


THERE_ONCE = [one.value for one in SitePage if one != SitePage.OTHER]
HAS_A_TEXT_OF_OURS = {
    SitePage.PRESS, SitePage.LEGAL, SitePage.PRIVACY, SitePage.ACCESSIBILITY,
}  # fmt: skip
"""Those of which readers have a page of the program's, also before somebody publishes a text."""
