"""Two servers of one newsroom keep pages, and neither shows what the other has changed."""

import urllib.request

import pytest

from tests.serving.gunicorn import environment_in, free_port, manage, started
from tests.serving.sqlite import with_an_article_in

# Its programs have a database of their own.
pytestmark = pytest.mark.no_database

CHANGE = """
from articles.models import Article
article = Article.objects.get(key="cairo-plenary-report")
article.headline_fr = {title!r}
article.save()
"""


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    scratch = tmp_path_factory.mktemp("two")
    one = environment_in(
        scratch,
        DATABASE_URL=with_an_article_in(scratch),
        DJANGO_SETTINGS_MODULE="tests.serving.served",
        PAGE_CACHE="true",
    )
    other = one | {"PORT": str(free_port())}
    running = [started(environment) for environment in (one, other)]
    yield one, [address for address, _process in running]
    for _address, process in running:
        process.terminate()
        process.communicate(timeout=20)


def read(address):
    with urllib.request.urlopen(f"{address}/fr/") as answer:
        return answer.read().decode()


def test_a_change_is_seen_by_every_server_at_once(two):
    environment, addresses = two
    for title in ("Un premier titre", "Un deuxième titre", "Un troisième titre"):
        manage(environment, "shell", "-c", CHANGE.format(title=title))
        for address in addresses:
            page = read(address)
            assert title in page
            assert read(address) == page


def test_a_cache_that_is_away_makes_pages_slower_and_no_worse(two):
    environment, _addresses = two
    away = {"PORT": str(free_port()), "CACHE_URL": f"redis://127.0.0.1:{free_port()}/0"}
    address, process = started(environment | away)
    page = read(address)
    assert read(address) == page
    process.terminate()
    assert "cache of pages does not answer" in process.communicate(timeout=20)[0]
