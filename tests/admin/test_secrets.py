"""Nobody at the desk reads what they may not see: each page of the URL table, each search box.

The words are put into every column and every page is asked for, so that a new column or page is
tried by itself.
"""

from pathlib import PurePath

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.messages import get_messages
from django.db import transaction
from django.urls import get_resolver, reverse

from articles.models import (
    Article,
    Document,
    FrontPage,
    Image,
    IncomingItem,
    LiveEntry,
    Placement,
    Proposal,
    ReceivedFile,
    ReceivedText,
    SenderNotice,
)
from tests.admin.forms import opened
from tests.conftest import member_of
from tests.factories import ArticleFactory, ImageFactory, UserFactory
from tests.secret_words import BEGINS, log, make_all, texts_of

pytestmark = pytest.mark.django_db

# All that may be given to an account, but the right to everybody's articles.
WITHOUT_THE_RIGHT = {"edit_any_article"}


def account(role):
    if role == "stranger":
        return UserFactory(username=role)
    if role == "all but one right":
        person = UserFactory(username="almost")
        person.user_permissions.set(Permission.objects.exclude(codename__in=WITHOUT_THE_RIGHT))
        return person
    return member_of(role)


ROLES = ["stranger", "reporter", "all but one right"]


@pytest.fixture
def secrets(editor):
    found = make_all(by=editor)
    page = FrontPage.objects.create(language="fr")
    for one in found.made:
        Placement.objects.create(front_page=page, article=one.article)
        told_by_its_sender(one.article)
    return found


def told_by_its_sender(article):
    """Have the agency cancel the text that an article was made from."""
    file = ReceivedFile.objects.create(name="a.txt", size=1)
    text = ReceivedText.objects.create(file=file, text="Dépêche", article=article, state="drafted")
    item = IncomingItem.objects.create(headline="Dépêche", text=text, state="taken")
    ReceivedText.objects.filter(pk=text.pk).update(came_as=item)
    SenderNotice.objects.create(item=item, kind="canceled", words="Par erreur.")


def pages():
    """Every page of the admin, by its name, with the names of what its address has in it."""
    namespace = get_resolver().namespace_dict["admin"][1]
    for name in namespace.reverse_dict:
        if isinstance(name, str):
            for possibilities, *_rest in namespace.reverse_dict.getlist(name):
                for _way, names in possibilities:
                    yield name, names


def model_of(name):
    """The model whose page it is."""
    for model in admin.site._registry:
        if name.startswith(f"{model._meta.app_label}_{model._meta.model_name}_"):
            return model
    return Article


def proposal_of(row):
    """What a colleague proposes for a record."""
    about = {"kind": row._meta.model_name, "record_key": row.key}
    content = {"before": {"fields": {}}, "after": {"fields": {}}}
    return Proposal.objects.get_or_create(content, **about)[0]


def entry_of(article):
    """An entry of a live coverage; of another's, where the article has none."""
    return article.live_entries.first() or LiveEntry.objects.first()


def addresses(secrets):
    """The address of every page, of each row that the article has to do with."""
    beside = {model: list(model.objects.all()) for model in (FrontPage, Image, Document)}
    rows = secrets.rows | beside
    notes = [one.pk for one in rows[apps.get_model("articles", "note")]]
    notice = SenderNotice.objects.values_list("pk", flat=True)[0]
    for name, names in pages():
        if "content_type_id" in names:
            for model, some in rows.items():
                kind = ContentType.objects.get_for_model(model).pk
                for row in some:
                    yield name, reverse(f"admin:{name}", args=[kind, row.pk])
        elif "app_label" in names:
            yield name, reverse(f"admin:{name}", args=["articles"])
        elif not names:
            yield name, reverse(f"admin:{name}")
        else:
            for row in rows.get(model_of(name)) or model_of(name)._base_manager.all():
                for code in ("fr", "ar") if "language" in names else [None]:
                    given = {
                        "object_id": row.pk,
                        "pk": row.pk,
                        "id": row.pk,
                        "key": getattr(row, "key", None),
                        "language": code,
                        "note": notes[0],
                        "notice": notice,
                        "entry": entry_of(row).pk if "entry" in names else None,
                        "act": "show",
                        "rest": "nothing",
                        "number": proposal_of(row).pk if "number" in names else None,
                        "name": PurePath(row.file.name).name if "name" in names else None,
                    }
                    arguments = {one: given[one] for one in names if one in given}
                    yield name, reverse(f"admin:{name}", kwargs=arguments)


