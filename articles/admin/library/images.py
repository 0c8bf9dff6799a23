"""The media library: every picture with what an editor must know of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from articles.admin.requests import person
from articles.desk.directions import left_to_right
from articles.desk.library.names import found_by
from articles.desk.library.pictures import prepare
from articles.languages import Language
from articles.models import Image, User
from articles.models.proposals import files_on_record
from articles.pictures.uploads import UploadedPicture, receive

from ..editing.record_merging import RecordForm
from ..fieldsets import BESIDE
from .image_filters import LicenceFilter, ToDoFilter, UseFilter
from .pictures_to_choose import ChoosePictures, ThumbnailByKey
from .record_admin import RecordAdmin
from .record_pages import RecordDeskPage
from .sent_names import keep_sent_name, sent_as
from .uploads import UploadMany

MOST_USES = 50
SEEN_AT_ONCE = 10
"""Uses of a picture that stand in its form; the others unfold."""


class PictureUploadField(forms.FileField):
    """An upload that becomes a clean picture, or is refused with the reason."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/*"})

    def to_python(self, data: Any) -> UploadedPicture | None:
        file = super().to_python(data)
        return receive(file, f"{file.name}") if file else None


class ImageForm(RecordForm):
    file = PictureUploadField(
        label=capfirst(_("file")),
        help_text=_(
            "Caption, credit and date that you leave empty are read from the file, in the "
            "language of this page. The place where it was taken is removed from it."
        ),
    )
    filled: list[str]
    user: User
    """Who is told of twins: of those pictures only that they may see."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedPicture):
            library = Image.objects.for_desk(self.user).filter(checksum=file.checksum)
            known = library.exclude(pk=self.instance.pk)
            if twin := known.first():
                raise ValidationError(there_already(twin))
        return file

    def _post_clean(self) -> None:
        super()._post_clean()
        file = self.cleaned_data.get("file")
        self.filled = (
            self.instance.fill_from(file.told) if isinstance(file, UploadedPicture) else []
        )


def there_already(image: Image) -> SafeString:
    """That a file is in the library, with the way to it; in a window, with the way to use it."""
    said = gettext("This picture is already in the library: {picture}.")
    name = str(image)
    page = reverse("admin:articles_image_change", args=[image.pk])
    link = format_html('<a href="{}" target="_blank"><bdi>{}</bdi></a>', page, name)
    return format_html(
        '{} <button type="button" class="button" data-uses="{}" data-name="{}" hidden>{}</button>',
        format_html(said, picture=link),
        image.pk,
        name,
        gettext("Use it"),
    )


class ImageFile(RecordDeskPage):
    """A file that a picture has, had, or is to have: the desk compares them."""

    def get(self, request: HttpRequest, pk: int, name: str) -> FileResponse:
        image = self.seen_record(str(pk))
        names = files_on_record(image.key) | {f"{image.file.name}"}
        path = next((one for one in names if one.rsplit("/", 1)[-1] == name), None)
        if path is None or not image.file.storage.exists(path):
            raise Http404
        return FileResponse(image.file.storage.open(path))


class Thumbnail(RecordDeskPage):
    """Where a small version is, for whoever chooses a picture."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        image: Any = get_object_or_404(self.site.get_queryset(request), pk=pk)
        return redirect(image.small.src)


