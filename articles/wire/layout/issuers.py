"""The body or paper whose text it is: by letterhead, menu, copyright, sender or « À propos »."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.text.agencies import agency_named
from articles.text.analysis.names import fold
from articles.text.extraction.labels import is_rubric_alone
from articles.text.folding import letters

from .letterheads import (
    ADDRESS,
    HOUSE,
    OF_WHICH_LAW,
    SAYS_WHAT_IT_DOES,
    SERVICES,
    is_issuer,
    is_letterhead,
    is_row_of_letters,
)
from .menus import SHARE, is_menu
from .parts import PartKind, UnwrappedText

ABOUT = re.compile(
    r"^\W*(?:(?:à|a)\s+propos\s+(?:de\s+l[’']\s?|de\s+la\s+|des\s+|du\s+|d[’']\s?|de\s+)|(?:نبذة\s+عن|حول|عن)\s+)"
    r"(?P<name>[^.:]{4,90}?)\s*(?:[:.].*)?$",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"^\W*(?:à\s+la\s+une|actualités?|national|international|monde|régions?|opinions?|vidéos?|podcasts?|dossiers?|en\s+direct|le\s+direct|live|tv|"
    r"أخبار|سياسة|وطنية|جهات|دولية|العالم|مجتمع|اقتصاد|رياضة|ثقافة|فن|رأي|آراء|فيديو|بودكاست|مباشر|المزيد)\W*$",
    re.IGNORECASE,
)
"""The first entries of menus."""
LEADS_TO_CONTENT = re.compile(
    r"^\W*(?:aller|passer|skip)\s+(?:directement\s+)?(?:au|to)\s|^\W*(?:تخط\S*|انتقل|الانتقال|تجاوز)\s+إلى\s",
    re.IGNORECASE,
)
"""« Aller au contenu », « تخطَّ إلى المحتوى »: above the name of a site."""
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:copyright\s*)?(?:\d{4}\s*)?(?P<name>(?:[^\d–—|©.]|(?<=\w)\.(?=[a-z]{2,6}(?!\w))){3,60}?)\s*(?:\d{4}.*|\s[–—|-]\s.*|(?:\.(?!\w)|\|).*|$)",
    re.IGNORECASE,
)
OF_RIGHTS = re.compile(
    r"\W*(?:tous\s+droits|all\s+rights|جميع\s+الحقوق|كل\s+الحقوق|mentions)", re.IGNORECASE
)
PAPER = re.compile(
    r"^(?:le\s+)?(?:journal|quotidien|site|magazine|(?:ال)?(?:يومية|صحيفة|جريدة|مجلة|موقع|أسبوعية))\s+(?=[«\"“A-ZÀ-Þ])",
    re.IGNORECASE,
)
NUMBERED = re.compile(r"\s+[–—-]\s+(?:n[°o]|communiqué|العدد|عدد|باب|بيان).*$", re.IGNORECASE)
PRESS = re.compile(
    r"^(?:(?:service|relations|contact|salle\s+de|bureau\s+de)\s+)?(?:presse|com|communication|media|médias|newsroom)\s+|^[إا]علام\s+|^(?:مكتب\s+[إا]علام|المكتب\s+ال[إا]علامي|العلاقات\s+العامة)\s+(?:[لب](?=ل?\S{4}))?",
    re.IGNORECASE,
)
SURELY_PRESS = re.compile(
    r"^(?:service|cellule|bureau|salle|relations)\s+(?:de\s+)?(?:la\s+)?(?:presse|com|communication|médias?)\s+(?:d[eu]s?\s+(?:la\s+)?|de\s+l[’']|d[’'])?(?=[A-ZÀ-Þ])|^(?:[إا]علام|مكتب\s+[إا]علام)\s+(?=\S{4,}\s\S)",
    re.IGNORECASE,
)
"""« Service Com DPN Zinder », « اعلام مديرية امن سبها »: nobody else speaks for it."""
PRESS_BEHIND = re.compile(
    r"\s+(?:[–—|-]|/)\s+(?:(?:service|relations|contact)\s+)?(?:presse|com|communication|médias?|newsroom|(?:ال)?(?:مكتب\s+)?(?:ال)?[إا]علام(?:ي)?|العلاقات\s+العامة)$",
    re.IGNORECASE,
)
"""« Toit & Droit – Presse »."""
OF_PLACE_ALONE = re.compile(r"ال[\u0621-\u064a]+ي[ةه]?")
"""« المكتب الإعلامي الإقليمي »: an office of nobody knows whom."""
LEGAL_FORM = re.compile(
    r"\s+(?:asbl|a\.?s\.?b\.?l\.?|ong|s\.?a\.?r?\.?l?\.?|aisbl)$", re.IGNORECASE
)
PARTED = re.compile(r"\s+[|·]\s+|\s+[–—-]\s+")
PASSED_ON = re.compile(
    r"message\s+(?:transféré|réexpédié|original)|début\s+du\s+message|forwarded|transféré|رسالة\s+(?:محولة|محوّلة|معاد)|إعادة\s+توجيه|مُ?عاد\s+توجيه",
    re.IGNORECASE,
)
"""A line that says that a mail was passed on: nobody's letterhead."""
LONGEST_NOTE = 4
"""Words, with a full stop behind them, that are a sentence."""
OFFICE = re.compile(
    r"\W*(?:(?:ديوان|مكتب|خلية|مصلحة|كتابة)\s+(?:ال(?:وزير|والي|عامل|رئيس|محافظ|مدير)|الإعلام|الصحافة|الاتصال)|Cabinet\s+d[ue]|Le\s+cabinet)",
    re.IGNORECASE,
)
"""« ديوان الوزير » below « وزارة الفلاحة »: an office of the house."""
IN_MEMBERS = re.compile(r"\W*(?:federation|confederation|ligue|(?:ال)?(?:اتحاد|عصبه|رابطه))(?!\w)")
ORGAN = re.compile(r"\W*(?:commission|comite|bureau|chambre|(?:ال)?(?:لجنه|مكتب))(?!\w)")
"""« COMMISSION DE DISCIPLINE » below « FÉDÉRATION DE FOOTBALL »: an organ of it."""
GOES_ON = re.compile(r"^(?:DES?|DU|D[’']|ET|À|A|AUX?|POUR|EN|CHARGÉE?)(?![a-zà-ÿ])", re.IGNORECASE)
LONGEST_NAME = 6
"""Words of a name that no noun tells to be a body's."""
LONGEST_SITE = 4
"""Words of a site's name."""


