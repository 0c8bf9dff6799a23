"""The media library: looked through, filled by many files at once, told of what is wrong."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from lxml import html
from PIL import Image as Pillow

from articles.models import Image
from tests.factories import ArticleFactory, ImageFactory, OrganizationFactory, SpeakerFactory
from tests.pictures import files

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

LIBRARY, UPLOAD = "/admin/articles/image/", "/admin/articles/image/upload/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def upload(name, content):
    return SimpleUploadedFile(name, content, "image/jpeg")


def form(**fields):
    return {"focal_x": "50", "focal_y": "50"} | fields


def send(desk, *uploads, **fields):
    return desk.post(UPLOAD, {"files": list(uploads), **fields})


@pytest.mark.parametrize("words", ["السويس", "canal", "MAP-7"])
def test_pictures_are_found_by_words_of_either_language(desk, words):
    ImageFactory(caption_ar="قناة السويس", caption_fr="Le canal", credit="MAP-7", alt_fr="a")
    ImageFactory(caption_fr="Autre chose", credit="AFP")
    page = desk.get(LIBRARY, {"q": words}).text
    assert "Le canal" in page
    assert "Autre chose" not in page


FILTERS = {
    "licence=ended": {"expires_on": timezone.localdate() - timedelta(days=2)},
    "licence=soon": {"expires_on": timezone.localdate() + timedelta(days=9)},
    "todo=alt": {"alt_ar": ""},
    "todo=file": {"unreadable": True},
    "todo=credit": {"credit_fr": "", "credit_ar": None},
}


@pytest.mark.parametrize("asked", FILTERS)
def test_what_needs_care_is_filtered_out_of_the_rest(desk, asked):
    wanted = ImageFactory(credit="MAP", caption_fr="Voulue")
    Image.objects.filter(pk=wanted.pk).update(**FILTERS[asked])
    ImageFactory(credit="MAP", caption_fr="Ordinaire")
    found = desk.get(f"{LIBRARY}?{asked}").context["cl"].result_list
    assert [*found] == [wanted]


def test_pictures_used_and_not_used_are_told_apart(desk):
    used = [ImageFactory(), ImageFactory(), ImageFactory()]
    ArticleFactory(lead_image=used[0])
    SpeakerFactory(portrait=used[1])
    OrganizationFactory(logo=used[2])
    unused = ImageFactory()
    assert [*desk.get(f"{LIBRARY}?use=none").context["cl"].result_list] == [unused]
    assert {*desk.get(f"{LIBRARY}?use=some").context["cl"].result_list} == {*used}


def test_the_library_asks_as_much_for_many_pictures_as_for_one(desk, django_assert_max_num_queries):
    for _ in range(12):
        ArticleFactory(lead_image=ImageFactory())
    with django_assert_max_num_queries(14):
        assert desk.get(LIBRARY).text.count('class="thumbnail"') == 12


def test_a_picture_says_where_it_is_used(desk):
    image = ImageFactory()
    article = ArticleFactory(lead_image=image, headline_fr="Une session")
    speaker = SpeakerFactory(portrait=image)
    page = desk.get(f"{LIBRARY}{image.pk}/change/").text
    assert f'href="/admin/articles/article/{article.pk}/change/"' in page
    assert f'href="/admin/articles/speaker/{speaker.pk}/change/"' in page


def test_of_many_uses_of_a_picture_ten_are_seen_and_the_others_unfold(desk):
    image = ImageFactory()
    SpeakerFactory.create_batch(33, portrait=image)
    page = html.fromstring(desk.get(f"{LIBRARY}{image.pk}/change/").text)
    assert len(page.xpath("//div[@class='readonly']/ul[@class='uses']/li")) == 10
    (more,) = page.xpath("//details[@class='uses-more']")
    assert more.findtext("summary") == "et 23 autres"
    assert len(more.xpath("./ul/li")) == 23
    # What is cut stands under the picture, above where it is used.
    order = page.xpath(
        "//div[contains(@class, 'readonly')]/ancestor::div[contains(@class, 'form-row')]/@class"
    )
    places = [
        next(n for n, one in enumerate(order) if name in one)
        for name in ("preview", "focal_point", "used_in")
    ]
    assert places == sorted(places)


def test_of_a_picture_that_there_is_not_yet_nothing_is_told(desk):
    page = html.fromstring(desk.get(f"{LIBRARY}add/").text)
    assert not page.xpath(
        "//*[contains(@class, 'field-preview') or contains(@class, 'field-size')]"
    )


def test_many_are_sent_at_once_and_each_has_its_own_answer(desk):
    known = upload("connue.jpg", files.jpeg(colour="olive"))
    send(desk, known)
    page = send(
        desk,
        upload("salle.jpg", files.from_a_camera(caption="La salle", credit="MAP")),
        upload("vide.jpg", b""),
        upload("dessin.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        upload("coupee.jpg", files.jpeg()[:-900]),
        upload("connue-2.jpg", files.jpeg(colour="olive")),
        upload("nue.jpg", files.jpeg(colour="teal")),
        credit="AFP",
    ).text
    for name, answer in {
        "salle.jpg": "Ajoutée à la médiathèque.",
        "vide.jpg": "Ce fichier est vide.",
        "dessin.svg": "Les dessins SVG",
        "coupee.jpg": "abîmée ou incomplète",
        "connue-2.jpg": "déjà dans la médiathèque",
        "nue.jpg": "Ajoutée à la médiathèque.",
    }.items():
        item = page.split(f">{name}</bdi>")[1].split("</li>")[0]
        assert answer in item, name
    assert Image.objects.count() == 3
    assert Image.objects.get(caption_fr="La salle").credit == "MAP"
    assert Image.objects.filter(credit="AFP").count() == 1


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_a_picture_that_moves_the_first_image_is_kept_and_that_is_said(desk, kind):
    images = [Pillow.new("RGB", (300, 200), colour) for colour in ("red", "blue")]
    content = files.saved(images[0], kind, save_all=True, append_images=images[1:])
    page = send(desk, upload(f"animee.{kind.lower()}", content)).text
    assert "Ajoutée à la médiathèque. Cette image est animée" in page
    (image,) = Image.objects.all()
    with image.file.storage.open(image.file.name) as file:
        kept = Pillow.open(file)
        assert not getattr(kept, "is_animated", False)
        assert kept.convert("RGB").getpixel((50, 50))[0] > 250
    other = files.saved(images[1], "GIF", save_all=True, append_images=images[:1])
    sent = form(file=upload("autre.gif", other))
    page = desk.post(f"{LIBRARY}{image.pk}/change/", sent, follow=True).text
    assert "Cette image est animée" in page


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr", "Cette image est très petite (40 × 30 pixels) : agrandie, elle sera floue."),
        ("ar", "هذه الصورة صغيرة جدا (40 × 30 بكسل): ستبدو غير واضحة عند تكبيرها."),
    ],
)
def test_a_very_small_picture_is_kept_and_that_it_is_small_is_said(desk, editor, language, said):
    editor.language = language
    editor.save()
    lying = files.from_a_camera(size=(30, 40), orientation=6)
    assert said in send(desk, upload("petite.jpg", lying)).text
    small = upload("autre.jpg", files.jpeg(size=(40, 30)))
    page = desk.post(f"{LIBRARY}add/", form(file=small), follow=True).text
    assert said in page
    assert Image.objects.count() == 2
    assert "40 × 30" not in send(desk, upload("assez.jpg", files.jpeg(size=(200, 300)))).text


def test_the_answers_are_in_the_language_of_the_person(desk, editor):
    editor.language = "ar"
    editor.save()
    assert "هذا الملف فارغ." in send(desk, upload("a.jpg", b"")).text
    send(desk, upload("b.jpg", files.from_a_camera(caption="قاعة")))
    assert Image.objects.get().caption_ar == "قاعة"
    assert not Image.objects.get().caption_fr


def test_sending_nothing_says_so(desk):
    assert "Choisissez au moins un fichier." in send(desk).text


def test_a_translator_may_not_add_pictures(client, translator):
    client.force_login(translator)
    assert client.get(UPLOAD).status_code == 403
    assert send(client, upload("a.jpg", files.jpeg())).status_code == 403
    assert UPLOAD not in client.get(LIBRARY).text


def test_the_form_fills_in_what_the_file_says_and_tells(desk):
    photo = upload("a.jpg", files.from_a_camera(caption="La salle", credit="MAP"))
    answer = desk.post(f"{LIBRARY}add/", form(file=photo, credit_fr="AFP"), follow=True)
    image = Image.objects.get()
    assert (image.caption_fr, image.credit_fr) == ("La salle", "AFP")
    assert image.taken_on.isoformat() == "2024-07-03"
    assert "Lu dans le fichier : Légende (français) et Prise le." in answer.text


def test_a_bad_file_leaves_what_was_typed(desk):
    page = desk.post(f"{LIBRARY}add/", form(file=upload("a.jpg", b"rien"), caption_fr="La salle"))
    assert "Ce n’est pas une image" in page.text
    assert 'value="La salle"' in page.text
    assert not Image.objects.exists()


def test_a_picture_that_is_there_already_is_named(desk):
    send(desk, upload("a.jpg", files.from_a_camera(caption="La salle")))
    twin = upload("b.jpg", files.from_a_camera(caption="La salle"))
    page = desk.post(f"{LIBRARY}add/", form(file=twin)).text
    assert re.search(r"déjà dans la médiathèque : <a [^>]*><bdi>La salle</bdi></a>", page)
    assert Image.objects.count() == 1


def test_the_texts_can_be_changed_without_sending_the_file_again(desk):
    image = ImageFactory()
    name = image.file.name
    desk.post(f"{LIBRARY}{image.pk}/change/", form(caption_fr="La salle", focal_x="20"))
    image.refresh_from_db()
    assert (image.caption_fr, image.focal_x, image.file.name) == ("La salle", 20, name)


def test_the_form_of_an_article_shows_the_picture_it_has_chosen(desk):
    image = ImageFactory()
    article = ArticleFactory(lead_image=image)
    page = desk.get(f"/admin/articles/article/{article.pk}/change/").text
    small = f"/admin/articles/image/{image.pk}/thumbnail/"
    assert f'src="{small}"' in page
    assert desk.get(small).headers["Location"] == image.shown("card").src


def test_the_picture_to_click_on_belongs_to_the_two_numbers(desk):
    page = desk.get(f"{LIBRARY}{ImageFactory().pk}/change/").text
    assert 'data-across="id_focal_x"' in page
    assert 'id="id_focal_x"' in page
    assert "admin-newsroom/pictures.js" in page
