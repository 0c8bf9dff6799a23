"""What stands in French between who speaks and a quotation, where no verb of speech tells."""

from __future__ import annotations

import re

INCISE = re.compile(
    r",\s+(?:(?:lui|leur|nous|me|se|s[’']|en|y)\s?)?(?:(?:a|avait)-t-(?P<pronoun3>il|elle)\s+\w+|\w+?(?:-t)?-(?P<pronoun4>il|elle))(?:\s[^,.;:«»]{2,40})?,\s*$"
)
"""« À Beyrouth, soupire-t-il, « … » »."""
CONTINUES = re.compile(r"(?:,\s|\s)(?:et|avant|puis)\s(?:de\s|d[’'])[a-zà-ÿ]+(?:er|ir|re)\s*[:,]?$")
"""« …, explique le maire, et de conclure : « … » »."""
FROM_WHOM = re.compile(
    r"(?<!\w)(?:pour|chez|selon|d[’']après|du\s+côté\s+de|de\s+la\s+part\s+de|signé)\s+(?:(?:le|la|un|une)\s|l[’'])?(?:[a-zà-ÿ-]+\s){0,3}$",
    re.IGNORECASE,
)
"""« Même son de cloche chez Karim Lahlou, gérant : « … » »."""
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