NO_PAGES = {"logout"}
SENT = {"text": "Bonjour", "_save": "1", "to": "published"}


def answers(client, secrets):
    """What each page answers: asked for, sent nothing, and followed to where it leads, once."""
    followed = set()
    for name, address in addresses(secrets):
        if name in NO_PAGES:
            continue
        asked = client.get(address)
        yield address, asked
        leads = asked.status_code in {301, 302} and asked.url.startswith("/")
        if leads and asked.url not in followed:
            followed.add(asked.url)
            yield asked.url, client.get(asked.url)
        # What is done so is taken back: one person tries every page.
        with transaction.atomic():
            yield address, client.post(address, SENT)
            transaction.set_rollback(True)


def text_of(response):
    content = response.getvalue() if response.streaming else response.content
    said = [str(one) for one in get_messages(response.wsgi_request)]
    return " ".join([content.decode(errors="replace"), response.headers.get("Location", ""), *said])


@pytest.mark.parametrize("role", ROLES)
def test_no_page_of_the_desk_gives_a_word_away(client, secrets, role):
    person = account(role)
    log(secrets, person)
    client.force_login(person)
    client.raise_request_exception = False
    hidden = [one.hidden.pk for one in secrets.made if one.hidden]
    own = tuple(f"/admin/articles/article/{pk}/" for pk in hidden)
    told, broken, opened = {}, [], []
    for address, response in answers(client, secrets):
        if response.status_code >= 500:
            broken.append(address)
        if found := secrets.found_in(text_of(response)):
            told[address] = found
        to_index = response.status_code == 302 and response.url == reverse("admin:index")
        is_refused = to_index or response.status_code in {403, 404, 405}
        if address.startswith(own) and not is_refused:
            opened.append((address, response.status_code))
    assert (told, broken, opened) == ({}, [], [])


@pytest.mark.parametrize("role", ["reporter", "all but one right"])
def test_no_action_of_a_list_gives_a_word_away(client, secrets, role):
    client.force_login(account(role))
    told = {}
    for model, rows in secrets.rows.items():
        if not admin.site.is_registered(model):
            continue
        listed = client.get(box_of(model))
        form = listed.status_code == 200 and listed.context_data.get("action_form")
        keys = [row.pk for row in rows]
        for name, _label in form.fields["action"].choices if form else []:
            post = {"action": name, "_selected_action": keys, "index": "0"}
            answer = client.post(box_of(model), post, follow=True)
            if found := secrets.found_in(text_of(answer)):
                told[box_of(model), name] = found
            assert answer.status_code == 200
    assert told == {}


def chosen_by_number(secrets):
    """The address of each empty form, with each hidden text and picture chosen in it."""
    hidden = {
        Article: [one.hidden for one in secrets.made if one.hidden],
        Image: [one.article.lead_image for one in secrets.made if one.hidden == one.article],
    }
    for model in admin.site._registry:
        for column in model._meta.concrete_fields:
            for row in hidden.get(column.related_model, ()):
                name = f"admin:{model._meta.app_label}_{model._meta.model_name}_add"
                yield f"{reverse(name)}?{column.name}={row.pk}", row


@pytest.mark.parametrize("role", ROLES)
def test_no_form_tells_what_a_number_in_its_address_is(client, secrets, role):
    client.force_login(account(role))
    told = {}
    for address, _row in chosen_by_number(secrets):
        if found := secrets.found_in(text_of(client.get(address))):
            told[address] = found
    assert told == {}


def test_a_picture_chosen_by_its_number_is_not_saved(client, secrets, reporter):
    client.force_login(reporter)
    mine = ArticleFactory(created_by=reporter, status_fr="draft")
    hidden = next(one.article.lead_image for one in secrets.made if one.state == "draft")
    page = reverse("admin:articles_article_change", args=[mine.pk])
    answer = client.post(page, opened(client, mine) | {"lead_image": hidden.pk})
    assert "errornote" in answer.text
    mine.refresh_from_db()
    assert mine.lead_image is None


@pytest.mark.parametrize("button", ["_replace", "_merge"])
def test_nothing_is_put_in_the_place_of_a_picture_by_a_hidden_ones_number(client, secrets, button):
    person = account("all but one right")
    client.force_login(person)
    mine = ImageFactory()
    ArticleFactory(created_by=person, lead_image=mine)
    hidden = next(one.article.lead_image for one in secrets.made if one.state == "draft")
    page = reverse("admin:articles_image_delete", args=[mine.pk])
    answer = client.post(page, {button: "1", "other": hidden.pk})
    assert answer.status_code == 422
    assert secrets.found_in(text_of(answer)) == []
    assert client.get(reverse("admin:articles_image_change", args=[hidden.pk])).status_code == 302
    assert Image.objects.filter(pk=mine.pk).exists()


