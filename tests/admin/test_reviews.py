"""Two at one review, texts that are here already, and what was dropped or refused: nothing is lost."""

from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html

from articles.desk.editing.history import catch_up
from articles.desk.editing.working_copies import copy_of
from articles.models import Article, Organization, ReceivedFile, ReceivedText, Speaker
from articles.search.index import update_index
from articles.text.richtext.paragraphs import as_html
from tests.admin.test_importing import PAGE, SECOND, TEXT, TITLE, form_on, paste, send, words_of
from tests.conftest import member_of
from tests.factories import ArticleFactory, PlaceFactory, SpeakerFactory, UserFactory
from tests.wire.files import mail

pytestmark = pytest.mark.django_db

BODY = [line for line in TEXT.split("\n") if line][1:]


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


@pytest.fixture
def chief():
    return member_of("chief")


@pytest.fixture
def chiefs(chief):
    client = Client()
    client.force_login(chief)
    return client


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def who_only_adds():
    user = UserFactory()
    may = ["add_article", "view_article", "change_article"]
    user.user_permissions.set(Permission.objects.filter(codename__in=may))
    return user


def opened(client, text=TEXT):
    """The address of the review of a text that is pasted, and its form."""
    page = paste(client, text)
    return page.redirect_chain[-1][0], form_on(page)


def written(text=TEXT, **kwargs):
    """An article of the newsroom, which nobody imported, with the words of a text."""
    title, *body = [line for line in text.split("\n") if line]
    article = ArticleFactory(headline_fr=title, body_fr=as_html(body), **kwargs)
    update_index(Article, [article.pk])
    return article


# Who may.


def test_a_translator_has_no_file_of_a_text_that_still_waits(desk):
    url, form = opened(desk)
    file = reverse("admin:articles_import_file", args=[ReceivedFile.objects.get().pk])
    translator = member_of("translator")
    translator.languages = ["ar"]
    translator.save()
    client = signed_in(translator)
    assert client.get(file).status_code == 404
    desk.post(url, form | {"do": "save"})
    assert client.get(file).status_code == 200


def test_a_translator_has_no_file_that_was_not_read(desk):
    send(desk, ("photo.png", b"\x89PNG" + b"x" * 99))
    file = reverse("admin:articles_import_file", args=[ReceivedFile.objects.get().pk])
    assert desk.get(file).status_code == 200
    assert signed_in(member_of("translator")).get(file).status_code == 404


def test_somebody_elses_review_and_none_at_all_are_told_alike(desk):
    url, __ = opened(desk)
    client = signed_in(who_only_adds())
    theirs, none = client.get(url), client.get(f"{PAGE}999999/")
    assert (theirs.status_code, none.status_code) == (404, 404)
    assert words_of(theirs) == words_of(none)
    for page in (theirs, none):
        assert f'href="{PAGE}"' in page.text
        assert 'id="site-name"' in page.text


@pytest.mark.parametrize("address", ["abc/", "-1/", "0/", "files/abc/"])
def test_no_such_address_of_the_importer_leads_to_an_article(desk, address):
    page = desk.get(f"{PAGE}{address}")
    assert page.status_code == 404
    assert f'href="{PAGE}"' in page.text


# Two at one review.


def test_who_else_has_a_review_open_is_told(desk, chiefs, chief, editor):
    url, __ = opened(desk)
    page = words_of(chiefs.get(url))
    assert f"{editor} relit aussi ce texte" in page
    kept = desk.post(url, form_on(desk.get(url)) | {"do": "keep"})
    assert str(chief) in " ".join(kept.json()["sentences"])
    chiefs.post(url, {"do": "left"})
    assert "relit aussi" not in words_of(desk.get(url))


