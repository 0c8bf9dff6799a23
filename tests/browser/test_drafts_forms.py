"""Nothing typed is lost, whatever a form holds."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group
from django.urls import reverse

from articles.desk.editing import working_copies
from articles.models import FrontPage, Proposal
from tests.browser.at_desk import (
    EMBEDDED,
    FRENCH,
    LANGUAGES,
    WORDS,
    close_and_reopen,
    forget_session,
    kept,
    log_in,
    look,
    offer,
    person,
    press,
    put_back,
    sign_in_where_told,
    type_rich,
    wait_until_kept,
)
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    CorrectionFactory,
    ImageFactory,
    NoteFactory,
    OrganizationFactory,
    QuoteFactory,
    RememberedFactory,
    SpeakerFactory,
    UserFactory,
)
from tests.pictures.files import jpeg

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
    # Nothing is typed there: notes are written under their article.
    if model._meta.model_name != "note"
]


def address_of_form(label):
    model = apps.get_model(label)
    site = admin.site.get_model_admin(model)
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
        ":not([type=hidden]):not(.prose-editor textarea):visible"
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
    page.locator("#id_affiliations-2-organization + .select2").click()
    page.locator(".select2-search__field").fill("Ministère")
    page.locator(".select2-results__option", has_text="Ministère").click()
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


@LANGUAGES
def test_a_file_cannot_be_kept_and_that_is_said(browser, language, tmp_path):
    picture = tmp_path / "salle.jpg"
    picture.write_bytes(b"not read here")
    page = browser("editor", language)
    page.goto("/admin/articles/image/add/")
    page.set_input_files("#id_file", picture)
    page.fill("#id_alt_fr", "La salle")
    wait_until_kept(page, "La salle")
    page.goto("/admin/articles/image/add/")
    told = offer(page).inner_text()
    assert "salle.jpg" in told
    assert WORDS[language]["file"] in told
    look(page, f"drafts-file-{language}")


def test_a_file_stays_chosen_when_the_session_is_over(browser, tmp_path):
    """What cannot be kept is not let go: who is signed in is asked before it is sent."""
    memory = tmp_path / "lexique.csv"
    memory.write_text("key,name_fr,name_ar\n,convention,اتفاقية\n", encoding="utf-8")
    page = browser("chief")
    page.goto("/admin/articles/term/import/")
    page.set_input_files("#file", memory)
    forget_session(page)
    page.click(".submit-row input")
    page.locator(".unsent").wait_for()
    assert FRENCH["signed out"] in page.locator(".unsent").inner_text()
    assert page.evaluate("document.querySelector('#file').files.length") == 1


def test_pictures_dropped_after_the_session_are_not_swallowed(browser, tmp_path):
    picture = tmp_path / "salle.jpg"
    picture.write_bytes(b"no picture at all")
    page = browser("editor")
    page.goto("/admin/articles/image/upload/")
    forget_session(page)
    page.set_input_files("#files", picture)
    page.click(".submit-row input")
    page.locator(".unsent").wait_for()
    assert FRENCH["signed out"] in page.locator(".unsent").inner_text()
    sign_in_where_told(page)
    page.bring_to_front()
    page.click(".submit-row input")
    page.locator(".upload-results .refused").wait_for()
    assert page.locator(".unsent").count() == 0


def test_a_form_that_comes_back_with_errors_is_kept_on(browser, tmp_path):
    picture = tmp_path / "salle.jpg"
    picture.write_bytes(b"no picture at all")
    page = browser("editor")
    page.goto("/admin/articles/image/add/")
    page.set_input_files("#id_file", picture)
    page.fill("#id_alt_fr", "La salle")
    press(page)
    assert page.locator(".errornote").is_visible()
    # It stands in the form: it is not offered, but the file is said to be gone.
    assert page.locator(".unsaved:visible").count() == 0
    assert "salle.jpg" in page.locator(".unkept-files").inner_text()
    page = close_and_reopen(browser, page)
    assert "La salle" in offer(page).inner_text()
    put_back(page)
    assert page.input_value("#id_alt_fr") == "La salle"


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


# What was saved, or sent, is not offered.


def test_a_front_page_that_was_saved_is_not_offered_again(browser):
    front_page = FrontPage.objects.create(language="fr")
    ArticleFactory(headline_fr="Le Maroc préside", live=["fr"])
    page = browser("editor")
    page.goto(reverse("admin:articles_frontpage_change", args=[front_page.pk]))
    page.locator("#id_placements-0-article + .select2").click()
    page.locator(".select2-search__field").fill("Maroc")
    page.locator(".select2-results__option", has_text="Le Maroc").click()
    wait_until_kept(page, "Le Maroc")
    press(page, "input[name=_continue]")
    assert page.locator("ul.messagelist .success").count() == 1
    page.wait_for_function("() => window.django?.jQuery?.active === 0")
    assert page.locator(".unsaved:visible").count() == 0
    assert kept(page) == ""
    assert front_page.placements.count() == 1


def test_a_picture_that_was_proposed_is_no_unsaved_text(browser, tmp_path):
    picture = tmp_path / "salle.jpg"
    picture.write_bytes(jpeg(colour="teal"))
    image = ArticleFactory(live=["fr"], lead_image=ImageFactory()).lead_image
    page = browser("reporter")
    page.goto(reverse("admin:articles_image_change", args=[image.pk]))
    page.set_input_files("#id_file", picture)
    page.fill("#id_alt_fr", "La salle vide")
    wait_until_kept(page, "La salle vide")
    press(page)
    assert Proposal.objects.count() == 1
    page.goto("/admin/")
    page.wait_for_load_state()
    assert kept(page) == ""


# What is typed beside an article.


def test_a_note_outlives_the_session(browser):
    article = ArticleFactory()
    page = browser("editor")
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    page.fill("#note-text", "Le chiffre est à vérifier.")
    wait_until_kept(page, "Le chiffre")
    forget_session(page)
    page.locator(".new-note button").click()
    sign_in_where_told(page)
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    put_back(page)
    assert page.input_value("#note-text") == "Le chiffre est à vérifier."
    page.locator(".new-note button").click()
    page.locator(".notes .note").wait_for()
    page.fill("#note-text", "Encore une.")
    wait_until_kept(page, "Encore une.")
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    told = offer(page).inner_text()
    assert "Encore une." in told
    assert "Le chiffre" not in told


def test_a_correction_that_was_refused_is_not_lost(browser):
    article = ArticleFactory(live=["fr"], body_fr="<p>Mercredi au Caire.</p>")
    copy = working_copies.open_copy(article, by=person("chief"))
    copy.body_fr = "<p>Jeudi 4 juillet au Caire.</p>"
    copy.save()
    changes = reverse("admin:articles_article_changes", args=[copy.pk])
    page = browser()
    log_in(page, "chief", changes)
    page.click("button[name=_publish_changes]")
    page.fill("textarea[name=_correction-fr]", "C’était jeudi.")
    wait_until_kept(page, "C’était jeudi.")
    page = close_and_reopen(browser, page, changes)
    page.wait_for_load_state()
    assert "C’était jeudi." in offer(page).inner_text()


def test_the_text_of_a_record_that_is_gone_is_on_the_first_page_of_the_desk(browser):
    speaker = SpeakerFactory(name_fr="Nasser Bourita")
    page = browser("editor")
    page.goto(reverse("admin:articles_speaker_change", args=[speaker.pk]))
    page.fill("#id_biography_ar", EMBEDDED)
    wait_until_kept(page, "الوزير")
    speaker.delete()
    page.goto("/admin/")
    texts = page.locator(".unsaved-texts li")
    assert "Nasser Bourita" in texts.inner_text()
    texts.locator("summary").click()
    assert texts.locator("[data-text]").inner_text() == EMBEDDED
    look(page, "drafts-on-the-desk-fr")
    texts.locator("[data-do=forget]").click()
    page.locator(".unsaved-texts").wait_for(state="hidden")
    assert kept(page) == ""


def test_a_text_that_went_live_meanwhile_is_offered_in_its_working_copy(browser):
    article = ArticleFactory()
    change = reverse("admin:articles_article_change", args=[article.pk])
    page = browser("chief")
    page.goto(change)
    page.fill("#id_headline_fr", "Tapé avant la parution")
    wait_until_kept(page, "Tapé avant")
    page.goto("/admin/")
    article.move("fr", "published", by=person("chief"))
    page.goto(change)
    assert "Tapé avant la parution" in offer(page).inner_text()
    press(page, "button[name=_open_copy]")
    put_back(page)
    assert page.input_value("#id_headline_fr") == "Tapé avant la parution"
