"""XLIFF: what goes to translators' tools is valid, and what comes back loses nobody's work."""

import io
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone
from lxml import etree
from translate.storage.xliff2 import Xliff2File

from articles.desk.translation.exchange import bundle, take_back
from articles.desk.translation.paragraphs import ShownRow, confirm, rows, save_targets
from articles.languages import Language
from articles.models import Article
from articles.wire import xliff
from tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db
FR, AR = Language("fr"), Language("ar")
SCHEMA = Path(__file__).parent / "schemas" / "xliff-core-2.0.xsd"
BODY = (
    '<h2>Le Caire</h2><p>Le <strong>Maroc</strong> a lu <a href="https://un.org/?a=1&amp;b=2">un '
    "<em>accord</em></a>\u00a0:<br>« oui ».</p><ul><li>Premier point</li><li>Second</li></ul>"
)


def article(**more):
    return ArticleFactory(
        headline_fr="Le Maroc au Caire", headline_ar="", body_fr=BODY, body_ar="", **more
    )


def sent(one, language=AR):
    return xliff.xliff_file([bundle(one, language)])


def translated(data, words):
    """The file with targets as a tool would write them, by what their sources begin with."""
    root = etree.fromstring(data)
    for segment in root.iter("{*}segment"):
        source = segment.find("{*}source")
        said = "".join(source.itertext())
        for text in (words[start] for start in words if said.startswith(start)):
            for old in segment.findall("{*}target"):
                segment.remove(old)
            segment.append(etree.fromstring(f'<target xmlns="{xliff.SPACE}">{text}</target>'))
    return etree.tostring(root)


def back(data, by, only=None):
    (one,) = xliff.read(data)
    return take_back(one, by=by, only=only)


def reasons(returned):
    return [one.reason for one in returned.remarks]


def test_what_is_sent_is_valid_by_the_schema_of_the_standard():
    data = sent(article())
    schema = etree.XMLSchema(etree.parse(SCHEMA))
    schema.assertValid(etree.fromstring(data))
    assert b'version="2.1"' in data
    (found,) = xliff.read(data)
    assert [one.source for one in found.units][1:3] == [
        "Le Caire",
        rows(Article.objects.get(), AR)[2].source.html.replace("&nbsp;", "\u00a0"),
    ]


def test_the_cairo_article_goes_through_another_tool_and_nothing_changes(admin_user):
    call_command("loaddata", "cairo", verbosity=0)
    cairo = Article.objects.get()
    data = sent(cairo)
    etree.XMLSchema(etree.parse(SCHEMA)).assertValid(etree.fromstring(data))
    theirs = Xliff2File.parsestring(data)
    assert len(theirs.units) > 10
    for unit in theirs.units:
        if unit.target:
            unit.marktranslated()
    before = Article.objects.values().get(pk=cairo.pk)
    returned = back(bytes(theirs), admin_user)
    assert (returned.taken, returned.untranslated, returned.remarks) == (0, 0, [])
    assert returned.same == len(theirs.units)
    assert Article.objects.values().get(pk=cairo.pk) == before
    assert not Article.with_copies.filter(working_copy_of=cairo).exists()


def test_a_translation_made_in_another_tool_is_taken_with_its_codes(editor):
    one = article()
    theirs = Xliff2File.parsestring(sent(one))
    words = {"Le Maroc au Caire": "المغرب في القاهرة", "Le Caire": "القاهرة"}
    for unit in theirs.units:
        if unit.source in words:
            unit.target = words[unit.source]
    code = '<pc id="1" dataRefStart="d1" dataRefEnd="d2">المغرب</pc>'
    link = (
        '<pc id="2" dataRefStart="d3" dataRefEnd="d6">قرأ <pc id="3">اتفاقا</pc></pc><ph id="4"/>'
    )
    returned = back(translated(bytes(theirs), {"Le Maroc a lu": f"{code} {link}نعم"}), editor)
    one.refresh_from_db()
    assert one.headline_ar == "المغرب في القاهرة"
    assert one.body_ar.startswith(
        '<h2>القاهرة</h2><p><strong>المغرب</strong> <a href="https://un.org/?a=1&amp;b=2"'
    )
    assert "قرأ <em>اتفاقا</em></a><br>نعم</p>" in one.body_ar
    assert (returned.taken, returned.untranslated) == (3, 2)
    assert {row.state for row in rows(one, AR)} == {"unconfirmed", "new"}


