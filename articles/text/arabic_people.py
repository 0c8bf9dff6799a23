"""People as Arabic wire copy introduces them.

No capital says where a name begins: it is known by its given name, by the courtesy or the comma
before it, or by the « أن » that ends it after a verb of speech. Nothing else is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .given_names import MEN, WOMEN, is_given_name, plain
from .people import (
    ARABIC_ACRONYMS,
    ARABIC_ORGANIZATION_NOUNS,
    FEMALE,
    MALE,
    Person,
    tidy,
)
from .speech import ARABIC_DOUBTFUL, ARABIC_SAYING, ARABIC_SAYING_OF, arabic_verbs
from .words import (
    ARABIC_COMMON,
    ARABIC_COURTESIES,
    ARABIC_EVENTS,
    ARABIC_NO_NAMES,
    ARABIC_TITLES,
    ARABIC_TRADES,
    MONTHS,
    WEEKDAYS,
)

LETTERS = "\u0621-\u064a\u064b-\u0652\u0671"
TOKEN = re.compile(rf"[{LETTERS}]+")
VERBS = {plain(form): gender for form, gender in arabic_verbs().items()}
DOUBTFUL = frozenset(map(plain, ARABIC_DOUBTFUL))
SAYING = frozenset(plain(form[:-1] + end) for form in ARABIC_SAYING for end in "اة") | frozenset(
    map(plain, ARABIC_SAYING_OF)
)
TITLES = frozenset(plain(word).removeprefix("ال") for word in (*ARABIC_TITLES, *ARABIC_TRADES))
COURTESIES = frozenset(map(plain, ARABIC_COURTESIES))
BODIES = frozenset(plain(word).removeprefix("ال") for word in ARABIC_ORGANIZATION_NOUNS)
ACRONYMS = frozenset(map(plain, ARABIC_ACRONYMS))
STOP = frozenset(map(plain, ARABIC_NO_NAMES)) | frozenset("باسم الي علي".split()) - {"علي"}
COMMON = frozenset(map(plain, (*ARABIC_COMMON, *ARABIC_EVENTS))) | BODIES
CALENDAR = frozenset(plain(part) for name in (*MONTHS, *WEEKDAYS) for part in name.split())
CLAUSE = frozenset("ان بان انه انها انهم بانه بانها".split())
"""« That »: what is said begins."""
CONNECTED = frozenset("بن بنت ابن ولد ال ايت ابو ابي بو عبد ام".split())
"""Of a name, with the word after it."""
COMPLETED = frozenset("الدين الله الرحمن الزهراء".split())
# Of the words that are no name's, those that do not stand within what somebody is either.
POSITION_END = STOP - frozenset(map(plain, "العام العامة السنة الشهر على في عن".split())) | CLAUSE
LONGEST_POSITION = 12
"""Words among which a name follows a title."""
BARE_PLACES = frozenset(
    map(
        plain,
        "تونس مصر لبنان سوريا سورية فلسطين ليبيا قطر عمان فرنسا إسبانيا إيطاليا ألمانيا تركيا إيران روسيا "
        "بلجيكا هولندا سويسرا كندا أمريكا أوكرانيا موريتانيا مالي النيجر تشاد فاس مراكش طنجة أكادير وهران "
        "قسنطينة عنابة سوسة صفاقس قابس دمشق بغداد بيروت رام نابلس غزة دبي جدة مكة مسقط".split(),
    )
)
# Shapes of what is done, and of many: تأجيل, افتتاح, استقبال, زيارة, اتفاقيات, مسؤولين.
NO_GIVEN_NAME = re.compile(
    r"ت..ي.|ا(?:ن|ست|.ت)?..ا.|.+ه|.+ا|.+ات|.{3,}ين|.{3,}ون|م.{4,}|ت.ا..|تفا.."
)
PREFIXED = re.compile(r"(?:و|ف)?(?:بال|كال|لل|وال|فال)..")


NO_ARTICLE = frozenset("الى الي الا الان الذي التي الذين اللذين اللتين".split())


@dataclass(frozen=True)
class Token:
    word: str
    """As it is compared."""
    start: int
    end: int
    gap: str
    """What stands between the token before and this one."""

    @property
    def beside(self) -> bool:
        return not self.gap.strip()

    @property
    def definite(self) -> bool:
        return self.word.startswith(("ال", "لل", "بال", "وال")) and self.word not in NO_ARTICLE


def tokens(text: str) -> list[Token]:
    found: list[Token] = []
    end = 0
    for match in TOKEN.finditer(text):
        found.append(Token(plain(match[0]), match.start(), match.end(), text[end : match.start()]))
        end = match.end()
    return found


def title_of(word: str) -> tuple[str, int, bool] | None:
    """A title in a word: bare, how many letters stand before it, and whether one of them governs."""
    for prefix in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول"):
        if not word.startswith(prefix):
            continue
        rest = word[len(prefix) :]
        governed = prefix.endswith(("ب", "ل", "ك"))
        if prefix.endswith("ل") and rest.startswith("ل"):
            rest = "ا" + rest
        bare = rest.removeprefix("ال")
        if bare in TITLES:
            return bare, len(prefix), governed
    return None


def is_definite_title(word: str) -> bool:
    return word.startswith(("ال", "وال", "بال", "لل")) and title_of(word) is not None


def may_be_of_a_name(word: str) -> bool:
    """Whether a word can go on with a name that has begun."""
    if word in STOP | COMMON | CALENDAR | VERBS.keys() | SAYING | COURTESIES | CLAUSE:
        return False
    if (title_of(word) and not is_given_name(word)) or PREFIXED.match(word):
        return False
    rest = word[1:]
    if word[0] in "وف" and not is_given_name(word):
        return False
    return not (
        word[0] in "بلك"
        and (rest in COMMON | STOP or is_given_name(rest))
        and not is_given_name(word)
    )


def may_begin_a_name(word: str) -> bool:
    """Whether a word that is no given name of ours can be one: a foreigner's."""
    return (
        may_be_of_a_name(word)
        and not word.startswith(("ال", "و", "ف", "ب", "ل", "ك"))
        and NO_GIVEN_NAME.fullmatch(word) is None
        and len(word) > 2
    )


