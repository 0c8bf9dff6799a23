"""The image of an article that others show where they link to it."""

from __future__ import annotations

import hashlib
import logging

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views import View

from articles.languages import Language
from articles.models import Article, Image
from articles.models.identity import newsroom_name
from articles.models.typography_checks import customs_of
from articles.pictures.renditions import UnreadableError, open_original
from articles.pictures.share import DESIGN, drawable, share_image
from articles.text.typography.number_rule import with_numbers

from .http_cache import say_freshness
from .redirects import moved_or_404, url_of

logger = logging.getLogger(__name__)


def words_of(article: Article) -> str | None:
    """Its headline as it is drawn; ``None`` where the face lacks a sign."""
    return drawable(with_numbers(article.said("headline"), customs_of(Language.active())))


def picture_of(article: Article) -> Image | None:
    image = article.lead_image
    return image if image and image.may_be_shown() else None


def edition(article: Article, headline: str) -> str:
    """Changes with all that is drawn: an address that has it in says the same for ever."""
    image = picture_of(article)
    drawn = (
        DESIGN,
        headline,
        newsroom_name(),
        image.original.recipe if image else "",
    )
    return hashlib.sha256(repr(drawn).encode()).hexdigest()[:16]


def share_image_url(article: Article) -> str | None:
    """Where the image of a live article is; ``None`` where its headline cannot be drawn."""
    headline = words_of(article)
    if headline is None:
        return None
    return f"{url_of('share_image', article)}?v={edition(article, headline)}"


class ShareImage(View):
    """Drawn when it is first asked for, then kept among the files."""

    def get(self, request: HttpRequest, slug: str) -> HttpResponse:
        column = Language.active().field("slug")
        live = Article.objects.live().select_related("lead_image")
        article = live.filter(**{column: slug}).first()
        if article is None:
            return moved_or_404(Article, "share_image", slug)
        headline = words_of(article)
        if headline is None:
            raise Http404
        response = HttpResponse(stored_image(article, headline), content_type="image/jpeg")
        # As long as its page: what is withdrawn leaves no picture behind.
        say_freshness(request, response, [article, article.live_until_in()])
        return response


def stored_image(article: Article, headline: str) -> bytes:
    """The image from the files; drawn, and put there, where it is not."""
    name = f"share/{article.key}-{Language.active()}-{edition(article, headline)}.jpg"
    try:
        with default_storage.open(name) as file:
            return file.read()
    except OSError:
        pass
    image = drawn(article, headline)
    try:
        default_storage.save(name, ContentFile(image))
    except OSError:
        logger.exception("The share image could not be kept.")
    return image


def drawn(article: Article, headline: str) -> bytes:
    image, picture, focal = picture_of(article), None, (50, 50)
    if image is not None:
        focal = image.original.focal
        try:
            picture = open_original(image.original)
        except (UnreadableError, OSError):
            logger.warning("A picture cannot be read.", extra={"picture": image.key})
    return share_image(headline, newsroom_name(), Language.active(), picture, focal)
