"""What is sent twice is done once: two clicks, a page gone back to, two requests at once."""

import io
import threading

import pytest
from django.contrib.auth.models import Group
from django.db import connections
from django.test import Client
from django.urls import reverse

from articles.models import (
    Affiliation,
    Appearance,
    Article,
    Event,
    FrontPage,
    Image,
    Note,
    Organization,
    Place,
    Placement,
    Quote,
    SentForm,
    Source,
    Speaker,
    Term,
    Topic,
    Transition,
)
from tests.admin.forms import change_url, fields_of, form_of, opened
from tests.conftest import member_of
from tests.factories import (
    ArticleFactory,
    EventFactory,
    SpeakerFactory,
    TopicFactory,
    UserFactory,
)
from tests.pictures.files import jpeg

ADD = reverse("admin:articles_article_add")


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def adding(client, model):
    address = reverse(f"admin:articles_{model}_add")
    return address, form_of(client.get(address).text)


MADE = {
    "article": (Article, {"headline_fr": "Le Maroc préside"}, "headline_fr"),
    "speaker": (Speaker, {"name_fr": "Ismail Chekkouri"}, "name_fr"),
    "organization": (Organization, {"name_fr": "Ligue arabe"}, "name_fr"),
    "event": (Event, {"name_fr": "Sommet", "starts_on": "03/07/2024"}, "name_fr"),
    "topic": (Topic, {"name_fr": "Migrations"}, "name_fr"),
    "place": (Place, {"name_fr": "Le Caire"}, "name_fr"),
    "source": (Source, {"name_fr": "MAP"}, "name_fr"),
    "term": (Term, {"name_fr": "visa"}, "name_fr"),
}


@pytest.mark.django_db
@pytest.mark.parametrize("kind", MADE)
def test_two_clicks_make_one(desk, kind):
    model, typed, column = MADE[kind]
    address, form = adding(desk, kind)
    first = desk.post(address, form | typed)
    second = desk.post(address, form | typed, follow=True)
    assert first.status_code == 302
    assert model.objects.count() == 1
    assert second.redirect_chain[0][0] == first.url
    assert "déjà enregistré" in second.text
    # Gone back, and saved again with another word: it is the same record that changes.
    again = desk.post(address, form | typed | {column: "Un autre mot"})
    assert again.status_code == 302
    assert getattr(model.objects.get(), column) == "Un autre mot"
    # A new page makes a new record.
    address, form = adding(desk, kind)
    desk.post(address, form | typed)
    assert model.objects.count() == 2


@pytest.mark.django_db
def test_two_clicks_add_one_picture(desk):
    address, form = adding(desk, "image")
    for name in ("un.jpg", "un.jpg"):
        file = io.BytesIO(jpeg())
        file.name = name
        desk.post(address, form | {"file": file, "alt_fr": "La salle"})
    assert Image.objects.count() == 1
    upload = reverse("admin:articles_image_upload")
    form = form_of(desk.get(upload).text)
    for _ in range(2):
        file = io.BytesIO(jpeg(size=(640, 480)))
        file.name = "deux.jpg"
        answer = desk.post(upload, form | {"files": file})
    assert Image.objects.count() == 2
    assert "déjà" in answer.text


@pytest.mark.django_db
def test_two_clicks_leave_one_note(desk, editor):
    article = ArticleFactory()
    page = desk.get(change_url(article)).text
    word = words_of(page)[-1]
    address = reverse("admin:articles_article_notes", args=[article.pk])
    for _ in range(2):
        assert desk.post(address, {"text": "À vérifier.", "_sent": word}).status_code == 302
    assert Note.objects.count() == 1
    desk.post(address, {"text": "Et ceci.", "_sent": word})
    assert Note.objects.count() == 2


def words_of(page):
    import re  # noqa: PLC0415

    return re.findall(r'name="_sent" value="([0-9a-f]+)"', page)


@pytest.mark.django_db
def test_each_form_of_a_page_has_its_own_word(desk):
    words = words_of(desk.get(change_url(ArticleFactory())).text)
    assert len(words) == len(set(words)) == 2


QUOTE = {
    "quotes-TOTAL_FORMS": "1", "quotes-0-id": "", "quotes-0-kind": "direct",
    "quotes-0-order": "0", "quotes-0-text_fr": "une session plénière",
}  # fmt: skip


