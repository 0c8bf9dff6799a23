"""Two people in one record: what both added stays, and only what both changed is asked about."""

import io

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from lxml import html

from articles.models import (
    Affiliation,
    Appearance,
    Event,
    FrontPage,
    Participation,
    Placement,
    User,
)
from tests.admin.forms import change_url, fields_of, form_of, opened
from tests.conftest import member_of
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)
from tests.pictures.files import jpeg

pytestmark = pytest.mark.django_db
WORDS = "une session plénière"


@pytest.fixture
def article():
    return ArticleFactory(headline_fr="Le Maroc préside")


def row(inline, number, **values):
    values = {"id": "", **values}
    return {f"{inline}-TOTAL_FORMS": f"{number + 1}"} | {
        f"{inline}-{number}-{name}": f"{value}" for name, value in values.items()
    }


def quote(number, speaker, **values):
    given = {"speaker": speaker.pk, "kind": "direct", "order": number, "text_fr": WORDS}
    return row("quotes", number, **(given | values))


# Rows of an article.


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


# Records that keep no revisions.


def page_of(record):
    return reverse(f"admin:articles_{record._meta.model_name}_change", args=[record.pk])


def both(record, mine, theirs):
    return [form_of(one.get(page_of(record)).text) for one in (mine, theirs)]


RECORDS = {
    "speaker": (SpeakerFactory, "honorific_fr", "biography_ar"),
    "organization": (OrganizationFactory, "acronym_fr", "description_ar"),
    "event": (EventFactory, "venue_fr", "description_ar"),
    "source": (SourceFactory, "credit_line_fr", "licence"),
    "image": (ImageFactory, "caption_fr", "credit_ar"),
    "topic": (TopicFactory, "name_fr", "name_ar"),
}


@pytest.mark.parametrize("kind", RECORDS)
def test_the_later_save_does_not_write_over_what_the_other_changed(mine, theirs, kind):
    make, my_field, their_field = RECORDS[kind]
    record = make()
    my_form, their_form = both(record, mine, theirs)
    theirs.post(page_of(record), their_form | {their_field: "غيرت"})
    saved = mine.post(page_of(record), my_form | {my_field: "Changé"}, follow=True)
    record.refresh_from_db()
    assert (getattr(record, my_field), getattr(record, their_field)) == ("Changé", "غيرت")
    assert "Chief a enregistré ceci entre-temps" in saved.text


@pytest.mark.parametrize("kind", RECORDS)
@pytest.mark.parametrize(
    ("language", "sentence"), [("fr", "a enregistré ceci à"), ("ar", "هذا على الساعة")]
)
def test_what_both_changed_is_asked_about_in_the_language_of_the_person(
    mine, theirs, kind, language, sentence
):
    User.objects.filter(username="editor").update(language=language)
    make, field, _other = RECORDS[kind]
    record = make()
    my_form, their_form = both(record, mine, theirs)
    theirs.post(page_of(record), their_form | {field: "Le leur"})
    refused = mine.post(page_of(record), my_form | {field: "Le mien"})
    assert refused.status_code == 200
    assert sentence in refused.text
    assert form_of(refused.text)[field] == "Le mien"
    assert mine.post(page_of(record), form_of(refused.text)).status_code == 200
    for choice, left in (("theirs", "Le leur"), ("mine", "Le mien")):
        chosen = form_of(refused.text) | {f"_keep-{field}": choice}
        assert mine.post(page_of(record), chosen).status_code == 302
        record.refresh_from_db()
        assert getattr(record, field) == left


def test_a_choice_does_not_count_against_a_third_save(mine, theirs):
    record = SpeakerFactory()
    my_form, their_form = both(record, mine, theirs)
    theirs.post(page_of(record), their_form | {"honorific_fr": "Dr"})
    refused = mine.post(page_of(record), my_form | {"honorific_fr": "Me"})
    third = form_of(theirs.get(page_of(record)).text)
    theirs.post(page_of(record), third | {"honorific_fr": "Pr"})
    chosen = form_of(refused.text) | {"_keep-honorific_fr": "mine"}
    assert mine.post(page_of(record), chosen).status_code == 200
    record.refresh_from_db()
    assert record.honorific_fr == "Pr"


