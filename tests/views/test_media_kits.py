"""Media kits: what readers find in one, what leaves it, and the archive of a selection."""

import io
import os
import tracemalloc
import zipfile
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from lxml import html
from PIL import Image as Pillow

from articles.languages import Language
from articles.models import Article, Document, Image, KitDocument, KitPicture, MediaKit
from articles.views import kits, press
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    DocumentFactory,
    EventFactory,
    ImageFactory,
    MediaKitFactory,
    OrganizationFactory,
    PressContactFactory,
    SpeakerFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def kit():
    picture = ImageFactory(
        caption_fr="La salle", credit_fr="MAP", licence="CC BY 4.0", caption_ar="القاعة"
    )
    made = MediaKitFactory(live=["fr"], pictures=[picture], documents=[DocumentFactory()])
    return SimpleNamespace(row=made, picture=picture, document=made.documents.get().document)


def page(client, kit, language="fr"):
    return client.get(kit.url_in(language))


def selection(client, kit, asked="all=1", language="fr"):
    return client.get(f"{kit.url_in(language)}selection.zip?{asked}")


def opened(answer):
    assert answer.status_code == 200, answer.content.decode()
    return zipfile.ZipFile(io.BytesIO(answer.getvalue()))


def test_each_picture_has_its_full_size_credit_and_licence(client, kit):
    said = page(client, kit.row).text
    assert f'href="{kit.picture.file.url}"' in said
    for words in ("La salle", "MAP", "CC BY 4.0", "640\u00a0× 360", kit.document.title_fr):
        assert words.replace("\u00a0", " ") in said.replace("\u00a0", " ")
    assert client.get(kit.picture.file.url).status_code == 200
    assert client.get(f"/documents/{kit.document.key}/").status_code == 200


def test_a_licence_that_is_an_address_is_a_link(client, kit):
    address = "https://creativecommons.org/publicdomain/zero/1.0/"
    type(kit.picture).objects.update(licence=address)
    shown = html.fromstring(page(client, kit.row).text)
    assert address in shown.xpath("//div[@class='about-file']//a/@href")


def test_what_is_not_published_is_nobodys(client, kit):
    kit.row.published_at_fr = timezone.now() + timedelta(hours=1)
    kit.row.save()
    assert page(client, kit.row).status_code == 404
    assert selection(client, kit.row).status_code == 404
    assert client.get(kit.picture.file.url).status_code == 404
    assert client.get(f"/documents/{kit.document.key}/").status_code == 404
    assert kit.row.name_fr not in client.get("/fr/press/kits/").text


def test_a_language_in_which_it_is_not_published_says_where_it_can_be_read(client, kit):
    answer = page(client, kit.row, "ar")
    assert answer.status_code == 404
    assert kit.row.url_in("fr") in answer.text


def test_the_list_has_those_of_the_language(client, kit):
    assert kit.row.name_fr in client.get("/fr/press/kits/").text
    assert "لا يوجد ملف صحفي بهذه اللغة حاليا." in client.get("/ar/press/kits/").text


def test_a_document_that_is_withdrawn_leaves_page_and_archive(cached_site, kit):
    assert kit.document.title_fr in page(cached_site, kit.row).text
    kit.document.is_withdrawn = True
    kit.document.save()
    assert kit.document.title_fr not in page(cached_site, kit.row).text
    assert not [
        one for one in opened(selection(cached_site, kit.row)).namelist() if one.endswith(".pdf")
    ]


def test_a_document_in_the_archive_is_called_after_its_title(client, kit):
    type(kit.document).objects.update(
        title_fr="Fiche technique de l’usine", filename="v2 final (3)"
    )
    names = opened(selection(client, kit.row)).namelist()
    assert [one for one in names if one.endswith(".pdf")] == ["002-fiche-technique-de-l-usine.pdf"]


def test_a_picture_whose_licence_has_ended_leaves_page_and_archive(cached_site, kit):
    assert "La salle" in page(cached_site, kit.row).text
    kit.picture.expires_on = timezone.localdate() - timedelta(days=1)
    kit.picture.save()
    assert "La salle" not in page(cached_site, kit.row).text
    assert not [one for one in opened(selection(cached_site, kit.row)).namelist() if "salle" in one]


