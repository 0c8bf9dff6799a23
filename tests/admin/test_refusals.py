"""A right may be taken away while a form is open: a sentence says so, and nothing typed is lost."""

import pytest
from django.urls import reverse

from articles.desk.editing.working_copies import open_copy
from articles.models import Article
from tests.factories import ArticleFactory, SpeakerFactory

from .forms import change_url, opened

pytestmark = pytest.mark.django_db

TYPED = "Tapé <i>juste</i> avant."
TITLES = {"fr": "Rien n’a été enregistré", "ar": "لم يُحفظ شيء"}


def taken_away(person):
    person.groups.clear()


def off_other_peoples_articles(person):
    group = person.groups.get()
    group.permissions.remove(group.permissions.get(codename="edit_any_article"))


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("loss", [taken_away, off_other_peoples_articles])
def test_what_was_typed_in_a_working_copy_stays_when_the_right_is_gone(
    client, editor, loss, language
):
    editor.language = language
    editor.save()
    copy = open_copy(ArticleFactory(live=["fr"]), by=editor)
    client.force_login(editor)
    rich = "<p>Tapé <em>là</em>.</p>"
    form = opened(client, copy) | {"headline_fr": TYPED, "body_fr": rich}
    loss(editor)
    answer = client.post(change_url(copy), form)
    assert answer.status_code in {403, 404}
    assert TITLES[language] in answer.text
    # As words where it is plain, as it looks where it is rich.
    assert "Tapé &lt;i&gt;juste&lt;/i&gt; avant." in answer.text
    assert rich in answer.text
    # What is chosen was not typed.
    assert ">news<" not in "".join(answer.text.split())
    assert "<dd" in answer.text
    copy.refresh_from_db()
    assert copy.headline_fr != TYPED


def test_one_language_may_be_taken_away_and_what_was_typed_in_it_is_shown(client, translator):
    article = ArticleFactory(status_ar="draft")
    client.force_login(translator)
    form = opened(client, article) | {"headline_ar": "عنوان جديد"}
    translator.languages = ["fr"]
    translator.save()
    answer = client.post(change_url(article), form)
    assert answer.status_code == 403
    assert "Vous n’avez pas le droit d’écrire ceci" in answer.text
    assert "عنوان جديد" in answer.text
    article.refresh_from_db()
    assert article.headline_ar != "عنوان جديد"


def test_the_translation_desk_keeps_what_was_typed_too(client, translator):
    article = ArticleFactory(body_ar="")
    page = reverse("admin:articles_article_translate", args=[article.pk, "ar"])
    client.force_login(translator)
    base = client.get(page).context_data["base"]
    taken_away(translator)
    answer = client.post(page, {"_base": base, "target-1": "فقرة لم تُحفظ", "_save": "1"})
    assert answer.status_code in {403, 404}
    assert "فقرة لم تُحفظ" in answer.text


def test_the_form_of_a_record_keeps_what_was_typed(client, reporter):
    speaker = SpeakerFactory()
    page = reverse("admin:articles_speaker_change", args=[speaker.pk])
    client.force_login(reporter)
    taken_away(reporter)
    answer = client.post(page, {"biography_fr": TYPED, "kind": "x", "csrfmiddlewaretoken": "no"})
    assert answer.status_code == 403
    assert "Tapé &lt;i&gt;juste&lt;/i&gt; avant." in answer.text


@pytest.mark.parametrize("status", [403, 404])
def test_the_reason_is_given_back_too(client, reporter, editor, status):
    """Of a page that asks for a reason only, and of the form of an article."""
    article = ArticleFactory(created_by=reporter)
    client.force_login(reporter)
    if status == 404:
        article.created_by = editor
        article.save()
    page = reverse("admin:articles_article_publish", args=[article.pk, "fr"])
    for address in (page, change_url(article)):
        taken_away(reporter)
        answer = client.post(address, {"_note": "Le chiffre <b>manque</b>.", "_save": "1"})
        assert answer.status_code == (status if address == page else answer.status_code)
        assert "Le chiffre &lt;b&gt;manque&lt;/b&gt;." in answer.text


def test_what_is_sent_back_can_do_nothing(client, reporter):
    article = ArticleFactory()
    client.force_login(reporter)
    evil = "<p>Mot<script>alert(1)</script><img src=x onerror=alert(1)></p>"
    answer = client.post(change_url(article), {"body_fr": evil, "headline_fr": evil})
    assert answer.status_code == 404
    assert "Mot" in answer.text
    assert "<script>alert" not in answer.text
    assert "<img src=x" not in answer.text
    assert article.headline_fr not in answer.text


def test_looking_at_what_is_not_there_leads_to_the_first_page_as_before(client, reporter):
    client.force_login(reporter)
    assert client.get(change_url(ArticleFactory())).status_code == 302
    assert Article.objects.count() == 1
