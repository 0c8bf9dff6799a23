"""The article: one report, in as many languages as it has been written in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.languages import Language

from .body_pictures import keep_body_pictures
from .corrections import Correction
from .date_fields import DayField, MomentField
from .dates import Dated, date_columns
from .declarations import ARTICLE
from .fields import RichTextField, WebAddressField
from .organizations import Organization
from .pages import PageRecord
from .permissions import EDIT_ANY_ARTICLE, OF_ARTICLES
from .phases import Phase, appeared, articles_in, had_by_readers
from .record import RecordQuerySet
from .revisions import working_copy_constraints
from .rights import DeskQuerySet
from .speakers import Speaker
from .text_fields import ManyLinesField, OneLineField
from .topics import TopicOfArticle
from .transitions import WorkflowMixin
from .translations import TRANSLATED, Translated
from .workflow import Status, publication_constraints, publication_indexes

if TYPE_CHECKING:
    from .users import User

# The columns on which the state of a translation depends.
ABOUT_TRANSLATIONS = (*TRANSLATED, "original_language", "lead_image")


class ArticleQuerySet(DeskQuerySet):
    def live(self, at: datetime | None = None, language: Language | str | None = None) -> Self:
        """The news that readers see in a language at a moment: by default the active one, and now.

        The one gate to the public: lists, feeds and the pages of articles all select with it. Of
        static pages it has none.
        """
        return self.shown(at, language).filter(site_page="")

    def shown(self, at: datetime | None = None, language: Language | str | None = None) -> Self:
        """All texts that readers see in a language at a moment: news, and static pages.

        For what a text brings with it (its pictures, documents, who may know of it), the search
        and the map of the site.
        """
        at, language = at or timezone.now(), Language.get(language)
        until = language.field("live_until")
        return self.filter(
            appeared(language, at),
            Q(**{until: None}) | Q(**{f"{until}__gt": at}),
            **{language.field("status"): Status.PUBLISHED},
        )

    def in_phase(
        self, phase: Phase, language: Language | str | None = None, at: datetime | None = None
    ) -> Self:
        """What is in a phase in a language at a moment: the rule of ``Article.phase_in``."""
        return self.filter(articles_in(phase, Language.get(language), at or timezone.now()))

    def withdrawn(self, language: Language | str | None = None, at: datetime | None = None) -> Self:
        """What readers of a language could see once, and may not see any more.

        Somebody took it back, or the moment came until which it was to be seen. One that is
        being written anew, or waits to come back, is still withdrawn to its readers.
        """
        at, language = at or timezone.now(), Language.get(language)
        return self.filter(had_by_readers(language, at)).exclude(
            articles_in(Phase.PUBLISHED, language, at)
        )

    def newest_first(self, language: Language | str | None = None) -> Self:
        """By their date of publication in a language, the active one by default."""
        return self.order_by(f"-{Language.get(language).field('published_at')}", "-pk")

    def site_pages(
        self, at: datetime | None = None, language: Language | str | None = None
    ) -> Self:
        """The static pages that readers see in a language at a moment."""
        return self.shown(at, language).exclude(site_page="")

    def news(self) -> Self:
        """Those that are no static page, whatever their state."""
        return self.filter(site_page="")

    def published_between(
        self,
        start: datetime,
        end: datetime,
        language: Language | str | None = None,
        at: datetime | None = None,
    ) -> Self:
        """Live in a language, and published in it from one moment until before another."""
        language = Language.get(language)
        date = language.field("published_at")
        return self.live(at, language).filter(**{f"{date}__gte": start, f"{date}__lt": end})

    def with_updates(self) -> Self:
        """With the day of its last update in the active language: ``updated_on``."""
        updates = Correction.objects.updates().shown().filter(article=OuterRef("pk"))
        return self.annotate(updated_on=Subquery(updates.values("made_on")[:1]))

    def read_at_desk(self, user: User, language: Language | str) -> Self:
        """Those whose text in a language this person may read: their own, and what readers have.

        Who may edit anybody's article reads every one.
        """
        if user.has_perm(EDIT_ANY_ARTICLE):
            return self.all()
        shown = Article.objects.shown(language=language).order_by().filter(pk=OuterRef("pk"))
        return self.filter(Q(created_by=user) | Exists(shown))

    def for_list(self) -> Self:
        """Only what a list shows; reading a body from it is an error, not a query."""
        # modeltranslation defers every language's column for the name of a translated field.
        shown = [name for name in ARTICLE.having("listed").names if name != Article.title_field]
        unseen = [other.field(name) for name in shown for other in Language.active().others]
        return (
            self.with_updates()
            .select_related("source", "dateline", "lead_image")
            .defer(*ARTICLE.lacking("listed").names, "source_text", *unseen)
            .fetch_mode(models.FETCH_RAISE)
        )


class ArticleManager(models.Manager.from_queryset(ArticleQuerySet)):
    """Articles, without their working copies: ``Article.with_copies`` has both."""

    def get_queryset(self) -> ArticleQuerySet:
        # Written as a negation, so that SQLite does not choose the index of this column: nearly
        # every row is in it under NULL, and each list would be sorted as a whole.
        found = super().get_queryset().filter(~models.Q(working_copy_of__isnull=False))
        found.has_copies = False
        return found


class SitePage(models.TextChoices):
    """The static pages: those with an address of their own are there once."""

    ABOUT = "about", _("about the newsroom")
    PRESS = "press", _("press contact")
    LEGAL = "legal", _("legal notice")
    PRIVACY = "privacy", _("privacy")
    ACCESSIBILITY = "accessibility", _("accessibility")
    OTHER = "page", _("another page")


THERE_ONCE = [one.value for one in SitePage if one != SitePage.OTHER]
HAS_A_TEXT_OF_OURS = {
    SitePage.PRESS, SitePage.LEGAL, SitePage.PRIVACY, SitePage.ACCESSIBILITY,
}  # fmt: skip
"""Those of which readers have a page of the program's, also before somebody publishes a text."""


