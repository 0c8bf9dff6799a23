"""A thousand files at once: kept as they come, read one after the other, and counted meanwhile."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from lxml import html

from articles.models import ReceivedFile, ReceivedText
from articles.uploads import PieceOfFile
from articles.wire import batches
from articles.wire.batches import MOST_TRIES, BatchProgress, read_files
from tests.admin.test_importing import PAGE, TEXT, desk, reporter, words_of  # noqa: F401
from tests.factories import UserFactory
from tests.wire.files import pdf

pytestmark = pytest.mark.django_db


def send(client, files, **more):
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(PAGE, {"files": sent, **more}, follow=True)


def texts(count, first=0):
    return [
        (f"depeche-{n}.txt", f"{TEXT}\nLe bulletin porte le numéro {n}.".encode())
        for n in range(first, first + count)
    ]


def counted(page):
    (bar,) = html.fromstring(page.text).xpath(
        "//section[contains(@class, 'import-batch')]//progress"
    )
    return int(bar.get("value")), int(bar.get("max"))


def test_very_many_files_are_kept_at_once_and_read_later(desk):  # noqa: F811
    page = send(desk, [*texts(29), ("scan.pdf", pdf())], language="fr")
    assert counted(page) == (0, 30)
    assert "Lus : 0 sur 30" in words_of(page).replace("\xa0", " ")
    assert ReceivedFile.objects.count() == 30
    assert not ReceivedText.objects.exists()
    read_files.call()
    page = desk.get(page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"])
    assert counted(page) == (30, 30)
    assert "pas de texte" in page.text
    assert ReceivedText.objects.filter(language="fr").count() == 29


def test_a_few_are_read_while_their_sender_waits(desk):  # noqa: F811
    send(desk, texts(3))
    assert ReceivedText.objects.count() == 3


def test_who_comes_back_sees_how_far_it_is_without_an_address(desk, client):  # noqa: F811
    send(desk, texts(12))
    assert counted(desk.get(PAGE)) == (0, 12)
    read_files.call()
    assert "import-batch" not in desk.get(PAGE).text


def test_nobody_is_told_of_a_colleagues_files(desk, reporter):  # noqa: F811
    send(desk, texts(12))
    batch = ReceivedFile.objects.first().batch
    assert BatchProgress.of(batch, UserFactory()) is None


def test_what_is_not_read_yet_is_given_to_nobody(desk):  # noqa: F811
    send(desk, texts(12))
    file = ReceivedFile.objects.first()
    assert desk.get(f"{PAGE}file/{file.pk}/").status_code == 404


def test_an_upload_that_was_broken_off_is_sent_again_and_nothing_is_there_twice(desk):  # noqa: F811
    send(desk, texts(12))
    page = send(desk, texts(24))
    assert counted(page) == (0, 24)
    assert ReceivedFile.objects.count() == 24
    read_files.call()
    send(desk, texts(24))
    assert ReceivedFile.objects.count() == ReceivedText.objects.count() == 24


def test_a_process_that_stops_leaves_the_rest_to_another(desk, monkeypatch):  # noqa: F811
    send(desk, texts(12))
    read, done = batches.read_one, []

    def stopped(key):
        if len(done) == 5:
            raise KeyboardInterrupt
        done.append(key)
        read(key)

    monkeypatch.setattr(batches, "read_one", stopped)
    with pytest.raises(KeyboardInterrupt):
        read_files.call()
    assert ReceivedText.objects.count() == 5
    monkeypatch.undo()
    # The file at which it stopped is tried again a little later.
    read_files.call()
    assert ReceivedText.objects.count() == 11
    ReceivedFile.objects.update(reading_since=None)
    read_files.call()
    assert ReceivedText.objects.count() == 12


def test_a_file_that_breaks_what_reads_it_stops_no_other(desk, monkeypatch):  # noqa: F811
    send(desk, texts(11))
    kept = batches.keep

    def breaks(file, *args, **kwargs):
        if file.name == "depeche-4.txt":
            raise ZeroDivisionError
        return kept(file, *args, **kwargs)

    monkeypatch.setattr(batches, "keep", breaks)
    read_files.call()
    assert ReceivedText.objects.count() == 10
    assert ReceivedFile.objects.get(name="depeche-4.txt").refusal


def test_a_file_at_which_processes_stop_again_and_again_is_given_up(desk):  # noqa: F811
    send(desk, texts(11))
    ReceivedFile.objects.filter(name="depeche-3.txt").update(tries=MOST_TRIES)
    read_files.call()
    assert ReceivedText.objects.count() == 10
    assert ReceivedFile.objects.get(name="depeche-3.txt").refusal


def test_files_larger_than_memory_holds_lie_in_one_file(desk):  # noqa: F811
    large = [(f"a-{n}.txt", (f"{TEXT}\nNuméro {n}. " * 3_000).encode()) for n in range(4)]
    send(desk, large)
    kept = {one.name: bytes(one.content) for one in ReceivedFile.objects.all()}
    assert kept == dict(large)


def test_a_piece_of_a_file_is_read_as_a_file_is():
    whole = io.BytesIO(b"one-two-three")
    piece = PieceOfFile(whole, 4, 3)
    assert (piece.read(2), piece.read(), piece.read()) == (b"tw", b"o", b"")
    piece.seek(-2, io.SEEK_END)
    assert (piece.tell(), piece.read(10)) == (1, b"wo")
