"""Lines above a title that say whose a text is, for whom and of which day: no titles themselves."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from articles.text.extraction.datelines import says_only_when
from articles.text.extraction.labels import LABEL_ALONE, is_rubric_alone
from articles.text.folding import letters

from .heads import AS_SPOKEN
from .letterheads import HOUSE, is_like_letterhead
from .mail_headers import FORWARDED
from .mastheads import (
    ITS_DAY,
    MOST_OF_A_NAME,
    LineAbove,
    dated_line,
    day_in,
    masthead,
    says_which_issue,
)
from .parts import PartKind, UnwrappedText

NEAR_THE_TOP = 14
"""Lines with words among which these stand."""
LONGEST, LONGEST_NOTE = 150, 400
"""Letters of such a line, and of what somebody wrote above a text that is passed on."""
FEWEST_WORDS = 3
"""Of a title."""
IN_ONLINE_FORM = re.compile(
    r"^\W*(?:(?:vous\s+(?:ne\s+)?(?:voyez|lisez|visualisez|n[’']arrivez)|si\s+(?:vous|ce|cette)|problèmes?\s+d[’']affichage)\W.*"
    r"(?:en\s+ligne|navigateur|cliquez|ici)\W*$|(?:voir|lire|consulte[rz]|affiche[rz]|ouvrir)\s.{0,50}(?:en\s+ligne|navigateur)\W*$"
    r"|(?:إذا|إن|في\s+حال)\s.*(?:اضغط|انقر|المتصفح).*$|(?:ل?عرض|لمشاهدة|لقراءة|اعرض|شاهد)\s.{0,50}(?:المتصفح|(?:اضغط|انقر)\S*\s+هنا)\W*$)",
    re.IGNORECASE,
)
"""« Vous ne voyez pas bien ce courriel ? Consultez la version en ligne »."""
CONTENTS = re.compile(
    r"^\W*(?:à\s+la\s+une|(?:au\s+)?sommaire|dans\s+ce\s+numéro|في\s+هذا\s+العدد|محتويات\s+العدد|أبرز\s+العناوين)\W*(?::.*)?$",
    re.IGNORECASE,
)
SEEN = re.compile(
    r"^\W*[\d.,٠-٩٫]+\s*(?:k|ألف)?\s*(?:vues?|lectures?|fois|مشاهدات?|مشاهدة|قراءات?|قراءة)\W*$|"
    r"^\W*(?:transférée?(?:\s+(?:plusieurs|de\s+nombreuses)\s+fois)?|تمت?\s+إعادة\s+(?:ال)?توجيه(?:ها)?(?:\s+عدة\s+مرات)?)\W*$",
    re.IGNORECASE,
)
"""« 8 412 vues », « Transféré plusieurs fois »."""
SEAT = re.compile(
    r"^\W*(?:siège(?:\s+(?:social|national|central))?|adresse|récépissé|agrément|immatriculation|ninea|المقر(?:\s+(?:الرئيسي|المركزي|الاجتماعي))?|مقرها?|التأشيرة|ترخيص)\s*(?::|n[°o]|رقم)\s*\S",
    re.IGNORECASE,
)
"""« Siège : Rue 11, Médina, Dakar », « المقر: 14 نهج الشهداء »."""
WITH_ARTICLE = re.compile(r"L(?:[EA]S?\s|[’'])")
"""« LE CABINET DU MINISTRE »."""
BY_RULE = re.compile(
    r"^\W*(?:annonce\s+événementielle|information\s+(?:réglementée|privilégiée|permanente)|publication\s+(?:événementielle|ad[\s-]hoc)|communication\s+(?:réglementée|financière)|"
    r"إفصاح\s+(?:عن\s+)?(?:معلومات|مالي|فوري|مكمل))(?!\w)[^!?]*(?<![.])$",
    re.IGNORECASE,
)
"""« Annonce événementielle au sens de l’art. 53 RC »: by which rule of an exchange it is told."""
OF_A_SESSION = re.compile(
    r"^\W*(?:(?:séance|session|réunion)\s+(?:publique|plénière|ordinaire|extraordinaire|du)\s.*\d{4}.*|compte[\s-]rendu\s+(?:synthétique|analytique|intégral|sommaire|provisoire)\W*|"
    r"(?:la\s+)?séance\s+(?:est\s+)?ouverte\s+à\s.{1,20}|(?:sous\s+la\s+)?présidence\s*(?::|de\s+(?:mmes?|mm?\.|me|dr|l[’']honorable)\s).*|(?:excusée?s?|absente?s?|présente?s?|secrétaires?|étaient\s+(?:présents|excusés))\s*:.*|"
    r"محضر\s+(?:موجز|الجلسة|جلسة).*|(?:الجلسة|جلسة)\s+.*\d{4}.*|افتتحت\s+الجلسة\s.{1,40}|(?:برئاسة|رئاسة)\s*:.*|(?:الحاضرون|الغائبون|المعتذرون|المتغيبون)\s*:.*)$",
    re.IGNORECASE,
)
OF_A_BROADCAST = re.compile(
    r"^\W*(?:(?:journal|édition|flash|bulletin|le)\s+d[eu]\s+(?:\d{1,2}\s?h\s?\d{0,2}|midi|soir|matin)(?!\w).*|(?:durée|reporter|présentation|réalisation|montage|son|journaliste)\s*:.{1,60}|"
    r"(?:نشرة|موجز|جريدة)\s+(?:أخبار\s+)?(?:الساعة\s+)?ال\S+(?:\s+\S+){0,2}\s+[–—|-]\s.*\d.*|(?:المدة|مدة\s+التقرير|تقديم|مونتاج|الصوت)\s*:.{1,60})$",
    re.IGNORECASE,
)
"""« JOURNAL DE 12H30 – MARDI 24/02/2026 », « DURÉE : 1'42 »."""
SUBJECT = re.compile(r"^\W*(?:sujet|تقرير|الموضوع|عنوان\s+التقرير)\s*:\s*(?=\S)", re.IGNORECASE)
TO_WHOM = re.compile(
    r"^\W*(?:إلى|الى)\s*/\s*.{3,80}$|^\W*à\s+l[’']attention\s+d[eu]s?\s[^.]{3,80}$|^\W*(?:avis|annonce|note|message|communication)\s+(?:importante?\s+)?(?:à|aux?)\s[^.:!?]{3,90}$|"
    r"^\W*(?:إعلان|تنويه|نداء|إشعار|تعميم|تنبيه)\s+(?:(?:هام|مهم|عاجل)\s+)?(?:إلى\s|لل?[\u0621-\u064a]{3,}).{0,80}$",
    re.IGNORECASE,
)
"""« AVIS AUX MEMBRES DE LA COMMUNAUTÉ », « إلى / الأندية كافة »."""
OF_AN_ORGAN = re.compile(
    r"^\W*(?:communiqué|d[ée]claration|r[ée]solution|motion|message|appel|mise\s+au\s+point|lettre\s+ouverte)\s+(?:du|de\s+la|des|de\s+l[’'])\s*\S",
    re.IGNORECASE,
)
MOST_OF_AN_ORGAN = 8
"""Words of « DÉCLARATION DU BUREAU EXÉCUTIF NATIONAL »."""
COVERS = re.compile(
    r"(?<!\w)(?:merci\s+de\s+(?:créditer|citer|mentionner)|à\s+créditer|vous\s+pouvez\s+(?:y\s+aller|publier|passer)|bises|bon\s+à\s+tirer|"
    r"يرجى\s+(?:الإشارة\s+إلى|ذكر)\s+المصدر|مع\s+ذكر\s+المصدر|بالتوفيق)(?!\w)",
    re.IGNORECASE,
)
CREDITS = re.compile(
    r"(?:créditer|citer|mentionner)\s+(?P<name>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,4})"
)


