"""What machines ask."""

import pytest
from django.db import connection


def test_being_alive_asks_nothing_of_the_database(client, django_assert_num_queries):
    assert client.get("/health/live").json() == {"status": "ok"}


@pytest.mark.django_db
def test_being_ready_means_a_database_with_every_migration(client):
    assert client.get("/health/ready").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM django_migrations WHERE name ="
            " (SELECT MAX(name) FROM django_migrations WHERE app = 'articles')"
        )
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["failed"] == "migrations"


@pytest.mark.django_db
def test_health_is_answered_without_tls(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health/live").status_code == 200
    assert client.get("/fr/").status_code == 301
