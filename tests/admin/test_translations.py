"""The translation desk's page: two texts side by side, and what is sent from it."""

import json
import re
from html import unescape

import pytest
from django.urls import reverse
from lxml import html

from articles.desk.translation import paragraphs as desk
from articles.models import Article, Translation
from tests.admin.forms import change_url, opened
from tests.desk.test_translations import ARABIC, FRENCH, body
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticleFactory(
        headline_fr="Session au Caire", body_fr=body(*FRENCH), headline_ar="", body_ar=""
    )


@pytest.fixture
def translating(client, translator):
    client.force_login(translator)
    return client


def page_of(article, code="ar"):
    return reverse("admin:articles_article_translate", args=[article.pk, code])


def form_of(response):
    """What the page would send, untouched."""
    base = unescape(re.search(r'name="_base" value="([^"]*)"', response.text)[1])
    origin = re.search(r'name="_origin" value="(\d+)"', response.text)[1]
    rows = json.loads(base)
    return {"_base": base, "_origin": origin} | {
        f"target-{n}": row[2] for n, row in enumerate(rows)
    }


def test_each_side_says_its_language_and_its_direction(translating, article):
    text = translating.get(page_of(article)).text
    assert re.search(r'class="pair-text"\s+lang="fr"\s+dir="ltr">Le Maroc a présidé', text)
    assert re.search(r'<textarea id="target-1"[^>]*lang="ar"\s+dir="rtl"', text)


def test_a_paragraph_is_confirmed_and_the_next_open_one_follows(translating, article):
    form = form_of(translating.get(page_of(article)))
    answer = translating.post(page_of(article), form | {"target-1": ARABIC[0], "_confirm": "1"})
    assert answer.url == f"{page_of(article)}?at=2#row-2"
    article.refresh_from_db()
    assert article.body_ar == body(ARABIC[0])
    assert [row.is_settled for row in desk.rows(article, "ar")] == [False, True, False, False]


def test_all_that_waits_is_confirmed_with_one_click(translating, translator):
    article = ArticleFactory()
    form = form_of(translating.get(page_of(article)))
    translating.post(page_of(article), form | {"_confirm_all": "1"})
    translation = Translation.objects.get()
    assert (translation.state, translation.confirmed_by) == ("done", translator)


def test_a_view_left_open_loses_nothing_and_asks_about_what_two_wrote(
    translating, article, chief, translator
):
    form = form_of(translating.get(page_of(article)))
    base = [desk.shown_row(row) for row in desk.rows(article, "ar")]
    article.body_fr = body("Un paragraphe entièrement neuf précède.", *FRENCH)
    article.save()
    desk.save_targets(article, "ar", {1: "نص الزميلة"}, base=base, by=chief)
    answer = translating.post(
        page_of(article), form | {"target-1": ARABIC[0], "target-3": ARABIC[2], "_save": "1"}
    )
    assert answer.status_code == 409
    article.refresh_from_db()
    assert article.body_ar == body("نص الزميلة", ARABIC[2])
    shown = re.search(r'<fieldset class="conflict">.*?</fieldset>', answer.text, re.DOTALL)[0]
    assert "<del>نص الزميلة</del>" in shown
    assert (
        ARABIC[0] in re.search(r'<textarea id="target-2".*?</textarea>', answer.text, re.DOTALL)[0]
    )

    again = form_of(answer) | {"target-2": ARABIC[0], "asked-2": "1", "_save": "1"}
    assert translating.post(page_of(article), again).status_code == 409
    assert translating.post(page_of(article), again | {"keep-2": "mine"}).status_code == 302
    article.refresh_from_db()
    assert article.body_ar == body(ARABIC[0], ARABIC[2])


def test_what_cannot_be_saved_comes_back_as_it_was_typed(translating, article):
    form = form_of(translating.get(page_of(article)))
    answer = translating.post(page_of(article), form | {"target-0": "ع" * 301, "target-1": "نص"})
    assert answer.status_code == 422
    assert "ع" * 301 in answer.text
    assert ">نص</textarea>" in answer.text
    article.refresh_from_db()
    assert not article.headline_ar


def test_a_form_that_is_none_is_refused(translating, article):
    for base in ("{", "[1]", '[["body"]]', "[" * 100_000):
        assert translating.post(page_of(article), {"_base": base}).status_code == 400


