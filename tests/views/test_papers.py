"""An article as a PDF: who may have it, how long it is kept, and what stands on it."""

import io
import re
import time
from datetime import timedelta

import pypdf
import pytest
import typst
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.http import parse_header_parameters
from pdfminer.high_level import extract_pages, extract_text

from articles.desk.publication.live import end_coverage
from articles.languages import Language
from articles.models import LiveEntry, Newsroom, SitePage
from articles.wire.paper import typesetting
from tests.factories import (
    ArticleFactory,
    AttachmentFactory,
    CorrectionFactory,
    ImageFactory,
    LiveEntryFactory,
    PressContactFactory,
    QuoteFactory,
    SourceFactory,
)
from tests.views.previews import ARABIC, a_day
from tests.views.test_media_kits import large_jpeg

pytestmark = pytest.mark.django_db

MARKS = re.compile("[\u200e\u200f\u2066-\u2069\u202a-\u202e\ufeff]")


def address(article, language="fr"):
    return f"{article.url_in(language)[:-1]}.pdf"


def paper(client, article, language="fr"):
    answer = client.get(address(article, language))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    return pypdf.PdfReader(io.BytesIO(answer.content))


def words(client, article, language="fr"):
    """What a program reads that copies from it."""
    answer = client.get(address(article, language))
    return " ".join(MARKS.sub("", extract_text(io.BytesIO(answer.content))).split())


@pytest.fixture
def communique():
    return ArticleFactory(
        kind="communique",
        live=["fr", "ar"],
        headline_fr="La conférence s’achève « au Caire »",
        body_fr="<p>Les 22 pays se sont réunis.</p>",
    )


class TestWhoMayHaveIt:
    def test_a_communique_leads_readers_to_it(self, client, communique):
        assert f'href="{address(communique)}"' in client.get(communique.url_in("fr")).text
        news = ArticleFactory(live=["fr"])
        assert ".pdf" not in client.get(news.url_in("fr")).text
        assert client.get(address(news)).status_code == 200

    def test_a_coverage_leads_readers_to_it_in_each_language(self, client):
        coverage = ArticleFactory(kind="live", live=["fr", "ar"])
        LiveEntryFactory(article=coverage)
        for language in ("fr", "ar"):
            page = client.get(coverage.url_in(language)).text
            assert f'href="{address(coverage, language)}"' in page
            assert client.get(address(coverage, language)).status_code == 200

    def test_the_preview_of_a_coverage_leads_to_it_too(self, client, editor):
        coverage = ArticleFactory(kind="live", headline_fr="La crue", body_fr="<p>En direct.</p>")
        client.force_login(editor)
        link = f"/fr/preview/{coverage.key}/"
        assert f"{link}paper.pdf" in client.get(link).text
        assert client.get(f"{link}paper.pdf").status_code == 200

    @pytest.mark.parametrize("columns", [
        {"status_fr": "draft"},
        {"status_fr": "ready"},
        {"published_at_fr": timezone.now() + timedelta(hours=1)},
        {"embargoed_until": timezone.now() + timedelta(hours=1)},
    ])  # fmt: skip
    def test_what_readers_do_not_have_is_on_no_paper(self, client, columns):
        article = ArticleFactory(kind="communique", live=["fr"])
        type(article).objects.filter(pk=article.pk).update(**columns)
        assert client.get(address(article)).status_code == 404

    def test_it_is_called_by_the_words_of_its_address(self, client, communique):
        for language in ("fr", "ar"):
            name = client.get(address(communique, language))["Content-Disposition"]
            assert parse_header_parameters(name)[1]["filename"] == (
                f"{communique.said('slug', language)}-{language}.pdf"
            )

    def test_what_was_withdrawn_says_so(self, cached_site, communique, chief):
        assert cached_site.get(address(communique)).status_code == 200
        communique.withdraw("fr", by=chief, note="Faux.")
        assert cached_site.get(address(communique)).status_code == 410

    def test_a_static_page_is_none(self, client):
        page = ArticleFactory(live=["fr"], site_page=SitePage.OTHER)
        assert client.get(f"/fr/articles/{page.slug_fr}.pdf").status_code == 404

    def test_who_holds_the_link_of_a_preview_has_the_paper_of_it(self, client):
        draft = ArticleFactory(kind="communique", headline_fr="Pas encore dit")
        link = a_day(draft)
        assert f"{link}paper.pdf" in client.get(link).text
        answer = client.get(f"{link}paper.pdf")
        assert answer["Content-Type"] == "application/pdf"
        assert "no-store" in answer["Cache-Control"]
        said = extract_text(io.BytesIO(answer.content))
        assert "Pas encore dit" in said
        assert "Texte non publié" in said

    def test_the_paper_of_an_embargoed_text_says_until_when(self, client):
        until = timezone.now() + timedelta(days=1)
        article = ArticleFactory(kind="communique", live=["fr"], embargoed_until=until)
        answer = client.get(f"{a_day(article)}paper.pdf")
        said = " ".join(extract_text(io.BytesIO(answer.content)).split())
        assert f"Sous embargo jusqu’au {Language('fr').date(until)}" in said

    @pytest.mark.parametrize("link", ["x", "eyJ4IjoxfQ"])
    def test_another_link_opens_no_paper(self, client, link):
        draft = ArticleFactory(kind="communique")
        assert client.get(f"/fr/preview/{draft.key}/{link}/paper.pdf").status_code == 403

    def test_the_link_of_one_language_opens_that_of_no_other(self, client):
        draft = ArticleFactory(kind="communique")
        link = a_day(draft, ARABIC).replace("/ar/", "/fr/")
        assert client.get(f"{link}paper.pdf").status_code == 403

    def test_the_desk_has_it_with_the_rights_of_its_preview(self, client, reporter, editor):
        draft = ArticleFactory(kind="communique")
        for person, status in ((reporter, 403), (editor, 200)):
            client.force_login(person)
            assert client.get(f"/fr/preview/{draft.key}/paper.pdf").status_code == status


