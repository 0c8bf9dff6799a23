"""A text that is sent to journalists under its embargo: who may, who gets it, what its link opens."""

import io
import re
from datetime import date, timedelta

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core import mail
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from lxml import html
from pdfminer.high_level import extract_text

from articles.admin.mailing.correction_recipients import tell_of_journalists
from articles.desk.press_lists import embargoed
from articles.desk.press_lists.copies import path_of
from articles.desk.press_lists.letters import send_copy
from articles.desk.press_lists.pasted_journalists import PastedJournalists
from articles.languages import Language
from articles.models import Correction, EmbargoedCopy, EmbargoedSending, Journalist, PressList
from tests.admin.forms import form_of
from tests.conftest import member_of
from tests.factories import ArticleFactory, CorrectionFactory, ImageFactory, PressContactFactory

from .people import html_of, journalist, press_list, to

pytestmark = pytest.mark.django_db
IN_AN_HOUR = timedelta(hours=1)
HEADLINE = "Le Maroc signe un accord secret"
NADIA = "nadia@journal.example.org"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = "http://testserver"


@pytest.fixture
def article():
    return ArticleFactory(
        live=["fr"], headline_fr=HEADLINE, embargoed_until=timezone.now() + IN_AN_HOUR
    )


@pytest.fixture
def desk(client, chief, article, django_capture_on_commit_callbacks):
    """Sends the form of the page, as somebody of the desk does."""
    client.force_login(chief)

    def sending(**form):
        url = reverse("admin:articles_article_embargoed", args=[article.pk, "fr"])
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(url, form, follow=True) if form else client.get(url)

    return sending


@pytest.fixture
def copy(desk, article):
    """The copy of Nadia Alaoui, sent."""
    lists = press_list("Diplomatie", "Nadia Alaoui")
    desk(do="send", list=lists.pk, journalist=Journalist.objects.get().key)
    return EmbargoedCopy.objects.get()


def link_of(copy):
    return path_of(copy)


def move(article, **columns):
    type(article).objects.filter(pk=article.pk).update(**columns)


def test_the_desk_sees_who_will_get_it_before_anybody_does(desk):
    lists = press_list("Diplomatie", "Nadia Alaoui", "Karim Benali")
    press_list("Économie", "Zineb Tazi")
    page = desk(list=lists.pk, do="look").text
    assert "Nadia Alaoui" in page
    assert "Karim Benali" in page
    assert "Zineb Tazi" not in page
    assert mail.outbox == []
    people = {one.name: one.key for one in Journalist.objects.all()}
    desk(list=lists.pk, do="send", journalist=people["Nadia Alaoui"], note="Bonne lecture.")
    assert [one.to for one in mail.outbox] == [[NADIA]]
    [letter] = mail.outbox
    for said in (letter.body, html_of(letter)):
        assert "Sous embargo jusqu" in said
        assert "Bonne lecture." in said
        assert HEADLINE in said
        assert "/fr/embargoed/" in said
    assert "présidé" not in letter.body, "the text itself is behind the link alone"


def test_somebody_on_two_lists_or_who_has_it_gets_it_once(desk):
    first, second = press_list("A"), press_list("B")
    nadia = journalist("Nadia Alaoui", first, second)
    for _ in range(2):
        desk(list=[first.pk, second.pk], do="send", journalist=nadia.key)
    assert len(to(NADIA)) == 1
    assert "l’a déjà" in desk(list=first.pk, do="look").text


def test_two_colleagues_who_send_it_at_the_same_moment_send_each_copy_once(desk, article, chief):
    lists = press_list("Diplomatie", "Nadia Alaoui", "Karim Benali")
    both, french = list(Journalist.objects.all()), Language("fr")
    sent = [
        embargoed.send(article, french, people, lists=[lists], note="", by=chief)
        for people in (both[:1], both, both)
    ]
    assert sent == [1, 1, 0]
    assert EmbargoedCopy.objects.count() == 2
    assert EmbargoedSending.objects.count() == 2


