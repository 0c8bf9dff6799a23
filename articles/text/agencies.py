"""News agencies: what each is called, and where its site is. Data, and how they are looked up."""

from __future__ import annotations

import re
from functools import cache

from .folding import letters
from .gazetteer import folded, gazetteer

# A line an agency: what it is called here, then its other names and its sites. Single letters with
# spaces between them are found with full stops as well, and without either.
_AGENCIES = """
MAP; و م ع; Maghreb Arabe Presse; Agence marocaine de presse; وكالة المغرب العربي للأنباء; mapexpress.ma; mapnews.ma; map.ma
APS; و أ ج; و ا ج; Algérie Presse Service; وكالة الأنباء الجزائرية; aps.dz
APS (Sénégal); Agence de presse sénégalaise; وكالة الأنباء السنغالية; aps.sn
TAP; و ا ت; Tunis Afrique Presse; وكالة تونس إفريقيا للأنباء; tap.info.tn
AFP; أ ف ب; Agence France-Presse; وكالة فرانس برس; فرانس برس; afp.com
Reuters; رويترز; reuters.com
AP; أ ب; Associated Press; أسوشيتد برس; apnews.com
WAM; و ا م; وكالة أنباء الإمارات; wam.ae
SPA; و ا س; وكالة الأنباء السعودية; spa.gov.sa
QNA; ق ن ا; وكالة الأنباء القطرية; qna.org.qa
KUNA; ك و ن ا; وكالة الأنباء الكويتية; kuna.net.kw
Petra; بترا; وكالة الأنباء الأردنية; petra.gov.jo
MENA; أ ش أ; أ ش ا; وكالة أنباء الشرق الأوسط; mena.org.eg
AMI; و م أ; Agence mauritanienne d'information; الوكالة الموريتانية للأنباء; ami.mr
EFE; إفي; efe.com
Anadolu; AA; الأناضول; وكالة الأناضول; Agence Anadolu; aa.com.tr
ONU Info; أخبار الأمم المتحدة; news.un.org
WAFA; و ف ا; وكالة الأنباء والمعلومات الفلسطينية; wafa.ps
NNA; وطنية; الوطنية للإعلام; الوكالة الوطنية للإعلام; Agence nationale de l'information; nna-leb.gov.lb
INA; و ا ع; وكالة الأنباء العراقية; ina.iq
SANA; س ا ن ا; الوكالة العربية السورية للأنباء; sana.sy
SUNA; س و ن ا; وكالة السودان للأنباء; suna-sd.net
Saba; سبأ; وكالة الأنباء اليمنية; saba.ye; sabanews.net
LANA; و ا ل; وكالة الأنباء الليبية; lana.gov.ly
BNA; ب ن ا; وكالة أنباء البحرين; bna.bh
ONA; العمانية; وكالة الأنباء العمانية; omannews.gov.om
UNA; ي و ن ا; اتحاد وكالات أنباء منظمة التعاون الإسلامي; una-oic.org
Maan; وكالة معا; وكالة معا الإخبارية; maannews.net
APA; Agence de presse africaine; وكالة الأنباء الإفريقية; apanews.net
PANA; Panapress; Pana; panapress.com
AIB; Agence d'information du Burkina; aib.media
AIP; Agence ivoirienne de presse; aip.ci
ANP; Agence nigérienne de presse; anp.ne
AMAP; Agence malienne de presse et de publicité; amap.ml
AGP; Agence guinéenne de presse; agpguinee.com
ABP; Agence Bénin Presse; abp.bj
ATOP; Agence togolaise de presse; atop.tg
ADI; Agence djiboutienne d'information; وكالة الأنباء الجيبوتية; adi.dj
ACP; Agence congolaise de presse; acp.cd
ATS; Keystone-ATS; Agence télégraphique suisse
Belga; Agence Belga; belga.be
dpa; د ب أ; د ب ا; وكالة الأنباء الألمانية; dpa.com
Xinhua; Chine nouvelle; شينخوا; وكالة أنباء شينخوا; xinhuanet.com; news.cn
Sputnik; سبوتنيك; sputniknews.com
TASS; تاس; tass.com
RIA Novosti; ريا نوفوستي; نوفوستي; ria.ru
IRNA; إرنا; إيرنا; irna.ir
ANSA; ANSAmed; آنسا; أنسا; ansa.it
AKI; آكي; Adnkronos
Lusa; لوسا; lusa.pt
Europa Press; europapress.es
UPI; يونايتد برس; upi.com
Bloomberg; بلومبرغ; بلومبرج; bloomberg.com
TRT; trt.net.tr
"""
DISTRIBUTORS = frozenset(
    ["GLOBE NEWSWIRE", "GLOBENEWSWIRE", "BUSINESS WIRE", "PR NEWSWIRE", "PRNEWSWIRE", "ACTUSNEWS", "APO GROUP",
     "NEWSWIRE", "CISION", "EQS", "AETOSWIRE"]
)  # fmt: skip
"""Who sends what companies pay for: no source of it."""
# Words of Arabic too: a bare one between words is no agency.
_ALSO_WORDS = frozenset(
    "ومع وات وال واج واع واس وام بنا قنا معا العمانية الوطنية وطنية أب تاس لوسا".split()
)
# Which agency of two that are called alike, by words of the country beside it.
_OF_A_COUNTRY = {
    "APS": (
        "APS (Sénégal)",
        re.compile(r"s[ée]n[ée]gal|(?<!\w)(?:dakar|thi[èe]s|saint-louis|ziguinchor|kaolack)(?!\w)"
                   r"|السنغال|داكار", re.IGNORECASE),
    ),
}  # fmt: skip

