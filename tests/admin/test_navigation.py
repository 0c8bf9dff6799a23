"""The navigation of the desk, and what its forms and buttons are called."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.urls import reverse
from lxml import html

from articles.desk.model_words import WORDS, words_of
from tests.factories import EventFactory

pytestmark = pytest.mark.django_db

FIRST = {
    "fr": ["Le desk", "Articles", "Importer", "Traductions", "Événements", "Intervenants"],
    "ar": ["مكتب التحرير", "المقالات", "استيراد", "الترجمات", "الفعاليات", "المتحدثون"],
}
INLINES = {"affiliation", "appearance", "mention", "participation", "placement", "section"}


@pytest.fixture
def at_desk(client, admin_user):
    def opened(language, address="/admin/"):
        admin_user.language = language
        admin_user.save()
        client.force_login(admin_user)
        return html.fromstring(client.get(address).text)

    return opened


def names(page, part):
    return [one.text_content().strip() for one in page.xpath(f"//nav[@id='desk-nav']//{part}//a")]


@pytest.mark.parametrize("language", FIRST)
def test_what_everybody_opens_stands_in_the_line_and_the_desk_has_one_name(at_desk, language):
    page = at_desk(language)
    assert names(page, "ul[@class='main-pages']")[:6] == FIRST[language]
    assert page.xpath("//h1")[0].text_content() == FIRST[language][0]


@pytest.mark.parametrize(
    ("language", "in_order"),
    [
        ("fr", ["Sources", "Termes", "Thèmes"]),
        ("ar", ["الأماكن", "التصويبات", "ذاكرة الترجمة"]),
    ],
)
def test_the_other_records_are_in_the_order_of_the_alphabet(at_desk, language, in_order):
    listed = names(at_desk(language), "div[@class='more-pages']/ul[2]")
    assert [one for one in listed if one in in_order] == in_order


def test_all_records_have_e_acute_after_e_and_not_after_z(at_desk):
    page = at_desk("fr", reverse("admin:app_list", args=["articles"]))
    listed = [one.text_content() for one in page.xpath("//ul[@class='every-record']//a[1]")]
    assert listed.index("Citations") < listed.index("Événements") < listed.index("Images")


def test_the_link_of_the_page_one_is_under_is_marked(at_desk):
    event = EventFactory()
    page = at_desk("fr", reverse("admin:articles_event_change", args=[event.pk]))
    here = page.xpath("//ul[@class='main-pages']//a[@aria-current]")
    assert [one.text_content() for one in here] == ["Événements"]
    board = at_desk("fr", reverse("admin:articles_translations"))
    here = board.xpath("//ul[@class='main-pages']//a[@aria-current='page']")
    assert [one.text_content() for one in here] == ["Traductions"]


def test_a_reporter_is_offered_what_they_may_open(client, reporter):
    client.force_login(reporter)
    page = html.fromstring(client.get("/admin/").text)
    for address in page.xpath("//nav[@id='desk-nav']//a/@href"):
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize(
    ("language", "model", "add", "change"),
    [
        ("fr", "event", "Ajouter un événement", "Modifier l’événement"),
        ("fr", "source", "Ajouter une source", "Modifier la source"),
        ("ar", "event", "أضف فعالية", "عدّل الفعالية"),
        ("ar", "topic", "أضف موضوعًا", "عدّل الموضوع"),
    ],
)
def test_a_form_is_headed_as_one_says_it(at_desk, language, model, add, change):
    form = at_desk(language, reverse(f"admin:articles_{model}_add"))
    assert form.xpath("//h1")[0].text_content() == add
    listed = at_desk(language, reverse(f"admin:articles_{model}_changelist"))
    assert add in [one.text_content().strip() for one in listed.xpath("//a")]
    if model == "event":
        row = EventFactory()
        form = at_desk(language, reverse("admin:articles_event_change", args=[row.pk]))
        assert form.xpath("//h1")[0].text_content() == change


def test_every_table_of_the_desk_has_words_of_its_own():
    registered = {one._meta.model_name for one in admin.site._registry}
    assert registered <= {*WORDS}
    assert {*WORDS} - registered >= INLINES - registered


def test_rows_in_a_form_are_added_in_words_too(at_desk):
    page = at_desk("fr", reverse("admin:articles_article_add"))
    said = [one for one in page.xpath("//@data-inline-formset") if "quotes" in one]
    assert "Ajouter une citation" in said[0]
    assert words_of(apps.get_model("articles", "quote")._meta) is WORDS["quote"]