def test_who_was_second_is_told_that_a_colleague_was_first(desk, article, monkeypatch):
    lists = press_list("Diplomatie", "Nadia Alaoui")
    nadia = Journalist.objects.get()
    desk(do="send", list=lists.pk, journalist=nadia.key)
    # As it was when this colleague asked.
    monkeypatch.setattr(embargoed, "to_get_it", lambda *_asked: ([nadia], []))
    page = desk(do="send", list=lists.pk, journalist=nadia.key).text
    assert "Un collègue vient de l’envoyer" in page
    assert len(to(NADIA)) == 1


@pytest.mark.parametrize("role", ["reporter", "translator", "editor"])
def test_who_has_not_the_right_neither_sends_nor_sees_who_got_it(client, article, role):
    client.force_login(member_of(role))
    url = reverse("admin:articles_article_embargoed", args=[article.pk, "fr"])
    lists = press_list("Diplomatie", "Nadia Alaoui")
    assert client.get(url).status_code in {403, 404}
    assert client.post(url, {"do": "send", "list": lists.pk}).status_code in {403, 404}
    form = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    assert "/embargoed/" not in form.text
    assert client.get("/admin/articles/journalist/").status_code == 403
    assert client.get(f"/admin/articles/presslist/{lists.pk}/paste/").status_code == 403


def test_the_form_of_an_article_under_embargo_leads_there(client, chief, article):
    client.force_login(chief)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    url = reverse("admin:articles_article_embargoed", args=[article.pk, "fr"])
    assert url in page
    move(article, embargoed_until=None)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert url not in page


@pytest.mark.parametrize(
    "columns", [{"status_fr": "draft"}, {"embargoed_until": None}, {"status_fr": "withdrawn"}]
)
def test_a_text_that_is_not_finished_or_under_no_embargo_is_not_sent(desk, article, columns):
    lists = press_list("Diplomatie", "Nadia Alaoui")
    move(article, **columns)
    desk(do="send", list=lists.pk, journalist=Journalist.objects.get().key)
    assert not EmbargoedCopy.objects.exists()
    assert mail.outbox == []


def test_what_waits_for_the_mail_server_is_not_sent_once_the_embargo_is_over(desk, article, copy):
    mail.outbox.clear()
    EmbargoedCopy.objects.update(state="waiting")
    move(article, embargoed_until=timezone.now() - IN_AN_HOUR)
    send_copy({"copy": copy.key}, send=mail.EmailMessage.send)
    assert mail.outbox == []
    assert EmbargoedCopy.objects.get().state == "dropped"


# Languages.


def ticked(page):
    return {
        label.text_content().split("(")[0].strip()
        for label in html.fromstring(page).xpath("//label[input[@name='journalist'][@checked]]")
    }


def test_a_text_is_offered_to_those_who_read_its_language_and_to_who_reads_all(desk):
    lists = press_list("Diplomatie", "Nadia Alaoui")
    journalist("Muna Saidi", lists, language="ar")
    journalist("Karim Benali", lists, language="")
    page = desk(list=lists.pk, do="look").text
    assert ticked(page) == {"Nadia Alaoui", "Karim Benali"}
    shown = " ".join(html.fromstring(page).text_content().split())
    assert "muna@journal.example.org · arabe" in shown
    assert "karim@journal.example.org · toutes les langues" in shown
    assert "1 d’entre eux lit une autre langue, et n’est pas coché." in shown


def test_the_words_around_a_text_are_in_the_language_of_who_reads_them(desk):
    lists = press_list("Diplomatie")
    muna = journalist("Muna Saidi", lists, language="ar")
    karim = journalist("Karim Benali", lists, language="")
    desk(list=lists.pk, do="send", journalist=[muna.key, karim.key])
    arabic, french = (to(one.address)[0] for one in (muna, karim))
    assert arabic.subject.startswith("تحت الحظر")
    assert french.subject.startswith("SOUS EMBARGO")