class TestHowItIsKept:
    def test_it_is_kept_and_follows_each_change_at_once(self, cached_site, communique, monkeypatch):
        made = []
        typeset = typesetting.compiled
        monkeypatch.setattr(
            typesetting, "compiled", lambda *asked: made.append(1) or typeset(*asked)
        )
        first = cached_site.get(address(communique)).content
        assert cached_site.get(address(communique)).content == first
        assert len(made) == 1
        communique.headline_fr = "La conférence se poursuit"
        communique.save()
        assert "La conférence se poursuit" in words(cached_site, communique)

    def test_it_is_not_compressed_twice(self, client, communique):
        answer = client.get(address(communique), headers={"Accept-Encoding": "gzip"})
        assert "Content-Encoding" not in answer.headers
        assert int(answer["Content-Length"]) == len(answer.content)
        page = client.get(communique.url_in("fr"), headers={"Accept-Encoding": "gzip"})
        assert page["Content-Encoding"] == "gzip"

    def test_search_engines_are_led_to_the_page(self, client, communique):
        answer = client.get(address(communique))
        assert answer["X-Robots-Tag"] == "noindex"
        assert 'rel="canonical"' in answer["Link"]
        assert "Disallow: /*/articles/*.pdf$" in client.get("/robots.txt").text

    def test_a_former_address_leads_to_it(self, client, communique):
        old = address(communique)
        communique.slug_fr = "autre-adresse"
        communique.save()
        answer = client.get(old)
        assert answer.status_code == 301
        assert answer["Location"].endswith("/fr/articles/autre-adresse.pdf")

    def test_who_asks_for_all_at_once_waits_and_pages_do_not(self, client, communique, monkeypatch):
        monkeypatch.setattr(typesetting, "PATIENCE", 0.05)
        with typesetting.AT_ONCE:
            answer = client.get(address(communique))
            assert client.get(communique.url_in("fr")).status_code == 200
        assert answer.status_code == 503
        assert answer["Retry-After"] == "5"
        assert client.get(address(communique)).status_code == 200

    def test_it_is_there_in_less_than_two_seconds(self, client, communique):
        communique.body_fr = "<p>Les 22 pays se sont réunis au Caire.</p>" * 200
        communique.save()
        # Of the processor: other tests run beside this one.
        begun = time.process_time()
        assert len(paper(client, communique).pages) > 3
        assert time.process_time() - begun < 2


