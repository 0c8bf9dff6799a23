"""Readers by mail and journalists, for tests."""

from datetime import timedelta

from django.core import mail
from django.utils import timezone

from articles.models import Journalist, PressList, Subscriber, Subscription

AN_HOUR = timedelta(hours=1)


def subscriber(address="salma@example.org", *choices, **columns):
    """Somebody who confirmed an hour ago; each choice is a language, and a topic or an event."""
    before = timezone.now() - AN_HOUR
    given = {"language": "fr", "rhythm": "at_once", "confirmed_at": before} | columns
    person = Subscriber.objects.create(address=address, **given)
    for language, about in choices or [("fr", None)]:
        of = {about._meta.model_name: about} if about else {}
        Subscription.objects.create(
            subscriber=person, language=language, confirmed_at=given["confirmed_at"], **of
        )
    return person


def journalist(name="Nadia Alaoui", *lists, **columns):
    address = f"{name.split()[0].lower()}@journal.example.org"
    given = {"address": address, "outlet": "Le Journal", "language": "fr"} | columns
    person = Journalist.objects.create(name=name, **given)
    person.lists.set(lists)
    return person


def press_list(name="Diplomatie", *people):
    made = PressList.objects.create(name=name)
    for one in people:
        journalist(one, made)
    return made


def to(address):
    """The mails to an address."""
    return [one for one in mail.outbox if one.to == [address]]


def html_of(letter):
    return letter.alternatives[0][0]
