"""What the desk frames is seen in a session, by who may see the text."""

import re

import pytest

from tests.factories import ArticleFactory, UserFactory
from tests.views.previews import ARABIC, HEADLINE, LOSSES, framed, maker

pytestmark = pytest.mark.django_db
CLOSED = {"fr": "Ce n’est pas à vous de voir ce texte", "ar": "ليس لكم أن تروا هذا النص"}


@pytest.mark.parametrize("code", ["fr", "ar"])
def test_what_the_desk_frames_opens_to_nobody_without_a_session(client, draft_to_preview, code):
    address = f"/{code}/preview/{draft_to_preview.key}/"
    client.force_login(maker())
    assert client.get(address).status_code == 200
    client.logout()
    page = client.get(address)
    assert page.status_code == 403
    assert CLOSED[code] in page.text
    assert not any(headline in page.text for headline in HEADLINE.values())
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize("loss", ["deactivated", "off the desk", "in no group"])
def test_what_the_desk_frames_closes_with_the_right(client, draft_to_preview, loss):
    person = maker()
    assert framed(client, draft_to_preview, by=person).status_code == 200
    LOSSES[loss][1](person)
    assert client.get(f"/fr/preview/{draft_to_preview.key}/").status_code == 403


def test_what_the_desk_frames_is_for_who_may_see_all_of_the_article(
    client, draft_to_preview, reporter
):
    live = ArticleFactory(live=["fr"], headline_ar=HEADLINE["ar"])
    for article in (draft_to_preview, live):
        page = framed(client, article, ARABIC, by=reporter)
        assert page.status_code == 403
        assert HEADLINE["ar"] not in page.text
    mine = ArticleFactory(created_by=reporter)
    assert framed(client, mine, by=reporter).status_code == 200
    assert framed(client, mine, by=UserFactory()).status_code == 403


def test_what_is_no_article_is_not_told_from_what_is_not_ones_to_see(
    client, draft_to_preview, reporter
):
    client.force_login(reporter)
    pages = [client.get(f"/fr/preview/{key}/") for key in (draft_to_preview.key, "nothing")]
    assert [page.status_code for page in pages] == [403, 403]
    assert re.sub(
        r"nonce-\S+|nothing", "", pages[0].text.replace(draft_to_preview.key, "")
    ) == re.sub(r"nonce-\S+|nothing", "", pages[1].text)
