"""The public pages: the same addresses in every language."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from articles.views import alphabetical, archives, articles, corrections, events, named


class SlugConverter(StringConverter):
    """A slug in any script."""

    regex = r"[-\w]+"


register_converter(SlugConverter, "words")

urlpatterns = [
    path("", articles.HomePage.as_view(), name="home"),
    path("articles/", articles.ArticleList.as_view(), name="articles"),
    path("articles/<words:slug>/", articles.ArticlePage.as_view(), name="article"),
    path("archive/", archives.ArchivePage.as_view(), name="archive"),
    path("archive/<int:year>/", archives.YearPage.as_view(), name="archive_year"),
    path("archive/<int:year>/<int:month>/", archives.MonthPage.as_view(), name="archive_month"),
    path("events/", events.EventList.as_view(), name="events"),
    path("events/<words:slug>/", events.EventPage.as_view(), name="event"),
    path("speakers/", alphabetical.SpeakerList.as_view(), name="speakers"),
    path("speakers/<words:slug>/", named.SpeakerPage.as_view(), name="speaker"),
    path("organizations/", alphabetical.OrganizationList.as_view(), name="organizations"),
    path(
        "organizations/<words:slug>/",
        named.OrganizationPage.as_view(),
        name="organization",
    ),
    path("sources/", alphabetical.SourceList.as_view(), name="sources"),
    path("sources/<words:slug>/", named.SourcePage.as_view(), name="source"),
    path("topics/", alphabetical.TopicList.as_view(), name="topics"),
    path("topics/<words:slug>/", named.TopicPage.as_view(), name="topic"),
    path("corrections/", corrections.CorrectionList.as_view(), name="corrections"),
]
