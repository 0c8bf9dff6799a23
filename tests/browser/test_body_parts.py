"""What stands in a body beside paragraphs, written in the editor by hand and by Markdown's signs."""

import pytest
from django.urls import reverse

from articles.models import Article
from tests.browser.at_desk import LANGUAGES, press
from tests.factories import ArticleFactory, ImageFactory, QuoteFactory, SpeakerFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

NAMED = {
    "fr": ("Vidéo ou publication d’un autre site", "Insérer", "raccourcie"),
    "ar": ("فيديو أو منشور من موقع آخر", "إدراج", "مختصر"),
}

FOUND = {
    "fr": ("Lien vers une page de la rédaction", "Image de la médiathèque"),
    "ar": ("رابط إلى صفحة من صفحات هيئة التحرير", "صورة من المكتبة"),
}


def opened(browser, language, **fields):
    article = ArticleFactory(**fields)
    page = browser("editor", language)
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    page.wait_for_load_state("load")
    editor = page.locator(f"[data-text={language}] .ProseMirror.tiptap").first
    editor.wait_for()
    return article, page, editor


@LANGUAGES
def test_a_video_is_put_in_by_its_address_and_a_shortened_one_is_refused(browser, language):
    column = f"body_{language}"
    article, page, editor = opened(browser, language, **{column: "<p>x</p>"})
    button, insert, shortened = NAMED[language]
    editor.click()
    page.locator(f"[data-text={language}] button[title='{button}']").click()
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=href]").fill("https://bit.ly/3abc")
    dialog.locator("[name=title]").fill("La séance filmée")
    dialog.get_by_role("button", name=insert, exact=True).click()
    dialog.get_by_text(shortened).wait_for()
    dialog.locator("[name=href]").fill("https://youtu.be/dQw4w9WgXcQ?si=abc")
    dialog.get_by_role("button", name=insert, exact=True).click()
    editor.locator("figure.embed").wait_for()
    press(page)
    saved = getattr(Article.with_copies.get(pk=article.pk), column)
    assert (
        '<figure class="embed"><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">'
        "La séance filmée</a></figure>"
    ) in saved


@LANGUAGES
def test_a_page_and_a_picture_are_found_by_their_names_and_put_in(browser, language):
    speaker = SpeakerFactory(name_fr="Salma Jaziri", name_ar="سلمى الجزيري")
    ArticleFactory(live=["fr", "ar"]).quotes.create(speaker=speaker)
    picture = ImageFactory(caption_fr="Le port", caption_ar="الميناء")
    column = f"body_{language}"
    article, page, editor = opened(browser, language, **{column: "<p>x</p>"})
    link, image = FOUND[language]
    editor.click()
    page.locator(f"[data-text={language}] button[title='{link}']").click()
    dialog = page.locator("dialog[open]")
    name = speaker.said("name", language)
    dialog.locator("input").fill(name)
    dialog.get_by_role("button", name=name).click()
    editor.get_by_role("link", name=name).wait_for()
    page.locator(f"[data-text={language}] button[title='{image}']").click()
    # Those that came last are shown before anything is typed.
    dialog.locator(".pictures-to-choose button").first.click()
    editor.locator("figure.image figcaption").wait_for()
    press(page)
    saved = getattr(Article.with_copies.get(pk=article.pk), column)
    assert f'{speaker.url_in(language)}">{name}</a>' in saved
    assert f'data-image="{picture.key}"' in saved


def test_signs_of_markdown_make_headings_lists_and_quotations(browser):
    _article, page, editor = opened(browser, "fr", body_fr="")
    editor.click()
    for typed in ("## Un intertitre", "Un paragraphe.", "- premier"):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("> une citation")
    html = editor.inner_html()
    assert "<h2>Un intertitre</h2>" in html
    assert "<li><p>premier</p></li>" in html
    assert "<blockquote><p>une citation</p></blockquote>" in html


def test_a_reader_loads_a_video_only_by_asking_for_it(browser):
    article = ArticleFactory(
        live=["fr"],
        body_fr='<figure class="embed"><a href="https://vimeo.com/76979871">Le film</a></figure>',
    )
    page = browser()
    asked = []
    page.route("https://player.vimeo.com/**", lambda route: (asked.append(1), route.abort()))
    page.goto(article.url_in("fr"))
    page.wait_for_load_state("load")
    play = page.get_by_role("button", name="La lire ici")
    play.wait_for()
    assert asked == []
    play.click()
    assert page.locator("iframe").get_attribute("title") == "Le film"
    assert len(asked) == 1


def content(editor, html=None):
    """What a text is now; or let it be this, with the cursor in it."""
    if html is None:
        return editor.evaluate("one => one.editor.getHTML()")
    return editor.evaluate("(one, html) => one.editor.chain().setContent(html).focus().run()", html)


FILM = '<figure class="embed"><a href="https://vimeo.com/76979871">Le film</a></figure>'
PICTURE = '<figure class="image" data-image="abc"><figcaption>Le port</figcaption></figure>'


def press_slowly(page, *keys):
    """As somebody does who looks where the cursor goes."""
    for key in keys:
        page.keyboard.press(key)
        page.wait_for_timeout(100)


