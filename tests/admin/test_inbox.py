"""What feeds bring waits in the inbox: somebody takes a text and reviews it, or sets it aside."""

import json

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from lxml import html

from articles.models import Article, IncomingFeed, IncomingItem, ReceivedText
from tests.admin.test_importing import form_on, words_of
from tests.conftest import member_of
from tests.factories import ArticleFactory, SourceFactory, UserFactory
from tests.wire.server import site

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

PAGE = "/admin/articles/article/import/inbox/"
WORDS = (
    "Rabat, 28 novembre 2026 – Le ministre de l’Eau a présenté samedi le programme des barrages du "
    "Nord, qui doit donner à boire à deux millions de personnes avant la fin de la décennie."
)
ARABIC = "قدم وزير الماء يوم السبت بالرباط برنامج سدود الشمال الذي سيوفر الماء لمليوني شخص."


@pytest.fixture
def partner(settings):
    settings.FETCH_PRIVATE_NETWORKS = ["127.0.0.1/32"]
    with site() as served:
        yield served


def said(number, title="Les barrages du Nord", words=WORDS, **more):
    return {
        "uri": f"https://agence.example/{number}",
        "headline": title,
        "body_html": f"<p>{words}</p>",
        "versioncreated": "2026-11-28T09:00:00+00:00",
        **more,
    }


@pytest.fixture
def feed(partner):
    source = SourceFactory(name_fr="Agence Atlas", licence="Accord 2026", credit_line_fr="© Atlas")
    return IncomingFeed.objects.create(
        name="Fil Atlas", address=f"{partner.base}/fil", source=source
    )


@pytest.fixture
def brought(feed, partner, desk):
    """The inbox of a reporter, with a text in French and one in Arabic in it."""
    partner.has("/fil", json.dumps([said(1), said(2, "سدود الشمال", ARABIC)]))
    desk.post(PAGE, {"read": "1"})
    return list(IncomingItem.objects.order_by("item_id"))


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


def colleague():
    person = UserFactory()
    allowed = Permission.objects.filter(codename__in=["add_article", "view_article"])
    person.user_permissions.set(allowed)
    return person


def titles(client, address=PAGE):
    found = html.fromstring(client.get(address).text).xpath("//li[@class='inbox-row']//h2")
    return [one.text_content().strip() for one in found]


def test_a_button_reads_the_feeds_and_what_came_stands_in_the_inbox(brought, desk):
    assert titles(desk) == ["Les barrages du Nord", "سدود الشمال"]
    page = desk.get(PAGE)
    assert "Fil Atlas" in words_of(page)
    rows = html.fromstring(page.text).xpath("//li[@class='inbox-row']//h2/@lang")
    assert rows == ["fr", "ar"]
    assert "2 textes" in words_of(desk.get(reverse("admin:articles_import")))


def test_a_feed_that_was_just_read_is_not_read_again_by_a_second_click(brought, desk, partner):
    asked = len(partner.asked)
    desk.post(PAGE, {"read": "1"})
    assert len(partner.asked) == asked


def test_the_inbox_is_narrowed_by_feed_language_and_state(brought, desk, feed):
    assert titles(desk, f"{PAGE}?language=ar") == ["سدود الشمال"]
    assert len(titles(desk, f"{PAGE}?feed={feed.pk}")) == 2
    assert titles(desk, f"{PAGE}?feed=mail") == []
    assert titles(desk, f"{PAGE}?state=aside") == []
    for odd in ("?feed=x", "?page=99", "?language=zz", "?state=x", "?feed=99999999999999999999"):
        assert desk.get(f"{PAGE}{odd}").status_code == 200


def test_a_text_that_is_taken_is_reviewed_and_becomes_a_draft_of_its_partner(brought, desk, feed):
    page = desk.post(PAGE, {"take": brought[0].pk}, follow=True)
    form = form_on(page)
    assert form["headline"] == "Les barrages du Nord"
    assert form["source_use"] == str(feed.source.pk)
    assert form["source_url"] == "https://agence.example/1"
    assert form["published_on"] == "2026-11-28"
    desk.post(page.redirect_chain[-1][0], form | {"do": "save"}, follow=True)
    article = Article.objects.get()
    assert article.source == feed.source
    assert article.source_url == "https://agence.example/1"
    assert titles(desk) == ["سدود الشمال"]


