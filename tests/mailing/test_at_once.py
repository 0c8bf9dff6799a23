"""Two windows of one reader, two editors: what is done at the same moment is done one by one."""

import pytest
from django.utils import timezone

from articles.desk.mailing.subscribing import choose, confirm, leave
from articles.desk.publication.urgent import announce
from articles.languages import Language
from articles.models import Subscriber, Subscription, UrgentBanner
from tests.at_once import begun_meanwhile
from tests.conftest import member_of
from tests.factories import ArticleFactory

from .people import subscriber

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.databases]
FRENCH = Language("fr")


@pytest.mark.parametrize("page", ["choices", "confirm"])
def test_what_is_saved_while_the_reader_leaves_in_another_window_is_no_error(page):
    person = subscriber()

    def save():
        if page == "confirm":
            return confirm(Subscriber(pk=person.pk, confirmed_at=timezone.now()))
        return choose(Subscriber(pk=person.pk), FRENCH, "digest", set(), [])

    assert not begun_meanwhile(lambda: leave(Subscriber.objects.get()), save)
    assert not Subscriber.objects.exists()
    assert not Subscription.objects.exists()


def test_who_leaves_while_choices_are_saved_has_left():
    person = subscriber()
    kept = {one.key for one in person.subscriptions.all()}
    begun_meanwhile(
        lambda: choose(Subscriber.objects.get(), FRENCH, "digest", kept, []),
        lambda: leave(Subscriber(pk=person.pk)),
    )
    assert not Subscriber.objects.exists()


def test_two_editors_who_announce_at_once_have_one_line():
    editor = member_of("editor")
    article = ArticleFactory(live=["fr"])
    begun_meanwhile(
        lambda: announce(article, FRENCH, by=editor), lambda: announce(article, FRENCH, by=editor)
    )
    assert UrgentBanner.objects.count() == 1
