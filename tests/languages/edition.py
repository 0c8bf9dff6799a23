"""Run in a scratch copy of the project: make the migration, publish in every language, look.

Prints what was seen as one JSON object.
"""

import json

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.test import Client

from articles.languages import Language
from articles.models import Article, Status, User

TEXTS = {
    "fr": ("Migrations : le Maroc préside au Caire", "La session s’est ouverte au Caire."),
    "ar": ("الهجرة: المغرب يترأس بالقاهرة", "افتتحت الجلسة بالقاهرة."),
    "en": ("Migration: Morocco presides in Cairo", "The session has opened in Cairo."),
    "zgh": ("ⴰⵎⵓⴷⴷⵓ: ⵍⵎⵖⵔⵉⴱ ⴷⴳ ⵍⵇⴰⵀⵉⵔⴰ", "ⵜⵔⵥⵎ ⵜⵖⵉⵎⵉⵜ ⴷⴳ ⵍⵇⴰⵀⵉⵔⴰ."),
}
WORD = {"fr": "session", "ar": "جلسة", "en": "session", "zgh": "ⵜⵖⵉⵎⵉⵜ"}
PLACES = ["", "articles/", "feed.rss", "feed.atom", "feed.json", "events/", "search/?q={word}"]


def publish(chief):
    article = Article(original_language="fr", created_by=chief)
    for code, (headline, text) in TEXTS.items():
        setattr(article, Language(code).field("headline"), headline)
        setattr(article, Language(code).field("body"), f"<p>{text}</p>")
    article.save()
    for code in TEXTS:
        article.move(code, Status.PUBLISHED, by=chief)
    return article


def look(article, chief):
    seen = {"pages": {}, "headlines": {}, "languages": {}, "missing": []}
    reader = Client(SERVER_NAME="localhost")
    for code, (headline, _) in TEXTS.items():
        page = reader.get(article.url_in(code))
        seen["headlines"][code] = headline in page.text
        seen["languages"][code] = page.headers.get("Content-Language")
        seen["missing"] += [other for other in TEXTS if f'hreflang="{other}"' not in page.text]
        for place in PLACES:
            path = f"/{code}/{place.format(word=WORD[code])}"
            response = reader.get(path)
            in_it = place != "events/" and headline not in json.dumps(
                response.text, ensure_ascii=False
            ).replace("\\", "")
            seen["pages"][path] = response.status_code if not in_it else "without the article"
    for path in ("/sitemap.xml", "/news-sitemap.xml"):
        seen["pages"][path] = reader.get(path).status_code
    seen["root"] = reader.get("/", headers={"accept-language": "zgh-MA, fr;q=0.5"})["Location"]
    desk = Client(SERVER_NAME="localhost")
    desk.force_login(chief)
    for code in TEXTS:
        User.objects.filter(pk=chief.pk).update(language=code)
        for name in (
            "",
            "articles/article/",
            f"articles/article/{article.pk}/change/",
            f"articles/article/{article.pk}/history/",
            "articles/event/add/",
            "articles/user/add/",
            "articles/article/translations/",
        ):
            path = f"/admin/{name}"
            seen["pages"][f"{path} ({code})"] = desk.get(path).status_code
    return seen


settings.ALLOWED_HOSTS.append("localhost")
call_command("makemigrations", "articles", name="more_languages", verbosity=0)
call_command("migrate", verbosity=0)
chief = User.objects.create_superuser("chief", password="x")
print(json.dumps(look(publish(chief), chief)))
