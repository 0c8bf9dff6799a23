"""Places: where a text is dated from, where an event is held."""

from __future__ import annotations

from datetime import datetime

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .needed import Needed, NeededQuerySet
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, OneLineField


def is_country(code: str) -> None:
    """Refuse a code that ISO 3166 does not have.

    Raises:
        ValidationError: CLDR knows no country of this code.
    """
    if len(code) != 2 or code not in Language.active().locale.territories:
        raise ValidationError(
            _("“%(code)s” is not a country code (ISO 3166)."), params={"code": code}
        )


class PlaceQuerySet(NeededQuerySet, RecordQuerySet):  # type: ignore[override]
    """Places, of which texts are dated and events held."""


class Place(Needed, Record):
    """A city, a region, or a whole country."""

    needed_by = (("Article", ("dateline",)), ("Event", ("place",)))

    name = OneLineField(_("name"), max_length=200, blank=True)
    aliases = ManyLinesField(
        _("other names"), blank=True, help_text=_("One per line: other spellings, older names.")
    )
    country = OneLineField(
        _("country"),
        max_length=2,
        blank=True,
        validators=[is_country],
        help_text=_("Two letters, as in ISO 3166: MA for Morocco."),
    )

    objects = PlaceQuerySet.as_manager()

    title_field = "name"

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name"]

    @classmethod
    def public_when(cls, language: Language, at: datetime) -> Q:
        """The condition under which readers of a language see a place named at a moment."""
        article, event = (apps.get_model("articles", name) for name in ("Article", "Event"))
        dated = article.objects.live(at, language).order_by().filter(dateline=OuterRef("pk"))
        held = event.objects.public(language, at).order_by().filter(place=OuterRef("pk"))
        return Q(Exists(dated)) | Q(Exists(held))

    @property
    def country_name(self) -> str:
        """The country in the active language; empty where none is given."""
        return Language.active().country(self.country) if self.country else ""
