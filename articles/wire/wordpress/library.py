"""The pictures of a site on their way into the library: each asked for once, and kept once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Image

from ..fetch import WireError
from ..incoming.download import download
from .export import LibraryPicture
from .html import words_of

MOST_FAILURES = 3
"""So often a site may fail to give a picture before it is asked for no more."""


@dataclass
class PictureLibrary:
    """Brings in the pictures of one site."""

    prefix: str
    """With which the keys of its pictures begin."""
    there: dict[str, int] = field(default_factory=dict)
    """The pictures that are in the library, by their keys."""
    failed: set[str] = field(default_factory=set)
    failures: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        rows = Image.objects.filter(key__startswith=f"{self.prefix}-").order_by()
        self.there = dict(rows.values_list("key", "pk"))

    def bring(
        self, key: str, picture: LibraryPicture, language: Language, tell: Callable[[str], None]
    ) -> bool:
        """Have a picture in the library, once for all posts that show it; say why where it is not.

        Returns:
            whether it is new there.
        """
        if key in self.there or key in self.failed:
            return False
        host = host_of(picture.address)
        if self.failures[host] >= MOST_FAILURES:
            told = _("its site does not answer")
        else:
            try:
                self.there[key] = self.saved(key, picture, language)
            except WireError as refusal:
                self.failures[host] += 1
                told = str(refusal)
            except ValidationError as refusal:
                told = " ".join(refusal.messages)
            else:
                return True
        self.failed.add(key)
        words = {"address": picture.address, "why": told}
        tell(_("Without its picture %(address)s: %(why)s") % words)
        return False

    def saved(self, key: str, picture: LibraryPicture, language: Language) -> int:
        """Have a picture and keep it.

        Raises:
            WireError: it cannot be had.
            ValidationError: it is no picture.
        """
        data = download(picture.address, accept="image/*").data
        self.failures[host_of(picture.address)] = 0
        image = Image(key=key)
        setattr(image, language.field("alt"), words_of(picture.alt)[:300])
        setattr(image, language.field("caption"), words_of(picture.caption)[:500])
        name = urlsplit(picture.address).path.rpartition("/")[2][-100:] or "picture.jpg"
        image.file.save(name, ContentFile(data), save=False)
        image.save()
        return image.pk


def host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