@pytest.mark.django_db
def test_two_clicks_add_one_quotation_and_one_topic(desk):
    article, speaker, topic = ArticleFactory(), SpeakerFactory(), TopicFactory()
    form = opened(desk, article) | QUOTE | {"quotes-0-speaker": speaker.pk}
    form |= {"tagged-TOTAL_FORMS": "1", "tagged-0-tag": topic.pk}
    for _ in range(2):
        assert desk.post(change_url(article), form).status_code == 302
    assert Quote.objects.count() == article.topics.count() == 1
    # Gone back and saved again, with another word in the same row, and one more row.
    form |= {"quotes-0-position_fr": "Directeur", "byline": "Salma Alaoui"}
    more = {name.replace("-0-", "-1-"): v for name, v in form.items() if "quotes-0-" in name}
    form |= more | {"quotes-TOTAL_FORMS": "2", "quotes-1-text_fr": "une session"}
    assert desk.post(change_url(article), form).status_code == 302
    assert sorted(Quote.objects.values_list("text_fr", "position_fr")) == [
        ("une session", "Directeur"),
        ("une session plénière", "Directeur"),
    ]
    article.refresh_from_db()
    assert article.byline == "Salma Alaoui"


@pytest.mark.django_db
def test_a_row_taken_off_the_page_that_is_sent_again_moves_no_words(desk):
    article, speaker = ArticleFactory(), SpeakerFactory()
    row = QUOTE | {"quotes-0-speaker": speaker.pk}
    other = {name.replace("-0-", "-1-"): value for name, value in row.items() if "-0-" in name}
    two = row | other | {"quotes-TOTAL_FORMS": "2", "quotes-1-text_fr": "une session"}
    form = opened(desk, article)
    desk.post(change_url(article), form | two)
    # The script renames the rows behind the one that goes.
    desk.post(change_url(article), form | row | {"quotes-0-text_fr": "une session"})
    assert sorted(Quote.objects.values_list("text_fr", flat=True)) == [
        "une session",
        "une session plénière",
    ]


@pytest.mark.django_db
def test_an_article_added_with_its_rows_twice_is_one(desk):
    speaker = SpeakerFactory()
    form = fields_of(desk.get(ADD).text) | QUOTE
    form |= {"headline_fr": "Titre", "body_fr": "<p>une session plénière</p>"}
    form |= {"quotes-0-speaker": speaker.pk}
    desk.post(ADD, form)
    desk.post(ADD, form | {"byline": "S. A."})
    article = Article.objects.get()
    assert (article.byline, article.quotes.count()) == ("S. A.", 1)
    assert article.revisions.count() == 2


@pytest.mark.django_db
def test_publishing_with_two_clicks_opens_no_working_copy(desk):
    form = fields_of(desk.get(ADD).text)
    form |= {"headline_fr": "Titre", "body_fr": "<p>Texte.</p>", "own_reporting": "on"}
    for _ in range(2):
        desk.post(ADD, form | {"_move-fr-published": "1"})
    article = Article.with_copies.get()
    assert article.is_live("fr")
    assert Transition.objects.count() == 1
    other = ArticleFactory()
    form = opened(desk, other) | {"own_reporting": "on", "_move-fr-published": "1"}
    for _ in range(2):
        desk.post(change_url(other), form)
    assert Article.with_copies.count() == 2


@pytest.mark.django_db
def test_publishing_changes_with_two_clicks_leads_to_the_article(client, chief):
    client.force_login(chief)
    live = ArticleFactory(live=["fr"])
    client.post(change_url(live), {"_open_copy": "1"})
    copy = Article.with_copies.get(working_copy_of=live)
    client.post(change_url(copy), opened(client, copy) | {"byline": "Salma Alaoui"})
    page = reverse("admin:articles_article_changes", args=[copy.pk])
    form = {"_sent": words_of(client.get(page).text)[0], "_publish_changes": "1"}
    answers = [client.post(page, form) for _ in range(2)]
    assert [(one.status_code, one.url) for one in answers] == [(302, change_url(live))] * 2


@pytest.mark.django_db
def test_a_reporter_who_submits_with_two_clicks_is_led_on(client, reporter):
    client.force_login(reporter)
    form = fields_of(client.get(ADD).text)
    form |= {"headline_fr": "Titre", "body_fr": "<p>Texte.</p>", "_move-fr-in_review": "1"}
    first, second = (client.post(ADD, form) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert Article.objects.get().status_fr == "in_review"
    # With other words it would be a change, which is not theirs any more.
    third = client.post(ADD, form | {"byline": "Forgé"}, follow=True)
    assert "n’est plus à vous de le modifier" in third.text
    assert not Article.objects.get().byline


@pytest.mark.django_db
def test_what_a_colleague_changed_meanwhile_stays_when_a_page_is_sent_again(desk, chief):
    theirs = Client()
    theirs.force_login(chief)
    form = fields_of(desk.get(ADD).text) | {"headline_fr": "Titre"}
    desk.post(ADD, form)
    article = Article.objects.get()
    theirs.post(change_url(article), opened(theirs, article) | {"headline_ar": "عنوان"})
    desk.post(ADD, form | {"byline": "Salma Alaoui"})
    article.refresh_from_db()
    assert (article.headline_ar, article.byline) == ("عنوان", "Salma Alaoui")


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["reporter", "translator", "editor"])
def test_nobody_reaches_what_somebody_else_made_by_their_word(client, chief, role):
    theirs = Client()
    theirs.force_login(chief)
    address, form = adding(theirs, "speaker")
    theirs.post(address, form | {"name_fr": "Ismail Chekkouri"})
    client.force_login(member_of(role))
    client.post(address, form | {"name_fr": "Forgé"})
    assert Speaker.objects.get(pk=Speaker.objects.earliest("pk").pk).name_fr == "Ismail Chekkouri"
    client.post(address, form | {"name_fr": "Forgé", "_sent": "0' OR 1=1"})
    client.post(address, form | {"name_fr": "Forgé", "_sent": "0" * 400})
    assert Speaker.objects.earliest("pk").name_fr == "Ismail Chekkouri"
    assert SentForm.objects.filter(person=chief).count() == 1


