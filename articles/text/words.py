"""The words by which French and Arabic wire copy is read: months, verbs of speech, event nouns.

Locale data: the only module of the text layer that is about particular languages.
"""

from __future__ import annotations

import re

FRENCH, ARABIC = "fr", "ar"

_MONTHS = {
    1: "janvier janv يناير جانفي كانون\u00a0الثاني ينّاير",
    2: "février fevrier févr فبراير فيفري شباط",
    3: "mars مارس آذار اذار",
    4: "avril avr أبريل ابريل أفريل إبريل نيسان",
    5: "mai ماي مايو أيار ايار",
    6: "juin يونيو جوان حزيران",
    7: "juillet juil يوليوز يوليو جويلية تموز",
    8: "août aout غشت أغسطس اغسطس أوت آب",
    9: "septembre sept شتنبر سبتمبر أيلول ايلول",
    10: "octobre oct أكتوبر اكتوبر تشرين\u00a0الأول",
    11: "novembre nov نونبر نوفمبر تشرين\u00a0الثاني",
    12: "décembre decembre déc دجنبر ديسمبر كانون\u00a0الأول",
}
MONTHS = {
    name.replace("\u00a0", " "): number
    for number, names in _MONTHS.items()
    for name in names.split(" ")
}

WEEKDAYS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche "
    "الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد"
).split()

# Words that a capital makes no name of: they begin sentences, or stand before a name.
NO_NAMES = frozenset(
    "le la les l un une des du de d ce cet cette ces c il elle ils elles on nous vous je j "
    "en au aux à dans pour par sur sous selon après avant avec sans lors et mais or donc ni car "
    "si s qu que qui quand comme plus toutefois cependant ainsi a m mm mme mlle dr pr son sa ses "
    "leur leurs notre nos tout toute tous toutes deux trois plusieurs".split()
)

DAY_RANGE_WORDS = r"les|du|يومي|أيام|من|بين"

# Nouns that name an event, with the beginnings of words they may follow.
FRENCH_EVENTS = (
    "conférence sommet forum examen session réunion colloque congrès assemblée atelier salon "
    "séminaire symposium festival rencontre dialogue table consultation"
).split()
ARABIC_EVENTS = (
    "مؤتمر قمة منتدى استعراض دورة اجتماع ندوة ملتقى ورشة معرض مهرجان لقاء حوار"
).split()

FRENCH_SPEECH = (
    "déclaré affirmé souligné indiqué estimé relevé expliqué précisé ajouté noté rappelé assuré "
    "insisté annoncé confié observé fait\u00a0savoir martelé conclu répondu dit soutenu averti "
    "prévenu plaidé regretté salué poursuivi confirmé commenté lancé"
).split(" ")
ARABIC_SPEECH = (
    "قال أكد أوضح صرح أضاف شدد أشار أبرز ذكر اعتبر كشف أعلن أفاد دعا نوه لفت بين رأى تابع ختم سجل"
).split()

FRENCH_TITLES = (
    "président présidente ministre directeur directrice secrétaire ambassadeur ambassadrice "
    "porte-parole chef représentant représentante commissaire gouverneur wali maire député "
    "sénateur roi reine prince princesse chancelier coordinateur coordinatrice coordonnateur "
    "coordonnatrice responsable conseiller conseillère délégué déléguée haut haute envoyé "
    "rapporteur rapporteuse professeur professeure chercheur chercheuse économiste administrateur "
    "administratrice doyen doyenne recteur rectrice vice-président vice-présidente premier "
    "première général expert experte avocat avocate médecin"
).split()
ARABIC_TITLES = (
    "رئيس رئيسة وزير وزيرة مدير مديرة أمين أمينة الأمين الأمينة المدير المديرة الرئيس الرئيسة "
    "الوزير الوزيرة سفير سفيرة السفير السفيرة الناطق الناطقة المتحدث المتحدثة ممثل ممثلة الممثل "
    "الممثلة مفوض مفوضة المفوض المفوضة المنسق المنسقة منسق منسقة الملك ملك والي محافظ نائب نائبة "
    "مستشار مستشارة المستشار المستشارة خبير خبيرة الخبير الخبيرة كاتب كاتبة المبعوث مبعوث عضو"
).split()

