"""Two editors in one article: the second is told, and nothing either typed is lost."""

import threading

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse
from lxml import html

from articles.desk.editing import history, working_copies
from articles.desk.publication.corrections import CorrectionAnswers
from articles.models import Article
from tests.admin.forms import change_url, fields_of, opened
from tests.conftest import member_of
from tests.factories import (
    ArticleFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
    UserFactory,
)

EDITORS = 20


@pytest.fixture
def article():
    return ArticleFactory(headline_fr="Le Maroc préside", headline_ar="المغرب يرأس")


def both_open(article, mine, theirs):
    return opened(mine, article), opened(theirs, article)


@pytest.mark.django_db
def test_different_fields_are_both_kept(article, mine, theirs):
    my_form, their_form = both_open(article, mine, theirs)
    theirs.post(change_url(article), their_form | {"headline_ar": "المغرب يترأس"})
    response = mine.post(
        change_url(article), my_form | {"headline_fr": "Le Maroc copréside"}, follow=True
    )
    article.refresh_from_db()
    assert article.headline_ar == "المغرب يترأس"
    assert article.headline_fr == "Le Maroc copréside"
    assert "Chief a enregistré cet article entre-temps" in response.text


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_same_field_is_refused_with_both_texts_side_by_side(
    article, mine, theirs, editor, language
):
    editor.language = language
    editor.save()
    my_form, their_form = both_open(article, mine, theirs)
    theirs.post(change_url(article), their_form | {"headline_ar": "المغرب يترأس"})
    mine_typed = {"headline_ar": "المغرب يقود", "standfirst_fr": "Tapé ici"}
    response = mine.post(change_url(article), my_form | mine_typed)
    assert response.status_code == 200
    page = html.fromstring(response.text)
    (one,) = page.find_class("conflict")
    old, new = one.find_class("text")
    assert (old.text_content().strip(), new.text_content().strip()) == (
        "المغرب يترأس",
        "المغرب يقود",
    )
    assert old.get("dir") == new.get("dir") == "rtl"
    form = fields_of(response.text)
    assert form["headline_ar"] == "المغرب يقود"
    assert form["standfirst_fr"] == "Tapé ici"
    article.refresh_from_db()
    assert article.headline_ar == "المغرب يترأس"
    assert not article.standfirst_fr


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("choice", "headline"), [("mine", "Le Maroc dirige"), ("theirs", "Le Maroc copréside")]
)
def test_the_person_says_whose_it_shall_be(article, mine, theirs, choice, headline):
    my_form, their_form = both_open(article, mine, theirs)
    theirs.post(change_url(article), their_form | {"headline_fr": "Le Maroc copréside"})
    typed = {"headline_fr": "Le Maroc dirige", "byline": "Salma Alaoui"}
    again = fields_of(mine.post(change_url(article), my_form | typed).text)
    again["_keep-headline_fr"] = choice
    assert mine.post(change_url(article), again).status_code == 302
    article.refresh_from_db()
    assert (article.headline_fr, article.byline) == (headline, "Salma Alaoui")


@pytest.mark.django_db
def test_saving_again_without_choosing_is_refused_again(article, mine, theirs):
    my_form, their_form = both_open(article, mine, theirs)
    theirs.post(change_url(article), their_form | {"headline_fr": "Le Maroc copréside"})
    again = fields_of(mine.post(change_url(article), my_form | {"headline_fr": "Autre"}).text)
    assert mine.post(change_url(article), again).status_code == 200
    article.refresh_from_db()
    assert article.headline_fr == "Le Maroc copréside"


@pytest.mark.django_db
def test_a_choice_does_not_count_against_a_third_save_nobody_showed(article, mine, theirs):
    my_form, their_form = both_open(article, mine, theirs)
    theirs.post(change_url(article), their_form | {"headline_fr": "Le Maroc copréside"})
    again = fields_of(mine.post(change_url(article), my_form | {"headline_fr": "Autre"}).text)
    third = opened(theirs, article)
    theirs.post(change_url(article), third | {"headline_fr": "Le Maroc anime"})
    again["_keep-headline_fr"] = "mine"
    assert mine.post(change_url(article), again).status_code == 200
    article.refresh_from_db()
    assert article.headline_fr == "Le Maroc anime"


