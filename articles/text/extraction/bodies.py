"""Bodies that a text names: ministries, universities, unions, agencies, each cut where its name ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from ..agencies import agency_named, full_names
from ..analysis.known_names import AMBIGUOUS, bodies
from ..analysis.names import fold
from ..vocabulary import ARABIC, ARABIC_COURTESIES, ARABIC_TITLES, ARABIC_TRADES, WEEKDAYS, either
from .arabic_names import ArabicWord, tokens
from .given_names import plain
from .people import tidy

_CAPITAL = r"[A-ZÀ-ÞŒ][\w’'-]*"
# With a capital, or of those that are one by their name alone.
FRENCH_NOUNS = (
    "agence organisation office ligue union commission fonds banque institut conseil association fédération "
    "observatoire croissant-rouge croix-rouge centre fondation programme haut-commissariat chambre réseau comité "
    "parti société confédération autorité direction secrétariat syndicat coalition mission cour parlement "
    "assemblée sénat école collège faculté académie musée bibliothèque théâtre caisse compagnie "
    "coordination collectif mouvement ordre instance inspection délégation présidence primature "
    "phonothèque cinémathèque archives groupement mutuelle coopérative chefferie diocèse ministère université "
    "tribunal parquet mairie wilaya préfecture municipalité commune ambassade consulat hôpital radio institution"
).split()
PLAINLY = frozenset(
    "ministère université tribunal parquet mairie wilaya préfecture municipalité ambassade consulat hôpital cour "
    "faculté chambre fédération syndicat office banque".split()
)
ADJECTIVE = (
    r"(?!(?:hier|mercredi|mardi)\b)[a-zà-ÿ-]{2,}(?:al|ale|aux|ales|ien|ienne|iens|iennes|ique|iques|if|ive|ifs|ives|aire|aires|ais|aise|"
    r"aises|ain|aine|ains|el|elle|els|elles|ois|oise|oises|éen|éenne|ée|ées|é|és|eur|eure|ère|ères|eux|euse|euses|rouge|rouges|"
    r"uni|unis|libre|suprême|mondial|mixte|public|publique|militaire|islamique|arabe)"
)
NO_ADJECTIVE = r"(?!(?:régional\s+a|principal\s+|quel|aussi|été|lequel|laquelle|mardi|selon)\b)"
_OF = r"(?:d[’']|de\s+l[’']|de\s+la\s+|du\s+|des\s+|de\s+|à\s+l[’']|à\s+la\s+|aux?\s+|pour\s+(?:l[’']|la\s+|le\s+|les\s+)|contre\s+(?:l[’']|la\s+|le\s+|les\s+)|en\s+)"
_NOUN = r"(?:[A-ZÀ-ÞŒ][\w’-]*|(?!lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|cette|son|sa|ses|leur|un|une|nombreu|plusieurs)[a-zà-ÿ]{3,})"
_WORDS = rf"{_NOUN}(?:\s(?:{_CAPITAL}|{NO_ADJECTIVE}{ADJECTIVE}(?!\w)))*"
_NOT_ANOTHER = rf"(?!(?:{either([one.capitalize() for one in FRENCH_NOUNS])})(?![\w-]))"
FRENCH_BODY = re.compile(
    rf"(?:(?<=[ldLD][’'])|(?<![\w’'-]))(?P<noun>(?i:{either(FRENCH_NOUNS)}))(?![\w-])"
    rf"(?P<own>(?:\s(?:{_CAPITAL}|{NO_ADJECTIVE}{ADJECTIVE}(?!\w)))*)"
    rf"(?P<of>(?:\s{_OF}{_WORDS}(?:(?:,\s|\set\s){_OF}{_NOT_ANOTHER}{_WORDS})*)*)"
    r"(?:\s\((?P<acronym>[A-Z][A-Za-z-]{1,9})\))?"
)
ELIDED = re.compile(r"(?<=[ldLD][’'])")
# No name of a body ends with these, or goes on behind them.
ENDS_FRENCH = re.compile(
    r"\s(?:de|du|des|à|aux?|en|pour|contre|et)\s+(?:l[’']|la\s+|le\s+|les\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"cette|ce|hier|demain|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"presse|nouveau|nouvelle|son|sa|ses|leurs?|tou(?:s|tes?)|plusieurs|nombreux|nombreuses)(?!\w).*$|\sen\s(?![A-ZÀ-Þ]).*$"
)

ARABIC_NOUNS = (
    "وزارة منظمة جامعة وكالة هيئة لجنة اتحاد مجلس بنك صندوق معهد مركز مؤسسة جمعية شبكة مفوضية برنامج رابطة "
    "غرفة حزب مرصد كلية أكاديمية نقابة محكمة بلدية مندوبية بعثة سفارة قنصلية مصرف فيدرالية كونفدرالية نيابة هلال صليب درك"
).split()
# What a body with an article is: « البنك الدولي », but « اللجنة المنظمة » is any.
OF_A_BODY = frozenset(
    map(
        plain,
        "الدولي الدولية الوطني الوطنية العام العامة الأعلى العليا المركزي المركزية العالمي العالمية العربي العربية "
        "الأفريقي الإفريقي الأفريقية الإفريقية الأوروبي الأوروبية الإسلامي الإسلامية الأحمر الملكي الملكية الاقتصادي "
        "الاقتصادية الأمريكي الأمريكية الفرنسي الفرنسية المغربي المغربية الجزائري الجزائرية التونسي التونسية المصري المصرية "
        "الليبي الليبية الموريتاني الموريتانية القطري القطرية السعودي السعودية الأردني الأردنية الفلسطيني الفلسطينية اللبناني "
        "اللبنانية العراقي العراقية السوري السورية السوداني السودانية اليمني اليمنية الخليجي الجهوي الجهوية الإقليمي الإقليمية".split(),
    )
)
STOPS = frozenset(
    map(
        plain,
        [
            *ARABIC_COURTESIES, *ARABIC_TITLES, *ARABIC_TRADES, *WEEKDAYS,
            *"اليوم أمس غدا الماضي الماضية المقبل المقبلة الجاري الجارية الذي التي الذين اللذين الآن أيضا الثلاثاء الحالي الحالية السابق السابقة "
            "الأسبوع الشهر العام السنة المذكور المذكورة المعني المعنية نفسه نفسها ذاته ذاتها".split(),
        ],
    )
) - {plain("الوزراء"), plain("النواب"), plain("العام"), plain("العامة")}  # fmt: skip
AFTER_HEAD = frozenset(
    map(
        plain,
        "حقوق شؤون أمن تنمية ترقية رعاية حماية مكافحة رقابة دعم تعاون علوم فنون الأمم مجلس الوزراء تنسيق إحصاء".split(),
    )
)


UNFINISHED = (AFTER_HEAD | {"ل" + word for word in AFTER_HEAD}) - {"الوزراء", "الامم"}
LONGEST_NAME = 8
"""Words of a body's name."""


