"""People of any trade, from anywhere, as kin, or by a name alone: who they are, and whose words."""

import pytest

from tests.wire.sentences import names, read, speakers, told

READY = "« Tout est prêt depuis mars »"
BRIDGE = 'إن "الجسر جاهز منذ شهر مارس".'


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'océanographe Samia Jouini, venue de Sfax, a pris des mesures.", "Samia Jouini"),
        ("Le dessinateur Walid Ghorbel expose à Tunis.", "Walid Ghorbel"),
        ("Le pédopsychiatre rwandais Jean-Bosco Mugisha est venu.", "Jean-Bosco Mugisha"),
        ("Son homologue malien, Sidi Ould Abeidy, a signé.", "Sidi Ould Abeidy"),
        ("Mon prédécesseur, Hédi Ben Salem, la demandait.", "Hédi Ben Salem"),
        ("Le but vient d'un doublé de Youssef El Mernissi.", "Youssef El Mernissi"),
        ("Une soirée rend hommage à la Tunisienne Ines Mabrouki.", "Ines Mabrouki"),
        ("Le docteur Haroun Djidda soigne les enfants.", "Haroun Djidda"),
        ("La formatrice Bintou Sanou/Traoré est venue.", "Bintou Sanou/Traoré"),
    ],
)
def test_french_people_of_any_trade(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Le lycée Moulay Youssef ouvre lundi.",
        "Le moteur Renault Clio est en panne.",
        "Le prix Karim Lahlou sera remis.",
        "Le secteur Grand Tunis attend la pluie.",
    ],
)
def test_what_bears_a_name_is_nobody(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{READY}, raconte Rqia Ouhmad, ménagère.", "Rqia Ouhmad"),
        (f"{READY}, nous a confié Vatimetou Abeidna, 34 ans.", "Vatimetou Abeidna"),
        (f"{READY}, a pesté l'entraîneur berkani Rachid Oulad.", "Rachid Oulad"),
        (f"Pour la socialiste Marie Bertin, qui portait le texte, {READY}.", "Marie Bertin"),
        (f"Le maire, Omar Rachdi, y est favorable : {READY}.", "Omar Rachdi"),
        (f"Le maire, Omar Rachdi, se félicite de {READY}.", "Omar Rachdi"),
        (f"Le maire, Omar Rachdi, a voté contre, redoutant {READY}.", "Omar Rachdi"),
    ],
)
def test_french_words_of_people_of_any_trade(text, who):
    assert speakers(text) == [who]


def test_more_words_right_behind_who_spoke_are_of_the_same():
    text = f"{READY}, explique Nadia Slimani, directrice du port. « Le quai sera ouvert lundi. »"
    assert speakers(text) == ["Nadia Slimani", "Nadia Slimani"]


@pytest.mark.parametrize(
    "text",
    [
        f"{READY}, explique Nadia Slimani.\n\n« Le quai sera ouvert lundi matin. »",
        f"{READY}, explique Nadia Slimani. Le voisin est venu. « Le quai sera ouvert lundi matin. »",
    ],
)
def test_words_in_another_place_are_nobodys(text):
    assert speakers(text) == ["Nadia Slimani", None]


@pytest.mark.parametrize("text", [f"{READY}, raconte Atlas Ciments, filiale du groupe."])
def test_a_company_does_not_speak_as_somebody(text):
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("سجل المهاجم الغاني كوفي أمانكوا هدف المباراة.", "كوفي أمانكوا"),
        ("جاء الهدف بعد ركنية نفذها بلال الماجري.", "بلال الماجري"),
        ("اجتمعت اللجنة برئاسة جورج حنضل.", "جورج حنضل"),
        ("وقع الاتفاقية السفير لدى المملكة بيتر فان دايك.", "بيتر فان دايك"),
        ('حذرت رئيسة القسم في شركة "الواحة كابيتال" داليا منصور من الإفراط.', "داليا منصور"),
        ("وقال رئيس اللجنة المنظمة د. سالم البوسعيدي إن الدورة مهمة.", "سالم البوسعيدي"),
        ("وعزا المحلل المصرفي هشام رزق التراجع إلى التحويلات.", "هشام رزق"),
        (
            "وبينت رئيسة اللجنة الدكتورة ميسون العتوم النهار أن الأبحاث كثيرة.",
            "ميسون العتوم النهار",
        ),
        ("استقبل الوزير الكاردينال بولس الحاج في بكركي.", "بولس الحاج"),
        ("افتتح مدير الدائرة راشد سالم العويس معرض الخط.", "راشد سالم العويس"),
    ],
)
def test_arabic_people_of_any_trade(text, name):
    assert names(text, "ar") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "يفتتح الملتقى العربي الثالث غدا في المدينة.",
        "فاز المنتخب البرتغالي أمس على مضيفه.",
        "افتتح مركز الملك فهد الثقافي أبوابه.",
    ],
)
def test_what_is_from_somewhere_is_nobody(text):
    assert names(text, "ar") == []


def test_arabic_words_of_a_name_in_three_parts():
    assert speakers(f"وقالت مها الشاذلي فوزي، كبيرة الباحثين، {BRIDGE}", "ar") == [
        "مها الشاذلي فوزي"
    ]


def test_whom_only_the_summary_introduces_is_named():
    text = (
        "Un plan des eaux pour la ville et le port\n"
        "L'océanographe Samia Jouini, directrice à l'Institut de la mer, décrypte l'érosion du golfe.\n"
        "Publié le 22 novembre 2026 à 07h30\n\n"
        "Depuis dix ans, elle mesure chaque hiver le recul de la côte entre le port et la ville."
    )
    copy = read(text, "fr")
    assert [one.name for one in copy.speakers] == ["Samia Jouini"]
    assert copy.paragraphs[0].startswith("Depuis dix ans")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vous êtes conviés au colloque international \"Traduire la mer\", à Beyrouth.", "colloque international « Traduire la mer »"),
        ("La commune organise la 4e édition des Journées du fleuve, au quai.", "4e édition des Journées du fleuve"),
        ("Les participants aux 3èmes Assises internationales du cèdre ont appelé au calme.", "3èmes Assises internationales du cèdre"),
    ],
)  # fmt: skip
def test_french_events_by_more_nouns_and_by_a_name_in_marks(text, name):
    event = told(text).event
    assert event is not None
    assert event.name in {name, name.removeprefix("4e édition des ")}


def test_the_last_day_of_an_event_is_not_its_only_one():
    text = "ينطلق اليوم معرض الدوحة الدولي للكتاب ويستمر حتى 23 مايو 2026."
    event = told(text, "ar").event
    assert event is not None
    assert event.starts_on is None, "when it begins nobody says"
