"""Take the pictures of the editors' guides: the desk in each language, with a day's work on it."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import django
from django.core.management import call_command
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from quality.newsroom import ROOT, manage, served

if TYPE_CHECKING:
    from articles.models import Article, Translation

PICTURES = ROOT / "docs" / "editors" / "images"
WIDTH, HEIGHT = 1200, 900
PASSWORD = "a-picture-only"  # noqa: S105


@dataclass(frozen=True)
class GuideShot:
    """A picture: of a whole window, or of one part of the page."""

    name: str
    path: str
    part: str = ""
    opened: str = ""
    """What is folded on the page and shown open."""


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    with desk() as shots, served({"DEBUG": "false"}) as address, sync_playwright() as playwright:
        from articles.languages import Language
        from articles.models import User

        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for language in Language.all():
            User.objects.update(language=language.code)
            page = signed_in(browser, address)
            for shot in shots:
                save(page, address, shot, language.code)
            page.context.close()
        browser.close()


@contextmanager
def desk() -> Iterator[list[GuideShot]]:
    """A newsroom in the middle of its day, and what there is to see in it."""
    with TemporaryDirectory(prefix="guide-") as directory:
        os.environ |= {
            "SECRET_KEY": "for-pictures-only",
            "DEBUG": "false",
            "LOG_LEVEL": "CRITICAL",
            "DATABASE_URL": f"sqlite:///{directory}/guide.sqlite3",
            "MEDIA_ROOT": str(Path(directory) / "media"),
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DJANGO_ALLOW_ASYNC_UNSAFE": "true",
        }
        manage("migrate", "--verbosity=0")
        manage("collectstatic", "--no-input", "--verbosity=0")
        django.setup()
        call_command("loaddata", "cairo", verbosity=0)
        call_command("seed_demo", articles=120, verbosity=0)
        yield days_work()


def days_work() -> list[GuideShot]:
    from django.contrib.auth.models import Group

    from articles.desk.editing.working_copies import open_copy
    from articles.desk.notes import leave_note
    from articles.models import Article, Status, Translation, User

    chief, reporter = (
        User.objects.create_user(name, password=PASSWORD, is_staff=True)
        for name in ("salma", "karim")
    )
    chief.groups.add(Group.objects.get(name="chief"))
    reporter.groups.add(Group.objects.get(name="reporter"))
    at_work = [Status.IN_REVIEW, Status.DRAFT, Status.READY]
    draft = Article.objects.filter(status_fr__in=at_work, headline_ar__gt="").earliest("pk")
    draft.standfirst_fr = "Le calendrier est-il tenu? « Oui », disent les participants."
    draft.headline_ar = draft.headline_ar.replace("،", ",").replace(":", " :")
    draft.dateline = None
    draft.save()
    leave_note(draft, "@salma Le nombre de participants est à vérifier.", by=reporter)
    leave_note(draft, "@salma يرجى مراجعة الفقرة الأخيرة.", by=reporter)
    cairo = Article.objects.get(key__startswith="cairo")
    copy = open_copy(cairo, by=chief)
    copy.headline_fr = copy.headline_fr.replace("Le Maroc", "Au Caire, le Maroc", 1)
    copy.headline_ar = copy.headline_ar.replace("المغرب", "في القاهرة، المغرب", 1)
    copy.save()
    stale = Translation.objects.stale().earliest("pk")
    return shots(draft, cairo, copy, stale)


def shots(draft: Article, cairo: Article, copy: Article, stale: Translation) -> list[GuideShot]:
    """The pages of the guide: of a draft, a live article, its working copy, a translation."""
    article = "/admin/articles/article"
    return [
        GuideShot("desk", "/admin/"),
        GuideShot("week", "/admin/", ".desk .week"),
        GuideShot("write", f"{article}/{draft.pk}/change/"),
        GuideShot(
            "checks",
            f"{article}/{draft.pk}/change/",
            "#checks",
            ".checks-care, li:last-child > details",
        ),
        GuideShot(
            "dates",
            f"{article}/{draft.pk}/change/",
            ".writing-dates .bar-choices",
            ".writing-dates",
        ),
        GuideShot("moves", f"{article}/{draft.pk}/change/", ".submit-row.moves"),
        GuideShot("notes", f"{article}/{draft.pk}/change/", "#notes"),
        GuideShot("preview", f"{article}/{draft.pk}/preview/LANGUAGE/?screen=phone"),
        GuideShot("translate", f"{article}/{stale.article_id}/translate/{stale.language}/"),
        GuideShot("live", f"{article}/{cairo.pk}/change/"),
        GuideShot("changes", f"{article}/{copy.pk}/changes/"),
        GuideShot("front", "/admin/articles/frontpage/1/change/"),
        GuideShot("picture", "/admin/articles/image/add/"),
    ]


def signed_in(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.goto(f"{address}/admin/")
    page.fill("#id_username", "salma")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    page.wait_for_load_state("networkidle")
    page.goto(f"{address}/admin/articles/frontpage/")
    return page


def save(page: Page, address: str, shot: GuideShot, language: str) -> None:
    page.goto(address + shot.path.replace("LANGUAGE", language))
    page.wait_for_load_state("networkidle")
    for folded in page.locator(shot.opened).all() if shot.opened else ():
        folded.evaluate("element => { element.open = true }")
    taken = page.locator(shot.part).first.screenshot() if shot.part else page.screenshot()
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    small = picture.resize(
        (picture.width * 3 // 4, picture.height * 3 // 4), Image.Resampling.LANCZOS
    )
    small.quantize(64, dither=Image.Dither.NONE).save(
        PICTURES / f"{shot.name}.{language}.png", optimize=True
    )


if __name__ == "__main__":
    main()
