"""Names on the desk stand in the order of a person's alphabet: in lists, and where one chooses."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import translation
from lxml import html

from articles.admin.listing.filter_choices import rows_of_choices
from articles.desk.translation.assignments import people
from articles.languages import Language
from articles.models import Source, Topic, User
from articles.models.alphabet import in_alphabet
from articles.text.analysis.collation import sort_key
from tests.factories import (
    ArticleFactory,
    ArticleTemplateFactory,
    IncomingFeedFactory,
    PlaceFactory,
    SourceFactory,
    TopicFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

IN_ORDER = {
    "fr": ["Cannabis", "Économie", "« Emploi »", "Œuvres sociales", "Zones rurales"],
    "ar": ["الإعلام", "آفاق", "الأمن", "البيئة", "التعليم", "الثقافة", "حقوق الإنسان", "الهجرة"],
}
ODD = [
    "Élan", "elan", "Elan vital", "L’Élan", "Al-Hoceïma", "Al Hoceima", "ÇA", "Ça ira", "Straße",
    "Æther", "Łódź", "ØRESUND", "3 mai", "(sigle)", "مَدرَسة", "مدرسة", "مدرست", "على", "علي", "مؤتمر",
    "موتمر", "الرباط", "رباط", "ـالرباط", "«القدس»", "ال", "الي", "Tiznit", "ⵜⵉⵣⵏⵉⵜ",
]  # fmt: skip


def shuffled(names):
    return sorted(names, key=lambda name: name[::-1])


@pytest.fixture
def desk(client, editor):
    """The desk in a language: what stands in a list, and what a field offers."""

    class Desk:
        def in_language(self, code):
            editor.language = code
            editor.save()
            client.force_login(editor)

        def listed(self, model, **asked):
            page = client.get(reverse(f"admin:articles_{model}_changelist"), asked)
            rows = html.fromstring(page.text).xpath("//*[@id='result_list']/tbody/tr")
            return [row.xpath("string(.//th)").strip() for row in rows]

        def rows_of_choices(self, model, field):
            asked = {"app_label": "articles", "model_name": model, "field_name": field, "term": ""}
            answers = client.get("/admin/autocomplete/", asked).json()["results"]
            return [one["text"] for one in answers]

    return Desk()


def test_the_database_has_the_order_of_the_readers_lists():
    """Whichever database: an accent, a hamza, an article, a sign and a capital part no names."""
    for name in shuffled(ODD):
        TopicFactory(name_fr=name, name_ar="")
    with translation.override("fr"):
        found = Topic.objects.order_by(*in_alphabet(Topic, ["name"]), "pk")
        assert [sort_key(one.name_fr)[0] for one in found] == sorted(
            sort_key(name)[0] for name in ODD
        )
        back = Topic.objects.order_by(*in_alphabet(Topic, ["-name"]), "-pk")
        assert [one.pk for one in back] == [one.pk for one in reversed(found)]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_topics_are_listed_and_offered_by_their_alphabet(desk, language):
    for name in shuffled(IN_ORDER[language]):
        TopicFactory(**{"name_fr": "", "name_ar": "", f"name_{language}": name})
    TopicFactory(**{"name_fr": "Agadir", "name_ar": "أكادير", f"name_{language}": ""})
    desk.in_language(language)
    # What has no name in the language is called something else, and follows.
    other = "أكادير" if language == "fr" else "Agadir"
    assert desk.listed("topic") == [*IN_ORDER[language], other]
    assert (
        desk.rows_of_choices("topicofarticle", "tag")[: len(IN_ORDER[language])]
        == IN_ORDER[language]
    )


def test_whatever_a_list_is_ordered_by_names_have_their_alphabet(desk):
    """By a click on its head: a name, a pair of names, what another record is called."""
    for name in ["Zagora", "Émirats", "Fès"]:
        source = SourceFactory(name_fr=name)
        IncomingFeedFactory(name=name, source=source)
        PlaceFactory(name_fr=name)
        UserFactory(username=name.casefold(), first_name=name)
    desk.in_language("fr")
    in_order = ["Émirats", "Fès", "Zagora"]
    assert desk.listed("source") == desk.listed("place") == in_order
    assert desk.listed("incomingfeed") == desk.listed("incomingfeed", o="1") == in_order
    assert desk.listed("incomingfeed", o="-0") == in_order[::-1]
    assert desk.listed("incomingfeed", o="-1") == in_order[::-1]


def test_the_list_of_articles_offers_sources_by_their_alphabet(desk):
    for name in ["Zagora", "Émirats", "Fès"]:
        ArticleFactory(source=SourceFactory(name_fr=name))
    with translation.override("fr"):
        kind = Source._meta.model_name
        there = [names[0] for one, _turn, _pk, _key, *names in rows_of_choices() if one == kind]
    assert there == ["Émirats", "Fès", "Zagora"]


def test_templates_stand_by_their_alphabet_where_an_article_begins(client, editor):
    for name in ["Visite", "Édito", "Communiqué"]:
        ArticleTemplateFactory(name_fr=name)
    client.force_login(editor)
    shown = client.get(
        reverse("admin:articles_article_templates"), headers={"accept-language": "fr"}
    ).text
    at = [shown.index(name) for name in ["Communiqué", "Édito", "Visite"]]
    assert at == sorted(at)


def test_people_and_roles_are_offered_by_the_names_they_are_called_by(desk, client, admin_user):
    editors = Group.objects.get(name="editor")
    for name, username in [("Zineb", "a"), ("Élodie", "b"), ("Fatima", "c")]:
        UserFactory(username=username, first_name=name, last_name="").groups.add(editors)
    in_order = ["Élodie", "Fatima", "Zineb"]
    with translation.override("fr"):
        kind = User._meta.model_name
        filtered = [called for one, _turn, _pk, called, *_names in rows_of_choices() if one == kind]
    assert [one for one in filtered if one in in_order] == in_order
    writers = [str(one) for one in people(Language.all())]
    assert [one for one in writers if one in in_order] == in_order
    admin_user.language = "fr"
    admin_user.save()
    client.force_login(admin_user)
    page = html.fromstring(client.get(reverse("admin:articles_user_changelist")).text)
    roles = page.xpath("//a[contains(@href, 'groups__id__exact=')]/text()")
    assert len(roles) > 3
    assert roles == sorted(roles, key=sort_key)
