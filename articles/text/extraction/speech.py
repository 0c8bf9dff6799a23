"""The verbs by which French and Arabic wire copy says that somebody speaks.

Locale data, beside ``words``.
"""

from __future__ import annotations

import unicodedata

from ..agencies import NAME
from ..patterns import late
from ..vocabulary import WEEKDAYS, either

_SAID = (
    "déclaré affirmé souligné indiqué estimé relevé expliqué précisé ajouté noté rappelé assuré "
    "insisté annoncé confié observé martelé conclu répondu dit redit soutenu averti prévenu plaidé "
    "regretté salué poursuivi confirmé commenté lancé reconnu démenti nié dénoncé accusé demandé "
    "réclamé reproché exigé promis juré jugé avoué admis protesté proposé suggéré rétorqué répliqué réagi "
    "raconté témoigné écrit tonné ironisé glissé soufflé lâché tranché résumé nuancé déploré "
    "félicité fustigé critiqué défendu argué tempéré confessé révélé détaillé renchéri enchaîné "
    "considéré espéré appelé invité exhorté recommandé mentionné signalé rapporté évoqué qualifié "
    "exprimé argumenté plaisanté pesté vanté loué pointé interpellé prôné préconisé "
    "décrit présenté prédit pronostiqué menacé requis fait\u00a0valoir fait\u00a0savoir "
    "fait\u00a0remarquer fait\u00a0observer mis\u00a0en\u00a0garde constaté"
)
FRENCH_SPEECH = _SAID.split(" ")
"""Participles: « a déclaré »."""
FRENCH_STANCE = (
    "invoqué avancé imputé attribué récusé réfuté rejeté écarté balayé contesté excusé remercié encouragé approuvé "
    "désapprouvé applaudi raillé moqué souhaité voulu constaté diagnostiqué conseillé suggéré ordonné sommé prié supplié "
    "imploré murmuré crié hurlé chuchoté répété scandé clamé proclamé énuméré récapitulé corrigé rectifié modéré relativisé "
    "minimisé rassuré temporisé alerté questionné félicité justifié parlé dépeint repris ressassé comparé résumé assumé "
    "revendiqué défini perçu loué blâmé brocardé éreinté étrillé tancé sermonné reconnu jugé trouvé réaffirmé réitéré martelé "
    "argumenté opposé vanté jaugé augmenté dit redouté craint regretté décrété asséné ajouté requis"
).split()
"""What somebody does with words without saying so: « a invoqué « un cas de force majeure » »."""
FRENCH_SAYS = (
    "affirme déclare souligne indique explique estime précise dit assure rappelle ajoute note "
    "raconte confie juge regrette promet prévient répond observe insiste résume espère reconnaît "
    "dénonce déplore relève martèle conclut poursuit témoigne soutient écrit annonce considère "
    "salue commente prédit avertit nuance détaille appelle plaide réplique rétorque lance glisse "
    "demande souvient maintient soupire plaisante ironise objecte renchérit riposte tranche accuse critique craint pense croit redoute admet avoue nie dément "
    "affirmait déclarait soulignait indiquait expliquait estimait précisait disait assurait rappelait "
    "ajoutait notait racontait confiait jugeait regrettait promettait prévenait répondait observait "
    "insistait résumait espérait reconnaissait dénonçait déplorait relevait martelait concluait "
    "poursuivait témoignait soutenait écrivait annonçait considérait commentait avertissait nuançait "
    "détaillait plaidait répliquait rétorquait lançait glissait demandait accusait critiquait craignait "
    "pensait croyait redoutait admettait avouait niait démentait "
    "félicite invite exhorte décrit évoque qualifie vante fustige prône préconise réclame exige réjouit étonne indigne désole "
    "dira déclarera affirmera soulignera rappellera annoncera plaidera dénoncera expliquera ajoutera conclura demandera appellera "
    "félicitait invitait exhortait décrivait évoquait qualifiait vantait fustigeait prônait réclamait exigeait réjouissait"
).split()


