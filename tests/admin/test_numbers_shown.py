"""What the desk only shows of a text has its numbers as readers see them; what one types stays."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation
from lxml import html

from articles.desk.editing import history
from articles.desk.notes import leave_note
from tests.factories import ArticleFactory, UserFactory

pytestmark = pytest.mark.django_db
TYPED = "بلغ عدد السكان 36 828 330 نسمة، أي +5 %"
SHOWN = "بلغ عدد السكان 36\u202f828\u202f330 نسمة، أي \u2066+5\u202f%\u2069"


@pytest.fixture
def article():
    return ArticleFactory(
        headline_fr="Le Maroc compte 36 828 330 habitants",
        headline_ar=TYPED,
        body_fr="<p>Il y a 36 828 330 habitants.</p>",
        body_ar=f"<p>{TYPED}</p>",
    )


def shown(client, name, article, *args, of):
    """What stands in the elements of a page of the desk about an article."""
    path = reverse(f"admin:articles_article_{name}", args=[article.pk, *args])
    page = html.fromstring(client.get(path).text)
    return [" ".join(one.text_content().split(" ")).strip() for one in page.xpath(of)]


def test_a_text_that_one_may_only_read_and_one_that_is_typed(client, translator, article):
    client.force_login(translator)
    read = shown(client, "change", article, of="//div[@class='only-read']")
    assert "Le Maroc compte 36\u202f828\u202f330 habitants" in read
    typed = shown(client, "change", article, of="//textarea[@name='body_ar']")
    assert typed == [f"<p>{TYPED}</p>"]


def test_the_source_of_a_translation_and_the_field_beside_it(client, translator, article):
    client.force_login(translator)
    source = shown(client, "translate", article, "ar", of="//div[@class='pair-text']")
    assert "Il y a 36\u202f828\u202f330 habitants." in source
    typed = shown(client, "translate", article, "ar", of="//textarea")
    assert TYPED in typed


def test_what_changed_between_two_versions(client, editor, article):
    history.catch_up(article)
    article.body_ar += f"<p>ثم {TYPED}</p>"
    article.save()
    history.keep_if_changed(article, by=editor)
    client.force_login(editor)
    new = shown(client, "history", article, of="//dl[@class='differences']//ins")
    assert new == [f"ثم {SHOWN}"]


def test_what_is_read_before_it_is_published(client, chief, article):
    client.force_login(chief)
    read = shown(client, "publish", article, "ar", of="//article[@class='read-first']//p")
    assert SHOWN in read


def test_a_mail_about_it(article, editor, django_capture_on_commit_callbacks):
    UserFactory(username="salma", language="ar", email="salma@newsroom.example").groups.set(
        editor.groups.all()
    )
    with django_capture_on_commit_callbacks(execute=True):
        leave_note(article, "@salma : أي +5 % أم 36 828 330؟", by=editor)
    (letter,) = mail.outbox
    assert SHOWN in letter.subject
    assert "\u2066+5\u202f%\u2069 أم 36\u202f828\u202f330؟" in letter.body


def test_a_headline_in_lists_on_the_desk_and_in_what_is_said_of_it(client, admin_user):
    client.force_login(admin_user)
    article = ArticleFactory(
        headline_fr="Le Maroc compte 36 828 330 habitants", status_fr="in_review"
    )
    listed = client.get(reverse("admin:articles_article_changelist")).text
    desk = client.get(reverse("admin:index")).text
    asked = client.get(reverse("admin:articles_article_delete", args=[article.pk])).text
    for page in (listed, desk, asked):
        words = " ".join(html.fromstring(page).xpath("//body//text()[not(parent::script)]"))
        assert "36\u202f828\u202f330" in words
        assert "36 828 330" not in words


def test_a_preview_on_the_desk_is_what_readers_get(client, admin_user, article):
    client.force_login(admin_user)
    with translation.override("ar"):
        page = client.get(reverse("desk_preview", args=[article.key])).text
    (headline,) = html.fromstring(page).xpath("//h1")
    assert headline.text_content().strip() == SHOWN
