"""A test of the browser ends when the server has answered, not before."""

import threading
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from django.core.signals import request_finished, request_started
from django.test import Client

pytestmark = pytest.mark.browser


def ask(live_server, path, patience=20):
    connection = HTTPConnection(urlsplit(live_server.url).netloc, timeout=patience)
    connection.request("GET", path)
    return connection


def test_what_is_being_answered_is_waited_for(live_server, in_flight):
    begun, go_on, done = threading.Event(), threading.Event(), threading.Event()

    def hold(**_sent):
        begun.set()
        go_on.wait(20)

    def finish(**_sent):
        done.set()

    request_started.connect(hold)
    request_finished.connect(finish)
    try:
        connection = ask(live_server, "/fr/")
        assert begun.wait(20)
        connection.close()
        threading.Timer(0.2, go_on.set).start()
        in_flight.close()
        assert done.is_set()
    finally:
        go_on.set()
        request_started.disconnect(hold)
        request_finished.disconnect(finish)


def test_what_comes_after_the_end_is_refused(live_server, in_flight):
    in_flight.close()
    with pytest.raises(TimeoutError):
        ask(live_server, "/fr/", patience=1).getresponse()


def test_what_the_tests_own_clients_ask_in_threads_is_answered_all_the_same(in_flight):
    in_flight.close()
    with ThreadPoolExecutor() as threads:
        answer = threads.submit(Client().get, "/static/none.css").result()
    assert answer.status_code == 404
