"""Who speaks, where something stands between the verb and the name, or the name is not whole."""

import pytest

from tests.wire.sentences import names, speakers

WORDS = "« Le quai sera prêt avant la fin du mois »"
SAID = "«لن نترك الورشة قبل نهاية الشهر الجاري»"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{WORDS}, a confié à la TAP Slim Ghorbel, docker à Radès.", "Slim Ghorbel"),
        (f"{WORDS}, a lancé devant ses collègues Slim Ghorbel, docker à Radès.", "Slim Ghorbel"),
        (f"{WORDS}, a dit à notre correspondant Slim Ghorbel, docker.", "Slim Ghorbel"),
        (f"{WORDS}, met en garde Slim Ghorbel, docker à Radès.", "Slim Ghorbel"),
        (f"{WORDS}, a fait remarquer la cheffe du port, la docteure Ines Ghorbel, lundi.", "Ines Ghorbel"),
        (f"Slim Ghorbel, docker, est revenu lundi. {WORDS}, récite-t-il.", "Slim Ghorbel"),
        (f"Salma Ghorbel, grutière, est revenue lundi. {WORDS}, s'amuse-t-elle.", "Salma Ghorbel"),
        (f"La plus ancienne, Salma Ghorbel, grutière à Radès, y croit : {WORDS}.", "Salma Ghorbel"),
        (f"Sur le quai, Salma Ghorbel, grutière, a regardé les grues sans un mot, avant de souffler : {WORDS}.", "Salma Ghorbel"),
        (f"À Radès, Nzwa Ghorbel, concierge d'un lycée, a tout lavé. {WORDS}, raconte-t-elle.", "Nzwa Ghorbel"),
        (f"Pour Nna Salma Ghorbel, 78 ans, propriétaire à Radès, {WORDS}.", "Salma Ghorbel"),
    ],
)  # fmt: skip
def test_french(text, who):
    assert speakers(text) == [who]


@pytest.mark.parametrize(
    "text",
    [
        f"{WORDS}, a confié à Slim Ghorbel, docker à Radès, la directrice.",
        f"Le docker Slim Ghorbel a lu la note avant de partir : {WORDS}.",
        f"Salma Ghorbel, grutière, a vu l'ingénieur Sami Trabelsi. {WORDS}, récite-t-on.",
    ],
)
def test_french_words_of_nobody_for_sure(text):
    assert speakers(text) == [None]


FORMER = "تعود الورشة للمواطنة سلوى الغضبان.\n"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (f"{FORMER}وروت الغضبان، وهي أم لستة أبناء، ما رأته عند وصولها إلى الورشة: {SAID}.", "سلوى الغضبان"),
        (f"بعد النشيد الوطني، تحدث رئيس الاتحاد حسان مروة فقال: {SAID}.", "حسان مروة"),
        (f"وثمن أحد الملاك، العم ناصر باوزير، الجهود المبذولة بقوله: {SAID}.", "ناصر باوزير"),
        (f"وعبرت عضوة اللجنة الوطنية، سعاد لمرابط، عن استغرابها من القرار، وأضافت: {SAID}.", "سعاد لمرابط"),
        (f"{SAID}، تقول بأسى منسقة الخط الساخن في الشبكة، أمينة الزنتاني.", "أمينة الزنتاني"),
        (f"وتحدثت المتقاعدة سلوى بوجناح عن الورشة. ولخصت سلوى رأيها: {SAID}.", "سلوى بوجناح"),
        (f"وأبلغ مديرها التنفيذي ياسر الغضبان المراسلين أن {SAID}.", "ياسر الغضبان"),
        (f"وحضر ممثل وزارة البيئة المهندس وسيم أبو عاصي. ولفت أبو عاصي إلى أن الوزارة ستدعم الورشة، وقال: {SAID}.", "وسيم أبو عاصي"),
        (f"وعن سبب الاختيار، يلفت أمين سر المركز، الدكتور نزيه عبد الكريم، إلى أن الورشة {SAID}.", "نزيه عبد الكريم"),
        (f"وأكثرهم صبرا السائقون؛ أحدهم، سامر الغضبان، قال لنا: {SAID}.", "سامر الغضبان"),
    ],
)  # fmt: skip
def test_arabic(text, who):
    assert speakers(text, "ar")[-1] == who


@pytest.mark.parametrize(
    "text",
    [
        # Two of that first name.
        f"وتحدثت سلوى بوجناح وسلوى الغضبان عن الورشة. ولخصت سلوى رأيها: {SAID}.",
        # Who is called is not who calls.
        f"واتهم الوزير سامر الغضبان بالتقصير، {SAID}.",
    ],
)
def test_arabic_words_of_nobody_for_sure(text):
    assert speakers(text, "ar") == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وأمام القاعة، لخصت خديجة بوجناح شعورها للصحافة.", ["خديجة بوجناح"]),
        ("ولخصت خديجة شعورها أمام القاعة.", []),
        ("وتحمل النقابة الوزارة كامل المسؤولية.", []),
        ("يشمل القرار ولايات القصرين وسيدي بوزيد والقيروان.", []),
        ("يصل القطار إلى سيدي بلعباس ثم سيدي قاسم.", []),
        ("وكان عامل السكة صبحي عبد النور أول من أبلغ عن الحادث.", ["صبحي عبد النور"]),
        ("وتوقف جامع الخردة أبو علي شمص عند معاناة العاملين.", ["أبو علي شمص"]),
        ("ورفع رئيس الجمعية الدكتور طلال بن سراج باوزير الشكر إلى الشركاء.", ["طلال بن سراج باوزير"]),
        ("وقد حضر الحفل مستشار الوزير السيد زهير العلوي المدغري والحاجب.", ["زهير العلوي المدغري"]),
        ("ويضم المجلس السيد عبد الحفيظ بنجلون التويمي، أستاذ المياه.", ["عبد الحفيظ بنجلون التويمي"]),
        ("وكرم المجلس لاعب المنتخب رعد الفاخوري في الحفل.", ["رعد الفاخوري"]),
    ],
)  # fmt: skip
def test_where_an_arabic_name_ends(text, found):
    assert names(text, "ar") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Feu Hadj Salem Bouziane, mon guide, le répétait.", ["Salem Bouziane"]),
        ("Dda Salem Bouziane tisse la laine.", ["Salem Bouziane"]),
        ("Les bus passent par le boulevard Yahia Ibn Omar.", []),
        ("Le colloque a lieu à l'auditorium Fatima Mernissi.", []),
        ("Le conservateur de la bibliothèque Al Anouar de Fès est mort.", []),
        ("La moins bavarde, Zwina Souilmi, vendeuse de fruits, sourit.", ["Zwina Souilmi"]),
        ("À son volant, Nzar Hjeij, chauffeur depuis 1991, attend.", ["Nzar Hjeij"]),
        ("Selon Air Sahel, transporteur national, le vol est annulé.", []),
        ("Le préfet de Sidi Bouzid et celui de Sidi Bel Abbès sont venus.", []),
    ],
)
def test_french_names(text, found):
    assert names(text) == found
