"""A page of a site gives the same facts, pasted as text or uploaded as a file."""

from datetime import date

import pytest

from articles.languages import Language
from articles.wire.documents.kinds import read as read_file
from articles.wire.layout.web_pages import said_of_page
from articles.wire.parse import parse
from tests.wire.sentences import read

TITLE = "Vignette automobile : le paiement en ligne s’étend à toutes les communes"
SUMMARY = "Les propriétaires n’auront plus à se déplacer, promet la direction des impôts."
TEXT = (
    "La direction générale des impôts a annoncé jeudi l’extension du paiement en ligne de la vignette automobile à toutes les communes du royaume.",
    "« Personne ne fera plus la queue en janvier », a assuré Karim Bensouda, directeur des services numériques.",
    "Les stations-service resteront ouvertes à ceux qui n’ont pas de carte bancaire.",
)
SAID = "Par Salma Lahlou | Publié le 26/11/2026 à 16h05 | Mis à jour le 27/11/2026 à 9h12"
ELSEWHERE = ("Politique", "Momo_77", "Toujours les mêmes", "Répondre", "Newsletter", "Tags", "Taxis", "Facebook", "Chanter")  # fmt: skip
PASTED = f"""Le Courrier du Détroit
L’information du Nord, en continu
Accueil
Politique
Économie
Société
Se connecter

Accueil › Société › Transports
{TITLE}
{SUMMARY}
{SAID}
Partager
Facebook
X
WhatsApp

{TEXT[0]}

{TEXT[1]}

Lire aussi : Taxis : la réforme attend son décret

{TEXT[2]}
Tags : automobile, vignette, impôts
3 commentaires
Momo_77 : Toujours les mêmes qui payent.
Répondre
Newsletter
Recevez l’essentiel chaque matin
© 2026 Le Courrier du Détroit. Tous droits réservés.
"""
HEAD = f"""<!doctype html><html lang="fr"><head><title>{TITLE} | Le Courrier du Détroit</title>
<meta property="og:site_name" content="Le Courrier du Détroit">"""
TOP = """<body class="has-sidebar comments-open"><div id="top"><h1 class="logo">Le Courrier du Détroit</h1>
<p>L’information du Nord, en continu</p></div>
<div class="main-menu"><ul><li><a href="/">Accueil</a></li><li><a href="/p">Politique</a><li><a>Économie</a></ul></div>
<div class="breadcrumb">Accueil › Société › Transports</div>"""
BODY = f"""<p>{TEXT[0]}</p><p>{TEXT[1]}</p>
<p><strong>Lire aussi :</strong> <a href="/t">Taxis : la réforme attend son décret</a></p><p>{TEXT[2]}</p>"""
FOOT = """<div>Tags : <a>automobile</a>, <a>vignette</a></div>
<div><h3>3 commentaires</h3><div><b>Momo_77</b> : Toujours les mêmes qui payent.</div><a>Répondre</a></div>
<div><h4>Newsletter</h4><form><input></form><p>Recevez l’essentiel chaque matin</p></div>
<div>© 2026 Le Courrier du Détroit. Tous droits réservés.</div></body></html>"""
SHOWN = f"""<h1>{TITLE}</h1><p class="chapo">{SUMMARY}</p><div class="meta">{SAID}</div>
<div class="share-buttons"><a>Facebook</a><a>X</a></div>"""
MADE = {
    "plain": f"{HEAD}</head>{TOP}<div class='post'>{SHOWN}{BODY}</div>{FOOT}",
    "article": f"{HEAD}</head>{TOP}<main><article>{SHOWN}{BODY}</article><article><h2>Chanter à Chefchaouen</h2></article></main>{FOOT}",
    "summary of sharing": f"""{HEAD}<meta property="og:title" content="{TITLE} - Le Courrier du Détroit"></head>{TOP}
        <div class="post"><h2>{TITLE}</h2><p>{SUMMARY}</p><div>{SAID}</div>{BODY}</div>{FOOT}""",
    "linked data": f"""{HEAD}<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2026-11-26T16:05:00+01:00",
        "author": [{{"@type": "Person", "name": "Salma Lahlou"}}]}}</script></head>{TOP}<article><h1>{TITLE}</h1>{BODY}</article>{FOOT}""",
}


def read_page(page):
    _kind, _document, text = read_file(page.encode(), "page.html")
    return parse(text, [one.code for one in Language.all()])


