"""What stands below a text and is not of it: contacts, « À propos de », an end, initials."""

from __future__ import annotations

import re
from itertools import islice

from articles.text.agencies import NAME
from articles.text.patterns import late

from .asides import PROMOTION, is_aside
from .menus import MENU
from .papers import paper_that_signs
from .parts import PartKind, UnwrappedText
from .signing_off import SIGNS_OFF
from .wrapped_lines import LIST

ENDS = late(
    r"^\W*(?:fin|fin\s+(?:du\s+|de\s+(?:la\s+|l[’'])?)?(?:communiqué|texte|dépêche|sujet|reportage|document|bulletin|rapport|déclaration|message|allocution|discours|transcription|extraits?)|end|ends|30|نهاية\s+(?:البيان|البلاغ|الخبر|التقرير|النشرة|الرسالة|الكلمة|النص|الموضوع)|انتهى|إنتهى|انتهى\s+(?:البيان|البلاغ))\W*(?:(?:[\u0621-\u064a]\W{0,2}){1,3})?\W*$|^\s*#{2,}\s*$",
    re.IGNORECASE,
)
SECTION = late(
    r"^\W*(?:contacts?(?:\s+(?:presse|médias?|de\s+presse|relations?|et\s+\w+|pour\s+\w+))*|relations?\s+(?:presse|médias?|avec\s+la\s+presse)|"
    r"à\s+propos\s+(?:de|du|des|d[’'])|a\s+propos\s+(?:de|du|des|d[’'])|qui\s+sommes[-\s]nous|"
    r"notes?\s+(?:aux?|à\s+l[’']attention\s+des|pour\s+les)\s+(?:rédact\w+|éditeurs?|journalistes|médias)|notes?\s+de\s+(?:la\s+)?rédaction|"
    r"pour\s+(?:plus|tout\s+complément|toute?s?)\s+(?:d[’']\s?informations?|de\s+renseignements?|information\w*|demande)|pour\s+en\s+savoir\s+plus|"
    r"(?:ampliations?|destinataires?|copies?|diffusion|liste\s+de\s+diffusion|p\.?\s?j\.?)\s*:|"
    r"(?:aussi|également)\s+dans\s+(?:ce\s+numéro|cette\s+édition)|dans\s+la\s+même\s+rubrique|(?:la\s+)?(?:fiche\s+technique|feuille\s+de\s+match)\W*$|renseignements|informations?\s+pratiques|liens?\s+utiles|pièces?\s+jointes?|à\s+lire\s+(?:aussi|également)|lire\s+aussi|lire\s+également|sur\s+le\s+même\s+sujet|articles?\s+(?:liés|similaires)|partage[rz]|suivez[-\s]nous|"
    r"للاتصال|للتواصل|جهات?\s+الاتصال|الاتصال\s+الصحفي|(?:التوقيعات|الموقعون|الموقعات)\s*:|لمزيد\s+من\s+(?:المعلومات|التفاصيل|الاستفسار)|للمزيد\s+من\s+(?:المعلومات|التفاصيل)|نبذة\s+(?:عن|تعريفية)|"
    r"ملاحظات?\s+(?:للمحررين|إلى\s+المحررين|للسادة\s+المحررين|للصحفيين|للصحافة|للناشرين)|حول\s+(?:المنظمة|الهيئة|المؤسسة|الوكالة)|اقرأ\s+أيضا?ً?|إقرأ\s+أيضا?ً?|(?:مواضيع|موضوعات|مقالات)\s+(?:ذات\s+صلة|متعلقة|مشابهة)|أخبار\s+(?:متعلقة|مشابهة)|روابط\s+ذات\s+صلة|تابعونا|تابعوا\s|ابقوا\s+على|للاستفسارات|شارك)",
    re.IGNORECASE,
)
SECTION_LONGEST = 80
DISCLAIMER = late(
    r"^\W*(?:ce\s+(?:message|courriel|mail|e-mail)(?:\s+\(?(?:et|ainsi|est|électronique|y\s+compris|peut))|devez[-\s]vous|pensez\s+à\s+l[’']environnement|avant\s+d[’']imprimer|envoyé\s+(?:de|depuis)\s+(?:mon|outlook|yahoo|gmail)|"
    r"les\s+informations\s+contenues\s+dans\s+ce|ce\s+(?:message|courriel|mail|e-mail)\s.{0,60}(?:confidentiel|destinataire)|this\s+(?:e-?mail|message)|sent\s+from\s+my|هذه\s+الرسالة\s|أُ?رسلت?\s+من\s+(?:هاتفي|iphone|جهاز)|تم\s+الإرسال\s+من)",
    re.IGNORECASE,
)
# An agency's own end: « MO---TRA. », « NNNN », « -0- PANA BK/TBM », « --(بترا) », « /قنا/ ».
AGENCY_END = late(
    rf"^[\W_]*(?:NNNN|[A-Z]{{2,4}}-{{1,3}}[A-Z]{{2,4}}\.?|[A-Z]{{1,3}}\d-[A-Z]{{2,4}}|-0-.{{0,60}}"
    rf"|(?:{NAME})(?:\s*[/\d].{{0,60}}|\s+[A-ZÀ-Þ]\w+(?:-[A-ZÀ-Þ]\w+){{1,4}})?|[A-Za-z/]{{2,12}}\s\((?:{NAME})\)|\(?النهاية\)?.{{0,40}}|/?نهاية\s+الخبر/?)[\W_]*$"
)
STAMP = late(
    r"^[\W_]*(?:\d{1,2}[/.-]\w{2,4}[/.-]\d{2,4}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+NNNN)?|\d{6}\s*(?:GMT|جمت)?\s*\w{3,9}\s+\d{2,4})[\W_]*$"
)
DONE_AT = late(
    r"^\W*(?:(?:fait|signé)\s+à\s+(?P<place>[A-ZÀ-Þ][\w’' -]{1,30}?)"
    r"|(?:حرر|صدر|حُرر)\s+(?:في|ب)\s?(?P<arabic>[\u0621-\u064a]+(?:\s[\u0621-\u064a]+)?))"
    r"\s*(?:[,،]|le|في|بتاريخ|\d)",
    re.IGNORECASE,
)
TO_BE_CONTINUED = late(
    r"^\W*(?:à\s+suivre|يتبع|signé|p/o|le\s+p\.?-?d\.?g\.?|la\s+direction|ampliations?|التوقيع|توقيع|التوقيعات|الموقعون(?:\s+أدناه)?|توقيعات|(?:les\s+)?signataires?|signatures?)\W*$|^\W+$",
    re.IGNORECASE,
)
# What is behind it on a page of the web was written by readers, or leads elsewhere.
COMMENTS = late(
    r"^\W*(?:(?:version\s+imprimable|imprimer\s+(?:cette\s+page|cet\s+article)|envoyer\s+à\s+un\s+ami|dernière\s+mise\s+à\s+jour\s*:|نسخة\s+للطباعة|للطباعة|أرسل\s+(?:إلى|الى)\s+صديق|آخر\s+تحديث\s*:).{0,120}|(?:tags?|mots[-\s]clés?|étiquettes|thèmes\s+associés)\s*(?::.{0,200}|$)|(?:(?:\d+|vos|les|tous\s+les)\s+)?commentaires?(?:\s+des\s+(?:lecteurs|internautes))?\W*\d*|(?:laissez?|laisser|écrire|ajouter|poster)\s+(?:un|votre)\s+commentaire|"
    r"(?:les\s+)?(?:articles\s+)?(?:les\s+)?plus\s+(?:lus|commentés|partagés|populaires)|(?:tous\s+)?droits\s+réservés.{0,60}|©.{0,80}|mentions\s+légales.{0,80}|"
    r"(?:الوسوم|وسوم|الكلمات?\s+المفتاحية|كلمات\s+(?:مفتاحية|دلالية)|الأوسمة|العلامات)\s*(?::.{0,200}|$)|(?:\d+\s+)?(?:التعليقات|تعليقات|تعليقا?)\W*\d*|(?:أضف|اترك|اكتب)\s+(?:تعليقا?ً?|ردا?ً?)|"
    r"الأكثر\s+(?:قراءة|مشاهدة|تعليقا)|(?:جميع\s+)?الحقوق\s+محفوظة.{0,60})\W*$",
    re.IGNORECASE,
)
WEB = late(
    r"^(?:#\w+(?:\s+#\w+)*|j[’']aime\b.*|[\d\s.,kK١٢٣٤٥٦٧٨٩٠٫]+(?:ألف\s+)?(?:j[’']aime|commentaires?|partages?|إعجاب).*|(?:→|♦|►|•\s)\s*.{0,160}|.*se\s+désabonner.*|.*désinscri.*|"
    r".*(?:s[’']abonner|vous\s+abonner|abonnant)\W.*|©\s?.{3,100}|جميع\s+الحقوق\s+محفوظة.*|تابعوا\s.*|(?:التعليقات|commentaires)\W*\d*\W*|.*(?:إلغاء\s+الاشتراك|ابقوا\s+على\s+اطلاع).*)$",
    re.IGNORECASE,
)
NO_TEXT = late(
    r"^\W*(?:traduite?\s+(?:d[eu]|par)\s|traduction\s*(?::|de\s|par\s)|adapté\s+(?:d[eu]|par)\s|ترجم(?:ة|ها|ه|ته)\s)(?:[^.!?]|(?<=\w)\.(?=\s[A-ZÀ-Þ])){3,90}[.!)]?\W*$"
    r"|^\W*[^!?]{4,160},\s+\d{2,4}\s+(?:pages|p\.?)(?!\w)[^.!?]{0,60}[.)]?\W*$|^\W*[^.!؟]{4,160}،\s+[\d٠-٩]{2,4}\s+صفحة[^.!؟]{0,60}[.)]?\W*$"
    r"|^\(\s*(?:[\d١]\s*)?(?:dollar|euro|franc|livre|dinar|dirham|riyal|الدولار|اليورو|الدينار|الدرهم|الجنيه|الريال)[^()=]{0,30}=[^()]{2,60}\)\W*$"
    r"|^\W*(?:(?:(?:ce\s+|le\s+)?programme\s+)?(?:sous\s+réserve\s+de|susceptible\s+de|sujet\s+à)\s.{3,60}|merci\s+(?:de|pour)\s+(?:votre|la)\s+(?:bonne\s+)?(?:diffusion|publication|couverture)"
    r"|(?:entrée|tarifs?|billets?|billetterie|réservations?|inscriptions?|accréditations?)\s*:.{2,120}|(?:(?:هذا\s+)?البرنامج\s+)?(?:قابل|عرضة)\s+لل?(?:تعديل|تغيير).{0,30}|انتهى\s+(?:المؤتمر|اللقاء|الخبر|التقرير).{0,20}"
    r"|(?:الدخول|التذاكر|الحجز|للحجز|التسجيل)\s*:.{2,120}|(?:شاكرين|نشكر)\s+(?:لكم\s+)?(?:حسن\s+)?(?:تعاونكم|نشركم|تغطيتكم).{0,30})\W*$"
    r"|^.{0,50}(?<!\w)(?:partagez|abonnez-vous|likez|relayez|شاركوا?(?:\s+الخبر)?|انشروا?|اشتركوا?)[^\w.]*$|^[^\w\s]+\s*[\d.,]+\s?[kKM]?(?:\s+[^\w\s]*\s*modifié\W.{0,12})?$",
    re.IGNORECASE,
)
"""Who translated it, where a book came out, what a dollar costs, « Partagez ! », who saw it."""
OF_THE_PAGE = late(
    r"^(?:(?:\[[^\[\]]{3,40}\]\s*){2,}|\W*(?:(?:les\s+)?(?:titres?|intertitres?)(?:\s|,)[^.]{0,40}(?:de\s+la|par\s+la)\s+rédaction.*|"
    r"(?:.{0,60}\.\s+)?(?:(?:ce|cette|le\s+présent|la\s+présente)\s+(?:document|compte[\s-]rendu|texte|résumé|synthèse|traduction)|(?:les?\s+|la\s+)?(?:tribunes?|opinions?|propos|articles?|points\s+de\s+vue|contributions?|avis))(?:\s[^.]{0,60})?\s(?:ne\s+)?n?[’']?engage(?:nt)?\s.{3,120}|(?:.{0,60}\.\s+)?seule?\s.{3,60}\sfait\s+(?:seule?\s+)?foi|(?:images?|photos?|visuels?)\s*:\s*.{0,40}(?:libres?|droits|crédit|mention).*|(?:moyens\s+engagés|forces\s+engagées|moyens|engagement)\s*:\s*\d.*|"
    r"(?:suivant|sujet\s+suivant|à\s+suivre|التالي|الخبر\s+التالي|يليه)\s*:.{2,80}|à\s+afficher.{0,60}|(?:prière|merci)\s+de\s+(?:faire\s+circuler|diffuser|afficher|relayer|partager).{0,60}|"
    r"(?:المقالات|الآراء|المقال|آراء\s+الكتاب|ما\s+ينشر|ما\s+يرد)\s.{0,50}[تي]\u064f?عب\u0651?ر.{3,60}|.{3,60}لا\s+[تي]عب\u0651?ر\s+بالضرورة.{3,60}|الصفحة\s+الرسمية\s*:.*|.{0,40}شاركوا?\s+(?:على|مع)\s.{3,120}))\W*$",
    re.IGNORECASE,
)
"""Whose opinions these are, who engages whom, pictures, what follows, « À afficher »."""
POSTAL = late(
    r"(?:^|[\s,–-])\d{1,4}\s?(?:bis|ter)?,?\s+(?:rue|avenue|av\.|boulevard|bd|place|quai|chemin|allée|route|impasse)\s|(?<!\d)\d{5}\s+[A-ZÀ-Þ]{2,}|(?:^|\W)(?:B\.?P\.?|C\.?P\.?)\s?\d{2,}|(?:^|[\s،,])ص\.?\s?ب\W",
    re.IGNORECASE,
)
"""« 3, rue de la Paix – 38000 Grenoble », « BP 137 »: an address, with no sentence around it."""
SLASHED_END = late(r"(?<=[^\W_])\./\.?\s*$")
"""« Le verdict est attendu le 25 novembre./. »"""
INITIALS_BEHIND = late(
    r"(?<=[.!?»\"”])\s+/?\.?(?:[A-Z]{2,4}(?:/[A-Z]{2,4})+|[a-z]{2,4}(?:/[a-z]{2,4})+)[/.]?\s*$"
)
"""« … le 1er mars 2027. /.MUA/VDB »"""
# At the end of the last sentence, behind its full stop.
SIGNED = late(
    rf"(?<=[.!?»\"”؟)])\s*[(/\[-]*\s*(?:{NAME}|ANSAmed|[Ff]in|FIN|انتهى|النهاية|نهاية\s+الخبر)\s*[)/\]]*(?:\s*[\u0621-\u064a](?:\s[\u0621-\u064a])?(?:\s?/\s?[\u0621-\u064a](?:\s[\u0621-\u064a]){{0,2}})+)?\.?\s*$"
)
_INITIALS = r"[A-Za-z]{1,4}|(?:[\u0621-\u064a]\s?\.?\s?){1,3}"
INITIALS = late(rf"^[\W_]*(?:{_INITIALS})(?:\s?[./-]+\s?(?:{_INITIALS}))*[\W_]*$")
LONGEST_INITIALS = 16
CONTACT = late(
    r"(?:^\W*(?:tél|tel|téléphone|mobile|gsm|fax|portable|e-?mail|courriel|mél|adresse|site(?:\s+web|\s+internet)?|web|twitter|facebook|هاتف|الهاتف|جوال|فاكس|بريد|البريد|الموقع)\W)"
    r"|[\w.+-]+@[\w-]+\.\w{2,}|\+?\d[\d\s().-]{8,}\d",
    re.IGNORECASE,
)
CONTACT_WORD = late(CONTACT.pattern.partition("|[\\w.+-]+@")[0], re.IGNORECASE)
LONGEST_CONTACT = 120
LONGEST_SIGNATURE, SHORTEST_SENTENCE = 70, 50
A_STOP = late(r"[\w»”\".][.!?؟]\s+\S")
RESULT = late(
    r"^[^\d:|]{2,40}\s[-–]\s[^\d:|]{2,40}\s\d{1,3}\s?[-–:]\s?\d{1,3}(?:\s*\([^()]{1,30}\))?[.;]?\s*$|^[^\d:|]{2,40}\s\d{1,3}\s?[-–]\s?\d{1,3}\s[^\d:|]{2,40}$"
)
"""« Kazma - FUS Rabat 85-83 (a.p) », « النصر 2-1 »: the result of a match is of the text."""
REFERENCES = late(
    r"^\W*(?:sources?|références?(?:\s+bibliographiques?)?|bibliographie|publications?|المراجع|المصادر)\W*$",
    re.IGNORECASE,
)
CITED = late(r"(?:\bet\s+al\b|\bdoi\b|(?<!\d)(?:19|20)\d\d\b)", re.IGNORECASE)
ATTACHED = late(
    r"^\W*(?:\S+\.(?:jpe?g|png|pdf|docx?|mp4|mp3|opus|xlsx?|webp)\b.{0,40}|<?(?:m[ée]dias?\s+omis|تم\s+استبعاد\s+\S+)>?)\W*$",
    re.IGNORECASE,
)
"""« IMG-20261121-WA0031.jpg (fichier joint) »."""
ON_BEHALF = late(
    r"^\W*(?:p/|p\.|pour|par)\s?(?:le|la|les|l[’'])\s?[^.!?]{3,60}(?:\b(?:p\.?\s?[oid]\.?|par\s+(?:ordre|délégation|intérim|empêchement)))\W*$|^\W*p/\s?l[ea’'][^.!?]{3,60}$"
    r"|^\W*(?:عن|ع/|ع\.)\s?ال?[\u0621-\u064a]{4,}[^.!?]{0,50}(?:بتفويض|بأمر|بالنيابة|وبتفويض)[^.!?]{0,20}$",
    re.IGNORECASE,
)
"""« P/ Le Ministre, P.O. », « عن الوزير وبتفويض منه »: for whom somebody signs."""
STAMPED = late(
    r"^[^.!?]{0,60}\((?:[^()]*(?:signature|cachet|signé|إمضاء|توقيع|الختم)[^()]*)\)$", re.IGNORECASE
)
"""« Le chef de la section (cachet et signature) »."""
EMOJI_BULLET = late(
    "[\u203c\u2049\u25aa-\u25fe\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?\\s*\\w"
)
"""« ▪️ », before each thing that a message tells."""
FEWEST_OF_A_SENTENCE = 9
"""Words, with a full stop, that are a sentence with a telephone number in it."""
SENTENCE_ENDS = tuple('.!?…»”"؟:)]')
LAST_LINES = 14
LONG = 160
"""Letters of a paragraph that is a text's."""


