"""What is in use is not deleted: it is said where it is used, and what can be done."""

from datetime import timedelta
from urllib.parse import parse_qsl

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import history, working_copies
from articles.desk.notes import leave_note
from articles.desk.notes import settle_notes as settle_note
from articles.models import (
    Article,
    Correction,
    FrontPage,
    NeededByReadersError,
    Note,
    RecordRevision,
    Revision,
    Speaker,
)
from articles.models.front_pages import Section
from tests.admin.test_records import KINDS, page_of, shown_by, stored
from tests.conftest import member_of
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    CorrectionFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

FACTORIES = {
    "image": ImageFactory,
    "place": PlaceFactory,
    "event": EventFactory,
    "source": SourceFactory,
    "topic": TopicFactory,
    "speaker": SpeakerFactory,
    "organization": OrganizationFactory,
}
HEADLINE = "Le Maroc au Caire"


def is_there(record):
    return type(record)._base_manager.filter(pk=record.pk).exists()


def live(headline_fr=HEADLINE, **more):
    return ArticleFactory(live=["fr"], headline_fr=headline_fr, own_reporting=True, **more)


@pytest.fixture
def superuser(client, admin_user):
    client.force_login(admin_user)
    return admin_user


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_names_the_articles_and_nobody_deletes_under_them(client, superuser, kind):
    article = live()
    record = shown_by(article, kind)
    page = client.get(page_of(record, "delete"))
    assert page.status_code == 200
    assert f'href="{page_of(article)}"' in page.text
    assert HEADLINE in page.text
    assert "publié" in page.text
    assert "Les lecteurs en ont besoin" in page.text
    assert "permission" not in page.text
    answer = client.post(page_of(record, "delete"), {"_delete": "1", "post": "yes"})
    assert answer.status_code == 422
    assert is_there(record)


@pytest.mark.parametrize("kind", KINDS)
def test_nor_many_at_once(client, superuser, kind):
    record, free = shown_by(live(), kind), FACTORIES[kind]()
    listed = reverse(f"admin:articles_{kind}_changelist")
    act = {"action": "delete_selected", "_selected_action": [record.pk, free.pk]}
    page = client.post(listed, act)
    assert f'href="{page_of(record, "delete")}"' in page.text
    client.post(listed, act | {"post": "yes"})
    assert is_there(record)
    assert is_there(free)
    client.post(listed, act | {"post": "yes", "_selected_action": [free.pk]})
    assert not is_there(free)
    assert RecordRevision.objects.of(free).first().made_by == superuser


@pytest.mark.parametrize("kind", KINDS)
def test_nor_does_any_program(kind):
    record = shown_by(live(), kind)
    with pytest.raises(NeededByReadersError), transaction.atomic():
        record.delete()
    with pytest.raises(NeededByReadersError), transaction.atomic():
        type(record)._default_manager.filter(pk=record.pk).delete()
    assert is_there(record)


@pytest.mark.parametrize("kind", KINDS)
def test_what_nothing_uses_is_deleted_and_its_last_state_kept(desk, chief, kind):
    record = FACTORIES[kind]()
    assert "Rien ne l’utilise" in desk.get(page_of(record, "delete")).text
    assert desk.post(page_of(record, "delete"), {"_delete": "1"}).status_code == 302
    assert not is_there(record)
    assert RecordRevision.objects.of(record).first().made_by == chief


def sure(client, record, sent):
    """What the page sends that asks once more."""
    asked = client.post(page_of(record, "delete"), sent)
    assert asked.status_code == 200, asked.text
    assert is_there(record)
    form = html.fromstring(asked.text).xpath("//div[@id='content-main']//form")[0]
    hidden = {one.name: one.value for one in form.xpath(".//input[@type='hidden']")}
    return hidden | {form.xpath(".//button/@name")[0]: "1"}


