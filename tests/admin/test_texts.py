"""One line is one line, and a character a character, on every way into the newsroom."""

import json
import re

import pytest
from django.urls import reverse
from lxml import etree, html

from articles.desk.editing import history, working_copies
from articles.models import Article, Remembered, Revision, Speaker, Term, Topic
from tests.admin.forms import change_url, form_of, opened
from tests.admin.test_memory import upload as upload_to
from tests.admin.test_translations import form_of as desk_form
from tests.admin.test_translations import page_of
from tests.admin.test_xliff import exported, upload
from tests.conftest import member_of
from tests.factories import (
    ArticleFactory,
    EventFactory,
    ImageFactory,
    NoteFactory,
    OrganizationFactory,
    QuoteFactory,
    SpeakerFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.databases]
BROKEN, MENDED = "المغرب\nيرأس\uffff\u2028جلسة", "المغرب يرأس جلسة"


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


def test_the_form_of_an_article_takes_one_line(desk):
    article = ArticleFactory()
    typed = {"headline_ar": BROKEN, "byline": "Salma\tAlaoui\x07", "slug_ar": "رسالة\nمراكش"}
    assert desk.post(change_url(article), opened(desk, article) | typed).status_code == 302
    article.refresh_from_db()
    assert article.headline_ar == MENDED
    assert article.byline == "Salma Alaoui"
    assert article.slug_ar == "رسالة-مراكش"


def test_a_line_that_was_broken_before_is_not_glued_by_a_save_of_something_else(desk):
    article = ArticleFactory()
    raw(Article, "headline_ar", BROKEN, article)
    form = opened(desk, article)
    assert form["headline_ar"] == MENDED
    desk.post(change_url(article), form | {"byline": "Salma"})
    article.refresh_from_db()
    assert (article.headline_ar.split(), article.byline) == (MENDED.split(), "Salma")


def raw(model, name, value, row):
    """Write past every rule, as a program of old did."""
    from django.db import connection  # noqa: PLC0415

    value = value.replace("\uffff", "")
    with connection.cursor() as cursor:
        table = connection.ops.quote_name(model._meta.db_table)
        cursor.execute(f"UPDATE {table} SET {name} = %s WHERE id = %s", [value, row.pk])  # noqa: S608


@pytest.mark.parametrize("role", ["chief", "translator"])
def test_the_translation_desk_takes_one_line(client, role, request):
    client.force_login(request.getfixturevalue(role))
    article = ArticleFactory(headline_ar="", body_ar="")
    form = desk_form(client.get(page_of(article)))
    typed = {"target-0": BROKEN, "target-1": "سطر\uffff أول", "_confirm": "0"}
    assert client.post(page_of(article), form | typed).status_code == 302
    article.refresh_from_db()
    assert article.headline_ar == MENDED
    assert article.body_ar == "<p>سطر أول</p>"
    assert client.get(page_of(article)).status_code == 200


def test_halves_of_characters_in_what_the_translation_desk_sends_are_no_error(desk):
    article = ArticleFactory(headline_ar="", body_ar="")
    form = desk_form(desk.get(page_of(article)))
    base = json.loads(form["_base"])
    base[1][1] += "\ud83d"
    sent = form | {"_base": json.dumps(base), "target-1": "نص", "_save": "1"}
    assert desk.post(page_of(article), sent).status_code in {302, 409}


def test_xliff_takes_one_line_and_goes_out_well_formed(desk):
    article = ArticleFactory(headline_fr="Session au Caire", headline_ar="", body_ar="")
    file = etree.fromstring(exported(desk, article).content)
    (unit,) = file.xpath("//*[local-name()='unit'][@name='headline']")
    segment = unit.find("{*}segment")
    target = etree.SubElement(segment, f"{{{etree.QName(segment).namespace}}}target")
    target.text = "المغرب\nيرأس\u2028جلسة"
    upload(desk, etree.tostring(file))
    article.refresh_from_db()
    assert article.headline_ar == MENDED
    raw(Article, "headline_fr", "Session\x07 au Caire\x0b", article)
    raw(Article, "body_fr", "<p>Un\x1f <em>deux\ufffe</em></p>", article)
    etree.fromstring(exported(desk, article).content)


