"""A live coverage is written on one page of the desk; an urgent line is announced by its right."""

from datetime import timedelta

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from articles.admin.live.desk_page import LiveActs
from articles.desk.publication.urgent import announce
from articles.languages import Language
from articles.models import Article, EntryState, LiveCoverage, LiveEntry, UrgentBanner
from tests.conftest import member_of
from tests.factories import (
    ArticleFactory,
    ImageFactory,
    LiveEntryFactory,
    UrgentBannerFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(reporter):
    return ArticleFactory(kind=Article.Kind.COVERAGE, live=["fr", "ar"], created_by=reporter)


def desk_of(article):
    return reverse("admin:articles_article_live", args=[article.pk])


def act(article, name):
    return reverse("admin:articles_article_live_act", args=[article.pk, name])


def page_of(entry):
    return reverse("admin:articles_article_live_entry", args=[entry.article_id, entry.pk])


def said(response):
    return [str(one) for one in get_messages(response.wsgi_request)]


def test_the_first_button_publishes_what_is_written_in_each_language(client, editor, article):
    client.force_login(editor)
    assert "Publier l’entrée" in client.get(desk_of(article)).content.decode()
    sent = {"body_fr": "<p>La route est coupée.</p>", "_show": "1"}
    response = client.post(desk_of(article), sent)
    assert response["Location"] == desk_of(article)
    assert said(response) == ["Les lecteurs l’ont."]
    entry = LiveEntry.objects.get()
    assert (entry.state_in("fr"), entry.state_in("ar")) == (EntryState.PUBLIC, EntryState.DRAFT)
    assert timezone.now() - entry.at < timedelta(minutes=1)
    assert "La route est coupée." in client.get(article.url_in("fr")).content.decode()


def test_a_reporter_has_no_button_that_publishes(client, reporter, article):
    client.force_login(reporter)
    assert "Publier l’entrée" not in client.get(desk_of(article)).content.decode()
    client.post(desk_of(article), {"body_fr": "<p>Un témoin parle.</p>", "_show": "1"})
    assert LiveEntry.objects.get().state_in("fr") == EntryState.DRAFT


def test_a_draft_is_published_from_the_list(client, editor, article):
    entry = LiveEntryFactory(article=article, state_fr="draft", state_ar="draft")
    client.force_login(editor)
    assert act(article, "show") in client.get(desk_of(article)).content.decode()
    client.post(act(article, "show"), {"entry": entry.pk, "language": "ar"})
    entry.refresh_from_db()
    assert (entry.state_in("fr"), entry.state_in("ar")) == (EntryState.DRAFT, EntryState.PUBLIC)


def test_a_refused_entry_comes_back_with_its_words(client, editor, article):
    client.force_login(editor)
    tomorrow = timezone.localtime(timezone.now() + timedelta(days=1))
    sent = {"body_fr": "<p>À venir.</p>", "at_0": f"{tomorrow:%d/%m/%Y}", "at_1": "10:00"}
    response = client.post(desk_of(article), sent)
    assert response.status_code == 422
    page = response.content.decode()
    assert "Ce moment n’est pas encore venu." in page
    assert "À venir." in page
    assert not LiveEntry.objects.exists()


@pytest.mark.parametrize("body", ["", "<p> </p>", "<p>\u00a0</p><p><br></p>"])
def test_an_entry_of_no_word_comes_back_to_a_translator_with_what_was_typed(
    client, translator, article, body
):
    client.force_login(translator)
    sent = {"headline_ar": "آخر الأخبار", "body_ar": body}
    response = client.post(desk_of(article), sent)
    assert response.status_code == 422
    page = response.content.decode()
    assert "آخر الأخبار" in page
    assert "À remplir dans au moins une langue." in page
    assert not LiveEntry.objects.exists()


def test_readers_are_told_what_was_corrected(client, chief, article):
    entry = LiveEntryFactory(article=article, body_fr="<p>La crue a emporté 3 ponts.</p>")
    client.force_login(chief)
    sent = {"body_fr": "<p>La crue a emporté 5 ponts.</p>", "body_ar": entry.body_ar}
    sent |= {"at_0": f"{timezone.localtime(entry.at):%d/%m/%Y}", "at_1": "00:00", "at_2": ""}
    refused = client.post(page_of(entry), sent)
    assert refused.status_code == 422
    assert "Dites en français ce qui a changé" in refused.content.decode()
    client.post(page_of(entry), sent | {"note_fr": "Cinq ponts, et non trois."})
    assert "Cinq ponts, et non trois." in client.get(article.url_in("fr")).content.decode()


def test_who_corrects_one_language_is_told_of_the_other_that_still_says_it(client, chief, article):
    entry = LiveEntryFactory(article=article, body_fr="<p>La crue a emporté 12 ponts.</p>")
    client.force_login(chief)
    sent = {"body_fr": "<p>La crue a emporté 21 ponts.</p>", "body_ar": entry.body_ar}
    sent |= {"note_fr": "Vingt et un ponts, et non douze."} | when(entry)
    told = said(client.post(page_of(entry), sent))
    assert told[0] == "Les lecteurs l’ont."
    assert told[1].startswith("En arabe, cette entrée dit toujours ce qu’elle disait.")
    assert f'href="{page_of(entry)}#id_body_ar"' in told[1]


@pytest.mark.parametrize("typed", [
    {"body_fr": "<p>La crue a emporté les ponts.</p>"},
    {"body_ar": "<p>جرف الفيضان 21 جسرا.</p>", "note_ar": "21 جسرا لا 12."},
])  # fmt: skip
def test_of_a_misprint_or_of_both_languages_at_once_nobody_is_told(client, chief, article, typed):
    entry = LiveEntryFactory(
        article=article,
        body_fr="<p>La crue a emporté les pont.</p>",
        body_ar="<p>جرف الفيضان 12 جسرا.</p>",
    )
    client.force_login(chief)
    sent = {"body_fr": "<p>La crue a emporté 21 ponts.</p>", "body_ar": entry.body_ar}
    sent |= {"note_fr": "Vingt et un ponts."} if "body_ar" in typed else {}
    assert said(client.post(page_of(entry), sent | when(entry) | typed)) == ["Les lecteurs l’ont."]


def test_a_form_that_was_opened_before_a_colleague_saved_says_so(client, chief, article):
    entry = LiveEntryFactory(article=article)
    client.force_login(chief)
    sent = {"opened": "2026-01-01T00:00:00+00:00", "body_fr": "<p>Autre.</p>"}
    response = client.post(page_of(entry), sent)
    assert response.status_code == 422
    assert "relisez-la" in response.content.decode()


def test_a_chief_takes_an_entry_back_and_says_why(client, chief, article):
    entry = LiveEntryFactory(article=article)
    client.force_login(chief)
    sent = {"entry": entry.pk, "language": "fr", "why_fr": "L’information était fausse."}
    answer = client.post(act(article, "withdraw"), sent)
    [words] = said(answer)
    assert words.startswith("L’entrée est retirée (français)")
    assert "Les lecteurs en arabe l’ont encore." in words
    entry.refresh_from_db()
    assert entry.state_in("fr") == EntryState.WITHDRAWN
    assert entry.state_in("ar") == EntryState.PUBLIC
    assert client.post(act(article, "delete"), {"entry": entry.pk}).status_code == 403


def test_an_entry_in_the_letters_of_another_language_is_taken_back_with_a_reason_in_its_own(
    client, chief, article
):
    words = "الطريق إلى ستي فاطمة مقطوعة."
    entry = LiveEntryFactory(article=article, body_fr=f"<p>{words}</p>")
    client.force_login(chief)
    sent = {"entry": entry.pk, "language": "fr", "why_fr": words}
    [refused] = said(client.post(act(article, "withdraw"), sent))
    assert "pas écrit avec les lettres de sa langue" in refused
    client.post(act(article, "withdraw"), sent | {"why_fr": "Ce n’était pas du français."})
    entry.refresh_from_db()
    assert entry.state_in("fr") == EntryState.WITHDRAWN


def test_an_entry_is_taken_back_in_both_languages_at_once(client, chief, article):
    entry = LiveEntryFactory(article=article)
    client.force_login(chief)
    page = client.get(page_of(entry)).text
    for words in (
        "Retirer dans toutes les langues",
        "Retirer l’entrée en français",
        "Retirer l’entrée en arabe",
    ):
        assert words in page
    sent = {"entry": entry.pk, "language": "all", "why_fr": "C’était faux.", "why_ar": ""}
    client.post(act(article, "withdraw"), sent)
    entry.refresh_from_db()
    assert entry.state_in("fr") == EntryState.PUBLIC, "readers of Arabic are owed a reason too"
    [words] = said(client.post(act(article, "withdraw"), sent | {"why_ar": "كان خطأ."}))[-1:]
    entry.refresh_from_db()
    assert {entry.state_in("fr"), entry.state_in("ar")} == {EntryState.WITHDRAWN}
    assert entry.reader_note_ar == "كان خطأ."
    assert words.startswith("L’entrée est retirée (français et arabe)")
    assert "encore" not in words


def test_an_entry_after_the_end_is_published_once_somebody_says_so(client, editor, article):
    an_hour_ago = timezone.now() - timedelta(hours=1)
    LiveCoverage.objects.create(article=article, started_at=an_hour_ago, ended_at=timezone.now())
    client.force_login(editor)
    sent = {"body_fr": "<p>Un mot de plus.</p>", "_show": "1"}
    asked = client.post(desk_of(article), sent)
    assert asked.status_code == 422
    assert "Le direct est terminé. Pressez de nouveau" in asked.text
    assert "Un mot de plus." in asked.text
    assert not LiveEntry.objects.exists()
    assert 'name="after_end"' in asked.text
    client.post(desk_of(article), sent | {"after_end": "1"})
    assert LiveEntry.objects.get().state_in("fr") == EntryState.PUBLIC


def test_the_coverage_is_ended_and_taken_up_by_a_button(client, editor, article):
    LiveCoverage.objects.create(article=article)
    client.force_login(editor)
    assert "Terminer le direct" in client.get(desk_of(article)).content.decode()
    client.post(act(article, "end"))
    assert "Reprendre le direct" in client.get(desk_of(article)).content.decode()
    client.post(act(article, "resume"))
    assert LiveCoverage.objects.get().ended_at is None


def test_only_an_article_that_is_followed_live_has_the_page(client, editor, reporter, article):
    client.force_login(editor)
    other = ArticleFactory(created_by=reporter)
    assert client.get(desk_of(other)).status_code == 404
    change = reverse("admin:articles_article_change", args=[article.pk])
    assert desk_of(article) in client.get(change).content.decode()


def test_a_coverage_of_a_colleague_is_closed_to_a_reporter(client, reporter, editor):
    others = ArticleFactory(kind="live", live=["fr"], created_by=editor)
    client.force_login(reporter)
    assert client.get(desk_of(others)).status_code == 403
    assert client.post(act(others, "end")).status_code == 403


def test_an_entry_in_a_language_that_readers_do_not_have_says_so(client, editor, reporter):
    article = ArticleFactory(kind="live", live=["fr"], created_by=reporter)
    client.force_login(editor)
    form = client.get(desk_of(article)).content.decode()
    assert form.count("n’est pas publié en arabe") == 1
    assert "n’est pas publié en français" not in form
    response = client.post(desk_of(article), {"body_ar": "<p>الطريق مقطوعة.</p>", "_show": "1"})
    (told,) = said(response)
    assert "Personne ne la lit encore en arabe" in told
    assert "Les lecteurs l’ont" not in told
    assert "attend l’article" in client.get(desk_of(article)).content.decode()
    both = {"body_fr": "<p>Coupée.</p>", "body_ar": "<p>مقطوعة.</p>", "_show": "1"}
    told = said(client.post(desk_of(article), both))[-1]
    assert told.startswith("Les lecteurs l’ont.")
    assert "en arabe" in told


def test_the_list_says_in_which_language_an_entry_is_the_summary(client, editor, article):
    first = LiveEntryFactory(article=article, is_pinned=True)
    client.force_login(editor)
    client.post(desk_of(article), {"body_fr": "<p>Nouveau.</p>", "is_pinned": "on", "_show": "1"})
    second = LiveEntry.objects.exclude(pk=first.pk).get()
    listed = client.get(desk_of(article)).content.decode()
    rows = {
        key: listed.partition(f'id="entry-{key}"')[2].partition("</li>")[0]
        for key in (first.pk, second.pk)
    }
    assert {key: row.count("L’essentiel") for key, row in rows.items()} == {
        first.pk: 1, second.pk: 1,
    }  # fmt: skip
    assert rows[first.pk].index("L’essentiel") > rows[first.pk].index('state published">', 300)


def test_an_entry_that_a_colleague_deleted_meanwhile_is_told(client, editor, article, monkeypatch):
    entry = LiveEntryFactory(article=article, state_fr="draft", state_ar="draft")
    client.force_login(editor)
    found = LiveActs.entry_there_is

    def deleted_meanwhile(page, *asked):
        one = found(page, *asked)
        LiveEntry.objects.all().delete()
        return one

    monkeypatch.setattr(LiveActs, "entry_there_is", deleted_meanwhile)
    response = client.post(act(article, "show"), {"entry": entry.pk, "language": "fr"})
    assert response["Location"] == desk_of(article)
    assert any("n’est plus là" in one for one in said(response))


# Urgent lines.

ADD = "admin:articles_urgentbanner_add"
NO_CHOICE = {"begins_at_2": "", "ends_at_2": ""}
"""Of the hour that a clock shows twice."""


def test_an_editor_announces_and_a_reporter_may_not(client, editor, reporter):
    client.force_login(reporter)
    assert client.get(reverse(ADD)).status_code == 403
    client.force_login(editor)
    assert client.get(reverse(ADD)).status_code == 200


def test_the_form_begins_with_the_headline_of_its_article(client, editor):
    article = ArticleFactory(live=["fr"])
    client.force_login(editor)
    change = client.get(reverse("admin:articles_article_change", args=[article.pk]))
    address = f"{reverse(ADD)}?article={article.pk}"
    assert address in change.content.decode()
    assert article.headline_fr in client.get(address).content.decode()


def test_an_article_is_announced_as_it_is_published(client, editor):
    article = ArticleFactory(headline_fr="Crue de l’Ourika", own_reporting=True)
    client.force_login(editor)
    address = reverse("admin:articles_article_publish", args=[article.pk, "fr"])
    page = client.get(address)
    assert "L’annoncer comme urgent" in page.content.decode()
    client.post(address, {"seen": page.context["seen"], "_urgent": "1"})
    banner = UrgentBanner.objects.get()
    assert (banner.text_fr, banner.text_ar or "") == ("Crue de l’Ourika", "")
    assert "Crue de l’Ourika" in client.get("/fr/").content.decode()


def test_an_article_that_is_announced_is_not_announced_twice(editor):
    article = ArticleFactory(live=["fr", "ar"])
    french = announce(article, Language("fr"), by=editor)
    assert announce(article, Language("fr"), by=editor) == french
    assert announce(article, Language("ar"), by=editor) != french
    french.end()
    assert announce(article, Language("fr"), by=editor) != french


def test_two_lines_at_once_are_said_to_the_editor(client, editor):
    UrgentBannerFactory()
    client.force_login(editor)
    now = timezone.localtime()
    sent = {
        "text_fr": "Une autre",
        "begins_at_0": f"{now:%d/%m/%Y}",
        "begins_at_1": "00:00",
    } | NO_CHOICE
    sent |= {"ends_at_0": f"{now + timedelta(days=1):%d/%m/%Y}", "ends_at_1": "12:00"}
    response = client.post(reverse(ADD), sent)
    assert response.status_code == 302
    assert any("Une autre annonce est montrée en même temps" in one for one in said(response))


def test_a_line_in_another_language_is_not_shown_at_the_same_time(client, editor):
    UrgentBannerFactory(text_ar="")
    client.force_login(editor)
    now = timezone.localtime()
    sent = {
        "text_ar": "فيضان",
        "begins_at_0": f"{now:%d/%m/%Y}",
        "begins_at_1": "00:00",
        "ends_at_0": f"{now + timedelta(days=1):%d/%m/%Y}",
        "ends_at_1": "12:00",
    } | NO_CHOICE
    response = client.post(reverse(ADD), sent)
    assert response.status_code == 302
    assert not any("en même temps" in one for one in said(response))


def test_a_line_that_goes_with_its_article_says_when_it_begins_now(client, editor):
    now = timezone.now().replace(microsecond=0)
    article = ArticleFactory(live=["fr"], embargoed_until=now + timedelta(hours=1))
    banner = announce(article, Language("fr"), by=editor)
    Article.objects.update(embargoed_until=now + timedelta(days=40))
    client.force_login(editor)
    begins = timezone.localtime(now + timedelta(days=40))
    listed = client.get(reverse("admin:articles_urgentbanner_changelist")).content.decode()
    assert Language("fr").date(begins) in listed
    form = client.get(reverse("admin:articles_urgentbanner_change", args=[banner.pk]))
    assert f"{begins:%d/%m/%Y}" in form.content.decode()


def test_a_line_is_ended_from_the_list(client, editor):
    banner = UrgentBannerFactory()
    client.force_login(editor)
    sent = {"action": "end_now", "_selected_action": [banner.pk]}
    client.post(reverse("admin:articles_urgentbanner_changelist"), sent)
    assert not UrgentBanner.objects.shown()


def test_an_entry_is_published_with_a_picture_that_its_row_shows(client, editor, article):
    image = ImageFactory(caption_fr="Le pont d’Aghbalou")
    client.force_login(editor)
    # The newest are named in the field itself, for who has no script.
    assert f'<option value="{image.pk}">Le pont d’Aghbalou' in client.get(desk_of(article)).text
    sent = {"body_fr": "<p>Le pont est coupé.</p>", "image": image.pk, "_show": "1"}
    client.post(desk_of(article), sent)
    entry = LiveEntry.objects.get()
    assert entry.image == image
    assert f'src="{image.small.src}"' in client.get(desk_of(article)).text
    assert f'<option value="{image.pk}" selected>' in client.get(page_of(entry)).text


def test_a_picture_that_no_article_may_have_goes_with_no_entry(client, editor, article):
    image = ImageFactory(alt_fr="", caption_fr="Le pont")
    client.force_login(editor)
    sent = {"body_fr": "<p>Le pont est coupé.</p>", "image": image.pk}
    refused = client.post(desk_of(article), sent | {"_show": "1"})
    assert refused.status_code == 422
    assert "texte de remplacement" in refused.text
    assert "français" in refused.text
    client.post(desk_of(article), sent | {"_draft_entry": "1"})
    entry = LiveEntry.objects.get()
    image.alt_fr = "Le pont vu du ciel"
    image.expires_on = timezone.localdate() - timedelta(days=1)
    image.save()
    client.post(act(article, "show"), {"entry": entry.pk, "language": "fr"})
    assert LiveEntry.objects.get().state_in("fr") == EntryState.DRAFT
    image.expires_on = None
    image.save()
    client.post(act(article, "show"), {"entry": entry.pk, "language": "fr"})
    assert LiveEntry.objects.get().state_in("fr") == EntryState.PUBLIC
    # What readers have is corrected, whatever became of the licence since.
    image.expires_on = timezone.localdate() - timedelta(days=1)
    image.save()
    assert "licence" in client.get(desk_of(article)).text
    sent |= {"at_0": f"{timezone.localtime(entry.at):%d/%m/%Y}", "at_1": "00:00", "at_2": ""}
    sent |= {"body_fr": "<p>Le pont est coupée.</p>"}
    assert client.post(page_of(entry), sent).status_code == 302


def test_a_colleagues_picture_that_is_not_in_ones_library_stays_in_the_entry(client, article):
    image = ImageFactory(alt_fr="Le pont", caption_fr="Un secret")
    ArticleFactory(created_by=member_of("editor"), lead_image=image)
    entry = LiveEntryFactory(article=article, image=image, state_fr="draft", state_ar="draft")
    client.force_login(article.created_by)
    sent = {"body_fr": "<p>La route est coupée.</p>", "image": image.pk}
    sent |= {"at_0": f"{timezone.localtime(entry.at):%d/%m/%Y}", "at_1": "00:00", "at_2": ""}
    assert client.post(page_of(entry), sent).status_code == 302
    assert LiveEntry.objects.get().image == image


def test_words_in_the_box_of_another_language_are_not_published(client, editor, article):
    client.force_login(editor)
    words = "الطريق إلى ستي فاطمة مقطوعة منذ الساعة العاشرة بسبب الفيضان."
    sent = {"body_fr": f"<p>{words}</p>", "_show": "1"}
    refused = client.post(desk_of(article), sent)
    assert refused.status_code == 422
    assert "pas écrit avec les lettres de sa langue" in refused.text
    assert client.post(desk_of(article), {"body_ar": f"<p>{words}</p>"} | sent | {"body_fr": ""})
    assert LiveEntry.objects.get().state_in("ar") == EntryState.PUBLIC


@pytest.mark.parametrize(("field", "words"), [
    ("headline_fr", "الطريق إلى ستي فاطمة مقطوعة"),
    ("body_fr", "<p>الطريق إلى ستي فاطمة مقطوعة.</p>"),
    ("note_fr", "الطريق مقطوعة منذ الساعة العاشرة."),
])  # fmt: skip
def test_what_readers_have_of_an_entry_stays_in_the_letters_of_its_language(
    client, chief, article, field, words
):
    entry = LiveEntryFactory(article=article, body_fr="<p>La crue a emporté 3 ponts.</p>")
    client.force_login(chief)
    sent = {"body_fr": "<p>La crue a emporté 5 ponts.</p>", "body_ar": entry.body_ar}
    sent |= {"note_fr": "Cinq ponts, et non trois.", field: words}
    refused = client.post(page_of(entry), sent | when(entry))
    assert refused.status_code == 422
    assert "pas écrit avec les lettres de sa langue" in refused.text


def test_a_short_entry_may_be_half_of_foreign_names(client, editor, article):
    client.force_login(editor)
    words = "فاز Real Madrid على FC Barcelona."
    assert client.post(desk_of(article), {"body_ar": words, "_show": "1"}).status_code == 302
    assert LiveEntry.objects.get().state_in("ar") == EntryState.PUBLIC


def test_a_published_entry_is_saved_by_one_button_and_the_desk_leads_to_its_page(
    client, editor, article
):
    entry = LiveEntryFactory(article=article, state_ar="draft")
    client.force_login(editor)
    page = client.get(page_of(entry)).text
    assert "Publier l’entrée" not in page
    assert "Enregistrer et publier en arabe" in page
    assert f'href="{article.url_in("fr")}"' in client.get(desk_of(article)).text


def when(entry):
    """The moment of an entry, as its form sends it."""
    return {"at_0": f"{timezone.localtime(entry.at):%d/%m/%Y}", "at_1": "00:00", "at_2": ""}


@pytest.mark.parametrize("typed", [
    {"text_fr": "الطريق إلى ستي فاطمة مقطوعة"},
    {"text_ar": "La route de Setti Fatma est coupée"},
])  # fmt: skip
def test_an_announcement_in_the_letters_of_another_language_is_refused(client, editor, typed):
    client.force_login(editor)
    refused = client.post(reverse(ADD), announcement(lasts="60", **typed))
    assert refused.status_code == 200
    assert "pas écrit avec les lettres de sa langue" in refused.text
    assert not UrgentBanner.objects.exists()


def announcement(**typed):
    now = timezone.localtime()
    begins = {"begins_at_0": f"{now:%d/%m/%Y}", "begins_at_1": f"{now:%H:%M}"}
    empty = {"ends_at_0": "", "ends_at_1": ""}
    return {"text_fr": "Crue"} | begins | empty | NO_CHOICE | typed


@pytest.mark.parametrize(("minutes", "chosen"), [(10, "10"), (60, "60"), (120, "120")])
def test_how_long_a_line_lasts_is_one_choice(client, editor, minutes, chosen):
    client.force_login(editor)
    assert f'name="lasts" value="{chosen}"' in client.get(reverse(ADD)).text
    response = client.post(reverse(ADD), announcement(lasts=chosen))
    ends = UrgentBanner.objects.get().ends_at
    assert abs(ends - timezone.now() - timedelta(minutes=minutes)) < timedelta(minutes=1)
    assert (
        f"jusqu’au {Language('fr').date(ends)} à {Language('fr').time(ends)}" in said(response)[0]
    )


def test_a_moment_that_is_typed_ends_a_line_and_a_choice_moves_it(client, editor):
    client.force_login(editor)
    later = timezone.localtime() + timedelta(days=1)
    ends = {"ends_at_0": f"{later:%d/%m/%Y}", "ends_at_1": "12:00"}
    client.post(reverse(ADD), announcement(lasts="120", **ends))
    banner = UrgentBanner.objects.get()
    assert f"{timezone.localtime(banner.ends_at):%d %H:%M}" == f"{later:%d} 12:00"
    change = reverse("admin:articles_urgentbanner_change", args=[banner.pk])
    client.post(change, announcement(lasts="10", **ends))
    banner.refresh_from_db()
    assert banner.ends_at < timezone.now() + timedelta(minutes=11)
    refused = client.post(change, announcement(lasts=""))
    assert refused.status_code == 200
    assert "obligatoire" in refused.text


def test_an_entry_typed_without_a_script_has_the_paragraphs_of_who_typed_it(
    client, editor, article
):
    client.force_login(editor)
    sent = {"body_fr": "La route est coupée.\r\n\r\nUn pont a cédé.", "_show": "1"}
    client.post(desk_of(article), sent)
    entry = LiveEntry.objects.get()
    assert entry.body_fr == "<p>La route est coupée.</p><p>Un pont a cédé.</p>"
