"""The newsroom's settings and its static pages at the desk: who may, what is refused, what follows."""

import pytest
from django.urls import reverse
from lxml import html

from articles.desk.editing.duplicates import duplicate
from articles.desk.editing.working_copies import open_copy
from articles.models import Article, Image, Newsroom, RecordRevision
from articles.pictures.metadata import PictureMetadata
from articles.pictures.uploads import UploadedPicture
from tests.admin.forms import change_url, fields_of, form_of
from tests.factories import ArticleFactory, ImageFactory, TopicFactory

pytestmark = pytest.mark.django_db


def settings_url():
    return reverse("admin:articles_newsroom_change", args=[Newsroom.the_one().pk])


def opened(client):
    return form_of(client.get(settings_url()).text)


def send(client, **changed):
    return client.post(settings_url(), opened(client) | changed, follow=True)


def row(prefix, number, **columns):
    sent = {f"{prefix}-{number}-{name}": value for name, value in columns.items()}
    return sent | {f"{prefix}-TOTAL_FORMS": f"{number + 1}"}


def errors_of(page):
    return " ".join(html.fromstring(page.text).xpath("//*[contains(@class,'errorlist')]//text()"))


@pytest.fixture
def at_desk(client, chief):
    client.force_login(chief)
    return client


# Who may.


def test_the_list_is_the_form_and_it_is_always_there(at_desk):
    assert not Newsroom.objects.exists()
    page = at_desk.get(reverse("admin:articles_newsroom_changelist"), follow=True)
    assert page.status_code == 200
    assert Newsroom.objects.count() == 1
    assert "Réglages de la rédaction" in page.text


@pytest.mark.parametrize("role", ["reporter", "translator", "editor"])
def test_only_chiefs_and_administrators_have_it(client, request, role):
    client.force_login(request.getfixturevalue(role))
    assert client.get(settings_url()).status_code == 403
    assert client.post(settings_url(), {"name_fr": "Pris"}).status_code == 403
    assert "articles/newsroom/" not in client.get("/admin/").text
    assert Newsroom.the_one().name_fr is None


def test_nobody_adds_a_second_one_or_deletes_the_first(at_desk):
    assert at_desk.get(reverse("admin:articles_newsroom_add")).status_code == 403
    pk = Newsroom.the_one().pk
    delete = reverse("admin:articles_newsroom_delete", args=[pk])
    assert at_desk.post(delete, {"post": "yes"}).status_code == 403


# What is saved.


def test_what_is_saved_is_on_the_page_and_in_the_history(at_desk, client):
    page = send(at_desk, name_fr="Le Fil", name_ar="الخيط", _note="Nouveau nom")
    assert page.status_code == 200
    assert "Le Fil" in client.get("/fr/").text
    assert "الخيط" in client.get("/ar/").text
    history = at_desk.get(reverse("admin:articles_newsroom_history", args=[Newsroom.the_one().pk]))
    assert "Nouveau nom" in history.text
    assert RecordRevision.objects.filter(kind="newsroom").exists()


def test_rows_of_the_menu_and_accounts_are_saved_each_in_its_place(at_desk, client):
    send(
        at_desk,
        **row("menu", 0, spot="menu", language="fr", own_page="events", order="2"),
        **row("accounts", 0, network="x", address="https://x.com/fil", order="1"),
    )
    newsroom = Newsroom.the_one()
    assert sorted(newsroom.links.values_list("spot", "language")) == [
        ("account", ""),
        ("menu", "fr"),
    ]
    page = html.fromstring(client.get("/fr/").content)
    assert page.xpath("//nav[@class='sections']//a/@href") == ["/fr/events/"]
    # Sent once more as it is, nothing is two.
    again = send(at_desk, name_fr="Le Fil")
    assert errors_of(again) == ""
    assert newsroom.links.count() == 2
    taken = send(at_desk, **{"menu-0-DELETE": "on"})
    assert errors_of(taken) == ""
    assert newsroom.links.count() == 1


def test_a_version_of_before_comes_back_with_its_rows(at_desk):
    send(at_desk, name_fr="Avant", **row("menu", 0, spot="menu", language="fr", own_page="home"))
    first = RecordRevision.objects.filter(kind="newsroom").first()
    send(at_desk, name_fr="Après", **{"menu-0-DELETE": "on"})
    restore = reverse("admin:articles_newsroom_restore", args=[Newsroom.the_one().pk])
    at_desk.post(restore, {"number": first.number})
    newsroom = Newsroom.the_one()
    assert (newsroom.name_fr, newsroom.links.count()) == ("Avant", 1)


