"""The form of an article as a desk for writing: the texts, and the rest in groups beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin.helpers import Fieldset
from django.contrib.admin.widgets import AdminTextareaWidget
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from articles.languages import Language
from articles.models import Article, Status, Translation
from articles.models.dates import EMBARGO
from articles.models.declarations import ARTICLE, BYLINE, TITLE
from articles.models.phases import LanguageState
from articles.text.richtext.outline import minutes, words_a_minute
from articles.text.richtext.segments import words_of

from .publication.moves import MoveButton
from .publication.read_only_body import as_read

TEXT, OPEN, DATES = "writing-text", "stays-open", "of-dates"
HEADLINES = frozenset(language.field(TITLE) for language in Language.all())

FIELDSETS: list[Any] = [
    (_("Text"), {"fields": [*ARTICLE.having("translated").names], "classes": [TEXT]}),
    (_("Picture"), {"fields": ["lead_image"], "classes": ["of-picture", OPEN]}),
    (_("Event"), {"fields": ["event"], "classes": ["of-event", OPEN]}),
    (
        _("Dates of publication"),
        {"fields": ["published_at", EMBARGO, "live_until"], "classes": [DATES]},
    ),
    (
        _("Byline, place and kind"),
        {"fields": ["byline", BYLINE, "dateline", "kind"], "classes": ["of-byline"]},
    ),
    (
        _("Source"),
        {
            "fields": [
                ("source", "own_reporting"),
                ("source_url", "source_published_on"),
                ("original_language",),
                *(name for name in ARTICLE.lacking("translated").names if name != BYLINE),
            ],
            "classes": ["of-source"],
        },
    ),
    (_("Addresses of the pages"), {"fields": ["slug"], "classes": ["of-address"]}),
]
"""The texts, then the groups beside them, in their order; what is rarely used is folded.

The dates stand in the bar, beside the buttons that publish or schedule by them.
"""


class HeadlineInput(AdminTextareaWidget):
    """A line that is read whole: it takes as many lines of the page as it needs."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 2, "class": "vTextField headline-input", **(attrs or {})})


def language_by_language(fieldsets: Any) -> list[Any]:
    """The fieldsets, where the texts of each language stand together, language after language."""
    laid_out: list[Any] = []
    for title, options in fieldsets:
        if TEXT not in options.get("classes", ()):
            laid_out.append((title, options))
            continue
        rows = [one if isinstance(one, tuple) else (one,) for one in options["fields"]]
        columns = zip(*rows, strict=True)
        laid_out += [(None, {**options, "fields": [*column]}) for column in columns]
    return laid_out


@dataclass(frozen=True)
class TextColumn:
    """The text of one language: its fields, or where readers have it, its words."""

    language: Language
    article: Article
    state: LanguageState
    translation: Translation | None
    fieldset: Any = None

    @property
    def is_missing(self) -> bool:
        return self.translation is not None and self.translation.state == Translation.State.MISSING

    @property
    def is_wrong(self) -> bool:
        """Whether something that was sent of this text is refused."""
        return bool(self.fieldset) and has_errors(self.fieldset)

    @property
    def headline(self) -> str:
        return self.article.said(TITLE, self.language)

    @property
    def standfirst(self) -> str:
        return self.article.said("standfirst", self.language)

    @property
    def body(self) -> SafeString:
        body = self.article.said("body", self.language)
        return mark_safe(body)  # noqa: S308 - sanitised when it was saved

    @property
    def as_read(self) -> SafeString:
        return as_read(self.article, self.language)

    @property
    def number_of_words(self) -> int:
        return len(words_of(self.body).split())

    @property
    def minutes(self) -> int:
        """As readers are told; of no words, none."""
        return minutes(self.body, self.language.script) if self.number_of_words else 0

    @property
    def words_a_minute(self) -> int:
        return words_a_minute(self.language.script)

    @property
    def length_of_headline(self) -> int:
        return len(self.headline)

    @property
    def is_written(self) -> bool:
        return bool(self.headline or self.standfirst or self.body)


@dataclass(frozen=True)
class FieldGroup:
    """Fields beside the text, that fold."""

    title: str
    fieldset: Fieldset
    says: str
    is_open: bool
    is_wrong: bool = False


@dataclass(frozen=True)
class NextSteps:
    """What may be done with one language: the way forward as a button, the rest in a menu."""

    language: Language
    main: MoveButton | None
    others: list[MoveButton]


FORWARD = ("publish", "approve", "submit")
"""The moves that lead to readers, the one that leads furthest first."""

SAYS: dict[str, Callable[[Article], Any]] = {
    "of-byline": lambda article: article.dateline or article.get_kind_display(),
    "of-source": lambda article: article.source or "",
}
"""What a folded group says of its fields."""


def next_steps(moves: Sequence[MoveButton]) -> list[NextSteps]:
    """The moves language by language, that of who reads first."""
    steps = []
    for language in Language.active().then_others:
        own = [one for one in moves if one.language == language]
        ahead = sorted(
            (one for one in own if one.move.verb in FORWARD),
            key=lambda one: FORWARD.index(one.move.verb),
        )
        main = next(iter(ahead), None)
        if own:
            steps.append(NextSteps(language, main, [one for one in own if one is not main]))
    return steps


def writing_desk(_submission: Any, page: dict[str, Any]) -> dict[str, Any]:
    """What the page of an article shows, and where."""
    article: Article = page["original"] or Article()
    fieldsets = list(page["adminform"])
    texts = [one for one in fieldsets if TEXT in one.classes]
    rows = page["inline_admin_formsets"]
    groups = [group_of(article, one) for one in fieldsets if one not in texts]
    return {
        "columns": columns_of(article, texts, page.get("translations", ())),
        "groups": [one for one in groups if DATES not in one.fieldset.classes],
        "dates": next((one for one in groups if DATES in one.fieldset.classes), None),
        "may_publish": any(one.to == Status.PUBLISHED for one in page["moves"]),
        "rows_beside": [one for one in rows if getattr(one.opts, "is_beside", False)],
        "rows_below": [one for one in rows if not getattr(one.opts, "is_beside", False)],
        "next_steps": next_steps(page["moves"]),
        "is_form": bool(texts),
    }


def columns_of(
    article: Article, fieldsets: Sequence[Any], translations: Iterable[Translation]
) -> list[TextColumn]:
    known = {one.language: one for one in translations}
    readers = article.working_copy_of or article
    languages = Language.active().then_others
    return [
        TextColumn(
            language,
            article,
            readers.state_in(language),
            known.get(language.code),
            fieldsets[place] if fieldsets else None,
        )
        for place, language in enumerate(languages)
    ]


def has_errors(fieldset: Any) -> bool:
    return any(name in fieldset.form.errors for line in fieldset for name in line.fields)


def group_of(article: Article, fieldset: Any) -> FieldGroup:
    """A fieldset as a group: its title stands in what folds it."""
    title, fieldset.name = fieldset.name, None
    names = [name for name, says in SAYS.items() if name in fieldset.classes]
    is_wrong = has_errors(fieldset)
    return FieldGroup(
        title,
        fieldset,
        str(SAYS[names[0]](article)) if names else "",
        # The sheet of dates lies over the page: what is wrong in it is told, and leads there.
        is_open=(is_wrong and DATES not in fieldset.classes) or OPEN in fieldset.classes,
        is_wrong=is_wrong,
    )
