"""Whose paper a text is written on: states, bodies, their mottos, and nothing that they do."""

from __future__ import annotations

import re
import unicodedata

from articles.text.extraction.labels import LABEL_ALONE, is_rubric_alone
from articles.text.folding import letters

# As they are without accents: capitals often have none.
STATES = (
    r"royaume|republique|etat|principaute|sultanat|emirat|confederation\s+suisse|nations\s+unies|union\s+europeenne|union\s+africaine|"
    r"المملكه|الجمهوريه|جمهوريه|مملكه|دوله|سلطنه|اماره|الامم\s+المتحده"
)
BODIES = (
    r"ministere|cabinet|secretariat|direction|presidence|primature|agence|service|prefecture|wilaya|commune|mairie|"
    r"municipalite|delegation|bureau|cellule|chefferie|parlement|assemblee|senat|chambre|conseil|commission|haut-commissariat|"
    r"haute\s+autorite|office|organisation|federation|confederation|ligue|union|association|fondation|institut|"
    r"police|gendarmerie|consulat|universite|academie|rectorat|parquet|ville|prefete?|procureure?|section|region|academie|departement|chu|hopital|centre|programme|fonds|club|syndicat|collectif|reseau|observatoire|ordre|ambassade|tribunal|cour|"
    r"قنصليه|شرطه|اذاعه|وزاره|رئاسه|ديوان|وكاله|مديريه|ولايه|عماله|بلديه|مندوبيه|مكتب|مجلس|هيئه|منظمه|اتحاد|جمعيه|مؤسسه|جامعه|"
    r"معهد|اكاديميه|غرفه|نقابه|مرصد|مركز|شبكه|لجنه|تنسيقيه|سفاره|محكمه|نادي|بعثه|مفوضيه|دائره|اداره|امانه|نيابه|برلمان|"
    r"مصلحه|قسم|بورصه|جهاز|صندوق|شركه|بنك|مصرف|محافظه|حزب|حركه|جبهه|ائتلاف|رابطه|مستشفى|كليه|فيدراليه|كونفدراليه|هياه|وفد|منسقيه|مندوبيه"
)


def _as_compared(names: str) -> str:
    """Alternatives as ``letters`` writes them."""
    return "|".join(
        letters(name.replace(r"\s+", " ")).replace(" ", r"\s+") for name in names.split("|")
    )


HOUSE = re.compile(rf"^\W*(?:{_as_compared(STATES)}|(?:ال)?(?:{_as_compared(BODIES)}))(?!\w)")
STATE = re.compile(rf"^\W*(?:{_as_compared(STATES)}|بسم\s+الله)(?!\w)")
MOTTO = re.compile(
    r"^\W*(?:liberte\W+egalite\W+fraternite|(?:liberte|egalite|fraternite)|honneur\W+fraternite\W+justice|unite\W+\w+\W+\w+|un\s+peuple\W+un\s+but\W+une\s+foi|"
    r"paix\W+travail\W+patrie|.*nous\s+vaincrons|union\W+discipline\W+travail|بسم\s+الله\s+الرحمن\s+الرحيم|شرف\W+اخاء\W+عدل)\W*$"
)
PARTICLES = frozenset(
    [
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "à",
        "a",
        "au",
        "aux",
        "en",
        "sur",
        "pour",
        "par",
        "chargé",
        "chargée",
        "auprès",
        "sous",
    ]
)
SERVICES = re.compile(
    r"^\W*(?:service|bureau|cellule|direction(?!\s+(?:generale|nationale|regionale)\s)|division|section|cabinet|secretariat(?!\s+general\s+du\s+gouv)|rectorat|(?:ال)?(?:قسم|مصلحه|مديريه|مكتب|خليه|امانه|اداره|دائره|وحده|شعبه)|المركز\s+الاعلامي)(?!\w)"
)
# A word of a body's name, after its first: with the article or a preposition, or one of few.
ARABIC_OF_A_NAME = re.compile(
    r"^(?:[وبل]?(?:ال|لل)|ل\w{3,}$|انباء$|شؤون$|حقوق$|رعايه$|و$|في$|من$|لدي$|باسم$|المغرب$|قطر$|تونس$|مصر$|لبنان$|ليبيا$|سوريا$|فلسطين$|عمال$|"
    r"محافظه$|ولايه$|مدينه$|جهه$|اقليم$|مجلس$|وزاره$|اداره$|محكمه$|بمحكمه$|قضاء$|جامعه$|بجامعه$|كليه$)"
)
ADDRESS = re.compile(r"www\.|https?:|\w@\w|\+?\d[\d\s().-]{8,}\d|(?:^|\s)(?:BP|B\.P\.|ص\.ب)\W")