def test_the_form_of_a_text_whose_embargo_is_over_says_that_it_was_sent(
    client, chief, article, copy
):
    client.force_login(chief)
    ended = timezone.now() - timedelta(minutes=1)
    move(article, embargoed_until=ended, published_at_fr=ended)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).text
    assert "Envoyer sous embargo" not in page
    assert "Envoyé sous embargo" in page
    assert re.search(r"Qui l’a\s: français", page)


def test_what_was_sent_is_no_unsaved_text(client, desk, article):
    lists = press_list("Diplomatie", "Nadia Alaoui")
    who = Journalist.objects.get().key
    form = {"do": "send", "list": lists.pk, "journalist": who, "note": "Bonne lecture."}
    desk(**form, _draft="abc123")
    assert client.cookies["newsroom-saved"].value == "abc123"


# What was wrong.


def published(article):
    ended = timezone.now() - timedelta(minutes=1)
    move(article, embargoed_until=ended, published_at_fr=ended)


def test_who_was_sent_a_text_is_told_what_was_wrong_once_and_only_if_somebody_says_so(
    desk, article, copy
):
    button = "Envoyer le rectificatif à qui a reçu le texte"
    published(article)
    assert button not in desk().text
    mail.outbox.clear()
    CorrectionFactory(article=article, kind="update", text_fr="Une photo est venue.")
    assert button not in desk().text
    CorrectionFactory(article=article, text_fr="Ils sont 320, et non 350.")
    assert button in desk().text
    assert mail.outbox == []
    said = desk(correct="1").text
    assert "Le rectificatif part à 1 journaliste." in said
    assert button not in said
    desk(correct="1")
    [letter] = to(NADIA)
    assert letter.subject == f"RECTIFICATIF – {HEADLINE}"
    for words in (letter.body, html_of(letter)):
        assert "Ils sont 320, et non 350." in words
        assert "Une photo" not in words
        assert f"http://testserver{article.url_in('fr')}" in words
    CorrectionFactory(article=article, text_fr="Il est midi, et non onze heures.")
    desk(correct="1")
    assert "Ils sont 320" not in to(NADIA)[1].body
    assert "Il est midi" in to(NADIA)[1].body


def test_corrections_are_told_by_name_in_whichever_order_they_come(desk, article, copy):
    published(article)
    first = CorrectionFactory(article=article, text_fr="", text_ar="العدد 320.")
    CorrectionFactory(article=article, text_fr="Il est midi.")
    mail.outbox.clear()
    desk(correct="1")
    type(first).objects.filter(pk=first.pk).update(text_fr="Ils sont 320.")
    desk(correct="1")
    _, letter = to(NADIA)
    assert "Ils sont 320." in letter.body
    assert "Il est midi." not in letter.body


def test_what_is_wrong_besides_is_told_though_an_earlier_correction_is_hidden(desk, article, copy):
    published(article)
    first = CorrectionFactory(article=article, text_fr="Ils sont 320.")
    desk(correct="1")
    type(first).objects.filter(pk=first.pk).update(public=False)
    CorrectionFactory(article=article, text_fr="Il est midi.")
    mail.outbox.clear()
    desk(correct="1")
    assert "Il est midi." in to(NADIA)[0].body
    type(first).objects.filter(pk=first.pk).update(public=True)
    desk(correct="1")
    assert len(to(NADIA)) == 1


@pytest.mark.parametrize("known", [0, 1])
def test_of_a_copy_of_before_the_update_as_many_count_as_were_counted(desk, article, copy, known):
    EmbargoedCopy.objects.update(told_of=None, corrections_told=known)
    published(article)
    CorrectionFactory(article=article, text_fr="Ils sont 320.")
    CorrectionFactory(article=article, text_fr="Il est midi.")
    mail.outbox.clear()
    desk(correct="1")
    assert ("Ils sont 320." in to(NADIA)[0].body) == (known == 0)
    assert "Il est midi." in to(NADIA)[0].body


