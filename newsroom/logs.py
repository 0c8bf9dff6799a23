"""How the log is written: a JSON object a line for machines, plain lines for people."""

from datetime import datetime
from logging import LogRecord
from typing import Any

from pythonjsonlogger.json import JsonFormatter


class LogLine(JsonFormatter):
    """A line for machines, ours and gunicorn's; its time has its offset from UTC (ISO 8601)."""

    def __init__(self) -> None:
        super().__init__(
            "%(asctime)s %(levelname)s %(name)s %(message)s",
            rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
        )

    def formatTime(self, record: LogRecord, datefmt: str | None = None) -> str:  # noqa: N802
        moment = datetime.fromtimestamp(record.created).astimezone()
        return moment.isoformat(timespec="milliseconds")


def logged_from(level: str, *, for_people: bool) -> dict[str, Any]:
    """What goes into ``LOGGING``.

    Args:
        level: from which level on something is written.
        for_people: whether somebody who develops reads it.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "json": {"()": "newsroom.logs.LogLine"},
            "plain": {"format": "%(levelname)s %(name)s: %(message)s"},
        },
        "handlers": {
            "console": {
                "class": "logging.StreamHandler",
                "formatter": "plain" if for_people else "json",
            }
        },
        "root": {"handlers": ["console"], "level": level},
        "loggers": {
            "django": {"handlers": [], "propagate": True},
            "django.server": {"handlers": ["console"], "propagate": False},
            # What there is to say of sign-ins, `newsroom.accounts` says.
            "axes": {"level": "ERROR"},
        },
    }
