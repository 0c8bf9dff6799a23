"""What comes in is checked, read, and cleaned of what nobody should learn."""

import io
import zlib
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils import translation
from PIL import ExifTags
from PIL import Image as Pillow

from articles.models import Image
from articles.pictures.uploads import receive
from tests.pictures import files

pytestmark = pytest.mark.django_db


def received(content, name="photo.jpg"):
    return receive(io.BytesIO(content), name)


def kept(content, name="photo.jpg"):
    image = Image(file=received(content, name))
    image.save()
    return image


def read(storage, name):
    with storage.open(name) as file:
        return file.read()


def says_where(content):
    image = Pillow.open(io.BytesIO(content))
    told = [b"CAMERA-MAKER", b"SECRET-COMMENT", b"GPSLatitude", b"Exif\0\0", b"8BIM", b"xmpmeta"]
    return [one for one in told if one in content] or image.getexif().get_ifd(ExifTags.IFD.GPSInfo)


def test_a_camera_s_file_says_where_it_was_taken():
    """Else the tests below would prove nothing."""
    content = files.from_a_camera(caption="x")
    assert Pillow.open(io.BytesIO(content)).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    assert len(says_where(content)) == 6


@pytest.mark.parametrize("orientation", [1, 6])
def test_nothing_that_is_served_says_where_a_picture_was_taken(orientation):
    image = kept(files.from_a_camera(orientation=orientation, caption="Au Caire"))
    assert image.make_renditions()
    names = [image.file.name]
    folders = [image.file.name.rsplit(".", 1)[0]]
    for folder in folders:
        inner, found = image.file.storage.listdir(folder)
        folders += [f"{folder}/{one}" for one in inner]
        names += [f"{folder}/{one}" for one in found]
    assert len(names) > 20
    for name in names:
        assert not says_where(read(image.file.storage, name)), name


def test_a_picture_saved_by_any_other_way_is_cleaned_too():
    one, other = Image(file=ContentFile(files.from_a_camera(), "photo.jpg")), Image()
    one.save()
    other.file.save("photo.jpg", ContentFile(files.from_a_camera()))
    for image in (one, other):
        image.refresh_from_db()
        assert not says_where(read(image.file.storage, image.file.name))
        assert image.checksum
        assert image.width == 900


def test_a_picture_taken_upright_stays_so_when_its_orientation_is_removed():
    image = kept(files.from_a_camera(size=(900, 600), orientation=6))
    assert (image.width, image.height) == (600, 900)


def test_what_an_agency_wrote_into_the_file_is_read():
    content = files.from_a_camera(
        caption="La séance plénière\nau Caire", credit="MAP", byline="A. Alaoui", date="20240703"
    )
    told = received(content).told
    assert told.caption == "La séance plénière au Caire"
    assert told.credit == "MAP"
    assert told.taken_on == date(2024, 7, 3)


def test_where_there_is_no_iptc_xmp_is_read_then_exif():
    told = received(files.from_a_camera(xmp_description="الجلسة العامة", xmp_credit="وكالة")).told
    assert (told.caption, told.credit) == ("الجلسة العامة", "وكالة")
    told = received(files.from_a_camera(xmp_description="")).told
    assert (told.caption, told.taken_on) == ("EXIF-DESCRIPTION", date(2024, 7, 3))


def test_what_is_read_fills_only_what_is_empty_in_the_language_of_the_person():
    photo = received(files.from_a_camera(caption="قاعة", credit="MAP"))
    image = Image(file=photo, credit_ar="وكالة")
    with translation.override("ar"):
        filled = image.fill_from(photo.told)
    assert (image.caption_ar, image.caption_fr) == ("قاعة", None)
    assert (image.credit_ar, image.credit_fr) == ("وكالة", None)
    assert filled == ["caption_ar", "taken_on"]


def bomb():
    """A PNG of 30,000 by 30,000 pixels in a few hundred bytes."""

    def chunk(kind, data):
        body = kind + data
        return len(data).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")

    size = (30_000).to_bytes(4, "big") * 2
    head = chunk(b"IHDR", size + bytes([8, 2, 0, 0, 0]))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


BAD = {
    "empty": (b"", "vide", "فارغ"),
    "text": (b"Bonjour, ceci est un texte.", "format connu", "صيغة معروفة"),
    "svg": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "SVG", "SVG"),
    "cut": (files.jpeg()[:-2000], "abîmée", "تالفة"),
    "bomb": (bomb(), "trop de pixels", "أكثر من اللازم"),
    "long": (files.saved(Pillow.new("1", (10, 70_000))), "trop long", "أطول من اللازم"),
    "zip": (b"PK\x03\x04" + b"\0" * 200, "format connu", "صيغة معروفة"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_sentence_in_each_language(name):
    content, french, arabic = BAD[name]
    for language, words in (("fr", french), ("ar", arabic)):
        with translation.override(language):
            with pytest.raises(ValidationError) as refusal:
                received(content)
            assert words in " ".join(refusal.value.messages)


def test_a_file_that_is_too_heavy_is_refused(monkeypatch):
    monkeypatch.setattr("articles.pictures.uploads.MOST_BYTES", 1000)
    with pytest.raises(ValidationError, match="trop lourd"):
        received(files.jpeg(quality=95, size=(2000, 2000)))


@pytest.mark.parametrize(("kind", "suffix"), [("WEBP", ".jpg"), ("AVIF", ".jpg"), ("GIF", ".png")])
def test_other_formats_are_kept_in_one_that_all_programs_read(kind, suffix):
    assert kept(files.halves(kind=kind), f"dessin.{kind.lower()}").file.name.endswith(suffix)


def test_a_logo_stays_transparent():
    buffer = io.BytesIO()
    Pillow.new("RGBA", (400, 200), (0, 0, 0, 0)).save(buffer, "PNG")
    image = kept(buffer.getvalue(), "logo.png")
    image.make_renditions()
    stored = read(image.file.storage, image.shown("logo").src.removeprefix("/media/"))
    assert Pillow.open(io.BytesIO(stored)).getpixel((5, 5))[3] == 0
