"""An article that not everybody may see, with a word in each column that stands nowhere else.

The columns are read from the models, so that a new one is in it by itself.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from articles.desk import history
from articles.desk.memory import remember
from articles.desk.working_copies import open_copy
from articles.languages import Language
from articles.models import Article, Revision
from articles.search.index import write
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    ImageFactory,
    NoteFactory,
    QuoteFactory,
)

NOW = timezone.now()
AN_HOUR = timedelta(hours=1)
BEGINS = "zequret"
"""How each of the words begins. Nothing else in the newsroom does."""
WORD = re.compile(rf"{BEGINS}[a-z]*")

# The states in which readers of no language, or not of all, have an article.
STATES = {
    "draft": {"status": "draft"},
    "in review": {"status": "in_review"},
    "ready": {"status": "ready"},
    "scheduled": {"status": "published", "published_at": NOW + AN_HOUR},
    "embargoed": {"status": "published", "published_at": NOW - AN_HOUR},
    "withdrawn": {"status": "withdrawn", "published_at": NOW - AN_HOUR},
    "expired": {
        "status": "published",
        "published_at": NOW - 2 * AN_HOUR,
        "live_until": NOW - AN_HOUR,
    },
    "in another language": {"status": "draft"},
    "working copy": {"status": "published", "published_at": NOW - AN_HOUR},
}


def word(number):
    """A word of letters, as no two numbers have it."""
    letters = ""
    while number or not letters:
        number, digit = divmod(number, 20)
        letters += "bcdfghjklmnpqrstvwxz"[digit]
    return f"{BEGINS}{letters}"


@dataclass
class Secret:
    """The article, where its words stand, and the rows that hang on it."""

    state: str
    article: Article
    copy: Article | None = None
    words: dict[str, str] = field(default_factory=dict)

    @property
    def is_seen_in_part(self):
        """Whether readers of some language have the article itself."""
        return self.state == "in another language"

    def new_word(self, where):
        found = word(len(self.words))
        self.words[found] = where
        return found

    def found_in(self, text):
        """Where the words come from that stand in a text."""
        return sorted({self.words.get(one, one) for one in WORD.findall(text.lower())})

    @property
    def rows(self):
        """The articles, and all that hangs on one of them, by model."""
        articles = [self.article, *([self.copy] if self.copy else [])]
        found = {Article: articles}
        for relation in Article._meta.related_objects:
            if relation.related_model is not Article:
                rows = relation.related_model._base_manager.filter(
                    **{f"{relation.field.name}__in": articles}
                )
                found[relation.related_model] = list(rows)
        return found


def texts_of(model):
    """The columns of a model in which people write words."""
    return [
        column
        for column in model._meta.concrete_fields
        if isinstance(column, models.CharField | models.TextField)
        and not column.choices
        and not isinstance(column, models.URLField)
        and column.name not in {"key", "source_digest", "digest", "article_key"}
        # modeltranslation's own column: what the first language says, again.
        and not hasattr(model, f"{column.name}_{Language.all()[0].code}")
    ]


def written_in(column):
    """The language of a column's words; of a fact, none."""
    code = getattr(column, "language", None)
    return Language(code) if code else None


def fill(secret, record, languages, facts=True):
    """Put a new word into each column, of some languages, and into the facts."""
    for column in texts_of(type(record)):
        language = written_in(column)
        if language in languages or (language is None and facts):
            found = secret.new_word(f"{type(record).__name__}.{column.name}")
            text = f"<p>{found}</p>" if column.name.startswith("body") else found
            setattr(record, column.attname, text)
    record.save()


def make(state, by=None):
    """An article in a state, with all that may hang on one."""
    live = {"in another language": ["fr"], "working copy": ["fr", "ar"]}.get(state, [])
    hidden = [one for one in Language.all() if one.code not in live]
    columns = {
        language.field(name): value for language in hidden for name, value in STATES[state].items()
    }
    embargo = NOW + AN_HOUR if state == "embargoed" else None
    article = ArticleFactory(
        live=live, embargoed_until=embargo, lead_image=ImageFactory(), slug_ar="جلسة", **columns
    )
    secret = Secret(state, article)
    before = history.record(article, by=by)
    if state == "working copy":
        secret.copy = article = open_copy(article, by=by)
        hidden = Language.all()
    fill(secret, article, hidden, facts=not live or state == "working copy")
    for factory in (QuoteFactory, CorrectionFactory):
        fill(secret, factory(article=article), hidden, facts=False)
    article.corrections.update(public=False)
    of_all = secret.article
    fill(secret, NoteFactory(article=of_all), Language.all())
    for language in Language.all():
        moved = of_all.transitions.model(article=of_all, language=language.code)
        moved.from_status = moved.to_status = "draft"
        moved.note = secret.new_word("Transition.note")
        moved.save()
    of_all.preview_links.create(language="fr", until=NOW + AN_HOUR, made_by=by)
    of_all.presences.create(user=by)
    confirmed = f"{secret.new_word('Remembered.source')} le Caire et Rabat"
    remember(
        Language("fr"),
        Language("ar"),
        [(confirmed, secret.new_word("Remembered.target"))],
        by=by,
        article=of_all,
        origin=secret.new_word("Remembered.origin"),
    )
    keep_versions(secret, before, by)
    write(Article, [secret.article.pk])
    return secret


def keep_versions(secret, first, by):
    """What it said before its readers had it, and what it says now."""
    history.record(secret.copy or secret.article, by=by)
    content = dict(first.content)
    content["fields"] = content["fields"] | {"body_fr": secret.new_word("Revision.content")}
    content["fields"]["standfirst_ar"] = secret.new_word("Revision.content")
    Revision.objects.filter(pk=first.pk).update(
        content=content, note=secret.new_word("Revision.note")
    )


def log(secret, person):
    """What the admin keeps of what somebody did while they still had the right."""
    for model, rows in secret.rows.items():
        for row in rows:
            LogEntry.objects.create(
                user=person,
                content_type=ContentType.objects.get_for_model(model),
                object_id=row.pk,
                object_repr=secret.new_word(f"LogEntry of {model.__name__}"),
                action_flag=CHANGE,
                change_message="",
            )
