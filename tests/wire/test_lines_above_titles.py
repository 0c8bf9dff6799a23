"""What stands above a title and below a text is neither: by kinds of lines of many houses."""

from datetime import date

import pytest

from articles.wire.fetch import FetchedText
from articles.wire.parse import parse
from tests.wire.sentences import LANGUAGES
from tests.wire.test_first_and_last_lines import BODY, TITLE

FIRST = {language: text.split("\n\n")[0] for language, text in BODY.items()}
LAST = {language: text.split("\n\n")[-1] for language, text in BODY.items()}
TODAY = date(2026, 11, 29)


def sent(text, language):
    return parse(FetchedText(text), LANGUAGES, language, today=TODAY)


def below(above, language):
    """A text with its title, below what a house puts there."""
    return sent(f"{above}\n\n{TITLE[language]}\n\n{BODY[language]}", language)


@pytest.mark.parametrize(
    ("above", "language"),
    [
        ("Vous ne voyez pas bien ce courriel ? Consultez la version en ligne", "fr"),
        ("Si ce message ne s’affiche pas correctement, cliquez ici", "fr"),
        ("Si vous n’arrivez pas à lire cette infolettre, ouvrez-la dans votre navigateur", "fr"),
        ("Problème d’affichage ? Cliquez ici", "fr"),
        ("Voir cette lettre en ligne", "fr"),
        ("إذا لم تظهر الرسالة بشكل صحيح اضغط هنا", "ar"),
        ("إذا تعذر عليك عرض الرسالة انقر هنا", "ar"),
        ("لعرض النشرة في المتصفح", "ar"),
        ("Siège : 12, rue des Tanneurs, Médina, Dakar – Récépissé n° 0417/MINT", "fr"),
        ("Récépissé n° 2207/MATD du 3 mars 2011", "fr"),
        ("المقر: 14 نهج الشهداء – قفصة", "ar"),
        ("Annonce événementielle au sens de l’art. 53 RC", "fr"),
        ("Information réglementée", "fr"),
        ("Publication ad hoc selon l’article 17 MAR", "fr"),
        ("إفصاح عن معلومات جوهرية", "ar"),
        ("AVIS AUX MEMBRES DE LA COMMUNAUTÉ TUNISIENNE", "fr"),
        ("Avis à la population de la commune", "fr"),
        ("À l’attention de Mesdames et Messieurs les journalistes", "fr"),
        ("إعلان هام للمواطنين السودانيين بمحافظتي أسوان والأقصر", "ar"),
        ("تنبيه إلى سكان الأحياء الشمالية", "ar"),
        ("إلى / أندية الدوري كافة", "ar"),
        ("DÉCLARATION DU BUREAU EXÉCUTIF NATIONAL", "fr"),
        ("MOTION DE LA SECTION RÉGIONALE", "fr"),
        ("Idées | TRIBUNE", "fr"),
        ("Débats | Point de vue", "fr"),
        ("Gazette.info ▸ EN DIRECT ▸ Santé", "fr"),
        ("مباشر | اقتصاد", "ar"),
        ("قضايا وآراء", "ar"),
        ("La séance est ouverte à 14 h 03.", "fr"),
        ("Présidence de Mme Lutgarde Piron, présidente.", "fr"),
        ("Excusés : MM. Delvaulx et Ben Brahim.", "fr"),
        ("Compte rendu analytique", "fr"),
        ("À LA UNE", "fr"),
        ("في هذا العدد: بحوث | طلبة | خدمة المجتمع", "ar"),
        ("Seul le prononcé fait foi", "fr"),
        ("Transféré plusieurs fois", "fr"),
        ("تم إعادة التوجيه عدة مرات", "ar"),
        ("8,412 مشاهدة", "ar"),
        ("LE CABINET DU MINISTRE", "fr"),
    ],
)  # fmt: skip
def test_what_stands_above_a_title_is_no_title(above, language):
    copy = below(above, language)
    assert copy.headline == TITLE[language]
    assert copy.paragraphs[0] == FIRST[language]
    assert not copy.standfirst


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("Avis aux voyageurs du ferry de Ziguinchor", "fr"),
        ("Séance publique du mercredi 14 octobre 2026 : le budget est voté", "fr"),
        ("Le cabinet du ministre déménage à Thiès", "fr"),
        ("إعلان هام للمسافرين على خط طنجة", "ar"),
        ("Information réglementée : la bourse suspend un titre", "fr"),
        ("DÉCLARATION DU BUREAU EXÉCUTIF", "fr"),
        ("قناة السويس تحقق إيرادات قياسية", "ar"),
    ],
)
def test_where_no_other_line_is_a_title_such_a_line_is_it(title, language):
    assert sent(f"{title}\n\n{BODY[language]}", language).headline == title


