"""What can be somebody's name in French: two words with a capital or more."""

from __future__ import annotations

import re

from ..analysis.names import fold
from ..vocabulary import (
    FRENCH_COURTESIES,
    FRENCH_EVENTS,
    FRENCH_TITLES,
    MONTHS,
    NO_NAMES,
    WEEKDAYS,
    either,
)
from .latin_given_names import begins_as_a_name
from .people import ORGANIZATION_NOUNS, tidy

_LETTER = "A-ZÀ-ÖØ-ÞŒŠŽĆČĐŁŚŻĞŞİĀĪŪ"
_CAPITAL = rf"[{_LETTER}][\w’'-]*\w"
# Each before the next word of a name: « Ould », « von der », « d' »; « al- » is one with it.
_PARTICLE = (
    r"(?:(?:(?:el|al|ben|bin|bint|ibn|oul[ae]d|w[aou]lad|weld|mint|ag|de[ \u00a0]l[ao]s?|de|du|dos?|das?|van|ve[rn]|von|vom|zu[rm]?|"
    r"te[rn]|der|den|del|della|di|y|wa|ya|[Aa][iï]t|bou|abou|umm|née?|[ÉEée]p(?:ouse|se|\.))"
    r"[ \u00a0]){1,3}(?:d[’'])?|[dnu][’'])?"
    r"(?:(?:[ae][lsdnrtz]|a[sc]h|e[sc]h|ou[ldnrstz])[-‑])?"
)
# « Paul D. Sawadogo », « J.-B. Kouassi », « Gh. »; a sentence may begin behind « le groupe B. ».
_STARTERS = "Le|La|Les|Il|Elle|Ils|Elles|On|Un|Une|Des|Ce|Cette|Ces|Son|Sa|Ses|Dans|Mais|Et|En|Pour|À|Au|Aux|Selon|Nous|Je"
_INITIAL = rf"(?:[{_LETTER}]|[CGKPST]h)\."
_INITIALS = (
    rf"{_INITIAL}(?:[ \u00a0-]?{_INITIAL}){{0,2}}(?=[ \u00a0-](?!(?:{_STARTERS})(?!\w))[{_LETTER}])"
)
LAST_INITIAL = rf"[{_LETTER}]\.(?=\s*(?:[,;:!?)»”\"]|$)|\s+(?:[a-zà-ÿ]|(?:{_STARTERS}|[LDl][’'])(?!\w)|[«“\"]))"
"""« Bilal R. »: the rest of a name that is kept back."""
NAME = re.compile(
    rf"(?:{_CAPITAL}|(?<![\w’'.-])(?!M\.\s){_INITIALS}[ \u00a0]{_PARTICLE}{_CAPITAL})"
    rf"(?:[ \u00a0]+{_PARTICLE}(?:{_CAPITAL}|[IVX]+(?!\w)|{_INITIALS})){{1,6}}(?:[ \u00a0]{LAST_INITIAL})?(?:/{_CAPITAL})?"
    rf"|{_CAPITAL}[ \u00a0]{LAST_INITIAL}"
    rf"|(?<![\w’'.-])(?!M\.\s){_INITIALS}[ \u00a0]{_PARTICLE}{_CAPITAL}"
)
ENDS_IN_INITIAL = re.compile(rf"(?<!\w)[{_LETTER}]\.$")
SURNAME = re.compile(rf"(?:{_PARTICLE}{_CAPITAL})(?:[ \u00a0]{_CAPITAL})*")

LONGEST = 400
"""Letters of words that are read as a name."""
LEADING_COURTESY = re.compile(
    rf"(?:(?:{either(FRENCH_COURTESIES)}|(?:(?:Sa|Son)\s)?(?:Majesté|Excellence|Altesse|Éminence|Sainteté)|"
    r"(?:[Mm]édecin|[Mm]agistrat|[Ii]ntendant)-\w+)[ \u00a0])+"
)
NEVER_IN_NAMES = frozenset(
    fold(word)
    for word in (
        *ORGANIZATION_NOUNS, *FRENCH_EVENTS, *WEEKDAYS, *MONTHS, *FRENCH_TITLES,
        *"république royaume nations unies états afrique europe asie monde sud nord ouest jeux grand "
        "grande haut haute nouvelle cité ville mer océan palais place avenue boulevard rue port golfe "
        "mont lac notre-dame pays province région wilaya préfecture district quartier hôtel stade théâtre musée "
        "radio télévision journal revue opération projet prix coupe championnat".split(),
    )
)  # fmt: skip