def named_bodies(paragraphs: list[str], language: str, known: Iterable[str] = ()) -> list[str]:
    """The bodies that paragraphs name, in their order, each once.

    What is only called « la commission » is none; nor is a name that everybody knows left out for
    having no such noun: « UNICEF », « Union africaine ».

    Args:
        paragraphs: of the body.
        language: in which it is written.
        known: names that were found already; what is a part of one is not named again.
    """
    found: dict[str, str] = {}
    longer = [fold(one) for one in known]
    read = arabic_bodies if language == ARABIC else french_bodies
    for paragraph in paragraphs:
        spans = sorted([*read(paragraph), *known_bodies(paragraph, language)])
        end = -1
        for start, stop, name in spans:
            bare = fold(name.split(" (")[0])
            is_part = any(bare in one or bare.replace(" ", "") in one.split() for one in longer)
            if start >= end and len(bare) > 2 and not is_part and agency_named(name) is None:
                found.setdefault(bare, name)
                end = stop
    return list(found.values())


def french_bodies(text: str) -> list[tuple[int, int, str]]:
    spans = []
    for match in FRENCH_BODY.finditer(text):
        own, of = match["own"], ENDS_FRENCH.sub("", match["of"])
        noun = match["noun"]
        is_name = noun[0].isupper() or noun.lower() in PLAINLY
        has_name = re.search("[A-ZÀ-Þ]", own + of) or (noun[0].isupper() and (own or of))
        at_start = match.start() == 0 or text[: match.start()].rstrip()[-1:] in {".", "«", '"', "“"}
        if not is_name or not has_name or (at_start and not re.search("[A-ZÀ-Þ]", own + of)):
            continue
        name = tidy(noun + own + of)
        end = match.start() + len(noun + own + of)
        if match["acronym"] and end == match.end() - len(match["acronym"]) - 3:
            name, end = f"{name} ({match['acronym']})", match.end()
        spans.append((match.start(), end, name))
    return spans


