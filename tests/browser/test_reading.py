"""With a script: the same paragraph in the other language, copied quotations, saved articles."""

import re

import pytest
from playwright.sync_api import expect

from articles.models import Article, Status
from tests.factories import ArticleFactory, EventFactory, ImageFactory

from .test_pages import LANGUAGES, address

pytestmark = [pytest.mark.browser, pytest.mark.page_scripts, pytest.mark.usefixtures("cairo")]

OTHER = {"fr": "ar", "ar": "fr"}


def top_paragraph(page):
    """The number of the paragraph at the top of the window."""
    return page.evaluate(
        "+[...document.querySelectorAll('.body > [id]')]"
        ".find(one => one.getBoundingClientRect().bottom > 40).id.slice(1)"
    )


def scroll_to(page, name):
    page.evaluate(f"document.getElementById('{name}').scrollIntoView()")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_switcher_leads_to_the_same_paragraph(page, complaints, language):
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(address("article", language))
    scroll_to(page, "p6")
    page.eval_on_selector(".edition-switcher a", "link => link.click()")
    page.wait_for_url(f"**/{OTHER[language]}/**#p6")
    assert top_paragraph(page) == 6
    assert complaints == []


def test_from_the_top_it_leads_to_the_top(page):
    page.goto(address("article", "fr"))
    page.locator(".edition-switcher a").click()
    page.wait_for_url("**/ar/**")
    assert "#" not in page.url
    assert page.evaluate("scrollY") == 0


def test_a_shorter_translation_opens_at_its_last_paragraph(page):
    article = ArticleFactory(
        live=["fr", "ar"],
        body_fr="".join(f"<p>Paragraphe {n}. {'Du texte. ' * 60}</p>" for n in range(9)),
        body_ar="".join(f"<p>الفقرة {n}. {'كلام كثير. ' * 60}</p>" for n in range(4)),
    )
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(article.url_in("fr"))
    scroll_to(page, "p8")
    page.eval_on_selector(".edition-switcher a", "link => link.click()")
    page.wait_for_url("**/ar/**")
    page.wait_for_function("() => scrollY > 0")
    assert top_paragraph(page) == 4


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("fr", r"« le Pacte Mondial .* »\n— Mohammed VI, Roi du Maroc, Deuxième examen"),
        ("ar", r"«.*الميثاق العالمي.*»\n— .*، .*، الاستعراض الإقليمي"),
    ],
)
def test_a_quotation_is_copied_with_its_credit(page, complaints, live_server, language, words):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address("article", language))
    quote = page.locator(".pull-quote.direct").first
    quote.get_by_role("button").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.match(words, copied), copied
    assert copied.endswith(address("article", language))
    assert complaints == []


def test_reported_words_are_copied_without_quotation_marks(page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address("article", "fr"))
    reported = page.locator(".pull-quote.reported").first
    reported.get_by_role("button", name="Copier ces propos").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    assert "«" not in page.evaluate("navigator.clipboard.readText()").split("\n—")[0]


