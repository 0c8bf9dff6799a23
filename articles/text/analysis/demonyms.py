"""Countries and continents, and what French calls whoever and whatever is of them.

Those that the press of two shores of the Mediterranean writes about, from the list of countries
of the French Commission d'enrichissement de la langue française (arrêté du 4 novembre 1993).
Arabic needs no such list: its adjective is the name with an ending (المغربية is المغرب).
"""

from __future__ import annotations

_LISTED = """
maroc marocain · algérie algérien · tunisie tunisien · libye libyen · égypte égyptien
mauritanie mauritanien · soudan soudanais · sénégal sénégalais · mali malien · niger nigérien
nigeria nigérian · tchad tchadien · cameroun camerounais · gabon gabonais · congo congolais
éthiopie éthiopien · somalie somalien · kenya kenyan · rwanda rwandais · ghana ghanéen
guinée guinéen · bénin béninois · togo togolais · djibouti djiboutien · comores comorien
palestine palestinien · israël israélien · jordanie jordanien · liban libanais · syrie syrien
irak irakien · iran iranien · turquie turc turque · yémen yéménite · oman omanais · qatar qatari qatarien
koweït koweïtien · bahreïn bahreïnien · émirats émirati émirien · arabie saoudien saoudite
france français · espagne espagnol · portugal portugais · italie italien · allemagne allemand
belgique belge · suisse helvétique · autriche autrichien · grèce grec grecque · malte maltais
chypre chypriote · angleterre anglais · irlande irlandais · suède suédois · norvège norvégien
danemark danois · finlande finlandais · pologne polonais · hongrie hongrois · roumanie roumain
bulgarie bulgare · serbie serbe · croatie croate · bosnie bosnien bosniaque · albanie albanais
ukraine ukrainien · russie russe · canada canadien · mexique mexicain · cuba cubain
brésil brésilien · argentine argentin · chili chilien · colombie colombien · venezuela vénézuélien
chine chinois · japon japonais · corée coréen · inde indien · pakistan pakistanais
afghanistan afghan · bangladesh bangladais · indonésie indonésien · malaisie malaisien
europe européen · afrique africain · asie asiatique · amérique américain · maghreb maghrébin
méditerranée méditerranéen · sahel sahélien
"""

GROUPS: list[list[str]] = [
    group.split() for group in _LISTED.replace("\n", "·").split("·") if group.strip()
]
