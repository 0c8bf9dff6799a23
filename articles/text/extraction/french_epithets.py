"""By what French calls somebody again who was named: « le technicien » is the coach, « la magistrate » the
prosecutor, « l'intéressé » whoever was last spoken of.
"""

from __future__ import annotations

import re

from ..analysis.names import fold
from .people import FEMALE, MALE, Person

# Each: how somebody is called again, and what such people are.
_CLASSES = """
technicien technicienne coach entraîneur entraîneuse : coach entraîneur entraîneuse sélectionneur sélectionneuse manager
magistrat magistrate : juge procureur procureure substitut substitute tribunal cour parquet président-juge
avocat avocate conseil défenseur défenseure pénaliste : avocat avocate conseil bâtonnier bâtonnière défenseur
élu élue édile parlementaire : maire mairesse député députée sénateur sénatrice conseiller conseillère échevin échevine bourgmestre préfet préfète élu élue
dirigeant dirigeante responsable patron patronne gestionnaire : directeur directrice président présidente gérant gérante pdg p-dg président-directeur fondateur fondatrice responsable chef cheffe coordinateur coordinatrice secrétaire trésorier trésorière
ministre : ministre
officier officière militaire gradé gradée policier policière gendarme : sergent sergente lieutenant lieutenante capitaine colonel colonelle commandant commandante général adjudant adjudante commissaire major brigadier inspecteur inspectrice
religieux religieuse prélat ecclésiastique : évêque archevêque cardinal imam pape curé abbé pasteur patriarche supérieure sœur
universitaire chercheur chercheuse scientifique spécialiste expert experte savant savante enseignant enseignante : professeur professeure pr chercheur chercheuse doyen doyenne recteur rectrice historien historienne économiste géographe maître maîtresse directeur-de-recherche instituteur institutrice
médecin praticien praticienne soignant soignante clinicien docteur docteure : docteur docteure dr pr médecin chirurgien chirurgienne pédiatre infirmier infirmière sage-femme urgentiste généraliste directeur-médical
artiste musicien musicienne chanteur chanteuse interprète : chanteur chanteuse musicien musicienne contrebassiste pianiste violoniste guitariste compositeur compositrice cantatrice peintre sculpteur sculptrice danseur danseuse comédien comédienne acteur actrice griot griote luthiste oudiste rappeur rappeuse
comédien comédienne acteur actrice : comédien comédienne acteur actrice
cinéaste réalisateur réalisatrice auteur auteure autrice lauréat lauréate : réalisateur réalisatrice cinéaste écrivain écrivaine romancier romancière poète poétesse auteur autrice
écrivain écrivaine romancier romancière : écrivain écrivaine romancier romancière poète poétesse auteur autrice
joueur joueuse sportif sportive athlète international internationale buteur buteuse : joueur joueuse attaquant attaquante défenseur gardien gardienne milieu ailier pointu pointue passeur passeuse capitaine pivot arrière buteur buteuse champion championne coureur coureuse nageur nageuse
artisan artisane : forgeron bijoutier potier potière luthier menuisier tisserand tisserande dinandier sellier meunier
paysan paysanne agriculteur agricultrice exploitant exploitante : agriculteur agricultrice éleveur éleveuse maraîcher maraîchère viticulteur oléiculteur céréalier exploitant exploitante
commerçant commerçante : épicier épicière boulanger boulangère vendeur vendeuse marchand marchande boucher libraire
diplomate : ambassadeur ambassadrice consul consule envoyé envoyée émissaire
syndicaliste : secrétaire délégué déléguée permanent permanente
militant militante activiste : président présidente coordinateur coordinatrice militant militante fondateur fondatrice
instituteur institutrice enseignant enseignante : instituteur institutrice professeur enseignant enseignante
accusé accusée prévenu prévenue : accusé accusée prévenu prévenue
"""
ACCUSED = frozenset(map(fold, "accusé accusée prévenu prévenue".split()))
"""Who is one stays one, for all of a trial."""
CLASSES: dict[str, frozenset[str]] = {}
for _line in _CLASSES.strip().splitlines():
    _called, _are = _line.split(" : ")
    for _one in _called.split():
        _known = CLASSES.get(fold(_one), frozenset())
        CLASSES[fold(_one)] = _known | frozenset(map(fold, _are.split()))
_SCIENCES = ("logue", "logiste", "iatre", "nome", "graphe", "icien", "icienne")
"""« hydrogéologue », « pédiatre », « agronome »: who studies something."""
OF_ANYBODY = frozenset(
    map(
        fold,
        "intéressé intéressée dame homme femme défunt défunte disparu disparue trentenaire quadragénaire quinquagénaire "
        "sexagénaire septuagénaire octogénaire nonagénaire démissionnaire invité invitée orateur oratrice".split(),
    )
)
"""Said of whoever was last spoken of."""
_ALL = "|".join(
    sorted(
        {one for line in _CLASSES.strip().splitlines() for one in line.split(" : ")[0].split()}
        | set(
            "intéressé intéressée dame homme femme défunt défunte disparu disparue trentenaire quadragénaire quinquagénaire "
            "sexagénaire septuagénaire octogénaire nonagénaire démissionnaire invité invitée orateur oratrice".split()
        ),
        key=len,
        reverse=True,
    )
)
EPITHET = re.compile(
    rf"(?P<determiner>[Ll]e\s|[Ll]a\s|[Ll][’'])(?P<noun>{_ALL})(?![\w-])"
    r"(?P<like>(?:\s(?!a\s|est\s|ne\s|se\s)[a-zà-ÿ-]{4,}|\sde\s\d{1,3}\sans){0,2}?)"
)
"""« le technicien serbe », « la magistrate », « l'intéressé »."""


def is_so_called(noun: str, person: Person) -> bool:
    """Whether somebody whom the text introduced can be called by a noun."""
    called = fold(noun)
    if called in OF_ANYBODY:
        return True
    words = re.findall(r"[\w-]+", fold(person.position or ""))[:3]
    words += re.findall(r"[\w-]+", fold(person.organization or ""))[:1]
    if called in words[:2]:
        return True
    are = CLASSES.get(called, frozenset())
    if called.startswith(
        ("universitaire", "chercheu", "scientifique", "specialiste", "expert", "savant")
    ):
        return any(word in are or word.endswith(_SCIENCES) for word in words[:2])
    return any(word in are for word in words)


def gender_called(determiner: str, noun: str) -> str:
    word = determiner.strip().lower()
    if word in {"le", "la"}:
        return FEMALE if word == "la" else MALE
    if noun.endswith(("ée", "trice", "euse", "ienne", "ante", "ate")):
        return FEMALE
    return MALE if noun.endswith(("é", "teur", "eur", "ien")) else ""
