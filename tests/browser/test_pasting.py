"""What is pasted into an editor looks as it did where it was copied, and is nothing else."""

import pytest
from django.urls import reverse

from tests.browser.at_desk import LANGUAGES
from tests.browser.clipboards import MORE, PLAIN
from tests.browser.remarks import ADDED, DELETED, LINKS, WEIGHTS, WITH_REMARKS
from tests.factories import ArticleFactory

pytestmark = [
    pytest.mark.browser,
    pytest.mark.page_scripts,
    pytest.mark.django_db(transaction=True),
]

DOCS = '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">{}</b>'
SPAN = '<span style="font-size:11pt;{}">{}</span>'
WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal{{margin:0}}"
    "</style></head><body><!--StartFragment-->{}<!--EndFragment--></body></html>"
)
ITEM = (
    "<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level{level} lfo1'>"
    "<span style='mso-list:Ignore'>{sign}<span>&nbsp; </span></span>{text}<o:p></o:p></p>"
)


def docs(*parts):
    return DOCS.format("".join(parts))


def word(*parts):
    return WORD.format("".join(parts))


def item(text, sign="·", level=1):
    return ITEM.format(text=text, sign=sign, level=level)


CLIPBOARDS = {
    "Google Docs": (
        docs(
            f'<p dir="ltr" style="line-height:1.38;">{SPAN.format("font-weight:400", "Le ")}'
            f"{SPAN.format('font-weight:700;font-style:italic', 'Maroc')}</p>"
        ),
        '<p dir="ltr">Le <em><strong>Maroc</strong></em></p>',
    ),
    "Google Docs, nothing bold": (
        docs(f"<p>{SPAN.format('font-weight:400;font-style:normal', 'Le Maroc')}</p>"),
        "<p>Le Maroc</p>",
    ),
    "Google Docs, headings": (
        docs(
            f"<h1>{SPAN.format('font-weight:400', 'Un')}</h1>",
            f"<h3>{SPAN.format('font-weight:700', 'Deux')}</h3><h4>Trois</h4>",
        ),
        "<h2>Un</h2><h3>Deux</h3><h3>Trois</h3>",
    ),
    "Google Docs, nested lists beside their item": (
        docs("<ul><li><p>Un</p></li><ul><li><p>Deux</p></li></ul></ul>"),
        "<ul><li><p>Un</p><ul><li><p>Deux</p></li></ul></li></ul>",
    ),
    "Google Docs, breaks between paragraphs": (
        docs("<p>Un</p><br><p>Deux</p>"),
        "<p>Un</p><p>Deux</p>",
    ),
    "Google Docs, raised and lowered": (
        docs(
            f"<p>m{SPAN.format('vertical-align:super', '2')} "
            f"CO{SPAN.format('vertical-align:sub', '2')}</p>"
        ),
        "<p>m<sup>2</sup> CO<sub>2</sub></p>",
    ),
    "Google Docs, struck out": (
        docs(f"<p>{SPAN.format('text-decoration:line-through', 'non')}</p>"),
        "<p><s>non</s></p>",
    ),
    "Google Docs, a link that is underlined": (
        docs(
            '<p><a href="https://un.org/" style="text-decoration:none;">'
            f"{SPAN.format('text-decoration:underline', 'ONU')}</a></p>"
        ),
        '<p><a href="https://un.org/">ONU</a></p>',
    ),
    "Google Docs, Arabic": (
        docs(f'<p dir="rtl">{SPAN.format("font-weight:700", "المغرب")}</p>'),
        '<p dir="rtl"><strong>المغرب</strong></p>',
    ),
    "Word": (
        word("<p class=MsoNormal>Le <b>Maroc</b> et <i>Rabat</i><o:p></o:p></p>"),
        "<p>Le <b>Maroc</b> et <i>Rabat</i></p>",
    ),
    "Word, a list": (
        word("<p class=MsoNormal>Avant</p>", item("Un"), item("Deux"), "<p>Après</p>"),
        "<p>Avant</p><ul><li>Un</li><li>Deux</li></ul><p>Après</p>",
    ),
    "Word, numbers": (
        word(item("Un", "1."), item("Deux", "2.")),
        "<ol><li>Un</li><li>Deux</li></ol>",
    ),
    "Word, Arabic numbers": (
        word(item("واحد", "١)"), item("اثنان", "٢)")),
        "<ol><li>واحد</li><li>اثنان</li></ol>",
    ),
    "Word, letters": (word(item("Un", "a)")), "<ol><li>Un</li></ol>"),
    "Word, a list in a list": (
        word(item("Un"), item("Deux", "o", 2), item("Trois")),
        "<ul><li>Un<ul><li>Deux</li></ul></li><li>Trois</li></ul>",
    ),
    "Word, two lists": (
        word(item("Un"), "<p>Entre</p>", item("Deux")),
        "<ul><li>Un</li></ul><p>Entre</p><ul><li>Deux</li></ul>",
    ),
    "Word, headings by class": (
        word("<p class=MsoTitle>Un</p><p class=MsoHeading3>Deux</p><h1>Trois</h1>"),
        "<h2>Un</h2><h3>Deux</h3><h2>Trois</h2>",
    ),
    "Word, empty paragraphs": (
        word("<p class=MsoNormal>Un</p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p>Deux</p>"),
        "<p>Un</p><p>Deux</p>",
    ),
    "Word, conditional comments": (
        word("<!--[if !supportLists]--><p>Un</p><!--[endif]-->"),
        "<p>Un</p>",
    ),
    "Word on the web": (
        (
            '<div><p style="font-style:normal;font-weight:normal"><span data-contrast="auto" '
            'style="font-weight:bold">Un</span><span data-ccp-props="{}">&nbsp;</span></p></div>'
        ),
        "<p><strong>Un</strong>&nbsp;</p>",
    ),
    "Word, a table": (
        word("<table><tr><td style='width:10pt'><p>Un</p></td><td><p></p></td></tr></table>"),
        "<table><tbody><tr><td><p>Un</p></td><td><p></p></td></tr></tbody></table>",
    ),
    "LibreOffice": (
        (
            '<p style="margin-bottom: 0.25cm"><font face="Liberation Serif"><b>Un</b></font></p>'
            "<ul><li><p>Deux</p></li></ul><p><br/></p>"
        ),
        "<p><b>Un</b></p><ul><li><p>Deux</p></li></ul>",
    ),
    "Apple Pages": (
        (
            '<p class="p1"><span class="s1" style="font-weight: bold">Un</span></p>'
            '<p class="p2"><br></p>'
        ),
        "<p><strong>Un</strong></p>",
    ),
    "Gmail": (
        '<div dir="ltr">Un<div><br></div><div>Deux <b>gras</b></div></div>',
        "<p>Un</p><p>Deux <b>gras</b></p>",
    ),
    "Outlook": (
        (
            '<div style="font-family:Calibri"><span style="font-weight:600">Un</span></div>'
            '<div style="font-family:Calibri"><br></div><div>Deux</div>'
        ),
        "<p><strong>Un</strong></p><p>Deux</p>",
    ),
    "WhatsApp Web": (
        '<span dir="auto" class="x1"><strong class="_a">Un</strong> mot <em>là</em></span>',
        "<strong>Un</strong> mot <em>là</em>",
    ),
    "two breaks": ("Un<br><br>Deux<br>trois", "<p>Un</p><p>Deux<br>trois</p>"),
    "two breaks in a paragraph": (
        "<p>Un<br><br>Deux</p>",
        "<p>Un</p><p>Deux</p>",
    ),
    "a page of the web": (
        '<h5 class="a">Titre</h5><p style="color:red">Un <span>mot</span></p><script>x()</script>',
        "<h3>Titre</h3><p>Un mot</p>",
    ),
    "bold said of a paragraph": (
        '<p style="font-weight:bold">Un</p>',
        "<p><strong>Un</strong></p>",
    ),
    "italic undone": (
        '<i style="font-style:normal">Un</i> <em>deux</em>',
        "Un <em>deux</em>",
    ),
    "a quotation": ("<blockquote><p>Un</p></blockquote>", "<blockquote><p>Un</p></blockquote>"),
    "a picture": (
        '<p>Un<img src="data:image/png;base64,AA"></p><p><img src="https://x/a.png"></p>',
        "<p>Un</p>",
    ),
}
TIDIED = """async (html) => {
    const { tidied } = await import("/static/admin-newsroom/pasted-text.js");
    return Object.fromEntries(html.map(([name, one]) => [name, tidied(one).html]));
}"""
PASTE = """([selector, html]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    clipboardData.setData("text/plain", "plain");
    const target = document.querySelector(selector);
    target.focus();
    target.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""

PASTE_PLAIN = """([selector, text]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const target = document.querySelector(selector);
    target.focus();
    target.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def form(browser):
    def opened(language="fr"):
        page = browser("editor", language)
        page.goto(reverse("admin:articles_article_change", args=[ArticleFactory().pk]))
        page.locator(".prose-menubar").first.wait_for()
        return page

    return opened


def test_each_programs_clipboard_becomes_what_it_looked_like(form, complaints):
    clipboards = CLIPBOARDS | MORE | WEIGHTS
    asked = [[name, html] for name, (html, _meant) in clipboards.items()]
    found = form().evaluate(TIDIED, asked)
    wrong = {
        name: (found[name], meant)
        for name, (_html, meant) in clipboards.items()
        if found[name] != meant
    }
    assert wrong == {}
    assert complaints == []


def test_comments_are_left_out_and_changes_are_taken_as_made(form, complaints):
    found = form().evaluate(
        """async (html) => {
            const { tidied } = await import("/static/admin-newsroom/pasted-text.js");
            return Object.fromEntries(html.map(([name, one]) => {
                const { html, comments, hasChanges } = tidied(one);
                return [name, [html, comments, hasChanges]];
            }));
        }""",
        [[name, html] for name, (html, *_meant) in WITH_REMARKS.items()],
    )
    wrong = {
        name: (found[name], meant)
        for name, (_html, *meant) in WITH_REMARKS.items()
        if found[name] != meant
    }
    assert wrong == {}
    assert complaints == []


def test_a_link_leads_where_it_says_and_not_by_somebody_elses_address(form):
    asked = [[address, f'<a href="{address}">mot</a>'] for address in LINKS]
    found = form().evaluate(
        """async (html) => {
            const { tidied } = await import("/static/admin-newsroom/pasted-text.js");
            return Object.fromEntries(html.map(([address, one]) => {
                const page = new DOMParser().parseFromString(tidied(one).html, "text/html");
                return [address, page.querySelector("a").getAttribute("href")];
            }));
        }""",
        asked,
    )
    assert found == LINKS


@LANGUAGES
def test_who_pastes_is_told_of_comments_and_changes(form, language, complaints):
    page = form(language)
    field = f"[name=body_{language}]"
    editor = f".prose-editor:has({field}) .ProseMirror.tiptap"
    page.locator(editor).click()
    page.keyboard.press("Control+a")
    changed = f"<p>Un {DELETED.format('ancien ')}{ADDED.format('nouveau ')}<s>mot</s></p>"
    page.evaluate(PASTE, [editor, WITH_REMARKS["Word, two comments"][0] + changed])
    page.locator(f"{editor} s").wait_for()
    value = page.locator(field).input_value()
    assert "<p>Un nouveau <s>mot</s></p>" in value
    for gone in ("[AB1]", "vérifier", "ancien"):
        assert gone not in value
    told = {
        "fr": (
            "2 commentaires ont été laissés de côté.",
            "les mots supprimés sont laissés de côté",
        ),
        "ar": ("تُرك تعليقان جانبًا.", "تُركت الكلمات المحذوفة"),
    }[language]
    note = page.locator(".pasted-note").inner_text()
    assert all(one in note for one in told), note
    assert complaints == []


def test_plain_text_has_the_paragraphs_that_its_lines_mean(form):
    found = form().evaluate(
        """async (texts) => {
            const { paragraphsOf } = await import("/static/admin-newsroom/plain-text.js");
            return Object.fromEntries(texts.map(([name, one]) => [name, paragraphsOf(one)]));
        }""",
        [[name, text] for name, (text, _meant) in PLAIN.items()],
    )
    assert found == {name: meant for name, (_text, meant) in PLAIN.items()}


def test_plain_text_is_pasted_by_its_paragraphs(form, complaints):
    page = form()
    editor = ".prose-editor:has([name=body_fr]) .ProseMirror.tiptap"
    page.locator(editor).click()
    page.keyboard.press("Control+a")
    page.evaluate(PASTE_PLAIN, [editor, PLAIN["a PDF reader"][0] + "\n\n1 < 2 <b>non</b>"])
    page.locator(f"{editor} p").nth(2).wait_for()
    said = page.locator(f"{editor} p").all_inner_texts()
    assert said == [*PLAIN["a PDF reader"][1], "1 < 2 <b>non</b>"]
    assert complaints == []


@LANGUAGES
def test_what_is_pasted_is_saved_as_it_looked_and_pictures_are_said(form, language, complaints):
    page = form(language)
    field = f"[name=body_{language}]"
    editor = f".prose-editor:has({field}) .ProseMirror.tiptap"
    page.locator(editor).click()
    page.keyboard.press("Control+a")
    html = CLIPBOARDS["Google Docs"][0] + CLIPBOARDS["Word, a list"][0] + "<p><img src='x'></p>"
    page.evaluate(PASTE, [editor, html])
    page.locator(f"{editor} ul").wait_for()
    value = page.locator(field).input_value()
    assert "Le <strong><em>Maroc</em></strong>" in value
    assert "<li><p>Deux</p></li>" in value
    assert value.count("<strong>") == 1
    said = {"fr": "Les images ne sont pas collées", "ar": "لا تُلصق الصور"}[language]
    assert said in page.locator(".pasted-note").inner_text()
    assert complaints == []
