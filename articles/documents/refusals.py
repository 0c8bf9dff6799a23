"""Why a document is not kept, each in one sentence for who sends it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def refusal(sentence: Any, code: str) -> ValidationError:
    return ValidationError(sentence, code=code)


def unknown() -> ValidationError:
    return refusal(
        _(
            "This is no document of a kind that is kept: use PDF, Word, Excel, PowerPoint, "
            "OpenDocument or CSV. What counts is what is in the file, and not its name."
        ),
        "unknown",
    )


def with_password() -> ValidationError:
    return refusal(
        _("This document is protected by a password: readers could not open it."), "password"
    )


def too_large() -> ValidationError:
    return refusal(_("This file grows far beyond any document when it is unpacked."), "bomb")


def damaged() -> ValidationError:
    return refusal(_("This document is damaged or cut short: it cannot be opened."), "damaged")


def with_programs() -> ValidationError:
    return refusal(
        _("This document has macros, which are programs: save it without them, and send that."),
        "macros",
    )


def with_actions() -> ValidationError:
    return refusal(
        _("This PDF runs a program when it is opened: print it to a new PDF, and send that."),
        "actions",
    )
