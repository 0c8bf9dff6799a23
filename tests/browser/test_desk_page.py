"""The first page of the desk, and notes: in either language, with a mouse."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Note, Status
from tests.browser.at_desk import unfold
from tests.conftest import member_of
from tests.factories import ArticleFactory, NoteFactory, UserFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

WORDS = {
    "fr": ("À relire", "Publier", "C’est réglé", "Laisser la note"),
    "ar": ("للمراجعة", "نشر", "عولجت", "ترك الملاحظة"),
}


@pytest.fixture
def editor():
    return member_of("editor")


@pytest.fixture
def at_desk(page, live_server, editor):
    def in_language(language):
        page.goto("/admin/")
        page.fill("#id_username", "editor")
        page.fill("#id_password", "marrakech-2018")
        page.click("input[type=submit]")
        page.locator(f".admin-language button[value={language}]").click()
        return page

    return in_language


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_what_waits_is_read_and_published_with_two_clicks(at_desk, editor, complaints, language):
    article = ArticleFactory(status_fr=Status.IN_REVIEW, status_ar=Status.READY)
    ArticleFactory(live=["fr"], published_at_fr=timezone.now() + timedelta(days=1))
    note = NoteFactory(article=article, text="Relis la fin @editor.")
    note.addressed.add(editor)
    review, publish, settled, _ = WORDS[language]
    page = at_desk(language)

    pile = page.get_by_role("region", name=review)
    assert pile.locator(".title").inner_text() == article.headline_fr
    pile.get_by_role("link", name=f"{publish}…", exact=True).click()
    assert page.locator("article.read-first h2").inner_text() == article.headline_fr
    page.get_by_role("button", name=f"{publish} – ").click()
    assert page.get_by_role("region", name=review).locator(".title").count() == 0
    article.refresh_from_db()
    assert article.is_live("fr")
    assert not article.is_live("ar")

    assert page.locator(".week .days .day li").count() == 1
    page.get_by_role("button", name=settled, exact=True).click()
    assert page.get_by_role("button", name=settled, exact=True).count() == 0
    assert complaints == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_note_is_left_without_losing_what_is_typed(at_desk, complaints, language):
    # A note reaches who may see its article.
    salma, article = UserFactory(username="salma", is_superuser=True), ArticleFactory()
    page = at_desk(language)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.fill("#id_headline_fr", "Un titre pas encore enregistré")
    page.fill("#note-text", "@salma : le chiffre est faux.")
    page.get_by_role("button", name=WORDS[language][3]).click()
    page.locator(".notes .note").wait_for()
    assert "le chiffre est faux" in page.locator(".notes .note").inner_text()
    assert page.input_value("#note-text") == ""
    assert page.input_value("#id_headline_fr") == "Un titre pas encore enregistré"
    assert Note.objects.waiting_for(salma).count() == 1

    page.fill("#note-text", "@personne : tu viens ?")
    page.get_by_role("button", name=WORDS[language][3]).click()
    page.locator(".notes .errornote").wait_for()
    assert page.input_value("#note-text") == "@personne : tu viens ?"
    # The refusal is an answer with a code of its own, which the browser mentions.
    assert [line for line in complaints if "422" not in line] == []


@pytest.mark.parametrize(
    ("language", "now", "later"),
    [
        ("fr", "Publier – français", "Programmer – français"),
        ("ar", "نشر – الفرنسية", "جدولة – الفرنسية"),
    ],
)
def test_a_button_says_at_once_that_a_date_typed_is_to_come(
    at_desk, complaints, language, now, later
):
    article = ArticleFactory()
    page = at_desk(language)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    button = page.locator("input[name=_move-fr-published]")
    assert button.input_value() == now
    moment = timezone.localtime() + timedelta(days=1)
    unfold(page, "#id_published_at_fr_0")
    page.fill("#id_published_at_fr_0", moment.strftime("%Y-%m-%d"))
    page.fill("#id_published_at_fr_1", "10:00:00")
    page.locator(f"input[value='{later}']").wait_for()
    page.fill("#id_published_at_fr_0", "2024-07-04")
    page.locator(f"input[name=_move-fr-published][value='{now}']").wait_for()
    assert complaints == []


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_no_column_of_the_list_of_articles_is_cut(at_desk, language):
    ArticleFactory(live=["fr"])
    page = at_desk(language)
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("/admin/articles/article/")
        cut = page.evaluate(
            """() => { const box = document.querySelector(".results").getBoundingClientRect();
            const cells = [...document.querySelectorAll("#result_list :is(th, td)")];
            // On a phone a row is a card: the heads of the columns are not drawn.
            return cells.filter((one) => one.getClientRects().length).filter((one) => {
              const { left, right } = one.getBoundingClientRect();
              return left < box.left - 1 || right > box.right + 1; }).length; }"""
        )
        assert cut == 0, width
