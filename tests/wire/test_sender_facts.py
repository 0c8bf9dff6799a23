"""What a sender says of a text by machine is read wherever it is said: feeds, mails, pages."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles.models import IncomingFeed, IncomingItem, ReceivedText, SenderNotice
from articles.wire.incoming.formats import items_of
from articles.wire.incoming.inbox import Inbox
from articles.wire.incoming.mails import take_mail
from articles.wire.incoming.reading import take_all
from articles.wire.receiving import of_bytes, receive
from articles.wire.sender_facts import SenderFacts, of_page
from tests.factories import SourceFactory, UserFactory
from tests.wire.files import mail
from tests.wire.test_incoming import NEWSML, RSS, WATER, item

pytestmark = pytest.mark.django_db

PRISM = (
    '<prism:embargoDate xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">'
    "2027-01-04T10:00:00Z</prism:embargoDate>"
)
UNTIL = datetime(2027, 1, 4, 10, tzinfo=UTC)


@pytest.fixture
def feed():
    return IncomingFeed.objects.create(
        name="Agence", address="https://agence.example/fil", source=SourceFactory()
    )


def only(document):
    (made,) = items_of(document.encode(), "https://agence.example/fil")
    return made()


def newsml(status="usable", more="", head=""):
    return (
        (NEWSML % status)
        .replace("<pubStatus", f"{more}<pubStatus")
        .replace("<headline>", f"{head}<headline>")
    )


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("<embargoed>2027-01-04T10:00:00Z</embargoed>", UNTIL),
        ("<embargoed>2027-01-04T12:00:00+02:00</embargoed>", UNTIL),
        ("<embargoed/>", None),
    ],
)
def test_the_embargo_of_newsml_is_read(said, until):
    facts = only(newsml(more=said)).facts
    assert facts.is_open(datetime(2026, 12, 1, tzinfo=UTC))
    assert facts.until_moment == until


def test_what_newsml_says_beside_the_text_is_read():
    more = '<edNote>Corrige le nom</edNote><signal qcode="sig:correction"/>'
    head = "<urgency>2</urgency><slugline>eau</slugline>"
    document = newsml(more=more, head=head).replace(
        "<contentMeta>",
        "<rightsInfo><usageTerms>Pas en ligne</usageTerms></rightsInfo><contentMeta>",
    )
    facts = only(document).facts
    assert (facts.version, facts.terms, facts.slug) == ("1", "Pas en ligne", "eau")
    assert (facts.urgency, facts.note, facts.corrects) == ("2", "Corrige le nom", True)


def test_what_is_withheld_waits_under_an_embargo_without_an_end(feed):
    assert dict(take_all(feed, newsml("withheld").encode(), feed.address, timezone.now())) == {
        "new": 1
    }
    text = ReceivedText.objects.get()
    assert SenderFacts.of(text.said).holds


@pytest.mark.parametrize(
    "more",
    ["<pubDate>Mon, 04 Jan 2027 10:00:00 GMT</pubDate>",
     "<embargo>2027-01-04T10:00:00Z</embargo>",
     PRISM],
)  # fmt: skip
def test_an_item_that_appears_later_is_under_embargo_till_then(feed, more):
    now = datetime(2026, 12, 1, tzinfo=UTC)
    take_all(feed, (RSS % item(more=more)).encode(), feed.address, now)
    facts = SenderFacts.of(ReceivedText.objects.get().said)
    assert facts.is_open(now)
    assert facts.until_moment == UNTIL
    # Once it has appeared, nobody has changed anything.
    later = UNTIL + timedelta(hours=1)
    take_all(feed, (RSS % item(more=more)).encode(), feed.address, later)
    assert not SenderNotice.objects.exists()


def test_an_item_of_today_is_under_no_embargo(feed):
    now = datetime(2026, 11, 28, 9, 57, tzinfo=UTC)
    more = "<pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate>"
    take_all(feed, (RSS % item(more=more)).encode(), feed.address, now)
    assert ReceivedText.objects.get().said == {}


def test_an_older_version_does_not_take_the_place_of_a_newer_one(feed):
    newer = newsml().replace('version="1"', 'version="3"').replace("dix", "onze")
    take_all(feed, newer.encode(), feed.address, timezone.now())
    assert dict(take_all(feed, newsml().encode(), feed.address, timezone.now())) == {"known": 1}
    assert "onze" in IncomingItem.objects.get().text.text


def test_a_feed_that_has_a_text_and_its_cancellation_brings_none(feed):
    canceled = newsml("canceled").replace('version="1"', 'version="2"')
    part = canceled[canceled.index("<newsItem") : canceled.index("</itemSet>")]
    both = newsml().replace("</itemSet>", f"{part}</itemSet>")
    for __ in range(2):
        take_all(feed, both.encode(), feed.address, timezone.now())
        assert not IncomingItem.objects.exists()


def test_a_first_cancellation_is_counted_as_one(feed):
    document = newsml("canceled").encode()
    assert dict(take_all(feed, document, feed.address, timezone.now())) == {"canceled": 1}


def test_the_header_of_a_mail_may_say_an_embargo():
    data = mail(WATER, "Les barrages").replace(
        b"Subject:", b"X-Embargo: Mon, 04 Jan 2027 10:00:00 +0000\r\nSubject:", 1
    )
    take_mail(data)
    receive(of_bytes("mail.eml", data), UserFactory())
    for text in ReceivedText.objects.all():
        assert SenderFacts.of(text.said).until_moment == UNTIL
    assert ReceivedText.objects.count() == 2


@pytest.mark.parametrize(
    "said",
    ['<meta name="embargo" content="2027-01-04T10:00:00Z">',
     '<meta property="article:published_time" content="2027-01-04T10:00:00Z">',
     '<script type="application/ld+json">{"datePublished": "2027-01-04T10:00:00Z"}</script>'],
)  # fmt: skip
def test_a_page_that_is_to_appear_later_is_under_embargo(said):
    now = datetime(2026, 12, 1, tzinfo=UTC)
    facts = of_page(f"<html><head>{said}</head><body><p>{WATER}</p></body></html>", now)
    assert facts.until_moment == UNTIL
    page = f"<!doctype html><html><head>{said}</head><body><article><h1>Les barrages</h1><p>{WATER}</p></article></body></html>"
    receive(of_bytes("page.html", page.encode()), UserFactory())
    assert SenderFacts.of(ReceivedText.objects.get().said).until_moment == UNTIL


def test_a_broken_moment_is_an_embargo_all_the_same(feed):
    facts = only(newsml(more="<embargoed>bientôt</embargoed>")).facts
    assert facts.holds
    Inbox(feed).take_in(only(newsml(more="<embargoed>9999-01-01T00:00:00Z</embargoed>")))
    assert SenderFacts.of(ReceivedText.objects.get().said).holds