def test_what_two_type_into_different_fields_is_kept_of_both(desk, chiefs):
    url, form = opened(desk)
    other = form_on(chiefs.get(url))
    desk.post(url, form | {"headline": "Titre du premier", "do": "keep"})
    chiefs.post(url, other | {"standfirst": "Chapeau du second", "do": "keep"})
    shown = form_on(desk.get(url))
    assert shown["headline"] == "Titre du premier"
    assert shown["standfirst"] == "Chapeau du second"


def test_no_autosave_overwrites_what_somebody_else_typed(desk, chiefs):
    url, form = opened(desk)
    other = form_on(chiefs.get(url))
    desk.post(url, form | {"headline": "Titre du premier", "do": "keep"})
    answer = chiefs.post(url, other | {"headline": "Titre du second", "do": "keep"}).json()
    assert "Titre" in " ".join(answer["conflicts"])
    assert form_on(desk.get(url))["headline"] == "Titre du premier"


def test_who_keeps_on_typing_goes_on_from_what_was_kept(desk):
    url, form = opened(desk)
    base = desk.post(url, form | {"headline": "Un", "do": "keep"}).json()["base"]
    again = desk.post(url, form | {"headline": "Un, deux", "_opened": base, "do": "keep"})
    assert again.json()["conflicts"] == []
    assert form_on(desk.get(url))["headline"] == "Un, deux"


@pytest.mark.parametrize("button", ["later", "look", "save"])
def test_the_later_one_is_shown_both_and_chooses(desk, chiefs, editor, button):
    url, form = opened(desk)
    other = form_on(chiefs.get(url))
    desk.post(url, form | {"headline": "Titre du premier", "do": "later"})
    shown = chiefs.post(url, other | {"headline": "Titre du second", "do": button})
    words = words_of(shown)
    assert "Titre du premier" in words
    assert str(editor) in words
    form = form_on(shown)
    assert form["headline"] == "Titre du second"
    assert not Article.objects.exists()
    # Without a choice it is asked again; with one it is done.
    assert "Titre du premier" in words_of(chiefs.post(url, form | {"do": button}))
    chiefs.post(url, form | {"_keep-headline": "mine", "do": "later"})
    assert form_on(desk.get(url))["headline"] == "Titre du second"


def test_who_chooses_the_others_words_has_them(desk, chiefs):
    url, form = opened(desk)
    other = form_on(chiefs.get(url))
    desk.post(url, form | {"headline": "Titre du premier", "do": "keep"})
    form = form_on(chiefs.post(url, other | {"headline": "Titre du second", "do": "look"}))
    chiefs.post(url, form | {"_keep-headline": "theirs", "do": "look"})
    assert form_on(desk.get(url))["headline"] == "Titre du premier"


def test_the_second_who_saves_keeps_what_they_typed_and_may_put_it_in(desk, chiefs, editor):
    url, form = opened(desk)
    other = form_on(chiefs.get(url))
    desk.post(url, form | {"do": "save"})
    article = Article.objects.get()
    typed = {"headline": "Titre du second", "speakers-0-position": "ministre d’État"}
    page = chiefs.post(url, other | typed | {"do": "save"})
    words = words_of(page)
    assert str(editor) in words
    assert "Titre du second" in words
    assert "ministre d’État" in words
    (taken,) = html.fromstring(page.text).xpath("//form[contains(@class, 'import-taken')]")
    chiefs.post(url, {**dict(taken.form_values()), "do": "put"})
    article.refresh_from_db()
    assert article.headline_fr == "Titre du second"
    assert article.revisions.count() == 2


def test_the_second_who_saves_the_same_is_led_to_the_draft(desk, chiefs):
    url, form = opened(desk)
    other = form_on(chiefs.get(url))
    desk.post(url, form | {"do": "save"})
    page = chiefs.post(url, other | {"do": "save"}, follow=True)
    assert "déjà un brouillon" in words_of(page)


