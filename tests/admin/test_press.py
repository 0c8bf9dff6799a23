"""The press room at the desk: who writes contacts and kits, and what is refused in them."""

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Image, KitPicture, MediaKit, PressContact
from tests.admin.forms import form_of
from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    ImageFactory,
    MediaKitFactory,
    PressContactFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db

ADD_CONTACT = reverse("admin:articles_presscontact_add")
ADD_KIT = reverse("admin:articles_mediakit_add")


def sent(client, url, **typed):
    form = form_of(client.get(url).text)
    return client.post(url, form | typed)


def test_an_editor_writes_a_contact(client, editor):
    client.force_login(editor)
    answer = sent(
        client,
        ADD_CONTACT,
        name_fr="Salma Idrissi",
        name_ar="سلمى الإدريسي",
        telephone="+212 5 37 00 00 00",
        spoken=["fr", "en"],
    )
    assert answer.status_code == 302
    contact = PressContact.objects.get()
    assert contact.spoken == "fr en"
    assert "Salma Idrissi" in client.get("/fr/press/").text
    page = client.get(reverse("admin:articles_presscontact_change", args=[contact.pk])).text
    assert page.count("checked") == 2


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"telephone": "0537 00 00 00"}, "comme on le compose de l’étranger"),
    ({"telephone": "", "mail": ""}, "Écrivez un numéro de téléphone ou une adresse électronique."),
    ({"name_fr": ""}, "dans au moins une langue"),
])  # fmt: skip
def test_what_nobody_could_reach_is_refused(client, editor, typed, sentence):
    client.force_login(editor)
    whole = {"name_fr": "Salma Idrissi", "telephone": "+212 5 37 00 00 00"}
    answer = sent(client, ADD_CONTACT, **(whole | typed))
    assert answer.status_code == 200
    assert sentence in answer.text
    assert not PressContact.objects.exists()


@pytest.mark.parametrize(("typed", "field"), [
    ({"role_fr": "الناطقة باسم المؤسسة"}, "role_fr"),
    ({"hours_ar": "Du lundi au vendredi"}, "hours_ar"),
])  # fmt: skip
def test_what_a_contact_does_is_said_in_the_letters_of_its_language(client, editor, typed, field):
    client.force_login(editor)
    whole = {"name_fr": "سلمى الإدريسي العلوي", "mail": "salma@presse.example"}
    refused = sent(client, ADD_CONTACT, **(whole | typed))
    assert list(refused.context["adminform"].form.errors) == [field]
    assert "pas écrit avec les lettres de sa langue" in refused.text
    assert sent(client, ADD_CONTACT, **whole).status_code == 302


@pytest.mark.parametrize("typed", [
    {"name_fr": "ملف المؤتمر الصحفي الأول"},
    {"name_fr": "Le dossier", "description_fr": "وثيقتان وصورة عن المؤتمر."},
])  # fmt: skip
def test_a_kit_is_written_in_the_letters_of_its_language(client, editor, typed):
    client.force_login(editor)
    refused = sent(client, ADD_KIT, **typed)
    assert "pas écrit avec les lettres de sa langue" in refused.text
    assert not MediaKit.objects.exists()


def test_an_editor_makes_a_kit_of_pictures_and_documents(client, editor):
    client.force_login(editor)
    picture, document = ImageFactory(), DocumentFactory()
    said = ArticleFactory(live=["fr"], headline_fr="Le communiqué de la conférence")
    form = form_of(client.get(ADD_KIT).text)
    form |= {
        "name_fr": "Le dossier de la conférence",
        "description_fr": "Deux pièces.",
        "published_at_fr_0": "2024-07-04",
        "published_at_fr_1": "10:00",
        "pictures-TOTAL_FORMS": "1",
        "pictures-0-order": "1",
        "pictures-0-image": picture.pk,
        "articles-TOTAL_FORMS": "1",
        "articles-0-article": said.pk,
        "documents-TOTAL_FORMS": "1",
        "documents-0-document": document.pk,
    }
    answer = client.post(ADD_KIT, form)
    assert answer.status_code == 302, answer.text
    kit = MediaKit.objects.get()
    assert kit.is_public_by_itself("fr")
    page = client.get(kit.url_in("fr")).text
    assert picture.file.url in page
    assert document.title_fr in page
    assert said.headline_fr in page
    assert "français" in client.get(reverse("admin:articles_mediakit_changelist")).text


