"""Forms that say of each field what is wrong first, and nothing that follows from it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models.declarations import PUBLIC_ONCE_SAVED, Text, Texts
from articles.models.faults import said_in_other_letters
from articles.models.record import UNTITLED

from .choosers import know_chosen
from .editing.more_rows import MORE_ROWS


class FirstFaultForm(forms.ModelForm):
    """A text that cannot be taken as it is typed is not missing: that it is needed is not said."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        know_chosen(self)

    def _post_clean(self) -> None:
        super()._post_clean()
        if MORE_ROWS in self.data and not self.prefix:
            self.add_error(None, _("There are rows to fill in now. Nothing is saved yet."))
        for text in PUBLIC_ONCE_SAVED.get(self._meta.model.__name__, Texts()):
            for language in Language.all():
                self.refuse_other_letters(text, language)

    def refuse_other_letters(self, text: Text, language: Language) -> None:
        """Let no words into the box of a language that were typed in the letters of another."""
        name = language.field(text.name)
        if name not in self.changed_data:
            return
        if told := said_in_other_letters(self.cleaned_data.get(name) or "", language, text):
            self.add_error(name, told)

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
