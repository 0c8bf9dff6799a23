"""Whatever way a text or a date comes, its column holds what a page, a feed, a file can show."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import models

from articles.models import Article, Image, Quote, Revision, Speaker, User
from articles.models.date_fields import FIRST_DAY, LAST_DAY, LAST_MOMENT, DayField, MomentField
from articles.models.fields import RichTextField, WebAddressField
from articles.models.text_fields import (
    ManyLinesField,
    OneLineEmailField,
    OneLineField,
    PageSlugField,
    PlainDataField,
)
from tests.factories import ArticleFactory, ImageFactory, SpeakerFactory

OURS = (OneLineField, OneLineEmailField, PageSlugField, WebAddressField)
OF_OURS = {
    models.CharField: OURS,
    models.TextField: (ManyLinesField, RichTextField),
    models.JSONField: (PlainDataField,),
    models.DateTimeField: (MomentField,),
    models.DateField: (DayField, MomentField),
}
# Made of words that other columns hold already, many at once; and what is no text.
DERIVED = {"SearchEntry", "SearchName", "SearchWord"}
NO_TEXT = {"password", "made", "checksum"}

BROKEN = "Le Maroc\n préside\u2028la\x0bsession\uffff\x00"
MENDED = "Le Maroc préside la session"


def columns(*kinds):
    return [
        pytest.param(column, id=f"{model.__name__}.{column.name}")
        for model in apps.get_app_config("articles").get_models()
        for column in model._meta.concrete_fields
        if isinstance(column, kinds) and model.__name__ not in DERIVED
    ]


@pytest.mark.parametrize("column", columns(*OF_OURS))
def test_every_column_of_texts_and_dates_is_of_ours(column):
    kind = next(one for one in OF_OURS if isinstance(column, one))
    assert isinstance(column, OF_OURS[kind]) or column.name in NO_TEXT


@pytest.mark.parametrize("column", columns(OneLineField, OneLineEmailField))
def test_what_is_written_into_a_line_is_one_line(column):
    assert column.get_prep_value(BROKEN) == MENDED
    assert column.to_python(BROKEN) == MENDED


@pytest.mark.parametrize("column", columns(OneLineField, ManyLinesField))
def test_what_a_line_opens_ends_with_it(column):
    # And the mark that begins a file is nowhere in a text.
    assert column.get_prep_value("a \u2067b\ufeff") == "a \u2067b\u2069"


@pytest.mark.parametrize("column", columns(PageSlugField))
def test_an_address_that_no_link_could_have_is_made_one(column):
    assert column.get_prep_value("e\u0301te\u0301") == "été"
    assert "\n" not in column.get_prep_value("le\ncaire")
    assert column.get_prep_value("le\ncaire") == "le-caire"


@pytest.mark.parametrize("column", columns(ManyLinesField, RichTextField))
def test_what_is_no_character_is_not_written(column):
    assert column.get_prep_value("a\uffff\x07\ud800\x0bb\r\nc") == "a\nb\nc"


@pytest.mark.parametrize("column", columns(DayField))
def test_a_far_day_is_said_at_its_field_and_kept_as_the_nearest(column):
    far = date(9999, 12, 31)
    if isinstance(column, MomentField):
        far = datetime(9999, 12, 31, 23, 59, tzinfo=UTC)
    with pytest.raises(ValidationError, match="1900"):
        column.run_validators(far)
    assert column.from_db_value(far, None, None).year == LAST_DAY.year


@pytest.mark.django_db
def test_rich_text_cannot_hide_a_control_behind_an_entity():
    article = ArticleFactory(body_fr="<p>a&#31;b&#xFFFF;c\ud800</p>")
    article.refresh_from_db()
    assert article.body_fr == "<p>a\nbc</p>"


@pytest.mark.django_db
def test_every_way_past_the_forms_leads_through_the_column():
    article = ArticleFactory(headline_fr=BROKEN, byline="Salma\tAlaoui")
    assert (article.headline_fr, article.byline) == (MENDED, "Salma Alaoui")
    Article.objects.filter(pk=article.pk).update(headline_fr="Un\nautre")
    article.refresh_from_db()
    assert article.headline_fr == "Un autre"
    Speaker.objects.bulk_create([Speaker(key="one", name_fr="Leïla\r\nBen\x85Ali")])
    assert Speaker.objects.get(key="one").name_fr == "Leïla Ben Ali"
    article.headline_ar = "المغرب\u2029يرأس"
    article.save(update_fields=["headline_ar"])
    article.refresh_from_db()
    assert article.headline_ar == "المغرب يرأس"


@pytest.mark.django_db
def test_a_fixture_cannot_break_a_line():
    speaker = SpeakerFactory(name_fr="Ismail Chekkouri")
    written = serializers.serialize("json", [speaker], use_natural_foreign_keys=True)
    (one,) = serializers.deserialize("json", written.replace("Ismail ", "Ismail\\n"))
    one.save()
    speaker.refresh_from_db()
    assert speaker.name_fr == "Ismail Chekkouri"


@pytest.mark.django_db
def test_json_of_any_depth_is_clean():
    article = ArticleFactory()
    revision = Revision.objects.create(
        article=article, version=900, content={"fields": {"a": ["x\ud800\0y"]}}
    )
    revision.refresh_from_db()
    assert revision.content == {"fields": {"a": ["xy"]}}


@pytest.mark.django_db
def test_an_account_is_called_in_one_line():
    user = User.objects.create(username="sal\nma", first_name="Salma\n", email="a@b.ma\r\nBcc: c")
    user.refresh_from_db()
    assert (user.username, user.first_name, user.email) == ("sal ma", "Salma", "a@b.ma Bcc: c")


@pytest.mark.django_db
def test_a_far_date_that_comes_past_a_form_is_the_nearest_there_is():
    image = ImageFactory(expires_on=date(9999, 12, 31))
    Image.objects.filter(pk=image.pk).update(taken_on=date(1, 1, 1))
    image.refresh_from_db()
    assert (image.expires_on, image.taken_on) == (LAST_DAY, FIRST_DAY)
    article = ArticleFactory(embargoed_until=datetime(9998, 1, 1, tzinfo=UTC))
    article.refresh_from_db()
    assert article.embargoed_until == LAST_MOMENT


@pytest.mark.django_db
def test_a_far_date_is_refused_by_a_model_that_is_asked():
    with pytest.raises(ValidationError) as refused:
        Image(expires_on=date(9999, 12, 31)).full_clean()
    assert "expires_on" in refused.value.error_dict


def test_words_of_a_quotation_may_have_lines():
    quote = Quote(text_fr="« Un.\nDeux. »")
    assert quote._meta.get_field("text_fr").get_prep_value(quote.text_fr) == "« Un.\nDeux. »"
