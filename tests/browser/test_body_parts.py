"""What stands in a body beside paragraphs, written in the editor by hand and by Markdown's signs."""

import pytest
from django.urls import reverse

from articles.models import Article
from tests.browser.at_desk import LANGUAGES, press
from tests.factories import ArticleFactory, ImageFactory, SpeakerFactory

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
