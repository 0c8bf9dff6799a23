"""What an agency says by machine of a text, before and after somebody has made an article of it."""

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Article, IncomingFeed, IncomingItem, SenderNotice
from tests.admin.test_importing import form_on, words_of
from tests.admin.test_inbox import PAGE, WORDS, colleague, said
from tests.factories import SourceFactory
from tests.wire.server import site

pytestmark = pytest.mark.django_db

CANCELED = "Son expéditeur annule ce texte"
WHY = "Ce texte a été diffusé par erreur."


@pytest.fixture
def partner(settings):
    settings.FETCH_PRIVATE_NETWORKS = ["127.0.0.1/32"]
    with site() as served:
        yield served


@pytest.fixture
def feed(partner):
    source = SourceFactory(name_fr="Agence Atlas")
    return IncomingFeed.objects.create(
        name="Fil Atlas", address=f"{partner.base}/fil", source=source
    )


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


@pytest.fixture
def editors_desk(editor):
    return signed_in(editor)


@pytest.fixture
def sends(feed, partner, desk):
    """Have the agency send items, and read its feed."""

    def send(*items):
        partner.has("/fil", json.dumps(items))
        IncomingFeed.objects.update(read_at=None, etag="", last_modified="")
        desk.post(PAGE, {"read": "1"})

    return send


def signed_in(user):
    browser = Client()
    browser.force_login(user)
    return browser


def taken(desk):
    """The page on which the one text of the inbox is reviewed, and its address."""
    page = desk.post(PAGE, {"take": IncomingItem.objects.get().pk}, follow=True)
    return page.redirect_chain[-1][0], page


def drafted(desk, **answers):
    url, page = taken(desk)
    desk.post(url, form_on(page) | answers | {"do": "save"}, follow=True)
    return Article.objects.get()


def published(article):
    Article.objects.filter(pk=article.pk).update(
        status_fr="published", published_at_fr=timezone.now() - timedelta(hours=1)
    )
    return article


def canceled(number=1, **more):
    return {**said(number), "pubstatus": "canceled", "version": "2", "ednote": WHY, **more}


def form_of(article):
    return reverse("admin:articles_article_change", args=[article.pk])


# Before it is taken.


def test_an_embargo_that_the_feed_says_is_asked_about_and_held(sends, desk):
    sends(said(1, embargoed="2027-01-04T10:00:00+01:00"))
    url, page = taken(desk)
    assert "sous embargo jusqu’au 4 janvier 2027 à 09:00" in words_of(page)
    form = form_on(page)
    assert form["embargoed_until"] == "2027-01-04T09:00"
    page = desk.post(url, form | {"do": "save"}, follow=True)
    assert not Article.objects.exists()
    desk.post(url, form | {"q-embargo": "below", "do": "save"}, follow=True)
    assert Article.objects.get().embargoed_until.isoformat() == "2027-01-04T09:00:00+00:00"


def test_an_embargo_without_an_end_needs_one(sends, desk):
    sends(said(1, pubstatus="withheld"))
    url, page = taken(desk)
    assert "jusqu’à nouvel ordre" in words_of(page)
    desk.post(url, form_on(page) | {"q-embargo": "below", "do": "save"}, follow=True)
    assert not Article.objects.exists()


def test_an_embargo_that_is_over_is_no_question_and_is_said(sends, desk):
    sends(said(1, embargoed="2026-01-04T09:00:00Z"))
    _url, page = taken(desk)
    assert "q-embargo" not in page.text
    assert "L’embargo de son expéditeur est levé depuis" in words_of(page)


def test_what_else_is_said_by_machine_stands_in_the_review(sends, desk):
    sends(said(1, usageterms="Pas au Maroc", slugline="eau-barrages", urgency=1, version="3",
               ednote="Correction : le nom du barrage"))  # fmt: skip
    words = words_of(taken(desk)[1])
    for told in ("Pas au Maroc", "eau-barrages", "Version 3", "le nom du barrage"):
        assert told in words
    assert "q-correction" in taken(desk)[1].text


def test_a_version_that_moves_the_embargo_is_asked_about_once_more(sends, desk):
    sends(said(1, embargoed="2027-01-04T09:00:00Z"))
    url, page = taken(desk)
    desk.post(url, form_on(page) | {"q-embargo": "below", "do": "look"})
    sends(said(1, embargoed="2027-01-05T09:00:00Z"))
    page = desk.get(url)
    assert "Son expéditeur a changé l’embargo" in words_of(page)
    form = form_on(page)
    assert form["embargoed_until"] == "2027-01-05T09:00"
    desk.post(url, form | {"do": "save"}, follow=True)
    assert not Article.objects.exists()


# After it was taken.


def test_a_text_that_is_cancelled_while_it_is_reviewed_says_so_and_asks(sends, desk):
    sends(said(1))
    url, page = taken(desk)
    form = form_on(page)
    sends(canceled())
    words = words_of(desk.get(url))
    assert CANCELED in words
    assert WHY in words
    desk.post(url, form | {"do": "save"}, follow=True)
    assert not Article.objects.exists()
    desk.post(url, form | {"q-sender": "anew", "do": "save"}, follow=True)
    assert Article.objects.count() == 1


