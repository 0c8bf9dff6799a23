"""What a picture says to readers changes by right, also where it is translated or imported."""

import pytest
from django.apps import apps
from django.core.management import call_command

from articles.desk.library.values import KINDS, snapshot
from articles.desk.translation.paragraphs import rows, save_targets, shown_row
from articles.models import Article, Proposal, RecordRevision
from tests.admin.test_translations import form_of, page_of
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    ImageFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
)
from tests.wire.test_importing import ARABIC, CAIRO
from tests.wire.test_xliff import back, sent, translated

pytestmark = pytest.mark.django_db

ALT = "قاعة الجلسة"


def pictured(**more):
    image = ImageFactory(alt_fr="La salle de la session", alt_ar=None)
    fields = {"body_ar": "", "headline_ar": "", "lead_image": image} | more
    return ArticleFactory(headline_fr="Le Maroc au Caire", **fields)


def describe(article, by):
    base = [shown_row(row) for row in rows(article, "ar")]
    alt = [one.field for one in base].index("lead_image:alt")
    return alt, save_targets(article, "ar", {alt: ALT}, base=base, by=by)


def alt_of(article):
    article.lead_image.refresh_from_db()
    return article.lead_image.alt_ar


def test_a_translator_proposes_what_a_picture_says_to_readers(translator):
    article = pictured(live=["fr"])
    row, saved = describe(article, translator)
    assert (saved.proposed, saved.written) == ([row], 0)
    assert alt_of(article) is None
    assert Proposal.objects.get().after == {"fields": {"alt_ar": ALT}}
    assert not Article.with_copies.filter(working_copy_of=article).exists()


def test_so_too_where_another_article_shows_the_picture(translator):
    article = pictured()
    ArticleFactory(live=["ar"], lead_image=article.lead_image)
    describe(article, translator)
    assert alt_of(article) is None
    assert Proposal.objects.get().made_by == translator


def test_an_editor_says_it_at_once_and_on_record(editor):
    article = pictured(live=["fr"])
    describe(article, editor)
    assert alt_of(article) == ALT
    assert RecordRevision.objects.of(article.lead_image).first().made_by == editor


def test_what_no_reader_sees_is_written_at_once(translator):
    article = pictured()
    describe(article, translator)
    assert alt_of(article) == ALT
    assert not Proposal.objects.exists()


def test_the_page_says_that_it_is_proposed_and_keeps_the_rest(client, translator):
    article = pictured()
    ArticleFactory(live=["ar"], lead_image=article.lead_image)
    client.force_login(translator)
    page = client.get(page_of(article))
    form = form_of(page)
    alt = [one.field for one in map(shown_row, rows(article, "ar"))].index("lead_image:alt")
    typed = form | {f"target-{alt}": ALT, "target-0": "المغرب بالقاهرة"}
    answer = client.post(page_of(article), typed, follow=True)
    assert "est proposé à qui peut publier" in answer.text
    assert ALT in answer.text
    article.refresh_from_db()
    assert article.headline_ar == "المغرب بالقاهرة"
    assert alt_of(article) is None


def test_so_does_a_file_that_comes_back_from_a_tool(translator):
    article = pictured()
    ArticleFactory(live=["ar"], lead_image=article.lead_image)
    data = translated(sent(article), {"La salle": ALT, "Le Maroc": "المغرب بالقاهرة"})
    returned = back(data, translator)
    assert returned.taken >= 1
    assert ["proposée" in one.reason for one in returned.remarks] == [True]
    assert alt_of(article) is None
    assert Proposal.objects.get().after["fields"] == {"alt_ar": ALT}


@pytest.mark.parametrize("copy", [CAIRO, ARABIC])
def test_an_import_changes_no_record_that_is_there(copy):
    speaker = SpeakerFactory(name_fr="Ismail Chekkouri", name_ar="")
    QuoteFactory(article=ArticleFactory(live=["fr"]), speaker=speaker)
    AffiliationFactory(speaker=speaker)
    OrganizationFactory(name_fr="Ligue des États arabes", aliases_fr="La Ligue arabe")
    PlaceFactory(name_fr="Le Caire", name_ar="الرباط")
    SourceFactory(name_fr="MAP", name_ar="")
    there = [one for model in KINDS.values() for one in model.objects.all()]
    before = [snapshot(one) for one in there]
    call_command("import_article", copy)
    assert [snapshot(one) for one in there] == before
    kinds = [apps.get_model("articles", one) for one in ("speaker", "organization", "source")]
    made = [one for model in kinds for one in model.objects.exclude(pk__in=there_of(there, model))]
    assert made
    assert not [one for one in made if one.is_listed]


def there_of(there, model):
    return [one.pk for one in there if isinstance(one, model)]