def take_closing(layout: UnwrappedText) -> None:
    """Take off what stands below the text; ``layout.lines`` are paragraphs by now."""
    blocks = layout.lines
    end = first_closing(blocks)
    while end > 1 and (closes(blocks[end - 1]) or is_signature(blocks, end - 1)):
        end -= 1
    # An end that something long follows is that of one item of several.
    layout.take(PartKind.CLOSING, blocks[end:])
    kept = [one for one in blocks[:end] if not (ENDS.match(one) and one.strip("# "))]
    layout.lines = kept or blocks
    if layout.lines:
        layout.lines[-1] = SLASHED_END.sub(".", layout.lines[-1])
    if layout.lines and (
        signed := SIGNED.search(layout.lines[-1]) or INITIALS_BEHIND.search(layout.lines[-1])
    ):
        layout.take(PartKind.CLOSING, [signed[0].strip()])
        layout.lines[-1] = layout.lines[-1][: signed.start()]


def is_signature(blocks: list[str], at: int) -> bool:
    """Whether a last line is a signature: short, no sentence, below a text of sentences."""
    line = blocks[at]
    if RESULT.search(line):
        return False
    if STAMPED.match(line) or ON_BEHALF.match(line):
        return True
    if A_STOP.search(line):
        return False  # « La loi entre en vigueur le 1er mars. /MUA/ »
    if EMOJI_BULLET.match(line) and any(one[:1] == line[:1] for one in blocks[:at]):
        return False
    if at < 2 or len(line) > LONGEST_SIGNATURE or line.endswith(SENTENCE_ENDS) or LIST.match(line):
        return False
    sentences = (
        one
        for one in islice(blocks, at)
        if one.endswith(SENTENCE_ENDS) and len(one) > SHORTEST_SENTENCE
    )
    return len(list(islice(sentences, 2))) > 1 and not line.startswith(("«", "“", '"'))


