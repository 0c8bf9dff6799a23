"""The article: one report, in as many languages as it has been written in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from articles.languages import Language

from .article_queryset import ArticleManager, ArticleQuerySet
from .body_pictures import keep_body_pictures
from .date_fields import DayField, MomentField
from .dates import Dated, date_columns
from .fields import RichTextField, WebAddressField
from .organizations import Organization
from .pages import PageRecord
from .permissions import OF_ARTICLES
from .phases import Phase
from .record import RecordQuerySet
from .revisions import working_copy_constraints
from .site_pages import THERE_ONCE, SitePage
from .speakers import Speaker
from .text_fields import ManyLinesField, OneLineField
from .topics import TopicOfArticle
from .transitions import WorkflowMixin
from .translations import TRANSLATED, Translated
from .workflow import Status, publication_constraints, publication_indexes

# The columns on which the state of a translation depends.
ABOUT_TRANSLATIONS = (*TRANSLATED, "original_language", "lead_image")


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