def test_a_text_that_a_colleague_has_taken_is_not_taken_again(brought, desk):
    desk.post(PAGE, {"take": brought[0].pk})
    other = type(desk)()
    other.force_login(colleague())
    page = other.post(PAGE, {"take": brought[0].pk}, follow=True)
    assert page.redirect_chain[-1][0] == PAGE
    assert len(titles(other)) == 1
    review = reverse("admin:articles_import_review", args=[brought[0].text.pk])
    assert other.get(review).status_code == 404


def test_two_clicks_lead_to_the_one_review(brought, desk):
    first = desk.post(PAGE, {"take": brought[0].pk})
    assert desk.post(PAGE, {"take": brought[0].pk}).url == first.url


def test_what_nobody_has_taken_is_no_text_of_the_importer(brought, client, editor):
    client.force_login(editor)
    assert "Les barrages du Nord" not in client.get(reverse("admin:articles_import")).text
    review = reverse("admin:articles_import_review", args=[brought[0].text.pk])
    assert client.get(review).status_code == 404


def test_a_text_is_set_aside_and_put_back(brought, desk):
    desk.post(PAGE, {"aside": brought[0].pk})
    assert titles(desk) == ["سدود الشمال"]
    assert titles(desk, f"{PAGE}?state=aside") == ["Les barrages du Nord"]
    desk.post(PAGE, {"back": brought[0].pk})
    assert len(titles(desk)) == 2


def test_a_new_version_says_so_and_another_taker_is_asked_of_the_draft(
    brought, desk, partner, feed
):
    page = desk.post(PAGE, {"take": brought[0].pk}, follow=True)
    desk.post(page.redirect_chain[-1][0], form_on(page) | {"do": "save"}, follow=True)
    partner.has("/fil", json.dumps([said(1, words=f"{WORDS} Il coûtera deux milliards.")]))
    IncomingFeed.objects.update(read_at=None)
    desk.post(PAGE, {"read": "1"})
    assert "Version 2" in words_of(desk.get(PAGE))
    article = Article.objects.get()
    assert reverse("admin:articles_article_change", args=[article.pk]) in desk.get(PAGE).text
    page = desk.post(PAGE, {"take": brought[0].pk}, follow=True)
    assert "Il coûtera deux milliards." in page.text
    assert f"l’article {article.pk}" in words_of(page)


def test_of_a_colleagues_article_that_is_like_it_no_word_is_told(feed, partner, desk):
    ArticleFactory(
        headline_fr="Secret barrage", original_language="fr", created_by=colleague(),
        source_text=f"Les barrages du Nord {WORDS}",
    )  # fmt: skip
    partner.has("/fil", json.dumps([said(1)]))
    desk.post(PAGE, {"read": "1"})
    assert IncomingItem.objects.get().near is not None
    assert "Secret barrage" not in desk.get(PAGE).text


def test_a_language_of_nobody_here_is_said_and_may_be_chosen(feed, partner, desk):
    words = "The minister of water said on Thursday that the dams of the north are full and ready."
    partner.has("/fil", json.dumps([said(1, "Dams", words, language="en")]))
    desk.post(PAGE, {"read": "1"})
    assert "(en)" in words_of(desk.get(PAGE))
    page = desk.post(PAGE, {"take": IncomingItem.objects.get().pk}, follow=True)
    assert page.status_code == 200
    assert "import-language" in page.text


def test_a_feed_that_fails_says_why(feed, partner, desk):
    partner.has("/fil", status=500)
    desk.post(PAGE, {"read": "1"})
    assert "500" in words_of(desk.get(PAGE))


def test_why_a_feed_fails_is_said_in_the_language_of_who_looks(feed, partner, desk, reporter):
    partner.has("/fil", status=500)
    desk.post(PAGE, {"read": "1"})
    french = "Le site répond par une erreur (500)."
    assert french in words_of(desk.get(PAGE))
    reporter.language = "ar"
    reporter.save()
    words = words_of(desk.get(PAGE, headers={"accept-language": "ar"}))
    assert "500" in words
    assert french not in words