def test_an_older_text_comes_back_in_one_line(desk, chief):
    article = ArticleFactory()
    history.catch_up(article)
    revision = Revision.objects.get()
    content = revision.content | {"fields": revision.content["fields"] | {"headline_ar": BROKEN}}
    Revision.objects.filter(pk=revision.pk).update(content=content)
    revision.refresh_from_db()
    history.restore(revision, onto=article, by=chief)
    article.refresh_from_db()
    assert article.headline_ar == MENDED


def test_tables_and_memories_take_one_line(desk):
    table = f'fr,ar,note\n"Pacte\nmondial","{BROKEN}","a\uffffb"\n'
    upload_to(desk, table, "admin:articles_term_import", "terms.csv")
    term = Term.objects.get()
    assert (term.name_fr, term.name_ar, term.note) == ("Pacte mondial", MENDED, "ab")
    memory = (
        '<tmx version="1.4"><header srclang="fr"/><body><tu><note>Un\nfichier</note>'
        '<tuv xml:lang="fr"><seg>Une session\u2028plénière</seg></tuv>'
        '<tuv xml:lang="ar"><seg>جلسة\u0085عامة</seg></tuv></tu></body></tmx>'
    )
    upload_to(desk, memory, "admin:articles_remembered_import", "memory.tmx")
    assert Remembered.objects.get().origin == "Un fichier"
    etree.fromstring(desk.get(reverse("admin:articles_remembered_export")).getvalue())


@pytest.mark.parametrize(
    ("model", "make"),
    [
        ("speaker", SpeakerFactory),
        ("organization", OrganizationFactory),
        ("event", EventFactory),
        ("image", ImageFactory),
    ],
)
def test_every_line_of_a_form_is_one_line(desk, model, make):
    record = make()
    address = reverse(f"admin:articles_{model}_change", args=[record.pk])
    page = desk.get(address)
    form = form_of(page.text)
    fields = page.context["adminform"].form.fields
    lines = [
        name
        for name, field in fields.items()
        if type(field).__name__.endswith("OneLineInput") and field.max_length > 60
    ]
    assert len(lines) >= 3
    assert desk.post(address, form | dict.fromkeys(lines, "un\ndeux\uffff")).status_code == 302
    record.refresh_from_db()
    for name in lines:
        assert getattr(record, name) == "un deux"
        assert "maxlength" not in fields[name].widget.attrs


def test_a_note_keeps_its_lines_and_nothing_that_is_no_character(desk):
    note = NoteFactory(text="Un\r\ndeux\x07")
    note.refresh_from_db()
    assert note.text == "Un\ndeux"


@pytest.mark.parametrize("name", ["feed.rss", "feed.atom", "feed.json", "events.ics"])
def test_what_stood_there_before_breaks_no_feed(client, name):
    article = ArticleFactory(live=["fr"], body_fr="<p>Un</p>")
    event = EventFactory()
    for column in ("headline_fr", "standfirst_fr", "body_fr"):
        raw(Article, column, "<p>Un\x07deux\ufffe\x0b</p>", article)
    raw(type(event), "name_fr", "Sommet\x07\x0b", event)
    answer = client.get(f"/fr/{name}")
    assert answer.status_code == 200
    if name.endswith(("rss", "atom")):
        etree.fromstring(answer.content)
    assert b"\x07" not in answer.content
    etree.fromstring(client.get("/news-sitemap.xml").content)


# Too long is said.


def test_a_headline_that_is_too_long_is_said_and_kept_as_typed(desk):
    article = ArticleFactory()
    typed = "Un titre " * 40
    page = desk.post(change_url(article), opened(desk, article) | {"headline_fr": typed})
    assert page.status_code == 200
    assert "300" in str(page.context["adminform"].form.errors["headline_fr"])
    assert opened_from(page)["headline_fr"].strip() == typed.strip()
    assert 'maxlength="300"' not in page.text


@pytest.mark.parametrize("language", ["fr", "ar"])
@pytest.mark.parametrize("move", ["", "_move-fr-published"])
def test_of_a_headline_that_is_too_long_nothing_else_is_said(
    desk, chief, article_form, language, move
):
    chief.language = language
    chief.save()
    form = article_form(headline_fr="Un titre " * 70, body_fr="<p>Texte</p>")
    page = desk.post(reverse("admin:articles_article_add"), form | ({move: "1"} if move else {}))
    said = page.context["adminform"].form.errors
    assert ["300" in one for one in said.pop("headline_fr")] == [True]
    assert not {"headline_ar", "__all__"} & said.keys()


