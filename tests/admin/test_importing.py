"""A text that somebody sent becomes a draft only as a person has reviewed it."""

import hashlib
from collections import defaultdict
from datetime import date

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.models import (
    Article,
    Event,
    Organization,
    Quote,
    ReceivedFile,
    ReceivedText,
    Source,
    Speaker,
    User,
)
from tests.conftest import member_of
from tests.factories import ArticleFactory, SpeakerFactory, UserFactory
from tests.wire.files import mail, word_document

pytestmark = pytest.mark.django_db

PAGE = "/admin/articles/article/import/"
TITLE = "Le Maroc accueille le Sommet africain de l’eau"
TEXT = f"""{TITLE}

Rabat, 3 juillet 2024 (MAP) – Le Sommet africain de l’eau se tient à Rabat les 3 et 4 juillet 2024.

Le ministre de l’Eau, Nizar Baraka, a déclaré que « l’eau est un droit pour chacun des habitants du continent ».

Le Fonds africain de l’eau (FAE) y participe.
"""
SECOND = """Les pêcheurs d’Agadir tiennent leur assemblée

Agadir, 4 juillet 2024 (MAP) – Les pêcheurs de la côte se sont réunis jeudi dans le port pour parler de la saison, qui a été longue et dure, et de ce que coûte le gazole cette année dans tout le pays.
"""


@pytest.fixture
def desk(client, reporter):
    client.force_login(reporter)
    return client


@pytest.fixture
def reporter():
    return member_of("reporter")


def paste(client, text=TEXT, **more):
    return client.post(PAGE, {"text": text, **more}, follow=True)


def send(client, *files):
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(PAGE, {"files": sent}, follow=True)


def form_on(response):
    """What the form of the review would send, without its buttons."""
    (form,) = html.fromstring(response.text).xpath("//form[contains(@class, 'import-article')]")
    return {name: value.removeprefix("\n") for name, value in form.form_values()}


def review(client, text=TEXT, **changed):
    """Paste a text, change its form and save it as a draft."""
    page = paste(client, text)
    return client.post(
        page.redirect_chain[-1][0], form_on(page) | changed | {"do": "save"}, follow=True
    )


def words_of(response):
    return " ".join(html.fromstring(response.text).text_content().split())


# Who may.


def test_only_who_may_add_articles_may_import(client):
    translator = member_of("translator")
    translator.languages = ["ar"]
    translator.save()
    client.force_login(translator)
    assert client.get(PAGE).status_code == 403
    assert client.post(PAGE, {"text": TEXT}).status_code == 403
    assert "import/" not in client.get(reverse("admin:index")).text
    assert not ReceivedFile.objects.exists()


def test_the_desk_and_the_list_lead_to_it(desk):
    for page in (reverse("admin:index"), reverse("admin:articles_article_changelist")):
        assert f'href="{PAGE}"' in desk.get(page).text


def test_a_colleagues_text_is_not_open_to_a_reporter_and_is_to_an_editor(desk, editor):
    page = paste(desk).redirect_chain[-1][0]
    client = Client()
    other = UserFactory()
    other.user_permissions.set(
        Permission.objects.filter(codename__in=["add_article", "view_article"])
    )
    client.force_login(other)
    assert client.get(page).status_code == 404
    assert TITLE not in client.get(PAGE).text
    client.force_login(editor)
    assert client.get(page).status_code == 200
    assert TITLE in client.get(PAGE).text


# What is understood.


def test_what_was_recognised_is_marked_where_it_stands(desk):
    page = html.fromstring(paste(desk).text)
    marked = defaultdict(str)
    for one in page.xpath("//mark"):
        for key in one.get("data-findings").split():
            marked[key] += one.text_content()
    assert marked["headline"] == TITLE
    assert marked["place"] == "Rabat"
    assert marked["published_on"] == "3 juillet 2024"
    assert marked["source"] == "MAP"
    assert "Nizar Baraka" in marked["speakers-0"]
    assert marked["quotes-0"] in TEXT
    for link in page.xpath("//a[contains(@class, 'import-where')]/@href"):
        assert page.get_element_by_id(link.removeprefix("#")) is not None


def test_the_text_is_shown_untouched(desk):
    (shown,) = html.fromstring(paste(desk).text).xpath("//div[contains(@class, 'import-text')]")
    assert shown.text_content() == TEXT


