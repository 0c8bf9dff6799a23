"""Writing an article in two languages, and losing nothing of it."""

import re

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Article, Quote
from tests.admin.forms import change_url
from tests.factories import ArticleFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

ADD = "/admin/articles/article/add/"


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def widget(page, name):
    return re.search(rf'<(?:input|textarea)[^>]*name="{name}"[^>]*>', page)[0]


@pytest.mark.parametrize("admin_language", ["fr", "ar"])
def test_each_field_has_the_direction_of_its_own_language(client, editor, admin_language):
    editor.language = admin_language
    editor.save()
    client.force_login(editor)
    page = client.get(ADD).text
    for field in ("headline", "slug", "standfirst", "body"):
        french, arabic = widget(page, f"{field}_fr"), widget(page, f"{field}_ar")
        assert 'lang="fr"' in french
        assert 'dir="ltr"' in french
        assert 'lang="ar"' in arabic
        assert 'dir="rtl"' in arabic


def test_each_text_stands_whole_and_the_two_languages_of_other_fields_in_one_row(client, editor):
    client.force_login(editor)
    page = client.get(ADD).text
    assert page.index('name="body_fr"') < page.index('name="headline_ar"')
    row = page[page.index("field-slug_fr field-slug_ar") :]
    assert row.index('name="slug_fr"') < row.index('name="slug_ar"')


def test_an_article_may_be_written_in_arabic_alone(client, editor, article_form):
    client.force_login(editor)
    client.post(ADD, article_form(headline_ar="عنوان بالعربية وحدها"))
    article = Article.objects.get()
    assert article.slug_ar == "عنوان-بالعربية-وحدها"
    assert article.original_language == "ar"
    assert not article.headline_fr


def test_an_article_with_no_headline_is_refused_and_nothing_typed_is_lost(
    client, editor, article_form
):
    client.force_login(editor)
    response = client.post(ADD, article_form(standfirst_fr="Un chapeau sans titre"))
    assert response.status_code == 200
    assert "Un chapeau sans titre" in response.text
    assert response.context["errors"]
    assert not Article.objects.exists()


def test_an_editor_saves_and_publishes_with_one_button(client, editor, article_form):
    client.force_login(editor)
    form = article_form(headline_fr="Le Caire", body_fr="<p>Un texte.</p>")
    client.post(ADD, {**form, "_move-fr-published": "Publier"})
    article = Article.objects.get()
    assert article.is_live("fr")
    assert not article.is_live("ar")
    assert article.transitions.get().made_by == editor


def test_a_text_that_is_not_ready_is_not_published_and_says_why(client, editor, article_form):
    client.force_login(editor)
    form = article_form(headline_fr="Le Caire", headline_ar="القاهرة")
    response = client.post(ADD, {**form, "_move-ar-published": "Publier"})
    assert "body_ar" in response.context["adminform"].form.errors
    assert "القاهرة" in response.text
    assert not Article.objects.exists()


def test_a_reporter_sees_no_button_to_publish(client, reporter):
    article = ArticleFactory(created_by=reporter)
    client.force_login(reporter)
    page = client.get(change(article)).text
    assert "_move-fr-in_review" in page
    assert "_move-fr-published" not in page


def test_a_reporter_who_forges_one_is_refused_and_changes_nothing(client, reporter, article_form):
    article = ArticleFactory(headline_fr="Avant", created_by=reporter)
    client.force_login(reporter)
    form = article_form(headline_fr="Après", body_fr=article.body_fr, slug_fr=article.slug_fr)
    response = client.post(change(article), {**form, "_move-fr-published": "1"})
    assert response.status_code == 403
    article.refresh_from_db()
    assert article.headline_fr == "Avant"
    assert not article.is_live("fr")


def test_a_move_that_does_not_exist_is_ignored(client, editor, article_form):
    client.force_login(editor)
    client.post(ADD, article_form(headline_fr="Le Caire") | {"_move-xx-published": "1"})
    assert Article.objects.get().status_fr == "draft"


def test_saving_does_not_take_back_what_a_colleague_published(client, editor, article_form):
    article = ArticleFactory()
    form = article_form(
        headline_fr="Nouveau titre", slug_fr=article.slug_fr, body_fr=article.body_fr
    )
    article.publish("fr", by=editor)
    client.force_login(editor)
    moment = article.published_at_fr
    client.post(
        change(article),
        form
        | {
            "published_at_fr_0": moment.strftime("%d/%m/%Y"),
            "published_at_fr_1": moment.strftime("%H:%M:%S"),
        },
    )
    article.refresh_from_db()
    assert article.is_live("fr")
    assert article.working_copy.headline_fr == "Nouveau titre"