def test_who_may_not_write_a_language_reads_it_and_no_post_writes_it(client, article, reporter):
    article.created_by = reporter
    article.status_ar = "in_review"
    article.save()
    client.force_login(reporter)
    response = client.get(page_of(article))
    assert "<textarea" not in response.text
    form = form_of(response) | {"target-1": ARABIC[0], "_save": "1"}
    assert client.post(page_of(article), form).status_code == 403


def test_the_page_of_a_live_translation_is_that_of_its_working_copy(translating):
    live = ArticleFactory(
        live=["fr", "ar"], body_fr=body(*FRENCH), body_ar=body("نص قديم", *ARABIC[1:])
    )
    form = form_of(translating.get(page_of(live))) | {"target-1": ARABIC[0], "_save": "1"}
    translating.post(page_of(live), form)
    copy = Article.with_copies.get(working_copy_of=live)
    assert copy.body_ar == body(*ARABIC)
    assert translating.get(page_of(live)).url == page_of(copy)
    # Sent again after the copy was published or discarded, it finds the article.
    gone = page_of(copy)
    copy.delete()
    assert translating.post(gone, form | {"target-2": ARABIC[1]}).status_code == 302


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_it_is_reached_from_the_form_the_list_and_the_desk(client, editor, language):
    editor.language = language
    editor.save()
    client.force_login(editor)
    article = ArticleFactory(live=["fr"])
    for url in (
        reverse("admin:articles_article_change", args=[article.pk]),
        reverse("admin:articles_article_changelist"),
        reverse("admin:index"),
    ):
        assert page_of(article) in client.get(url).text
    assert client.get(page_of(article)).status_code == 200


def test_stale_translations_wait_on_the_desk_of_who_may_write_them(client, editor, translator):
    article = ArticleFactory(live=["fr", "ar"])
    desk.confirm(article, "ar", by=editor)
    client.force_login(editor)
    assert page_of(article) not in client.get(reverse("admin:index")).text
    article.refresh_from_db()
    article.body_fr = article.body_fr.replace("mercredi", "jeudi")
    article.save()
    assert page_of(article) in client.get(reverse("admin:index")).text
    client.force_login(translator)
    assert page_of(article) in client.get(reverse("admin:index")).text


def test_who_publishes_a_correction_is_told_of_the_translation_that_now_says_otherwise(
    client, chief, translator, editor
):
    article = ArticleFactory(live=["fr", "ar"], body_fr=body(*FRENCH), body_ar=body(*ARABIC))
    client.force_login(chief)
    client.post(change_url(article), {"_open_copy": "1"})
    copy = Article.with_copies.get(working_copy_of=article)
    sent = opened(client, copy) | {"body_fr": body(*FRENCH).replace("22", "24")}
    client.post(change_url(copy), sent)
    changes = reverse("admin:articles_article_changes", args=[copy.pk])
    sent = {"_publish_changes": "1", "_kind-fr": "substance", "_correction-fr": "Ils sont 24."}
    told = html.fromstring(client.post(changes, sent, follow=True).text)
    (warned,) = told.xpath("//ul[@class='messagelist']/li[contains(., 'ne dit plus')]")
    assert "arabe" in warned.text_content()
    assert page_of(article) in warned.xpath(".//a/@href")
    for person in (translator, editor, chief):
        client.force_login(person)
        stale = html.fromstring(client.get(reverse("admin:index")).text).xpath(
            "//section[@aria-labelledby='pile-stale']"
        )[0]
        assert page_of(article) in stale.xpath(".//a/@href")
    page = client.get(page_of(article)).text
    assert "Ce qui a changé depuis qu’il a été écrit" in page
    assert "Ce qui a changé depuis la confirmation" not in page


def test_who_publishes_what_no_translation_is_about_is_told_of_none(client, chief):
    article = ArticleFactory(live=["fr", "ar"])
    client.force_login(chief)
    client.post(change_url(article), {"_open_copy": "1"})
    copy = Article.with_copies.get(working_copy_of=article)
    sent = opened(client, copy) | {"byline": "Salma Alaoui", "_publish_changes": "1"}
    assert "ne dit plus" not in client.post(change_url(copy), sent, follow=True).text