def test_nothing_is_made_before_the_draft_is_saved(desk):
    paste(desk)
    assert not any(
        model.objects.exists() for model in (Article, Speaker, Event, Organization, Source)
    )


def test_a_reviewed_text_is_a_draft_tied_to_all_that_it_names(desk, reporter):
    response = review(desk)
    article = Article.objects.get()
    assert response.redirect_chain[-1][0] == reverse(
        "admin:articles_article_change", args=[article.pk]
    )
    assert (article.status_fr, article.created_by) == ("draft", reporter)
    assert article.headline_fr == TITLE
    assert str(article.source) == "MAP"
    assert str(article.dateline) == "Rabat"
    assert article.source_published_on == date(2024, 7, 3)
    assert article.event.starts_on == date(2024, 7, 3)
    quote = article.quotes.get()
    assert str(quote.speaker) == "Nizar Baraka"
    assert "Eau" in quote.position_fr
    assert article.source_text.strip() == TEXT.strip()
    assert article.revisions.count() == 1
    article.full_clean()


def test_known_records_are_used_and_new_ones_said_to_be_new(desk):
    known = SpeakerFactory(name_fr="Nizar Baraka", name_ar="نزار بركة")
    page = paste(desk)
    assert form_on(page)["speakers-0-use"] == str(known.pk)
    assert "Connu : Nizar Baraka" in words_of(page)
    assert form_on(page)["event_use"] == "new"
    desk.post(page.redirect_chain[-1][0], form_on(page) | {"do": "save"})
    assert Quote.objects.get().speaker == known
    assert Speaker.objects.count() == 1


def test_a_near_name_is_offered_and_may_be_chosen(desk):
    near = SpeakerFactory(name_fr="Nizar Barakat Alami", name_ar="")
    page = paste(desk, TEXT.replace("Nizar Baraka,", "Nizar Barakat,"))
    assert form_on(page)["speakers-0-use"] == "new"
    assert "Nizar Barakat Alami" in words_of(page)
    chosen = {"speakers-0-use": str(near.pk)}
    desk.post(page.redirect_chain[-1][0], form_on(page) | chosen | {"do": "save"})
    assert Quote.objects.get().speaker == near


def test_what_is_changed_or_left_out_is_saved_so(desk):
    review(
        desk,
        headline="Un autre titre",
        standfirst="Un chapeau",
        event_use="none",
        place_use="none",
        **{"speakers-0-name": "Nizar Ben Baraka", "quotes-0-speaker": "Nizar Ben Baraka"},
    )
    article = Article.objects.get()
    assert article.headline_fr == "Un autre titre"
    assert article.standfirst_fr == "Un chapeau"
    assert article.event is None
    assert article.dateline is None
    assert str(article.quotes.get().speaker) == "Nizar Ben Baraka"
    assert not Event.objects.exists()


def test_words_that_the_body_does_not_have_are_no_quotation(desk):
    response = review(desk, **{"quotes-0-text": "l’eau est à tout le monde"})
    assert "ne figurent pas dans le texte" in words_of(response)
    assert not Article.objects.exists()


def test_who_may_not_add_people_makes_none(client):
    user = UserFactory()
    may = ["add_article", "view_article", "change_article"]
    user.user_permissions.set(Permission.objects.filter(codename__in=may))
    client.force_login(user)
    page = paste(client)
    assert form_on(page)["speakers-0-use"] == "none"
    forged = {"speakers-0-use": "new"}
    client.post(page.redirect_chain[-1][0], form_on(page) | forged | {"do": "save"})
    assert not Article.objects.exists()
    client.post(page.redirect_chain[-1][0], form_on(page) | {"do": "save", "q-source": "later"})
    assert not Speaker.objects.exists()
    assert not Organization.objects.exists()


def test_headings_of_a_file_have_no_signs_in_the_text_as_it_came_and_a_pasted_text_has_its_own(
    desk,
):
    words = "".join(f"<p>{one}</p>" for one in TEXT.split("\n\n")[1:3])
    saved = f"<html><body><article><h1>{TITLE}</h1>{words}</article></body></html>"
    file = SimpleUploadedFile("eau.html", saved.encode())
    page = desk.post(PAGE, {"files": [file]}, follow=True)
    text = ReceivedText.objects.get()
    shown = html.fromstring(page.text).xpath("//div[@class='import-text']")[0].text_content()
    assert text.text.startswith(f"# {TITLE}")
    assert shown.startswith(TITLE)
    page = paste(desk, f"# {SECOND}")
    shown = html.fromstring(page.text).xpath("//div[@class='import-text']")[0].text_content()
    assert shown.startswith("# Les pêcheurs")


