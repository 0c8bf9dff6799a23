"""What the press is given beside texts: whom to ask, and kits of pictures and documents."""

from __future__ import annotations

from datetime import date, datetime
from typing import Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .date_fields import DayField, MomentField
from .named_records import NamedQuerySet, NamedRecord
from .pages import one_slug_per_language
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, OneLineEmailField, OneLineField

is_international = RegexValidator(
    r"^\+[1-9][0-9 ()./\u00a0\u202f-]{6,}$",
    _("Write the number as one dials it from abroad: +212 5 37 00 00 00."),
)
SPOKEN_BESIDES = ("en", "es", "zgh")
"""Languages in which one may ask, beside those that the newsroom publishes in."""


def spoken_languages() -> list[tuple[str, str]]:
    """The languages that a contact may speak, by code, with what the active language calls them."""
    names = Language.active().locale.languages
    codes = [one.code for one in Language.all()]
    codes += [one for one in SPOKEN_BESIDES if one not in codes]
    return [(code, names.get(code, code)) for code in codes]


class PressContactQuerySet(RecordQuerySet):
    def public(self, on: date | None = None) -> Self:
        """Those that the press is told of on a day, today by default."""
        return self.filter(Q(until=None) | Q(until__gte=on or timezone.localdate()))

    def of_all_topics(self, on: date | None = None) -> Self:
        """Those whom the press may ask about anything."""
        ties = PressContact.topics.through.objects.filter(presscontact=OuterRef("pk"))
        return self.public(on).filter(~Q(Exists(ties)))


class PressContact(Record):
    """Somebody whom journalists may ask, of some topics or of all."""

    # One value per language (articles/translation.py).
    name = OneLineField(_("name"), max_length=120, blank=True)
    role = OneLineField(
        _("role"), max_length=160, blank=True, help_text=_("For instance: spokesperson.")
    )
    hours = OneLineField(
        _("hours"),
        max_length=160,
        blank=True,
        help_text=_("When one answers, for instance: Monday to Friday, 9 a.m. to 5 p.m."),
    )

    # The same in every language.
    telephone = OneLineField(
        _("telephone"),
        max_length=40,
        blank=True,
        validators=[is_international],
        help_text=_("As one dials it from abroad, for instance: +212 5 37 00 00 00."),
    )
    mail = OneLineEmailField(_("mail address"), blank=True)
    spoken = OneLineField(
        _("languages spoken"),
        max_length=100,
        blank=True,
        help_text=_("In which languages one may ask."),
    )
    topics = models.ManyToManyField(
        "articles.Topic",
        blank=True,
        related_name="press_contacts",
        verbose_name=_("topics"),
        help_text=_("Shown with texts on these topics. Empty: with every text for the press."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    until = DayField(
        _("shown until"),
        null=True,
        blank=True,
        help_text=_("The last day on which readers are shown this contact. Empty: it stays."),
    )

    objects = PressContactQuerySet.as_manager()

    title_field = "name"

    class Meta:
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(telephone__gt="") | Q(mail__gt=""),
                name="press_contact_can_be_reached",
                violation_error_message=_("Write a telephone number or a mail address."),
            )
        ]

    def clean(self) -> None:
        super().clean()
        if not (self.telephone or self.mail):
            sentence = _("Write a telephone number or a mail address.")
            raise ValidationError({"telephone": sentence})

    @classmethod
    def last_change(cls) -> models.Subquery:
        """When any of them last changed: who leaves a page has no other date on it."""
        return models.Subquery(cls.objects.order_by("-updated_at").values("updated_at")[:1])

    @property
    def languages_spoken(self) -> str:
        """« français, arabe et anglais », as the active language says it."""
        codes = self.spoken.split()
        return Language.active().listed(
            [name for code, name in spoken_languages() if code in codes]
        )


class MediaKitQuerySet(NamedQuerySet):  # type: ignore[override]
    def published_or_due(self, at: datetime | None = None) -> Self:
        """Those that readers of some language have, or will have without anybody's doing."""
        due = Q()
        for language in Language.all():
            due |= Q(**{f"{language.field('published_at')}__isnull": False})
        return self.filter(due)


