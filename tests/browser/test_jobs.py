"""The jobs of a press officer, each in no more clicks than it may take, in both admins.

That of a front page is tried in ``test_composing.py``; a second language that a translator writes and an editor
publishes, in ``test_second_language.py``.
"""

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Event, Phase
from quality.desk_jobs import (
    SECOND,
    SESSIONS,
    SOURCE,
    WORDS,
    cairo,
    communique,
    event,
    second_language,
)
from quality.hand import Hand
from tests.browser.at_desk import LANGUAGES, look
from tests.factories import ArticleFactory, TopicFactory
from tests.pictures import files

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]


def live_in_french():
    """What readers have in French since this minute, and nobody has written in Arabic."""
    missing = {"headline_ar": "", "body_ar": "", "slug_ar": ""}
    return ArticleFactory(live=["fr"], published_at_fr=timezone.now(), **missing, **SOURCE)


@pytest.fixture
def newsroom(transactional_db):
    """The Cairo article's records, and the templates, as every newsroom begins with them."""
    call_command("loaddata", "cairo", "templates", verbosity=0)


@pytest.fixture
def done(browser, tmp_path):
    """Do a job; says what it took."""
    (tmp_path / "salle.jpg").write_bytes(files.from_a_camera(caption=""))

    def do(job, language):
        page = browser("chief", language)
        page.goto(reverse("admin:index"))
        hand = Hand(page)
        job(hand, language, tmp_path)
        look(hand.page, f"job-{job.__name__}-{language}")
        assert hand.wrong_turns == []
        return hand

    return do


@LANGUAGES
def test_an_article_with_its_relations_and_a_new_speaker(done, newsroom, language):
    TopicFactory(name_fr="Migration intérieure", name_ar="الهجرة الداخلية")
    hand = done(cairo, language)
    article = Article.objects.latest("created_at")
    (quote,) = article.quotes.all()
    assert (quote.text_fr, quote.text_ar) == (WORDS["fr"], WORDS["ar"])
    assert quote.speaker.name_fr == "Salma Jaziri"
    assert quote.speaker.name_ar == "سلمى الجزيري"
    assert article.event
    assert article.dateline
    assert article.source
    assert article.mentions.count() == 2
    assert article.tagged.count() == 1
    assert hand.clicks <= 16, hand.figures()


@LANGUAGES
def test_a_communique_with_a_picture_scheduled_under_embargo(done, newsroom, language):
    hand = done(communique, language)
    article = Article.objects.latest("created_at")
    assert [article.phase_in(one) for one in ("fr", "ar")] == [Phase.EMBARGOED] * 2
    assert article.embargoed_until
    assert article.lead_image.alt_ar == "قاعة"
    assert hand.clicks <= 12, hand.figures()


@LANGUAGES
def test_an_event_with_three_sessions(done, newsroom, language):
    hand = done(event, language)
    made = Event.objects.get(name_fr="Journées de l’eau")
    names = [(one.name_fr, one.name_ar) for one in made.sessions.order_by("starts_on", "starts_at")]
    assert names == [one[:2] for one in SESSIONS]
    assert hand.clicks <= 15, hand.figures()


@LANGUAGES
def test_the_second_language_of_a_live_article(done, newsroom, language):
    article = live_in_french()
    hand = done(second_language, language)
    article = Article.objects.get(pk=article.pk)
    assert article.is_live("ar")
    assert article.headline_ar == SECOND[0]
    assert SECOND[1] in article.body_ar
    assert article.headline_fr == SOURCE["headline_fr"]
    assert hand.clicks <= 3, hand.figures()
