"""A WordPress site is brought in with its dates, names, topics, pictures and addresses."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.models import Article, FormerAddress, Image, Topic
from tests.conftest import member_of
from tests.pictures.files import jpeg
from tests.wire.wordpress import attachment, export, post

pytestmark = pytest.mark.django_db

FRENCH = """Le ministre de l’Eau a présenté dimanche le programme des barrages du Nord du pays.

<!-- wp:paragraph --><p>Il coûtera deux milliards.</p><!-- /wp:paragraph -->

[caption id="x"]<img src="https://journal.example/a.jpg">Le barrage[/caption]
<script>alert(1)</script>"""
ARABIC = "قدم وزير الماء يوم الأحد برنامج سدود الشمال الذي سيوفر الماء لمليوني شخص."
THEN = datetime(2019, 5, 12, 10, tzinfo=UTC)


@pytest.fixture
def bring(tmp_path, editor, capsys):
    def brought(*items, **options):
        file = tmp_path / "export.xml"
        data = items[0] if items and isinstance(items[0], bytes) else export(*items).encode()
        file.write_bytes(data)
        call_command("import_wordpress", str(file), **{"by": editor.username} | options)
        return capsys.readouterr().out

    return brought


def test_a_published_post_is_published_on_its_day_with_its_author_and_topic(bring, client):
    said = bring(post(7, "Les barrages du Nord", FRENCH, excerpt="Un programme"))
    article = Article.objects.get()
    assert article.headline_fr == "Les barrages du Nord"
    assert article.standfirst_fr == "Un programme"
    assert article.published_at_fr == THEN
    assert article.byline_in("fr") == "Salma Idrissi"
    assert [one.name_fr for one in article.topics.all()] == ["Économie"]
    assert article.body_fr.count("<p>") == 2
    for word in ("script", "alert", "wp:", "[caption", "img"):
        assert word not in article.body_fr
    assert "published 1" in said
    assert client.get(article.url_in("fr")).status_code == 200


def test_the_old_address_leads_to_the_article(bring, client):
    bring(post(7, "Les barrages du Nord", FRENCH, path="/2019/05/12/barrages/"),
          post(8, "سدود الشمال", ARABIC, path="/2019/05/12/%D8%B3%D8%AF%D9%88%D8%AF/"))  # fmt: skip
    french = Article.objects.get(headline_fr="Les barrages du Nord")
    for old in ("/2019/05/12/barrages/", "/2019/05/12/barrages"):
        answer = client.get(old)
        assert (answer.status_code, answer["Location"]) == (301, french.url_in("fr"))
    arabic = Article.objects.get(headline_ar="سدود الشمال")
    assert client.get("/2019/05/12/سدود/")["Location"] == arabic.url_in("ar")
    assert client.get("/2019/05/12/autre/").status_code == 404


def test_the_old_address_of_what_was_taken_back_leads_nowhere(bring, client, chief):
    bring(post(7, "Les barrages du Nord", FRENCH))
    Article.objects.get().withdraw("fr", by=chief, note="faux")
    assert client.get("/2019/05/12/texte-7/").status_code == 404


@pytest.mark.parametrize("status", ["draft", "pending", "private", "future"])
def test_what_was_no_page_of_readers_stays_a_draft(bring, client, status):
    bring(post(7, "Les barrages du Nord", FRENCH, status=status, at="0000-00-00 00:00:00"))
    article = Article.objects.get()
    assert article.status_fr == "draft"
    assert not FormerAddress.objects.exists()


def test_trash_pages_and_texts_in_other_languages_are_left_out_and_said(bring):
    english = "The minister of water said on Sunday that the dams of the north are full and ready."
    said = bring(post(1, "Corbeille", FRENCH, status="trash"), post(2, "À propos", "x", kind="page"),
                 post(3, "Dams", english))  # fmt: skip
    assert not Article.objects.exists()
    assert "left out 2" in said
    assert "page" in said
    assert "Dams" in said


def test_a_second_run_makes_nothing_twice_and_leaves_what_was_edited(bring):
    items = post(7, "Les barrages", FRENCH), post(8, "سدود الشمال", ARABIC, category="اقتصاد")
    bring(*items)
    Article.objects.filter(headline_fr="Les barrages").update(headline_fr="Corrigé")
    counts = [one.objects.count() for one in (Article, Topic, FormerAddress)]
    assert "known 2" in bring(*items)
    assert [one.objects.count() for one in (Article, Topic, FormerAddress)] == counts
    assert Article.objects.filter(headline_fr="Corrigé").exists()


def test_a_dry_run_says_what_there_is_and_writes_nothing(bring):
    said = bring(
        post(7, "Les barrages", FRENCH), post(8, "B", FRENCH, status="draft"), dry_run=True
    )
    assert "draft 1, published 1" in said
    assert not Article.objects.exists()
    assert not Topic.objects.exists()


def test_two_translations_are_one_article(bring):
    group = ("post_translations", "pll_1")
    bring(post(7, "Les barrages", FRENCH, terms=[("language", "fr"), group]),
          post(8, "السدود", ARABIC, terms=[("language", "ar"), group]))  # fmt: skip
    article = Article.objects.get()
    assert (article.headline_fr, article.headline_ar) == ("Les barrages", "السدود")
    assert (article.status_fr, article.status_ar) == ("published", "published")
    assert article.original_language == "fr"


def test_a_picture_is_brought_in_where_its_address_answers(bring, partner):
    partner.has("/photo.jpg", jpeg())
    said = bring(
        post(7, "Les barrages", FRENCH, meta=[("_thumbnail_id", "90")]),
        post(8, "Le port", FRENCH, meta=[("_thumbnail_id", "91")]),
        post(9, "La mer", FRENCH, meta=[("_thumbnail_id", "92")]),
        post(10, "Encore", FRENCH, meta=[("_thumbnail_id", "90")]),
        attachment(90, f"{partner.base}/photo.jpg", "Un barrage"),
        attachment(91, f"{partner.base}/perdue.jpg"),
        attachment(92, "http://169.254.169.254/photo.jpg"),
    )
    image = Image.objects.get()
    assert image.alt_fr == "Un barrage"
    assert Article.objects.filter(lead_image=image).count() == 2
    assert "perdue.jpg" in said
    assert "169.254.169.254" in said
    assert Article.objects.count() == 4


def test_a_broken_post_stops_no_other(bring):
    bring(post(1, "", ""), post(2, "Titre seul", ""), post(3, "A" * 5000, FRENCH, at="9999-99-99 00:00:00"),
          post(4, "Les barrages", FRENCH, at="0001-01-01 00:00:00"), post(5, "Le port", FRENCH))  # fmt: skip
    assert Article.objects.get(headline_fr="Le port").status_fr == "published"
    assert Article.objects.get(headline_fr="Les barrages").status_fr == "draft"


def test_signs_that_no_xml_may_have_are_passed_over(bring):
    bring(export(post(7, "Les \x0bbarrages\x08", FRENCH)).encode())
    assert Article.objects.get().headline_fr == "Les barrages"


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"<rss><channel><item>", b'<!DOCTYPE r [<!ENTITY a "b">]><rss>&a;</rss>',
             b'<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss>&a;</rss>'],
)  # fmt: skip
def test_what_is_no_export_is_refused_in_a_sentence(bring, data):
    with pytest.raises(CommandError):
        bring(data)
    assert not Article.objects.exists()


def test_it_is_brought_in_by_somebody_who_may_publish(bring):
    for name in (None, "personne", member_of("reporter").username):
        with pytest.raises(CommandError):
            bring(post(7, "Les barrages", FRENCH), by=name)
