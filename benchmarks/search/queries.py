"""What a reader might type, and the story that is meant. variant | language | query | story"""

QUERIES = """
accents | fr | usine dessalement agadir | desal
accents | fr | energie eoliennes dakhla | port
accents | fr | seisme al haouz | quake
accents | fr | criquets pelerins | locust
accents | fr | tresor rembourse emprunts | debt
accents | fr | pelerinage medine | pilgrim
accents | fr | metro alger aeroport | metro
accents | fr | foret larache | fire
accents | fr | HÉRITAGE ÉGALITÉ | women
accents | fr | recolte olives meknes | olive
accents | fr | intelligence artificielle benguerir | ai
accents | fr | tetouan peintre | youssef
ligature | fr | oeuvres poetes amazigh | book
elision | fr | argan | argan
elision | fr | d'argan japon | argan
elision | fr | l’explosion du silo | beirut
elision | fr | l'héritage | women
elision | fr | d’otages | gaza
elision | fr | enquête silo | beirut
elision | fr | atlas gardien | lions
elision | fr | d'ingénieurs darija | ai
inflection | fr | école détruite tente | quake
inflection | fr | coopérative exporte | argan
inflection | fr | ouvrière train chantier | rail
inflection | fr | avion pesticide | locust
inflection | fr | footballeur qualifié | lions
inflection | fr | éditeur traductions | book
inflection | fr | dettes publiques | debt
inflection | fr | vaccinations nomade | vaccine
inflection | fr | navire cargo | port
inflection | fr | médiateur égyptien | gaza
inflection | fr | famille victime manifestation | beirut
inflection | fr | barrages nil | nile
inflection | fr | films soudanais | carthage
inflection | fr | minoterie douanes | wheat
inflection | fr | syndicat grèves | court
inflection | fr | abeille ruche | bees
inflection | fr | incendies maîtrisés | fire
inflection | fr | mariages mineure | women
inflection | fr | chalutier espagnol | fish
inflection | fr | cyberattaques pirate | hack
inflection | fr | palmeraie palmier | oasis
inflection | fr | élections présidentielles mali | coup
inflection | fr | pressoir fermé | olive
inflection | fr | refus étudiante chercheuse | visa
inflection | fr | magistrat médiations | moudawana
inflection | fr | centrales solaires | solar
inflection | fr | mine enfant charbon | child
inflection | fr | migrant noyé | migr
inflection | fr | prison détenu | cndh
phrase | fr | "intelligence artificielle" | ai
phrase | fr | "tirs au but" | lions
phrase | fr | « banque centrale » | debt
phrase | fr | "sels fondus" | solar
phrase | fr | "coup de force" | coup
prefix | fr | dessal* | desal
prefix | fr | apicult* | bees
prefix | fr | gazod* | gas
hyphen | fr | grande vitesse marrakech | rail
hyphen | fr | chênes lièges | fire
hyphen | fr | nigeria maroc gazoduc | gas
hyphen | fr | Addis Abeba réservoir | nile
date | fr | 12.03.2025 | migr
date | fr | 12 mars 2025 nador | migr
date | fr | 12/3/2025 | migr
date | fr | marrakech 2029 | rail
date | ar | 12.03.2025 | migr
date | ar | ١٢ مارس ٢٠٢٥ | migr
date | ar | مراكش ٢٠٢٩ | rail
acronym | fr | ESCWA pauvreté | escwa
acronym | fr | CESAO | escwa
acronym | fr | الإسكوا | escwa
acronym | fr | UN Sahara | un
acronym | fr | Nations unies envoyée | un
acronym | fr | الأمم المتحدة الصحراء envoyée | un
acronym | fr | O.N.U. finlandaise | un
acronym | fr | conseil national des droits de l'homme | cndh
acronym | ar | ESCWA | escwa
acronym | ar | CESAO | escwa
acronym | ar | اسكوا | escwa
acronym | ar | ONU مبعوثة | un
acronym | ar | CNDH | cndh
acronym | ar | FAO الجراد | locust
name | fr | Leila Benali | benali
name | fr | ليلى بنعلي | benali
name | fr | Layla Ben Ali | benali
name | fr | Mohamed Chekkouri | mohammed
name | fr | Muhammad Chekouri | mohammed
name | fr | محمد شكوري | mohammed
name | fr | Yousef Zidan | youssef
name | fr | يوسف زيدان | youssef
name | fr | Hussein Aherdane | hussein
name | fr | الحسين أحرضان | hussein
name | ar | Mohammed Chekkouri | mohammed
name | ar | Youssef Zidane | youssef
name | ar | Leïla Benali | benali
name | ar | حسين احرضان | hussein
name | ar | بنعلي | benali
proclitic | ar | تحلية مياه أكادير | desal
proclitic | ar | رباط ترجمة | book
proclitic | ar | بجرادة | child
proclitic | ar | جرادة فحم | child
proclitic | ar | وشعراء | book
proclitic | ar | شعراء ناشر | book
proclitic | ar | نحل ريف | bees
proclitic | ar | أمازيغية | book
proclitic | ar | هدنة غزة | gaza
proclitic | ar | دارجة | ai
proclitic | ar | مطار مترو | metro
proclitic | ar | إضراب | court
proclitic | ar | مساواة إرث | women
proclitic | ar | طنجة رسام | youssef
proclitic | ar | للمتضررين | quake
proclitic | ar | والقاهرة سد | nile
proclitic | ar | بمراكش القطار | rail
proclitic | ar | نور ميدلت | solar
hamza | ar | اكبر محطة افريقيا | desal
hamza | ar | انبوب الغاز ابوجا | gas
hamza | ar | اسود الاطلس | lions
hamza | ar | مدونة الاسرة | women
hamza | ar | امم متحدة صحراء | un
hamza | ar | أجور مؤمن قراصنة | hack
hamza | ar | اوروبا انبوب | gas
hamza | ar | ازمة رهائن غزه | gaza
hamza | ar | مسئول الاسكوا الفقر | escwa
taa | ar | مدرسه خيام | quake
taa | ar | تعاونيه اركان | argan
taa | ar | محكمه دستوريه | court
taa | ar | جامعه بنجرير | ai
taa | ar | مستشفي تلقيح الحصبه | vaccine
vowels | ar | هُدْنَة | gaza
vowels | ar | مُهَاجِرِينَ الناظور | migr
vowels | ar | زِلْزَال الحَوْز | quake
tatweel | ar | زيـــتون مكناس | olive
tatweel | ar | واحـــات فجيج | oasis
presentation | ar | ﺍﻟﻬﺪﻧﺔ | gaza
plural | ar | لاعب حارس | lions
plural | ar | المهاجر قارب | migr
plural | ar | مهاجرون غرق | migr
plural | ar | طفل منجم | child
plural | ar | وسيط رهائن | gaza
plural | ar | شاعر كتاب ترجمة | book
plural | ar | قاض وساطة | moudawana
plural | ar | سجن جنوب | cndh
plural | ar | سفينة ميناء الداخلة | port
plural | ar | حزب معارضة مالي | coup
plural | ar | محصول جراد | locust
plural | ar | نقابة إضراب | court
plural | ar | مهندس ذكاء | ai
plural | ar | واحة نخيل | oasis
plural | ar | طالب باحث تأشيرة | visa
plural | ar | عائلة ضحية | beirut
phrase | ar | "الذكاء الاصطناعي" | ai
phrase | ar | «سد النهضة» | nile
phrase | ar | "ركلات الترجيح" | lions
phrase | ar | "قصر العدل" | beirut
prefix | ar | كنا* | fire
prefix | ar | هيدرو* | benali
mixed | ar | مهرجان قرطاج فيلم | carthage
mixed | ar | قمح مطاحن رسوم | wheat
mixed | ar | حج قرعة | pilgrim
mixed | ar | دين عمومي | debt
mixed | ar | صيد إسبانية | fish
without | fr | sahara -algérie | un
without | fr | récolte -criquets olives | olive
without | ar | محصول -الجراد الزيتون | olive
field | fr | de:Chekkouri | mohammed
field | fr | prix de:"Mohamed Chekkouri" | mohammed
field | ar | من:شكوري | mohammed
"""
