"""The one Django app of the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        # The models are ready only now.
        from articles.desk import removed_languages, roles, upgrades  # noqa: PLC0415
        from articles.desk.publication import hub, purging  # noqa: PLC0415
        from articles.desk.sign_ins import log  # noqa: PLC0415
        from articles.desk.translation import missing_rows  # noqa: PLC0415
        from articles.models import alphabet, content_changes  # noqa: PLC0415
        from articles.search import signals  # noqa: PLC0415

        alphabet.connect()
        content_changes.connect()
        signals.connect()
        removed_languages.connect()
        roles.connect()
        missing_rows.connect()
        upgrades.connect()
        log.connect()
        hub.connect()
        purging.connect()