def test_one_goes_on_writing_below_a_video_that_was_just_put_in(browser):
    _article, page, editor = opened(browser, "fr", body_fr="<p>Avant.</p>")
    editor.click()
    press_slowly(page, "Control+End")
    page.locator(f"[data-text=fr] button[title='{NAMED['fr'][0]}']").click()
    dialog = page.locator("dialog[open]")
    dialog.locator("[name=href]").fill("https://vimeo.com/76979871")
    dialog.locator("[name=title]").fill("Le film")
    dialog.get_by_role("button", name="Insérer", exact=True).click()
    editor.locator("figure.embed").wait_for()
    page.wait_for_timeout(100)
    page.keyboard.type("Après.")
    assert content(editor) == f"<p>Avant.</p>{FILM}<p>Après.</p>"


def test_there_is_a_line_before_and_after_whatever_stands_in_a_text(browser):
    _article, page, editor = opened(browser, "fr", body_fr="<p>x</p>")
    for block in (
        FILM,
        PICTURE,
        "<hr>",
        '<div class="box"><p>b</p></div>',
        "<blockquote><p>q</p></blockquote>",
        "<table><tbody><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>",
    ):
        content(editor, block)
        press_slowly(page, "Control+End", "ArrowDown")
        page.keyboard.type("après")
        press_slowly(page, "Control+Home", "ArrowUp")
        page.keyboard.type("avant")
        said = content(editor)
        assert said.startswith("<p>avant</p><"), said
        assert said.endswith("><p>après</p>"), said


@pytest.mark.parametrize("block", [FILM, PICTURE])
def test_enter_leaves_a_caption_and_a_click_below_begins_a_line(browser, block):
    _article, page, editor = opened(browser, "fr", body_fr="<p>x</p>")
    content(editor, block)
    press_slowly(page, "Control+End")
    page.keyboard.type("!")
    press_slowly(page, "Enter")
    page.keyboard.type("Entrée")
    assert content(editor).endswith("!</a></figure><p>Entrée</p>") or content(editor).endswith(
        "!</figcaption></figure><p>Entrée</p>"
    )
    content(editor, block)
    editor.click(position={"x": 60, "y": editor.bounding_box()["height"] - 8})
    page.keyboard.type("Clic")
    assert content(editor).endswith("</figure><p>Clic</p>")


def test_a_place_to_fill_in_is_marked_and_taken_whole(browser):
    _article, page, editor = opened(browser, "fr", body_fr="<p>[Ville, date] – Un accord.</p>")
    editor.locator(".hole").click()
    page.keyboard.type("Rabat")
    assert content(editor) == "<p>Rabat – Un accord.</p>"


def test_the_buttons_of_a_long_text_stay_below_the_navigation(browser):
    _article, page, _editor = opened(browser, "fr", body_fr="<p>Une phrase.</p>" * 60)
    page.mouse.move(400, 500)
    page.mouse.wheel(0, 1200)
    page.wait_for_timeout(300)
    menu = page.locator("[data-text=fr] .prose-menubar")
    assert menu.evaluate(
        """menu => {
            const nav = document.querySelector("#desk-nav").getBoundingClientRect();
            const box = menu.getBoundingClientRect();
            return box.top >= nav.bottom - 1 && box.top < nav.bottom + 40;
        }"""
    )


@LANGUAGES
def test_a_quotation_of_the_article_is_given_a_place_and_shows_who_said_it(browser, language):
    article = ArticleFactory(body_fr="<p>« Un pas », dit-elle.</p>", body_ar="<p>قالت: خطوة.</p>")
    speaker = SpeakerFactory(name_fr="Salma Jaziri", name_ar="سلمى الجزيري")
    quote = QuoteFactory(article=article, speaker=speaker, text_fr="Un pas", text_ar="خطوة")
    page = browser("editor", language)
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    editor = page.locator(f"[data-text={language}] .ProseMirror.tiptap").first
    editor.click()
    press_slowly(page, "Control+End")
    title = {"fr": "Citation de l’article", "ar": "قول من أقوال المقال"}[language]
    page.locator(f"[data-text={language}] button[title='{title}']").click()
    page.locator("dialog[open] .quotes-to-choose button").click()
    said = editor.locator("figure.chosen-quote")
    said.get_by_text(speaker.said("name", language)).wait_for()
    page.keyboard.type("Suite.")
    assert content(editor).endswith(
        f'<figure class="chosen-quote" data-quote="{quote.key}"></figure><p>Suite.</p>'
    )
    press(page, ".writing-bar [name=_continue]")
    page.locator("figure.chosen-quote bdi").first.wait_for()
    assert quote.key in getattr(Article.objects.get(pk=article.pk), f"body_{language}")


def test_a_quotation_of_an_article_that_is_not_saved_says_to_save_it_first(browser):
    page = browser("editor", "fr")
    page.goto(reverse("admin:articles_article_add"))
    editor = page.locator("[data-text=fr] .ProseMirror.tiptap").first
    editor.click()
    page.locator("[data-text=fr] button[title='Citation de l’article']").click()
    page.locator("dialog[open] [role=status]", has_text="enregistrez-le").wait_for()
