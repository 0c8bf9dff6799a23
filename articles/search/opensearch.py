"""An OpenSearch server as the index, for newsrooms that have one.

It gets the words that Python has analysed, one space between them, and no analyser of its own:
what it finds is what the databases find. While it does not answer, the database does.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import batched
from time import monotonic
from typing import Any
from urllib.parse import urlparse

from opensearchpy import OpenSearch, helpers
from opensearchpy.exceptions import NotFoundError, OpenSearchException

from articles.models import SearchEntry

from .engine import Engine, SearchRequest
from .query_expansion import Alternative, Clause

WORDS = {"type": "text", "analyzer": "whitespace", "norms": False}
FIELDS = ("title", "lead", "body", "stems", "tags")
INDEX = {
    "mappings": {
        "dynamic": "strict",
        "properties": {
            **{name: {**WORDS, "copy_to": "document"} for name in FIELDS},
            "document": WORDS,
            "kind": {"type": "keyword"},
            "language": {"type": "keyword"},
            "visible_from": {"type": "date"},
            "digest": {"type": "keyword", "index": False},
        },
    }
}
SECONDS = 1
"""How long a reader waits for it."""
REST = 30.0
"""Seconds for which no reader waits for one that did not answer."""
BATCH = 500
SearchBody = dict[str, Any]

log = logging.getLogger(__name__)


@lru_cache
def client(address: str) -> Any:
    """One client for each process, with its connections."""
    return OpenSearch(hosts=[address], timeout=SECONDS, max_retries=0)


rests_until: dict[str, float] = {}
"""Until when the database answers instead of a server that did not, by its address."""


class OpenSearchEngine:
    """The index that an address names: ``https://user:password@host:9200/index``."""

    keeps_itself = False

    def __init__(self, address: str, instead: Engine) -> None:
        parts = urlparse(address)
        self.index = parts.path.strip("/")
        self.address = parts._replace(path="").geturl()
        self.client = client(self.address)
        self.instead = instead

    def find(self, wanted: SearchRequest) -> list[int]:
        if not wanted.asked and not wanted.tags:
            return []
        if monotonic() < rests_until.get(self.address, 0.0):
            return self.instead.find(wanted)
        try:
            found = self.client.search(index=self.index, body=body(wanted))
        except OpenSearchException as error:
            rests_until[self.address] = monotonic() + REST
            log.warning("The search server did not answer; the database does: %s", error)
            return self.instead.find(wanted)
        return [int(hit["_id"]) for hit in found["hits"]["hits"]]

    def find_each(self, wanted: Sequence[SearchRequest]) -> list[list[int]]:
        return [self.find(one) for one in wanted]

    def write(self, entries: Sequence[SearchEntry]) -> None:
        if not entries:
            return
        self.prepare()
        helpers.bulk(self.client, map(self.document, entries), request_timeout=60)

    def document(self, entry: SearchEntry) -> dict[str, Any]:
        names = [*FIELDS, "kind", "language", "visible_from", "digest"]
        return {
            "_index": self.index,
            "_id": str(entry.pk),
            "_source": {name: getattr(entry, name) for name in names},
        }

    def prepare(self) -> None:
        """Make the index, where there is none."""
        if not self.client.indices.exists(index=self.index):
            # Another process may have been quicker: that is as good.
            self.client.indices.create(index=self.index, body=INDEX, request_timeout=60, ignore=400)

    def remove(self, keys: Sequence[int]) -> None:
        actions = ({"_op_type": "delete", "_index": self.index, "_id": str(key)} for key in keys)
        helpers.bulk(self.client, actions, raise_on_error=False, request_timeout=60)

    def digests(self, keys: Sequence[int]) -> dict[int, str]:
        if not keys:
            return {}
        asked = {"ids": [str(key) for key in keys]}
        try:
            found = self.client.mget(
                index=self.index, body=asked, _source_includes=["digest"], request_timeout=60
            )
        except NotFoundError:
            return {}
        return {
            int(one["_id"]): one["_source"]["digest"] for one in found["docs"] if one.get("found")
        }

    def faults(self) -> Iterator[str]:
        yield from (f"gone: {key}" for key in self.left_over())

    def mend(self) -> None:
        self.remove(list(self.left_over()))

    def left_over(self) -> Iterator[int]:
        """The keys that the database has no entry of."""
        self.prepare()
        self.client.indices.refresh(index=self.index)
        hits = helpers.scan(self.client, index=self.index, _source=False, size=BATCH)
        for some in batched((int(hit["_id"]) for hit in hits), BATCH):
            known = SearchEntry.objects.filter(pk__in=some).values_list("pk", flat=True)
            yield from sorted(set(some) - set(known))


def body(wanted: SearchRequest) -> SearchBody:
    """The request: what must match decides, where it matches orders."""
    where = "title" if wanted.in_title else "document"
    must: list[SearchBody] = [
        {"term": {"language": wanted.language}},
        {"terms": {"kind": list(wanted.kinds)}},
        *(
            any_of([way("document", Alternative((name,), 1.0)) for name in names])
            for names in wanted.tags
        ),
    ]
    if wanted.until or wanted.since:
        times = {"lte": wanted.until, "gte": wanted.since}
        limits = {name: moment.isoformat() for name, moment in times.items() if moment}
        must.append({"range": {"visible_from": limits}})
    asked = wanted.asked
    if asked:
        least = min(wanted.least or len(asked), len(asked))
        must.append(any_of([clause(where, one) for one in asked], least))
    titles = [clause("title", one) for one in asked]
    better = [(len(titles), 2), (1, 1)] if titles else []
    return {
        "size": wanted.most,
        "_source": False,
        "track_total_hits": False,
        "query": {
            "bool": {
                "filter": must,
                "must_not": [clause("document", one) for one in wanted.excluded],
                "should": [
                    {"constant_score": {"filter": any_of(titles, least), "boost": boost}}
                    for least, boost in better
                ],
            }
        },
        "sort": [{"_score": "desc"}, {"visible_from": {"order": "desc", "missing": "_first"}}],
    }


def any_of(queries: list[SearchBody], least: int = 1) -> SearchBody:
    return {"bool": {"should": queries, "minimum_should_match": least}}


def clause(field: str, clause: Clause) -> SearchBody:
    return any_of([way(field, one) for one in clause.ways])


def way(field: str, way: Alternative) -> SearchBody:
    if len(way.words) > 1:
        return {"match_phrase": {field: " ".join(way.words)}}
    kind = "prefix" if way.is_beginning else "term"
    return {kind: {field: way.words[0]}}
