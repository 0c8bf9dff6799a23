"""Pictures, with what an editor must know about each: whose, until when, what matters in it."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from pathlib import PurePath, PurePosixPath
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.db.models.fields.files import ImageFieldFile
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.pictures import renditions
from articles.pictures.metadata import PictureMetadata
from articles.pictures.shapes import CARD, LEAD, LOGO, SHAPES
from articles.pictures.uploads import UploadedPicture, receive

from .date_fields import DayField
from .needed import Needed, NeededQuerySet
from .permissions import EDIT_ANY_ARTICLE, permission_to
from .proposals import files_on_record, is_on_record
from .record import Record, RecordQuerySet
from .text_fields import OneLineField
from .visibility import VisibilityQuery, known

if TYPE_CHECKING:
    from .users import User

DEEPEST = 3
"""Folders above a rendition of which one has the name of its picture."""
SUFFIXES = (".jpg", ".png", ".jpeg", ".webp", ".avif", ".gif")
IN_ARTICLES = {"bodypicture": "body_pictures__image", "liveentry": "live_entries__image"}
"""What shows a picture within an article, and the way there: people know the article."""
PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


def stored_name(image: Image, filename: str) -> str:
    """Where an upload is kept: by its key, so that no uploaded name reaches the disk.

    Another content has another address: a page that is kept somewhere never shows another picture.
    """
    content = f"-{image.checksum[:12]}" if image.checksum else ""
    return f"images/{image.key[:2]}/{image.key}{content}{PurePath(filename).suffix.lower()[:6]}"


class PictureFile(ImageFieldFile):
    """The file of a picture: whoever brings it, it is stored cleaned."""

    instance: Image

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Let no place, name or serial number of a camera reach the storage.

        Raises:
            ValidationError: the content is no picture.
        """
        received = content if isinstance(content, UploadedPicture) else receive(content, name)
        self.instance.checksum = received.checksum
        self.instance.made, self.instance.unreadable = "", False
        super().save(f"{received.name}", received, save)


