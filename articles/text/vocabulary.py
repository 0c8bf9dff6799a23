"""The words by which French and Arabic wire copy is read: months, verbs of speech, event nouns.

Locale data: the only module of the text layer that is about particular languages.
"""

from __future__ import annotations

import re

FRENCH, ARABIC = "fr", "ar"

_MONTHS = {
    1: "janvier janv يناير جانفي كانون\u00a0الثاني كانون\u00a0ثاني ينّاير",
    2: "février fevrier févr fév فبراير فيفري شباط",
    3: "mars مارس آذار اذار",
    4: "avril avr أبريل ابريل أفريل إبريل نيسان",
    5: "mai ماي مايو أيار ايار",
    6: "juin يونيو يونيه جوان حزيران",
    7: "juillet juil يوليوز يوليو يوليه جويلية تموز",
    8: "août aout غشت أغسطس اغسطس أوت آب",
    9: "septembre sept شتنبر سبتمبر أيلول ايلول",
    10: "octobre oct أكتوبر اكتوبر تشرين\u00a0الأول تشرين\u00a0الاول تشرين\u00a0أول",
    11: "novembre nov نونبر نوفمبر تشرين\u00a0الثاني تشرين\u00a0ثاني",
    12: "décembre decembre déc دجنبر ديسمبر كانون\u00a0الأول كانون\u00a0الاول كانون\u00a0أول",
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
    "leur leurs notre nos tout toute tous toutes deux trois plusieurs depuis vers chez hier cela ça rien "
    "personne chacun chacune aucun aucune certains certaines voici voilà ceci celui celle quant".split()
)

# Nouns that name an event, with the beginnings of words they may follow.
FRENCH_EVENTS = (
    "conférence sommet forum examen session réunion colloque congrès assemblée atelier salon "
    "séminaire symposium festival rencontre rencontres dialogue table\u00a0ronde consultation journée journées assises "
    "exposition biennale triennale championnat tournoi coupe foire fête marathon rallye gala carnaval régate webinaire"
).split(" ")
ARABIC_EVENTS = (
    "مؤتمر قمة منتدى استعراض دورة اجتماع ندوة ملتقى ورشة معرض مهرجان لقاء حوار"
).split()

ARABIC_ROYAL = frozenset("ملك ملكة".split())

# What has a title or a name of its own, which stands in quotation marks and is nobody's words.
TITLE_MAKERS = frozenset(
    "film documentaire livre roman recueil essai ouvrage album chanson spectacle pièce exposition série "
    "émission magazine journal quotidien revue hebdomadaire campagne opération programme projet label "
    "initiative concours prix thème slogan intitulé intitulée intitulés intitulées baptisé baptisée nommé "
    "nommée surnommé surnommée dénommé dénommée appelé appelée dit dite association club plateforme "
    "application navire bateau mot mots terme expression "
    "معرض فيلم كتاب رواية ديوان مسرحية مسلسل برنامج مبادرة حملة مشروع جائزة مهرجان منصة تطبيق صحيفة جريدة "
    "مجلة قناة موقع شعار عنوان بعنوان عنوانه عنوانها موضوع المسمى المسماة باسم أغنية ألبوم لوحة كلمة عبارة مصطلح "
    "حول منتدى ندوة مؤتمر ملتقى صالون معهد فرقة نادي سفينة عملية جمعية مؤسسة شركة".split()
)