LIVE = re.compile(
    r"^\W*(?:en\s+)?(?:direct|live|idées|tribunes?|opinions?|débats|chroniques?|point\s+de\s+vue|éditorial|billet|مباشر|رأي|(?:قضايا\s+و)?آراء|مقالات?|وجهة\s+نظر)\W*$",
    re.IGNORECASE,
)
SURELY = {PartKind.NOTE: SEEN, PartKind.LETTERHEAD: SEAT}


def take_above_titles(layout: UnwrappedText) -> None:
    """Take these lines off; of those that may be a title, only what stands above another."""
    found = dict(lines_above(layout.lines))
    rest = [at for at in top_of(layout.lines) if at not in found or found[at].left]
    has_title = any(may_be_title(layout.lines[at]) for at in rest)
    gone = set()
    found.update(names_of_letters(layout.lines, found) if has_title else {})
    for at, told in sorted(found.items()):
        if told.if_titled and not has_title:
            continue
        layout.said_on = layout.said_on or told.day
        layout.house = layout.house or told.house
        if told.left:
            layout.lines[at] = told.left
        else:
            layout.take(told.kind, [layout.lines[at]])
            gone.add(at)
    layout.lines = [line for at, line in enumerate(layout.lines) if at not in gone]


def names_of_letters(lines: list[str], found: dict[int, LineAbove]) -> dict[int, LineAbove]:
    """« أنوار الجامعة », right above a line that says of which issue it is."""
    top = list(top_of(lines))
    above = {below: at for at, below in itertools.pairwise(top)}
    titles = [at for at in top if at not in found and may_be_title(lines[at])]
    issues = [at for at in above if at in found and says_which_issue(lines[at])]
    issues = [at for at in issues if max(titles, default=0) > at]
    return {
        above[at]: LineAbove(PartKind.LETTERHEAD) for at in issues
        if above[at] not in found and len(lines[above[at]].split()) <= MOST_OF_A_NAME
    }  # fmt: skip