def test_a_translator_brings_a_live_translation_up_to_date_and_others_publish_it(
    client, editor, translator, chief
):
    article = ArticleFactory(live=["fr", "ar"])
    client.force_login(translator)
    page = page_of(article)
    form = form_of(client.get(page)) | {"target-0": "عنوان جديد"}
    assert client.post(page, form | {"_save": "1"}).status_code == 302
    copy = Article.with_copies.get(working_copy_of=article)
    assert copy.headline_ar == "عنوان جديد"
    article.refresh_from_db()
    assert article.headline_ar != "عنوان جديد"
    changes = reverse("admin:articles_article_changes", args=[copy.pk])
    shown = client.get(changes).text
    assert "_publish_changes" not in shown
    assert "_discard_copy" not in shown
    # The copy may hold what others wrote: a forged POST throws nothing away, and publishes nothing.
    assert client.post(changes, {"_discard_copy": "1"}).status_code == 403
    assert client.post(changes, {"_publish_changes": "1"}).status_code == 403
    client.force_login(editor)
    assert (
        "Modifications que les lecteurs ne voient pas encore"
        in client.get(reverse("admin:index")).text
    )
    shown = client.get(changes).text
    assert "_discard_copy" in shown
    # A headline is changed in substance: what readers are told of it is the chief's to write.
    assert "_publish_changes" not in shown
    client.force_login(chief)
    assert "_publish_changes" in client.get(changes).text


def test_who_may_write_the_source_writes_it_beside_its_translation(
    client, article, editor, translator
):
    article.body_ar = body(*ARABIC)
    article.save()
    desk.confirm(article, "ar", by=editor)
    client.force_login(editor)
    response = client.get(page_of(article) + "?source=1")
    assert re.search(r'<textarea id="source-2"[^>]*lang="fr"\s+dir="ltr"', response.text)
    form = form_of(response) | {"source-2": FRENCH[1].replace("22", "21"), "_with_source": "1"}
    answer = client.post(page_of(article), form | {"_save": "1"})
    assert answer.url == f"{page_of(article)}?source=1"
    article.refresh_from_db()
    assert article.body_fr == body(FRENCH[0], FRENCH[1].replace("22", "21"), FRENCH[2])
    assert [row.state for row in desk.rows(article, "ar")][2] == "changed"
    # Sent once more from the old page: nothing to do. With other words: both are shown.
    assert client.post(page_of(article), form).status_code == 302
    again = client.post(page_of(article), form | {"source-2": "Autre chose."})
    assert again.status_code == 409
    assert 'name="keep-source-2"' in again.text
    client.force_login(translator)
    assert client.post(page_of(article), form | {"source-2": "Rien."}).status_code == 403


def test_a_translation_with_open_paragraphs_is_submitted_once_that_is_said(translating, article):
    article.headline_ar = "دورة في القاهرة"
    article.save()
    sent = form_of(translating.get(page_of(article))) | {"_move-ar-in_review": "1"}
    asked = translating.post(page_of(article), sent, follow=True)
    assert "4 paragraphes de cette traduction restent à faire, ou à revoir." in unescape(asked.text)
    assert Article.objects.get().status_ar == "draft"
    (box,) = html.fromstring(asked.text).xpath("//input[@name='_as_it_is']")
    assert box.get("form") == "translation"
    translating.post(page_of(article), sent | {"_as_it_is": "1"})
    assert Article.objects.get().status_ar == "in_review"


def test_every_other_way_to_submit_it_asks_too(client, article, editor):
    article.headline_ar = "دورة في القاهرة"
    article.save()
    client.force_login(editor)
    step = reverse("admin:articles_article_step", args=[article.pk, "ar"])
    answer = client.post(step, {"to": "in_review"}, follow=True)
    assert answer.request["PATH_INFO"] == page_of(article)
    assert "_as_it_is" in answer.text

    sent = opened(client, article) | {"_move-ar-in_review": "1"}
    assert 'form="article_form"' in client.post(change_url(article), sent).text
    assert Article.objects.get().status_ar == "draft"
    client.post(change_url(article), sent | {"_as_it_is": "1"})
    assert Article.objects.get().status_ar == "in_review"


