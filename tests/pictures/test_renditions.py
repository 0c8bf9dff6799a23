"""Renditions: smaller, lighter, cut around what matters; and pages without them."""

import io
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from PIL import Image as Pillow
from PIL import ImageCms

from articles.desk.library import pictures
from articles.models import Image
from articles.pictures.renditions import every
from tests.factories import ArticleFactory, ImageFactory, OrganizationFactory, SpeakerFactory
from tests.pictures import files

pytestmark = pytest.mark.django_db


def picture(content=None, name="photo.png", **fields):
    image = Image(file=ContentFile(content or files.halves(), name), **fields)
    image.save()
    return image


def opened(image, src):
    with image.file.storage.open(src.removeprefix("/media/")) as file:
        found = Pillow.open(io.BytesIO(file.read()))
        found.load()
        return found.convert("RGB")


def is_red(pixel):
    return pixel[0] > 200 and pixel[2] < 60


def is_blue(pixel):
    return pixel[2] > 200 and pixel[0] < 60


@pytest.mark.parametrize(("focal", "seen"), [(0, is_red), (100, is_blue)])
@pytest.mark.parametrize("codec", range(3))
def test_a_cut_keeps_what_matters_in_sight(focal, seen, codec):
    image = picture(focal_x=focal)
    image.make_renditions()
    shown = image.shown("portrait")
    addresses = [shown.src, *(srcset.split()[0] for _type, srcset in shown.sources)]
    found = opened(image, addresses[codec])
    assert found.width == found.height
    assert all(seen(found.getpixel((x, 50))) for x in (3, 80, found.width - 4))


