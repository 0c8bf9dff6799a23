"""Fields that keep a promise wherever the value comes from: form, fixture, importer, shell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django_prose_editor.fields import ProseEditorField, ProseEditorFormField, create_sanitizer

from articles.text.characters import NOT_IN_A_LINE, clean_lines, one_line
from articles.text.richtext.angle_brackets import with_signs_kept
from articles.text.richtext.loose_lines import in_paragraphs
from articles.text.richtext.remarks import without_remarks
from articles.text.richtext.segments import in_one_line

from .text_fields import CleanedTextMixin

# What an editor may do to a text. The same list makes the editor's buttons and the
# sanitiser's allow-list: what the one cannot make, the other does not let through.
BODY_EXTENSIONS: dict[str, Any] = {
    "Bold": True,
    "Italic": True,
    "Strike": True,
    "Subscript": True,
    "Superscript": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Table": True,
    "TableRow": True,
    "TableCell": True,
    "TableHeader": True,
    "Embed": True,
    "Picture": True,
    "OwnPages": True,
    "Box": True,
    "ChosenQuote": True,
    "Room": True,
    "Holes": True,
}

ENTRY_EXTENSIONS: dict[str, Any] = {
    name: BODY_EXTENSIONS[name]
    for name in ("Bold", "Italic", "HardBreak", "BulletList", "OrderedList", "ListItem",
                 "Blockquote", "Link")
}  # fmt: skip
"""What an entry of a live coverage may have: its headings are those of the page."""

LINE_EXTENSIONS: dict[str, Any] = {
    name: BODY_EXTENSIONS[name]
    for name in ("Bold", "Italic", "Strike", "Subscript", "Superscript", "HardBreak", "Link",
                 "OwnPages", "Holes")
}  # fmt: skip
"""What may stand within a line of a text."""

LINK_PROTOCOLS: list[str] = BODY_EXTENSIONS["Link"]["protocols"]


def body_sanitizer() -> Callable[[str], str]:
    """The function that takes out of a text what the editor could not have put in."""
    return sanitizer_for(*BODY_EXTENSIONS)


@cache
def sanitizer_for(*names: str) -> Callable[[str], str]:
    """The same, of an editor that can do some of what that of a body can."""
    sanitize = create_sanitizer({name: BODY_EXTENSIONS[name] for name in names})
    # Before: the sanitiser cannot read half a surrogate, drops what follows a sign that looks like
    # a tag, and takes away what tells comments from the text. After: it reads “&#31;” as it says.
    return lambda html: clean_lines(sanitize(without_remarks(with_signs_kept(clean_lines(html)))))


class RichTextField(ProseEditorField):
    """Rich text that is safe in the database, not only after a form has cleaned it."""

    can: Mapping[str, Any] = BODY_EXTENSIONS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("extensions", dict(self.can))
        super().__init__(*args, sanitize=sanitizer_for(*self.can), **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        """One that takes plain text for what it says: without a script, that is what is typed."""
        typed = {"sanitize": lambda html: in_paragraphs(with_signs_kept(html))}
        return super().formfield(**(typed | kwargs))

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        """Let the object at hand hold what its row will.

        What is not changed is not set: the field that stands for all languages would write an empty
        text into the one that is spoken now, where there is none.
        """
        held = super().pre_save(model_instance, add)
        value = self.get_prep_value(held)
        if value != held:
            setattr(model_instance, self.attname, value)
        return value

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return sanitizer_for(*self.can)(value) if isinstance(value, str) else value


class EntryTextField(RichTextField):
    """The few sentences of an entry of a live coverage."""

    can = ENTRY_EXTENSIONS


class LineInput(ProseEditorFormField):
    """An editor makes a paragraph of whatever stands in it: one line is in none."""

    def to_python(self, value: Any) -> str:
        return in_one_line(body_sanitizer()(super().to_python(value)))


class LineTextField(RichTextField):
    """Rich text of one line, as it stands in a paragraph, a caption or a cell."""

    can = LINE_EXTENSIONS

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**({"form_class": LineInput, "sanitize": str} | kwargs))

    def get_prep_value(self, value: Any) -> Any:
        kept = super().get_prep_value(value)
        return in_one_line(kept) if isinstance(kept, str) else kept


class WebAddressField(CleanedTextMixin, models.URLField):
    """A link a reader may follow: ``http`` or ``https``, never ``javascript:``."""

    kind = "URLField"
    default_validators = [URLValidator(schemes=["http", "https"])]

    def tidy(self, value: str) -> str:
        """As browsers read one: what breaks its line stands for nothing."""
        return one_line(NOT_IN_A_LINE.sub("", value))

    def formfield(self, **kwargs: Any) -> Any:
        return models.URLField.formfield(self, **kwargs)

    def get_prep_value(self, value: Any) -> Any:
        """Refuse what no form has checked.

        Raises:
            ValidationError: the address has another scheme.
        """
        value = super().get_prep_value(value)
        if value and not str(value).lower().startswith(("http://", "https://")):
            raise ValidationError(
                _("“%(address)s” is not a web address."), params={"address": value}
            )
        return value