class Article(WorkflowMixin, Dated, Translated, PageRecord):
    class Kind(models.TextChoices):
        NEWS = "news", _("news")
        STATEMENT = "statement", _("statement")
        COMMUNIQUE = "communique", _("communiqué")
        INTERVIEW = "interview", _("interview")
        ANALYSIS = "analysis", _("analysis")
        COVERAGE = "live", _("live coverage")
        ACCREDITATION = "accreditation", _("accreditation")
        NOTE = "note", _("note to editors")

    DOCUMENTS = (Kind.STATEMENT, Kind.COMMUNIQUE)
    """What bodies say in their own name, word for word."""
    FOR_THE_PRESS = (*DOCUMENTS, Kind.ACCREDITATION, Kind.NOTE)
    """What is written for newsrooms: with whom to ask, and as a paper."""

    addresses_typed: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    """In each language where the links of its body lead, by their words, as they were typed."""

    # One value per language (articles/translation.py).
    headline = OneLineField(_("headline"), max_length=300, blank=True)
    standfirst = ManyLinesField(
        _("standfirst"), blank=True, help_text=_("One or two sentences under the headline.")
    )
    body = RichTextField(_("body"), blank=True)
    status = OneLineField(
        _("status"), max_length=20, choices=Status, default=Status.DRAFT, editable=False
    )
    published_at = MomentField(
        _("published at"),
        null=True,
        blank=True,
        help_text=_(
            "Left empty, the moment it is published. A future moment: readers see it then."
        ),
    )
    live_until = MomentField(
        _("live until"),
        null=True,
        blank=True,
        help_text=_("From this moment on it is withdrawn, by itself. Empty: it stays."),
    )
    first_published_at = MomentField(_("first published at"), null=True, blank=True, editable=False)
    translation_note = OneLineField(
        _("note on the translation"),
        max_length=200,
        blank=True,
        help_text=_("Shown to readers of this language: whose translation it is."),
    )
    local_byline = OneLineField(
        _("byline in this language"),
        max_length=200,
        blank=True,
        default="",
        db_default="",
        help_text=_("As the name is written in this language. Left empty, the byline of all."),
    )

    # Facts, the same in every language.
    site_page = OneLineField(
        _("static page"),
        max_length=20,
        choices=SitePage,
        blank=True,
        default="",
        db_default="",
        editable=False,
    )
    """Empty of news; else which page of the site it is. It never changes."""
    kind = OneLineField(_("kind"), max_length=20, choices=Kind, default=Kind.NEWS)
    original_language = OneLineField(
        _("original language"), max_length=10, blank=True, choices=settings.LANGUAGES
    )
    byline = OneLineField(_("byline"), max_length=200, blank=True)
    dateline = models.ForeignKey(
        "articles.Place",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("dateline"),
        help_text=_("Where the report is written from."),
    )
    event = models.ForeignKey(
        "articles.Event",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("event"),
        help_text=_("The event it covers."),
    )
    source = models.ForeignKey(
        "articles.Source",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("source"),
    )
    own_reporting = models.BooleanField(
        _("own reporting"),
        default=False,
        db_default=False,
        help_text=_("The newsroom found it out itself: it has no source to name."),
    )
    source_url = WebAddressField(_("address at the source"), max_length=500, blank=True)
    source_published_on = DayField(_("published by the source on"), null=True, blank=True)
    source_text = ManyLinesField(_("text as received"), blank=True, editable=False)
    source_digest = OneLineField(max_length=64, blank=True, editable=False)
    lead_image = models.ForeignKey(
        "articles.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="articles",
        verbose_name=_("lead image"),
    )
    embargo_line = OneLineField(
        _("embargo, as received"),
        max_length=300,
        blank=True,
        default="",
        db_default="",
        help_text=_(
            "What the text received says of an embargo. Empty this once the date below is right: "
            "as long as it stands here, nothing is published."
        ),
    )
    embargoed_until = MomentField(
        _("embargoed until"), null=True, blank=True, help_text=_("No reader sees it before.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="articles",
        verbose_name=_("written by"),
    )
    # Preview links of an earlier series are taken back.
    preview_series = models.PositiveIntegerField(default=0, editable=False)
    topics = TaggableManager(through=TopicOfArticle, blank=True, verbose_name=_("topics"))

    # What the desk keeps of it.
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    working_copy_of = models.OneToOneField(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        editable=False,
        related_name="working_copy",
        verbose_name=_("working copy of"),
    )

    # The first is what everything else reads with: no list meets a working copy by accident.
    objects = ArticleManager()
    with_copies = ArticleQuerySet.as_manager()

    page = "article"
    title_field = "headline"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        ordering = ["-created_at", "-pk"]
        get_latest_by = "created_at"
        permissions = OF_ARTICLES
        indexes = [
            *publication_indexes(),
            # The list of the desk, from the newest on; and how many it has, without reading rows.
            models.Index(
                fields=["-created_at", "-id", "site_page", "working_copy_of"], name="begun"
            ),
            models.Index(fields=["site_page"], condition=Q(site_page__gt=""), name="static_pages"),
        ]
        constraints = [
            *publication_constraints(),
            *working_copy_constraints([one.field("status") for one in Language.all()]),
            models.UniqueConstraint(
                fields=["source_digest"],
                condition=Q(source_digest__gt=""),
                name="wire_copy_is_imported_once",
            ),
            models.UniqueConstraint(
                fields=["site_page"],
                condition=Q(site_page__in=THERE_ONCE, working_copy_of=None),
                name="each_page_of_the_site_is_there_once",
                violation_error_message=_("This page is there already."),
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and find the state of its translations anew where its words may have changed.

        Raises:
            ValidationError: a date of what readers have had would change, and not by a move.
        """
        columns, by_move = kwargs.get("update_fields"), kwargs.pop("by_move", False)
        is_new = self._state.adding and self.pk is None
        if not by_move:
            dates = date_columns()
            given = self.settle_dates(dates if columns is None else dates.intersection(columns))
            if columns is not None and given:
                kwargs["update_fields"] = columns = {*columns, *given}
        super().save(*args, **kwargs)
        if columns is None or any(name.startswith(ABOUT_TRANSLATIONS) for name in columns):
            self.refresh_translations(is_new=is_new)
        if columns is None or any(name.startswith("body") for name in columns):
            keep_body_pictures(self, is_new=is_new)

    def clean(self) -> None:
        """Say what the database would refuse of a published article."""
        super().clean()
        self.fill_slugs()
        wrong: dict[str, Any] = {}
        for language in Language.all():
            if self.status_in(language) == Status.PUBLISHED:
                wrong |= self.promises_broken(language)
        if wrong:
            raise ValidationError(wrong)

    # What readers see.

    def status_in(self, language: Language | str | None = None) -> Status:
        return Status(self.said("status", language) or Status.DRAFT)

    def byline_in(self, language: Language | str | None = None) -> str:
        """Who signs, as the language writes the name where that is known."""
        return self.said("local_byline", language) or self.byline

    def published_at_in(self, language: Language | str | None = None) -> datetime | None:
        return getattr(self, Language.get(language).field("published_at"))

    def live_until_in(self, language: Language | str | None = None) -> datetime | None:
        return getattr(self, Language.get(language).field("live_until"))

    def appears_at(self, language: Language | str | None = None) -> datetime | None:
        """The moment readers of a language first see it: its publication, or its embargo's end."""
        return self.timetable_in(language).appears_at

    def is_live(self, language: Language | str | None = None, at: datetime | None = None) -> bool:
        """The rule of ``ArticleQuerySet.shown``, for one article already read."""
        return self.phase_in(language, at) == Phase.PUBLISHED

    @property
    def page_key(self) -> str:
        return self.working_copy_of.key if self.working_copy_of else self.key

    def addressed_in(self) -> list[Language]:
        """Drafts may share an address with anything; what is published may not."""
        return [one for one in Language.all() if self.status_in(one) == Status.PUBLISHED]

    @property
    def is_coverage(self) -> bool:
        """Whether it is followed live: readers have its entries below it (``live.py``)."""
        return self.kind == self.Kind.COVERAGE

    @property
    def leads_to_its_paper(self) -> bool:
        """Whether its page has the link to its PDF: what newsrooms work with, and coverages."""
        return self.is_coverage or self.kind in self.FOR_THE_PRESS

    @property
    def is_site_page(self) -> bool:
        """Whether it is a static page, and no news."""
        return bool(self.site_page)

    def get_kind_display(self) -> str:  # type: ignore[no-redef]
        """What it is called beside its title: of a static page, that it is one."""
        if self.is_site_page:
            return gettext("page")
        return str(self.Kind(self.kind).label)

    def url_in(self, language: Language | str) -> str:
        """The path of its page in one language; a page that is there once has a fixed one."""
        if not self.is_site_page:
            return super().url_in(language)
        language = Language.get(language)
        slug = {"slug": self.said("slug", language)} if self.site_page == SitePage.OTHER else {}
        with translation.override(language.code):
            return reverse(self.site_page, kwargs=slug)

    def has_page_in(self, language: Language | str | None = None) -> bool:
        return self.is_live(language)

    def has_address_in(self, language: Language | str | None = None) -> bool:
        return self.is_live(language)

    @property
    def is_live_somewhere(self) -> bool:
        """Whether readers of some language see it: it is then changed in a working copy."""
        return any(self.is_live(language) for language in Language.all())

    @property
    def never_published(self) -> list[Language]:
        """Of an article that readers have, the languages that none of them ever had.

        Each is a draft of its own, written on the article itself; the rest of it is changed in
        the working copy.
        """
        if not self.is_live_somewhere:
            return []
        return [language for language in Language.all() if not self.was_read_in(language)]

    # What it is about.

    @property
    def speakers(self) -> RecordQuerySet:
        """Those it quotes, and those it names."""
        return Speaker.objects.filter(
            Q(quotes__article=self) | Q(mentions__article=self)
        ).distinct()

    @property
    def organizations(self) -> RecordQuerySet:
        """Those it names."""
        return Organization.objects.filter(mentions__article=self).distinct()

    def mention(self, *named: Speaker | Organization) -> None:
        """Tie it to people and organizations, each once."""
        for one in named:
            if isinstance(one, Speaker):
                self.mentions.get_or_create(speaker=one)
            else:
                self.mentions.get_or_create(organization=one)
