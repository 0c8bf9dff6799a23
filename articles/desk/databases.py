"""Whether it is the database that fails, and not the program."""

from __future__ import annotations

import re

from django.db import InterfaceError, OperationalError, connection

# What SQLite says of a file that is held, full or not there. It calls a missing table, which is a
# fault of the program's, an operational error too.
OF_THE_FILE = re.compile("locked|busy|full|readonly|unable to open|disk", re.IGNORECASE)


def is_away(error: BaseException | None) -> bool:
    """Whether this is an error of a database that cannot be reached or written to now."""
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return connection.vendor != "sqlite" or bool(OF_THE_FILE.search(str(error)))