def arabic_bodies(text: str) -> list[tuple[int, int, str]]:
    found = tokens(text)
    spans: list[tuple[int, int, str]] = []
    at = 0
    while at < len(found):
        head = head_of(found[at].word)
        if head is None:
            at += 1
            continue
        noun, before, definite = head
        end = arabic_end(found, at, noun, definite=definite)
        if end is None:
            at += 1
            continue
        start, stop = found[at].start + before, found[end - 1].end
        name = text[start:stop]
        if definite:
            name = "ال" + name.removeprefix("ل")
        spans.append((start, stop, tidy(name.replace("\u0640", ""))))
        at = end
    return spans


def head_of(word: str) -> tuple[str, int, bool] | None:
    """The noun of a word, how many letters stand before its name, and whether « لل » does."""
    for prefix in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول"):
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        if prefix.endswith("ل") and rest.startswith("ل") and rest[1:] in HEADS:
            return rest[1:], len(prefix), True
        if rest in HEADS or rest.removeprefix("ال") in HEADS:
            return rest, len(prefix), False
    return None


HEADS = frozenset(map(plain, ARABIC_NOUNS))


def arabic_end(found: list[ArabicWord], at: int, noun: str, *, definite: bool) -> int | None:
    """Where the name ends that a noun begins; nothing where it begins none."""
    definite = definite or noun.startswith("ال")
    end = at + 1
    while end < len(found) and end - at < LONGEST_NAME and found[end].beside:
        word = found[end].word
        if (
            word in STOPS
            or begins_another(word)
            or not goes_on(word, end == at + 1, definite=definite)
        ):
            break
        end += 1
    own = [one.word for one in found[at + 1 : end]]
    while own and own[-1] in UNFINISHED:
        own.pop()
        end -= 1
    if not own or (definite and len(own) == 1 and own[0] not in OF_A_BODY):
        return None
    return (
        end
        if definite or own[0].startswith("ال") or own[0] in AFTER_HEAD or len(own) == 1
        else None
    )


def begins_another(word: str) -> bool:
    """« المرصد الاتحادَ », « النيابة المدعي »: another body, or somebody."""
    bare = word.removeprefix("ال")
    return word.startswith("ال") and (bare in HEADS or word in {"المدعي", "المدعيه"})


def goes_on(word: str, first: bool, *, definite: bool) -> bool:
    """Whether a word is of the name of a body that has begun."""
    if word.startswith(("ال", "لل")):
        return True
    if word in AFTER_HEAD or (word.startswith("ل") and word[1:] in AFTER_HEAD):
        return True
    if first:
        return not definite and is_perhaps_a_place(word)
    return word.startswith(("وال", "ولل")) and head_of(word) is None


def is_perhaps_a_place(word: str) -> bool:
    """« جامعة أسيوط », « بلدية فريانة », but « جمعية دولية », « لجنة كانت »."""
    if len(word) < 3 or word.endswith(("يه", "ي", "ات", "ين", "ون", "ا")):
        return word in {"سوريا", "ليبيا", "طبرقه", "الاسكندريه"}
    return (
        not word.startswith(("ب", "و", "ف", "ت", "ي", "س", "ل", "ك", "ان", "م")) or word in PLACES
    )


PLACES = frozenset(
    map(plain, "تونس بيروت بغداد باريس سوسة فاس سوريا فلسطين تلمسان بجاية تطوان سطيف سبها تعز مراكش مكناس ميسان مدنين "
        "مسقط مصراتة منوبة بنزرت بنغازي باتنة بسكرة ورقلة لندن كركوك موريتانيا مصر ماليزيا وهران".split())
)  # fmt: skip


def known_bodies(text: str, language: str) -> list[tuple[int, int, str]]:
    """The bodies that everybody knows, by any of their names in the language of the text."""
    spans = []
    for pattern in known_patterns(language == ARABIC):
        spans += [(one.start(1), one.end(1), one[1]) for one in pattern.finditer(text)]
    return spans


@cache
def known_patterns(is_arabic: bool) -> list[re.Pattern[str]]:
    agencies = {name for names in full_names().values() for name in names}
    names = {
        name
        for each in bodies()
        for name in each
        if name not in AMBIGUOUS | agencies
        and bool(re.search("[\u0600-\u06ff]", name)) == is_arabic
        and len(name) > 2
    }
    if is_arabic:
        before = r"(?<![\u0621-\u064a])(?:[وبل]|ول|وب)?"
        return [re.compile(rf"{before}({either([*names])})(?![\w-])")]
    of_words = [name for name in names if " " in name]
    return [
        re.compile(rf"(?<![\w-])({either([*names])})(?![\w-])"),
        re.compile(rf"(?<![\w-])({either(of_words)})(?![\w-])", re.IGNORECASE),
    ]
