"""The stories that the queries are about: written by hand, each in both languages.

key | French headline | French text | Arabic headline | Arabic text
"""

STORIES = """
desal | À Agadir, la plus grande usine de dessalement d’Afrique entre en service | L’eau de mer traitée irriguera quinze mille hectares de serres dans la plaine de Chtouka. | أكادير: دخول أكبر محطة لتحلية مياه البحر في إفريقيا حيز الخدمة | ستسقي المياه المعالجة خمسة عشر ألف هكتار من البيوت المغطاة في سهل اشتوكة.
quake | Séisme d’Al Haouz : les écoles détruites rouvrent sous des tentes | Les sinistrés attendent encore la reconstruction de leurs maisons en pisé. | زلزال الحوز: المدارس المدمرة تستأنف الدراسة في الخيام | لا يزال المتضررون ينتظرون إعادة بناء منازلهم الطينية.
argan | Les coopératives d’argan exportent vers le Japon | Des femmes d’Essaouira pressent l’huile à la main et signent un contrat avec un importateur d’Osaka. | تعاونيات الأركان تصدر زيوتها إلى اليابان | تعصر نساء الصويرة الزيت يدويا، ووقعن عقدا مع مستورد من أوساكا.
rail | La ligne à grande vitesse atteindra Marrakech en 2029 | Le chantier du train emploie douze mille ouvriers entre Kénitra et la ville ocre. | القطار فائق السرعة يصل إلى مراكش سنة 2029 | يشغل ورش الخط الجديد اثني عشر ألف عامل بين القنيطرة والمدينة الحمراء.
locust | Les criquets pèlerins menacent les récoltes du Sahel | La FAO demande des avions pour épandre des pesticides au Niger et au Tchad. | الجراد الصحراوي يهدد محاصيل الساحل | تطلب منظمة الأغذية والزراعة طائرات لرش المبيدات في النيجر وتشاد.
gas | Gazoduc Nigeria-Maroc : l’accord sera signé à Abuja | Le tube longera onze pays avant de rejoindre l’Europe. | أنبوب الغاز نيجيريا المغرب: الاتفاق يوقع في أبوجا | يمر الأنبوب بأحد عشر بلدا قبل أن يصل إلى أوروبا.
lions | Les Lions de l’Atlas se qualifient sans gardien titulaire | Privés de leur portier blessé, les footballeurs s’imposent aux tirs au but. | أسود الأطلس يتأهلون دون حارسهم الأول | فاز اللاعبون بركلات الترجيح في غياب حارس المرمى المصاب.
book | Le Salon du livre de Rabat met la traduction à l’honneur | Quarante éditeurs et des poètes lisent leurs œuvres en amazigh. | معرض الكتاب بالرباط يحتفي بالترجمة | أربعون ناشرا وشعراء يقرؤون أعمالهم بالأمازيغية.
debt | La dette publique recule pour la première fois depuis la pandémie | Le Trésor a remboursé des emprunts plus vite que prévu, selon la banque centrale. | تراجع الدين العمومي لأول مرة منذ الجائحة | سددت الخزينة قروضا قبل آجالها حسب البنك المركزي.
vaccine | Une campagne de vaccination contre la rougeole vise les nomades | Les infirmiers se déplacent à dos de mulet dans les montagnes de l’Oriental. | حملة تلقيح ضد الحصبة تستهدف الرحل | يتنقل الممرضون على البغال في جبال الشرق.
port | Le port de Dakhla Atlantique accueille ses premiers cargos | Les navires débarquent du matériel pour les éoliennes. | ميناء الداخلة الأطلسي يستقبل أولى سفنه | تفرغ البواخر معدات لتوربينات الرياح.
gaza | Gaza : la trêve prolongée de quarante-huit heures | Les médiateurs égyptiens et qataris poursuivent les pourparlers sur les otages. | غزة: تمديد الهدنة ثماني وأربعين ساعة | يواصل الوسطاء المصريون والقطريون مباحثاتهم بشأن الرهائن.
beirut | Beyrouth : le juge rouvre l’enquête sur l’explosion du silo | Les familles des victimes manifestent devant le palais de justice. | بيروت: القاضي يعيد فتح التحقيق في انفجار الصوامع | عائلات الضحايا تتظاهر أمام قصر العدل.
nile | Le barrage de la Renaissance inquiète Khartoum et Le Caire | Addis-Abeba a rempli le réservoir sans accord sur le débit du Nil. | سد النهضة يقلق الخرطوم والقاهرة | ملأت أديس أبابا الخزان دون اتفاق على تدفق النيل.
carthage | Le festival de Carthage s’ouvre avec un film soudanais | Le réalisateur a tourné en exil, avec des acteurs amateurs. | مهرجان قرطاج يفتتح بفيلم سوداني | صور المخرج عمله في المنفى مع ممثلين هواة.
wheat | Le blé importé coûtera moins cher aux minoteries | Les droits de douane sont suspendus jusqu’à la moisson. | القمح المستورد أقل كلفة على المطاحن | علقت الرسوم الجمركية إلى موسم الحصاد.
court | La Cour constitutionnelle censure la loi sur la grève | Les syndicats saluent une victoire, le patronat regrette l’insécurité juridique. | المحكمة الدستورية تسقط قانون الإضراب | النقابات ترحب وأرباب العمل يأسفون لغياب الأمن القانوني.
pilgrim | Pèlerinage : les vols vers Médine partiront de six aéroports | Le tirage au sort des candidats est avancé d’un mois. | الحج: رحلات المدينة المنورة تنطلق من ستة مطارات | تقديم موعد القرعة بين المرشحين بشهر.
ai | Une université de Benguérir forme des ingénieurs en intelligence artificielle | Les étudiants entraînent un modèle qui comprend la darija. | جامعة بنجرير تكون مهندسين في الذكاء الاصطناعي | يدرب الطلبة نموذجا يفهم الدارجة.
bees | Les apiculteurs du Rif perdent la moitié de leurs ruches | Un parasite décime les abeilles après un hiver trop doux. | مربو النحل بالريف يفقدون نصف خلاياهم | طفيلي يفتك بالنحل بعد شتاء دافئ.
fire | Incendie de forêt maîtrisé près de Larache | Les Canadair ont largué de l’eau toute la nuit sur les chênes-lièges. | السيطرة على حريق غابوي قرب العرائش | طائرات كنادير ألقت المياه طوال الليل على أشجار البلوط الفليني.
women | Le code de la famille réformé limite le mariage des mineures | Les associations féministes réclament l’égalité dans l’héritage. | مدونة الأسرة المعدلة تحد من زواج القاصرات | الجمعيات النسائية تطالب بالمساواة في الإرث.
fish | Quotas de pêche : Bruxelles et Rabat rouvrent les discussions | Les chalutiers espagnols sont à quai depuis un an. | حصص الصيد: بروكسيل والرباط تستأنفان المباحثات | سفن الجر الإسبانية راسية منذ سنة.
hack | Une cyberattaque paralyse la caisse de sécurité sociale | Les pirates ont publié les salaires de deux millions d’assurés. | هجوم إلكتروني يشل صندوق الضمان الاجتماعي | نشر القراصنة أجور مليوني مؤمن.
oasis | À Figuig, les palmeraies meurent de soif | Les khettaras sont à sec et le bayoud tue les palmiers. | واحات فجيج تموت عطشا | جفت الخطارات وقتل البيوض النخيل.
metro | Alger inaugure l’extension du métro vers l’aéroport | Neuf stations desservent désormais la banlieue est. | الجزائر العاصمة تدشن تمديد المترو نحو المطار | تسع محطات تخدم الضاحية الشرقية.
coup | Au Mali, la junte reporte l’élection présidentielle | Les partis d’opposition dénoncent un coup de force. | مالي: المجلس العسكري يؤجل الانتخابات الرئاسية | أحزاب المعارضة تندد بانقلاب على الوعود.
olive | La récolte d’olives s’annonce la plus faible en dix ans | À Meknès, les pressoirs ferment faute de fruits. | محصول الزيتون الأضعف منذ عشر سنوات | معاصر مكناس تغلق لقلة الثمار.
visa | Visas : Paris promet des rendez-vous en quinze jours | Les refus frappaient surtout les étudiants et les chercheurs. | التأشيرات: باريس تعد بمواعيد خلال خمسة عشر يوما | كان الرفض يطال الطلبة والباحثين خاصة.
moudawana | Des juges formés à la médiation conjugale | Cent vingt magistrats suivent des cours de psychologie. | تكوين قضاة في الوساطة الزوجية | مائة وعشرون قاضيا يتابعون دروسا في علم النفس.
solar | La centrale solaire de Noor Midelt produira la nuit | Des sels fondus stockent la chaleur pour cinq heures. | محطة نور ميدلت الشمسية تنتج ليلا | أملاح منصهرة تخزن الحرارة خمس ساعات.
child | Un rapport alerte sur le travail des enfants dans les mines | Des mineurs de douze ans extraient le charbon à Jerada. | تقرير يحذر من تشغيل الأطفال في المناجم | أطفال في الثانية عشرة يستخرجون الفحم بجرادة.
migr | Noyade de migrants au large de Nador : onze corps repêchés | L’embarcation avait quitté la côte dans la nuit du 12 mars 2025. | غرق مهاجرين قبالة الناظور: انتشال إحدى عشرة جثة | غادر القارب الساحل ليلة 12 مارس 2025.
escwa | La CESAO publie son bilan sur la pauvreté | Un tiers des habitants de la région vit avec moins de six dollars. | الإسكوا تنشر حصيلتها عن الفقر | ثلث سكان المنطقة يعيشون بأقل من ستة دولارات.
un | L’ONU nomme une envoyée pour le Sahara | La diplomate finlandaise rencontrera toutes les parties à Genève. | الأمم المتحدة تعين مبعوثة إلى الصحراء | تلتقي الدبلوماسية الفنلندية جميع الأطراف في جنيف.
cndh | Le CNDH visite les prisons du Sud | Les détenus se plaignent de la surpopulation des cellules. | المجلس الوطني لحقوق الإنسان يزور سجون الجنوب | النزلاء يشتكون من اكتظاظ الزنازين.
benali | Leïla Benali défend une tarification de l’hydrogène vert | Devant le Parlement, la ministre a répondu à vingt questions. | ليلى بنعلي تدافع عن تسعيرة الهيدروجين الأخضر | أجابت الوزيرة عن عشرين سؤالا أمام البرلمان.
mohammed | Mohammed Chekkouri reçoit le prix Ibn Battouta | L’historien a publié le journal d’un voyageur du quatorzième siècle. | محمد شكوري يتسلم جائزة ابن بطوطة | نشر المؤرخ يوميات رحالة من القرن الرابع عشر.
youssef | Youssef Zidane expose ses aquarelles à Tanger | Le peintre a vécu trente ans à Tétouan. | يوسف زيدان يعرض مائياته بطنجة | عاش الرسام ثلاثين سنة في تطوان.
hussein | Houssine Aherdane élu président de la fédération d’athlétisme | Il promet des pistes dans chaque province. | الحسين أحرضان رئيسا لجامعة ألعاب القوى | وعد بمضامير في كل إقليم.
"""

ORGANIZATIONS = [
    (
        "CESAO",
        "Commission économique et sociale pour l’Asie occidentale",
        "ESCWA",
        "الإسكوا",
        "اللجنة الاقتصادية والاجتماعية لغربي آسيا",
    ),
    ("ONU", "Organisation des Nations unies", "UN\nNations unies", "", "الأمم المتحدة"),
    ("CNDH", "Conseil national des droits de l’Homme", "", "", "المجلس الوطني لحقوق الإنسان"),
    (
        "FAO",
        "Organisation pour l’alimentation et l’agriculture",
        "",
        "الفاو",
        "منظمة الأغذية والزراعة",
    ),
]
SPEAKERS = [
    ("Leïla Benali", "ليلى بنعلي", "benali"),
    ("Mohammed Chekkouri", "محمد شكوري", "mohammed"),
    ("Youssef Zidane", "يوسف زيدان", "youssef"),
    ("Houssine Aherdane", "الحسين أحرضان", "hussein"),
]