@pytest.fixture
def illustrated(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    article = Article.objects.get(key="cairo-plenary-report")
    article.lead_image = ImageFactory()
    article.save()
    article.lead_image.make_renditions()
    return article


def wait_until(page, asked):
    """Wait for what a page answers later; Playwright's own waiting takes a promise for a yes."""
    page.evaluate(
        "async () => {"
        "  const end = Date.now() + 15_000;"
        f"  while (!(await ({asked})())) {{"
        "    if (Date.now() > end) throw new Error('Waited in vain.');"
        "    await new Promise((done) => setTimeout(done, 50));"
        "  }"
        "}"
    )


def kept(cache):
    """What a browser keeps under a name, for ``wait_until``."""
    return f"(await (await caches.open('newsroom-{cache}')).keys())"


def wait_for_saved(page, number):
    wait_until(page, f"async () => {kept('pages')}.length === {number}")


@pytest.fixture
def saved(page, settings, live_server):
    """An article that a reader has saved, in a language; then the network goes."""
    settings.SITE_URL = live_server.url

    def save(language):
        page.goto(address("article", language))
        button = page.locator("[data-save]")
        button.click()
        expect(button).to_have_text(button.get_attribute("data-on"))
        page.wait_for_function("() => navigator.serviceWorker.controller")
        wait_for_saved(page, 1)
        return page

    yield save
    page.context.set_offline(False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_saved_article_is_read_without_a_network(saved, language):
    page = saved(language)
    page.context.set_offline(True)
    page.goto(f"/{language}/saved/")
    link = page.locator("#saved a")
    headline = link.inner_text()
    link.click()
    assert page.locator("h1").inner_text().strip() == headline
    assert page.locator("html").get_attribute("lang") == language
    faces = page.evaluate("getComputedStyle(document.querySelector('h1')).fontWeight")
    assert faces == "600"


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_page_says_that_there_is_no_network_and_what_is_saved(saved, language):
    page = saved(language)
    page.context.set_offline(True)
    page.goto(f"/{language}/topics/")
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").inner_text() in {"Pas de réseau", "لا يوجد اتصال بالشبكة"}
    expect(page.locator("#saved a")).to_have_count(1)


def test_what_the_newsroom_withdraws_leaves_the_device(saved):
    page = saved("fr")
    Article.objects.filter(key="cairo-plenary-report").update(status_fr=Status.WITHDRAWN)
    page.goto("/fr/saved/")
    wait_for_saved(page, 0)
    expect(page.locator("#nothing-saved")).to_be_visible()


def test_opening_a_withdrawn_article_removes_it_too(saved):
    page = saved("fr")
    path = address("article", "fr")
    Article.objects.filter(key="cairo-plenary-report").update(status_fr=Status.WITHDRAWN)
    page.goto(path)
    assert page.locator("h1").inner_text() == "Cet article a été retiré"
    wait_for_saved(page, 0)


def test_a_saved_article_is_read_under_the_address_that_a_network_passed_on(saved):
    page = saved("fr")
    page.context.set_offline(True)
    page.goto(f"{address('article', 'fr')}?utm_source=lettre&fbclid=x")
    assert page.locator("article.article h1").count() == 1


@pytest.mark.parametrize("way", ["opened", "listed"])
def test_a_saved_article_is_the_newest_seen_also_at_its_new_address(saved, way):
    page = saved("fr")
    old = address("article", "fr")
    article = Article.objects.get(key="cairo-plenary-report")
    article.slug_fr, article.headline_fr = "corrige", "Titre corrigé"
    article.save()
    page.goto(old if way == "opened" else "/fr/saved/")
    expect(page.locator("h1, #saved a").get_by_text("Titre corrigé").last).to_be_visible()
    wait_until(page, f"async () => {kept('pages')}.every(one => one.url.endsWith('/corrige/'))")
    page.context.set_offline(True)
    page.goto("/fr/saved/")
    page.locator("#saved a").click()
    expect(page.locator("article.article h1")).to_have_text("Titre corrigé")


@pytest.mark.parametrize("way", ["opened", "listed"])
def test_a_saved_article_has_the_picture_that_was_put_in_place_of_another(saved, illustrated, way):
    page = saved("fr")
    illustrated.lead_image = ImageFactory(file__color="navy")
    illustrated.lead_image.make_renditions()
    illustrated.save()
    page.goto(illustrated.url_in("fr") if way == "opened" else "/fr/saved/")
    new = illustrated.lead_image.shown("lead").src.rsplit("/", 1)[0]
    wait_until(page, f"async () => {kept('files')}.some(one => one.url.includes('{new}'))")
    page.context.set_offline(True)
    page.goto(illustrated.url_in("fr"))
    page.wait_for_function(
        "() => { const one = document.querySelector('.lead-picture img');"
        " return one.complete && one.naturalWidth > 0; }"
    )


def test_a_reader_takes_an_article_from_the_list(saved):
    page = saved("ar")
    page.goto("/fr/saved/")
    item = page.locator("#saved li")
    assert item.get_attribute("dir") == "rtl"
    item.get_by_role("button").click()
    expect(page.locator("#nothing-saved")).to_be_visible()


def test_the_desk_is_never_kept(saved):
    page = saved("fr")
    page.goto("/admin/login/")
    kept = page.evaluate(
        "caches.keys().then(names => Promise.all(names.map(name => caches.open(name)"
        ".then(one => one.keys())))).then(all => all.flat().map(one => new URL(one.url).pathname))"
    )
    assert kept
    assert not [path for path in kept if path.startswith("/admin")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phone_shows_the_calendar_as_a_list_of_days(page, language):
    EventFactory(name_fr="Sommet", name_ar="قمة")
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"/{language}/events/2024/7/")
    days = page.locator(".month td:visible")
    assert days.count() == 2
    assert days.first.locator(".weekday").is_visible()
    first, second = days.first.bounding_box(), days.last.bounding_box()
    assert second["y"] >= first["y"] + first["height"]
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.locator(".month th").first.is_visible()
    edges = [page.locator(".month th").nth(n).bounding_box()["x"] for n in (0, 6)]
    assert (edges[0] < edges[1]) == (language == "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_has_the_text_its_credits_and_its_address_and_no_menus(page, language):
    page.goto(address("article", language))
    assert not page.locator(".printed-from").is_visible()
    page.emulate_media(media="print")
    for shown in ("h1", ".body", "footer.source", ".printed-from", ".pull-quote cite"):
        assert page.locator(shown).first.is_visible(), shown
    for hidden in ("nav", ".share", "button", ".footer", ".skip-link", ".map"):
        for one in page.locator(hidden).all():
            assert not one.is_visible(), hidden
