"""What was saved, or sent, is not offered again."""

import pytest
from django.urls import reverse

from articles.models import FrontPage, Proposal
from tests.browser.at_desk import FRENCH, kept, offer, press, wait_until_kept
from tests.factories import ArticleFactory, ImageFactory, LiveEntryFactory
from tests.pictures.files import jpeg

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]


def test_a_front_page_that_was_saved_is_not_offered_again(browser):
    front_page = FrontPage.objects.create(language="fr")
    ArticleFactory(headline_fr="Le Maroc préside", live=["fr"])
    page = browser("editor")
    page.goto(reverse("admin:articles_frontpage_change", args=[front_page.pk]))
    page.locator("#placements-group summary").click()
    page.locator("#id_placements-0-article + .chooser input").fill("Maroc")
    page.locator(".chooser-list li", has_text="Le Maroc").click()
    wait_until_kept(page, "Le Maroc")
    press(page, "input[name=_continue]")
    assert page.locator("ul.messagelist .success").count() == 1
    page.wait_for_load_state("networkidle")
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


def test_what_its_writer_typed_anew_is_called_nobody_elses_change(browser):
    article = ArticleFactory(kind="live", live=["fr"])
    entry = LiveEntryFactory(article=article, headline_fr="Trois ponts coupés")
    page = browser("editor")
    for title in ("Cinq ponts coupés", "Six ponts coupés"):
        page.goto(reverse("admin:articles_article_live_entry", args=[article.pk, entry.pk]))
        page.fill("#id_headline_fr", title)
        wait_until_kept(page, title)
        press(page, "button[name=_save]")
        assert "Un nombre, une somme" in page.inner_text("#content")
    told = offer(page).inner_text()
    assert "Cinq" in told
    assert FRENCH["changed"] not in told
