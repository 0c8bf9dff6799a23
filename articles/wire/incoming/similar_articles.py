"""Which article says nearly the same as a text that came in."""

from __future__ import annotations

from functools import cache

from articles.models import Article
from articles.text.comparison.similarity import compared, likeness

LOOKED_AT = 200
"""Articles, the newest of each language."""
ALIKE = 60
"""Percent of the words that two texts have in common, of which one is a version of the other."""

type Candidate = tuple[int, str, frozenset[str]]


class ArticlesAlike:
    """The newest articles, read once for all texts of a reading."""

    def __init__(self) -> None:
        self.newest = cache(newest)

    def nearest(self, text: str, address: str, language: str) -> Article | None:
        """The article from the same address, or the newest that has most of its words."""
        if address:
            same = Article.objects.filter(source_url=address).order_by("-pk").first()
            if same is not None:
                return same
        words = frozenset(text.casefold().split())
        for key, other, others in self.newest(language):
            # Words are compared in their order, which takes long, where most are the same.
            if len(words & others) < max(len(words), len(others)) * ALIKE / 100:
                continue
            if likeness(compared(other), compared(text)) >= ALIKE:
                return Article.objects.filter(pk=key).first()
        return None


def newest(language: str) -> list[Candidate]:
    """The newest articles of a language that came from somebody, by their text as it came."""
    rows = Article.objects.filter(original_language=language).exclude(source_text="")
    texts = rows.order_by("-pk").values_list("pk", "source_text")[:LOOKED_AT]
    return [(key, text, frozenset(text.casefold().split())) for key, text in texts]
