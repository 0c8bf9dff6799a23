"""A mail server for tests: how many connections it had, what it took, what it refuses."""

import socketserver
import threading


class Talk(socketserver.StreamRequestHandler):
    def handle(self):
        server, taken = self.server.owner, 0
        server.connections += 1
        self.say("220 mail.example.org")
        sender, to = "", ""
        for line in self.rfile:
            asked = line.decode().strip()
            verb = asked[:4].upper()
            if verb == "QUIT":
                self.say("221 bye")
                return
            if verb == "MAIL":
                if server.most_of_connection is not None and taken >= server.most_of_connection:
                    self.say("421 4.7.0 too many mails over one connection")
                    return
                sender = asked
            if verb == "RCPT":
                to = asked.partition("<")[2].partition(">")[0]
            if refusal := server.refusal(verb, to):
                self.say(refusal)
            elif verb == "DATA":
                self.say("354 go on")
                self.take(sender, to)
                taken += 1
            else:
                self.say("250 ok")

    def take(self, sender, to):
        for line in self.rfile:
            if line == b".\r\n":
                break
        owner = self.server.owner
        if refusal := owner.refusal(".", to):
            self.say(refusal)
            return
        owner.taken.append(to)
        self.say("250 2.0.0 queued")

    def say(self, words):
        self.wfile.write(f"{words}\r\n".encode())


class MailServer:
    """Serves while it is open; `refuses` has, by what is asked, the answer."""

    def __init__(self, most_of_connection=None):
        self.connections, self.taken, self.refuses = 0, [], {}
        self.only_to, self.most_of_connection = None, most_of_connection
        self.goes_down_after = None
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk)
        self.server.daemon_threads = True
        self.server.owner = self
        threading.Thread(target=self.server.serve_forever, args=[0.02], daemon=True).start()

    def refusal(self, verb, to):
        if self.goes_down_after is not None and len(self.taken) >= self.goes_down_after:
            return "421 4.3.2 shutting down" if verb == "MAIL" else None
        if self.only_to and verb in {"RCPT", "."} and to not in self.only_to:
            return None
        return self.refuses.get(verb)

    @property
    def mailers(self):
        host, port = self.server.server_address
        options = {"host": host, "port": port, "timeout": 5}
        backend = "django.core.mail.backends.smtp.EmailBackend"
        return {"default": {"BACKEND": backend, "OPTIONS": options}}

    def close(self):
        self.server.shutdown()
        self.server.server_close()
