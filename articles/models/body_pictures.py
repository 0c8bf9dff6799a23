"""Which pictures of the library stand in which text: read from the texts whenever they are saved.

By these rows a picture is with the readers of a language while a text of theirs shows it, and is
kept from being deleted.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.text.richtext.figures import pictures_in

from .images import Image
from .proposals import Merge
from .record import Record, RecordQuerySet
from .text_fields import OneLineField

if TYPE_CHECKING:
    from .articles import Article


class BodyPictureQuerySet(RecordQuerySet):
    def in_language(self, language: Language) -> Self:
        return self.filter(language=language.code).select_related("image")


class BodyPicture(Record):
    """A picture in the body of an article in one language."""

    article = models.ForeignKey(
        "articles.Article",
        models.CASCADE,
        related_name="body_pictures",
        verbose_name=_("article"),
    )
    image = models.ForeignKey(
        Image, models.CASCADE, related_name="in_bodies", verbose_name=_("image")
    )
    language = OneLineField(_("language"), max_length=10)
    named = OneLineField(max_length=100)
    """The key by which the text names it: that of a picture that was merged stays there."""

    objects = BodyPictureQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture in a text")
        verbose_name_plural = _("pictures in texts")
        ordering = ["pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["article", "language", "named"], name="text_names_a_picture_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.image)


def keep_body_pictures(article: Article, *, is_new: bool = False) -> None:
    """Let the rows say what the texts of an article show now; of a new one there are none."""
    wanted = {
        (language.code, key)
        for language in Language.all()
        for key in pictures_in(article.said("body", language))
    }
    rows: Any = BodyPicture.objects.filter(article=article)
    there = {} if is_new else {(one.language, one.named): one for one in rows}
    if gone := [one.pk for said, one in there.items() if said not in wanted]:
        rows.filter(pk__in=gone).delete()
    if new := sorted(wanted - there.keys()):
        found = images_named({key for _code, key in new})
        for code, key in new:
            if key in found:
                rows.create(article=article, image_id=found[key], language=code, named=key)


def images_named(keys: Iterable[str]) -> dict[str, int]:
    """The pictures of some keys; of one that was merged into another, that other."""
    wanted = set(keys)
    found = dict(Image.objects.filter(key__in=wanted).values_list("key", "pk"))
    merges = Merge.objects.filter(kind="image", gone_key__in=wanted - found.keys(), undone_at=None)
    kept = dict(merges.values_list("gone_key", "record_key"))
    others = dict(Image.objects.filter(key__in=kept.values()).values_list("key", "pk"))
    return found | {gone: others[key] for gone, key in kept.items() if key in others}