@admin.register(Image)
class ImageAdmin(RecordAdmin):
    form = ImageForm
    list_filter = [LicenceFilter, ToDoFilter, UseFilter, "source"]
    list_per_page = 60
    search_fields = ["caption", "alt", "credit"]
    autocomplete_fields = ["source"]
    readonly_fields = ["preview", "size", "used_in", "focal_point"]
    fieldsets = [
        (None, {"fields": ["file", "alt", "caption"]}),
        (
            _("Rights"),
            {"fields": ["credit", ("taken_on", "source"), ("licence", "expires_on")]},
        ),
        (None, {"fields": ["preview", "size"], "classes": [BESIDE]}),
        (
            _("Cropping"),
            {"fields": ["focal_point", ("focal_x", "focal_y")], "classes": [BESIDE]},
        ),
        (_("Where it is used"), {"fields": ["used_in"], "classes": [BESIDE]}),
    ]

    class Media:
        css = {"all": ["admin-newsroom/pictures.css"]}

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        library: Any = super().get_queryset(request)
        queryset = library.for_desk(person(request))
        page = request.resolver_match.url_name if request.resolver_match else None
        return queryset.with_use() if page and page.endswith("_changelist") else queryset

    def get_form(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        form: Any = super().get_form(request, obj, **kwargs)
        form.user = person(request)
        return form

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Of a picture that there is not yet nothing is told: neither itself nor its size."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is not None:
            return fieldsets
        return [one for one in fieldsets if "preview" not in one[1]["fields"]]

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """The picture, with whom its form is for."""
        image: Any = super().get_object(request, *args, **kwargs)
        if image is not None:
            image.looked_at_by = person(request)
        return image

    def get_urls(self) -> list[Any]:
        return [
            UploadMany.at(self, "upload/", "articles_image_upload"),
            ImageFile.at(self, "<int:pk>/files/<str:name>", "articles_image_file"),
            ChoosePictures.at(self, "choose/", "articles_image_choose"),
            ThumbnailByKey.at(self, "by-key/<str:key>/", "articles_image_by_key"),
            Thumbnail.at(self, "<int:pk>/thumbnail/", "articles_image_thumbnail"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        more = {"may_add": self.has_add_permission(request)}
        return super().changelist_view(request, {**more, **(extra_context or {})})

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """Those whose words are found, and those whose file was called so when it was sent."""
        found, may_repeat = super().get_search_results(request, queryset, search_term)
        if not search_term.strip():
            return found, may_repeat
        by_words = Q(pk__in=found.order_by().values("pk"))
        return queryset.filter(by_words | sent_as(search_term)), False

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        entry = super().log_addition(request, obj, message)
        if file := request.FILES.get("file"):
            keep_sent_name(entry, file.name or "")
        return entry

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        """Say what is to be known of a file, whether it is saved or proposed."""
        file = form.cleaned_data.get("file")
        for remark in file.remarks if isinstance(file, UploadedPicture) else ():
            messages.warning(request, remark)
        return super().save_form(request, form, change)

    def save_model(self, request: HttpRequest, image: Image, form: Any, change: bool) -> None:
        super().save_model(request, image, form, change)
        prepare(image)
        if filled := getattr(form, "filled", []):
            names = [str(form.fields[name].label) for name in filled]
            messages.info(
                request,
                gettext("Read from the file: %(fields)s.")
                % {"fields": Language.active().listed(names)},
            )

    @admin.display(description=_("picture"))
    def preview(self, image: Image) -> str | SafeString:
        if not image.file:
            return ""
        if image.unreadable:
            return gettext("The file is missing or damaged: choose it again.")
        return format_html('<img class="preview" src="{}" alt="">', image.small.src)

    @admin.display(description=_("size"))
    def size(self, image: Image) -> str:
        return left_to_right(f"{image.width} × {image.height}") if image.width else ""

    @admin.display(description=_("What must stay in sight"))
    def focal_point(self, image: Image) -> str | SafeString:
        """The picture to click on; the two numbers below are what is saved."""
        if not image.file or image.unreadable:
            return gettext("Save the picture first.")
        return format_html(
            '<div class="focal-point" dir="ltr" data-across="id_focal_x" data-down="id_focal_y">'
            '<img src="{}" alt=""></div><p class="help">{}</p>',
            image.shown().src,
            gettext("Click on the picture, or type the two numbers."),
        )

    @admin.display(description=_("used in"))
    def used_in(self, image: Any) -> str | SafeString:
        asked_by = getattr(image, "looked_at_by", None)
        uses = image.uses(MOST_USES, asked_by) if image.pk and asked_by else []
        if not uses:
            return gettext("Nowhere yet.")
        found = found_by(image.looked_at_by, uses)
        links = (
            (
                one._meta.verbose_name,
                reverse(f"admin:articles_{one._meta.model_name}_change", args=[one.pk]),
                one,
            )
            for one in found
        )
        listed = [
            format_html("<li>{}</li>", titled_link(kind, url, one)) for kind, url, one in links
        ]
        if hidden := len(uses) - len(found):
            listed.append(format_html("<li>{}</li>", others_in_words(hidden)))
        return folded_uses(listed)


def folded_uses(lines: list[SafeString]) -> SafeString:
    """The first of them; where there are many more, these unfold."""
    # One more takes no more room than the words that would say so.
    first = lines if len(lines) <= SEEN_AT_ONCE + 1 else lines[:SEEN_AT_ONCE]
    shown = format_html('<ul class="uses">{}</ul>', joined_lines(first))
    if not (others := lines[len(first) :]):
        return shown
    words = ngettext("and %(count)d other", "and %(count)d others", len(others))
    return shown + format_html(
        '<details class="uses-more"><summary>{}</summary><ul class="uses">{}</ul></details>',
        words % {"count": len(others)},
        joined_lines(others),
    )


def joined_lines(lines: list[SafeString]) -> SafeString:
    return format_html_join("", "{}", ((line,) for line in lines))


def titled_link(kind: Any, url: Any, record: Any) -> SafeString:
    """Return « article : Le Maroc préside », with the way to it.

    Args:
        kind: what it is called where there are many.
        url: its form.
        record: what is named.
    """
    link = format_html('<a href="{}"><bdi>{}</bdi></a>', url, record)
    return format_html(str(gettext("{kind}: {name}")), kind=kind, name=link)


def others_in_words(number: int) -> str:
    """That it is used where the person who looks may not look."""
    return ngettext(
        "%(count)d article that is not yours to see",
        "%(count)d articles that are not yours to see",
        number,
    ) % {"count": number}
