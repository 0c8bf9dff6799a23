"""No reader finds a word of what is not before the readers: by no address, in no search box.

The newsroom, the addresses and the boxes are made from the models and from the table of URLs.
"""

from collections import defaultdict
from difflib import unified_diff

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from articles.languages import Language
from articles.models import Image, NamedRecord
from articles.search.entries import KIND_OF
from articles.search.facets import FACETS

from . import words
from .crawl import MOST, Crawl, Visitor
from .newsroom import HELD_BACK, STATES, Newsroom, models_without_rows, text_columns

pytestmark = pytest.mark.django_db

# All that readers see of a report that is before them, and of whom it names.
PUBLIC = {
    "Affiliation.position",
    "Article.body",
    "Article.local_byline",
    "Article.headline",
    "Article.slug",
    "Article.source_url",
    "Article.standfirst",
    "Article.translation_note",
    "Correction.text",
    "Document.filename",
    "Document.media_type",
    "Document.title",
    "Event.description",
    "Event.name",
    "Event.slug",
    "Event.state_note",
    "Event.venue",
    "Image.alt",
    "Image.caption",
    "Image.credit",
    "LiveEntry.body",
    "LiveEntry.byline",
    "LiveEntry.headline",
    "LiveEntry.reader_note",
    "Image.licence",
    "MediaKit.description",
    "MediaKit.name",
    "MediaKit.slug",
    "Newsroom.contact_name",
    "Newsroom.footer_note",
    "Newsroom.mail",
    "Newsroom.name",
    "Newsroom.postal_address",
    "Newsroom.tagline",
    "Newsroom.telephone",
    "NewsroomLink.label",
    "Organization.acronym",
    "Organization.aliases",
    "Organization.description",
    "Organization.name",
    "Organization.slug",
    "Organization.website",
    "Place.name",
    "PressContact.hours",
    "PressContact.mail",
    "PressContact.name",
    "PressContact.role",
    "PressContact.telephone",
    "Quote.position",
    "Quote.text",
    "Source.credit_line",
    "Source.homepage",
    "Source.licence",
    "Source.name",
    "Source.slug",
    "Speaker.aliases",
    "Speaker.biography",
    "Speaker.honorific",
    "Speaker.name",
    "Speaker.slug",
    "Topic.name",
    "Topic.slug",
    "UrgentBanner.text",
}
# By which words readers find something: other names of what they know of are not all shown.
FINDING = {
    "Article.body",
    "Article.headline",
    "Article.standfirst",
    "Document.title",
    "Event.aliases",
    "Event.name",
    "LiveEntry.body",
    "LiveEntry.headline",
    "Organization.acronym",
    "Organization.aliases",
    "Organization.name",
    "Place.aliases",
    "Place.name",
    "Source.aliases",
    "Source.name",
    "Speaker.aliases",
    "Speaker.name",
    "Topic.name",
}


# Readers see it where their language has no spelling of its own: here each has one.
BEHIND_ANOTHER = {"Article.byline"}