def issuer(layout: UnwrappedText, text: str) -> tuple[str, bool] | None:
    """Whose text it is, by what was taken off it; whether that is a body, and no paper.

    Args:
        layout: the parts that were taken off.
        text: what is left; a name that is a body's only perhaps has to stand in it.
    """
    pages = [line for line in kept_lines(layout, PartKind.PAGE) if HOUSE.match(letters(line))]
    letterhead = [*kept_lines(layout, PartKind.LETTERHEAD)] or pages
    closing = [*kept_lines(layout, PartKind.CLOSING)]
    found = (
        (layout.channel, False), (layout.house, HOUSE.match(letters(layout.house)) is not None),
        (of_letterhead(letterhead), True), (of_menu(layout), False),
        (of_closing(closing), True),
        (of_copyright(closing), False), (of_sender(layout, text), True),
        (of_about(closing, text), True),
    )  # fmt: skip
    return next(((name, is_body) for name, is_body in found if name), None)


def kept_lines(layout: UnwrappedText, kind: PartKind) -> Iterator[str]:
    """The lines of parts of a kind; what a capital « DES » begins goes on with the line before."""
    held: list[str] = []
    for part in layout.parts:
        if part.kind is not kind:
            continue
        if kind is not PartKind.LETTERHEAD:
            yield from held
            held = []
        for written in part.text.split("\n"):
            line = written.replace("\u0640", "").strip(" *#_–—|")
            broken = bool(held) and held[-1].endswith("-")
            if held and kind is PartKind.LETTERHEAD and (broken or GOES_ON.match(line)):
                held[-1] += line if broken else f" {line}"
            elif line:
                held.append(line)
    yield from held


