"""An afternoon of the press room: a communiqué from its draft to the correction of all that it reached."""

import io
import re
import zipfile
from collections import Counter
from datetime import timedelta

import pypdf
import pytest
from django.core.management import call_command
from django.utils import timezone
from pdfminer.high_level import extract_text
from playwright.sync_api import expect

from articles.languages import Language
from articles.models import Article, MediaKit
from tests.browser.at_desk import LANGUAGES, body_in, press, unfold
from tests.factories import DocumentFactory, ImageFactory, a_pdf
from tests.mailing.people import html_of, journalist, press_list, subscriber, to

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]
SALMA, NADIA = "salma@example.org", "nadia@journal.example.org"
HEADLINE = {"fr": "Le Maroc accueille la conférence", "ar": "المغرب يستضيف المؤتمر"}
STANDFIRST = {"fr": "Elle se tient au Caire.", "ar": "وهو ينعقد في القاهرة."}
FIRST = {
    "fr": "Elle réunit 281 délégués en 2023-2024.",
    "ar": "يجمع المؤتمر 281 مندوبا في 2023-2024.",
}
SECOND = {
    "fr": "Elle réunit 182 délégués en 2023-2024.",
    "ar": "يجمع المؤتمر 182 مندوبا في 2023-2024.",
}
CORRECTED = {"fr": "Les délégués sont 182, non 281.", "ar": "عدد المندوبين 182 لا 281."}
UNTIL = {"fr": "Sous embargo jusqu", "ar": "محظور النشر إلى غاية"}
KIT = {"fr": "Le dossier de la conférence", "ar": "ملف المؤتمر"}
MARKS = re.compile("[\u200e\u200f\u2066-\u2069\u202a-\u202e\ufeff]")


def rewrite(page, code, words):
    body_in(page, code).click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(words)


def write(desk, code):
    """The draft, its dates with it: everybody is to have it in an hour."""
    moment = timezone.localtime() + timedelta(hours=1)
    desk.goto("/admin/articles/article/add/")
    unfold(desk, "#id_kind")
    desk.select_option("#id_kind", "communique")
    desk.fill(f"#id_headline_{code}", HEADLINE[code])
    desk.fill(f"#id_standfirst_{code}", STANDFIRST[code])
    rewrite(desk, code, FIRST[code])
    for field in (f"#id_published_at_{code}", "#id_embargoed_until"):
        unfold(desk, f"{field}_0")
        desk.fill(f"{field}_0", moment.strftime("%Y-%m-%d"))
        desk.fill(f"{field}_1", moment.strftime("%H:%M:%S"))
    press(desk, f"input[name=_move-{code}-published]")
    article = Article.objects.get()
    assert article.said("headline", code) == HEADLINE[code]
    return article


def send_under_embargo(desk, article, code):
    """To a list of journalists, who are looked at first; the link that one of them has."""
    lists = press_list("Diplomatie")
    journalist("Nadia Alaoui", lists, language=code)
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    press(desk, f"a[href$='/embargoed/{code}/']")
    desk.check(f"input[name=list][value='{lists.pk}']")
    press(desk, "button[value=look]")
    press(desk, "button[value=send]")
    [letter] = to(NADIA)
    assert HEADLINE[code] in letter.body
    return re.search(rf"\S+/{code}/embargoed/\S+", letter.body).group()


def read_copy(reader, link, code):
    reader.goto(link)
    said = reader.locator("body").inner_text()
    for words in (FIRST[code], "Nadia Alaoui", UNTIL[code]):
        assert words in said
    assert reader.goto(f"/{code}/articles/").status == 200
    assert HEADLINE[code] not in reader.locator("main").inner_text()


def end_embargo(article, code):
    """The hour passes, and nobody does anything."""
    over = timezone.now() - timedelta(seconds=1)
    dates = {f"published_at_{code}": over, "embargoed_until": over}
    Article.objects.filter(pk=article.pk).update(**dates)


def paper(reader, article, code):
    reader.goto(article.url_in(code))
    link = reader.locator("a[href$='.pdf']").first.get_attribute("href")
    return pypdf.PdfReader(io.BytesIO(reader.request.get(link).body()))


def words_of(said):
    return re.findall(r"\d+|[^\W\d]+", MARKS.sub("", said))