# How each known agency is called; found by acronym, name or web domain.
AGENCIES = {
    "MAP": ("MAP", "ومع", "mapexpress.ma", "mapnews.ma", "map.ma", "Maghreb Arabe Presse",
            "وكالة المغرب العربي للأنباء", "Agence marocaine de presse"),
    "APS": ("APS", "واج", "وأج", "aps.dz", "Algérie Presse Service", "وكالة الأنباء الجزائرية"),
    "TAP": ("TAP", "وات", "tap.info.tn", "Tunis Afrique Presse", "وكالة تونس إفريقيا للأنباء"),
    "AFP": ("AFP", "أ ف ب", "أ.ف.ب", "afp.com", "Agence France-Presse", "وكالة فرانس برس", "فرانس برس"),
    "Reuters": ("Reuters", "رويترز", "reuters.com"),
    "AP": ("AP", "أ.ب", "apnews.com", "أسوشيتد برس"),
    "WAM": ("WAM", "وام", "wam.ae", "وكالة أنباء الإمارات"),
    "SPA": ("SPA", "واس", "spa.gov.sa", "وكالة الأنباء السعودية"),
    "QNA": ("QNA", "قنا", "qna.org.qa", "وكالة الأنباء القطرية"),
    "KUNA": ("KUNA", "كونا", "kuna.net.kw", "وكالة الأنباء الكويتية"),
    "Petra": ("Petra", "بترا", "petra.gov.jo", "وكالة الأنباء الأردنية"),
    "MENA": ("MENA", "أ ش أ", "أ.ش.أ", "mena.org.eg", "وكالة أنباء الشرق الأوسط"),
    "AMI": ("AMI", "و م أ", "ami.mr", "الوكالة الموريتانية للأنباء"),
    "EFE": ("EFE", "إفي", "efe.com"),
    "Anadolu": ("AA", "الأناضول", "aa.com.tr", "Anadolu"),
    "ONU Info": ("ONU Info", "أخبار الأمم المتحدة", "news.un.org"),
}  # fmt: skip


def either(words: list[str]) -> str:
    """A pattern that any of the words matches, the longest first."""
    spaced = [re.escape(word.replace("\u00a0", " ")) for word in words]
    return "|".join(sorted(spaced, key=len, reverse=True))


# Words that count, and the days: one letter away from another number or another day.
COUNTED = frozenset(
    "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "vingt vingts trente quarante cinquante soixante cent cents mille million millions milliard "
    "milliards premier première second seconde deuxième troisième dernier dernière demi moitié "
    "tiers quart double triple dizaine dizaines centaine centaines millier milliers "
    "واحد واحدة اثنان اثنين اثنتان ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثمانية ثماني "
    "تسع تسعة عشر عشرة عشرون عشرين ثلاثون ثلاثين أربعون أربعين خمسون خمسين ستون ستين سبعون سبعين "
    "ثمانون ثمانين تسعون تسعين مائة مئة مائتان مئتان مئات ألف ألفا آلاف مليون مليونا ملايين مليار "
    "مليارا ملايير مليارات الأول الأولى الثاني الثانية الثالث الثالثة الأخير الأخيرة نصف ثلث ربع".split()
)
DAYS = frozenset(WEEKDAYS) | frozenset("hier demain أمس غدا".split())
# Words on which the sense of a sentence turns: taking one in or out is never a misprint.
TURNING = frozenset(
    "ne n pas plus jamais rien aucun aucune sans non ni contre sauf sous sur avant après avec pour "
    "mais hors trop moins tous toutes seul seule "
    "لا لم لن ليس ليست غير دون بدون ضد إلا قبل بعد كل جميع بعض مع فوق تحت أكثر أقل ما".split()
)
