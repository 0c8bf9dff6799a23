"""Django's dump of the tables as a fixture, with every row of them."""

from typing import Any

from django.core.management.commands import dumpdata


class Command(dumpdata.Command):
    """Leaves out nothing that lists of the desk leave out, such as working copies."""

    def handle(self, *app_labels: str, **options: Any) -> None:
        super().handle(*app_labels, **options | {"use_base_manager": True})
