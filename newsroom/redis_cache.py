"""A cache in Redis whose values nobody but the program can make: each is signed."""

from __future__ import annotations

import hmac
import logging
from collections.abc import Iterable
from functools import cache
from typing import Any

from django.core.cache.backends import redis
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)

SIGNED = 32
"""Bytes of a signature, which stands before what it is of."""
NOT_OURS = object()
"""Stands for a value without our signature."""


class SignedSerializer(redis.RedisSerializer):
    """Signs pickles with ``SECRET_KEY``, and opens none that is not signed: a pickle runs code.

    Whole numbers stay bare, as Django has them: Redis counts with those, and they run nothing.
    """

    def dumps(self, obj: Any) -> Any:
        packed = super().dumps(obj)
        return packed if isinstance(packed, int) else signature(packed) + packed

    def loads(self, data: Any) -> Any:
        signed, packed = data[:SIGNED], data[SIGNED:]
        if len(signed) == SIGNED and hmac.compare_digest(signed, signature(packed)):
            return super().loads(packed)
        try:
            return int(data)
        except ValueError:
            tell()
            return NOT_OURS


def signature(packed: bytes) -> bytes:
    return salted_hmac("newsroom.redis_cache", packed, algorithm="sha256").digest()


@cache
def tell() -> None:
    """Once in a process: there may be many."""
    logger.warning(
        "The cache of CACHE_URL has values that are not signed with this SECRET_KEY: they count "
        "as not there. After an update or with a new key that is as it should be; else see who "
        "writes to Redis."
    )


class SignedClient(redis.RedisCacheClient):
    """For what reads it, a value that is not ours is not there."""

    def __init__(self, servers: list[str], **options: Any) -> None:
        from redis.backoff import NoBackoff  # noqa: PLC0415 - the library may not be there
        from redis.retry import Retry  # noqa: PLC0415

        # A server that does not answer is not asked again and again meanwhile.
        once = {"retry": Retry(NoBackoff(), 0)}
        super().__init__(servers, **once | {"serializer": SignedSerializer} | options)

    def get(self, key: Any, default: Any) -> Any:
        found = super().get(key, default)
        return default if found is NOT_OURS else found

    def get_many(self, keys: Iterable[Any]) -> dict[Any, Any]:
        found = super().get_many(keys)
        return {key: value for key, value in found.items() if value is not NOT_OURS}


class SignedRedisCache(redis.RedisCache):
    """Django's, with signed values."""

    def __init__(self, server: Any, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = SignedClient