def first_closing(blocks: list[str], *, with_asides: bool = True) -> int:
    """Where the closing matter begins; the number of blocks where there is none.

    Args:
        blocks: the paragraphs.
        with_asides: whether « Lire aussi » begins it, too; in the middle of a text it does not.
    """
    long_below = sum(len(one) > LONG for one in blocks[1:])
    for at, block in enumerate(blocks[1:], start=1):
        long_below -= len(block) > LONG
        if long_below < 3 and ENDS.match(block):
            return at
        begins = is_section(block) and (with_asides or not is_aside(block))
        begins = begins and not is_before_words(blocks, at)
        if begins and (at > 1 or len(blocks[0]) > LONG):
            return at
        near_the_end = len(blocks) - at <= LAST_LINES
        if (
            near_the_end
            and REFERENCES.match(block)
            and at + 1 < len(blocks)
            and CITED.search(blocks[at + 1])
        ):
            return at
        if near_the_end and (SIGNS_OFF.match(block) or DISCLAIMER.match(block)):
            return at
    return len(blocks)


def is_before_words(blocks: list[str], at: int) -> bool:
    """« À propos du budget : », and below it what somebody said: a subject of a speech."""
    after = blocks[at + 1] if at + 1 < len(blocks) else ""
    return blocks[at].rstrip(" *_").endswith(":") and after.lstrip(" *_-–—")[:1] in set('«“"')


