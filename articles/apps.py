"""The one Django app of the project."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = _("Newsroom")

    def ready(self) -> None:
        # The models are ready only now.
        from articles.desk import lost_languages, roles, translation_rows, upgrades  # noqa: PLC0415
        from articles.search import upkeep  # noqa: PLC0415

        upkeep.connect()
        lost_languages.connect()
        roles.connect()
        translation_rows.connect()
        upgrades.connect()
