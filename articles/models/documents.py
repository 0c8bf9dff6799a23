"""Documents that readers are given below a text: reports, decrees, tables."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.db.models.fields.files import FieldFile
from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from articles.documents.kinds import BY_MEDIA_TYPE
from articles.documents.uploads import UploadedDocument, receive
from articles.languages import Language

from .needed import Needed, NeededQuerySet
from .permissions import EDIT_ANY_ARTICLE
from .proposals import files_on_record, is_on_record
from .record import Record, RecordQuerySet
from .text_fields import OneLineField

if TYPE_CHECKING:
    from .users import User


def stored_name(document: Document, filename: str) -> str:
    """Where a file is kept: by its key and content, so that no uploaded name reaches the disk."""
    key, ending = document.key, f".{filename.rpartition('.')[2].lower()}"[:6]
    return f"documents/{key[:2]}/{key}-{document.checksum[:12]}{ending}"


class DocumentFile(FieldFile):
    """The file of a document: whoever brings it, it is checked by its content."""

    instance: Document

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Keep it, with what is known of it.

        Raises:
            ValidationError: readers are given no such file.
        """
        received = content if isinstance(content, UploadedDocument) else receive(content, name)
        document = self.instance
        document.checksum, document.media_type = received.checksum, received.kind.media_type
        document.filename, document.size = received.stem, received.size
        super().save(f"{received.name}", received, save)


class DocumentField(models.FileField):
    attr_class = DocumentFile

    def deconstruct(self) -> Any:
        """To the database, as any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.FileField", args, kwargs


class DocumentQuerySet(NeededQuerySet, RecordQuerySet):  # type: ignore[override]
    def with_readers(self) -> Self:
        """Those of an article, or of a kit, that readers of some language see now."""
        articles: Any = apps.get_model("articles", "Article").objects
        shown = Q()
        for language in Language.all():
            live = articles.shown(language=language).order_by()
            shown |= Q(Exists(live.filter(attachments__document=OuterRef("pk"))))
            kits = apps.get_model("articles", "MediaKit").objects.public(language).order_by()
            shown |= Q(Exists(kits.filter(documents__document=OuterRef("pk"))))
        return self.filter(shown)

    def for_desk(self, user: User) -> Self:
        """Those that this person finds in the library: all but those of texts of others.

        A document says what a text that nobody may read yet is about.
        """
        if user.has_perm(EDIT_ANY_ARTICLE):
            return self.all()
        having = Attachment.objects.filter(document=OuterRef("pk"))
        mine = Q(article__created_by=user) | Q(article__working_copy_of__created_by=user)
        articles: Any = apps.get_model("articles", "Article").objects
        for language in Language.all():
            live = articles.shown(language=language).order_by()
            mine |= Q(article__in=live.values("pk"))
        return self.filter(Exists(having.filter(mine)) | ~Exists(having))


class Document(Needed, Record):
    """A file that readers may load, under one address whatever file it is."""

    needed_by = (
        ("Article", ("attachments__document",)),
        ("MediaKit", ("documents__document",)),
    )

    file = DocumentField(_("file"), upload_to=stored_name)
    title = OneLineField(_("title"), max_length=300, blank=True)
    language = OneLineField(
        _("language of the document"),
        max_length=10,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("Empty: several, or none of these."),
    )
    is_withdrawn = models.BooleanField(
        _("withdrawn"),
        default=False,
        db_default=False,
        help_text=_("Readers are told that it was withdrawn, and cannot load it any more."),
    )
    filename = OneLineField(_("name of the file"), max_length=150, editable=False, default="")
    media_type = OneLineField(_("kind"), max_length=100, editable=False, default="")
    size = models.PositiveBigIntegerField(
        pgettext_lazy("of a file", "size"), editable=False, default=0
    )
    checksum = OneLineField(_("SHA-256"), max_length=64, editable=False, db_index=True, default="")

    objects = DocumentQuerySet.as_manager()

    title_field = "title"
    named_by = ("title", "filename")

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.said_anyhow("title") or self.filename or self.key

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; the file that a new one takes the place of goes, unless a revision names it.

        Raises:
            ValidationError: readers are given no such file.
        """
        if self.pk and self.file and not getattr(self.file, "_committed", True):
            before = Document.objects.filter(pk=self.pk).exclude(file="").first()
            if before is not None:
                name = f"{before.file.name}"
                transaction.on_commit(partial(self.let_go_of, name), robust=True)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete it with every file that it had: a deleted document is gone."""
        names = files_on_record(self.key, "document")
        names |= {f"{self.file.name}"} if self.file else set()
        deleted = super().delete(*args, **kwargs)
        for name in names:
            transaction.on_commit(partial(self.file.storage.delete, name), robust=True)
        return deleted

    def let_go_of(self, name: str) -> None:
        """Delete a file that it does not have any more, if nothing on record names it."""
        if name != self.file.name and not is_on_record(self.key, name, "document"):
            self.file.storage.delete(name)

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.key])

    @property
    def download_name(self) -> str:
        """What a reader's copy is called: the name as it came, and the ending of what it is."""
        return f"{self.filename or self.key}{self.ending}"

    @property
    def ending(self) -> str:
        kind = BY_MEDIA_TYPE.get(self.media_type)
        return kind.ending if kind else ""

    @property
    def kind_in_words(self) -> str:
        """« PDF », as the page's language says it."""
        kind = BY_MEDIA_TYPE.get(self.media_type)
        return str(kind.label) if kind else _now("file")

    @property
    def size_in_words(self) -> str:
        return filesizeformat(self.size)

    @property
    def spoken(self) -> Language | None:
        """The language that it is written in, where that is said."""
        return Language.find(self.language) if self.language else None


class Attachment(Record):
    """A document below an article."""

    article = models.ForeignKey(
        "articles.Article", models.CASCADE, related_name="attachments", verbose_name=_("article")
    )
    document = models.ForeignKey(
        Document, models.CASCADE, related_name="attachments", verbose_name=_("document")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0, db_default=0)

    class Meta:
        verbose_name = _("document of an article")
        verbose_name_plural = _("documents of an article")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["article", "document"], name="article_has_a_document_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.document)

    @classmethod
    def there_are_any(cls) -> Exists:
        """Whether an article has documents: of most, nothing more is asked then."""
        return Exists(cls.objects.filter(article=OuterRef("pk")))