def without_courtesy(words: str) -> str:
    polite = LEADING_COURTESY.match(words)
    return words[polite.end() :] if polite else words


OF_A_RANK = re.compile(
    r"^(?:(?:Principal|Divisionnaire|Général|Adjoint|Major|Chef|Supérieur|Central|Délégué|Honoraire|Régional|National)e?\s+)*(?:d[eu]s?\s+(?:la\s+)?(?:Police|Gendarmerie|Brigade|Corps|Division|Paix|Armée|Douanes?)\s+|(?<=\s))(?=[A-ZÀ-Þ])"
    r"|^(?:Police|Gendarmerie|Division|Brigade|Douanes)\s+(?=[A-ZÀ-Þ][\w’'-]+\s+[A-ZÀ-Þ])"
)
"""« Commissaire Principal de Police Harouna Sani »: the rest of a rank in capitals."""
OF_SOMEBODY = re.compile(
    r"(?P<noun>[A-ZÀ-Þ][a-zà-ÿ]{3,})\s(?:de\s|d[’'])(?=[A-ZÀ-Þ](?:[\w’'-]+|\.)\s)"
)
"""« Réponse de Karim Lahlou », « Portrait de Nadia Slimani »: the noun is of no name."""


def bare_name(words: str) -> str:
    """A name without the words that a sentence begins with, or that are said out of courtesy."""
    words = without_courtesy(words[:LONGEST])
    if rank := OF_A_RANK.match(words):
        words = words[rank.end() :]
    if (said := OF_SOMEBODY.match(words)) and not begins_as_a_name(said["noun"]):
        polite = LEADING_COURTESY.match(words, said.end())
        rest = words[polite.end() if polite else said.end() :]
        words = rest if polite or begins_as_a_name(rest) else words
    if re.match(r"[LDld][’'][a-zà-ÿœ]", words):
        # « L'océanographe Samia Jouini »
        words = words.partition(" ")[2]
    while words.count(" ") and (
        words.split()[0].lower() in NO_NAMES
        or words.startswith(("État ", "Etat "))
        or (words.split()[0].isupper() and words.count(" ") > 1)
    ):
        # « Selon Karim Lahlou », « la députée LR Valérie Boyer », « le conseiller d'État X ».
        first, words = words.split(maxsplit=1)
        if first.isupper() and re.match("d(?:e|u|es) ", words):
            return ""  # « le député LR de Gironde Florent Lacour »: where does the name begin?
    return tidy_name(without_courtesy(words))


def begins_at(found: re.Match[str], name: str) -> int:
    """Where a bare name begins among the words it was read in; a byname may be blank within it."""
    if found[0].endswith(name):
        return found.end() - len(name)
    own = re.search(r"\s+".join(map(re.escape, name.split())), found[0])
    return found.start() + own.start() if own else found.end() - len(name)


def tidy_name(words: str) -> str:
    """A name as it is kept: the full stop of an initial is of it."""
    kept = tidy(words)
    return f"{kept}." if ENDS_IN_INITIAL.search(words.strip()) else kept


def is_name(name: str) -> bool:
    """Whether words with capitals can be somebody's."""
    words = name.split()
    return (
        len(words) >= 2
        and not any(fold(word) in NEVER_IN_NAMES for word in words)
        and not all(word.isupper() for word in words)
    )


_KIN = r"(?:ben|bin|bint|ibn|oul[ae]d|w[aou]lad|weld|mint|ag|a[iï]t|bou|abou|abi|abu|oum|umm|ba)"
_OF = r"(?:de|van|von|del|della|di|da|dos|ter|ten|el|al)"
BY_ITS_PARTS = re.compile(
    rf"\s(?i:{_KIN}|{_OF})\s|\s(?i:[ae][lsdnrtz]|ou[ld])-\w|\s[dDO][’'][{_LETTER}]"
    rf"|^{_INITIAL}\s|\s{_INITIAL}(?:\s|$)|[a-zà-ÿćčšž]-[{_LETTER}][\w’']+$"
)
"""« Eya Ben M’barek », « Verena von Allmen », « Paul D. Sawadogo », « Uapan Fontaine-Bellefleur »."""


def is_built_as_a_name(name: str) -> bool:
    """Whether words with capitals are joined as the parts of somebody's name are."""
    return BY_ITS_PARTS.search(name) is not None
