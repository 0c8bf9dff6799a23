"""What may stand in a body beside paragraphs: the script that writes it, and what it may write.

A rule adds to what the sanitiser lets through, as the rules of the editor's library do.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

type Rule = Callable[[Any, dict[str, Any]], None]


def element(name: str, css_class: str, *attributes: str) -> Rule:
    """The rule of an element that is known by its class."""

    def add(_config: Any, allowed: dict[str, Any]) -> None:
        allowed["tags"].add(name)
        classes = allowed.setdefault("allowed_classes", {})
        classes.setdefault(name, set()).add(css_class)
        allowed["attributes"].setdefault(name, set()).update(attributes)

    return add


def picture(config: Any, allowed: dict[str, Any]) -> None:
    """The rule of a picture of the library, with what is written below it."""
    element("figure", "image", "data-image")(config, allowed)
    allowed["tags"].add("figcaption")


def nothing(_config: Any, _allowed: dict[str, Any]) -> None:
    """The rule of what writes nothing of its own."""


IN_A_BODY: dict[str, tuple[str, Rule]] = {
    "Embed": ("editor-embeds", element("figure", "embed")),
    "Picture": ("editor-pictures", picture),
    "OwnPages": ("editor-own-pages", nothing),
    "Box": ("editor-boxes", element("div", "box")),
    "ChosenQuote": ("editor-quotes", element("figure", "chosen-quote", "data-quote")),
    "Room": ("editor-room", nothing),
    "Holes": ("editor-holes", nothing),
}
"""By the name of the editor's extension."""