@pytest.fixture(scope="module")
def newsroom(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        made = Newsroom(PUBLIC | FINDING | BEHIND_ANOTHER)
        know_how_much_there_is()
        yield made
        transaction.set_rollback(True)


def know_how_much_there_is():
    """Count the rows, as a server does by itself once they are committed: else it takes all tables
    for empty, and reads every name for every name.
    """
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


@pytest.fixture(scope="module")
def crawled(newsroom):
    return Crawl(newsroom).everywhere()


def given_away(crawl):
    return {str(word): where for word, where in crawl.seen.items() if word.is_secret}


def test_every_text_of_every_model_is_in_the_newsroom(newsroom):
    assert models_without_rows(newsroom) == set()
    written = {(word.where, word.language) for word in newsroom.words.values()}
    lacking = [
        f"{model.__name__}.{column.name}"
        for model in {type(row) for row in newsroom.rows}
        for column in text_columns(model)
        if not any(f"{model.__name__}.{column.name}".startswith(where) for where, __ in written)
    ]
    assert lacking == []


def test_readers_see_all_of_what_is_before_them_and_nothing_else(crawled):
    assert {word.where for word in crawled.seen if word.state == "live"} == PUBLIC


def test_no_address_gives_a_word_away(crawled):
    assert given_away(crawled) == {}
    assert len(crawled.answers) < MOST
    assert [one for one, status in crawled.answers.items() if status >= 500] == []


def test_files_of_pictures_are_with_readers_while_something_shows_them(newsroom, crawled):
    served = defaultdict(set)
    for report in newsroom.reports:
        for image in report.rows:
            if isinstance(image, Image):
                stem = image.file.name.partition(".")[0]
                answers = [status for path, status in crawled.answers.items() if stem in path]
                assert len(answers) > 3
                served[report.state].update(answers)
    shown = {"live", "other language", *HELD_BACK}
    assert served == {state: {200} if state in shown else {404} for state in STATES}


BOXES = ("search", "search_suggestions", "search_feed")


def box(name, language):
    with translation.override(language.code):
        return reverse(name)


def answer(visitor, name, language, typed):
    """What a box says, without what was typed there."""
    response = visitor.get(box(name, language), {"q": typed})
    assert response.status_code == 200
    return words.without(response.text, typed)


def known_to(newsroom, name, language, secrets, slip):
    """Those of some words to which a box answers otherwise than to one nobody has written."""
    visitor, plain, known = Visitor(), {}, {}
    for word in secrets:
        script = "arabic" if word.language == "ar" else "latin"
        if script not in plain:
            plain[script] = answer(visitor, name, language, slip(newsroom.store.new(script)))
        said = answer(visitor, name, language, slip(word.text))
        if said != plain[script]:
            lines = unified_diff(plain[script].splitlines(), said.splitlines(), n=0, lineterm="")
            known[str(word)] = [line for line in lines if line[1:].strip()][2:8]
    return known


def as_it_is(word):
    return word


def in_turn(secrets, start=0):
    """A word of each text of each model, from one state after the other."""
    found = defaultdict(list)
    for word in secrets:
        found[word.where, word.language].append(word)
    return [some[(n + start) % len(some)] for n, some in enumerate(found.values())]


INDEXED = {model.__name__ for model in KIND_OF}


def findable(secrets):
    """Words of the columns by which readers find what they know of.

    Whether a row is found is its state's business: these are asked for from each state. The other
    columns are in no index, whatever the state, and are asked for in turn.
    """
    return [word for word in secrets if word.where in FINDING]


def own(secrets, language):
    """Words of a language, and those of none."""
    return [word for word in secrets if word.language in {"", language.code}]


def shared_out(secrets, number):
    """All that readers find something by, and of the rest the share of one of the slips."""
    rest = [word for word in secrets if word.where not in FINDING]
    return [*findable(secrets), *rest[number :: len(words.SLIPS)]]


@pytest.mark.parametrize("language", Language.all(), ids=str)
def test_a_secret_word_gives_the_page_of_a_word_that_nobody_has_written(newsroom, language):
    secrets = newsroom.secrets
    asked = {*findable(own(secrets, language)), *in_turn(secrets)}
    assert known_to(newsroom, "search", language, asked, as_it_is) == {}


@pytest.mark.parametrize("language", Language.all(), ids=str)
@pytest.mark.parametrize("number", range(len(words.SLIPS)))
def test_no_slip_brings_a_secret_word_out(newsroom, language, number):
    asked = shared_out(own(in_turn(newsroom.secrets, start=number), language), number)
    assert known_to(newsroom, "search", language, asked, words.SLIPS[number]) == {}


@pytest.mark.parametrize("language", Language.all(), ids=str)
def test_nothing_secret_is_suggested_while_one_types(newsroom, language):
    mine = own(newsroom.secrets, language)
    asked = {*findable(mine), *in_turn(mine, start=3)}
    assert known_to(newsroom, "search_suggestions", language, asked, words.beginning) == {}
    # What a whole word brings, its beginning brings too: whole ones are typed in turn.
    whole = in_turn(mine, start=4)
    assert known_to(newsroom, "search_suggestions", language, whole, as_it_is) == {}


@pytest.mark.parametrize("language", Language.all(), ids=str)
def test_no_feed_of_a_search_has_a_secret(newsroom, language):
    indexed = [one for one in newsroom.secrets if one.where.partition(".")[0] in INDEXED]
    asked = {*in_turn(indexed, start=5), *findable(in_turn(newsroom.secrets, start=6))}
    assert known_to(newsroom, "search_feed", language, asked, as_it_is) == {}


@pytest.mark.parametrize("language", Language.all(), ids=str)
def test_no_facet_leads_to_what_readers_do_not_know(newsroom, language):
    """Numbers in an address are no secret; whether anything is about them is."""
    client, there, address = Client(), [], box("search", language)
    for report in newsroom.reports:
        for row in report.rows:
            name = row.page if isinstance(row, NamedRecord) else ""
            if name not in FACETS or report.state == "live":
                continue
            if report.state in HELD_BACK and not any(row is one for one in report.held_back):
                continue
            if language in report.languages and report.state == "other language":
                continue
            found = client.get(address, {name: row.pk}).context
            if found["total"] or found["elsewhere"]:
                there.append((report.state, name))
    assert there == []


def test_the_boxes_find_what_is_before_the_readers_and_tell_nothing_else(newsroom):
    crawl, plain, found = Crawl(newsroom), {}, set()
    for word in newsroom.words.values():
        if word.is_secret or word.where not in FINDING:
            continue
        for language in (one for one in Language.all() if word.language == one.code):
            for name in BOXES if word.state == "live" else BOXES[:1]:
                address = f"{box(name, language)}?q="
                if address not in plain:
                    nonsense = newsroom.store.new("arabic" if language.code == "ar" else "latin")
                    plain[address] = words.without(crawl.ask(address + nonsense), nonsense)
                if words.without(crawl.ask(address + word.text), word.text) != plain[address]:
                    found.add((word.state, word.where, name))
    assert given_away(crawl) == {}
    assert {where for state, where, name in found if (state, name) == ("live", "search")} == FINDING
    assert {name for *__, name in found} == {*BOXES}
