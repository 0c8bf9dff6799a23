"""A text that says in another language what an article here says is offered to it, with why."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from articles.desk.editing.working_copies import copy_of, open_copy
from articles.models import Article, Event, Place, Quote, ReceivedText, Speaker
from tests.admin.test_importing import desk, form_on, paste, reporter, words_of  # noqa: F401
from tests.conftest import member_of
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

FRENCH = """L’Office des pêches ouvre la saison du poulpe

Agadir, 28 novembre 2026 (MAP) – La saison du poulpe s’ouvre dans 17 ports, avec 2 450 barques et un quota de 36 000 tonnes.

« La ressource se porte mieux », a déclaré Rafael Grossi, directeur de l’Office.
"""
ARABIC = """افتتاح موسم صيد الأخطبوط

أكادير، 28 نونبر 2026 (ومع) – يفتتح موسم صيد الأخطبوط في 17 ميناء بمشاركة 2450 قاربا وحصة تبلغ 36000 طن.

وقال السيد رفاييل غروسي: «حالة الموارد تتحسن».
"""
LATER = {"q-source": "later", "q-date": "later"}


@pytest.fixture
def article(desk, reporter):  # noqa: F811
    """The French text, made a draft by whoever reviews the Arabic one."""
    page = paste(desk, FRENCH)
    desk.post(page.redirect_chain[-1][0], form_on(page) | LATER | {"do": "save"})
    return Article.objects.get()


def reviewed(client, text=ARABIC):
    page = paste(client, text)
    return page.redirect_chain[-1][0], page


def answered(page, answer="beside"):
    person = Speaker.objects.get()
    return form_on(page) | LATER | {"q-other": answer, "q-same": "anew", "do": "save"} | {
        "speakers-0-use": str(person.pk)
    }  # fmt: skip


def test_it_is_said_why_a_text_may_be_that_of_an_article(desk, article):  # noqa: F811
    said = words_of(reviewed(desk)[1]).replace("\xa0", " ")
    assert f"ce que dit l’article {article.pk}" in said
    assert "رفاييل غروسي = Rafael Grossi" in said
    assert "Le même jour" in said
    assert "17, 2450 et 36000" in said.replace("\u202f", "")


def test_silence_is_no_answer_and_a_draft_of_its_own_is_one(desk, article):  # noqa: F811
    url, page = reviewed(desk)
    desk.post(url, answered(page) | {"q-other": ""})
    article.refresh_from_db()
    assert not article.headline_ar
    assert Article.objects.count() == 1
    desk.post(url, answered(page, "anew"))
    assert Article.objects.count() == 2


def test_it_goes_into_the_columns_that_are_empty(desk, article):  # noqa: F811
    url, page = reviewed(desk)
    answer = desk.post(url, answered(page))
    assert answer["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    article.refresh_from_db()
    assert article.headline_ar == "افتتاح موسم صيد الأخطبوط"
    assert "17 ميناء" in article.body_ar
    assert article.headline_fr.startswith("L’Office des pêches")
    assert article.original_language == "fr"
    assert article.status_ar == "draft"
    quote = article.quotes.get()
    assert (quote.text_fr, quote.text_ar) == ("La ressource se porte mieux", "حالة الموارد تتحسن")
    assert ReceivedText.objects.filter(article=article).count() == 2
    assert Speaker.objects.count() == Place.objects.count() == 1
    assert article.revisions.exists()


def test_what_readers_have_stays_as_it_is_until_it_is_published(desk, article, client):  # noqa: F811
    past = timezone.now() - timedelta(hours=1)
    Article.objects.update(status_fr="published", published_at_fr=past)
    editor = member_of("editor")
    client.force_login(editor)
    url, page = reviewed(client)
    client.post(url, answered(page), follow=True)
    article.refresh_from_db()
    assert article.is_live("fr")
    assert not article.is_live("ar")
    assert article.headline_ar == "افتتاح موسم صيد الأخطبوط"


def test_words_that_are_there_are_never_written_over(desk, article):  # noqa: F811
    url, page = reviewed(desk)
    form = answered(page)
    Article.objects.update(headline_ar="عنوان كتب في هذه الأثناء")
    desk.post(url, form)
    article.refresh_from_db()
    assert article.headline_ar == "عنوان كتب في هذه الأثناء"
    assert not article.body_ar
    assert "q-other" not in desk.get(url).text


def test_words_of_the_working_copy_are_words_too(desk, article, client):  # noqa: F811
    past = timezone.now() - timedelta(hours=1)
    Article.objects.update(status_fr="published", published_at_fr=past)
    editor = member_of("editor")
    copy = open_copy(Article.objects.get(), by=editor)
    Article.with_copies.filter(pk=copy.pk).update(body_ar="<p>نص.</p>")
    client.force_login(editor)
    assert "q-other" not in reviewed(client)[1].text
    assert copy_of(article).body_ar == "<p>نص.</p>"


def test_nobody_learns_of_an_article_that_is_not_theirs_to_write(desk, article):  # noqa: F811
    Article.objects.update(created_by=UserFactory())
    page = reviewed(desk)[1]
    assert "q-other" not in page.text
    assert "Office des pêches" not in page.text


@pytest.mark.parametrize(
    "other",
    [ARABIC.replace("28 نونبر", "12 نونبر"),
     "افتتاح سوق جديد\n\nأكادير، 28 نونبر 2026 (ومع) – يفتتح سوق جديد للسمك في 3 أحياء من المدينة.\n\nوقال السيد كريم العلمي: «السوق جاهز»."],
    ids=["of another day", "of something else"],
)  # fmt: skip
def test_another_text_is_not_offered(desk, article, other):  # noqa: F811
    assert "q-other" not in reviewed(desk, other)[1].text


def test_an_event_of_the_same_day_is_a_sign_as_soon_as_somebody_types_it(desk, article):  # noqa: F811
    held = Event.objects.create(name_fr="Salon du poulpe", starts_on="2026-11-28")
    Article.objects.update(event=held, dateline=None)
    Quote.objects.all().delete()
    url, page = reviewed(desk, ARABIC.rsplit("\n\n", 1)[0])
    assert "q-other" not in page.text
    typed = {"event": "معرض الأخطبوط", "event_use": "new", "event_starts_on": "2026-11-28"}
    page = desk.post(url, form_on(page) | LATER | typed | {"do": "save"})
    assert "q-other" in page.text
    assert not Article.objects.exclude(pk=article.pk).exists()
