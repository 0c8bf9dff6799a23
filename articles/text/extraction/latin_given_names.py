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
""".split()
GIVEN = frozenset(fold(name) for name in _GIVEN)


def begins_as_a_name(words: str) -> bool:
    """Whether the first of them, or the first part of it, is a given name: « Jean-Marc Lefol »."""
    first = words.split(maxsplit=1)[0] if words.split() else ""
    given = first.split("-")[0]
    return fold(given) in GIVEN or gazetteer().is_given_name(given)