@pytest.mark.parametrize(
    ("above", "language", "day"),
    [
        ("Communiqué de presse du 14.09.2026 - 16h20", "fr", date(2026, 9, 14)),
        ("Communiqué du 3 mars 2026", "fr", date(2026, 3, 3)),
        ("بيان صحفي بتاريخ 3 مارس 2026", "ar", date(2026, 3, 3)),
        ("Au 18 septembre 2026", "fr", date(2026, 9, 18)),
        ("Situation au 2 octobre 2026", "fr", date(2026, 10, 2)),
        ("التاريخ: 29 / 4 / 2026", "ar", date(2026, 4, 29)),
        ("[22/مارس/2026]", "ar", date(2026, 3, 22)),
        ("آخر تحديث: الثلاثاء 7 تموز 2026 - 13:20 بتوقيت دمشق", "ar", date(2026, 7, 7)),
        ("Séance plénière du mercredi 14 octobre 2026 – Questions d’actualité", "fr", date(2026, 10, 14)),
        ("JOURNAL DE 12H30 – MARDI 24/02/2026", "fr", date(2026, 2, 24)),
        ("نشرة الواحدة ظهرا – الأربعاء 21 يناير 2026", "ar", date(2026, 1, 21)),
    ],
)  # fmt: skip
def test_a_line_above_a_title_says_of_which_day_it_is(above, language, day):
    copy = below(above, language)
    assert (copy.headline, copy.published_on) == (TITLE[language], day)
    assert copy.dateline_place is None


@pytest.mark.parametrize(
    ("above", "language", "source", "day"),
    [
        ("LE COURRIER DES DEUX RIVES – n° 3 817 – samedi 27 et dimanche 28 juin 2026 – p. 22", "fr", "LE COURRIER DES DEUX RIVES", date(2026, 6, 27)),
        ("L’infolettre de l’Université du Haut-Saguenay | Vol. 12, no 4 | Jeudi 22 octobre 2026", "fr", "Université du Haut-Saguenay", date(2026, 10, 22)),
        ("La lettre du Conseil régional – Numéro 41 – 3 mars 2026", "fr", "Conseil régional", date(2026, 3, 3)),
        ("Rivages Magazine / le 12 juillet 2026 à 00h00", "fr", "Rivages Magazine", date(2026, 7, 12)),
        ("صحيفة «المرفأ» اللبنانية | السنة التاسعة والأربعون | العدد 15702", "ar", "المرفأ", None),
        ("نشرة أسبوعية تصدرها دائرة الإعلام بجامعة الجبل الأخضر – العدد (٢١٧) – الأحد ٨ نوفمبر ٢٠٢٦م", "ar", "جامعة الجبل الأخضر", date(2026, 11, 8)),
        ("أنوار الجامعة\nنشرة شهرية تصدرها جامعة سبها – العدد 12 – 8 نوفمبر 2026", "ar", "جامعة سبها", date(2026, 11, 8)),
        ("صادر عن المكتب الإقليمي لتنسيق الإغاثة – صنعاء/عدن\nبتاريخ 30 أغسطس 2026", "ar", "المكتب الإقليمي لتنسيق الإغاثة", date(2026, 8, 30)),
        ("Publié par : Algérie Presse Service (APS)", "fr", "APS", None),
        ("Publié par le Conseil national de l’eau", "fr", "Conseil national de l’eau", None),
        ("Police cantonale des Franches-Combes\nService de presse", "fr", "Police cantonale des Franches-Combes", None),
        ("RÉPUBLIQUE TUNISIENNE\nConsulat de Tunisie à Grenoble", "fr", "Consulat de Tunisie à Grenoble", None),
        ("بنك الواحة الكويتي (ش.م.ك.ع)\nبيان صحفي", "ar", "بنك الواحة الكويتي", None),
        ("منصة الفرات الإخبارية", "ar", "منصة الفرات الإخبارية", None),
        ("FÉDÉRATION TOGOLAISE DU BALLON (FTB)\nCOMMISSION DE DISCIPLINE", "fr", "FÉDÉRATION TOGOLAISE DU BALLON (FTB)", None),
        ("الاتحاد الرافديني لكرة القدم\nلجنة الانضباط", "ar", "الاتحاد الرافديني لكرة القدم", None),
    ],
)  # fmt: skip
def test_a_masthead_says_whose_it_is_and_of_which_day(above, language, source, day):
    copy = below(above, language)
    assert (copy.headline, copy.source_name) == (TITLE[language], source)
    assert copy.published_on == day
    assert copy.paragraphs[0] == FIRST[language]


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ("RADIO DU LAC\nJOURNAL DE 18H – 24/02/2026\nSUJET : {title}\nJOURNALISTE : C. MONNARD          DURÉE : 1'42\n\n[LANCEMENT PLATEAU]", "fr"),
        ("نشرة الواحدة ظهرا – الأربعاء 21 يناير 2026\nتقرير: {title}\nالمدة: 2د 10ث\n\n(مقدمة المذيع)", "ar"),
    ],
)  # fmt: skip
def test_the_subject_of_a_broadcast_is_its_title(head, language):
    copy = sent(f"{head.format(title=TITLE[language])}\n{BODY[language]}", language)
    assert copy.headline == TITLE[language]
    assert copy.paragraphs[0] == FIRST[language]


