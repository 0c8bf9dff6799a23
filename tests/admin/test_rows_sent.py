"""A page has the rows that are sent to it, whatever number it is told."""

import pytest
from django.urls import reverse
from lxml import html

from articles.models import Speaker
from tests.admin.forms import form_of
from tests.admin.records import page_of
from tests.factories import AffiliationFactory, SpeakerFactory

pytestmark = pytest.mark.django_db
ROWS = "//div[starts-with(@id, 'affiliations-')][contains(@class, 'inline-related')]"
KINDS = [("speaker", "affiliations"), ("event", "sessions"), ("mediakit", "documents")]


def rows_of(page):
    return html.fromstring(page).xpath(ROWS)


@pytest.mark.parametrize(("kind", "rows"), KINDS)
def test_a_number_of_rows_that_nobody_sent_makes_none(client, chief, kind, rows):
    client.force_login(chief)
    address = reverse(f"admin:articles_{kind}_add")
    as_it_is = client.get(address)
    sent = form_of(as_it_is.text)
    name = next(one for one in sent if one.endswith("-TOTAL_FORMS") and rows in one)
    answer = client.post(address, sent | {name: "1000", name.replace("TOTAL", "INITIAL"): "900"})
    assert answer.status_code < 500
    assert len(answer.text) < 4 * len(as_it_is.text)


def test_all_rows_that_are_sent_are_saved(client, chief):
    client.force_login(chief)
    address = reverse("admin:articles_speaker_add")
    sent = form_of(client.get(address).text) | {"name_fr": "Nadia Benali"}
    count = 60
    sent |= {f"affiliations-{n}-position_fr": f"Fonction {n}" for n in range(count)}
    sent["affiliations-TOTAL_FORMS"] = str(count)
    assert client.post(address, sent).status_code == 302
    assert Speaker.objects.get(name_fr="Nadia Benali").affiliations.count() == count


def test_rows_that_may_only_be_looked_at_stay_on_a_page_that_refuses(client, translator):
    speaker = SpeakerFactory(name_ar="نادية")
    for number in range(30):
        AffiliationFactory(speaker=speaker, position_fr=f"Fonction {number}")
    client.force_login(translator)
    sent = form_of(client.get(page_of(speaker)).text)
    answer = client.post(page_of(speaker), sent | {"name_ar": "ن" * 400})
    assert answer.status_code == 200
    assert "Fonction 29" in answer.text