def test_who_has_written_both_languages_in_the_form_is_not_asked(client, article, editor):
    article.headline_ar, article.standfirst_ar = "دورة في القاهرة", "جملة واحدة."
    article.body_ar = "<p>فقرة.</p>" * article.body_fr.count("<p>")
    article.save()
    client.force_login(editor)
    sent = opened(client, article) | {"_move-ar-in_review": "1"}
    client.post(change_url(article), sent)
    assert Article.objects.get().status_ar == "in_review"


# What is said stands where the buttons are.


def bar_of(answer):
    (bar,) = html.fromstring(answer.text).find_class("translation-bar")
    return bar


def said_in(bar):
    """What an alert among the buttons says, by its kind."""
    (alert,) = bar.xpath(".//*[@role='alert']")
    return {one.get("class"): " ".join(one.text_content().split()) for one in alert.iter("li")}


def test_the_question_of_open_paragraphs_stands_beside_its_button(translating, article):
    article.headline_ar = "دورة في القاهرة"
    article.save()
    sent = form_of(translating.get(page_of(article))) | {"_move-ar-in_review": "1"}
    asked = translating.post(page_of(article), sent, follow=True)
    bar = bar_of(asked)
    assert "4 paragraphes de cette traduction" in said_in(bar)["warning"]
    assert bar.xpath(".//input[@name='_as_it_is']")
    # Once, and a page without scripts goes there.
    assert asked.text.count("messagelist") == 1
    form = html.fromstring(asked.text).get_element_by_id("translation")
    name = form.get("action").partition("#")[2]
    assert bar.xpath(f".//*[@id='{name}']")


def test_that_it_is_saved_is_said_beside_the_button(translating, article):
    sent = form_of(translating.get(page_of(article))) | {"target-1": ARABIC[0], "_save": "1"}
    bar = bar_of(translating.post(page_of(article), sent, follow=True))
    assert said_in(bar)["success"].startswith("Enregistré")


def test_what_somebody_else_wrote_is_a_warning_and_no_success_stands_beside_it(
    translating, article, chief
):
    form = form_of(translating.get(page_of(article)))
    base = [desk.shown_row(row) for row in desk.rows(article, "ar")]
    desk.save_targets(article, "ar", {1: "نص الزميلة"}, base=base, by=chief)
    typed = {"target-1": ARABIC[0], "target-2": ARABIC[1]}
    said = said_in(bar_of(translating.post(page_of(article), form | typed | {"_save": "1"})))
    assert "Quelqu’un d’autre a écrit un paragraphe entre-temps" in said["warning"]
    assert "Tout le reste est enregistré" in said["warning"]
    assert "success" not in said


@pytest.mark.parametrize("to", ["ready", "published"])
def test_who_passes_on_a_translation_in_the_form_is_told_how_much_of_it_is_open(
    client, article, editor, to
):
    Article.objects.update(
        headline_ar="دورة في القاهرة", body_ar="<p>فقرة.</p>", status_ar="in_review"
    )
    client.force_login(editor)
    sent = opened(client, article) | {f"_move-ar-{to}": "1"}
    said = html.fromstring(client.post(change_url(article), sent, follow=True).text)
    assert Article.objects.get().status_ar == to
    (link,) = said.xpath(f"//li[@class='warning']/a[@href='{page_of(article)}']")
    assert "3 paragraphes de cette traduction" in link.text_content()


def test_who_publishes_a_translation_of_what_changed_since_is_told(
    client, article, editor, translator
):
    base = [desk.shown_row(row) for row in desk.rows(article, "ar")]
    texts = {number: f"نص {number}" for number in range(len(base))}
    desk.save_targets(article, "ar", texts, base=base, by=translator)
    before = Article.objects.get()
    assert desk.unfinished_rows(before, "ar") == 0
    before.headline_fr = f"{before.headline_fr} : 331 voix"
    before.slug_ar, before.status_ar = "nass", "in_review"
    before.save()
    client.force_login(editor)
    sent = opened(client, before) | {"_move-ar-published": "1"}
    said = html.fromstring(client.post(change_url(before), sent, follow=True).text)
    assert Article.objects.get().status_ar == "published"
    (link,) = said.xpath(f"//li[@class='warning']/a[@href='{page_of(before)}']")
    assert "1 paragraphe de cette traduction reste à faire, ou à revoir." in link.text_content()
