"""Arabic letters in the shapes of a PDF become letters on their way in, and that is said."""

import pytest

from articles.wire.documents.kinds import read
from tests.admin.forms import change_url, opened
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db

COPIED, WRITTEN = "\ufe8d\ufedf\ufee4\ufed0\ufeae\ufe8f ﷺ", "\u0627\u0644\u0645\u063a\u0631\u0628 ﷺ"
SAID = "dans les formes qu’un PDF leur donne"


def test_a_form_writes_letters_and_says_so(client, editor):
    client.force_login(editor)
    article = ArticleFactory(headline_ar="", slug_ar="", body_ar="")
    form = opened(client, article) | {"headline_ar": COPIED, "body_ar": f"<p>{COPIED}</p>"}
    page = client.post(change_url(article), form | {"_continue": "1"}, follow=True)
    assert SAID in page.text
    article.refresh_from_db()
    assert article.headline_ar == WRITTEN
    assert article.body_ar == f"<p>{WRITTEN}</p>"
    assert article.slug_ar.startswith("المغرب")
    page = client.post(change_url(article), opened(client, article), follow=True)
    assert SAID not in page.text


def test_an_import_writes_letters_and_warns():
    __, __, received = read(f"{COPIED}\n\n{COPIED}".encode(), "copie.txt")
    assert received.text == f"{WRITTEN}\n\n{WRITTEN}"
    assert len(received.warnings) == 1


def test_whichever_way_they_come_columns_keep_letters():
    assert ArticleFactory(headline_ar=COPIED).headline_ar == WRITTEN
