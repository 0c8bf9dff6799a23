"""The newsroom itself: what it is called, whom to ask, its menu and its accounts elsewhere."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.languages import Language

from .fields import WebAddressField
from .record import Record, RecordQuerySet
from .text_fields import ManyLinesField, OneLineEmailField, OneLineField

THE_NEWSROOM = "newsroom"
"""The key of the only row."""
LONGEST_NAME, LONGEST_LABEL = 80, 40
is_telephone = RegexValidator(
    r"^\+?[0-9][0-9 ()./\u00a0\u202f-]{4,}$", _("Write the number in digits: +212 5 37 00 00 00.")
)


class NewsroomQuerySet(RecordQuerySet):
    """Readers know the newsroom always: what it shows is with them."""

    def public(self, language: Language | str | None = None, at: datetime | None = None) -> Self:
        return self.all()

    def published_or_due(self, at: datetime | None = None) -> Self:
        return self.all()


class Newsroom(Record):
    """One row, made when its form is first opened. What is empty in it is as the program has it."""

    # One value per language (articles/translation.py).
    name = OneLineField(
        _("name"),
        max_length=LONGEST_NAME,
        blank=True,
        help_text=_("On every page, in feeds, calendars and share images. Empty: “Newsroom”."),
    )
    tagline = OneLineField(
        _("tagline"),
        max_length=160,
        blank=True,
        help_text=_("In the footer, in feeds, and where search engines describe the site."),
    )
    contact_name = OneLineField(
        _("whom to ask"), max_length=120, blank=True, help_text=_("For instance: press office.")
    )
    postal_address = ManyLinesField(_("postal address"), blank=True, max_length=400)
    footer_note = OneLineField(
        _("line in the footer"),
        max_length=200,
        blank=True,
        help_text=_("For instance whose newsroom it is, or how its texts may be used."),
    )

    # The same in every language.
    telephone = OneLineField(_("telephone"), max_length=40, blank=True, validators=[is_telephone])
    mail = OneLineEmailField(_("mail address"), blank=True)
    logo = models.ForeignKey(
        "articles.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="logo_of_newsroom",
        verbose_name=_("logo"),
        help_text=_("Beside the name. A picture of the library, at least 160 pixels high."),
    )
    night_logo = models.ForeignKey(
        "articles.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="night_logo_of_newsroom",
        verbose_name=_("logo by night"),
        help_text=_("For dark pages. Empty: the same as by day."),
    )

    objects = NewsroomQuerySet.as_manager()

    class Meta:
        verbose_name = _("newsroom’s settings")
        verbose_name_plural = _("newsroom’s settings")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(key=THE_NEWSROOM), name="there_is_one_newsroom")
        ]

    def __str__(self) -> str:
        return self.said_anyhow("name") or gettext("Newsroom")

    @classmethod
    def the_one(cls) -> Newsroom:
        """The row; made where there is none yet."""
        return cls.objects.get_or_create(key=THE_NEWSROOM)[0]

    @classmethod
    def public_when(cls, language: Language, at: datetime) -> Q:
        return Q(pk__isnull=False)

    def is_before_readers(self) -> bool:
        return True

    def is_needed(self) -> bool:
        return True


class NewsroomLink(Record):
    """A row of the menu or of the footer, in one language; or an account of the newsroom."""

    class Spot(models.TextChoices):
        MENU = "menu", _("menu")
        FOOTER = "footer", _("footer")
        ACCOUNT = "account", _("account")

    class OwnPage(models.TextChoices):
        """The pages that every newsroom has, by the names of their addresses."""

        HOME = "home", _("Front page")
        ARTICLES = "articles", _("Articles")
        EVENTS = "events", _("Events")
        TOPICS = "topics", _("Topics")
        PEOPLE = "speakers", _("People")
        ORGANIZATIONS = "organizations", _("Organizations")
        SOURCES = "sources", _("Sources")
        ARCHIVE = "archive", _("Archive")
        CORRECTIONS = "corrections", _("Corrections")
        FOLLOW = "follow", _("Follow")
        SEARCH = "search", _("Search")

    class Network(models.TextChoices):
        FACEBOOK = "facebook", "Facebook"
        X = "x", "X"
        INSTAGRAM = "instagram", "Instagram"
        YOUTUBE = "youtube", "YouTube"
        LINKEDIN = "linkedin", "LinkedIn"
        TIKTOK = "tiktok", "TikTok"
        TELEGRAM = "telegram", "Telegram"
        WHATSAPP = "whatsapp", "WhatsApp"
        THREADS = "threads", "Threads"
        BLUESKY = "bluesky", "Bluesky"
        MASTODON = "mastodon", "Mastodon"
        OTHER = "other", _("another one")

    TARGETS = ("own_page", "page", "topic", "event", "address")

    newsroom = models.ForeignKey(
        Newsroom, models.CASCADE, related_name="links", verbose_name=_("newsroom’s settings")
    )
    spot = OneLineField(_("spot"), max_length=10, choices=Spot, default=Spot.MENU)
    language = OneLineField(
        _("language"), max_length=10, choices=settings.LANGUAGES, blank=True, default=""
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    label = OneLineField(
        _("words of the link"),
        max_length=LONGEST_LABEL,
        blank=True,
        help_text=_("Empty: what the page is called."),
    )
    network = OneLineField(_("network"), max_length=20, choices=Network, blank=True, default="")
    own_page = OneLineField(
        _("page of the site"), max_length=20, choices=OwnPage, blank=True, default=""
    )
    page = models.ForeignKey(
        "articles.Article",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="linked_in_menus",
        verbose_name=_("static page"),
    )
    topic = models.ForeignKey(
        "articles.Topic",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="linked_in_menus",
        verbose_name=_("topic"),
    )
    event = models.ForeignKey(
        "articles.Event",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="linked_in_menus",
        verbose_name=_("event"),
    )
    address = WebAddressField(_("address elsewhere"), max_length=500, blank=True)

    objects = RecordQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        """« العربية – menu – الملف »: where it stands, and what readers click on."""
        if self.spot == self.Spot.ACCOUNT:
            return self.label or self.get_network_display() or self.key
        leads_to = self.page or self.topic or self.event or self.get_own_page_display()
        language = Language.find(self.language)
        spoken = Language.active().name_of(language).capitalize() if language else ""
        where = (spoken, self.get_spot_display())
        return " – ".join(f"{one}" for one in (*where, self.label or leads_to) if one)

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        self.say_newsroom_changed()

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        deleted = super().delete(*args, **kwargs)
        self.say_newsroom_changed()
        return deleted

    def say_newsroom_changed(self) -> None:
        """A row that comes or goes dates every page: the pages' own dates say so."""
        self.newsroom.save(update_fields=["updated_at"])

    @property
    def targets(self) -> list[str]:
        """The ways in which it says where it leads; a good row has one."""
        return [
            one
            for one in self.TARGETS
            if getattr(self, f"{one}_id", None)
            or (one not in {"page", "topic", "event"} and getattr(self, one))
        ]

    def clean(self) -> None:
        super().clean()
        if self.spot == self.Spot.ACCOUNT:
            self.clean_account()
        else:
            self.clean_target()

    def clean_account(self) -> None:
        wrong: dict[str, Any] = {}
        if not self.address:
            wrong["address"] = _("Say where the account is.")
        if not self.network:
            wrong["network"] = _("Say which network it is.")
        elif self.network == self.Network.OTHER and not self.label:
            wrong["label"] = _("Say what this network is called.")
        if wrong:
            raise ValidationError(wrong)

    def clean_target(self) -> None:
        wrong: dict[str, Any] = {}
        if not self.language:
            wrong["language"] = _("Say in which language it stands.")
        if len(self.targets) > 1:
            wrong["label"] = _("It leads to several places: leave one.")
        elif not self.targets:
            wrong["label"] = _("Say where it leads: choose one page, or write an address.")
        elif self.address and not self.label:
            wrong["label"] = _("Say what readers click on: an address has no title.")
        if wrong:
            raise ValidationError(wrong)


class MenuManager(models.Manager.from_queryset(RecordQuerySet)):
    def get_queryset(self) -> Any:
        return super().get_queryset().exclude(spot=NewsroomLink.Spot.ACCOUNT)


class AccountManager(models.Manager.from_queryset(RecordQuerySet)):
    def get_queryset(self) -> Any:
        return super().get_queryset().filter(spot=NewsroomLink.Spot.ACCOUNT)


class MenuRow(NewsroomLink):
    """The rows of the menu and of the footer alone."""

    objects = MenuManager()

    class Meta:
        proxy = True
        default_permissions = ()
        base_manager_name = "objects"
        verbose_name = _("row of the menu")
        verbose_name_plural = _("menu and footer")


class AccountRow(NewsroomLink):
    """The accounts alone."""

    objects = AccountManager()

    class Meta:
        proxy = True
        default_permissions = ()
        base_manager_name = "objects"
        verbose_name = _("account")
        verbose_name_plural = _("accounts on social networks")

    def clean(self) -> None:
        self.spot, self.language = self.Spot.ACCOUNT, ""
        super().clean()
