"""After a step of a text one stays at it, and is told once what became of it and what is left."""

import pytest
from lxml import html

from articles.desk.editing import working_copies
from tests.admin.forms import change_url, opened
from tests.conftest import member_of
from tests.factories import ArticleFactory, EventFactory, ImageFactory, QuoteFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def messages(answer):
    found = html.fromstring(answer.text).xpath("//ul[@class='messagelist']/li")
    return [" ".join(one.text_content().split()) for one in found]


def test_who_submits_a_text_stays_at_it(client, reporter):
    client.force_login(reporter)
    article = ArticleFactory(created_by=reporter)
    sent = opened(client, article) | {"_move-fr-in_review": "1", "_as_it_is": "1"}
    answer = client.post(change_url(article), sent, follow=True)
    assert answer.redirect_chain[-1][0] == change_url(article)
    assert len(messages(answer)) == 1
    assert "en relecture" in messages(answer)[0]


def test_who_saves_and_closes_goes_to_the_list(desk):
    article = ArticleFactory()
    answer = desk.post(change_url(article), opened(desk, article) | {"_save": "1"})
    assert answer.headers["Location"] == "/admin/articles/article/"


def test_what_is_left_of_a_published_text_is_one_message_after_what_became_of_it(desk):
    article = ArticleFactory(standfirst_fr='Il a dit "non" !', dateline=None)
    sent = opened(desk, article) | {"_move-fr-published": "1"}
    became, left = messages(desk.post(change_url(article), sent, follow=True))
    assert "désormais « publié »" in became
    assert "avertissement" in left
    assert "Typographie : " in left


def test_what_of_a_translation_is_open_is_named(desk):
    article = ArticleFactory(original_language="fr")
    QuoteFactory(article=article, text_ar="", position_fr="Ministre", position_ar="")
    speaker = article.quotes.get().speaker
    sent = opened(desk, article) | {"_move-ar-published": "1"}
    (left,) = [
        one
        for one in messages(desk.post(change_url(article), sent, follow=True))
        if "Il manque" in one
    ]
    assert f"Citation de {speaker} : mots" in left
    assert f"Citation de {speaker} : fonction" in left


def test_the_page_that_is_read_before_publishing_shows_what_stands_beside_the_text(desk):
    image = ImageFactory(caption_fr="Le quai", alt_fr="Un quai", credit_fr="MAP")
    event = EventFactory(name_fr="Forum de l’eau")
    article = ArticleFactory(lead_image=image, event=event, byline="Nadia Aït")
    article.topics.add(TopicFactory(name_fr="Pêche"))
    QuoteFactory(article=article, text_fr="Nous y sommes")
    page = desk.get(f"/admin/articles/article/{article.pk}/publish/fr/")
    (beside,) = html.fromstring(page.text).xpath("//section[@class='publish-facts']")
    said = " ".join(beside.text_content().split())
    for words in ("Le quai", "Un quai", "MAP", "Forum de l’eau", "Pêche", "Nous y sommes"):
        assert words in said
    assert beside.xpath(".//img/@src") == [image.shown("card").src]
    assert "Nadia Aït" in said


def test_what_readers_are_told_of_a_change_is_asked_at_the_top_beside_the_text(desk, editor):
    copy = working_copies.open_copy(ArticleFactory(live=["fr"]), by=editor)
    page = html.fromstring(desk.get(change_url(copy)).text)
    (asked,) = page.xpath("//aside//*[@name='_update-fr']")
    first = page.xpath("//aside//*[@name][not(@readonly)]")[0]
    assert first.get("name") == asked.get("name")
    assert page.xpath("//a[@href='#writing-telling']")


def test_rows_that_a_person_neither_has_nor_adds_are_not_shown(desk):
    page = html.fromstring(desk.get(change_url(ArticleFactory())).text)
    groups = {
        one.xpath(".//h2")[0].text: one.get("hidden")
        for one in page.xpath("//details[contains(@class, 'writing-rows')]")
    }
    assert groups["Citations"] is None
    assert groups["Rectificatifs"] is not None


@pytest.mark.parametrize(("language", "name"), [("fr", "Arabe"), ("ar", "العربية")])
def test_an_empty_text_has_one_state_and_one_name_on_the_page(client, editor, language, name):
    editor.language = language
    editor.save()
    client.force_login(editor)
    article = ArticleFactory(headline_ar="", standfirst_ar="", body_ar="", original_language="fr")
    page = html.fromstring(client.get(change_url(article)).text)
    heads = page.xpath("//*[@id='text-ar'] | //*[@id='checks-ar']")
    assert [" ".join(one.text_content().split()) for one in heads] == [name, name]
    draft = {"fr": "brouillon", "ar": "مسودة"}[language]
    (column,) = page.xpath("//section[@data-text='ar']")
    assert draft not in column.xpath("string(.//header)")
    assert draft not in page.xpath("string(//section[@data-language='ar'])")


def test_who_makes_a_record_in_a_window_is_not_told_of_it_on_the_next_page(client):
    client.force_login(member_of("editor"))
    sent = {"name_fr": "Salma Jaziri", "_popup": "1"}
    client.post("/admin/articles/speaker/add/?_popup=1", sent)
    assert messages(client.get("/admin/articles/image/add/?_popup=1")) == []