def top_of(lines: list[str]) -> Iterator[int]:
    """The lines with words above the text's first."""
    written = [at for at, line in enumerate(lines[: 4 * NEAR_THE_TOP]) if line.strip()]
    for at in written[:NEAR_THE_TOP]:
        if len(lines[at]) > LONGEST and not COVERS.search(lines[at]):
            return
        yield at


def lines_above(lines: list[str]) -> Iterator[tuple[int, LineAbove]]:
    passed_on = False
    broadcast = any(OF_A_BROADCAST.match(lines[at]) for at in top_of(lines))
    for at in top_of(lines):
        line = lines[at].strip(" *#_")
        if passed_on and len(line) < LONGEST_NOTE and COVERS.search(line):
            credit = CREDITS.search(line)
            yield at, LineAbove(PartKind.NOTE, house=credit["name"] if credit else "")
        elif FORWARDED.match(line):
            passed_on = True
            yield at, LineAbove(PartKind.NOTE)
        elif broadcast and (subject := SUBJECT.match(line)):
            yield at, LineAbove(PartKind.NOTE, left=line[subject.end() :])
        elif told := line_above(line):
            yield at, told
        elif line.endswith((".", ",", "،", ";", "؛")):
            return


def line_above(line: str) -> LineAbove | None:
    """What a line is, by its words alone; nothing where it may be of the text."""
    if len(line) > LONGEST:
        return None
    if kind := next((kind for kind, pattern in SURELY.items() if pattern.match(line)), None):
        return LineAbove(kind)
    if OF_A_SESSION.match(line) or OF_A_BROADCAST.match(line):
        return LineAbove(PartKind.NOTE, day=day_in(line), if_titled=True)
    if kind := kind_if_titled(line):
        return LineAbove(kind, if_titled=True)
    return dated_line(line) or masthead(line) or rubrics(line)


def kind_if_titled(line: str) -> PartKind | None:
    """What a line is that may as well be a title: by which rule, for whom, from which office."""
    if IN_ONLINE_FORM.match(line) or CONTENTS.match(line):
        return PartKind.MENU
    if BY_RULE.match(line) or AS_SPOKEN.match(letters(line)):
        return PartKind.NOTE
    if (TO_WHOM.match(line) and not LABEL_ALONE.match(line)) or is_of_an_organ(line):
        return PartKind.LABEL
    return PartKind.LETTERHEAD if is_office(line) else None


def is_office(line: str) -> bool:
    """« LE CABINET DU MINISTRE », in capitals."""
    article = WITH_ARTICLE.match(line) if line.isupper() and len(line.split()) <= 6 else None
    return article is not None and HOUSE.match(letters(line[article.end() :])) is not None


def is_of_an_organ(line: str) -> bool:
    """« DÉCLARATION DU BUREAU EXÉCUTIF NATIONAL », in capitals."""
    return (
        line.isupper()
        and len(line.split()) <= MOST_OF_AN_ORGAN
        and OF_AN_ORGAN.match(line) is not None
        and re.search(r"[:.!?\d]", line) is None
    )


def rubrics(line: str) -> LineAbove | None:
    """« Idées | TRIBUNE », « Gazette.info ▸ EN DIRECT ▸ Santé », « قضايا وآراء »."""
    parts = [one for one in re.split(r"\s*[|▸›]\s*", line) if one]
    of_a_paper = [bool(LIVE.match(one) or is_rubric_alone(one)) for one in parts]
    if any(map(LIVE.match, parts)) and (
        all(of_a_paper) or (all(of_a_paper[1:]) and len(parts) > 2)
    ):
        return LineAbove(PartKind.MENU, if_titled=True)
    if len(parts) > 1 and all(
        here or LABEL_ALONE.match(one) for here, one in zip(of_a_paper, parts, strict=True)
    ):
        return LineAbove(PartKind.MENU, if_titled=True)
    return None


def may_be_title(line: str) -> bool:
    bare = line.strip(" *#_")
    is_name = is_like_letterhead(bare) or LABEL_ALONE.match(bare) is not None
    is_short = len(bare.split()) < FEWEST_WORDS or bare.endswith((".", ","))
    return not (is_short or is_name or says_only_when(bare) or ITS_DAY.match(bare))