def test_portraits_and_logos_are_given_while_their_licence_runs(client):
    over = timezone.localdate() - timedelta(days=1)
    made = MediaKitFactory(live=["fr"])
    person = SpeakerFactory(
        is_listed=True, name_fr="Leïla Gharbi", biography_fr="Hydrologue.", portrait=ImageFactory()
    )
    ended = SpeakerFactory(
        is_listed=True, name_fr="Omar Tazi", portrait=ImageFactory(expires_on=over)
    )
    made.speakers.set([person, ended])
    made.organizations.set([OrganizationFactory(is_listed=True, logo=ImageFactory())])
    said = page(client, made).text
    assert person.portrait.file.url in said
    assert "Omar Tazi" in said
    assert ended.portrait.file.url not in said
    names = opened(selection(client, made)).namelist()
    assert names[0] == "credits.txt"
    assert {one.rpartition(".")[2] for one in names[1:]} == {"jpg", "txt"}
    assert len(names) == 4


def test_people_and_events_that_readers_do_not_know_of_are_not_named(client):
    made = MediaKitFactory(live=["fr"])
    made.speakers.set([SpeakerFactory(is_listed=False, name_fr="Personne Secrète")])
    made.events.set(
        [EventFactory(name_fr="Rencontre secrète", visibility_fr="hidden", visibility_ar="hidden")]
    )
    said = page(client, made).text
    assert "Secrète" not in said
    assert "secrète" not in said


def test_who_has_an_older_page_is_told_that_something_left_it(client, kit):
    before = timezone.now() - timedelta(hours=2)
    later = before + timedelta(hours=1)
    type(kit.row).objects.update(published_at_fr=before)
    for model in (MediaKit, KitPicture, KitDocument, Image, Document):
        model._base_manager.update(updated_at=before)
    for address in (kit.row.url_in("fr"), "/fr/press/kits/", "/fr/press/"):
        asked = {"If-Modified-Since": client.get(address)["Last-Modified"]}
        later += timedelta(seconds=2)
        gone = {"is_withdrawn": True, "updated_at": later}
        type(kit.document).objects.filter(pk=kit.document.pk).update(**gone)
        type(kit.row).objects.filter(pk=kit.row.pk).update(updated_at=later)
        assert client.get(address, headers=asked).status_code == 200


def test_many_pictures_are_on_pages_and_everything_is_of_all_of_them(client, monkeypatch):
    monkeypatch.setattr(press, "PICTURES_AT_ONCE", 2)
    pictures = [ImageFactory(caption_fr=f"Vue {n}") for n in range(5)]
    made = MediaKitFactory(live=["fr"], pictures=pictures, documents=[DocumentFactory()])
    first = page(client, made).text
    address = made.url_in("fr")
    assert ("Vue 1" in first, "Vue 2" in first) == (True, False)
    assert 'href="?page=2"' in first
    assert "cochés sur cette page" in first
    last = client.get(f"{address}?page=3").text
    assert ("Vue 4" in last, "Vue 3" in last) == (True, False)
    assert "Documents" not in last.partition("</header>")[2].partition("<footer")[0]
    for odd in ("4", "0", "x"):
        assert client.get(f"{address}?page={odd}").status_code == 404
    assert len(opened(selection(client, made)).namelist()) == 7


def test_its_page_says_of_when_it_is_and_whom_one_may_ask(client, kit):
    PressContactFactory(name_fr="Salma Idrissi")
    said = page(client, kit.row).text
    assert "Salma Idrissi" in said
    assert Language("fr").date(timezone.localtime(kit.row.published_at_fr)) in said


