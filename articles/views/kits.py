"""Some files of a media kit together: an archive, made while it is sent, and never held whole."""

from __future__ import annotations

from collections.abc import Iterator
from threading import BoundedSemaphore
from typing import Any

from django.core.files.base import File
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.template.defaultfilters import filesizeformat
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.translation import gettext
from zipstream import ZipStream

from articles.languages import Language
from articles.models import MediaKit
from articles.uploads import StorageAwayError
from articles.wire.feeds import absolute

from .http_cache import ahead
from .press import KitPage
from .press_files import KitFile, credits_text, files_of
from .redirects import moved_or_404

ASKED, EVERYTHING = "f", "all"
"""What a form says: the files that were ticked, or that all are wanted."""
MOST_FILES, MOST_BYTES = 500, 1_000_000_000
AT_ONCE = BoundedSemaphore(2)
"""Archives that a process sends at once: whoever asks for more leaves others their pages."""
CREDITS = "credits.txt"


class Selection(KitPage):
    """What was ticked in the form of a kit, or the kit with a sentence."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:  # type: ignore[override]
        kit = self.kit_at(kwargs["slug"])
        if kit is None:
            return moved_or_404(MediaKit, "kit_selection", kwargs["slug"])
        self.object, asked = kit, {*request.GET.getlist(ASKED)}
        wanted = [one for one in files_of(kit) if EVERYTHING in request.GET or one.code in asked]
        sizes = {
            one.code: size for one in wanted[:MOST_FILES] if (size := size_of(one)) is not None
        }
        found = [one for one in wanted if one.code in sizes]
        if wrong := refusal(asked, wanted, found, sum(sizes.values())):
            return self.refused(wrong)
        if not AT_ONCE.acquire(blocking=False):
            return self.refused(
                gettext("Many are downloading at this moment. Try again in a minute."), status=503
            )
        return self.sent(kit, found, sizes)

    def kit_at(self, slug: str) -> MediaKit | None:
        language = Language.active()
        kits = KitPage.in_language(language, *ahead())
        return kits.filter(**{language.field("slug"): slug}).first()

    def refused(self, wrong: str, status: int = 400) -> HttpResponse:
        context = self.get_context_data(object=self.object, wrong=wrong)
        context["canonical"] = None
        response = self.render_to_response(context, status=status)
        response.headers.pop("Cache-Control", None)
        patch_cache_control(response, no_store=True)
        response["X-Robots-Tag"] = "noindex"
        return response

    def sent(
        self, kit: MediaKit, found: list[KitFile], sizes: dict[str, int]
    ) -> StreamingHttpResponse:
        archive = ZipStream(sized=True)
        named = [(one.name(number), one) for number, one in enumerate(found, 1)]
        whose = credits_text(kit, absolute(kit.url_in(Language.active())), named).encode()
        archive.add(whose, CREDITS)
        for name, one in named:
            archive.add(chunks(one.file), name, size=sizes[one.code])
        response = StreamingHttpResponse(archive, content_type="application/zip")
        response._resource_closers.append(AT_ONCE.release)  # type: ignore[attr-defined]
        response["Content-Length"] = str(len(archive))
        day = timezone.localdate().isoformat()
        name = f"{kit.said('slug')}-{day}.zip"
        response["Content-Disposition"] = content_disposition_header(True, name) or ""
        response["X-Robots-Tag"] = "noindex"
        # What was withdrawn is in no archive that somebody kept.
        patch_cache_control(response, private=True, no_store=True)
        return response


def size_of(one: KitFile) -> int | None:
    """How long a file is; ``None`` where the storage has it no more."""
    try:
        return int(one.file.size)
    except StorageAwayError:
        raise
    except OSError:
        return None


def chunks(file: File) -> Iterator[bytes]:
    """A file piece by piece, opened when its turn comes."""
    with file.open("rb") as opened:
        yield from opened.chunks()


def refusal(asked: set[str], wanted: list[KitFile], found: list[KitFile], size: int) -> str:
    """Why nothing is sent; nothing where it is."""
    if not wanted and not asked:
        return gettext("Choose at least one file.")
    if not found:
        return gettext("The files that you chose are not there any more.")
    if len(wanted) > MOST_FILES or size > MOST_BYTES:
        counted = gettext("Files chosen: %(number)s, %(size)s together.")
        told = {"number": len(wanted), "size": filesizeformat(size)}
        bound = gettext("At most %(most)s files and %(bytes)s go into one archive: choose fewer.")
        most = {"most": MOST_FILES, "bytes": filesizeformat(MOST_BYTES)}
        return f"{counted % told} {bound % most}"
    return ""
