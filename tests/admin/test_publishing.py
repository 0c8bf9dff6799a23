"""A text is read before it is published; a working copy is not thrown away by a slip."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing import history, working_copies
from articles.models import Article, Revision, Status
from tests.admin.forms import change_url, fields_of, opened
from tests.conftest import member_of
from tests.factories import ArticleFactory, CorrectionFactory, QuoteFactory

pytestmark = pytest.mark.django_db

TOMORROW = timedelta(days=1)


def publish_url(article, code="fr"):
    return reverse("admin:articles_article_publish", args=[article.pk, code])


def step(article, code="fr"):
    return reverse("admin:articles_article_step", args=[article.pk, code])


def url(page, *args):
    return reverse(f"admin:articles_article_{page}", args=args)


def seen(client, article, code="fr"):
    page = html.fromstring(client.get(publish_url(article, code)).text)
    return page.xpath("//input[@name='seen']/@value")[0]


@pytest.fixture
def ready():
    return ArticleFactory(status_fr=Status.READY, body_fr="<p>Le texte que nul n’a ouvert.</p>")


# From the desk page to the readers.


def test_the_desk_leads_to_the_text_and_publishes_nothing_by_itself(client, ready, editor):
    client.force_login(editor)
    page = client.get("/admin/").text
    assert publish_url(ready) in page
    assert 'value="published"' not in page
    assert client.post(step(ready), {"to": "published"}).url == publish_url(ready)
    ready.refresh_from_db()
    assert ready.status_fr == Status.READY


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_page_shows_the_text_its_checks_and_when_readers_get_it(
    client, ready, editor, language
):
    editor.language = language
    editor.save()
    client.force_login(editor)
    page = client.get(publish_url(ready)).text
    assert "<p>Le texte que nul n’a ouvert.</p>" in page
    assert html.fromstring(page).xpath("//article[@lang='fr' and @dir='ltr']")
    assert html.fromstring(page).xpath("//section[@id='checks']//section[@data-language='fr']")
    assert {"fr": "Les lecteurs le verront au plus tard", "ar": "سيراه القراء في ظرف دقيقة"}[
        language
    ] in page


def test_what_was_read_is_published_and_the_page_says_so(client, ready, editor):
    client.force_login(editor)
    page = client.post(publish_url(ready), {"seen": seen(client, ready)}, follow=True)
    assert page.redirect_chain[-1][0] == "/admin/"
    assert "Les lecteurs l’ont, au plus tard dans une minute." in page.text
    ready.refresh_from_db()
    assert ready.is_live("fr")
    assert ready.transitions.get().made_by == editor


def test_with_a_date_to_come_it_is_scheduled_and_the_page_says_for_when(client, ready, editor):
    Article.objects.update(published_at_fr=timezone.now() + TOMORROW)
    client.force_login(editor)
    page = client.get(publish_url(ready)).text
    assert ">Programmer – français</button>" in page
    assert "Les lecteurs le verront le" in page
    page = client.post(publish_url(ready), {"seen": seen(client, ready)}, follow=True).text
    assert "ce texte est désormais « programmé »" in page
    assert "Les lecteurs le verront le" in page
    assert "Les lecteurs le voient" not in page


@pytest.mark.parametrize("sent", [{}, {"seen": ""}, {"seen": "0" * 64}])
def test_what_nobody_has_read_is_not_published(client, ready, editor, sent):
    client.force_login(editor)
    answer = client.post(publish_url(ready), sent)
    assert "relisez-le" in answer.text
    ready.refresh_from_db()
    assert ready.status_fr == Status.READY


@pytest.mark.parametrize("change", ["a word", "a quotation"])
def test_what_changed_since_it_was_read_is_read_again(client, ready, editor, change):
    client.force_login(editor)
    as_read = seen(client, ready)
    if change == "a word":
        Article.objects.update(standfirst_fr="Un mot de plus.")
    else:
        QuoteFactory(article=ready, text_fr="texte que nul")
    assert "relisez-le" in client.post(publish_url(ready), {"seen": as_read}).text
    ready.refresh_from_db()
    assert ready.status_fr == Status.READY
    client.post(publish_url(ready), {"seen": seen(client, ready)})
    ready.refresh_from_db()
    assert ready.is_live("fr")


def test_what_is_missing_is_said_once_with_its_field_and_language(client, ready, editor):
    Article.objects.update(headline_fr="", slug_fr="", body_fr="")
    client.force_login(editor)
    page = html.fromstring(client.post(publish_url(ready), {"seen": seen(client, ready)}).text)
    said = [one.text_content() for one in page.xpath("//ul[contains(@class,'errorlist')]/li")]
    assert said == [
        "Titre (français) : Un article publié doit l’avoir.",
        "Adresse (français) : Un article publié doit l’avoir.",
        "Texte (français) : Un article publié doit l’avoir.",
    ]


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_who_may_not_publish_is_refused_the_page(client, ready, role):
    client.force_login(member_of(role))
    assert client.get(publish_url(ready)).status_code in {403, 404}
    assert client.post(publish_url(ready), {"seen": "x"}).status_code in {403, 404}
    ready.refresh_from_db()
    assert ready.status_fr == Status.READY


def test_who_comes_second_is_led_to_the_article(client, ready, editor):
    client.force_login(editor)
    as_read = seen(client, ready)
    client.post(publish_url(ready), {"seen": as_read})
    answer = client.post(publish_url(ready), {"seen": as_read}, follow=True)
    assert answer.redirect_chain[-1][0] == change_url(ready)
    assert ready.transitions.count() == 1


# Working copies.


@pytest.fixture
def copy(chief):
    live = ArticleFactory(live=["fr"], headline_fr="Le Maroc préside")
    copy = working_copies.open_copy(live, by=chief)
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    CorrectionFactory(article=copy, text_fr="Il copréside.")
    history.keep_if_changed(copy, by=chief)
    return copy


def test_discarding_asks_first_and_shows_what_would_go(client, copy, editor):
    client.force_login(editor)
    page = client.get(url("changes", copy.pk)).text
    assert 'name="_discard_copy"' in page
    assert client.post(url("changes", copy.pk), {"_discard_copy": "1"}).url == url(
        "discard", copy.pk
    )
    page = client.get(url("discard", copy.pk)).text
    assert "<ins>copréside</ins>" in page
    assert Article.with_copies.filter(pk=copy.pk).exists()
    client.post(url("discard", copy.pk))
    assert not Article.with_copies.filter(pk=copy.pk).exists()


def test_what_was_discarded_is_restored_as_a_working_copy(client, copy, editor):
    live = copy.working_copy_of
    client.force_login(editor)
    page = client.post(url("discard", copy.pk), follow=True).text
    assert "La rétablir depuis l’historique." in page
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc préside"
    page = html.fromstring(client.get(url("history", live.pk)).text)
    (row, *_) = page.xpath("//tr[.//span[contains(., 'copie de travail abandonnée')]]")
    version = row.xpath(".//button[@name='version']/@value")[0]
    client.post(url("restore", live.pk), {"version": version})
    again = Article.with_copies.get(working_copy_of=live)
    assert again.headline_fr == "Le Maroc copréside"
    assert again.corrections.get().text_fr == "Il copréside."
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc préside"


def test_nobody_wrote_in_the_article_what_was_discarded(client, copy, editor, chief):
    live = copy.working_copy_of
    working_copies.discard(copy, by=editor)
    authors = {revision.pk for (one,) in history.authors(live, "body_fr") for _, revision in [one]}
    assert authors.isdisjoint(
        Revision.objects.exclude(discarded_at=None).values_list("pk", flat=True)
    )
    # The newest version is what readers have.
    assert live.revisions.first().fields["headline_fr"] == "Le Maroc préside"
    assert history.is_kept(Article.objects.get(pk=live.pk))


@pytest.mark.parametrize("role", ["reporter", "translator"])
def test_who_may_not_rewrite_all_of_it_discards_nothing(client, copy, role):
    client.force_login(member_of(role))
    assert client.get(url("discard", copy.pk)).status_code in {403, 404}
    assert client.post(url("discard", copy.pk)).status_code in {403, 404}
    assert Article.with_copies.filter(pk=copy.pk).exists()


def test_an_article_is_no_working_copy_to_discard(client, copy, editor):
    client.force_login(editor)
    assert client.post(url("discard", copy.working_copy_of_id)).status_code == 404


# What is said of readers.


def said(answer):
    page = html.fromstring(answer.text)
    lines = page.xpath("//ul[contains(@class,'messagelist')]/li")
    return " ".join(" ".join(one.text_content().split()) for one in lines)


def test_a_draft_is_saved_and_no_reader_sees_it(client, editor):
    article = ArticleFactory()
    client.force_login(editor)
    answer = client.post(change_url(article), opened(client, article), follow=True)
    assert "Aucun lecteur ne le voit encore." in said(answer)


def test_what_waits_is_saved_and_its_moment_is_said(client, editor):
    article = ArticleFactory(live=["fr"], published_at_fr=timezone.now() + TOMORROW)
    client.force_login(editor)
    answer = client.post(change_url(article), opened(client, article), follow=True)
    assert "Français : Les lecteurs le verront le" in said(answer)
    assert "heure de Casablanca" in said(answer)


def test_a_working_copy_is_saved_and_readers_keep_their_text(client, copy, editor):
    client.force_login(editor)
    answer = client.post(change_url(copy), opened(client, copy) | {"_continue": "1"}, follow=True)
    assert "gardent" in said(answer)
    assert "ont les modifications" not in said(answer)


def test_published_changes_are_said_to_be_seen_in_the_language_that_changed(client, copy, chief):
    client.force_login(chief)
    answer = client.post(url("changes", copy.pk), {"_publish_changes": "1"}, follow=True)
    assert "Français : Les lecteurs ont les modifications, au plus tard dans une minute." in said(
        answer
    )
    assert "Arabe" not in said(answer)


def test_changes_of_a_language_nobody_reads_are_not_said_to_be_read(client, chief):
    live = ArticleFactory(live=["fr"])
    copy = working_copies.open_copy(live, by=chief)
    copy.headline_ar = "المغرب يترأس جلسة"
    copy.save()
    client.force_login(chief)
    answer = client.post(url("changes", copy.pk), {"_publish_changes": "1"}, follow=True)
    assert "voient" not in said(answer)


def test_changes_of_what_was_withdrawn_meanwhile_are_not_said_to_be_read(client, copy, chief):
    copy.working_copy_of.withdraw("fr", by=chief, note="Une erreur.")
    client.force_login(chief)
    page = client.get(url("changes", copy.pk)).text
    assert "Les lecteurs gardent" not in page
    answer = client.post(url("changes", copy.pk), {"_publish_changes": "1"}, follow=True)
    assert "Aucun lecteur ne le voit plus : sa page dit qu’il a été retiré." in said(answer)
    assert "ont les modifications" not in said(answer)


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_withdrawal_says_what_readers_find(client, chief, language):
    chief.language = language
    chief.save()
    article = ArticleFactory(live=["fr"])
    client.force_login(chief)
    asked = {"_move-fr-withdrawn": "1", "_note": "Une erreur."}
    answer = client.post(change_url(article), opened(client, article) | asked, follow=True)
    words = {"fr": "Plus aucun lecteur ne l’a", "ar": "لا يبقى بين أيدي أي قارئ"}[language]
    assert words in said(answer)


PAST = datetime(1999, 6, 15, 12, 0, tzinfo=UTC)
HAS_PASSED = {
    "fr": "La date écrite, 15 juin 1999 à 12:00 (heure de Casablanca), est passée",
    "ar": "التاريخ المكتوب، 15 يونيو 1999 على الساعة 12:00 (بتوقيت الدار البيضاء)، قد مضى",
}


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_a_date_that_has_passed_is_said_to_be_no_date_of_publication(
    client, ready, editor, language
):
    editor.language = language
    editor.save()
    Article.objects.filter(pk=ready.pk).update(published_at_fr=PAST)
    client.force_login(editor)
    form = {"seen": seen(client, ready)}
    page = client.post(publish_url(ready), form, follow=True).text
    ready.refresh_from_db()
    assert timezone.now() - ready.published_at_fr < timedelta(minutes=1)
    assert HAS_PASSED[language] in " ".join(html.fromstring(page).text_content().split())


def test_a_date_typed_with_the_button_is_said_to_have_passed_too(client, ready, editor):
    client.force_login(editor)
    typed = {"published_at_fr_0": "15/06/1999", "published_at_fr_1": "12:00:00"}
    form = opened(client, ready) | typed | {"_move-fr-published": "1"}
    page = client.post(change_url(ready), form, follow=True).text
    ready.refresh_from_db()
    assert ready.status_fr == Status.PUBLISHED
    assert timezone.now() - ready.published_at_fr < timedelta(minutes=1)
    assert HAS_PASSED["fr"] in " ".join(html.fromstring(page).text_content().split())


def test_without_a_date_nothing_is_said_of_one(client, ready, editor):
    client.force_login(editor)
    form = {"seen": seen(client, ready)}
    assert "est passée" not in client.post(publish_url(ready), form, follow=True).text


def test_who_withdraws_without_a_reason_is_put_into_the_field_for_it(client, chief):
    client.force_login(chief)
    article = ArticleFactory(live=["fr"])
    sent = opened(client, article) | {"_move-fr-withdrawn": "1"}
    page = html.fromstring(client.post(change_url(article), sent).text)
    (note,) = page.xpath("//input[@name='_note'][@autofocus]")
    assert note.get("aria-invalid") == "true"
    # Who only opens the page is not.
    fresh = html.fromstring(client.get(change_url(article)).text)
    assert not fresh.xpath("//input[@name='_note'][@autofocus]")


def test_a_refused_form_says_of_its_buttons_what_the_typed_embargo_makes_of_them(client, editor):
    client.force_login(editor)
    address = reverse("admin:articles_article_add")
    ahead = timezone.localtime() + timedelta(days=2)
    typed = fields_of(client.get(address).text) | {
        "headline_fr": "Un titre",
        "body_fr": "<p>[Ville, date] Le Maroc préside une session.</p>",
        "embargoed_until_0": f"{ahead:%Y-%m-%d}",
        "embargoed_until_1": "10:00:00",
        "_move-fr-published": "1",
    }
    page = html.fromstring(client.post(address, typed).text)
    (button,) = page.xpath("//input[@name='_move-fr-published']")
    assert button.get("value") == "Programmer – français"
