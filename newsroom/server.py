"""How gunicorn serves the newsroom: ``gunicorn --config newsroom/server.py newsroom.wsgi``."""

from __future__ import annotations

import datetime as dt
import gc
import os
from pathlib import Path
from typing import Any

from gunicorn.glogging import Logger
from gunicorn.http.message import Request


class AccessLogger(Logger):
    """Writes each request as fields, without its query: words searched for are the reader's."""

    def access(
        self, resp: Any, req: Request, environ: dict[str, Any], request_time: dt.timedelta
    ) -> None:
        self.access_log.info(
            "request",
            extra={
                "method": environ["REQUEST_METHOD"],
                "path": environ["PATH_INFO"],
                "status": int(resp.status.split()[0]),
                "bytes": getattr(resp, "sent", 0),
                "ms": round(request_time.total_seconds() * 1000, 1),
            },
        )


bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", min(2 * (os.cpu_count() or 1) + 1, 9)))
# Threads, and a page for an address longer than this: a search reads far less.
worker_class = "newsroom.worker.Worker"
limit_request_line = 8190
threads = 4
timeout = 60
graceful_timeout = 30
keepalive = 5
max_requests = 5000
max_requests_jitter = 500
# Read the code once, and fail before the first request where something is wrong.
preload_app = True
# A reader does not say under which address the program is: the environment may (SCRIPT_NAME).
forwarder_headers = ""
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")
if Path("/dev/shm").is_dir():  # noqa: S108
    # A heartbeat file on a disk can block a worker.
    worker_tmp_dir = "/dev/shm"  # noqa: S108

# By its default path, two sites of one account would answer in each other's place.
control_socket_disable = True

logger_class = AccessLogger
accesslog = "-"
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "newsroom.logs.LogLine"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": [], "level": "INFO"},
    "loggers": {
        name: {"handlers": ["console"], "level": "INFO", "propagate": False}
        for name in ("gunicorn.error", "gunicorn.access")
    },
}


def when_ready(server: Any) -> None:
    """Say where to look, to the person who started it, before the workers are made."""
    # The code stays: the collector, which stops everything, need not look at it in each worker.
    gc.freeze()
    server.log.info("ready", extra={"address": f"http://{bind}/"})


def post_worker_init(worker: Any) -> None:
    """Have each process do what another one that was stopped has left."""
    from newsroom import rounds  # noqa: PLC0415 - nothing of Django before its settings are read

    rounds.start()