def test_nobody_is_told_of_a_correction_who_had_it_in_their_copy_or_whose_mails_come_back(
    desk, article, copy
):
    EmbargoedCopy.objects.update(state="failed")
    published(article)
    CorrectionFactory(article=article, text_fr="Ils sont 320.")
    mail.outbox.clear()
    desk(correct="1")
    EmbargoedCopy.objects.update(state="sent")
    Journalist.objects.update(paused_at=timezone.now())
    desk(correct="1")
    EmbargoedCopy.objects.update(told_of=[Correction.objects.get().key])
    Journalist.objects.update(paused_at=None)
    desk(correct="1")
    assert mail.outbox == []


def send_twice(desk, article):
    """Nadia has it twice, as its first link was taken back; Karim once."""
    lists = press_list("Diplomatie", "Nadia Alaoui", "Karim Benali")
    nadia, karim = (Journalist.objects.get(name__startswith=one) for one in ("Nadia", "Karim"))
    desk(do="send", list=lists.pk, journalist=nadia.key)
    desk(take_back_all="1", sure="1")
    desk(do="send", list=lists.pk, journalist=[nadia.key, karim.key])
    mail.outbox.clear()


def test_who_was_sent_it_again_after_its_link_was_taken_back_gets_one_correction(desk, article):
    send_twice(desk, article)
    published(article)
    CorrectionFactory(article=article, text_fr="Ils sont 320, et non 350.")
    said = desk(correct="1").text
    assert "Le rectificatif part à 2 journalistes." in said
    assert len(to(NADIA)) == 1
    assert len(mail.outbox) == 2
    CorrectionFactory(article=article, text_fr="Il est midi, et non onze heures.")
    desk(correct="1")
    assert len(to(NADIA)) == 2
    assert "Ils sont 320" not in to(NADIA)[1].body


def heading(page):
    [found] = html.fromstring(page).xpath("//h2[@id='copies']")
    return " ".join(found.text_content().split())


def test_links_are_taken_back_after_a_question_that_says_how_many(client, desk, article):
    send_twice(desk, article)
    asked = desk(take_back_all="1").text
    assert "Annuler 2 liens ?" in asked
    assert "Karim Benali" in asked
    kept = EmbargoedCopy.objects.filter(taken_back_at=None)
    assert kept.count() == 2, "nothing was done yet"
    one = kept.get(journalist__name="Karim Benali")
    assert "Annuler 1 lien ?" in desk(take_back=one.key).text
    assert kept.count() == 2
    desk(take_back=one.key, sure="1")
    assert [copy.journalist.name for copy in kept] == ["Nadia Alaoui"]


def test_who_has_it_counts_people_whose_link_opens_it(desk, article):
    send_twice(desk, article)
    assert heading(desk().text) == "Qui l’a 2"
    desk(take_back_all="1", sure="1")
    page = desk().text
    assert heading(page) == "Qui l’a 0"
    assert "Annuler tous les liens" not in page


def test_a_published_correction_leads_to_the_journalists_of_both_languages(
    client, desk, article, copy, chief
):
    arabic = EmbargoedSending.objects.create(article=article, language="ar", sent_to="")
    muna = journalist("Muna Saidi", language="ar")
    EmbargoedCopy.objects.create(sending=arabic, journalist=muna, state="sent")
    move(article, headline_ar="اتفاق سري", status_ar="published", published_at_ar=timezone.now())
    published(article)
    CorrectionFactory(article=article, text_fr="Ils sont 320.", text_ar="هم 320.")
    article.refresh_from_db()
    request = RequestFactory().get("/")
    request.user = chief
    request.session = client.session
    request._messages = FallbackStorage(request)
    tell_of_journalists(request, article)
    [said] = [str(one) for one in request._messages]
    for code, words in (("fr", "1 journaliste (français)"), ("ar", "1 journaliste (arabe)")):
        url = reverse("admin:articles_article_embargoed", args=[article.pk, code])
        assert f'<a href="{url}">{words}</a>' in said
    page = desk().text
    assert "Envoyé sous embargo" in page
    assert "il ne peut pas être envoyé" not in page
    assert "Rectifié en arabe aussi" in page
    request.user = member_of("editor")
    request._messages = FallbackStorage(request)
    tell_of_journalists(request, article)
    assert not [*request._messages]


