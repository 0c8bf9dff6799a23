"""Pictures and documents in an S3 bucket: ``BUCKET_URL``, with ``newsroom[s3]``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.base import File
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from articles.uploads import StorageAwayError

IN_MEMORY = 5 * 1024**2
"""Bytes of a file that is read; a longer one lies in a temporary file meanwhile."""
REACHED = Config(
    # Who asks for a picture, or sends one, is told so soon where the bucket does not answer.
    connect_timeout=2,
    read_timeout=5,
    retries={"mode": "standard", "total_max_attempts": 2},
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    # Other servers than Amazon's do not know its newest sums.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class BucketStorage(S3Storage):
    """Files in a bucket that nobody but the program reads: their addresses are the program's.

    Whoever is asked for a file answers as with a disk: ``FileNotFoundError`` where it is not there,
    another ``OSError`` where the bucket does not say.
    """

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        bucket, _sign, folder = parts.path.strip("/").partition("/")
        port = f":{parts.port}" if parts.port else ""
        super().__init__(
            access_key=unquote(parts.username or ""),
            secret_key=unquote(parts.password or ""),
            endpoint_url=f"{parts.scheme}://{parts.hostname}{port}",
            region_name=parse_qs(parts.query).get("region", ["us-east-1"])[0],
            bucket_name=bucket,
            location=folder,
            # As on a disk: no file takes the place of another.
            file_overwrite=False,
            max_memory_size=IN_MEMORY,
            client_config=REACHED,
            transfer_config=TransferConfig(use_threads=False),
        )

    def url(self, name: str, *_args: Any, **_named: Any) -> str:
        return urljoin(settings.MEDIA_URL, filepath_to_uri(name).lstrip("/"))

    def _open(self, name: str, mode: str = "rb") -> File:
        with as_a_disk_says(name):
            opened = super()._open(name, mode)
            if "r" in mode:
                # Fetched now: who reads it later could not be told that the bucket is away.
                opened.file  # noqa: B018
            return opened

    def _save(self, name: str, content: File) -> str:
        with as_a_disk_says(name):
            return str(super()._save(name, content))

    def delete(self, name: str) -> None:
        with as_a_disk_says(name):
            super().delete(name)

    def exists(self, name: str) -> bool:
        with as_a_disk_says(name):
            return bool(super().exists(name))

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with as_a_disk_says(name):
            folders, files = super().listdir(name)
            return folders, files

    def size(self, name: str) -> int:
        with as_a_disk_says(name):
            return int(super().size(name))

    def get_modified_time(self, name: str) -> datetime:
        with as_a_disk_says(name):
            changed: datetime = super().get_modified_time(name)
            return changed


@contextmanager
def as_a_disk_says(name: str) -> Iterator[None]:
    """Say what the bucket says in the words of a disk.

    Raises:
        FileNotFoundError: it has no such file.
        StorageAwayError: it does not answer, or refuses.
    """
    try:
        yield
    except ClientError as error:
        if error.response.get("ResponseMetadata", {}).get("HTTPStatusCode") == 404:
            raise FileNotFoundError(name) from error
        raise StorageAwayError(name) from error
    except BotoCoreError as error:
        raise StorageAwayError(name) from error
