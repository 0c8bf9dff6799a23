"""The states a newsroom is looked at in."""

from enum import StrEnum


class State(StrEnum):
    """What the newsroom is in when a page of it is looked at."""

    FULL = "full"
    EMPTY = "empty"
    RESTING = "resting"
    BROKEN = "broken"
