"""The demo newsroom is as big as was asked, and the same everywhere."""

import pytest
from django.core.management import CommandError, call_command
from django.db.models import QuerySet
from django.utils import translation

from articles.models import Article, Image, Organization, Speaker, Topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_renditions")]


def test_a_handful_of_pictures_is_shared_and_described_in_both_languages():
    call_command("seed_demo", articles=40)
    assert Image.objects.count() == 14
    assert not Image.objects.without_alt().exists()
    assert Article.objects.exclude(lead_image=None).count() == 26
    assert Organization.objects.filter(logo=None).count() == 0
    assert Speaker.objects.exclude(portrait=None).exists()
    call_command("seed_demo", articles=50)
    assert Image.objects.count() == 14


def test_its_pictures_are_the_same_everywhere():
    call_command("seed_demo", articles=1)
    checksums = [*Image.objects.order_by("key").values_list("checksum", flat=True)]
    Article.objects.all().delete()
    # Past the model, which keeps what readers need.
    QuerySet(Image).delete()
    call_command("seed_demo", articles=1)
    assert checksums == [*Image.objects.order_by("key").values_list("checksum", flat=True)]


def test_it_makes_as_many_as_asked(capsys):
    call_command("seed_demo", articles=60)
    assert Article.objects.count() == 60
    assert "60 articles" in capsys.readouterr().out


@pytest.mark.parametrize("spoken", ["fr", "ar"])
def test_a_text_that_is_not_there_is_none_whatever_language_is_spoken(spoken):
    with translation.override(spoken):
        call_command("seed_demo", articles=30)
    for code in ("fr", "ar"):
        lacking = Article.objects.filter(**{f"headline_{code}": None})
        assert lacking.exists()
        assert not lacking.exclude(**{f"body_{code}": None}).exists()


def test_asking_for_more_adds_only_what_lacks():
    call_command("seed_demo", articles=20)
    before = set(Article.objects.values_list("pk", "slug_fr"))
    call_command("seed_demo", articles=30)
    assert Article.objects.count() == 30
    assert before <= set(Article.objects.values_list("pk", "slug_fr"))


@pytest.mark.parametrize("number", [0, -5])
def test_nonsense_is_refused(number):
    with pytest.raises(CommandError):
        call_command("seed_demo", articles=number)


def test_no_article_has_a_topic_twice_and_the_newsrooms_own_are_taken():
    own = Topic.objects.create(name_fr="Climat", name_ar="المناخ")
    call_command("seed_demo", articles=60)
    assert Topic.objects.filter(name_fr="Climat").get() == own
    assert own.of_articles.exists()
    for article in Article.objects.all():
        names = [str(one) for one in article.topics.all()]
        assert len(names) == len(set(names)) == 2


def test_the_search_index_has_kept_up():
    call_command("seed_demo", articles=30)
    call_command("check_search")
    call_command("seed_demo", articles=40)
    call_command("check_search")
