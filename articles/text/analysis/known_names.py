"""Agencies and institutions by all their names: acronyms, and whole names in each language.

A newsroom has a record of few of them, and a text gives one name of each. Who searches by another
finds it, below what says the very words. One institution a line; names that stand for other words
as well (« MENA », « وات ») lead to the others, and no other name leads to them.
"""

from __future__ import annotations

from functools import cache

from ..agencies import full_names

INSTITUTIONS = """
ONU; UN; Organisation des Nations unies; Nations unies; الأمم المتحدة; منظمة الأمم المتحدة
OIM; IOM; Organisation internationale pour les migrations; المنظمة الدولية للهجرة
HCR; UNHCR; Haut-Commissariat des Nations unies pour les réfugiés; Agence des Nations unies pour les réfugiés; المفوضية السامية للأمم المتحدة لشؤون اللاجئين; مفوضية اللاجئين
UNICEF; Fonds des Nations unies pour l'enfance; اليونيسف; اليونيسيف; منظمة الأمم المتحدة للطفولة
UNESCO; Organisation des Nations unies pour l'éducation, la science et la culture; اليونسكو; منظمة الأمم المتحدة للتربية والعلم والثقافة
OMS; WHO; Organisation mondiale de la santé; منظمة الصحة العالمية
FAO; Organisation des Nations unies pour l'alimentation et l'agriculture; الفاو; منظمة الأغذية والزراعة
PAM; WFP; Programme alimentaire mondial; برنامج الأغذية العالمي
PNUD; UNDP; Programme des Nations unies pour le développement; برنامج الأمم المتحدة الإنمائي
PNUE; UNEP; Programme des Nations unies pour l'environnement; برنامج الأمم المتحدة للبيئة
FNUAP; UNFPA; Fonds des Nations unies pour la population; صندوق الأمم المتحدة للسكان
UNRWA; Office de secours et de travaux des Nations unies; الأونروا; وكالة غوث وتشغيل اللاجئين الفلسطينيين
OIT; ILO; Organisation internationale du travail; Bureau international du travail; منظمة العمل الدولية
FMI; IMF; Fonds monétaire international; صندوق النقد الدولي
Banque mondiale; World Bank; البنك الدولي
BAD; AfDB; Banque africaine de développement; البنك الإفريقي للتنمية
BEI; EIB; Banque européenne d'investissement; البنك الأوروبي للاستثمار
BERD; EBRD; Banque européenne pour la reconstruction et le développement; البنك الأوروبي لإعادة الإعمار والتنمية
BID; IsDB; Banque islamique de développement; البنك الإسلامي للتنمية
OMC; WTO; Organisation mondiale du commerce; منظمة التجارة العالمية
OMPI; WIPO; Organisation mondiale de la propriété intellectuelle; المنظمة العالمية للملكية الفكرية
OMM; WMO; Organisation météorologique mondiale; المنظمة العالمية للأرصاد الجوية
AIEA; IAEA; Agence internationale de l'énergie atomique; الوكالة الدولية للطاقة الذرية
AIE; IEA; Agence internationale de l'énergie; وكالة الطاقة الدولية
CPI; ICC; Cour pénale internationale; المحكمة الجنائية الدولية
CIJ; ICJ; Cour internationale de justice; محكمة العدل الدولية
UE; EU; Union européenne; الاتحاد الأوروبي
UA; AU; Union africaine; الاتحاد الإفريقي; الاتحاد الأفريقي
UMA; Union du Maghreb arabe; اتحاد المغرب العربي
UpM; Union pour la Méditerranée; الاتحاد من أجل المتوسط
OCI; OIC; Organisation de la coopération islamique; منظمة التعاون الإسلامي
CCG; GCC; Conseil de coopération du Golfe; مجلس التعاون الخليجي
Ligue arabe; Ligue des États arabes; جامعة الدول العربية; الجامعة العربية
OTAN; NATO; Organisation du traité de l'Atlantique nord; الناتو; حلف شمال الأطلسي
OCDE; OECD; Organisation de coopération et de développement économiques; منظمة التعاون الاقتصادي والتنمية
OPEP; OPEC; Organisation des pays exportateurs de pétrole; أوبك; منظمة البلدان المصدرة للنفط
CICR; ICRC; Comité international de la Croix-Rouge; اللجنة الدولية للصليب الأحمر
OIF; Organisation internationale de la francophonie; المنظمة الدولية للفرنكوفونية
CEDEAO; ECOWAS; Communauté économique des États de l'Afrique de l'Ouest; إيكواس; المجموعة الاقتصادية لدول غرب إفريقيا
ALECSO; الألكسو; المنظمة العربية للتربية والثقافة والعلوم
ICESCO; ISESCO; الإيسيسكو; منظمة العالم الإسلامي للتربية والعلوم والثقافة
Interpol; OIPC; Organisation internationale de police criminelle; الإنتربول; المنظمة الدولية للشرطة الجنائية
FIFA; Fédération internationale de football; فيفا; الاتحاد الدولي لكرة القدم
CAF; Confédération africaine de football; الكاف; الاتحاد الإفريقي لكرة القدم
CIO; IOC; Comité international olympique; اللجنة الأولمبية الدولية
G7; Groupe des sept; مجموعة السبع
G20; Groupe des vingt; مجموعة العشرين
CNDH; Conseil national des droits de l'homme; المجلس الوطني لحقوق الإنسان
CESE; Conseil économique, social et environnemental; المجلس الاقتصادي والاجتماعي والبيئي
HCP; Haut-Commissariat au plan; المندوبية السامية للتخطيط
DGSN; Direction générale de la sûreté nationale; المديرية العامة للأمن الوطني
HACA; Haute Autorité de la communication audiovisuelle; الهيأة العليا للاتصال السمعي البصري
OCP; Office chérifien des phosphates; المكتب الشريف للفوسفاط
ONCF; Office national des chemins de fer; المكتب الوطني للسكك الحديدية
ONEE; Office national de l'électricité et de l'eau potable; المكتب الوطني للكهرباء والماء الصالح للشرب
CNSS; Caisse nationale de sécurité sociale; الصندوق الوطني للضمان الاجتماعي
UGTT; Union générale tunisienne du travail; الاتحاد العام التونسي للشغل
ISIE; Instance supérieure indépendante pour les élections; الهيئة العليا المستقلة للانتخابات
ANIE; Autorité nationale indépendante des élections; السلطة الوطنية المستقلة للانتخابات
"""
AMBIGUOUS = frozenset(
    "AA AP AMI MENA SPA UN WHO PAM BAD BID UA UE AU EU CAF OCI Petra واج وأج وات وام واس قنا كونا بترا إفي "
    "ومع وال واع وفا بنا سبأ سونا سانا يونا العمانية APA ANP AIP AIB AGP ABP ACP ADI ATS AKI INA ONA UNA "
    "BNA Saba Maan Lusa TRT UPI تاس لوسا آكي أنسا آنسا إرنا إيرنا أب دبأ دبا أشا أشأ أفب ومأ".split()
)
"""Names that are words of other things too."""


@cache
def bodies() -> tuple[tuple[str, ...], ...]:
    """The names of each agency and institution."""
    institutions = [tuple(line.split("; ")) for line in INSTITUTIONS.strip().splitlines()]
    agencies = full_names().values()
    return (*(tuple(dict.fromkeys(one)) for one in agencies), *institutions)
