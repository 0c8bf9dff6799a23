"""Pictures: with readers while their licence runs and something shows them, as pages and as files."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django.utils.http import http_date

from articles.desk.publication.previews import make_link, take_back_links
from articles.languages import Language
from articles.models import Article, Image
from tests.factories import (
    ArticleFactory,
    ImageFactory,
    OrganizationFactory,
    SpeakerFactory,
    UserFactory,
)
from tests.pictures import files

pytestmark = pytest.mark.django_db

NOW = timezone.now()
SOON, PAST = NOW + timedelta(hours=1), NOW - timedelta(hours=1)
UNSEEN = {
    "draft": {"status_fr": "draft"},
    "in review": {"status_fr": "in_review"},
    "ready": {"status_fr": "ready", "published_at_fr": PAST},
    "scheduled": {"live": ["fr"], "live_at": SOON},
    "embargoed": {"live": ["fr"], "live_at": PAST, "embargoed_until": SOON},
    "withdrawn": {"status_fr": "withdrawn", "published_at_fr": PAST},
    "expired": {"live": ["fr"], "live_at": PAST - timedelta(hours=1), "live_until_fr": PAST},
}


@pytest.fixture
def image():
    image = ImageFactory(file__width=60, file__height=40)
    image.make_renditions()
    return image


def addresses(image):
    """Its file, and its renditions in every shape and codec."""
    shown = [image.shown(shape) for shape in ("lead", "card", "portrait")]
    sources = [one.split()[0] for picture in shown for __, one in picture.sources]
    return [image.file.url, *(picture.src for picture in shown), *sources]


def statuses(client, image):
    return {client.get(address).status_code for address in addresses(image)}


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


def test_readers_have_the_files_of_a_live_article_in_every_form(
    client, image, django_assert_num_queries
):
    ArticleFactory(live=["ar"], lead_image=image)
    assert statuses(client, image) == {200}
    with django_assert_num_queries(1):
        answer = client.get(image.file.url)
    assert answer.getvalue() == image.file.open().read()
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert "Vary" not in answer.headers


@pytest.mark.parametrize("state", UNSEEN)
def test_nobody_has_the_files_of_an_article_that_readers_do_not_see(client, image, state):
    article = ArticleFactory(lead_image=image, **UNSEEN[state])
    client.force_login(UserFactory())
    assert statuses(client, image) == {404}
    client.logout()
    assert statuses(client, image) == {404}
    assert "no-store" in client.get(image.file.url).headers["Cache-Control"]

    Article.objects.filter(pk=article.pk).update(
        status_fr="published", published_at_fr=PAST, embargoed_until=None, live_until_fr=None
    )
    assert statuses(client, image) == {200}


def test_a_file_goes_with_its_licence(client, image):
    ArticleFactory(live=["fr"], lead_image=image)
    Image.objects.update(expires_on=timezone.localdate())
    assert statuses(client, image) == {200}
    Image.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert statuses(client, image) == {404}


@pytest.mark.parametrize("field", ["portrait", "logo"])
def test_portraits_and_logos_are_with_readers_who_know_of_their_bearers(client, image, field):
    factory = SpeakerFactory if field == "portrait" else OrganizationFactory
    bearer = factory(is_listed=False, **{field: image})
    assert statuses(client, image) == {404}
    ArticleFactory(live=["fr"]).mention(bearer)
    assert statuses(client, image) == {200}


def test_a_picture_that_nothing_shows_is_with_nobody_but_the_desk(client, image, reporter):
    assert statuses(client, image) == {404}
    client.force_login(reporter)
    assert statuses(client, image) == {200}
    assert client.get(image.file.url).headers["Cache-Control"] == "private, no-store"


def test_the_desk_has_the_files_of_texts_that_each_may_see(client, image, reporter, editor):
    article = ArticleFactory(lead_image=image, created_by=editor)
    for person, answer in ((reporter, 404), (editor, 200)):
        client.force_login(person)
        assert statuses(client, image) == {answer}
    article.created_by = reporter
    article.save()
    client.force_login(reporter)
    assert statuses(client, image) == {200}


def test_an_account_needs_the_right_to_see_pictures(client, image):
    person = UserFactory()
    client.force_login(person)
    assert statuses(client, image) == {404}
    person.user_permissions.add(Permission.objects.get(codename="view_image"))
    assert statuses(client, image) == {200}


def test_who_opens_a_preview_sees_its_picture_as_long_as_the_link_works(client, image, editor):
    article = ArticleFactory(lead_image=image)
    other = ImageFactory(file__width=60, file__height=40)
    ArticleFactory(lead_image=other)
    link = make_link(article, Language("fr"), timedelta(days=1), by=editor)
    assert statuses(client, image) == {404}

    assert image.file.url in client.get(link).text or image.shown().src in client.get(link).text
    assert statuses(client, image) == {200}
    assert client.get(other.file.url).status_code == 404
    cookie = client.cookies["previewed"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/media/", True, "Lax")

    take_back_links(article, Language("fr"), by=editor)
    assert statuses(client, image) == {404}


@pytest.mark.parametrize("cookie", ["x", "fr|x|y", "zz|a|b", "||", "fr|" + "a" * 5000 + "|b"])
def test_a_forged_preview_shows_no_picture(client, image, cookie):
    ArticleFactory(lead_image=image)
    client.cookies["previewed"] = cookie
    assert client.get(image.file.url).status_code == 404


def test_no_cache_keeps_a_picture_past_the_end_of_its_article(client, image):
    article = ArticleFactory(live=["fr"], lead_image=image)
    Article.objects.filter(pk=article.pk).update(
        live_until_fr=timezone.now() + timedelta(seconds=30)
    )
    assert client.get(image.file.url).headers["Cache-Control"] == "public, max-age=0"


def test_a_picture_that_has_not_changed_is_not_sent_again(client, image):
    article = ArticleFactory(live=["fr"], lead_image=image)
    since = {"If-Modified-Since": http_date(timezone.now().timestamp() + 5)}
    answer = client.get(image.file.url, headers=since)
    assert answer.status_code == 304
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    article.status_fr = "withdrawn"
    article.save()
    assert client.get(image.file.url, headers=since).status_code == 404


def test_a_file_that_another_took_the_place_of_is_not_with_readers(client, image, editor):
    ArticleFactory(live=["fr"], lead_image=image)
    before = default_storage.save(image.file.name, ContentFile(b"before"))
    assert before != image.file.name
    answer = client.get(f"/media/{before}")
    assert (answer.status_code, answer["Location"]) == (302, image.file.url)
    client.force_login(editor)
    assert client.get(f"/media/{before}").getvalue() == b"before"


def test_what_is_no_picture_is_not_served(client, admin_user):
    client.force_login(admin_user)
    default_storage.save("share/x.jpg", ContentFile(b"x"))
    default_storage.save("notes.txt", ContentFile(b"x"))
    for path in ("share/x.jpg", "notes.txt"):
        assert client.get(f"/media/{path}").status_code == 404


def test_pictures_are_not_compressed_twice(client, image):
    ArticleFactory(live=["fr"], lead_image=image)
    answer = client.get(image.file.url, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers


@pytest.mark.parametrize(
    "path", ["../secret", "%2e%2e/secret", "nothing.png", "", "a/" * 60, "a%00b.jpg"]
)
def test_nothing_beside_the_uploads_is_served(client, path):
    assert client.get(f"/media/{path}").status_code in {400, 404}
    assert client.post(f"/media/{path}").status_code in {400, 404, 405}


@pytest.mark.parametrize(
    "between",
    ["/../", "/%2e%2e/", "/./../", "/.//../", "/x/../../", "/..%2f", "/..%5c", "\\..\\"],
)
def test_no_way_leads_from_a_picture_of_readers_to_a_hidden_one(client, image, between):
    hidden = ImageFactory(key=image.key[:2] + "hidden")
    ArticleFactory(live=["fr"], lead_image=image)
    ArticleFactory(lead_image=hidden)
    seen = image.file.url.rpartition(".")[0]
    name = hidden.file.name.rpartition("/")[2]
    assert client.get(f"{seen}{between}{name}").status_code == 404
    assert client.get(image.file.url).status_code == 200


def test_a_path_written_otherwise_is_no_path(client, image):
    ArticleFactory(live=["fr"], lead_image=image)
    folder, name = image.shown("card").src.rsplit("/", 1)
    for path in (f"{folder}//{name}", f"{folder}/./{name}", f"{folder}/x/../{name}"):
        assert client.get(path).status_code == 404
    assert client.get(f"{folder}/{name}").status_code == 200


def test_a_file_that_was_replaced_leads_to_the_one_that_readers_have(client, image):
    ArticleFactory(live=["fr"], lead_image=image)
    before = addresses(image)
    image.file.save("autre.jpg", ContentFile(files.halves()))
    image.make_renditions()
    assert set(before).isdisjoint(addresses(image))
    for address in before:
        answer = client.get(address)
        assert answer.status_code == 302
        assert "no-cache" in answer["Cache-Control"]
        assert client.get(answer["Location"]).status_code == 200


def test_nobody_is_led_on_to_a_picture_that_nobody_may_see(client, image):
    before = addresses(image)
    image.file.save("autre.jpg", ContentFile(files.halves()))
    assert {client.get(address).status_code for address in before} == {404}
