"""The admin of pictures."""

from django.contrib import admin
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from articles.models import Image

from .languages import NewsroomAdmin


@admin.register(Image)
class ImageAdmin(NewsroomAdmin):
    list_display = ["preview", "__str__", "credit", "expires_on", "created_at"]
    list_display_links = ["preview", "__str__"]
    list_filter = ["expires_on", "source"]
    search_fields = ["caption", "alt", "credit"]
    autocomplete_fields = ["source"]
    readonly_fields = ["preview", "size"]
    fieldsets = [
        (None, {"fields": ["file", ("preview", "size"), "alt", "caption"]}),
        (_("Rights"), {"fields": ["credit", "source", ("licence", "expires_on")]}),
        (_("Cropping"), {"fields": [("focal_x", "focal_y")]}),
    ]

    @admin.display(description=_("picture"))
    def preview(self, image: Image) -> str:
        if not image.file:
            return ""
        return format_html('<img class="preview" src="{}" alt="" loading="lazy">', image.file.url)

    @admin.display(description=_("size"))
    def size(self, image: Image) -> str:
        return f"{image.width} × {image.height}" if image.width else ""
