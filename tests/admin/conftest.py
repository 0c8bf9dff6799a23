"""Forms of the desk, filled in as a person would, and articles they are opened on."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.admin.second_language import READ, TEXT, TITLE
from tests.factories import ArticleFactory

INLINES = {
    "quotes": 0,
    "mentions": 0,
    "attachments": 0,
    "tagged": 0,
    "corrections": 0,
    "transitions": 0,
}


@pytest.fixture
def article_form():
    """The fields of the article's form, with its inlines empty."""

    def filled(**fields):
        form = {"kind": "news"}
        for inline in INLINES:
            form |= {f"{inline}-TOTAL_FORMS": "0", f"{inline}-INITIAL_FORMS": "0"}
        return form | fields

    return filled


@pytest.fixture
def mine(client, editor):
    """The browser of one of two people at the same form."""
    client.force_login(editor)
    return client


@pytest.fixture
def theirs(chief):
    """The browser of the other."""
    client = Client()
    client.force_login(chief)
    return client


@pytest.fixture
def chiefs_desk(client, chief):
    """The browser of a chief."""
    client.force_login(chief)
    return client


@pytest.fixture
def this_second():
    """Now, as the two fields of a moment can say it."""
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def live_for_hours(this_second):
    """An article that readers have had for three hours, in French."""
    return ArticleFactory(live=["fr"], published_at_fr=this_second - timedelta(hours=3))


@pytest.fixture
def live_in_french():
    """Readers have it in French; in Arabic there is nothing yet."""
    return ArticleFactory(live=["fr"], headline_fr=READ, headline_ar="", body_ar="")


@pytest.fixture
def drafted_in_arabic(live_in_french):
    """The same, with an Arabic that nobody has read."""
    live_in_french.headline_ar, live_in_french.body_ar = TITLE, TEXT
    live_in_french.save()
    return live_in_french