@pytest.mark.parametrize("forged", ["", "x", "eyJ4IjoxfQ:1x:abc", "other"])
def test_a_forged_word_for_what_was_opened_overwrites_nothing(mine, theirs, forged):
    record, other = SpeakerFactory(), SpeakerFactory(honorific_fr="Dr")
    my_form, their_form = both(record, mine, theirs)
    theirs.post(page_of(record), their_form | {"honorific_fr": "Dr"})
    if forged == "other":
        forged = form_of(mine.get(page_of(other)).text)["_opened"]
    sent = my_form | {"honorific_fr": "Me", "_opened": forged}
    if not forged:
        # A program that knows no pages: it is taken to know what there is.
        assert mine.post(page_of(record), sent).status_code == 302
        return
    assert mine.post(page_of(record), sent).status_code == 200
    record.refresh_from_db()
    assert record.honorific_fr == "Dr"


@pytest.mark.parametrize("role", ["translator", "stranger"])
def test_who_may_not_change_a_record_changes_nothing_by_merging(client, theirs, role):
    record = EventFactory()
    person = member_of("translator")
    if role == "translator":
        person.languages = ["ar"]
        person.save()
    else:
        person.groups.clear()
    their_form = form_of(theirs.get(page_of(record)).text)
    client.force_login(person)
    client.post(page_of(record), their_form | {"venue_fr": "Forgé", "starts_on": "01/01/2026"})
    record.refresh_from_db()
    assert (record.venue_fr or "", record.starts_on.year) == ("", 2024)


def test_people_and_bodies_that_two_add_to_an_event_all_stay(mine, theirs):
    event = EventFactory()
    first = Appearance.objects.create(event=event, speaker=SpeakerFactory(), role="chair")
    my_form, their_form = both(event, mine, theirs)
    one, other = SpeakerFactory(), SpeakerFactory()
    body = OrganizationFactory()
    theirs.post(
        page_of(event),
        their_form
        | row("appearances", 1, speaker=one.pk, role="speaker")
        | row("participations", 0, organization=body.pk, role="host")
        | {"appearances-0-role": "panelist"},
    )
    saved = mine.post(
        page_of(event),
        my_form
        | row("appearances", 1, speaker=other.pk, role="speaker")
        | row("participations", 0, organization=body.pk, role="host")
        | {"venue_fr": "Palais"},
    )
    assert saved.status_code == 302
    assert {(one.speaker_id, one.role) for one in event.appearances.all()} == {
        (first.speaker_id, "panelist"),
        (one.pk, "speaker"),
        (other.pk, "speaker"),
    }
    assert Participation.objects.count() == 1
    assert Event.objects.get().venue_fr == "Palais"


def test_positions_that_two_give_a_speaker_both_stay_and_one_that_both_changed_is_asked_about(
    mine, theirs
):
    held = AffiliationFactory()
    speaker = held.speaker
    my_form, their_form = both(speaker, mine, theirs)
    theirs.post(
        page_of(speaker),
        their_form
        | {"affiliations-0-position_fr": "Ministre"}
        | row("affiliations", 1, position_fr="Ambassadeur"),
    )
    refused = mine.post(
        page_of(speaker),
        my_form
        | {"affiliations-0-position_fr": "Roi"}
        | row("affiliations", 1, position_fr="Porte-parole"),
    )
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    name = asked.xpath(".//input[@type='radio']/@name")[0]
    mine.post(page_of(speaker), form_of(refused.text) | {name: "mine"})
    assert {*Affiliation.objects.values_list("position_fr", flat=True)} == {
        "Roi",
        "Ambassadeur",
        "Porte-parole",
    }


def test_what_two_place_on_a_front_page_all_stays(mine, theirs):
    page = FrontPage.objects.create(language="fr")
    articles = [ArticleFactory(live=["fr"]) for _ in range(4)]
    placed = [
        Placement.objects.create(front_page=page, article=one, order=n)
        for n, one in enumerate(articles[:2], 1)
    ]
    topics = [TopicFactory(), TopicFactory()]
    my_form, their_form = both(page, mine, theirs)
    theirs.post(
        page_of(page),
        their_form
        | row("placements", 2, article=articles[2].pk, spot="top", order=3)
        | row("sections", 0, topic=topics[0].pk, size=4, order=1),
    )
    moved = {"placements-0-order": "2", "placements-1-order": "1"}
    saved = mine.post(
        page_of(page),
        my_form
        | moved
        | row("placements", 2, article=articles[3].pk, spot="top", order=3)
        | row("sections", 0, topic=topics[1].pk, size=6, order=1),
    )
    assert saved.status_code == 302
    shown = [one.article for one in page.placements.all()]
    assert shown[:2] == [placed[1].article, placed[0].article]
    assert {*shown} == {*articles}
    assert {one.topic for one in page.sections.all()} == {*topics}


