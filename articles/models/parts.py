"""What is part of another of its kind: sessions of events, parts of bodies; never of itself."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import Promise


class PartOfAnother(models.Model):
    """A record with a ``parent``; the triggers of the database keep its ancestors from circling."""

    contains_itself: ClassVar[Promise | str] = ""
    """What is said of a parent that is the record itself, or a part of it."""

    class Meta:
        abstract = True

    def clean(self) -> None:
        """Say at the field what the triggers of the database guarantee."""
        super().clean()
        if self.pk and self in self.ancestors():
            raise ValidationError({"parent": self.contains_itself})

    def ancestors(self) -> list[Self]:
        """What this one is part of, the nearest first."""
        found: list[Self] = []
        above: Any = self.parent  # type: ignore[attr-defined]
        while above is not None and above not in found:
            found.append(above)
            above = above.parent
        return found
