"""The strings a person reads: collect them, compile their translations, check that none lacks.

Needs GNU gettext for collecting; compiling is Babel's. The compiled files are committed,
so that a machine without either serves both languages.

    python scripts/messages.py update    collect into locale/, then compile
    python scripts/messages.py check     complain of what is missing, unsure or stale
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from pathlib import Path

import django
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.conf import settings
from django.core.management import call_command
from django.utils.translation import to_locale

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
TYPEWRITTEN = re.compile(r"\w'\w")


def collect() -> None:
    """Have locale/ hold every string of the code and the templates."""
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    os.environ.setdefault("SECRET_KEY", "only-to-collect-strings")
    django.setup()
    os.chdir(ROOT)
    call_command(
        "makemessages",
        # The strings in the code are English.
        locale=[to_locale(code) for code, _ in settings.LANGUAGES if code.split("-")[0] != "en"],
        ignore_patterns=[".venv", "tests", "benchmarks", "data", "staticfiles"],
        no_obsolete=True,
        no_wrap=True,
        add_location="file",
        verbosity=0,
    )


def catalogs(pattern: str = "*/LC_MESSAGES/django.po") -> dict[Path, Catalog]:
    """The catalogs of our own strings, or those that a pattern names."""
    return {path: read_po(io.BytesIO(path.read_bytes())) for path in sorted(LOCALE.glob(pattern))}


def all_catalogs() -> dict[Path, Catalog]:
    """With locale/libraries: what the libraries leave in English, kept by hand."""
    return catalogs("**/*.po")


def compiled(catalog: Catalog) -> bytes:
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def identity(message: Message) -> tuple[str | None, str]:
    name = message.id if isinstance(message.id, str) else message.id[0]
    return message.context, name


def translations(message: Message) -> list[str]:
    """One, or one for each number."""
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def untranslated(message: Message) -> bool:
    texts = translations(message)
    return not texts or not all(texts)


def faults() -> list[str]:
    """A sentence for each string that is missing, unsure or untranslated, and each stale file."""
    found = []
    before = {path: path.read_bytes() for path in catalogs()}
    kept = {path: {identity(one) for one in catalog} for path, catalog in catalogs().items()}
    try:
        collect()
        wanted = {path: {identity(one) for one in catalog} for path, catalog in catalogs().items()}
    finally:
        for path, content in before.items():
            path.write_bytes(content)
    for path, ids in kept.items():
        name = path.relative_to(ROOT)
        found += [f"{name} lacks {text!r}" for _, text in wanted[path] - ids]
        found += [f"{name} keeps {text!r}, no longer used" for _, text in ids - wanted[path]]
    for path, catalog in all_catalogs().items():
        name = path.relative_to(ROOT)
        found += [
            f"{name}: {message.id!r} is not translated"
            for message in catalog
            if message.id and (untranslated(message) or message.fuzzy)
        ]
        found += [
            f"{name}: {message.id!r} has a typewriter's apostrophe"
            for message in catalog
            if message.id and any(TYPEWRITTEN.search(text) for text in translations(message))
        ]
        mo = path.with_suffix(".mo")
        if not mo.exists() or mo.read_bytes() != compiled(catalog):
            found.append(f"{mo.relative_to(ROOT)} is stale: run make messages")
    return found


def main(task: str) -> int:
    """Returns the exit code."""
    if not shutil.which("xgettext"):
        sys.stderr.write("Collecting strings needs GNU gettext: apt install gettext.\n")
        return 1
    if task == "update":
        collect()
        for path, catalog in all_catalogs().items():
            path.with_suffix(".mo").write_bytes(compiled(catalog))
        return 0
    found = faults()
    sys.stderr.write("".join(f"{fault}\n" for fault in found))
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
