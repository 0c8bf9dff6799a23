"""A server on this machine that the newsroom may ask."""

import pytest

from tests.wire.server import site


@pytest.fixture
def partner(settings):
    settings.FETCH_PRIVATE_NETWORKS = ["127.0.0.1/32"]
    settings.FETCH_SECONDS = 5
    with site() as served:
        yield served
