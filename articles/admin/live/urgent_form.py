"""The form of an urgent announcement: how long it lasts is one click, or a moment that is typed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.models.urgent import USUALLY_FOR

from ..editing.record_merging import RecordForm

BY_HAND = ""
LASTS = [
    ("10", _("10 minutes")),
    ("60", _("1 hour")),
    ("120", _("2 hours")),
    (BY_HAND, _("until the moment below")),
]
"""Minutes, as a person says them."""
USUAL = f"{USUALLY_FOR // timedelta(minutes=1)}"


class UrgentBannerForm(RecordForm):
    """A moment that is typed counts, unless somebody chose how long."""

    lasts = forms.ChoiceField(
        label=_("How long"),
        choices=LASTS,
        required=False,
        widget=forms.RadioSelect,
        help_text=_("From now on, or from when it is announced if that is later."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.usual = BY_HAND if self.instance.pk else USUAL
        self.initial["lasts"] = self.usual
        if "ends_at" in self.fields:
            self.fields["ends_at"].required = False

    def clean(self) -> Any:
        cleaned: Any = super().clean()
        chosen, typed = cleaned.get("lasts") or BY_HAND, cleaned.get("ends_at")
        is_by_hand = bool(typed) and chosen == self.usual
        if chosen != BY_HAND and not is_by_hand and "ends_at" not in self.errors:
            now = timezone.now()
            begins = max(cleaned.get("begins_at") or now, now)
            cleaned["ends_at"] = begins + timedelta(minutes=int(chosen))
        elif typed is None and "ends_at" in self.fields and "ends_at" not in self.errors:
            self.add_error("ends_at", self.fields["ends_at"].error_messages["required"])
        return cleaned
