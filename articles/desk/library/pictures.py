"""What is done for a picture after it was saved, while nobody waits."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.tasks import task

from articles.models import Image
from articles.models.connections import no_connection_kept


@task
def make_renditions(key: str) -> None:
    """Make the renditions of one picture."""
    with no_connection_kept():
        image = Image.objects.filter(key=key).first()
        if image is not None and not image.has_renditions:
            image.make_renditions()


def prepare(image: Image) -> None:
    """Have its renditions made as soon as it is really saved."""
    if not image.has_renditions:
        transaction.on_commit(partial(make_renditions.enqueue, image.key), robust=True)
