"""What the database refuses, whoever asks."""

from datetime import date, time

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from articles.models import (
    Article,
    Event,
    Image,
    Mention,
    Organization,
    Transition,
)
from articles.models.workflow import UnchangeableError
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db


def refused(change):
    with pytest.raises(IntegrityError), transaction.atomic():
        change()


def test_an_event_does_not_end_before_it_starts():
    refused(lambda: EventFactory(starts_on=date(2024, 7, 4), ends_on=date(2024, 7, 3)))
    refused(
        lambda: EventFactory(
            starts_on=date(2024, 7, 4), ends_on=None, starts_at=time(14), ends_at=time(9)
        )
    )
    EventFactory(
        starts_on=date(2024, 7, 3), ends_on=date(2024, 7, 4), starts_at=time(14), ends_at=time(9)
    )


def test_an_event_is_not_its_own_parent():
    event = EventFactory()
    refused(lambda: Event.objects.filter(pk=event.pk).update(parent=event))


@pytest.mark.parametrize("factory", [EventFactory, OrganizationFactory])
def test_nothing_is_its_own_ancestor(factory):
    whole = factory()
    part = factory(parent=whole)
    part_of_part = factory(parent=part)
    rows = type(whole)._base_manager
    refused(lambda: rows.filter(pk=whole.pk).update(parent=part_of_part))
    for parent in (whole, part, part_of_part):
        whole.parent = parent
        with pytest.raises(ValidationError) as explained:
            whole.full_clean()
        assert [*explained.value.message_dict] == ["parent"]


@pytest.mark.parametrize("kind", ["event", "organization"])
def test_the_triggers_are_there_after_every_migration(kind):
    tables = {"sqlite": ("sqlite_master", "name"), "postgresql": ("pg_trigger", "tgname")}
    table, column = tables[connection.vendor]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT count(*) FROM {table} WHERE {column} LIKE '{kind}_is_not_its_own_ancestor%'"  # noqa: S608
        )
        assert cursor.fetchone()[0] >= 1


def test_one_address_leads_to_one_page():
    TopicFactory(slug_fr="migrations")
    refused(lambda: TopicFactory(slug_fr="migrations"))


def test_an_organization_is_not_part_of_itself():
    one = OrganizationFactory()
    refused(lambda: Organization.objects.filter(pk=one.pk).update(parent=one))


def test_a_position_does_not_end_before_it_starts():
    refused(lambda: AffiliationFactory(since=date(2024, 1, 1), until=date(2023, 1, 1)))


def test_a_mention_names_one_and_only_one():
    article, speaker, body = ArticleFactory(), SpeakerFactory(), OrganizationFactory()
    refused(lambda: Mention.objects.create(article=article))
    refused(lambda: Mention.objects.create(article=article, speaker=speaker, organization=body))
    article.mention(speaker, body)
    article.mention(speaker)
    assert article.mentions.count() == 2


def test_the_same_wire_copy_is_stored_once():
    ArticleFactory(source_digest="a" * 64)
    refused(lambda: ArticleFactory(source_digest="a" * 64))


def test_the_focal_point_is_inside_the_picture():
    image = ImageFactory()
    refused(lambda: Image.objects.filter(pk=image.pk).update(focal_x=101))


def test_scripts_are_taken_out_of_a_body_however_it_comes_in():
    dirty, clean = (
        '<p>Texte</p><script>x</script><a href="javascript:x">ici</a>',
        "<p>Texte</p><a>ici</a>",
    )
    saved = ArticleFactory(body_fr=dirty)
    Article.objects.bulk_create([Article(key="bulk", headline_fr="T", body_fr=dirty)])
    updated = ArticleFactory()
    Article.objects.filter(pk=updated.pk).update(body_fr=dirty)
    for article in (saved, Article.objects.get(key="bulk"), updated):
        article.refresh_from_db()
        assert article.body_fr == clean


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "ftp://x.example"])
def test_an_address_that_is_no_web_address_is_never_stored(address):
    with pytest.raises(ValidationError):
        ArticleFactory(source_url=address)


@pytest.mark.parametrize("column", ["note", "to_status", "language"])
def test_the_database_keeps_what_was_done_as_it_was_written(editor, column):
    transition = ArticleFactory().publish("fr", by=editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Transition.objects.filter(pk=transition.pk).update(**{column: "x"})


def test_an_account_may_go_and_what_it_did_stays(editor):
    transition = ArticleFactory().publish("fr", by=editor)
    editor.delete()
    assert Transition.objects.get(pk=transition.pk).made_by is None


def test_what_was_done_is_neither_saved_again_nor_taken_away(editor):
    transition = ArticleFactory().publish("fr", by=editor)
    for change in (transition.save, transition.delete, Transition.objects.all().delete):
        with pytest.raises(UnchangeableError):
            change()
