"""What programs put into the clipboard, by their documented forms, and what is meant by it."""

MORE = {
    "Google Sheets": (
        (
            '<meta charset="utf-8"><style>td{border:1px}</style><google-sheets-html-origin><table '
            'cellspacing="0" style="table-layout:fixed"><tbody><tr style="height:21px;"><td '
            'style="font-weight:bold;">Pays</td><td>36 828 330</td></tr></tbody></table>'
            "</google-sheets-html-origin>"
        ),
        "<table><tbody><tr><td><strong>Pays</strong></td><td>36 828 330</td></tr></tbody></table>",
    ),
    "Excel": (
        (
            "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><head><style>.xl65{color:red}"
            "</style></head><body><table><!--StartFragment--><col width=64><tr height=19><td "
            "class=xl65 style='height:14pt'>Un</td><td align=right>2</td></tr><!--EndFragment-->"
            "</table></body></html>"
        ),
        "<table><tbody><tr><td>Un</td><td>2</td></tr></tbody></table>",
    ),
    "Word for Mac": (
        (
            "<html><body><!--StartFragment--><p class=MsoNormal><b><span lang=FR style='mso-ansi-"
            "language:FR'>Gras</span></b><span lang=FR> maigre</span><o:p></o:p></p><!--EndFragment-->"
            "</body></html>"
        ),
        "<p><b>Gras</b> maigre</p>",
    ),
    "Word, a note at the foot": (
        (
            "<html><body><p class=MsoNormal>Un<a style='mso-footnote-id:ftn1' href='#_ftn1' "
            "name='_ftnref1'><span class=MsoFootnoteReference><sup>[1]</sup></span></a> mot</p></body>"
            "</html>"
        ),
        "<p>Un<sup>[1]</sup> mot</p>",
    ),
    "Word, Arabic": (
        (
            "<html><body><p class=MsoNormal dir=RTL style='text-align:right;direction:rtl'><b><span "
            "lang=AR-MA style='font-family:\"Arial\"'>المغرب</span></b></p></body></html>"
        ),
        '<p dir="RTL"><b>المغرب</b></p>',
    ),
    "Outlook for the web": (
        (
            '<div class="elementToProof" style="font-size:12pt">Un</div><div class="elementToProof">'
            '<br></div><div class="elementToProof"><i>Deux</i></div>'
        ),
        "<p>Un</p><p><i>Deux</i></p>",
    ),
    "Slack": (
        (
            '<meta charset="utf-8"><div class="p-rich_text_section">Un <b data-stringify-type="bold">'
            'gras</b><br aria-hidden="true">Deux</div>'
        ),
        "<p>Un <b>gras</b><br>Deux</p>",
    ),
    "Notion": (
        (
            "<meta charset='utf-8'><!-- notionvc: 1 --><h1>Titre</h1>\n<p>Un <strong>gras</strong></p>"
            "\n<ul>\n<li>Deux</li>\n</ul>"
        ),
        "<h2>Titre</h2>\n<p>Un <strong>gras</strong></p>\n<ul>\n<li>Deux</li>\n</ul>",
    ),
    "OneNote": (
        (
            "<html><body lang=fr-FR style='font-family:Calibri;font-size:11.0pt'><!--StartFragment-->"
            "<span style='font-weight:bold'>Gras</span><span> maigre</span><!--EndFragment--></body>"
            "</html>"
        ),
        "<strong>Gras</strong> maigre",
    ),
    "Apple Notes": (
        (
            '<meta charset="UTF-8"><div><b><h1>Titre</h1></b></div><div>Un</div><ul class="Apple-dash-'
            'list"><li>Deux</li></ul>'
        ),
        "<h2>Titre</h2><p>Un</p><ul><li>Deux</li></ul>",
    ),
    "Telegram": (
        "<strong>Gras</strong> et <em>penché</em><br><br>Deux",
        "<p><strong>Gras</strong> et <em>penché</em></p><p>Deux</p>",
    ),
    "Acrobat": (
        (
            "<html><body><p style='margin:0'><span style='font-family:Times;font-weight:bold'>Gras"
            "</span></p><p><span style='font-style:italic'>Penché</span></p></body></html>"
        ),
        "<p><strong>Gras</strong></p><p><em>Penché</em></p>",
    ),
}

PLAIN = {
    "a PDF reader": (
        (
            "Le Maroc a présidé, mercredi au Caire, une session plénière consa-\n"
            "crée à l’examen régional du Pacte mondial pour des migrations sûres,\n"
            "ordonnées et régulières.\n"
            "Le ministre a rappelé l’engagement du Royaume en faveur d’une ap-\n"
            "proche humaine de la migration.\n"
        ),
        [
            (
                "Le Maroc a présidé, mercredi au Caire, une session plénière consacrée à l’examen "
                "régional du Pacte mondial pour des migrations sûres, ordonnées et régulières."
            ),
            (
                "Le ministre a rappelé l’engagement du Royaume en faveur d’une approche humaine de la "
                "migration."
            ),
        ],
    ),
    "a PDF reader, Arabic": (
        (
            "ترأس المغرب، يوم الأربعاء بالقاهرة، جلسة عامة خصصت للاستعراض الإقليمي\n"
            "للميثاق العالمي من أجل هجرة آمنة ومنظمة ومنتظمة.\n"
            "وذكر الوزير بالتزام المملكة.\n"
        ),
        [
            (
                "ترأس المغرب، يوم الأربعاء بالقاهرة، جلسة عامة خصصت للاستعراض الإقليمي للميثاق العالمي "
                "من أجل هجرة آمنة ومنظمة ومنتظمة."
            ),
            "وذكر الوزير بالتزام المملكة.",
        ],
    ),
    "a mail in plain text": (
        (
            "Bonjour,\n\nVeuillez trouver ci-dessous le communiqué que le ministère publie ce\n"
            "jour à midi.\n\n- premier point\n- deuxième point\n\nCordialement"
        ),
        [
            "Bonjour,",
            "Veuillez trouver ci-dessous le communiqué que le ministère publie ce jour à midi.",
            "- premier point",
            "- deuxième point",
            "Cordialement",
        ],
    ),
    "paragraphs of one line each": (
        (
            "LE CAIRE – Le Maroc a présidé une session plénière consacrée au Pacte mondial.\n"
            "Le ministre a rappelé l’engagement du Royaume en faveur d’une approche humaine.\n"
            "Il a salué les organisateurs."
        ),
        [
            "LE CAIRE – Le Maroc a présidé une session plénière consacrée au Pacte mondial.",
            "Le ministre a rappelé l’engagement du Royaume en faveur d’une approche humaine.",
            "Il a salué les organisateurs.",
        ],
    ),
    "verses": ("Un mot\nDeux mots\nTrois mots", ["Un mot", "Deux mots", "Trois mots"]),
    "signs of mark-up": ("1 < 2 & 3\n<b>non</b>", ["1 < 2 & 3", "<b>non</b>"]),
}