def test_what_readers_have_is_taken_off_only_when_asked_twice(desk, chief):
    topic = TopicFactory(name_fr="Migrations", is_listed=False)
    first, second = (live(headline_fr=name) for name in ("La session", "Le sommet"))
    draft = ArticleFactory(headline_fr="Un brouillon")
    for one in (first, second, draft):
        one.topics.add(topic)
    asked = desk.post(page_of(topic, "delete"), {"_take_off": "1"})
    assert "Les lecteurs ont 2 articles d’où elle est retirée :" in asked.text
    for one in (first, second):
        assert f'href="{page_of(one)}"' in asked.text
    assert "Un brouillon" not in asked.text
    assert "les lecteurs ne la voient plus, au plus tard dans une minute" in asked.text
    assert [*first.topics.all()] == [topic]
    assert not RecordRevision.objects.filter(note__startswith="Supprim").exists()
    sent = sure(desk, topic, {"_take_off": "1"})
    said = [
        str(one)
        for one in desk.post(page_of(topic, "delete"), sent, follow=True).context["messages"]
    ]
    assert (
        "Elle a été retirée de 3 articles et fiches. Plus aucun lecteur ne la trouve, au plus "
        "tard dans une minute." in said
    )
    assert not is_there(topic)
    assert not first.topics.exists()


def test_what_is_to_come_is_not_called_published_where_it_is_used(desk):
    topic = TopicFactory()
    tomorrow = timezone.now() + timedelta(days=1)
    ArticleFactory(live=["fr"], live_at=tomorrow, headline_ar=None).topics.add(topic)
    page = desk.get(page_of(topic, "delete")).text
    assert "programmé" in page
    assert "publié\n" not in page


def test_what_went_live_while_the_page_asked_is_asked_about_anew(desk):
    topic = TopicFactory(is_listed=False)
    live(headline_fr="La session").topics.add(topic)
    sent = sure(desk, topic, {"_take_off": "1"})
    live(headline_fr="Le sommet").topics.add(topic)
    asked = desk.post(page_of(topic, "delete"), sent)
    assert asked.status_code == 200
    assert "Le sommet" in asked.text
    assert is_there(topic)


def test_what_no_reader_has_is_taken_off_at_once(desk):
    topic = TopicFactory(is_listed=False)
    ArticleFactory().topics.add(topic)
    answer = desk.post(page_of(topic, "delete"), {"_take_off": "1"}, follow=True)
    said = [str(one) for one in answer.context["messages"]]
    assert "Elle a été retirée de 1 article ou fiche." in said
    assert not is_there(topic)


def test_a_replacement_says_in_how_many_places(desk):
    topic, other = TopicFactory(is_listed=False), TopicFactory()
    for headline in ("La session", "Le sommet"):
        live(headline).topics.add(topic)
    answer = desk.post(page_of(topic, "delete"), {"_replace": "1", "other": other.pk}, follow=True)
    said = " ".join(str(one) for one in answer.context["messages"])
    assert "Elle a été remplacée à 2 endroits. Plus aucun lecteur ne la trouve" in said


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"speaker"}))
def test_it_is_taken_off_each_with_a_revision_and_deleted(desk, chief, kind):
    article, draft = live(), ArticleFactory(own_reporting=True)
    record = shown_by(article, kind)
    for way in ("lead_image", "dateline", "event", "source"):
        setattr(draft, way, getattr(article, way))
    draft.save()
    copy = working_copies.open_copy(article, by=chief)
    told = {"_take_off": "1", "_correction-fr": "Une mention a été retirée."}
    answer = desk.post(page_of(record, "delete"), sure(desk, record, told))
    assert answer.status_code == 302, answer.text
    assert not is_there(record)
    for one in Article.with_copies.filter(pk__in=[article.pk, draft.pk, copy.pk]):
        assert {one.lead_image, one.dateline, one.event, one.source} == {None}
        assert not one.topics.exists()
        assert not one.mentions.exists()
    revision = article.revisions.first()
    assert revision.made_by == chief
    assert "Retiré" in revision.note
    # Readers are told only of what their text said.
    told = Correction.objects.filter(article=article).count()
    assert told == (kind in {"place", "source"})


def test_a_live_text_that_owes_a_correction_is_not_changed_without(desk):
    record = shown_by(live(), "place")
    answer = desk.post(page_of(record, "delete"), {"_take_off": "1"})
    assert answer.status_code == 422
    assert is_there(record)
    assert Article.objects.get().dateline == record


