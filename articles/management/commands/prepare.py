"""Make a database ready to serve, in one go; what is ready already is left alone."""

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from articles.desk.databases import is_away
from articles.desk.removed_languages import texts_without_language
from articles.desk.translation.missing_rows import add_rows
from articles.desk.upgrades import unfinished
from articles.management.demo.accounts import ADMIN, ROLES, allowed, make_accounts, people
from articles.management.demo.newsroom import load_newsroom
from articles.models import Article, SearchEntry, User
from articles.search.signals import indexed_at_the_end


class Command(BaseCommand):
    help = "Migrate, collect the static files; load the Cairo article and a demo where nothing is."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.prepare()
        except OSError as error:
            raise CommandError(
                _("%(file)s cannot be written: %(reason)s.")
                % {"file": error.filename, "reason": error.strerror}
            ) from error
        except OperationalError as error:
            if not is_away(error):
                raise
            raise CommandError(
                _("The database is away, or another program is writing to it. Begin again.")
            ) from error

    def prepare(self) -> None:
        if sentences := [*unfinished(connection), *texts_without_language(connection)]:
            raise CommandError(" ".join(sentences))
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0)
        if not settings.DEBUG:
            call_command("collectstatic", interactive=False, verbosity=0)
        if not Article.objects.exists():
            self.fill()
        if not SearchEntry.objects.exists():
            call_command("rebuild_search")
        if allowed() and not User.objects.exists():
            self.tell_accounts(make_accounts())
        self.stdout.write(
            _("The newsroom is at %(address)s, its desk at %(address)s/admin/.")
            % {"address": settings.SITE_URL}
        )

    def fill(self) -> None:
        """Let an empty newsroom have the Cairo article, and around it the demo, where that may be.

        All of it or nothing: what fails half way begins again with the next start.
        """
        password = ""
        with indexed_at_the_end():
            call_command("loaddata", "cairo", "templates", verbosity=0)
            add_rows(Article.objects.all())
            if settings.DEMO and allowed() and not User.objects.exists():
                password = make_accounts()
                load_newsroom(people())
        if connection.vendor == "postgresql":
            # It plans its queries by what it knows of the tables: so much new is unknown to it.
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        if password:
            self.tell_accounts(password)

    def tell_accounts(self, password: str) -> None:
        self.stdout.write(
            _("Accounts of the demo: %(names)s. Their password, shown this once: %(password)s")
            % {"names": ", ".join([*ROLES, ADMIN]), "password": password}
        )
