"""What was said of a file when it was read: kept as a sentence and its values, told to each reader.

A file is read in the language of whoever sent it, and by programs in none: its remarks are known
again by their words, and said anew in the language of who opens them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from django.utils.translation import gettext, gettext_noop, override

from articles.languages import Language

PASTED = gettext_noop("Pasted text")
"""The name of a text that came in no file."""
LABELS = (
    gettext_noop("text"),
    gettext_noop("web page"),
    gettext_noop("mail"),
    gettext_noop("rich text"),
    gettext_noop("Word document"),
    gettext_noop("OpenDocument text"),
    gettext_noop("PDF"),
)
"""What may stand within a remark, and is said in a language too."""
REMARKS = (
    gettext_noop("The file is a web page: only its text was kept."),
    gettext_noop("Characters that turn the direction of a text around were taken out."),
    gettext_noop("Letters in the shapes that a PDF has were written as letters."),
    gettext_noop("The file is empty."),
    gettext_noop("The file is not a text."),
    gettext_noop("The file cannot be read."),
    gettext_noop("The file is not in UTF-8; it was read as %s."),
    gettext_noop("The file is too large: %(size)d MB, where %(limit)d MB are read."),
    gettext_noop("The document is far longer than an article: it was not read."),
    gettext_noop("The file is protected by a password: send it without one."),
    gettext_noop(
        "The document has macros, which are programs: save it without them, and send that."
    ),
    gettext_noop("The file grows far beyond any document when it is unpacked: it was not read."),
    gettext_noop("The file is damaged: it could not be opened."),
    gettext_noop("The file defines entities or names other files, and was not read."),
    gettext_noop("It is an archive, or a document without running text: unpack it first."),
    gettext_noop("It is a document of an old Word: save it as .docx, and send that."),
    gettext_noop("It is a picture: pictures go into the library."),
    gettext_noop("There is not one word in it."),
    gettext_noop("By its name the file is of another kind; it was read as: %(kind)s."),
    gettext_noop("The mail has far more parts than any: it was not read."),
    gettext_noop("The mail cannot be taken apart: it was not read."),
    gettext_noop("The mail is encrypted: forward it in clear."),
    gettext_noop(
        "The mail has many files (%(count)d): only the first ones were taken in (%(most)d)."
    ),
    gettext_noop(
        "The mail has %(count)d files: only the first ones were taken in (%(most)d), and not: "
        "%(names)s."
    ),
    gettext_noop("On the mail, and not taken in: %(name)s – %(why)s"),
    gettext_noop("What was written above the forwarded mail was left out: “%s”"),
    gettext_noop("The pictures on the mail were not taken in: %(names)s."),
    gettext_noop("The pictures in the document were not taken in."),
    gettext_noop("The text is from a PDF: look at where its paragraphs begin and end."),
    gettext_noop(
        "The PDF has pictures of pages, and no text: have it read by a program for scans."
    ),
    gettext_noop("Numbers and marks of an Arabic PDF may stand at the wrong place: compare them."),
    gettext_noop("It has many pages (%(pages)d): only the first ones were read (%(read)d)."),
    gettext_noop("Copied out of a chat, where it is from: %(names)s."),
    gettext_noop("What others only answered in the chat was left out: “%s”"),
    gettext_noop("What stands around the article of the page was left out."),
    gettext_noop(
        "The document has a file of another program in it: save it without, and send that."
    ),
    gettext_noop("It has tables or objects of another program in it: not read."),
)
"""All that reading a file may say: ``tests/wire/test_remarks.py`` looks for what is missing."""
NO_REASON = gettext_noop("It could not be read: the server’s log says why.")
FAILURES = (
    NO_REASON,
    gettext_noop("An address with a name and a password is not read."),
    gettext_noop("The address names a port that is not one of the web."),
    gettext_noop("It must be the address of a page, which begins with http:// or https://."),
    gettext_noop("Nobody knows the site %(host)s."),
    gettext_noop("The address leads into a network that is not public: it is not read."),
    gettext_noop("The address leads from one to the next without an end."),
    gettext_noop("The site %(host)s cannot be reached, or says what cannot be read."),
    gettext_noop("The site took longer than %(seconds)d seconds."),
    gettext_noop("The site answers with an error (%(status)d)."),
    gettext_noop("The site says what cannot be read."),
    gettext_noop("What stands there is larger than %(limit)d MB: it was not read."),
    gettext_noop("The site broke off in the middle."),
    gettext_noop("It is no feed that is known here."),
    gettext_noop("It is no text."),
)
"""Why an address, a feed or one of its items was not read."""
WHY = "why"
"""The value of a remark that is one itself."""
PLACE = re.compile(r"%(?:\\\((?P<name>\w+)\\\))?[sd]")

type Remark = str | dict[str, Any]


@cache
def patterns(code: str) -> list[tuple[str, re.Pattern[str]]]:
    """The remarks as one language has them, or as they are written, to be found again."""
    with override(code):
        said = [
            (one, gettext(one) if code else one) for one in (*REMARKS, *FAILURES, *LABELS, PASTED)
        ]
    return [(one, re.compile(pattern_of(words), re.DOTALL)) for one, words in said]


def pattern_of(words: str) -> str:
    return PLACE.sub(lambda found: f"(?P<{found['name'] or 'said'}>.*)", re.escape(words))


def parse_remark(said: str) -> Remark:
    """A remark as it is kept: its sentence and its values; one that is none of ours, as it is."""
    # As it is written in the program: under no language at all.
    for code in ["en", *(one.code for one in Language.all())]:
        for sentence, pattern in patterns(code):
            if found := pattern.fullmatch(said):
                return {"said": sentence, "values": found.groupdict()}
    return said


def translate_remark(remark: Remark) -> str:
    """A remark in the language of who reads it."""
    found = parse_remark(remark) if isinstance(remark, str) else remark
    if isinstance(found, str):
        return found
    values = {
        name: translate_remark(value) if name == WHY else label(value)
        for name, value in found["values"].items()
    }
    words = gettext(found["said"]).replace(")d", ")s")
    if set(values) == {"said"}:
        return words % values["said"]
    return words % values


def label(value: str) -> str:
    """A value of a remark that is said in a language itself: the kind of a file."""
    for code in ["en", *(one.code for one in Language.all())]:
        for sentence, pattern in patterns(code):
            if sentence in LABELS and pattern.fullmatch(value):
                return gettext(sentence)
    return value


def shown_name(name: str) -> str:
    """What a file is called on a page: its name, or that it was pasted."""
    for code in ["en", *(one.code for one in Language.all())]:
        if any(one == PASTED and found.fullmatch(name) for one, found in patterns(code)):
            return gettext(PASTED)
    return name
