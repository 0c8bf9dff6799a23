"""Fill the site with the newsroom's articles, which are read as JSON, one a line.

Pages are written a batch at a time, into the tree's own columns: one by one, a hundred thousand
would take hours. Written at the end are the addresses to ask for.
"""

from __future__ import annotations

import io
import json
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import batched
from typing import Any

import django

django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.files.images import ImageFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, models, transaction  # noqa: E402
from django.db.models.sql import InsertQuery  # noqa: E402
from django.utils.text import slugify  # noqa: E402
from PIL import Image as Picture  # noqa: E402
from taggit.models import Tag  # noqa: E402
from wagtail.images.models import Image  # noqa: E402
from wagtail.models import Page, Site  # noqa: E402

from benchmarks.wagtail_site.models import (  # noqa: E402
    PAGE_SIZE,
    StoryCorrection,
    StoryEvent,
    StoryHome,
    StoryList,
    StoryMention,
    StoryOrganization,
    StoryPage,
    StoryPlace,
    StoryQuote,
    StorySource,
    StorySpeaker,
    StoryTopic,
)

AT_ONCE = 500
PICTURES = 12


class Filling:
    """The site while it is filled, with the records that many articles have in common."""

    def __init__(self) -> None:
        Page.objects.filter(depth=2).delete()
        root = Page.objects.get(depth=1)
        home: Any = root.add_child(instance=StoryHome(title="Newsroom", slug="newsroom"))
        Site.objects.all().delete()
        Site.objects.create(hostname="127.0.0.1", root_page=home, is_default_site=True)
        self.list = home.add_child(instance=StoryList(title="Articles", slug="articles"))
        self.events = home.add_child(instance=Page(title="Events", slug="events"))
        self.written = 0
        self.pictures = [picture(number) for number in range(PICTURES)]
        self.known: dict[tuple[type[models.Model], str], Any] = {}

    def named(self, model: type[Any], said: dict[str, str] | None) -> Any:
        if said is None:
            return None
        key = (model, said["slug"])
        if key not in self.known:
            self.known[key] = model.objects.create(**said)
        return self.known[key]

    def event(self, said: dict[str, Any] | None) -> Any:
        if said is None:
            return None
        key = (StoryEvent, said["slug"])
        if key not in self.known:
            event = StoryEvent(
                title=said["name"],
                slug=said["slug"],
                starts_on=said["starts_on"],
                ends_on=said["ends_on"],
                description=said["description"],
                place=self.named(StoryPlace, said["place"]),
            )
            self.known[key] = self.events.add_child(instance=event)
        return self.known[key]

    def topic(self, name: str) -> Tag:
        if (Tag, name) not in self.known:
            self.known[Tag, name] = Tag.objects.create(name=name, slug=slugify(name))
        tag: Tag = self.known[Tag, name]
        return tag

    def page(self, said: dict[str, Any]) -> StoryPage:
        """A page of the tree, unsaved: the columns that adding it one by one would fill."""
        self.written += 1
        moment = datetime.fromisoformat(said["published_at"])
        return StoryPage(
            path=StoryPage._get_path(self.list.path, self.list.depth + 1, self.written),
            depth=self.list.depth + 1,
            url_path=f"{self.list.url_path}{said['slug']}/",
            locale=self.list.locale,
            content_type=ContentType.objects.get_for_model(StoryPage),
            title=said["headline"][:255],
            draft_title=said["headline"][:255],
            slug=said["slug"],
            live=True,
            first_published_at=moment,
            last_published_at=moment,
            latest_revision_created_at=moment,
            standfirst=said["standfirst"],
            body=said["body"],
            byline=said["byline"],
            dateline=self.named(StoryPlace, said["dateline"]),
            source=self.named(StorySource, said["source"]),
            event=self.event(said["event"]),
            lead_image=self.pictures[self.written % PICTURES] if said["has_picture"] else None,
        )

    def beside(self, page: StoryPage, said: dict[str, Any]) -> Iterator[models.Model]:
        """The rows that hang on a page."""
        for order, one in enumerate(said["quotes"]):
            speaker = self.named(StorySpeaker, one.pop("speaker"))
            yield StoryQuote(page=page, sort_order=order, speaker=speaker, **one)
        for order, one in enumerate(filter(None, said["organizations"])):
            organization = self.named(StoryOrganization, one)
            yield StoryMention(page=page, sort_order=order, organization=organization)
        for order, one in enumerate(said["corrections"]):
            yield StoryCorrection(page=page, sort_order=order, **one)
        for name in said["topics"]:
            yield StoryTopic(content_object=page, tag=self.topic(name))

    def write(self, batch: Iterable[dict[str, Any]]) -> None:
        said = list(batch)
        pages = [self.page(one) for one in said]
        insert(Page, pages)
        keys = dict(
            Page.objects.filter(path__in=[one.path for one in pages]).values_list("path", "pk")
        )
        for page in pages:
            page.pk = page.page_ptr_id = keys[page.path]
        insert(StoryPage, pages)
        rows = [
            row for page, one in zip(pages, said, strict=True) for row in self.beside(page, one)
        ]
        for model in (StoryQuote, StoryMention, StoryCorrection, StoryTopic):
            model.objects.bulk_create([row for row in rows if isinstance(row, model)])


def insert(model: type[models.Model], rows: list[Any]) -> None:
    """Write the columns of one table of an inherited model: Django's own way takes one row a time."""
    fields = [one for one in model._meta.local_concrete_fields if not one.generated]
    fields = [one for one in fields if not isinstance(one, models.AutoField)]
    query = InsertQuery(model)
    query.insert_values(fields, rows)
    query.get_compiler(connection=connection).execute_sql()


def picture(number: int) -> Image:
    """A picture in one colour, as large as a photograph."""
    file = io.BytesIO()
    Picture.new("RGB", (1600, 1067), (20 * number, 80, 120)).save(file, "JPEG")
    image: Image = Image.objects.create(
        title=f"Picture {number}", file=ImageFile(file, f"picture-{number}.jpg")
    )
    return image


def addresses(slug: str, event: str) -> dict[str, str]:
    """Of each page by its name; the article and the event are those of the newsroom."""
    deep = max(StoryPage.objects.count() // PAGE_SIZE // 2, 1)
    return {
        "home": "/",
        "article": f"/articles/{slug}/",
        "list": "/articles/",
        "deep list": f"/articles/?page={deep}",
        "event": f"/events/{event}/",
        "search": "/search/?query=",
        "sitemap": "/sitemap.xml",
    }


@transaction.atomic
def fill(said: Iterable[dict[str, Any]]) -> None:
    """All of it or nothing: what is kept for the next time is whole."""
    filling = Filling()
    for batch in batched(said, AT_ONCE):
        filling.write(batch)
    Page.objects.filter(pk=filling.list.pk).update(numchild=filling.written)
    call_command("update_index", stdout=io.StringIO())


def main() -> None:
    slug, event = sys.argv[1:]
    if StoryPage.objects.exists():
        # It was filled the last time; who writes is heard to the end all the same.
        deque(sys.stdin, maxlen=0)
    else:
        fill(json.loads(line) for line in sys.stdin)
    json.dump(addresses(slug, event), sys.stdout)


if __name__ == "__main__":
    main()
