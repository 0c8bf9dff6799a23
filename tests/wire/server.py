"""A web server of the tests' own: what it answers is said by the test, and what it was asked kept."""

import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, host="127.0.0.1"):
        self.pages = {}
        self.asked = []
        self.is_over = threading.Event()
        if ":" in host:
            self.address_family = socket.AF_INET6
        super().__init__((host, 0), Handler)
        self.base = f"http://{f'[{host}]' if ':' in host else host}:{self.server_port}"

    def has(self, path, body=b"", status=200, **headers):
        """Answer so at a path; a function may write as it likes."""
        body = body.encode() if isinstance(body, str) else body
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, body, named)
        return f"{self.base}{path}"

    def handle_error(self, request, client_address):
        """Whoever hangs up is no error of the server's."""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        status, body, headers = self.server.pages.get(self.path, (404, b"", {}))
        if callable(body):
            body(self)
            return
        known = self.headers.get("If-None-Match")
        if known and known == headers.get("ETag"):
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Nothing is said of it."""


@contextmanager
def site(host="127.0.0.1"):
    served = Site(host)
    thread = threading.Thread(target=served.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield served
    finally:
        served.is_over.set()
        served.shutdown()
        thread.join()
        served.server_close()