def name_end(found: list[Token], start: int, text: str) -> int | None:
    """Where a name that begins at a token ends; nothing where it is one word."""
    at, units = start, 0
    while at < len(found) and at - start < 6:
        word = found[at].word
        if at > start and not found[at].beside:
            break
        if (
            (word in CONNECTED or word[1:] == "عبد")
            and at + 1 < len(found)
            and found[at + 1].beside
        ):
            at, units = at + 2, units + 1
            continue
        if at > start and word in COMPLETED:
            at += 1
            continue
        if at > start and not may_be_of_a_name(word):
            break
        if units >= 2 and not may_end_a_name(found, at):
            break
        if units == 1 and is_of_a_phrase(found, at):
            break
        at, units = at + 1, units + 1
        if word.startswith("ال") and at - 1 > start and not goes_on(found, at):
            break
    return at if units >= 2 else None


def is_of_a_phrase(found: list[Token], at: int) -> bool:
    """« وأكد الطيب حرص الدولة »: a noun and what it is of, not the rest of a name."""
    if found[at].definite or is_given_name(found[at].word) or at + 1 >= len(found):
        return False
    return found[at + 1].beside and found[at + 1].definite


def goes_on(found: list[Token], at: int) -> bool:
    return at < len(found) and found[at].beside and found[at].word in CONNECTED


def may_end_a_name(found: list[Token], at: int) -> bool:
    """Whether a third word is of the name: the last before a sign, « أن » or a preposition."""
    word = found[at].word
    if word.endswith("ا") or (word[0] in "بلك" and not is_given_name(word)):
        return False
    if at + 1 >= len(found):
        return True
    after = found[at + 1]
    return not after.beside or after.word in STOP | CLAUSE


