"""Of the lines above a text its title is the one that says what it tells, whatever house sends it."""

import pytest

from tests.wire.sentences import read

TEXT = (
    "Les pêcheurs de Saint-Louis demandent la réouverture du port de la Langue de Barbarie, fermé depuis "
    "le naufrage de trois pirogues à la fin du mois de septembre, ont annoncé leurs délégués."
)
TITLE = "Saint-Louis : les pêcheurs demandent la réouverture du port"
ARABIC_TEXT = (
    "طالب صيادو مدينة نواذيبو بإعادة فتح الميناء التقليدي المغلق منذ غرق ثلاثة قوارب نهاية شهر سبتمبر الماضي، "
    "وأعلن مندوبوهم أنهم سينظمون وقفة أمام مقر الولاية في الأسبوع المقبل إلى جانب عائلات المفقودين وأصحاب القوارب."
)
ARABIC_TITLE = "صيادو نواذيبو يطالبون بإعادة فتح الميناء التقليدي"


@pytest.mark.parametrize(
    "above",
    [
        "LE COURRIER DU FLEUVE\nSociété – lundi 5 octobre 2026",
        "Radio Waalo | Le direct de la rédaction",
        "LE COURRIER DU FLEUVE\nReportage",
    ],
)
def test_a_title_stands_below_names_of_papers_and_rubrics(above):
    assert read(f"{above}\n\n{TITLE}\n\n{TEXT}", "fr").headline == TITLE


@pytest.mark.parametrize(
    "above",
    [
        "أصداء الساحل | تحقيقات وقصص",
        "شؤون بحرية ومجتمع\nالاثنين 5/أكتوبر/2026 - 06:55 م",
        "فريق الشاطئ التطوعي | نواذيبو الشمالية",
    ],
)
def test_an_arabic_title_stands_below_channels_and_rubrics(above):
    assert read(f"{above}\n\n{ARABIC_TITLE}\n\n{ARABIC_TEXT}", "ar").headline == ARABIC_TITLE


def test_what_a_line_above_a_title_says_is_kept():
    copy = read(f"أصداء الساحل | تحقيقات\n٥ أكتوبر ٢٠٢٦\n\n{ARABIC_TITLE}\n\n{ARABIC_TEXT}", "ar")
    assert copy.source_name == "أصداء الساحل"
    assert str(copy.published_on) == "2026-10-05"


def test_a_title_keeps_its_place_above_a_summary():
    summary = "Le port de la Langue de Barbarie est fermé depuis le naufrage de trois pirogues"
    assert read(f"{TITLE}\n\n{summary}\n\n{TEXT}", "fr").headline == TITLE
