"""What the search has read: one entry for each record and language, and the names of records.

The columns hold analysed words (``articles/text/analysis/analyzer.py``). The databases' own indexes
over them, a ``tsvector`` with GIN on PostgreSQL and FTS5 on SQLite, are kept by the database
itself (``migrations/0003_search_index.py``): whoever writes an entry has indexed it.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from .date_fields import MomentField


class SearchEntry(models.Model):
    """One record in one language, as words to find it by."""

    kind = models.CharField(max_length=20)
    record_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10, choices=settings.LANGUAGES)
    label = models.CharField(max_length=300)
    """What it is called there, as written."""
    visible_from = MomentField(null=True)
    """Since when readers see it; empty for what they may not see."""
    title = models.TextField()
    lead = models.TextField()
    body = models.TextField()
    stems = models.TextField()
    """What the words come back to, beside themselves."""
    tags = models.TextField()
    """The records it is about, as words nobody types: ``xspeaker12x``."""
    digest = models.CharField(max_length=32)
    """Of all of the above: tells an entry that has not kept up."""

    class Meta:
        indexes = [
            models.Index(fields=["language", "kind", "-visible_from"], name="search_by_date")
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "record_id", "language"], name="record_has_one_entry_per_language"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id} {self.language}"


class SearchName(models.Model):
    """A name of a record, by the key that its spellings share."""

    kind = models.CharField(max_length=20)
    record_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=10, default="", db_default="")
    """In which it is called so; empty where nobody has noted it."""
    key = models.CharField(max_length=300, db_index=True)
    words = models.CharField(max_length=600)
    """The name's own words, folded."""
    is_whole = models.BooleanField(default=True)
    """Whether this is all of the name, not one part of a person's."""

    class Meta:
        indexes = [models.Index(fields=["kind", "record_id"], name="search_names_of")]

    def __str__(self) -> str:
        return self.words


class SearchWord(models.Model):
    """A word that the newsroom has written: what a typing mistake may have meant."""

    word = models.CharField(max_length=64, unique=True)
    written = models.CharField(max_length=64)
    sound = models.CharField(max_length=64, db_default="", db_index=True)
    """Its consonants (``text/analysis/transliteration.py``): the same in both scripts."""

    def __str__(self) -> str:
        return self.written