def first_pixels(image):
    """The colour in the middle of each rendition of a picture."""
    found = []
    for one in every(image.original):
        with image.file.storage.open(one.name) as file:
            made = Pillow.open(io.BytesIO(file.read())).convert("RGB")
        found.append(made.getpixel((made.width // 2, made.height // 2)))
    return found


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
GREY = Pillow.new("I;16", (600, 400), 128 * 257)
RED = Pillow.new("RGB", (900, 600), "red")
ODD = {
    "16 bits of grey": (files.saved(GREY), (128, 128, 128)),
    "16 bits of grey with a profile": (files.saved(GREY, icc_profile=SRGB), (128, 128, 128)),
    "grey and transparent": (files.saved(Pillow.new("LA", (600, 400), (128, 255))), (128,) * 3),
    "a profile that is none": (files.saved(RED, "JPEG", icc_profile=b"rubbish"), (254, 0, 0)),
    "half a profile": (files.saved(RED, "JPEG", icc_profile=SRGB[:200]), (254, 0, 0)),
    "half a profile in a PNG": (files.saved(RED, icc_profile=SRGB[:300]), (254, 0, 0)),
    "half a profile in a WebP": (files.saved(RED, "WEBP", icc_profile=b"rub"), (254, 0, 0)),
    "another's profile": (files.saved(RED.convert("L"), icc_profile=SRGB), (76, 76, 76)),
    "very tall": (files.saved(Pillow.new("RGB", (40, 30_000), "red")), (254, 0, 0)),
    "a line": (files.saved(Pillow.new("RGB", (1, 30_000), "red")), (254, 0, 0)),
    "very wide": (files.saved(Pillow.new("RGB", (30_000, 10), "red")), (254, 0, 0)),
    "one pixel": (files.saved(Pillow.new("RGB", (1, 1), "red")), (254, 0, 0)),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_picture_looks_as_it_was_in_all_renditions(name):
    content, colour = ODD[name]
    image = picture(content)
    assert image.make_renditions()
    assert all(
        abs(seen - meant) < 4
        for pixel in first_pixels(image)
        for seen, meant in zip(pixel, colour, strict=True)
    )


def test_a_picture_too_high_for_a_codec_is_offered_in_the_others():
    image = picture(files.saved(Pillow.new("RGB", (40, 30_000), "red")))
    image.make_renditions()
    assert [kind for kind, _srcset in image.shown().sources] == ["image/avif"]
    assert image.shown().height == 30_000


def test_a_damaged_profile_is_kept_nowhere():
    image = picture(files.saved(RED, "JPEG", icc_profile=b"rubbish"))
    with image.file.storage.open(image.file.name) as file:
        assert "icc_profile" not in Pillow.open(file).info


def test_one_that_cannot_be_made_does_not_stop_the_others(monkeypatch, capsys):
    images = [picture(), picture(files.halves(left="green")), picture(files.halves(right="green"))]
    make = Image.make_renditions

    def make_or_fail(image):
        if image == images[1]:
            raise ValueError("encoding error 5")
        return make(image)

    monkeypatch.setattr(Image, "make_renditions", make_or_fail)
    call_command("make_renditions")
    assert [Image.objects.get(pk=one.pk).has_renditions for one in images] == [True, False, True]
    assert images[1].file.name in capsys.readouterr().err


def test_a_page_offers_avif_then_webp_then_jpeg_in_several_widths(client):
    image = picture(files.halves(size=(1500, 1000)), alt_fr="Deux couleurs")
    image.make_renditions()
    page = client.get(ArticleFactory(live=["fr"], lead_image=image).url_in("fr"))
    figure = page.text.split('<figure class="picture lead-picture">')[1].split("</figure>")[0]
    assert figure.index("image/avif") < figure.index("image/webp") < figure.index("<img")
    for width in (480, 800, 1200):
        assert f"{width}w.avif {width}w" in figure
    assert "1600w" not in figure
    assert 'sizes="(min-width: 76rem) 67rem, 92vw"' in figure
    assert 'width="1200"' in figure
    assert 'height="800"' in figure
    assert 'fetchpriority="high"' in figure
    assert "lazy" not in figure


def test_every_rendition_that_a_page_names_exists_in_the_size_it_says():
    image = picture(files.halves(size=(1700, 1300)))
    image.make_renditions()
    for shape in ("lead", "front", "card", "portrait", "logo"):
        shown = image.shown(shape)
        assert opened(image, shown.src).size == (shown.width, shown.height)
        for _type, srcset in shown.sources:
            for one in srcset.split(", "):
                address, width = one.split()
                assert opened(image, address).width == int(width.removesuffix("w"))


def test_a_picture_smaller_than_every_width_is_not_blown_up():
    image = picture(files.halves(size=(100, 90)))
    image.make_renditions()
    assert image.shown().width == 100
    assert opened(image, image.shown("card").src).width == 100


def test_until_its_renditions_are_made_a_page_shows_the_picture_itself(client):
    image = picture()
    page = client.get(ArticleFactory(live=["fr"], lead_image=image).url_in("fr"))
    assert f'src="{image.file.url}"' in page.text
    assert "<source" not in page.text


def test_a_new_focal_point_has_new_addresses():
    image = picture(focal_x=0)
    image.make_renditions()
    before = image.shown("card").src
    image.focal_x = 100
    image.save()
    assert not image.has_renditions
    image.make_renditions()
    assert image.shown("card").src != before


@pytest.mark.parametrize("harm", ["gone", "damaged"])
def test_a_file_that_cannot_be_read_breaks_no_page(client, harm):
    image = picture(alt_fr="La salle")
    image.file.storage.delete(image.file.name)
    if harm == "damaged":
        image.file.storage.save(image.file.name, ContentFile(b"\x89PNG\r\n\x1a\n damaged"))
    article = ArticleFactory(live=["fr"], lead_image=image)
    assert client.get(article.url_in("fr")).status_code == 200
    assert not image.make_renditions()
    page = client.get(article.url_in("fr"))
    assert page.status_code == 200
    assert "<figure" not in page.text
    assert client.get("/fr/feed.rss").status_code == 200


def test_a_card_has_a_small_picture_where_there_is_one(client):
    image = picture()
    image.make_renditions()
    ArticleFactory(live=["fr"], lead_image=image)
    ArticleFactory(live=["fr"])
    page = client.get("/fr/articles/").text
    assert page.count('class="card with-picture"') == 1
    assert page.count('class="picture card-picture"') == 1
    assert 'loading="lazy"' in page


def test_a_card_whose_picture_may_not_be_shown_any_more_has_none(client):
    ended = ImageFactory(expires_on=timezone.localdate() - timedelta(days=1))
    ArticleFactory(live=["fr"], lead_image=ended)
    page = client.get("/fr/articles/").text
    assert "with-picture" not in page
    assert "<figure" not in page


def test_a_portrait_is_square_and_a_logo_is_whole(client):
    image = picture()
    image.make_renditions()
    page = client.get(SpeakerFactory(portrait=image).url_in("fr")).text
    assert 'width="320"' in page
    assert 'height="320"' in page
    page = client.get(OrganizationFactory(logo=image).url_in("fr")).text
    assert 'width="320"' in page
    assert 'height="107"' in page
    assert "320w.png" in page


def test_the_command_makes_what_lacks_and_names_what_cannot_be_read(capsys):
    good, bad = picture(), picture(files.halves(left="green"))
    bad.file.storage.delete(bad.file.name)
    call_command("make_renditions")
    out = capsys.readouterr()
    assert "1 image préparée" in out.out
    assert bad.file.name in out.err
    good.refresh_from_db()
    assert good.has_renditions
    call_command("make_renditions")
    assert "0 image préparée" in capsys.readouterr().out


def test_the_command_removes_what_no_page_asks_for():
    image = picture(focal_x=0)
    image.make_renditions()
    old = image.shown("card").src.removeprefix("/media/")
    image.focal_x = 100
    image.save()
    call_command("make_renditions", "--remove-old")
    image.refresh_from_db()
    assert not image.file.storage.exists(old)
    assert image.file.storage.exists(image.shown("card").src.removeprefix("/media/"))


def test_what_is_saved_is_prepared_in_the_background(django_capture_on_commit_callbacks):
    image = picture()
    with django_capture_on_commit_callbacks(execute=True):
        pictures.prepare(image)
        assert not Image.objects.get().has_renditions
    assert Image.objects.get().has_renditions


def test_a_deleted_picture_leaves_no_file(django_capture_on_commit_callbacks):
    image = picture()
    image.make_renditions()
    storage, name = image.file.storage, image.file.name
    small = image.shown("card").src.removeprefix("/media/")
    with django_capture_on_commit_callbacks(execute=True):
        image.delete()
    assert not storage.exists(name)
    assert not storage.exists(small)


def test_feeds_name_a_rendition_with_its_true_kind_and_length(client):
    image = picture()
    image.make_renditions()
    ArticleFactory(live=["fr"], lead_image=image)
    src = image.shown().src
    length = image.file.storage.size(src.removeprefix("/media/"))
    feed = client.get("/fr/feed.rss").text
    assert f'url="http://testserver{src}"' in feed
    assert f'length="{length}"' in feed
    assert 'type="image/jpeg"' in feed
    assert client.get("/fr/feed.json").json()["items"][0]["image"] == f"http://testserver{src}"
