"""What somebody else has deleted, or merged into another, while a person was at it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext as _


class GoneError(ObjectDoesNotExist):
    """A row that was there a moment ago is gone; what was to be done with it is not done."""


def still_there[Row](rows: Iterable[Row], wanted: Any = None) -> Row:
    """The one row of a query for a record by its key.

    Raises:
        GoneError: it is gone; where ``wanted`` is the record, its name is said.
    """
    for row in rows:
        return row
    if wanted is None:
        raise GoneError
    raise GoneError(
        _(
            "“%(record)s” is not there any more: somebody else has deleted it, or merged it into "
            "another."
        )
        % {"record": wanted}
    )