def test_a_quotation_keeps_who_said_it(desk):
    speaker = shown_by(live(), "speaker")
    answer = desk.post(page_of(speaker, "delete"), {"_take_off": "1"})
    assert answer.status_code == 422
    assert "une citation garde" in answer.text
    assert speaker.quotes.count() == 1


@pytest.mark.parametrize("kind", sorted({*KINDS} - {"speaker"}))
def test_it_is_replaced_by_another_everywhere(desk, chief, kind):
    article = live()
    record, other = shown_by(article, kind), FACTORIES[kind]()
    answer = desk.post(
        page_of(record, "delete"),
        {"_replace": "1", "other": other.pk, "_correction-fr": "Une précision."},
    )
    assert answer.status_code == 302, answer.text
    assert not is_there(record)
    article = Article.objects.get(pk=article.pk)
    named = {article.lead_image, article.dateline, article.event, article.source}
    named |= {*article.topics.all(), *(one.organization for one in article.mentions.all())}
    assert other in named
    assert article.revisions.first().made_by == chief


def test_a_replacement_is_of_the_same_kind_and_another(desk):
    record = shown_by(live(), "topic")
    for other in ("", record.pk, "x", 10**30):
        answer = desk.post(page_of(record, "delete"), {"_replace": "1", "other": other})
        assert answer.status_code == 422
        assert is_there(record)


def test_what_two_would_say_twice_is_said_once(desk):
    article = live()
    topic, other = shown_by(article, "topic"), TopicFactory()
    article.topics.add(other)
    front = FrontPage.objects.create(language="fr")
    for one in (topic, other):
        Section.objects.create(front_page=front, topic=one)
    desk.post(page_of(topic, "delete"), {"_replace": "1", "other": other.pk})
    assert [*article.topics.all()] == [other]
    assert [one.topic for one in front.sections.all()] == [other]


def test_portraits_logos_places_and_parts_are_named_too(desk):
    image, place, body = ImageFactory(), PlaceFactory(), OrganizationFactory()
    users = {
        image: [SpeakerFactory(portrait=image), OrganizationFactory(logo=image)],
        place: [EventFactory(place=place)],
        body: [
            OrganizationFactory(parent=body),
            AffiliationFactory(organization=body).speaker,
        ],
    }
    for record, owners in users.items():
        page = desk.get(page_of(record, "delete")).text
        for owner in owners:
            assert f'href="{page_of(owner)}"' in page
        sent = sure(desk, record, {"_take_off": "1"})
        assert desk.post(page_of(record, "delete"), sent).status_code == 302
        for owner in owners:
            assert is_there(owner)
            assert "Retiré" in RecordRevision.objects.of(owner).first().note


def test_the_page_names_no_article_that_is_not_theirs_to_see(client, editor):
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    editor.groups.clear()
    editor.user_permissions.add(
        *Permission.objects.filter(codename__in=["view_topic", "delete_topic", "change_topic"])
    )
    topic = TopicFactory(is_listed=False)
    secret = ArticleFactory(headline_fr="Visite secrète")
    secret.topics.add(topic)
    client.force_login(editor)
    page = client.get(page_of(topic, "delete")).text
    assert "secrète" not in page
    assert "1 autre" in page
    answer = client.post(page_of(topic, "delete"), {"_take_off": "1"})
    assert answer.status_code == 403
    assert "secrète" not in answer.text
    assert secret.topics.get() == topic


@pytest.mark.parametrize("button", ["_delete", "_take_off", "_replace", "_merge"])
@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_who_may_not_delete_does_none_of_it(client, request, role, button):
    client.force_login(request.getfixturevalue(role))
    article = live()
    record, other = shown_by(article, "topic"), TopicFactory()
    assert client.get(page_of(record, "delete")).status_code == 403
    answer = client.post(page_of(record, "delete"), {button: "1", "other": other.pk})
    assert answer.status_code == 403
    assert [*article.topics.all()] == [record]


# Merging.


