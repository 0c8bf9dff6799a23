"""Videos and posts of other sites in a text: of each the plain address, and where it is played.

What is kept of one is a link with its title, which works in any program. Its address is made from
what tells one video from another, so that nothing that follows readers stays in it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

from .tokens import END, START, tokens

CLASS = "embed"
SHORTENERS = frozenset(
    "bit.ly bitly.com buff.ly dai.ly dlvr.it fb.me fb.watch goo.gl is.gd lnkd.in ow.ly rb.gy "
    "redd.it rebrand.ly shorturl.at t.co t.ly tiny.cc tinyurl.com trib.al vm.tiktok.com "
    "vt.tiktok.com wp.me".split()
)
"""Hosts of addresses that say nothing of where they lead."""


@dataclass(frozen=True)
class EmbedSite:
    """A site whose videos or posts may stand in a text."""

    name: str
    hosts: tuple[str, ...]
    """The first is how the setting calls it."""
    address: re.Pattern[str]
    """Host and path of one of its videos or posts; groups are what tells it from others."""
    plain: str
    """Its address, without what is said beside it."""
    player: str = ""
    """Where it is played alone; without one, it is only led to."""
    is_post: bool = False


SITES = (
    EmbedSite(
        "YouTube",
        ("youtube.com", "youtu.be", "youtube-nocookie.com"),
        re.compile(
            r"(?:(?:m\.|music\.)?youtube\.com/(?:watch/|shorts/|live/|embed/|v/)"
            r"|youtu\.be/|youtube-nocookie\.com/embed/)(?P<id>[\w-]{11})/?"
        ),
        "https://www.youtube.com/watch?v={id}",
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
    ),
    EmbedSite(
        "Vimeo",
        ("vimeo.com",),
        re.compile(r"(?:player\.)?vimeo\.com/(?:video/|channels/\w+/)?(?P<id>\d{5,12})/?"),
        "https://vimeo.com/{id}",
        "https://player.vimeo.com/video/{id}?dnt=1&autoplay=1",
    ),
    EmbedSite(
        "Dailymotion",
        ("dailymotion.com",),
        re.compile(
            r"(?:geo\.)?dailymotion\.com/(?:embed/)?video/(?P<id>x[0-9a-z]{3,10})(?:_[^/]*)?/?"
        ),
        "https://www.dailymotion.com/video/{id}",
        "https://geo.dailymotion.com/player.html?video={id}",
    ),
    EmbedSite(
        "X",
        ("x.com", "twitter.com"),
        re.compile(
            r"(?:mobile\.)?(?:x|twitter)\.com/(?P<who>\w{1,15})/status/(?P<id>\d{5,25})(?:/.*)?"
        ),
        "https://x.com/{who}/status/{id}",
        "https://platform.twitter.com/embed/Tweet.html?dnt=true&id={id}",
        is_post=True,
    ),
    EmbedSite(
        "Facebook",
        ("facebook.com",),
        re.compile(
            r"(?:m\.|web\.)?facebook\.com/(?P<path>[\w.-]+/(?:posts|videos)/(?:[\w%.-]+/)?[\w-]+"
            r"|reel/\d+)/?"
        ),
        "https://www.facebook.com/{path}",
        "https://www.facebook.com/plugins/post.php?href={address}",
        is_post=True,
    ),
    EmbedSite(
        "Instagram",
        ("instagram.com",),
        re.compile(r"instagram\.com/(?:[\w.]+/)?(?P<kind>p|reel|tv)/(?P<id>[\w-]{5,40})/?"),
        "https://www.instagram.com/{kind}/{id}/",
        "https://www.instagram.com/{kind}/{id}/embed/",
        is_post=True,
    ),
    EmbedSite(
        "TikTok",
        ("tiktok.com",),
        re.compile(r"(?:m\.)?tiktok\.com/@(?P<who>[\w.]+)/video/(?P<id>\d{10,25})/?"),
        "https://www.tiktok.com/@{who}/video/{id}",
        "https://www.tiktok.com/player/v1/{id}",
    ),
    EmbedSite(
        "Telegram",
        ("t.me", "telegram.me"),
        re.compile(r"(?:t|telegram)\.me/(?:s/)?(?P<who>\w{4,40})/(?P<id>\d{1,12})/?"),
        "https://t.me/{who}/{id}",
        "https://t.me/{who}/{id}?embed=1",
        is_post=True,
    ),
)
HOSTS = tuple(site.hosts[0] for site in SITES)
ORIGINS = {site.hosts[0]: "/".join(site.player.split("/", 3)[:3]) for site in SITES}
"""Where the player of each comes from, by the name that the setting has for it."""


@dataclass(frozen=True)
class Embed:
    """One video or post."""

    site: EmbedSite
    address: str
    player: str = ""
    title: str = ""


class NotEmbeddedError(ValueError):
    """An address that stands in no text so; ``why`` is one of the names below."""

    def __init__(self, why: str, host: str = "") -> None:
        super().__init__(why)
        self.why, self.host = why, host


NO_ADDRESS, SHORTENED, UNKNOWN_HOST, NO_VIDEO = "no address", "shortened", "unknown", "no video"


def embed_at(address: str, allowed: Collection[str] = HOSTS) -> Embed:
    """The video or post at an address.

    Args:
        address: as somebody copied it.
        allowed: the sites that the newsroom lets stand in its texts, by their first host.

    Raises:
        NotEmbeddedError: it is none of those.
    """
    host, path, query = parts_of(address)
    if host in SHORTENERS:
        raise NotEmbeddedError(SHORTENED, host)
    site = next((one for one in SITES if is_of(one, host)), None)
    if site is None or site.hosts[0] not in allowed:
        raise NotEmbeddedError(UNKNOWN_HOST, host)
    found = site.address.fullmatch(host + with_video(path, query))
    if found is None:
        raise NotEmbeddedError(NO_VIDEO, host)
    said = found.groupdict()
    plain = site.plain.format(**said)
    return Embed(site, plain, site.player.format(address=quote(plain, safe=""), **said))


def parts_of(address: str) -> tuple[str, str, str]:
    """Host, path and query of a web address, the host without what all of them may begin with."""
    address = address.strip()
    try:
        parts = urlsplit(address if "//" in address else f"https://{address}")
        host = parts.hostname or ""
    except ValueError:
        raise NotEmbeddedError(NO_ADDRESS) from None
    if parts.scheme not in {"http", "https"} or "." not in host or " " in address:
        raise NotEmbeddedError(NO_ADDRESS)
    return host.lower().removeprefix("www."), parts.path, parts.query


def with_video(path: str, query: str) -> str:
    """A path; where its query says which video it is, with that behind it."""
    video = parse_qs(query).get("v", [""])[0]
    return f"{path.rstrip('/')}/{video}" if video and path.rstrip("/") == "/watch" else path


def is_of(site: EmbedSite, host: str) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in site.hosts)


def is_embed(block: str) -> bool:
    """Whether a block of rich text is a video or post, as the editor writes it."""
    first = next(tokens(block), None)
    return first is not None and first.name == "figure" and first.attributes.get("class") == CLASS


def link_in(block: str) -> tuple[str, str]:
    """Where the link in a block leads, and its words."""
    address, words = "", list[str]()
    for token in tokens(block):
        if token.name == "a" and token.kind == START and not address:
            address = token.attributes.get("href", "").strip()
        words.append(token.seen)
    return address, " ".join("".join(words).split())


def embedded(rich_text: str) -> Iterator[tuple[str, str]]:
    """Of each video and post in a text, its address and its title."""
    start = -1
    for token in tokens(rich_text):
        if token.name != "figure":
            continue
        if token.kind == START and token.attributes.get("class") == CLASS:
            start = token.start
        elif token.kind == END and start >= 0:
            yield link_in(rich_text[start : token.end])
            start = -1
