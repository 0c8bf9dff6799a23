"""Nothing typed is lost, whatever a form holds."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.models import FrontPage, Newsroom
from tests.browser.at_desk import (
    EMBEDDED,
    FRENCH,
    close_and_reopen,
    kept,
    offer,
    press,
    put_back,
    type_rich,
    wait_until_kept,
)
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    CorrectionFactory,
    NoteFactory,
    OrganizationFactory,
    QuoteFactory,
    RememberedFactory,
    SpeakerFactory,
    UserFactory,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]


# Every form.


@pytest.fixture
def one_of_those_nobody_adds():
    FrontPage.objects.create(language="fr")
    article = ArticleFactory()
    QuoteFactory(article=article)
    CorrectionFactory(article=article)
    NoteFactory(article=article)
    RememberedFactory()


FORMS = [
    model._meta.label_lower
    for model, site in admin.site._registry.items()
    # Nothing is typed there: notes are written under their article, subscribers give their address.
    if model._meta.model_name not in {"note", "subscriber"}
]


def address_of_form(label):
    model = apps.get_model(label)
    site = admin.site.get_model_admin(model)
    if model is Newsroom:
        return reverse("admin:articles_newsroom_change", args=[Newsroom.the_one().pk])
    name = f"admin:{label.replace('.', '_')}"
    if model._meta.model_name in {"frontpage", "quote", "correction", "remembered"}:
        return reverse(f"{name}_change", args=[model.objects.first().pk])
    assert site is not None
    return reverse(f"{name}_add")


@pytest.mark.parametrize("label", FORMS)
def test_every_form_of_the_desk_gives_back_what_a_closed_tab_had(
    browser, one_of_those_nobody_adds, label
):
    page = browser("admin")
    page.goto(address_of_form(label))
    field = page.locator(
        ".main form[method=post] :is(input[type=text], input[type=number], textarea)"
        ":not([type=hidden], [role=combobox], .prose-editor textarea):visible"
    ).first
    name = field.get_attribute("name")
    words = "17" if field.get_attribute("type") == "number" else "Tapé et jamais enregistré"
    field.fill(words)
    wait_until_kept(page, words)
    page = close_and_reopen(browser, page)
    assert words in offer(page).inner_text()
    put_back(page)
    assert page.input_value(f"[name={name}]") == words


# What forms hold.


def test_rows_that_were_added_come_back_beside_those_a_colleague_added(browser):
    speaker = SpeakerFactory()
    first = AffiliationFactory(speaker=speaker)
    organization = OrganizationFactory(name_fr="Ministère des Affaires étrangères")
    change = reverse("admin:articles_speaker_change", args=[speaker.pk])
    page = browser("editor")
    page.goto(change)
    page.fill("#id_affiliations-0-position_ar", "الوزير")
    for number in (1, 2):
        page.locator("#affiliations-group .add-row a").click()
        page.fill(f"#id_affiliations-{number}-position_fr", f"Fonction {number}")
    page.locator("#id_affiliations-2-organization + .chooser input").fill("Ministère")
    page.locator(".chooser-list li", has_text="Ministère des Affaires").click()
    wait_until_kept(page, f'"{organization.pk}"')
    page.goto("/admin/")
    theirs = AffiliationFactory(speaker=speaker, position_fr="De la collègue")
    page.goto(change)
    assert "Ministère des Affaires étrangères" in offer(page).inner_text()
    put_back(page)
    press(page)
    first.refresh_from_db()
    theirs.refresh_from_db()
    assert first.position_ar == "الوزير"
    assert theirs.position_fr == "De la collègue"
    added = speaker.affiliations.exclude(pk__in=[first.pk, theirs.pk]).order_by("position_fr")
    assert [one.position_fr for one in added] == ["Fonction 1", "Fonction 2"]
    assert added[1].organization == organization


def test_a_row_that_is_gone_is_shown_to_be_copied(browser):
    affiliation = AffiliationFactory()
    change = reverse("admin:articles_speaker_change", args=[affiliation.speaker.pk])
    page = browser("editor")
    page.goto(change)
    page.fill("#id_affiliations-0-position_fr", "Tapé dans une ligne")
    page.fill("#id_honorific_fr", "S.E.")
    wait_until_kept(page, "S.E.")
    page.goto("/admin/")
    affiliation.delete()
    page.goto(change)
    told = offer(page)
    assert "Tapé dans une ligne" in told.inner_text()
    assert FRENCH["gone"] in told.inner_text()
    put_back(page)
    assert page.input_value("#id_honorific_fr") == "S.E."
    # It is in no field: it stays in sight, and kept.
    assert "Tapé dans une ligne" in page.locator(".unsaved").inner_text()


def test_rich_text_comes_back_as_it_was_written(browser):
    article = ArticleFactory(body_fr="<p>Un début.</p>")
    change = reverse("admin:articles_article_change", args=[article.pk])
    page = browser("editor")
    page.goto(change)
    page.wait_for_load_state()
    # Nobody has typed: nothing is kept of a form that was only looked at.
    page.wait_for_timeout(1000)
    assert kept(page) == ""
    type_rich(page, 0, " Une suite.")
    type_rich(page, 1, EMBEDDED)
    wait_until_kept(page, "GFMD")
    page.keyboard.press("Shift+Home")
    page.wait_for_function(
        "() => !document.querySelectorAll('.ProseMirror.tiptap')[1].editor.state.selection.empty"
    )
    page.keyboard.press("Control+b")
    wait_until_kept(page, "<strong>")
    page = close_and_reopen(browser, page)
    put_back(page)
    press(page)
    article.refresh_from_db()
    assert "Un début. Une suite." in article.body_fr
    assert EMBEDDED.replace("\u200f", "") in re.sub(r"<[^>]+>|\u200f", "", article.body_ar)
    assert "<strong>" in article.body_ar


def test_choices_of_an_account_come_back_and_no_password_is_kept(browser):
    user = UserFactory(username="salma")
    group = Group.objects.get_or_create(name="reporter")[0]
    page = browser("admin")
    page.goto("/admin/articles/user/add/")
    page.fill("#id_username", "nouvelle")
    page.fill("#id_password1", "un-secret-bien-garde")
    page.fill("#id_password2", "un-secret-bien-garde")
    wait_until_kept(page, "nouvelle")
    # Some browsers show a password as plain text.
    page.evaluate("document.querySelector('#id_password1').type = 'text'")
    page.fill("#id_username", "nouvelle2")
    wait_until_kept(page, "nouvelle2")
    assert "secret" not in kept(page)
    page.goto(reverse("admin:articles_user_change", args=[user.pk]))
    page.check("input[name=languages][value=ar]")
    page.check("#id_is_superuser")
    page.select_option("#id_groups_from", str(group.pk))
    page.click("#id_groups_add")
    page.wait_for_timeout(6000)
    page = close_and_reopen(browser, page)
    put_back(page)
    press(page)
    user.refresh_from_db()
    assert user.languages == ["ar"]
    assert user.is_superuser
    assert list(user.groups.all()) == [group]


def test_a_popup_that_saves_leaves_nothing_and_one_that_is_closed_is_kept(browser):
    page = browser("editor")
    page.goto("/admin/articles/event/add/")
    with page.expect_popup() as opening:
        page.click("#add_id_place")
    popup = opening.value
    popup.fill("#id_name_fr", "Marrakech")
    popup.select_option("#id_country", "MA") if popup.locator(
        "select#id_country"
    ).count() else popup.fill("#id_country", "MA")
    wait_until_kept(popup, "Marrakech")
    popup.close()
    with page.expect_popup() as opening:
        page.click("#add_id_place")
    popup = opening.value
    popup.set_default_timeout(15_000)
    put_back(popup)
    with popup.expect_event("close"):
        popup.click("input[name=_save]")
    page.wait_for_function("() => document.querySelector('#id_place').value")
    wait_until_kept(page, '"place"')
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    assert "Marrakech" not in kept(page).replace('"shown":["Marrakech"]', "").replace(
        "Marrakech (", ""
    )
