"""Two people at once close no circle of parts."""

import threading

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from tests.factories import EventFactory, OrganizationFactory

pytestmark = pytest.mark.django_db(transaction=True)


def rooted(record):
    """Whether going up from a record comes to an end."""
    seen = set()
    while record.parent_id is not None and record.pk not in seen:
        seen.add(record.pk)
        record = type(record)._base_manager.get(pk=record.parent_id)
    return record.parent_id is None


@pytest.mark.parametrize("factory", [EventFactory, OrganizationFactory])
def test_two_at_once_close_no_circle(factory):
    one, other = factory(), factory()
    rows = type(one)._base_manager
    written, looked = threading.Event(), threading.Event()
    outcome = []

    def second():
        try:
            with transaction.atomic():
                written.wait(20)
                looked.set()
                rows.filter(pk=other.pk).update(parent=one)
            outcome.append("saved")
        except (IntegrityError, OperationalError):
            outcome.append("refused")
        finally:
            connection.close()

    thread = threading.Thread(target=second)
    if connection.vendor == "sqlite":
        # One writer at a time: the second begins when the first is done.
        rows.filter(pk=one.pk).update(parent=other)
        written.set()
        thread.start()
    else:
        thread.start()
        with transaction.atomic():
            rows.filter(pk=one.pk).update(parent=other)
            written.set()
            assert looked.wait(20)
            # What the other does now waits for this one, or has not seen it.
            thread.join(1)
    thread.join(20)
    assert outcome == ["refused"]
    one.refresh_from_db()
    assert rooted(one)