def merged(desk, gone, kept):
    return desk.post(page_of(gone, "delete"), {"_merge": "1", "other": kept.pk})


@pytest.mark.parametrize("kind", KINDS)
def test_two_that_are_one_become_one_and_no_correction_is_owed(desk, chief, kind):
    article = live()
    gone, kept = shown_by(article, kind), FACTORIES[kind]()
    copy = working_copies.open_copy(article, by=chief)
    answer = merged(desk, gone, kept)
    assert answer.status_code == 302, answer.text
    assert not is_there(gone)
    for one in Article.with_copies.all():
        named = {one.lead_image, one.dateline, one.event, one.source, *one.topics.all()}
        named |= {mention.organization for mention in one.mentions.all()}
        named |= {quote.speaker for quote in one.quotes.all()}
        assert kept in named
    assert not Correction.objects.exists()
    assert article.revisions.first().made_by == chief
    assert RecordRevision.objects.of(kept).first().made_by == chief
    working_copies.publish(Article.with_copies.get(pk=copy.pk), by=chief)


def test_who_is_kept_gains_the_names_and_the_addresses(desk, client):
    gone = SpeakerFactory(name_fr="Ismaïl Chekkouri", name_ar="إسماعيل شكوري", is_listed=True)
    kept = SpeakerFactory(name_fr="Ismail Chekkouri El Idrissi", name_ar="", is_listed=False)
    old = {"fr": gone.url_in("fr"), "ar": gone.url_in("ar")}
    merged(desk, gone, kept)
    kept = Speaker.objects.get(pk=kept.pk)
    assert "Ismaïl Chekkouri" in kept.aliases_fr.splitlines()
    assert kept.name_ar == "إسماعيل شكوري"
    assert kept.is_listed
    answer = client.get(old["fr"])
    assert (answer.status_code, answer.url) == (301, kept.url_in("fr"))
    assert client.get(old["ar"]).status_code == 200


def test_who_is_kept_gains_a_name_that_differs_by_an_accent_alone(desk):
    gone = SpeakerFactory(name_fr="Ismaïl Chekkouri", name_ar="إسماعيل شكوري")
    kept = SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="إسماعيل شكوري")
    merged(desk, gone, kept)
    kept = Speaker.objects.get(pk=kept.pk)
    assert kept.aliases_fr.splitlines() == ["Ismaïl Chekkouri"]
    assert not kept.aliases_ar


def test_a_record_is_not_offered_to_be_merged_into_itself(desk):
    article = live()
    record = shown_by(article, "speaker")
    other = SpeakerFactory(name_fr=f"{record.name_fr} El Idrissi")
    page = html.fromstring(desk.get(page_of(record, "delete")).text)
    (field,) = page.xpath("//select[@name='other']")
    asked = {
        "app_label": field.get("data-app-label"),
        "model_name": field.get("data-model-name"),
        "field_name": field.get("data-field-name"),
        "term": record.name_fr,
    }
    url = field.get("data-ajax--url")
    path, _sign, query = url.partition("?")
    found = desk.get(path, dict(parse_qsl(query)) | asked).json()["results"]
    assert [one["id"] for one in found] == [str(other.pk)]
    # Elsewhere it is found as ever.
    found = desk.get(path, asked).json()["results"]
    assert str(record.pk) in {one["id"] for one in found}


def test_a_merge_is_undone_as_it_was(desk):
    article = live()
    gone, kept = shown_by(article, "speaker"), SpeakerFactory()
    both = OrganizationFactory()
    for one in (gone, kept):
        article.mention(one)
        AffiliationFactory(speaker=one, organization=both)
    event = EventFactory()
    for one in (gone, kept):
        event.appearances.create(speaker=one)
    before = {one: (stored(one), one.slug_fr, one.affiliations.count()) for one in (gone, kept)}
    merged(desk, gone, kept)
    assert article.mentions.count() == 1
    assert event.appearances.count() == 1

    page = desk.get(page_of(kept, "history")).text
    assert "Annuler" in page
    merge = page.split('name="merge"')[1].split('value="')[1].split('"')[0]
    assert desk.post(page_of(kept, "unmerge"), {"merge": merge}).status_code == 302
    again = Speaker.objects.get(key=gone.key)
    kept = Speaker.objects.get(pk=kept.pk)
    assert (stored(again), again.slug_fr, again.affiliations.count()) == before[gone]
    assert (stored(kept), kept.slug_fr, kept.affiliations.count()) == before[kept]
    assert not kept.aliases_fr
    assert article.quotes.get().speaker == again
    assert {one.speaker for one in article.mentions.all()} == {again, kept}
    assert {one.speaker for one in event.appearances.all()} == {again, kept}
    assert desk.post(page_of(kept, "unmerge"), {"merge": merge}).status_code == 404