def test_a_live_article_cannot_lose_its_body_and_keeps_its_date(client, editor, article_form):
    article = ArticleFactory(live=["fr"])
    client.force_login(editor)
    form = article_form(headline_fr="Titre", slug_fr=article.slug_fr)
    response = client.post(change(article), form | {"_publish_changes": "1"})
    errors = response.context["adminform"].form.errors
    assert "body_fr" in errors
    # A form that says nothing of the date takes none away.
    client.post(change(article), form | {"body_fr": article.body_fr, "_publish_changes": "1"})
    before, stored = article.published_at_fr, Article.objects.get(pk=article.pk)
    assert (stored.published_at_fr, stored.is_live("fr")) == (before, True)


def test_two_live_articles_with_one_slug_are_explained_at_the_field(client, editor, article_form):
    ArticleFactory(live=["fr"], slug_fr="le-caire")
    client.force_login(editor)
    form = article_form(headline_fr="Autre titre", slug_fr="le-caire", body_fr="<p>Texte.</p>")
    response = client.post(ADD, {**form, "_move-fr-published": "1"})
    assert "slug_fr" in response.context["adminform"].form.errors
    assert "Autre titre" in response.text


def test_a_french_slug_is_plain_and_an_arabic_one_is_arabic(client, editor, article_form):
    client.force_login(editor)
    response = client.post(ADD, article_form(headline_fr="Titre", slug_fr="القاهرة"))
    assert "slug_fr" in response.context["adminform"].form.errors
    client.post(ADD, article_form(headline_ar="عنوان", slug_ar="القاهرة"))
    assert Article.objects.get().slug_ar == "القاهرة"


def test_scripts_in_a_body_are_taken_out(client, editor, article_form):
    client.force_login(editor)
    body = '<p onclick="x()">Texte</p><script>alert(1)</script>'
    client.post(ADD, article_form(headline_fr="Titre", body_fr=body))
    assert Article.objects.get().body_fr == "<p>Texte</p>"


def with_quote(form, speaker, words):
    return form | {
        "quotes-TOTAL_FORMS": "1",
        "quotes-0-speaker": speaker.pk,
        "quotes-0-kind": "direct",
        "quotes-0-order": "0",
        "quotes-0-text_fr": words,
    }


def test_a_quotation_must_stand_in_the_body_that_is_being_saved(client, editor, article_form):
    speaker = SpeakerFactory()
    client.force_login(editor)
    form = article_form(headline_fr="Titre", body_fr="<p>Il a dit « nous irons ».</p>")
    response = client.post(ADD, with_quote(form, speaker, "nous n’irons pas"))
    assert response.context["inline_admin_formsets"][0].formset.errors[0]["text_fr"]
    assert not Article.objects.exists()
    client.post(ADD, with_quote(form, speaker, "nous irons"))
    assert Quote.objects.get().article.headline_fr == "Titre"


def test_the_pages_readers_have_are_linked_from_the_form(client, editor):
    article = ArticleFactory(live=["ar"])
    client.force_login(editor)
    page = client.get(change(article)).text
    assert f'href="{article.url_in("ar")}"' in page
    assert 'href="/fr/articles/' not in page


def test_who_submitted_a_text_is_told_who_has_it_and_what_they_can_do(client, reporter):
    article = ArticleFactory(created_by=reporter, status_fr="in_review", headline_ar="")
    client.force_login(reporter)
    why, of_facts = html.fromstring(client.get(change_url(article)).text).xpath(
        "//p[@class='held']"
    )
    assert "ce texte est « en relecture » : qui peut publier l’a maintenant" in (
        " ".join(why.text_content().split())
    )
    assert why.xpath(".//a/@href") == ["#note-text"]
    # Arabic is a draft still: what both share is not.
    assert "en lecture seule" in of_facts.text_content()


def test_who_only_reads_a_translation_is_told_why(client, translator):
    article = ArticleFactory(status_ar="in_review")
    client.force_login(translator)
    page = reverse("admin:articles_article_translate", args=[article.pk, "ar"])
    (why,) = html.fromstring(client.get(page).text).xpath("//p[@class='held']")
    assert "redemandez-le dans une note" in why.text_content()
    assert why.xpath(".//a/@href") == [f"{change_url(article)}#note-text"]


def test_who_may_not_delete_what_readers_have_is_told_why_and_what_comes_first(client, chief):
    article = ArticleFactory(live=["fr"])
    client.force_login(chief)
    answer = client.get(reverse("admin:articles_article_delete", args=[article.pk]))
    assert answer.status_code == 403
    text = " ".join(html.fromstring(answer.text).text_content().split())
    assert "Les lecteurs ont cet article (français)" in text
    assert "Retirez-le d’abord" in text
    assert change_url(article) in answer.text
    client.post(answer.request["PATH_INFO"], {"post": "yes"})
    assert Article.objects.filter(pk=article.pk).exists()
