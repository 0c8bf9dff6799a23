"""How long the translation desk's page takes, for an article of 5,000 words.

    python -m benchmarks.translation.desk
    python scripts/with_postgresql.py python -m benchmarks.translation.desk

The article is the Cairo article's paragraphs over and over, each with a number of its own. The
page is asked for in the server's own process: the time is the server's alone. It is asked for
as it is when all is confirmed, when every third paragraph of the source has changed since, and
when nobody has confirmed anything; then one paragraph is typed and confirmed.
"""

from __future__ import annotations

import json
import re
import statistics
import time
from html import unescape

from benchmarks.search import setting

setting.up()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client, override_settings  # noqa: E402
from django.urls import reverse  # noqa: E402

from articles.desk.translation import paragraphs as desk  # noqa: E402
from articles.models import Article, Translation, User  # noqa: E402
from articles.text.richtext.paragraphs import plain_text  # noqa: E402
from articles.text.richtext.segments import segments_of_body  # noqa: E402

WORDS = 5000
TIMES = 20


def long_article() -> Article:
    """The Cairo article, made longer, as a draft in both languages."""
    cairo = Article.objects.get(key="cairo-plenary-report")
    bodies = {"fr": "", "ar": ""}
    number = 0
    while len(plain_text(bodies["fr"]).split()) < WORDS:
        number += 1
        for code in bodies:
            lines = segments_of_body(cairo.said("body", code))
            bodies[code] += "".join(
                f"<p>{number}.{n} {one.html}</p>" for n, one in enumerate(lines)
            )
    return Article.objects.create(
        headline_fr="Un long article",
        headline_ar="مقال طويل",
        body_fr=bodies["fr"],
        body_ar=bodies["ar"],
        original_language="fr",
    )


def measure(name: str, client: Client, url: str) -> str:
    """Ask for the page, and say how long it took; returns it."""
    times, busy, text = [], [], ""
    for _ in range(TIMES):
        start, work = time.perf_counter(), time.process_time()
        text = client.get(url, headers={"host": "127.0.0.1"}).text
        times.append(1000 * (time.perf_counter() - start))
        busy.append(1000 * (time.process_time() - work))
    print(
        f"{name:<40} median {statistics.median(times):>5.0f} ms   most {max(times):>5.0f} ms"
        f"   of the processor {statistics.median(busy):>5.0f} ms"
    )
    return text


def main() -> None:
    call_command("migrate", verbosity=0)
    call_command("loaddata", "cairo", verbosity=0)
    chief = User.objects.create_superuser("chief-of-the-desk")
    client = Client()
    client.force_login(chief)
    article = long_article()
    url = reverse("admin:articles_article_translate", args=[article.pk, "ar"])
    rows = len(desk.rows(article, "ar"))
    print(f"{len(plain_text(article.body_fr).split())} words, {rows} rows")
    measure("nothing confirmed", client, url)
    desk.confirm(article, "ar", by=chief)
    measure("all confirmed", client, url)
    lines = segments_of_body(article.body_fr)
    article.refresh_from_db()
    article.body_fr = "".join(
        f"<p>{one.html.replace('Le ', 'Un ').replace('a ', 'avait ') if n % 3 == 0 else one.html}</p>"
        for n, one in enumerate(lines)
    )
    start = time.perf_counter()
    article.save()
    print(
        f"{'saving the source, states found anew':<40} once   {1000 * (time.perf_counter() - start):>5.0f} ms"
    )
    print(f"the translation is {Translation.objects.get(article=article).state}")
    text = measure("every third paragraph changed", client, url)
    (base,) = re.findall(r'name="_base" value="([^"]*)"', text)
    form = {f"target-{n}": row[2] for n, row in enumerate(json.loads(unescape(base)))}
    form |= {"_base": unescape(base), "target-1": "نص جديد لهذه الفقرة", "_confirm": "1"}
    start = time.perf_counter()
    client.post(url, form, headers={"host": "127.0.0.1"}).headers["Location"]
    print(
        f"{'one paragraph typed and confirmed':<40} once   {1000 * (time.perf_counter() - start):>5.0f} ms"
    )


if __name__ == "__main__":
    # The stylesheets need not be collected for this.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES={**settings.STORAGES, "staticfiles": plain}):
        main()
