"""Two people in one article: the rows both added stay, and only what both changed is asked about."""

import pytest
from django.contrib.auth.models import Group
from lxml import html

from tests.admin.bulk_actions import row
from tests.admin.forms import change_url, fields_of, opened
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db
WORDS = "une session plénière"


@pytest.fixture
def article():
    return ArticleFactory(headline_fr="Le Maroc préside")


def quote(number, speaker, **values):
    given = {"speaker": speaker.pk, "kind": "direct", "order": number, "text_fr": WORDS}
    return row("quotes", number, **(given | values))


def test_the_rows_that_two_people_add_all_stay_whatever_is_asked_beside(article, mine, theirs):
    my_form, their_form = opened(mine, article), opened(theirs, article)
    one, other, topic, another = SpeakerFactory(), SpeakerFactory(), TopicFactory(), TopicFactory()
    theirs.post(
        change_url(article),
        their_form
        | quote(0, one)
        | row("tagged", 0, tag=topic.pk)
        | row("mentions", 0, speaker=one.pk)
        | {"headline_fr": "Le Maroc copréside"},
    )
    refused = mine.post(
        change_url(article),
        my_form
        | quote(0, other)
        | row("tagged", 0, tag=another.pk)
        | row("mentions", 0, speaker=other.pk)
        | {"headline_fr": "Le Maroc dirige"},
    )
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    assert asked.find("legend").text == "Titre (français)"
    again = fields_of(refused.text)
    assert not [name for name in again if name.endswith("DELETE")]
    assert again["quotes-TOTAL_FORMS"] == "2"
    assert mine.post(change_url(article), again | {"_keep-headline_fr": "mine"}).status_code == 302
    article.refresh_from_db()
    assert article.headline_fr == "Le Maroc dirige"
    assert {one.speaker for one in article.quotes.all()} == {one, other}
    assert {one.speaker for one in article.mentions.all()} == {one, other}
    assert {*article.topics.all()} == {topic, another}


def test_the_same_topic_and_the_same_quotation_added_by_both_are_one(article, mine, theirs):
    my_form, their_form = opened(mine, article), opened(theirs, article)
    speaker, topic = SpeakerFactory(), TopicFactory()
    added = quote(0, speaker) | row("tagged", 0, tag=topic.pk)
    theirs.post(change_url(article), their_form | added)
    saved = mine.post(change_url(article), my_form | added | {"byline": "Salma"})
    assert saved.status_code == 302
    assert article.quotes.count() == article.topics.count() == 1
    article.refresh_from_db()
    assert article.byline == "Salma"


def test_only_the_row_that_both_changed_is_asked_about(article, mine, theirs):
    rows = [QuoteFactory(article=article, order=n) for n in range(3)]
    my_form, their_form = opened(mine, article), opened(theirs, article)
    theirs.post(
        change_url(article),
        their_form | {"quotes-0-position_fr": "Ministre", "quotes-1-position_fr": "Ambassadeur"},
    )
    typed = {"quotes-0-position_fr": "Roi", "quotes-2-position_fr": "Porte-parole"}
    refused = mine.post(change_url(article), my_form | typed)
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    old, new = asked.find_class("text")
    assert (old.text_content().strip(), new.text_content().strip()) == ("Ministre", "Roi")
    again = fields_of(refused.text)
    assert mine.post(change_url(article), again).status_code == 200
    again[asked.xpath(".//input[@type='radio']/@name")[0]] = "theirs"
    mine.post(change_url(article), again)
    assert [one.position_fr for one in article.quotes.all()] == [
        "Ministre",
        "Ambassadeur",
        "Porte-parole",
    ]
    assert [one.pk for one in article.quotes.all()] == [one.pk for one in rows]


