"""Keys that are none: whoever sends one is told that there is no such page, or nothing is done."""

import pytest
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.test import RequestFactory
from django.urls import get_resolver, reverse

from articles.models import Newsroom, User
from tests.factories import ArticleFactory, EventFactory, OrganizationFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]

ODD = ["abc", "9" * 5000, "\0", "\uffff", "٣", "-1", ""]


@pytest.mark.parametrize("key", ODD)
def test_no_odd_key_of_an_article_is_an_error_of_ours(client, admin_user, key):
    client.force_login(admin_user)
    article = ArticleFactory()
    for name in ("history", "authors"):
        path = reverse(f"admin:articles_article_{name}", args=[key or "x"])
        assert client.get(path).status_code == 404
    for name in ("presence", "restore"):
        path = reverse(f"admin:articles_article_{name}", args=[key or "x"])
        assert client.post(path).status_code == 404
    there = reverse("admin:articles_article_presence", args=[article.pk])
    assert client.post(there, {"revision": key}).status_code == 200
    deleted = reverse("admin:articles_article_deleted")
    assert client.post(deleted, {"revision": key}).status_code == 404


@pytest.mark.parametrize("number", ODD)
@pytest.mark.parametrize("factory", [ArticleFactory, EventFactory])
def test_who_restores_a_version_that_is_none_is_told(client, admin_user, factory, number):
    client.force_login(admin_user)
    record = factory()
    path = reverse(f"admin:articles_{record._meta.model_name}_restore", args=[record.pk])
    page = client.post(path, {"version": number, "number": number}, follow=True).text
    assert "Il n’y a pas de telle version" in page


@pytest.mark.parametrize("model", ["article", "event", "speaker", "image"])
def test_an_action_on_odd_keys_is_done_to_nothing(client, admin_user, model):
    client.force_login(admin_user)
    path = reverse(f"admin:articles_{model}_changelist")
    for action in ("delete_selected", "export_ar"):
        sent = {"action": action, "_selected_action": ODD, "post": "yes"}
        assert client.post(path, sent).status_code in {200, 302}


@pytest.mark.parametrize("name", ["_move-fr", "_move-fr:published", "_move-", "_move-a-b-c-d"])
def test_an_odd_button_moves_nothing(client, admin_user, name):
    client.force_login(admin_user)
    article = ArticleFactory()
    path = reverse("admin:articles_article_change", args=[article.pk])
    assert client.post(path, {name: "1"}).status_code in {200, 302, 422}
    article.refresh_from_db()
    assert article.status_fr == "draft"


def forms_to_add(*, with_choice=False):
    """Every form of the desk in which something is added; those that choose a record alone."""
    adding = RequestFactory().get("/")
    adding.user = User(is_superuser=True, is_active=True, is_staff=True)
    return [
        pytest.param(model, id=str(model._meta.model_name))
        for model, site in admin.site._registry.items()
        if model._meta.app_label == "articles"
        and site.has_add_permission(adding)
        and (site.autocomplete_fields or not with_choice)
    ]


def typed_fields(model):
    return [one.name for one in model._meta.get_fields() if not one.auto_created]


def choosers(form):
    """What an autocomplete field of a form shows, by its name."""
    for name, field in form.fields.items():
        widget = field.widget
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget = widget.widget
        if isinstance(widget, AutocompleteSelect):
            yield name, str(form[name])


KEYS = ["abc", "9" * 5000, "9" * 30, "\0", "٣", "-1", "1,\0"]
TURNS = 3
"""So many keys each field of each form is tried with; one field after the other has others."""


def keys_in_turn(model, names):
    """What is sent for each of some fields, a few times over: fields of a kind meet every key."""
    first = list(admin.site._registry).index(model)
    for turn in range(TURNS):
        yield {name: KEYS[(first + n + 2 * turn) % len(KEYS)] for n, name in enumerate(names)}


@pytest.mark.parametrize("model", forms_to_add())
def test_an_odd_key_in_the_address_of_a_form_chooses_nothing(client, admin_user, model):
    client.force_login(admin_user)
    path = reverse(f"admin:articles_{model._meta.model_name}_add")
    for asked in keys_in_turn(model, typed_fields(model)):
        response = client.get(path, asked)
        assert response.status_code == 200
        for _name, shown in choosers(response.context["adminform"].form):
            assert "selected" not in shown.replace('<option value="" selected></option>', "")


@pytest.mark.parametrize("model", forms_to_add(with_choice=True))
def test_an_odd_key_that_is_sent_is_said_at_its_field(client, admin_user, model):
    client.force_login(admin_user)
    path = reverse(f"admin:articles_{model._meta.model_name}_add")
    empty = client.get(path).context
    managed = {
        f"{one.formset.prefix}-{name}": "0"
        for one in empty["inline_admin_formsets"]
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }
    names = dict.fromkeys([*typed_fields(model), *empty["adminform"].form.fields])
    for sent in keys_in_turn(model, names):
        response = client.post(path, sent | managed)
        assert response.status_code == 200
        form = response.context["adminform"].form
        for name, _shown in choosers(form):
            assert name in form.errors


