"""The translation memory in the admin: read by the desk, put right and forgotten by editors."""

import io

import pytest
from django.urls import reverse

from articles.desk.translation.memory import suggestions
from articles.languages import Language
from articles.models import Remembered
from tests.conftest import member_of
from tests.factories import RememberedFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
KEEPERS = {"editor", "chief", "administrator"}
READERS = KEEPERS | {"reporter", "translator"}


@pytest.mark.parametrize("role", [*sorted(READERS), "stranger"])
def test_the_memory_is_read_by_the_desk_and_kept_by_editors(client, role):
    person = UserFactory(username=role) if role == "stranger" else member_of(role)
    known = RememberedFactory(source="Une session.", target="جلسة.")
    client.force_login(person)
    listed = client.get(reverse("admin:articles_remembered_changelist"), {"q": "session"})
    assert ("جلسة." in listed.text) == (role in READERS)
    address = reverse("admin:articles_remembered_change", args=[known.pk])
    client.post(address, {"target": "دورة."})
    known.refresh_from_db()
    assert (known.target == "دورة.") == (role in KEEPERS)
    assert client.post(reverse("admin:articles_remembered_add"), {"target": "x"}).status_code == 403
    client.post(reverse("admin:articles_remembered_delete", args=[known.pk]), {"post": "yes"})
    assert Remembered.objects.exists() == (role not in KEEPERS)


def test_a_pair_put_right_is_offered_so_and_is_no_twin_of_another(client, editor):
    wrong = RememberedFactory(source="Une session.", target="دورة.")
    RememberedFactory(source="Une session.", target="جلسة.")
    client.force_login(editor)
    address = reverse("admin:articles_remembered_change", args=[wrong.pk])
    page = client.post(address, {"target": "<b>جلسة.</b>"})
    assert "Cette traduction est déjà en mémoire." in page.text
    client.post(address, {"target": "جلسة عامة."})
    offered = suggestions("Une session.", Language("fr"), Language("ar"), to=editor)
    said = {one.remembered.target for one in offered}
    assert said == {"جلسة.", "جلسة عامة."}


def test_a_pair_is_read_as_it_reads_and_kept_in_one_line(client, editor):
    """An editor of rich text sends paragraphs, and who has no script plain words."""
    pair = RememberedFactory(source="Une <em>session</em>.", target="جلسة <em>عامة</em>.")
    address = reverse("admin:articles_remembered_change", args=[pair.pk])
    client.force_login(member_of("reporter"))
    assert 'dir="rtl">جلسة <em>عامة</em>.</div>' in client.get(address).text
    client.force_login(editor)
    for sent, kept in [
        ("<p>جلسة <strong>عامة</strong>.</p>", "جلسة <strong>عامة</strong>."),
        ("<p>جلسة</p><h2>عامة</h2>", "جلسة<br>عامة"),
        ("جلسة & دورة < 3", "جلسة &amp; دورة &lt; 3"),
        ("<p>جلسة<script>alert(1)</script></p>", "جلسة"),
    ]:
        client.post(address, {"target": sent})
        pair.refresh_from_db()
        assert pair.target == kept


TMX = """<tmx version="1.4"><header srclang="fr"/><body><tu>
<tuv xml:lang="fr"><seg>Le Caire</seg></tuv><tuv xml:lang="ar"><seg>القاهرة</seg></tuv>
</tu></body></tmx>"""


def upload(client, data, page="admin:articles_remembered_import", name="memory.tmx"):
    file = io.BytesIO(data.encode())
    file.name = name
    return client.post(reverse(page), {"file": file})


@pytest.mark.parametrize("role", [*sorted(READERS), "stranger"])
def test_a_memory_is_imported_by_who_keeps_it_and_exported_by_who_reads_it(client, role):
    person = UserFactory(username=role) if role == "stranger" else member_of(role)
    client.force_login(person)
    assert upload(client, TMX).status_code == (200 if role in KEEPERS else 403)
    assert Remembered.objects.exists() == (role in KEEPERS)
    RememberedFactory(source="Une session.", origin="Rabat")
    response = client.get(reverse("admin:articles_remembered_export"), {"q": "Rabat"})
    assert response.status_code == (200 if role in READERS else 403)
    if role in READERS:
        written = b"".join(response.streaming_content).decode()
        assert "Une session." in written
        assert "Caire" not in written
        listed = client.get(reverse("admin:articles_remembered_changelist"), {"q": "Rabat"}).text
        assert reverse("admin:articles_remembered_export") + "?q=Rabat" in listed
        assert (reverse("admin:articles_remembered_import") in listed) == (role in KEEPERS)


def test_an_import_says_what_became_of_it_and_a_bad_one_changes_nothing(client, editor):
    client.force_login(editor)
    assert "1 paire est nouvelle." in upload(client, TMX).text
    assert "1 paire était connue." in upload(client, TMX).text
    half = TMX.replace("Caire", "Rabat").replace("</body></tmx>", "")
    assert "n’est pas du XML bien formé" in upload(client, half).text
    assert Remembered.objects.count() == 1
    assert "Choisissez un fichier." in client.post(reverse("admin:articles_remembered_import")).text
