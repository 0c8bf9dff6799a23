"""The list of articles as each person has it: columns, periods, lists under a name, a quick look."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import Mention, SavedList, TopicOfArticle
from tests.factories import (
    ArticleFactory,
    EventFactory,
    ImageFactory,
    QuoteFactory,
    SpeakerFactory,
    TopicFactory,
    UserFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

LIST = reverse("admin:articles_article_changelist")
LISTS = reverse("admin:articles_lists")
COLUMNS = reverse("admin:articles_article_columns")

A_DAY = timedelta(days=1)


def page(client, address=LIST, **asked):
    return html.fromstring(client.get(address, asked).text)


def headlines(shown):
    rows = shown.xpath("//*[@id='result_list']/tbody/tr")
    return [one.xpath("string(.//*[@class='headline'][1])") for one in rows]


def heads(shown):
    return [one.text_content().strip() for one in shown.xpath("//thead//div[@class='text']")][1:]


def chips(shown):
    return [one.text_content().split() for one in shown.xpath("//*[@class='saved-lists']//li/a")]


@pytest.fixture
def at_list(client, editor):
    client.force_login(editor)
    return lambda **asked: page(client, **asked)


# Columns.


def test_the_columns_that_somebody_chooses_are_theirs_and_stay(client, editor, at_list, chief):
    speaker = SpeakerFactory(name_fr="Nadia Fettah")
    QuoteFactory(speaker=speaker, article=ArticleFactory(live=["fr"]))
    sent = {"column": ["speakers", "appears_fr", "nonsense"], "next": f"{LIST}?q=maroc"}
    assert client.post(COLUMNS, sent).url == f"{LIST}?q=maroc"
    shown = at_list()
    assert heads(shown) == [
        "Titre",
        "Parution (français)",
        "Personnes citées ou nommées",
        "Coup d’œil",
    ]
    assert "Nadia Fettah" in shown.xpath("string(//*[@id='result_list'])")
    client.force_login(chief)
    assert "Auteur" in heads(page(client))
    client.force_login(editor)
    client.post(COLUMNS, {"column": ["speakers"], "_as_before": "1"})
    assert "Auteur" in heads(at_list())


def test_no_column_at_all_is_the_columns_of_everybody(client, at_list):
    ArticleFactory()
    client.post(COLUMNS, {})
    assert "Genre" in heads(at_list())


def test_columns_of_rows_take_as_many_queries_for_twenty_articles_as_for_one(client, at_list):
    client.post(COLUMNS, {"column": ["speakers", "topics", "source", "event", "appears_ar"]})

    def taken():
        with CaptureQueriesContext(connection) as queries:
            at_list()
        return len(queries)

    QuoteFactory()
    of_one = taken()
    for quote in QuoteFactory.create_batch(20):
        Mention.objects.create(article=quote.article, speaker=quote.speaker)
    assert taken() <= of_one


# Periods.


def test_the_list_is_narrowed_to_a_day_on_which_readers_get_it(at_list):
    for days, name in ((0, "Ce matin"), (1, "Demain"), (40, "Plus tard")):
        moment = timezone.now() + timedelta(days=days) if days else timezone.now()
        ArticleFactory(headline_fr=name, headline_ar="", live=["fr"], live_at=moment)
    ArticleFactory(headline_fr="Sans date", headline_ar="")
    assert headlines(at_list(appears="today")) == ["Ce matin"]
    assert headlines(at_list(appears="tomorrow", appears__in="fr")) == ["Demain"]
    assert headlines(at_list(appears="tomorrow", appears__in="ar")) == []
    last = f"{timezone.localdate() + timedelta(days=41)}"
    asked = {"appears__from": f"{timezone.localdate() + A_DAY}", "appears__to": last}
    assert headlines(at_list(**asked)) == ["Plus tard", "Demain"]


def test_an_embargo_that_ends_later_is_the_day_that_counts(at_list):
    article = ArticleFactory(headline_fr="Sous embargo", live=["fr"], live_at=timezone.now())
    type(article).objects.filter(pk=article.pk).update(embargoed_until=timezone.now() + A_DAY)
    assert headlines(at_list(appears="today")) == []
    assert headlines(at_list(appears="tomorrow")) == ["Sous embargo"]


def test_the_list_is_narrowed_to_what_was_changed_lately(at_list):
    old = ArticleFactory(headline_fr="Ancien")
    type(old).objects.filter(pk=old.pk).update(updated_at=timezone.now() - 90 * A_DAY)
    ArticleFactory(headline_fr="Récent")
    assert headlines(at_list(changed="today")) == ["Récent"]
    until = f"{timezone.localdate() - 30 * A_DAY}"
    assert headlines(at_list(changed__to=until)) == ["Ancien"]


@pytest.mark.parametrize(
    "asked",
    [
        {"appears__from": "2026-12-31", "appears__to": "2026-01-01"},
        {"appears__from": "0001-01-01"},
        {"appears__to": "9999-12-31"},
        {"changed__from": "x" * 300},
        {"changed__from": "2026-02-31"},
    ],
)
def test_days_that_are_none_find_nothing_and_are_told(at_list, asked):
    ArticleFactory()
    shown = at_list(**asked)
    assert headlines(shown) == []
    assert shown.xpath("//ul[@class='messagelist']/li[@class='warning']")


@pytest.mark.parametrize(("first", "last"), [("1900-01-01", "2200-12-31"), ("2200-12-31", "")])
def test_the_ends_of_the_calendar_are_days_as_others(at_list, first, last):
    ArticleFactory(live=["fr"])
    assert len(headlines(at_list(appears__from=first, appears__to=last))) == bool(last)


def test_a_reporter_learns_of_no_date_that_readers_do_not_know(client, reporter, editor):
    ArticleFactory(
        created_by=editor,
        live=["fr"],
        status_ar="published",
        published_at_ar=timezone.now() + A_DAY,
    )
    client.force_login(reporter)
    assert headlines(page(client, appears="tomorrow")) == []
    ArticleFactory(
        headline_fr="Le mien", created_by=reporter, live=["fr"], live_at=timezone.now() + A_DAY
    )
    assert headlines(page(client, appears="tomorrow")) == ["Le mien"]


# People and pictures.


def test_the_list_is_narrowed_to_whom_it_quotes_and_to_what_has_a_picture(at_list):
    quote = QuoteFactory(article=ArticleFactory(headline_fr="Cité"))
    named = ArticleFactory(headline_fr="Nommé", lead_image=ImageFactory())
    Mention.objects.create(article=named, speaker=quote.speaker)
    ArticleFactory(headline_fr="Sans personne")
    assert headlines(at_list(speaker=quote.speaker_id)) == ["Nommé", "Cité"]
    assert headlines(at_list(picture="with")) == ["Nommé"]
    assert len(headlines(at_list(picture="without"))) == 2


def test_the_list_is_narrowed_to_a_topic(at_list):
    about = ArticleFactory(headline_fr="De l’eau")
    ArticleFactory(headline_fr="D’autre chose")
    topic = TopicFactory(name_fr="Eau")
    TopicOfArticle.objects.create(content_object=about, tag=topic)
    assert headlines(at_list(topic=topic.pk)) == ["De l’eau"]


def test_whom_and_what_a_colleagues_text_is_about_no_filter_tells(client, reporter, editor):
    quote = QuoteFactory(article=ArticleFactory(created_by=editor, live=["fr"]))
    tagged = TopicOfArticle.objects.create(content_object=quote.article, tag=TopicFactory())
    client.force_login(reporter)
    assert headlines(page(client, speaker=quote.speaker_id)) == []
    assert headlines(page(client, topic=tagged.tag_id)) == []


@pytest.mark.parametrize("name", ["speaker", "covers"])
def test_a_list_of_a_record_that_is_gone_shows_nothing_and_says_so(client, editor, at_list, name):
    gone = SpeakerFactory() if name == "speaker" else EventFactory()
    saved = SavedList.objects.create(owner=editor, name="Suivi", question=f"{name}={gone.pk}")
    ArticleFactory()
    gone.delete()
    shown = page(client, f"{LIST}?{saved.question}")
    assert headlines(shown) == []
    assert "n’est plus là" in shown.xpath("string(//ul[@class='messagelist'])")


# Lists under a name.


def save(client, question, name="Demain", **more):
    return client.post(LISTS, {"name": name, "question": question, **more}, follow=True)


def test_a_list_is_saved_under_a_name_and_stands_over_the_list(client, editor, at_list):
    assert chips(at_list()) == []
    assert "Enregistrer cette liste" in at_list(phase_fr="ready").text_content()
    save(client, "phase_fr=ready&p=2&o=3", "Prêts")
    shown = at_list(phase_fr="ready")
    assert chips(shown)[:2] == [["Tous", "les", "articles"], ["Prêts"]]
    here = shown.xpath("//*[@class='saved-lists']//a[@aria-current]")
    assert [one.text_content().strip() for one in here] == ["Prêts"]
    assert here[0].get("href") == f"{LIST}?phase_fr=ready"
    assert "Enregistrer cette liste" not in shown.text_content()


def test_what_one_keeps_colleagues_do_not_see_and_what_one_shares_they_do(client, editor, chief):
    client.force_login(editor)
    save(client, "phase_fr=ready", "À moi")
    save(client, "phase_fr=draft", "Au desk", shared="1")
    client.force_login(chief)
    assert [one for one in chips(page(client)) if one[0] in {"À", "Au"}] == [["Au", "desk"]]
    kept = SavedList.objects.get(name="Au desk")
    client.post(LISTS, {"list": kept.pk, "name": "Volé"})
    assert client.post(LISTS, {"list": kept.pk, "_delete": "1"}).status_code == 403
    private = SavedList.objects.get(name="À moi")
    assert (
        "n’est plus là"
        in client.post(LISTS, {"list": private.pk, "_delete": "1"}, follow=True).text
    )
    assert {one.name for one in SavedList.objects.all()} == {"À moi", "Au desk"}


def test_two_people_who_share_one_name_have_a_list_each_and_both_are_told_apart(
    client, editor, chief
):
    for person, question in ((editor, "phase_fr=ready"), (chief, "phase_ar=ready")):
        client.force_login(person)
        save(client, question, "Prêts", shared="1")
    assert [one for one in chips(page(client)) if one[0] == "Prêts"] == [
        ["Prêts"],
        ["Prêts", "editor"],
    ]


def test_one_name_saved_again_shows_the_new_list_and_says_so(client, editor):
    client.force_login(editor)
    save(client, "phase_fr=ready")
    assert "y était déjà" in save(client, "phase_fr=draft").text
    assert SavedList.objects.get().question == "phase_fr=draft"
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedList.objects.create(owner=editor, name="Demain", question="q=x")


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("", "phase_fr=ready"),
        ("   ", "phase_fr=ready"),
        ("x" * 61, "phase_fr=ready"),
        ("Vide", ""),
        ("Vide", "p=3&o=1"),
        ("Long", f"q={'x' * 2_100}"),
        ("Odd", "&&&=%FF"),
    ],
)
def test_what_is_no_list_is_not_saved_and_is_told(client, editor, name, question):
    client.force_login(editor)
    answer = save(client, question, name)
    assert answer.status_code == 200
    assert html.fromstring(answer.text).xpath("//ul[@class='messagelist']/li[@class='error']")
    assert not SavedList.objects.exists()


def test_a_list_is_named_otherwise_shared_and_given_up_on_its_page(client, editor):
    client.force_login(editor)
    save(client, "phase_fr=ready", "Prêts")
    kept = SavedList.objects.get()
    client.post(LISTS, {"list": kept.pk, "name": "جاهزة", "shared": "1"})
    kept.refresh_from_db()
    assert (kept.name, kept.is_shared) == ("جاهزة", True)
    assert "جاهزة" in client.get(LISTS).text
    client.post(LISTS, {"list": kept.pk, "_delete": "1"})
    assert not SavedList.objects.exists()


def test_what_was_shared_by_who_has_left_is_changed_by_who_may_publish(client, editor, reporter):
    left = UserFactory(is_active=False)
    kept = SavedList.objects.create(owner=left, name="Ancien", question="q=x", is_shared=True)
    client.force_login(reporter)
    assert client.post(LISTS, {"list": kept.pk, "_delete": "1"}).status_code == 403
    client.force_login(editor)
    client.post(LISTS, {"list": kept.pk, "_delete": "1"})
    assert not SavedList.objects.exists()


# A quick look.


def test_a_quick_look_shows_the_texts_of_both_languages(client, at_list):
    article = ArticleFactory(headline_fr="La mer", headline_ar="البحر", live=["fr"])
    (link,) = at_list().xpath("//a[@data-look]/@href")
    shown = page(client, link)
    assert [one.text for one in shown.xpath("//*[@class='look-texts']//h2")] == ["La mer", "البحر"]
    assert {one.get("lang") for one in shown.xpath("//*[@class='look-texts']/article")} == {
        "fr",
        "ar",
    }
    assert str(article.pk) in link


def test_a_quick_look_shows_the_pictures_of_a_text(client, editor, at_list):
    picture = ImageFactory()
    figure = f'<figure class="image" data-image="{picture.key}"><figcaption>Le port</figcaption></figure>'
    article = ArticleFactory(body_fr=f"<p>Un texte.</p>{figure}", created_by=editor)
    client.force_login(editor)
    shown = page(client, reverse("admin:articles_article_look", args=[article.pk]))
    assert shown.xpath("//*[@class='look-texts']//figure//img")


def test_a_quick_look_at_a_colleagues_article_is_what_readers_have(client, reporter, editor):
    article = ArticleFactory(
        headline_fr="La mer", headline_ar="البحر", live=["fr"], created_by=editor
    )
    client.force_login(reporter)
    link = reverse("admin:articles_article_look", args=[article.pk])
    shown = page(client, link)
    assert [one.text for one in shown.xpath("//*[@class='look-texts']//h2")] == ["La mer"]
    assert "editor" not in shown.xpath("string(//*[@class='quick-look'])")
    draft = ArticleFactory(created_by=editor)
    link = reverse("admin:articles_article_look", args=[draft.pk])
    assert client.get(link).status_code == 404
