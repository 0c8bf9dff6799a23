"""What every record has: a key, two dates, a name in whatever language it was given."""

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils import translation

from articles.languages import Language
from articles.models import Organization, Record, Speaker
from tests.factories import ArticleFactory, EventFactory, ImageFactory, QuoteFactory, SpeakerFactory

# What the search has read, the memory's marks and the count of changes are no records: they are made
# from those that are; nor is which process sends mails.
MODELS = [
    model
    for model in apps.get_app_config("articles").get_models()
    if model.__name__ != "User"
    and not model.__name__.startswith(("Search", "MemoryMark", "ContentChange", "MailRun"))
]


@pytest.mark.parametrize("model", MODELS)
def test_every_model_is_a_record_with_an_order(model):
    assert issubclass(model, Record)
    assert model._meta.ordering
    assert model._meta.get_field("key").unique
    one = model(key="one")
    assert one.natural_key() == ("one",)
    if model.title_field:
        assert str(one) == "one"


@pytest.mark.django_db
def test_a_record_is_found_by_its_key():
    speaker = SpeakerFactory(key="ismail-chekkouri")
    assert Speaker.objects.get_by_natural_key("ismail-chekkouri") == speaker


@pytest.mark.parametrize("active", ["fr", "ar"])
def test_a_name_in_one_language_names_it_in_every_other(active):
    with translation.override(active):
        assert str(Organization(name_fr="Ligue arabe")) == "Ligue arabe"
        assert str(Organization(name_ar="جامعة الدول العربية")) == "جامعة الدول العربية"


@pytest.mark.django_db
def test_slugs_are_made_in_the_letters_of_each_language():
    event = EventFactory(name_fr="L’été à Fès", name_ar="الصيف في فاس")
    assert (event.slug_fr, event.slug_ar) == ("l-ete-a-fes", "الصيف-في-فاس")
    assert EventFactory(name_fr="L’été à Fès").slug_fr == "l-ete-a-fes-2"
    assert event.url_in("ar").startswith("/ar/events/")


@pytest.mark.django_db
def test_a_name_of_signs_alone_still_has_an_address():
    assert SpeakerFactory(name_fr="???", name_ar="").slug_fr


@pytest.mark.django_db
def test_a_saved_record_says_when_it_changed():
    article = ArticleFactory()
    before = article.updated_at
    article.byline = "La rédaction"
    article.save(update_fields=["byline"])
    article.refresh_from_db()
    assert article.updated_at > before


@pytest.mark.django_db
def test_a_picture_is_known_by_its_bytes_and_never_by_its_name():
    image = ImageFactory(file__filename="../../etc/passwd.jpg")
    assert len(image.checksum) == 64
    assert image.key in image.file.name
    assert "passwd" not in image.file.name


@pytest.mark.django_db
def test_a_quotation_stands_in_the_body_marks_and_spaces_aside():
    article = ArticleFactory(body_fr="<p>Il a dit : «\u202fnous <em>irons</em>, tous\u202f».</p>")
    quote = QuoteFactory.build(article=article, text_fr="nous irons, tous", text_ar="")
    assert quote.stands_in_body(Language("fr"))
    quote.text_fr = "nous irons tous"
    assert not quote.stands_in_body(Language("fr"))


def test_reported_speech_need_not_stand_in_the_body_and_the_very_words_must():
    article = ArticleFactory.build(body_fr="<p>Elle a promis d’agir.</p>")
    told = QuoteFactory.build(
        article=article, speaker=None, kind="reported", text_fr="Le Maroc agira", text_ar=""
    )
    told.clean()
    told.kind = "direct"
    with pytest.raises(ValidationError) as refusal:
        told.clean()
    assert "text_fr" in refusal.value.message_dict