def of_letterhead(lines: list[str]) -> str | None:
    """The last body of a letterhead: « Cour d'appel », « Tribunal », « Parquet »."""
    lines = [line for line in lines if not is_note(line) and not is_row_of_letters(line)]
    names = [bare(line) for line in lines if is_issuer(line)]
    bodies = [name for name in names if name and HOUSE.match(letters(name))]
    others = [name for name in names if 0 < len(name.split()) <= LONGEST_NAME]
    served = [name for line in lines if SERVICES.match(letters(name := bare(line)))]
    services = [name for name in served if not SAYS_WHAT_IT_DOES.search(letters(name))]
    houses = [name for name in bodies if not OFFICE.match(name)]
    if any(IN_MEMBERS.match(letters(one)) for one in houses):
        houses = [one for one in houses if not ORGAN.match(letters(one))] or houses
    return next((one for one in (*reversed(houses or bodies), *others, *services)), None)


def is_note(line: str) -> bool:
    """« Message transféré », « مرفق بياننا، نرجو منكم نشره. »."""
    is_sentence = line.endswith(".") and len(line.split()) >= LONGEST_NOTE
    return is_sentence or PASSED_ON.search(line) is not None


def bare(name: str) -> str:
    """A name without the address beside it, where it sits and which number it is."""
    name = NUMBERED.sub("", PAPER.sub("", ADDRESS.split(name)[0].strip()))
    name = PARTED.split(OF_WHICH_LAW.sub("", name))[0]
    return name.strip(' –—|-,،«»“”"')


def of_menu(layout: UnwrappedText) -> str | None:
    """The agency or the body in a menu, or the site whose name stands above all."""
    lines = [one for one in kept_lines(layout, PartKind.MENU) if not SHARE.match(one)]
    for line in lines:
        if agency_named(line) or (is_letterhead(line) and is_issuer(line)):
            return line
    first = next((one for one in lines if not LEADS_TO_CONTENT.match(one)), "")
    is_site = first and not is_menu(first) and not re.search(r"[|/>›:»\d]", first)
    long = len(first.split()) > LONGEST_SITE
    # Where nothing says whose page it is, its menu begins with its first heading: « Politique ».
    is_entry = is_rubric_alone(first) or LEADS.match(first) is not None
    return None if long or not is_site or is_entry or not is_issuer(first) else first


def of_closing(lines: list[str]) -> str | None:
    signed = [re.split(r"\s[–—-]\s|[,،]", line)[0] for line in lines]
    return next((one for one in signed if is_letterhead(one) and is_issuer(one)), None)


def of_copyright(lines: list[str]) -> str | None:
    """« © Algérie Presse Service 2026 - Tous droits réservés »."""
    for line in lines:
        found = COPYRIGHT.search(line)
        if found and not OF_RIGHTS.match(found["name"]):
            return bare(found["name"])
    return None


def of_sender(layout: UnwrappedText, text: str) -> str | None:
    """Whose mail it is: an agency, a body, or a name that the text has as well."""
    sender = layout.sender
    if not sender or OF_PLACE_ALONE.fullmatch(PRESS.sub("", sender)):
        return None
    sender = PRESS_BEHIND.sub("", sender)
    if len(parts := PARTED.split(sender)) > 1 and SERVICES.match(letters(parts[0])):
        sender = parts[-1]  # « المكتب الإعلامي - عدالة البحر »
    if surely := SURELY_PRESS.match(sender):
        return sender[surely.end() :].strip()
    name = LEGAL_FORM.sub("", PRESS.sub("", sender))
    told = name != layout.sender and fold(name) in fold(text)
    service = SERVICES.match(letters(name)) is not None
    house = HOUSE.match(letters(name)) and not service
    own = is_letterhead(name) and not (service and SAYS_WHAT_IT_DOES.search(letters(name)))
    return name if agency_named(name) or own or house or told else None


def of_about(lines: list[str], text: str) -> str | None:
    """« À propos de l'Office »; what is no noun of a body has to stand in the text."""
    for line in lines:
        found = ABOUT.match(line)
        if found and (HOUSE.match(letters(found["name"])) or fold(found["name"]) in fold(text)):
            return found["name"]
    return None
