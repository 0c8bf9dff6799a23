"""What stands in French between who speaks and a quotation, where no verb of speech tells."""

from __future__ import annotations

import re

from ..vocabulary import either
from .speech import FRENCH_SPEECH, FRENCH_STANCE

INCISE = re.compile(
    r",\s+(?:(?:lui|leur|nous|me|se|s[’']|en|y)\s?)?(?:(?:a|avait)-t-(?P<pronoun3>il|elle)\s+\w+|\w+?(?:-t)?-(?P<pronoun4>il|elle))(?:\s[^,.;:«»]{2,40})?,\s*$"
)
"""« À Beyrouth, soupire-t-il, « … » »."""
CONTINUES = re.compile(r"(?:,\s|\s)(?:et|avant|puis)\s(?:de\s|d[’'])[a-zà-ÿ]+(?:er|ir|re)\s*[:,]?$")
"""« …, explique le maire, et de conclure : « … » »."""
SPOKEN = (
    "réponse réplique réaction commentaire explication explications verdict conclusion mot constat analyse aveu confidence confession "
    "témoignage promesse engagement avertissement précision démenti avis conseil remarque plaidoirie réquisitoire diagnostic appel "
    "message credo leitmotiv résumé regret regrets espoir colère soulagement satisfaction déception ironie boutade pique cri formule "
    "phrase mots paroles version refrain sentence conviction interrogation inquiétude"
).split()
"""What somebody says, as a noun."""
_WHOM = r"(?:(?:l[ea]s?|une?|s(?:on|a)|leur|notre)\s|l[’'])?(?:[a-zà-ÿ-]+\s){0,3}$"
FROM_WHOM = re.compile(
    r"(?<!\w)(?:(?:pour|chez|selon|d[’']après|du\s+côté\s+de|de\s+la\s+part\s+de|signée?(?!\s+par\s))\s+"
    r"|(?<!\w)(?:témoignages?|récits?|paroles|voix|confidences|avis|réactions?)(?:\s[^.:;«»]{0,50})?,\s(?:dont|comme|parmi\slesquel(?:le)?s)\scel(?:ui|le)\s(?:de\s|du\s|d[’'])\s?"
    r"|(?:la\sbouche|la\svoix|les\slèvres|la\splume)\s(?:de\s|du\s|d[’'])\s?"
    rf"|(?:{either(SPOKEN)}|mise\sen\sgarde|mot\sd[’']ordre)(?:\s[a-zà-ÿ-]{{4,}}){{0,2}}\s(?:de\s|du\s|d[’'])\s?)"
    + _WHOM,
    re.IGNORECASE,
)
"""« Même son de cloche chez Karim Lahlou, gérant : « … » », « Réplique de M. Lahlou : « … » »."""
BY_WHOM = re.compile(
    rf"(?<!\w)(?:{either([*FRENCH_SPEECH, *FRENCH_STANCE, 'partagé', 'relayé', 'asséné'])})(?:e|s|es)?"
    r"(?:\s(?:\w+ment|aussitôt|ensuite|hier|ce\s\w+|\w+di|d[’']un\srevers(?:\sde\smain)?))?\s+par\s+"
    + _WHOM
)
"""« Un argument balayé par Me Karim Lahlou, avocat du port : « … » »."""
SPOKEN_OF = re.compile(
    rf"(?<!\w)(?i:{either(SPOKEN)})\s(?P<of>du|de\sla|de\sl[’'])\s?(?P<office>[a-zà-ÿ-]{{4,}}(?:\s[a-zà-ÿ’' -]{{2,60}})?)$"
)
"""« Réponse du ministre : »."""
VOICE = re.compile(
    r"(?<!\w)(?:par\s(?:la\s(?:voix|bouche|plume)|l[’']intermédiaire|l[’']entremise)|via|par\sle\sbiais)\s(?:de\s|du\s|d[’'])?\s?"
    + _WHOM
)
"""« L'association, par la voix de sa présidente X, dénonce »: who speaks for a body."""
BRACKETS_LAST = re.compile(r"\s*\([^()]{2,60}\)$")
APPOSED_TO_COLON = re.compile(r",[^.;:«»]{2,100}|\([^()]{2,40}\)")
ARTICLE = re.compile(r"^(?:L[ea]\s|L[’']|Et\s(?:l[ea]\s|l[’'])?|Puis\s(?:l[ea]\s|l[’'])?)(?=\S)")
"""« Le Dr Lahlou : « … » », « Et Nadia Slimani : « … » »."""
LOOKS_BACK = re.compile(
    rf"\s*(?:C[’']est|Ce\ssont|C[’']étaient?|Voilà|Tel(?:le)?s?\s(?:est|sont|était|étaient|fut))\s(?:"
    rf"(?:l[ea]s?\s|l[’']|une?\s|s(?:on|a|es)\s)?(?:[a-zà-ÿ]+\s)?(?:{either(SPOKEN)})(?:\s(?:d[’'])?[a-zà-ÿ]{{4,}}){{0,3}}?\s"
    r"(?:qu[’']a\s\w+|que?\s?|qu[’']|de\s|du\s|d[’']|(?:lancée?s?|poussée?s?|martelée?s?|adressée?s?|livrée?s?)\spar\s)"
    r"|(?:en\sces\stermes|par\sces\smots|sur\sces\smots|avec\sces\smots|ainsi|de\scette\sfaçon)\s(?:que\s|qu[’'])"
    r"|ce\s(?:que\s|qu[’'](?:a\s\w+\s)?))\s?"
    r"(?:l[ea]\s|l[’'])?"
    r"|\s*(?:Ces\s(?:mots|paroles|propos)\s(?:sont|étaient)|Cette\s(?:phrase|formule|sentence|confidence)\sest|La\s(?:phrase|formule)\sest)\s(?:ceux\s|celle\s|celles\s|signée?s?\s)?(?:de\s|du\s|d[’'])?\s?(?:l[ea]\s|l[’'])?"
    r"|\s*L[’']auteure?\sde\s(?:cette\s\w+|ces\s\w+)(?:\s[?:]|,|\sest)\s(?:l[ea]\s|l[’'])?"
    r"|\s*Ainsi\s(?:parlait?|s[’']exprim(?:e|ait)|résum(?:e|ait))\s(?:l[ea]\s|l[’'])?"
)
"""What begins a sentence that says whose the words before it were."""
RELATIVE_SOURCE = re.compile(
    r",\s+(?:selon|d[’']après|pour|aux\s+yeux\s+de)\s+(?:lequel|laquelle|qui)\s*,?\s*$"
)
"""« du procureur Lassina Kindo, selon lequel « … » »."""
SOURCE_ALONE = re.compile(r"\s*(?:lui|elle)\s*,?|[^,.;:«»]{3,60}(?:,[^,.;:«»]{3,80})?,")
"""« Selon lui, « … » », « Selon la maire, « … » »: nothing between."""
OBJECT = re.compile(
    r"\s*(?:(?:même|aussi|encore|déjà|alors|lui|elle|donc|plutôt|volontiers)\s+)?(?:d[’']|de\s|du\s|des\s|un\s|une\s|d[’']une?\s|les?\s|la\s|l[’']|son\s|sa\s|ses\s|leurs?\s|à\s|comme\s(?:une?\s)?|en\s|ni\s)\s*"
)
"""« parle d'« un chantier de trois étés » », « évoque un « bris majeur » »: what is said is the object."""
SHOWN = re.compile(
    r"(?<!\w)(?:lire|lisait|lit|lisaient|lisent|scand\w+|entonn\w+|cri(?:e|ent|ait|aient|ant)|chant(?:e|ent|ait|aient|ant)|"
    r"aux\scris\sde|au\scri\sde|(?:banderoles?|pancartes?|écriteaux?|inscriptions?|graffitis?|slogans?|calicots?|mot\sd[’']ordre)(?:\s\w+){0,3})\s*[:,]?\s*$",
    re.IGNORECASE,
)
"""« des pancartes où l'on pouvait lire « … » », « scandaient « … » »: words of nobody in particular."""
ACTS = re.compile(
    r"(?<![\w’'-])(?:a|avait|aura)\s(?:\w+ment\s|aussi\s|ainsi\s|également\s|encore\s|d[’']abord\s|ensuite\s|alors\s)?(?!été(?!\w))\w+(?:é|i|u|is|it|int|ert)(?!\w)"
    r"|(?<![\w’'-])(?!(?:est|sera|était|avait|aurait|a)(?!\w))(?:[a-zà-ÿ]{2,}(?:e|it|ait|end|ient|ute|era))(?!\w)"
)
PASSIVE = re.compile(
    r"(?<!\w)(?:été|(?:est|était|sera|fut|soit|serait)\s(?:\w+ment\s|aussi\s|toujours\s)?\w+(?:é|ée|i|ie|is|ise|it|ite|u|ue)|aurait|auraient|comparaît|comparaissait|encourt|risque|purge|souffre|"
    r"reçoit|obtient|remporte|a\s(?:reçu|obtenu|remporté|écopé|subi|lu|entendu|appris|signé|publié|réalisé|écrit))(?!\w)"
)
"""Of whom something is said or done: the words are another's."""
BEFORE_CHARGES = re.compile(
    r"(?<!\w)(?:pour|dite?s?|nommée?|baptisée?|intitulée?|appelée?|surnommée?|par|où|dont|selon|avec)\s*$"
)
"""« poursuivi pour « … » »: words of a law, or a name."""
RELAYS = re.compile(
    r"(?<!\w)(?:rapport\w+|relai?y?\w+|transm\w+|cit(?:e|é|ait|ant)|répét\w+|répèt\w+|rappel\w+|reprend\w*|repris)\s(?:[^«»:,]{0,30}\s)?"
    r"(?:mots?|paroles?|propos|message|phrase|consigne|formule|adage|proverbe)(?!\w)[^«»:]{0,40}:?\s*$"
)
"""« rapporte ces mots : « … » »: another said them."""
