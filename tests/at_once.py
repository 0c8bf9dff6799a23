"""Two people at the same moment: what one does while another's is not yet committed."""

import threading

from django.db import connection, connections, transaction


def begun_meanwhile(held, act):
    """What ``act`` comes to that begins while ``held`` is being done, and waits for it.

    PostgreSQL says when it waits; SQLite lets nobody begin to write before.
    """
    answers = []

    def begin():
        try:
            answers.append(act())
        except Exception as error:
            answers.append(error)
        finally:
            connections.close_all()

    other = threading.Thread(target=begin)
    with transaction.atomic():
        held()
        other.start()
        while connection.vendor == "postgresql" and other.is_alive() and not somebody_waits():
            pass
    other.join(timeout=60)
    (answer,) = answers
    if isinstance(answer, Exception):
        raise answer
    return answer


def somebody_waits():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        return cursor.fetchone()[0] > 0
