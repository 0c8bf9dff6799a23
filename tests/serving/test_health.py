"""What machines ask."""

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection


def test_being_alive_asks_nothing_of_the_database(client, django_assert_num_queries):
    assert client.get("/health/live").json() == {"status": "ok"}


@pytest.mark.django_db
def test_being_ready_means_a_database_with_every_migration(client):
    assert client.get("/health/ready").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    answer = client.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["failed"] == "migrations"


@pytest.mark.django_db
def test_a_database_in_the_middle_of_an_older_upgrade_is_not_ready(client):
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM django_migrations WHERE app = 'articles' AND name LIKE '0001_%'"
        )
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["failed"]) == (503, "migrations")


@pytest.mark.django_db
def test_health_is_answered_without_tls(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get("/health/live").status_code == 200
    assert client.get("/fr/").status_code == 301


@pytest.mark.django_db
def test_a_full_disk_is_not_ready(client, settings, monkeypatch, tmp_path):
    storage = FileSystemStorage(tmp_path / "to" / "be" / "made")
    monkeypatch.setattr(default_storage, "_wrapped", storage)
    assert client.get("/health/ready").status_code == 200
    monkeypatch.setattr("articles.views.health.LEAST_ROOM", 2**62)
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["failed"]) == (503, "disk")
