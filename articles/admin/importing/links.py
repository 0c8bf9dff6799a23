"""From an article to the files that it was made from."""

from __future__ import annotations

from typing import Any

from articles.models import Article, ReceivedFile

from ..editing.shown_article import FILES, hangs_on
from ..editing.submission import Submission
from ..requests import person


def received_beside(submission: Submission, page: dict[str, Any]) -> dict[str, Any]:
    """The files that an article came as, for who may have them."""
    article = page.get("original")
    if not isinstance(article, Article):
        return {}
    pk = article.working_copy_of_id or article.pk
    if not hangs_on(article, FILES):
        return {"received": []}
    files = ReceivedFile.objects.open_to(person(submission.request)).filter(texts__article=pk)
    return {"received": files.only("pk", "name", "key").distinct()}