def test_a_key_in_the_address_of_a_form_chooses_its_record(client, admin_user):
    client.force_login(admin_user)
    event = EventFactory(name_fr="Le Sommet de Rabat")
    path = reverse("admin:articles_article_add")
    form = client.get(path, {"event": event.pk}).context["adminform"].form
    assert "Le Sommet de Rabat" in str(form["event"])
    assert "selected" in str(form["event"])


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("role", ["admin_user", "reporter"])
@pytest.mark.parametrize(("model", "field"), [("article", "event"), ("placement", "article")])
def test_an_odd_key_asked_of_the_finder_of_records_finds_nothing(
    client, request, role, model, *, field, key
):
    client.force_login(request.getfixturevalue(role))
    asked = {"app_label": "articles", "model_name": model, "field_name": field}
    for more in ({"term": key}, {"term": "a", "page": key}):
        response = client.get(reverse("admin:autocomplete"), asked | more)
        assert response.status_code in {200, 404}


def lists():
    """Every list of the desk; of the newsroom’s settings there is one, and no list."""
    return [
        pytest.param(model, site, id=str(model._meta.model_name))
        for model, site in admin.site._registry.items()
        if model is not Newsroom
    ]


@pytest.mark.parametrize(("model", "site"), lists())
def test_an_odd_key_that_a_list_is_asked_for_is_no_error_of_ours(client, admin_user, model, site):
    client.force_login(admin_user)
    path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    own = {"q"} | {one for one in site.list_filter if isinstance(one, str)}
    asked = [{name: key} for name in sorted(own) for key in KEYS]
    # What Django reads in the same way whatever the list is of.
    ties = {f"{one.name}__id__exact" for one in model._meta.fields if one.related_model}
    for keys in keys_in_turn(model, sorted((ties | {"id__exact", "pk__in", "p"}) - own)):
        asked += [{name: key} for name, key in keys.items()]
    # Which error it was, nobody reads.
    asked.append({"e": KEYS[1]})
    for one in asked:
        assert client.get(path, one).status_code in {200, 302}, one


ODD_LOOKUPS = {"__regex": "(", "__range": "1", "__isnull": "abc", "__year": "0", "__x": "1"}


def is_no_error_of_ours(response):
    return response.status_code in {200, 302, 400}


@pytest.mark.parametrize(("model", "site"), lists())
def test_an_odd_lookup_in_the_address_of_a_list_is_no_error_of_ours(
    client, admin_user, model, site
):
    client.force_login(admin_user)
    path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    for one in model._meta.get_fields():
        if one.is_relation:
            assert is_no_error_of_ours(client.get(path, {one.name: "1"})), one.name
    texts = [one.name for one in model._meta.fields if one.get_internal_type() == "TextField"]
    for name in (*texts[:1], model._meta.pk.name):
        for lookup, key in ODD_LOOKUPS.items():
            assert is_no_error_of_ours(client.get(path, {name + lookup: key})), (name, lookup)


@pytest.mark.parametrize(("model", "site"), lists())
def test_a_list_that_is_asked_oddly_a_second_time_is_shown_whole(client, admin_user, model, site):
    client.force_login(admin_user)
    path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    answer = client.get(path, {"e": "1", "zz": "1"}, follow=True)
    assert answer.status_code == 200
    assert "tout est affiché" in answer.text
    assert client.get(path, {"e": "1"}).status_code == 200


NAMES = """e zz q p o all _facets _to_field _popup next other month week day view entry back at at_0 at_1
list key act language source version from to text name pile _selected_action"""
HOSTILE = dict.fromkeys(NAMES.split(), "\0\ufffe\u202e'\"><9")


def test_no_page_of_the_desk_fails_on_what_its_address_asks(client, admin_user):
    client.force_login(admin_user)
    for name in pages_without_a_key():
        for asked in (HOSTILE, dict.fromkeys(HOSTILE, "1")):
            answer = client.get(reverse(f"admin:{name}"), asked)
            assert answer.status_code < 500, (name, asked)


def pages_without_a_key():
    """The names of the desk's pages whose address is the same whatever they show."""
    named = get_resolver().namespace_dict["admin"][1].reverse_dict
    return [
        name
        for name in named
        if isinstance(name, str)
        and name != "logout"
        and any(not parts for ways in named.getlist(name) for _path, parts in ways[0])
    ]


def test_a_lookup_that_needs_two_values_is_as_an_unknown_one(client, admin_user):
    client.force_login(admin_user)
    path = reverse("admin:articles_remembered_changelist")
    assert client.get(path, {"marks": "1"}).url == f"{path}?e=1"


@pytest.mark.parametrize("model", ["remembered", "term"])
@pytest.mark.parametrize("way", ["get", "post"])
def test_a_file_of_a_list_that_is_asked_oddly_is_the_list(client, admin_user, model, way):
    client.force_login(admin_user)
    path = reverse(f"admin:articles_{model}_export")
    for asked in ("x=1", "id__in=abc", "p=999", f"id={'9' * 30}", "updated_at__year=0"):
        answer = getattr(client, way)(f"{path}?{asked}")
        assert answer.status_code in {302, 400} or b"".join(answer.streaming_content)
    answer = getattr(client, way)(f"{path}?x=1")
    assert (answer.status_code, answer.url) == (
        302,
        reverse(f"admin:articles_{model}_changelist") + "?e=1",
    )


@pytest.mark.parametrize(("model", "site"), lists())
def test_every_list_counts_what_its_filters_find(client, admin_user, model, site):
    client.force_login(admin_user)
    path = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    assert client.get(path, {"_facets": "True"}).status_code == 200


def test_the_counts_of_what_is_public_are_right(client, admin_user):
    client.force_login(admin_user)
    OrganizationFactory()
    OrganizationFactory.create_batch(2, is_listed=False)
    path = reverse("admin:articles_organization_changelist")
    page = client.get(path, {"_facets": "True"}).text
    assert "public : français (1)" in page
    assert "non public : arabe (2)" in page