class TestWhatStandsOnIt:
    def test_it_says_its_language_its_title_and_its_parts(self, client, communique):
        read = paper(client, communique, "ar")
        catalogue = read.trailer["/Root"]
        assert catalogue["/Lang"] == "ar-MA"
        assert catalogue["/MarkInfo"]["/Marked"]
        assert catalogue["/StructTreeRoot"]
        assert read.metadata.title == communique.headline_ar
        assert read.outline[0].title == communique.headline_ar
        assert b"pdfuaid" in read.trailer["/Root"]["/Metadata"].get_data()

    def test_its_faces_are_those_of_the_site_and_stand_in_it(self, client, communique):
        for language, face in (("fr", "Newsreader"), ("ar", "PlexArabic")):
            fonts = [
                font.get_object()
                for page in paper(client, communique, language).pages
                for font in page["/Resources"]["/Font"].values()
            ]
            assert any(face in font["/BaseFont"] for font in fonts)
            for font in fonts:
                (descendant,) = font["/DescendantFonts"]
                told = descendant.get_object()["/FontDescriptor"]
                assert {"/FontFile2", "/FontFile3"} & set(told)

    def test_arabic_is_written_as_letters_and_its_numbers_in_their_order(self, client, communique):
        communique.body_ar = (
            "<p>قال السفير في مصر إن 281 مليون مهاجر، أي 3,6% من السكان، "
            "وبلغ المبلغ -12,5 في 2023-2024، والهاتف +212 5 37 00 00 00.</p>"
        )
        communique.save()
        said = words(client, communique, "ar")
        # The reader of PDF files gives the letters of a line as they stand, from the left.
        for word in ("السفير", "مصر", "مليون", "مهاجر"):
            assert word in said or word[::-1] in said, said
        for number in ("281", "3,6", "-12,5", "2023", "2024"):
            assert f" {number} " in said, said
        assert "+212 5 37 00 00 00" in said.replace("\u00a0", " ")

    def test_it_has_what_the_page_says_around_the_text(self, client, communique):
        Newsroom.the_one()
        Newsroom.objects.update(name_fr="Agence du Maghreb", mail="agence@example.org")
        ArticleFactory(
            site_page=SitePage.ABOUT, live=["fr"], standfirst_fr="L’agence écrit depuis 1959."
        )
        communique.source = SourceFactory(name_fr="Ministère des affaires étrangères")
        communique.save()
        CorrectionFactory(article=communique, text_fr="Les pays sont vingt-deux.")
        PressContactFactory(name_fr="Salma Idrissi", telephone="", mail="salma@example.org")
        attached = AttachmentFactory(article=communique).document
        withdrawn = AttachmentFactory(article=communique).document
        withdrawn.is_withdrawn = True
        withdrawn.save()
        said = words(client, communique)
        for shown in (
            "Agence du Maghreb", "agence@example.org", "Communiqué", "Les 22 pays",
            "L’agence écrit depuis 1959.", "Les pays sont vingt-deux.", "Salma Idrissi",
            "Ministère des affaires étrangères", "salma@example.org", attached.title_fr, "À propos", "Page 1 sur",
        ):  # fmt: skip
            assert shown in said.replace("\u00a0", " "), (shown, said)
        assert withdrawn.title_fr not in said

    def test_a_table_a_list_and_a_quotation_are_set(self, client, communique):
        communique.body_fr = (
            "<table><tbody><tr><th><p>Pays</p></th><th><p>Délégués</p></th></tr>"
            "<tr><td rowspan='2'><p>Maroc</p></td><td><p>12 500</p></td></tr>"
            "<tr><td colspan='3'><p>plus tard</p></td></tr></tbody></table>"
            "<ol start='3'><li><p>Premier</p><ul><li><p>dedans</p></li></ul></li></ol>"
            "<blockquote><p>La migration est un droit.</p></blockquote>"
            "<div class='box'><p>À retenir</p></div><hr><h3>Plus bas</h3>"
        )
        communique.save()
        said = words(client, communique)
        for shown in ("Pays", "Délégués", "Maroc", "plus tard", "dedans", "un droit", "À retenir"):
            assert shown in said

    def test_a_quotation_with_a_place_in_the_text_is_set_there(self, client, communique):
        quote = QuoteFactory(article=communique, text_fr="Une mémoire commune")
        communique.body_fr = (
            f'<p>Avant.</p><figure class="chosen-quote" data-quote="{quote.key}"></figure>'
        )
        communique.save()
        said = words(client, communique)
        assert "Une mémoire commune" in said
        assert quote.speaker.name_fr in said

    def test_a_picture_has_its_credit_and_leaves_when_its_licence_ends(self, client, communique):
        picture = ImageFactory(caption_fr="La salle", credit_fr="MAP", licence="CC BY 4.0")
        picture.file.save("photo.jpg", ContentFile(large_jpeg()))
        communique.lead_image = picture
        communique.save()
        read = paper(client, communique)
        assert read.pages[0].images
        said = words(client, communique)
        assert "La salle – MAP – CC BY 4.0" in said
        picture.expires_on = timezone.localdate() - timedelta(days=1)
        picture.save()
        read = paper(client, communique)
        assert not read.pages[0].images
        assert "MAP" not in words(client, communique)

    def test_a_live_coverage_has_its_entries_as_its_page_has_them(self, client, chief):
        article = ArticleFactory(kind="live", live=["fr", "ar"])
        begun = timezone.now() - timedelta(hours=3)
        later = begun + timedelta(hours=2)
        LiveEntryFactory(
            article=article, at=begun, body_fr="<p>Ce que l’on sait.</p>", is_pinned=True
        )
        LiveEntryFactory(
            article=article,
            at=begun + timedelta(minutes=1),
            headline_fr="Évacuation",
            body_fr="<p>Trois villages.</p>",
            byline="S. Idrissi",
            is_important=True,
        )
        LiveEntryFactory(
            article=article,
            at=begun + timedelta(minutes=2),
            body_fr="<p>5 ponts emportés.</p>",
            change_kind_fr="substance",
            reader_note_fr="Cinq, et non trois.",
            changed_at_fr=later,
        )
        LiveEntryFactory(
            article=article,
            at=begun + timedelta(minutes=3),
            body_fr="<p>Le barrage cède.</p>",
            state_fr="withdrawn",
            reader_note_fr="C’était faux.",
            changed_at_fr=later,
        )
        LiveEntryFactory(article=article, body_fr="<p>Un brouillon.</p>", state_fr="draft")
        said = words(client, article)
        order = (
            "Le direct",
            "Ce que l’on sait.",
            "C’était faux.",
            "5 ponts emportés.",
            "Rectificatif",
            "Cinq, et non trois.",
            "Évacuation",
            "Trois villages.",
            "S. Idrissi",
        )
        places = [said.replace("\u00a0", " ").index(one) for one in order]
        assert places == sorted(places), said
        assert "brouillon" not in said
        assert "barrage" not in said
        assert "se poursuit" in said
        end_coverage(article, by=chief)
        assert "Le direct s’est terminé le" in words(client, article)
        titles = [
            one.title
            for one in paper(client, article, "ar").outline[0:]
            if not isinstance(one, list)
        ]
        assert titles == [article.headline_ar]

    def test_a_long_coverage_says_how_many_entries_its_page_has_beside(self, client):
        article = ArticleFactory(kind="live", live=["fr"])
        now = timezone.now()
        LiveEntry.objects.bulk_create(
            LiveEntryFactory.build(
                article=article, body_fr=f"<p>Entrée {n}.</p>", at=now - timedelta(minutes=n)
            )
            for n in range(130)
        )
        begun = time.process_time()
        said = words(client, article).replace("\u00a0", " ")
        assert time.process_time() - begun < 4
        assert "Entrée 99." in said
        assert "Entrée 100." not in said
        assert "30 entrées plus anciennes" in said

    def test_an_entry_that_comes_is_on_the_paper_at_once(self, cached_site):
        article = ArticleFactory(kind="live", live=["fr"])
        assert "Pas encore d’entrée" in words(cached_site, article)
        LiveEntryFactory(article=article, body_fr="<p>La route rouvre.</p>")
        assert "La route rouvre." in words(cached_site, article)

    @pytest.mark.parametrize("body", [
        "<blockquote>" * 60 + "<p>Au fond.</p>" + "</blockquote>" * 60,
        "<div class='box'>" * 60 + "<p>Au fond.</p>" + "</div>" * 60,
        f"<p><a href='https://example.org/{'a' * 9000}'>Au fond.</a></p>",
    ])  # fmt: skip
    def test_what_typst_does_not_bear_is_made_less(self, client, communique, body):
        type(communique).objects.filter(pk=communique.pk).update(body_fr=body)
        assert "Au fond." in words(client, communique)

    def test_a_text_that_cannot_be_set_says_so(self, client, communique, monkeypatch):
        def broken(*_asked):
            raise typst.TypstError("maximum layout depth exceeded")

        monkeypatch.setattr(typesetting, "compiled", broken)
        answer = client.get(address(communique))
        assert answer.status_code == 404
        assert "ne peut pas être mis en PDF" in answer.text

    @pytest.mark.parametrize("language", ["fr", "ar"])
    def test_what_cannot_be_broken_stays_on_the_sheet(self, client, communique, language):
        long = "W" * 120
        row = f"<td><p>{'m' * 40}</p></td>" * 10
        body = (
            f"<p>voir https://example.org/{'a' * 280} là</p><table><tbody><tr>{row}</tr></tbody>"
            f"</table><blockquote><ul><li><p>{'M' * 100}</p></li></ul></blockquote>"
        )
        texts = {f"headline_{language}": long, f"body_{language}": body}
        type(communique).objects.filter(pk=communique.pk).update(**texts)
        answer = client.get(address(communique, language))
        for page in extract_pages(io.BytesIO(answer.content)):
            for box in page:
                assert box.x0 >= 0, box
                assert box.x1 <= page.width, box

    def test_the_rows_of_a_table_that_is_wider_than_a_sheet_stand_below_each_other(
        self, client, communique
    ):
        heads = "".join(f"<th><p>Colonne {n}</p></th>" for n in range(30))
        cells = "".join(f"<td><p>valeur {n}</p></td>" for n in range(30))
        communique.body_fr = (
            f"<table><tbody><tr>{heads}</tr><tr>{cells}</tr></tbody></table><p>Fin.</p>"
        )
        communique.save()
        said = words(client, communique)
        assert "Colonne 0 – valeur 0" in said
        assert "Colonne 29 – valeur 29" in said

    @pytest.mark.parametrize("odd", [
        "Un titre très long qui ne finit pas, " * 8,
        "Donaudampfschifffahrtsgesellschaft" * 8,
        "中文 🎉 \U0001f1f2\U0001f1e6 \u0b95",
        "#let x = 1; $ * _ ` @ < > \\ [ ] { } \" // /* */",
    ])  # fmt: skip
    def test_an_odd_headline_is_set_as_it_is(self, client, odd):
        article = ArticleFactory(kind="communique", live=["fr"], headline_fr=odd[:299].strip())
        read = paper(client, article)
        assert read.metadata.title == article.headline_fr