@pytest.fixture
def large_kit():
    """A kit of as many pictures as an agency gives of a summit."""
    kit, file = MediaKitFactory(live=["fr"]), ImageFactory().file.name
    pictures = Image.objects.bulk_create(
        Image(
            file=file, width=640, height=360, checksum=f"{n:064d}", alt_fr="La salle",
            caption_fr=f"La séance plénière, vue {n}",
        )
        for n in range(480)
    )  # fmt: skip
    rows = [KitPicture(kit=kit, image=one, order=n) for n, one in enumerate(pictures, 1)]
    KitPicture.objects.bulk_create(rows)
    return kit


def page_of(kit):
    return reverse("admin:articles_mediakit_change", args=[kit.pk])


def test_the_form_of_a_large_kit_is_light_and_shows_each_picture_as_it_comes_into_view(
    client, editor, large_kit
):
    client.force_login(editor)
    page = client.get(page_of(large_kit)).text
    assert len(page) < 900_000
    pictures = html.fromstring(page).xpath("//img[contains(@src, '/thumbnail/')]")
    assert len(pictures) == 480
    assert {one.get("loading") for one in pictures} == {"lazy"}
    # A new row alone chooses, and takes no list of all pictures for it.
    assert page.count("admin-autocomplete") < 20


def test_a_large_kit_is_saved_in_as_many_questions_as_a_small_one(
    client, editor, large_kit, django_assert_max_num_queries
):
    client.force_login(editor)
    form = form_of(client.get(page_of(large_kit)).text)
    moved, gone = (large_kit.pictures.all()[n] for n in (3, 9))
    form |= {"pictures-3-order": "900", "pictures-9-DELETE": "on"}
    with django_assert_max_num_queries(110):
        answer = client.post(page_of(large_kit), form)
    assert answer.status_code == 302, answer.text
    assert large_kit.pictures.count() == 479
    assert large_kit.pictures.last() == moved
    assert not large_kit.pictures.filter(pk=gone.pk).exists()


def test_what_a_row_of_a_kit_has_is_told_by_its_name_and_led_to(client, editor):
    client.force_login(editor)
    picture, document = ImageFactory(caption_fr="La salle pleine"), DocumentFactory()
    kit = MediaKitFactory(live=["fr"], pictures=[picture], documents=[document])
    page = html.fromstring(client.get(page_of(kit)).text)
    for one, name in ((picture, "image"), (document, "document")):
        (cell,) = page.xpath(f"//tr[contains(@class, 'has_original')]/td[@class='field-{name}']")
        (link,) = cell.xpath("./a")
        assert link.text_content() == str(one)
        assert link.get("href") == reverse(f"admin:articles_{name}_change", args=[one.pk])


def test_a_row_that_is_sent_with_another_picture_has_it_and_none_comes_twice(client, editor):
    client.force_login(editor)
    first, second, third = ImageFactory(), ImageFactory(), ImageFactory()
    kit = MediaKitFactory(live=["fr"], pictures=[first, second])
    form = form_of(client.get(page_of(kit)).text)
    answer = client.post(page_of(kit), form | {"pictures-0-image": third.pk})
    assert answer.status_code == 302, answer.text
    assert {one.image for one in kit.pictures.all()} == {second, third}
    form = form_of(client.get(page_of(kit)).text)
    answer = client.post(page_of(kit), form | {"pictures-0-image": second.pk})
    assert answer.status_code == 200
    assert {one.image for one in kit.pictures.all()} == {second, third}


def test_a_kit_without_a_title_in_a_language_is_not_published_in_it(client, editor):
    client.force_login(editor)
    typed = {"published_at_ar_0": "2024-07-04", "published_at_ar_1": "10:00"}
    answer = sent(client, ADD_KIT, name_fr="Le dossier", **typed)
    assert "donnez son titre" in answer.text
    assert not MediaKit.objects.exists()


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_others_find_neither(client, role, request):
    client.force_login(request.getfixturevalue(role))
    contact, kit = PressContactFactory(), MediaKitFactory()
    for name, pk in (("presscontact", contact.pk), ("mediakit", kit.pk)):
        assert client.get(reverse(f"admin:articles_{name}_changelist")).status_code == 403
        assert client.get(reverse(f"admin:articles_{name}_change", args=[pk])).status_code == 403