@pytest.mark.django_db
def test_rows_added_by_one_stay_when_the_other_changed_words(article, mine, theirs):
    my_form, their_form = both_open(article, mine, theirs)
    topic = TopicFactory()
    added = {"tagged-TOTAL_FORMS": "1", "tagged-0-tag": topic.pk}
    theirs.post(change_url(article), their_form | added)
    mine.post(change_url(article), my_form | {"headline_fr": "Le Maroc copréside"})
    article.refresh_from_db()
    assert article.headline_fr == "Le Maroc copréside"
    assert article.topics.get() == topic


@pytest.mark.django_db
@pytest.mark.parametrize(("choice", "left"), [("mine", "Ambassadeur"), ("theirs", None)])
def test_a_quotation_one_deleted_and_the_other_changed_is_a_conflict(
    article, mine, theirs, choice, left
):
    QuoteFactory(article=article)
    my_form, their_form = both_open(article, mine, theirs)
    theirs.post(change_url(article), their_form | {"quotes-0-DELETE": "on"})
    assert not article.quotes.exists()
    response = mine.post(change_url(article), my_form | {"quotes-0-position_fr": "Ambassadeur"})
    assert response.status_code == 200
    assert "<ins>Ambassadeur</ins>" in response.text
    again = fields_of(response.text) | {"_keep-quotes": choice}
    mine.post(change_url(article), again)
    found = article.quotes.first()
    assert (found.position_fr if found else None) == left


@pytest.mark.django_db
def test_two_who_each_added_a_speaker_have_both_added_one(article, mine, theirs):
    my_form, their_form = both_open(article, mine, theirs)
    first, second = SpeakerFactory(), SpeakerFactory()
    adding = {"mentions-TOTAL_FORMS": "1"}
    theirs.post(change_url(article), their_form | adding | {"mentions-0-speaker": first.pk})
    response = mine.post(change_url(article), my_form | adding | {"mentions-0-speaker": second.pk})
    assert response.status_code == 302
    assert [one.speaker for one in article.mentions.all()] == [first, second]


@pytest.mark.django_db
def test_a_move_made_meanwhile_is_neither_lost_nor_a_conflict(article, mine, theirs, chief):
    form = opened(mine, article)
    article.move("fr", "in_review", by=chief)
    mine.post(change_url(article), form | {"headline_fr": "Le Maroc copréside"})
    article.refresh_from_db()
    assert (article.status_fr, article.headline_fr) == ("in_review", "Le Maroc copréside")


@pytest.mark.django_db
def test_a_form_open_while_the_article_was_published_goes_on_in_a_working_copy(
    article, mine, theirs, chief
):
    form = opened(mine, article)
    article.publish("fr", by=chief)
    mine.post(change_url(article), form | {"headline_fr": "Le Maroc copréside"})
    article.refresh_from_db()
    assert article.headline_fr == "Le Maroc préside"
    assert article.working_copy.headline_fr == "Le Maroc copréside"


@pytest.mark.django_db
def test_a_form_of_a_copy_that_was_published_meanwhile_opens_the_next_one(mine, theirs, chief):
    live = ArticleFactory(live=["fr"], headline_fr="Le Maroc préside")
    copy = working_copies.open_copy(live, by=chief)
    form = opened(mine, copy)
    copy.standfirst_fr = "Publié entre-temps"
    copy.save()
    working_copies.publish(copy, by=chief, told=CorrectionAnswers({"fr": "Un chapeau est ajouté."}))
    mine.post(change_url(copy), form | {"headline_fr": "Le Maroc copréside"})
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc préside"
    assert live.working_copy.headline_fr == "Le Maroc copréside"
    assert live.working_copy.standfirst_fr == "Publié entre-temps"


@pytest.mark.django_db
def test_a_forged_revision_of_another_article_overwrites_nothing(article, mine, theirs):
    other = ArticleFactory()
    forged = str(history.catch_up(other).pk)
    form = opened(mine, article) | {"_revision": forged, "headline_fr": "Écrasé"}
    assert mine.post(change_url(article), form).status_code == 200
    article.refresh_from_db()
    assert article.headline_fr == "Le Maroc préside"


