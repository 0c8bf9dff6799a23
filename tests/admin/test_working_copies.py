"""The desk's pages of working copies and of history."""

import re

import pytest
from django.urls import reverse
from lxml import html

from articles.admin.publication.numbers_in_addresses import numbers_kept
from articles.desk.editing import history, presence, working_copies
from articles.languages import Language
from articles.models import Article, Revision
from tests.admin.forms import opened
from tests.factories import ArticleFactory, CorrectionFactory, QuoteFactory, UserFactory

pytestmark = pytest.mark.django_db


def url(page, *args):
    return reverse(f"admin:articles_article_{page}", args=args)


@pytest.fixture
def live():
    return ArticleFactory(live=["fr"], headline_fr="Le Maroc préside")


def test_a_live_article_is_not_a_form_but_offers_a_working_copy(client, live, editor):
    client.force_login(editor)
    page = client.get(url("change", live.pk)).text
    assert 'name="headline_fr"' not in page
    assert 'name="_open_copy"' in page
    response = client.post(url("change", live.pk), {"_open_copy": "1"})
    copy = Article.with_copies.get(working_copy_of=live)
    assert response["Location"] == url("change", copy.pk)
    page = client.get(response["Location"]).text
    assert 'name="headline_fr"' in page
    assert 'name="_publish_changes"' in page


def test_a_form_opened_before_the_article_went_live_lands_in_the_copy(
    client, live, editor, article_form
):
    quote = QuoteFactory(article=live)
    form = article_form(
        headline_fr="Le Maroc copréside", slug_fr=live.slug_fr, body_fr=live.body_fr
    ) | {
        "quotes-TOTAL_FORMS": "1",
        "quotes-INITIAL_FORMS": "1",
        "quotes-0-id": quote.pk,
        "quotes-0-article": live.pk,
        "quotes-0-speaker": quote.speaker_id,
        "quotes-0-kind": "direct",
        "quotes-0-order": "0",
        "quotes-0-text_fr": quote.text_fr,
        "quotes-0-position_fr": "Ministre",
    }
    client.force_login(editor)
    client.post(url("change", live.pk), form)
    live.refresh_from_db()
    quote.refresh_from_db()
    assert (live.headline_fr, quote.position_fr or "") == ("Le Maroc préside", "")
    assert live.working_copy.headline_fr == "Le Maroc copréside"
    assert live.working_copy.quotes.get().position_fr == "Ministre"


def publishing(live, **fields):
    """The form of a working copy, about to be published."""
    moment = live.published_at_fr
    return {
        "slug_fr": live.slug_fr,
        "body_fr": live.body_fr,
        "published_at_fr_0": moment.strftime("%d/%m/%Y"),
        "published_at_fr_1": "11:00:00",
        "_note": "Titre",
        "_publish_changes": "1",
        **fields,
    }


def test_saving_and_publishing_changes_is_one_button(client, live, chief, article_form):
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(chief)
    form = article_form(**publishing(live, headline_fr="Le Maroc copréside")) | {
        "corrections-TOTAL_FORMS": "1",
        "corrections-0-article": copy.pk,
        "corrections-0-text_fr": "Il copréside.",
        "corrections-0-made_on": "04/07/2024",
        "corrections-0-public": "on",
    }
    response = client.post(url("change", copy.pk), form)
    assert response["Location"] == url("change", live.pk)
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc copréside"
    assert live.corrections.get().text_fr == "Il copréside."
    assert live.revisions.first().made_by == chief


def test_a_correction_of_a_text_that_stays_as_it_is_is_asked_about_and_then_told(
    client, live, chief
):
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(chief)
    told = {"_correction-fr": "Ils sont 320, et non 350.", "_publish_changes": "1"}
    form = opened(client, copy) | told
    page = client.post(url("change", copy.pk), form)
    assert "le texte lui-même reste comme il est" in page.text
    box = html.fromstring(page.text).xpath("//form[@id='article_form']//input[@name='_told_alone']")
    assert len(box) == 1
    assert "Ils sont 320" in page.text
    assert not live.corrections.exists()
    page = client.post(url("change", copy.pk), form | {"_told_alone": "1"}, follow=True)
    assert live.corrections.get().text_fr == "Ils sont 320, et non 350."
    assert "Le rectificatif est publié, et le texte est comme il était." in page.text
    assert "Les lecteurs ont les modifications" in page.text
    assert "Rien n’avait été modifié" not in page.text


def test_a_correction_that_waits_alone_is_asked_about_where_the_changes_are_read(
    client, live, chief
):
    copy = working_copies.open_copy(live, by=chief)
    CorrectionFactory(article=copy, text_fr="Ils sont 320.", text_ar="")
    client.force_login(chief)
    send = {"_publish_changes": "1"}
    assert "_told_alone" in client.get(url("changes", copy.pk)).text
    assert "_told_alone" in client.post(url("changes", copy.pk), send).text
    assert not live.corrections.exists()
    client.post(url("changes", copy.pk), send | {"_told_alone": "1"})
    assert live.corrections.get().text_fr == "Ils sont 320."


