"""The public pages: the same addresses in every language."""

from django.urls import path, re_path, register_converter
from django.urls.converters import StringConverter

from articles.views import (
    about,
    alphabetical,
    archives,
    articles,
    calendars,
    corrections,
    embargoed,
    events,
    feeds,
    follow,
    kits,
    live,
    logo_icons,
    months,
    offline,
    papers,
    press,
    previews,
    records,
    search,
    sharing,
    site_pages,
    subscribing,
)


class SlugConverter(StringConverter):
    """A slug in any script."""

    regex = r"[-\w]+"


register_converter(SlugConverter, "words")

urlpatterns = [
    path("", articles.HomePage.as_view(), name="home"),
    re_path(r"^feed\.(?P<form>rss|atom|json)$", feeds.Feed.as_view(), name="feed"),
    path("topics/<words:slug>/feed.rss", feeds.TopicFeed.as_view(), name="topic_feed"),
    path("events/<words:slug>/feed.rss", feeds.EventFeed.as_view(), name="event_feed"),
    path("speakers/<words:slug>/feed.rss", feeds.SpeakerFeed.as_view(), name="speaker_feed"),
    path(
        "organizations/<words:slug>/feed.rss",
        feeds.OrganizationFeed.as_view(),
        name="organization_feed",
    ),
    path("articles/", articles.ArticleList.as_view(), name="articles"),
    path("articles/<words:slug>/share.jpg", sharing.ShareImage.as_view(), name="share_image"),
    path("articles/<words:slug>/live/", live.LivePart.as_view(), name="live_part"),
    path(
        "articles/<words:slug>/live/<int:entry>/",
        live.LiveEntryAddress.as_view(),
        name="live_entry",
    ),
    path("articles/<words:slug>.pdf", papers.ArticlePaperPage.as_view(), name="article_paper"),
    path("articles/<words:slug>/", articles.ArticlePage.as_view(), name="article"),
    path(
        "preview/<str:key>/<str:token>/",
        previews.PreviewPage.as_view(),
        name="preview",
    ),
    path(
        "preview/<str:key>/<str:token>/paper.pdf",
        papers.PreviewPaper.as_view(),
        name="preview_paper",
    ),
    path(
        "preview/<str:key>/paper.pdf",
        papers.DeskPreviewPaper.as_view(),
        name="desk_preview_paper",
    ),
    path("preview/<str:key>/", previews.DeskPreviewPage.as_view(), name="desk_preview"),
    path(
        "embargoed/<str:token>/paper.pdf",
        papers.EmbargoedPaper.as_view(),
        name="embargoed_paper",
    ),
    path("embargoed/<str:token>/", embargoed.EmbargoedPage.as_view(), name="embargoed"),
    path("about/", site_pages.FixedPage.as_view(page="about"), name="about"),
    path("press/", press.PressRoom.as_view(), name="press"),
    path("press/kits/", press.KitList.as_view(), name="kits"),
    path("press/kits/<words:slug>/", press.KitPage.as_view(), name="kit"),
    path("press/kits/<words:slug>/selection.zip", kits.Selection.as_view(), name="kit_selection"),
    path("pages/<words:slug>/", site_pages.StaticPage.as_view(), name="page"),
    path("archive/", archives.ArchivePage.as_view(), name="archive"),
    path("archive/<int:year>/", archives.YearPage.as_view(), name="archive_year"),
    path("archive/<int:year>/<int:month>/", archives.MonthPage.as_view(), name="archive_month"),
    path("events.ics", calendars.AllEvents.as_view(), name="events_calendar"),
    path("events/<words:slug>.ics", calendars.EventCalendar.as_view(), name="event_calendar"),
    path("events/<int:year>/<int:month>/", months.EventMonth.as_view(), name="events_month"),
    path("events/", events.EventList.as_view(), name="events"),
    path("events/<words:slug>/", events.EventPage.as_view(), name="event"),
    path("speakers/", alphabetical.SpeakerList.as_view(), name="speakers"),
    path("speakers/<words:slug>/", records.SpeakerPage.as_view(), name="speaker"),
    path("organizations/", alphabetical.OrganizationList.as_view(), name="organizations"),
    path(
        "organizations/<words:slug>/",
        records.OrganizationPage.as_view(),
        name="organization",
    ),
    path("sources/", alphabetical.SourceList.as_view(), name="sources"),
    path("sources/<words:slug>/", records.SourcePage.as_view(), name="source"),
    path("topics/", alphabetical.TopicList.as_view(), name="topics"),
    path("topics/<words:slug>/", records.TopicPage.as_view(), name="topic"),
    path("manifest.webmanifest", offline.manifest, name="manifest"),
    path("icon-<int:size>.png", logo_icons.LogoIcon.as_view(), name="icon"),
    path("offline/", offline.OfflinePage.as_view(), name="offline"),
    path("saved/", offline.SavedPage.as_view(), name="saved"),
    path("follow/", follow.FollowPage.as_view(), name="follow"),
    path("subscribe/", subscribing.SubscribePage.as_view(), name="subscribe"),
    path("subscribe/confirm/", subscribing.ConfirmPage.as_view(), name="subscribe_confirm"),
    path("subscribe/choices/", subscribing.ChoicesPage.as_view(), name="subscribe_choices"),
    path("subscribe/leave/", subscribing.LeavePage.as_view(), name="subscribe_leave"),
    path("search/", search.SearchPage.as_view(), name="search"),
    path("search/suggestions.json", search.Suggestions.as_view(), name="search_suggestions"),
    path("search/feed.rss", search.SearchFeed.as_view(), name="search_feed"),
    path("site-map/", about.SiteMapPage.as_view(), name="site_map"),
    path("accessibility/", about.AccessibilityPage.as_view(), name="accessibility"),
    path("legal/", about.LegalPage.as_view(), name="legal"),
    path("privacy/", about.PrivacyPage.as_view(), name="privacy"),
    path("corrections/", corrections.CorrectionList.as_view(), name="corrections"),
]
