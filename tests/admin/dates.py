"""Dates of an article, as a form sends them and as they are stored."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from tests.conftest import member_of
from tests.factories import ArticleFactory

HOUR = timedelta(hours=1)
ROLES = ["reporter", "translator", "editor", "chief"]
DATES = ["published_at_fr", "live_until_fr", "embargoed_until"]


def changes_url(copy):
    return reverse("admin:articles_article_changes", args=[copy.pk])


def account(role):
    person = member_of(role)
    person.languages = ["ar"] if role == "translator" else []
    person.save()
    return person


def typed(name, moment):
    """A moment as its two fields send it."""
    local = timezone.localtime(moment)
    return {f"{name}_0": f"{local:%d/%m/%Y}", f"{name}_1": f"{local:%H:%M:%S}"}


def dates_of(article):
    stored = Article.objects.get(pk=article.pk)
    return {name: getattr(stored, name) for name in ("status_fr", *DATES)}


def scheduled(now, **dates):
    return ArticleFactory(live=["fr"], **({"published_at_fr": now - 3 * HOUR} | dates))
