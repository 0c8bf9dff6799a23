"""What has become of an article, or of a working copy, whose number nobody has any more."""

from __future__ import annotations

from dataclasses import dataclass

from articles.models import Article, Revision, User
from articles.models.permissions import EDIT_ANY_ARTICLE


@dataclass(frozen=True)
class Ending:
    """How the row of a number ended.

    Attributes:
        last: the last save of the row.
        end: the save that ended it, where it is known: it says who did.
        was_copy: whether it was a working copy; else it was an article, which was deleted.
    """

    last: Revision
    end: Revision | None
    was_copy: bool

    @property
    def successor(self) -> Article | None:
        """The article that a working copy was of, or that was recovered; none where it is gone."""
        return self.last.article

    @property
    def who(self) -> str:
        return str(self.end.made_by) if self.end and self.end.made_by else ""

    @property
    def was_discarded(self) -> bool:
        return self.last.discarded_at is not None

    def may_be_told_to(self, user: User) -> bool:
        """Whether they know what it was: they may see every article, or have written in it."""
        written = Revision.objects.filter(article_key=self.last.article_key, made_by=user)
        return user.has_perm(EDIT_ANY_ARTICLE) or written.exists()


def ending_of(number: int) -> Ending | None:
    """How the row of a number ended; nothing where it never was, or is there."""
    if not number or Article.with_copies.filter(pk=number).exists():
        return None
    last = Revision.objects.filter(written_in=number).order_by("-version", "-pk").first()
    if last is None:
        return None
    kept = Revision.objects.select_related("made_by")
    if last.article_id is None:
        gone = kept.filter(article=None, article_key=last.article_key)
        return Ending(last, gone.order_by("-version").first(), was_copy=False)
    of_article = kept.filter(article=last.article_id, written_in=last.article_id)
    after = of_article.filter(version__gt=last.version).order_by("version")
    # A recovered article has another number than all that was saved before.
    was_copy = of_article.filter(version__lt=last.version).exists()
    return Ending(last, after.first(), was_copy)
