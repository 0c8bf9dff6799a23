"""Sixty edits of real paragraphs, and what a person says each paragraph has become.

Written by hand before they were run. Of every edit: what was done, the text after it, and a
sign for each row: ``=`` current, ``~`` changed, ``>`` moved, ``+`` new, ``-`` removed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

FRENCH = {
    "A": "Le Maroc a présidé, mercredi, une session plénière autour de la garantie du droit d'accès des migrants aux services de base, dans le cadre du deuxième examen régional du Pacte mondial pour des migrations sûres, ordonnées et régulières- Pacte de Marrakech – qui se tient au Caire les 03 et 04 juillet.",
    "B": "La session plénière a été marquée par la présence des représentants des gouvernements arabes, des organisations internationales, des institutions et des ONG concernées par les questions de la migration.",
    "C": "S'exprimant à cette occasion, le Directeur des questions globales au ministère des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger, Ismail Chekkouri a souligné l'importance de la mise en œuvre effective de l'objectif 15 du Pacte mondial, qui consiste à œuvrer à garantir le droit d'accès des migrants aux services de base.",
    "D": "Les défis et les crises que connaît la région arabe n'ont pas empêché ces pays et notamment le Maroc de réaliser des avancées, de mettre en œuvre des programmes et de développer de bonnes pratiques à même de permettre aux migrants d'accéder aux services de base, tels la santé, l'éducation et la formation professionnelle, a-t-il relevé.",
    "E": "Intervenant à une session de haut niveau sur les parcours de la migration régulière, M. Chekkouri a mis en avant l'intérêt capital qu'accorde le Royaume du Maroc à la mise en œuvre des objectifs nobles et pragmatiques du Pacte mondial, conformément aux Hautes orientations contenues dans le message royal adressé par SM le Roi Mohammed VI à la Conférence intergouvernementale pour l'adoption du Pacte tenue à Marrakech en décembre 2018.",
    "F": "Dans ce sens, il a rappelé l'approche du Maroc qui accorde la primauté aux principes du dialogue, de la coopération et de la solidarité avec ses partenaires et vise à consacrer les principes d'une gouvernance régionale et internationale bénéfique à toutes les parties, sur la base d'une convention avec des engagements clairs.",
    "G": "A cet égard, il a appelé à conjuguer les efforts pour mettre en avant la contribution positive des migrants à la réalisation des objectifs du développement durable 2030 des Nations Unies et à la lutte contre la montée de la haine, du racisme et de la discrimination ciblant cette catégorie.",
    "H": "Le deuxième examen régional du Pacte mondial pour des migrations sûres, ordonnées et régulières est organisé à l'initiative de la Ligue arabe, la Commission économique et sociale pour l'Asie occidentale (ESCWA) et du réseau des Nations Unies sur les migrations.",
}
ARABIC = {
    "A": "ترأس المغرب، يوم الأربعاء، جلسة عامة حول ضمان حق المهاجرين في الولوج إلى الخدمات الأساسية، وذلك في إطار الاستعراض الإقليمي الثاني للميثاق العالمي من أجل هجرة آمنة ومنظمة ومنتظمة - ميثاق مراكش - المنعقد بالقاهرة يومي 3 و4 يوليوز.",
    "B": "وتميزت الجلسة العامة بحضور ممثلي الحكومات العربية والمنظمات الدولية والمؤسسات والمنظمات غير الحكومية المعنية بقضايا الهجرة.",
    "C": "وفي كلمة له بالمناسبة، أكد مدير القضايا الشاملة بوزارة الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج، إسماعيل الشقوري، أهمية التنفيذ الفعلي للهدف 15 من الميثاق العالمي، المتمثل في العمل على ضمان حق المهاجرين في الولوج إلى الخدمات الأساسية.",
    "D": "وقال إن التحديات والأزمات التي تعرفها المنطقة العربية لم تمنع هذه البلدان، ولا سيما المغرب، من إحراز تقدم وتنفيذ برامج وتطوير ممارسات جيدة كفيلة بتمكين المهاجرين من الولوج إلى الخدمات الأساسية، من قبيل الصحة والتعليم والتكوين المهني.",
    "E": "ولدى تدخله خلال جلسة رفيعة المستوى حول مسارات الهجرة النظامية، أبرز السيد الشقوري الأهمية البالغة التي توليها المملكة المغربية لتنفيذ الأهداف النبيلة والبراغماتية للميثاق العالمي، وفقا للتوجيهات السامية الواردة في الرسالة الملكية التي وجهها صاحب الجلالة الملك محمد السادس إلى المؤتمر الحكومي الدولي لاعتماد الميثاق، المنعقد بمراكش في دجنبر 2018.",
    "F": "وفي هذا الصدد، ذكّر بمقاربة المغرب التي تعطي الأولوية لمبادئ الحوار والتعاون والتضامن مع شركائه، وتروم ترسيخ مبادئ حكامة إقليمية ودولية تعود بالنفع على جميع الأطراف، على أساس اتفاق يتضمن التزامات واضحة.",
    "G": "كما دعا إلى تضافر الجهود من أجل إبراز المساهمة الإيجابية للمهاجرين في تحقيق أهداف التنمية المستدامة للأمم المتحدة في أفق 2030، وفي مكافحة تصاعد الكراهية والعنصرية والتمييز التي تستهدف هذه الفئة.",
    "H": "وينظم الاستعراض الإقليمي الثاني للميثاق العالمي من أجل هجرة آمنة ومنظمة ومنتظمة بمبادرة من جامعة الدول العربية واللجنة الاقتصادية والاجتماعية لغربي آسيا (الإسكوا) وشبكة الأمم المتحدة المعنية بالهجرة.",
}
FRENCH_NEWS = {
    "X": "La délégation marocaine comprend des représentants de l'Observatoire africain des migrations, dont le siège est à Rabat.",
    "Y": "Les travaux s'achèveront jeudi par l'adoption d'une déclaration finale, a indiqué une source diplomatique.",
    "Z": "La session plénière a été suivie d'un déjeuner offert par le gouvernement égyptien aux chefs de délégation.",
}
ARABIC_NEWS = {
    "X": "ويضم الوفد المغربي ممثلين عن المرصد الإفريقي للهجرة الذي يوجد مقره بالرباط.",
    "Y": "وأفاد مصدر دبلوماسي بأن الأشغال ستختتم يوم الخميس باعتماد إعلان ختامي.",
    "Z": "وأعقبت الجلسة العامة مأدبة غداء أقامتها الحكومة المصرية على شرف رؤساء الوفود.",
}

type Texts = Mapping[str, str]


@dataclass(frozen=True)
class Edit:
    """One edit: what was done to the paragraphs, and what became of each."""

    name: str
    done: Callable[[Texts], list[str]]
    rows: str
    facts: tuple[tuple[str, str, str], ...] = ()


def at(*order: str) -> Callable[[Texts], list[str]]:
    """The paragraphs in an order, by their letters: ``at("ABX", "C")``."""
    return lambda p: [p[letter] for letters in order for letter in letters]


def put(letter: str, old: str, new: str, order: str = "ABCDEFGH") -> Callable[[Texts], list[str]]:
    """Some words of one paragraph replaced, in an order of all."""

    def done(p: Texts) -> list[str]:
        assert old in p[letter], (letter, old)
        changed = {**p, letter: p[letter].replace(old, new, 1)}
        return [changed[one] for one in order]

    return done


def cut(letter: str, *places: tuple[str, str, str]) -> Callable[[Texts], list[str]]:
    """One paragraph split: where it is cut, what ends the first half, what begins the second."""

    def done(p: Texts) -> list[str]:
        pieces, rest = [], p[letter]
        for place, end, start in places:
            first, rest = rest.split(place, 1)
            pieces.append(first + end)
            rest = start + rest
        told = []
        for one in "ABCDEFGH":
            told += [*pieces, rest] if one == letter else [p[one]]
        return told

    return done


def joined(letters: str, old: str = "", new: str = "") -> Callable[[Texts], list[str]]:
    """Neighbours made one paragraph, with some words between them replaced."""

    def done(p: Texts) -> list[str]:
        one = " ".join(p[letter] for letter in letters)
        assert old in one
        one = one.replace(old, new, 1) if old else one
        told = []
        for letter in "ABCDEFGH":
            if letter == letters[0]:
                told.append(one)
            elif letter not in letters:
                told.append(p[letter])
        return told

    return done


def both(
    first: Callable[[Texts], list[str]], letter: str, place: int
) -> Callable[[Texts], list[str]]:
    """An edit, and a paragraph put in at a place."""

    def done(p: Texts) -> list[str]:
        told = first(p)
        return [*told[:place], p[letter], *told[place:]]

    return done


FRENCH_EDITS = [
    # Insertions.
    Edit("a paragraph before all", at("XABCDEFGH"), "+========"),
    Edit("a paragraph after all", at("ABCDEFGHY"), "========+"),
    Edit("a paragraph in the middle", at("ABCDXEFGH"), "====+===="),
    Edit("two paragraphs together", at("ABXYCDEFGH"), "==++======"),
    Edit("one that begins like another", at("ABZCDEFGH"), "==+======"),
    # Deletions.
    Edit("the first goes", at("BCDEFGH"), "-======="),
    Edit("the last goes", at("ABCDEFG"), "=======-"),
    Edit("two neighbours go", at("ABEFGH"), "==--===="),
    Edit("two go, far from each other", at("ACDEFH"), "=-====-="),
    # Splits.
    Edit(
        "split at « dans le cadre »",
        cut("A", (", dans le cadre", ".", "Elle se tient dans le cadre")),
        "~~=======",
    ),
    Edit(
        "split before the mission",
        cut("C", (", qui consiste", ".", "Cet objectif consiste")),
        "==~~=====",
    ),
    Edit(
        "split, the smaller half first",
        cut("E", (", M. Chekkouri a mis", ".", "M. Chekkouri a mis")),
        "====~~===",
    ),
    Edit(
        "split in three",
        cut(
            "D",
            (", de mettre en œuvre", ".", "Il s'agit de mettre en œuvre"),
            (", tels la santé", ".", "Ces services sont la santé"),
        ),
        "===~~~====",
    ),
    # Merges.
    Edit("two are joined", joined("AB"), "~~======"),
    Edit(
        "two are joined with a word between",
        joined("FG", " A cet égard, il a appelé", " Il a aussi appelé"),
        "=====~~=",
    ),
    Edit("three are joined", joined("BCD"), "=~~~===="),
    Edit("the last two are joined", joined("GH"), "======~~"),
    # Moves.
    Edit("the last comes first", at("HABCDEFG"), ">======="),
    Edit("the first goes last", at("BCDEFGHA"), "=======>"),
    Edit("one goes down by three", at("ACDEBFGH"), "====>==="),
    Edit("one goes up, and a new one comes", at("AFBCDEXGH"), "=>====+=="),
    Edit("one goes up and loses a word", put("G", "positive ", "", "ABGCDEFH"), "==~====="),
    # Numbers, dates, names.
    Edit(
        "another day", put("A", "mercredi", "jeudi"), "~=======", (("date", "mercredi", "jeudi"),)
    ),
    Edit(
        "another objective",
        put("C", "objectif 15", "objectif 16"),
        "==~=====",
        (("number", "15", "16"),),
    ),
    Edit(
        "another year",
        put("E", "décembre 2018", "décembre 2019"),
        "====~===",
        (("date", "décembre 2018", "décembre 2019"),),
    ),
    Edit(
        "another spelling of a name",
        put("C", "Ismail Chekkouri", "Ismaïl Chakouri"),
        "==~=====",
        (("name", "Ismail Chekkouri", "Ismaïl Chakouri"),),
    ),
    # Typing errors, and what is none.
    Edit("a typing error", put("B", "marquée", "maquée"), "=~======"),
    Edit("an accent", put("G", "A cet égard", "À cet égard"), "======~="),
    Edit("a comma", put("H", "la Ligue arabe, la", "la Ligue arabe, de la"), "=======~"),
    Edit("typographic signs alone", put("D", "n'ont pas", "n’ont pas"), "========"),
]

ARABIC_EDITS = [
    # Insertions.
    Edit("a paragraph before all", at("YABCDEFGH"), "+========"),
    Edit("a paragraph after all", at("ABCDEFGHX"), "========+"),
    Edit("a paragraph in the middle", at("ABCDEFZGH"), "======+=="),
    Edit("three paragraphs, one by one", at("AXBCDYEFGHZ"), "=+===+====+"),
    Edit("the same paragraph once more at the end", at("ABCDEFGHB"), "========+"),
    # Deletions.
    Edit("the first goes", at("BCDEFGH"), "-======="),
    Edit("the last two go", at("ABCDEF"), "======--"),
    Edit("one goes, another comes in its place", at("ABXDEFGH"), "==-+====="),
    Edit("all but the first go", at("A"), "=-------"),
    # Splits.
    Edit(
        "split at « وذلك في إطار »",
        cut("A", ("، وذلك في إطار", ".", "ويأتي ذلك في إطار")),
        "~~=======",
    ),
    Edit(
        "split before the mission",
        cut("C", ("، المتمثل في", ".", "ويتمثل هذا الهدف في")),
        "==~~=====",
    ),
    Edit(
        "split at the message",
        cut("E", ("، وفقا للتوجيهات", ".", "ويأتي ذلك وفقا للتوجيهات")),
        "====~~===",
    ),
    Edit(
        "split, and another comes",
        both(cut("F", ("، وتروم ترسيخ", ".", "وتروم هذه المقاربة ترسيخ")), "X", 0),
        "+=====~~==",
    ),
    # Merges.
    Edit("two are joined", joined("AB"), "~~======"),
    Edit("two are joined with a word between", joined("CD", ". وقال إن", "، قائلا إن"), "==~~===="),
    Edit("three are joined", joined("EFG"), "====~~~="),
    Edit("the last two are joined", joined("GH"), "======~~"),
    # Moves.
    Edit("the last comes first", at("HABCDEFG"), ">======="),
    Edit("one goes down by four", at("ACDEFBGH"), "=====>=="),
    Edit("one goes up by three", at("AEBCDFGH"), "=>======"),
    Edit("one moves, another goes", at("GABCDEH"), ">=====-="),
    Edit("two move together", at("GHABCDEF"), ">>======"),
    # Numbers, dates, names.
    Edit(
        "another day", put("A", "الأربعاء", "الخميس"), "~=======", (("date", "الأربعاء", "الخميس"),)
    ),
    Edit(
        "another month", put("A", "4 يوليوز", "4 غشت"), "~=======", (("date", "4 يوليوز", "4 غشت"),)
    ),
    Edit("another horizon", put("G", "2030", "2035"), "======~=", (("number", "2030", "2035"),)),
    Edit(
        "another spelling of a name",
        put("E", "السيد الشقوري", "السيد الشكوري"),
        "====~===",
        (("name", "الشقوري", "الشكوري"),),
    ),
    # Typing errors, and what is none.
    Edit("a typing error", put("B", "بقضايا", "بقضابا"), "=~======"),
    Edit("a hamza", put("H", "الإقليمي", "الاقليمي"), "=======~"),
    Edit("a word twice", put("D", "من إحراز", "من من إحراز"), "===~===="),
    Edit("digits of the East and a stretched word", put("G", "2030", "٢٠٣٠"), "========"),
]
