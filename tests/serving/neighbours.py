"""Servers beside the site: one that takes connections and says nothing, and a mail server."""

import select
import socket
import socketserver
from contextlib import contextmanager
from threading import Event, Thread


@contextmanager
def silent_server():
    """Its port, and whether anybody knocks. It takes every connection and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=512) as listener:

        def was_asked(within=10):
            return bool(select.select([listener], [], [], within)[0])

        yield listener.getsockname()[1], was_asked


class Sink(socketserver.ThreadingTCPServer):
    """Takes mails by SMTP and keeps them."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, port):
        super().__init__(("127.0.0.1", port), Taking)
        self.letters, self.arrived = [], Event()


class Taking(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("220 sink")
        while line := self.rfile.readline():
            verb = line.split()[0].upper() if line.split() else b""
            if verb == b"DATA":
                self.say("354 go on")
                letter = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.letters.append(letter.decode())
                self.server.arrived.set()
            self.say("221 bye" if verb == b"QUIT" else "250 fine")

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


@contextmanager
def sink(port):
    with Sink(port) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}).start()
        try:
            yield server
        finally:
            server.shutdown()
