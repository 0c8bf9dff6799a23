"""More stories of other kinds, and what readers may type for them: written before any was searched.

The lines are those of ``stories.py`` and ``queries.py``.
"""

STORIES = """
tomato | Souss-Massa : la tomate-cerise victime d’un virus | Les serristes d’Inezgane arrachent leurs plants ; l’ONSSA a lancé des analyses en laboratoire. | سوس ماسة: فيروس يفتك بالطماطم الكرزية | يقتلع مزارعو إنزكان شتلاتهم، وباشر المكتب الوطني للسلامة الصحية تحاليل مخبرية.
guterres | António Guterres appelle à un cessez-le-feu au Soudan | Le secrétaire général a parlé devant la presse à New York, le 4 juillet 2024. | أنطونيو غوتيريش يدعو إلى وقف إطلاق النار في السودان | تحدث الأمين العام أمام الصحافة في نيويورك يوم 4 يوليوز 2024.
zakharova | Tchaïkovski à l’affiche de l’Opéra d’Alger | Le ballet du Bolchoï jouera le Lac des cygnes pendant trois soirées. | تشايكوفسكي على خشبة أوبرا الجزائر | تقدم فرقة البولشوي بحيرة البجع ثلاث أمسيات.
khashoggi | Un documentaire sur Jamal Khashoggi projeté à Tunis | Le film retrace les derniers jours du journaliste. | عرض وثائقي عن جمال خاشقجي في تونس | يعيد الفيلم رسم الأيام الأخيرة للصحافي.
gdp | Le PIB progresserait de 3,4 % selon le HCP | La demande intérieure et les phosphates tirent la croissance. | الناتج الداخلي الخام سينمو بنسبة 3,4 في المائة حسب المندوبية السامية للتخطيط | الطلب الداخلي والفوسفاط يدعمان النمو.
strike | Grève des contrôleurs aériens : cent vingt-trois vols annulés | À Orly, les voyageurs dorment dans l’aérogare. | إضراب المراقبين الجويين: إلغاء مائة وثلاث وعشرين رحلة | ينام المسافرون في أورلي داخل المطار.
caftan | L’Unesco inscrit le caftan au patrimoine immatériel | Les brodeuses de Fès et les tisserands de Tétouan ont fêté la nouvelle. | اليونسكو تدرج القفطان ضمن التراث غير المادي | احتفلت مطرزات فاس ونساجو تطوان بالخبر.
flood | Crues de l’oued Ourika : deux ponts emportés | Les villageois sont ravitaillés par hélicoptère. | فيضانات وادي أوريكا: انهيار قنطرتين | يجري تموين القرويين بالمروحيات.
euro | Le dirham flotte un peu plus librement face à l’euro | Bank Al-Maghrib élargit la bande de fluctuation. | الدرهم أكثر تحررا أمام الأورو | بنك المغرب يوسع نطاق تقلب العملة.
teacher | Les enseignants contractuels intégrés à la fonction publique | Vingt mille professeurs des collèges sont concernés. | إدماج الأساتذة المتعاقدين في الوظيفة العمومية | يهم القرار عشرين ألف أستاذ بالإعداديات.
hospital | Un hôpital de campagne marocain à Khan Younès | Les chirurgiens ont opéré quarante blessés en une semaine. | مستشفى ميداني مغربي في خان يونس | أجرى الجراحون أربعين عملية للجرحى في أسبوع.
chess | Une lycéenne d’Oujda sacrée championne d’Afrique d’échecs | À seize ans, elle devient grand maître féminin. | تلميذة من وجدة بطلة إفريقيا في الشطرنج | صارت أستاذة كبيرة في سن السادسة عشرة.
dates | Mauritanie : le festival des dattes d’Atar attire les foules | Les caravaniers de l’Adrar vendent aussi du sel gemme. | موريتانيا: مهرجان التمور بأطار يستقطب الزوار | يبيع أصحاب القوافل في أدرار الملح الصخري أيضا.
rocket | Ariane-6 place un satellite marocain en orbite | Le décollage de Kourou a été retardé de deux heures par le vent. | أريان 6 تضع قمرا اصطناعيا مغربيا في مداره | تأخر الإقلاع من كورو ساعتين بسبب الرياح.
weather | Vague de chaleur : 48 degrés à Smara | La DGM place neuf provinces en vigilance orange. | موجة حر: 48 درجة بالسمارة | مديرية الأرصاد تضع تسعة أقاليم في مستوى يقظة برتقالي.
museum | Le musée Mohammed-VI prête trois toiles de Jilali Gharbaoui | L’exposition ouvre au Centre Pompidou le 11 janvier 2026. | متحف محمد السادس يعير ثلاث لوحات للجيلالي الغرباوي | يفتتح المعرض بمركز بومبيدو يوم 11 يناير 2026.
prices | Les prix des carburants baissent de nouveau | Le gazole perd trente centimes dans les stations-service. | أسعار المحروقات تنخفض من جديد | فقد الغازوال ثلاثين سنتيما في محطات الوقود.
witness | Procès : les témoins entendus à huis clos | L’avocat de la défense dénonce des irrégularités de procédure. | محاكمة: الاستماع إلى الشهود في جلسة سرية | محامي الدفاع يندد بخروقات مسطرية.
camel | Le Qatar lance une course de dromadaires avec robots-jockeys | Les organisateurs bannissent les enfants de la piste. | قطر تنظم سباقا للهجن بروبوتات | أبعد المنظمون الأطفال عن المضمار.
vote | Tunisie : moins d’un électeur sur trois a voté | L’ISIE publiera les résultats définitifs lundi. | تونس: أقل من ثلث الناخبين أدلوا بأصواتهم | تعلن هيئة الانتخابات النتائج النهائية الاثنين.
journalist | Trois journalistes relâchés après une grâce royale | La FIJ et les rédactions s’en réjouissent. | الإفراج عن ثلاثة صحافيين بعفو ملكي | الاتحاد الدولي للصحفيين وهيئات التحرير يرحبون.
sardine | La sardine se raréfie au large de Safi | Les conserveries tournent au ralenti et licencient. | السردين يندر قبالة آسفي | معامل التصبير تعمل ببطء وتسرح عمالها.
battery | Une gigafactory de batteries s’installe à Jorf Lasfar | Le groupe chinois emploiera dix-sept mille personnes. | مصنع ضخم للبطاريات في الجرف الأصفر | ستشغل المجموعة الصينية سبعة عشر ألف شخص.
poem | Mahmoud Darwich traduit en tamazight | La traductrice a choisi quarante poèmes d’exil. | ترجمة محمود درويش إلى تمازيغت | اختارت المترجمة أربعين قصيدة من المنفى.
youthwork | Le chômage des jeunes diplômés atteint un record | Un titulaire de master sur deux cherche un premier emploi. | بطالة الشباب حاملي الشهادات تبلغ رقما قياسيا | نصف حاملي الماستر يبحثون عن أول وظيفة.
"""