# What a person is, before or after a name. Those of a rank in two words stand as two.
FRENCH_TITLES = (
    "président présidente ministre directeur directrice secrétaire ambassadeur ambassadrice "
    "porte-parole chef\u00a0de cheffe\u00a0de chef\u00a0du cheffe\u00a0du chef\u00a0des cheffe\u00a0des "
    "représentant représentante commissaire gouverneur "
    "gouverneure wali maire député députée sénateur sénatrice roi reine prince princesse "
    "chancelier chancelière coordinateur coordinatrice coordonnateur coordonnatrice responsable "
    "conseiller conseillère délégué déléguée haut-commissaire haute-commissaire "
    "haut\u00a0représentant haute\u00a0représentante haut\u00a0responsable envoyé envoyée "
    "rapporteur rapporteuse rapporteure professeur professeure chercheur chercheuse économiste "
    "administrateur administratrice doyen doyenne recteur rectrice général générale colonel "
    "colonelle commandant commandante capitaine expert experte avocat avocate médecin procureur "
    "procureure juge magistrat magistrate préfet préfète consul consule gérant gérante patron "
    "patronne fondateur fondatrice entraîneur entraîneuse sélectionneur sélectionneuse joueur "
    "joueuse réalisateur réalisatrice cinéaste écrivain écrivaine romancier romancière poète "
    "bourgmestre échevin échevine pape substitut substitute "
    "substitut\u00a0du\u00a0procureur substitute\u00a0du\u00a0procureur substitut\u00a0du\u00a0procureur\u00a0du\u00a0roi "
    "substitute\u00a0du\u00a0procureur\u00a0du\u00a0roi sous-préfet sous-préfète "
    "poétesse historien historienne sociologue géographe géologue climatologue hydrologue "
    "politologue ingénieur ingénieure architecte journaliste syndicaliste militant militante "
    "analyste météorologue prévisionniste chanteur chanteuse cantatrice acteur actrice comédien "
    "comédienne infirmier infirmière enseignant enseignante instituteur institutrice agriculteur "
    "agricultrice éleveur éleveuse pêcheur comptable trésorier trésorière imam évêque archevêque "
    "cardinal vétérinaire biologiste épidémiologiste conservateur conservatrice commissaire "
    "inspecteur inspectrice contrôleur contrôleuse greffier greffière artiste peintre photographe "
    "lieutenant-colonel lieutenant amiral PDG P-DG président-directeur\u00a0général présidente-directrice\u00a0générale "
    "directeur\u00a0général directrice\u00a0générale secrétaire\u00a0général secrétaire\u00a0générale proviseur proviseure champion championne membre spécialiste premier\u00a0ministre première\u00a0ministre"
).split(" ")
# Before a title: it is no longer held, or not yet, or held for another.
FRENCH_QUALIFIED = (
    "ancien ancienne ex futur future nouveau nouvel nouvelle vice feu actuel actuelle".split()
)
FRENCH_COURTESIES = "M. Mme Mlle MM. Mmes Monsieur Madame Mademoiselle Dr Dre Pr Pre Me Maître Docteur Professeur Sitt Oustaz Oustaza Ustaz Sr S.E. S.M. SM SAR SE".split()

ARABIC_TITLES = (
    "رئيس رئيسة وزير وزيرة مدير مديرة أمين أمينة الأمين الأمينة المدير المديرة الرئيس الرئيسة "
    "الوزير الوزيرة سفير سفيرة السفير السفيرة الناطق الناطقة المتحدث المتحدثة ممثل ممثلة الممثل "
    "الممثلة مفوض مفوضة المفوض المفوضة المنسق المنسقة منسق منسقة الملك ملك والي محافظ نائب نائبة "
    "مستشار مستشارة المستشار المستشارة خبير خبيرة الخبير الخبيرة كاتب كاتبة المبعوث مبعوث عضو"
).split()