GENERAL = re.compile(
    r"^\W*(?:direction|delegation|inspection|agence|office|centre)\s+(?:generale?|nationale?|regionale?)\s"
)
"""« Direction générale de la météorologie »: written small as services are, and a body."""
WITH_PLACE = re.compile(r"\s+[–—-]\s+[^–—.:]{2,24}$")
"""« نادي الوحدات – عمّان »"""
OF_WHICH_LAW = re.compile(r"\s\((?:[\u0621-\u064a]\.){2,5}[\u0621-\u064a]?\)$")
"""« بنك الواحة الكويتي (ش.م.ك.ع) »: what kind of a company it is."""
WITH_ACRONYM = re.compile(r"\s\((?:[A-Z][\w-]{1,11}|ال?[\u0621-\u064a]{3,9})\)$")
OWN_LETTERS = re.compile(r"^(?P<name>[A-ZÀ-Þ][^():.!?«»]{8,80})\s\((?P<acronym>[A-ZÀ-Þ]{3,8})\)$")
MOST_WORDS = 10
SAYS_WHAT_IT_DOES = re.compile(
    r"(?<!\w)(?:communication|presse|medias|اعلام|الاعلام|الاتصال|التواصل|العلاقات|الاعلامي)(?!\w)"
)


def is_letterhead(line: str) -> bool:
    """The name of a state or of a body, and nothing that it does."""
    line = OF_WHICH_LAW.sub("", WITH_PLACE.sub("", line))
    if WITH_ACRONYM.search(line) and HOUSE.match(letters(line)) and ":" not in line:
        return True
    if is_in_other_letters(line) or has_its_letters(line):
        return True
    plain = letters(line)
    if not HOUSE.match(plain) or re.search(r"[:.!?؟«»\"0-9]", line):
        return False
    first, *words = re.findall(r"[^\W\d_]+", re.sub(r"\([^)]*\)", "", line))
    if re.match("[\u0600-\u06ff]", first):
        names = [letters(word) for word in words]
        # « بلدية زليتن », « نقابة المحامين في طرابلس »: where it is may be any word.
        with_place = len(names) > 2 and (names[-2] == "في" or re.match("[بل]\\w{4,}", names[-1]))
        if len(names) == 1 or with_place:
            names = names[:-1]
        return len(words) <= 7 and all(ARABIC_OF_A_NAME.match(word) for word in names)
    # « République française », and services: they have few capitals.
    is_service = (
        SERVICES.match(plain) is not None
        or GENERAL.match(plain) is not None
        or (STATE.match(plain) and len(words) < 4)
    )
    return bool(words) and all(
        word[0].isupper() or word.lower() in PARTICLES or is_service for word in words
    )


def has_its_letters(line: str) -> bool:
    """« Veille Droits Sahel (VDS) »: a name with capitals, and its own letters behind it."""
    found = OWN_LETTERS.match(line)
    if found is None or len(found["name"].split()) > MOST_WORDS:
        return False
    capitals = re.findall(r"(?<!\w)[A-ZÀ-Þ]", found["name"])
    return len(capitals) > 2 and letters("".join(capitals)) == letters(found["acronym"])


def is_like_letterhead(line: str) -> bool:
    """Whether a first line is rather the sender's than a title: a name, an address, a motto."""
    plain = letters(line.replace("\u0640", ""))
    if is_letterhead(line) or MOTTO.match(plain) or ADDRESS.search(line):
        return True
    if HOUSE.match(plain) and not re.search(r"[:.!?؟«»\"]", line) and len(line.split()) <= 6:
        return not re.search("[\u0600-\u06ff]", line) or len(line.split()) <= 3
    parts = re.split(r"\s*[–—|·-]\s+|\s+[–—|·-]\s*", line)
    return (
        len(parts) > 1
        and (len(parts) > 2 or any(HOUSE.match(letters(one)) for one in parts))
        and all(len(one.split()) <= 5 for one in parts)
    )


_LETTERS = r"[A-ZÀ-Þ][A-Za-zÀ-Þ]{1,11}(?:-[A-ZÀ-Þ]+)*|[A-ZÀ-Þ]-[A-ZÀ-Þ]{2,10}"
ROW_OF_LETTERS = re.compile(rf"^\W*(?:{_LETTERS})(?:\s*[–—/,|-]\s+(?:{_LETTERS}))+\W*$")


def is_row_of_letters(line: str) -> bool:
    """« F-SYNTER – SNEA-B – SYNATEB »: of whom the body above is made up."""
    bare = re.sub(r"[^\w]", "", line)
    return ROW_OF_LETTERS.match(line) is not None and sum(map(str.isupper, bare)) > 0.7 * len(bare)


def is_in_other_letters(line: str) -> bool:
    """Whether it has letters, and none of them Arabic or Latin: « ⵜⴰⴳⵍⴷⵉⵜ »."""
    scripts = {unicodedata.name(one, "").partition(" ")[0] for one in line if one.isalpha()}
    return bool(scripts) and not scripts & {"ARABIC", "LATIN"}


def is_issuer(name: str) -> bool:
    """Whether a name on a letterhead is a body's: no state's, no service's, no motto."""
    plain = letters(name)
    return not (
        STATE.match(plain)
        or SERVICES.match(plain)
        or MOTTO.match(plain)
        or is_in_other_letters(name)
        or is_rubric_alone(name)
        or LABEL_ALONE.match(name)
        or not re.search(r"[^\W\d_]{2}", name)
    )
