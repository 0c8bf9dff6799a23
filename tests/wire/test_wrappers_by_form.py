"""What stands around a text, told by its form and not by the words of one house."""

from datetime import date

import pytest

from articles.wire.fetch import FetchedText
from articles.wire.parse import parse
from articles.wire.paths import copy_of_file

from .sentences import LANGUAGES, read

LONG = (
    "La commune a fermé lundi les trois ponts de la vallée, et les habitants des hameaux sont passés par la route "
    "haute, que les engins du département ont dégagée dans la nuit, a indiqué la préfecture."
)
LONG_ARABIC = (
    "أشرف الوزير صباح اليوم في مدينة الكفرة على تدشين محطة لضخ المياه بطاقة إنتاجية تبلغ خمسة وعشرين ألف متر مكعب، "
    "وتجول بعد قص الشريط الرمزي في أجنحتها وتلقى شروحا عن مراحل إنجازها وكلفتها ومدة أشغالها."
)
SENT = date(2026, 11, 29)


def page(headline, paragraph, foot):
    menu = "وكالة الواحة\nالرئيسية | الحكومة | اقتصاد | ثقافة | رياضة\nأنشطة الحكومة"
    return "\n\n".join([menu, headline, *[paragraph] * 4, *foot])


@pytest.mark.parametrize(
    "foot",
    [
        ["نسخة للطباعة    أرسل إلى صديق", "آخر تحديث : 19/11/2026 16:22:40"],
        ["آخر تحديث : 3/2/2026", "أخبار | ثقافة | رياضة | اتصل بنا"],
    ],
)
def test_a_day_in_the_foot_of_a_page_makes_no_head_of_it(foot):
    copy = read(page("تدشين محطة لضخ المياه في الكفرة", LONG_ARABIC, foot))
    assert copy.headline == "تدشين محطة لضخ المياه في الكفرة"
    assert copy.paragraphs[-1].endswith("ومدة أشغالها.")


def test_a_day_right_below_a_headline_is_still_of_its_head():
    copy = read(
        f"Accueil | Société | Sport\nLes ponts de la vallée fermés\nPublié le 3 mars 2026\n\n{LONG}"
    )
    assert (copy.headline, copy.published_on) == ("Les ponts de la vallée fermés", date(2026, 3, 3))


def test_what_a_browser_prints_around_a_page_says_no_day():
    title = "تدشين محطة لضخ المياه في الكفرة"
    head = f"20/11/2026, 08:51        {title} | وكالة الواحة"
    copy = read(
        f"{head}\n\n{title}\n\nالكفرة, 19/11/2026 - {LONG_ARABIC}\n\nhttps://www.oasis.example/48812      1/1"
    )
    assert (copy.headline, copy.published_on) == (title, date(2026, 11, 19))


def test_a_mail_has_its_title_below_place_and_day():
    copy = read(
        "De : Les Amis du canal <presse@canal.example>\nObjet : TR: Communiqué - enquête annuelle\n\n"
        f"Namur, le 26 novembre 2026\n\nTrois ponts sur dix menacent ruine en Wallonie\n\n{LONG}"
    )
    assert copy.headline == "Trois ponts sur dix menacent ruine en Wallonie"


def test_a_mail_whose_text_follows_place_and_day_keeps_its_subject():
    copy = read(
        "De : Les Amis du canal <presse@canal.example>\nObjet : Trois ponts menacent ruine\n\n"
        f"Namur, le 26 novembre 2026\n\n{LONG}\n\n{LONG}"
    )
    assert copy.headline == "Trois ponts menacent ruine"


@pytest.mark.parametrize(
    ("line", "place", "byline"),
    [
        ("البصرة - سجاد العيداني", "البصرة", "سجاد العيداني"),
        ("تونس – حوار: منير الغضباني", "تونس", "منير الغضباني"),
    ],
)
def test_a_town_and_a_name_below_a_headline(line, place, byline):
    copy = read(f"موسم التمور وفير هذا العام\n\n{line}\n\n{LONG_ARABIC}\n\n{LONG_ARABIC}")
    assert (copy.dateline_place, copy.byline) == (place, byline)


@pytest.mark.parametrize(
    "line",
    ["P/ Le Ministre, P.O.", "Pour le Préfet et par délégation", "P/le Gouverneur, P.I."],
)
def test_for_whom_somebody_signs_is_below_the_text(line):
    copy = read(
        f"Fermeture des ponts\n\n{LONG}\n\n{LONG}\n\n{line}\nLe Secrétaire général\nAli Sow"
    )
    assert copy.paragraphs[-1] == LONG


def test_a_title_that_speaks_for_somebody_is_of_the_text():
    last = "Pour le préfet, les trois ponts rouvriront avant le printemps."
    assert read(f"Fermeture des ponts\n\n{LONG}\n\n{LONG}\n\n{last}").paragraphs[-1] == last


def test_the_results_of_matches_are_of_the_text():
    rows = [
        "Étoile de Sfax - Al Wahda 92-70",
        "Al Ahly - Nasr Homs 77-61",
        "Widad - Al Hilal 85-83",
    ]
    text = f"Basket : deux surprises\n\n{LONG}\n\n{LONG}\n\nRésultats :\n\n" + "\n\n".join(rows)
    copy = read(f"{text}\n\n(TAP) lb/hk")
    assert copy.paragraphs[-3:] == tuple(rows)


def test_what_a_study_cites_is_below_the_text():
    copy = read(
        f"Un vaccin plus sûr\n\n{LONG}\n\n{LONG}\n\nRéférences\n\nDurand C, et al. Blood Lett, 2026."
    )
    assert copy.paragraphs[-1] == LONG