def test_mails_to_journalists_name_whom_they_may_ask_and_a_correction_its_day(desk, article):
    PressContactFactory(
        name_fr="Amina Benkirane", telephone="+212 5 37 11 22 33", mail="presse@example.org"
    )
    lists = press_list("Diplomatie", "Nadia Alaoui")
    desk(do="send", list=lists.pk, journalist=Journalist.objects.get().key)
    published(article)
    CorrectionFactory(article=article, text_fr="Ils sont 320.", made_on=date(2026, 11, 30))
    desk(correct="1")
    first, second = to(NADIA)
    for letter in (first, second):
        for words in (letter.body, html_of(letter)):
            assert "Amina Benkirane" in words
            assert "+212 5 37 11 22 33" in words.replace("\u00a0", " ")
            assert "presse@example.org" in words
    for words in (second.body, html_of(second)):
        assert "30 novembre 2026" in words


def test_a_copy_leads_to_the_one_in_another_language_that_its_reader_has(client, article, copy):
    client.logout()
    assert "Votre exemplaire en arabe" not in client.get(link_of(copy)).text
    move(
        article,
        headline_ar="اتفاق سري",
        slug_ar="اتفاق-سري",
        status_ar="published",
        published_at_ar=timezone.now() - IN_AN_HOUR,
    )
    arabic = EmbargoedSending.objects.create(article=article, language="ar", sent_to="")
    other = EmbargoedCopy.objects.create(sending=arabic, journalist=copy.journalist, state="sent")
    theirs = EmbargoedCopy.objects.create(sending=arabic, journalist=journalist("Muna Saidi"))
    page = client.get(link_of(copy)).text
    assert "Votre exemplaire en arabe" in page
    assert link_of(other) in page
    assert link_of(theirs) not in page
    EmbargoedCopy.objects.filter(pk=other.pk).update(taken_back_at=timezone.now())
    assert "Votre exemplaire en arabe" not in client.get(link_of(copy)).text


# What the link opens.


def test_a_copy_says_until_when_and_whose_it_is(client, copy):
    client.logout()
    page = client.get(link_of(copy))
    assert page.status_code == 200
    assert HEADLINE in page.text
    assert "Nadia Alaoui" in page.text
    assert "Sous embargo jusqu" in page.text
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]
    assert page["Referrer-Policy"] == "no-referrer"
    assert '<link rel="canonical"' not in page.text
    assert 'content="noindex"' in page.text


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_link_of_a_copy_leads_somewhere(client, article, copy, language):
    sending = copy.sending
    move(article, kind="communique", status_ar="ready", headline_ar="اتفاق سري")
    type(sending).objects.filter(pk=sending.pk).update(language=language)
    copy.sending.language = language
    client.logout()
    page = client.get(link_of(copy)).text
    own = {one for one in re.findall(r'href="(/[^"#]+)', page) if "/embargoed/" in one}
    assert f"{link_of(copy)}paper.pdf" in own
    for link in {one for one in re.findall(r'href="(/[^"#]+)', page) if "/static/" not in one}:
        assert client.get(link, follow=True).status_code == 200, link


def test_the_paper_of_a_copy_says_until_when_and_whose_it_is_and_is_dead_with_it(
    client, desk, article, copy
):
    move(article, kind="communique")
    client.logout()
    paper = f"{link_of(copy)}paper.pdf"
    answer = client.get(paper)
    words = " ".join(extract_text(io.BytesIO(answer.content)).split())
    assert "Sous embargo jusqu" in words
    assert "Exemplaire personnel de" in words
    assert "Nadia Alaoui" in words
    assert "no-store" in answer["Cache-Control"]
    assert client.get(f"/fr/embargoed/{copy.key}-{'0' * 32}/paper.pdf").status_code == 410
    EmbargoedCopy.objects.update(taken_back_at=timezone.now())
    assert client.get(paper).status_code == 410


