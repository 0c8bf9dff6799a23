"""What stands around a verb of speech in Arabic, by which it is told whose words they are."""

from __future__ import annotations

import re

from .arabic_clauses import (
    HONOUR,
)
from .arabic_words import (
    LETTERS,
    both_genders,
)
from .given_names import plain
from .people import FEMALE, MALE

OPENING = re.compile(
    r"^\s*(?:(?:[أا]ما|و?من\s+(?:جهته|جهتها|جانبه|جانبها|جهة\s+أخرى|ناحيته|ناحيتها)|و?بدوره|و?بدورها|كما|فيما|وقد|قد|"
    r"و?(?:لم|لن|لا)(?=\s)|وكان|وكانت|كان|كانت|وفي\s+هذا\s+(?:الصدد|السياق|الإطار)|وبهذه\s+المناسبة|و?(?:غير|إلا|بيد)\s+أن|وبخصوص\s+\w+|ثم|وهنا)\s*[،,]?\s*)+"
)

CIRCUMSTANCE = re.compile(
    r"\s*[وف]?(?:بعد|قبل|خلال|في|على|عن|من|مع|لدى|أثناء|منذ|أمام|وفق|رغم|عقب|إثر|عند|بمناسبة|غير|ليس|وسط|بين|قرب|داخل|خارج|حول|تحت|فوق|قبالة|وراء|خلف|صباح|مساء|ليلة|يوم|ب[\u0621-\u064a]{3,})\s[^،,؛:]{2,80}[،,]\s*"
    r"|\s*(?:هنا|هناك|اليوم|أمس|لاحقا|حينها|عندها|وهناك|وهنا)\s*[،,]\s*"
)
"""« بعد النشيد الوطني، تحدث رئيس الاتحاد »."""

SHORTLY = re.compile(
    rf"^\s*[وف]?(?:في|خلال|بعد|قبل|منذ|مع)\s+(?:هذا\s+|هذه\s+|ذلك\s+)?[{LETTERS}]+\s+(?=[{LETTERS}]+\s*$)"
)
"""« وفي المساء وصلت النقابية »."""

ON_WHOSE_BEHALF = re.compile(
    rf"^(\s*[{LETTERS}]+)\s+(?:باسم|نيابة\s+عن|بالنيابة\s+عن)\s+[{LETTERS}]+(?:\s+ال[{LETTERS}]+)?(?=\s+$|\s+ال[{LETTERS}]+\s+$)"
)
"""« وتحدثت باسم المزارعات السيدة »: for whom somebody speaks, before who that is."""

ADVERB = re.compile(
    rf"(?:(?:ب(?!ال)[{LETTERS}]{{2,}}|مبتسما|مبتسمة|ضاحكا|ضاحكة|باكيا|باكية|لي|لنا|له|لها|لهم|"
    r"يومها|حينها|وقتها|آنذاك|يومئذ|يوما|مرة|ذات\s+مرة|أمس|اليوم|لاحقا|أيضا|كذلك|بدوره|بدورها)\s+){1,3}"
)
"""« تقول بحرقة منسقة الخط الساخن »."""

ONE_OF = re.compile(rf"\s*[وف]?[{LETTERS}]+\s+(?:أحد|إحدى)\s[{LETTERS}\s]{{2,40}}[،,]\s*")
"""« وثمن أحد الملاك، العم ناصر »."""

ONE_OF_THEM = re.compile(r"(?<!\w)(?:أحدهم|إحداهن|أحدهما|إحداهما|أولهم|ثانيهم|آخرهم)\s*[،,]\s*$")
"""« أحدهم، سامر الغضبان، قال »."""

TO_US = frozenset("لي لنا له لها لهم لهن".split())

TO_MANY = frozenset(
    map(
        plain,
        "الهيئة الهيأة الحضور الحاضرين الحاضرات القاعة الجمهور الجماهير المحكمة الصحفيين الصحافيين الإعلاميين الأهالي الطلبة الطلاب التلاميذ العمال "
        "المحتجين المتظاهرين المصلين المشاركين النواب القضاة المسافرين الركاب الضيوف الشباب المواطنين الرأي".split(),
    )
)
"""« خاطب الهيئة »: to whom, and who speaks was named before."""

