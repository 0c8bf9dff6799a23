"""Fields that choose a record: pictures are seen and found by their file, people are created."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile

from articles.models import Image, Speaker
from tests.conftest import member_of
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    SpeakerFactory,
)
from tests.pictures import files

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

CHOICES = "/admin/autocomplete/"
LIBRARY = "/admin/articles/image/"
FOLDED = "//details//*[@name]"
ROWS = "//*[contains(@class, 'inline-group')]"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def offered(desk, model, field, term):
    asked = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
    return desk.get(CHOICES, asked).json()["results"]


def sent(desk, name, **camera):
    file = SimpleUploadedFile(name, files.from_a_camera(**camera), "image/jpeg")
    desk.post(f"{LIBRARY}upload/", {"files": [file]})
    return Image.objects.latest("pk")


def test_nothing_beside_a_field_that_chooses_a_record_deletes_it(client, chief):
    client.force_login(chief)
    for page in ("article", "event", "speaker", "document"):
        form = lxml.html.fromstring(client.get(f"/admin/articles/{page}/add/").content)
        assert form.xpath("//*[contains(@class, 'delete-related')]") == []
        titles = form.xpath("//*[contains(@class, 'related-widget-wrapper-link')]/@title")
        assert not [one for one in titles if "objet" in one]


# Pictures.


def test_a_picture_without_words_is_seen_and_named_by_its_day_and_its_file(desk):
    image = sent(desk, "quai-du-port.jpg")
    Image.objects.update(caption_fr="", caption_ar="", alt_fr="", alt_ar="")
    (found,) = offered(desk, "article", "lead_image", "")
    assert found["picture"] == f"{LIBRARY}{image.pk}/thumbnail/"
    assert found["text"].startswith("Image sans légende, ")
    assert found["told"] == ["quai-du-port.jpg", f"\u2066{image.width} × {image.height}\u2069"]
    assert "images/" not in desk.get(f"{LIBRARY}{image.pk}/change/").context["subtitle"]


@pytest.mark.parametrize("words", ["quai", "Port quai", "quai-du-port.jpg"])
def test_a_picture_is_found_by_the_name_of_the_file_that_was_sent(desk, words):
    image = sent(desk, "quai-du-port.jpg")
    ImageFactory(caption_fr="Une salle")
    assert [one["id"] for one in offered(desk, "article", "lead_image", words)] == [f"{image.pk}"]
    assert [*desk.get(LIBRARY, {"q": words}).context["cl"].result_list] == [image]


def test_the_form_of_a_picture_keeps_the_name_of_the_file_too(desk):
    file = SimpleUploadedFile("quai.jpg", files.from_a_camera(), "image/jpeg")
    desk.post(f"{LIBRARY}add/", {"focal_x": "50", "focal_y": "50", "file": file})
    image = Image.objects.get()
    assert [one["id"] for one in offered(desk, "article", "lead_image", "quai")] == [f"{image.pk}"]


def test_many_pictures_are_offered_in_as_many_queries_as_one(desk, django_assert_max_num_queries):
    sent(desk, "quai.jpg")
    for number in range(8):
        ImageFactory(caption_fr=f"Salle {number}")
    with django_assert_max_num_queries(12):
        assert len(offered(desk, "article", "lead_image", "")) == 9


def test_a_picture_of_a_text_of_others_is_not_found_by_its_file(client, editor, desk):
    image = sent(desk, "secret.jpg")
    ArticleFactory(lead_image=image, created_by=editor)
    client.force_login(member_of("reporter"))
    assert offered(client, "article", "lead_image", "secret") == []


@pytest.mark.parametrize("window", ["", "?_popup=1"])
def test_a_picture_that_is_there_already_can_be_opened_and_used(desk, window):
    image = sent(desk, "a.jpg", caption="La salle")
    file = SimpleUploadedFile("b.jpg", files.from_a_camera(caption="La salle"), "image/jpeg")
    form = {"focal_x": "50", "focal_y": "50", "file": file}
    page = lxml.html.fromstring(desk.post(f"{LIBRARY}add/{window}", form).text)
    (refused, *_more) = page.xpath(
        "//div[contains(@class, 'field-file')]//ul[contains(@class, 'errorlist')]/li"
    )
    assert "déjà dans la médiathèque" in refused.text_content()
    assert refused.xpath(".//a")[0].get("href") == f"{LIBRARY}{image.pk}/change/"
    (use,) = refused.xpath(".//button")
    assert (use.get("data-uses"), use.get("data-name")) == (f"{image.pk}", "La salle")
    assert use.text == "Utiliser celle-ci"


# What stands first.


def names(choices):
    """What is called so, and what is only near, each by its name."""
    found = [one for one in choices if "create" not in one]
    return (
        [one["text"] for one in found if "under" not in one],
        [one["text"] for one in found if "under" in one],
    )


@pytest.fixture
def people():
    SpeakerFactory(name_fr="Samira Bennis", name_ar="سميرة بنيس")
    SpeakerFactory(name_fr="Mohammed VI", name_ar="محمد السادس", honorific_fr="SM le Roi")
    SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="إسماعيل الشكوري")


@pytest.mark.parametrize(
    ("typed", "called", "near"),
    [
        ("sm le roi", ["Mohammed VI"], ["Samira Bennis"]),
        ("chekouri", [], ["Ismail Chekkouri"]),
        ("Chekkouri", ["Ismail Chekkouri"], []),
        ("السادس", ["Mohammed VI"], []),
        ("Ismaiil Chekkouri", [], ["Ismail Chekkouri"]),
    ],
)
def test_who_is_called_so_stands_first_and_who_is_near_says_so(desk, people, typed, called, near):
    assert names(offered(desk, "quote", "speaker", typed)) == (called, near)


def test_who_has_the_word_in_their_name_stands_before_who_is_told_of_with_it(desk):
    OrganizationFactory(name_fr="CESAO", name_ar="الإسكوا", description_ar="لجنة من لجان الأمم")
    OrganizationFactory(name_fr="ONU", name_ar="منظمة الأمم المتحدة", acronym_fr="ONU")
    OrganizationFactory(name_fr="Fédération de la ligue", name_ar="الاتحاد")
    OrganizationFactory(name_fr="Ligue des États arabes", name_ar="جامعة الدول العربية")
    assert names(offered(desk, "mention", "organization", "الامم")) == (["ONU"], ["CESAO"])
    called = ["Ligue des États arabes", "Fédération de la ligue"]
    assert names(offered(desk, "mention", "organization", "ligue")) == (called, [])
    assert names(offered(desk, "mention", "organization", "onu"))[0] == ["ONU"]


def test_words_that_stand_only_in_the_text_of_an_article_are_said_to(desk):
    ArticleFactory(headline_fr="Tunisie", headline_ar="أمطار قوية", body_ar="<p>توقف القطار</p>")
    ArticleFactory(headline_fr="Le train", headline_ar="قطار الشمال")
    found = names(offered(desk, "placement", "article", "قطار"))
    assert found == (["Le train"], ["Tunisie"])


def test_a_mistake_in_one_of_several_words_hides_nothing(desk):
    EventFactory(name_fr="Examen régional des migrations")
    found = names(offered(desk, "article", "event", "exaemn régional migration"))
    assert found == ([], ["Examen régional des migrations"])


def test_a_choice_says_what_tells_it_from_others_of_its_name(desk, people):
    event = EventFactory(name_fr="Sommet", starts_on=date(2024, 7, 3), ends_on=date(2024, 7, 4))
    EventFactory(name_fr="Sommet : ouverture", parent=event, starts_on=date(2024, 7, 3))
    told = [one.get("told") for one in offered(desk, "article", "event", "Sommet")]
    assert told[0][0] == "3–4 juillet 2024"
    assert told[1][-1] == "Session de : Sommet"
    body = OrganizationFactory(name_fr="Ministère de l’Eau")
    AffiliationFactory(
        speaker=Speaker.objects.get(name_fr="Samira Bennis"),
        organization=body,
        position_fr="Directrice",
    )
    (found, *_more) = offered(desk, "quote", "speaker", "Samira")
    assert found["told"] == ["Directrice, Ministère de l’Eau"]


def test_many_are_told_apart_in_as_many_queries_as_one(desk, django_assert_max_num_queries):
    for number in range(8):
        speaker = SpeakerFactory(name_fr=f"Salma {number}")
        AffiliationFactory(speaker=speaker, organization=OrganizationFactory())
    with django_assert_max_num_queries(20):
        assert len(offered(desk, "quote", "speaker", "Salma")) == 9


# What is not there yet.


@pytest.mark.parametrize(
    ("chooser", "adds", "typed", "column"),
    [
        ("quote.speaker", "speaker", "Salma Jaziri", "name_fr"),
        ("quote.speaker", "speaker", "سلمى الجزيري", "name_ar"),
        ("mention.organization", "organization", "Port de Sfax", "name_fr"),
        ("article.event", "event", "Forum de l’eau", "name_fr"),
        ("topicofarticle.tag", "topic", "Pêche", "name_fr"),
        ("article.dateline", "place", "Sfax", "name_fr"),
        ("article.source", "source", "Agence du port", "name_fr"),
    ],
)
def test_what_is_not_found_is_created_under_the_name_that_was_typed(
    desk, chooser, adds, typed, column
):
    (choice,) = offered(desk, *chooser.split("."), typed)
    assert choice["text"] == f"Créer « {typed} »"
    address = urlsplit(choice["create"])
    assert address.path == f"/admin/articles/{adds}/add/"
    assert parse_qs(address.query)[column] == [typed]
    page = lxml.html.fromstring(desk.get(choice["create"]).text)
    assert page.xpath(f"//*[@name='{column}']")[0].get("value") == typed


def test_somebody_of_the_same_name_can_be_created_after_all_that_is_found(desk):
    SpeakerFactory(name_fr="Salma Jaziri")
    said = [one["text"] for one in offered(desk, "quote", "speaker", "Salma")]
    assert said == ["Salma Jaziri", "Créer « Salma »"]


def test_nobody_is_offered_to_create_what_they_may_not_or_what_has_no_name(client, desk):
    assert offered(desk, "article", "lead_image", "inconnue") == []
    assert offered(desk, "quote", "speaker", "  ") == []
    client.force_login(member_of("translator"))
    assert offered(client, "quote", "speaker", "Inconnue") == []


def test_the_window_asks_what_is_needed_and_folds_the_rest(desk):
    page = lxml.html.fromstring(desk.get("/admin/articles/speaker/add/?_popup=1").text)
    folded = {one.get("name") for one in page.xpath(FOLDED)}
    own = "//fieldset[not(ancestor::*[contains(@class, 'inline-group')])]//*[@name]"
    asked = {one.get("name") for one in page.xpath(own)} - folded
    assert {one for one in asked if not one.startswith("_")} == {"name_fr", "name_ar"}
    assert {"slug_fr", "biography_ar", "portrait"} <= folded
    assert len(page.xpath(ROWS)) == 1
    assert not lxml.html.fromstring(desk.get("/admin/articles/event/add/?_popup=1").text).xpath(
        ROWS
    )
    whole = lxml.html.fromstring(desk.get("/admin/articles/speaker/add/").text)
    folded = {one.get("name") for one in whole.xpath(FOLDED)}
    assert folded.isdisjoint({"name_fr", "biography_ar", "portrait"})
    assert whole.xpath(ROWS)


def test_who_is_created_in_the_window_is_chosen_in_the_form(desk):
    answer = desk.post(
        "/admin/articles/speaker/add/?_popup=1", {"name_fr": "Salma Jaziri", "_popup": "1"}
    )
    speaker = Speaker.objects.get()
    assert "popup_response" in answer.text
    assert f"&quot;{speaker.pk}&quot;" in answer.text
    assert LogEntry.objects.get().object_repr == "Salma Jaziri"


def test_who_is_created_in_the_window_is_said_to_be_what_they_are(desk):
    body = OrganizationFactory(name_fr="Ministère de l’Eau")
    page = lxml.html.fromstring(desk.get("/admin/articles/speaker/add/?_popup=1").text)
    form = dict(page.xpath("//form[@id='speaker_form']")[0].form_values())
    row = {"affiliations-0-position_fr": "Ministre", "affiliations-0-organization": f"{body.pk}"}
    desk.post("/admin/articles/speaker/add/?_popup=1", {**form, "name_fr": "Salma Jaziri", **row})
    (held,) = Speaker.objects.get().affiliations.all()
    assert (held.position_fr, held.organization) == ("Ministre", body)


def test_the_address_of_who_has_a_name_is_said_to_come_from_it(desk):
    for model in ("speaker", "event", "organization", "topic"):
        assert "tirée du nom" in desk.get(f"/admin/articles/{model}/add/").text
    assert "tirée du titre" in desk.get("/admin/articles/article/add/").text
