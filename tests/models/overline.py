"""Run in a scratch copy of the project whose articles have a further text, an overline.

Prints in which features it takes part, as one JSON object.
"""

import json

import django

django.setup()

from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from articles.desk.editing import history, working_copies
from articles.desk.editing.snapshots import snapshot
from articles.desk.publication.owed_corrections import languages_owed
from articles.desk.translation import exchange
from articles.languages import Language
from articles.models import Article, Status, Translation, User
from articles.models.checks import findings

ARABIC = Language("ar")


def written(chief):
    article = Article(original_language="fr", created_by=chief, own_reporting=True)
    for code, texts in {
        "fr": ("Le Caire", 'Sommet arabe "élargi"', "La session s’est ouverte."),
        "ar": ("القاهرة", "قمة عربية موسعة", "افتتحت الجلسة."),
    }.items():
        language = Language(code)
        for name, text in zip(("headline", "overline", "body"), texts, strict=True):
            setattr(article, language.field(name), f"<p>{text}</p>" if name == "body" else text)
    article.save()
    return article


def faults(article, code):
    return {one.fault.field for one in findings(article, Language(code))}


def look(article, chief):
    seen = {}
    task = Translation.objects.get(article=article, language="ar")
    seen["translation desk"] = "overline" in {row.field for row in task.rows()}
    units = exchange.bundle(article, ARABIC).units
    seen["XLIFF"] = "overline" in {one.field for one in units}
    revision = history.keep_if_changed(article, by=chief)
    seen["revisions"] = revision.fields["overline_ar"] == article.overline_ar
    desk = Client(SERVER_NAME="localhost")
    desk.force_login(chief)
    form = desk.get(reverse("admin:articles_article_change", args=[article.pk]))
    seen["form"] = {f"overline_{code}" for code in ("fr", "ar")} <= {
        *form.context_data["adminform"].form.fields
    }
    seen["typography"] = "overline_fr" in faults(article, "fr")
    article.overline_ar = "Sommet arabe élargi à Casablanca"
    seen["letters"] = "overline_ar" in faults(article, "ar")
    article.refresh_from_db()
    for code in ("fr", "ar"):
        article.move(code, Status.PUBLISHED, by=chief)
    reader = Client(SERVER_NAME="localhost")
    seen["search"] = "Caire" in reader.get("/fr/search/", {"q": "élargi"}).text
    seen["feeds"] = "Sommet arabe" in reader.get("/fr/feed.rss").text
    page = reader.get(article.url_in("fr")).text
    seen["linked data"] = "alternativeHeadline" in page
    with_lists = str(Article.objects.for_list().query)
    seen["lists"] = '"overline_ar"' not in with_lists
    copy = working_copies.open_copy(article, by=chief)
    seen["working copies"] = copy.overline_fr == article.overline_fr
    before = snapshot(article)
    copy.overline_fr = "Sommet africain"
    copy.save()
    told = languages_owed(article, [Language("fr")], before, snapshot(copy))
    seen["corrections"] = [one.language.code for one in told] == ["fr"]
    task = Translation.objects.get(article=copy, language="ar")
    seen["what is stale"] = task.state != Translation.State.DONE
    return seen


settings.ALLOWED_HOSTS.append("localhost")
call_command("makemigrations", "articles", name="overline", verbosity=0)
call_command("migrate", verbosity=0)
chief = User.objects.create_superuser("chief", password="x")
print(json.dumps(look(written(chief), chief)))