def is_stamp(line: str) -> bool:
    """Whether it is an agency's own last line, which may say when."""
    return STAMP.match(line) is not None or AGENCY_END.match(line) is not None


def as_written(stamp: str) -> str:
    """The day of an agency's stamp as people write it: « 16mars2026 », « 211430 GMT août 2026 »."""
    stamp = re.sub(r"(?<!\d)(\d\d)\d{4}\s*(?:GMT|جمت)?\s+(?=[^\W\d])", r"\1 ", stamp)
    stamp = re.sub(r"(?<=\d)-?(?=[^\W\d_]{3})|(?<=[^\W\d_]{3})-?(?=\d)", " ", stamp)
    stamp = re.sub(r"(?<!\d)(\d{1,2}/\d{1,2}/)(\d\d)(?=$|\s)", r"\g<1>20\2", stamp)
    return re.sub(r"(?<=[^\W\d_]\s)(\d\d)(?=$|\s|\W)(?!\s+[^\W\d_]{3})", r"20\1", stamp)


def is_section(block: str) -> bool:
    """Whether it is the heading of something beside the text, or begins with one."""
    found = SECTION.match(block)
    if found is None:
        return is_aside(block) or COMMENTS.match(block) is not None
    bare = block.strip(" *#_")
    if len(bare) <= SECTION_LONGEST and not bare.endswith((".", "!", "…", "»")):
        return True
    # « À propos de l’Office : … », « Contact presse – … »
    return re.match(r"[^.:–—]{0,70}\s?[:–—]\s", block[found.end() :]) is not None