def plainly(word: str) -> str:
    """« déclaré » as a keyboard without accents has it."""
    return "".join(
        one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one)
    )


def forms_of(participles: list[str], ending: str) -> list[str]:
    """« évoqué » gives « évoque », « évoquait », « évoquant »."""
    stems = [one[:-1] for one in participles if one.endswith("é") and len(one) > 4]
    soft = {"g": "ge", "c": "ç"}
    return [
        (one[:-1] + soft.get(one[-1], one[-1]) if ending[0] == "a" else one) + ending
        for one in stems
    ]


PLAINLY_SPELT = sorted(
    {plainly(one) for one in [*FRENCH_SPEECH, *FRENCH_STANCE]} - {*FRENCH_SPEECH, *FRENCH_STANCE}
)
"""Participles in copy without accents: « a declare »."""
_NOUNS = frozenset(
    "présente pointe pèse loue trouve reprise oppose compare réagie ajoute avance modère approuve augmente".split()
)
"""Forms that are nouns or adjectives as well."""
FRENCH_HOLDS = sorted(
    {
        one
        for ending in ("e", "ait", "era")
        for one in forms_of([*FRENCH_SPEECH, *FRENCH_STANCE], ending)
        if one not in _NOUNS
    }
    - set(FRENCH_SAYS)
)
"""The same now, and then: « invoque », « invoquait »."""
FRENCH_SAYING = (
    "affirmant soulignant indiquant expliquant estimant précisant disant assurant rappelant "
    "ajoutant notant jugeant regrettant promettant insistant dénonçant déplorant relevant "
    "martelant concluant soutenant annonçant considérant saluant appelant évoquant "
    "redoutant craignant réclamant exigeant demandant vantant invitant fustigeant prônant"
).split()