def test_openings_are_counted_and_nothing_else_is_kept(client, copy):
    client.logout()
    before = {one.attname for one in EmbargoedCopy._meta.concrete_fields}
    for _ in range(3):
        client.get(link_of(copy))
    client.head(link_of(copy))
    copy.refresh_from_db()
    assert copy.openings == 3
    assert not {name for name in before if re.search("address|agent|ip|opened_at", name)}


def test_a_copy_that_is_taken_back_is_dead_and_the_others_are_not(client, desk, article, copy):
    other = journalist("Karim Benali")
    kept = EmbargoedCopy.objects.create(sending=copy.sending, journalist=other)
    desk(take_back=copy.key, sure="1")
    assert client.get(link_of(copy)).status_code == 410
    assert client.get(link_of(kept)).status_code == 200
    desk(take_back_all="1", sure="1")
    assert client.get(link_of(kept)).status_code == 410


def test_when_the_embargo_ends_the_link_leads_to_what_everybody_reads(client, article, copy):
    ended = timezone.now() - timedelta(minutes=1)
    move(article, embargoed_until=ended, published_at_fr=ended)
    answer = client.get(link_of(copy))
    assert (answer.status_code, answer.url) == (302, article.url_in("fr"))


@pytest.mark.parametrize(
    "columns",
    [
        {"status_fr": "draft"},
        {"status_fr": "withdrawn"},
        {"embargoed_until": None, "status_fr": "ready"},
    ],
)
def test_a_link_to_what_went_back_to_the_desk_says_nothing_of_it(client, article, copy, columns):
    move(article, **columns)
    page = client.get(link_of(copy))
    assert page.status_code == 410
    assert HEADLINE not in page.text


def test_a_link_opens_no_other_language_and_no_altered_one_opens_anything(client, copy):
    link = link_of(copy)
    other = "1" if link[-2] == "0" else "0"
    for wrong in (link.replace("/fr/", "/ar/"), f"{link[:-2]}{other}/", "/fr/embargoed/x/"):
        answer = client.get(wrong)
        assert answer.status_code == 410
        assert HEADLINE not in answer.text


def test_the_picture_of_the_text_is_seen_by_who_opened_the_copy_and_by_nobody_else(
    client, article, copy
):
    client.logout()
    image = ImageFactory()
    move(article, lead_image=image)
    assert client.get(image.file.url).status_code == 404
    client.get(link_of(copy))
    assert client.get(image.file.url).status_code == 200
    EmbargoedCopy.objects.update(taken_back_at=timezone.now())
    assert client.get(image.file.url).status_code == 404


def test_no_page_of_readers_has_the_link_or_the_text(client, article, copy):
    client.logout()
    token = link_of(copy).split("/")[-2]
    for path in ("/fr/", "/fr/articles/", "/sitemap.xml", "/fr/search/?q=accord", "/fr/feed.rss"):
        text = client.get(path).text
        assert token not in text
        assert "accord secret" not in text


def test_the_desk_is_told_how_often_a_copy_was_opened_and_not_its_link(client, desk, copy):
    client.get(link_of(copy))
    page = desk().text
    assert "Nadia Alaoui" in page
    assert link_of(copy).split("/")[-2] not in page


# Lists.

PASTED = """Nadia Alaoui <nadia@journal.example.org>, Le Journal
Karim Benali\tkarim@radio.example.org\tRadio Atlas
سلمى الإدريسي <salma@sahifa.example.org>، الصحيفة
Nadia A. <NADIA@journal.example.org>
Personne sans adresse
zineb@site.example.org
"""