def test_the_inbox_says_of_a_taken_text_that_it_is_cancelled(sends, desk):
    sends(said(1))
    taken(desk)
    sends(canceled())
    assert CANCELED in words_of(desk.get(f"{PAGE}?state=taken"))


def test_a_cancelled_article_is_first_of_what_waits_and_stays_with_its_readers(
    sends, desk, editors_desk, client
):
    sends(said(1))
    article = published(drafted(desk))
    sends(canceled())
    for browser in (desk, editors_desk):
        words = words_of(browser.get(reverse("admin:index")))
        assert CANCELED in words
        assert WHY in words
        assert CANCELED in words_of(browser.get(reverse("admin:articles_notices")))
        assert CANCELED in words_of(browser.get(form_of(article)))
    words = words_of(editors_desk.get(form_of(article)))
    assert "Des lecteurs l’ont jusqu’à ce que quelqu’un le retire." in words
    article.refresh_from_db()
    assert article.status_fr == "published"


def test_the_number_of_notices_counts_it_for_whom_it_concerns_whoever_asked_before(
    sends, desk, editors_desk, translator
):
    sends(said(1))
    published(drafted(desk))
    sends(canceled())
    another = signed_in(translator)
    for browser, number in ((another, "0"), (editors_desk, "1"), (another, "0"), (desk, "1")):
        header = html.fromstring(browser.get(reverse("admin:index")).text)
        link = header.xpath("string(//a[contains(@class, 'notices-link')]/span/text())")
        assert link == number


def test_what_a_sender_said_is_dealt_with_once_by_who_may_change_the_article(
    sends, desk, editors_desk
):
    sends(said(1))
    article = published(drafted(desk))
    sends(canceled())
    notice = SenderNotice.objects.get()
    address = reverse("admin:articles_article_sender_notice", args=[article.pk, notice.pk])
    # What readers have is for those to decide on who publish.
    assert desk.post(address).status_code == 403
    assert editors_desk.post(address).status_code == 302
    assert CANCELED not in words_of(editors_desk.get(form_of(article)))
    sends(canceled())
    assert CANCELED not in words_of(editors_desk.get(form_of(article)))


def test_who_may_not_open_an_article_learns_nothing_of_what_its_sender_says(sends, desk):
    sends(said(1))
    article = drafted(desk)
    sends(canceled())
    other = signed_in(colleague())
    notice = SenderNotice.objects.get()
    address = reverse("admin:articles_article_sender_notice", args=[article.pk, notice.pk])
    assert other.post(address).status_code in {403, 404}
    for page in ("admin:index", "admin:articles_notices"):
        assert CANCELED not in words_of(other.get(reverse(page)))
    assert SenderNotice.objects.get().settled_at is None


def test_a_new_version_of_what_was_made_an_article_is_said_until_it_is_made_use_of(sends, desk):
    sends(said(1))
    article = drafted(desk)
    sends(said(1, words=f"{WORDS} Il coûtera trois milliards.", ednote="Corrige le coût."))
    words = words_of(desk.get(form_of(article)))
    assert "Son expéditeur a envoyé une nouvelle version de ce texte" in words
    assert "Corrige le coût." in words
    url, page = taken(desk)
    desk.post(url, form_on(page) | {"q-version": "update", "do": "save"}, follow=True)
    assert "nouvelle version de ce texte" not in words_of(desk.get(form_of(article)))


def test_a_version_that_was_made_an_article_is_cancelled_by_a_later_one(sends, desk):
    sends(said(1))
    article = drafted(desk)
    sends(said(1, words=f"{WORDS} Il coûtera trois milliards.", version="2"))
    sends(canceled(version="3"))
    assert CANCELED in words_of(desk.get(form_of(article)))


def test_a_text_that_is_cancelled_and_sent_again_is_said_to_be(sends, desk):
    sends(said(1, version="1"))
    article = drafted(desk)
    sends(canceled())
    # Its feed may have the old version for long.
    sends(said(1, version="1"))
    assert CANCELED in words_of(desk.get(form_of(article)))
    sends(said(1, version="3"))
    words = words_of(desk.get(form_of(article)))
    assert "Son expéditeur avait annulé ce texte, et l’envoie de nouveau" in words
    assert "Il ne doit pas être utilisé" not in words


def test_what_was_cancelled_while_it_waited_waits_again_when_it_is_sent_again(sends, desk):
    sends(said(1, version="1"))
    sends(canceled())
    assert IncomingItem.objects.get().state == "aside"
    sends(said(1, version="3"))
    assert IncomingItem.objects.get().state == "waiting"


def test_an_arabic_reader_reads_it_in_arabic(sends, desk, reporter):
    sends(said(1))
    article = drafted(desk)
    sends(canceled())
    reporter.language = "ar"
    reporter.save()
    page = desk.get(form_of(article), headers={"accept-language": "ar"})
    assert "ألغى مرسله هذا النص" in words_of(page)