def assert_paper_says(reader, article, code, words):
    """Its letters are those that are joined; its lines and numbers go as they are read."""
    read = paper(reader, article, code)
    drawn = words_of(words)
    if Language(code).direction == "rtl":
        # Whoever reads the file finds each line from the left: its end first, and words from theirs.
        drawn = [one if one.isdigit() else one[::-1] for one in reversed(drawn)]
        assert letters_of(read)["م"] > 1, "a letter has one form where it begins, others inside"
    said = extract_text(read.stream)
    assert " ".join(drawn) in " ".join(words_of(said)), said


def letters_of(read):
    """In how many forms each letter is drawn."""
    fonts = read.pages[0]["/Resources"]["/Font"].values()
    maps = [one.get_object()["/ToUnicode"].get_data().decode() for one in fonts]
    codes = [code for one in maps for code in re.findall(r"^<\w+> <(\w{4})>$", one, re.MULTILINE)]
    return Counter(chr(int(code, 16)) for code in codes)


def choose(desk, row, words):
    desk.locator(f"{row} .chooser input").first.click()
    desk.keyboard.type(words)
    expect(desk.locator(".chooser-list [aria-selected='true']")).to_contain_text(words)
    desk.keyboard.press("Enter")


def make_kit(desk, code):
    ImageFactory(**{f"caption_{code}": "Salle 12"})
    document = DocumentFactory(**{f"title_{code}": "Document 34"})
    desk.goto("/admin/articles/mediakit/add/")
    desk.fill(f"#id_name_{code}", KIT[code])
    desk.fill(f"#id_published_at_{code}_0", timezone.localtime().strftime("%Y-%m-%d"))
    desk.fill(f"#id_published_at_{code}_1", "00:00:00")
    choose(desk, "#pictures-0 .field-image", "Salle 12")
    choose(desk, "#documents-0 .field-document", "Document 34")
    press(desk)
    return MediaKit.objects.get(), document


def archive(reader, kit, code):
    """The files that somebody takes of it, all together."""
    reader.goto(f"/{code}/press/")
    reader.get_by_role("link", name=KIT[code]).first.click()
    reader.wait_for_load_state()
    assert reader.url.endswith(kit.url_in(code))
    with reader.expect_download() as download:
        reader.locator("button[name=all]").click()
    with zipfile.ZipFile(download.value.path()) as opened:
        return [opened.read(name) for name in opened.namelist()]


def correct(desk, article, code):
    desk.goto(f"/admin/articles/article/{article.pk}/change/")
    press(desk, "button[name=_open_copy]")
    rewrite(desk, code, SECOND[code])
    unfold(desk, "#corrections-group")
    desk.locator("#corrections-group .add-row a").click()
    desk.fill(f"#id_corrections-0-text_{code}", CORRECTED[code])
    press(desk, "input[name=_publish_changes]")


def replace(desk, document, content, folder):
    path = folder / "corrige.pdf"
    path.write_bytes(content)
    desk.goto(f"/admin/articles/document/{document.pk}/change/")
    desk.set_input_files("#id_file", path)
    press(desk)


def told_by_mail():
    """What a subscriber has had so far."""
    call_command("send_news", stdout=io.StringIO())
    return to(SALMA)


@LANGUAGES
def test_a_communique_is_sent_under_embargo_published_told_of_and_corrected(
    browser, tmp_path, settings, live_server, language
):
    settings.SITE_URL = live_server.url
    subscriber(SALMA, (language, None), language=language)
    desk, reader = browser("chief", language), browser()

    article = write(desk, language)
    link = send_under_embargo(desk, article, language)
    read_copy(reader, link, language)
    assert told_by_mail() == []

    end_embargo(article, language)
    reader.goto(link)
    assert reader.url.endswith(article.url_in(language))
    assert FIRST[language] in reader.locator(".body").inner_text()
    assert_paper_says(reader, article, language, FIRST[language])
    kit, document = make_kit(desk, language)
    wrong, right = document.file.read(), a_pdf("Corrigé")
    assert wrong in archive(reader, kit, language)
    [letter] = told_by_mail()
    assert HEADLINE[language] in letter.body

    correct(desk, article, language)
    replace(desk, document, right, tmp_path)
    # A browser may keep a page for a minute.
    reader.goto(link)
    reader.reload()
    said = reader.locator("main").inner_text()
    assert SECOND[language] in said
    assert CORRECTED[language] in said
    assert_paper_says(reader, article, language, SECOND[language])
    files = archive(reader, kit, language)
    assert right in files
    assert wrong not in files
    [__, letter] = told_by_mail()
    for words in (letter.body, html_of(letter)):
        assert CORRECTED[language] in words