def is_of_the_page(block: str) -> bool:
    """Whether a short last line says of the page what holds for it, or has an address by post."""
    if len(block) >= 2 * LONGEST_CONTACT:
        return False
    is_address = not block.endswith(SENTENCE_ENDS[:-2]) and POSTAL.search(block) is not None
    return is_address or OF_THE_PAGE.match(block) is not None


def closes(block: str) -> bool:
    """Whether a last line is no sentence of the text: initials, an address, a telephone."""
    if len(block) <= LONGEST_INITIALS and INITIALS.match(block):
        return True
    if (
        DONE_AT.match(block)
        or AGENCY_END.match(block)
        or STAMP.match(block)
        or TO_BE_CONTINUED.match(block)
        or NO_TEXT.match(block)
        or PROMOTION.match(block)
        or paper_that_signs(block)
        or ATTACHED.match(block)
        or is_of_the_page(block)
        or WEB.match(block)
    ):
        return True
    if len(block) < 2 * LONGEST_CONTACT and MENU.search(block):
        return True
    if DISCLAIMER.match(block) or SIGNS_OFF.match(block):
        return True
    if len(block) > LONGEST_CONTACT or "http" in block or CONTACT.search(block) is None:
        return False
    is_sentence = block.endswith(".") and len(block.split()) >= FEWEST_OF_A_SENTENCE
    return not is_sentence or CONTACT_WORD.match(block) is not None
