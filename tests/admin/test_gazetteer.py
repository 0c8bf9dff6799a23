"""The gazetteer at the desk: its list, its form, and lists that are pasted."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import GazetteerEntry
from tests.admin.test_importing import paste
from tests.conftest import member_of
from tests.factories import (
    GazetteerEntryFactory,
    OrganizationFactory,
    PlaceFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db

LIST = reverse("admin:articles_gazetteerentry_changelist")
ADD = reverse("admin:articles_gazetteerentry_add")
PASTE = reverse("admin:articles_gazetteerentry_paste")
NAMES = """Vigie des nappes ; عين المياه ; VDN ; fondée à Fès
مجلس الصيادين\tConseil des pêcheurs
Vigie des nappes

1234 ; 56
Ligue du littoral
ligue du Littoral
"""


def rows(page):
    return [
        [" ".join(cell.text_content().split()) for cell in row.xpath("td")]
        for row in html.fromstring(page.text).xpath("//tbody/tr")
    ]


def token(page):
    return html.fromstring(page.text).xpath("string(//input[@name='_sent']/@value)")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def test_pasted_lines_are_shown_as_they_are_understood_and_nothing_is_written(desk):
    GazetteerEntryFactory(name_fr="Ligue du Littoral", name_ar="", kind="place")
    page = desk.post(PASTE, {"kind": "institution", "text": NAMES, "do": "look"})
    assert [row[1:6] + row[-1:] for row in rows(page)] == [
        ["1", "Vigie des nappes", "عين المياه", "VDN", "fondée à Fès", "Nouveau"],
        ["2", "Conseil des pêcheurs", "مجلس الصيادين", "–", "–", "Nouveau"],
        ["3", "Vigie des nappes", "–", "–", "–", "Deux fois dans la liste : laissé de côté."],
        ["5", "–", "–", "–", "–", "Rien n’a été reconnu : une ligne est un nom, ou des noms séparés par « ; »."],
        ["6", "Ligue du littoral", "–", "–", "–", "Nouveau"],
        ["7", "ligue du Littoral", "–", "–", "–", "Deux fois dans la liste : laissé de côté."],
    ]  # fmt: skip
    assert "3 noms sont nouveaux." in page.text
    assert GazetteerEntry.objects.count() == 1


def test_what_is_new_is_added_and_the_same_list_adds_nothing_again(desk):
    form = {"kind": "institution", "text": NAMES, "do": "add"}
    page = desk.post(PASTE, form, follow=True)
    assert "3 noms ont été ajoutés au répertoire." in page.text
    assert page.request["PATH_INFO"] == LIST
    added = GazetteerEntry.objects.get(acronym="VDN")
    assert (added.name_fr, added.name_ar, added.note) == (
        "Vigie des nappes", "عين المياه", "fondée à Fès",
    )  # fmt: skip
    again = desk.post(PASTE, form, follow=True)
    assert "Déjà au répertoire : laissé de côté." in again.text
    assert GazetteerEntry.objects.count() == 3


def test_nothing_pasted_is_told(desk):
    page = desk.post(PASTE, {"kind": "no such", "text": "", "do": "add"})
    assert page.status_code == 200
    assert "0 nom" in page.text


def test_a_name_that_is_there_already_is_refused_in_its_field(desk):
    GazetteerEntryFactory(name_fr="Vigie des nappes", name_ar="", kind="institution")
    form = {"kind": "institution", "name_fr": "Vigie des  Nappes", "name_ar": "عين"}
    page = desk.post(ADD, form)
    assert "Le répertoire a déjà ce nom." in page.text
    assert GazetteerEntry.objects.count() == 1
    assert desk.post(ADD, form | {"kind": "agency"}).status_code == 302


def test_the_list_is_searched_in_both_languages_and_filtered_by_kind(desk):
    GazetteerEntryFactory(name_fr="Vigie des nappes", name_ar="عين المياه", acronym="VDN")
    GazetteerEntryFactory(name_fr="Sefrou", name_ar="صفرو", kind="place")
    for question in ({"q": "vigie"}, {"q": "المياه"}, {"q": "VDN"}, {"kind__exact": "institution"}):
        page = desk.get(LIST, question)
        assert "Vigie des nappes" in page.text
        assert "Sefrou" not in page.text


@pytest.mark.parametrize(
    ("role", "seen", "adds"),
    [("reporter", 200, 403), ("translator", 200, 200), ("chief", 200, 200)],
)
def test_who_may_write_terms_may_write_the_gazetteer(client, role, seen, adds):
    client.force_login(member_of(role))
    page = client.get(LIST)
    assert page.status_code == seen
    assert (PASTE in page.text) == (adds == 200)
    assert client.get(ADD).status_code == adds
    assert client.get(PASTE).status_code == adds
    form = {"kind": "institution", "text": NAMES, "do": "add"}
    assert client.post(PASTE, form).status_code == (302 if adds == 200 else 403)


def test_the_review_says_what_stands_in_the_gazetteer(client):
    client.force_login(member_of("reporter"))
    GazetteerEntryFactory(name_fr="Vigie des nappes", name_ar="")
    page = paste(
        client, "Les nappes baissent\n\nLes relevés de la Vigie des nappes sont publiés.\n"
    )
    (legend,) = html.fromstring(page.text).xpath("//fieldset[@id='organizations-0']/legend")
    assert "au répertoire de la rédaction" in legend.text_content()
    assert "au répertoire" not in paste(client, "Les nappes baissent\n\nLa commune publie.\n").text


def test_what_has_a_record_is_not_counted_as_new_and_a_person_is_of_no_kind(desk):
    SpeakerFactory(name_fr="Karim Haddad")
    PlaceFactory(name_ar="الرباط", name_fr="Rabat")
    text = "Office national de l’eau (ONAS)\nKarim Haddad\nالرباط"
    page = desk.post(PASTE, {"kind": "", "text": text, "do": "look"})
    assert "1 nom est nouveau." in page.text
    assert "2 noms ont une fiche, ou sont de personnes" in page.text
    assert [row[5] for row in rows(page)]
    headings = html.fromstring(page.text).xpath("//thead//th")
    assert all(one.text_content()[0].isupper() for one in headings)
    (person,) = html.fromstring(page.text).xpath("//select[@name='kind-2']/option[@selected]")
    assert person.get("value") == ""
    form = {"kind": "", "text": text, "do": "add", "take": ["2"], "kind-2": ""}
    seen = html.fromstring(page.text).xpath("string(//input[@name='seen']/@value)")
    desk.post(PASTE, form | {"seen": seen})
    assert not GazetteerEntry.objects.exists()
    desk.post(PASTE, form | {"seen": seen, "kind-2": "institution"})
    assert GazetteerEntry.objects.get().name_fr == "Karim Haddad"


OF_EACH_KIND = """Office national de l’assainissement (ONAS)
Karim Haddad
Sefrou
Agence de presse du Sahel
وزارة الري
Nour Belkadi
Ligue du littoral
"""


def lines_of(page):
    """Of each line: whether it is ticked, its kind, and what is said of it."""
    found = {}
    for row in html.fromstring(page.text).xpath("//tbody/tr"):
        name = " ".join(row.xpath("string(td[3])").split()).replace("–", "")
        name = name or " ".join(row.xpath("string(td[4])").split())
        ticked = bool(row.xpath(".//input[@name='take'][@checked]"))
        kind = row.xpath("string(.//option[@selected]/@value)")
        found[name] = (ticked, kind, " ".join(row.xpath("string(td[last()])").split()))
    return found


def test_the_kind_of_each_line_is_guessed_and_what_is_a_record_is_told(desk):
    SpeakerFactory(name_fr="Karim Haddad")
    OrganizationFactory(name_fr="Ligue du littoral")
    page = desk.post(PASTE, {"kind": "", "text": OF_EACH_KIND, "do": "look"})
    found = lines_of(page)
    assert found["Office national de l’assainissement"][:2] == (True, "institution")
    assert "ONAS" in [cell for row in rows(page) for cell in row]
    assert found["Sefrou"][:2] == (True, "place")
    assert found["Agence de presse du Sahel"][:2] == (True, "agency")
    assert found["وزارة الري"][:2] == (True, "institution")
    assert (found["Karim Haddad"][0], found["Ligue du littoral"][0]) == (False, False)
    assert (
        found["Karim Haddad"][2]
        == "Cette personne a déjà une fiche : les textes sont lus avec elle."
    )
    assert "une personne" in found["Nour Belkadi"][2]


def test_a_line_is_left_out_and_another_kind_is_chosen(desk):
    looked = desk.post(PASTE, {"kind": "", "text": OF_EACH_KIND, "do": "look"})
    seen = html.fromstring(looked.text).xpath("string(//input[@name='seen']/@value)")
    form = {"kind": "", "text": OF_EACH_KIND, "seen": seen, "do": "add"}
    desk.post(PASTE, form | {"take": ["1", "3"], "kind-3": "agency"})
    assert sorted(GazetteerEntry.objects.values_list("name_fr", "kind")) == [
        ("Office national de l’assainissement", "institution"),
        ("Sefrou", "agency"),
    ]


def test_a_list_that_was_changed_is_looked_at_again_before_it_is_added(desk):
    form = {"kind": "", "text": OF_EACH_KIND, "seen": "of another text", "take": "1", "do": "add"}
    assert lines_of(desk.post(PASTE, form))
    assert not GazetteerEntry.objects.exists()
