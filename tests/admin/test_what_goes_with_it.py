"""Deletions and histories of tables without pages of their own speak as all others do."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from lxml import html

from articles.models import Subscriber, Subscription
from tests.factories import (
    ArticleFactory,
    ArticleTemplateFactory,
    GazetteerEntryFactory,
    MediaKitFactory,
    PressContactFactory,
    RememberedFactory,
    SpeakerFactory,
    TermFactory,
    TopicFactory,
    UrgentBannerFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

JARGON = ["objet", "L’essentiel", "L'essentiel", "Authentification", "site d"]
MADE = {
    "article": ArticleFactory,
    "articletemplate": ArticleTemplateFactory,
    "gazetteerentry": GazetteerEntryFactory,
    "mediakit": MediaKitFactory,
    "presscontact": PressContactFactory,
    "remembered": RememberedFactory,
    "term": TermFactory,
    "urgentbanner": UrgentBannerFactory,
    "user": UserFactory,
    "group": lambda: Group.objects.get(name="chief"),
}


@pytest.fixture
def desk(client, admin_user):
    client.force_login(admin_user)
    return client


def address(record, name):
    opts = record._meta
    return reverse(f"admin:{opts.app_label}_{opts.model_name}_{name}", args=[record.pk])


def said(answer):
    """The words of a page, below the head of the desk."""
    page = html.fromstring(answer.text)
    return " ".join(page.get_element_by_id("content").text_content().split())


def trail(answer):
    steps = html.fromstring(answer.text).xpath("//ol[@class='breadcrumbs']/li")
    return [" ".join(one.text_content().split()) for one in steps]


@pytest.mark.parametrize("kind", MADE)
def test_a_deletion_names_what_it_deletes_in_its_heading_and_leads_back(desk, kind):
    record = MADE[kind]()
    answer = desk.get(address(record, "delete"))
    words = said(answer)
    assert words.startswith("Supprimer : ")
    assert not [one for one in JARGON if one in words]
    assert trail(answer)[0] == "Le desk"
    assert len(trail(answer)) == 4
    buttons = html.fromstring(answer.text).xpath("//form[contains(@class, 'decide')]/*[@class]")
    assert [one.text_content().strip() for one in buttons] == ["Supprimer", "Laisser tel quel"]
    assert desk.post(address(record, "delete"), {"post": "yes"}).status_code == 302
    assert not type(record)._base_manager.filter(pk=record.pk).exists()


def test_a_role_that_goes_tells_how_many_permissions_and_accounts_it_ties(desk):
    group = Group.objects.create(name="relecture")
    group.permissions.set(Permission.objects.all()[:12])
    group.user_set.add(UserFactory(), UserFactory())
    words = said(desk.get(address(group, "delete")))
    assert "Liens (permissions) : 12" in words
    assert "Liens (utilisateurs) : 2" in words
    assert "object (" not in words
    assert "group-permission" not in words


@pytest.mark.parametrize(
    ("language", "names"),
    [("fr", ["Eau (français)", "Toutes les actualités (arabe)"]), ("ar", ["الماء (الفرنسية)"])],
)
def test_a_subscriber_who_goes_is_told_with_what_they_chose(desk, admin_user, language, names):
    admin_user.language = language
    admin_user.save()
    someone = Subscriber.objects.create(address="salma@example.org", language="fr")
    topic = TopicFactory(name_fr="Eau", name_ar="الماء")
    Subscription.objects.create(subscriber=someone, language="fr", topic=topic)
    Subscription.objects.create(subscriber=someone, language="ar")
    words = said(desk.get(address(someone, "delete")))
    for name in names:
        assert name in words


def test_many_are_deleted_in_words_of_the_desk_with_a_way_back(desk):
    keys = [TermFactory().pk for one in range(12)]
    listed = reverse("admin:articles_term_changelist")
    act = {"action": "delete_selected", "_selected_action": keys}
    answer = desk.post(listed, act)
    words = said(answer)
    assert "Termes : 12" in words
    assert "et 2 autres" in words
    assert not [one for one in JARGON if one in words]
    assert f'href="{listed}"' in answer.text.split("</ol>")[-1]


def test_what_is_used_leads_back_to_its_list_and_has_no_gender(desk):
    speaker = SpeakerFactory()
    ArticleFactory(live=["fr"]).mention(speaker)
    listed = reverse("admin:articles_speaker_changelist")
    act = {"action": "delete_selected", "_selected_action": [speaker.pk]}
    answer = desk.post(listed, act)
    words = said(answer)
    assert "1 utilisation" in words
    assert "utilisées" not in words
    assert f'href="{listed}"' in answer.text.split("</ol>")[-1]


@pytest.mark.parametrize("kind", [one for one in MADE if one != "article"])
def test_a_history_looks_and_speaks_as_that_of_a_record(desk, admin_user, kind):
    record = MADE[kind]()
    answer = desk.get(address(record, "history"))
    assert said(answer) == (f"Historique : {record} Aucune modification n’en a encore été gardée.")
    assert trail(answer)[0] == "Le desk"
    assert len(trail(answer)) == 4
    # A page without scripts of its own would show what is to mark them.
    assert "nonce=" not in "".join(html.fromstring(answer.text).xpath("//body//text()"))


def test_a_history_tells_who_did_what(desk, admin_user):
    term = TermFactory()
    page = address(term, "change")
    form = html.fromstring(desk.get(page).text).get_element_by_id("term_form")
    sent = dict(form.form_values())
    assert desk.post(page, sent | {"name_fr": "l’eau"}).status_code == 302
    words = said(desk.get(address(term, "history")))
    assert f"{admin_user}" in words
    assert "Modification" in words


def test_who_deletes_an_account_is_told_which_texts_name_nobody_then(client, admin_user, reporter):
    for _number in range(3):
        ArticleFactory(created_by=reporter)
    client.force_login(admin_user)
    page = client.get(reverse("admin:articles_user_delete", args=[reporter.pk])).text
    assert "Ce qui reste, sans ce nom" in page
    assert "<li>Articles : 3</li>" in page
    assert "Un compte désactivé ne se connecte plus" in page
