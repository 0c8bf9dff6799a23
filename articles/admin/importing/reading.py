"""One text that is reviewed: what it was found to say, what was typed about it, what is asked."""

from __future__ import annotations

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import ReceivedText, SenderNotice, User
from articles.text.gazetteer import Gazetteer
from articles.wire.copy import WireCopy
from articles.wire.fetch import FetchedText, WireError
from articles.wire.gazetteer import newsroom_gazetteer
from articles.wire.incoming.facts import with_facts
from articles.wire.items import items_of
from articles.wire.parse import parse
from articles.wire.remarks import translate_remark
from articles.wire.versions import EarlierVersion

from .choices import RecordChoices
from .first_form import FormValues, first_form
from .forms import ReviewForms
from .known_articles import known_article, waiting_alike
from .merging import TypedConflict
from .other_language import OtherLanguage, article_in_another_language
from .questions import OpenQuestion, answered_questions, questions
from .sender_notices import waiting_of

LONGEST_TYPED = 500_000


class ReviewedText:
    """A received text, as one person reviews it."""

    def __init__(self, received: ReceivedText, user: User) -> None:
        self.received = received
        self.user = user

    @cached_property
    def choices(self) -> RecordChoices:
        return RecordChoices(self.user)

    @cached_property
    def names(self) -> Gazetteer:
        return newsroom_gazetteer()

    @cached_property
    def wire_copy(self) -> WireCopy | None:
        """What the text was found to say; nothing, where it is in no language of ours."""
        codes = [one.code for one in Language.all()]
        remarks = tuple(translate_remark(one) for one in self.received.file.warnings)
        text = FetchedText(self.received.text, remarks, self.received.sender)
        try:
            copy = parse(text, codes, self.received.language or None, names=self.names)
        except WireError:
            return None
        return with_facts(copy, self.received)

    @property
    def typed(self) -> FormValues:
        kept: FormValues = self.received.typed
        return kept or self.understood

    @cached_property
    def understood(self) -> FormValues:
        """What the form says before anybody has typed in it."""
        copy = self.wire_copy
        return first_form(copy, self.received, self.choices) if copy else {}

    @property
    def corrections(self) -> list[tuple[str, str]]:
        """What somebody typed that the text was not found to say, by the labels of its fields."""
        typed, understood = self.typed, self.understood
        return [
            (self.label_of(name), said)
            for name, said in typed.items()
            if said.strip() and said.strip() != understood.get(name, "").strip()
        ]

    @cached_property
    def items(self) -> list[str]:
        return items_of(self.received.text)

    @cached_property
    def before(self) -> EarlierVersion | None:
        """The article that it is again, or a version of."""
        return known_article(self.wire_copy) if self.wire_copy else None

    @cached_property
    def other(self) -> OtherLanguage | None:
        """The article that says the same in another language, as it seems."""
        copy = self.wire_copy
        if copy is None:
            return None
        return article_in_another_language(copy, self.typed, self.choices, self.user)

    @cached_property
    def waiting_too(self) -> ReceivedText | None:
        return waiting_alike(self.received, self.user)

    def asked(self) -> list[OpenQuestion]:
        copy = self.wire_copy
        if copy is None:
            return []
        elsewhere = self.choices.known_elsewhere(self.typed)
        found = questions(
            copy,
            self.before,
            self.items,
            self.user,
            self.received,
            notices=self.notices,
            known_elsewhere=elsewhere,
            other=None if self.before or len(self.items) > 1 else self.other,
        )
        return answered_questions(list(found), self.typed)

    @cached_property
    def notices(self) -> list[SenderNotice]:
        """What its sender has said of it since it came, and nobody has dealt with."""
        return list(waiting_of(self.received))

    def forms(self, typed: FormValues | None = None) -> ReviewForms:
        return ReviewForms(typed or self.typed, self.choices)

    def keep(self, typed: FormValues) -> bool:
        """Keep what was typed; whether there is room for it."""
        if sum(map(len, typed.values())) > LONGEST_TYPED:
            return False
        if typed == self.typed:
            return True
        self.received.typed_by, self.received.typed_at = self.user, timezone.now()
        self.received.typed = typed
        self.received.save(update_fields={"typed", "typed_by", "typed_at"})
        return True

    def label_of(self, name: str) -> str:
        """What a field is called on the page: « Titre », « Personne 2 : nom »."""
        forms = self.forms()
        if name.endswith("find"):
            return _("Look for another by its name")
        if name in forms.facts.fields:
            return str(capfirst(forms.facts.fields[name].label))
        for rows, label in (
            (forms.speakers, _("person")),
            (forms.quotes, _("Quotation")),
            (forms.organizations, _("Organization")),
        ):
            prefix, __, rest = name.partition("-")
            number, __, field = rest.partition("-")
            if prefix == rows.prefix and field in rows.form.base_fields and number.isdecimal():
                row = f"{capfirst(label)} {int(number) + 1}"
                said = rows.form.base_fields[field].label
                return _("%(row)s: %(field)s") % {"row": row, "field": said}
        return next((one.words for one in self.asked() if one.name == name), name)

    def shown(self, name: str, said: str) -> str:
        """What a field holds, as a person reads it: a choice by its words."""
        forms = self.forms(self.typed | {name: said})
        for form in (forms.facts, *forms.speakers, *forms.quotes, *forms.organizations):
            for field in form:
                if field.html_name == name and hasattr(field.field, "choices"):
                    return str(dict(field.field.choices).get(said, said))
        for one in self.asked():
            if one.name == name:
                return str(dict(one.answers).get(said, said))
        return said

    def labelled(self, conflicts: list[TypedConflict]) -> list[TypedConflict]:
        return [
            TypedConflict(
                one.name,
                one.theirs,
                one.mine,
                self.label_of(one.name),
                self.shown(one.name, one.theirs),
                self.shown(one.name, one.mine),
            )
            for one in conflicts
        ]
