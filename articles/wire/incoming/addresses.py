"""Which addresses of the web may be asked for: public ones, and those that the operator allows."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from ..fetch import WireError

type Address = IPv4Address | IPv6Address

PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
"""Below it are mail, databases of names and the like, which take what a browser sends amiss."""
TRANSLATED = [ip_network(one) for one in ("64:ff9b::/96", "::/96", "::ffff:0:0:0/96")]
"""Networks of IPv6 whose last four bytes are a number of IPv4."""
LONGEST = 2_000
AS_IT_IS = "%/:=&?~#+!$,;'@()*[]"


class ForbiddenAddressError(WireError):
    """An address that is not asked for, whoever says so."""


def checked(address: str) -> SplitResult:
    """The parts of an address, as they are sent.

    Raises:
        ForbiddenAddressError: it is none of the web, or of a port that is not the web's.
    """
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname or "", parts.port
        host = host if ":" in host else host.encode("idna").decode()
    except ValueError as error:
        raise no_address() from error
    if parts.scheme not in PORTS or not host or len(address) > LONGEST:
        raise no_address()
    if parts.username or parts.password:
        raise ForbiddenAddressError(_("An address with a name and a password is not read."))
    if port is not None and port < FIRST_FREE_PORT and port not in PORTS.values():
        raise ForbiddenAddressError(_("The address names a port that is not one of the web."))
    place = f"[{host}]" if ":" in host else host
    return SplitResult(
        parts.scheme,
        place if port is None else f"{place}:{port}",
        quote(parts.path or "/", safe=AS_IT_IS),
        quote(parts.query, safe=AS_IT_IS),
        "",
    )


def no_address() -> ForbiddenAddressError:
    return ForbiddenAddressError(
        _("It must be the address of a page, which begins with http:// or https://.")
    )


def address_to_ask(parts: SplitResult) -> tuple[str, int]:
    """The number and the port to connect to: what was looked up is what is asked.

    Raises:
        ForbiddenAddressError: the name leads into a network that is not public, be it only by one
            of its numbers.
        WireError: nobody knows the name.
    """
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise WireError(_("Nobody knows the site %(host)s.") % {"host": host}) from error
    numbers = list(dict.fromkeys(str(one[4][0]).partition("%")[0] for one in found))
    return str(first_public([ip_address(one) for one in numbers])), port


def first_public(numbers: list[Address]) -> Address:
    """The first of the numbers of a name, where each of them may be asked.

    Raises:
        ForbiddenAddressError: one may not.
    """
    if not numbers or not all(is_allowed(one) for one in numbers):
        raise ForbiddenAddressError(
            _("The address leads into a network that is not public: it is not read.")
        )
    return numbers[0]


def is_allowed(number: Address) -> bool:
    """Whether a number is public, or in a network that the operator allows."""
    number = within(number)
    networks = [ip_network(one.strip(), strict=False) for one in settings.FETCH_PRIVATE_NETWORKS]
    if any(number in network for network in networks if network.version == number.version):
        return True
    return number.is_global and not number.is_multicast


def within(number: Address) -> Address:
    """The number that another one stands for: IPv4 dressed as IPv6, in each of its dresses."""
    if isinstance(number, IPv4Address):
        return number
    if any(number in network for network in TRANSLATED):
        return IPv4Address(int(number) & 0xFFFFFFFF)
    teredo = number.teredo[1] if number.teredo else None
    return number.ipv4_mapped or number.sixtofour or teredo or number
