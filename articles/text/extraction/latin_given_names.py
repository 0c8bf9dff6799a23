"""Given names in Latin letters: a body has capitals too, but is not called Samira or Walid.

Locale data, folded when they are compared; of two parts, the first alone.
"""

from __future__ import annotations

from ..analysis.names import fold
from ..gazetteer import gazetteer

_GIVEN = """
Abbas Abdallah Abdel Abdelali Abdelaziz Abdelfattah Abdelghani Abdelhak Abdelhakim Abdelhamid Abdelilah
Abdelkader Abdelkarim Abdelkrim Abdellah Abdellatif Abdelmajid Abdelmalek Abdelmadjid Abdelouahab Abdelouahed
Abderrahim Abderrahmane Abderrazak Abdeslam Abdessalam Abdou Abdoulaye Abdul Achraf Adam Adama Adel Adil Adnane Ahlam Ahmad
Ahmed Ahmadou Aicha Aïcha Aïssata Aissatou Akram Alaa Alassane Ali Alia Alioune Amadou Amal Amar Amel Amina Aminata Amine
Amir Amira Amr Anas Anass Anis Anissa Anouar Antar Arafat Aref Asma Asmae Assia Awa Aya Ayman Aymen Ayoub Aziz Aziza Azzedine
Azeddine Bachir Badr Badreddine Baha Bakary Bassam Bassem Bassel Bechir Belkacem Bilal Boubacar Boubaker Bouchra Brahim Btissam Chadi
Chafik Chaïmae Chakib Cheikh Cheikhna Cherif Chokri Chérif Dalila Daoud Dina Djamel Djamila Djibril Dorra Driss Ebtissam Elias Élias
Elyes Emna Essaïd Fadel Fadi Fadia Fadila Fady Fadwa Fahd Farah Fares Farid Farida Faouzi Farouk Fatima Fatiha Fatma Fatna Fatou
Fatoumata Fatimata Fatimetou Fathi Fayçal Faisal Faïza Ferhat Fethi Fouad Ghada Ghania Ghassan Ghita Ghizlane Ghislane Habib Habiba Hadi Hadja
Hafid Hafida Hafsa Haitham Hend Hossein Nassim Nassima Adjaratou Barbara Hajar Hakim Hakima Halima Hamed Hamid Hamida Hamidou Hamma Hamza Hanane Hanan Hani Hanna Hassan Hassane
Hassen Hasna Hassna Hatem Hayat Haykel Hédi Hedi Hella Hicham Hichem Hind Hinde Hoda Houda Houria Hussein Houssine Houssein Houssam Hocine
Hosni Ibrahim Ibrahima Idriss Idris Idrissa Ihsane Ikram Ilham Ilyas Ilyes Iman Imane Imad Imed Ines Inès Ismael Ismaël Ismail Ismaïl Issa
Issam Jaafar Jaber Jalal Jamal Jamel Jamila Jaouad Jawad Jihane Jihad Kader Kaïs Kais Kamal Kamel Karim Karima Kawtar Kaouthar Keltoum
Khadija Khaled Khalid Khalil Khadidja Kheireddine Khalifa Lahcen Lahcène Lakhdar Lamia Lamiae Lamine Larbi Latifa Layla Leila Leïla Lilia
Lina Lobna Loubna Lotfi Maamar Maha Maher Mahamadou Mahdi Mahfoud Mahmoud Maïssa Majid Majida Malek Malik Malika Mamadou Mansour
Mansouria Marouane Marwan Marwane Maryam Mariam Mariama Mariem Meriem Messaouda Messaoud Mehdi Miloud Milouda Mohamed Mohammed Mohammad
Muhammad Mohsen Mokhtar Moktar Moncef Mondher Monia Mouna Mounia Mounir Mounira Mourad Mouhamadou Moussa Moustapha Mostafa Mustapha Mustafa Moulay Moulaye
Moez Nabil Nabila Nacer Naceur Nada Nader Nadia Nadir Nadjib Naïma Naima Najat Najet Najib Najla Naouel Narjiss Nasser Nasreddine
Nawal Nawaf Nawel Nidal Nizar Nezha Noha Nora Nouha Nour Noura Noureddine Nourredine Nozha Ola Omar Omer Oumar Oumou Othmane Osman Osama
Oussama Outhmane Rabah Rabia Rabie Rachid Rachida Radhia Radia Radouane Rafik Rafiq Rahma Raja Rajae Ramdane Rami Ramy Ramzi Rania Raouf
Rawan Reda Redouane Réda Rim Rima Ridha Riad Riadh Riham Saad Saadia Sabri Sabrina Sadok Safa Safae Safia Said Saïd Saïda Saida Salah
Salaheddine Slaheddine Salem Salim Salima Salma Salman Saloua Salwa Sami Samia Samir Samira Samy Sana Sanaa Sanaâ Sanae Sara Sarah Selim Selma
Seydou Sidi Siham Sihem Sofia Sofiane Soufiane Souad Souha Souhail Soulaimane Souleymane Soumaya Soumia Slimane Taha Tahar Taïeb Taieb Tayeb Talal
Tarek Tarik Tariq Taoufik Tewfik Thami Toufik Walid Waleed Wafa Wafae Wael Waël Wahiba Wajdi Wassim Wided Wissam Wissal Yacine Yassin Yassine
Yasmina Yasmine Yahia Yahya Yasser Yazid Youcef Youssef Youssouf Yousra Yosra Younes Younès Zahia Zahra Zakaria Zakia Zaki Zeineb Zineb Zied
Ziad Zoheir Zohra Zoubida Zoubir Zouhair Zouheir
Adrien Agathe Agnès Alain Alan Albert Alberto Alejandro Alessandro Alex Alexander Alexandra Alexandre Alexei Alexeï Alexis Alfred Alice Aline
Alvaro Álvaro Amanda Amélie Ana Anaïs Anatole André Andrea Andreas Andrei Andreï Andrés Andrew Andrzej Angela Angelo Anita Anna Annalena Anne
Anneke Annie Anthony Antoine Antonia Antonio António Antony Arnaud Arthur Astrid Audrey Aurélie Aurélien Axel Barbara Baptiste Bastien Béatrice
Benjamin Benoît Bernadette Bernard Bertrand Bill Boris Brigitte Bruno Camille Carine Carl Carla Carlos Carmen Carole Caroline Catherine
Cécile Cédric Céline Charles Charlotte Chantal Chloé Chris Christelle Christian Christiane Christine Christophe Christopher Claire Clara
Claude Claudia Clément Clémence Colette Corinne Cristina Cyril Damien Daniel Daniela Danielle Danièle David Déborah Delphine Denis Diane
Didier Diego Dimitri Dmitri Dominique Donald Dorothée Édouard Edouard Eduardo Elena Eléonore Élisabeth Elisabeth Elizabeth Élise Élodie Elon
Emma Emmanuel Emmanuelle Éric Eric Erik Ernest Estelle Esther Étienne Etienne Eugène Eva Évelyne Fabien Fabienne Fabrice Federico Felipe Félix
Fernando Filippo Flora Florence Florent Florian Francesco Francis Francisco Franck François Françoise Frank Franz Fred Frédéric Frédérique
Gabriel Gabrielle Gaël Gaëlle Geneviève Geoffroy George Georges Georgia Gérald Gérard Géraldine Ghislain Gilbert Gilles Giorgia Giorgio Giovanni
Giulia Giuseppe Gonzalo Grace Graziella Grégoire Grégory Guillaume Gustavo Guy Guido Hans Hélène Henri Henry Hervé Hubert Hugo Hugues Ian
Ignacio Igor Ingrid Irène Isabel Isabelle Ivan Jack Jacob Jacqueline Jacques James Jan Jane Janine Javier Jean Jeanne Jennifer Jérémie Jérémy
Jérôme Jessica Jill Joachim Joan Joël Joëlle Johan Johann Johanna John Jonathan Jordi Jorge José Joseph Josep Josette Joshua Juan
Judith Jules Julia Julian Julie Julien Juliette Justin Justine Karen Karine Karin Karl Katia Katherine Kate Kevin Klaus Konrad Laetitia Laura
Laure Laurence Laurent Léa Léon Léo Leonardo Liliane Lionel Lisa Loïc Louis Louise Luc Luca Lucas Lucie Lucien Lucia Ludovic Luis Luisa Luigi
Lydia Lydie Madeleine Magali Manon Manuel Manuela Marc Marcel Marcelle Marcelo Marco Marcos Marcus Margaux Margot Marguerite Maria María Marianne
Marie Marina Marine Mario Marion Mark Martin Martina Martine Mary Massimo Mathias Mathieu Mathilde Matteo Matthew Matthias Matthieu Maud Maurice
Max Maxime Mélanie Michael Michaël Michel Michèle Micheline Miguel Mike Mikhaïl Mireille Monica Monique Morgane Muriel Myriam Nadège Nadine Nancy
Narendra Natacha Natalia Nathalie Nathan Nicolas Nicole Nikolaï Nina Noël Noémie Norbert Odile Olaf Olga Olivia Olivier Oscar Pablo Paola Paolo
Pascal Pascale Patrice Patricia Patrick Paul Paula Pauline Paulo Pedro Peter Petra Philip Philippe Pierre Pietro Quentin Rachel Rafael Ralph
Raoul Raphaël Raymond Rebecca Régine Régis Rémi Rémy Renaud René Renée Ricardo Richard Robert Roberto Robin Rodolphe Rodrigo Roger Roland Roman
Romain Rosa Rose Roselyne Ruth Salvatore Samuel Sandra Sandrine Sébastien Serge Sergei Sergueï Sergio Séverine Silvia Simon Simone Solange
Sonia Sophie Stefan Stefano Stéphane Stéphanie Stephen Steve Sven Susan Susana Suzanne Sylvain Sylvie Tatiana Thérèse Thibault Thierry Thomas Tim
Timothée Timothy Tom Tony Ursula Valentin Valentina Valérie Vanessa Véronique Vicente Victor Victoria Vincent Viktor Virginie Viviane Vladimir
Volodymyr Wassily Werner Wilfried William Wolfgang Xavier Yannick Yann Yves Yvette Yvonne Zoé
Abdelbaki Abdelbasset Abdeldjalil Abdelhafid Abdelhamed Abdelhay Abdeljalil Abdeljelil Abdelmonem Abdelmoula
Abdelmoumen Abdelmounaïm Abdelouadoud Abdelouhab Abdelwahab Abdelwahed Abderraouf Abdeslem Abdessamad Abdessatar
Abdessattar Abdesslam Abed Abid Abir Achour Adib Adjoua Adnan Afef Affoué Afif Afifa Afrah Aghiles Ahlem Ahmedou Aida
Aissa Akila Akli Akossiwa Akouvi Aksel Alae Alaeddine Albana Aldjia Alhassane Alhousseini Aliou Alisar Allal Aly Alya
Amani Amara Amayas Ameni Ameur Amghar Amin Aminetou Amirouche Ammar Amna Amokrane Amor Amrane Anaëlle Andréa Anouk
Ansar Antonella Apolline Arezki Arij Arwa Arwin Asmahan Asmaâ Assane Assil Assma Assétou Atef Atika Atiqa Awatef Ayache
Ayat Ayda Aymane Azedine Azer Azouz Aïchatou Aïchetou Aïda Aïssa Bachar Bachara Badia Badiaa Badis Badra Bahia Bahija
Bahri Bakar Basma Bassima Bassma Bayrem Belaïd Belgacem Belhassen Bertille Besma Bettina Bilel Bineta Bintou Birame
Blaise Blanche Blandine Boualam Boualem Boubekeur Bouchaïb Boujemaa Boujemâa Boukary Boumediene Boussad Bouthaina
Bouthayna Brahima Brice Brigida Bruna Béchara Béchir Bélaïd Bénédicte Calixte Candice Capucine Carmela Casimir Chafia
Chahinez Chahrazed Chaker Chakira Chaouki Charaf Charafeddine Charbel Chedli Chedly Cheikhou Cheima Cherifa Chiheb
Chiraz Chérifa Cidalia Cirila Cirille Clarisse Claudine Clotilde Clélia Clémentine Cléo Coline Coralia Coralie Cosette
Coumba Cyprien Cyriaque Cyrille Cyrine Cécilia Célestin Célestine Célia Dahbia Dahmane Dalel Danial Danièla Daouda
Daoudi Daphné Daria Dario Dhia Dhikra Dieudonné Dima Djaffar Djahid Djallal Djamal Djenane Djeneba Djibo Djidda Djihane
Djilali Djilani Djohra Donatella Donatien Donia Doria Dorian Dounia Driouich Edgar Edgard Edith Edmond Edmonde Edmée
Edwige Ehab Elhadj Eliane Elie Elio Elisa Eloïse Elvira Elyès Emad Emil Emile Emilie Emilio Emine Emira Enzo Ephrem
Ernesto Esma Esra Esteban Ettore Eugénie Eulalie Eustache Evelyne Ezzeddine Fabiola Fabrizio Fadhel Fadhila Fadoua
Fahima Faical Faiza Fakhri Fanny Fanta Faouzia Faraj Farès Fatem Faten Fatim Fatimatou Fatine Fatoumatou Faustin
Faustine Fawaz Fawzi Fawzia Fayrouz Faïrouz Faïçal Fehmi Ferdaous Ferdinand Ferial Feriel Ferjani Fethia Filali Firas
Firmin Flavie Flavien Florentin Florentine Floriane Fodil Fodé Fouzia Francine Frida Friedrich Frédérik Félicie Férial
Gabin Gaspard Gaston Gatien Gauthier Gautier Gaétan Gaëtan Gebran Gemma Georgette Germain Germaine Gertrude Ghalia
Ghazi Ghenima Ghofrane Giacomo Gihane Gilberte Gilda Gislaine Gisèle Godefroy Gontran Guilaine Guilhem Gustave Guénolé
Gwenaëlle Gwendoline Gwénaël Géraud Günter Habibatou Hacina Hacène Hadda Haddou Hadjira Hafedh Hafssa Haifa Haitam
Halim Halimatou Halina Hamadi Hamadou Hamani Hammadi Hammou Hamou Hana Hanae Hanen Hanifa Hanène Haroun Harouna Hasnaa
Hassania Hassiba Hayet Haythem Haïfa Heba Hector Hedia Heinrich Hela Helga Helle Helmut Henda Hendrik Henia Henriette
Herbert Herman Hermance Hermann Hermine Hiam Hiba Hilaire Hilal Hilda Hippolyte Hisham Hocein Honorine Honoré Horace
Hortense Houcem Houcine Hourya Houssem Houssemeddine Houyem Hyacinthe Hédia Héla Héloïse Ibtihal Ibtissam Ibtissem
Ichrak Idir Ignace Ihab Ihsan Ihssane Ilan Ilaria Ilhem Ilias Ilona Ilyass Imen Imran Imrane Imène Inas Iness Ingeborg
Intissar Iris Isaac Isabella Isidore Isis Ismahane Ismahen Issiaka Issouf Iyad Iyed Izza Jacinthe Jacky Jad Jaime Jalel
Jaleleddine Jalila Jalloul Jamaa Jamaâ Janet Jannick Jaouher Jassem Jawhar Jeanine Jeannette Jeannine Jelena Jens Jihen
Jimmy Joaquim Jocelyn Jocelyne Johanne Jorgen Josiane Josselin Josue Josué Joséphine Joumana Joy Juliane Julio Juvénal
Jérémi Jürgen Kaci Kadiatou Kadidia Kafia Kahina Kalthoum Kaltoum Kamar Kamela Kamilia Kamélia Kaouther Karam Karimou
Karol Kassem Kassim Katarina Katarzyna Katell Katrin Kawthar Kaylan Kenza Khadidiatou Khadmallah Khadra Khaldoun Khansa
Khaoula Khatima Khedidja Kheira Khelifa Khelil Khira Khouloud Kilian Kirsten Klara Kodjo Koffi Kossi Kouamé Kouassi
Kristina Kristine Kélian Kévin Laaziz Labib Ladislas Lahsen Laila Lalla Lamis Lamjed Lana Landry Lara Lars Lassaad
Lassad Lassana Lassâad Latif Layal Laye Lazare Lazhar Laïla Leandro Lena Leni Leïa Lila Linda Linus Lionnel Liv Louane
Louay Loubaba Loubaki Loucif Louisette Louiza Louna Lounis Lounès Lucette Luciano Lucienne Lucile Lucille Ludmila Lukas
Lyes Lyna Lynda Lynn Lysiane Lyès Léandre Léna Lénaïc Léonard Léonie Léopold M'hamed Maamoun Mabrouk Mabrouka Maciej
Madiha Madjid Madou Mael Magda Magloire Magnus Mahamane Mahamat Mahammed Mahdia Mahfoudh Mahjoub Mahjouba Mahmoudou
Mahrez Maimouna Majda Majdi Majed Makhlouf Makram Malak Malia Malick Malo Malvina Mamadi Mamane Mame Mamoudou Manal
Manel Manelle Manolo Manoubia Marc-Antoine Marcela Marceline Marcellin Mareme Margaret Margarete Margarita Mariano
Marieme Mariette Marik Marilyne Marinette Marisa Marius Marième Markus Marlène Maroua Marouen Marouf Marta Martial
Martín Marwa Maryse Maryvonne Massinissa Mathis Mathurin Mathéo Maurille Maurizio Maxence Maximilien Maya Maysa Mayssa
Mayssam Mazen Maâmar Maâti Maël Maëlle Maëva Maïa Maïmouna Maïssane Mebarka Mechthild Medhi Melchior Melek Melissa
Meriam Meriama Merieme Meryem Messaoudi Mhamed Mickaël Mihai Mikael Mila Milad Milena Mimoun Mimouna Mina Mirna Mirvat
Modibo Modou Mohand Mokdad Mokrane Mona Monaïm Monika Morad Moritz Mostapha Mostéfa Mouaad Mouad Mouadh Mouaouia
Mouhamed Mouhcine Mouhssine Mouldi Mouloud Mounsif Mourtada Moustafa Moutaz Moutia Muhammed Murielle Musa Mylène Myra
Myriem Mélina Mélissa Méryem Nabih Nabiha Nabou Nacera Nachoua Nacim Nacima Nacéra Nadera Nadim Nadjat Nadjet Nadjia
Nadjiba Nafissa Nafissatou Nagib Nahed Nahid Nahla Naim Najah Najeh Najiba Najlaa Najoua Najwa Naoufal Naoufel Narimane
Narimène Nassereddine Nassiba Nassira Natalie Nathanaël Nazih Naziha Nazim Naïm Nedra Neila Nejia Nejla Nejmeddine
Nelly Nesrine Nessim Nessrine Nestor Nevine Nezar Neïla Nicoletta Nidhal Niels Nils Nisrine Noham Nolwenn Nooman Norah
Nordine Noredine Norhane Nouari Nouhad Noui Nour-Eddine Nouri Nouria Noussaiba Noémi Nuria Nébil Néjib Octave Octavie
Odette Odilon Olfa Olympe Omaima Omayma Omnia Onur Ophélie Orane Oriane Ornella Orphée Ottmane Otto Ouafa Ouafae Oualid
Ouarda Ouassim Ouided Ouissal Ouissem Oumaima Oumayma Oumaïma Oumkalthoum Oumnia Ousmane Ousseynou Outman Ouzna Paméla
Pape Pascaline Patricio Paulin Pavel Perrine Philibert Philomène Pia Piotr Placide Priscille Prosper Pétronille
Quitterie Rabab Rabea Rabiaa Rabih Rabéa Rached Radja Radwan Rafaa Rafaella Rafaël Rafaëlle Rafika Raghda Rahal Rahim
Rahima Raimondo Rajaa Rajab Rajah Ralf Ramatou Ramatoulaye Ramez Ramla Ramona Randa Raphaëlle Rasha Rashid Rayan Rayane
Raymonde Razane Raïssa Rebiha Redha Regina Rehab Reine René-Paul Reza Rhita Rihab Rimel Rita Ritta Riyad Roberta Robyn
Rodolfo Rokaya Rokhaya Rokia Rolf Romane Romuald Ronan Rosalie Rosaria Rosemonde Rouba Roukaya Roula Roxane Rqia Ruba
Rudy Rufin Rym Rébecca Rédouane Réza Saadi Sabah Sabeh Saber Sabiha Sabine Sabir Sabra Sacha Saddek Sadek Sadio Sadiq
Safouane Safwan Saga Sahar Sahbi Sajida Sakina Salaheddin Salam Salamatou Salif Saliha Salimata Salimatou Saliou
Salomon Salomé Samar Samba Sameh Samiha Sandy Saoussan Sarra Satou Sawsan Sawssen Saâd Saïdou Seifeddine Selwa Senda
Serigne Sfia Sherine Shirine Siaka Sidonie Sigrid Silvio Silvère Simona Sirine Siwar Slim Sliman Sofian Sofien Solal
Solenne Solène Sonda Sondos Sonja Souheil Souheila Souheïl Souhir Soulayman Soumeya Soundous Stanislas Stella Suleiman
Suzette Suzy Svetlana Sybille Sylvaine Sylvana Sylvestre Ségolène Sékou Sélim Séloua Séraphin Séverin Sören Tahani
Tamer Tamim Tancrède Tanguy Tania Tarak Tassadit Tawfik Tawfiq Taïba Teresa Tess Thiago Thibaud Thierno Thilelli
Thiziri Théo Théodore Théophile Tidiane Tijani Timéo Tiphaine Titouan Tiziana Tiziri Toufic Touhami Tristan Tugdual Ugo
Ulrich Ulrike Umberto Valère Valérian Valériane Valérien Vera Vianney Victorien Victorine Vincenzo Violaine Violette
Virgile Virginia Vittoria Vivien Wafaa Wahid Wahida Wail Wajih Wala Walaa Wanda Warda Wendy Wiam Wijdane Wilfrid
Wilhelm Willy Wissem Xavière Yacoub Yacouba Yamina Yamna Yanis Yannis Yara Yassir Yehia Yesmine Yoann Yohan Yohann
Yolaine Yolande Yosr Youmna Youness Younous Youssoufou Youssra Yusra Yusuf Yvan Yvon Yvonnick Yéhia Zachari Zacharie
Zahi Zahir Zahira Zahoua Zaid Zakya Zaynab Zaïd Zaïna Zeinab Zelda Zeyneb Ziane Zinedine Ziyad Zohir Zohour Zoltan
Zoulikha Zyad Zyed Zélie Ève Édith Éliane Élie Élisa Éloi Éloïse Émile Émilie Émilien Évangéline
Abdelmoumène Abdoul Abdoul-Aziz Abdoulie Abebe Abel Abiola Adaeze Adebayo Adjoa Adoum Agnieszka Ahmet Aida Aïda Aïcha Aïchatou Akosua Akua Alejandra Alpha Alphonse Amakoé Amélia Amédée
Aminétou Ángel Anselme Ansoumana Antoni António Ariane Arlette Arnold Asif Assane Assétou Astou Ayélé Aymard Balkissa Baptistine Barnabé Barthélemy Bathilde Bernadeta Bérénice Bilkissou Binta Bintou Birama
Blaise Boniface Boubou Brahima Bronisław Calogero Carlo Casimir Célestin Chinedu Chioma Cheikhou Cissé Clarisse Clotaire Coumba Dagmar Daouda Dariusz Dénise Demba Derek Dieudonné Dirk Djénéba Djénébou Doudou Drissa
Duarte Edwige Ebrima Efua Ekua Elhadj Élhadj Ella Elvira Emre Enrique Ephrem Esperanza Eulalie Ezékiel Fanta Fatimetou Fatim Fatimatou Fatou Félicien Firmin Fodé Fulgence Gaspard Gédéon Gerhard Gerrit Giacomo Gilda
Gisèle Godefroy Godfrey Goran Gorgui Grzegorz Günter Habibou Hadiza Haby Hamadi Hamidatou Harald Harouna Haruka Hawa Hendrik Herman Hervé Hilaire Hiroshi Honorine Hortense Hyacinthe Ibou Idrissou Ifeoma Ignace Ilse Irma Iryna Ismaïla Issouf
Issoufou Ivo Jaime Jakub Jarosław Jaume Jeroen Joana João Jochen Joost Joris Josué Jürgen Kadiatou Kadidiatou Kadidia Kateryna Katarzyna Kenji Khadim Khady Khardiata Kodjo Koffi Kofi Kossi Kouadio Kouamé Kwame Kwasi Laïla Lamin Lanciné Lassana Laurentine Lazare
Leandro Léocadie Léonie Liesbeth Lieve Lucía Ludwig Luís Maarten Macky Madina Maïmouna Malick Mamadi Mamoudou Manolo Marcin Mariana Marieke Mariétou Markus Massamba Maryse Matar Mateus Mathys Maurizio Médard Meriam Mercè Michał Mieke Mihai Miloš Mirosław Moctar Mody
Modou Montserrat Moïse Mouhamed Mouctar Mounkaïla Moussokoro Nafissatou Nasteho Ndèye Ndeye Néné Ngozi Niels Nikolaos Nuno Oleksandr Oluwaseun Ottavio Oumarou Ousseini Patrizia Paweł Pere Petr Philomena Piet Pieter Radosław Rafał Rainer Rémigiusz Rodrigo Rokiatou Rui Rüdiger
Safiatou Safiétou Saliou Sanjay Santiago Satoshi Seynabou Sidy Sieglinde Siméon Sotiris Souleïmane Stéphanos Sunil Sylvestre Sylwia Tadeusz Takeshi Tamara Tariku Tesfaye Thaddée Théodora Théophane Tiago Tibor Tidjani Timothée Tomás Tomasz Ursula Uwe Valentina Vasilis Vicente Viktor
Vincenza Wim Wouter Xavier Yacouba Yaya Yayi Yéro Yolanda Yorick Youba Yusupha Zeljko Zénabou Zoé Zsófia Yawovi Ammi Sani Rokhiatou Kim Slimane Abakar Mahamat Djamila Hapsatou Adjoua Affoué Aya N'Deye Idriss Kaltouma Achta Zenaba Houmed Choukri Hodan Ifrah Ilwad
""".split()
GIVEN = frozenset(fold(name) for name in _GIVEN)


def begins_as_a_name(words: str) -> bool:
    """Whether the first of them, or the first part of it, is a given name: « Jean-Marc Lefol »."""
    first = words.split(maxsplit=1)[0] if words.split() else ""
    given = first.split("-")[0]
    return fold(given) in GIVEN or gazetteer().is_given_name(given)
