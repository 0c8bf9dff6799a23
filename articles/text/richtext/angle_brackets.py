"""A ``<`` that begins no element is a sign of the text, and stays: « <press@example.org> », « x<y ».

Parsers of HTML take it for the beginning of a tag, and sanitisers drop what follows, or all of the
rest where nothing ends it. Here such a sign is written ``&lt;`` before they read the text.
"""

from __future__ import annotations

import re

from .tokens import COMMENT, RAW, Token, tokens

ELEMENTS = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big "
    "blink blockquote body br button canvas caption center cite code col colgroup data datalist dd "
    "del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form "
    "frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins "
    "isindex kbd keygen label legend li link main map mark marquee math menu menuitem meta meter "
    "nav nobr noembed noframes noscript object ol optgroup option output p param path picture "
    "plaintext pre progress q rb rp rt rtc ruby s samp script search section select slot small "
    "source span strike strong style sub summary sup svg table tbody td template textarea tfoot th "
    "thead time title tr track tt u ul use var video wbr xml xmp".split()
)
"""Those of HTML, today's and former ones (HTML, 4 and 16.2), and what else browsers read."""
OF_A_PROGRAM = re.compile(r"\w+:\w[\w.-]*|\w+(?:-\w+)+")
"""Elements that Word (``o:p``) and others (``google-sheets-html-origin``) have of their own."""
WHOLE = re.compile(
    rf"</?(?:{'|'.join(sorted(ELEMENTS - RAW))})(?:\s[^<>\"']*(?:\"[^\"<>]*\"[^<>\"']*)*)?/?>",
    re.IGNORECASE,
)
"""A tag about which there is no question."""


def with_signs_kept(rich_text: str) -> str:
    """A text with ``&lt;`` for each ``<`` that begins no element, comment or declaration."""
    if len(WHOLE.findall(rich_text)) == rich_text.count("<"):
        return rich_text
    found = list(tokens(rich_text))
    ended = {token.name for token in found if token.written.startswith("</")}
    return "".join(
        f"&lt;{token.written[1:]}" if is_sign(token, ended) else token.written for token in found
    )


def is_sign(token: Token, ended: set[str]) -> bool:
    """Whether a piece begins with ``<``, and is nothing that mark-up has.

    Args:
        token: the piece.
        ended: the elements that have an end somewhere in the text.
    """
    if token.kind == COMMENT:
        return not token.written.endswith("-->" if token.written.startswith("<!--") else ">")
    if not token.is_tag:
        return token.written == "<"
    if token.name in RAW:
        # What follows would be script to the end of the text.
        return token.name not in ended
    return token.name not in ELEMENTS and not OF_A_PROGRAM.fullmatch(token.name)
