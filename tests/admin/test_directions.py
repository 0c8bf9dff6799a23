"""On the desk each text runs its own way: French and addresses on Arabic pages, names in both."""

import pytest
from django.urls import reverse
from lxml import html

from articles.desk.editing import history, working_copies
from articles.models import Note, Proposal, ReceivedFile, ReceivedText
from tests.factories import (
    ArticleFactory,
    CorrectionFactory,
    GazetteerEntryFactory,
    ImageFactory,
    LiveEntryFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db
FRENCH = "@chief Le nombre est à vérifier."


@pytest.fixture
def desk(client, chief):
    chief.language = "ar"
    chief.save()
    client.force_login(chief)

    def page(name, *key):
        return client.get(reverse(f"admin:articles_{name}", args=key)).text

    return page


def test_the_size_of_a_picture_is_read_from_the_left(desk, client):
    image = ImageFactory()
    size = f"{image.width} × {image.height}"
    assert f'<bdi class="quiet" dir="ltr">{size}</bdi>' in desk("image_changelist")
    assert f"\u2066{size}\u2069" in desk("image_change", image.pk)
    asked = {"app_label": "articles", "model_name": "article", "field_name": "lead_image"}
    found = client.get(reverse("admin:autocomplete"), asked).json()["results"]
    assert f"\u2066{size}\u2069" in found[0]["told"]


def test_who_proposed_a_change_is_set_apart_from_the_day(desk, translator):
    speaker = SpeakerFactory()
    content = {"fields": {}}
    proposal = Proposal.objects.create(
        kind="speaker", record_key=speaker.key, before=content, after=content, made_by=translator
    )
    of_record = desk("speaker_change", speaker.pk)
    for page in (desk("speaker_proposal", speaker.pk, proposal.pk), of_record):
        assert f"اقترحه <bdi>{translator}</bdi>" in page


def test_the_difference_of_two_addresses_runs_from_the_left(desk, client):
    one = OrganizationFactory(website="https://www.lasportal.org/")
    other = OrganizationFactory(website="http://www.unescwa.org/")
    path = reverse("admin:articles_organization_merge", args=[one.pk])
    page = client.get(path, {"other": other.pk}).text
    assert '<dd dir="ltr">' in page


def test_a_note_runs_as_most_of_its_letters_whomever_it_names(desk, reporter):
    article = ArticleFactory()
    note = Note.objects.create(article=article, text=FRENCH, author=reporter)
    shown = '<bdi dir="ltr"><bdi>@chief</bdi> Le nombre est à vérifier.</bdi>'
    assert shown in desk("note_changelist")
    form = desk("note_change", note.pk)
    assert f"<h2>{shown}</h2>" in form
    assert '<div class="only-read" dir="ltr"><p><bdi>@chief</bdi> Le nombre' in form
    page = " ".join(desk("article_change", article.pk).split())
    assert '<div class="note-text" dir="ltr">' in page


def test_the_title_of_a_page_has_no_marks_of_its_text(desk):
    article = ArticleFactory(headline_fr="Un titre", headline_ar="")
    page = html.fromstring(desk("article_change", article.pk))
    assert "<" not in page.findtext(".//title")
    assert "Un titre" in page.findtext(".//title")


def test_a_correction_that_is_only_read_has_its_language_and_direction(desk):
    article = ArticleFactory(live=["ar"])
    row = CorrectionFactory(article=article, text_fr="Elles étaient 25.", text_ar="والصحيح 25.")
    form = desk("correction_change", row.pk)
    assert '<div class="only-read" lang="fr" dir="ltr"><p>Elles étaient 25.</p></div>' in form
    assert "تصويب (الفرنسية)" in form
    assert "[fr]" not in form


def test_a_column_names_its_language_in_words(desk):
    TermFactory()
    GazetteerEntryFactory()
    for page in (desk("gazetteerentry_changelist"), desk("term_changelist")):
        assert "(العربية)" in page
        assert "[ar]" not in page


def test_of_a_text_who_wrote_each_sentence_stands_apart_in_the_words_of_the_page(desk, editor):
    article = ArticleFactory(body_fr="<p>Une phrase.</p>", body_ar="<p>جملة.</p>")
    history.keep_if_changed(article, by=None)
    page = desk("article_authors", article.pk)
    assert page.index("<h2>العربية</h2>") < page.index("<h2>الفرنسية</h2>")
    named = page.split('<small lang="ar" dir="rtl">')
    assert len(named) == 3
    assert "–" not in named[1].split("</small>")[0]


def test_the_desk_asks_in_the_language_of_who_reads_first(desk, chief):
    live = ArticleFactory(live=["fr", "ar"])
    copy = working_copies.open_copy(live, by=chief)
    page = desk("article_change", copy.pk)
    assert page.index('name="_update-ar"') < page.index('name="_update-fr"')
    speaker = SpeakerFactory()
    QuoteFactory(article=live, speaker=speaker)
    page = desk("speaker_delete", speaker.pk)
    assert page.index("_correction-ar") < page.index("_correction-fr")
    entry = LiveEntryFactory()
    page = desk("article_live_entry", entry.article_id, entry.pk)
    assert page.index("why-ar") < page.index("why-fr")


def test_the_name_of_a_file_ends_on_its_ending(desk, chief):
    file = ReceivedFile.objects.create(name="القاهرة.txt", sent_by=chief, size=1)
    ReceivedText.objects.create(file=file, text="ترأس المغرب جلسة عامة.")
    assert '<bdi dir="ltr">القاهرة.txt</bdi>' in desk("import")
