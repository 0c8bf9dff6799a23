"""What the commands' tests share."""

import pytest

from articles.models import Image


@pytest.fixture(scope="module")
def without_renditions():
    """They take longer than all the rest, and have tests of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Image, "make_renditions", lambda image: True)
        yield