@pytest.mark.parametrize(
    ("note", "language"),
    [
        ("Dans notre dépêche n° 011 de ce jour, prière de lire « 17 blessés » au lieu de « 71 blessés ». Version corrigée :", "fr"),
        ("Une erreur s’est glissée dans notre article de ce matin : lire 12 au lieu de 21.", "fr"),
        ("عناية السادة المشتركين.. النتيجة الصحيحة هي 27 - 26 كما ورد سهوا في خبرنا، وفيما يلي الخبر بعد التصحيح:", "ar"),
        ("نلفت انتباه السادة المشتركين إلى أنه ورد خطأ في الفقرة الأولى من الخبر المرسل صباحا", "ar"),
    ],
)  # fmt: skip
def test_a_note_to_subscribers_corrects_and_is_no_title(note, language):
    copy = below(note, language)
    assert copy.headline == TITLE[language]
    assert copy.correction


@pytest.mark.parametrize(
    ("note", "source"),
    [
        ("Le papier est relu, vous pouvez y aller. Merci de créditer Watwan Hebdo. Bises, N.", "Watwan Hebdo"),
        ("Vous pouvez publier. Merci de citer Radio Ndar.", "Radio Ndar"),
    ],
)  # fmt: skip
def test_who_passes_a_text_on_says_whom_to_credit(note, source):
    head = f"Objet : TR: papier\nDe : desk@example.org\n\n-------- Message transféré --------\n\n{note}"
    copy = below(head, "fr")
    assert (copy.headline, copy.source_name) == (TITLE["fr"], source)
    assert copy.paragraphs[0] == FIRST["fr"]


@pytest.mark.parametrize(
    ("note", "language", "source"),
    [
        ("Ce rapport est produit par le Bureau de la coordination (BCH) au Tchad avec ses partenaires. Il couvre une semaine.", "fr", "Bureau de la coordination (BCH)"),
        ("Le présent bulletin a été établi par la Direction de la météorologie. Le prochain paraîtra lundi.", "fr", "Direction de la météorologie"),
        ("أعد هذا التقرير بالتعاون مع الشركاء المحليين في ست محافظات، ويصدر التقرير التالي بعد أسبوع.", "ar", None),
    ],
)  # fmt: skip
def test_who_made_a_report_is_none_of_what_it_tells(note, language, source):
    copy = sent(f"{TITLE[language]}\n\n{note}\n\n{BODY[language]}", language)
    assert (copy.headline, copy.source_name) == (TITLE[language], source)
    assert copy.paragraphs[0] == FIRST[language]


@pytest.mark.parametrize(
    "line",
    [
        "Julie NAJJAR-PERRIN, envoyée spéciale",
        "Awa Ndiaye, notre correspondante à Thiès",
        "Moussa Traoré, correspondant",
    ],
)
def test_who_was_sent_is_no_place(line):
    copy = sent(f"{TITLE['fr']}\n\n{line}\n\n{BODY['fr']}", "fr")
    assert (copy.dateline_place, copy.byline) == (None, line.split(",")[0])


def test_a_colon_between_a_place_and_its_day_is_of_neither():
    copy = sent(f"برج الأمير في: 17/01/2026\n\nبيان صحفي\n\n{TITLE['ar']}\n\n{BODY['ar']}", "ar")
    assert (copy.dateline_place, copy.published_on) == ("برج الأمير", date(2026, 1, 17))


