"""The static files of a live site: named by content; one stylesheet, brief scripts for readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rjsmin import jsmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

JOINED = "css/newsroom.css"
SCRIPTS = "js/"
"""The folder of readers' scripts; those of the desk are sent as they are written."""
IMPORT = re.compile(r'^@import "([\w-]+\.css)";\n', re.MULTILINE)
FOR_US = re.compile(r"/\*.*?\*/\n?|^[ \t]+|\n(?=\n)", re.DOTALL | re.MULTILINE)
"""What no browser reads: remarks, indents, empty lines. No text of a stylesheet has any of them."""


class JoinedStylesheetStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's, in which the public stylesheet has its parts in it: one request, not twenty.

    Modules import each other by the names of their content, as pages load them: by two names one
    would be run twice, and make everything twice.
    """

    support_js_module_import_aggregation = True

    def post_process(
        self, paths: dict[str, tuple[Any, str]], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        """Join, then name and compress all files, as ``collectstatic`` asks.

        Args:
            paths: of each file its name here, with the storage it comes from and its name there.
            dry_run: write nothing.
            options: Django's.

        Raises:
            FileNotFoundError: the stylesheet imports a part that is nowhere.
        """
        if JOINED in paths and not dry_run:
            storage, path = paths[JOINED]
            folder = Path(JOINED).parent
            whole = IMPORT.sub(
                lambda one: text_of(*paths.get(f"{folder}/{one[1]}", (storage, one[1]))),
                text_of(storage, path),
            )
            Path(self.path(JOINED)).write_text(as_sent(whole), encoding="utf-8")
            paths[JOINED] = self, JOINED
        for path in () if dry_run else [one for one in paths if one.startswith(SCRIPTS)]:
            Path(self.path(path)).write_text(jsmin(text_of(*paths[path])), encoding="utf-8")
            paths[path] = self, path
        yield from super().post_process(paths, dry_run, **options)


def as_sent(stylesheet: str) -> str:
    """A stylesheet without what is in it for who writes it: a quarter of what is sent."""
    return FOR_US.sub("", stylesheet)


def text_of(storage: Any, path: str) -> str:
    with storage.open(path) as file:
        return f"{file.read().decode()}\n"