@pytest.mark.django_db
def test_a_refused_form_is_no_form_sent(desk):
    address, form = adding(desk, "event")
    refused = desk.post(address, form | {"name_fr": "Sommet", "starts_on": "un jour"})
    assert refused.status_code == 200
    assert not SentForm.objects.exists()
    again = form_of(refused.text)
    assert again["_sent"] == form["_sent"]
    desk.post(address, again | {"starts_on": "03/07/2024"})
    assert Event.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "inline", "row", "rows"),
    [
        (EventFactory, "appearances", {"role": "speaker"}, Appearance),
        (SpeakerFactory, "affiliations", {"position_fr": "Ministre"}, Affiliation),
    ],
)
def test_two_clicks_add_one_row_to_any_record(desk, make, inline, row, rows):
    record = make()
    kind = record._meta.model_name
    if kind == "event":
        row = row | {"speaker": SpeakerFactory().pk}
    address = reverse(f"admin:articles_{kind}_change", args=[record.pk])
    form = form_of(desk.get(address).text)
    form |= {f"{inline}-0-{name}": value for name, value in row.items()}
    form |= {f"{inline}-TOTAL_FORMS": "1", f"{inline}-0-id": ""}
    for extra in ({}, {}, {"aliases_fr": "Autre nom"}):
        assert desk.post(address, form | extra).status_code == 302
    assert rows.objects.count() == 1
    record.refresh_from_db()
    assert record.aliases_fr == "Autre nom"


@pytest.mark.django_db
def test_two_clicks_place_one_article(desk):
    page, article = FrontPage.objects.create(language="fr"), ArticleFactory(live=["fr"])
    address = reverse("admin:articles_frontpage_change", args=[page.pk])
    form = form_of(desk.get(address).text) | {"placements-0-article": article.pk}
    for extra in ({}, {}, {"placements-0-spot": "lead"}):
        assert desk.post(address, form | extra).status_code == 302
    assert [(one.article, one.spot) for one in Placement.objects.all()] == [(article, "lead")]


# At once, on either database.


def both_at_once(act, times=2):
    start, answers = threading.Barrier(times), []

    def one():
        try:
            start.wait(timeout=60)
            answers.append(act())
        finally:
            connections.close_all()

    people = [threading.Thread(target=one) for _ in range(times)]
    for person in people:
        person.start()
    for person in people:
        person.join(timeout=120)
    return answers


def signed_in():
    Group.objects.exists()
    client = Client()
    client.force_login(UserFactory(username="boss", is_superuser=True))
    return client


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("differ", [False, True])
@pytest.mark.parametrize("kind", ["article", "speaker", "event"])
def test_two_requests_at_once_make_one(kind, differ):
    client = signed_in()
    address, form = adding(client, kind)
    numbers = iter(range(3))

    def send():
        other = Client()
        other.cookies = client.cookies.copy()
        more = {"aliases_fr" if kind != "article" else "byline": f"x{next(numbers)}"}
        return other.post(address, form | MADE[kind][1] | (more if differ else {})).status_code

    assert both_at_once(send, 3) == [302] * 3
    assert MADE[kind][0].objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_add_one_quotation():
    client = signed_in()
    article, speaker = ArticleFactory(), SpeakerFactory()
    form = opened(client, article) | QUOTE | {"quotes-0-speaker": speaker.pk}

    def send():
        other = Client()
        other.cookies = client.cookies.copy()
        return other.post(change_url(article), form).status_code

    assert both_at_once(send, 3) == [302] * 3
    assert Quote.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_requests_at_once_upload_one_picture():
    client = signed_in()
    upload = reverse("admin:articles_image_upload")
    form, data = form_of(client.get(upload).text), jpeg()

    def send():
        other, file = Client(), io.BytesIO(data)
        other.cookies, file.name = client.cookies.copy(), "un.jpg"
        return other.post(upload, form | {"files": file}).status_code

    assert both_at_once(send) == [200, 200]
    assert Image.objects.count() == 1
