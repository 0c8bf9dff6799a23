"""A new article begins with another, or with a template: what is copied, what not, by whose right."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, ArticleTemplate
from tests.admin.forms import change_url, fields_of, form_of
from tests.factories import (
    ArticleFactory,
    ArticleTemplateFactory,
    CorrectionFactory,
    EventFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

ADD = reverse("admin:articles_article_add")
TEMPLATES = reverse("admin:articles_article_templates")


def duplicate_url(article):
    return reverse("admin:articles_article_duplicate", args=[article.pk])


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def duplicated(client, article):
    page = client.get(duplicate_url(article))
    answer = client.post(duplicate_url(article), form_of(page.text))
    return Article.objects.get(pk=int(answer.url.rstrip("/").split("/")[-2]))


# Duplicates.


def test_a_duplicate_says_the_same_of_the_same_people_and_is_a_draft(desk, editor):
    article = ArticleFactory(live=["fr", "ar"], event=EventFactory(), byline="MAP")
    quote = QuoteFactory(article=article)
    mention, topic = SpeakerFactory(), TopicFactory()
    article.mention(mention)
    article.topics.add(topic)
    copy = duplicated(desk, article)
    assert copy.pk != article.pk
    assert (copy.headline_fr, copy.body_ar) == (article.headline_fr, article.body_ar)
    assert (copy.event, copy.byline, copy.created_by) == (article.event, "MAP", editor)
    assert copy.quotes.get().text_fr == quote.text_fr
    assert copy.mentions.get().speaker == mention
    assert copy.topics.get() == topic
    assert (copy.status_fr, copy.status_ar) == ("draft", "draft")
    assert article.quotes.count() == article.tagged.count() == 1


def test_what_is_true_of_the_one_alone_is_not_copied(desk):
    article = ArticleFactory(
        live=["fr"],
        embargoed_until=timezone.now() - timedelta(hours=1),
        embargo_line="Sous embargo jusqu’à jeudi",
        source_url="https://www.mapexpress.ma/1",
        source_text="Rabat",
        source_digest="abc",
        live_until_fr=timezone.now() + timedelta(days=2),
    )
    CorrectionFactory(article=article)
    copy = duplicated(desk, article)
    assert copy.slug_fr != article.slug_fr
    assert copy.published_at_fr is None
    assert copy.live_until_fr is None
    assert copy.first_published_at_fr is None
    assert copy.embargoed_until is None
    assert (copy.embargo_line, copy.source_url, copy.source_text, copy.source_digest) == ("",) * 4
    assert not copy.corrections.exists()


def test_a_duplicate_that_is_asked_for_by_two_clicks_is_made_once(desk):
    article = ArticleFactory()
    sent = form_of(desk.get(duplicate_url(article)).text)
    first, second = (desk.post(duplicate_url(article), sent) for _click in range(2))
    assert Article.objects.count() == 2
    assert first.url == second.url


def test_the_history_of_a_duplicate_says_of_what_it_is_one(desk, editor):
    article = ArticleFactory(headline_fr="La session du Caire")
    copy = duplicated(desk, article)
    editor.language = "ar"
    editor.save()
    page = desk.get(reverse("admin:articles_article_history", args=[copy.pk])).text
    assert "نسخة من «La session du Caire»" in page


def test_a_duplicate_of_a_working_copy_says_what_that_says(desk):
    article = ArticleFactory(live=["fr"])
    desk.post(change_url(article), {"_open_copy": "1"})
    copy = Article.with_copies.get(working_copy_of=article)
    Article.with_copies.filter(pk=copy.pk).update(headline_fr="Autrement dit")
    made = duplicated(desk, copy)
    assert made.headline_fr == "Autrement dit"
    assert made.working_copy_of is None


def test_who_may_not_see_an_article_duplicates_none_and_learns_nothing(client, reporter, editor):
    hidden = ArticleFactory(created_by=editor, headline_fr="Secret")
    public = ArticleFactory(created_by=editor, live=["fr"])
    client.force_login(reporter)
    for article in (hidden, public):
        for answer in (client.get(duplicate_url(article)), client.post(duplicate_url(article))):
            assert answer.status_code in {403, 404}
            assert "Secret" not in answer.text
    assert duplicate_url(public) not in client.get(change_url(public)).text
    assert Article.objects.count() == 2


def test_who_adds_no_articles_duplicates_none(client, translator):
    article = ArticleFactory()
    client.force_login(translator)
    assert client.post(duplicate_url(article)).status_code == 403
    assert duplicate_url(article) not in client.get(change_url(article)).text


def test_the_page_of_a_duplicate_says_that_the_embargo_stays_behind(desk):
    article = ArticleFactory(embargoed_until=timezone.now() + timedelta(days=1))
    assert "a un embargo" in desk.get(duplicate_url(article)).text
    assert "a un embargo" not in desk.get(duplicate_url(ArticleFactory())).text


# Templates.


def test_a_new_article_begins_with_the_words_of_a_template_in_both_languages(desk):
    template = ArticleTemplateFactory(kind="statement")
    page = desk.get(TEMPLATES).text
    address = f"{ADD}?template={template.pk}"
    assert address in page
    fields = fields_of(desk.get(address).text)
    assert fields["headline_fr"] == "Avis aux médias"
    assert fields["kind"] == "statement"
    assert fields["body_ar"].startswith("<p>تدعى وسائل الإعلام")
    assert fields["body_fr"].endswith("<p>La Ligue réunit 22 États.</p>")
    assert fields["body_fr"].index("Contact") < fields["body_fr"].index("À propos")
    assert not Article.objects.exists()
    desk.post(address, fields | {"headline_fr": "Avis : la session"})
    article = Article.objects.get()
    assert (article.headline_fr, article.kind) == ("Avis : la session", "statement")
    assert "presse@example.org" in article.body_ar


def test_a_template_that_is_gone_is_said_to_be_and_the_form_is_empty(desk):
    template = ArticleTemplateFactory()
    address = f"{ADD}?template={template.pk}"
    fields = fields_of(desk.get(address).text)
    template.delete()
    page = desk.get(address).text
    assert "Ce modèle n’est plus là" in page
    assert fields_of(page)["headline_fr"] == ""
    # Who had the form already loses nothing.
    assert desk.post(address, fields).status_code == 302
    assert Article.objects.get().headline_fr == "Avis aux médias"


@pytest.mark.parametrize("number", ["0", "x", "9" * 400, "-1", ""])
def test_a_number_that_is_no_template_is_no_error(desk, number):
    assert desk.get(ADD, {"template": number}).status_code == 200


def test_the_empty_form_offers_the_templates_and_a_saved_one_does_not(desk):
    template = ArticleTemplateFactory()
    assert f"?template={template.pk}" in desk.get(ADD).text
    assert f"?template={template.pk}" not in desk.get(change_url(ArticleFactory())).text


def test_the_list_and_the_desk_lead_to_the_templates(desk):
    for page in ("admin:index", "admin:articles_article_changelist"):
        assert TEMPLATES in desk.get(reverse(page)).text


def test_chiefs_write_templates_and_nobody_else_does(client, chief, editor, reporter, translator):
    template = ArticleTemplateFactory()
    change = reverse("admin:articles_articletemplate_change", args=[template.pk])
    for person, answer in ((editor, 403), (reporter, 403), (translator, 403), (chief, 200)):
        client.force_login(person)
        assert client.get(change).status_code == answer
    sent = form_of(client.get(change).text) | {"about_fr": "<p>La Ligue, depuis 1945.</p>"}
    client.post(change, sent)
    assert ArticleTemplate.objects.get().about_fr == "<p>La Ligue, depuis 1945.</p>"


def test_who_adds_no_articles_has_no_use_for_templates(client, translator):
    client.force_login(translator)
    assert client.get(TEMPLATES).status_code == 403


def test_a_new_newsroom_has_the_usual_templates():
    for _time in range(2):
        call_command("loaddata", "templates", verbosity=0)
    kinds = [one.kind for one in ArticleTemplate.objects.order_by("pk")]
    assert kinds == ["communique", "communique", "statement", "accreditation", "note"]


# A live coverage.


def test_a_new_article_begins_as_a_live_coverage_which_is_then_written(desk):
    address = f"{ADD}?kind=live"
    assert f'<a href="{address}" >Direct</a>' in desk.get(ADD).text
    page = desk.get(address).text
    assert f'<a href="{address}" aria-current="true">Direct</a>' in page
    assert "« Écrire le direct »" in page
    assert fields_of(page)["kind"] == "live"
    desk.post(address, fields_of(page) | {"headline_fr": "La crue, en direct"})
    article = Article.objects.get()
    assert article.is_coverage
    assert f"/admin/articles/article/{article.pk}/live/" in desk.get(change_url(article)).text


def test_a_static_page_and_who_writes_no_facts_are_offered_no_live_coverage(
    client, desk, translator
):
    assert "?kind=live" not in desk.get(f"{ADD}?site_page=about").text
    client.force_login(translator)
    assert "?kind=live" not in client.get(ADD).text
