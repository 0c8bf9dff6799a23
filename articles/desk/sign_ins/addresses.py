"""Where a request comes from, as far as somebody who may be believed says so."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address

OF_ONE_HOME = 64
"""Bits of an address of version 6 that a provider gives; who has it chooses the others."""


def client_address(request: HttpRequest | None) -> str:
    """The address that a request comes from; nothing where that is not known."""
    found = address_of(request)
    return str(found) if found else ""


def counted_address(request: HttpRequest) -> str | None:
    """The address under which what somebody does is counted: of a whole network of their own."""
    found = address_of(request)
    if isinstance(found, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((found, OF_ONE_HOME), strict=False).network_address)
    return str(found) if found else None


def address_of(request: HttpRequest | None) -> Address | None:
    """The nearest address that no proxy of ours has, from the last one back.

    What stands before it in ``X-Forwarded-For`` was written by whoever is there.
    """
    if request is None:
        return None
    nearest = parsed(request.META.get("REMOTE_ADDR", ""))
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    while forwarded and is_proxy(nearest):
        before = parsed(forwarded.pop())
        if before is None:
            break
        nearest = before
        if "*" in settings.FORWARDED_ALLOW_IPS:
            # Whoever connects is the one proxy.
            break
    return nearest


def is_proxy(address: Address | None) -> bool:
    """Whether a proxy of ours is there; nobody else connects without an address, by a socket."""
    proxies = [one.strip() for one in settings.FORWARDED_ALLOW_IPS]
    if address is None or "*" in proxies:
        return True
    return any(address in ipaddress.ip_network(one, strict=False) for one in proxies)


def parsed(said: str) -> Address | None:
    said = said.strip()
    if said.count(":") == 1:
        # With a port, as some proxies write it.
        said = said.partition(":")[0]
    elif said.startswith("["):
        said = said[1:].partition("]")[0]
    try:
        address = ipaddress.ip_address(said)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address
