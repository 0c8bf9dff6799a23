"""A newsroom with a report in each state that readers do not see, and one that they do.

Every text column of every row has a word of its own, which stands nowhere else. The columns are
read from the models, so that a new one is in it by itself; a new model has to be added to
``Report.write``, and a test says so.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.apps import apps
from django.db import models
from django.utils import timezone

from articles.desk.editing import history
from articles.desk.editing.working_copies import open_copy
from articles.desk.translation.memory import remember
from articles.languages import Language
from articles.models import (
    Affiliation,
    Appearance,
    Article,
    EmbargoedCopy,
    EmbargoedSending,
    FormerAddress,
    FormerSlug,
    FrontPage,
    IncomingItem,
    Journalist,
    LiveCoverage,
    Mention,
    Merge,
    NamedRecord,
    Participation,
    Placement,
    PressList,
    PreviewLink,
    Proposal,
    ReceivedFile,
    ReceivedText,
    RecordRevision,
    Remembered,
    Reviewer,
    Revision,
    SavedList,
    Section,
    SenderNotice,
    Speaker,
    Subscriber,
    Subscription,
    TopicOfArticle,
    Transition,
)
from articles.models import Newsroom as Newsroom_
from articles.models.fields import RichTextField
from articles.search.index import all_models, update_index
from tests.factories import (
    ArticleFactory,
    ArticleTemplateFactory,
    AttachmentFactory,
    CorrectionFactory,
    DocumentFactory,
    EventFactory,
    GazetteerEntryFactory,
    ImageFactory,
    IncomingFeedFactory,
    LiveEntryFactory,
    MediaKitFactory,
    NoteFactory,
    OrganizationFactory,
    PlaceFactory,
    PressContactFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TermFactory,
    TopicFactory,
    UrgentBannerFactory,
    UserFactory,
)

from .words import Words

NOW = timezone.now()
AN_HOUR = timedelta(hours=1)
PAST, FUTURE = NOW - AN_HOUR, NOW + AN_HOUR
DRAFT = {"status": "draft"}
LIVE = {"status": "published", "published_at": PAST}

# The columns of each language, and the embargo, in each state.
STATES = {
    "draft": DRAFT,
    "in review": {"status": "in_review"},
    "ready": {"status": "ready", "published_at": PAST},
    "scheduled": {"status": "published", "published_at": FUTURE},
    "embargoed": LIVE | {"embargoed_until": FUTURE},
    "withdrawn": {"status": "withdrawn", "published_at": PAST},
    "expired": {"status": "published", "published_at": PAST - AN_HOUR, "live_until": PAST},
    "working copy": LIVE,
    "other language": LIVE,
    "event hidden": LIVE,
    "event embargoed": LIVE,
    "live": LIVE,
}
HELD_BACK = {
    "event hidden": {"visibility_fr": "hidden", "visibility_ar": "hidden"},
    "event embargoed": {"embargoed_until": FUTURE},
}
"""Live reports on an event of which nobody may hear."""
SPOKEN = Language("ar")
"""In the state “other language”, readers of this one have the report."""

NO_WORDS = {
    "key", "password", "time_zone", "country", "checksum", "made", "digest", "source_digest",
    "article_key", "record_key", "gone_key", "kind", "page", "language", "file",
}  # fmt: skip
"""Columns of letters that nobody writes as words."""
EXEMPT = {
    # The rows of NewsroomLink, by what they are for.
    "AccountRow",
    "MenuRow",
    "BodyPicture",
    "ContentChange",
    "Delivery",
    "DeskHabits",
    "HubNotice",
    "MailDelivery",
    "MailRun",
    "Mailing",
    "MemoryMark",
    "SearchEntry",
    "SearchName",
    "SearchWord",
    "SeenNotice",
    "SentForm",
}
"""What the program writes itself of the others."""


def text_columns(model):
    """The columns of a model in which people write."""
    plain = {column.name for column in model._meta.concrete_fields}
    return [
        column
        for column in model._meta.concrete_fields
        if isinstance(column, models.CharField | models.TextField)
        and not isinstance(column, models.FileField)
        and not column.choices
        and column.name not in NO_WORDS
        # modeltranslation's own column says again what the first language's does.
        and Language.all()[0].field(column.name) not in plain
    ]


@dataclass(frozen=True)
class Word:
    """A word, and where it was written."""

    text: str
    state: str
    where: str
    """The model and the field, as in ``Article.headline``."""
    language: str
    is_secret: bool

    def __str__(self):
        return f"{self.state}: {self.where} {self.language}".strip()


@dataclass
class Report:
    """An article with all that may hang on it, and the records that nothing else names."""

    newsroom: "Newsroom"
    state: str
    rows: list = field(default_factory=list)
    held_back: list = field(default_factory=list)
    """Rows of which readers may not hear, though they have the article."""

    @property
    def languages(self):
        """Those in which it is in its state; in the others it is a draft."""
        return [SPOKEN] if self.state == "other language" else Language.all()

    def is_secret(self, row, where, language):
        if self.state not in {"live", "other language", *HELD_BACK}:
            return True
        if any(row is one for one in self.held_back) or where not in self.newsroom.public:
            return True
        return bool(language) and Language(language) not in self.languages

    def add(self, row, *, held_back=False):
        self.rows.append(row)
        if held_back:
            self.held_back.append(row)
        return row

    def columns(self):
        """The columns of the article's state."""
        columns = dict(STATES[self.state])
        embargo = columns.pop("embargoed_until", None)
        found = {"embargoed_until": embargo, "kind": Article.Kind.COVERAGE}
        for language in Language.all():
            mine = columns if language in self.languages else DRAFT
            found |= {language.field(name): value for name, value in mine.items()}
        return found

    def write(self):
        """Make the article, with its rows and records, then write a word into each column."""
        by = self.newsroom.author
        n = len(self.newsroom.reports)
        self.article = ArticleFactory(
            created_by=by, slug_ar=f"جلسة-{n}", headline_fr=f"Séance {n}", **self.columns()
        )
        history.keep_if_changed(self.article, by=by)
        self.subject = self.article
        if self.state == "working copy":
            self.article = open_copy(self.article, by=by)
        self.add(self.article)
        self.tie_records()
        self.hang_rows()
        self.give_the_press()
        for row in self.rows:
            self.fill(row)
        self.keep_history()

    def event(self, **more):
        automatic = {language.field("visibility"): "automatic" for language in Language.all()}
        return EventFactory(**(automatic | more))

    def tie_records(self):
        """Everybody and everything that it is about."""
        article, is_held = self.article, self.state in HELD_BACK
        unlisted = {"is_listed": False}
        where = self.add(PlaceFactory(), held_back=is_held)
        series = self.add(self.event(kind="process", starts_on=date(2024, 1, 1), ends_on=None))
        event = self.event(place=where, parent=series, **HELD_BACK.get(self.state, {}))
        self.covered = article.event = self.add(event, held_back=is_held)
        article.dateline = self.add(PlaceFactory())
        article.source = self.add(SourceFactory(**unlisted))
        article.lead_image = self.add(picture())
        # Named by nothing but by what is part of it.
        ministry = self.add(OrganizationFactory(**unlisted), held_back=True)
        speaker = self.add(SpeakerFactory(**unlisted, portrait=self.add(picture())))
        body = self.add(OrganizationFactory(**unlisted, parent=ministry, logo=self.add(picture())))
        host = self.add(OrganizationFactory(**unlisted), held_back=is_held)
        chair = self.add(SpeakerFactory(**unlisted), held_back=is_held)
        employer = self.add(OrganizationFactory(**unlisted))
        self.add(Affiliation.objects.create(speaker=speaker, organization=employer))
        self.add(Participation.objects.create(event=event, organization=host))
        self.add(Appearance.objects.create(event=event, speaker=chair))
        named = self.add(SpeakerFactory(**unlisted))
        topic = self.topic = self.add(TopicFactory(**unlisted))
        said_at = self.add(self.event(starts_on=date(2023, 5, 2), ends_on=None))
        self.add(QuoteFactory(article=article, speaker=speaker, spoken_at=said_at))
        attachment = self.add(AttachmentFactory(article=article))
        self.add(attachment.document)
        self.add(Mention.objects.create(article=article, speaker=named))
        self.add(Mention.objects.create(article=article, organization=body))
        self.add(TopicOfArticle.objects.create(content_object=article, tag=topic))

    def give_the_press(self):
        """Whom it may ask, and a kit with what nothing else shows; in the article's state."""
        is_told = self.state in {"live", "other language", *HELD_BACK}
        # Whom the press may ask is told in every language.
        gone = None if is_told and self.state != "other language" else date(2020, 1, 1)
        spoken = [one.code for one in self.languages] if is_told else []
        contact = self.add(PressContactFactory(until=gone, spoken=""))
        contact.topics.add(self.topic)
        shown = picture()
        kit = MediaKitFactory(live=spoken, pictures=[shown])
        self.add(kit)
        self.add(shown)
        self.add(kit.pictures.get())
        document = self.add(DocumentFactory())
        self.add(kit.documents.create(document=document))
        self.add(kit.articles.create(article=self.subject))

    def hang_rows(self):
        """What the desk keeps of it, and what leads to it."""
        article, subject, by = self.article, self.subject, self.newsroom.author
        self.add(CorrectionFactory(article=article))
        self.follow_live()
        self.add(NoteFactory(article=subject, author=by))
        subject.presences.create(user=by)
        until = NOW + AN_HOUR
        for language in Language.all():
            link = PreviewLink(article=article, language=language.code, until=until, made_by=by)
            link.save()
            self.add(link)
            self.write_outside(language, by)
        file = self.add(ReceivedFile(name="copy.txt", size=1, sent_by=by))
        file.content = self.word(file, "ReceivedFile.content").encode()
        file.save()
        self.add(ReceivedText.objects.create(file=file, text="copy", article=subject))
        saved = SavedList(owner=by, name=self.state, question="q=x", is_shared=True)
        self.add(saved).save()
        text = ReceivedText.objects.create(file=file, text="copy", article=subject)
        self.add(text)
        self.add(Reviewer.objects.create(text=text, user=by))
        feed = self.add(IncomingFeedFactory())
        item = self.add(IncomingItem.objects.create(feed=feed, text=text, near=subject))
        self.add(SenderNotice.objects.create(item=item, kind=SenderNotice.Kind.VERSION))
        self.add(FormerAddress.objects.create(
            path=f"/{self.state}/{article.pk}", language="fr", record_key=article.key
        ))  # fmt: skip
        settings = Newsroom_.the_one()
        if self.state == "live":
            self.add(settings)
        for language in Language.all():
            self.add(settings.links.create(language=language.code, topic=self.topic))
        for page in self.newsroom.front_pages:
            self.add(Placement.objects.create(front_page=page, article=subject))
            self.add(Section.objects.create(front_page=page, topic=self.topic))
        named = {type(row): row for row in self.rows if isinstance(row, NamedRecord)}
        for record in [subject, *named.values()]:
            for language in Language.all():
                self.add(FormerSlug.objects.create(
                    page=record.page, language=language.code, record_key=record.key,
                    slug=f"{record.key}-{language}",
                ))  # fmt: skip

    def follow_live(self):
        """Entries of a coverage: one that readers have with the article, and a draft."""
        article = self.subject
        self.add(LiveCoverage.objects.create(article=article))
        changed = {one.field("changed_at"): NOW + AN_HOUR for one in Language.all()}
        draft = {one.field("state"): "draft" for one in Language.all()}
        self.add(LiveEntryFactory(article=article, **draft), held_back=True)
        if self.state == "working copy":
            # What readers have of a coverage they have whatever waits in its article's copy.
            return
        shown = self.add(picture())
        self.add(LiveEntryFactory(article=article, image=shown, **changed))
        self.add(UrgentBannerFactory(article=article))

    def write_outside(self, language, by):
        """Who is written to by mail, of the article too."""
        n = f"{len(self.newsroom.reports)}{language}"
        reader = self.add(Subscriber(address=f"r{n}@example.org", language=language.code))
        reader.confirmed_at = NOW
        reader.save()
        row = Subscription(subscriber=reader, language=language.code, topic=self.topic)
        row.save()
        self.add(row)
        listed = self.add(PressList.objects.create(name=n))
        journalist = Journalist(name="x", address=f"j{n}@example.org", language=language.code)
        journalist.save()
        journalist.lists.add(listed)
        self.add(journalist)
        sending = EmbargoedSending(article=self.subject, language=language.code, made_by=by)
        sending.save()
        self.add(sending)
        self.add(EmbargoedCopy.objects.create(sending=sending, journalist=journalist))

    def fill(self, row):
        for column in text_columns(type(row)):
            language = getattr(column, "language", "") or ""
            if isinstance(row, FormerSlug):
                language = row.language
            setattr(row, column.attname, self.value(row, column, language))
        if not isinstance(row, Transition):
            row.save()

    def word(self, row, where, language=""):
        return self.newsroom.word(self.state, where, language, self.is_secret(row, where, language))

    def value(self, row, column, language):
        name = column.name.removesuffix(f"_{language}") if language else column.name
        word = self.word(row, f"{type(row).__name__}.{name}", language)
        if isinstance(column, RichTextField):
            return f"<p>{word}</p>"
        if isinstance(column, models.URLField):
            return f"https://{word}.example/"
        return word

    def keep_history(self):
        """What was said of it at the desk, and what it was once."""
        article, subject, by = self.article, self.subject, self.newsroom.author
        for language in Language.all():
            moved = Transition(article=subject, language=language.code, made_by=by)
            moved.from_status, moved.to_status = "draft", "in_review"
            self.fill(self.add(moved))
            moved.save()
        article.refresh_translations()
        for row in article.translations.all():
            secret = self.word(row, "Translation.pairs", row.language)
            row.pairs = [{"field": "body", "source": "", "target": f"<p>{secret}</p>"}]
            row.save()
            self.add(row)
        before = history.keep_if_changed(article, by=by)
        content = before.content
        for language in Language.all():
            content["fields"][language.field("headline")] = self.word(
                before, "Revision.content", language.code
            )
        note = self.word(before, "Revision.note")
        Revision.objects.filter(pk=before.pk).update(content=content, note=note)
        self.add(before)
        source, target = Language.all()[:2]
        pair = Remembered(
            source=f"<p>{self.word(before, 'Remembered.source', source.code)} pour les migrants</p>",
            target=self.word(before, "Remembered.target", target.code),
        )
        remember(source, target, [(pair.source, pair.target)], by=by, article=article,
                 origin=self.word(before, "Remembered.origin"))  # fmt: skip
        self.add(Remembered.objects.latest("pk"))
        self.keep_changes_of_records()

    def keep_changes_of_records(self):
        """What was changed, proposed and merged of a person that it names."""
        speaker = next(row for row in self.rows if isinstance(row, Speaker))
        about = {"kind": "speaker", "record_key": speaker.key, "made_by": self.newsroom.author}
        for row, columns in (
            (RecordRevision(number=1, **about), ["content"]),
            (Proposal(**about), ["before", "after"]),
            (Merge(gone_key="gone", **about), ["content"]),
        ):
            for column in columns:
                language = Language.all()[0]
                word = self.word(row, f"{type(row).__name__}.{column}", language.code)
                setattr(row, column, {"fields": {language.field("name"): word}})
            self.fill(self.add(row))


