"""Pictures: shown while their licence runs, described for those who do not see them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import ArticleFactory, ImageFactory

pytestmark = pytest.mark.django_db


def test_an_article_shows_its_picture_with_what_readers_need_to_know(client):
    image = ImageFactory(caption_fr="La salle", credit="MAP")
    page = client.get(ArticleFactory(live=["fr"], lead_image=image).url_in("fr"))
    text = " ".join(page.text.split())
    assert f'<img src="{image.file.url}" width="640" height="360" alt="{image.alt_fr}"' in text
    assert "La salle" in text
    assert "MAP" in text


def test_a_picture_whose_licence_has_ended_is_not_shown(client):
    image = ImageFactory(expires_on=timezone.localdate() - timedelta(days=1))
    page = client.get(ArticleFactory(live=["fr"], lead_image=image).url_in("fr"))
    assert image.file.url not in page.text


def test_an_uploaded_file_is_served(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "salle.png").write_bytes(b"PNG")
    answer = client.get("/media/salle.png")
    assert (answer.status_code, answer.getvalue()) == (200, b"PNG")
    assert answer.headers["Content-Type"] == "image/png"


@pytest.mark.parametrize("path", ["../secret", "%2e%2e/secret", "nothing.png", ""])
def test_nothing_beside_the_uploads_is_served(client, settings, tmp_path, path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    (tmp_path / "secret").write_text("x")
    assert client.get(f"/media/{path}").status_code in {400, 404}
