"""Two people at one picture: a file that one replaced stays, and two files are asked about."""

import io

import pytest

from tests.admin.bulk_actions import both
from tests.admin.forms import form_of
from tests.admin.records import page_of
from tests.factories import ImageFactory
from tests.pictures.files import jpeg

pytestmark = pytest.mark.django_db


def test_a_file_that_a_colleague_replaced_stays_when_i_change_words(mine, theirs):
    image = ImageFactory()
    my_form, their_form = both(image, mine, theirs)
    new = io.BytesIO(jpeg())
    new.name = "nouvelle.jpg"
    theirs.post(page_of(image), their_form | {"file": new})
    image.refresh_from_db()
    replaced = image.checksum
    mine.post(page_of(image), my_form | {"caption_fr": "La salle"})
    image.refresh_from_db()
    assert (image.caption_fr, image.checksum) == ("La salle", replaced)


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_a_file_that_both_replaced_is_asked_about(mine, theirs, choice):
    image = ImageFactory()
    my_form, their_form = both(image, mine, theirs)

    def file(colour):
        one = io.BytesIO(jpeg(colour=colour))
        one.name = f"{colour}.jpg"
        return {"file": one}

    theirs.post(page_of(image), their_form | file("red"))
    image.refresh_from_db()
    replaced = image.checksum
    refused = mine.post(page_of(image), my_form | file("green"))
    assert "green.jpg" in refused.text
    chosen = form_of(refused.text) | {"_keep-file": choice} | file("green")
    assert mine.post(page_of(image), chosen).status_code == 302
    image.refresh_from_db()
    assert (image.checksum == replaced) == (choice == "theirs")