def test_what_was_typed_into_a_text_that_was_dropped_meanwhile_is_kept_with_it(desk, chiefs):
    url, form = opened(desk)
    other = form_on(chiefs.get(url))
    desk.post(url, form | {"do": "drop"})
    chiefs.post(url, other | {"headline": "Titre du second", "do": "save"})
    desk.post(url, {"do": "take back"})
    assert form_on(desk.get(url))["headline"] == "Titre du second"


# Texts that are here already.


def test_an_article_that_nobody_imported_is_known_again(desk):
    article = written()
    words = words_of(paste(desk))
    assert "Le même texte est déjà ici" in words
    assert f"l’article {article.pk}" in words


def test_a_correction_of_an_article_that_nobody_imported_is_known_with_what_differs(desk):
    article = written()
    text = "RECTIFICATIF\n\n" + TEXT.replace("les 3 et 4 juillet", "les 3 et 6 juillet")
    words = words_of(paste(desk, text))
    assert f"une autre version de l’article {article.pk}" in words
    assert "« 4 » est devenu « 6 »" in words
    assert "aucun qui lui ressemble" not in words
    assert "une autre version" not in words_of(paste(desk, SECOND))


def test_a_translation_that_is_here_already_is_known_too(desk):
    article = written(original_language="ar", headline_ar="قمة المياه", body_ar="<p>نص</p>")
    assert f"article {article.pk}" in words_of(paste(desk))


def test_the_same_text_that_waits_already_is_told(desk, chiefs):
    url, __ = opened(chiefs)
    page = paste(desk, f"{TEXT}\n")
    assert "Le même texte attend déjà" in words_of(page)
    assert f'href="{url}"' in page.text
    other = signed_in(who_only_adds())
    assert "attend déjà" not in words_of(paste(other, f"{TEXT}\n\n\n"))


def test_a_new_version_may_be_written_into_the_article_to_be_looked_at(desk):
    past = timezone.now() - timedelta(hours=1)
    article = written(status_fr="published", published_at_fr=past)
    body = article.body_fr.replace("Nizar Baraka", "<strong>Nizar Baraka</strong>")
    Article.objects.update(body_fr=body)
    text = "RECTIFICATIF\n\n" + TEXT.replace("Le Fonds africain", "Seul le Fonds africain")
    url, form = opened(desk, text)
    assert f"Mettre à jour l’article {article.pk}" in words_of(desk.get(url))
    answers = {"q-version": "update", "do": "save"}
    answer = desk.post(url, form | answers)
    copy = copy_of(article)
    assert answer["Location"] == reverse("admin:articles_article_changes", args=[copy.pk])
    assert "Seul le Fonds africain" in copy.body_fr
    assert "<strong>Nizar Baraka</strong>" in copy.body_fr
    article.refresh_from_db()
    assert "Seul le Fonds" not in article.body_fr
    assert Article.objects.count() == 1
    assert ReceivedText.objects.get().article == article


ARABIC_TEXT = (
    "محطة نووية جديدة\n\nفيينا، 28 نونبر 2026 – تدخل المحطة الجديدة الخدمة في نهاية السنة.\n\n"
    "وقال السيد رفاييل غروسي: «المحطة جاهزة وآمنة»."
)


def test_a_name_that_another_script_has_is_asked_about_and_never_merged_unasked(desk):
    person = SpeakerFactory(name_fr="Rafael Grossi", name_ar="")
    city = PlaceFactory(name_fr="Vienne", name_ar="")
    url, form = opened(desk, ARABIC_TEXT)
    words = words_of(desk.get(url))
    assert "رفاييل غروسي : Rafael Grossi" in words.replace("\xa0", " ")
    assert "Connu : Rafael Grossi" in words.replace("\xa0", " ")
    assert form["speakers-0-use"] == "new"
    answers = dict.fromkeys(("q-source", "q-date"), "later")
    desk.post(url, form | answers | {"do": "save"})
    assert not Article.objects.exists()
    chosen = {"speakers-0-use": str(person.pk), "place_use": str(city.pk)}
    desk.post(url, form | answers | chosen | {"do": "save"})
    article = Article.objects.get()
    assert article.dateline == city
    assert list(Speaker.objects.all()) == [person]


