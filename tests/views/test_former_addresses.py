"""An address that readers have had leads to its page for ever, and to no other."""

from importlib import import_module

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.encoding import iri_to_uri

from articles.desk.editing import working_copies
from articles.models import Article, FormerSlug, Speaker
from tests.factories import (
    ArticleFactory,
    EventFactory,
    MediaKitFactory,
    OrganizationFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

pytestmark = pytest.mark.django_db

OLD = {"fr": "premiere-adresse", "ar": "العنوان-الأول"}
NEW = {"fr": "seconde-adresse", "ar": "العنوان-الثاني"}


def slugs(of):
    return {f"slug_{code}": slug for code, slug in of.items()}


def renamed(record):
    for name, slug in slugs(NEW).items():
        setattr(record, name, slug)
    record.save()
    return record


@pytest.fixture
def article():
    return ArticleFactory(live=["fr", "ar"], **slugs(OLD))


RECORDS = [
    lambda: ArticleFactory(live=["fr", "ar"], **slugs(OLD)),
    *(
        lambda factory=factory: factory(**slugs(OLD))
        for factory in (
            EventFactory,
            SpeakerFactory,
            OrganizationFactory,
            SourceFactory,
            TopicFactory,
        )
    ),
]


BESIDE_PAGES = pytest.mark.parametrize(
    ("make", "name"),
    [
        (RECORDS[1], "event_feed"),
        (RECORDS[1], "event_calendar"),
        (RECORDS[2], "speaker_feed"),
        (RECORDS[5], "topic_feed"),
        (RECORDS[0], "share_image"),
    ],
)


@pytest.mark.parametrize("make", RECORDS)
@pytest.mark.parametrize("language", ["fr", "ar"])
def test_every_page_is_found_at_the_address_it_had(client, make, language):
    record = make()
    old = record.url_in(language)
    renamed(record)
    response = client.get(old)
    assert response.status_code == 301
    assert client.get(response["Location"]).status_code == 200
    assert response["Location"] == record.url_in(language)


@BESIDE_PAGES
def test_so_is_what_belongs_to_a_page(client, make, name):
    record = renamed(make())
    with translation.override("ar"):
        response = client.get(reverse(name, args=[OLD["ar"]]))
        assert response.status_code == 301
        assert response["Location"].startswith("/ar/")
        assert client.get(response["Location"]).status_code == 200
    assert record.slug_ar == NEW["ar"]


@BESIDE_PAGES
def test_so_is_what_belongs_to_a_page_by_its_address_in_another_language(client, make, name):
    make()
    with translation.override("ar"):
        response = client.get(reverse(name, args=[OLD["fr"]]))
        assert response.status_code == 301
        assert response["Location"] == iri_to_uri(reverse(name, args=[OLD["ar"]]))


def test_what_readers_do_not_have_in_the_other_language_is_found_by_no_address_of_it(client):
    ArticleFactory(live=["ar"], **slugs(OLD))
    with translation.override("ar"):
        assert client.get(reverse("share_image", args=[OLD["fr"]])).status_code == 404


def test_an_address_changed_twice_leads_to_the_last_in_one_step(client, article):
    article.slug_fr = "seconde"
    article.save()
    article.slug_fr = "troisieme"
    article.save(update_fields=["slug_fr"])
    for slug in (OLD["fr"], "seconde"):
        assert client.get(f"/fr/articles/{slug}/")["Location"] == "/fr/articles/troisieme/"


def test_a_page_may_have_its_former_address_back(client, article):
    renamed(article)
    article.slug_fr = OLD["fr"]
    article.save()
    assert client.get(f"/fr/articles/{OLD['fr']}/").status_code == 200
    response = client.get(f"/fr/articles/{NEW['fr']}/")
    assert response["Location"] == f"/fr/articles/{OLD['fr']}/"
    assert "no-cache" in response["Cache-Control"]


def test_a_working_copy_that_is_published_leaves_the_former_address(client, article, editor):
    copy = working_copies.open_copy(article, by=editor)
    copy.slug_fr = NEW["fr"]
    copy.save()
    assert client.get(f"/fr/articles/{OLD['fr']}/").status_code == 200
    working_copies.publish(copy, by=editor)
    assert client.get(f"/fr/articles/{OLD['fr']}/").status_code == 301


def test_so_does_a_change_of_many_rows_at_once(client, article):
    Article.objects.filter(slug_fr=OLD["fr"]).update(slug_fr=NEW["fr"])
    assert client.get(f"/fr/articles/{OLD['fr']}/").status_code == 301
    speaker = SpeakerFactory(slug_fr=OLD["fr"])
    speaker.slug_fr = NEW["fr"]
    Speaker.objects.bulk_update([speaker], ["slug_fr"])
    assert client.get(f"/fr/speakers/{OLD['fr']}/").status_code == 301


def test_what_readers_may_not_see_any_more_is_gone_and_what_they_never_saw_not_found(
    client, article, chief
):
    renamed(article)
    draft = renamed(ArticleFactory(slug_fr="brouillon"))
    assert FormerSlug.objects.count() == 2
    assert client.get("/fr/articles/brouillon/").status_code == 404
    article.withdraw("fr", by=chief, note="Une erreur.")
    assert client.get(f"/fr/articles/{OLD['fr']}/").status_code == 410
    # Reopened, and renamed as a draft: what readers had is still gone, at both addresses.
    article.move("fr", "draft", by=chief, note="À refaire.")
    article.slug_fr = "troisieme"
    article.save()
    for slug in (OLD["fr"], NEW["fr"], "troisieme"):
        assert client.get(f"/fr/articles/{slug}/").status_code == 410
    assert draft.slug_fr == NEW["fr"]


def test_what_waits_for_its_moment_has_had_no_reader(client):
    tomorrow = timezone.now() + timezone.timedelta(days=1)
    renamed(ArticleFactory(live=["fr", "ar"], live_at=tomorrow, **slugs(OLD)))
    assert not FormerSlug.objects.exists()


def test_nobody_else_takes_a_former_address(article, editor):
    renamed(article)
    rival = ArticleFactory(slug_fr=OLD["fr"])
    with pytest.raises(ValidationError) as refusal:
        rival.publish("fr", by=editor)
    assert "slug_fr" in refusal.value.message_dict
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticleFactory(live=["fr"], slug_fr=OLD["fr"])
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=rival.pk).update(status_fr="published", slug_fr=OLD["fr"])
    with pytest.raises(IntegrityError), transaction.atomic():
        FormerSlug.objects.create(page="article", language="fr", slug=OLD["fr"], record_key="x")


