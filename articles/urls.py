"""The public pages: the same addresses in every language."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from articles.views import articles, corrections, events, named


class SlugConverter(StringConverter):
    """A slug in any script."""

    regex = r"[-\w]+"


register_converter(SlugConverter, "words")

urlpatterns = [
    path("", articles.HomePage.as_view(), name="home"),
    path("articles/", articles.ArticleList.as_view(), name="articles"),
    path("articles/<words:slug>/", articles.ArticlePage.as_view(), name="article"),
    path("events/", events.EventList.as_view(), name="events"),
    path("events/<words:slug>/", events.EventPage.as_view(), name="event"),
    path("speakers/<words:slug>/", named.SpeakerPage.as_view(), name="speaker"),
    path(
        "organizations/<words:slug>/",
        named.OrganizationPage.as_view(),
        name="organization",
    ),
    path("sources/<words:slug>/", named.SourcePage.as_view(), name="source"),
    path("topics/<words:slug>/", named.TopicPage.as_view(), name="topic"),
    path("corrections/", corrections.CorrectionList.as_view(), name="corrections"),
]