AGENCIES: dict[str, tuple[str, ...]] = {}
for _line in _AGENCIES.strip().splitlines():
    _names = tuple(_line.split("; "))
    AGENCIES[_names[0]] = _names


def _is_letters(name: str) -> bool:
    return all(len(part) == 1 for part in name.split())


def _is_site(name: str) -> bool:
    return "." in name


MARK = "[\u064b-\u0652]?"
"""What may stand above a letter: « العُمانية »."""


def _pattern(name: str) -> str:
    """Letters of an acronym may have spaces, full stops or nothing between them."""
    if _is_letters(name) and " " in name:
        return r"[\s.]?".join(re.escape(letter) for letter in name.split()) + r"\.?"
    if name.isupper() and name.isalpha() and name.isascii():
        return r"\.?".join(name)
    if not name.isascii() and re.search("[\u0621-\u064a]", name):
        return r"\s+".join(MARK.join(word) + MARK for word in name.split())
    words = r"\s+".join(re.escape(word) for word in name.split())
    return f"{words}|{words.upper()}" if name.isalpha() else words


_CALLED = [name for names in AGENCIES.values() for name in names if not _is_site(name)]
NAME = "|".join(_pattern(name) for name in sorted(_CALLED, key=len, reverse=True))
"""A pattern that any name of an agency matches, the longest first."""


def _key(words: str) -> str:
    """Its letters alone: « و.م.ع », « l’agence MAP »."""
    bare = re.sub(r"^(?:l\W?)?agence\s+(?=\w+$)|^وكاله\s+(?=\w+$)", "", letters(words).strip())
    return re.sub(r"\W", "", bare)


@cache
def _by_name() -> dict[str, str]:
    return {_key(one): key for key, names in AGENCIES.items() for one in names}


def agency_named(words: str, around: str = "") -> str | None:
    """The agency called so, by any of its names.

    Args:
        words: the name.
        around: the text beside it, which tells apart two that are called alike.
    """
    found = _by_name().get(_key(words)) or gazetteer().agencies.get("".join(folded(words)))
    other = _OF_A_COUNTRY.get(found or "")
    return other[0] if other and other[1].search(around) else found


def agency_at(host: str) -> str | None:
    """The agency whose site it is."""
    bare = host.removeprefix("www.")
    for name, names in AGENCIES.items():
        if any(bare == one or bare.endswith("." + one) for one in names if _is_site(one)):
            return name
    return None


TOLD = re.compile(
    rf"(?:agence(?:\s+(?:officielle|nationale|de\s+presse|d[’']information))*|l[’']agence|وكالة(?:\s+(?:الأنباء|أنباء))?(?:\s+الرسمية)?)\s+[\"«“(]?\s*(?P<agency>{NAME})(?!\w)"
    rf"|(?:selon|rapporte|rapporté|indique|indiqué)\s+(?:l[’'])?(?P<agency2>AFP|APS|MAP|TAP|Reuters|WAFA)(?!\w)"
)


def agency_told(text: str) -> str | None:
    """The agency that a text says it has its news from: « a rapporté l’agence officielle APS »."""
    found = TOLD.search(text)
    return agency_named(found["agency"] or found["agency2"], text) if found else None


def is_also_a_word(name: str) -> bool:
    """Whether running text has the same word for something else."""
    return _key(name) in _also_words()


@cache
def _also_words() -> frozenset[str]:
    return frozenset(map(_key, _ALSO_WORDS))


def full_names() -> dict[str, tuple[str, ...]]:
    """By what each is called here, its names without its sites and without spaced letters."""
    return {
        key: tuple("".join(one.split()) if _is_letters(one) else one
                   for one in names if not _is_site(one))
        for key, names in AGENCIES.items()
    }  # fmt: skip
