"""What a line of the log says of its moment, the program's and gunicorn's."""

import json
import logging
import logging.config
import time
from datetime import UTC, datetime

import pytest

from newsroom import server
from newsroom.logs import logged_from

MOMENT = datetime(2026, 11, 30, 19, 36, 43, 981_000, tzinfo=UTC)


@pytest.fixture
def casablanca(monkeypatch):
    monkeypatch.setenv("TZ", "XXX-1")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("written", [logged_from("INFO", for_people=False), server.logconfig_dict])
def test_the_time_of_a_line_has_its_offset(written, casablanca):
    record = logging.makeLogRecord({"msg": "ready", "created": MOMENT.timestamp(), "msecs": 981.0})
    formatter = logging.config.DictConfigurator(written).configure_formatter(
        written["formatters"]["json"]
    )
    assert json.loads(formatter.format(record))["time"] == "2026-11-30T20:36:43.981+01:00"
