"""Forms that say of each field what is wrong first, and nothing that follows from it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from articles.languages import Language
from articles.models.record import UNTITLED

from .choosers import know_chosen


class FirstFaultForm(forms.ModelForm):
    """A text that cannot be taken as it is typed is not missing: that it is needed is not said."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        know_chosen(self)

    def _update_errors(self, errors: ValidationError) -> None:
        if hasattr(errors, "error_dict"):
            title = getattr(self._meta.model, "title_field", "")
            titles = {language.field(title) for language in Language.all() if title}
            is_titled = not titles.isdisjoint(self.errors)
            left = {
                name: kept
                for name, said in errors.error_dict.items()
                if name not in self.errors
                and (kept := [one for one in said if not (is_titled and one.code == UNTITLED)])
            }
            if not left:
                return
            errors = ValidationError(left)
        super()._update_errors(errors)