# What must be answered.


def test_who_only_sent_a_text_becomes_no_source_unless_somebody_says_so(desk):
    chat = f"[28/11/2026 18:42:10] Sara Desk: {TEXT.replace(' (MAP)', '')}"
    page = paste(desk, chat)
    form = form_on(page)
    assert (form["source"], form["source_use"]) == ("Sara Desk", "none")
    assert "Il a été envoyé par : Sara Desk" in words_of(page)
    desk.post(page.redirect_chain[-1][0], form | {"do": "save", "q-source": "later"})
    assert Article.objects.get().source is None
    assert not Source.objects.exists()


def test_the_review_says_by_whose_clock_an_embargo_is_read(desk):
    page = words_of(paste(desk, f"SOUS EMBARGO jusqu’au 5 juillet 2030 à 12h00\n\n{TEXT}"))
    assert "Aucun fuseau horaire n’y est nommé" in page
    page = words_of(paste(desk, f"SOUS EMBARGO jusqu’au 6 juillet 2030 à 12h00 GMT\n\n{TEXT}"))
    assert "À l’heure de la rédaction (Africa/Casablanca)" in page


def test_in_arabic_the_hour_of_an_embargo_has_the_comma_of_the_language(desk):
    User.objects.filter(pk=desk.session["_auth_user_id"]).update(language="ar")
    page = words_of(paste(desk, f"SOUS EMBARGO jusqu’au 5 juillet 2030 à 12h00\n\n{TEXT}"))
    assert "5 يوليوز 2030، 12:00" in page


def test_of_two_embargoes_both_are_shown_and_the_later_one_is_asked_for(desk):
    later = "Ce texte ne peut être publié avant le 7 juillet 2030 à 12h GMT"
    page = paste(desk, f"SOUS EMBARGO jusqu’au 6 juillet 2030 à 12h00 GMT\n\n{TEXT}\n\n{later}")
    assert "SOUS EMBARGO jusqu’au 6 juillet 2030" in words_of(page)
    assert later in words_of(page)
    assert "Il le dit plusieurs fois : le dernier moment est dans le champ." in words_of(page)
    assert form_on(page)["embargoed_until"].startswith("2030-07-07T1")


def test_an_embargo_is_answered_before_the_draft_is_saved(desk):
    text = f"SOUS EMBARGO jusqu’au 5 juillet 2030 à 12h00\n\n{TEXT}"
    page = paste(desk, text)
    url, form = page.redirect_chain[-1][0], form_on(page)
    refused = desk.post(url, form | {"do": "save"})
    assert "Répondez à ceci" in words_of(refused)
    assert not Article.objects.exists()
    desk.post(url, form | {"q-embargo": "below", "do": "save"})
    article = Article.objects.get()
    assert timezone.localtime(article.embargoed_until).strftime("%d %H:%M") == "05 12:00"
    assert not article.embargo_line


def test_no_source_and_no_date_are_asked_about(desk):
    text = (
        f"{TITLE}\n\n{'Le sommet réunit trente pays et des experts de la gestion de l’eau. ' * 4}"
    )
    refused = review(desk, text)
    assert words_of(refused).count("Répondez à ceci") == 2
    refused = review(desk, text, **{"q-source": "below", "q-date": "below"})
    assert words_of(refused).count("est vide") == 2
    review(desk, text, **{"q-source": "own", "q-date": "later"})
    article = Article.objects.get()
    assert article.own_reporting
    assert article.source is None


def test_the_same_text_again_is_told_and_may_be_a_draft_of_its_own(desk):
    review(desk)
    first = Article.objects.get()
    page = paste(desk, TEXT.rstrip() + "\n\n")
    assert f"l’article {first.pk}" in words_of(page)
    url, form = page.redirect_chain[-1][0], form_on(page)
    desk.post(url, form | {"do": "save"})
    assert Article.objects.count() == 1
    desk.post(url, form | {"q-version": "anew", "do": "save"})
    assert Article.objects.count() == 2
    assert first.notes.count() == 1


def test_nearly_the_same_text_is_told_with_what_differs(desk):
    review(desk)
    page = paste(desk, TEXT.replace("les 3 et 4 juillet", "les 4 et 5 juillet"))
    words = words_of(page)
    assert f"une autre version de l’article {Article.objects.get().pk}" in words
    assert "« 3 » est devenu « 4 »" in words
    assert "une autre version" not in words_of(paste(desk, SECOND))