@pytest.mark.parametrize("factory", [EventFactory, OrganizationFactory])
def test_a_merge_makes_no_circle(desk, factory):
    above = factory()
    gone = factory(parent=above)
    between = factory(parent=gone)
    kept = factory(parent=between)
    assert merged(desk, gone, kept).status_code == 302
    kept.refresh_from_db()
    between.refresh_from_db()
    assert kept.parent == above
    assert between.parent == kept


def test_an_older_version_of_an_article_finds_who_was_merged(desk, chief):
    article = ArticleFactory()
    gone, kept = SpeakerFactory(), SpeakerFactory()
    article.mention(gone)
    from articles.desk.editing import history  # noqa: PLC0415

    history.keep_if_changed(article, by=chief)
    merged(desk, gone, kept)
    article.mentions.all().delete()
    history.keep_if_changed(Article.objects.get(), by=chief)
    history.restore(article.revisions.get(version=1), onto=article, by=chief)
    assert article.mentions.get().speaker == kept


def test_no_live_text_is_left_with_a_quotation_of_nobody(desk):
    quote = QuoteFactory(article=live(), speaker=SpeakerFactory(is_listed=False))
    merged(desk, quote.speaker, SpeakerFactory())
    quote.refresh_from_db()
    assert quote.speaker.is_before_readers()


# What hangs on an article.


@pytest.mark.parametrize("role", ["chief", "administrator"])
def test_an_article_is_deleted_with_its_notes_which_come_back_with_it(client, editor, role):
    article = ArticleFactory(headline_fr="Le Maroc préside")
    note = leave_note(article, "@editor Le titre est long.", by=editor)
    settle_note(note)
    QuoteFactory(article=article)
    CorrectionFactory(article=article)
    somebody = member_of(role)
    client.force_login(somebody)
    page = reverse("admin:articles_article_delete", args=[article.pk])
    assert "ne possède pas la permission" not in client.get(page).text
    assert client.post(page, {"post": "yes"}).status_code == 302
    assert not Article.objects.exists()
    assert not Note.objects.exists()
    (revision,) = Revision.objects.last_of_deleted()
    client.post(reverse("admin:articles_article_deleted"), {"revision": revision.pk})
    (back,) = Article.objects.get().notes.all()
    assert (back.text, back.author, back.created_at) == (note.text, editor, note.created_at)
    assert back.resolved_at == note.resolved_at
    assert list(back.addressed.all()) == [editor]


def test_a_note_whose_author_is_gone_comes_back_without_a_name(chief):
    article = ArticleFactory()
    stranger = UserFactory()
    leave_note(article, "Le titre est long.", by=stranger)
    history.keep_before_deletion(article, by=chief)
    article.delete()
    stranger.delete()
    (revision,) = Revision.objects.last_of_deleted()
    back, _lost = history.recover(revision, by=chief)
    assert (back.notes.get().text, back.notes.get().author) == ("Le titre est long.", None)


def test_many_articles_with_notes_are_deleted_from_the_list(client, chief, editor):
    articles = [ArticleFactory(), ArticleFactory()]
    for one in articles:
        leave_note(one, "Le titre est long.", by=editor)
    client.force_login(chief)
    form = {"action": "delete_selected", "_selected_action": [one.pk for one in articles]}
    client.post(reverse("admin:articles_article_changelist"), form | {"post": "yes"})
    assert not Article.objects.exists()
