"""Wire copy becomes a draft tied to what the newsroom knows: all of it, once, or nothing."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse

from articles.models import Article, Event, Organization, Place, Quote, Source, Speaker
from tests.admin.forms import change_url, opened
from tests.factories import OrganizationFactory, PlaceFactory, SpeakerFactory, UserFactory
from tests.wire.files import mail, open_document, pdf, rich_text, word_document

pytestmark = pytest.mark.django_db

COPY = Path(__file__).parent / "copy"
CAIRO = str(COPY / "cairo.fr.txt")
HEADLINE = "Les barrages du Nord sont remplis"
SENTENCE = (
    "Le ministre de l’Eau a annoncé jeudi que les barrages du Nord donneront à boire à deux "
    "millions de personnes avant la fin de la décennie."
).replace("’", "'")
ARABIC = str(COPY / "rabat-hijra.ar.txt")


def test_of_very_many_files_it_is_said_how_far_it_is(tmp_path, capsys):
    files = [tmp_path / f"{number}.txt" for number in range(50)]
    for one in files:
        one.write_text(
            "Un titre\n\nUn mot en français, et la suite de la phrase.", encoding="utf-8"
        )
    call_command("import_article", *map(str, files))
    assert "50 / 50" in capsys.readouterr().err


def rows():
    models = apps.get_app_config("articles").get_models()
    return {model.__name__: model.objects.count() for model in models}


def test_the_cairo_copy_becomes_a_draft_with_all_its_ties():
    call_command("import_article", CAIRO)
    article = Article.objects.get()
    assert article.status_fr == "draft"
    assert not article.is_live("fr")
    assert str(article.dateline) == "Le Caire"
    assert str(article.source) == "MAP"
    assert article.event.period == "3–4 juillet 2024"
    assert {str(one) for one in article.speakers} == {"Ismail Chekkouri", "Mohammed VI"}
    assert article.organizations.count() == 4
    assert sorted(article.quotes.values_list("kind", flat=True)) == ["direct", "reported"]
    assert article.source_text == (COPY / "cairo.fr.txt").read_text(encoding="utf-8")
    for quote in Quote.objects.all():
        quote.full_clean()
    article.full_clean()


def test_twice_is_once(capsys):
    call_command("import_article", CAIRO, CAIRO)
    before = rows()
    call_command("import_article", CAIRO)
    assert rows() == before
    assert Article.objects.count() == 1
    assert "Déjà" in capsys.readouterr().out


def test_after_the_fixture_it_is_known():
    call_command("loaddata", "cairo", verbosity=0)
    before = rows()
    call_command("import_article", CAIRO)
    assert rows() == before


def test_a_dry_run_prints_what_it_found_and_writes_nothing(capsys):
    before = rows()
    call_command("import_article", CAIRO, ARABIC, dry_run=True, json=True)
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["language"] for line in lines] == ["fr", "ar"]
    assert rows() == before


def test_known_people_bodies_and_places_are_matched_in_any_spelling():
    speaker = SpeakerFactory(name_fr="Ismaïl CHEKKOURI", name_ar="")
    league = OrganizationFactory(name_fr="Ligue des États arabes", aliases_fr="La Ligue Arabe")
    escwa = OrganizationFactory(name_fr="CESAO", acronym_fr="ESCWA")
    cairo = PlaceFactory(name_fr="Le Caïre")
    call_command("import_article", CAIRO)
    article = Article.objects.get()
    assert speaker in article.speakers
    assert {league, escwa} <= set(article.organizations)
    assert article.dateline == cairo
    assert Speaker.objects.count() == 2
    assert Place.objects.count() == 1


def test_an_arabic_name_is_matched_whatever_its_hamza():
    african_union = OrganizationFactory(name_fr="Union africaine", name_ar="الإتحاد الأفريقى")
    OrganizationFactory(name_fr="OIM", name_ar="المنظمه الدوليه للهجره")
    call_command("import_article", ARABIC)
    assert Organization.objects.count() == 2
    assert african_union in Article.objects.get().organizations


def test_a_known_event_and_source_are_tied_not_made_again():
    call_command("loaddata", "cairo", verbosity=0)
    Article.objects.all().delete()
    call_command("import_article", CAIRO)
    article = Article.objects.get()
    assert article.event.key == "cairo-review-2024"
    assert article.source.key == "map"
    assert Event.objects.count() == 5
    assert Source.objects.count() == 1


def test_one_wrong_file_stops_no_other_and_is_named(tmp_path, capsys):
    empty = tmp_path / "vide.txt"
    empty.write_text("")
    with pytest.raises(CommandError, match="1 fichier n’a pas été importé"):
        call_command("import_article", str(empty), CAIRO)
    assert Article.objects.count() == 1
    assert "vide.txt: Le fichier est vide." in capsys.readouterr().err


def test_each_file_has_an_answer_of_its_own(tmp_path, capsys):
    empty = tmp_path / "vide.txt"
    empty.write_text("")
    with pytest.raises(CommandError):
        call_command("import_article", str(empty), CAIRO, json=True)
    refused, read = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (refused["outcome"], refused["error"]) == ("refused", "Le fichier est vide.")
    assert read["outcome"] == "new"


def test_scripts_in_a_text_never_reach_a_body(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<html><h1>Un titre</h1><p>Le texte &lt;script&gt;alert(1)&lt;/script&gt; est dans la"
        " ville et la rue.</p></html>"
    )
    call_command("import_article", str(page), language="fr")
    assert "<script" not in Article.objects.get().body_fr


def test_a_draft_is_of_the_reporter_who_is_named(reporter):
    with pytest.raises(CommandError, match="salma"):
        call_command("import_article", CAIRO, "--by", "salma")
    call_command("import_article", CAIRO, "--by", "reporter")
    article = Article.objects.get()
    assert article.created_by == article.revisions.get().made_by == reporter
    assert article.may_be_edited_by(reporter)


# What a text does not say for sure is kept, and said.

NEWS = """Le port rouvre lundi