def is_bounded(found: list[Token], end: int, text: str) -> bool:
    """Whether a comma, a colon, a quotation or « أن » follows, as after who speaks."""
    if end < len(found) and found[end].beside:
        return found[end].word in CLAUSE or found[end].word in {"الى", "الي"}
    sign = text[found[end - 1].end :].lstrip()[:1]
    return sign in '،,:«“"'


def arabic_people(text: str) -> list[Person]:
    """Everybody a paragraph introduces, in the order they come in."""
    found = tokens(text)
    people = [
        *with_titles(found, text),
        *with_courtesy(found, text),
        *after_verbs(found, text),
        *servants(found, text),
    ]
    kept: list[Person] = []
    for person in sorted(people, key=lambda one: (one.start, -one.end)):
        if not any(one.start <= person.start < one.end for one in kept):
            kept.append(person)
    return kept


def with_titles(found: list[Token], text: str) -> Iterator[Person]:
    """« وزير الشؤون الخارجية، ناصر بوريطة » ; « رئيسة المحكمة آمال بن يونس »."""
    taken = -1
    for at, token in enumerate(found):
        title = title_of(token.word)
        if title is None or at < taken or (is_given_name(token.word) and not token.definite):
            continue
        begins = name_after_title(found, at, text)
        if begins is None:
            continue
        end = name_end(found, begins, text)
        if end is None:
            continue
        head, prefix, governed = title
        start = courtesy_start(found, at, token.start + prefix)
        words = " ".join(
            text[one.start : one.end]
            for one in found[at:begins]
            if one.word not in COURTESIES or one is token
        )
        position, organization = split_position(words[prefix:])
        if governed and token.word[prefix:].startswith("ل"):
            position = "ا" + position
        name = tidy(text[found[begins].start : found[end - 1].end])
        gender = FEMALE if head.endswith("ه") else MALE
        yield Person(name, position, organization, start, found[end - 1].end, gender, not governed)
        taken = end


def courtesy_start(found: list[Token], at: int, start: int) -> int:
    while at > 0 and found[at].beside and found[at - 1].word in COURTESIES:
        at -= 1
        start = found[at].start
    return start


def name_after_title(found: list[Token], title: int, text: str) -> int | None:
    """The token at which the name of who has a title begins."""
    spoken = title > 0 and found[title].beside and bare_verb(found[title - 1].word) in VERBS
    for at in range(title + 1, min(title + LONGEST_POSITION, len(found))):
        token, before = found[at], found[at - 1]
        if not token.beside:
            return name_after_comma(found, at, text, spoken)
        inner = title_of(token.word)
        if inner and inner[2]:
            # « انتقاده لوزير التربية ناجي جلول »: the name is of the other one.
            return None
        if at > title + 1 and is_definite_title(token.word) and not token.word.startswith("و"):
            if token.word not in COURTESIES:
                return None
        if token.word in POSITION_END or token.word in VERBS or token.word in SAYING:
            return None
        polite = before.word in COURTESIES and at - 1 > title
        settled = before.definite or before.word in BARE_PLACES | ACRONYMS or polite
        given = is_given_name(token.word) or token.word in CONNECTED - {"ال", "ام"}
        if settled and given and name_end(found, at, text):
            return at if may_be_of(found[title], token, before) else None
        if settled and may_begin_a_name(token.word) and (spoken or polite):
            end = name_end(found, at, text)
            if end and is_bounded(found, end, text):
                return at
    return None


def may_be_of(title: Token, name: Token, before: Token) -> bool:
    """« مديرة مؤسسة الشهيد شكري بلعيد » is a woman whose name is not said."""
    head = title_of(title.word)
    woman = head is not None and head[0].endswith("ه")
    return not (woman and given_gender(name.word) == MALE) and before.word not in {
        "الشهيد",
        "الشهيده",
    }


def name_after_comma(found: list[Token], at: int, text: str, spoken: bool) -> int | None:
    """A name set off by a comma after what somebody is."""
    if found[at].gap.strip() not in {"،", ","}:
        return None
    if found[at].word in COURTESIES:
        at += 1
    if at >= len(found) or (end := name_end(found, at, text)) is None:
        return None
    if is_given_name(found[at].word) or found[at].word in CONNECTED - {"ال", "ام"}:
        return at
    foreign = spoken and may_begin_a_name(found[at].word)
    return at if foreign and is_bounded(found, end, text) else None


