"""More queries over the stories of the second blind set, by the search's own hand.

They were asked when the others had long been answered: other forms, countries and who is of them,
days, names in the other script.
"""

QUERIES = """
inflected | fr | pactes mondiaux migration 2018 | mig-marrakech
arabic | ar | بالميثاق العالمى | mig-marrakech
arabic | ar | مندوبون يعتمدون ميثاقا | mig-marrakech
names | fr | abdelqader ben messaoud | mig-marrakech
names | ar | بنمسعود | mig-marrakech
french | fr | visas saisonniers ligue arabe ministres | mig-caire
french | fr | passeurs frontières fermées | mig-caire
arabic | ar | تاشيرات العمل الموسمي | mig-caire
names | fr | al jawhari | mig-caire
names | ar | El Gohary | mig-caire
arabic | ar | المنتديات المتوسطية | mig-tripoli
french | fr | étrangers en Libye 2,5 millions | mig-tripoli
arabic | ar | 17 تموز 2024 | mig-tripoli
arabic | ar | ١٧/٠٧/٢٠٢٤ | mig-tripoli
names | fr | ingrid yohansson | mig-tripoli
arabic | ar | السدود المنهارة | flood-derna
french | fr | barrage effondré derna | flood-derna
arabic | ar | مفقودون في درنه | flood-derna
names | fr | noredine trabulsi | flood-derna
french | fr | autocars inondation morts agadir | flood-tata
arabic | ar | حافلات جرفتها السيول | flood-tata
arabic | ar | القتلى الثمانية عشر | flood-tata
french | fr | crue nil soudan urgence | flood-khartoum
arabic | ar | فاضت مياه النيل بالخرطوم | flood-khartoum
names | fr | om keltoum | flood-khartoum
french | fr | algeriens champions afrique | can-caire
arabic | ar | الجزائريون أبطال إفريقيا | can-caire
arabic | ar | فوز الجزائر على السينغال | can-caire
french | fr | sud africaine championne maroc finale | can-rabat
arabic | ar | اللبؤات خسرن النهائي | can-rabat
names | fr | hilda maghaya | can-rabat
french | fr | coupe arabe qatar sayoud brahimi | arabe-doha
arabic | ar | براهيمى سعيود | arabe-doha
french | fr | FMI budget tunisien | budget-tunis
arabic | ar | النائب المصوت على الميزانية 2024 تونس | budget-tunis
arabic | ar | الميزانيه الجزائريه القياسيه | budget-alger
french | fr | 126 milliards | budget-alger
french | fr | second tour tunisie juriste | elec-tunis
arabic | ar | 72,71 | elec-tunis
arabic | ar | الانتخابات المحليه بالقبايل | elec-alger
french | fr | bureau de vote vide kabylie | elec-alger
arabic | ar | رئيس موريتانيا أعيد انتخابه | elec-nktt
french | fr | reelection presidents mauritaniens | elec-nktt
arabic | ar | COP 27 شرم | cop27
french | fr | cop-27 charm el sheikh | cop27
french | fr | « pertes et dommages » | cop27
arabic | ar | "الوقود الأحفوري" | cop28
french | fr | energie fossile dubai | cop28
arabic | ar | مجموعه ال20 الاتحاد الافريقي | g20-ua
french | fr | g-20 union africaine | g20-ua
arabic | ar | الجولان واشنطون | ligue-tunis
french | fr | souverainetés israélienne golan | ligue-tunis
arabic | ar | قمة العرب بالجزائر | ligue-alger
french | fr | retour syrie ligue arabe | ligue-djeddah
french | fr | jeddah sommet | ligue-djeddah
arabic | ar | الزلازل الحوز | seisme-haouz
french | fr | tremblements de terre atlas villages | seisme-haouz
french | fr | explosion beyrout | port-beyrouth
arabic | ar | انفجر مرفا بيروت | port-beyrouth
arabic | ar | النترات | port-beyrouth
names | fr | gassan shidyaq | port-beyrouth
names | ar | شدياق | port-beyrouth
french | fr | de:trabelsi barrages | flood-derna
arabic | ar | من:الطرابلسي السدين | flood-derna
french | fr | de:"Noureddine Trabelsi" | flood-derna
arabic | ar | من:شدياق | port-beyrouth
"""