@pytest.mark.parametrize(("choice", "left"), [("mine", []), ("theirs", ["Ministre"])])
def test_a_row_that_i_delete_and_they_changed_is_asked_about(article, mine, theirs, choice, left):
    QuoteFactory(article=article)
    my_form, their_form = opened(mine, article), opened(theirs, article)
    theirs.post(change_url(article), their_form | {"quotes-0-position_fr": "Ministre"})
    refused = mine.post(change_url(article), my_form | {"quotes-0-DELETE": "on"})
    assert refused.status_code == 200
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    name = asked.xpath(".//input[@type='radio']/@name")[0]
    mine.post(change_url(article), fields_of(refused.text) | {name: choice})
    assert [one.position_fr for one in article.quotes.all()] == left


@pytest.mark.parametrize(("choice", "left"), [("mine", {"Roi", None}), ("theirs", {None})])
def test_a_row_that_they_deleted_and_i_changed_is_asked_about_beside_rows_that_stay(
    article, mine, theirs, choice, left
):
    QuoteFactory(article=article)
    my_form, their_form = opened(mine, article), opened(theirs, article)
    added = quote(1, SpeakerFactory())
    theirs.post(change_url(article), their_form | {"quotes-0-DELETE": "on"} | added)
    refused = mine.post(change_url(article), my_form | {"quotes-0-position_fr": "Roi"})
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    name = asked.xpath(".//input[@type='radio']/@name")[0]
    assert mine.post(change_url(article), fields_of(refused.text)).status_code == 200
    mine.post(change_url(article), fields_of(refused.text) | {name: choice})
    assert {one.position_fr or None for one in article.quotes.all()} == left


def test_a_row_that_they_deleted_and_i_left_alone_is_gone(article, mine, theirs):
    QuoteFactory(article=article)
    my_form, their_form = opened(mine, article), opened(theirs, article)
    theirs.post(change_url(article), their_form | {"quotes-0-DELETE": "on"})
    mine.post(change_url(article), my_form | quote(1, SpeakerFactory(), position_fr="Roi"))
    assert [one.position_fr for one in article.quotes.all()] == ["Roi"]


def test_who_moves_a_row_and_who_changes_its_words_are_both_heard(article, mine, theirs):
    rows = [QuoteFactory(article=article, order=n) for n in range(2)]
    my_form, their_form = opened(mine, article), opened(theirs, article)
    theirs.post(change_url(article), their_form | {"quotes-0-position_fr": "Ministre"})
    moved = {"quotes-0-order": "5", "quotes-1-order": "4"}
    assert mine.post(change_url(article), my_form | moved).status_code == 302
    assert [(one.pk, one.position_fr or "") for one in article.quotes.all()] == [
        (rows[1].pk, ""),
        (rows[0].pk, "Ministre"),
    ]


def test_corrections_of_two_people_both_stay(mine, theirs, editor, article):
    editor.groups.set(Group.objects.filter(name="chief"))
    CorrectionFactory(article=article)
    my_form, their_form = opened(mine, article), opened(theirs, article)
    made = {"made_on": "01/11/2026", "public": "on"}
    theirs.post(change_url(article), their_form | row("corrections", 1, text_fr="Un", **made))
    mine.post(change_url(article), my_form | row("corrections", 1, text_fr="Deux", **made))
    assert {*article.corrections.values_list("text_fr", flat=True)} >= {"Un", "Deux"}
    assert article.corrections.count() == 3


def test_a_translator_and_an_editor_in_one_quotation_lose_nothing(client, theirs, translator):
    article = ArticleFactory()
    said = QuoteFactory(article=article)
    client.force_login(translator)
    my_form, their_form = opened(client, article), opened(theirs, article)
    assert "quotes-0-position_fr" not in my_form
    theirs.post(change_url(article), their_form | {"quotes-0-position_fr": "Ministre"})
    client.post(change_url(article), my_form | {"quotes-0-position_ar": "وزير"})
    said.refresh_from_db()
    assert (said.position_fr, said.position_ar) == ("Ministre", "وزير")