def test_a_picture_that_a_kit_shows_is_not_deleted(client, chief):
    client.force_login(chief)
    picture = ImageFactory()
    kit = MediaKitFactory(live=["fr"], pictures=[picture])
    url = reverse("admin:articles_image_delete", args=[picture.pk])
    client.post(url, {"post": "yes"})
    assert kit.pictures.filter(image=picture).exists()
    change = client.get(reverse("admin:articles_image_change", args=[picture.pk]))
    assert change.status_code == 200
    assert kit.name_fr in change.text


def test_a_telephone_number_is_typed_from_the_left_in_an_arabic_form(client, editor):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    page = client.get(ADD_CONTACT).text
    [field] = [one for one in page.split("<input")[1:] if 'name="telephone"' in one]
    assert 'dir="ltr"' in field.split(">")[0]


def test_a_kit_that_no_reader_has_says_so_when_it_is_saved(client, editor):
    client.force_login(editor)
    kit = MediaKitFactory(live=[])
    change = reverse("admin:articles_mediakit_change", args=[kit.pk])
    told = client.post(change, form_of(client.get(change).text), follow=True).text
    assert "Aucun lecteur n’a ce dossier" in told
    MediaKit.objects.update(published_at_fr=timezone.now())
    told = client.post(change, form_of(client.get(change).text), follow=True).text
    assert "Aucun lecteur n’a ce dossier en français" not in told
    assert "Aucun lecteur n’a ce dossier en arabe" in told


def test_a_button_gives_a_kit_to_readers_and_another_takes_it_back(client, editor):
    client.force_login(editor)
    form = form_of(client.get(ADD_KIT).text) | {"name_fr": "Le dossier"}
    told = client.post(ADD_KIT, form | {"_publish_kit": "fr"}, follow=True).text
    kit = MediaKit.objects.get()
    assert "Les lecteurs ont ce dossier en français depuis le" in told
    assert client.get(kit.url_in("fr")).status_code == 200
    change = reverse("admin:articles_mediakit_change", args=[kit.pk])
    refused = client.post(change, form_of(told) | {"_publish_kit": "ar"})
    assert "donnez son titre" in refused.text
    page = client.get(change).text
    assert 'name="_take_kit_back"' in page
    # The Enter key presses the first button of a form.
    assert page.index('name="_save"') < page.index('name="_take_kit_back"')
    told = client.post(change, form_of(page) | {"_take_kit_back": "fr"}, follow=True).text
    assert "Aucun lecteur n’a ce dossier en français" in told
    assert client.get(kit.url_in("fr")).status_code == 404


def test_the_desk_is_told_what_readers_do_not_find_in_a_kit(client, editor):
    client.force_login(editor)
    kit = MediaKitFactory(live=["fr"])
    kit.speakers.add(SpeakerFactory(name_fr="Hind Lamrini", biography_fr="", name_ar="هند"))
    waiting = ArticleFactory(headline_fr="Le communiqué de demain", live=[])
    kit.articles.create(article=waiting)
    change = reverse("admin:articles_mediakit_change", args=[kit.pk])
    told = client.post(change, form_of(client.get(change).text), follow=True).text
    assert "Sans biographie en français" in told
    assert "Hind Lamrini" in told
    assert "Pas encore publié, donc absent du dossier" in told
    assert "Le communiqué de demain" in told


def test_contacts_are_found_by_the_search_over_everything(client, editor, reporter):
    contact = PressContactFactory(name_fr="Salma Idrissi", name_ar="سلمى الإدريسي")
    change = reverse("admin:articles_presscontact_change", args=[contact.pk])
    client.force_login(editor)
    for typed in ("idris", "الادريسي", "salma idrissi"):
        assert change in client.get("/admin/articles/article/find/", {"q": typed}).text
    assert change not in client.get("/admin/articles/article/find/", {"q": "salma benali"}).text
    client.force_login(reporter)
    assert change not in client.get("/admin/articles/article/find/", {"q": "idrissi"}).text


def test_how_a_number_is_written_is_said_before_it_is_refused(client, editor):
    client.force_login(editor)
    page = client.get("/admin/articles/presscontact/add/").text
    assert "+212 5 37 00 00 00" in page.replace("\xa0", " ")