class TestArchive:
    def test_it_has_what_was_ticked_and_whose_it_is_in_the_readers_language(self, client, kit):
        kit.row.published_at_ar = timezone.now()
        kit.row.save()
        code = f"i{kit.row.pictures.get().pk}"
        french = opened(selection(client, kit.row, f"f={code}"))
        assert french.testzip() is None
        name = "001-la-salle.jpg"
        assert french.namelist() == ["credits.txt", name]
        assert french.read(name) == kit.picture.file.open().read()
        told = french.read("credits.txt").decode()
        for words in (kit.row.name_fr, name, "Crédit : MAP", "Licence : CC BY 4.0"):
            assert words in told.replace("\u202f", " ").replace("\u00a0", " ")
        arabic = opened(selection(client, kit.row, f"f={code}", "ar"))
        assert "الترخيص: CC BY 4.0" in arabic.read("credits.txt").decode()
        assert "001-القاعة.jpg" in arabic.namelist()

    def test_its_length_is_said_before_and_nobody_keeps_it(self, client, kit):
        answer = selection(client, kit.row)
        assert int(answer["Content-Length"]) == len(answer.getvalue())
        assert "no-store" in answer["Cache-Control"]
        assert answer["X-Robots-Tag"] == "noindex"

    def test_a_browser_is_told_how_long_it_is_and_shows_how_long_it_takes(self, client, kit):
        address = f"{kit.row.url_in('fr')}selection.zip?all=1"
        answer = client.get(address, headers={"Accept-Encoding": "gzip"})
        assert "Content-Encoding" not in answer.headers
        assert int(answer["Content-Length"]) == len(answer.getvalue())

    def test_it_has_the_words_of_the_kit_and_of_its_organizations(self, client):
        made = MediaKitFactory(live=["fr"], description_fr="Ce que la presse demande.")
        body = OrganizationFactory(
            is_listed=True, name_fr="Agence de l’eau", description_fr="Elle gère l’eau."
        )
        made.organizations.set([body])
        assert "Ajouter la description à l’archive" in page(client, made).text
        archive = opened(selection(client, made))
        (name,) = set(archive.namelist()) - {"credits.txt"}
        assert "Elle gère l’eau." in archive.read(name).decode()
        assert "Ce que la presse demande." in archive.read("credits.txt").decode()

    def test_nothing_ticked_is_answered_with_the_kit_and_a_sentence(self, client, kit):
        answer = selection(client, kit.row, "")
        assert answer.status_code == 400
        assert "Choisissez au moins un fichier." in answer.text
        assert "La salle" in answer.text
        assert "no-store" in answer["Cache-Control"]

    @pytest.mark.parametrize("odd", ["f=i999999", "f=x", "f=%00", "f=i1%27"])
    def test_what_is_not_in_the_kit_is_not_given(self, client, kit, odd):
        answer = selection(client, kit.row, odd)
        assert answer.status_code == 400
        assert "ne sont plus là" in answer.text

    def test_a_file_that_the_storage_lost_is_left_out(self, client, kit):
        kit.picture.file.storage.delete(kit.picture.file.name)
        names = opened(selection(client, kit.row)).namelist()
        assert [one.rpartition(".")[2] for one in names] == ["txt", "pdf"]

    @pytest.mark.parametrize("bound", ["MOST_FILES", "MOST_BYTES"])
    def test_too_much_is_answered_with_a_sentence(self, client, kit, monkeypatch, bound):
        monkeypatch.setattr(kits, bound, 1)
        answer = selection(client, kit.row)
        assert answer.status_code == 400
        assert "choisissez-en moins" in answer.text

    def test_some_at_once_leave_the_others_their_pages(self, client, kit):
        sent = [selection(client, kit.row), selection(client, kit.row)]
        refused = selection(client, kit.row)
        assert refused.status_code == 503
        assert "Réessayez dans une minute" in refused.text
        for one in sent:
            one.getvalue()
        assert opened(selection(client, kit.row))

    def test_five_hundred_pictures_are_never_held_together(self, client):
        made = MediaKitFactory(live=["fr"])
        first = ImageFactory()
        first.file.save("large.jpg", ContentFile(large_jpeg()))
        rows = [
            Image(key=f"copy-{n}", file=first.file.name, width=640, height=360, caption_fr=f"{n}")
            for n in range(500)
        ]
        for row in Image.objects.bulk_create(rows):
            made.pictures.create(image=row)
        answer = selection(client, made)
        size = int(answer["Content-Length"])
        assert size > 80_000_000
        tracemalloc.start()
        sent = sum(len(chunk) for chunk in answer.streaming_content)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        answer.close()
        assert sent == size
        assert most < 8_000_000


