"""What comes in is read by day and by night, on a phone as on a desk, without a barrier."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.models import IncomingFeed, IncomingItem, ReceivedText
from articles.wire.batches import keep_for_later
from articles.wire.receiving import of_bytes, receive
from quality.barriers import broken_rules
from tests.browser import at_desk
from tests.browser.test_importing import FRENCH, TEXTS
from tests.browser.test_records import seen
from tests.factories import ArticleFactory, SourceFactory

pytestmark = [pytest.mark.browser, pytest.mark.looks, pytest.mark.django_db(transaction=True)]

WIDTHS = (390, 1024, 1440)
ONLY_CONTRAST = ["color-contrast"]
IMPORT, INBOX = "/admin/articles/article/import/", "/admin/articles/article/import/inbox/"


def what_came_in(by):
    """Texts that wait, with every question on one; a file that was not read; an inbox."""
    embargo = "SOUS EMBARGO jusqu’au 5 juillet 2030 à 12h00\n\n"
    for text in (embargo + FRENCH.replace(" (MAP)", ""), TEXTS["ar"], "Un mot. " * 30):
        receive(of_bytes(f"{text[:8]}.txt", text.encode()), by)
    receive(of_bytes("vide.pdf", b"%PDF-1.4 rien"), by)
    # Of many that were sent together one is still to be read: the page counts.
    keep_for_later(of_bytes("suite.txt", b"La suite."), by, "", "together")
    feed = IncomingFeed.objects.create(
        name="Fil Atlas", address="https://agence.example/fil", source=SourceFactory(),
        error="Le site répond par une erreur (503).", failures=2,
    )  # fmt: skip
    now = timezone.now()
    for number, text in enumerate(ReceivedText.objects.order_by("pk")[1:3]):
        IncomingItem.objects.create(
            feed=feed, item_id=f"{number}", digest=f"{number}", headline=text.title or "Un titre",
            language=text.language, text=text, version=number + 1,
            near=ArticleFactory() if number else None, came_at=now - timedelta(hours=number),
        )  # fmt: skip
    return feed, ReceivedText.objects.order_by("pk")[0]


def addresses(feed, text):
    yield from (IMPORT, INBOX, f"{INBOX}?state=aside")
    yield reverse("admin:articles_import_review", args=[text.pk])
    yield reverse("admin:articles_incomingfeed_changelist")
    yield reverse("admin:articles_incomingfeed_change", args=[feed.pk])


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_pages_of_what_comes_in_have_no_barrier(browser, language):
    page = browser("admin", language)
    feed, text = what_came_in(at_desk.person("admin", language))
    barriers = {}
    for address in addresses(feed, text):
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        assert page.goto(address).status == 200, address
        seen(page, f"in-{language}-{address.strip('/').replace('/', '-')[-24:]}")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            judge(page, f"{address} {width}", barriers)
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        judge(page, f"{address} by night", barriers, ONLY_CONTRAST)
    assert barriers == {}


def judge(page, where, barriers, only=None):
    found = broken_rules(page, only=only)
    told = [f"{one['id']}: {node['html'][:110]}" for one in found for node in one["nodes"]]
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        told.append("it is wider than the window")
    if told:
        barriers[where] = told[:6]


def test_without_a_script_a_text_is_pasted_reviewed_and_saved(chromium, live_server):
    at_desk.person("editor", "fr")
    context = chromium.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    at_desk.log_in(page, "editor")
    page.goto(IMPORT)
    page.fill("#import-text", FRENCH)
    page.click(".import-form [type=submit]")
    page.wait_for_selector(".import-article")
    page.locator(".import-buttons [value=save]").click()
    page.wait_for_url("**/change/")
    context.close()