def test_of_a_name_that_is_too_long_nothing_else_is_said(desk):
    page = desk.post(reverse("admin:articles_topic_add"), {"name_ar": "a" * 400})
    said = page.context["adminform"].form.errors
    assert ["300" in one for one in said["name_ar"]] == [True]
    assert said.keys() == {"name_ar"}
    page = desk.post(reverse("admin:articles_topic_add"), {"name_ar": ""})
    assert "au moins une langue" in str(page.context["adminform"].form.errors["name_fr"])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("http://[invalid", "http://[invalid"),
        ("http://a:99999999/", "http://a:99999999/"),
        ("java\nscript:alert(1)", "java script:alert(1)"),
        ("", ""),
    ],
)
def test_a_link_that_leads_nowhere_is_shown_as_it_was_typed(desk, article_form, typed, shown):
    body = f'<p>Un <a href="{typed}">lien mauvais</a>.</p>'
    form = article_form(headline_fr="Un titre", body_fr=body, **{"_move-fr-published": "1"})
    page = desk.post(reverse("admin:articles_article_add"), form)
    (said,) = page.context["adminform"].form.errors["body_fr"]
    words = re.sub("[\u2066-\u2069]", "", said)
    assert "Le lien « lien mauvais » ne mène nulle part : " in words
    assert (f"« {shown} »" in words) if shown else ("il n’a pas d’adresse" in words)


def opened_from(page):
    from tests.admin.forms import fields_of  # noqa: PLC0415

    return fields_of(page.text)


# Addresses.


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("L’Œuvre n° 5 : l’État", "l-oeuvre-n-5-l-etat"),
        ("Été à Rabat — « ça » suffit", "ete-a-rabat-ca-suffit"),
        ("Iğdır, Łódź, Ærø, Đà Nẵng, Straße", "igdir-lodz-aero-da-nang-strasse"),
        ("Com\u00admu\u200bniqué\ufeff final", "communique-final"),
    ],
)
def test_an_address_is_made_by_the_one_rule(desk, article_form, title, slug):
    page = desk.get(reverse("admin:articles_article_add")).text
    assert "data-prepopulated-fields" not in page or 'data-prepopulated-fields="[]"' in page
    desk.post(reverse("admin:articles_article_add"), article_form(headline_fr=title))
    assert Article.objects.get().slug_fr == slug
    desk.post(reverse("admin:articles_topic_add"), {"name_fr": title})
    assert Topic.objects.get().slug_fr == slug


@pytest.mark.parametrize("typed", ["été", "e\u0301te\u0301", " Été ", "été\n"])
@pytest.mark.parametrize(
    ("language", "said"), [("fr", "L’adresse s’écrit « ete »."), ("ar", "«ete»")]
)
def test_an_address_typed_with_accents_is_written_without_and_said(
    desk, chief, typed, language, said
):
    chief.language = language
    chief.save()
    article, speaker = ArticleFactory(), SpeakerFactory()
    form = opened(desk, article) | {"slug_fr": typed}
    assert said in desk.post(change_url(article), form, follow=True).text
    article.refresh_from_db()
    assert article.slug_fr == "ete"
    address = reverse("admin:articles_speaker_change", args=[speaker.pk])
    form = form_of(desk.get(address).text) | {"slug_fr": typed}
    assert said in desk.post(address, form, follow=True).text
    speaker.refresh_from_db()
    assert speaker.slug_fr == "ete"


def test_an_address_of_signs_only_is_refused_with_what_was_typed(desk):
    article = ArticleFactory()
    page = desk.post(change_url(article), opened(desk, article) | {"slug_fr": "؟!"})
    assert "n’a rien dont on puisse faire une adresse" in page.text
    assert opened_from(page)["slug_fr"] == "؟!"