@pytest.mark.parametrize(
    ("end", "language"),
    [
        ("*** FIN DU SUJET ***\nSUIVANT : VOTATION DU 8 MARS (M. PITTELOUD)", "fr"),
        ("Fin de la déclaration", "fr"),
        ("## نهاية التقرير ##\nالتالي: الطقس (ع. صو)", "ar"),
        ("[ Lire l’article ]   [ Partager ]   [ J’aime ]", "fr"),
        ("AUSSI DANS CE NUMÉRO\n> Stationnement : du nouveau", "fr"),
        ("Les titres et intertitres sont de la rédaction. Les tribunes n’engagent que leurs auteurs.", "fr"),
        ("Séance levée à 15 h 11. Ce document n’engage pas les orateurs.", "fr"),
        ("Seul le compte rendu intégral fait foi.", "fr"),
        ("المقالات المنشورة تعبّر عن آراء كتّابها.", "ar"),
        ("الآراء الواردة لا تعبر بالضرورة عن رأي الصحيفة.", "ar"),
        ("Images : libres de droits, mention « Police » obligatoire", "fr"),
        ("Engagement : 3 patrouilles, 1 ambulance, 8 pompiers", "fr"),
        ("À afficher – Merci de faire circuler", "fr"),
        ("3, rue des Tanneurs – 38000 Grenoble", "fr"),
        ("555, boulevard de l’Université, Saguenay (Québec)", "fr"),
        ("Vos commentaires (3)\nLe 28 janvier à 19:12, par Sid : Bravo à tous ! Mais où est le programme ??", "fr"),
        ("موضوعات متعلقة\n● أسعار تذاكر المعبد", "ar"),
        ("الله يستر. شاركوا على أوسع نطاق ⬇️ https://chat.example/AbCdEf", "ar"),
        ("التوقيعات:\nالتجاني ود البدوي كرار – نقابة الصحفيين", "ar"),
    ],
)  # fmt: skip
def test_what_stands_below_a_text_is_none_of_it(end, language):
    copy = sent(f"{TITLE[language]}\n\n{BODY[language]}\n\n{end}", language)
    assert copy.paragraphs[-1] == LAST[language]


@pytest.mark.parametrize(
    ("last", "language"),
    [
        ("Le syndicat dit que cette signature ne l’engage pas et qu’il votera contre la semaine prochaine à l’assemblée générale des délégués de tous les quartiers, du port jusqu’aux collines, où la question sera posée une dernière fois aux familles.", "fr"),
        ("Les pompiers sont intervenus au 12, rue des Tanneurs.", "fr"),
        ("ورفعت الجلسة إلى يوم الأربعاء المقبل.", "ar"),
    ],
)  # fmt: skip
def test_a_last_sentence_stays(last, language):
    copy = sent(f"{TITLE[language]}\n\n{BODY[language]}\n\n{last}", language)
    assert copy.paragraphs[-1] == last


def test_the_slashes_of_an_agency_are_taken_from_the_last_sentence():
    copy = sent(f"{TITLE['fr']}\n\n{BODY['fr']}/.\nVDL/JKM", "fr")
    assert copy.paragraphs[-1] == LAST["fr"]


def test_a_site_that_signs_is_whose_text_it_is():
    copy = sent(f"{TITLE['fr']}\n\n{BODY['fr']}\n\nW. A. K.\nLequartier.net", "fr")
    assert copy.source_name == "Lequartier.net"
    assert copy.paragraphs[-1] == LAST["fr"]


def test_a_quotation_may_be_the_title():
    title = "« Un port qui ne parle plus à sa ville est un parking »"
    copy = sent(f"Seul le prononcé fait foi\n\n{title}\n\n{BODY['fr']}", "fr")
    assert copy.headline == title


@pytest.mark.parametrize(
    "above",
    [
        "Rapport de situation – n° 6 – 18 septembre 2026",
        "CONFÉRENCE DE PRESSE – 3 MARS 2026",
        "Revue de presse – 3 mars 2026",
        "Tribune – 3 mars 2026",
        "Communiqué – N° 12 – 3 mars 2026",
    ],
)
def test_what_a_text_is_called_is_not_whose_it_is(above):
    assert below(above, "fr").source_name is None


@pytest.mark.parametrize(
    "last",
    [
        "Cette décision n’engage pas l’État, a rappelé le ministre.",
        "« Je vis au 12, rue des Tanneurs, et je n’ai pas d’eau »",
        "Les photos de la visite seront montrées au musée.",
    ],
)
def test_a_last_sentence_that_has_such_words_stays(last):
    copy = sent(f"{TITLE['fr']}\n\n{BODY['fr']}\n\n{last}", "fr")
    assert copy.paragraphs[-1].strip(" «»") == last.strip(" «»")


@pytest.mark.parametrize("courtesy", ["Sitt", "Oustaz", "Ustaz"])
def test_what_people_are_called_out_of_courtesy_is_not_of_their_name(courtesy):
    told = f"{courtesy} Émilie el-Khoury-Haddad, 83 ans, sert le café. « On me dit : va à Beyrouth », glisse-t-elle."
    copy = sent(f"{TITLE['fr']}\n\n{BODY['fr']}\n\n{told}", "fr")
    assert [one.name for one in copy.speakers] == ["Émilie el-Khoury-Haddad"]
    assert [one.speaker for one in copy.quotes] in (["Émilie el-Khoury-Haddad"], [None])
