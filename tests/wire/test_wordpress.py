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
    assert "<figcaption>Le barrage</figcaption>" in article.body_fr
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


def test_trash_other_kinds_and_texts_in_other_languages_are_left_out_and_said(bring):
    english = "The minister of water said on Sunday that the dams of the north are full and ready."
    said = bring(post(1, "Corbeille", FRENCH, status="trash"), post(2, "À vendre", "x", kind="product"),
                 post(3, "Dams", english))  # fmt: skip
    assert not Article.objects.exists()
    assert "left out 2" in said
    assert "product" in said
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


def body_of(bring, content, *others, **options):
    said = bring(post(7, "Les barrages du Nord", f"{FRENCH}\n\n{content}", **options), *others)
    return Article.objects.get().body_fr.partition("Le barrage</figcaption></figure>")[2], said


def test_pictures_within_a_text_come_into_the_library_and_stay_where_they_were(
    bring, partner, client
):
    partner.has("/a.jpg", jpeg())
    partner.has("/b.jpg", jpeg(colour="red"))
    block = f"""<!-- wp:image {{"id":90}} --><figure class="wp-block-image"><img src="{partner.base}/a-300x200.jpg" class="wp-image-90"/>
        <figcaption>Le <em>lac</em></figcaption></figure><!-- /wp:image --><p>Avant <a href="{partner.base}/b.jpg"><img src="{partner.base}/b.jpg" alt="La digue"></a>et après.</p>"""
    pictures = attachment(90, f"{partner.base}/a.jpg", "Un lac")
    body, said = body_of(bring, block, pictures)
    first, second = Image.objects.order_by("pk")
    assert [first.alt_fr, second.alt_fr] == ["Un lac", "La digue"]
    assert body == (
        f'<figure class="image" data-image="{first.key}"><figcaption>Le <em>lac</em></figcaption></figure>'
        f'<p>Avant et après.</p><figure class="image" data-image="{second.key}"><figcaption></figcaption></figure>'
    )
    assert "a.jpg: " not in said
    page = client.get(Article.objects.get().url_in("fr")).content.decode()
    assert page.count("<figure") >= 2
    assert "Un lac" in page


def test_a_picture_that_cannot_be_had_is_said_and_its_place_waits_for_another_run(bring, partner):
    item = post(7, "Les barrages", f'{FRENCH}<p>Ici :</p><img src="{partner.base}/a.jpg">')
    assert "/a.jpg" in bring(item)
    article = Article.objects.get()
    assert 'data-image="wp-' in article.body_fr.partition("Ici :")[2]
    assert not article.body_pictures.exists()
    partner.has("/a.jpg", jpeg())
    assert "known 1" in bring(item)
    assert article.body_pictures.get().image == Image.objects.get()
    changed = Article.objects.values().get()
    bring(item)
    assert Article.objects.values().get() == changed
    assert Image.objects.count() == 1


