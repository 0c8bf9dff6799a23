"""An article that not everybody may see, with a word in each column that stands nowhere else.

The columns are read from the models, so that a new one is in it by itself.
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from articles.desk.editing import history
from articles.desk.editing.working_copies import open_copy
from articles.desk.translation.memory import remember
from articles.languages import Language
from articles.models import Article, Journalist, Revision
from articles.search.index import update_index
from tests.factories import (
    ArticleFactory,
    AttachmentFactory,
    CorrectionFactory,
    ImageFactory,
    LiveEntryFactory,
    MediaKitFactory,
    NoteFactory,
    QuoteFactory,
    UrgentBannerFactory,
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
    """An article in a state that is not everybody's to see, and its working copy, if it has one."""

    state: str
    article: Article
    copy: Article | None = None

    @property
    def hidden(self):
        """The article of which nobody else may open a page; none where readers have a part of it."""
        return None if self.state == "in another language" else self.copy or self.article


@dataclass
class Secrets:
    """One article in each state, and where each of the words stands."""

    made: list[Secret] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    def new_token(self, where):
        found = word(len(self.words))
        self.words[found] = where
        return found

    def found_in(self, text):
        """Where the words come from that stand in a text."""
        return sorted({self.words.get(one, one) for one in WORD.findall(text.lower())})

    @cached_property
    def rows(self):
        """The articles, and all that hangs on one of them, by model; read once, when all is made."""
        both = ([one.article, *([one.copy] if one.copy else [])] for one in self.made)
        articles = [article for some in both for article in some]
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


def fill(secrets, record, languages, facts=True):
    """Put a new word into each column, of some languages, and into the facts."""
    for column in texts_of(type(record)):
        language = written_in(column)
        if language in languages or (language is None and facts):
            found = secrets.new_token(f"{type(record).__name__}.{column.name}")
            text = f"<p>{found}</p>" if column.name.startswith("body") else found
            setattr(record, column.attname, text)
    record.save()


def make(secrets, state, by):
    """An article in a state, with all that may hang on one."""
    live = {"in another language": ["fr"], "working copy": ["fr", "ar"]}.get(state, [])
    hidden = [one for one in Language.all() if one.code not in live]
    columns = {
        language.field(name): value for language in hidden for name, value in STATES[state].items()
    }
    embargo = NOW + AN_HOUR if state == "embargoed" else None
    article = ArticleFactory(
        live=live,
        embargoed_until=embargo,
        kind=Article.Kind.COVERAGE,
        lead_image=ImageFactory(),
        slug_ar=f"جلسة-{len(secrets.made)}",
        **columns,
    )
    secret = Secret(state, article)
    secrets.made.append(secret)
    before = history.keep_if_changed(article, by=by)
    if state == "working copy":
        secret.copy = article = open_copy(article, by=by)
        hidden = Language.all()
    fill(secrets, article, hidden, facts=not live or state == "working copy")
    if not live:
        fill(secrets, article.lead_image, hidden)
        document = AttachmentFactory(article=article).document
        fill(secrets, document, hidden)
    for factory in (QuoteFactory, CorrectionFactory):
        fill(secrets, factory(article=article), hidden, facts=False)
    article.corrections.update(public=False)
    hang(secrets, secret.article, by)
    keep_versions(secrets, secret, before, by)
    update_index(Article, [secret.article.pk])


def hang(secrets, article, by):
    """What colleagues say of an article, and what it has taught."""
    fill(secrets, NoteFactory(article=article), Language.all())
    for language in Language.all():
        article.transitions.create(
            language=language.code,
            from_status="draft",
            to_status="draft",
            note=secrets.new_token("Transition.note"),
        )
    pictured = ImageFactory()
    fill(secrets, pictured, Language.all())
    entry = LiveEntryFactory(article=article, state_fr="draft", state_ar="draft", image=pictured)
    fill(secrets, entry, Language.all())
    # Readers have the kit, and not what it leads to.
    MediaKitFactory(live=["fr", "ar"]).articles.create(article=article)
    if not article.is_live_somewhere:
        fill(secrets, UrgentBannerFactory(article=article), Language.all())
    article.preview_links.create(language="fr", until=NOW + AN_HOUR, made_by=by)
    person, __ = Journalist.objects.get_or_create(name="Nadia", address="nadia@example.org")
    sending = article.embargoed_sendings.create(language="fr", made_by=by)
    fill(secrets, sending, Language.all())
    sending.copies.create(journalist=person)
    article.presences.create(user=by)
    remember(
        Language("fr"),
        Language("ar"),
        [
            (
                f"{secrets.new_token('Remembered.source')} le Caire et Rabat",
                secrets.new_token("Remembered.target"),
            )
        ],
        by=by,
        article=article,
        origin=secrets.new_token("Remembered.origin"),
    )


def keep_versions(secrets, secret, first, by):
    """What it said before its readers had it, and what it says now."""
    history.keep_if_changed(secret.copy or secret.article, by=by)
    content = dict(first.content)
    said = {name: secrets.new_token("Revision.content") for name in ("body_fr", "standfirst_ar")}
    content["fields"] = content["fields"] | said
    note = secrets.new_token("Revision.note")
    Revision.objects.filter(pk=first.pk).update(content=content, note=note)


def make_all(by):
    """An article in each of the states."""
    secrets = Secrets()
    for state in STATES:
        make(secrets, state, by)
    return secrets


def log(secrets, person):
    """What the admin keeps of what somebody did while they still had the right."""
    for model, rows in secrets.rows.items():
        for row in rows:
            LogEntry.objects.create(
                user=person,
                content_type=ContentType.objects.get_for_model(model),
                object_id=row.pk,
                object_repr=secrets.new_token(f"LogEntry of {model.__name__}"),
                action_flag=CHANGE,
                change_message="",
            )
