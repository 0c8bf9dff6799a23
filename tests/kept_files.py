"""Where tests keep uploads: in memory."""

from django.core.files.base import ContentFile, File
from django.core.files.storage import InMemoryStorage


class EachOpenedByItself(InMemoryStorage):
    """Gives whoever opens a file one of their own, as a disk does.

    Django's gives all of them the same: when an answer that sent a picture ends, it would end the
    request that is reading this, too, and close its database in the middle of a save.
    """

    def _open(self, name: str, mode: str = "rb") -> File:
        opened = super()._open(name, mode)
        if mode != "rb":
            return opened
        return ContentFile(opened.file.getvalue(), name)
