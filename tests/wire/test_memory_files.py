"""Memories and glossaries as files: what we write others read, what others write is taken in."""

import io
from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from translate.storage.tmx import tmxfile

from articles.desk.translation.memory import remember, suggestions
from articles.languages import Language
from articles.models import Remembered, Term, User
from articles.wire import glossaries, tmx
from tests.factories import TermFactory

pytestmark = pytest.mark.django_db
FR, AR = Language("fr"), Language("ar")
SAID = 'Le <em>Pacte</em> &amp; <a href="https://un.org/">l’accord</a><br>signés.'
SAID_AR = 'الميثاق <em>والاتفاق</em> <a href="https://un.org/">موقعان</a>.'

BILLION = b"""<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<tmx version="1.4"><header/><body><tu><tuv xml:lang="fr"><seg>&b;</seg></tuv></tu></body></tmx>"""
OUTSIDE = b"""<!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<tmx version="1.4"><header/><body><tu><tuv xml:lang="fr"><seg>&a;</seg></tuv></tu></body></tmx>"""


def exported():
    out = io.StringIO()
    call_command("export_memory", stdout=out)
    return out.getvalue().encode()


def read(data):
    return list(tmx.read(io.BytesIO(data)))


def test_an_exported_memory_comes_back_as_it_was(tmp_path):
    remember(FR, AR, [(SAID, SAID_AR), ("Oui.", "نعم.")], by=None, origin="Le Caire")
    file = tmp_path / "memory.tmx"
    file.write_bytes(exported())
    before = list(Remembered.objects.values_list("key", "source", "target", "origin"))
    Remembered.objects.all().delete()
    call_command("import_memory", file, stdout=io.StringIO())
    assert sorted(Remembered.objects.values_list("key", "source", "target", "origin")) == sorted(
        before
    )
    assert suggestions(SAID, FR, AR, to=User(is_superuser=True))[0].percent == 100
    out = io.StringIO()
    call_command("import_memory", file, stdout=out)
    assert out.getvalue() == "0 new, 2 known\n"


def test_another_tool_reads_our_memory_and_what_it_writes_is_the_same():
    remember(FR, AR, [(SAID, SAID_AR)], by=None)
    ours = exported()
    theirs = tmxfile.parsestring(ours)
    (unit,) = theirs.units
    assert (unit.source, unit.target) == (
        'Le <em>Pacte</em> & <a href="https://un.org/">l’accord</a><br>signés.',
        SAID_AR,
    )
    assert read(bytes(theirs)) == read(ours)


def test_a_memory_of_another_tool_is_taken_in_with_the_languages_we_have():
    theirs = tmxfile(sourcelanguage="en")
    theirs.addtranslation("Le Caire", "fr-FR", "القاهرة", "ar-MA")
    theirs.addtranslation("Rabat", "fr", "Rabat", "de")
    (pair,) = read(bytes(theirs))
    assert (pair.source_language, pair.source) == ("fr", "Le Caire")
    assert (pair.target_language, pair.target) == ("ar", "القاهرة")


def test_codes_that_are_no_html_are_left_out_and_scripts_disarmed():
    data = """<tmx version="1.4"><header srclang="FR"/><body><tu>
    <tuv xml:lang="AR"><seg>نعم <bpt i="1">&lt;script&gt;</bpt>x<ept i="1">&lt;/script&gt;</ept></seg></tuv>
    <tuv xml:lang="FR"><seg>Oui <bpt i="1">{\\b </bpt>certes<ept i="1">}</ept></seg></tuv>
    </tu></body></tmx>""".encode()
    (pair,) = read(data)
    assert pair.source == "Oui certes"
    remember(FR, AR, [(pair.source, pair.target)], by=None)
    assert "script" not in Remembered.objects.get().target


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (BILLION, "entités"),
        (OUTSIDE, "entités"),
        (b"<tmx><body>", "XML bien formé"),
        (b"\x89PNG\r\n", "XML bien formé"),
        (b"", "XML bien formé"),
        (b"<html><body/></html>", "TMX"),
    ],
)
def test_what_is_no_memory_is_refused_with_a_sentence(data, says, tmp_path):
    with pytest.raises(ValidationError, match=says):
        read(data)
    file = tmp_path / "bad.tmx"
    file.write_bytes(data)
    with pytest.raises(CommandError, match=says):
        call_command("import_memory", file)


def test_a_glossary_comes_back_as_it_was(tmp_path):
    TermFactory(
        key="migrant", name_fr="migrant", name_ar="مهاجر", aliases_fr="personne migrante\nmigrante",
        forbidden_ar="حراگ", forbidden_fr="=clandestin", note="Jamais « clandestin ».",
    )  # fmt: skip
    out = io.StringIO()
    call_command("export_glossary", stdout=out)
    assert "'=clandestin" in out.getvalue()
    file = tmp_path / "glossary.csv"
    file.write_text(out.getvalue(), encoding="utf-8")
    before = Term.objects.values().get()
    Term.objects.all().delete()
    call_command("import_glossary", file, stdout=io.StringIO())
    after = Term.objects.values().get()
    assert {name: after[name] for name in before if name[-3:] in {"_fr", "_ar"}} == {
        name: before[name] for name in before if name[-3:] in {"_fr", "_ar"}
    }
    assert after["note"] == before["note"]


def test_a_table_of_a_spreadsheet_completes_what_is_known(tmp_path):
    known = TermFactory(name_fr="migrant", name_ar="", note="Voir le guide.")
    file = tmp_path / "table.csv"
    table = "fr-FR;AR;note;inconnu\nmigrant;;;x\nvisa;تأشيرة;;\n;;seule;\n"
    file.write_text(table, encoding="utf-8-sig")
    out, err = io.StringIO(), io.StringIO()
    call_command("import_glossary", file, stdout=out, stderr=err)
    assert out.getvalue() == "1 added, 0 changed, 1 as before\n"
    assert err.getvalue().startswith("line 4: ")
    known.refresh_from_db()
    assert known.note == "Voir le guide."
    assert Term.objects.get(name_fr="visa").name_ar == "تأشيرة"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("fr,ar\nété,صيف".encode("latin-1", "replace"), "UTF-8"),
        (b"Bonjour,monde\n", "colonnes"),
        (b'fr,ar\n"ouvert', "CSV"),
        (b"", "colonnes"),
    ],
)
def test_what_is_no_glossary_is_refused_with_a_sentence(data, says):
    with pytest.raises(ValidationError, match=says):
        glossaries.read(data)


def test_a_large_memory_is_read_piece_by_piece():
    remember(FR, AR, [(f"Phrase numéro {n} du texte.", f"الجملة {n}") for n in range(40)], by=None)
    assert len(read(exported())) == 40
    numbers = [int(one.target.split()[1]) for one in read(exported())]
    assert all(b - a == 1 for a, b in pairwise(numbers))
