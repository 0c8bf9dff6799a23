"""The newsroom's settings, with one more page."""

from newsroom.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.constant.pages"
