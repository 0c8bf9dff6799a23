"""A history calls each field by its name, in the language of who reads it."""

import re

import pytest
from django.utils import translation
from django.utils.functional import Promise

from articles.desk.editing.differences import DIGEST, label_of
from articles.desk.editing.snapshots import CHILDREN, child_fields, child_model, content_fields
from articles.desk.library.record_differences import UNSAID
from articles.desk.library.values import KINDS, ROWS, columns_of, row_columns, row_model
from articles.models import Article

LATIN = re.compile(r"[A-Za-z]")
RAW = re.compile(r"_|\[\w\w\]")
OF_ARTICLES = [
    *(one for one in content_fields(Article) if one.name != DIGEST),
    *(one for kind in CHILDREN for one in child_fields(kind)),
]
OF_RECORDS = [
    *(one for model in KINDS.values() for one in columns_of(model)),
    *(one for kind, rows in ROWS.items() for name in rows for one in row_columns(kind, name)),
]
FIELDS = [*OF_ARTICLES, *(one for one in OF_RECORDS if one.name not in UNSAID)]
TABLES = [
    Article,
    *KINDS.values(),
    *(child_model(kind) for kind in CHILDREN),
    *(row_model(kind, name) for kind, rows in ROWS.items() for name in rows),
]


@pytest.mark.parametrize("field", FIELDS, ids=str)
def test_every_field_that_a_history_tells_of_has_a_name_that_people_read(field):
    named = getattr(field, "translated_field", field).verbose_name
    assert isinstance(named, Promise), "named by its column, which nobody translates"
    for language in ("fr", "ar"):
        with translation.override(language):
            assert not RAW.search(label_of(field))
            assert language != "ar" or not LATIN.search(label_of(field))


@pytest.mark.parametrize("table", TABLES, ids=lambda one: one.__name__)
def test_every_kind_of_row_has_one_too(table):
    with translation.override("ar"):
        assert not LATIN.search(str(table._meta.verbose_name))
