"""One article of the demo, done as people do it: written, translated, published, changed.

All goes by the desk's own verbs, so that revisions, moves, addresses and search entries are
as after real work; only the moments are said, for nobody waits ten days for a demo.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils import translation

from articles.desk.editing.history import keep_if_changed
from articles.desk.notes import leave_note
from articles.desk.translation import assignments, paragraphs
from articles.languages import Language
from articles.models import (
    Article,
    Event,
    Image,
    Organization,
    Place,
    Quote,
    Source,
    Speaker,
    Status,
    Topic,
    TopicOfArticle,
    Transition,
    Translation,
    User,
)

from .accounts import TRANSLATOR
from .changes import as_it_was, change
from .live import follow
from .manuscripts import Manuscript, Words, read
from .moments import Calendar

WRITING = timedelta(hours=2)
"""How long before its next step a text was written."""
REFERENCES: dict[str, type[Any]] = {
    "dateline": Place,
    "event": Event,
    "source": Source,
    "picture": Image,
}
COLUMNS = {"picture": "lead_image"}


@dataclass
class Copydesk:
    """An article, its files, and the people who work on it."""

    key: str
    facts: dict[str, Any]
    texts: dict[Language, str]
    calendar: Calendar
    people: dict[str, User]
    article: Article = field(default_factory=Article)

    def __post_init__(self) -> None:
        languages = list(self.texts)
        wished = self.facts.get("original", languages[0].code)
        self.languages = sorted(languages, key=lambda one: one.code != wished)

    def work(self) -> None:
        """Do all that the files say has been done."""
        for language in self.languages:
            with translation.override(language.code):
                self.write(language)
                self.move(language)
        for one in self.facts.get("changes", []):
            change(self, one)
        for note in self.facts.get("notes", []):
            self.leave(note)
        follow(self.article, self.facts, self.calendar, self.people)
        self.give_tasks()
        self.keep_dates()

    # Writing.

    def of(self, language: Language) -> dict[str, Any]:
        """What the facts say of one language."""
        return self.facts.get(language.code, {})

    def text(self, language: Language, *, is_first: bool = True) -> Manuscript:
        """A text as it is, or as it first was."""
        text = self.texts[language]
        if is_first:
            text = as_it_was(text, language, self.facts.get("changes", []))
        return read(self.calendar.written(text, language))

    def writer(self, language: Language) -> User:
        if language == self.languages[0]:
            return self.people[self.facts.get("author", "reporter")]
        translator = self.people[TRANSLATOR]
        return translator if translator.may_write(language) else self.people["editor"]

    def begun(self, language: Language) -> datetime:
        said = self.of(language).get("written") or self.of(language)["at"]
        moment = self.calendar.moment(said) - WRITING
        return min(moment, self.calendar.latest - WRITING)

    def write(self, language: Language) -> None:
        """Save the text of a language, with its quotations; a translation is confirmed."""
        by, text, is_new = self.writer(language), self.text(language), not self.article.pk
        if is_new:
            self.article = self.new_article(by)
        self.put(self.article, language, text)
        self.article.save()
        if is_new:
            self.tie()
        self.write_quotes(language, text)
        keep_if_changed(self.article, by=by)
        if self.of(language).get("unconfirmed"):
            self.article.refresh_translations()
        elif not is_new:
            paragraphs.confirm(self.article, language, by=by)
        self.date_revisions(self.begun(language))

    def new_article(self, by: User) -> Article:
        facts = self.facts
        article = Article(
            key=self.key,
            kind=facts.get("kind", Article.Kind.NEWS),
            original_language=self.languages[0].code,
            byline=facts.get("byline", ""),
            own_reporting="source" not in facts,
            created_by=by,
        )
        # Who translates it later finds the name written.
        for language in Language.all():
            signed = self.of(language).get("byline", "")
            setattr(article, language.field("local_byline"), signed)
        for name, model in REFERENCES.items():
            if key := facts.get(name):
                setattr(article, COLUMNS.get(name, name), model._base_manager.get(key=key))
        if until := facts.get("embargo"):
            article.embargoed_until = self.calendar.moment(until)
        return article

    def put(self, article: Article, language: Language, text: Manuscript) -> None:
        for name in ("headline", "standfirst", "body"):
            setattr(article, language.field(name), getattr(text, name))

    def tie(self) -> None:
        """Say what the article is about, and whom it names."""
        for key in self.facts.get("topics", []):
            topic = Topic._base_manager.get(key=key)
            TopicOfArticle.objects.create(
                key=f"{self.key}-{key}", content_object=self.article, tag=topic
            )
        for key in self.facts.get("mentions", []):
            body = Organization._base_manager.filter(key=key).first()
            self.article.mention(body or Speaker._base_manager.get(key=key))

    def write_quotes(self, language: Language, text: Manuscript) -> None:
        """Keep whose words stand in the text: the nth of each language says the same."""
        quotes = [self.quote(order, words) for order, words in enumerate(text.words)]
        for quote, words in zip(quotes, text.words, strict=True):
            setattr(quote, language.field("text"), words.text)
            held = quote.speaker.affiliations.first() if quote.speaker else None
            setattr(
                quote, language.field("position"), held.said("position", language) if held else ""
            )
            quote.clean()
        known = [one for one in quotes if one.pk]
        columns = [language.field("text"), language.field("position")]
        Quote.objects.bulk_create([one for one in quotes if not one.pk])
        Quote.objects.bulk_update(known, columns)

    def quote(self, order: int, words: Words) -> Quote:
        """The nth quotation of the article: the one there is, or a new one."""
        key = f"{self.key}-quote-{order}"
        found = self.article.quotes.filter(key=key).select_related("speaker").first() or Quote(
            key=key,
            speaker=Speaker._base_manager.get(key=words.speaker),
            kind=Quote.Kind.REPORTED if words.is_reported else Quote.Kind.DIRECT,
            order=order,
        )
        found.article = self.article
        return found

    # Moving.

    def move(self, language: Language) -> None:
        """Bring a language to the state that the facts name."""
        facts, by = self.of(language), self.writer(language)
        state = facts.get("state", Status.PUBLISHED)
        at = self.calendar.moment(facts["at"]) if "at" in facts else self.calendar.latest
        editor = self.people[facts.get("editor", "editor")]
        written = self.begun(language)
        if self.is_reviewed(language):
            self.article.move(language, Status.IN_REVIEW, by=by, made_at=written)
        if why := facts.get("returned"):
            self.article.move(language, Status.DRAFT, by=editor, note=why, made_at=at)
        elif state == Status.READY:
            self.article.move(language, Status.READY, by=editor, made_at=at)
        elif state == Status.PUBLISHED:
            published = min(at, self.calendar.latest)
            self.article.publish(language, by=editor, at=at, made_at=published)
        keep_if_changed(self.article, by=editor, note=self.note_of_move())
        self.date_revisions(min(at, self.calendar.latest))

    def is_reviewed(self, language: Language) -> bool:
        """Whether its writer submits it: originals, and what waits; editors publish the others."""
        facts, is_original = self.of(language), language == self.languages[0]
        state = facts.get("state", Status.PUBLISHED)
        if state == Status.DRAFT:
            return "returned" in facts
        return is_original or state != Status.PUBLISHED

    def note_of_move(self) -> str:
        last = Transition.objects.filter(article=self.article).order_by("-pk").first()
        return str(last or "")

    # What the desk has to do.

    def leave(self, note: dict[str, Any]) -> None:
        left = leave_note(self.article, note["text"], by=self.people[note["by"]])
        type(left).objects.filter(pk=left.pk).update(created_at=self.calendar.moment(note["at"]))

    def give_tasks(self) -> None:
        for language in Language.all():
            if task := self.of(language).get("task"):
                due = self.calendar.moment(task["due"]) if "due" in task else None
                assignments.assign(
                    [(self.article, language)],
                    by=self.people["editor"],
                    to=self.people[task["to"]],
                    due_at=due,
                )

    # Dates.

    def date_revisions(self, moment: datetime) -> None:
        """Let what was kept just now have been kept at its moment."""
        self.article.revisions.filter(made_at__gte=self.calendar.now).update(made_at=moment)

    def keep_dates(self) -> None:
        """Let the article be as old as it says."""
        first = self.begun(self.languages[0])
        last = self.article.revisions.order_by("-made_at").values_list("made_at", flat=True)[:1]
        Article.objects.filter(pk=self.article.pk).update(created_at=first, updated_at=last[0])
        confirmed = Translation.objects.filter(article=self.article, confirmed_at__isnull=False)
        for one in confirmed:
            moment = self.begun(one.into) if one.into in self.texts else first
            done = moment if one.completed_at else None
            confirmed.filter(pk=one.pk).update(confirmed_at=moment, completed_at=done)
