"""A preview shows one text in one language to whoever holds the link, and to no machine."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.utils import timezone, translation
from lxml import html

from articles.desk.editing.working_copies import open_copy
from articles.desk.publication.previews import SALT, make_link, take_back_links
from articles.languages import Language
from articles.models import Article, User
from tests.conftest import member_of
from tests.factories import ArticleFactory, QuoteFactory, UserFactory

pytestmark = pytest.mark.django_db

FRENCH, ARABIC = Language("fr"), Language("ar")
HEADLINE = {"fr": "Le Maroc préside une session plénière", "ar": "المغرب يرأس جلسة عامة"}
DAY = timedelta(days=1)


@pytest.fixture
def draft():
    return ArticleFactory(headline_fr=HEADLINE["fr"], headline_ar=HEADLINE["ar"])


def maker():
    """An editor who makes links; the same in all of a test."""
    return User.objects.filter(username="editor").first() or member_of("editor")


def a_day(article, language=FRENCH, by=None):
    return make_link(article, language, DAY, by=by or maker())


def framed(client, article, language=FRENCH, by=None):
    """The page that the desk frames, asked for by somebody who is signed in."""
    client.force_login(by or maker())
    return client.get(f"/{language}/preview/{article.key}/")


@pytest.mark.parametrize("code", ["fr", "ar"])
@pytest.mark.parametrize("state", ["draft", "in_review", "ready", "published", "withdrawn"])
def test_any_state_is_shown_in_the_language_of_the_link(client, code, state):
    dates = {f"published_at_{one}": timezone.now() for one in ("fr", "ar")}
    states = {f"status_{one}": state for one in ("fr", "ar")}
    article = ArticleFactory(
        headline_fr=HEADLINE["fr"], headline_ar=HEADLINE["ar"], slug_ar="جلسة", **states, **dates
    )
    page = client.get(a_day(article, Language(code)))
    other = {"fr": "ar", "ar": "fr"}[code]
    assert page.status_code == 200
    assert f'<h1 class="headline">{HEADLINE[code]}</h1>' in page.text
    assert HEADLINE[other] not in page.text
    assert article.said("body", other) not in page.text


def test_it_is_the_public_page_but_for_what_passes_it_on(client, editor):
    article = ArticleFactory(headline_fr=HEADLINE["fr"], standfirst_fr="Un chapeau.")
    QuoteFactory(article=article)
    seen = framed(client, article, by=editor).text
    article.publish("fr", by=editor)
    public = client.get(article.url_in("fr")).text

    def main(page):
        (found,) = html.fromstring(page).find_class("article")
        # What invites to pass it on, or names the address it will have, is for what is out.
        for one in [*found.find_class("share"), *found.find_class("printed-from")]:
            one.drop_tree()
        for one in [*found.iter("script", "time")]:
            one.drop_tree()
        for one in found.find_class("pull-quote"):
            one.attrib.pop("data-url", None)
            one.attrib.pop("data-credit", None)
        return " ".join(html.tostring(found, encoding="unicode").split())

    assert main(seen) == main(public)


def test_a_text_that_lacks_everything_but_a_headline_can_be_looked_at(client):
    article = ArticleFactory(headline_fr=None, slug_fr=None, body_fr=None, body_ar=None)
    assert client.get(a_day(article, ARABIC)).status_code == 200
    assert client.get(a_day(article, FRENCH)).status_code == 404


def test_a_working_copy_is_previewed_beside_what_readers_have(client, editor):
    live = ArticleFactory(live=["fr"], headline_fr=HEADLINE["fr"])
    copy = open_copy(live, by=editor)
    copy.headline_fr = "Le Maroc préside deux sessions"
    copy.save()
    page = client.get(a_day(copy))
    assert '<h1 class="headline">Le Maroc préside deux sessions</h1>' in page.text
    assert live.headline_fr not in page.text
    assert f'<h1 class="headline">{live.headline_fr}</h1>' in client.get(live.url_in("fr")).text


def test_looking_changes_nothing(client, draft):
    before = Article.objects.filter(pk=draft.pk).values().get()
    client.get(a_day(draft))
    assert Article.objects.filter(pk=draft.pk).values().get() == before


WAYS = {"framed by the desk": framed, "by a link": lambda client, one: client.get(a_day(one))}


@pytest.mark.parametrize("way", WAYS)
def test_it_is_kept_by_no_cache_and_found_by_no_search_engine(client, draft, way):
    page = WAYS[way](client, draft)
    assert set(page.headers["Cache-Control"].split(", ")) == {"private", "no-store"}
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex">' in page.text
    assert "Last-Modified" not in page.headers
    assert 'rel="canonical"' not in page.text
    assert "ld+json" not in page.text
    assert not page.cookies


@pytest.mark.parametrize("code", ["fr", "ar"])
@pytest.mark.parametrize("way", WAYS)
def test_nothing_of_it_invites_to_pass_it_on(client, draft, way, code):
    QuoteFactory(article=draft)
    page = (
        framed(client, draft, Language(code))
        if way.startswith("framed")
        else client.get(a_day(draft, Language(code)))
    )
    assert page.status_code == 200
    # Neither the address that it will have, nor anything that copies, sends or keeps it.
    assert draft.url_in(code) not in page.text
    for sign in ("data-act", "data-save", "data-url", "wa.me", "mailto:", "og:", "reading.js"):
        assert sign not in page.text, sign
    assert "offline.js" not in page.text


def test_only_what_the_desk_frames_may_be_framed_and_only_by_us(client, draft):
    seen = framed(client, draft)
    assert seen.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in seen.headers["Content-Security-Policy"]
    shared = client.get(a_day(draft))
    assert shared.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in shared.headers["Content-Security-Policy"]


REFUSED = {
    "fr": {
        403: "Ceci n’est pas un lien d’aperçu",
        410: "Ce lien d’aperçu a expiré",
        "taken back": "Ce lien d’aperçu a été annulé",
    },
    "ar": {
        403: "هذا ليس رابط معاينة",
        410: "انتهت صلاحية رابط المعاينة هذا",
        "taken back": "أُلغي رابط المعاينة هذا",
    },
}


def refused(client, path, code, status, why=None):
    page = client.get(path)
    assert page.status_code == status
    assert REFUSED[code][why or status] in page.text
    assert not any(headline in page.text for headline in HEADLINE.values())
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def both(article):
    return [(language.code, a_day(article, language)) for language in (FRENCH, ARABIC)]


def test_an_altered_link_opens_nothing(client, draft):
    for code, path in both(draft):
        middle = len(path) - 20
        swapped = "A" if path[middle] != "A" else "B"
        refused(client, f"{path[:middle]}{swapped}{path[middle + 1 :]}", code, 403)
        refused(client, f"{path[:-12]}/", code, 403)


def test_a_link_does_not_open_another_article(client, draft):
    other = ArticleFactory()
    for code, path in both(draft):
        refused(client, path.replace(draft.key, other.key), code, 403)


def test_a_link_does_not_open_the_other_language(client, draft):
    refused(client, a_day(draft, FRENCH).replace("/fr/", "/ar/"), "ar", 403)
    refused(client, a_day(draft, ARABIC).replace("/ar/", "/fr/"), "fr", 403)


def test_a_link_expires(client, draft, monkeypatch):
    paths = both(draft)
    later = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    for code, path in paths:
        refused(client, path, code, 410)


def test_links_are_taken_back_and_new_ones_work(client, draft):
    paths = both(draft)
    take_back_links(draft, FRENCH, by=maker())
    take_back_links(draft, ARABIC, by=maker())
    for code, path in paths:
        refused(client, path, code, 410, "taken back")
    draft.refresh_from_db()
    assert client.get(a_day(draft)).status_code == 200


def test_a_link_to_a_deleted_article_says_it_is_over(client, draft):
    paths = both(draft)
    draft.delete()
    for code, path in paths:
        refused(client, path, code, 410)


@pytest.mark.parametrize("token", ["x", "WyJ4Il0:1:2", "é", "%00", "a" * 5000])
def test_nonsense_is_refused(client, draft, token):
    with translation.override("fr"):
        refused(client, f"/fr/preview/{draft.key}/{token}/", "fr", 403)


# What a guest is told.

BANDS = {
    "fr": {
        "embargo": "Sous embargo jusqu’au 3 juillet 2030 à 14:30 (heure de Casablanca).",
        "unpublished": "Texte non publié",
        "published": "Ce texte est publié",
    },
    "ar": {
        "embargo": "تحت الحظر إلى غاية 3 يوليوز 2030 على الساعة 14:30 (بتوقيت الدار البيضاء).",
        "unpublished": "نص غير منشور",
        "published": "هذا النص منشور",
    },
}
LATER = datetime(2030, 7, 3, 14, 30, tzinfo=UTC)


def band_of(page):
    (band,) = html.fromstring(page.text).find_class("preview-notice")
    return " ".join(band.text_content().split())


@pytest.mark.parametrize("state", ["draft", "ready", "published"])
@pytest.mark.parametrize("code", ["fr", "ar"])
def test_the_embargo_stands_on_top_with_the_hour_of_the_newsroom(client, code, state):
    states = {f"status_{one}": state for one in ("fr", "ar")}
    dates = {f"published_at_{one}": timezone.now() for one in ("fr", "ar")}
    article = ArticleFactory(slug_ar="جلسة", embargoed_until=LATER, **states, **dates)
    page = client.get(a_day(article, Language(code)))
    assert BANDS[code]["embargo"] in band_of(page)
    top = page.text.index("preview-notice")
    assert top < page.text.index("<h1")


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_without_an_embargo_it_says_whether_it_is_published(client, code):
    before = timezone.now() - timedelta(hours=1)
    draft, over = ArticleFactory(), ArticleFactory(embargoed_until=before)
    live = ArticleFactory(live=[code], slug_ar="جلسة")
    for article in (draft, over):
        assert BANDS[code]["unpublished"] in band_of(client.get(a_day(article, Language(code))))
    page = client.get(a_day(live, Language(code)))
    assert BANDS[code]["published"] in band_of(page)
    assert live.url_in(code) in page.text


def test_the_band_goes_by_the_moment_and_not_by_the_state(client, monkeypatch):
    soon = timezone.now() + timedelta(hours=1)
    article = ArticleFactory(live=["fr"], embargoed_until=soon)
    path = a_day(article)
    assert "embargo" in band_of(client.get(path))
    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(minutes=1))
    assert BANDS["fr"]["published"] in band_of(client.get(path))


# Who makes links, and whose are dead.


def without_group(person):
    person.groups.clear()


def without_languages(person):
    person.languages = []
    person.save()


def deactivated(person):
    person.is_active = False
    person.save()


def off_the_desk(person):
    person.is_staff = False
    person.save()


LOSSES = {
    "deleted": ("editor", lambda person: person.delete()),
    "deactivated": ("editor", deactivated),
    "off the desk": ("editor", off_the_desk),
    "in no group": ("editor", without_group),
    "without the language": ("translator", without_languages),
}


@pytest.mark.parametrize("loss", LOSSES)
def test_a_link_is_dead_when_who_made_it_may_not_show_the_text_any_more(client, draft, loss):
    role, lose = LOSSES[loss]
    person = member_of(role)
    person.languages = ["ar"]
    person.save()
    path, other = a_day(draft, ARABIC, by=person), a_day(draft, ARABIC, by=member_of("chief"))
    assert client.get(path).status_code == 200
    lose(person)
    refused(client, path, "ar", 410)
    assert client.get(other).status_code == 200


def test_the_link_of_a_reporter_lives_on_while_others_review_the_text(client, reporter):
    article = ArticleFactory(created_by=reporter)
    path = a_day(article, by=reporter)
    article.move("fr", "in_review", by=reporter)
    assert client.get(path).status_code == 200
    Article.objects.update(created_by=None)
    refused(client, path, "fr", 410)


def test_only_who_may_write_a_language_now_makes_a_link_to_it(translator, reporter, draft):
    translator.languages = ["ar"]
    translator.save()
    a_day(draft, ARABIC, by=translator)
    with pytest.raises(PermissionDenied):
        a_day(draft, FRENCH, by=translator)
    mine = ArticleFactory(created_by=reporter)
    a_day(mine, by=reporter)
    mine.move("fr", "in_review", by=reporter)
    with pytest.raises(PermissionDenied):
        a_day(mine, FRENCH, by=reporter)
    for stranger in (reporter, UserFactory()):
        with pytest.raises(PermissionDenied):
            a_day(draft, by=stranger)
    assert draft.preview_links.count() == 1


def test_only_who_may_write_a_language_takes_its_links_back(client, translator, draft):
    translator.languages = ["ar"]
    translator.save()
    french, arabic = a_day(draft), a_day(draft, ARABIC)
    with pytest.raises(PermissionDenied):
        take_back_links(draft, FRENCH, by=translator)
    take_back_links(draft, ARABIC, by=translator)
    assert client.get(french).status_code == 200
    refused(client, arabic, "ar", 410, "taken back")


# Links of before.


def token_of(path):
    return signing.loads(path.rstrip("/").rsplit("/", 1)[-1], salt=SALT)


def signed(article, said):
    return f"/fr/preview/{article.key}/{signing.dumps(said, salt=SALT)}/"


def test_links_of_before_open_while_they_are_on_record_and_not_otherwise(client, draft):
    key, code, series, until, _framed, made = token_of(a_day(draft))
    assert client.get(signed(draft, [key, code, series, until, 0, made])).status_code == 200
    for old in (
        # Not on record: whoever made it is not known.
        [key, code, series, until, 0],
        # For the frame of the desk: anybody could open it for an hour.
        [key, code, series, until, 1],
        [key, code, series, until, 1, made],
        # Of a series that was taken back.
        [key, code, series - 1, until, 0, made],
        [key, code, series, until, 0, "nobody"],
    ):
        refused(client, signed(draft, old), "fr", 410)


@pytest.mark.parametrize("said", [[], [1], "x", None, {}, [[]] * 6, ["x"] * 6, [0] * 9])
def test_what_is_signed_and_makes_no_sense_opens_nothing(client, draft, said):
    refused(client, signed(draft, said), "fr", 403)


def test_a_link_lasts_no_longer_than_is_on_record(client, draft):
    path = a_day(draft)
    draft.preview_links.update(until=timezone.now())
    refused(client, path, "fr", 410)


# What the desk frames is seen in a session, by who may see the text.

CLOSED = {"fr": "Ce n’est pas à vous de voir ce texte", "ar": "ليس لكم أن تروا هذا النص"}


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_what_the_desk_frames_opens_to_nobody_without_a_session(client, draft, code):
    address = f"/{code}/preview/{draft.key}/"
    client.force_login(maker())
    assert client.get(address).status_code == 200
    client.logout()
    page = client.get(address)
    assert page.status_code == 403
    assert CLOSED[code] in page.text
    assert not any(headline in page.text for headline in HEADLINE.values())
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize("loss", ["deactivated", "off the desk", "in no group"])
def test_what_the_desk_frames_closes_with_the_right(client, draft, loss):
    person = maker()
    assert framed(client, draft, by=person).status_code == 200
    LOSSES[loss][1](person)
    assert client.get(f"/fr/preview/{draft.key}/").status_code == 403


def test_what_the_desk_frames_is_for_who_may_see_all_of_the_article(client, draft, reporter):
    live = ArticleFactory(live=["fr"], headline_ar=HEADLINE["ar"])
    for article in (draft, live):
        page = framed(client, article, ARABIC, by=reporter)
        assert page.status_code == 403
        assert HEADLINE["ar"] not in page.text
    mine = ArticleFactory(created_by=reporter)
    assert framed(client, mine, by=reporter).status_code == 200
    assert framed(client, mine, by=UserFactory()).status_code == 403


def test_what_is_no_article_is_not_told_from_what_is_not_ones_to_see(client, draft, reporter):
    client.force_login(reporter)
    pages = [client.get(f"/fr/preview/{key}/") for key in (draft.key, "nothing")]
    assert [page.status_code for page in pages] == [403, 403]
    assert re.sub(r"nonce-\S+|nothing", "", pages[0].text.replace(draft.key, "")) == re.sub(
        r"nonce-\S+|nothing", "", pages[1].text
    )