def with_courtesy(found: list[Token], text: str) -> Iterator[Person]:
    """« الدكتورة رنا الكفاوين »."""
    for at, token in enumerate(found[:-1]):
        if token.word not in COURTESIES or not found[at + 1].beside:
            continue
        end = name_end(found, at + 1, text)
        known = is_given_name(found[at + 1].word)
        if end and (
            known or (may_begin_a_name(found[at + 1].word) and is_bounded(found, end, text))
        ):
            name = tidy(text[found[at + 1].start : found[end - 1].end])
            gender = FEMALE if token.word.endswith("ه") else MALE
            yield Person(name, None, None, token.start, found[end - 1].end, gender)


def after_verbs(found: list[Token], text: str) -> Iterator[Person]:
    """« وقالت لمياء الجريبي، المحللة لدى بنك الجنوب، إن » ; « الملك محمد السادس »."""
    for at, token in enumerate(found[:-2]):
        begins = found[at + 1]
        spoken = bare_verb(token.word) in VERBS
        if not begins.beside or not is_given_name(begins.word) or not spoken:
            continue
        end = name_end(found, at + 1, text)
        if end is None:
            continue
        name = tidy(text[begins.start : found[end - 1].end])
        gender = given_gender(begins.word)
        position, organization, last = None, None, found[end - 1].end
        if end < len(found) and "،" in found[end].gap and title_of(found[end].word):
            within = found[end : end_of_position(found, end)]
            last = within[-1].end
            position, organization = split_position(text[within[0].start : last])
        yield Person(name, position, organization, begins.start, last, gender)


def end_of_position(found: list[Token], start: int) -> int:
    """Where the words end that say, after a comma, what somebody is."""
    at = start + 1
    while (
        at < len(found)
        and at - start < LONGEST_POSITION
        and found[at].beside
        and found[at].word not in POSITION_END | CALENDAR
        and bare_verb(found[at].word) not in VERBS
    ):
        at += 1
    return at


def servants(found: list[Token], text: str) -> Iterator[Person]:
    """« خلفا لعبد الحميد زروقي »: what begins so can only be a name."""
    for at, token in enumerate(found):
        if token.word in {"لعبد", "بعبد", "وعبد", "كعبد"} and (end := name_end(found, at, text)):
            name = tidy(text[token.start + 1 : found[end - 1].end])
            yield Person(name, None, None, token.start, found[end - 1].end, MALE, surely=False)


def given_gender(word: str) -> str:
    if word in WOMEN:
        return "" if word in MEN else FEMALE
    return MALE if word in MEN else ""


def bare_verb(word: str) -> str:
    """A word without the conjunction before it, where that is one of our verbs."""
    if word not in VERBS and word[:1] in "وف" and word[1:] in VERBS:
        return word[1:]
    return word


AT = re.compile(rf"\s+(?:لدى\s+|في\s+|ب(?=[{LETTERS}]{{4}})|ل(?=[{LETTERS}]{{4}}))")


def split_position(words: str) -> tuple[str, str | None]:
    """« المدير العام لمنظمة الصحة العالمية » is a position, and where it is held."""
    words = tidy(words)
    for found in AT.finditer(words):
        rest = words[found.end() :]
        if rest.startswith("ل"):
            # ل and ال are written لل: give the name its article back.
            rest = "ا" + rest
        body = rest.split()
        cut = next(
            (
                n
                for n, word in enumerate(body)
                if n and PREFIXED.match(plain(word)) and word.startswith("بال")
            ),
            len(body),
        )
        first = plain(body[0]).removeprefix("ال") if body else ""
        if first in BODIES and (cut > 1 or first in ACRONYMS) and cut == len(body):
            return tidy(words[: found.start()]), tidy(rest)
    return words, None
