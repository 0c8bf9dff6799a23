"""An event with its sessions, as a person makes it: without a wrong turn, in a few clicks."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles.models import Appearance, Article, Event
from tests.browser.test_translation import sign_in
from tests.factories import EventFactory, SpeakerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

MOST_CLICKS = 15
SESSIONS = [
    ("Ouverture", "الافتتاح", "03/07/2027", "09:00", "10:00"),
    ("Table ronde", "مائدة مستديرة", "03/07/2027", "10:30", "12:00"),
    ("Clôture", "الاختتام", "04/07/2027", "16:00", "17:00"),
]


class Hand:
    """Whoever clicks and types; the clicks are counted."""

    def __init__(self, page):
        self.page, self.clicks = page, 0

    def click(self, selector):
        self.page.locator(selector).first.click()
        self.clicks += 1

    def type(self, words):
        self.page.keyboard.insert_text(words)

    def write(self, selector, words):
        self.click(selector)
        self.type(words)


def test_an_event_with_three_sessions_takes_a_few_clicks(page, cairo, complaints):
    sign_in(page, "editor", "fr")
    page.goto("/admin/articles/event/")
    before = Event.objects.count()
    hand = Hand(page)
    hand.click(".object-tools .addlink")
    page.wait_for_selector("#id_sessions-0-name_fr")
    hand.type("Journées de l’eau")
    page.keyboard.press("Tab")
    hand.type("أيام الماء")
    hand.write("#id_starts_on", "03/07/2027")
    hand.write("#id_ends_on", "04/07/2027")
    for number, (french, arabic, day, start, end) in enumerate(SESSIONS):
        hand.write(f"#id_sessions-{number}-name_fr", french)
        page.keyboard.press("Tab")
        hand.type(arabic)
        page.keyboard.press("Tab")
        hand.type(day)
        hand.write(f"#id_sessions-{number}-starts_at", start)
        hand.write(f"#id_sessions-{number}-ends_at", end)
    hand.click("[name=_save]")
    page.wait_for_url("**/admin/articles/event/")
    assert hand.clicks <= MOST_CLICKS
    assert Event.objects.count() == before + 4
    event = Event.objects.get(name_fr="Journées de l’eau")
    names = [
        (one.name_fr, one.name_ar) for one in event.sessions.order_by("starts_on", "starts_at")
    ]
    assert names == [one[:2] for one in SESSIONS]
    assert complaints == []


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
        "exclude": [[".select2"], ["#participations-group"], ["#appearances-group"]],
    }
    assert [
        (one["id"], one["nodes"][0]["target"])
        for one in Axe().run(page, context=ours).response["violations"]
    ] == []
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
    ours = {"include": [["#content"]], "exclude": [[".select2"]]}
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
        assert Axe().run(page, context=ours).response["violations"] == [], address
        page.set_viewport_size({"width": 390, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
        page.set_viewport_size({"width": 1280, "height": 900})
    assert complaints == []
