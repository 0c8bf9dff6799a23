"""What partners' feeds bring is in the inbox once, in its newest version, whatever else they send."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from articles.models import IncomingFeed, IncomingItem, ReceivedFile, ReceivedText
from articles.wire.incoming.formats import items_of
from articles.wire.incoming.inbox import Inbox, forget_old, set_aside, take
from articles.wire.incoming.reading import read_due
from tests.factories import ArticleFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

WATER = "Le ministre de l’Eau a présenté jeudi à Rabat le programme des barrages du Nord."
RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Agence partenaire</title><language>fr</language>%s</channel></rss>"""
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>وكالة</title><id>urn:f</id>
<entry><id>urn:1</id><title>المغرب يستضيف القمة الإفريقية للماء</title><updated>2026-11-28T10:00:00Z</updated>
<link href="https://agence.example/ar/1"/>
<content type="html">&lt;p&gt;تنعقد القمة الإفريقية للماء بالرباط يومي الخميس والجمعة.&lt;/p&gt;</content></entry></feed>"""


def item(title="Les barrages du Nord", guid="g-1", words=WATER, more=""):
    guid = f"<guid>{guid}</guid>" if guid else ""
    title = f"<title>{title}</title>" if title else ""
    return f"<item>{title}{guid}<description><![CDATA[<p>{words}</p>]]></description>{more}</item>"


@pytest.fixture
def feed(partner):
    return IncomingFeed.objects.create(
        name="Agence", address=f"{partner.base}/rss", source=SourceFactory(name_fr="Agence Atlas")
    )


def read(feed, at=None):
    now = at or timezone.now()
    IncomingFeed.objects.filter(pk=feed.pk).update(due_at=now)
    (found,) = read_due(now).values()
    feed.refresh_from_db()
    return dict(found)


def brought(partner, *items):
    partner.has("/rss", RSS % "".join(items))


def headlines():
    return list(IncomingItem.objects.order_by("pk").values_list("headline", flat=True))


def test_the_items_of_a_feed_wait_in_the_inbox(feed, partner):
    link = "<link>https://agence.example/1</link><pubDate>Sat, 28 Nov 2026 10:00:00 GMT</pubDate>"
    brought(
        partner, item(more=link), item("L’huile d’olive renchérit", "g-2", "Le litre coûte cher.")
    )
    assert read(feed) == {"new": 2}
    first = IncomingItem.objects.get(item_id="g-1")
    assert first.headline == "Les barrages du Nord"
    assert (first.language, first.address) == ("fr", "https://agence.example/1")
    assert first.published_at == datetime(2026, 11, 28, 10, tzinfo=UTC)
    assert WATER in first.text.text
    assert first.text.source == feed.source
    assert WATER.encode() in bytes(first.text.file.content)


def test_atom_in_arabic_is_read(feed, partner):
    partner.has("/rss", ATOM)
    assert read(feed) == {"new": 1}
    found = IncomingItem.objects.get()
    assert (found.headline, found.language) == ("المغرب يستضيف القمة الإفريقية للماء", "ar")


NINJS = {
    "uri": "urn:ninjs:1", "type": "text", "language": "fr", "headline": "Le port de Tanger grandit",
    "versioncreated": "2026-11-28T09:00:00+00:00",
    "body_html": "<p>Le port a traité dix millions de conteneurs dans l’année.</p>",
}  # fmt: skip
NINJS_3 = {
    "uri": "urn:ninjs:3", "type": "text", "headlines": [{"role": "main", "value": "Le port de Tanger grandit"}],
    "bodies": [{"contentType": "text/plain", "value": "Le port a traité dix millions de conteneurs dans l’année."}],
}  # fmt: skip
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1", "title": "f", "language": "fr",
    "items": [{"id": 7, "title": "Le port de Tanger grandit", "content_text": "Le port a traité dix millions de conteneurs dans l’année."}],
}  # fmt: skip
NEWSML = """<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:1" version="1" xml:lang="fr"><itemMeta><versionCreated>2026-11-28T09:00:00Z</versionCreated>
<pubStatus qcode="stat:%s"/></itemMeta><contentMeta><headline>Le port de Tanger grandit</headline></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.content><p>Le port a
traité dix <b>millions</b> de conteneurs dans l’année.</p><p>Il s’agrandit.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
</itemSet></newsMessage>"""


@pytest.mark.parametrize(
    "document",
    [json.dumps(NINJS), json.dumps(NINJS_3), json.dumps([NINJS]), json.dumps({"_items": [NINJS]}),
     json.dumps(JSON_FEED), NEWSML % "usable"],
)  # fmt: skip
def test_each_kind_of_feed_is_told_by_what_is_in_it(feed, partner, document):
    partner.has("/rss", document, Content_Type="text/plain")
    assert read(feed) == {"new": 1}
    found = IncomingItem.objects.get()
    assert (found.headline, found.language) == ("Le port de Tanger grandit", "fr")
    assert "dix millions de conteneurs dans l’année." in found.text.text
    assert read(feed) == {"known": 1}


@pytest.mark.parametrize(
    "gone", [json.dumps(NINJS | {"pubstatus": "canceled"}), NEWSML % "canceled"]
)
def test_what_its_agency_takes_back_does_not_wait_any_more(feed, partner, gone):
    is_json = gone.startswith("{")
    partner.has("/rss", json.dumps(NINJS) if is_json else NEWSML % "usable")
    read(feed)
    partner.has("/rss", gone)
    assert read(feed) == {"canceled": 1}
    assert IncomingItem.objects.get().state == "aside"


# Once, and in the newest version.


def test_an_item_that_comes_twice_is_there_once(feed, partner):
    brought(partner, item(), item())
    assert read(feed) == {"new": 1, "known": 1}
    assert read(feed) == {"known": 2}
    assert headlines() == ["Les barrages du Nord"]


def test_the_same_text_under_another_name_is_there_once(feed, partner):
    brought(partner, item(guid="g-1"), item(guid="g-9"))
    assert read(feed) == {"new": 1, "known": 1}


def test_an_item_that_changed_is_a_new_version_of_the_one_there(feed, partner):
    brought(partner, item())
    read(feed)
    brought(partner, item(words=f"{WATER} Il coûtera deux milliards."))
    assert read(feed) == {"changed": 1}
    found = IncomingItem.objects.get()
    assert found.version == 2
    assert "deux milliards" in found.text.text
    # Both are kept as they came.
    assert ReceivedFile.objects.count() == 2
    assert ReceivedText.objects.filter(state="waiting").count() == 1


def test_a_new_version_of_what_was_taken_waits_again_and_says_of_which_article(feed, partner):
    brought(partner, item())
    read(feed)
    found = IncomingItem.objects.get()
    text = take(found, UserFactory())
    article = ArticleFactory()
    ReceivedText.objects.filter(pk=text.pk).update(state="drafted", article=article)
    brought(partner, item(words=f"{WATER} Il coûtera deux milliards."))
    read(feed)
    found.refresh_from_db()
    assert (found.state, found.version, found.near) == ("waiting", 2, article)
    assert found.text.file.sent_by is None


def test_what_was_set_aside_stays_aside_when_it_changes(feed, partner):
    brought(partner, item())
    read(feed)
    assert set_aside(IncomingItem.objects.get())
    brought(partner, item(words=f"{WATER} Il coûtera deux milliards."))
    read(feed)
    assert IncomingItem.objects.get().state == "aside"


def test_one_of_two_takes_a_text(feed, partner):
    brought(partner, item())
    read(feed)
    found = IncomingItem.objects.get()
    assert take(found, UserFactory()) is not None
    assert take(found, UserFactory()) is None


def test_an_article_that_is_nearly_the_same_is_told(feed, partner):
    there = ArticleFactory(original_language="fr", source_text=f"Les barrages du Nord {WATER}")
    brought(partner, item(), item("L’huile d’olive", "g-2", "Le litre coûte cinquante dirhams."))
    read(feed)
    assert IncomingItem.objects.get(item_id="g-1").near == there
    assert IncomingItem.objects.get(item_id="g-2").near is None


# What is broken.


def test_a_broken_item_stops_no_other(feed, partner):
    items = [NINJS, None, 7, {"type": "picture"}, {"uri": "x", "headline": "\x00"}, {"uri": ["x"]},
             NINJS | {"uri": "urn:2", "body_html": "<p>Un autre texte, sur un autre port.</p>"}]  # fmt: skip
    partner.has("/rss", json.dumps(items))
    # Two of them have no word: there is nothing to refuse, and nothing to tell at each reading.
    assert read(feed) == {"new": 2, "refused": 3}


def test_an_empty_item_is_told_of_at_no_reading(feed, partner):
    brought(partner, "<item><guid>g-0</guid></item>", item(), item(title="", guid="g-9", words=" "))
    assert read(feed) == {"new": 1}
    assert read(feed, timezone.now() + timedelta(days=1)) == {"known": 1}


def test_an_item_without_a_title_a_date_or_a_name_is_read(feed, partner):
    brought(partner, item(title="", guid=""))
    assert read(feed) == {"new": 1}
    assert read(feed) == {"known": 1}
    assert headlines() == [WATER]


@pytest.mark.parametrize("year", ["0001", "9999", "1750", "99999", "10000"])
def test_a_date_of_no_calendar_is_left_out(feed, partner, year):
    brought(partner, item(more=f"<pubDate>Mon, 01 Jan {year} 00:00:00 GMT</pubDate>"))
    read(feed)
    assert IncomingItem.objects.get().published_at is None
    partner.has("/rss", json.dumps(NINJS | {"versioncreated": f"{year}-12-31T23:59:59Z"}))
    read(feed)
    assert IncomingItem.objects.get(item_id="urn:ninjs:1").published_at is None


def test_scripts_in_an_item_are_not_in_its_text(feed, partner):
    bad = f"<script>alert(1)</script><img src=x onerror=alert(2)><style>p{{}}</style>{WATER}"
    brought(partner, item("Les &lt;script&gt;alert(3)&lt;/script&gt; barrages", words=bad))
    read(feed)
    text = IncomingItem.objects.get().text.text
    assert "alert" not in text
    assert WATER in text


def test_an_item_in_a_language_of_nobody_here_is_said_to_be(feed, partner):
    words = "The minister of water said on Thursday that the dams of the north are full and ready."
    partner.has(
        "/rss", json.dumps(NINJS | {"headline": "Water", "body_html": words, "language": "en"})
    )
    read(feed)
    found = IncomingItem.objects.get()
    assert (found.language, found.text.language) == ("en", "")


@pytest.mark.parametrize(
    ("encoding", "said"), [("cp1256", "utf-8"), ("cp1256", "windows-1256"), ("utf-8", "iso-8859-1")]
)
def test_an_encoding_that_is_said_wrongly_is_found_out(feed, partner, encoding, said):
    words = "تنعقد القمة الإفريقية للماء بالرباط يومي الخميس والجمعة."
    document = (RSS % item("القمة الإفريقية للماء", words=words)).replace("UTF-8", said)
    partner.has("/rss", document.encode(encoding), Content_Type=f"text/xml; charset={said}")
    read(feed)
    assert headlines() == ["القمة الإفريقية للماء"]


LAYERS = "".join(
    f'<!ENTITY {after} "{f"&{one};" * 10}">'
    for one, after in zip("abcdefgh", "bcdefghi", strict=True)
)
BOMB = f'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">{LAYERS}]>'
FILE = '<!DOCTYPE r [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [BOMB, FILE])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("document", [RSS % item(words="&i;"), NEWSML % "usable"])
def test_entities_are_not_read(feed, partner, doctype, encoding, document):
    before, __, after = document.partition("?>")
    partner.has("/rss", f"{before}?>{doctype}{after}".replace("UTF-8", encoding).encode(encoding))
    assert read(feed) == {}
    assert feed.error
    assert not IncomingItem.objects.exists()


@pytest.mark.parametrize(
    "document", [b"", b"\x00\x01\x02", b"<html><p>Bonjour</p></html>", b"{}", b"[" * 100_000, b"7",
                 b'{"_items": 7}', b"%PDF-1.7", b"<newsItem"],
)  # fmt: skip
def test_what_is_no_feed_is_said_on_it_and_tried_again_later(feed, partner, document):
    partner.has("/rss", document)
    assert read(feed) == {}
    assert feed.error
    assert feed.due_at > timezone.now() + timedelta(minutes=20)


def test_a_feed_without_an_end_of_items_fills_no_inbox(feed, partner):
    brought(partner, *(item(f"Titre {n}", f"g-{n}", f"Texte numéro {n}.") for n in range(1000)))
    assert read(feed) == {"new": 300}
    # The newest stands on top.
    assert IncomingItem.objects.first().headline == "Titre 0"


# When it is read.


def test_a_feed_that_has_not_changed_is_not_sent_again(feed, partner):
    partner.has("/rss", RSS % item(), ETag='"1"', Last_Modified="Sat, 28 Nov 2026 10:00:00 GMT")
    read(feed)
    assert read(feed) == {}
    assert feed.error == ""
    assert partner.asked[-1][1]["If-None-Match"] == '"1"'
    assert partner.asked[-1][1]["If-Modified-Since"] == "Sat, 28 Nov 2026 10:00:00 GMT"


def test_a_feed_that_does_not_answer_is_left_alone_longer_each_time(feed, partner):
    partner.has("/rss", status=500)
    now = timezone.now()
    pauses = []
    for _try in range(12):
        read(feed, now)
        pauses.append(feed.due_at - now)
    assert pauses[0] == timedelta(minutes=30)
    assert pauses[1] == timedelta(minutes=60)
    assert pauses[-1] == timedelta(days=1)
    brought(partner, item())
    assert read(feed, now) == {"new": 1}
    assert (feed.failures, feed.error, feed.due_at - now) == (0, "", timedelta(minutes=15))


def test_a_server_that_wants_to_be_left_alone_is(feed, partner):
    partner.has("/rss", status=429, Retry_After="7200")
    now = timezone.now()
    read(feed, now)
    assert feed.due_at - now == timedelta(hours=2)


def test_a_feed_that_fails_stops_no_other_and_the_command_says_so(feed, partner, capsys):
    partner.has("/rss", status=500)
    partner.has("/bon", RSS % item())
    IncomingFeed.objects.create(name="Bon", address=f"{partner.base}/bon", source=feed.source)
    off = IncomingFeed.objects.create(
        name="Éteint", address=f"{partner.base}/non", source=feed.source, is_read=False
    )
    call_command("fetch_feeds")
    said = capsys.readouterr()
    assert "Bon: new 1" in said.out
    assert "500" in said.err
    off.refresh_from_db()
    assert off.read_at is None
    partner.asked.clear()
    call_command("fetch_feeds")
    assert partner.asked == []


def test_a_feed_that_somebody_changes_is_read_anew(feed, partner):
    partner.has("/rss", RSS % item(), ETag='"1"')
    read(feed)
    feed.save()
    assert (feed.etag, feed.failures) == ("", 0)
    assert feed.due_at <= timezone.now()


def test_what_nobody_takes_is_forgotten_once_its_feed_has_not_had_it_for_long(feed, partner):
    brought(partner, item(), item("L’huile d’olive", "g-2", "Le litre coûte cinquante dirhams."))
    now = timezone.now()
    read(feed, now)
    kept = IncomingItem.objects.get(item_id="g-2")
    take(kept, UserFactory())
    forget_old(now + timedelta(days=59))
    assert IncomingItem.objects.count() == 2
    forget_old(now + timedelta(days=61))
    assert list(IncomingItem.objects.all()) == [kept]
    assert ReceivedFile.objects.count() == 1


def test_a_text_without_a_word_is_no_item(feed):
    (made,) = items_of((RSS % item(title="", words="—")).encode(), "https://agence.example/")
    with pytest.raises(Exception, match=r"."):
        Inbox(feed).take_in(made())
