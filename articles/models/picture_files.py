"""The file of a picture: stored cleaned, and deleted with what was made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models.fields.files import ImageFieldFile

from articles.pictures import renditions
from articles.pictures.uploads import UploadedPicture, receive

from .proposals import is_on_record

if TYPE_CHECKING:
    from .images import Image


class PictureFile(ImageFieldFile):
    """The file of a picture: whoever brings it, it is stored cleaned."""

    instance: Image

    def save(self, name: str, content: Any, save: bool = True) -> None:
        """Let no place, name or serial number of a camera reach the storage.

        Raises:
            ValidationError: the content is no picture.
        """
        received = content if isinstance(content, UploadedPicture) else receive(content, name)
        self.instance.checksum = received.checksum
        self.instance.made, self.instance.unreadable = "", False
        super().save(f"{received.name}", received, save)


class PictureField(models.ImageField):
    attr_class = PictureFile

    def deconstruct(self) -> Any:
        """To the database, as any other."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ImageField", args, kwargs


def forget(original: renditions.Original) -> None:
    """Delete a picture's file and its renditions."""
    renditions.forget(original)
    original.storage.delete(original.name)


def let_go(key: str, original: renditions.Original) -> None:
    """Delete the renditions of a file that a picture had, and the file, if nothing names it."""
    if is_on_record(key, original.name):
        renditions.forget(original)
    else:
        forget(original)
