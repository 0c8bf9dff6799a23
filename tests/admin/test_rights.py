"""Who may do what: role × action × state × language, through the admin, with forged POSTs.

The table is written by hand from the newsroom's rules, not read from the program.
"""

from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from django.db import transaction
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Proposal
from tests.conftest import member_of
from tests.factories import (
    ArticleFactory,
    EventFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

SEEN = datetime(2024, 7, 4, 10, tzinfo=UTC)
ROLES = ["reporter", "translator", "editor", "chief", "administrator", "stranger"]
STATES = ["draft", "in_review", "ready", "published", "withdrawn"]
LANGUAGES = ["fr", "ar"]
MOVES = ["in_review", "draft", "ready", "published", "withdrawn"]

EDITORS = {"editor", "chief", "administrator"}
CHIEFS = {"chief", "administrator"}

# (from, to): who may. A pair that is not here is no move, for anybody.
WHO_MOVES = {
    ("draft", "in_review"): EDITORS | {"own reporter", "translator ar"},
    ("in_review", "draft"): EDITORS,
    ("in_review", "ready"): EDITORS,
    ("ready", "draft"): EDITORS,
    ("draft", "published"): EDITORS,
    ("in_review", "published"): EDITORS,
    ("ready", "published"): EDITORS,
    ("published", "withdrawn"): CHIEFS,
    ("withdrawn", "published"): CHIEFS,
    ("withdrawn", "draft"): CHIEFS,
}


def names_of(role, language, own):
    """What a role is called in the table: a translator by the language, a reporter by whose."""
    return {role, f"{role} {language}", f"own {role}" if own else f"others' {role}"}


def account(role):
    if role == "stranger":
        return UserFactory(username=role)
    person = member_of(role)
    person.languages = ["ar"] if role == "translator" else []
    person.save()
    return person


def article_in(state, language, by=None):
    dates = {f"published_at_{language}": SEEN} if state in STATES[3:] else {}
    return ArticleFactory(
        created_by=by,
        live=[language] if state == "published" else [],
        **{f"status_{language}": state},
        **dates,
    )


def change(article):
    return reverse("admin:articles_article_change", args=[article.pk])


def rows():
    kinds = ("quotes", "mentions", "attachments", "tagged", "corrections", "transitions")
    return {f"{kind}-{what}_FORMS": "0" for kind in kinds for what in ("TOTAL", "INITIAL")}


def filled(client, page):
    """What a browser would send: the fields and rows that the page has, as they stand."""
    response = client.get(page)
    if response.status_code != 200 or "adminform" not in response.context_data:
        return {"kind": "news", **rows()}
    sent = dict(rows())
    forms = [response.context_data["adminform"].form]
    for inline in response.context_data["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    for bound in (bound for form in forms for bound in form):
        value = bound.value()
        if isinstance(value, datetime):
            value = timezone.localtime(value)
            sent |= {
                f"{bound.html_name}_0": value.strftime("%d/%m/%Y"),
                f"{bound.html_name}_1": value.strftime("%H:%M:%S"),
            }
        elif isinstance(value, date):
            sent[bound.html_name] = value.strftime("%d/%m/%Y")
        elif value is not None:
            sent[bound.html_name] = value
    return sent


@contextmanager
def undone():
    """What is done in here is taken back, so that one article serves many trials."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def unseen(monkeypatch):
    """Nobody looks at these pages: their templates are not rendered."""
    monkeypatch.setattr(TemplateResponse, "rendered_content", "")


@pytest.mark.parametrize("own", [True, False], ids=["own", "others"])
@pytest.mark.parametrize("start", STATES)
@pytest.mark.parametrize("role", ROLES)
def test_a_move_is_made_by_who_may_and_by_nobody_else(client, role, start, own):
    person = account(role)
    client.force_login(person)
    for language in LANGUAGES:
        article = article_in(start, language, by=person if own else None)
        form = filled(client, change(article))
        for to in MOVES:
            with undone():
                asked = {f"_move-{language}-{to}": "1", "_note": "Une raison.", "_as_it_is": "1"}
                response = client.post(change(article), form | asked)
                article.refresh_from_db()
                cell = (language, to, response.status_code)
                if WHO_MOVES.get((start, to), set()) & names_of(role, language, own):
                    assert article.status_in(language) == to, cell
                    made = article.transitions.get()
                    assert (made.made_by, made.from_status, made.to_status) == (person, start, to)
                else:
                    assert article.status_in(language) == start, cell
                    assert not article.transitions.exists(), cell
            article.refresh_from_db()


# Who writes the headline of a language, by its state.
WHO_WRITES = {
    "draft": EDITORS | {"own reporter", "translator ar"},
    "in_review": EDITORS,
    "ready": EDITORS,
    "published": EDITORS | {"translator ar"},  # in a working copy; of translations, their own too
    "withdrawn": EDITORS,
}


@pytest.mark.parametrize("own", [True, False], ids=["own", "others"])
@pytest.mark.parametrize("start", STATES)
@pytest.mark.parametrize("role", ROLES)
def test_a_headline_is_written_by_who_may_and_by_nobody_else(client, role, start, own):
    person = account(role)
    client.force_login(person)
    for language in LANGUAGES:
        article = article_in(start, language, by=person if own else None)
        headline, before = f"headline_{language}", article.said("headline", language)
        # What readers see is written in its working copy, where there is one.
        if start == "published":
            client.post(change(article), {"_open_copy": "1"})
        written = Article.with_copies.filter(working_copy_of=article).first() or article
        client.post(change(written), filled(client, change(written)) | {headline: "Forgé"})
        written.refresh_from_db()
        article.refresh_from_db()
        if written != article:
            assert article.said("headline", language) == before
        may = WHO_WRITES[start] & names_of(role, language, own)
        assert written.said("headline", language) == ("Forgé" if may else before), language


WHO_ADDS_ROWS = dict.fromkeys(STATES, EDITORS) | {"draft": EDITORS | {"own reporter"}}


@pytest.mark.parametrize("start", STATES)
@pytest.mark.parametrize(("role", "own"), [("reporter", True), *((role, False) for role in ROLES)])
def test_a_quotation_is_changed_added_and_taken_away_by_who_may(client, role, start, own):
    person = account(role)
    client.force_login(person)
    article = article_in(start, "ar", by=person if own else None)
    QuoteFactory(article=article)
    if start == "published":
        client.post(change(article), {"_open_copy": "1"})
    written = Article.with_copies.filter(working_copy_of=article).first() or article
    quote = written.quotes.get()
    one = {"speaker": quote.speaker_id, "kind": "direct", "order": 0, "text_ar": "جلسة عامة"}
    whole = {f"quotes-0-{name}": value for name, value in one.items()}
    form = filled(client, change(written)) | {"quotes-TOTAL_FORMS": 1, "quotes-INITIAL_FORMS": 1}
    if "quotes-0-id" not in form:
        # Forged as a whole: the page has no such form.
        form |= whole | {"quotes-0-id": quote.pk, "quotes-0-article": written.pk}
    who = names_of(role, "ar", own)
    writes, adds = bool(WHO_WRITES[start] & who), bool(WHO_ADDS_ROWS[start] & who)
    with undone():
        client.post(change(written), form | {"quotes-0-text_ar": "جلسة"})
        quote.refresh_from_db()
        assert (quote.text_ar == "جلسة") == writes
    with undone():
        another = {name.replace("-0-", "-1-"): value for name, value in whole.items()}
        client.post(change(written), form | another | {"quotes-TOTAL_FORMS": 2})
        assert (written.quotes.count() == 2) == adds
    with undone():
        client.post(change(written), form | {"quotes-0-DELETE": "on"})
        assert (written.quotes.count() == 0) == adds


KNOWN = {
    "speaker": (SpeakerFactory, "slug_fr", "forge"),
    "organization": (OrganizationFactory, "kind", "media"),
    "place": (PlaceFactory, "country", "FR"),
    "source": (SourceFactory, "licence", "Forgé"),
    "event": (EventFactory, "kind", "summit"),
    "topic": (TopicFactory, "slug_fr", "forge"),
}


def unknown_to_readers(record):
    """Nobody has made it public by itself."""
    for name in ("visibility_fr", "visibility_ar"):
        if hasattr(record, name):
            setattr(record, name, "automatic")
    if hasattr(record, "is_listed"):
        record.is_listed = False
    record.save()
    return record


@pytest.mark.parametrize("seen", [False, True], ids=["unseen", "seen"])
@pytest.mark.parametrize("model", KNOWN)
@pytest.mark.parametrize("role", ["reporter", "translator", "stranger"])
def test_a_translator_names_what_is_known_in_the_languages_of_the_account(
    client, role, model, seen
):
    """What readers have, they propose: it stays as it is."""
    make, fact, forged = KNOWN[model]
    record = unknown_to_readers(make())
    if seen and model == "place":
        ArticleFactory(live=["fr"], dateline=record)
    elif seen:
        columns = {"visibility_fr": "public"} if model == "event" else {"is_listed": True}
        type(record).objects.filter(pk=record.pk).update(**columns)
    client.force_login(account(role))
    page = reverse(f"admin:articles_{model}_change", args=[record.pk])
    form = filled(client, page)
    for column, value, who in (
        ("name_ar", "مزوّر", {"reporter", "translator"}),
        ("name_fr", "Forgé", {"reporter"}),
        (fact, forged, {"reporter"}),
    ):
        with undone():
            client.post(page, form | {column: value})
            record.refresh_from_db()
            proposed = Proposal.objects.filter(**{f"after__fields__{column}": value}).exists()
            assert (getattr(record, column) == value) == (role in who and not seen), column
            assert proposed == (role in who and seen), column
        record.refresh_from_db()


@pytest.mark.parametrize("start", STATES)
@pytest.mark.parametrize("role", ROLES)
def test_an_article_is_deleted_by_the_chief_where_readers_have_it_not(client, role, start):
    person = account(role)
    article = article_in(start, "fr", by=person)
    client.force_login(person)
    delete = reverse("admin:articles_article_delete", args=[article.pk])
    client.post(delete, {"post": "yes"})
    gone = not Article.objects.filter(pk=article.pk).exists()
    assert gone == (role in CHIEFS and start != "published")
    client.post(
        reverse("admin:articles_article_changelist"),
        {"action": "delete_selected", "_selected_action": [article.pk], "post": "yes"},
    )
    assert Article.objects.filter(pk=article.pk).exists() != (
        role in CHIEFS and start != "published"
    )


WHO_SEES = EDITORS | {"translator", "own reporter"}


@pytest.mark.parametrize("own", [True, False], ids=["own", "others"])
@pytest.mark.parametrize("role", ROLES)
def test_a_draft_is_found_by_who_may_see_it(client, role, own):
    person = account(role)
    article = ArticleFactory(headline_fr="Brouillon du Caire", created_by=person if own else None)
    client.force_login(person)
    may = bool(WHO_SEES & names_of(role, "fr", own))
    history = client.get(reverse("admin:articles_article_history", args=[article.pk]))
    assert (history.status_code == 200) == may
    found = client.get(
        reverse("admin:autocomplete"),
        {
            "app_label": "articles",
            "model_name": "placement",
            "field_name": "article",
            "term": "Caire",
        },
    )
    assert ("Brouillon" in found.text) == may
    restore = reverse("admin:articles_article_restore", args=[article.pk])
    rewrites = EDITORS | {"own reporter"}
    status = client.post(restore, {"version": "1"}).status_code
    assert (status == 302) == bool(rewrites & names_of(role, "fr", own))


WHO_TAKES = EDITORS | {"own reporter", "translator ar"}


@pytest.mark.parametrize("own", [True, False], ids=["own", "others"])
@pytest.mark.parametrize("role", ROLES)
def test_a_translation_is_taken_and_given_by_who_may(client, role, own):
    person = account(role)
    client.force_login(person)
    opens = client.get(reverse("admin:articles_translations")).status_code
    assert opens == (
        302 if role == "stranger" and not person.is_staff else 403 if role == "stranger" else 200
    )
    for language, original in (("fr", "ar"), ("ar", "fr")):
        article = ArticleFactory(original_language=original, created_by=person if own else None)
        cell = {"cell": f"{article.pk}:{language}"}
        task = article.translations.get(language=language)
        with undone():
            client.post(reverse("admin:articles_translations_take"), cell)
            task.refresh_from_db()
            taken = task.assignee == person
        assert taken == bool(WHO_TAKES & names_of(role, language, own)), (language, own)
        with undone():
            asked = cell | {"due_at": "2026-12-01T10:00"}
            client.post(reverse("admin:articles_translations_assign"), asked)
            task.refresh_from_db()
            given = task.due_at is not None
        assert given == (role in EDITORS)
