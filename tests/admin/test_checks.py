"""The checks beside the form: what is found, where it is put right, and no way around them."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import working_copies
from articles.models import Article
from articles.models.duplicate_stories import is_alike
from tests.admin.forms import change_url, form_of, opened
from tests.factories import (
    ArticleFactory,
    ImageFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db


def lines(page, language):
    """What the panel says of a language: where each line leads, by the name of its check."""
    panel = html.fromstring(page).get_element_by_id("checks")
    (part,) = panel.xpath(f'.//section[@data-language="{language}"]')
    return {one.get("data-check"): "".join(one.xpath(".//a/@href")) for one in part.xpath(".//li")}


def test_each_language_says_what_blocks_it_and_leads_to_the_field(client, editor):
    picture = ImageFactory(alt_ar="")
    article = ArticleFactory(headline_ar="", lead_image=picture, source=SourceFactory())
    QuoteFactory(article=article, text_ar="كلمات أخرى")
    client.force_login(editor)
    page = client.get(change_url(article)).text
    assert lines(page, "fr") == {"dateline": "#id_dateline"}
    image = reverse("admin:articles_image_change", args=[picture.pk])
    assert lines(page, "ar") == {
        "headline": "#id_headline_ar",
        "slug": "#id_slug_ar",
        "quotes": "#quotes-group",
        "alternative_text": f"{image}#id_alt_ar",
        "dateline": "#id_dateline",
    }
    for anchor in ("id_headline_ar", "id_dateline", "quotes-group"):
        assert html.fromstring(page).get_element_by_id(anchor) is not None


def test_a_forged_post_does_not_get_around_the_checks(client, editor):
    article = ArticleFactory(lead_image=ImageFactory(alt_fr=""))
    client.force_login(editor)
    form = opened(client, article) | {"_move-fr-published": "1"}
    page = client.post(change_url(article), form)
    assert "lead_image" in page.context["adminform"].form.errors
    step = reverse("admin:articles_article_step", args=[article.pk, "fr"])
    reading = client.post(step, {"to": "published"}).url
    seen = html.fromstring(client.get(reading).text).xpath("//input[@name='seen']/@value")[0]
    client.post(reading, {"seen": seen})
    assert not Article.objects.get().is_live("fr")


def test_a_waiting_text_cannot_be_spoilt_before_its_moment(client, editor):
    tomorrow = timezone.now() + timedelta(days=1)
    article = ArticleFactory(live=["fr"], live_at=tomorrow)
    client.force_login(editor)
    form = opened(client, article) | {"body_fr": '<p>Le <a href="/x">Caire</a>.</p>'}
    page = client.post(change_url(article), form)
    assert "body_fr" in page.context["adminform"].form.errors
    article.refresh_from_db()
    assert "/x" not in article.body_fr


def test_it_is_published_all_the_same_with_a_word_on_its_warnings(client, editor):
    article = ArticleFactory(source=SourceFactory())
    client.force_login(editor)
    form = opened(client, article) | {"_move-fr-published": "1"}
    page = client.post(change_url(article), form, follow=True).text
    assert "avec un avertissement" in page
    assert Article.objects.get().is_live("fr")


def test_the_changes_of_a_working_copy_are_checked_on_their_page_and_when_published(client, editor):
    live = ArticleFactory(live=["fr"], dateline=PlaceFactory(), source=SourceFactory())
    copy = working_copies.open_copy(live, by=editor)
    copy.body_fr = '<p>Le <a href="ftp://x">Caire</a>.</p>'
    copy.save()
    client.force_login(editor)
    changes = reverse("admin:articles_article_changes", args=[copy.pk])
    found = lines(client.get(changes).text, "fr")
    assert found["links"] == f"{change_url(copy)}#id_body_fr"
    client.post(changes, {"_publish_changes": "1"})
    live.refresh_from_db()
    assert "Caire" not in live.body_fr


def test_a_name_of_another_language_is_told_beside_the_button_and_after(client, editor):
    speaker = SpeakerFactory(name_fr="Amina Alaoui", name_ar="")
    article = ArticleFactory(source=SourceFactory(), dateline=PlaceFactory())
    article.mention(speaker)
    client.force_login(editor)
    where = reverse("admin:articles_speaker_change", args=[speaker.pk]) + "#id_name_ar"
    read = reverse("admin:articles_article_publish", args=[article.pk, "ar"])
    for page in (change_url(article), read):
        (before,) = html.fromstring(client.get(page).text).xpath(
            "//div[@class='names-elsewhere']//a"
        )
        assert before.get("href") == where
        assert "Amina Alaoui" in before.text_content()
    sent = opened(client, article) | {"_move-ar-published": "1"}
    said = client.post(change_url(article), sent, follow=True)
    assert f'<a href="{where}"><bdi>Amina Alaoui</bdi></a>' in said.text
    (number,) = re.findall(r"Publié avec (\S+) avertissement", said.text)
    assert number == "un"
    page = html.fromstring(client.get(change_url(article)).text)
    (listed,) = page.xpath("//section[@data-language='ar']/ul[@class='warns']")
    assert len(listed) == 1
    assert page.get_element_by_id("checks-title").text_content().strip() == (
        "Ce que trouvent les contrôles"
    )


def test_what_became_of_a_text_names_it_and_leads_to_its_pages(client, editor):
    article = ArticleFactory(live=["fr"])
    client.force_login(editor)
    read = reverse("admin:articles_article_publish", args=[article.pk, "ar"])
    seen = html.fromstring(client.get(read).text).xpath("//input[@name='seen']/@value")[0]
    said = html.fromstring(client.post(read, {"seen": seen}, follow=True).text)
    (message,) = said.xpath("//ul[@class='messagelist']/li[@class='success']")
    assert str(article) in message.text_content()
    article.refresh_from_db()
    assert message.xpath(".//a/@href") == [
        change_url(article),
        article.url_in("fr"),
        article.url_in("ar"),
    ]


def test_brackets_in_a_quotation_are_quoted_after_publishing_with_a_way_to_them(client, chief):
    client.force_login(chief)
    body = "<p>« Nous [le gouvernement] avons signé », a-t-il dit.</p>"
    article = ArticleFactory(status_fr="ready", body_fr=body)
    url = reverse("admin:articles_article_publish", args=[article.pk, "fr"])
    form = form_of(client.get(url).text)
    page = html.fromstring(client.post(url, form, follow=True).text)
    (link,) = page.xpath("//ul[@class='messagelist']//a[contains(., 'le gouvernement')]")
    assert link.get("href").endswith(f"/{article.pk}/change/#checks-fr")


def test_a_story_that_readers_have_already_is_remarked_with_the_way_to_it(client, editor):
    client.force_login(editor)
    address = "https://example.org/le-caire"
    known = ArticleFactory(headline_fr="Chekkouri à l’ouverture du sommet du Caire", live=["fr"])
    same = ArticleFactory(headline_fr="Tout autre chose", source_url=address, live=["fr"])
    hidden = ArticleFactory(headline_fr="Chekkouri à l’ouverture du sommet du Caire")
    old = ArticleFactory(headline_fr="À l’ouverture du sommet du Caire, Chekkouri", live=["fr"])
    type(old).objects.filter(pk=old.pk).update(created_at=timezone.now() - timedelta(days=30))
    twin = ArticleFactory(
        headline_fr="À l’ouverture du sommet du Caire, Chekkouri", source_url=address
    )
    page = html.fromstring(client.get(change_url(twin)).text)
    lines = page.xpath("//li[@data-check='twins']")
    assert {one.xpath("string(a/@href)") for one in lines} == {change_url(known), change_url(same)}
    said = " ".join(one.text_content() for one in lines)
    assert "presque le même titre" in said
    assert "la même adresse chez la source" in said
    assert str(hidden.pk) not in said
    # Another number is another story.
    assert not is_alike("La session 12 du comité", "La session 13 du comité")