class MediaKit(NamedRecord):
    """Pictures, documents, people and bodies that the press is given together."""

    # One value per language, as the slug (articles/translation.py).
    name = OneLineField(_("title"), max_length=300, blank=True)
    description = ManyLinesField(_("description"), blank=True)
    published_at = MomentField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_("From this moment on readers of this language have it. Empty: nobody has it."),
    )

    speakers = models.ManyToManyField(
        "articles.Speaker", blank=True, related_name="media_kits", verbose_name=_("people")
    )
    organizations = models.ManyToManyField(
        "articles.Organization",
        blank=True,
        related_name="media_kits",
        verbose_name=_("organizations"),
    )
    events = models.ManyToManyField(
        "articles.Event", blank=True, related_name="media_kits", verbose_name=_("events")
    )

    objects = MediaKitQuerySet.as_manager()

    page = "kit"

    class Meta:
        verbose_name = _("media kit")
        verbose_name_plural = _("media kits")
        ordering = ["-created_at", "-pk"]
        constraints = one_slug_per_language("media_kit")

    @classmethod
    def public_when(cls, language: Language, at: datetime) -> Q:
        return Q(**{f"{language.field('published_at')}__lte": at})

    def published_at_in(self, language: Language | str | None = None) -> datetime | None:
        return getattr(self, Language.get(language).field("published_at"))

    def is_public_by_itself(self, language: Language | str | None = None) -> bool:
        date = self.published_at_in(language)
        return date is not None and date <= timezone.now()

    def was_read_in(self, language: Language) -> bool:
        return self.is_public_by_itself(language)

    def clean(self) -> None:
        """Ask for the title of a language in which it is to be published."""
        super().clean()
        wrong = {
            language.field("name"): _("Readers of this language are to have it: say its title.")
            for language in Language.all()
            if self.published_at_in(language) and not self.said("name", language)
        }
        if wrong:
            raise ValidationError(wrong)


class KitRow(Record):
    """What hangs on a kit: readers have it with the kit."""

    order = models.PositiveSmallIntegerField(_("order"), default=0, db_default=0)

    class Meta:
        abstract = True
        ordering = ["order", "pk"]

    @classmethod
    def public_when(cls, language: Language, at: datetime) -> Q:
        kits = MediaKit._base_manager.filter(MediaKit.public_when(language, at))
        named = {f"{language.field('slug')}__gt": ""}
        return Q(Exists(kits.filter(pk=OuterRef("kit"), **named)))


class KitPicture(KitRow):
    kit = models.ForeignKey(
        MediaKit, models.CASCADE, related_name="pictures", verbose_name=_("media kit")
    )
    image = models.ForeignKey(
        "articles.Image", models.CASCADE, related_name="in_kits", verbose_name=_("picture")
    )

    class Meta(KitRow.Meta):
        verbose_name = _("picture of a media kit")
        verbose_name_plural = _("pictures")
        constraints = [
            models.UniqueConstraint(fields=["kit", "image"], name="kit_has_a_picture_once")
        ]

    def __str__(self) -> str:
        return str(self.image)


class KitDocument(KitRow):
    kit = models.ForeignKey(
        MediaKit, models.CASCADE, related_name="documents", verbose_name=_("media kit")
    )
    document = models.ForeignKey(
        "articles.Document", models.CASCADE, related_name="in_kits", verbose_name=_("document")
    )

    class Meta(KitRow.Meta):
        verbose_name = _("document of a media kit")
        verbose_name_plural = _("documents")
        constraints = [
            models.UniqueConstraint(fields=["kit", "document"], name="kit_has_a_document_once")
        ]

    def __str__(self) -> str:
        return str(self.document)


class KitArticle(KitRow):
    """An article that a kit leads to: readers find it there for as long as they have it."""

    kit = models.ForeignKey(
        MediaKit, models.CASCADE, related_name="articles", verbose_name=_("media kit")
    )
    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="in_kits", verbose_name=_("article")
    )

    class Meta(KitRow.Meta):
        verbose_name = _("article of a media kit")
        verbose_name_plural = _("articles")
        constraints = [
            models.UniqueConstraint(fields=["kit", "article"], name="kit_has_an_article_once")
        ]

    def __str__(self) -> str:
        return str(self.article)