def test_newer_work_is_never_written_over(editor):
    one = article()
    data = translated(sent(one), {"Le Caire": "ترجمة الأداة", "Le Maroc au": "عنوان الأداة"})
    base = [ShownRow("headline", "Le Maroc au Caire", "")]
    save_targets(one, AR, {0: "عنوان الزميلة"}, base=base, by=editor)
    returned = back(data, editor)
    one.refresh_from_db()
    assert one.headline_ar == "عنوان الزميلة"
    assert "<h2>ترجمة الأداة</h2>" in one.body_ar
    (remark,) = returned.remarks
    assert remark.theirs == "عنوان الأداة"
    assert "conservé" in remark.reason


def test_a_source_that_has_changed_since_is_said(editor):
    one = article()
    data = translated(sent(one), {"Premier point": "النقطة الأولى", "Second": "الثانية"})
    one.body_fr = BODY.replace("Premier point", "Premier point du jour").replace(
        "<li>Second</li>", ""
    )
    one.save()
    returned = back(data, editor)
    one.refresh_from_db()
    assert "النقطة الأولى" in one.body_ar
    assert "الثانية" not in one.body_ar
    assert len(reasons(returned)) == 2
    assert any("a changé" in one for one in reasons(returned))
    assert any("a disparu" in one for one in reasons(returned))


def test_an_unknown_paragraph_and_a_changed_source_are_not_taken(editor):
    data = translated(sent(article()), {"Le Caire": "القاهرة"})
    renumbered = re.sub(rb'id="n2-[^"]+"', b'id="autre"', data)
    rewritten = data.replace(b"Le Caire</source>", b"La Lune</source>")
    for changed in (renumbered, rewritten):
        returned = back(changed, editor)
        assert returned.taken == 0
        assert "القاهرة" in [one.theirs for one in returned.remarks]


def test_broken_mark_up_is_not_taken_and_lost_mark_up_is_said(editor):
    one = article()
    broken = translated(sent(one), {"Le Maroc a lu": '<pc id="99">المغرب</pc>'})
    returned = back(broken, editor)
    assert returned.taken == 0
    assert ["code" in one for one in reasons(returned)] == [True]
    lost = translated(sent(one), {"Le Maroc a lu": "المغرب قرأ"})
    returned = back(lost, editor)
    assert returned.taken == 1
    assert reasons(returned)[0].endswith("a, br, em, strong.")


def test_half_a_paragraph_is_no_translation(editor):
    one = article()
    data = sent(one).decode()
    cut = re.sub(
        r"(<segment state=\"initial\"><source xml:space=\"preserve\">)Le Caire</source></segment>",
        r"\1Le </source><target>ال</target></segment><segment><source>Caire</source></segment>",
        data,
    )
    assert cut != data
    assert back(cut.encode(), editor).untranslated == 5
    whole = cut.replace("<source>Caire</source>", "<source>Caire</source><target>قاهرة</target>")
    assert back(whole.encode(), editor).taken == 1
    one.refresh_from_db()
    assert one.body_ar.startswith("<h2>القاهرة</h2>")


def test_a_script_in_a_code_does_not_reach_the_article(editor):
    one = article()
    data = translated(sent(one), {"Le Maroc a lu": '<ph id="1" dataRef="d1"/>نعم'})
    evil = re.sub(rb'(<data id="d1">)[^<]*', rb"\1&lt;script src='x'&gt;", data)
    back(evil, editor)
    one.refresh_from_db()
    assert "script" not in (one.body_ar or "")


