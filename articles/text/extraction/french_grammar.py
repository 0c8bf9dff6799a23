"""The words by which French says who does something: pronouns, what stands first, what stands between."""

from __future__ import annotations

import re

from ..patterns import late
from ..vocabulary import either
from .french_epithets import EPITHET
from .french_mentions import SOMEBODY
from .french_people import DETERMINER, QUALIFIED, TITLE
from .people import FEMALE, MALE
from .speech import FRENCH_SAYS, FRENCH_SPEECH

PRONOUN = late(
    r"(?:(?<!\w)|qu[’'])(?P<pronoun>il|elle|on|ils|elles|je|nous)\s+(?:ne\s+|n[’']|lui\s+|leur\s+)*$",
    re.IGNORECASE,
)
SAME = late(
    r"(?P<word>(?:la|le)\s+même(?:\s+(?!(?:a|ont|est|avait|y)(?!\w))\w+)?|ce\s+dernier|cette\s+dernière|"
    r"celui-ci|celle-ci|l[’']intéressée?)(?!\w)",
    re.IGNORECASE,
)
MARKS = ' «“"\u00a0\u202f'
FAR = 1_200
"""Characters before a quotation among which its verb stands."""
PRONOUN_ALONE = late(r"\s+(?P<who>lui|elle)(?![\w-])")
SUBJECTS = {"lui": "il", "elle": "elle"}
"""« Selon lui »."""
IS_SAID_TO_BE = late(
    r"(?:(?<!\w)(?:que\s|qu[’'])|(?:[Ss]elon|[Dd][’']après)\s[^«»\"]{4,120},\s)[^«»“”\":;.]{4,90}\s(?:est|sont|était|étaient|serait|seraient|reste|restent|sera)$"
)
"""« affirme que les comptes sont « … » », « Selon le préfet, la situation est « … » »."""
WISHES = late(
    r"(?:vouloir|souhaiter|espérer|attendre|craindre|redouter|refuser|être|avoir)(?:\s(?:de|d[’']))?"
)
CALLS = late(
    r"(?<!\w)(?:qualifi(?:é|ée|e|ait|ant)|trait(?:é|ée|e|ait|ant))\s[^«»“”\":;.,]{2,70}\s(?:de\s?|d[’'])$"
)
"""« a qualifié l'opération de « … » »."""
FOR = late(r"(?:Pour|Aux\s+yeux\s+de)\s+")
ELSE = late(rf"[.;]|(?<!\w)(?:{either([*FRENCH_SAYS, *FRENCH_SPEECH])})(?!\w)")
OTHERS_WORDS = late(
    r"(?<!\w)(?:l[iu]t?|lisait|lire|entendu|reçu|cite|cité|citait|récite|chante|chanté|affiche|pancarte|banderole|inscription|"
    r"note|lettre|message|proverbe|dicton|slogan|verset|vers)(?!\w)",
    re.IGNORECASE,
)
"""« Il a lu la note : « … » »: what is quoted is another's."""
GENDERS = {"il": MALE, "elle": FEMALE}
BEGINS_WITH_PRONOUN = late(
    r"\s*(?:(?!(?:Selon|D[’']après|Pour|Avec|Contre|Chez)\s)[A-ZÀ-Þ][^,.;:«»A-ZÀ-Þ]{2,60},\s+)?([Ii]l|[Ee]lle)(?!\w)(?!\s+(?:faut|fallait|s[’']agit|y\s+a))"
)
AT_START = late(
    r"(?:^|[,;:]|(?<!\w)(?:et|mais|car|que|où|dont|puis|or|comme|si|quand|lorsque|lequel|laquelle|selon|"
    r"enfin|ensuite|hier|ainsi|alors|pour)|qu[’'])\s*$",
    re.IGNORECASE,
)
# Between a subject and its verb nothing stands, or what is set off by commas.
BETWEEN = late(
    r"\s*,?\s*|\s*,(?!\s*(?:et|mais)\s)(?:(?!\s(?:que|qu[’']|celui|celle|ceux|alors|tandis|lequel|laquelle)(?!\w))"
    r"[^«»“”\":;]){2,110},\s*(?:(?:y|en|lui|leur|le|la|nous|me)\s+|[lm][’']\s?)?"
)
IN_BRACKETS = late(r"\s*\([^()]{2,40}\)\s*")
"""« Me Ngarlem (Réagir-T) dit »: of which party, or house, somebody is."""
WHO = late(r"\s*,?\s*qui\s*")
EPITHET_ENDS = late(
    r"(?:\s(?!a\s|est\s|ne\s|se\s)[a-zà-ÿ-]{4,}|\sde\s\d{1,3}\sans){0,2}\s*"
    r"(?:[,.;:]|$|(?:aux?|à|devant|lors|dans|sur|en|face|après|avant|depuis|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s)"
)
COURTESY = late(r"(?:M\.|Mme|Mlle|Dr|Pr|Me|Maître|[Dd]octeure?|[Pp]rofesseure?|Mgr)\s")
LAWYER = late(r"(?<!\w)(?:Me|Maître)\s+")
AGAIN = late(
    rf"(?:^|[,;:]\s|(?<!\w)(?:et|mais|que|car|or)\s|qu[’'])\s*(?:{SAME.pattern}|{EPITHET.pattern})(?:,[^,;:«»]{{2,60}},|\s\([^()]{{2,40}}\))?\s*$",
    re.IGNORECASE,
)
"""« Ce dernier a salué », « La magistrate a décrit »."""
SAME_FIRST = late(rf"(?:[^,.;:«»\"]{{2,40}},\s+)?{SAME.pattern}", re.IGNORECASE)
"""« Installé à Namur, celui-ci jouera »."""
EPITHET_FIRST = late(EPITHET.pattern)
OF_A_NOUN = late(
    r"(?<!\w)(?:une?|l[ae]s?|des|ces?|cette)\s(?:[a-zà-ÿ-]+\s){1,3}$|[lL][’'][a-zà-ÿ-]+\s$"
)
LEARNT_FROM = late(
    r"a-t-on\s+appris\s+(?:\w+\s+)?(?:auprès\s+)?(?:de\s+l[’']|de\s+la\s+|du\s+|de\s+|d[’'])"
)
REPLIES = late(r"(?<!\w)(?:répond|rétorqu|répliqu|réagi|objecté|protest)", re.IGNORECASE)
GOES_ON = frozenset(
    "ajouté poursuivi conclu enchaîné renchéri insisté précisé ajoute poursuit conclut".split()
)
NOUN_BEFORE = late(rf"{DETERMINER}[a-zà-ÿœ-]{{4,}}(?:\s[a-zà-ÿ-]{{4,}})?\s*$")
NOUN = late(rf"{DETERMINER}(?:{QUALIFIED})[\w-]+")
STARTS_OTHERWISE = late(
    rf"(?:{DETERMINER}{QUALIFIED}{TITLE}|[LlDd][’']une?\s|[Uu]ne?\s|[Pp]lusieurs|[Cc]ertaine?s|[Dd]es\s)"
)
# « De son côté, Lahlou a refusé »: what stands before who does it.
OPENING = late(r"[^,.;:«»\"]{2,40},\s+")
TOLD_TO = late(
    r"^\s*$|(?<!\w)(?:à|au|devant|face\s+à|avec|contre|pour|chez|à\s+propos\s+de|au\s+sujet\s+de)\s*$"
)
SOURCE = late(
    r"(?:Selon|D[’']après)\s+|Quant\s+(?:à|aux?)\s+"
    rf"|Pour\s+(?:(?=[A-ZÀ-Þ])|(?={SOMEBODY.pattern.replace('?P<determiner>', '?:')}))"
)
KIN = (
    r"(?:petite?[\s-])?(?:fils|fille)|(?:grand[\s-]|arrière-grand-)?(?:père|mère)|frère|sœur|soeur|neveu|nièce|cousine?|oncle|tante|"
    r"épouse|époux|mari|femme|veuve|veuf|compagne|compagnon|avocate?|agente?|collègue|associée?|voisine?|amie?|adjointe?"
)
# « Imad reste énigmatique »: somebody of whom only a first name is said.
FIRST_NAME = late(
    rf"(?P<word>[A-ZÀ-Þ][\w’'-]+)(?:\s\([^)]*\))?,?\s+(?:(?:ne|se|n[’']|s[’'])\s*)?(?:a|avait|est|était|reste|vit|"
    rf"travaille|habite|attend|sait|vient|va|veut|peut|doit|{either(FRENCH_SAYS)})(?!\w)"
)
FIRST_ALONE = late(r"(?P<word>[A-ZÀ-Þ][\w’'-]+)\s*(?=[.,;]|$)")
"""« …, sourit Mostafa. »"""
OFFICE_FIRST = late(
    rf"(?:{DETERMINER}(?:{QUALIFIED}{TITLE}|{KIN}(?![\w-]))|[Ll][’']une?\s(?:des?|d[’'])\s?(?:[sln]\w+\s)?[a-zà-ÿ-]{{4,}}(?![\w-]))"
    rf"[^,.;:«»\"()\n]{{0,90}},\s+(?={DETERMINER})"
)
ENDED = late(r"\s*(?:[,.;:»]|$)")
"""« …, a détaillé son porte-parole, le capitaine Nassim Bernaoui. »"""
SUBJECT_MAY_BE = late(
    rf"{DETERMINER}|(?:les|des|ses|leurs|plusieurs)\s|[A-ZÀ-Þ]|[LlDd][’']une?\s|M\.|Mme|ce\s|cette\s"
)
