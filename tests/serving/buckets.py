"""An S3 server on this machine (moto), with a bucket."""

import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import boto3

from tests.serving.gunicorn import START, free_port

BUCKET = "newsroom"


@contextmanager
def bucket_server(log):
    """Its process, and what ``BUCKET_URL`` says of it."""
    port = free_port()
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        wait(f"http://127.0.0.1:{port}/moto-api/")
        client(port).create_bucket(Bucket=BUCKET)
        yield process, f"http://key:s%2Fcret@127.0.0.1:{port}/{BUCKET}/media"
    finally:
        process.kill()
        process.wait()


def wait(address):
    until = time.monotonic() + START
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            assert time.monotonic() < until
            # Not a pause of a test: the wait for a process to open its port.
            time.sleep(0.05)
        else:
            return


def client(port):
    return boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{port}",
        region_name="us-east-1",
        aws_access_key_id="key",
        aws_secret_access_key="s/cret",
    )