Rabat, 12 mars 2026 (MAP) - La 3e Conférence mondiale des ports prépare ses travaux.

« Nous avons attendu ce jour pendant de longues semaines. »

Le directeur du port, Karim Lahlou, a annoncé 71 navires. « Le quai est prêt », a-t-il dit.

Source : https://www.mapexpress.ma/port
"""


def brought(tmp_path, text, **options):
    file = tmp_path / "copy.txt"
    file.write_text(text, encoding="utf-8")
    call_command("import_article", str(file), **options)
    return Article.objects.order_by("pk").last()


def test_quotations_of_nobody_and_events_without_a_day_are_kept_and_said(tmp_path, capsys):
    article = brought(tmp_path, NEWS)
    assert [quote.speaker and str(quote.speaker) for quote in article.quotes.all()] == [
        None,
        "Karim Lahlou",
    ]
    assert (str(article.event), article.event.starts_on) == (
        "3e Conférence mondiale des ports",
        None,
    )
    for quote in article.quotes.all():
        quote.full_clean()
    article.full_clean()
    article.event.full_clean()
    report = capsys.readouterr().out
    assert "Sans intervenant : « Nous avons attendu ce jour" in report
    assert "n’a pas de jour" in report


def test_the_report_for_machines_says_it_too(tmp_path, capsys):
    brought(tmp_path, NEWS, json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["unnamed_quotes"], told["event"]["starts_on"]) == (1, None)
    assert len(told["to_check"]) == 2
    assert told["outcome"] == "new"
    assert told["article"] == Article.objects.get().pk


def test_the_embargo_that_a_text_asks_for_is_the_drafts(tmp_path):
    line = "SOUS EMBARGO JUSQU'AU 15 AVRIL 2026 À 06 H 00 GMT"
    article = brought(tmp_path, f"{line}\n\n{NEWS}")
    assert article.embargoed_until == datetime(2026, 4, 15, 6, tzinfo=UTC)
    assert article.embargo_line == line
    assert line in article.source_text
    assert line not in article.body_fr
    assert article.headline_fr == "Le port rouvre lundi"


@pytest.mark.parametrize(
    "line", ["SOUS EMBARGO JUSQU'AU 15 AVRIL 2026 À 06 H 00 GMT", "SOUS EMBARGO JUSQU'À MARDI"]
)
def test_nothing_is_published_before_somebody_looked_at_its_embargo(tmp_path, client, chief, line):
    article = brought(tmp_path, f"{line}\n\n{NEWS}")
    client.force_login(chief)
    form = opened(client, article)
    assert form["embargo_line"] == line
    page = client.post(change_url(article), form | {"_move-fr-published": "1"})
    assert "demande un embargo" in page.text
    step = reverse("admin:articles_article_step", args=[article.pk, "fr"])
    client.post(step, {"to": "published"})
    with pytest.raises(ValidationError, match="embargo"):
        article.publish("fr", by=chief)
    assert Article.objects.get().status_fr == "draft"
    form |= {"embargo_line": "", "_move-fr-published": "1"}
    client.post(change_url(article), form)
    assert Article.objects.get().status_fr == "published"
    assert "embargo_line" not in opened(client, article)


def test_who_sets_the_embargo_has_read_the_line_that_asks_for_it(tmp_path, client, chief):
    article = brought(tmp_path, f"SOUS EMBARGO JUSQU'À MARDI\n\n{NEWS}")
    client.force_login(chief)
    when = {"embargoed_until_0": "15/04/2090", "embargoed_until_1": "10:00"}
    assert client.post(change_url(article), opened(client, article) | when).status_code == 302
    article.refresh_from_db()
    assert article.embargo_line == ""
    assert article.embargoed_until.year == 2090


def test_other_figures_from_the_same_address_are_another_version(tmp_path, capsys):
    first = brought(tmp_path, NEWS)
    second = brought(tmp_path, NEWS.replace("71 navires", "73 navires"))
    report = capsys.readouterr().out
    assert second != first
    assert f"Autre version de l’article {first.pk}" in report
    assert "« 71 » est devenu « 73 »" in report
    assert "Déjà" not in report
    assert "73" in second.body_fr
    for article, other in ((first, second), (second, first)):
        note = article.notes.get().text
        assert str(other.pk) in note
        assert "« 71 » est devenu « 73 »" in note
    assert brought(tmp_path, NEWS) == second
    assert Article.objects.count() == 2
    assert "Déjà" in capsys.readouterr().out


def test_a_dry_run_says_of_what_it_would_be_a_version(tmp_path, capsys):
    first = brought(tmp_path, NEWS)
    capsys.readouterr()
    brought(tmp_path, NEWS.replace("71 navires", "73 navires"), dry_run=True, json=True)
    told = json.loads(capsys.readouterr().out)
    assert (told["outcome"], told["version_of"]) == ("version", first.pk)
    assert told["differences"] == ["« 71 » est devenu « 73 »."]
    assert Article.objects.count() == 1


def test_spaces_and_wrapping_make_no_other_version(tmp_path):
    brought(tmp_path, NEWS)
    brought(tmp_path, NEWS.replace("\n\n", "\n\n\n") + "\n ")
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "label", "change"),
    [
        (NEWS.split("Source", maxsplit=1)[0], "RECTIFICATIF - ", ("71 navires", "73 navires")),
        (
            (
                "الميناء يفتح أبوابه غدا\n\nالرباط 12 مارس 2026 (ومع) - أعلن مدير الميناء وصول 71 سفينة إلى"
                " الرصيف الجديد بعد أسابيع من الانتظار.\n"
            ),
            "مصحح- ",
            ("71 سفينة", "73 سفينة"),
        ),
    ],
)
def test_a_correction_finds_the_text_that_it_corrects(tmp_path, capsys, text, label, change):
    first = brought(tmp_path, text)
    brought(tmp_path, "Un autre titre\n\nLe texte est dans la ville et la rue, sous la pluie.")
    second = brought(tmp_path, label + text.replace(*change))
    assert f"Autre version de l’article {first.pk}" in capsys.readouterr().out
    headline = second.headline_fr or second.headline_ar
    assert headline == text.split("\n")[0]
    assert second.notes.exists()
    assert first.notes.exists()


def test_a_correction_of_what_never_came_is_said(tmp_path):
    article = brought(tmp_path, f"RECTIFICATIF - {NEWS}")
    assert "RECTIFICATIF" in article.notes.get().text


@pytest.mark.parametrize("second_by", ["editor", "reporter", "colleague", None])
def test_the_words_of_another_version_are_told_to_who_may_read_both(
    tmp_path, reporter, editor, second_by
):
    UserFactory(username="colleague")
    first = brought(tmp_path, NEWS, by="reporter")
    options = {"by": second_by} if second_by else {}
    second = brought(tmp_path, NEWS.replace("71 navires", "73 navires"), **options)
    notes = [article.notes.get().text for article in (first, second)]
    assert [str(second.pk) in notes[0], str(first.pk) in notes[1]] == [True, True]
    words = "« 71 » est devenu « 73 »"
    # Who wrote the first one may open the second where it is theirs; nobody's is for editors.
    told = {"reporter": [True, True], "colleague": [False, False]}
    assert [words in one for one in notes] == told.get(second_by, [False, True])


# Whatever kind of file.


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word_document(HEADLINE, SENTENCE)),
        ("a.odt", open_document(HEADLINE, SENTENCE)),
        ("a.rtf", rich_text(f"{HEADLINE}\n{SENTENCE}")),
        ("a.eml", mail(f"{HEADLINE}\n\n{SENTENCE}", HEADLINE)),
        ("a.pdf", pdf(HEADLINE, SENTENCE)),
        ("a.html", f"<html><body><h1>{HEADLINE}</h1><p>{SENTENCE}</p></body></html>".encode()),
    ],
)
def test_the_command_reads_all_that_the_page_reads(tmp_path, name, data):
    file = tmp_path / name
    file.write_bytes(data)
    call_command("import_article", str(file), language="fr")
    article = Article.objects.get()
    assert "barrages" in article.headline_fr
    assert "deux millions" in article.body_fr


def test_what_hangs_on_a_mail_is_named_and_its_embargo_is_the_drafts(tmp_path, capsys):
    file = tmp_path / "a.eml"
    data = mail(f"{HEADLINE}\n\n{SENTENCE}", HEADLINE, files=[("plan.txt", b"Le plan du port")])
    file.write_bytes(b"X-Embargo: 2027-01-04T10:00:00Z\r\n" + data)
    call_command("import_article", str(file), language="fr")
    assert "plan.txt" in capsys.readouterr().out
    assert Article.objects.get().embargoed_until.isoformat() == "2027-01-04T10:00:00+00:00"


def test_a_file_that_is_not_read_is_refused_as_on_the_page(tmp_path, capsys):
    file = tmp_path / "photo.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(CommandError):
        call_command("import_article", str(file))
    assert "les images vont dans la médiathèque" in capsys.readouterr().err