def large_jpeg():
    """A picture of noise, which nothing makes smaller."""
    written = io.BytesIO()
    Pillow.frombytes("RGB", (400, 400), os.urandom(480_000)).save(written, "JPEG", quality=95)
    return written.getvalue()


def test_the_search_finds_a_kit_from_its_moment_on_and_not_before(client, kit):
    kit.row.name_fr = "Le dossier de l’observatoire"
    kit.row.save()
    assert kit.row.url_in("fr") in client.get("/fr/search/?q=observatoire").text
    assert kit.row.name_fr in client.get("/fr/search/suggestions.json?q=le+dossier").text
    kit.row.published_at_fr = timezone.now() + timedelta(hours=1)
    kit.row.save()
    for path in ("/fr/search/?q=observatoire", "/fr/search/suggestions.json?q=le+dossier"):
        assert kit.row.name_fr not in client.get(path).text


def test_the_desk_finds_a_kit_by_its_title_while_nobody_has_it(client, editor, reporter):
    made = MediaKitFactory(name_fr="Le dossier de l’observatoire")
    change = reverse("admin:articles_mediakit_change", args=[made.pk])
    for person, is_found in ((editor, True), (reporter, False)):
        client.force_login(person)
        page = client.get(reverse("admin:articles_find"), {"q": "observatoire"}).text
        assert (change in page) is is_found


def test_a_kit_shows_the_articles_that_readers_have_now_with_their_corrections(client, kit):
    now = timezone.now()
    said = ArticleFactory(headline_fr="Le communiqué", live=["fr"], kind="communique")
    CorrectionFactory(article=said, text_fr="320 millions, et non 350.")
    states = {
        "retiré": {"live": ["fr"], "live_until_fr": now - timedelta(minutes=1)},
        "sous embargo": {"live": ["fr"], "embargoed_until": now + timedelta(hours=1)},
        "brouillon": {"live": []},
        "arabe": {"live": ["ar"]},
    }
    for number, (headline, state) in enumerate(({"": {}} | states).items(), 1):
        article = ArticleFactory(headline_fr=headline, **state) if headline else said
        kit.row.articles.create(article=article, order=number)
    shown = page(client, kit.row).text
    assert "Le communiqué" in shown
    assert "320 millions, et non 350." in shown
    for headline in states:
        assert f">{headline}</a>" not in shown
    # At its very minute it is there, and no cache keeps the page longer.
    there = {"embargoed_until": now, "published_at_fr": now}
    Article.objects.filter(headline_fr="sous embargo").update(**there)
    assert ">sous embargo</a>" in page(client, kit.row).text
    Article.objects.filter(pk=said.pk).update(live_until_fr=now)
    assert "Le communiqué" not in page(client, kit.row).text


def test_a_page_of_a_kit_is_kept_until_its_next_article_appears(client, kit):
    soon = timezone.now() + timedelta(seconds=40)
    waiting = ArticleFactory(live=["fr"], embargoed_until=soon)
    kit.row.articles.create(article=waiting)
    kept = int(page(client, kit.row)["Cache-Control"].partition("max-age=")[2].split(",")[0])
    assert kept <= 40


def test_readers_find_a_contact_by_name_or_role_while_it_is_shown(client):
    one = PressContactFactory(name_fr="Salma Idrissi", role_fr="Porte-parole", mail="s@example.org")
    for typed in ("Idrissi", "porte parole", "contact presse salma"):
        assert "Salma Idrissi" in client.get("/fr/search/", {"q": typed}).text
    assert "mailto:s@example.org" in client.get("/fr/search/", {"q": "salma"}).text
    assert "Salma Idrissi" not in client.get("/fr/search/", {"q": "hydrogène"}).text
    one.until = timezone.localdate() - timedelta(days=1)
    one.save()
    assert "Salma Idrissi" not in client.get("/fr/search/", {"q": "idrissi"}).text


def test_a_printed_kit_says_where_it_is_from(client, kit):
    said = page(client, kit.row).text
    printed = said[said.index('class="printed-from"') :]
    assert "/fr/press/kits/" in printed[: printed.index("</p>")]
