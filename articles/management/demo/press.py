"""The journalists of the demo: one list, of people and addresses that do not exist."""

from __future__ import annotations

from articles.desk.press_lists.pasted_journalists import PastedJournalists
from articles.languages import Language
from articles.models import Journalist, PressList

LISTS = {
    "fr": """Nadia Alaoui <nadia.alaoui@journal.example.org>, Le Journal du matin
Karim Benali <karim.benali@radio.example.org>, Radio Atlas
Claire Morel <claire.morel@agence.example.org>, Agence du Sud
""",
    "ar": """سلمى الإدريسي <salma.idrissi@sahifa.example.org>، صحيفة الساحل
ياسين المرابط <yassine@tv.example.org>، قناة الأطلس
""",
}
NAME = "Diplomatie et migrations"


def load_press_list() -> None:
    """Write the list, where there is no journalist yet."""
    if Journalist.objects.exists():
        return
    made, __ = PressList.objects.get_or_create(name=NAME)
    for code, lines in LISTS.items():
        if Language.find(code):
            PastedJournalists(made, lines, Language(code)).add()