def test_a_record_that_has_another_name_in_the_script_is_not_proposed(desk):
    SpeakerFactory(name_fr="Rafael Grossi", name_ar="رافائيل ماريانو غروسي")
    PlaceFactory(name_fr="Vienne", name_ar="فيينا")
    url, __ = opened(desk, ARABIC_TEXT)
    assert "q-same" not in desk.get(url).text


SAID = "« Nous demandons à être reçus par le ministre », a déclaré Brahim Ait Lhaj, président."


def test_the_quotations_of_a_new_version_arrive_in_the_working_copy(desk):
    url, form = opened(desk, f"{TEXT}\n\n« Le fonds paiera tout », a ajouté Nizar Baraka.")
    desk.post(url, form | {"do": "save"})
    past = timezone.now() - timedelta(hours=1)
    Article.objects.update(status_fr="published", published_at_fr=past)
    article = Article.objects.get()
    before = set(article.quotes.values_list("text_fr", flat=True))
    assert "Le fonds paiera tout" in before
    changed = "« Le fonds paiera presque tout », a ajouté Nizar Baraka."
    url, form = opened(desk, f"{TEXT}\n\n{changed}\n\n{SAID}")
    page = desk.post(url, form | {"q-version": "update", "do": "save"}, follow=True)
    copy = copy_of(article)
    after = set(copy.quotes.values_list("text_fr", flat=True))
    came = {"Nous demandons à être reçus par le ministre", "Le fonds paiera presque tout"}
    assert after == before - {"Le fonds paiera tout"} | came
    assert copy.quotes.get(text_fr__startswith="Nous").speaker.name_fr == "Brahim Ait Lhaj"
    # The one that changed is the same row, and who reviews the changes is shown each.
    words = words_of(page)
    assert "Nous demandons à être reçus" in words
    assert "presque" in words
    assert set(article.quotes.values_list("text_fr", flat=True)) == before


def test_a_quotation_that_its_sender_takes_out_goes_from_the_working_copy(desk):
    url, form = opened(desk, f"{TEXT}\n\n{SAID}")
    desk.post(url, form | {"do": "save"})
    article = Article.objects.get()
    assert article.quotes.filter(text_fr__startswith="Nous demandons").exists()
    url, form = opened(desk, TEXT)
    desk.post(url, form | {"q-version": "update", "do": "save"})
    assert not article.quotes.filter(text_fr__startswith="Nous demandons").exists()


def test_who_may_not_see_the_draft_of_what_they_sent_is_told_whose_it_is(desk, editor):
    reporter = member_of("reporter")
    theirs = signed_in(reporter)
    url, form = opened(theirs)
    desk.post(url, form | {"headline": "Titre secret", "do": "save"})
    Article.objects.update(created_by=editor)
    page = theirs.get(url)
    assert page.status_code == 200
    words = words_of(page)
    assert f"{editor} a fait de ce texte un brouillon" in words
    assert "n’existe pas" not in words
    assert "Seize pays" in words or TITLE in words
    assert "Titre secret" not in page.text
    listed = theirs.get(PAGE)
    assert url in listed.text
    assert "Titre secret" not in listed.text
    # A stranger learns nothing.
    assert signed_in(who_only_adds()).get(url).status_code == 404


def test_a_draft_is_updated_in_its_history(desk):
    url, form = opened(desk)
    desk.post(url, form | {"do": "save"})
    article = Article.objects.get()
    Article.objects.update(headline_fr="Titre de la rédaction")
    article.refresh_from_db()
    catch_up(article)
    url, form = opened(desk, TEXT.replace("les 3 et 4 juillet", "les 3 et 6 juillet"))
    desk.post(url, form | {"q-version": "update", "do": "save"})
    article.refresh_from_db()
    assert "les 3 et 6 juillet" in article.body_fr
    assert article.headline_fr == "Titre de la rédaction"
    assert "import" in article.revisions.first().note.lower()


