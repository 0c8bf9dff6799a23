"""Take the picture of the README: the Cairo article in every language, side by side."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from pathlib import Path

import django
from django.core.management import call_command
from django.test.utils import override_settings
from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "images" / "pages.png"
WIDTH, HEIGHT = 1180, 1180


def main() -> None:
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "newsroom.settings"
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with tempfile.TemporaryDirectory() as scratch:
        os.environ |= {
            "SECRET_KEY": "for-pictures-only",
            "DEBUG": "true",
            "DATABASE_URL": f"sqlite:///{scratch}/pictures.sqlite3",
        }
        django.setup()
        call_command("migrate", verbosity=0)
        call_command("loaddata", "cairo", verbosity=0)
        shots = taken()
    picture = Image.new("RGB", (len(shots) * WIDTH, HEIGHT), "white")
    for place, shot in enumerate(shots):
        picture.paste(shot, (place * WIDTH, 0))
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    small = picture.resize(
        (picture.width * 2 // 3, picture.height * 2 // 3), Image.Resampling.LANCZOS
    )
    small.quantize(256).save(PICTURE, optimize=True)


def taken() -> list[Image.Image]:
    """The article as a reader of each language sees it."""
    from django.contrib.staticfiles.handlers import StaticFilesHandler
    from django.test.testcases import LiveServerThread

    from articles.languages import Language
    from articles.models import Article

    shots = []
    with override_settings(ALLOWED_HOSTS=["*"]):
        server = LiveServerThread("127.0.0.1", StaticFilesHandler)
        server.daemon = True
        server.start()
        server.is_ready.wait()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=["--no-sandbox"]
            )
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            article = Article.objects.get()
            for language in Language.all():
                page.goto(f"http://127.0.0.1:{server.port}{article.url_in(language)}")
                page.wait_for_load_state("networkidle")
                shots.append(Image.open(io.BytesIO(page.screenshot())))
            browser.close()
        server.terminate()
    return shots


if __name__ == "__main__":
    main()