@pytest.mark.parametrize(("choice", "spot"), [("mine", "hidden"), ("theirs", "lead")])
def test_one_article_that_two_place_differently_is_asked_about(mine, theirs, choice, spot):
    page, article = FrontPage.objects.create(language="fr"), ArticleFactory(live=["fr"])
    my_form, their_form = both(page, mine, theirs)
    theirs.post(
        page_of(page), their_form | row("placements", 0, article=article.pk, spot="lead", order=1)
    )
    refused = mine.post(
        page_of(page), my_form | row("placements", 0, article=article.pk, spot="hidden", order=1)
    )
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    name = asked.xpath(".//input[@type='radio']/@name")[0]
    mine.post(page_of(page), form_of(refused.text) | {name: choice})
    assert Placement.objects.get().spot == spot


@pytest.mark.parametrize(("choice", "order"), [("mine", [2, 0, 1]), ("theirs", [1, 2, 0])])
def test_an_order_that_both_changed_is_asked_about_once(mine, theirs, choice, order):
    page = FrontPage.objects.create(language="fr")
    placed = [
        Placement.objects.create(front_page=page, article=ArticleFactory(live=["fr"]), order=n)
        for n in range(1, 4)
    ]
    my_form, their_form = both(page, mine, theirs)

    def orders(*numbers):
        return {f"placements-{n}-order": f"{number}" for n, number in enumerate(numbers)}

    theirs.post(page_of(page), their_form | orders(3, 1, 2))
    refused = mine.post(page_of(page), my_form | orders(2, 3, 1))
    (asked,) = html.fromstring(refused.text).find_class("conflict")
    assert asked.find("legend").text == "L’ordre des lignes"
    mine.post(page_of(page), form_of(refused.text) | {"_keep-placements-order": choice})
    assert [one.pk for one in page.placements.all()] == [placed[n].pk for n in order]


def test_a_file_that_a_colleague_replaced_stays_when_i_change_words(mine, theirs):
    image = ImageFactory()
    my_form, their_form = both(image, mine, theirs)
    new = io.BytesIO(jpeg())
    new.name = "nouvelle.jpg"
    theirs.post(page_of(image), their_form | {"file": new})
    image.refresh_from_db()
    replaced = image.checksum
    mine.post(page_of(image), my_form | {"caption_fr": "La salle"})
    image.refresh_from_db()
    assert (image.caption_fr, image.checksum) == ("La salle", replaced)


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_file_that_both_replaced_is_asked_about(mine, theirs, choice):
    image = ImageFactory()
    my_form, their_form = both(image, mine, theirs)

    def file(colour):
        one = io.BytesIO(jpeg(colour=colour))
        one.name = f"{colour}.jpg"
        return {"file": one}

    theirs.post(page_of(image), their_form | file("red"))
    image.refresh_from_db()
    replaced = image.checksum
    refused = mine.post(page_of(image), my_form | file("green"))
    assert "green.jpg" in refused.text
    chosen = form_of(refused.text) | {"_keep-file": choice} | file("green")
    assert mine.post(page_of(image), chosen).status_code == 302
    image.refresh_from_db()
    assert (image.checksum == replaced) == (choice == "theirs")


def test_a_page_gone_back_to_knows_what_it_saved_itself(mine, theirs):
    record = SpeakerFactory()
    my_form, _their_form = both(record, mine, theirs)
    mine.post(page_of(record), my_form | {"honorific_fr": "Dr"})
    again = mine.post(page_of(record), my_form | {"honorific_fr": "Pr", "biography_fr": "Née"})
    assert again.status_code == 302
    record.refresh_from_db()
    assert (record.honorific_fr, record.biography_fr) == ("Pr", "Née")
