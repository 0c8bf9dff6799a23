"""Forms of the desk, filled in as a person would."""

import pytest
from django.test import Client

INLINES = {
    "quotes": 0,
    "mentions": 0,
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
