"""What WordPress writes between brackets and in comments, as the HTML that its pages had."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

BLOCK = re.compile(r"<!--\s*wp:block\s+(?P<said>\{[^{}<>]*\})\s*/-->")
LISTED = re.compile(r"<!--\s*wp:(?:core/)?gallery\s+(?P<said>\{[^<>]*?\})\s*/-->")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
NAME = r"[a-z][a-z0-9_-]{1,40}"
# No code goes over the next one of its name: each is read once.
CAPTION = re.compile(
    r"\[(?P<name>caption|wp_caption)\b(?P<said>[^\]\[]*)\]"
    r"(?P<inner>(?:[^\[]++|\[(?!/?(?:wp_)?caption\b))*+)\[/(?P=name)\]"
)
EMBED = re.compile(
    r"\[(?P<name>embed|youtube|vimeo|dailymotion|twitter|tweet|video|facebook|instagram|tiktok)\b"
    r"(?P<said>[^\]\[]*)\](?:\s*(?P<inner>https?://[^\s\[\]<>]+)\s*\[/(?P=name)\])?"
)
GALLERY = re.compile(r"\[gallery\b(?P<said>[^\]\[]*)\]")
QUOTE = re.compile(
    r"\[(?P<name>quote|blockquote|pullquote)\b[^\]\[]*\]"
    r"(?P<inner>(?:[^\[]++|\[(?!/?(?:block|pull)?quote\b))*+)\[/(?P=name)\]"
)
CODE = re.compile(rf"\[(?P<end>/?)(?P<name>{NAME})(?P<said>\s[^\]\[]*)?/?\]")
SAID = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
IMAGE = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
OWN_LINE = re.compile(r"^[ \t]*(https?://\S+)[ \t]*$", re.MULTILINE)
"""An address alone on a line: WordPress makes a video of one of a site of videos."""
ADDRESS = re.compile(r"https?://[^\s\"'\]]+")
KNOWN = frozenset(
    [
        *("audio", "playlist", "contact-form-7", "contact-form", "wpforms", "gravityform"),
        *("ninja_form", "ninja_forms", "mailpoet_form", "archives", "recent-posts", "toc", "ads"),
        *("related_posts", "adrotate", "social_share", "sharethis", "more"),
    ]
)
"""Codes that may say nothing beside their name, and put something of a program on the page."""
BY_NUMBER = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}
LAYOUT = ("vc_", "et_pb_", "fusion_", "av_", "fl_", "tatsu_", "cs_", "su_")
"""How the codes begin with which programs lay pages out: what is within them is the text."""
DEEPEST = 5
"""Blocks that are kept once for several posts, within each other."""


def as_html(
    content: str, blocks: Mapping[str, str], attached: Sequence[str], left_out: Counter[str]
) -> str:
    """The text of a post without codes and comments.

    Args:
        content: as the export has it.
        blocks: what is kept once for several posts, by its number.
        attached: the numbers of the pictures of the post: a gallery may name none.
        left_out: the codes that say nothing here are counted in it.
    """
    for _turn in range(DEEPEST):
        if "wp:block" not in content:
            break
        content = BLOCK.sub(lambda one: blocks.get(number_in(one["said"]), ""), content)
    if "<!--" in content:
        content = LISTED.sub(lambda one: gallery(numbers_in(one["said"])), content)
        content = COMMENT.sub("", content)
    content = OWN_LINE.sub(r"\n\n\1\n\n", content)
    if "[" not in content:
        return content
    content = CAPTION.sub(captioned, content)
    content = GALLERY.sub(lambda one: gallery(gallery_numbers(one["said"]) or attached), content)
    content = EMBED.sub(embedded, content)
    content = QUOTE.sub(r"\n\n<blockquote>\g<inner></blockquote>\n\n", content)
    ended = {one["name"] for one in CODE.finditer(content) if one["end"]}
    return CODE.sub(lambda one: without(one, ended, left_out), content)


def number_in(said: str) -> str:
    try:
        found = json.loads(said)
    except ValueError:
        return ""
    return str(found.get("ref", "")) if isinstance(found, dict) else ""


def numbers_in(said: str) -> list[str]:
    """The pictures of a gallery that has nothing but its comment."""
    try:
        found = json.loads(said)
    except (ValueError, RecursionError):
        return []
    ids = found.get("ids") if isinstance(found, dict) else None
    return [str(one) for one in ids] if isinstance(ids, list) else []


def attributes(said: str) -> dict[str, str]:
    return {one[1].lower(): one[2] or one[3] or one[4] or "" for one in SAID.finditer(said)}


def gallery_numbers(said: str) -> list[str]:
    found = attributes(said)
    return re.findall(r"\d+", found.get("ids") or found.get("include") or "")


def gallery(numbers: Sequence[str]) -> str:
    figures = (f'<figure><img class="wp-image-{number}"></figure>' for number in numbers)
    return f"\n\n{''.join(figures)}\n\n"


def captioned(found: re.Match[str]) -> str:
    """A picture, and the words below it: in the code of old, in an attribute."""
    image = IMAGE.search(found["inner"])
    said = attributes(found["said"])
    if image is None:
        return found["inner"]
    # Whoever wrote the caption linked the picture: of that link nothing is left.
    words = re.sub(r"<a\b[^<>]*>\s*</a>", "", IMAGE.sub("", found["inner"])).strip()
    words = words or escape(said.get("caption", ""))
    number = re.sub(r"\D", "", said.get("id", ""))
    shown = image[0] if "wp-image-" in image[0] or not number else numbered(image[0], number)
    return f"\n\n<figure>{shown}<figcaption>{words}</figcaption></figure>\n\n"


def numbered(image: str, number: str) -> str:
    return f'<img data-id="{number}"{image[4:]}'


def embedded(found: re.Match[str]) -> str:
    """A video or post, as its address alone on a line."""
    said = attributes(found["said"])
    address = found["inner"] or said.get("src") or said.get("url") or said.get("mp4") or ""
    address = address or next(iter(ADDRESS.findall(found["said"])), "")
    if not address and found["name"] in BY_NUMBER and said.get("id"):
        address = BY_NUMBER[found["name"]] + said["id"]
    return f"\n\n{address}\n\n" if address else found[0]


def without(found: re.Match[str], ended: set[str], left_out: Counter[str]) -> str:
    """Nothing for a code; words in brackets, as « [sic] », are somebody's own."""
    name, said = found["name"], found["said"] or ""
    if name.startswith(LAYOUT):
        return "\n\n"
    if "=" not in said and name not in ended and name not in KNOWN:
        return found[0]
    if not found["end"]:
        left_out[f"[{name}]"] += 1
    return ""
