"""The board of translations: every article in every language, and what is changed from it."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import working_copies
from articles.desk.translation.board import PAGE
from articles.desk.translation.missing_rows import add_rows
from articles.models import Article, Translation
from tests.factories import ArticleFactory, EventFactory, TopicFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

BOARD = "/admin/articles/article/translations/"
State = Translation.State


def rows(client, **wanted):
    """The board as its table says it: for each headline the words of its cells."""
    page = html.fromstring(client.get(BOARD, wanted).text)
    return {
        row.xpath("string(th)").strip(): [
            " ".join(cell.text_content().split()) for cell in row.xpath("td")
        ]
        for row in page.xpath("//table[@class='board-table']/tbody/tr")
    }


def task(article, language="ar", **values):
    found = Translation.objects.filter(article=article, language=language)
    found.update(**values)
    return found.get()


def test_each_article_has_its_state_in_each_language(client, editor):
    ArticleFactory(headline_fr="Sans arabe", headline_ar="", body_ar="")
    stale = ArticleFactory(headline_fr="Dépassée en arabe")
    task(stale, state=State.STALE)
    client.force_login(editor)
    assert rows(client) == {
        "Dépassée en arabe": ["Français original", "Arabe dépassée Prendre"],
        "Sans arabe": ["Français original", "Arabe absente Prendre"],
    }
    editor.language = "ar"
    editor.save()
    assert "متجاوَزة" in client.get(BOARD).text


def test_a_working_copy_stands_for_its_article_with_the_articles_task(client, editor):
    article = ArticleFactory(headline_fr="Au Caire", live=["fr"])
    task(article, assignee=editor)
    copy = working_copies.open_copy(article, by=editor)
    task(copy, state=State.IN_PROGRESS)
    task(article, state=State.DONE)
    client.force_login(editor)
    assert rows(client) == {
        "Au Caire": ["Français original publié", "Arabe en cours editor Rendre"]
    }
    assert list(rows(client, assignee=editor.pk, state=State.IN_PROGRESS)) == ["Au Caire"]
    assert not rows(client, state=State.DONE)


def test_the_board_is_narrowed_by_each_filter(client, editor, translator):
    now = timezone.now()
    event, topic = EventFactory(), TopicFactory()
    covering = ArticleFactory(headline_fr="Ouverture du sommet", event=event)
    tagged = ArticleFactory(headline_fr="Migrations climatiques")
    tagged.topics.add(topic)
    late = ArticleFactory(headline_fr="En retard")
    task(late, assignee=translator, due_at=now - timedelta(hours=1))
    soon = ArticleFactory(headline_fr="Demain")
    task(soon, assignee=editor, due_at=now + timedelta(hours=20))
    arabic = ArticleFactory(headline_fr="Écrit en arabe", original_language="ar")
    task(covering, state=State.DONE)
    client.force_login(editor)

    def names(**wanted):
        return list(rows(client, **wanted))

    everything = [str(one) for one in (arabic, soon, late, tagged, covering)]
    assert names() == everything
    assert names(state=State.DONE) == [str(covering)]
    assert names(language="fr") == [str(arabic)]
    assert names(assignee=translator.pk) == [str(late)]
    assert names(assignee="none") == [str(arabic), str(tagged), str(covering)]
    assert names(due="overdue") == [str(late)]
    assert names(due="day") == names(due="week", assignee=editor.pk) == [str(soon)]
    assert names(event=event.pk) == [str(covering)]
    assert names(topic=topic.pk, state=State.TO_REVIEW) == [str(tagged)]
    assert names(q="climatique") == [str(tagged)]
    assert names(q="nulle part") == []
    # What makes no sense is not looked at.
    nonsense = {"state": "x", "language": "xx", "due": "x", "event": "x", "before": "x"}
    assert names(**nonsense) == everything


@pytest.mark.parametrize(("language", "late"), [("fr", "En retard"), ("ar", "متأخرة")])
def test_what_is_late_says_so_in_words(client, editor, language, late):
    article = ArticleFactory()
    task(article, due_at=timezone.now() - timedelta(hours=1))
    editor.language = language
    editor.save()
    client.force_login(editor)
    # The reader's own language stands first.
    place = {"fr": 1, "ar": 0}[language]
    (cells,) = rows(client).values()
    assert late in cells[place]
    task(article, state=State.DONE)
    (cells,) = rows(client).values()
    assert late not in cells[place]


def test_pages_follow_each_other_without_a_gap_and_at_one_price(
    client, editor, django_assert_max_num_queries
):
    Article.objects.bulk_create(
        Article(headline_fr=f"Titre {n}", headline_ar="عنوان", original_language="fr")
        for n in range(PAGE * 2 + 3)
    )
    add_rows(Article.objects.all())
    client.force_login(editor)
    for wanted in ({}, {"state": State.TO_REVIEW}):
        seen, query = [], "?" + "&".join(f"{name}={value}" for name, value in wanted.items())
        while query:
            with django_assert_max_num_queries(12):
                page = client.get(BOARD + query).text
            seen += re.findall(r">(Titre \d+)</a>", page)
            further = re.search(r'href="(\?[^"]*)" rel="next"', page)
            query = further[1].replace("&amp;", "&") if further else ""
        assert seen == [f"Titre {n}" for n in reversed(range(PAGE * 2 + 3))]


def test_a_translator_sees_and_takes_their_languages_and_nothing_else(client, translator):
    article = ArticleFactory(headline_fr="Au Caire", headline_ar="في القاهرة")
    french = ArticleFactory(headline_fr="À Rabat", original_language="ar")
    client.force_login(translator)
    page = client.get(BOARD).text
    assert rows(client) == {
        "À Rabat": ["Arabe original"],
        "Au Caire": ["Arabe à relire Prendre"],
    }
    assert 'name="to"' not in page
    take = reverse("admin:articles_translations_take")
    client.post(take, {"cell": f"{article.pk}:ar"})
    assert task(article).assignee == translator
    assert "في القاهرة" in client.get("/admin/").text
    client.post(take, {"cell": f"{article.pk}:ar", "leave": "1"})
    assert task(article).assignee is None
    assert client.post(take, {"cell": f"{french.pk}:fr"}).status_code == 403
    assert task(french, "fr").assignee is None


def test_an_editor_changes_one_or_many_at_once(client, editor, translator):
    articles = ArticleFactory.create_batch(3)
    cells = [f"{one.pk}:ar" for one in articles]
    client.force_login(editor)
    address = reverse("admin:articles_translations_assign")
    asked = {"cell": cells[:2], "to": translator.pk, "due_at": "2026-11-26T18:30"}
    page = client.post(address, asked, follow=True).text
    assert "2 traductions ont été modifiées." in page
    assert "À rendre le 26 novembre 2026 à 18:30" in page or "En retard" in page
    assert [task(one).assignee for one in articles] == [translator, translator, None]
    client.post(address, {"cell": cells[0], "no_due": "on"})
    assert (task(articles[0]).assignee, task(articles[0]).due_at) == (translator, None)
    client.post(address, {"cell": cells[1], "to": "none"})
    assert task(articles[1]).assignee is None
    for wrong, said in (
        ({"to": translator.pk}, "Cochez"),
        ({"cell": cells}, "à qui les confier"),
        ({"cell": cells, "due_at": "9999-01-01T00:00"}, "pas un moment"),
        ({"cell": cells, "to": "999999"}, "choix"),
    ):
        assert said in client.post(address, wrong, follow=True).text
    for cell in ("1", "x:ar", "99999999:ar", f"{articles[0].pk}:xx"):
        answer = client.post(address, {"cell": cell, "to": translator.pk})
        assert answer.status_code == 404, cell
    assert client.get(address).status_code == 405
