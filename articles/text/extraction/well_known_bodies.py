"""Companies, clubs, unions and offices of the region and of its neighbours that no noun tells to be a body's.

Locale data: a name a line's part, as texts write it. What « Sonatrach » is, a reader knows; no grammar does.
"""

from __future__ import annotations

_FRENCH = """
Sonatrach; Sonelgaz; Naftal; Air Algérie; Algérie Télécom; Mobilis; Djezzy; Cosider; Cevital; Saidal; Algérienne des eaux; Tonic Industrie
Royal Air Maroc; Maroc Telecom; Attijariwafa Bank; Bank Al-Maghrib; Barid Al-Maghrib; Tanger Med; Marsa Maroc; Masen; Managem; Inwi
Autoroutes du Maroc; Lydec; Redal; Al Barid Bank; Radeema; Renault Maroc; Casa Transport
Tunisair; STEG; SONEDE; Transtu; Tunisie Telecom; Ooredoo; Groupe chimique tunisien; Cepex; Utica; CONECT; UGTT; UTICA; UTAP
Camrail; Camair-Co; Air Sénégal; Sonatel; Senelec; Sonabel; Sonabhy; Onea; Onatel; Sonidep; Nigelec; Somaïr; Orano; Snim; Somelec; Mauritel
Société nationale industrielle et minière; Air Côte d'Ivoire; CIE; Sodeci; Cocobod; Ecobank; Asecna; BCEAO; BEAC; UEMOA; CEMAC; CEDEAO; Cilss
Météo-France; Frontex; Europol; Eurojust; Eurostat; Inserm; CNRS; IRD; Cirad; Ifremer; Inrae; Insee; SNCF; RATP; EDF; Engie; TotalEnergies
Air France; Air France-KLM; Airbus; Safran; Alstom; Stellantis; Renault; Veolia; Suez; Bouygues; Vinci; Bolloré; Orange; CMA CGM; Danone
Médecins sans frontières; Médecins du monde; Action contre la faim; Amnesty International; Human Rights Watch; Reporters sans frontières
Handicap International; Care; Oxfam; Greenpeace; SOS Méditerranée; Save the Children; Croix-Rouge française; Secours islamique; Secours catholique
Gavi; Africa CDC; Afreximbank; Union africaine; Banque mondiale; Expertise France; Campus France; Unicef; Unesco; Onusida; ONU-Femmes; ONU Femmes
Hezbollah; Hamas; Fatah; Polisario; Front Polisario; Ennahdha; Istiqlal; Nidaa Tounes
FGTB; CSC; CGSLB; CFDT; CGT; FO; Medef; UMT; CDT; UGTM; CGEM; UGTA; CNTS; UNSAS; Cnuced; AFD; BID; HCP; ANP; ONDA; ONCF; ONEE; OCP; ADM
Wydad; Raja; Wydad Casablanca; Raja Casablanca; Hassania d'Agadir; Renaissance de Berkane; Moghreb de Tétouan; Maghreb de Fès; Difaâ d'El Jadida
Difaâ Hassani d'El Jadida; Olympique de Safi; Kawkab de Marrakech; Chabab Mohammédia; Union de Touarga; Ittihad de Tanger; Jeunesse sportive soualem
Espérance de Tunis; Espérance sportive de Tunis; Club africain; Étoile du Sahel; Étoile sportive du Sahel; Club sportif sfaxien; Stade tunisien
Mouloudia d'Alger; MC Alger; MC Oran; CR Belouizdad; JS Kabylie; USM Alger; ES Sétif; CS Constantine; Paradou AC; Al Ahly; Zamalek; Pyramids FC
TP Mazembe; Asec Mimosas; Jaraaf; Canon de Yaoundé; Paris Saint-Germain; Olympique de Marseille; Real Madrid; FC Barcelone; Manchester City
Protection civile; Conseil constitutionnel; Conseil d'État; Assemblée nationale; Sénat; Cour des comptes; Élysée; Matignon; Kremlin
Moody's; Moody’s; Fitch; Fitch Ratings; Standard & Poor's; Standard & Poor’s; S&P; Bloomberg; Rega; Interpol; Médecins du Monde; Emmaüs; Caritas
Terre des hommes; Transparency International; Global Witness; Solidarités International; Première Urgence Internationale; Norwegian Refugee Council
Unitaid; Fonds mondial; Alliance du vaccin; Fondation Gates; Institut Pasteur; Lighthouse Reports; International Crisis Group; Crisis Group; Chatham House; Ifri; Institut Montaigne; Terra Nova; La Redoute; Decathlon; Leroy Merlin; L'Oréal; Sanofi; Dassault Aviation; Naval Group; ArcelorMittal; LafargeHolcim; Holcim; Nestlé; Novartis; UBS; Swisscom; CFF; RTS; Proximus; Solvay; UCB; bpost; SNCB; Infrabel; RTBF; STIB; ULB; UCLouvain; VUB; KU Leuven; ULiège; EPFL; CERN; Hydro-Québec; Radio-Canada; UQAM; Université Laval
Royal Air Maroc; Al Omrane; CIH Bank; BMCE; Bank of Africa; Label'Vie; Cosumar; Sonasid; SNTL; ONMT; Anapec; AMDIE; Crédit agricole du Maroc; Sonede; Tunisair Express; BIAT; Banque de Tunisie; Amen Bank; Poste tunisienne; SNCFT; Sncft; Office des céréales; ONAS; ETAP; Naftogaz; Sonatrach; Cnep; BNA; Algérie Poste; SNTF; Air Burkina; Coris Bank; Onatel; Sofitex; Socabu; Petroci; Port autonome de Dakar; Dakar Dem Dikk; Sonacos; Sen'Eau; Petrosen; Sodefor; Sotra; Socopao; Bceao; Boad; BOAD; BAD; Banque africaine de développement; Banque islamique de développement; BERD; BEI; FMI; OMC; OCDE; Otan; OTAN; ONU; OMS; FAO; PAM; Pam; HCR; OIM; OIT; Pnud; PNUD; FNUAP; AIEA; CPI; CIJ; UE; Fifa; FIFA; CAF; UEFA; CIO; Concacaf
Dar Al-Iftaa; Al-Azhar; Université d'Al-Azhar; Banque centrale européenne; BCE; Réserve fédérale; Parlement européen; Conseil de l'Europe; Cour pénale internationale; Cour internationale de justice; Commission européenne; Conseil de sécurité; Ligue arabe; Unicef; ICESCO; Alecso; Isesco; Escwa; OCI; Opep; OPEP; Opaep; Sadc; CEEAC; Igad; IGAD; UMA; Union pour la Méditerranée; G5 Sahel; Alliance des États du Sahel; Benno Bokk Yakaar; Pastef; Yewwi Askan Wi
Croissant-Rouge; Croix-Rouge; Casques bleus; Minusma; Finul; Monusco; Barkhane; Garde-côtes
"""
_ARABIC = """
سوناطراك; سونلغاز; الجزائرية للمياه; الخطوط الجوية الجزائرية; اتصالات الجزائر; الخطوط الملكية المغربية; اتصالات المغرب; بنك المغرب; بريد المغرب
الخطوط التونسية; الشركة التونسية للكهرباء والغاز; اتصالات تونس; الاتحاد العام التونسي للشغل السعودية; سابك; قطر للطاقة
الخطوط الجوية القطرية; طيران الإمارات; أدنوك; موانئ دبي العالمية; مصر للطيران; هيئة قناة السويس; قناة السويس
الهلال الأحمر القطري; الهلال الأحمر الليبي; الهلال الأحمر الفلسطيني; الهلال الأحمر السوداني; الهلال الأحمر المصري; الصليب الأحمر اللبناني; جمعية الهلال الأحمر الفلسطيني
أطباء بلا حدود; العفو الدولية; منظمة العفو الدولية; هيومن رايتس ووتش; مراسلون بلا حدود; أنقذوا الأطفال
قوات الدعم السريع; حزب الله; حركة حماس; حركة فتح; حركة النهضة; الدفاع المدني; الحرس الوطني; الشرطة القضائية; الدرك الملكي; النيابة العامة; النيابة العمومية; المختبر الجنائي
رئاسة الجمهورية; رئاسة الحكومة; مجلس النواب; مجلس الأمة; مجلس الشورى; مجلس الأمن; مجلس المستشارين; البرلمان العربي; البرلمان الأوروبي; المجلس الأعلى للقضاء
المفوضية الأوروبية; البنك المركزي المصري; مصرف لبنان; مصرف ليبيا المركزي; بنك الجزائر; البنك المركزي التونسي; بنك السودان المركزي
الترجي الرياضي التونسي; الترجي الرياضي; النادي الإفريقي; النادي الصفاقسي; النجم الساحلي; النجم الرياضي الساحلي; الملعب التونسي; اتحاد المنستير; قوافل قفصة
شبيبة القبائل; مولودية الجزائر; مولودية وهران; شباب بلوزداد; اتحاد العاصمة; وفاق سطيف; شباب قسنطينة; نصر حسين داي; أهلي البرج
الوداد الرياضي; الرجاء الرياضي; الجيش الملكي; نهضة بركان; حسنية أكادير; المغرب الفاسي; الفتح الرباطي; اتحاد طنجة; المغرب التطواني; الدفاع الحسني الجديدي; مولودية وجدة
الأهلي المصري; الزمالك; بيراميدز; الهلال السعودي; النصر السعودي; الهلال السوداني; السد القطري; العين الإماراتي
ديوان المحاسبة; دائرة المحاسبات; مجلس المحاسبة; المجلس الأعلى للحسابات; خفر السواحل; الحماية المدنية; الوقاية المدنية; الخدمات الطبية الملكية; الأمن العام; الأمن الوطني; الشرطة الاتحادية
قوات حرس الحدود; حرس الحدود; هيئة الرقابة المالية; الرقابة الإدارية; القوات المسلحة; القوات المسلحة الأردنية; الجيش اللبناني; الجيش السوداني; الجيش المصري; القوات الخاصة; البحرية الملكية; القوات المساعدة
السلطة القضائية; وكالة فيتش; وكالة موديز; فيتش; موديز; ستاندرد آند بورز; الصليب الأحمر; الإنتربول; يوروبول; فرونتكس; البنك الدولي; صندوق النقد الدولي; البنك الإسلامي للتنمية; بنك التنمية الأفريقي; البنك الأفريقي للتنمية
هيئة أسواق المال; هيئة السوق المالية; بورصة الكويت; بورصة تونس; بورصة الدار البيضاء; بورصة عمان; سوق دبي المالي; سوق أبوظبي للأوراق المالية; معهد العالم العربي
تلفزيون السودان; مجلس نواب الشعب; مجلس شورى الدولة; المجلس الشعبي الوطني; مجلس الدولة; المحكمة الدستورية; المحكمة الدستورية العليا; محكمة النقض; محكمة التعقيب; المحكمة العليا
المجلس الرئاسي; مجلس السيادة; مجلس القيادة الرئاسي; المجلس الأعلى للدولة; مجلس التعاون الخليجي; مجلس التعاون لدول الخليج العربية; اتحاد المغرب العربي; منظمة التعاون الإسلامي; جامعة الدول العربية; الجامعة العربية
الاتحاد الأفريقي; الاتحاد الأوروبي; الاتحاد الإفريقي; إيكواس; حلف شمال الأطلسي; الناتو; أوبك; مجموعة السبع; مجموعة العشرين; منتدى دافوس; المنتدى الاقتصادي العالمي
برنامج الأغذية العالمي; منظمة الأغذية والزراعة; منظمة العمل الدولية; منظمة الصحة العالمية; المنظمة الدولية للهجرة; مفوضية اللاجئين; صندوق الأمم المتحدة للسكان; برنامج الأمم المتحدة الإنمائي; هيئة الأمم المتحدة للمرأة
اللجنة الدولية للصليب الأحمر; العمل ضد الجوع; أوكسفام; المجلس النرويجي للاجئين; المجلس الدنماركي للاجئين; لجنة الإنقاذ الدولية; ميرسي كور; الإغاثة الإسلامية; قطر الخيرية; مؤسسة قطر; الهلال الأحمر الإماراتي; الهلال الأحمر اليمني; الهلال الأحمر السوري; الهلال الأحمر التونسي; الهلال الأحمر المغربي; الهلال الأحمر الجزائري; الهلال الأحمر العراقي; الهلال الأحمر الكويتي; الهلال الأحمر الأردني
الاتحاد العام التونسي للشغل; الاتحاد المغربي للشغل; الاتحاد العام للعمال الجزائريين; الشهر العقاري; البنك المركزي العراقي; البنك المركزي الأردني; مؤسسة النقد; البنك المركزي السعودي; صندوق الاستثمارات العامة; أرامكو; أرامكو السعودية; قطر للطيران; الاتحاد للطيران; طيران ناس; الملكية الأردنية; طيران الشرق الأوسط; الخطوط السعودية; الخطوط الكويتية; بابكو; نفط الكويت; أوريدو
ليدك; الخزينة العامة للمملكة; المكتب الشريف للفوسفاط; المكتب الوطني للسكك الحديدية; صندوق الإيداع والتدبير; التجاري وفا بنك; الوكالة الوطنية للموانئ; وكالة ناسا; ناسا; وكالة الفضاء الأوروبية; الفيفا; الاتحاد الدولي لكرة القدم; الاتحاد الأفريقي لكرة القدم; اللجنة الأولمبية الدولية; الاتحاد الآسيوي لكرة القدم
"""
# Clubs by their letters: « Hafia FC », « AS Kaloum », « GS Pétroliers ».
CLUB_LETTERS = (
    "FC AC SC AS ASM US USM UST JS JSM MC MCB CR CRB CS CSM ES GS CA ESS CF FS HBC HHB ESF RC RCA RS RSB WAC WA EST OC OM SO SA TP ST AJ "
    "MAS DHJ KAC HUSA FUS ASFAR NA NAHD WAT CAB ASO USMA USMB ASEC"
).split()


def _names(lines: str) -> tuple[str, ...]:
    return tuple(name for line in lines.strip().splitlines() for name in line.split("; "))


FRENCH_BODIES = _names(_FRENCH)
ARABIC_BODIES = _names(_ARABIC)
