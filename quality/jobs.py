"""``python -m quality.jobs``: what the jobs of a press officer take, in both admins.

Clicks, keys (a body that is pasted is one), pages and wrong turns, of somebody with a mouse and a
keyboard, on a scratch database. It exits with 1 where a job takes more clicks than it may, or a
wrong turn.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from quality.desk_jobs import JOBS, Job
from quality.gallery import LANGUAGES, chromium
from quality.hand import Hand
from quality.newsroom import TriedNewsroom, manage, newsroom, served
from quality.states import State

PASSWORD = "for-counting-only"  # noqa: S105 - of a database that is thrown away
HEAD = "| job | admin | clicks | at most | keys | pages | wrong turns |"


def main() -> None:
    done = []
    with newsroom() as made, chromium() as browser, TemporaryDirectory() as files:
        prepare(Path(files))
        print(HEAD, "| --- | --- | --: | --: | --: | --: | --: |", sep="\n", flush=True)
        for language in LANGUAGES:
            # In a newsroom of its own: what one has made, the next would find there.
            with served(a_copy_of(made, language)) as address:
                done += [is_done(job, language, browser, address, Path(files)) for job in JOBS]
    sys.exit(not all(done))


def a_copy_of(made: TriedNewsroom, name: str) -> dict[str, str]:
    """The settings of a newsroom that has all that this one has now."""
    from django.db import connection

    file = made.scratch / f"jobs-{name}.sqlite3"
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(file)])
    return made.environment(State.FULL) | {"DATABASE_URL": f"sqlite:///{file}"}


def prepare(files: Path) -> None:
    """Who does the jobs, and what they find there."""
    from django.contrib.auth.models import Group
    from django.utils import timezone

    from articles.models import FrontPage, User
    from quality.desk_jobs import SOURCE
    from tests.factories import ArticleFactory
    from tests.pictures.files import from_a_camera

    manage("loaddata", "cairo", "templates", "--verbosity=0")
    FrontPage.objects.get_or_create(language="fr")
    missing = {"headline_ar": "", "body_ar": "", "slug_ar": ""}
    ArticleFactory(live=["fr"], published_at_fr=timezone.now(), **missing, **SOURCE)
    for language in LANGUAGES:
        user = User.objects.create_user(f"jobs-{language}", password=PASSWORD, is_staff=True)
        user.language = language
        user.save()
        user.groups.add(Group.objects.get(name="chief"))
    # A file that is in the library already would not be taken twice.
    for language in LANGUAGES:
        (files / language).mkdir()
        content = from_a_camera(caption=language)
        (files / language / "salle.jpg").write_bytes(content)


def is_done(job: Job, language: str, browser: Browser, address: str, files: Path) -> bool:
    """Do a job, say what it took; whether that is no more than it may."""
    context = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto("/admin/")
    page.fill("#id_username", f"jobs-{language}")
    page.fill("#id_password", PASSWORD)
    page.click("#login-form input[type=submit]")
    page.wait_for_selector("#logout-form", state="attached")
    hand = Hand(page)
    job.do(hand, language, files / language)
    took = hand.figures()
    context.close()
    print(
        f"| {job.name} | {language} | {took['clicks']} | {job.most_clicks} | {took['keys']} "
        f"| {took['pages']} | {took['wrong turns']} |",
        *hand.wrong_turns,
        sep="\n",
        flush=True,
    )
    return took["clicks"] <= job.most_clicks and not hand.wrong_turns


if __name__ == "__main__":
    main()