def test_who_signs_a_joint_text_for_which_body():
    copy = read(
        f"Les syndicats appellent à la grève\n\n{LONG}\n\n{LONG}\n\nOnt signé :\n\n"
        "Pour le SYNTAB, Mme Awa Konaté, secrétaire générale\n\nPour l’Union des maîtres, Paul Yé"
    )
    signed = {one.name: one.organization for one in copy.speakers}
    assert signed == {"Awa Konaté": "SYNTAB", "Paul Yé": "Union des maîtres"}


def test_below_the_name_of_a_union_its_members_are_no_title():
    copy = read(
        "DÉCLARATION CONJOINTE\n\nAlliance des maîtres du Sahel\nSYNTAB – SNEA-B – CGT-B\n\n"
        f"Trois écoles fermées : les maîtres appellent à un sursaut\n\n{LONG} Les maîtres des écoles fermées.\n\n{LONG}"
    )
    assert copy.headline == "Trois écoles fermées : les maîtres appellent à un sursaut"
    assert copy.source_name == "Alliance des maîtres du Sahel"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Discours de Mme Sophie Delmas-Ba, présidente de l'Agence du livre\n\nLyon, 3 mars 2026\n\nChers amis,\n\n",
            "Agence du livre",
        ),
        (
            (
                "كلمة الدكتورة هند بنت سالم الكندي في افتتاح الملتقى الثاني للمياه\n\nمديرة المركز العربي للدراسات المائية\n"
                "مسقط، 15 نوفمبر 2026\n\nأيها الحضور الكريم،\n\n"
            ),
            "المركز العربي للدراسات المائية",
        ),
    ],
)
def test_a_speech_is_of_the_body_whose_head_speaks(text, source):
    body = LONG if text.startswith("D") else LONG_ARABIC
    assert read(f"{text}{body}\n\n{body}").source_name == source


def test_who_gives_a_speech_has_no_noun_in_the_name():
    copy = read(
        f"Allocution de Mme Sophie Delmas-Ba, présidente de l'Agence du livre\n\nChers amis,\n\n{LONG}\n\n{LONG}"
    )
    assert [one.name for one in copy.speakers] == ["Sophie Delmas-Ba"]


@pytest.mark.parametrize(
    ("sender", "source"),
    [
        ("Service Com DPN Maradi", "DPN Maradi"),
        ("اعلام مديرية امن الكفرة", "مديرية امن الكفرة"),
        ("Moussa Garba", None),
    ],
)
def test_the_press_service_that_writes_in_a_chat(tmp_path, sender, source):
    text = (
        LONG_ARABIC if source and "ام" in source else LONG.replace(", a indiqué la préfecture", "")
    )
    file = tmp_path / "chat.txt"
    file.write_text(
        f"[21/11/2026 18:02] {sender}: *Trois ponts fermés dans la vallée*\n\n{text}\n\n{text}\n"
    )
    assert copy_of_file(file, today=SENT).source_name == source


def test_a_stamp_of_a_chat_in_arabic_digits_says_the_day(tmp_path):
    file = tmp_path / "chat.txt"
    file.write_text(
        f"[٢٠\u200f/١١\u200f/٢٠٢٦, ٧:١٥ م] إعلام البلدية: *تدشين محطة لضخ المياه*\n\n{LONG_ARABIC}\n"
    )
    assert copy_of_file(file, today=SENT).published_on == date(2026, 11, 20)


@pytest.mark.parametrize("sender", ["المكتب الإعلامي", "المكتب الإعلامي الإقليمي"])
def test_an_office_without_its_house_is_no_source(sender):
    copy = read(
        f"من: {sender} <m@x.example>\nالموضوع: تدشين محطة لضخ المياه\n\n{LONG_ARABIC}\n\n{LONG_ARABIC}"
    )
    assert copy.source_name is None


def test_of_an_office_and_its_house_the_house_is_the_source():
    copy = read(
        f"من: المكتب الإعلامي - شبكة الواحة <m@x.example>\nالموضوع: تدشين محطة\n\n{LONG_ARABIC}\n\n{LONG_ARABIC}"
    )
    assert copy.source_name == "شبكة الواحة"


def test_a_line_of_a_day_and_an_hour_is_no_telephone():
    copy = read(f"عاجل / هزة أرضية شرقي الكفرة\n\nالكفرة - واع\n25-11-2026, 06:12\n\n{LONG_ARABIC}")
    assert copy.published_on == date(2026, 11, 25)


def test_a_day_of_some_weeks_ago_has_the_year_in_which_it_was_that_weekday():
    text = "Titre\n\nN'Djamena, 18 nov. (Xinhua) -- Le maire a présenté mercredi sa démission au conseil de la ville."
    assert parse(FetchedText(text), LANGUAGES, "fr", today=SENT).published_on == date(2026, 11, 18)


def test_an_embargo_that_says_what_is_under_it():
    copy = read(
        "INFORMATION SOUS EMBARGO JUSQU'AU MERCREDI 25 NOVEMBRE 2026, 19H00 (HEURE DE PARIS)\n\n"
        f"Un vaccin plus sûr\n\nParis, le 23 novembre 2026. {LONG}\n\n{LONG}"
    )
    assert copy.embargoed_until is not None
    assert (copy.dateline_place, copy.published_on) == ("Paris", date(2026, 11, 23))


def test_an_information_on_an_embargo_is_news():
    copy = read(f"Information sur l'embargo des armes\n\n{LONG}\n\n{LONG}")
    assert copy.embargoed_until is None
