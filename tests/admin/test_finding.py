"""The search over everything: by any name in either script, and only what somebody may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html

from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

FIND = reverse("admin:articles_find")


@pytest.fixture
def finding(client, editor):
    client.force_login(editor)
    return lambda words, **more: found(client, words, **more)


def found(client, words, **more):
    """Of each group, the titles that are shown."""
    answer = client.get(FIND, {"q": words, **more})
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    return {
        group.xpath("string(h2)"): [
            " ".join(one.text_content().split()) for one in group.xpath(".//li/a")
        ]
        for group in page.xpath("//*[@class='found']/section")
    }


def test_a_person_is_found_by_a_name_in_either_script_with_their_position(finding):
    speaker = SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="إسماعيل شكوري")
    AffiliationFactory(speaker=speaker, organization=OrganizationFactory(name_fr="Ministère"))
    for typed in ("chekkouri", "Ismaïl CHEK", "شكوري", "إسماعيل شَكُّوري", "اسماعيل"):
        (line,) = finding(typed)["Intervenants"]
        assert line.startswith("Ismail Chekkouri إسماعيل شكوري"), typed
        assert "Directeur des questions globales, Ministère" in line


def test_records_of_each_kind_stand_apart_with_what_tells_them_apart(finding):
    EventFactory(name_fr="Sommet du Caire", name_ar="قمة القاهرة")
    TopicFactory(name_fr="Caire")
    SourceFactory(name_fr="Agence du Caire")
    ArticleFactory(headline_fr="Le Caire accueille", live=["fr"])
    groups = finding("caire")
    assert {*groups} == {"Articles", "Événements", "Sources", "Thèmes"}
    assert "3 juillet 2024" in groups["Événements"][0]
    assert "Le Caire" in groups["Événements"][0]
    assert "publié" in groups["Articles"][0]


def test_who_is_called_just_so_comes_before_what_speaks_of_them(finding):
    ArticleFactory(headline_fr="Karim Haddad à Rabat", live=["fr"])
    SpeakerFactory(name_fr="Karim Haddad El Alaoui", name_ar="كريم حداد العلوي")
    SpeakerFactory(name_fr="Karim Haddad", name_ar="كريم حداد")
    for typed in ("karim haddad", "كريم حداد"):
        groups = finding(typed)
        assert next(iter(groups)) == "Intervenants"
        assert groups["Intervenants"][0].startswith("Karim Haddad كريم حداد"), typed


def test_a_state_stands_with_the_name_of_its_language_and_its_day(client, editor):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    ArticleFactory(headline_ar="معرض الكتاب", live=["ar", "fr"])
    page = html.fromstring(client.get(FIND, {"q": "معرض الكتاب"}).text)
    states = [
        " ".join(one.text_content().split()) for one in page.xpath("//*[@class='found-state']")
    ]
    assert [one.split()[:2] for one in states] == [["العربية", "منشور"], ["الفرنسية", "منشور"]]
    # Its parts stand apart: a date begins with a number, which would be read with what is before.
    assert len(page.xpath("//*[@class='found-state']/bdi")) == 4


@pytest.mark.parametrize(
    ("typed", "language", "name"),
    [
        ("فعالية جديدة", "ar", "أضف فعالية"),
        ("nouvel événement", "fr", "Ajouter un événement"),
        ("مقال جديد", "ar", "اكتب مقالًا"),
        ("nouvel", "fr", None),
        ("import", "fr", "Importer"),
        ("استيراد", "fr", "Importer"),
        ("traductions", "fr", "Traductions"),
        ("ecrire un", "fr", "Écrire un article"),
        ("événement", "ar", "الفعاليات"),
    ],
)
def test_pages_of_the_desk_are_found_by_their_names(client, editor, typed, language, name):
    editor.language = language
    editor.save()
    client.force_login(editor)
    groups = found(client, typed)
    pages = next(
        (
            lines
            for title, lines in groups.items()
            if title in {"Pages du desk", "صفحات مكتب التحرير"}
        ),
        [],
    )
    assert name is None or name in pages


def test_nothing_typed_shows_the_pages_of_the_desk(finding):
    assert {*finding("")} == {"Pages du desk", "Listes", "Ajouter"}
    assert "Le desk" in finding("   ")["Pages du desk"]


@pytest.mark.parametrize(
    "typed", ["x" * 300, "%_'", "' OR 1=1 --", "\x00", "%", "_", "\\", "😀", "ـــ", "\u202e", "«»"]
)
def test_odd_words_are_words_as_others(finding, typed):
    ArticleFactory()
    assert "Articles" not in finding(typed)


def test_a_reporter_finds_no_draft_of_a_colleague(client, reporter, editor):
    ArticleFactory(headline_fr="Zellige secret", created_by=editor)
    ArticleFactory(headline_fr="Zellige public", headline_ar="سر", created_by=editor, live=["fr"])
    ArticleFactory(headline_fr="Zellige à moi", created_by=reporter)
    client.force_login(reporter)
    lines = found(client, "zellige")["Articles"]
    assert sorted(line.split(" fr ")[0].split(" زل")[0][:14] for line in lines) == [
        "Zellige public",
        "Zellige à moi ",
    ]
    assert not any("سر" in line or "brouillon" in line for line in lines if "public" in line)


def test_who_has_no_role_finds_nothing_but_what_everybody_opens(client):
    SpeakerFactory(name_fr="Ismail Chekkouri")
    client.force_login(UserFactory())
    assert found(client, "chekkouri") == {}
    assert found(client, "")["Pages du desk"] == ["Le desk", "Changer le mot de passe"]


def test_every_page_that_is_offered_opens(client, reporter):
    client.force_login(reporter)
    page = html.fromstring(client.get(FIND).text)
    for address in page.xpath("//*[@class='found']//a/@href"):
        assert client.get(address).status_code == 200, address


def test_what_is_found_takes_as_many_queries_for_many_as_for_one(client, finding):
    def make(number):
        for n in range(number):
            speaker = SpeakerFactory(name_fr=f"Fès {n}", name_ar="")
            AffiliationFactory(speaker=speaker)
            EventFactory(name_fr=f"Rencontre de Fès {n}")
            TopicFactory(name_fr=f"Fès {n}")
            ArticleFactory(headline_fr=f"À Fès {n}", event=EventFactory())

    def taken():
        with CaptureQueriesContext(connection) as queries:
            finding("fès", few="1")
        return len(queries)

    make(1)
    taken()
    of_one = taken()
    make(12)
    assert taken() <= of_one + 1
    assert of_one <= 30


def test_the_field_stands_in_the_header_of_every_page(client, editor):
    client.force_login(editor)
    page = html.fromstring(client.get(reverse("admin:index")).text)
    (form,) = page.xpath("//*[@id='header']//form[@class='find-box']")
    assert (form.get("action"), form.get("method")) == (FIND, "get")
    client.logout()
    assert "find-box" not in client.get(reverse("admin:login")).text
