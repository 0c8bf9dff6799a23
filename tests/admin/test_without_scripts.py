"""Without scripts a record is chosen by typing its name, and rows are added by a button."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Article, Event, MediaKit, Place
from tests.admin.forms import form_of
from tests.factories import ImageFactory, PlaceFactory, SpeakerFactory

pytestmark = pytest.mark.django_db
ADD_EVENT, ADD_ARTICLE = (reverse(f"admin:articles_{one}_add") for one in ("event", "article"))


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def sent(desk, address, page=None, **typed):
    return desk.post(address, form_of((page or desk.get(address)).text) | typed)


def choices(page, name):
    options = html.fromstring(page.text).xpath(f"//select[@name='{name}']/option")
    return [one.text_content() for one in options]


def test_a_record_is_chosen_by_its_name_in_either_language(desk):
    cairo = PlaceFactory(name_fr="Le Caire", name_ar="القاهرة")
    for name in ("le caire", "القاهرة"):
        event = {"name_fr": f"Sommet {name}", "starts_on": "03/07/2027"}
        assert sent(desk, ADD_EVENT, **event, place__typed=name).status_code == 302
        assert Event.objects.get(name_fr=event["name_fr"]).place == cairo


def test_what_may_be_meant_is_offered_where_no_record_has_the_name(desk):
    PlaceFactory(name_fr="Le Caire")
    event = {"name_fr": "Sommet", "starts_on": "03/07/2027"}
    page = sent(desk, ADD_EVENT, **event, place__typed="Caire")
    assert page.status_code == 200
    assert "Le Caire" in choices(page, "place")
    assert "le nom d’une seule fiche" in page.text
    # Nothing that was typed is lost, nor is the name dropped when the page is sent as it came.
    assert form_of(page.text)["name_fr"] == "Sommet"
    assert 'name="place__typed" value="Caire"' in page.text
    assert sent(desk, ADD_EVENT, page, place__typed="Caire").status_code == 200
    answer = sent(desk, ADD_EVENT, page, place__typed="Caire", place=f"{Place.objects.get().pk}")
    assert answer.status_code == 302
    assert Event.objects.get().place == Place.objects.get()


def test_a_picture_is_chosen_by_what_is_written_of_it(desk):
    picture = ImageFactory(caption_fr="La salle du conseil", alt_fr="Des délégués assis")
    for words in ("la salle du conseil", "Des délégués assis"):
        headline = f"Réunis : {words}"
        answer = sent(desk, ADD_ARTICLE, headline_fr=headline, lead_image__typed=words)
        assert answer.status_code == 302
        assert Article.objects.get(headline_fr=headline).lead_image == picture
    page = sent(desk, ADD_ARTICLE, headline_fr="Réunis", lead_image__typed="salle")
    assert page.status_code == 200
    assert any("salle" in one for one in choices(page, "lead_image"))


def test_where_several_have_the_name_one_is_chosen_among_them(desk):
    for country in ("EG", "US"):
        PlaceFactory(name_fr="Le Caire", country=country)
    page = sent(desk, ADD_EVENT, name_fr="Sommet", starts_on="03/07/2027", place__typed="Le Caire")
    assert choices(page, "place").count("Le Caire") == 2
    assert not Event.objects.exists()


def test_an_article_has_its_relations_without_scripts(desk):
    SpeakerFactory(name_fr="Ismaïl Chekkouri")
    page = sent(desk, ADD_ARTICLE, headline_fr="Réunis au Caire", more_rows="mentions")
    assert "Rien n’est encore enregistré" in page.text
    assert not Article.objects.exists()
    assert 'name="mentions-0-speaker__typed"' in page.text
    typed = {"mentions-0-speaker__typed": "Ismaïl Chekkouri"}
    answer = sent(desk, ADD_ARTICLE, page, **typed)
    assert answer.status_code == 302
    (mention,) = Article.objects.get().mentions.all()
    assert mention.speaker.name_fr == "Ismaïl Chekkouri"


def test_a_record_that_was_deleted_meanwhile_is_said_to_be_so(desk):
    place = PlaceFactory(name_fr="Le Caire")
    fields = {"name_fr": "Sommet", "starts_on": "03/07/2027", "place": f"{place.pk}"}
    place.delete()
    page = sent(desk, ADD_EVENT, **fields)
    assert "la fiche a été supprimée entre-temps" in page.text


def test_several_are_typed_with_semicolons_between(client, chief):
    client.force_login(chief)
    for name in ("Ismaïl Chekkouri", "Nadia Benali"):
        SpeakerFactory(name_fr=name)
    address = reverse("admin:articles_mediakit_add")
    typed = "Ismaïl Chekkouri; Nadia Benali"
    assert sent(client, address, name_fr="Dossier", speakers__typed=typed).status_code == 302
    assert MediaKit.objects.get().speakers.count() == 2