class PictureField(models.ImageField):
    attr_class = PictureFile

    def deconstruct(self) -> Any:
        """To the database, as any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ImageField", args, kwargs


class ImageQuerySet(NeededQuerySet, RecordQuerySet):  # type: ignore[override]
    def with_use(self) -> ImageQuerySet:
        """Whether each is shown anywhere: with an article, as a portrait, as a logo."""
        uses = {
            f"is_{name}": Exists(
                relation.related_model._base_manager.filter(**{column: OuterRef("pk")})
            )
            for name, column, relation in uses_of_images()
        }
        return self.annotate(**uses)

    def unused(self) -> ImageQuerySet:
        no_use = {f"is_{name}": False for name, _column, _relation in uses_of_images()}
        return self.with_use().filter(**no_use)

    def of_file(self, path: str) -> ImageQuerySet:
        """The one whose file, or one of its renditions, is at a path; also one that it had once.

        A path that is written otherwise than the storage writes it is nobody's: it could lead
        from the folder of one picture to the file of another.
        """
        if not is_normal(path):
            return self.none()
        folders = [str(folder) for folder in list(PurePosixPath(path).parents)[:DEEPEST]]
        names = [path, *(f"{folder}{suffix}" for folder in folders for suffix in SUFFIXES)]
        stems = [PurePosixPath(one).stem for one in [path, *folders]]
        keys = {*stems, *(stem.rpartition(sign)[0] for stem in stems for sign in "_-")}
        is_current = Q(file__in=names)
        found = self.filter(is_current | Q(key__in=keys)).exclude(file="")
        return found.annotate(is_current=yes_or_no(is_current)).order_by("-is_current", "pk")

    def with_live_articles(self, *moments: datetime) -> ImageQuerySet:
        """Whether an article that readers of some language see at each moment has it."""
        articles: Any = apps.get_model("articles", "Article").objects
        shown = [Q() for __ in moments]
        for n, at in enumerate(moments):
            for language in Language.all():
                live = articles.shown(at, language).order_by()
                shown[n] |= Q(Exists(live.filter(lead_image=OuterRef("pk"))))
                named = {"body_pictures__image": OuterRef("pk")}
                of_text = {"body_pictures__language": language.code}
                shown[n] |= Q(Exists(live.filter(**named, **of_text)))
        return self.annotate(
            **{f"is_in_article_{n}": yes_or_no(one) for n, one in enumerate(shown)}
        )

    def for_desk(self, user: User) -> ImageQuerySet:
        """Those that this person finds in the library: all but those of texts of others.

        A picture says what a text that nobody may read yet is about.
        """
        if user.has_perm(EDIT_ANY_ARTICLE):
            return self.all()
        articles = apps.get_model("articles", "Article")
        in_bodies = apps.get_model("articles", "BodyPicture")
        of_entries = apps.get_model("articles", "LiveEntry")
        entries = of_entries.objects.filter(image=OuterRef("pk"))
        led = articles.with_copies.filter(lead_image=OuterRef("pk"))
        inside = articles.with_copies.filter(body_pictures__image=OuterRef("pk"))
        mine = Q(created_by=user) | Q(working_copy_of__created_by=user)
        told = Q(created_by=user) | Q(article__created_by=user)
        now = timezone.now()
        for language in Language.all():
            live = articles.objects.shown(language=language).order_by()
            mine |= Q(Exists(live.filter(pk=OuterRef("pk"))))
            told |= of_entries.public_when(language, now)
        found = Q(Exists(led.filter(mine))) | Q(Exists(inside.filter(mine)))
        found |= Q(Exists(entries.filter(told)))
        found |= ~Q(Exists(led)) & ~Q(Exists(inside)) & ~Q(Exists(entries))
        for _name, column, relation in uses_of_images():
            if relation.related_model not in {articles, in_bodies, of_entries}:
                rows = relation.related_model._base_manager
                found |= Q(Exists(rows.filter(**{column: OuterRef("pk")})))
        return self.filter(found)

    def without_alt(self) -> ImageQuerySet:
        """Not described in some language."""
        lacking = Q()
        for language in Language.all():
            lacking |= says_nothing("alt", language)
        return self.filter(lacking)

    def without_credit(self) -> ImageQuerySet:
        """Whose nobody says in any language."""
        lacking = Q()
        for language in Language.all():
            lacking &= says_nothing("credit", language)
        return self.filter(lacking)


def is_normal(path: str) -> bool:
    """Whether a path says where it leads, step by step downwards and in one way only."""
    steps = path.split("/")
    return {"", ".", ".."}.isdisjoint(steps) and not {"\\", "\0"} & {*path}


def yes_or_no(condition: Q) -> ExpressionWrapper:
    return ExpressionWrapper(condition, output_field=models.BooleanField())


def says_nothing(field: str, language: Language) -> Q:
    column = language.field(field)
    return Q(**{column: None}) | Q(**{column: ""})


def uses_of_images() -> list[tuple[str, str, Any]]:
    """Every foreign key that shows pictures: a name of its own, its column, the relation."""
    found = dict[str, tuple[str, Any]]()
    for relation in Image._meta.related_objects:
        name, column = f"{relation.related_model._meta.model_name}", relation.field.name
        found[f"{name}_{column}" if name in found else name] = (column, relation)
    return [(name, column, relation) for name, (column, relation) in found.items()]


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
        known_at = {asked[number][0] for number, __ in known([one for __, one in asked])}
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


def forget(original: renditions.Original) -> None:
    """Delete a picture's file and its renditions."""
    renditions.forget(original)
    original.storage.delete(original.name)


def let_go(key: str, original: renditions.Original) -> None:
    """Delete the renditions of a file that a picture had, and the file, if nothing names it."""
    if is_on_record(key, original.name):
        renditions.forget(original)
    else:
        forget(original)