def test_what_readers_were_told_before_is_not_asked_about_again(client, chief):
    live = ArticleFactory(live=["fr", "ar"], headline_fr="Le Maroc préside")
    CorrectionFactory(article=live, text_fr="Ils sont 320.", text_ar="عددهم 320.")
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(chief)
    form = opened(client, copy) | {"headline_fr": "Le Maroc copréside"}
    told = {"_correction-fr": "Il copréside.", "_publish_changes": "1"}
    assert "_told_alone" not in client.post(url("change", copy.pk), form | told).text
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc copréside"


def test_without_its_correction_the_form_comes_back_with_all_that_was_typed(
    client, live, editor, article_form
):
    copy = working_copies.open_copy(live, by=editor)
    client.force_login(editor)
    form = article_form(**publishing(live, headline_fr="Le Maroc copréside", _typographical="1"))
    page = client.post(url("change", copy.pk), form)
    assert "Ce n’est pas une coquille" in page.text
    assert re.search(r"<textarea[^>]*>\s*Le Maroc copréside</textarea>", page.text)
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc préside"
    form["headline_fr"] = "Le Maroc présidé"
    client.post(url("change", copy.pk), form)
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc présidé"
    assert live.corrections.get().is_typographical


def test_the_page_of_the_changes_asks_for_the_correction_and_takes_it(client, live, chief, editor):
    copy = working_copies.open_copy(live, by=chief)
    copy.headline_fr = "Le Maroc copréside"
    copy.save()
    client.force_login(editor)
    page = client.get(url("changes", copy.pk)).text
    assert 'name="_correction-fr"' not in page
    assert 'name="_update-fr"' in page
    forged = {"_publish_changes": "1", "_correction-fr": "Forgé."}
    assert client.post(url("changes", copy.pk), forged).status_code == 403
    client.force_login(chief)
    page = client.get(url("changes", copy.pk)).text
    assert 'name="_correction-fr"' in page
    assert 'name="_typographical"' not in page
    page = client.post(url("changes", copy.pk), {"_publish_changes": "1", "_note": "Titre"})
    assert "joignez aux modifications un rectificatif" in page.text
    assert 'value="Titre"' in page.text
    told = {"_publish_changes": "1", "_correction-fr": "Il copréside."}
    assert client.post(url("changes", copy.pk), told)["Location"] == url("change", live.pk)
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc copréside"
    assert "Il copréside." in client.get(live.url_in("fr")).text