def test_a_gallery_is_its_pictures_one_below_the_other(bring, partner):
    for name in ("a", "b", "c"):
        partner.has(f"/{name}.jpg", jpeg(colour={"a": "red", "b": "blue", "c": "green"}[name]))
    pictures = [
        attachment(at, f"{partner.base}/{name}.jpg") for at, name in ((1, "a"), (2, "b"), (3, "c"))
    ]
    body, _said = body_of(bring, '[gallery ids="2,1" columns="2"]', *pictures)
    keys = [one.key.rpartition("-")[2] for one in Image.objects.order_by("pk")]
    assert keys == ["2", "1"]
    assert body.count("<figure") == 2


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("Un.\n<b>Deux\n\nTrois</b>", "<p>Un.<br><strong>Deux</strong></p><p>Trois</p>"),
        ("<h4>Titre</h4>\nTexte", "<h3>Titre</h3><p>Texte</p>"),
        ("[vc_row][vc_column_text el=1]Texte[/vc_column_text][/vc_row]", "<p>Texte</p>"),
        ("Il a « croit [sic] » [note de l’auteur]", "<p>Il a « croit [sic] » [note de l’auteur]</p>"),
        ("<!-- wp:list --><ul><li>Un<ul><li>Deux</li></ul></li></ul><!-- /wp:list -->", "<ul><li><p>Un</p><ul><li><p>Deux</p></li></ul></li></ul>"),
        ("<!-- wp:quote --><blockquote class=\"wp-block-quote\"><p>Mot</p><cite>Elle</cite></blockquote>", "<blockquote><p>Mot</p><p>Elle</p></blockquote>"),
        ("<figure class=\"wp-block-table\"><table><thead><tr><th>Ville</th></tr></thead><tbody><tr><td>Fès</td></tr></tbody></table><figcaption>Ici</figcaption></figure>",
         "<table><tbody><tr><th><p>Ville</p></th></tr><tr><td><p>Fès</p></td></tr></tbody></table><p>Ici</p>"),
        ("https://youtu.be/dQw4w9WgXcQ", '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener">YouTube</a></figure>'),
        ("[embed]https://www.youtube.com/watch?v=dQw4w9WgXcQ[/embed]", '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener">YouTube</a></figure>'),
        ('<iframe src="//www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe>', '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ" rel="noopener">YouTube</a></figure>'),
        ("<!-- wp:separator --><hr class=\"x\"/><!-- /wp:separator -->Fin<!--more-->", "<hr><p>Fin</p>"),
        ('<p style="color:red">Un <font color=red>mot</font> <a href="javascript:alert(1)">ici</a></p>', "<p>Un mot ici</p>"),
        ('<!-- wp:block {"ref":55} /-->', "<p>Commun</p>"),
    ],
)  # fmt: skip
def test_what_stands_in_a_post_is_what_the_editor_here_writes(bring, content, body):
    shared = post(55, "Bloc", "<p>Commun</p>", kind="wp_block")
    found, _said = body_of(bring, content, shared)
    assert found.replace(' rel="noopener"', "") == body.replace(' rel="noopener"', "")


def test_codes_that_put_a_program_on_the_page_are_left_out_and_counted(bring):
    body, said = body_of(bring, 'Un [contact-form-7 id="3"] et [bouton lien="x"]deux[/bouton].')
    assert body == "<p>Un  et deux.</p>"
    for name in ("[contact-form-7]", "[bouton]"):
        assert f"{name} (1)" in said


def test_tags_are_topics_and_one_post_that_fails_takes_none_with_it(bring):
    tags = [("post_tag", "eau")]
    bring(post(7, "Les barrages", FRENCH, terms=tags))
    assert {one.name_fr for one in Article.objects.get().topics.all()} == {"Économie", "eau"}


def test_a_page_is_a_draft_until_somebody_looked_at_it(bring, client):
    bring(post(7, "À propos du journal", FRENCH, kind="page", path="/a-propos/", category=""))
    article = Article.objects.get()
    assert article.status_fr == "draft"
    assert client.get("/a-propos/").status_code == 404


def test_what_had_a_password_there_is_no_article_of_readers(bring, client):
    said = bring(post(7, "Les barrages", FRENCH, password="abc"))
    assert Article.objects.get().status_fr == "draft"
    assert "mot de passe" in said
    assert client.get("/2019/05/12/texte-7/").status_code == 404


def test_an_address_that_it_had_before_leads_to_it_too(bring, client):
    bring(
        post(
            7,
            "Les barrages",
            FRENCH,
            meta=[("_wp_old_slug", "ancien"), ("_wp_old_slug", "premier")],
        )
    )
    for name in ("texte-7", "ancien", "premier"):
        assert client.get(f"/2019/05/12/{name}/").status_code == 301


def test_what_was_to_be_published_later_says_when(bring):
    said = bring(post(7, "Les barrages", FRENCH, status="future", at="2031-05-12 10:00:00"))
    assert "2031" in said


def test_each_text_that_is_left_out_is_named_and_a_dry_run_says_the_same(bring):
    items = (post(1, "Corbeille", FRENCH, status="trash"), post(2, "Sans texte", "<p></p>", excerpt="x"),
             post(3, "Les barrages", FRENCH))  # fmt: skip
    before = bring(*items, dry_run=True)
    assert "Corbeille" in before
    assert before == bring(*items, no_pictures=True)
    assert "draft 1, left out 1, published 1" in before


def test_a_feed_is_no_export(bring):
    feed = b"<rss><channel><title>Fil</title><item><title>Un</title><description>Deux</description></item></channel></rss>"
    with pytest.raises(CommandError, match="WordPress"):
        bring(feed)


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