def test_the_inbox_asks_the_database_a_fixed_number_of_questions(
    feed, partner, desk, django_assert_max_num_queries
):
    near = ArticleFactory(source_text=f"Les barrages du Nord {WORDS}", original_language="fr")
    partner.has("/fil", json.dumps([said(n, words=f"{WORDS} Et de {n}.") for n in range(40)]))
    desk.post(PAGE, {"read": "1"})
    assert IncomingItem.objects.filter(near=near).count() == 40
    with django_assert_max_num_queries(14):
        desk.get(PAGE)


# Who may.


def test_only_who_may_add_articles_sees_the_inbox(brought, client):
    client.force_login(member_of("translator"))
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"take": brought[0].pk}).status_code == 403
    assert ReceivedText.objects.filter(file__sent_by=None).count() == 2


def test_who_has_the_right_adds_a_feed_and_nobody_deletes_one(client, feed, partner):
    client.force_login(member_of("chief"))
    form = {"name": "Fil", "address": "https://agence.example/rss", "source": feed.source.pk,
            "language": "", "minutes": "30", "is_read": "on"}  # fmt: skip
    added = client.post(reverse("admin:articles_incomingfeed_add"), form)
    assert added.status_code == 302, added.text
    assert IncomingFeed.objects.get(name="Fil").minutes == 30
    page = client.get(reverse("admin:articles_incomingfeed_change", args=[feed.pk]))
    assert "Accord 2026" in page.text
    assert "© Atlas" in page.text
    delete = reverse("admin:articles_incomingfeed_delete", args=[feed.pk])
    assert client.post(delete, {"post": "yes"}).status_code == 403


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)", "nulle part"])
def test_a_feed_has_an_address_of_the_web(client, feed, address):
    client.force_login(member_of("chief"))
    form = {"name": "Fil", "address": address, "source": feed.source.pk, "minutes": "30"}
    assert client.post(reverse("admin:articles_incomingfeed_add"), form).status_code == 200
    assert not IncomingFeed.objects.filter(name="Fil").exists()


@pytest.mark.parametrize(("role", "listed"), [("reporter", 403), ("editor", 200)])
def test_a_reporter_does_not_see_the_list_of_feeds_and_an_editor_does(client, feed, role, listed):
    client.force_login(member_of(role))
    assert client.get(reverse("admin:articles_incomingfeed_changelist")).status_code == listed
    assert client.get(reverse("admin:articles_incomingfeed_add")).status_code == 403


# The address of a page.

IMPORT = "/admin/articles/article/import/"


def test_an_address_that_is_pasted_leads_to_the_review_of_its_page(desk, partner):
    page = f"<html><body><div><h1>Les barrages du Nord</h1><p>{WORDS}</p><p>{WORDS[40:]}</p></div>"
    partner.has("/barrages", page, Content_Type="text/html")
    shown = desk.post(IMPORT, {"address": f"{partner.base}/barrages"}, follow=True)
    form = form_on(shown)
    assert form["headline"] == "Les barrages du Nord"
    assert form["source_url"] == f"{partner.base}/barrages"


@pytest.mark.parametrize("address", ["http://169.254.169.254/x", "file:///etc/passwd", "x"])
def test_an_address_that_cannot_be_read_is_said_and_stays_in_its_field(desk, address):
    shown = desk.post(IMPORT, {"address": address, "text": "Un texte."})
    (field,) = html.fromstring(shown.text).xpath("//input[@name='address']")
    assert field.get("value") == address
    assert html.fromstring(shown.text).xpath("//p[@id='import-refusal']")
    assert not ReceivedText.objects.exists()


def test_why_a_feed_was_not_read_is_told_in_the_language_of_who_asks(
    feed, partner, client, admin_user
):
    partner.has("/fil", status=503)
    reader = member_of("reporter")
    reader.language = "fr"
    reader.save()
    client.force_login(reader)
    client.post(PAGE, {"read": "1"})
    assert "répond par une erreur (503)" in words_of(client.get(PAGE))
    admin_user.language = "ar"
    admin_user.save()
    client.force_login(admin_user)
    for page in (
        PAGE,
        "/admin/articles/incomingfeed/",
        f"/admin/articles/incomingfeed/{feed.pk}/change/",
    ):
        shown = words_of(client.get(page))
        assert "503" in shown
        assert "erreur" not in shown