@pytest.mark.django_db
def test_a_second_editor_sees_who_is_there(article, mine, theirs):
    opened(theirs, article)
    assert "chief a aussi ouvert cet article" in mine.get(change_url(article)).text
    presence = reverse("admin:articles_article_presence", args=[article.pk])
    theirs.post(presence, {"left": "1"})
    assert mine.post(presence).json()["sentences"] == []


@pytest.mark.django_db
def test_an_open_form_hears_of_a_newer_save(article, mine, theirs):
    my_form, their_form = both_open(article, mine, theirs)
    theirs.post(change_url(article), their_form | {"headline_fr": "Le Maroc copréside"})
    presence = reverse("admin:articles_article_presence", args=[article.pk])
    (sentence,) = mine.post(presence, {"revision": my_form["_revision"]}).json()["sentences"]
    assert sentence.startswith("chief a enregistré")


@pytest.mark.django_db
def test_nobody_without_rights_is_told_who_is_there(client, article):
    client.force_login(UserFactory())
    presence = reverse("admin:articles_article_presence", args=[article.pk])
    assert client.post(presence).status_code == 404


@pytest.mark.django_db
def test_an_expired_form_says_that_the_text_is_kept(editor, article):
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)
    response = client.post(change_url(article), {"headline_fr": "Tapé hier"})
    assert response.status_code == 403
    assert "Ce que vous avez tapé est gardé dans ce navigateur" in response.text


@pytest.mark.django_db
def test_a_saved_form_is_named_to_the_browser(article, mine):
    mine.post(change_url(article), opened(mine, article) | {"_draft": "42abc", "byline": "S. A."})
    assert mine.cookies["newsroom-saved"].value == "42abc"


# After the first clash people come back a few at a time: they read before they save again.
AGAIN = threading.Semaphore(2)


def append_sentence(article, number, start, refusals):
    """One editor: opens the form, adds a sentence; where refused, opens it again."""
    try:
        client = Client()
        client.force_login(UserFactory(username=f"editor-{number}", is_superuser=True))
        form = opened(client, article)
        start.wait(timeout=60)
        sentence = f"<p>Phrase de la personne {number}.</p>"
        first = form | {"body_fr": form["body_fr"] + sentence}
        if client.post(change_url(article), first).status_code == 302:
            return
        refusals.append(number)
        with AGAIN:
            for _ in range(EDITORS):
                form = opened(client, article)
                again = form | {"body_fr": form["body_fr"] + sentence}
                if client.post(change_url(article), again).status_code == 302:
                    return
    finally:
        connections.close_all()


@pytest.mark.django_db(transaction=True)
def test_twenty_editors_at_once_lose_not_one_sentence():
    article = ArticleFactory(body_fr="<p>Début.</p>")
    start, refusals = threading.Barrier(EDITORS), []
    people = [
        threading.Thread(target=append_sentence, args=(article, number, start, refusals))
        for number in range(EDITORS)
    ]
    for one in people:
        one.start()
    for one in people:
        one.join(timeout=120)
    article.refresh_from_db()
    lost = [n for n in range(EDITORS) if f"personne {n}.</p>" not in article.body_fr]
    assert lost == []
    assert article.body_fr.count("Phrase de la personne") == EDITORS
    # They did meet: the first save of all but one was on an older version.
    assert len(refusals) >= EDITORS // 2
    saves = article.revisions.exclude(made_by=None)
    assert saves.values("made_by").distinct().count() == EDITORS


@pytest.mark.django_db(transaction=True)
def test_two_who_open_a_working_copy_at_once_share_it():
    article = ArticleFactory(live=["fr"])
    chief, start, copies = member_of("chief"), threading.Barrier(6), []

    def open_one():
        try:
            start.wait(timeout=30)
            copies.append(working_copies.open_copy(article, by=chief).pk)
        finally:
            connections.close_all()

    people = [threading.Thread(target=open_one) for _ in range(6)]
    for one in people:
        one.start()
    for one in people:
        one.join(timeout=60)
    assert len(copies) == 6
    assert len(set(copies)) == 1
    assert Article.with_copies.filter(working_copy_of=article).count() == 1
