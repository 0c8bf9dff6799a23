"""HTML as Python's parser can take it: that of Python 3.13.0 looks again and again for an end that
is not there, and a page of 50 KB would keep it for a minute."""

from __future__ import annotations


def closed(page: str) -> str:
    """HTML without comments, in which a tag that nothing closes is text.

    A marked section that HTML does not know (``<![if …]>``) is a comment that goes by.
    """
    page = without_comments(page.replace("<![", "<! ["))
    end = page.rfind(">") + 1
    return page[:end] + page[end:].replace("<", "&lt;")


def without_comments(page: str) -> str:
    kept: list[str] = []
    at = 0
    while (begins := page.find("<!--", at)) >= 0 and (ends := page.find("-->", begins + 4)) >= 0:
        kept.append(page[at:begins])
        at = ends + 3
    # Of one that is never closed, only the sign is left out.
    return "".join(kept) + page[at:].replace("<!--", "")
