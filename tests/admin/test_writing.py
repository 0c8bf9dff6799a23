"""The form of an article as a desk for writing: what stands where, and what it says."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Status
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory, EventFactory, ImageFactory, QuoteFactory

pytestmark = pytest.mark.django_db

NEW = reverse("admin:articles_article_add")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def page_of(client, address):
    return html.fromstring(client.get(address).text)


def says(element):
    return " ".join(element.text_content().split())


def names_in(page):
    return [one.get("name") for one in page.xpath("//form[@id='article_form']//*[@name]")]


def group(page, kind):
    (found,) = page.xpath(f"//details[contains(@class, '{kind}')]")
    return found


@pytest.mark.parametrize(("language", "order"), [("fr", ["fr", "ar"]), ("ar", ["ar", "fr"])])
def test_the_language_of_who_reads_comes_first_and_each_text_is_written_whole(
    desk, editor, language, order
):
    editor.language = language
    editor.save()
    for address in (NEW, change_url(ArticleFactory())):
        page = page_of(desk, address)
        assert page.xpath("//section[@data-text]/@data-text") == order
        texts = [one for one in names_in(page) if one.startswith(("headline", "standfi", "body"))]
        assert texts == [f"{name}_{code}" for code in order for name in NAMES]


NAMES = ("headline", "standfirst", "body")


def test_saving_stays_here_and_the_way_forward_is_a_button_the_rest_a_menu(desk):
    page = page_of(desk, change_url(ArticleFactory(status_fr=Status.IN_REVIEW)))
    (bar,) = page.xpath("//div[@class='writing-bar']")
    save = bar.xpath(".//input[@type='submit']")[0]
    assert (save.get("name"), save.get("value")) == ("_continue", "Enregistrer")
    assert bar.xpath(".//details//input[@name='_save']/@value") == ["Enregistrer et fermer"]
    (steps,) = bar.xpath(".//*[@data-steps='fr']")
    assert steps.xpath("./input/@name") == ["_move-fr-published"]
    assert steps.xpath("./details//input/@name") == ["_move-fr-draft", "_move-fr-ready"]


def test_a_reporter_submits_and_has_no_other_step(client, reporter):
    client.force_login(reporter)
    page = page_of(client, change_url(ArticleFactory(created_by=reporter)))
    for code in ("fr", "ar"):
        (steps,) = page.xpath(f"//*[@data-steps='{code}']")
        assert steps.xpath(".//input/@name") == [f"_move-{code}-in_review"]


def test_a_window_that_was_opened_to_add_an_article_saves_and_closes(desk):
    page = page_of(desk, f"{NEW}?_popup=1")
    (save,) = page.xpath("//div[@class='writing-bar']//input[@class='default']")
    assert (save.get("name"), save.get("value")) == ("_save", "Enregistrer")


def test_the_picture_the_days_of_the_event_and_the_other_language_are_seen(desk):
    image, event = ImageFactory(), EventFactory()
    article = ArticleFactory(
        lead_image=image, event=event, status_ar=Status.IN_REVIEW, body_fr="<p>Un deux trois.</p>"
    )
    page = page_of(desk, change_url(article))
    thumbnail = reverse("admin:articles_image_thumbnail", args=[image.pk])
    assert group(page, "of-picture").xpath(f".//img[@src='{thumbnail}']")
    assert "3–4 juillet 2024" in says(group(page, "of-event"))
    for code, state in (("fr", "brouillon"), ("ar", "en relecture")):
        (head,) = page.xpath(f"//section[@data-text='{code}']/header")
        assert says(head.xpath("./span[contains(@class, 'state')]")[0]) == state
    (words,) = page.xpath("//section[@data-text='fr']//*[@data-words]")
    assert says(words) == "3"


def test_the_page_of_a_live_article_shows_its_text_and_its_address(desk, settings):
    article = ArticleFactory(live=["fr", "ar"], event=EventFactory())
    page = page_of(desk, change_url(article))
    assert page.xpath("//section[@data-text='fr']//*[@name]") == []
    for code in ("fr", "ar"):
        (text,) = page.xpath(f"//section[@data-text='{code}']/div[@class='as-read']")
        assert (text.get("lang"), getattr(article, f"headline_{code}") in says(text)) == (
            code,
            True,
        )
        (address,) = page.xpath(f"//input[@id='address-{code}']/@value")
        assert address == f"{settings.SITE_URL}{article.url_in(code)}"
    assert "3–4 juillet 2024" in says(page.xpath("//*[@class='writing-facts']")[0])


def test_what_is_rarely_used_is_folded_and_opens_where_something_is_wrong_in_it(desk):
    article = ArticleFactory()
    page = page_of(desk, change_url(article))
    assert group(page, "of-source").get("open") is None
    sent = opened(desk, article) | {"source_url": "x"}
    page = html.fromstring(desk.post(change_url(article), sent).text)
    assert group(page, "of-source").get("open") is not None
    assert group(page, "of-dates").get("open") is None


def test_what_is_wrong_is_marked_on_its_language_and_on_its_sheet_which_covers_nothing(desk):
    article = ArticleFactory()
    wrong = {"headline_fr": "x" * 400, "live_until_fr_0": "hier"}
    page = html.fromstring(desk.post(change_url(article), opened(desk, article) | wrong).text)
    dates = group(page, "of-dates")
    assert dates.get("open") is None
    assert dates.xpath("./summary//*[@class='is-wrong']")
    marked = page.xpath("//*[@class='is-wrong']/ancestor::button/@data-shows")
    assert marked == ["fr"]
    (box,) = page.xpath("//*[contains(@class, 'wrong-box')]")
    assert len(box.xpath("./ul/li")) == 2


def test_a_wrong_row_is_named_at_the_top_with_its_number_and_leads_to_its_field(desk):
    article = ArticleFactory()
    rows = [QuoteFactory(article=article, order=number) for number in (1, 2)]
    sent = opened(desk, article)
    assert {sent[f"quotes-{number}-id"] for number in (0, 1)} == {str(one.pk) for one in rows}
    answer = desk.post(change_url(article), sent | {"quotes-1-order": "x"})
    page = html.fromstring(answer.text)
    (line,) = page.xpath("//ul[@class='wrong-fields']/li")
    assert says(line).startswith("Citation 2 – Ordre")
    (way,) = line.xpath("./a/@href")
    assert page.get_element_by_id(way[1:]) is not None
    (fold,) = page.xpath("//details[.//*[@id='quotes-group']]")
    assert fold.get("open") is not None


def test_a_headline_is_one_line_however_it_is_typed(desk):
    article = ArticleFactory()
    sent = opened(desk, article) | {"headline_fr": "Le Maroc\r\npréside", "_continue": "1"}
    answer = desk.post(change_url(article), sent)
    assert answer.headers["Location"] == change_url(article)
    article.refresh_from_db()
    assert article.headline_fr == "Le Maroc préside"


def test_a_hundred_quotations_are_one_line_until_somebody_looks(desk):
    article = ArticleFactory(headline_fr="Très long titre " * 18)
    for number in range(100):
        QuoteFactory(article=article, order=number)
    page = page_of(desk, change_url(article))
    (fold,) = page.xpath("//details[.//*[@id='quotes-group']]")
    assert (fold.get("open"), says(fold.xpath("./summary")[0])) == (None, "Citations 100")


def test_plain_text_of_a_browser_without_scripts_becomes_paragraphs(desk):
    article = ArticleFactory(status_fr=Status.DRAFT)
    sent = opened(desk, article) | {
        "body_fr": "Premier paragraphe.\r\n\r\nDeuxième,\r\nsur deux lignes : 5 < 6.",
        "_continue": "1",
    }
    desk.post(change_url(article), sent)
    article.refresh_from_db()
    assert article.body_fr == (
        "<p>Premier paragraphe.</p><p>Deuxième,<br>sur deux lignes : 5 &lt; 6.</p>"
    )
