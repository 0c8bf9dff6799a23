"""Videos and posts of other sites: which may stand in a text, and why another may not."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.text.richtext.embeds import (
    NO_VIDEO,
    SHORTENED,
    SITES,
    UNKNOWN_HOST,
    Embed,
    NotEmbeddedError,
    embed_at,
)


def embed_of(address: str) -> Embed:
    """The video or post at an address, of a site that the newsroom lets stand in its texts.

    Raises:
        NotEmbeddedError: there is none.
    """
    return embed_at(address, settings.EMBED_HOSTS)


def why_not(refusal: NotEmbeddedError) -> str:
    """The sentence that an editor reads."""
    names = [site.name for site in SITES if site.hosts[0] in settings.EMBED_HOSTS]
    sentences = {
        SHORTENED: _(
            "“%(host)s” is a shortened address, which says nothing of where it leads: open it, and "
            "copy the address that the browser shows then."
        ),
        UNKNOWN_HOST: _(
            "“%(host)s” is none of the sites whose videos and posts may stand in a text: "
            "%(sites)s. Make it a link instead."
        ),
        NO_VIDEO: _("This address of “%(host)s” leads to no single video or post."),
    }
    sentence = sentences.get(refusal.why, _("This is no web address of a video or a post."))
    return sentence % {"host": refusal.host, "sites": Language.active().comma.join(names)}
