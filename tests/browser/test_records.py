"""A record that readers have: proposed, decided, compared, merged, in both languages."""

import pytest

from articles.models import Proposal, Speaker
from quality.barriers import broken_rules
from tests.browser.test_translation import look, sign_in
from tests.factories import AffiliationFactory, SpeakerFactory, TopicFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def seen(page, name):
    """The page as it is, wide and narrow, with nothing beside it and nothing in anybody's way."""
    look(page, name)
    ours = {"include": [["#content"]]}
    assert broken_rules(page, ours) == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    look(page, f"{name}-390")
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_proposal_goes_from_one_to_the_other(page, cairo, complaints, language):
    speaker = Speaker.objects.get(name_fr="Ismail Chekkouri")
    address = f"/admin/articles/speaker/{speaker.pk}"
    sign_in(page, "reporter", language)
    page.goto(f"{address}/change/")
    assert page.locator("#proposing").is_visible()
    page.fill("#id_biography_fr", "Président de la session, puis ambassadeur.")
    page.fill("#note-on-save", "Le Monde, 3 juillet")
    page.locator(".submit-row [name=_save]").click()
    page.wait_for_selector(".proposal ins")
    seen(page, f"record-proposing-{language}")

    page.context.clear_cookies()
    sign_in(page, "editor", language)
    page.goto("/admin/")
    look(page, f"record-desk-{language}")
    page.locator("#pile-proposals + ul a").first.click()
    page.wait_for_selector("[name=_accept]")
    seen(page, f"record-proposal-{language}")
    page.locator("[name=_accept]").click()
    page.wait_for_url(f"**{address}/change/")
    assert Proposal.objects.get().state == "accepted"
    page.goto(f"{address}/history/")
    seen(page, f"record-history-{language}")
    page.goto(f"{address}/delete/")
    page.wait_for_selector(".uses a")
    seen(page, f"record-delete-{language}")
    page.goto("/admin/articles/event/")
    look(page, f"record-list-{language}")
    assert complaints == []


def test_one_is_merged_into_another_that_is_looked_for(page, cairo, complaints):
    gone = Speaker.objects.get(name_fr="Ismail Chekkouri")
    kept = SpeakerFactory(name_fr="Ismaïl Chekkouri El Idrissi", name_ar="")
    AffiliationFactory(speaker=kept)
    sign_in(page, "editor", "fr")
    page.goto(f"/admin/articles/speaker/{gone.pk}/delete/")
    page.locator(".chooser input").fill("El Idrissi")
    page.locator(".chooser-list li", has_text="El Idrissi").click()
    page.locator("[name=_merge]").click()
    page.wait_for_url(f"**/speaker/{kept.pk}/change/")
    assert not Speaker.objects.filter(pk=gone.pk).exists()
    assert kept.quotes.exists()
    assert complaints == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_who_types_a_name_is_told_at_once(page, cairo, complaints, language):
    topic = TopicFactory(name_fr="Énergie solaire", name_ar="الطاقة الشمسية")
    sign_in(page, "reporter", language)
    page.goto("/admin/articles/topic/add/")
    page.locator("#id_name_ar").press_sequentially("الطاقه الشمسيه")
    found = page.locator("[data-alike] a")
    found.wait_for()
    assert found.get_attribute("href") == f"/admin/articles/topic/{topic.pk}/change/"
    look(page, f"record-typing-{language}")
    page.locator("#id_name_ar").fill("شيء آخر")
    found.wait_for(state="detached")
    page.locator("#id_name_fr").fill("energie solaire")
    page.locator("[name=_save]").first.click()
    page.wait_for_selector("[name=_save_anyway]")
    seen(page, f"record-alike-{language}")
    page.locator("[name=_save_anyway]").click()
    page.wait_for_url("**/topic/")
    assert complaints == []