MIXED = """\
Nadia Alaoui <nadia@journal.example.org>, Le Journal
سلمى الإدريسي <salma@sahifa.example.org>، الصحيفة
Karim Benali, karim@radio.example.org, Radio Atlas, arabe
ياسين المرابط <yassine@tv.example.org>, FR
<zineb@site.example.org>، الصحيفة
"""


def test_lines_are_pasted_into_a_list_and_what_is_twice_or_no_address_is_told(client, chief):
    client.force_login(chief)
    lists = press_list("Diplomatie")
    url = f"/admin/articles/presslist/{lists.pk}/paste/"
    page = client.post(url, {"text": PASTED, "do": "look", "language": "fr"}).text
    assert not Journalist.objects.exists()
    assert "Personne sans adresse" in page
    client.post(url, {"text": PASTED, "do": "add", "language": "fr"})
    assert {(one.name, one.address, one.outlet) for one in lists.journalists.all()} == {
        ("Nadia Alaoui", NADIA, "Le Journal"),
        ("Karim Benali", "karim@radio.example.org", "Radio Atlas"),
        ("سلمى الإدريسي", "salma@sahifa.example.org", "الصحيفة"),
        ("zineb", "zineb@site.example.org", ""),
    }


def test_the_sample_of_what_is_pasted_shows_where_the_address_goes(client, chief):
    client.force_login(chief)
    page = client.get(f"/admin/articles/presslist/{press_list('Diplomatie').pk}/paste/").text
    assert "Nom &lt;adresse&gt;, média" in page
    assert "<adresse>" not in page


def test_a_list_of_those_who_read_every_language_is_pasted_as_such(client, chief):
    client.force_login(chief)
    lists = press_list("Diplomatie")
    url = f"/admin/articles/presslist/{lists.pk}/paste/"
    form = {"text": f"Nadia <{NADIA}>", "do": "add", "language": "every", "_draft": "abc123"}
    answer = client.post(url, form)
    assert answer.cookies["newsroom-saved"].value == "abc123", "what is saved is not offered again"
    assert lists.journalists.get().language == ""


def test_each_journalist_reads_what_their_name_is_written_in_or_what_their_line_says(client, chief):
    client.force_login(chief)
    lists = press_list("Diplomatie")
    url = f"/admin/articles/presslist/{lists.pk}/paste/"
    form = {"text": MIXED, "language": form_of(client.get(url).text)["language"]}
    page = html.fromstring(client.post(url, form | {"do": "look"}).text)
    assert [td.text_content().strip() for td in page.xpath("//tbody/tr/td[4]")] == [
        "français",
        "arabe",
        "arabe",
        "français",
        "arabe",
    ]
    client.post(url, form | {"do": "add"})
    found = lists.journalists.order_by("pk").values_list("name", "outlet", "language")
    assert [*found] == [
        ("Nadia Alaoui", "Le Journal", "fr"),
        ("سلمى الإدريسي", "الصحيفة", "ar"),
        ("Karim Benali", "Radio Atlas", "ar"),
        ("ياسين المرابط", "", "fr"),
        ("zineb", "الصحيفة", "ar"),
    ]


def test_a_language_that_is_chosen_is_that_of_every_name(client, chief):
    client.force_login(chief)
    lists = press_list("Diplomatie")
    url = f"/admin/articles/presslist/{lists.pk}/paste/"
    client.post(url, {"text": MIXED, "language": "fr", "do": "add"})
    found = lists.journalists.order_by("pk").values_list("language", flat=True)
    assert [*found] == ["fr", "fr", "ar", "fr", "fr"], "but for whom a line says another"


def test_many_journalists_are_pasted_in_a_few_questions_to_the_database(
    django_assert_max_num_queries,
):
    lists = press_list("Diplomatie", "Nadia Alaoui")
    other = press_list("Économie", "Karim Benali")
    lines = [f"J. {n} <j{n}@journal.example.org>, Le Journal" for n in range(1200)]
    lines += ["N. <nadia@journal.example.org>", "K. <karim@journal.example.org>"]
    with django_assert_max_num_queries(30):
        pasted = PastedJournalists(lists, "\n".join(lines), Language("fr"))
        assert pasted.add() == 1201
    assert lists.journalists.count() == 1202
    assert [*other.journalists.values_list("name", flat=True)] == ["Karim Benali"]


