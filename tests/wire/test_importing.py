"""Wire copy becomes a draft tied to what the newsroom knows: all of it, once, or nothing."""

import json
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from articles.models import Article, Event, Organization, Place, Quote, Source, Speaker
from tests.factories import OrganizationFactory, PlaceFactory, SpeakerFactory

pytestmark = pytest.mark.django_db

COPY = Path(__file__).parent / "copy"
CAIRO = str(COPY / "cairo.fr.txt")
ARABIC = str(COPY / "rabat-hijra.ar.txt")


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


def test_one_wrong_file_and_none_is_imported(tmp_path):
    empty = tmp_path / "vide.txt"
    empty.write_text("")
    with pytest.raises(CommandError, match=r"vide\.txt"):
        call_command("import_article", CAIRO, str(empty))
    assert not Article.objects.exists()
    assert not Speaker.objects.exists()


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
