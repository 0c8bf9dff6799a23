"""Previews: who makes a link, how it is opened and refused, and how its maker loses the right."""

from datetime import timedelta

from articles.desk.publication.previews import make_link
from articles.languages import Language
from articles.models import User
from tests.conftest import member_of

FRENCH, ARABIC = Language("fr"), Language("ar")
HEADLINE = {"fr": "Le Maroc préside une session plénière", "ar": "المغرب يرأس جلسة عامة"}
DAY = timedelta(days=1)


def maker():
    """An editor who makes links; the same in all of a test."""
    return User.objects.filter(username="editor").first() or member_of("editor")


def a_day(article, language=FRENCH, by=None):
    return make_link(article, language, DAY, by=by or maker())


def framed(client, article, language=FRENCH, by=None):
    """The page that the desk frames, asked for by somebody who is signed in."""
    client.force_login(by or maker())
    return client.get(f"/{language}/preview/{article.key}/")


REFUSED = {
    "fr": {
        403: "Ceci n’est pas un lien d’aperçu",
        410: "Ce lien d’aperçu a expiré",
        "taken back": "Ce lien d’aperçu a été annulé",
    },
    "ar": {
        403: "هذا ليس رابط معاينة",
        410: "انتهت صلاحية رابط المعاينة هذا",
        "taken back": "أُلغي رابط المعاينة هذا",
    },
}


def refused(client, path, code, status, why=None):
    page = client.get(path)
    assert page.status_code == status
    assert REFUSED[code][why or status] in page.text
    assert not any(headline in page.text for headline in HEADLINE.values())
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow"


def without_group(person):
    person.groups.clear()


def without_languages(person):
    person.languages = []
    person.save()


def deactivated(person):
    person.is_active = False
    person.save()


def off_the_desk(person):
    person.is_staff = False
    person.save()


LOSSES = {
    "deleted": ("editor", lambda person: person.delete()),
    "deactivated": ("editor", deactivated),
    "off the desk": ("editor", off_the_desk),
    "in no group": ("editor", without_group),
    "without the language": ("translator", without_languages),
}
