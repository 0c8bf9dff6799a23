"""The press room at the desk is read by day and by night, on a phone as on a desk, without a barrier."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import EmbargoedCopy, Journalist
from tests.browser.at_desk import LANGUAGES, look
from tests.browser.test_importing_looks import ONLY_CONTRAST, judge
from tests.factories import (
    ArticleFactory,
    DocumentFactory,
    ImageFactory,
    LiveEntryFactory,
    MediaKitFactory,
    PressContactFactory,
    UrgentBannerFactory,
)
from tests.mailing.people import press_list, subscriber

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]
PASTED = "Karim Benali <karim@radio.example.org>, Radio Atlas\nPersonne sans adresse\n"


def press_room():
    """Something of everything, by the name of its page and what its address has in it."""
    now = timezone.now()
    embargoed = ArticleFactory(live=["fr", "ar"], embargoed_until=now + timedelta(hours=2))
    lists = press_list("Diplomatie", "Nadia Alaoui", "Omar Tazi")
    sending = embargoed.embargoed_sendings.create(language="fr", sent_to="Diplomatie")
    for person, state in zip(Journalist.objects.all(), ("sent", "failed"), strict=True):
        EmbargoedCopy.objects.create(
            sending=sending,
            journalist=person,
            state=state,
            sent_at=now if state == "sent" else None,
        )
    out_of_reach = {"paused_at": now, "bounces": 3, "bounced_with": "550 No such user"}
    subscriber("salma@example.org", **out_of_reach)
    followed = ArticleFactory(kind="live", live=["fr", "ar"])
    entries = [LiveEntryFactory(article=followed, is_important=bool(n % 2)) for n in range(3)]
    banner = UrgentBannerFactory(article=followed, ends_at=now + timedelta(hours=1))
    kit = MediaKitFactory(live=["fr"], pictures=[ImageFactory()], documents=[DocumentFactory()])
    contact = PressContactFactory(spoken="fr ar")
    rows = {
        "presscontact": contact,
        "mediakit": kit,
        "presslist": lists,
        "journalist": Journalist.objects.first(),
        "urgentbanner": banner,
    }
    for model, row in rows.items():
        yield f"{model}_changelist", []
        yield f"{model}_change", [row.pk]
    yield "subscriber_changelist", []
    yield "article_embargoed", [embargoed.pk, "fr"]
    yield "article_live", [followed.pk]
    yield "article_live_entry", [followed.pk, entries[0].pk]
    yield "presslist_paste", [lists.pk]


@LANGUAGES
def test_the_pages_of_the_press_room_have_no_barrier(browser, language):
    page = browser("admin", language)
    barriers = {}
    for name, about in press_room():
        assert page.goto(reverse(f"admin:articles_{name}", args=about)).status == 200, name
        ask_further(page, name)
        for scheme, width, options in (("light", 390, {}), ("dark", 1440, ONLY_CONTRAST)):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.set_viewport_size({"width": width, "height": 900})
            judge(page, f"{name} {scheme} {width}", barriers, options)
            look(page, f"press-{language}-{name}-{scheme}-{width}")
    # What readers have of it, with an announcement above.
    page.goto(f"/{language}/")
    assert page.locator(".urgent").count() == 1
    judge(page, "the announcement", barriers, {})
    assert barriers == {}


@LANGUAGES
def test_a_name_without_a_space_stays_in_the_table_of_who_has_a_text(browser, language):
    article = ArticleFactory(live=["fr"], embargoed_until=timezone.now() + timedelta(hours=2))
    press_list("Diplomatie", "N" * 190)
    sending = article.embargoed_sendings.create(language="fr", sent_to="Diplomatie")
    EmbargoedCopy.objects.create(sending=sending, journalist=Journalist.objects.get())
    page = browser("admin", language)
    for width in (390, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(reverse("admin:articles_article_embargoed", args=[article.pk, "fr"]))
        table = page.locator(".press-copies .import-table")
        assert table.evaluate("one => one.scrollWidth - one.clientWidth") == 0, width


def ask_further(page, name):
    """What a page says once something was sent to it."""
    if name == "presslist_paste":
        page.fill("textarea[name=text]", PASTED)
        page.click("button[value=look]")
    elif name == "article_embargoed":
        page.check("input[name=list]")
        page.click("button[value=look]")
    page.wait_for_load_state()
