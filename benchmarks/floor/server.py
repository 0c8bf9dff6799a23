"""Gunicorn as the newsroom has it, without what is the newsroom's: its pages, its rounds."""

from typing import Any

from newsroom.server import *  # noqa: F403

worker_class = "gthread"


def post_worker_init(worker: Any) -> None:  # type: ignore[no-redef]
    """Nothing is left to be done by these."""