FRENCH_TO_SAY = (
    "affirmer ajouter assurer conclure confier déclarer dire expliquer glisser lâcher lancer murmurer préciser résumer "
    "enchaîner marteler poursuivre renchérir reprendre compléter constater regretter déplorer dénoncer reconnaître avouer promettre "
    "répondre sourire souffler soupirer trancher insister rappeler prévenir plaisanter ironiser nuancer"
).split()
# Said between a verb of speech and who speaks: « a indiqué samedi le directeur ».
_BESIDE = (
    r"(?:\s+(?:\w+ment|encore|aussi|ensuite|alors|enfin|ainsi|toutefois|néanmoins|déjà|hier|"
    rf"(?:ce|cette|le)\s+(?:matin|matinée|soir|midi|jour|même\s+jour|{either(WEEKDAYS[:7])})|"
    rf"(?:{either(WEEKDAYS[:7])})(?:\s+(?:matin|soir|dernier|\d{{1,2}}(?:er)?\s+\w+))?|"
    r"(?:lui|elle|eux|elles)(?:\s+(?:aussi|même|également))?|de\s+son\s+côté|pour\s+sa\s+part|à\s+son\s+tour|par\s+ailleurs|en\s+outre|de\s+nouveau|"
    r"quant\s+à\s+(?:lui|elle)|d[’']ailleurs|d[’']emblée|au\s+passage|en\s+substance|"
    rf"à\s+(?:la\s+|l[’'](?:agence\s+)?)?(?:{NAME}|[A-ZÀ-Þ]{{3,8}})(?![\w’'-])|"
    r"à\s+(?:notre|nos|une?|des)\s+(?:journal|correspondante?s?|reporters?|envoyée?s?|équipe|rédaction)(?:\s+spéciale?s?)?|"
    r"devant\s+(?:ses|les|des|la\s+foule|l[’']assistance|l[’']assemblée)(?:\s+[a-zà-ÿ]{4,})?|par\s+téléphone|en\s+(?:riant|souriant)|"
    r"d[’']ores\s+et\s+déjà|en\s+zone\s+mixte|au\s+téléphone|d[’']un\s+(?:ton|trait|air)\s+[a-zà-ÿ]+|d[’']une\s+(?:formule|phrase|voix)(?:\s+(?!le\s|la\s|son\s|sa\s)[a-zà-ÿ]+)?|"
    r"à\s+l[’']AFP|à\s+la\s+presse|(?:devant|à)\s+(?:la\s+presse|des\s+journalistes)|aux\s+journalistes)(?=[\s,.])"
    r"|,\s+(?!(?:et|mais|que|qui|dont|où|car|puis|avant|après|selon|l[ea]|une?|son|sa|ce|cette)\s|l[’'])[a-zà-ÿ][^,.;:«»“”\"A-ZÀ-Þ]{3,50}(?=,\s)"
    r"|,\s+(?:l[ea]\s|l[’']|une?\s|s(?:on|a)\s)[^,.;:«»“”\"A-ZÀ-Þ]{3,40}(?=,\s(?:l[ea]\s|l[’']|une?\s|s(?:on|a)\s)))*"
)
# To whom, or in what, before who speaks: « a lancé au prévenu la procureure ».
_TO = (
    r"(?:\s+(?:au|aux|du|de\sla|de\sl[’']|à|dans|sous|sur|en|lors|devant|après|avant|pour|par|avec|depuis|face)\s[a-zà-ÿ’'][a-zà-ÿ’' -]{1,50}?"
    r"(?<!\sde)(?<!\sdu)(?<!\sà)(?<!\set)(?=\s+(?:l[ea]\s|l[’']|une?\s|s(?:on|a)\s|M\.|Mme\s|Me\s|Dr\s|Pr\s|[A-ZÀ-Þ][\w’-]+\s+[A-ZÀ-Þ])))?"
)
_CLITIC = r"(?:(?:lui|leur|nous|me|se|en|y)\s+|[slm][’']\s?)?"
_HAS = (
    r"(?:(?:a|avait|aurait|ont|avaient|auraient)(?!\w)|(?<=s[’'])(?:est|était|sont|étaient)(?!\w))"
)
_PRONOUN = r"(?P<pronoun{0}>il|elle|on|ils|elles)(?!\w)"
# Words that end as verbs do, and are none.
NO_VERBS = (
    "de le ce que dont et est soit cet cette cent tout toute autre même comme contre entre outre titre avant "
    "devant pendant durant suivant après notre votre leur quatre chaque sauf quand quant jadis "
    "puisque lorsque jusque presque encore une mille grande petite seule elle alors pourtant "
    "autant tant vêtu signe signée signé intitulé titré premier première dite dit-on "
    "présidente présidée présidé film livre roman texte oeuvre œuvre drame comédie symbole"
).split()
_PARTICIPLE = rf"(?:(?:{either(PLAINLY_SPELT)})(?!\w)|\w+(?:é|ée|i|ie|is|ise|it|ite|u|ue|ert|erte|ris|int|eint|aint)(?!\w)(?:\s+(?:valoir|savoir|remarquer|observer|croire))?)"
_NOW = rf"(?!(?:{either(NO_VERBS)})(?!\w)|\w+(?:ment|ant)(?!\w))\w+(?:e|t|d|a|it|ut|int)(?!\w)(?:\s+(?:à\s+|de\s+|d[’'])?[a-zà-ÿœ]\w*(?:er|ir|re)(?!\w))?"
_AFTER = (
    r"(?:(?P<source>selon|d[’']après|pour|dixit)"
    rf"|{_CLITIC}{_HAS}(?:[ -]t[ ’'-]|-){_PRONOUN.format(1)}{_BESIDE}\s+{_PARTICIPLE}"
    rf"|{_CLITIC}\w+?(?:-t)?-{_PRONOUN.format(2)}"
    rf"|{_CLITIC}(?P<has>{_HAS}){_BESIDE}\s+(?P<done>{_PARTICIPLE})"
    rf"|{_CLITIC}(?P<now>met(?:tait)?\s+en\s+garde|{_NOW})){_BESIDE}{_TO}(?P<gap>[\s,]+|(?=[.!?…])|$)"
)
SAID_AFTER = late(rf"(?<=[»”\"])\s*(?P<comma>,?)\s*{_AFTER}")
"""What follows a quotation to say whose it is; who speaks begins where this ends.

After a comma any verb may stand there: « …, nuance la ministre »."""
SAID_INSIDE = late(
    rf",\s+(?:(?P<has>a|ont|avait|avaient)(?:-t-{_PRONOUN.format(1)})?{_BESIDE}\s+"
    rf"(?:{either(FRENCH_SPEECH)})(?!\w)|(?P<source>selon|d[’']après)){_BESIDE}(?P<gap>[\s,]+|(?=\.)|$)"
)
"""The same at the end of a sentence without quotation marks."""
SAID_BEFORE = late(
    rf"(?<![\w’'-])(?:{_CLITIC}(?P<has>a|avait|aurait|ont|avaient|auraient)(?:-t-{_PRONOUN.format(1)})?"
    rf"{_BESIDE}\s+(?:{either([*FRENCH_SPEECH, *FRENCH_STANCE, *PLAINLY_SPELT])})(?!\w)"
    rf"|s[’'](?:est|était)\s+\w+"
    rf"|(?<=\set)\s(?P<also>{either([*FRENCH_SPEECH, *FRENCH_STANCE])})(?!\w)"
    rf"|(?<!\ble\s)(?<!la\s)(?<!un\s)(?<!ce\s)(?<!de\s)(?<!du\s)(?<!es\s)(?<!ne\s)(?<!son\s)(?<!sa\s)(?<!par\s)"
    rf"(?:se\s+|s[’'])?(?P<now>{either([*FRENCH_SAYS, *FRENCH_HOLDS])})(?![\w-])"
    rf"|(?:en\s+)?(?P<saying>{either(FRENCH_SAYING)}|(?<![\w-])[Ee]t\s+(?:de\s+|d[’'])(?:{either(FRENCH_TO_SAY)})|avant\s+(?:de\s+|d[’'])(?:{either(FRENCH_TO_SAY)}))(?!\w)"
    r"|(?P<source>[Ss]elon|[Dd][’']après|[Dd]e\s+l[’'](?:avis|aveu)(?:\s+même)?\s+de|[Aa]ux\s+yeux\s+de|[Aa]ux?\s+dires?\s+de|[ÀàA]\s+en\s+croire|[Ss]i\s+l[’']on\s+en\s+croit)(?!\w))"
)
"""A verb of speech before a quotation; who speaks stands before it, or after « selon »."""

