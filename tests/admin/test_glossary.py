"""The glossary in the admin: who writes it, and what its form asks."""

import pytest
from django.urls import reverse

from articles.models import Term
from tests.admin.test_memory import upload
from tests.conftest import member_of
from tests.factories import TermFactory, UserFactory

pytestmark = pytest.mark.django_db
WRITERS = {"translator", "editor", "chief", "administrator"}
READERS = WRITERS | {"reporter"}
ROLES = [*sorted(READERS), "stranger"]


def term(**more):
    return {"name_fr": "Pacte mondial", "name_ar": "الميثاق العالمي", **more}


@pytest.mark.parametrize("role", ROLES)
def test_the_glossary_is_written_by_who_translates_and_read_by_the_desk(client, role):
    person = UserFactory(username=role) if role == "stranger" else member_of(role)
    known = TermFactory(name_fr="clandestin")
    client.force_login(person)
    listed = client.get(reverse("admin:articles_term_changelist"))
    assert ("clandestin" in listed.text) == (role in READERS)
    client.post(reverse("admin:articles_term_add"), term())
    assert Term.objects.filter(name_ar="الميثاق العالمي").exists() == (role in WRITERS)
    address = reverse("admin:articles_term_change", args=[known.pk])
    client.post(address, term(name_fr="migrant", note="Sans « clandestin »."))
    known.refresh_from_db()
    assert (known.name_fr == "migrant") == (role in WRITERS)
    client.post(reverse("admin:articles_term_delete", args=[known.pk]), {"post": "yes"})
    gone = not Term.objects.filter(pk=known.pk).exists()
    assert gone == (role in WRITERS - {"translator"})


def test_a_term_is_found_by_any_of_its_forms(client, editor):
    TermFactory(
        name_fr="migrant irrégulier", forbidden_fr="clandestin", aliases_ar="مهاجر بلا وثائق"
    )
    client.force_login(editor)
    for words in ("clandestin", "بلا وثائق"):
        page = client.get(reverse("admin:articles_term_changelist"), {"q": words})
        assert "migrant irrégulier" in page.text


@pytest.mark.parametrize("role", ROLES)
def test_terms_are_imported_by_who_writes_them_and_exported_by_who_reads_them(client, role):
    person = UserFactory(username=role) if role == "stranger" else member_of(role)
    client.force_login(person)
    page = "admin:articles_term_import"
    response = upload(client, "fr,ar\nvisa,تأشيرة\n,\nx\n", page, "terms.csv")
    assert response.status_code == (200 if role in WRITERS else 403)
    assert Term.objects.filter(name_ar="تأشيرة").exists() == (role in WRITERS)
    if role in WRITERS:
        assert "2 termes ajoutés." in response.text
    exported = client.get(reverse("admin:articles_term_export"))
    assert exported.status_code == (200 if role in READERS else 403)


def test_a_table_that_is_too_large_is_refused(client, editor, monkeypatch):
    monkeypatch.setattr("articles.admin.translation.glossary.TermAdmin.largest", 1024**2)
    client.force_login(editor)
    response = upload(client, "fr,ar\n" + "x" * 1024**2, "admin:articles_term_import", "t.csv")
    assert "Le fichier est trop gros" in response.text
    assert not Term.objects.exists()