WITH_WORDS = {"بقوله": MALE, "بقولها": FEMALE, "بالقول": "", "بالتاكيد": ""}
IN_WHOSE_VIEW = frozenset(
    map(
        plain,
        "لسان رأي برأي نظر تقدير اعتقاد تصريح تصريحات كلام إعلان رد تعهد تحذير وعد قول تأكيد اتهام عبارة كلمات جواب تعليق تعبير "
        "لتصريح لتصريحات بتصريح بتصريحات بكلام وكلام وتصريح وتصريحات ورد وجواب وتعليق".split(),
    )
)
"""« على لسان الناطق », « في رأي الخبير »: whose words or thoughts follow stands behind."""
MANNER = re.compile(
    rf"(?:ب(?!ال)[{LETTERS}]{{2,}}(?:\s+(?!ال)[{LETTERS}]+){{0,2}}|[{LETTERS}]{{2,}}ا|"
    rf"(?:وهو|وهي|وقد|والدموع|فيما|بينما)\s[^،,:«\"“]{{2,60}})\s*(?=[،,.:؛«\"“]|$)"
)
"""« قالت وهي ترتجف », « أضاف بصوت خافت », « أضاف مبتسما »: how it was said, and not who said it."""

AGAIN = re.compile(
    rf"(?:المصدر|المسؤول|المسؤولة|المتحدث|المتحدثة|الناطق|الناطقة|السفير|الوزير|الوزيرة|الخبير|الخبيرة|[{LETTERS}]+)\s+"
    r"(?:ذاته|ذاتها|نفسه|نفسها|عينه|عينها)|(?:ذات|نفس)\s+(?:المصدر|المسؤول|المسؤولة|المتحدث|المتحدثة|الوزير|الوزيرة)"
)

TOPIC = re.compile(rf"\s*[وف]?أم[اّ]+\s+(?!عن\s|في\s|بخصوص|بشأن|بالنسبة)[{LETTERS}]")
"""« أما العارضة خديجة أوبلا فقالت »: who it is about speaks, by whatever name."""

THROUGH = "عبر"
"""A preposition more than a verb: « عبر حسابه »."""

HONOURED = re.compile(
    r"(?P<honour>فضيلت|سعادت|معالي|سيادت|سمو|دولت|غبطت|نيافت|حضرت|سماحت)(?P<who>ها?)(?![\u0621-\u0652])"
)
"""« وقال فضيلته »: who was named last, with that honour."""

HIGH = {"سمو", "معالي", "دولت", "غبطت", "نيافت"}
"""Honours that come with an office, which whoever has them is introduced with."""

HONOURED_BEFORE = re.compile(
    rf"{HONOUR.pattern.replace('?P<honour>', '?:')}(?:\s+(?:الملكي|الملكية|الأمير|الأميرة|الشيخ|السيد|السيدة|الأستاذ|الدكتور))*\s*$"
)

HONOUR_BEFORE = 40
"""Characters before a name and an office among which an honour stands."""

OTHERS_WORDS = re.compile(
    r"(?:تعالى|عز\s+وجل|سبحانه|صلى\s+الله|الحديث\s+(?:النبوي|الشريف)|الآية|المثل|قول\s+الشاعر|مستشهد|مستحضر|مقتبس|متمثل)"
)
"""« مذكرا بقوله تعالى »: what is quoted is another's."""

