"""Nouns by which French speaks of somebody without a name: who « il » is may be one of them.

Locale data. What is an office stands in ``words.FRENCH_TITLES``.
"""

from __future__ import annotations

FRENCH_PERSONS = (
    "homme femme garçon fille fillette enfant adolescent adolescente vieillard dame monsieur "
    "habitant habitante riverain riveraine voisin voisine résident résidente citoyen citoyenne "
    "passant passante témoin commerçant commerçante boulanger boulangère épicier épicière cafetier "
    "restaurateur restauratrice hôtelier hôtelière agriculteur agricultrice éleveur éleveuse paysan "
    "paysanne pêcheur berger bergère ouvrier ouvrière employé employée salarié salariée "
    "fonctionnaire agent agente policier policière gendarme pompier soldat soldate militaire officier "
    "infirmier infirmière soignant soignante aide-soignant aide-soignante sage-femme chirurgien "
    "chirurgienne patient patiente enseignant enseignante instituteur institutrice élève étudiant "
    "étudiante lycéen lycéenne collégien collégienne père mère frère soeur sœur fils cousin cousine "
    "oncle tante grand-père grand-mère époux épouse mari veuve veuf compagnon compagne ami amie proche "
    "collègue confrère consoeur consœur homologue adjoint adjointe prédécesseur prédécesseure "
    "successeur successeure opposant opposante élu élue édile candidat candidate électeur électrice "
    "dirigeant dirigeante leader rival rivale adversaire manifestant manifestante gréviste migrant "
    "migrante réfugié réfugiée exilé exilée détenu détenue prisonnier prisonnière accusé accusée "
    "prévenu prévenue suspect suspecte condamné condamnée victime plaignant plaignante rescapé "
    "rescapée survivant survivante chauffeur conducteur conductrice automobiliste cycliste piéton "
    "touriste visiteur visiteuse spectateur spectatrice supporter supporteur supportrice client "
    "cliente usager usagère consommateur consommatrice lecteur lectrice auditeur auditrice internaute "
    "blogueur blogueuse artiste acteur actrice comédien comédienne chanteur chanteuse musicien "
    "musicienne danseur danseuse peintre sculpteur sculptrice photographe auteur autrice auteure "
    "athlète champion championne gardien gardienne attaquant attaquante défenseur défenseure buteur "
    "buteuse coéquipier coéquipière arbitre coureur coureuse nageur nageuse boxeur boxeuse "
    "spécialiste analyste observateur observatrice scientifique savant biologiste physicien "
    "physicienne psychologue psychiatre pédiatre virologue infectiologue épidémiologiste vétérinaire "
    "technicien technicienne mécanicien artisan artisane propriétaire locataire concierge bénévole "
    "volontaire retraité retraitée chômeur chômeuse trentenaire quadragénaire quinquagénaire "
    "sexagénaire septuagénaire octogénaire nonagénaire interlocuteur "
    "interlocutrice intervenant intervenante orateur oratrice participant participante organisateur "
    "organisatrice promoteur promotrice entrepreneur entrepreneure investisseur investisseuse banquier "
    "banquière diplomate négociateur négociatrice émissaire médiateur médiatrice prêtre évêque imam "
    "rabbin cardinal moine éditeur éditrice libraire bâtonnier bâtonnière greffier greffière "
    "enquêteur enquêtrice notaire huissier huissière"
).split()
