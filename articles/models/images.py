"""Pictures, with what an editor must know about each: whose, until when, what matters in it."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.pictures import renditions
from articles.pictures.metadata import PictureMetadata
from articles.pictures.shapes import CARD, LEAD, LOGO, SHAPES

from .date_fields import DayField
from .image_queryset import ImageQuerySet, uses_of_images
from .needed import Needed
from .permissions import permission_to
from .picture_files import PictureField, forget, let_go
from .proposals import files_on_record
from .record import Record
from .text_fields import OneLineField
from .visibility import VisibilityQuery, answer_together

if TYPE_CHECKING:
    from .users import User

IN_ARTICLES = {"bodypicture": "body_pictures__image", "liveentry": "live_entries__image"}
"""What shows a picture within an article, and the way there: people know the article."""
PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


def stored_name(image: Image, filename: str) -> str:
    """Where an upload is kept: by its key, so that no uploaded name reaches the disk.

    Another content has another address: a page that is kept somewhere never shows another picture.
    """
    content = f"-{image.checksum[:12]}" if image.checksum else ""
    return f"images/{image.key[:2]}/{image.key}{content}{PurePath(filename).suffix.lower()[:6]}"


class Image(Needed, Record):
    needed_by = (
        ("Article", ("lead_image", "body_pictures__image")),
        ("Speaker", ("portrait",)),
        ("Organization", ("logo",)),
        ("Newsroom", ("logo", "night_logo")),
        ("MediaKit", ("pictures__image",)),
        ("LiveEntry", ("image",)),
    )
    # A file that is read asks for its width and height.
    named_by = ("caption", "alt", "created_at")

    file = PictureField(
        _("file"), upload_to=stored_name, width_field="width", height_field="height"
    )
    width = models.PositiveIntegerField(_("width in pixels"), editable=False, default=0)
    height = models.PositiveIntegerField(_("height in pixels"), editable=False, default=0)
    alt = OneLineField(
        _("alternative text"),
        max_length=300,
        blank=True,
        help_text=_("What the picture shows, for readers who do not see it."),
    )
    caption = OneLineField(_("caption"), max_length=500, blank=True)
    credit = OneLineField(_("credit"), max_length=200, blank=True)
    source = models.ForeignKey(
        "articles.Source",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="images",
        verbose_name=_("source"),
    )
    licence = OneLineField(_("licence"), max_length=200, blank=True)
    expires_on = DayField(
        _("licence ends on"), null=True, blank=True, help_text=_("Empty: it does not end.")
    )
    focal_x = models.PositiveSmallIntegerField(
        _("focal point, across"),
        default=50,
        validators=PERCENT,
        help_text=_("Percent from the left edge: what must stay in sight when the picture is cut."),
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point, down"),
        default=50,
        validators=PERCENT,
        help_text=_("Percent from the top edge."),
    )
    taken_on = DayField(_("taken on"), null=True, blank=True)
    checksum = OneLineField(_("SHA-256"), max_length=64, editable=False, db_index=True)
    made = OneLineField(max_length=32, editable=False, default="", db_default="")
    """The recipe by which its renditions were made."""
    unreadable = models.BooleanField(editable=False, default=False, db_default=False)
    """Whether its file was found to be gone or damaged."""
    lead_bytes = models.PositiveIntegerField(editable=False, default=0, db_default=0)
    """How long the plain rendition of its lead is, which feeds say."""

    objects = ImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("image")
        verbose_name_plural = _("images")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["file"], name="picture_by_file")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100, focal_y__lte=100),
                name="focal_point_is_inside_the_image",
            )
        ]

    def __str__(self) -> str:
        """What is written of it; of one without words, when it came: its path says nothing."""
        return self.said_anyhow("caption") or self.said_anyhow("alt") or self.without_words()

    def without_words(self) -> str:
        came = Language.active().date(timezone.localdate(self.created_at))
        return gettext("Picture without a caption, %(date)s") % {"date": came}

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; the file that a new one takes the place of goes, unless a revision names it.

        Raises:
            ValidationError: the file is no picture.
        """
        if self.pk and self.file and not getattr(self.file, "_committed", True):
            before = Image.objects.filter(pk=self.pk).exclude(file="").first()
            if before is not None:
                transaction.on_commit(partial(let_go, self.key, before.original), robust=True)
        is_new = self.pk is None
        super().save(*args, **kwargs)
        # A picture says the same with every article; so each translation has it to say.
        for article in () if is_new else self.articles(manager="with_copies").all():
            article.refresh_translations()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete it with its file, and with those that it had: a deleted picture is gone."""
        names = files_on_record(self.key) | ({f"{self.file.name}"} if self.file else set())
        originals = [self.original_at(name) for name in names]
        deleted = super().delete(*args, **kwargs)
        for original in originals:
            transaction.on_commit(partial(forget, original), robust=True)
        return deleted

    def get_absolute_url(self) -> str:
        return self.file.url

    def seen_at(self, *moments: datetime) -> list[bool]:
        """Whether readers of some language see it at each of some moments, while its licence runs.

        Asked of a row of ``with_use`` and ``with_live_articles`` of the same moments: only whose
        portrait or logo it is takes another query.
        """
        asked = [
            (n, VisibilityQuery(relation.related_model, [self.pk], language, at, f"{column}_id"))
            for n, at in enumerate(moments)
            for name, column, relation in uses_of_images()
            for language in Language.all()
            if hasattr(relation.related_model, "public_when")
            and getattr(self, f"is_{name}")
            and not getattr(self, f"is_in_article_{n}")
        ]
        known_at = {asked[number][0] for number, __ in answer_together([one for __, one in asked])}
        return [
            self.may_be_shown(timezone.localdate(at))
            and (getattr(self, f"is_in_article_{n}") or n in known_at)
            for n, at in enumerate(moments)
        ]

    def may_be_shown(self, on: date | None = None) -> bool:
        """Whether there is a picture, and its licence still runs, today by default."""
        runs = self.expires_on is None or self.expires_on >= (on or timezone.localdate())
        return runs and bool(self.file) and not self.unreadable

    @property
    def licence_has_ended(self) -> bool:
        return self.expires_on is not None and self.expires_on < timezone.localdate()

    @property
    def lacks_alt(self) -> bool:
        """Whether it is not described in some language."""
        return not all(self.said("alt", language) for language in Language.all())

    @property
    def is_used(self) -> bool:
        """Whether anything shows it; asked with ``with_use``."""
        return any(getattr(self, f"is_{name}") for name, _column, _relation in uses_of_images())

    def fill_from(self, told: PictureMetadata) -> list[str]:
        """Put what its file says where nobody has said anything, in the active language.

        Returns:
            The fields that were filled.
        """
        language, filled = Language.active(), []
        for name, value in (
            (language.field("caption"), told.caption[:500]),
            (language.field("credit"), told.credit[:200]),
            ("taken_on", told.taken_on),
        ):
            if value and not getattr(self, name):
                setattr(self, name, value)
                filled.append(name)
        return filled

    def uses(self, most: int, user: User) -> list[Record]:
        """What shows it that a person may see: so many of each kind at most."""
        found: list[Record] = []
        shown_by: dict[Any, Q] = {}
        for name, column, relation in uses_of_images():
            model = relation.related_model
            if way := IN_ARTICLES.get(name):
                articles: Any = apps.get_model("articles", "Article")
                inside = articles.with_copies.for_desk(user).filter(**{way: self})
                found += [one for one in inside.distinct()[:most] if one not in found]
            elif name == "kitpicture":
                # Kits are editors': what one is called is not everybody's before it is out.
                kits: Any = apps.get_model("articles", "MediaKit")
                if user.has_perm(permission_to("view", kits)):
                    found += kits.objects.filter(pictures__image=self)[:most]
            else:
                # A model with two columns for pictures is asked once.
                shown_by[model] = shown_by.get(model, Q()) | Q(**{column: self})
        for model, shows_it in shown_by.items():
            rows: Any = model._base_manager
            if hasattr(model, "with_copies"):
                rows = model.with_copies.for_desk(user)
            found += [one for one in rows.filter(shows_it)[:most] if one not in found]
        return found

    # Renditions.

    @property
    def original(self) -> renditions.Original:
        return self.original_at(f"{self.file.name}")

    def original_at(self, name: str) -> renditions.Original:
        """A file that it has, or had, as its renditions need to know it."""
        focal = (self.focal_x, self.focal_y)
        return renditions.Original(name, self.file.storage, self.width, self.height, focal)

    @property
    def has_renditions(self) -> bool:
        return bool(self.width) and self.made == self.original.recipe

    def make_renditions(self) -> bool:
        """Make them all, and say so in the row; returns whether its file could be read."""
        original, made = self.original, {"made": "", "unreadable": True, "lead_bytes": 0}
        try:
            renditions.make_renditions(original)
            plain = renditions.fallback(original, LEAD)
            weight = original.storage.size(plain.name)
            made = {"made": original.recipe, "unreadable": False, "lead_bytes": weight}
        except renditions.UnreadableError:
            pass
        # Only if nobody has changed the file or the focal point in the meantime.
        same = Image.objects.filter(
            pk=self.pk, file=self.file.name, focal_x=self.focal_x, focal_y=self.focal_y
        )
        same.update(**made, updated_at=timezone.now())
        for name, value in made.items():
            setattr(self, name, value)
        return not self.unreadable

    def shown(self, shape: str = LEAD.name) -> renditions.ShownPicture:
        """What a page shows of it in a shape; until its renditions are made, the picture itself."""
        if self.has_renditions:
            return renditions.shown_picture(self.original, SHAPES[shape])
        return renditions.ShownPicture(self.file.url, self.width, self.height)

    @property
    def small(self) -> renditions.ShownPicture:
        """For who looks for it at the desk; a banner is shown whole, not cut to a card."""
        shorter, longer = sorted((self.width or 1, self.height or 1))
        return self.shown(LOGO.name if longer >= 2 * shorter else CARD.name)
