"""Mentions: whom an article names, beside those it quotes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .record import Record


class Mention(Record):
    """A speaker or an organization named in an article."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="mentions", verbose_name=_("article")
    )
    speaker = models.ForeignKey(
        "articles.Speaker",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name=_("speaker"),
    )
    organization = models.ForeignKey(
        "articles.Organization",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="mentions",
        verbose_name=_("organization"),
    )

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(speaker=None, organization__isnull=False)
                | Q(speaker__isnull=False, organization=None),
                name="mention_names_a_speaker_or_an_organization",
                violation_error_message=_("Choose either a speaker or an organization."),
            ),
            models.UniqueConstraint(
                fields=["article", "speaker"], name="article_mentions_a_speaker_once"
            ),
            models.UniqueConstraint(
                fields=["article", "organization"], name="article_mentions_an_organization_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.speaker or self.organization or self.key)
