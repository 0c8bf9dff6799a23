"""What machines ask."""

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import OperationalError, connection

from newsroom.static_files import JoinedStylesheetStorage


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


@pytest.fixture
def collected_in(monkeypatch, tmp_path):
    """Have the site start with a folder of static files: none, until there is a manifest."""

    def start():
        storage = JoinedStylesheetStorage(location=tmp_path, base_url="/static/")
        monkeypatch.setattr(staticfiles_storage, "_wrapped", storage)
        return storage

    return start


@pytest.mark.django_db
def test_a_site_whose_static_files_were_not_collected_is_not_ready(client, collected_in, caplog):
    storage = collected_in()
    with pytest.raises(ValueError, match="manifest"):
        client.get("/fr/")
    answer = client.get("/health/ready")
    assert (answer.status_code, answer.json()["failed"]) == (503, "static")
    assert "collectstatic" in caplog.text
    storage.hashed_files = {"css/newsroom.css": "css/newsroom.0123456789ab.css"}
    storage.save_manifest()
    collected_in()
    assert client.get("/health/ready").status_code == 200


@pytest.mark.django_db
def test_all_that_fails_is_named_and_the_log_says_of_each_what_to_do(
    client, collected_in, monkeypatch, caplog, tmp_path
):
    collected_in()
    monkeypatch.setattr(default_storage, "_wrapped", FileSystemStorage(tmp_path))
    monkeypatch.setattr("articles.views.health.LEAST_ROOM", 2**62)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
    assert client.get("/health/ready").json()["failed"] == "migrations, static, disk"
    for said in ("manage.py migrate", "manage.py collectstatic", "make room"):
        assert said in caplog.text

    def away(*_given):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr("articles.views.health.MigrationExecutor", away)
    assert client.get("/health/ready").json()["failed"] == "database, static, disk"