def test_nobody_updates_an_article_that_is_not_theirs_to_write(desk, editor):
    article = written(created_by=editor)
    user = who_only_adds()
    client = signed_in(user)
    url, form = opened(client, TEXT.replace("le 3", "le 2"))
    assert "Mettre à jour" not in words_of(client.get(url))
    client.post(url, form | {"q-version": "update", "do": "save"})
    article.refresh_from_db()
    assert article.headline_fr == TITLE
    assert not Article.objects.exclude(pk=article.pk).exists()


def test_more_differences_than_are_told_are_counted(desk):
    lines = [f"Le point numéro {n} de la liste compte {n} mots." for n in range(1, 30)]
    written("\n".join([TITLE, *BODY, *lines]))
    changed = [line.replace(" mots", f"{n} mots") for n, line in enumerate(lines)]
    words = words_of(paste(desk, "\n\n".join([TITLE, *BODY, *changed])))
    assert "autres différences" in words


def test_a_number_is_told_whole(desk):
    written(TEXT.replace("participe.", "participe avec 1\u202f217 délégués venus du continent."))
    text = TEXT.replace("participe.", "participe avec 1\u202f271 délégués venus du continent.")
    assert "« 1\u202f217 » est devenu « 1\u202f271 »".replace("\u202f", " ") in words_of(
        paste(desk, text)
    )


# Nothing is lost.


def test_the_browser_may_forget_a_pasted_text_that_is_read(desk):
    desk.post(PAGE, {"text": TEXT, "_draft": "abc"})
    assert desk.cookies["newsroom-saved"].value == "abc"


def test_the_browser_may_forget_what_was_typed_once_it_is_kept(desk):
    url, form = opened(desk)
    desk.post(url, form | {"headline": "Autre", "_draft": "def", "do": "look"})
    assert desk.cookies["newsroom-saved"].value == "def"


def test_a_pasted_text_that_is_refused_is_given_back(desk):
    text = f"{TITLE} " * 10_000
    page = desk.post(PAGE, {"text": text, "_draft": "abc"}, follow=True)
    (field,) = html.fromstring(page.text).xpath("//textarea[@name='text']")
    assert field.text_content().strip() == text.strip()
    assert "bien plus long" in words_of(page)
    assert "newsroom-saved" not in desk.cookies


def test_to_read_a_text_anew_asks_before_corrections_go(desk):
    url, form = opened(desk)
    desk.post(url, form | {"headline": "Titre corrigé", "do": "keep"})
    asked = desk.post(url, form_on(desk.get(url)) | {"do": "language", "language": "fr"})
    assert "Titre corrigé" in words_of(asked)
    assert form_on(desk.get(url))["headline"] == "Titre corrigé"
    desk.post(url, form_on(desk.get(url)) | {"do": "language", "language": "fr", "sure": "1"})
    assert form_on(desk.get(url))["headline"] == TITLE


def test_a_dropped_text_is_listed_and_taken_back(desk):
    url, form = opened(desk)
    page = desk.post(url, form | {"headline": "Titre corrigé", "do": "drop"}, follow=True)
    file = reverse("admin:articles_import_file", args=[ReceivedFile.objects.get().pk])
    assert f'href="{file}"' in page.text
    assert "Le reprendre" in words_of(page)
    desk.post(url, {"do": "take back"})
    assert form_on(desk.get(url))["headline"] == "Titre corrigé"


def test_a_text_that_was_parted_is_not_listed_as_dropped(desk):
    url, form = opened(desk, f"{TEXT}\n***\n{SECOND}")
    desk.post(url, form | {"q-items": "part", "do": "save"})
    assert "Le reprendre" not in words_of(desk.get(PAGE))