def test_a_language_that_readers_have_is_translated_in_a_working_copy(editor):
    one = article()
    one.headline_ar, one.body_ar = "المغرب", "<p>المغرب.</p>"
    for code in ("fr", "ar"):
        setattr(one, f"status_{code}", "published")
        setattr(one, f"published_at_{code}", timezone.now() - timedelta(days=1))
    one.save()
    data = translated(sent(one), {"Le Caire": "القاهرة"})
    returned = back(data, editor)
    one.refresh_from_db()
    assert returned.article.working_copy_of == one
    assert "القاهرة" not in one.body_ar
    # And again, now that there is a copy: the same file has nothing new.
    again = back(data, editor)
    assert again.taken == 0


def test_confirmed_work_comes_back_as_it_was(editor):
    one = article()
    data = translated(sent(one), {"Le Caire": "القاهرة", "Le Maroc au": "المغرب"})
    back(data, editor)
    one = confirm(one, AR, by=editor)
    assert back(sent(one), editor).same == 2
    assert b'state="final"' in sent(one)


def test_who_may_not_write_the_language_takes_nothing_back(translator, reporter):
    one = article()
    data = translated(sent(one), {"Le Caire": "القاهرة"})
    assert back(data, translator).taken == 1
    strange = article()
    data = translated(sent(strange), {"Le Caire": "القاهرة"})
    returned = back(data, reporter)
    assert "n’est pas à vous" in returned.refusal
    translator.languages = ["fr"]
    translator.save()
    assert "Vous ne pouvez pas écrire" in back(data, translator).refusal


def test_a_file_of_another_article_or_direction_is_refused(editor):
    one, other = article(), article()
    data = translated(sent(one), {"Le Caire": "القاهرة"})
    assert "un autre article" in back(data, editor, only=other).refusal
    turned = data.replace(b'srcLang="fr" trgLang="ar"', b'srcLang="ar" trgLang="fr"')
    assert "n’est pas une traduction" in back(turned, editor).refusal
    gone = data.replace(one.key.encode(), b"nobody")
    assert "n’a pas cet article" in back(gone, editor).refusal
    nameless = re.sub(rb' original="[^"]*"', b"", data)
    assert back(nameless, editor).taken == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "XML bien formé"),
        (b"PK\x03\x04", "XML bien formé"),
        (b"<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><xliff>&b;</xliff>", "entités"),
        (b"<!DOCTYPE x SYSTEM 'file:///etc/passwd'><xliff/>", "entités"),
        (b"<tmx/>", "pas un fichier XLIFF"),
        (b'<xliff version="1.2"/>', "XLIFF 1.2"),
        (b'<xliff version="2.0" srcLang="fr" trgLang="de"/>', "« de »"),
        (b'<xliff version="2.0" srcLang="fr"/>', "n’a pas les deux"),
    ],
)
def test_what_is_no_translation_is_refused_with_a_sentence(data, says, tmp_path, editor):
    with pytest.raises(ValidationError, match=says):
        xliff.read(data)
    file = tmp_path / "bad.xlf"
    file.write_bytes(data)
    with pytest.raises(CommandError, match=says):
        call_command("import_xliff", file, by=editor.username)


def test_the_commands_send_and_take_back(tmp_path, editor):
    one, other = article(), article()
    out = io.StringIO()
    call_command("export_xliff", one.key, other.key, target="ar", stdout=out)
    file = tmp_path / "two.xlf"
    file.write_bytes(translated(out.getvalue().encode(), {"Le Caire": "القاهرة"}))
    out = io.StringIO()
    call_command("import_xliff", file, by=editor.username, stdout=out)
    assert out.getvalue().count("1 taken, 0 as here, 4 untranslated") == 2
    file.write_bytes(b" " * (xliff.LARGEST + 1))
    with pytest.raises(CommandError, match="11 Mo"):
        call_command("import_xliff", file, by=editor.username)
