"""Which pictures: by what shows them, by the address of a file, by who may see them."""

from __future__ import annotations

from datetime import datetime
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db import models
from django.db.models import Exists, ExpressionWrapper, OuterRef, Q
from django.utils import timezone

from articles.languages import Language

from .needed import NeededQuerySet
from .permissions import EDIT_ANY_ARTICLE
from .record import RecordQuerySet

if TYPE_CHECKING:
    from .users import User

DEEPEST = 3
"""Folders above a rendition of which one has the name of its picture."""
SUFFIXES = (".jpg", ".png", ".jpeg", ".webp", ".avif", ".gif")


class ImageQuerySet(NeededQuerySet, RecordQuerySet):  # type: ignore[override,type-var]
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
    for relation in apps.get_model("articles", "Image")._meta.related_objects:
        name, column = f"{relation.related_model._meta.model_name}", relation.field.name
        found[f"{name}_{column}" if name in found else name] = (column, relation)
    return [(name, column, relation) for name, (column, relation) in found.items()]