# As ``ARABIC_TITLES``, where a text introduces somebody. Each stands with the article too.
ARABIC_TRADES = (
    "محامي محامية مخرج مخرجة مدرب مدربة قاضي قاضية ناقد ناقدة مؤرخ مؤرخة أديب أديبة أستاذ أستاذة "
    "باحث باحثة مقاول مندوب مندوبة عميد عميدة وكيل وكيلة مفتش مفتشة مراقب مراقبة مسؤول مسؤولة "
    "فنان فنانة مطرب مطربة ممثل ممثلة شاعر شاعرة روائي روائية صحفي صحفية صحافي صحافية إعلامي إعلامية "
    "طبيب طبيبة ناشط ناشطة نقيب نقيبة لاعب لاعبة نجم نجمة بطل بطلة مهندس مهندسة عالم عالمة محلل محللة "
    "نائب نائبة برلماني برلمانية مؤسس رائد متنبئ متنبئة حاكم عمدة رسام رسامة مصور مصورة كاتب كاتبة "
    "مشرف مشرفة قنصل قائد قائدة ضابط عقيد لواء عميد جنرال شيخ إمام مفتي بطريرك مطران أمين أمينة "
    "مبعوث مبعوثة مقرر مقررة مساعد مساعدة مراسل مراسلة معاون معاونة متحدث متحدثة ناطق ناطقة مستشار مستشارة "
    "مكلف مكلفة قيادي قيادية نقابي نقابية حقوقي حقوقية معلم معلمة منتج منتجة مدون مدونة مذيع مذيعة مغني "
    "مغنية مزارع مزارعة سائق سائقة ممرض ممرضة حرفي حرفية اقتصادي خبير خبيرة مدير مديرة رئيس رئيسة وزير وزيرة مدع مدعي مدعية وال والي محافظ سفير سفيرة "
    "منسق منسقة عضو ملك ملكة أمير أميرة سلطان "
    "تاجر تاجرة صياد صيادة مواطن مواطنة طالب طالبة تلميذ تلميذة بائع بائعة متطوع متطوعة حارس نجار خباز ربان بحار فلاح فلاحة "
    "مربي مربية متقاعد متقاعدة مستثمر مستثمرة موظف موظفة طفل طفلة شاب شابة فتى فتاة لاجئ لاجئة نازح نازحة مهاجر مهاجرة "
    "مهاجم مدافع محاضر محاضرة مبتكر مصمم مصممة عازف عازفة ملحن موسيقار قبطان طيار قائمقام كاردينال راهب مرشد مرشدة أسير جريح "
    "شاهد شاهدة رئيسة سفيرة مستوطن متظاهر متظاهرة رياضي رياضية عداء عداءة سباح سباحة ملاكم حكم معلق ممول مفكر مفكرة فيلسوف "
    "عامل عضوة حداد خياط خياطة خطاط خطاطة مسعف مسعفة ميكانيكي كهربائي طباخ طباخة جزار عطار نحال حفار ناسج ناسجة محاسب محاسبة "
    "مقاولة محامية إطفائي مصرفي مصرفية غطاس غطاسة زائر زائرة نزيل نزيلة ناخب ناخبة مرشح مرشحة خريج خريجة "
    "مترجم مترجمة ناشر ناشرة مهني حرفية صانع صانعة تعاوني مسير مسيرة مدعى متهم متهمة مستشارة عاملة نائبة"
).split()
ARABIC_COURTESIES = (
    "السيد السيدة الدكتور الدكتورة المهندس المهندسة الأستاذ الأستاذة الآنسة الحاج الحاجة الشيخ "
    "العم العمة د م معالي سعادة الأستاذين الكاردينال القائمقام عم المستشار المستشارة اللواء العميد العقيد الفريق البروفيسور "
    "الشيخة البروفيسورة البروفسور البروفسورة المقدم الرائد النقيب الملازم الرقيب الكابتن الزميل الزميلة الأب الأخت القس المرحوم المرحومة"
).split()
# Words that stand beside a name and are never of one.
ARABIC_NO_NAMES = frozenset(
    "من في على إلى عن مع لدى أن إن التي الذي الذين اللذين هذا هذه ذلك تلك كما أنه أنها إنه إنها بأن "
    "بأنه بأنها لأن لأنه حيث خلال عبر حول ضد نحو منذ أثناء بعد قبل حتى حين عند عندما بين تحت فوق أمام "
    "دون غير سوى كل جميع بعض أي أحد إحدى قد لقد لم لن لا ما هل هو هي هم ثم أو أم بل لكن أيضا كذلك "
    "اليوم أمس غدا مساء صباح صباحا مساءا ظهر ليلة بداية نهاية مطلع أواخر أوائل منتصف الأسبوع الشهر "
    "السنة العام الماضي الماضية المقبل المقبلة الجاري الجارية الحالي الحالية ردا تعليقا خلفا رفقة "
    "مرفوقا برفقة وفق وفقا حسب بحسب نقلا عقب إثر ضمن رغم بسبب مقابل سنة عام شهر أسبوع يوم ساعة يومي أيام "
    "ستة خمسة أربعة ثلاثة سبعة ثمانية تسعة عشرة مئة ألف مليون قائلا مضيفا مؤكدا أما بينما فيما حينها وقتها آنذاك "
    "حينذاك يومها ساعتها عندها هناك هنا قرب ناهز يناهز داخل خارج وراء جوار الليلة البارحة لاحقا سابقا مجددا بالقول بقوله".split()
)
# Common nouns that begin what is done, held or stands somewhere: no name begins with one.
ARABIC_COMMON = frozenset(
    "معرض قصر مبنى مقر مركز مدينة قرية ولاية محافظة إقليم جهة منطقة عمالة دائرة حي شارع ساحة ملعب "
    "قاعة فندق مطار ميناء جسر سد طريق مستشفى مدرسة جامعة كلية معهد متحف مسرح مكتبة مسجد كنيسة "
    "جمهورية مملكة دولة إمارة سلطنة حكومة وزارة هيئة منظمة مؤسسة شركة جمعية لجنة مجلس اتحاد رابطة "
    "مؤتمر قمة منتدى ندوة دورة اجتماع لقاء ملتقى ورشة مهرجان حفل حوار جلسة زيارة جولة حملة مبادرة "
    "مشروع برنامج خطة استراتيجية قانون قرار اتفاق اتفاقية مذكرة بيان بلاغ تقرير دراسة تصريح كلمة "
    "خطاب رسالة قضية ملف عملية حالة مرحلة فترة موعد تاريخ مناسبة ذكرى عيد موسم عدد نسبة قيمة مبلغ "
    "حجم مستوى نتيجة هدف إطار مجال قطاع سوق أزمة حرب سلام أمن دفاع حريق حادث فيضان زلزال جفاف مياه "
    "ماء كهرباء نقل صحة تعليم ثقافة رياضة فلاحة زراعة صناعة تجارة سياحة بيئة طاقة مالية اقتصاد عدل "
    "وفد فريق طاقم أعضاء ممثلي مسؤولي رؤساء وزراء سكان أهالي مواطني طلبة تلاميذ عمال فلاحي مرصد "
    "حضور مشاركة حصيلة نشاط أشغال فعاليات أعمال انطلاق إطلاق افتتاح اختتام توقيع تنظيم إغلاق فتح "
    "بناء دعم منح رفع خفض وضع حل مساعدة دراسة بحث نظام مذكرا وكالة بعثة جائزة بطولة كأس نهائي".split()
)


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