def check(copy):
    assert copy.headline == TITLE
    assert copy.published_on == date(2026, 11, 26)
    assert copy.byline == "Salma Lahlou"
    assert copy.paragraphs == TEXT
    assert [one.speaker for one in copy.quotes] == ["Karim Bensouda"]
    assert copy.source_name in {None, "Le Courrier du Détroit"}
    assert not any(word in line for line in copy.paragraphs for word in ELSEWHERE)


def test_a_pasted_page_says_its_headline_its_author_and_its_day():
    copy = read(PASTED, "fr")
    check(copy)
    assert copy.standfirst == SUMMARY


@pytest.mark.parametrize("made", MADE)
def test_a_page_as_a_file_says_the_same(made):
    copy = read_page(MADE[made])
    check(copy)
    if SUMMARY in MADE[made]:
        assert copy.standfirst == SUMMARY
    assert any("autour" in one or "around" in one for one in copy.warnings)


def test_an_entry_of_a_menu_is_no_source():
    without_site = PASTED.split("Accueil\n", 1)[1].replace("© 2026 Le Courrier du Détroit. ", "")
    copy = read(without_site, "fr")
    assert copy.headline == TITLE
    assert copy.source_name is None


def test_an_arabic_page_pasted_or_uploaded():
    title = "المؤسسات التعليمية بالشمال تستقبل أربعة آلاف تلميذ جديد"
    said = "كتب: يوسف العمراني | نشر في 26 نونبر 2026 - 16:05"
    text = "أعلنت الأكاديمية يوم الخميس أن المؤسسات التعليمية بجهة الشمال استقبلت أربعة آلاف تلميذ جديد."
    more = "وقالت نادية برادة، مديرة الأكاديمية، إن «الأقسام جاهزة» منذ الأسبوع الماضي في كل المدن."
    pasted = f"بريد المضيق\nالرئيسية\nسياسة\nاقتصاد\nمجتمع\n\n{title}\n{said}\nمشاركة\nواتساب\n\n{text}\n\n{more}\n\nالوسوم: تعليم، الشمال\n3 تعليقات\nقارئ: كلام فارغ"
    page = f"<html><body><ul class='menu'><li>الرئيسية</li><li>سياسة</li></ul><h1>{title}</h1><div>{said}</div><div class='share'>واتساب</div><p>{text}</p><p>{more}</p><div>الوسوم: تعليم</div><div>3 تعليقات</div><p>قارئ: كلام فارغ</p></body></html>"
    for copy in (read(pasted, "ar"), read_page(page)):
        assert copy.headline == title
        assert copy.byline == "يوسف العمراني"
        assert copy.published_on == date(2026, 11, 26)
        assert copy.paragraphs == (text, more)


@pytest.mark.parametrize(
    ("line", "name", "day"),
    [
        ("Par Nadia Berrada", "Nadia Berrada", None),
        ("Publié le 3 novembre 2026 à 10:12", "", date(2026, 11, 3)),
        ("Publié le 03/11/2026 par Nadia Berrada", "Nadia Berrada", date(2026, 11, 3)),
        ("Le 3 novembre 2026 à 10h12 - Par Nadia Berrada", "Nadia Berrada", date(2026, 11, 3)),
        ("Nadia a publié le 3 novembre 2026 un livre", "", None),
        ("Mis à jour le 4 novembre 2026 • Lecture 3 min", "", date(2026, 11, 4)),
        ("بقلم نادية برادة • آخر تحديث: 4 نونبر 2026", "نادية برادة", date(2026, 11, 4)),
        ("تم النشر في 4 نونبر 2026 - 3 دقائق", "", date(2026, 11, 4)),
    ],
)
def test_a_line_says_who_and_when_and_nothing_else(line, name, day):
    said = said_of_page(line)
    assert (said.name, said.day) == (name, day)


def test_classes_that_mislead_are_not_believed():
    page = f"<html><body><div class='menu-page share'><h1>{TITLE}</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div></body></html>"
    assert read_page(page).paragraphs == TEXT[:2]


def test_a_day_below_the_text_takes_no_text_away():
    text = f"Accueil\nPolitique\nSports\nFrançais | English | Español\n\n{TITLE}\n\nRabat, 26/11/2026 – {TEXT[0]}\n\n{TEXT[1]}\n\nDernière mise à jour : 27/11/2026 17:31\nPartager sur : Facebook - X - WhatsApp"
    copy = read(text, "fr")
    assert copy.headline == TITLE
    assert copy.paragraphs == TEXT[:2]
