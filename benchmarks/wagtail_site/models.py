"""The pages: the fields that the newsroom's articles have in one language."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.fields import RichTextField
from wagtail.images.models import Image
from wagtail.models import Orderable, Page
from wagtail.search import index

PAGE_SIZE = 20
RELATED = 5


class StoryName(models.Model):
    """What is only a name beside an article: a place, an agency, a person, an organization."""

    name = models.CharField(max_length=300)
    slug = models.SlugField(max_length=300, unique=True, allow_unicode=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name


class StoryPlace(StoryName):
    pass


class StorySource(StoryName):
    pass


class StorySpeaker(StoryName):
    pass


class StoryOrganization(StoryName):
    pass


class StoryTopic(TaggedItemBase):
    content_object = ParentalKey("StoryPage", related_name="tagged_items")


class StoryHome(Page):
    template = "home.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"articles": newest()[:PAGE_SIZE]}


class StoryList(Page):
    template = "list.html"

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = Paginator(newest(), PAGE_SIZE)
        return context | {"articles": pages.get_page(request.GET.get("page"))}


class StoryEvent(Page):
    template = "event.html"
    starts_on = models.DateField()
    ends_on = models.DateField()
    description = models.TextField(blank=True)
    place = models.ForeignKey(StoryPlace, models.PROTECT, null=True)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        return context | {"articles": newest().filter(event=self)[:PAGE_SIZE]}


class StoryPage(Page):
    template = "article.html"
    standfirst = models.TextField(blank=True)
    body = RichTextField()
    byline = models.CharField(max_length=200, blank=True)
    dateline = models.ForeignKey(StoryPlace, models.PROTECT, null=True)
    source = models.ForeignKey(StorySource, models.PROTECT, null=True)
    event = models.ForeignKey(StoryEvent, models.SET_NULL, null=True, related_name="articles")
    lead_image = models.ForeignKey(Image, models.SET_NULL, null=True, related_name="+")
    tags = ClusterTaggableManager(through=StoryTopic, blank=True)

    search_fields = [
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        related = newest().filter(event=self.event_id).exclude(pk=self.pk) if self.event_id else []
        return context | {
            "quotes": self.quotes.select_related("speaker"),
            "mentions": self.mentions.select_related("organization"),
            "related": related[:RELATED],
        }


def newest() -> Any:
    """The live articles with what a list of them shows, the newest first."""
    live = StoryPage.objects.live().order_by("-first_published_at")
    return live.defer("body").select_related("source", "dateline", "lead_image")


class StoryQuote(Orderable):
    page = ParentalKey(StoryPage, related_name="quotes")
    speaker = models.ForeignKey(StorySpeaker, models.PROTECT)
    position = models.CharField(max_length=300, blank=True)
    text = models.TextField()


class StoryMention(Orderable):
    page = ParentalKey(StoryPage, related_name="mentions")
    organization = models.ForeignKey(StoryOrganization, models.PROTECT)


class StoryCorrection(Orderable):
    page = ParentalKey(StoryPage, related_name="corrections")
    made_on = models.DateField()
    text = models.TextField()