def test_of_a_secret_article_only_its_number_is_told(desk, editor):
    secret = ArticleFactory(
        headline_fr="Secret", source_url="https://map.example/1", source_text="Un autre mot.",
        created_by=editor,
    )  # fmt: skip
    page = words_of(paste(desk, f"{TEXT}\nSource : https://map.example/1\n"))
    assert f"l’article {secret.pk}" in page
    assert "Secret" not in page
    assert "Un autre mot" not in page


def test_several_texts_in_one_are_parted(desk):
    page = paste(desk, f"{TEXT}\n***\n{SECOND}")
    assert "plusieurs textes : 2" in words_of(page)
    url, form = page.redirect_chain[-1][0], form_on(page)
    desk.post(url, form | {"q-items": "part", "do": "save"})
    waiting = ReceivedText.objects.filter(state="waiting")
    assert [str(one)[:12] for one in waiting] == ["Le Maroc acc", "Les pêcheurs"]
    assert not Article.objects.exists()


# Nothing is lost.


def test_what_is_typed_is_there_for_another_browser(desk, reporter):
    page = paste(desk)
    url = page.redirect_chain[-1][0]
    kept = desk.post(url, form_on(page) | {"headline": "À moitié", "do": "keep"})
    assert kept.json()["conflicts"] == []
    other = Client()
    other.force_login(reporter)
    assert form_on(other.get(url))["headline"] == "À moitié"
    assert "À moitié" not in Article.objects.values_list("headline_fr", flat=True)


def test_a_person_may_be_added_without_a_script(desk):
    page = paste(desk)
    url = page.redirect_chain[-1][0]
    desk.post(url, form_on(page) | {"do": "add speakers"})
    form = form_on(desk.get(url))
    assert form["speakers-TOTAL_FORMS"] == "2"
    desk.post(
        url, form | {"speakers-1-name": "Salma Idrissi", "speakers-1-use": "new", "do": "save"}
    )
    assert {str(one) for one in Speaker.objects.all()} == {"Nizar Baraka", "Salma Idrissi"}


def test_what_is_sent_twice_is_received_once(desk):
    first, second = (paste(desk).redirect_chain[-1][0] for _ in range(2))
    assert first == second
    assert ReceivedFile.objects.count() == 1


def test_a_text_is_made_a_draft_once(desk):
    page = paste(desk)
    url, form = page.redirect_chain[-1][0], form_on(page)
    for _ in range(2):
        desk.post(url, form | {"do": "save"})
    assert Article.objects.count() == 1
    assert "déjà un brouillon" in words_of(desk.get(url, follow=True))


def test_a_dropped_text_waits_no_more_and_its_file_is_kept(desk):
    url = paste(desk).redirect_chain[-1][0]
    desk.post(url, {"do": "drop"})
    page = html.fromstring(desk.get(PAGE).text)
    (waiting,) = page.xpath("//section[@aria-labelledby='import-waiting']")
    assert TITLE not in waiting.text_content()
    assert bytes(ReceivedFile.objects.get().content) == TEXT.encode()


# Files.


def test_each_file_is_kept_or_refused_for_itself(desk, settings):
    settings.IMPORT_MEGABYTES = 1
    good = word_document(*TEXT.split("\n"))
    page = send(
        desk,
        ("a.docx", good),
        ("macros.docx", word_document("x", **{"word/vbaProject.bin": b"x"})),
        ("grand.txt", b"x" * 1_500_000),
        ("emoji.txt", "🎉".encode()),
        ("vide.txt", b" "),
    )
    words = words_of(page)
    for said in ("macros, qui sont", "trop gros : 2 Mo, alors que 1 Mo", "pas un mot", "vide"):
        assert said in words
    kept = {one.name: bytes(one.content) for one in ReceivedFile.objects.all()}
    assert kept["a.docx"] == good
    assert kept["emoji.txt"] == "🎉".encode()
    assert not kept["macros.docx"]
    assert not kept["grand.txt"]
    assert ReceivedText.objects.get().file.name == "a.docx"
    for one in ReceivedFile.objects.all():
        assert one.sent_by.username == "reporter"
    checksum = ReceivedFile.objects.get(name="a.docx").checksum
    assert checksum == hashlib.sha256(good).hexdigest()


