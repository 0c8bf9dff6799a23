"""One sentence, or a few, read as copy that came in: under a headline, in a language.

Each sentence is the smallest of its kind.
"""

from articles.languages import Language
from articles.wire.fetch import FetchedText
from articles.wire.parse import parse

LANGUAGES = [language.code for language in Language.all()]


def read(text, language=None):
    return parse(FetchedText(text), LANGUAGES, language)


def told(text, language="fr"):
    """A text under a headline: the first line of one without would be its own."""
    title = "عنوان الخبر هنا" if language == "ar" else "Un titre sur la ville"
    return read(f"{title}\n\n{text}", language)


def speakers(text, language="fr"):
    return [quote.speaker for quote in told(text, language).quotes]


def names(text, language="fr"):
    return [person.name for person in told(text, language).speakers]
