"""The admin of the glossary: the terms that are no record of their own."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.desk.translation.terms import take_in
from articles.languages import Language
from articles.models import Term
from articles.wire import glossaries

from ..lists import NamesInEachLanguage
from .file_exchange import ExchangeAdmin


@admin.register(Term)
class TermAdmin(NamesInEachLanguage, ExchangeAdmin):
    """A term is a pair: who may write it writes it in every language, translators too."""

    list_display = [*(one.field("name") for one in Language.all()), "updated_at"]
    search_fields = ["name", "aliases", "forbidden", "note"]
    fields = ["name", "aliases", "forbidden", "note"]
    import_title = gettext_lazy("Import terms")
    import_help = gettext_lazy(
        "A table (CSV in UTF-8) as the export makes it. A line changes the term of its key, or of "
        "its names; others are added. Empty cells change nothing."
    )
    file_kinds = ".csv,text/csv"
    file_name = "glossary.csv"
    media_type = glossaries.MEDIA_TYPE
    largest = 5 * 1024 * 1024

    def lines(self, rows: models.QuerySet[Term]) -> Iterator[str]:
        return glossaries.glossary_table(rows)

    def take(self, request: HttpRequest, file: UploadedFile) -> list[str]:
        taken = take_in(glossaries.read(file.read()))
        return [
            ngettext("%d term added.", "%d terms added.", taken.added) % taken.added,
            ngettext("%d term changed.", "%d terms changed.", taken.changed) % taken.changed,
            ngettext("%d term as before.", "%d terms as before.", taken.known) % taken.known,
            *(
                _("Line %(line)d was not taken: %(reason)s") % {"line": line, "reason": reason}
                for line, reason in taken.refused
            ),
        ]