@pytest.mark.parametrize("language", ["fr", "ar"])
def test_the_desk_says_so_at_the_field_and_makes_another(client, editor, language):
    renamed(SpeakerFactory(**slugs(OLD)))
    client.force_login(editor)
    add = reverse("admin:articles_speaker_add")
    rows = {f"affiliations-{what}_FORMS": 0 for what in ("TOTAL", "INITIAL")}
    form = {f"name_{language}": "Première", f"slug_{language}": OLD[language], **rows}
    page = client.post(add, form)
    assert f"slug_{language}" in page.context["adminform"].form.errors
    named = {"fr": "Première adresse", "ar": "العنوان الأول"}[language]
    assert SpeakerFactory(**{f"name_{language}": named}).said("slug", language) == (
        f"{OLD[language]}-2"
    )


def test_a_deleted_record_gives_its_addresses_free(client):
    renamed(SpeakerFactory(**slugs(OLD))).delete()
    speaker = SpeakerFactory(slug_fr=OLD["fr"])
    speaker.slug_fr = "autre"
    speaker.save()
    assert client.get(f"/fr/speakers/{OLD['fr']}/")["Location"] == "/fr/speakers/autre/"


def test_every_kind_of_page_keeps_its_addresses():
    urls = import_module("articles.urls").urlpatterns
    names = {one.name for one in urls if "<words:slug>" in str(one.pattern)}
    assert names == {
        *("article", "event", "speaker", "organization", "source", "topic"),
        *("event_feed", "speaker_feed", "organization_feed", "topic_feed"),
        *("event_calendar", "share_image"),
        "page",  # tests/views/test_site_pages.py::test_a_former_address_leads_on
        *("article_paper", "live_part", "live_entry", "kit", "kit_selection"),
    }


@pytest.mark.parametrize("below", [".pdf", "/live/", "/live/1/"])
def test_what_hangs_on_an_article_leads_on_with_it(client, below):
    article = ArticleFactory(live=["fr"], slug_fr="ancien")
    article.slug_fr = "nouveau"
    article.save()
    answer = client.get(f"/fr/articles/ancien{below}")
    assert answer.status_code == 301
    assert answer.url.startswith("/fr/articles/nouveau")


def test_a_media_kit_leads_on_with_its_archive(client):
    kit = MediaKitFactory(live=["fr"], slug_fr="ancien")
    kit.slug_fr = "nouveau"
    kit.save()
    assert client.get("/fr/press/kits/ancien/").url == "/fr/press/kits/nouveau/"
    archive = client.get("/fr/press/kits/ancien/selection.zip?all=1")
    assert archive.url == "/fr/press/kits/nouveau/selection.zip"
