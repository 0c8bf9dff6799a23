"""Clipboards of texts that people commented on and changed, with links that lead round a corner.

Each with what is meant by it, how many comments were in it, and whether somebody changed it.
"""

WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.MsoNormal{{margin:0}}"
    "</style></head><body><!--StartFragment-->{}<!--EndFragment--></body></html>"
)
LIBREOFFICE = (
    '<html><head><meta name="generator" content="LibreOffice 24.8.3.2 (Linux)"/></head>'
    '<body lang="fr-FR">{}</body></html>'
)
SIGN = (
    "<span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]>"
    '<a class=msocomanchor id="_anchor_{0}" href="#_msocom_{0}" language=JavaScript '
    "name=\"_msoanchor_{0}\">[AB{0}]</a><![endif]><span style='mso-special-character:comment'>"
    "&nbsp;<o:p></o:p></span></span></span>"
)
ENTRY = (
    "<div style='mso-element:comment'><![if !supportAnnotations]><div id=\"_com_{0}\" "
    "class=msocomtxt language=JavaScript><![endif]><span style='mso-comment-author:\"A B\"'>"
    '<![if !supportAnnotations]><a name="_msocom_{0}"></a><![endif]><p class=MsoCommentText>'
    "<span class=MsoCommentReference><span style='font-size:8.0pt'><span style='mso-special-"
    "character:comment'>&nbsp;<![if !supportAnnotations]><a class=msocomoff "
    'href="#_msoanchor_{0}">[AB{0}]</a><![endif]></span></span></span>{1}<o:p></o:p></p><p '
    "class=MsoCommentText>Et deux fois !</p></span><![if !supportAnnotations]></div><![endif]></div>"
)
LIST = (
    "<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff "
    'align=left size=1 width="33%"><![endif]>{}</div>'
)
DELETED = '<span class=msoDel><del cite="mailto:A%20B" datetime="2024-07-15T10:12">{}</del></span>'
ADDED = '<span class=msoIns><ins cite="mailto:A%20B" datetime="2024-07-15T10:12">{}</ins></span>'

WITH_REMARKS = {
    "Word, two comments": (
        WORD.format(
            "<p class=MsoNormal>Le ministre l’a <a style='mso-comment-reference:AB_1;mso-comment-"
            f"date:20240715T1012'>confirmé</a>{SIGN.format(1)} <b>jeudi</b>{SIGN.format(2)}.</p>"
            + LIST.format(ENTRY.format(1, "À vérifier !") + ENTRY.format(2, "Ou mercredi ?"))
        ),
        "<p>Le ministre l’a confirmé <b>jeudi</b>.</p>",
        2,
        False,
    ),
    "Word, a comment in Arabic": (
        WORD.format(
            f"<p class=MsoNormal dir=RTL>أكد الوزير{SIGN.format(1)} ذلك.</p>"
            + LIST.format(ENTRY.format(1, "للتحقق"))
        ),
        '<p dir="RTL">أكد الوزير ذلك.</p>',
        1,
        False,
    ),
    "Word, a list of comments that says nothing else": (
        (
            '<p>Un<a class="msocomanchor" href="#_msocom_1">[AB1]</a></p>'
            "<div style='mso-element:comment-list'><p>[AB1]À vérifier !</p></div>"
        ),
        "<p>Un</p>",
        1,
        False,
    ),
    "Word, comments without their styles": (
        (
            '<p>Un<a class="msocomanchor" href="#_msocom_1">[AB1]</a> mot</p><hr class="msocomoff">'
            '<div><div class="msocomtxt" id="_com_1"><p class="MsoCommentText"><a class="msocomoff" '
            'href="#_msoanchor_1">[AB1]</a>À vérifier</p></div></div>'
        ),
        "<p>Un mot</p>",
        1,
        False,
    ),
    "Word, a sign that is no link": (
        WORD.format("<p>Un <span class=MsoCommentReference>[AB1]</span>mot</p>"),
        "<p>Un mot</p>",
        1,
        False,
    ),
    "Word, words that go on after a sign": (
        WORD.format(
            f"<p>Un <span class=MsoCommentReference>{SIGN.format(1)}vrai mot</span></p>"
            "<p class=MsoCommentText>Un vrai paragraphe</p>"
        ),
        "<p>Un vrai mot</p><p>Un vrai paragraphe</p>",
        1,
        False,
    ),
    "Google Docs, comments": (
        (
            '<p><span>Le Maroc</span><sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup><sup>'
            '<a href="#cmnt2" id="cmnt_ref2">[b]</a></sup><span> a dit</span></p><div style="margin:'
            '5px"><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Sûr ?</span></p><p>Deux fois ?</p>'
            '</div><div><p><a href="#cmnt_ref2" id="cmnt2">[b]</a> oui</p></div>'
        ),
        "<p>Le Maroc a dit</p>",
        2,
        False,
    ),
    "Google Docs, comments that nothing holds together": (
        (
            '<p>Un<sup><a href="#cmnt1">[a]</a></sup> m<sup>2</sup></p><p><a href="#cmnt_ref1">[a]</a> '
            "texte</p><p>Deux</p>"
        ),
        "<p>Un m<sup>2</sup></p><p>Deux</p>",
        1,
        False,
    ),
    "LibreOffice, a comment": (
        LIBREOFFICE.format(
            "<p>Un <!-- À vérifier : [source ?] --><b>mot</b></p><p><strike>non</strike></p>"
        ),
        "<p>Un <b>mot</b></p><p><strike>non</strike></p>",
        1,
        False,
    ),
    "LibreOffice, a comment as a list": (
        (
            '<p>Un<a class="comment" href="#_anchor1"><sup>[1]</sup></a> mot <sdfield type="PAGE">3'
            '</sdfield></p><div class="comment"><p><a href="#_ref1">[1]</a> À vérifier</p></div>'
        ),
        "<p>Un mot 3</p>",
        1,
        False,
    ),
    "comments of the readers of a page": (
        '<div class="comment"><p>Bravo <a href="#comment-2">[2]</a></p></div>',
        "<p>Bravo [2]</p>",
        0,
        False,
    ),
    "notes at the foot": (
        WORD.format(
            "<p>Un<a style='mso-footnote-id:ftn1' href='#_ftn1'><span class=MsoFootnoteReference>[1]"
            "</span></a></p><div style='mso-element:footnote-list'><hr><div style='mso-element:"
            "footnote' id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1'>[1]</a> Deux</p></div>"
            "</div>"
        ),
        "<p>Un[1]</p><hr><p>[1] Deux</p>",
        0,
        False,
    ),
    "Word, changes": (
        WORD.format(
            f"<p class=MsoNormal>Le {DELETED.format('vieux ')}{ADDED.format('<b>nouveau</b> ')}mot"
            f"</p><p class=MsoNormal>{DELETED.format('Une phrase.')}<o:p></o:p></p>"
            "<p><s>non</s></p>"
        ),
        "<p>Le <b>nouveau</b> mot</p><p><s>non</s></p>",
        0,
        True,
    ),
    "LibreOffice, changes": (
        LIBREOFFICE.format(
            '<p>قال <del cite="A B" datetime="2024-07-15T10:12:00">أمس </del><ins>اليوم</ins></p>'
            "<ul><li><p><del>Deux</del></p></li><li><p>Trois</p></li></ul>"
        ),
        "<p>قال اليوم</p><ul><li><p>Trois</p></li></ul>",
        0,
        True,
    ),
    "a paragraph that was deleted": (
        '<p>Un</p><del cite="A" datetime="2024-07-15"><p>Deux</p></del>',
        "<p>Un</p>",
        0,
        True,
    ),
    "a page of the web that strikes words": (
        "<p>Un <del>deux</del> <s>trois</s> <strike>quatre</strike> <ins>cinq</ins></p>",
        "<p>Un <del>deux</del> <s>trois</s> <strike>quatre</strike> cinq</p>",
        0,
        False,
    ),
    "Word, a comment on a change": (
        WORD.format(
            f"<p>Un {DELETED.format('deux' + SIGN.format(1))}trois</p>"
            + LIST.format(ENTRY.format(1, "Pourquoi ?"))
        ),
        "<p>Un trois</p>",
        1,
        True,
    ),
}

