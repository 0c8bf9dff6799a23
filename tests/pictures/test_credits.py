"""Whose a picture is stands under it, in every language it is shown in."""

import pytest

from tests.factories import ArticleFactory, ImageFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("language", "credit"),
    [("fr", "Photo : Agence"), ("ar", '<bdi lang="fr" dir="ltr">Photo : Agence</bdi>')],
)
def test_a_credit_is_owed_in_every_language(client, language, credit):
    image = ImageFactory(credit_fr="Photo : Agence", credit_ar="")
    article = ArticleFactory(live=["fr", "ar"], lead_image=image)
    page = client.get(article.url_in(language)).text
    assert f'<bdi class="credit">{credit}</bdi>' in page


def test_a_credit_written_in_the_language_is_the_one_shown(client):
    image = ImageFactory(credit_fr="Photo : Agence", credit_ar="صورة: الوكالة")
    page = client.get(ArticleFactory(live=["ar"], lead_image=image).url_in("ar")).text
    assert "صورة: الوكالة" in page
    assert "Photo : Agence" not in page