# He said, she says: the second form is that of the third person now.
_ARABIC = (
    "قال يقول · أكد يؤكد · أوضح يوضح · صرح يصرح · أضاف يضيف · شدد يشدد · أشار يشير · أبرز يبرز · "
    "ذكر · اعتبر · كشف يكشف · أعلن يعلن · أفاد يفيد · دعا يدعو · نوه ينوه · لفت يلفت · "
    "رأى يرى · تابع يتابع · ختم يختم · رد يرد · حذر يحذر · طالب يطالب · أعرب يعرب · عبر يعبر · "
    "نفى ينفي · اعترف يعترف · أقر يقر · تساءل يتساءل · زعم يزعم · ادعى يدعي · وصف يصف · روى يروي · "
    "حكى يحكي · علق يعلق · أردف يردف · استطرد يستطرد · استدرك يستدرك · أبلغ يبلغ · كتب يكتب · "
    "اتهم يتهم · ندد يندد · استنكر يستنكر · أشاد يشيد · رحب يرحب · تعهد يتعهد · وعد · "
    "هدد يهدد · توقع يتوقع · رجح يرجح · واصل يواصل · خلص يخلص · أجاب يجيب · "
    "نصح ينصح · اقترح يقترح · انتقد ينتقد · فند يفند · جزم يجزم · نبه ينبه · سأل يسأل · "
    "تمنى يتمنى · استغرب يستغرب · ناشد يناشد · سرد يسرد · أقسم يقسم · لخص يلخص · سجل يسجل · صاح يصيح · "
    "صرخ يصرخ · غرد يغرد · همس يهمس · اعتذر يعتذر · أخبر يخبر · أوصى يوصي · تأسف يتأسف · اعترض يعترض · "
    "احتج يحتج · لاحظ يلاحظ · اعتقد يعتقد · أفصح يفصح · طمأن يطمئن · سخر يسخر · استبعد يستبعد · اشتكى يشتكي · "
    "استذكر يستذكر · خاطب يخاطب · ردد يردد · حث يحث · أورد يورد · جدد يجدد · استحضر يستحضر · استهجن يستهجن · "
    "شرح يشرح · شكا يشكو · تذكر يتذكر · استرسل يسترسل · اختتم يختتم · استهل يستهل · تحدث يتحدث · هتف يهتف · تنهد يتنهد · "
    "ألمح يلمح · شكك يشكك · توعد يتوعد · تنبأ يتنبأ · أصر يصر · برر يبرر · زاد يزيد · قاطع يقاطع"
)
ARABIC_SAYS = [tuple(pair.split()) for pair in _ARABIC.split(" · ")]
ARABIC_SAYING = (
    "مؤكدا مشيرا مضيفا موضحا مشددا قائلا مبرزا معتبرا لافتا داعيا محذرا مبينا مذكرا كاشفا معلنا "
    "متابعا مستطردا مستدركا منوها مطالبا معربا معبرا مجيبا معلقا متسائلا متعهدا مستنكرا منددا "
    "مردفا مرجحا متوقعا مبديا واصفا منبها مقاطعا مستغربا مازحا ساخرا مقترحا مهددا مناشدا مرحبا مشيدا متمنيا آملا "
    "متأسفا مقرا معترفا موصيا مستبعدا صائحا هاتفا مخاطبا مطمئنا مسجلا مشتكيا محتجا معترضا مستهجنا ناصحا مختتما"
).split()
# « Said », as a noun after the name of who said it: ونقلت الوكالة عن فلان قوله.
ARABIC_SAYING_OF = "قوله قولها تأكيده تأكيدها تصريحه تصريحها".split()