QUERIES = """
name | fr | Gutteres | guterres
name | fr | Ghoutirich Soudan | guterres
name | ar | غوتيرش | guterres
name | ar | جوتيريش السودان | guterres
name | fr | Antonio Guterres | guterres
name | fr | Tchaikovsky ballet | zakharova
name | ar | خاشقجي وثائقي | khashoggi
name | fr | Gamal Khashoggi | khashoggi
name | fr | Jamal Kashoggi | khashoggi
name | fr | Mahmoud Darwish | poem
name | fr | Gharbaoui Pompidou | museum
name | ar | الجيلالي الغرباوي | museum
name | ar | درويش تمازيغت | poem
acronym | fr | HCP croissance | gdp
acronym | fr | H.C.P. PIB | gdp
acronym | fr | onssa tomates | tomato
acronym | fr | UNESCO caftans | caftan
acronym | fr | FIJ | journalist
acronym | fr | isie résultat | vote
proclitic | ar | والطماطم | tomato
proclitic | ar | فللأساتذة المتعاقدين | teacher
proclitic | ar | للمراقبين الجويين | strike
proclitic | ar | وبالقفطان | caftan
proclitic | ar | كالفيضانات | flood
proclitic | ar | فالسردين آسفي | sardine
proclitic | ar | وللناخبين تونس | vote
proclitic | ar | بأسعارها المحروقات | prices
plural | ar | شاهد محاكمة | witness
plural | ar | قافلة ملح | dates
plural | ar | قصيدة منفى | poem
plural | ar | قصائد درويش | poem
plural | ar | قنطرة وادي | flood
plural | ar | جسر أوريكا فيضان | flood
plural | ar | لوحة معرض | museum
plural | ar | أستاذ متعاقد | teacher
plural | ar | جراح عملية | hospital
plural | ar | ناخب صوت | vote
plural | ar | تمر مهرجان | dates
plural | ar | صحفي عفو | journalist
plural | ar | أقمار اصطناعية | rocket
plural | ar | معمل تصبير | sardine
plural | ar | مستشفيات ميدانية | hospital
inflection | fr | hôpitaux campagne | hospital
inflection | fr | contrôleur aérien | strike
inflection | fr | journaliste gracié relâché | journalist
inflection | fr | enseignante contractuelle | teacher
inflection | fr | pont emporté crue | flood
inflection | fr | conserverie licenciement | sardine
inflection | fr | électrices voter tunisie | vote
inflection | fr | toile exposer | museum
inflection | fr | opérations chirurgicales blessé | hospital
inflection | fr | vol annulé orly | strike
elision | fr | l’oued | flood
elision | fr | jusqu’à l'orbite satellite | rocket
elision | fr | qu'Ariane | rocket
hyphen | fr | cessez le feu soudan | guterres
hyphen | fr | cessez-le-feu | guterres
hyphen | fr | tomates cerises | tomato
hyphen | fr | Ariane 6 | rocket
hyphen | fr | ariane6 | rocket
hyphen | fr | robot jockey | camel
hyphen | fr | Mohammed VI musée | museum
hyphen | fr | souss massa | tomato
date | fr | 4.07.2024 | guterres
date | fr | guterres 04/07/2024 | guterres
date | ar | ٤ يوليوز 2024 | guterres
date | ar | ٤ يوليو ٢٠٢٤ | guterres
date | fr | 11 janvier 2026 | museum
date | ar | ١١/٠١/٢٠٢٦ | museum
digits | ar | ٤٨ درجة | weather
digits | fr | 48° Smara | weather
digits | fr | PIB 3,4 % | gdp
typo | fr | sardnie safi | sardine
typo | fr | festval dattes | dates
typo | fr | chomage dimplomés | youthwork
typo | ar | السردبن | sardine
typo | ar | القفظان | caftan
keyboard | ar | hgrt'hk | caftan
keyboard | fr | سشقيهىث | sardine
presentation | ar | ﺍﻟﺸﻄﺮﻧﺞ | chess
tatweel | ar | الشـــطرنج | chess
vowels | ar | الشَّطْرَنْجُ بَطَلَة | chess
hamza | ar | اسعار المحروقات | prices
hamza | ar | الاورو الدرهم | euro
hamza | ar | إستماع الشهود | witness
taa | ar | مستشفي ميداني | hospital
taa | ar | بطاله الشباب | youthwork
taa | ar | بطلة افريقيا شطرنج | chess
accents | fr | echecs oujda | chess
accents | fr | chomage diplomes | youthwork
accents | fr | proces huis clos | witness
phrase | fr | "grâce royale" | journalist
phrase | ar | "عفو ملكي" | journalist
phrase | ar | «وقف إطلاق النار» | guterres
phrase | fr | “huis clos” | witness
prefix | fr | gigafac* | battery
prefix | ar | بطاري* | battery
without | fr | festival -dattes ballet | zakharova
without | ar | مهرجان -التمور قرطاج | carthage
field | fr | de:Benali hydrogène | benali
field | ar | من:بنعلي | benali
field | ar | من:"محمد شكوري" جائزة | mohammed
mixed | fr | satellite marocain | rocket
mixed | fr | vague de chaleur | weather
mixed | ar | موجة الحر السمارة | weather
mixed | ar | مصنع بطاريات صيني | battery
mixed | fr | l'Unesco et le caftan | caftan
mixed | fr | prix gazole stations service | prices
mixed | fr | Bank Al Maghrib dirham | euro
"""