@pytest.mark.databases
@pytest.mark.parametrize("role", ["reporter", "all but one right"])
def test_no_list_is_asked_which_record_a_hidden_text_names(client, secrets, role):
    client.force_login(account(role))
    told = []
    for model in admin.site._registry:
        for way in model._meta.related_objects:
            for row in secrets.rows.get(way.related_model, [])[:1]:
                for name in {way.get_accessor_name(), way.field.related_query_name()}:
                    for asked in (f"{name}={row.pk}", f"{name}__gte={row.pk}"):
                        answer = client.get(f"{box_of(model)}?{asked}")
                        told += [(model.__name__, asked)] * (answer.status_code == 200)
    assert told == []


def box_of(model):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def words_for(secrets, model):
    """A word of each column of a model, from one state and another; of the titles, all."""
    found = {}
    for number, (one, where) in enumerate(secrets.words.items()):
        if where.startswith(f"{model.__name__}."):
            found[where if "headline" not in where else number] = one
    return list(found.values()) or [*secrets.words][:1]


def search_boxes(secrets):
    """Every box of the desk that is searched: where it is, and the words to type there."""
    for model, its_admin in admin.site._registry.items():
        if its_admin.search_fields:
            yield f"{box_of(model)}?q=", words_for(secrets, model)
    yield f"{reverse('admin:articles_translations')}?q=", words_for(secrets, Article)
    yield f"{reverse('admin:articles_find')}?q=", words_for(secrets, Article)
    choosers = {
        column.related_model: (model._meta.model_name, column.name)
        for model in apps.get_app_config("articles").get_models()
        for column in model._meta.concrete_fields
        if admin.site.is_registered(column.related_model or type(None))
    }
    for remote, (name, column) in choosers.items():
        asked = f"app_label=articles&model_name={name}&field_name={column}"
        yield f"{reverse('admin:autocomplete')}?{asked}&term=", words_for(secrets, remote)


def typed(words):
    """Each word, and what a hurried hand makes of it."""
    for one in words:
        yield from (one, f"{one[:3]}{one[4:]}")


def known_by(secrets, text, model=None):
    """The rows of the articles that an answer names; by their keys where it is a chooser's."""
    return [
        (where._meta.model_name, row.pk)
        for where, some in secrets.rows.items()
        for row in some
        if f"/{where._meta.model_name}/{row.pk}/" in text
        or (where is model and f'"id": "{row.pk}"' in text)
    ]


@pytest.mark.databases
@pytest.mark.parametrize("role", ROLES)
def test_no_search_box_of_the_desk_knows_a_word(client, secrets, role):
    client.force_login(account(role))
    known = {}
    for address, words in search_boxes(secrets):
        if client.get(address).status_code != 200:
            continue
        model = (
            Article if "model_name" in address and words[0] in words_for(secrets, Article) else None
        )
        for one in typed(words):
            if found := known_by(secrets, text_of(client.get(address + one)), model):
                known[address + one] = (found, secrets.words.get(one))
    assert known == {}


def questions(secrets, model):
    """What may be asked of a list in its address: columns of its own, and of what it is tied to."""
    yield from (one.name for one in texts_of(model) if model in secrets.rows)
    for way in model._meta.get_fields():
        if way.related_model in secrets.rows:
            name = getattr(way, "name", "")
            yield from (f"{name}__{one.name}" for one in texts_of(way.related_model))


@pytest.mark.databases
@pytest.mark.parametrize("role", ROLES)
def test_no_question_in_an_address_tells_a_word_letter_by_letter(client, secrets, role):
    client.force_login(account(role))
    known = {}
    for model in admin.site._registry:
        if client.get(box_of(model)).status_code != 200:
            continue
        whole = known_by(secrets, text_of(client.get(box_of(model))))
        for one in questions(secrets, model):
            asked = {f"{one}__contains": BEGINS}
            answer = text_of(client.get(box_of(model), asked))
            found = known_by(secrets, answer)
            # An answer that is no list, or all of it, tells nothing.
            if found and found != whole:
                known[box_of(model), one] = found
    assert known == {}
