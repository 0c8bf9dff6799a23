"""A text that came back: why, from whom and when is the first thing that is seen of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import working_copies
from articles.models import Status
from tests.admin.forms import change_url
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

FRENCH, ARABIC = "Il manque la source.", "الأرقام غير مطابقة للبيان."


@pytest.fixture
def sent_back(reporter, editor):
    """An article of which both languages came back, each for a reason of its own."""
    article = ArticleFactory(created_by=reporter)
    for code, note in (("fr", FRENCH), ("ar", ARABIC)):
        article.move(code, Status.IN_REVIEW, by=editor)
        article.move(code, Status.DRAFT, by=editor, note=note)
    return article


def reasons(page):
    found = html.fromstring(page).xpath("//*[@class='returned']")
    return [" ".join(one.text_content().split()) for one in found]


def test_the_reason_stands_on_top_of_the_form_language_by_language(client, editor, sent_back):
    client.force_login(editor)
    page = client.get(change_url(sent_back)).text
    french, arabic = reasons(page)
    assert "renvoyé par editor" in french
    assert FRENCH in french
    assert ARABIC in arabic
    assert "Arabe" in arabic
    moment = sent_back.transitions.filter(language="fr").first().made_at
    assert f"{timezone.localtime(moment):%H:%M}" in french
    # Before every field, every check, every other state.
    assert page.index(FRENCH) < page.index("id_headline_fr") < page.index('class="states"')


def test_the_form_says_it_in_the_language_of_who_reads_it(client, editor, sent_back):
    editor.language = "ar"
    editor.save()
    client.force_login(editor)
    assert "أعاده" in reasons(client.get(change_url(sent_back)).text)[0]


def test_the_reason_is_on_the_desk_of_who_submitted_the_text(client, reporter, editor):
    article = ArticleFactory(created_by=reporter)
    reporter.languages = ["fr", "ar"]
    reporter.save()
    article.move("fr", Status.IN_REVIEW, by=reporter)
    article.move("fr", Status.DRAFT, by=editor, note=FRENCH)
    client.force_login(reporter)
    (reason,) = reasons(client.get("/admin/").text)
    assert FRENCH in reason
    assert "editor" in reason


def test_who_submits_it_again_has_dealt_with_the_reason(client, editor, sent_back):
    sent_back.move("fr", Status.IN_REVIEW, by=editor)
    client.force_login(editor)
    (arabic,) = reasons(client.get(change_url(sent_back)).text)
    assert ARABIC in arabic
    # Sent back once more: the newer reason, not the older one.
    sent_back.move("fr", Status.DRAFT, by=editor, note="Le titre est trop long.")
    assert "Le titre est trop long." in reasons(client.get(change_url(sent_back)).text)[0]


def test_a_withdrawn_text_says_why_it_was_withdrawn(client, chief):
    article = ArticleFactory(live=["fr"])
    article.withdraw("fr", by=chief, note="Le communiqué est un faux.")
    client.force_login(chief)
    (reason,) = reasons(client.get(change_url(article)).text)
    assert "retiré par chief" in reason
    assert "Le communiqué est un faux." in reason
    article.move("fr", Status.DRAFT, by=chief, note="À récrire.")
    (reason,) = reasons(client.get(change_url(article)).text)
    assert "À récrire." in reason
    article.move("fr", Status.PUBLISHED, by=chief)
    assert reasons(client.get(change_url(article)).text) == []


def test_a_working_copy_says_why_its_other_language_came_back(client, chief):
    article = ArticleFactory(live=["fr"])
    article.move("ar", Status.IN_REVIEW, by=chief)
    article.move("ar", Status.DRAFT, by=chief, note=ARABIC)
    copy = working_copies.open_copy(article, by=chief)
    client.force_login(chief)
    assert ARABIC in reasons(client.get(change_url(copy)).text)[0]


def test_the_translation_desk_says_why_the_translation_came_back(client, editor, sent_back):
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_translate", args=[sent_back.pk, "ar"])).text
    (reason,) = reasons(page)
    assert ARABIC in reason


def test_markup_in_a_reason_is_text(client, editor, chief):
    article = ArticleFactory()
    article.move("fr", Status.IN_REVIEW, by=editor)
    article.move("fr", Status.DRAFT, by=editor, note="<script>alert(1)</script>")
    client.force_login(editor)
    assert "<script>alert" not in client.get(change_url(article)).text


def test_reasons_take_one_query_for_the_whole_desk(client, reporter, editor):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/")
        return sum('FROM "articles_transition"' in one["sql"] for one in queries)

    client.force_login(reporter)
    counts = []
    for _ in range(3):
        article = ArticleFactory(created_by=reporter)
        article.move("fr", Status.IN_REVIEW, by=editor)
        article.move("fr", Status.DRAFT, by=editor, note=FRENCH)
        counts.append(asked())
    assert len(set(counts)) == 1
