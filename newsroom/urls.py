"""Where requests go."""

from urllib.parse import urlsplit

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path

from articles.admin.chooser_answers import ChooserAnswers
from articles.admin.editing.drafts import SessionView
from articles.admin.language_switch import AdminLanguageView
from articles.admin.sign_ins import passwords
from articles.admin.view_on_site import view_on_site
from articles.views import icons, offline, sitemaps
from articles.views.documents import document
from articles.views.health import LiveView, ReadyView
from articles.views.language_choice import choose_language
from articles.views.media import media

handler404 = "articles.views.near_addresses.page_not_found"
handler500 = "articles.views.server_error.server_error"

urlpatterns = [
    path("", choose_language, name="root"),
    path("health/live", LiveView.as_view(), name="health_live"),
    path("health/ready", ReadyView.as_view(), name="health_ready"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.section, name="sitemap_section"),
    path("news-sitemap.xml", sitemaps.news, name="news_sitemap"),
    path("documents/<str:key>/", document, name="document"),
    path("sw.js", offline.worker, name="worker"),
    path("favicon.ico", icons.icon, {"file": "favicon.ico"}, name="favicon"),
    re_path(
        r"^apple-touch-icon(?:-\d+x\d+)?(?:-precomposed)?\.png$",
        icons.icon,
        {"file": "apple-touch-icon.png"},
        name="touch_icon",
    ),
    path("robots.txt", sitemaps.robots, name="robots"),
    path(".well-known/security.txt", sitemaps.security, name="security"),
    path("admin/language/", AdminLanguageView.as_view(), name="admin_language"),
    path(
        "admin/r/<path:content_type_id>/<path:object_id>/",
        admin.site.admin_view(view_on_site),
        name="admin_view_on_site",
    ),
    path(
        "admin/autocomplete/",
        admin.site.admin_view(ChooserAnswers.as_view(admin_site=admin.site)),
        name="autocomplete",
    ),
    path("admin/session/", SessionView.as_view(), name="admin_session"),
    path("admin/", include(passwords.pages())),
    path("admin/", admin.site.urls),
    *i18n_patterns(path("", include("articles.urls"))),
]

if not urlsplit(settings.MEDIA_URL).netloc:
    urlpatterns.append(path(f"{settings.MEDIA_URL.lstrip('/')}<path:path>", media))