@pytest.mark.parametrize("of", [CorrectionFactory, QuoteFactory])
def test_what_hangs_on_a_live_article_is_not_changed_or_deleted_by_itself(client, live, of, chief):
    row = of(article=live)
    name = row._meta.model_name
    client.force_login(chief)
    change = reverse(f"admin:articles_{name}_change", args=[row.pk])
    delete = reverse(f"admin:articles_{name}_delete", args=[row.pk])
    assert client.get(change).status_code == 200
    assert client.post(change, {"text_fr": "Forgé"}).status_code == 403
    assert client.post(delete, {"post": "yes"}).status_code == 403
    client.post(
        reverse(f"admin:articles_{name}_changelist"),
        {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"},
    )
    row.refresh_from_db()
    assert row.text_fr != "Forgé"


@pytest.mark.parametrize("button", ["_publish_changes"])
def test_a_reporter_has_no_such_button_and_is_refused(client, live, reporter, article_form, button):
    # Of a colleague's article, a reporter finds no working copy at all.
    Article.objects.filter(pk=live.pk).update(created_by=reporter)
    copy = working_copies.open_copy(live, by=reporter)
    client.force_login(reporter)
    assert button not in client.get(url("change", copy.pk)).text
    assert button not in client.get(url("changes", copy.pk)).text
    response = client.post(url("changes", copy.pk), {button: "1"})
    assert response.status_code == 403
    live.refresh_from_db()
    assert live.headline_fr == "Le Maroc préside"


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_changes_are_shown_word_by_word_each_in_its_direction(client, live, editor, language):
    editor.language = language
    editor.save()
    live.publish("ar", by=editor)
    copy = working_copies.open_copy(live, by=editor)
    copy.headline_fr = "Le Maroc copréside"
    copy.body_ar = copy.body_ar.replace("الأربعاء", "الخميس")
    copy.save()
    client.force_login(editor)
    page = client.get(url("changes", copy.pk)).text
    assert "<del>préside</del><ins>copréside</ins>" in page
    assert "<del>الأربعاء</del><ins>الخميس</ins>" in page
    assert 'lang="ar" dir="rtl"' in page
    assert 'lang="fr" dir="ltr"' in page


def test_discarding_is_asked_and_goes_back_to_the_article(client, live, editor):
    copy = working_copies.open_copy(live, by=editor)
    client.force_login(editor)
    response = client.post(url("changes", copy.pk), {"_discard_copy": "1"})
    assert response["Location"] == url("discard", copy.pk)
    assert Article.with_copies.filter(pk=copy.pk).exists()
    response = client.post(response["Location"])
    assert response["Location"] == url("change", live.pk)
    assert not Article.with_copies.filter(pk=copy.pk).exists()


def test_each_save_is_in_the_history_with_its_note(client, editor, article_form):
    client.force_login(editor)
    client.post(url("add"), article_form(headline_fr="Titre", _note="Premier jet"))
    article = Article.objects.get()
    form = article_form(headline_fr="Autre titre", slug_fr=article.slug_fr)
    client.post(url("change", article.pk), form | {"_note": "Plus juste"})
    page = client.get(url("history", article.pk)).text
    assert "Premier jet" in page
    assert "Plus juste" in page
    assert "<ins>Autre titre</ins>" in page or "<ins>Autre" in page


def test_restoring_what_readers_see_goes_to_a_working_copy(client, live, editor):
    history.catch_up(live)
    Article.objects.filter(pk=live.pk).update(headline_fr="Titre fautif")
    history.catch_up(live)
    client.force_login(editor)
    response = client.post(url("restore", live.pk), {"version": "1"})
    live.refresh_from_db()
    assert live.headline_fr == "Titre fautif"
    assert live.working_copy.headline_fr == "Le Maroc préside"
    assert response["Location"] == url("change", live.working_copy.pk)


def test_somebody_who_may_not_change_may_not_restore(client, live, editor):
    history.catch_up(live)
    client.force_login(UserFactory())
    assert client.post(url("restore", live.pk), {"version": "1"}).status_code == 403
    assert client.get(url("history", live.pk)).status_code == 403
    assert client.get(url("authors", live.pk)).status_code == 403


def test_the_authors_of_each_sentence_are_named(client, editor, reporter):
    article = ArticleFactory(body_fr="<p>Il pleut. Il vente.</p>")
    history.keep_if_changed(article, by=reporter)
    article.body_fr = "<p>Il pleut. Il neige.</p>"
    article.save()
    history.keep_if_changed(article, by=editor)
    client.force_login(editor)
    page = client.get(url("authors", article.pk)).text
    assert page.index("Il pleut.") < page.index("reporter") < page.index("Il neige.")


def test_a_chief_deletes_an_article_and_recovers_it(client, chief):
    article = ArticleFactory(headline_fr="À retrouver")
    client.force_login(chief)
    client.post(url("delete", article.pk), {"post": "yes"})
    assert not Article.objects.exists()
    page = client.get(url("deleted")).text
    assert "À retrouver" in page
    client.post(url("deleted"), {"revision": Revision.objects.last_of_deleted().get().pk})
    assert Article.objects.get().headline_fr == "À retrouver"


def test_an_editor_who_may_not_delete_does_not_see_what_was_deleted(client, editor):
    client.force_login(editor)
    assert client.get(url("deleted")).status_code == 403


def test_who_publishes_a_correction_is_told_what_the_address_still_says(
    client, chief, article_form
):
    live = ArticleFactory(
        live=["fr"], headline_fr="350 millions de 2026", slug_fr="350-millions-de-2026"
    )
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(chief)
    form = article_form(**publishing(live, headline_fr="320 millions de 2026")) | {
        "corrections-TOTAL_FORMS": "1",
        "corrections-0-article": copy.pk,
        "corrections-0-text_fr": "Ils sont 320, et non 350.",
        "corrections-0-made_on": "04/07/2024",
        "corrections-0-public": "on",
    }
    page = client.post(url("change", copy.pk), form, follow=True).text
    assert "En français, l’adresse de la page" in page
    assert "dit encore 350." in page


@pytest.mark.parametrize(
    ("headline", "kept"),
    [("Des routes", ["350", "2026"]), ("350 millions en 2 026", []), ("En 2026", ["350"])],
)
def test_numbers_of_an_address_are_sought_in_the_headline(headline, kept):
    live = ArticleFactory.build(headline_fr=headline, slug_fr="350-millions-pour-2026")
    assert numbers_kept(live, Language("fr")) == kept


def test_who_sits_in_the_working_copy_is_named_beside_what_readers_have(
    client, live, chief, editor
):
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(editor)
    address = reverse("admin:articles_article_change", args=[live.pk])
    assert "Y travaille en ce moment" not in client.get(address).text
    presence.note_presence(copy, chief)
    page = html.fromstring(client.get(address).text)
    said = page.xpath("string(//div[@class='working-copy'])")
    assert "chief" in said[said.index("Y travaille en ce moment") :]


def test_the_form_of_a_copy_has_ready_what_it_says_once_the_copy_is_gone(client, live, chief):
    copy = working_copies.open_copy(live, by=chief)
    client.force_login(chief)
    page = html.fromstring(
        client.get(reverse("admin:articles_article_change", args=[copy.pk])).text
    )
    (gone,) = page.xpath("//div[@class='presences']/@data-gone")
    assert gone.startswith("Cette copie de travail n’est plus là")
