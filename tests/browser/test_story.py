"""The story of one article, told by those who make it, in a French desk and in an Arabic one."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article
from tests.browser.at_desk import body_in, unfold
from tests.conftest import member_of
from tests.factories import UserFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

FIRST, SECOND = "La session a eu lieu jeudi au Caire.", "La session a eu lieu mercredi au Caire."


@pytest.fixture
def enter(chromium, live_server, complaints):
    """A desk of their own for each person."""
    contexts = []

    def page_of(role, language):
        user = (
            UserFactory(username="admin", is_superuser=True) if role == "admin" else member_of(role)
        )
        user.language = language
        if role == "translator" and hasattr(user, "languages"):
            user.languages = ["ar"]
        user.save()
        page = window()
        page.goto("/admin/")
        page.fill("#id_username", role)
        page.fill("#id_password", "marrakech-2018")
        page.click("input[type=submit]")
        page.wait_for_load_state()
        return page

    def window():
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": 1280, "height": 900}
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept())
        return page

    page_of.window = window
    yield page_of
    for context in contexts:
        context.close()


def rewrite(page, code, words):
    body_in(page, code).click()
    page.keyboard.press("Control+a")
    page.keyboard.type(words)


def press(page, selector):
    unfold(page, selector)
    page.locator(selector).first.click()
    page.wait_for_load_state()


def opened(page, pile):
    """The first article of a pile of the desk page."""
    page.goto("/admin/")
    press(page, f"section[aria-labelledby=pile-{pile}] a.title")
    return page


def change(page, article):
    page.goto(f"/admin/articles/article/{article.pk}/change/")


def write(reporter):
    """The reporter writes, and submits."""
    reporter.goto("/admin/articles/article/add/")
    reporter.fill("#id_headline_fr", "Une session au Caire")
    rewrite(reporter, "fr", FIRST)
    press(reporter, "input[name=_move-fr-in_review]")
    return Article.objects.get()


def send_back(editor, reporter):
    """The editor returns it, and says why; the reporter finds it on the desk, and submits again."""
    opened(editor, "review")
    editor.fill("#note-on-save", "Le chapeau manque.")
    press(editor, "input[name=_move-fr-draft]")
    opened(reporter, "mine")
    reporter.fill("#id_standfirst_fr", "Les délégations se retrouvent.")
    press(reporter, "input[name=_move-fr-in_review]")
    editor.goto("/admin/")
    press(editor, "section[aria-labelledby=pile-review] button[value=ready]")


def translate(translator, article):
    change(translator, article)
    translator.fill("#id_headline_ar", "جلسة في القاهرة")
    rewrite(translator, "ar", "انعقدت الجلسة.")
    press(translator, "input[name=_move-ar-in_review]")
    # Nobody confirmed its paragraphs: that is asked once more.
    translator.check("input[name=_as_it_is]")
    press(translator, "input[name=_move-ar-in_review]")
    article.refresh_from_db()
    assert (article.status_fr, article.status_ar) == ("ready", "in_review")


def schedule(chief, article):
    """The chief schedules both languages, in an hour."""
    moment = timezone.localtime() + timedelta(hours=1)
    change(chief, article)
    for code in ("fr", "ar"):
        unfold(chief, f"#id_published_at_{code}_0")
        chief.fill(f"#id_published_at_{code}_0", moment.strftime("%Y-%m-%d"))
        chief.fill(f"#id_published_at_{code}_1", moment.strftime("%H:%M:%S"))
    press(chief, "input[name=_move-fr-published]")
    change(chief, article)
    press(chief, "input[name=_move-ar-published]")
    article.refresh_from_db()
    assert article.status_fr == article.status_ar == "published"


def correct(chief, article):
    """The chief corrects it in a working copy, in public."""
    change(chief, article)
    press(chief, "button[name=_open_copy]")
    rewrite(chief, "fr", SECOND)
    unfold(chief, "#corrections-group")
    chief.locator("#corrections-group .add-row a").click()
    chief.fill("#id_corrections-0-text_fr", "La session a eu lieu mercredi, non jeudi.")
    chief.fill("#id_corrections-0-text_ar", "انعقدت الجلسة يوم الأربعاء لا يوم الخميس.")
    press(chief, "input[name=_publish_changes]")
    # The Arabic text names no day and stays as it is: that is asked once more.
    chief.check("input[name=_told_alone]")
    press(chief, "input[name=_publish_changes]")


def restore(editor, chief, article):
    """The editor restores in a working copy, for readers once the chief has said so in public."""
    editor.goto(f"/admin/articles/article/{article.pk}/history/")
    before = next(
        one.version
        for one in article.revisions.order_by("-version")
        if FIRST in one.content["fields"]["body_fr"]
    )
    press(editor, f".revisions button[form=restore][value='{before}']")
    change(editor, article)
    press(editor, "a[href$='/changes/']")
    chief.goto(editor.url)
    chief.fill("textarea[name=_correction-fr]", "La session a bien eu lieu jeudi.")
    press(chief, "button[name=_publish_changes]")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_an_article_is_written_returned_translated_scheduled_read_corrected_and_restored(
    enter, complaints, monkeypatch, language
):
    reporter, translator, editor, chief, admin = (
        enter(role, language) for role in ("reporter", "translator", "editor", "chief", "admin")
    )
    reader = enter.window()
    article = write(reporter)
    send_back(editor, reporter)
    translate(translator, article)

    # No reader sees anything yet.
    schedule(chief, article)
    assert reader.goto(article.url_in("fr")).status == 404
    admin.goto("/admin/")
    assert admin.locator(".week .days .day li").count() == 2

    # An hour later readers read it, and nobody has done anything.
    clock = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: clock() + timedelta(hours=1))
    assert reader.goto(article.url_in("fr")).status == 200
    assert FIRST in reader.locator(".body").inner_text()
    assert reader.goto(article.url_in("ar")).status == 200

    correct(chief, article)
    reader.goto(article.url_in("fr"))
    reader.reload()
    assert SECOND in reader.locator(".body").inner_text()
    assert "mercredi, non jeudi" in reader.locator("main").inner_text()

    restore(editor, chief, article)
    reader.reload()
    assert FIRST in reader.locator(".body").inner_text()
    assert complaints == []
