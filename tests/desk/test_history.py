"""Every save is kept, compared and brought back."""

from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.utils import translation
from django.utils.translation import gettext

from articles.desk.editing import history
from articles.desk.editing.differences import differences
from articles.desk.editing.snapshots import snapshot
from articles.desk.library import merging
from articles.desk.revision_notes import in_active_language
from articles.models import Article, Revision
from tests.factories import ArticleFactory, QuoteFactory, SpeakerFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(editor):
    article = ArticleFactory(headline_fr="Premier titre", headline_ar="العنوان الأول")
    history.keep_if_changed(article, by=editor, note="Premier jet")
    return article


def changed(article, by, **fields):
    for name, value in fields.items():
        setattr(article, name, value)
    article.save()
    return history.keep_if_changed(article, by=by)


def test_a_save_is_a_revision_with_its_author(article, editor, reporter):
    revision = changed(article, reporter, headline_fr="Deuxième titre")
    assert (revision.version, revision.made_by) == (2, reporter)
    assert [one.version for one in article.revisions.all()] == [2, 1]
    article.refresh_from_db()
    assert article.version == 2


def test_a_save_that_changes_nothing_leaves_none(article, editor):
    assert history.keep_if_changed(article, by=editor) is None


def test_a_change_made_outside_the_desk_is_noticed(article):
    Article.objects.update(headline_fr="Importé")
    revision = history.catch_up(article)
    assert revision.version == 2
    assert revision.made_by is None
    assert revision.fields["headline_fr"] == "Importé"


def test_a_move_made_on_the_desk_page_is_its_maker_s(article, chief):
    article.move("fr", "in_review", by=chief)
    revision = history.catch_up(article)
    assert revision.made_by == chief
    assert revision.fields["status_fr"] == "in_review"


def test_two_versions_differ_by_words_in_the_language_of_the_field(article, editor):
    before = snapshot(article)
    changed(article, editor, headline_ar="العنوان الثاني")
    (one,) = differences(before, snapshot(article))
    assert one.language.direction == "rtl"
    assert [(span.kind, span.text) for span in one.paragraphs[0]] == [
        ("same", "العنوان "),
        ("gone", "الأول"),
        ("new", "الثاني"),
    ]


def test_an_older_text_comes_back_as_the_newest_save(article, editor):
    changed(article, editor, headline_fr="Deuxième titre")
    article.topics.add(TopicFactory())
    history.keep_if_changed(article, by=editor)
    first = article.revisions.get(version=1)
    assert history.restore(first, onto=article, by=editor) == []
    article.refresh_from_db()
    assert article.headline_fr == "Premier titre"
    assert not article.topics.exists()
    assert article.revisions.first().version == 4


def test_a_revision_whose_speaker_is_gone_restores_the_rest_and_says_so(article, editor):
    kept, gone = QuoteFactory(article=article), QuoteFactory(article=article)
    history.keep_if_changed(article, by=editor)
    with_quotes = article.revisions.first()
    speaker, name = gone.speaker, str(gone.speaker)
    article.quotes.all().delete()
    changed(article, editor, headline_fr="Sans citations")
    speaker.delete()
    assert history.restore(with_quotes, onto=article, by=editor) == [name]
    article.refresh_from_db()
    assert article.headline_fr == "Premier titre"
    assert [one.speaker for one in article.quotes.all()] == [kept.speaker]


def test_a_deleted_article_comes_back_as_a_draft_with_its_history(editor):
    article = ArticleFactory(live=["fr"], headline_fr="À retrouver", source_text="Texte reçu")
    QuoteFactory(article=article)
    history.catch_up(article)
    history.keep_before_deletion(article, by=editor)
    article.delete()
    revision = Revision.objects.last_of_deleted().get()
    back, lost = history.recover(revision, by=editor)
    assert lost == []
    assert (back.headline_fr, back.source_text) == ("À retrouver", "Texte reçu")
    assert back.quotes.count() == 1
    assert not back.is_live("fr")
    assert back.revisions.count() == 3
    assert not Revision.objects.last_of_deleted().exists()


def test_it_comes_back_once(editor):
    article = ArticleFactory()
    history.keep_before_deletion(article, by=editor)
    article.delete()
    revision = Revision.objects.last_of_deleted().get()
    history.recover(revision, by=editor)
    with pytest.raises(ValidationError):
        history.recover(revision, by=editor)


def test_an_import_is_the_first_version_and_says_from_which_file(tmp_path):
    file = tmp_path / "depeche.txt"
    file.write_text(
        "Le Maroc préside une session au Caire\n\n"
        "Le Caire – Le Maroc a présidé, mercredi, une session plénière de la conférence.\n"
    )
    call_command("import_article", file, "--language", "fr", stdout=StringIO())
    call_command("import_article", file, "--language", "fr", stdout=StringIO())
    revision = Article.objects.get().revisions.get()
    assert revision.version == 1
    assert "depeche.txt" in revision.note


def test_what_the_desk_noted_is_read_in_the_language_of_who_reads():
    with translation.override("fr"):
        noted = [gettext("Working copy opened."), gettext("Restored version %(number)d.")]
    noted[1] %= {"number": 3}
    with translation.override("ar"):
        first, second = (in_active_language(one) for one in noted)
        assert first == gettext("Working copy opened.") != noted[0]
        assert second == gettext("Restored version %(number)d.") % {"number": 3}
        assert in_active_language("Douze pays, dit le ministre.") == "Douze pays, dit le ministre."


@pytest.mark.parametrize("sentence", ["Changes published.", "Changed outside the editing form."])
def test_what_publishing_notes_is_read_in_the_language_of_who_reads(sentence):
    with translation.override("fr"):
        noted = gettext(sentence)
    with translation.override("ar"):
        assert in_active_language(noted) == gettext(sentence) != noted


def test_a_merge_is_read_in_the_language_of_who_reads(chief):
    gone, kept = SpeakerFactory(), SpeakerFactory()
    name = str(gone)
    merge = merging.merge(gone, kept, by=chief)
    with translation.override("ar"):
        said = in_active_language(merge.note)
    assert said != merge.note
    assert name in said


@pytest.mark.parametrize("written", ["", "Le titre exact.", "Voir le décret.\nPage 3."])
def test_whose_proposal_it_was_is_read_in_the_language_of_who_reads(written):
    """What people wrote after it stays as it is."""
    with translation.override("fr"):
        noted = f"{gettext('Proposed by %(name)s.') % {'name': 'J. Alami'}} {written}".rstrip()
    with translation.override("ar"):
        opening = gettext("Proposed by %(name)s.") % {"name": "J. Alami"}
        assert in_active_language(noted) == f"{opening} {written}".rstrip() != noted


def test_a_mark_for_machines_is_no_difference():
    before = snapshot(ArticleFactory())
    after = before | {"fields": before["fields"] | {"source_digest": "a" * 64}}
    assert not differences(before, after)


def test_a_move_is_told_in_the_language_of_who_reads_the_history(editor):
    article = ArticleFactory()
    article.move("fr", "in_review", by=editor)
    noted = str(article.transitions.first())
    with translation.override("ar"):
        said = in_active_language(noted)
    assert said == "الفرنسية: مسودة ← قيد المراجعة"
    assert in_active_language(noted) == "français : brouillon → en relecture"
    assert in_active_language("Note: avant → après") == "Note: avant → après"
