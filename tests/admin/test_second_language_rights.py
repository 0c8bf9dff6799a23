"""The unread language is written by whose it is; what readers have, by no forged form."""

import pytest

from tests.admin.forms import change_url, opened
from tests.admin.second_language import TITLE, now
from tests.factories import QuoteFactory

pytestmark = pytest.mark.django_db
FORGED = [
    {"headline_fr": "Forgé"},
    {"kind": "analysis"},
    {"published_at_fr_0": "01/01/2020", "published_at_fr_1": "10:00:00"},
    {"quotes-0-text_fr": "Forgé"},
    {"quotes-0-DELETE": "on"},
    {
        "mentions-TOTAL_FORMS": "1",
        "mentions-INITIAL_FORMS": "0",
        "mentions-0-speaker": "1",
    },
]


@pytest.mark.parametrize("forged", FORGED)
@pytest.mark.parametrize("role", ["translator", "reporter", "editor", "chief"])
def test_no_forged_form_changes_what_readers_have(client, drafted_in_arabic, request, role, forged):
    quote = QuoteFactory(article=drafted_in_arabic)
    before, shown = now(drafted_in_arabic), client.get(drafted_in_arabic.url_in("fr")).text
    client.force_login(request.getfixturevalue(role))
    form = opened(client, drafted_in_arabic) if role != "reporter" else {}
    client.post(change_url(drafted_in_arabic), form | forged)
    client.logout()
    assert client.get(drafted_in_arabic.url_in("fr")).text == shown
    after = now(drafted_in_arabic)
    assert (after.headline_fr, after.kind, after.published_at_fr) == (
        before.headline_fr,
        before.kind,
        before.published_at_fr,
    )
    assert list(drafted_in_arabic.quotes.values_list("pk", "text_fr")) == [
        (quote.pk, quote.text_fr)
    ]
    assert not drafted_in_arabic.mentions.exists()


def test_who_may_not_write_it_reads_it(client, drafted_in_arabic, reporter):
    client.force_login(reporter)
    assert 'name="headline_ar"' not in client.get(change_url(drafted_in_arabic)).text
    assert client.post(change_url(drafted_in_arabic), {"headline_ar": "Forgé"}).status_code == 403
    assert now(drafted_in_arabic).headline_ar == TITLE


def test_once_submitted_its_translator_reads_it(client, drafted_in_arabic, translator):
    drafted_in_arabic.move("ar", "in_review", by=translator)
    client.force_login(translator)
    assert 'name="headline_ar"' not in client.get(change_url(drafted_in_arabic)).text
    assert client.post(change_url(drafted_in_arabic), {"headline_ar": "Forgé"}).status_code == 403
