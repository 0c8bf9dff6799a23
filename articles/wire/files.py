"""Files that come back from other people's tools: read with a limit, and with no entity in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as SafeTree
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from articles.languages import Language

XML = "{http://www.w3.org/XML/1998/namespace}"


def refuse_large(size: int | None, most: int) -> None:
    """Refuse what is larger than any honest file of its kind.

    Raises:
        ValidationError: it is.
    """
    if size is not None and size > most:
        raise ValidationError(
            _("The file is too large: %(size)d MB, where %(limit)d MB are read."),
            params={"size": -(-size // 1024**2), "limit": most // 1024**2},
        )


def document(data: bytes) -> Element:
    """An XML document.

    Raises:
        ValidationError: it is none, or it would have other files or entities read.
    """
    try:
        return SafeTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise has_entities() from error
    except (ParseError, ValueError, LookupError) as error:
        raise no_xml() from error


def elements(stream: BinaryIO, name: str) -> Iterator[Element]:
    """The elements of this name, one at a time: the whole is never in memory.

    Raises:
        ValidationError: as ``document`` does, but a document type without entities may be named.
    """
    try:
        root: Element | None = None
        for event, element in SafeTree.iterparse(stream, ("start", "end")):
            if root is None:
                root = element
            if event == "start" and element is root:
                yield element
            elif event == "end" and local(element) == name:
                yield element
                element.clear()
                if len(root):
                    root[-1].clear()
    except DefusedXmlException as error:
        raise has_entities() from error
    except (ParseError, ValueError, LookupError) as error:
        raise no_xml() from error


def has_entities() -> ValidationError:
    return ValidationError(
        _("The file defines entities or names other files, and was not read. Export it without.")
    )


def no_xml() -> ValidationError:
    return ValidationError(_("The file is not well-formed XML: it is damaged, or of another kind."))


def local(element: Element) -> str:
    """The name of an element, without its namespace."""
    return str(element.tag).rpartition("}")[2]


def language_of(code: str | None) -> Language | None:
    """The newsroom's language that a tool calls so: ``fr-FR``, ``AR``; none for others."""
    said = (code or "").replace("_", "-").lower()
    known = {one.code.lower(): one for one in Language.all()}
    return known.get(said) or known.get(said.partition("-")[0])