WEIGHTS = {
    "Word, bold but not for Arabic": (
        WORD.format(
            "<p class=MsoNormal>Un <b style='mso-bidi-font-weight:normal'>gras</b> et <i style="
            "'mso-bidi-font-style:normal'>penché</i></p>"
        ),
        "<p>Un <b>gras</b> et <i>penché</i></p>",
    ),
    "Word, bold for Arabic only": (
        WORD.format(
            "<p>Un <span style='mso-bidi-font-weight:bold'>maigre</span> et <span lang=AR-MA "
            "style='font-size:12pt;mso-bidi-font-weight:bold'>غليظ</span></p>"
        ),
        "<p>Un maigre et <strong>غليظ</strong></p>",
    ),
    "Word, bold undone": (
        WORD.format("<p><b style='mso-bidi-font-weight:bold;font-weight:normal'>Un</b></p>"),
        "<p>Un</p>",
    ),
    "Word, Arabic that is bold": (
        WORD.format("<p><b style='mso-bidi-font-weight:normal'>غليظ</b></p>"),
        "<p><b>غليظ</b></p>",
    ),
}

REAL = "https://un.org/ar/?a=1&b=%D8%A7"
TO_IT = "https%3A%2F%2Fun.org%2Far%2F%3Fa%3D1%26b%3D%25D8%25A7"
LINKS = {
    f"https://www.google.com/url?q={TO_IT}&sa=D&source=editors&ust=1&usg=A": REAL,
    f"https://www.google.com/url?q={TO_IT}&amp;sa=D&amp;ust=1": REAL,
    f"https://www.google.co.ma/url?sa=t&amp;amp;url={TO_IT}&amp;amp;usg=A": REAL,
    f"https://eur01.safelinks.protection.outlook.com/?url={TO_IT}&data=05%7C02%7C&reserved=0": REAL,
    f"https://l.facebook.com/l.php?u={TO_IT}&h=AT0": REAL,
    f"https://lm.facebook.com/l.php?u={TO_IT}": REAL,
    f"http://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D{TO_IT.replace('%', '%25')}": REAL,
    "https://www.google.com/url?q=javascript:alert(1)": "https://www.google.com/url?q=javascript:alert(1)",
    "https://www.google.com/url?q=mailto:a@un.org": "https://www.google.com/url?q=mailto:a@un.org",
    f"https://google.com.example.org/url?q={TO_IT}": f"https://google.com.example.org/url?q={TO_IT}",
    "https://www.google.com/search?q=https://un.org": "https://www.google.com/search?q=https://un.org",
    "mailto:a@un.org": "mailto:a@un.org",
    "/fr/articles/": "/fr/articles/",
}
