"""An event with its sessions in one form; its clicks are counted in ``test_jobs.py``."""

import pytest

from articles.models import Appearance, Article
from quality.barriers import broken_rules
from tests.browser.test_translation import sign_in
from tests.factories import EventFactory, SpeakerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_rows_fold_and_speakers_move_by_keyboard_and_by_hand(page, cairo, complaints, language):
    event = EventFactory(time_zone="Asia/Tokyo")
    EventFactory(parent=event)
    for name in ("Nasser Bourita", "Aïcha Saleck", "Omar Dridi"):
        Appearance.objects.create(event=event, speaker=SpeakerFactory(name_fr=name, name_ar=name))
    sign_in(page, "editor", language)
    page.goto(f"/admin/articles/event/{event.pk}/change/")
    fold = page.locator(".fold-row")
    assert not page.locator("#id_sessions-0-name_fr").is_visible()
    fold.press("Enter")
    assert page.locator("#id_sessions-0-name_fr").is_visible()
    # By the keyboard: the first goes down by one.
    rows = "#appearances-group tr.form-row:not(.empty-form)"
    page.locator(f"{rows} .move-row", has_text="↓").first.press("Enter")
    # By hand: the last goes to the first place.
    page.locator(f"{rows} .drag-row").nth(2).drag_to(
        page.locator(f"{rows} .drag-row").first, target_position={"x": 2, "y": 2}
    )
    page.fill("#id_starts_on", "03/07/2024")
    page.fill("#id_starts_at", "09:00")
    page.locator("#id_starts_at").dispatch_event("change")
    assert "01:00" in page.locator(".field-starts_at .newsroom-hour").first.inner_text()
    # The tables of rows are Django's.
    ours = {
        "include": [["#content"]],
        "exclude": [["#participations-group"], ["#appearances-group"]],
    }
    assert [(one["id"], one["nodes"][0]["target"]) for one in broken_rules(page, ours)] == []
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("[name=_save]").click()
    page.wait_for_url("**/admin/articles/event/")
    names = [one.speaker.name_fr for one in event.appearances.all()]
    assert names == ["Omar Dridi", "Aïcha Saleck", "Nasser Bourita"]
    assert complaints == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_pages_that_say_what_will_happen_are_right_for_everybody(page, cairo, complaints, language):
    one, other = SpeakerFactory(), SpeakerFactory()
    sign_in(page, "chief", language)
    ours = {"include": [["#content"]]}
    article = Article.objects.get(key="cairo-plenary-report")
    for address in (
        f"/admin/articles/speaker/{one.pk}/merge/",
        f"/admin/articles/speaker/{one.pk}/merge/?other={other.pk}",
        f"/admin/articles/speaker/{one.pk}/change/",
        "/admin/articles/article/templates/",
        f"/admin/articles/article/{article.pk}/duplicate/",
    ):
        page.goto(address)
        page.wait_for_selector("#content-main")
        assert broken_rules(page, ours) == [], address
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        page.set_viewport_size({"width": 1280, "height": 900})
    assert complaints == []
