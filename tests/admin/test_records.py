"""What readers have of records changes by right and on record; who may not publish proposes."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import (
    Event,
    Image,
    Organization,
    Proposal,
    RecordRevision,
    Speaker,
    Status,
)
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)
from tests.pictures import files

pytestmark = pytest.mark.django_db

NEW = "Un autre nom, que les lecteurs n’ont pas lu"


def unlisted_event():
    return EventFactory(visibility_fr="automatic", visibility_ar="automatic")


def shown_by(article, kind):  # noqa: PLR0911
    """A record of a kind that an article shows, and that nobody has made public by itself."""
    if kind == "image":
        article.lead_image = ImageFactory(caption_fr="La salle")
        article.save()
        return article.lead_image
    if kind == "place":
        article.dateline = PlaceFactory()
        article.save()
        return article.dateline
    if kind == "event":
        article.event = unlisted_event()
        article.save()
        return article.event
    if kind == "source":
        article.source = SourceFactory(is_listed=False)
        article.save()
        return article.source
    if kind == "topic":
        topic = TopicFactory(is_listed=False)
        article.topics.add(topic)
        return topic
    if kind == "speaker":
        return QuoteFactory(article=article, speaker=SpeakerFactory(is_listed=False)).speaker
    body = OrganizationFactory(is_listed=False)
    article.mention(body)
    return body


KINDS = ["image", "place", "event", "source", "topic", "speaker", "organization"]


def page_of(record, name="change", *args):
    return reverse(f"admin:articles_{record._meta.model_name}_{name}", args=[record.pk, *args])


def form_of(client, record):
    """What a browser would send of the form of a record, without its buttons and files."""
    page = html.fromstring(client.get(page_of(record)).text)
    form = page.get_element_by_id(f"{record._meta.model_name}_form")
    return {
        name: value.removeprefix("\n")
        for name, value in form.form_values()
        if "__prefix__" not in name and form.inputs[name].get("type") != "file"
    }


def named(record):
    return "caption_fr" if isinstance(record, Image) else "name_fr"


def rename(client, record, to=NEW, **more):
    return client.post(page_of(record), form_of(client, record) | {named(record): to} | more)


def stored(record):
    return getattr(type(record)._base_manager.get(pk=record.pk), named(record))


def accept(client, record, **chosen):
    proposal = Proposal.objects.get()
    page = client.get(page_of(record, "proposal", proposal.pk))
    form = html.fromstring(page.text).xpath("//form[.//input[@name='_accept']]")[0]
    return client.post(
        page_of(record, "proposal", proposal.pk),
        dict(form.form_values()) | {"_accept": "1"} | chosen,
    )


# What readers have.


@pytest.mark.parametrize("kind", KINDS)
def test_a_reporter_proposes_what_an_editor_lets_readers_have(client, reporter, editor, kind):
    record = shown_by(ArticleFactory(live=["fr"]), kind)
    before = stored(record)

    client.force_login(reporter)
    answer = rename(client, record, _note="Le nom officiel.")
    assert "proposées" in client.get(answer.url).text
    assert stored(record) == before
    assert not RecordRevision.objects.of(record).exists()

    client.force_login(editor)
    desk = client.get(reverse("admin:index")).text
    assert page_of(record, "proposal", Proposal.objects.get().pk) in desk
    form = client.get(page_of(record)).text
    assert "Le nom officiel." in form
    assert "un autre nom" in " ".join(html.fromstring(form).text_content().split()).lower()
    answer = accept(client, record)
    assert answer.status_code == 302
    assert stored(record) == NEW
    revision = RecordRevision.objects.of(record).first()
    assert (revision.made_by, revision.number) == (editor, 2)
    assert str(reporter) in revision.note
    assert "Le nom officiel." in revision.note


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("role", ["editor", "chief"])
def test_who_may_publish_changes_it_on_record(client, request, kind, role):
    person = request.getfixturevalue(role)
    record = shown_by(ArticleFactory(live=["fr"]), kind)
    before = stored(record)
    client.force_login(person)
    rename(client, record, _note="Vérifié.")
    assert stored(record) == NEW
    revisions = RecordRevision.objects.of(record)
    assert [(one.made_by, one.note) for one in revisions] == [(person, "Vérifié."), (None, "")]
    history = client.get(page_of(record, "history"))
    said = html.fromstring(history.text)
    assert [one.text for one in said.xpath("//dl[@class='differences']//ins")]
    assert str(person) in history.text
    client.post(page_of(record, "restore"), {"number": "1"})
    assert stored(record) == before
    assert RecordRevision.objects.of(record).first().number == 3


@pytest.mark.parametrize(
    "state",
    [
        {"status_fr": Status.DRAFT},
        {"status_fr": Status.READY},
        {"status_fr": Status.WITHDRAWN},
        {"live_until_fr": timezone.now() - timedelta(minutes=1)},
    ],
    ids=["draft", "ready", "withdrawn", "expired"],
)
@pytest.mark.parametrize("kind", KINDS)
def test_what_no_reader_has_is_changed_as_it_is(client, reporter, kind, state):
    # Their own: the picture of a colleague's hidden text is not theirs to find.
    record = shown_by(ArticleFactory(live=["fr"], created_by=reporter, **state), kind)
    client.force_login(reporter)
    rename(client, record)
    assert stored(record) == NEW
    assert RecordRevision.objects.of(record).first().made_by == reporter


@pytest.mark.parametrize(
    "state",
    [
        {"published_at_fr": timezone.now() + timedelta(days=1)},
        {"embargoed_until": timezone.now() + timedelta(days=1)},
    ],
    ids=["scheduled", "embargoed"],
)
@pytest.mark.parametrize("kind", ["image", "speaker", "event"])
def test_what_readers_will_have_without_anybodys_doing_is_proposed_too(
    client, reporter, kind, state
):
    # Their own: the picture of a colleague's hidden text is not theirs to find.
    record = shown_by(ArticleFactory(live=["fr"], created_by=reporter, **state), kind)
    client.force_login(reporter)
    rename(client, record)
    assert stored(record) != NEW
    assert Proposal.objects.get().record_key == record.key


def test_what_an_editor_made_public_by_itself_is_proposed_too(client, reporter):
    client.force_login(reporter)
    for record in (SpeakerFactory(is_listed=True), EventFactory(visibility_ar="public")):
        rename(client, record)
        assert stored(record) != NEW


def test_a_picture_is_readers_through_a_portrait_and_a_logo_too(client, reporter):
    client.force_login(reporter)
    portrait, logo = ImageFactory(), ImageFactory()
    SpeakerFactory(portrait=portrait, is_listed=True)
    OrganizationFactory(logo=logo, is_listed=True)
    for image in (portrait, logo):
        rename(client, image)
        assert stored(image) != NEW


# Rows.


def test_rows_of_a_person_are_proposed_with_the_person(client, reporter, editor):
    speaker = shown_by(ArticleFactory(live=["fr"]), "speaker")
    held = AffiliationFactory(speaker=speaker, position_fr="Ministre")
    body = OrganizationFactory()
    client.force_login(reporter)
    form = form_of(client, speaker)
    form |= {
        "affiliations-TOTAL_FORMS": "2",
        "affiliations-0-position_fr": "Ancien ministre",
        "affiliations-1-organization": str(body.pk),
        "affiliations-1-position_fr": "Présidente",
        "affiliations-1-speaker": str(speaker.pk),
    }
    client.post(page_of(speaker), form)
    assert [one.position_fr for one in speaker.affiliations.all()] == ["Ministre"]

    client.force_login(editor)
    accept(client, speaker)
    found = {one.position_fr: one for one in speaker.affiliations.all()}
    assert set(found) == {"Ancien ministre", "Présidente"}
    assert found["Ancien ministre"].pk == held.pk
    assert found["Présidente"].organization == body


def test_who_appears_at_an_event_is_proposed_with_the_event(client, reporter, editor):
    event = shown_by(ArticleFactory(live=["fr"]), "event")
    speaker = SpeakerFactory(is_listed=False)
    client.force_login(reporter)
    form = form_of(client, event) | {
        "appearances-TOTAL_FORMS": "1",
        "appearances-0-speaker": str(speaker.pk),
        "appearances-0-role": "chair",
        "appearances-0-event": str(event.pk),
    }
    client.post(page_of(event), form)
    assert not event.appearances.exists()
    assert speaker not in Speaker.objects.public("fr")
    client.force_login(editor)
    accept(client, event)
    assert event.appearances.get().speaker == speaker


def test_a_row_of_another_record_is_not_reached_through_a_form(client, reporter):
    seen = shown_by(ArticleFactory(live=["fr"]), "speaker")
    held = AffiliationFactory(speaker=seen, position_fr="Ministre")
    unseen = SpeakerFactory(is_listed=False)
    client.force_login(reporter)
    form = form_of(client, unseen) | {
        "affiliations-TOTAL_FORMS": "1",
        "affiliations-INITIAL_FORMS": "1",
        "affiliations-0-id": str(held.pk),
        "affiliations-0-speaker": str(unseen.pk),
        "affiliations-0-position_fr": NEW,
    }
    client.post(page_of(unseen), form)
    held.refresh_from_db()
    assert (held.position_fr, held.speaker) == ("Ministre", seen)


# Translators.


def test_a_translator_proposes_the_missing_translation(client, translator, editor):
    speaker = shown_by(ArticleFactory(live=["fr"]), "speaker")
    Speaker.objects.filter(pk=speaker.pk).update(name_ar=None, slug_ar=None)
    client.force_login(translator)
    form = {"name_ar": "إسماعيل شكوري", "slug_ar": ""}
    inlines = {"affiliations-TOTAL_FORMS": "0", "affiliations-INITIAL_FORMS": "0"}
    shown = form_of(client, speaker)
    client.post(page_of(speaker), shown | form | inlines)
    speaker.refresh_from_db()
    assert not speaker.name_ar
    client.force_login(editor)
    accept(client, speaker)
    speaker.refresh_from_db()
    assert speaker.name_ar == "إسماعيل شكوري"
    assert speaker.slug_ar


def test_a_translator_proposes_no_other_language(client, translator):
    speaker = shown_by(ArticleFactory(live=["fr"]), "speaker")
    client.force_login(translator)
    answer = client.post(page_of(speaker), {"name_fr": NEW})
    assert answer.status_code == 403
    assert not Proposal.objects.exists()


# Decisions.


def test_a_refusal_has_a_reason_and_its_author_reads_it(client, reporter, editor):
    record = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(reporter)
    rename(client, record)
    proposal = Proposal.objects.get()
    client.force_login(editor)
    page = page_of(record, "proposal", proposal.pk)
    assert client.post(page, {"_refuse": "1"}).status_code == 422
    client.post(page, {"_refuse": "1", "_note": "Ce n’est pas son nom."})
    assert stored(record) != NEW
    client.force_login(reporter)
    assert "Ce n’est pas son nom." in client.get(reverse("admin:index")).text


def test_a_proposal_is_decided_by_who_may_publish_and_nobody_else(client, reporter, translator):
    record = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(reporter)
    rename(client, record)
    page = page_of(record, "proposal", Proposal.objects.get().pk)
    assert client.post(page, {"_accept": "1"}).status_code == 403
    assert client.post(page, {"_refuse": "1", "_note": "x"}).status_code == 403
    client.force_login(translator)
    assert client.get(page).status_code == 403
    assert client.post(page, {"_take_back": "1"}).status_code == 403
    assert Proposal.objects.get().is_waiting
    client.force_login(reporter)
    client.post(page, {"_take_back": "1"})
    assert not Proposal.objects.waiting().exists()
    assert stored(record) != NEW


def test_what_was_changed_meanwhile_is_asked_about_and_the_rest_joins(client, reporter, editor):
    record = shown_by(ArticleFactory(live=["fr"]), "organization")
    client.force_login(reporter)
    rename(client, record, description_fr="Une description proposée.")
    client.force_login(editor)
    rename(client, record, to="Le nom de la rédaction", website="https://example.org/")

    answer = accept(client, record)
    assert answer.status_code == 409
    assert stored(record) == "Le nom de la rédaction"
    accept(client, record, **{"keep-fields:name_fr": "kept"})
    record = Organization.objects.get(pk=record.pk)
    assert record.name_fr == "Le nom de la rédaction"
    assert record.description_fr == "Une description proposée."
    assert record.website == "https://example.org/"


def test_a_second_proposal_of_the_same_person_joins_the_first(client, reporter):
    record = shown_by(ArticleFactory(live=["fr"]), "organization")
    client.force_login(reporter)
    rename(client, record)
    rename(client, record, to=stored(record), acronym_fr="LEA")
    fields = Proposal.objects.get().after["fields"]
    assert (fields["name_fr"], fields["acronym_fr"]) == (NEW, "LEA")


def test_two_who_decide_at_once_decide_once(client, reporter, editor):
    record = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(reporter)
    rename(client, record)
    client.force_login(editor)
    page = page_of(record, "proposal", Proposal.objects.get().pk)
    client.post(page, {"_refuse": "1", "_note": "Non."})
    assert client.post(page, {"_accept": "1"}).status_code == 422
    assert stored(record) != NEW


# Pictures.


def photo(colour):
    return SimpleUploadedFile("salle.jpg", files.jpeg(colour=colour), "image/jpeg")


def test_a_new_file_of_a_picture_is_proposed_and_the_old_one_kept(
    client, reporter, editor, django_capture_on_commit_callbacks
):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    old, storage = image.file.name, image.file.storage
    client.force_login(reporter)
    with django_capture_on_commit_callbacks(execute=True):
        rename(client, image, to="La salle", file=photo("teal"))
    image.refresh_from_db()
    assert image.file.name == old

    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        accept(client, image)
    image.refresh_from_db()
    new = image.file.name
    assert new != old
    assert storage.exists(old)
    assert storage.exists(new)
    shown = client.get(page_of(image, "file", old.rsplit("/", 1)[-1]))
    assert shown.status_code == 200

    with django_capture_on_commit_callbacks(execute=True):
        client.post(page_of(image, "restore"), {"number": "1"})
    image.refresh_from_db()
    assert image.file.name == old
    assert (image.width, image.height) == (640, 360)
    assert storage.exists(new)


def test_an_address_never_shows_another_picture(client, editor, django_capture_on_commit_callbacks):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    client.force_login(editor)
    seen = {image.file.name: image.file.read()}
    for colour in ("teal", "olive", "teal"):
        with django_capture_on_commit_callbacks(execute=True):
            rename(client, image, to="La salle", file=photo(colour))
        image.refresh_from_db()
        content = image.file.open().read()
        assert seen.setdefault(image.file.name, content) == content
        assert image.checksum[:12] in image.file.name
    for name, content in seen.items():
        assert image.file.storage.open(name).read() == content


def test_a_refused_file_does_not_stay(client, reporter, editor, django_capture_on_commit_callbacks):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    client.force_login(reporter)
    rename(client, image, to="La salle", file=photo("teal"))
    proposal = Proposal.objects.get()
    name = proposal.after["fields"]["file"]
    assert image.file.storage.exists(name)
    client.force_login(editor)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            page_of(image, "proposal", proposal.pk), {"_refuse": "1", "_note": "Mauvaise salle."}
        )
    assert not image.file.storage.exists(name)
    assert image.file.storage.exists(image.file.name)


def test_who_decides_on_a_picture_sees_the_one_that_is_there_and_the_one_proposed(
    client, reporter, editor
):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    client.force_login(reporter)
    rename(client, image, to="La salle", file=photo("teal"))
    proposal = Proposal.objects.get()
    new = proposal.after["fields"]["file"]
    client.force_login(editor)
    for page in (page_of(image, "proposal", proposal.pk), page_of(image)):
        shown = html.fromstring(client.get(page).text)
        pictures = shown.xpath("//dl[@class='differences']//figure/img/@src")
        assert [url.rsplit("/", 1)[-1] for url in pictures] == [
            name.rsplit("/", 1)[-1] for name in (image.file.name, new)
        ]
        for url, name in zip(pictures, (image.file.name, new), strict=True):
            sent = b"".join(client.get(url).streaming_content)
            assert sent == image.file.storage.open(name).read()
        assert new not in shown.xpath("//dl[@class='differences']")[0].text_content()
    # Nobody else does: no reader, and none of the desk who may not see the picture.
    client.logout()
    assert client.get(pictures[1]).status_code == 302
    assert client.get(f"/media/{new}").status_code == 404


@pytest.mark.parametrize(
    "fields",
    [{"expires_on": "31/12/2026"}, {"licence": "CC0"}, {"focal_x": "9"}, {"credit_fr": "X"}],
)
def test_rights_and_cropping_of_a_picture_are_proposed_too(client, reporter, fields):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    client.force_login(reporter)
    client.post(page_of(image), form_of(client, image) | fields)
    column = next(iter(fields))
    assert getattr(Image.objects.get(), column) == getattr(image, column)
    assert column in Proposal.objects.get().after["fields"]


def test_many_uploads_change_no_picture_that_is_there(client, reporter):
    image = shown_by(ArticleFactory(live=["fr"]), "image")
    Image.objects.filter(pk=image.pk).update(credit_fr=None)
    same = SimpleUploadedFile("x.jpg", image.file.read(), "image/jpeg")
    client.force_login(reporter)
    client.post(reverse("admin:articles_image_upload"), {"files": [same], "credit": "Moi"})
    image.refresh_from_db()
    assert not image.credit_fr


# Who may know of a record.


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_who_may_know_of_a_record_is_not_theirs_to_say(client, request, role):
    client.force_login(request.getfixturevalue(role))
    speaker = SpeakerFactory(is_listed=False)
    event = unlisted_event()
    for record, forged in (
        (speaker, {"is_listed": "on"}),
        (event, {"visibility_ar": "public"}),
        (event, {"embargoed_until_0": "01/01/2030", "embargoed_until_1": "10:00"}),
    ):
        shown = form_of(client, record)
        assert not shown.keys() & forged.keys()
        assert client.post(page_of(record), shown | forged).status_code == 403
    assert not Speaker.objects.get(pk=speaker.pk).is_listed
    assert Event.objects.get(pk=event.pk).visibility_ar == "automatic"


def test_a_new_record_of_a_reporter_is_not_public_by_itself(client, reporter):
    client.force_login(reporter)
    add = reverse("admin:articles_topic_add")
    assert client.post(add, {"name_fr": "Secret", "is_listed": "on"}).status_code == 403
    client.post(add, {"name_fr": "Secret"})
    assert client.get("/fr/topics/secret/").status_code == 404
    popup = client.post(f"{add}?_popup=1", {"name_fr": "Autre secret", "_popup": "1"})
    assert popup.status_code == 200
    assert client.get("/fr/topics/autre-secret/").status_code == 404


def test_a_window_over_another_form_proposes_and_shows_the_name_there_is(client, reporter):
    topic = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(reporter)
    answer = rename(client, topic, _popup="1")
    assert topic.name_fr in answer.text
    assert NEW not in answer.text
    assert stored(topic) != NEW
    assert Proposal.objects.get().after["fields"]["name_fr"] == NEW


def test_who_may_publish_makes_public_and_takes_from_the_public(client, editor, reporter):
    speakers = [SpeakerFactory(is_listed=False), shown_by(ArticleFactory(live=["fr"]), "speaker")]
    event = unlisted_event()
    session = EventFactory(parent=event, visibility_fr="automatic", visibility_ar="automatic")
    speaker_list = reverse("admin:articles_speaker_changelist")
    event_list = reverse("admin:articles_event_changelist")

    def act(page, action, *records):
        return client.post(
            page, {"action": action, "_selected_action": [one.pk for one in records]}, follow=True
        )

    client.force_login(reporter)
    act(speaker_list, "make_public", *speakers)
    act(event_list, "make_public_fr", event)
    assert not Speaker.objects.filter(is_listed=True).exists()
    assert not Event.objects.public("fr").exists()

    client.force_login(editor)
    act(speaker_list, "make_public", *speakers)
    assert Speaker.objects.filter(is_listed=True).count() == 2
    page = act(speaker_list, "take_from_public", *speakers)
    assert speakers[1].name_fr in page.text.split("messagelist")[1].split("</ul>")[0]
    assert [*Speaker.objects.public("fr")] == [speakers[1]]
    act(event_list, "make_public_fr", event)
    assert {*Event.objects.public("fr")} == {event, session}
    assert not Event.objects.public("ar").exists()
    act(event_list, "take_from_public", event)
    assert not Event.objects.public("fr").exists()
    assert RecordRevision.objects.of(session).first().made_by == editor


def test_lists_say_and_filter_who_may_know(client, editor):
    known = shown_by(ArticleFactory(live=["fr"]), "speaker")
    unknown = SpeakerFactory(is_listed=False)
    client.force_login(editor)
    page = reverse("admin:articles_speaker_changelist")
    assert [*client.get(page, {"public": "fr"}).context["cl"].result_list] == [known]
    assert [*client.get(page, {"public": "-fr"}).context["cl"].result_list] == [unknown]
    assert not client.get(page, {"public": "ar"}).context["cl"].result_list


# Other roads.


def test_no_list_is_a_form():
    from django.contrib import admin  # noqa: PLC0415

    assert not [one for one in admin.site._registry.values() if one.list_editable]


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_an_older_state_is_not_brought_back_by_who_may_not_publish(client, request, editor, role):
    record = shown_by(ArticleFactory(live=["fr"]), "topic")
    client.force_login(editor)
    rename(client, record)
    client.force_login(request.getfixturevalue(role))
    assert client.get(page_of(record, "history")).status_code == 200
    assert client.post(page_of(record, "restore"), {"number": "1"}).status_code == 403
    assert stored(record) == NEW


def test_a_front_page_is_composed_by_who_may_publish(client, reporter):
    from django.contrib.auth.models import Permission  # noqa: PLC0415

    from articles.models import FrontPage  # noqa: PLC0415

    names = ["view_frontpage", "change_frontpage", "change_placement", "add_placement"]
    reporter.user_permissions.add(*Permission.objects.filter(codename__in=names))
    page = FrontPage.objects.create(language="fr")
    client.force_login(reporter)
    url = reverse("admin:articles_frontpage_change", args=[page.pk])
    assert client.post(url, {"river_size": "3"}).status_code == 403
    page.refresh_from_db()
    assert page.river_size == 10


def test_the_language_of_the_desk_brings_no_language_to_write(client, translator):
    client.force_login(translator)
    client.post(reverse("admin_language"), {"language": "ar", "languages": ["fr", "ar"]})
    translator.refresh_from_db()
    assert (translator.language, translator.languages) == ("ar", ["ar"])
