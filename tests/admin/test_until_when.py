"""Until when readers have a text is said in its working copy, by who may withdraw it."""

import pytest
from django.contrib.auth.models import Group

from articles.desk.editing import working_copies
from articles.models import Phase, Status
from tests.admin.dates import HOUR, changes_url, dates_of, typed
from tests.admin.forms import change_url, opened

pytestmark = pytest.mark.django_db


def test_a_chief_gives_an_end_in_a_working_copy_with_a_reason(
    client, live_for_hours, this_second, chief
):
    copy = working_copies.open_copy(live_for_hours, by=chief)
    client.force_login(chief)
    sent = opened(client, copy) | typed("live_until_fr", this_second + 48 * HOUR)
    sent |= {"_publish_changes": "1"}
    answer = client.post(change_url(copy), sent)
    assert "live_until_fr" in answer.context["adminform"].form.errors
    client.post(change_url(copy), sent | {"_note": "Une offre limitée."})
    assert dates_of(live_for_hours)["live_until_fr"] == this_second + 48 * HOUR
    made = live_for_hours.transitions.get()
    assert (made.made_by, made.note) == (chief, "Une offre limitée.")
    assert (made.to_status, made.effective_at) == (Phase.EXPIRED, this_second + 48 * HOUR)


def test_a_chief_who_gives_an_end_that_is_past_withdraws_now(
    client, live_for_hours, this_second, chief
):
    copy = working_copies.open_copy(live_for_hours, by=chief)
    client.force_login(chief)
    sent = opened(client, copy) | typed("live_until_fr", this_second - HOUR)
    sent |= {"_publish_changes": "1", "_note": "Une erreur."}
    page = client.post(change_url(copy), sent, follow=True)
    assert "Plus aucun lecteur ne l’a, au plus tard dans une minute" in page.text
    assert "Les lecteurs ont les modifications" not in page.text
    assert client.get(live_for_hours.url_in("fr")).status_code == 410
    made = live_for_hours.transitions.get()
    assert (made.made_by, made.to_status, made.note) == (chief, Status.WITHDRAWN, "Une erreur.")


def test_an_editor_does_not_publish_the_end_that_a_chief_has_written(
    client, live_for_hours, this_second, chief, editor
):
    copy = working_copies.open_copy(live_for_hours, by=chief)
    copy.live_until_fr = this_second + 48 * HOUR
    copy.save()
    client.force_login(editor)
    page = client.get(changes_url(copy)).text
    assert "une personne qui peut le retirer les publie" in page
    assert 'name="_publish_changes"' not in page
    answer = client.post(changes_url(copy), {"_publish_changes": "1", "_note": "Une raison."})
    assert "Seul qui peut retirer" in answer.text
    assert dates_of(live_for_hours)["live_until_fr"] is None


def test_a_right_that_was_taken_away_meanwhile_is_gone(client, live_for_hours, this_second, chief):
    copy = working_copies.open_copy(live_for_hours, by=chief)
    client.force_login(chief)
    sent = opened(client, copy) | typed("live_until_fr", this_second + 48 * HOUR)
    chief.groups.set(Group.objects.filter(name="editor"))
    answer = client.post(
        change_url(copy),
        sent | {"_publish_changes": "1", "_note": "Une raison.", "standfirst_fr": "Tapé ici."},
    )
    assert "live_until_fr" in answer.context["adminform"].form.errors
    assert "Tapé ici." in answer.text
    assert dates_of(live_for_hours)["live_until_fr"] is None