# What is refused.


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name_fr": "n" * 300}, "80"),
        ({"mail": "pas une adresse"}, "adresse"),
        ({"telephone": "appelez-nous"}, "chiffres"),
        (row("accounts", 0, network="x", address="javascript:alert(1)"), "URL"),
        (row("accounts", 0, network="other", address="https://a.example/"), "réseau"),
        (row("menu", 0, spot="menu", language="fr", label="Rien"), "où il mène"),
        (row("menu", 0, spot="menu", label="Un", own_page="home"), "quelle langue"),
        (row("menu", 0, spot="menu", language="fr", address="javascript:alert(1)", label="x"), "URL"),
        (row("menu", 0, spot="menu", language="fr", address="https://a.example/"), "cliquent"),
        (
            row("menu", 0, spot="menu", language="fr", own_page="home", address="https://a.example/", label="x"),
            "plusieurs",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_at_its_field(at_desk, sent, said):
    page = send(at_desk, **sent)
    assert said in errors_of(page)
    newsroom = Newsroom.the_one()
    assert (newsroom.links.count(), newsroom.mail, newsroom.telephone) == (0, "", "")


def test_the_editor_is_told_which_rows_readers_do_not_see(at_desk):
    newsroom = Newsroom.the_one()
    topic = TopicFactory(is_listed=False)
    newsroom.links.create(language="fr", topic=topic, label="Caché")
    gone = newsroom.links.create(language="fr", page=ArticleFactory(site_page="about"))
    gone.page.delete()
    page = at_desk.get(settings_url()).text
    assert "les lecteurs de cette langue n’ont pas cette page" in page
    assert "sa page a été supprimée" in page


# Static pages.


def test_a_page_goes_the_way_of_an_article_from_an_empty_form_to_its_readers(at_desk, client):
    listed = at_desk.get(reverse("admin:articles_site_pages"))
    add = f"{reverse('admin:articles_article_add')}?site_page=about"
    assert add in listed.text
    form = fields_of(at_desk.get(add).text)
    assert not [name for name in form if name.startswith(("quotes", "mentions", "event", "kind"))]
    form |= {"headline_fr": "À propos", "body_fr": "<p>Nous sommes une rédaction.</p>"}
    at_desk.post(add, form | {"_save": "1"})
    page = Article.objects.get()
    assert page.site_page == "about"
    assert client.get("/fr/about/").status_code == 404
    publish = fields_of(at_desk.get(change_url(page)).text)
    assert not [name for name in publish if name.startswith(("quotes", "mentions"))]
    assert "À propos" in at_desk.get(reverse("admin:articles_site_pages")).text
    assert "À propos" not in at_desk.get(reverse("admin:articles_article_changelist")).text


def test_one_that_is_there_once_is_not_made_twice(at_desk):
    add = f"{reverse('admin:articles_article_add')}?site_page=about"
    form = fields_of(at_desk.get(add).text) | {"headline_fr": "Encore"}
    ArticleFactory(site_page="about")
    answer = at_desk.post(add, form | {"_save": "1"}, follow=True)
    assert "Cette page existe déjà." in answer.text
    assert Article.objects.filter(site_page="about").count() == 1


def test_no_form_makes_news_of_a_page_or_a_page_of_news(at_desk):
    page, news = ArticleFactory(site_page="about"), ArticleFactory()
    for one, asked in ((page, ""), (news, "?site_page=press")):
        form = fields_of(at_desk.get(change_url(one)).text) | {"headline_fr": "Changé"}
        at_desk.post(f"{change_url(one)}{asked}", form | {"_save": "1"})
    assert {*Article.objects.values_list("headline_fr", "site_page")} == {
        ("Changé", "about"), ("Changé", ""),
    }  # fmt: skip


def test_a_working_copy_and_a_duplicate_of_a_page_are_pages(chief):
    page = ArticleFactory(site_page="about", live=["fr"])
    assert open_copy(page, by=chief).site_page == "about"
    assert duplicate(page, by=chief).site_page == "page"


def test_somebody_who_may_not_see_a_draft_does_not_hear_of_it(client, reporter):
    ArticleFactory(site_page="page", headline_fr="Secret de page")
    client.force_login(reporter)
    assert "Secret de page" not in client.get(reverse("admin:articles_site_pages")).text


def test_a_preview_is_the_page_as_readers_will_have_it(at_desk):
    page = ArticleFactory(site_page="about", headline_fr="À propos", body_fr="<p>Nous.</p>")
    seen = at_desk.get(f"/fr/preview/{page.key}/")
    assert seen.status_code == 200
    assert "site-page" in seen.text
    assert "printed-from" not in seen.text


def test_a_row_is_not_said_to_be_seen_for_the_sake_of_others_that_are(at_desk):
    newsroom = Newsroom.the_one()
    newsroom.links.create(language="ar", own_page="home")
    draft = ArticleFactory(site_page="about", live=["fr"])
    newsroom.links.create(language="ar", page=draft, label="من نحن")
    shown = html.fromstring(at_desk.get(settings_url()).text).xpath("//*[@class='not-shown']")
    assert len(shown) == 1


def test_the_form_of_a_static_page_calls_it_a_page_and_stands_under_the_pages(at_desk):
    page = ArticleFactory(site_page="about", live=["fr"])
    text = at_desk.get(change_url(page)).text
    assert "Les lecteurs voient cette page (français)" in text
    trail = html.fromstring(text).xpath("//ol[@class='breadcrumbs']//a/@href")
    assert reverse("admin:articles_site_pages") in trail
    assert reverse("admin:articles_article_changelist") not in trail
    here = html.fromstring(text).xpath("//nav[@id='desk-nav']//a[@aria-current]/@href")
    assert set(here) == {reverse("admin:articles_site_pages")}


# Its logo.


def test_the_logo_is_not_the_first_picture_that_an_article_is_offered(at_desk):
    logo, other = ImageFactory(alt_fr="Emblème"), ImageFactory(alt_fr="Un barrage")
    Newsroom.objects.filter(pk=Newsroom.the_one().pk).update(logo=logo)

    def offered(model, field, term=""):
        asked = {"app_label": "articles", "model_name": model, "field_name": field, "term": term}
        found = at_desk.get(reverse("admin:autocomplete"), asked).json()["results"]
        return {int(one["id"]) for one in found}

    assert offered("article", "lead_image") == {other.pk}
    assert offered("newsroom", "logo") == {logo.pk, other.pk}
    assert offered("article", "lead_image", "Emblème") == {logo.pk}


def test_a_wide_logo_as_high_as_is_asked_is_not_called_small():
    told = PictureMetadata()

    def remarks(*sides):
        return [*UploadedPicture(b"", "logo.png", "", told, False, sides).remarks]

    assert not remarks(600, 160)
    assert remarks(160, 160)
    assert remarks(600, 90)


def test_a_wide_picture_is_shown_whole_to_who_looks_for_it(monkeypatch):
    shapes = []
    monkeypatch.setattr(Image, "shown", lambda self, shape: shapes.append(shape))
    for width, height in ((600, 160), (900, 600)):
        Image(width=width, height=height).small  # noqa: B018 - asked for what it chooses
    assert shapes == ["logo", "card"]


# Its menu.


def test_the_rows_of_the_menu_that_is_spoken_come_first_and_name_their_language(at_desk):
    newsroom = Newsroom.the_one()
    for language in ("ar", "fr"):
        newsroom.links.create(language=language, own_page="home", spot="menu")
        newsroom.links.create(language=language, own_page="events", spot="footer")
    page = html.fromstring(at_desk.get(settings_url()).text)
    labels = [
        " ".join(one.text_content().split())
        for one in page.xpath("//div[@id='menu-group']//*[@class='inline_label']")
    ][:4]
    assert [one.split(" – ")[:2] for one in labels] == [
        ["Français", "menu"],
        ["Français", "pied de page"],
        ["Arabe", "menu"],
        ["Arabe", "pied de page"],
    ]
    choices = page.xpath("//select[@name='menu-0-language']/option/text()")
    assert choices[1:] == ["Français", "Arabe"]


@pytest.mark.parametrize("typed", [
    {"tagline_fr": "أخبار الضفتين كل يوم"},
    {"footer_note_ar": "Les textes peuvent être repris"},
])  # fmt: skip
def test_what_every_page_says_is_in_the_letters_of_its_language(at_desk, typed):
    assert "pas écrit avec les lettres de sa langue" in errors_of(send(at_desk, **typed))
    assert Newsroom.the_one().said_anyhow("tagline") == ""


def test_a_newsroom_may_be_called_in_other_letters(at_desk):
    send(at_desk, name_ar="Les Deux Rives de Rabat")
    assert Newsroom.the_one().name_ar == "Les Deux Rives de Rabat"