def test_the_files_on_a_mail_are_texts_of_their_own(desk):
    page = send(desk, ("m.eml", mail(TEXT, "Sommet", [("b.txt", SECOND.encode())])))
    assert ReceivedText.objects.count() == 2
    assert ReceivedFile.objects.get(name="b.txt").part_of.name == "m.eml"
    assert "b.txt" in words_of(page)


def test_a_text_in_a_third_language_may_be_read_as_one_of_ours(desk):
    page = paste(desk, "The summit opened in Rabat. Thirty countries attend it this week.")
    assert "aucune langue de la rédaction" in words_of(page)
    url = page.redirect_chain[-1][0]
    desk.post(url, {"do": "language", "language": "fr"})
    assert form_on(desk.get(url))["headline"].startswith("The summit")


def test_nothing_sent_is_told(desk):
    assert "Collez un texte" in desk.post(PAGE, {"text": "  "}).text


def test_a_file_is_served_to_be_saved_and_never_shown(desk):
    page = f"<html><body><script>vol()</script><p>{TEXT}</p></body></html>".encode()
    send(desk, ("communiqué.html", page))
    file = ReceivedFile.objects.get()
    response = desk.get(reverse("admin:articles_import_file", args=[file.pk]))
    assert response.content == page
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_file_is_as_open_as_the_article_that_it_became(desk, editor, reporter):
    review(desk)
    file = ReceivedFile.objects.get()
    url = reverse("admin:articles_import_file", args=[file.pk])
    article = Article.objects.get()
    assert url in desk.get(reverse("admin:articles_article_change", args=[article.pk])).text
    other = UserFactory()
    other.user_permissions.set(
        Permission.objects.filter(codename__in=["add_article", "view_article"])
    )
    colleague = Client()
    colleague.force_login(other)
    assert colleague.get(url).status_code == 404
    Article.objects.update(created_by=other)
    assert desk.get(url).status_code == 404
    assert colleague.get(url).status_code == 200
    assert Client().get(url).status_code == 302


def test_the_desk_of_who_reviews_an_arabic_text_speaks_their_language(desk):
    page = paste(desk, "عنوان الخبر هنا\n\nأعلن الوزير عن افتتاح المركز الصحي في المدينة القديمة.")
    (spoken,) = html.fromstring(page.text).xpath("//button[@name='language'][@aria-current]/@value")
    assert spoken == "fr"


def test_what_stands_above_a_text_is_offered_and_kept(desk):
    text = TEXT.replace(
        "\n\nRabat,",
        "\n\nLe fleuve et ses riverains en débattent\n\nPar Rhissa Akline\n\nRabat,",
        1,
    )
    page = review(desk, f"COMMUNIQUÉ DE PRESSE\n\n{text}", source_use="new")
    article = Article.objects.get(headline_fr=TITLE)
    assert page.status_code == 200
    assert article.standfirst_fr == "Le fleuve et ses riverains en débattent"
    assert article.kind == Article.Kind.COMMUNIQUE
    assert article.local_byline_fr == "Rhissa Akline"
    assert article.body_fr.startswith("<p>Le Sommet africain")


def test_a_text_that_takes_another_back_asks_first_and_names_the_article(desk, reporter):
    article = ArticleFactory(headline_fr="Oasis : un plan commun", live=["fr"], created_by=reporter)
    page = paste(
        desk,
        "ANNULATION\n\nTunis, 29 nov 2026 (TAP) - Prière d’annuler notre dépêche intitulée "
        "« Oasis : un plan commun ». Elle contient une erreur.",
    )
    words = " ".join(html.fromstring(page.text).text_content().split())
    assert "Il retire un texte antérieur" in words
    assert f"Article {article.pk}, « Oasis : un plan commun » : publié." in words
    url = page.request["PATH_INFO"]
    desk.post(url, form_on(page) | {"do": "save"}, follow=True)
    assert Article.objects.count() == 1


def test_a_text_that_takes_back_what_somebody_may_not_see_names_nothing(desk):
    ArticleFactory(headline_fr="Oasis : un plan commun")
    page = paste(desk, "Prière d’annuler notre dépêche « Oasis : un plan commun » (TAP), merci.")
    words = " ".join(html.fromstring(page.text).text_content().split())
    assert "Il retire un texte antérieur" in words
    assert "Article " not in words.split("Il retire un texte antérieur")[1][:200]
