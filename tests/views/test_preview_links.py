"""A preview's link opens its own text while it lasts, and nothing else."""

from datetime import timedelta

import pytest
from django.core import signing
from django.utils import timezone, translation

from articles.desk.publication.previews import SALT, take_back_links
from tests.factories import ArticleFactory
from tests.views.previews import ARABIC, FRENCH, a_day, maker, refused

pytestmark = pytest.mark.django_db


def both(article):
    return [(language.code, a_day(article, language)) for language in (FRENCH, ARABIC)]


def test_an_altered_link_opens_nothing(client, draft_to_preview):
    for code, path in both(draft_to_preview):
        middle = len(path) - 20
        swapped = "A" if path[middle] != "A" else "B"
        refused(client, f"{path[:middle]}{swapped}{path[middle + 1 :]}", code, 403)
        refused(client, f"{path[:-12]}/", code, 403)


def test_a_link_does_not_open_another_article(client, draft_to_preview):
    other = ArticleFactory()
    for code, path in both(draft_to_preview):
        refused(client, path.replace(draft_to_preview.key, other.key), code, 403)


def test_a_link_does_not_open_the_other_language(client, draft_to_preview):
    refused(client, a_day(draft_to_preview, FRENCH).replace("/fr/", "/ar/"), "ar", 403)
    refused(client, a_day(draft_to_preview, ARABIC).replace("/ar/", "/fr/"), "fr", 403)


def test_a_link_expires(client, draft_to_preview, monkeypatch):
    paths = both(draft_to_preview)
    later = timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    for code, path in paths:
        refused(client, path, code, 410)


def test_links_are_taken_back_and_new_ones_work(client, draft_to_preview):
    paths = both(draft_to_preview)
    take_back_links(draft_to_preview, FRENCH, by=maker())
    take_back_links(draft_to_preview, ARABIC, by=maker())
    for code, path in paths:
        refused(client, path, code, 410, "taken back")
    draft_to_preview.refresh_from_db()
    assert client.get(a_day(draft_to_preview)).status_code == 200


def test_a_link_to_a_deleted_article_says_it_is_over(client, draft_to_preview):
    paths = both(draft_to_preview)
    draft_to_preview.delete()
    for code, path in paths:
        refused(client, path, code, 410)


@pytest.mark.parametrize("token", ["x", "WyJ4Il0:1:2", "é", "%00", "a" * 5000])
def test_nonsense_is_refused(client, draft_to_preview, token):
    with translation.override("fr"):
        refused(client, f"/fr/preview/{draft_to_preview.key}/{token}/", "fr", 403)


# Links of before.


def token_of(path):
    return signing.loads(path.rstrip("/").rsplit("/", 1)[-1], salt=SALT)


def signed(article, said):
    return f"/fr/preview/{article.key}/{signing.dumps(said, salt=SALT)}/"


def test_links_of_before_open_while_they_are_on_record_and_not_otherwise(client, draft_to_preview):
    key, code, series, until, _framed, made = token_of(a_day(draft_to_preview))
    assert (
        client.get(signed(draft_to_preview, [key, code, series, until, 0, made])).status_code == 200
    )
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
        refused(client, signed(draft_to_preview, old), "fr", 410)


@pytest.mark.parametrize("said", [[], [1], "x", None, {}, [[]] * 6, ["x"] * 6, [0] * 9])
def test_what_is_signed_and_makes_no_sense_opens_nothing(client, draft_to_preview, said):
    refused(client, signed(draft_to_preview, said), "fr", 403)


def test_a_link_lasts_no_longer_than_is_on_record(client, draft_to_preview):
    path = a_day(draft_to_preview)
    draft_to_preview.preview_links.update(until=timezone.now())
    refused(client, path, "fr", 410)
