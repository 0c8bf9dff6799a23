"""What is in use, and the forms of its page that delete, replace and merge."""

from lxml import html

from tests.admin.records import is_there, page_of
from tests.factories import ArticleFactory

HEADLINE = "Le Maroc au Caire"


def live(headline_fr=HEADLINE, **more):
    return ArticleFactory(live=["fr"], headline_fr=headline_fr, own_reporting=True, **more)


def sure(client, record, sent):
    """What the page sends that asks once more."""
    asked = client.post(page_of(record, "delete"), sent)
    assert asked.status_code == 200, asked.text
    assert is_there(record)
    form = html.fromstring(asked.text).xpath("//div[@id='content-main']//form")[0]
    hidden = {one.name: one.value for one in form.xpath(".//input[@type='hidden']")}
    return hidden | {form.xpath(".//button/@name")[0]: "1"}


def merged(desk, gone, kept):
    return desk.post(page_of(gone, "delete"), {"_merge": "1", "other": kept.pk})
