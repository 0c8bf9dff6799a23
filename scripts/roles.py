"""The table of roles in the documentation, written from the one the program goes by.

python scripts/roles.py update    write it
python scripts/roles.py check     complain where what is written is not what is
"""

from __future__ import annotations

import sys

from documents import ROOT, keep, markdown, set_up

SECURITY = ROOT / "docs/security.md"
VERBS = ("view", "add", "change", "delete")


def table() -> str:
    """A row for each permission of our own; then for each model, with what each role may do."""
    from django.apps import apps

    from articles.models.permissions import OF_ARTICLES, ROLES

    rows = [["permission", *ROLES]]
    for name, label in OF_ARTICLES:
        held = (f"articles.{name}" in permissions for permissions in ROLES.values())
        rows.append([f"`{name}`: {str(label)[0].lower()}{str(label)[1:]}"])
        rows[-1] += ["yes" if has else "" for has in held]
    for model in sorted(apps.get_models(), key=lambda model: str(model._meta.verbose_name)):
        label, name = model._meta.app_label, str(model._meta.model_name)
        cells = [
            ", ".join(verb for verb in VERBS if f"{label}.{verb}_{name}" in permissions)
            for permissions in ROLES.values()
        ]
        if any(cells):
            rows.append([f"{model._meta.verbose_name} (`{name}`)", *cells])
    return markdown(rows)


if __name__ == "__main__":
    set_up()
    sys.exit(keep(sys.argv[1], "roles", {SECURITY: "en"}, table))