def test_of_thousands_of_lines_the_page_shows_what_is_wrong_and_the_first_and_counts_all(
    client, chief, django_assert_max_num_queries
):
    client.force_login(chief)
    lists = press_list("Diplomatie")
    url = f"/admin/articles/presslist/{lists.pk}/paste/"
    lines = [f"J{n} <j{n}@radio.example>, R" for n in range(3000)]
    text = "\n".join([*lines, "Personne sans adresse"])
    with django_assert_max_num_queries(12):
        page = client.post(url, {"text": text, "do": "look", "language": "fr"}).text
    assert page.count("<tr>") < 250
    assert "<bdi>Personne sans adresse</bdi>" in page
    assert "3001" in page.replace("\u202f", "").replace("\xa0", "")
    assert "ne sont pas montrées ici : 2" in page.replace("\xa0", " ").replace("\u202f", "")
    with django_assert_max_num_queries(60):
        client.post(url, {"text": text, "do": "add", "language": "fr"})
    assert lists.journalists.count() == 3000


@pytest.mark.parametrize("typed", ["ſam@example.com", "ı@example.com", "İ@example.com"])
def test_letters_that_only_look_like_others_are_no_address_of_a_journalist(client, chief, typed):
    client.force_login(chief)
    lists = press_list("Diplomatie")
    url = f"/admin/articles/presslist/{lists.pk}/paste/"
    client.post(url, {"text": f"Sam <{typed}>", "do": "add", "language": "fr"})
    form = {"name": "Sam", "address": typed, "outlet": "", "language": "fr", "note": ""}
    client.post("/admin/articles/journalist/add/", form)
    assert not Journalist.objects.exists()


def test_who_is_known_comes_into_a_second_list_as_they_are(client, chief):
    client.force_login(chief)
    press_list("Diplomatie", "Nadia Alaoui")
    second = PressList.objects.create(name="Économie")
    client.post(
        f"/admin/articles/presslist/{second.pk}/paste/",
        {"text": f"N. A. <{NADIA}>, Autre", "do": "add", "language": "ar"},
    )
    [person] = Journalist.objects.all()
    assert (person.name, person.outlet, person.lists.count()) == ("Nadia Alaoui", "Le Journal", 2)


def test_a_journalist_is_written_and_put_on_lists_in_a_form(client, chief):
    client.force_login(chief)
    lists = press_list("Diplomatie")
    form = {
        "name": "Nadia",
        "address": NADIA,
        "outlet": "",
        "language": "fr",
        "lists": [lists.pk],
        "note": "",
    }
    client.post("/admin/articles/journalist/add/", form)
    person = Journalist.objects.get()
    assert [*person.lists.all()] == [lists]
    other = press_list("Économie")
    client.post(f"/admin/articles/journalist/{person.pk}/change/", form | {"lists": [other.pk]})
    assert [*person.lists.all()] == [other]


def test_the_lists_cost_the_same_number_of_queries_for_many(
    client, chief, django_assert_max_num_queries
):
    client.force_login(chief)
    for n in range(8):
        press_list(f"Liste {n}")
        journalist(f"n{n} Alaoui")
    for path in ("presslist", "journalist", "subscriber"):
        with django_assert_max_num_queries(14):
            client.get(f"/admin/articles/{path}/")


def test_the_page_of_copies_costs_the_same_for_many(
    desk, article, copy, django_assert_max_num_queries
):
    for n in range(12):
        person = journalist(f"n{n} Alaoui")
        EmbargoedCopy.objects.create(sending=copy.sending, journalist=person)
    with django_assert_max_num_queries(20):
        desk()