def picture():
    image = ImageFactory(file__width=60, file__height=40)
    image.make_renditions()
    return image


class Newsroom:
    """Reports in every state, accounts and terms."""

    def __init__(self, public, states=tuple(STATES)):
        self.public = public
        self.words = {}
        self.store = Words()
        self.reports = []
        self.author = UserFactory(username="auteur")
        self.front_pages = [
            FrontPage.objects.create(language=language.code) for language in Language.all()
        ]
        desk = Report(self, "desk")
        for row in (self.author, TermFactory(), ArticleTemplateFactory(), GazetteerEntryFactory()):
            desk.fill(desk.add(row))
        for state in states:
            report = Report(self, state)
            self.reports.append(report)
            report.write()
        self.desk = desk
        for model in all_models():
            update_index(model, list(model._base_manager.values_list("pk", flat=True)))

    def word(self, state, where, language, is_secret):
        script = "arabic" if language == "ar" else "latin"
        text = self.store.new(script)
        self.words[text] = Word(text, state, where, language, is_secret)
        return text

    @property
    def secrets(self):
        return [one for one in self.words.values() if one.is_secret]

    @property
    def rows(self):
        return [row for report in [*self.reports, self.desk] for row in report.rows]

    def report(self, state):
        return next(one for one in self.reports if one.state == state)


def models_without_rows(newsroom):
    """The models that no row of a report is of."""
    known = {type(row).__name__ for row in newsroom.rows} | {"Presence", "FrontPage"}
    there = {model.__name__ for model in apps.get_app_config("articles").get_models()}
    return there - known - EXEMPT
