"""Beside a quotation stands of which body the position of its speaker is, said once."""

import pytest
from django.utils import timezone
from lxml import html

from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db


def position_on_page(client, position, held="directeur général", **names):
    speaker = SpeakerFactory(name_fr="Karim Lahlou")
    body = OrganizationFactory(**{"name_fr": "Office national des pêches", **names})
    AffiliationFactory(speaker=speaker, organization=body, position_fr=held)
    article = ArticleFactory(
        body_fr="<p>« Nous pêchons une session plénière. »</p>",
        status_fr="published",
        published_at_fr=timezone.now(),
    )
    QuoteFactory(
        article=article, speaker=speaker, text_fr="une session plénière", position_fr=position
    )
    page = html.fromstring(client.get(article.get_absolute_url()).text)
    (found,) = page.xpath("//figure//span[@class='position']")
    return " ".join(found.text_content().split())


def test_a_position_alone_is_shown_with_its_body(client):
    assert position_on_page(client, "directeur général") == (
        "directeur général – Office national des pêches"
    )


@pytest.mark.parametrize(
    "position",
    ["directeur général de l’Office national des pêches", "directeur général de l’ONP"],
)
def test_a_position_that_names_its_body_is_not_doubled(client, position):
    assert position_on_page(client, position, held=position, acronym_fr="ONP") == position


def test_another_position_than_the_speaker_has_is_of_no_body(client):
    assert position_on_page(client, "ancien ministre") == "ancien ministre"