@pytest.mark.parametrize("name", ["slug_fr", "slug_ar"])
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("--x--", "x"),
        ("Mohammed", "mohammed"),
        ("a-_-B", "a-b"),
        ("_a_b", "a-b"),
        ("محمد-ﷺ-رسول", "محمد-رسول"),
    ],
)
def test_an_address_begins_and_ends_with_a_letter_and_has_no_capitals(desk, name, typed, kept):
    article = ArticleFactory()
    if name == "slug_fr" and not kept.isascii():
        return
    desk.post(change_url(article), opened(desk, article) | {name: typed})
    article.refresh_from_db()
    assert getattr(article, name) == kept


@pytest.mark.parametrize("typed", ["-", "--", "_", "-_-"])
def test_an_address_of_dashes_is_refused(desk, typed):
    article = ArticleFactory()
    page = desk.post(change_url(article), opened(desk, article) | {"slug_ar": typed})
    assert f"« {typed} » n’a rien dont on puisse faire une adresse" in page.text.replace(
        "\u202f", " "
    ).replace("\u00a0", " ")


def test_an_address_too_long_is_said_and_not_cut(desk):
    article = ArticleFactory()
    page = desk.post(change_url(article), opened(desk, article) | {"slug_fr": "mot-" * 40})
    assert "120" in str(page.context["adminform"].form.errors["slug_fr"])


def test_an_address_of_before_stays_while_nobody_touches_it(desk):
    speaker = SpeakerFactory(slug_fr="été_à-rabat")
    address = reverse("admin:articles_speaker_change", args=[speaker.pk])
    desk.post(address, form_of(desk.get(address).text) | {"honorific_fr": "Dr"})
    speaker.refresh_from_db()
    assert (speaker.slug_fr, speaker.honorific_fr) == ("été_à-rabat", "Dr")


def test_an_address_that_no_link_could_have_never_takes_down_a_page(client):
    speaker = SpeakerFactory(slug_fr="Chef d’État / roi", slug_ar="؟؟")
    assert (speaker.slug_fr, speaker.slug_ar) == (
        "chef-d-etat-roi",
        "إسماعيل-شكوري-" + tail(speaker),
    )
    assert client.get("/fr/speakers/").status_code == 200
    assert Speaker.objects.filter(slug_fr="chef-d-etat-roi").exists()


def tail(speaker):
    return speaker.name_ar.rsplit(" ", 1)[1]


def test_what_somebody_may_only_read_is_shown_as_it_was_typed(client, translator):
    article = ArticleFactory(standfirst_fr="L'accès <b>est</b> & là\nDeux", status_fr="in_review")
    QuoteFactory(article=article, text_fr="L'eau & \"l'air\"")
    client.force_login(translator)
    page = html.fromstring(client.get(change_url(article)).text)
    shown = [one.text_content() for one in page.find_class("only-read")]
    assert "L'accès <b>est</b> & làDeux" in shown  # its two lines are two elements
    assert "L'eau & \"l'air\"" in shown


def test_a_chosen_quotation_has_its_words_where_a_text_is_only_read(client, chief):
    """On the page of an article that readers see, before it is published, and in a form."""
    article = ArticleFactory(live=["fr"], status_ar="ready")
    quote = QuoteFactory(article=article, text_fr="Rien n’est perdu", text_ar="لم نفقد شيئا")
    figure = f'<figure class="chosen-quote" data-quote="{quote.named}"></figure>'
    for code, words in (("fr", "Rien n’est perdu"), ("ar", "لم نفقد شيئا")):
        body = f"<p>« {words} », a-t-il dit.</p>{figure}"
        Article.objects.filter(pk=article.pk).update(**{f"body_{code}": body})
    client.force_login(chief)
    pages = (
        change_url(article),
        reverse("admin:articles_article_publish", args=[article.pk, "ar"]),
    )
    for page, words in zip(pages, ("Rien n’est perdu", "لم نفقد شيئا"), strict=True):
        shown = html.fromstring(client.get(page).text).xpath("//*[contains(@class,'read')]/figure")
        assert words in shown[0].text_content()
    copy = working_copies.open_copy(article, by=chief)
    client.force_login(member_of("translator"))
    (read,) = html.fromstring(client.get(change_url(copy)).text).xpath(
        "//*[@lang='fr'][contains(@class,'-read')]/figure"
    )
    assert "Rien n’est perdu" in read.text_content()