# These are nouns, prepositions and adjectives as well: a conjunction before them, or a place at the
# beginning of a sentence, tells that somebody speaks.
ARABIC_DOUBTFUL = frozenset(
    "عبر أبرز تابع رد علق كتب وصف ختم واصل خلص ذكر كشف نبه وعد نصح لخص سرد أقسم سجل صاح سخر حث جدد ردد أورد "
    "همس خاطب يخاطب لاحظ شرح زاد".split()
)
# Said of what is not true, or is another's.
ARABIC_DENIALS = "نفى ينفي فند يفند".split()
ARABIC_DENYING = "نافيا مفندا مكذبا".split()
ARABIC_GOES_ON = "أضاف يضيف تابع يتابع أردف يردف استطرد يستطرد ختم يختم واصل يواصل استرسل يسترسل زاد يزيد".split()
"""With these, it is who spoke that goes on."""


def feminine(verb: str) -> str:
    """She said: قالت, رأت, دعت."""
    return (verb[:-1] if verb[-1] in "ىا" else verb) + "ت"


def arabic_verbs() -> dict[str, str]:
    """Each form of a verb of speech, and whether he or she speaks: ``"m"`` or ``"f"``."""
    forms: dict[str, str] = {}
    for said, *now in ARABIC_SAYS:
        forms[said], forms[feminine(said)] = "m", "f"
        for says in now:
            forms[says], forms["ت" + says[1:]] = "m", "f"
    forms["تذكر"] = ""  # he remembered, she mentions
    return forms