_SAID_BACK = (
    "قال يقول أكد يؤكد أوضح يوضح صرح يصرح لخص يلخص وصف يصف اختتم يختتم ختم يختم أجاب يجيب رد يرد علق يعلق عبر يعبر تحدث يتحدث خاطب يخاطب "
    "شرح يشرح برر يبرر أعلن يعلن كتب يكتب ردد يردد أعرب يعرب حكى يحكي روى يروي"
).split()
_VERB_BACK = "|".join(
    sorted(
        {
            f"{one}{end}"
            for said in _SAID_BACK
            for one in (said, said.rstrip("ى") + "ت", "ت" + said[1:])
            for end in ("", "ه")
        },
        key=len,
        reverse=True,
    )
)
LOOKS_BACK = re.compile(
    rf"\s*[وف]?(?:(?:هكذا|بهذه\s+[{LETTERS}]+(?:\s+[{LETTERS}]+)?|بتلك\s+[{LETTERS}]+|بهذا|بذلك)\s+(?:{_VERB_BACK})"
    rf"|(?:هذا|ذلك)\s+(?:هو\s+)?(?:ما|بعض\s+ما)\s+(?:{_VERB_BACK})"
    rf"|(?:كانت\s+)?(?:هذه|تلك)\s+(?:كلمات|عبارات|صرخة|شهادة|رسالة|خلاصة)|(?:الكلام|القول|العبارة|الجملة)(?:\s+هنا)?\s+ل(?:ـ\s?)?"
    rf"|قال(?:ت)?\s+ذلك)\s*"
)
"""« «…». هكذا لخص فلان الوضع »: a sentence that says whose the words before it were."""

ON_BEHALF = frozenset(("عن", "لسان", "نقلا"))
"""What stands before the name of whose words are told: « ونقلت الوكالة عن فلان قوله »."""

CALLING = both_genders(["وصف", "يصف", "اتهم", "يتهم", "نعت", "ينعت"])
"""« ووصف الأمين العام إدريس الأزرق بأنه … »: he is the one who is called so, not who says it."""

THANKS = frozenset(map(plain, "شكر شكرت هنأ هنأت كرم كرمت عزى عزت".split()))

THANKED = re.compile(rf"\s*(?:ال[{LETTERS}]+\s+)?(?:على\s|[لب][{LETTERS}])")

COLON = re.compile(
    rf"(?:\s+ل(?:ـ\s*)?[«\"“]?[{LETTERS}·][{LETTERS}· ]{{1,30}}[»\"”]?)?\s*:\s*[«\"“]?\s*"
)
"""Between who speaks and what is said: to whom, and a colon."""

NOTHING = re.compile(r"(?:[^:\w]*|[^:()]{2,40}\([^)]{2,40}\)\s*[-–—]+\s*)")
"""Before who speaks: a bullet, a dateline."""

QUOTED = re.compile(r"(?<!\w)[وف]?ب?قول\s+$")

TO_WHOM = re.compile(rf"ل[{LETTERS}]{{3,}}\s+")
ONE_MORE = re.compile(rf"(?:ال[{LETTERS}]+|\([{LETTERS}]{{2,12}}\))\s+")
"""« لوكالة الأنباء »: to whom it is said, and more of that."""
FAR_BACK = 1_200
"""Characters before a quotation among which its verb stands."""

BEFORE_A_VERB = frozenset(
    map(
        plain,
        "إذ حيث فيما بينما كما وقد قد ثم عندما حين حينما لكن ولكن بعدما وكان وكانت كان كانت الذي التي".split(),
    )
)
"""Behind these stands what is done: « إذ وصف النائب »."""
HEARD = frozenset(
    map(
        plain,
        "علم علمت سمع سمعت عرف عرفت تعلم قرأ قرأت تلقى تلقت يبدو تبدو يعني تعني بلغ بلغت".split(),
    )
)
"""What is heard is another's."""
RELATIVE = frozenset("الذي التي الذين فيها فيه منها منه بها به".split())
FEW_BEHIND = 6
"""Words between who leads a sentence and « that »."""
TO_SOMEBODY = re.compile("(?<=...)(?:هما|هم|ها|ه|نا|ني)$")
OF_HIS = re.compile(rf"^\s*[وف]?[{LETTERS}]{{3,}}(?:ه|ها|هم|هما)\s*[،,]?\s*$")
"""« دفاعه الأستاذ محمد », « زميلها سامي »: who belongs to somebody leads the sentence."""
