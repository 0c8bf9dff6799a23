"""A machine that translates, on this machine, for tests: it answers what they say."""

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core.cache import cache


class Server(ThreadingHTTPServer):
    """Answers what a test says, and remembers what it was asked."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked, self.paths = [], []
        self.status, self.headers = 200, {}
        self.body, self.pause = {"translatedText": "المغرب يترأس"}, 0


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        server = self.server
        server.paths.append(self.path)
        server.asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        body = server.body if isinstance(server.body, bytes) else json.dumps(server.body).encode()
        self.send_response(server.status)
        for name, value in server.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for byte in (body[n : n + 1] for n in range(len(body))) if server.pause else [body]:
                self.wfile.write(byte)
                self.wfile.flush()
                time.sleep(server.pause)
        except OSError:
            pass

    def log_message(self, *args):
        pass


@pytest.fixture
def machine(settings):
    cache.clear()
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    settings.MACHINE_TRANSLATION = "articles.desk.translation.libretranslate.LibreTranslate"
    settings.MACHINE_TRANSLATION_URL = f"http://127.0.0.1:{server.server_port}/"
    settings.MACHINE_TRANSLATION_HOSTS = [f"127.0.0.1:{server.server_port}"]
    settings.MACHINE_TRANSLATION_KEY = "a key"
    settings.MACHINE_TRANSLATION_SECONDS = 2.0
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
    cache.clear()
