"""What the environment may say: each function takes a value, or refuses it with a sentence."""

import ipaddress
import re
from contextlib import suppress
from importlib.util import find_spec
from urllib.parse import urlparse

from environs import ValidationError

from articles.text.richtext.embeds import ORIGINS as EMBEDDED


def is_web_address(address: str) -> None:
    if not address.startswith(("http://", "https://")) or not urlparse(address).hostname:
        raise ValidationError("It must begin with http:// or https:// and name a host.")


def are_web_addresses(addresses: list[str]) -> None:
    for one in addresses:
        is_web_address(one)


def is_class(path: str) -> None:
    """The dotted path of a class; its module is looked for, and not read yet."""
    module, _dot, name = path.rpartition(".")
    with suppress(ModuleNotFoundError):
        if module and name and find_spec(module):
            return
    raise ValidationError(f"There is no {path}.")


def is_contact(address: str) -> None:
    """``mailto:courrier@example.org``, or the page of a form."""
    if not address.startswith("mailto:"):
        if address:
            is_web_address(address)
    elif not re.fullmatch(r"mailto:[^@\s]+@[^@\s]+", address):
        raise ValidationError("After mailto: comes an address, with one @ in it.")


def is_hub(address: str) -> None:
    """The address of a hub, or none."""
    if address:
        is_web_address(address)


def is_replica(address: str) -> None:
    """A PostgreSQL that follows that of ``DATABASE_URL``, or none."""
    if address and not re.match(r"(postgres|postgresql|pgsql)://", address):
        raise ValidationError("It must be postgresql://user:password@host/name.")


def is_search_server(address: str) -> None:
    """``https://user:password@host:9200/index``, and the client to speak to it."""
    if not address:
        return
    is_web_address(address)
    if not re.fullmatch(r"/[a-z0-9][a-z0-9_-]*/?", urlparse(address).path):
        raise ValidationError("It must end with the name of an index, in small letters.")
    if not find_spec("opensearchpy"):
        raise ValidationError("It needs opensearch-py: install newsroom[opensearch].")


def is_bucket(address: str) -> None:
    """``https://key:secret@host/bucket/folder?region=…``, and the library to speak to it."""
    if not address:
        return
    is_web_address(address)
    parts = urlparse(address)
    if not parts.username or not parts.password:
        raise ValidationError("It must name a key and its secret: https://key:secret@host/bucket.")
    if not re.fullmatch(r"/[a-z0-9][a-z0-9.-]{2,62}(/.*)?", parts.path):
        raise ValidationError("After the host comes the name of a bucket.")
    if not find_spec("storages") or not find_spec("boto3"):
        raise ValidationError("It needs django-storages: install newsroom[s3].")


def may_have_worker(wanted: bool) -> None:
    if wanted and not find_spec("django_tasks_db"):
        raise ValidationError("It needs django-tasks-db: install newsroom[worker].")


def are_digits(chosen: dict[str, str]) -> None:
    if unknown := set(chosen.values()) - {"western", "arabic-indic"}:
        raise ValidationError(f"{', '.join(sorted(unknown))} is neither western nor arabic-indic.")


def are_kinds_of_change(chosen: list[str]) -> None:
    if unknown := set(chosen) - {"misprint", "update", "correction"}:
        raise ValidationError(
            f"{', '.join(sorted(unknown))} is none of misprint, update and correction."
        )


def are_embedded(hosts: list[str]) -> None:
    if unknown := set(hosts) - set(EMBEDDED):
        raise ValidationError(
            f"{', '.join(sorted(unknown))}: the program knows no player of theirs. "
            f"It knows {', '.join(EMBEDDED)}."
        )


def is_some(number: int) -> None:
    if number < 1:
        raise ValidationError("It must be at least 1.")


def is_pace(number: int) -> None:
    if number < 0:
        raise ValidationError("It must be 0, for as many as go, or more.")


def is_hour(number: int) -> None:
    if not 0 <= number <= 23:
        raise ValidationError("It must be an hour: 0 to 23.")


def is_mail_address(address: str) -> None:
    if address and not re.fullmatch(r"[^@\s<>]+@[^@\s<>]+", address):
        raise ValidationError("It must be a mail address, with one @ in it, and nothing else.")


def are_networks(named: list[str]) -> None:
    """Addresses of proxies, or networks of them; ``*`` for whoever connects."""
    for one in named:
        try:
            if one.strip() != "*":
                ipaddress.ip_network(one.strip(), strict=False)
        except ValueError:
            raise ValidationError(f"{one} is neither an address nor a network.") from None


def are_numbers(named: list[str]) -> None:
    """Addresses, or networks of them."""
    are_networks(["all" if one.strip() == "*" else one for one in named])


def keys_by_site(said: str) -> dict[str, str]:
    """``host=key``, a comma between two."""
    pairs = [one.partition("=") for one in said.split(",") if one.strip()]
    if any(not host.strip() or not sign for host, sign, _key in pairs):
        raise ValidationError("It must be host=key, with a comma between two.")
    return {host.strip().lower(): key.strip() for host, _sign, key in pairs}


def is_mailbox(address: str) -> None:
    """``imaps://user:password@host/folder``; ``imap://`` only on this machine."""
    if not address:
        return
    parts = urlparse(address)
    if parts.scheme not in {"imaps", "imap"} or not parts.hostname or not parts.username:
        raise ValidationError("It must be imaps://user:password@host/folder.")
    if parts.scheme == "imap" and parts.hostname not in {"localhost", "127.0.0.1", "::1"}:
        raise ValidationError("Without TLS (imap://) only a mailbox of this machine is read.")