def test_dropping_is_a_second_click(desk):
    url, __ = opened(desk)
    page = html.fromstring(desk.get(url).text)
    (button,) = page.xpath("//button[@value='drop']")
    assert any(one.tag == "details" for one in button.iterancestors())


def test_a_file_that_was_not_read_stays_listed_with_its_reason(desk):
    send(desk, ("photo.png", b"\x89PNG" + b"x" * 99))
    page = desk.get(PAGE)
    file = reverse("admin:articles_import_file", args=[ReceivedFile.objects.get().pk])
    assert f'href="{file}"' in page.text
    assert "photo.png" in words_of(page)
    assert "C’est une image" in words_of(page)


# What is understood.


def test_an_empty_row_that_was_added_is_passed_over(desk):
    url, __ = opened(desk)
    for kind in ("organizations", "speakers", "quotes"):
        desk.post(url, form_on(desk.get(url)) | {"do": f"add {kind}"})
    desk.post(url, form_on(desk.get(url)) | {"do": "save"})
    assert Article.objects.count() == 1
    assert Speaker.objects.count() == 1
    assert Organization.objects.exclude(name_fr="").count() == Organization.objects.count()


def test_remarks_are_told_in_the_readers_language(desk, editor):
    chat = "[26/11/2026, 16:05:11] Karim: " + TEXT.replace("\n", " ")
    paste(desk, chat)
    text = ReceivedText.objects.get()
    arabic = member_of("chief")
    arabic.language = "ar"
    arabic.save()
    client = signed_in(arabic)
    client.cookies["django_language"] = "ar"
    url = reverse("admin:articles_import_review", args=[text.pk])
    page = client.get(url, headers={"accept-language": "ar"})
    words = words_of(page)
    assert "Copié d’une discussion" not in words
    assert "Texte collé" not in words
    assert "Karim" in words


def test_a_waiting_text_is_listed_by_the_headline_that_was_found(desk):
    paste(desk, f"COMMUNIQUÉ DE PRESSE\n\n{TEXT}")
    listed = html.fromstring(desk.get(PAGE).text).xpath("//ul[@class='import-waiting']/li/a")
    assert [one.text_content() for one in listed] == [TITLE]


def test_the_sender_of_a_forwarded_mail_is_proposed_as_its_source(desk):
    forwarded = f"""Pour toi.

---------- Forwarded message ---------
De : Union des chauffeurs <contact@chauffeurs.example>
Date: Wed, 03 Jul 2024 09:30:00 +0100
Subject: Sommet
To: <desk@newsroom.example>

{TEXT.replace(" (MAP)", "")}
"""
    page = send(desk, ("m.eml", mail(forwarded, "Fwd: Sommet")))
    assert form_on(page)["source"] == "Union des chauffeurs"
    assert form_on(paste(desk, forwarded))["source"] == "Union des chauffeurs"


def test_a_mail_of_a_colleague_proposes_no_source(desk):
    page = send(desk, ("m.eml", mail(TEXT.replace(" (MAP)", ""), "Sommet")))
    assert form_on(page).get("source", "") == ""


def test_what_was_left_of_a_mail_is_told_where_its_files_are_listed(desk):
    files = [(f"note-{n}.txt", SECOND.encode()) for n in range(12)]
    page = send(desk, ("m.eml", mail(TEXT, "Sommet", files)))
    (results,) = html.fromstring(page.text).xpath("//section[@aria-labelledby='import-sent']")
    assert "seuls les premiers ont été repris (10)" in " ".join(results.text_content().split())


def test_pictures_on_a_mail_are_told(desk):
    with_picture = message_from_bytes(mail(TEXT, "Sommet"), policy=policy.default)
    with_picture.add_attachment(b"x" * 99, "image", "png", filename="photo.png")
    page = send(desk, ("m.eml", with_picture.as_bytes()))
    assert "photo.png" in words_of(page)
