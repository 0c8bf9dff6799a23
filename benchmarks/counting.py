"""How many queries pages cost: in the process itself, where a server would not tell.

It reads paths and their headers as JSON, and writes how many queries each one took, once the
process has served for a while. It needs nothing but Django, so that it can count for any site.
"""

from __future__ import annotations

import json
import logging
import sys

import django
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

WORDS = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "(SELECT", "(WITH")
"""What the database has to look for or to write; a transaction's ends are not counted."""


def queries(client: Client, path: str, headers: dict[str, str]) -> int:
    """Of one request, after two that nobody counts."""
    for _ in range(2):
        client.get(path, headers=headers)
    with CaptureQueriesContext(connection) as captured:
        client.get(path, headers=headers)
    asked = [one["sql"].lstrip().upper() for one in captured.captured_queries]
    return sum(one.startswith(WORDS) for one in asked)


def main() -> None:
    django.setup()
    logging.disable(logging.WARNING)
    client = Client(headers={"host": "127.0.0.1"})
    pages = json.load(sys.stdin)
    json.dump([queries(client, path, headers) for path, headers in pages], sys.stdout)


if __name__ == "__main__":
    main()
