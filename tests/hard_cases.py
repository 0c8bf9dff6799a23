"""What a newsroom will one day be given and no designer drew: the same rows each time.

The gallery, the measurements and the tests of the pages share it. Everything here is in both
languages; ``make`` fills an empty database and says nothing of what it already holds.
"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice
from typing import Any

from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from PIL import Image as Picture

from articles import models
from articles.languages import Language
from articles.management.demo.articles import seed
from tests.factories import (
    AffiliationFactory,
    ArticleFactory,
    CorrectionFactory,
    DocumentFactory,
    EventFactory,
    ImageFactory,
    LiveEntryFactory,
    OrganizationFactory,
    PressContactFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

NOON = datetime(2026, 10, 20, 12, tzinfo=UTC)
DEMO_ARTICLES = 60
PICTURES = 60
WORDS = 20_000

# The longest word readers of each language meet is far from this; wire copy has had longer.
LONG_WORD = {"fr": "anticonstitutionnellement" * 5, "ar": "أفاستسقيناكموها" * 8}
LONG_WORD = {code: word[:120] for code, word in LONG_WORD.items()}
SENTENCE = {
    "fr": "Réunis à Marrakech, les États membres ont adopté le Pacte mondial pour des migrations "
    "sûres, ordonnées et régulières, dont l’Observatoire africain suit l’application.",
    "ar": "اعتمدت الدول الأعضاء المجتمعة في مراكش الميثاق العالمي من أجل الهجرة الآمنة والمنظمة "
    "والنظامية، ويتولى المرصد الإفريقي للهجرة تتبع تنفيذه.",
}
HEADLINE = {code: f"{text} {text}"[:299] + "." for code, text in SENTENCE.items()}
OTHER_SCRIPT = {
    "fr": "Le communiqué « المغرب يترأس بالقاهرة جلسة عامة » de la جامعة الدول العربية, "
    "publié le 3 juillet 2024, cite l’ESCWA (الإسكوا) et António Vitorino.",
    "ar": "قال António Vitorino، مدير IOM، في بيان « Global Compact for Migration » الصادر عن "
    "UN-DESA يوم 3 يوليوز 2024 إن 75 % من الدول (SADC وECOWAS) وقعت عليه.",
}
ROW = {
    "fr": ["Royaume du Maroc", "12 345", "6 789", "+ 12,5 %", "1 203", "2024", "Marrakech", "Oui"],
    "ar": ["المملكة المغربية", "12.345", "6.789", "% 12,5 +", "1.203", "2024", "مراكش", "نعم"],
}
HEAD = {
    "fr": ["Pays", "Demandes", "Accords", "Évolution", "Refus", "Année", "Ville", "Publié"],
    "ar": ["البلد", "الطلبات", "الموافقات", "التطور", "الرفض", "السنة", "المدينة", "منشور"],
}
CODES = list(SENTENCE)


def make() -> None:
    """Fill an empty newsroom: the Cairo article, a usual week, and the hard cases."""
    call_command("loaddata", "cairo", verbosity=0)
    seed(DEMO_ARTICLES, progress=lambda done: None)
    make_pictured_articles()
    make_hard_articles()
    make_hard_records()
    make_static_pages()
    make_live_coverage()
    make_press_room()
    make_readers_by_mail()
    make_embargoed_copies()
    make_withdrawn_and_untranslated()
    make_front_pages()


def in_each(field: str, texts: dict[str, Any]) -> dict[str, Any]:
    """The columns of a translated field."""
    return {f"{field}_{code}": text for code, text in texts.items()}


def article(key: str, hours: int, **fields: Any) -> models.Article:
    """An article in both languages, published so many hours before noon."""
    paragraphs = {code: f"<p>{text}</p>" * 4 for code, text in SENTENCE.items()}
    defaults = {
        "live": CODES,
        "live_at": NOON - timedelta(hours=hours),
        **in_each("headline", SENTENCE),
        **in_each("standfirst", SENTENCE),
        **in_each("body", paragraphs),
        **in_each("slug", {code: f"{key}-{code}" for code in CODES}),
    }
    return ArticleFactory(key=key, **(defaults | fields))


def make_pictured_articles() -> None:
    """Sixty articles, each with a picture; every shape that cameras and screens make."""
    topic = models.Topic.objects.get(key="migration")
    for number in range(PICTURES):
        image = picture(number)
        headlines = {"fr": f"La photographie {number}", "ar": f"الصورة {number}"}
        one = article(
            f"pictured-{number}",
            hours=10 + number,
            lead_image=image,
            byline="Fatima-Zahra El Idrissi",
            **in_each("headline", headlines),
        )
        one.topics.add(topic)


def picture(number: int) -> models.Image:
    width, height = [(1200, 800), (1600, 900), (800, 1200), (900, 900)][number % 4]
    colour = (40 + number * 3 % 160, 90 + number * 7 % 120, 130 + number * 5 % 100)
    data = io.BytesIO()
    Picture.linear_gradient("L").resize((width, height)).convert("RGB").point(
        [value * colour[band] // 255 for band in range(3) for value in range(256)]
    ).save(data, "JPEG", quality=70)
    return ImageFactory(
        key=f"picture-{number}",
        file=ContentFile(data.getvalue(), name=f"{number}.jpg"),
        credit="Agence Maghreb Arabe Presse / Yassine Toumi",
        **in_each("alt", {"fr": "La salle de la session", "ar": "قاعة الجلسة"}),
        **in_each("caption", SENTENCE),
    )


def make_hard_articles() -> None:
    article("long-headline", 1, **in_each("headline", HEADLINE), lead_image=picture(100))
    article(
        "long-word",
        2,
        byline="Wolfeschlegelsteinhausenbergerdorff-Montalembert-Laroche-Foucauld",
        **in_each("headline", {code: f"A {word}" for code, word in LONG_WORD.items()}),
        **in_each("standfirst", LONG_WORD),
        **in_each("body", {code: f"<p>{word} {word}</p>" for code, word in LONG_WORD.items()}),
    )
    mixed = article(
        "other-script",
        3,
        byline="سلمى Ouazzani",
        **in_each("headline", OTHER_SCRIPT),
        **in_each("standfirst", OTHER_SCRIPT),
        **in_each("body", {code: f"<p>{text}</p>" * 3 for code, text in OTHER_SCRIPT.items()}),
    )
    QuoteFactory(
        article=mixed,
        speaker=SpeakerFactory(**in_each("name", {"fr": "محمد السادس", "ar": "António Vitorino"})),
        **in_each("text", OTHER_SCRIPT),
    )
    article("many-words", 4, **in_each("body", {code: chapters(code) for code in CODES}))
    article("wide-table", 5, **in_each("body", {code: table(code) for code in CODES}))


def chapters(code: str) -> str:
    """Twenty thousand words under headings of two levels, with lists and a quotation."""
    sentence = SENTENCE[code]
    title = " ".join(sentence.split()[:6])
    per_chapter = WORDS // 20
    words = " ".join(islice(cycle(sentence.split()), per_chapter))
    starts = range(0, len(words), 700)
    paragraph = "".join(f"<p>{words[start : start + 700]}</p>" for start in starts)
    rest = (
        f"<h3>{sentence}</h3><ul><li>{sentence}</li><li>{LONG_WORD[code]}</li></ul>"
        f"<blockquote><p>{sentence}</p></blockquote>"
    )
    return "".join(f"<h2>{title} {n}</h2>{paragraph}{rest}" for n in range(1, 21))


def table(code: str) -> str:
    """Sixteen columns, between two paragraphs."""
    head = "".join(f"<th>{word}</th>" for word in HEAD[code] * 2)
    row = "<tr>" + "".join(f"<td>{word}</td>" for word in ROW[code] * 2) + "</tr>"
    text = f"<p>{SENTENCE[code]}</p>"
    return f"{text}<table><tbody><tr>{head}</tr>{row * 12}</tbody></table>{text}"


def make_hard_records() -> None:
    """A speaker without a portrait, an event without an end, and names that go on and on."""
    organization = long_organization()
    speaker = speaker_without_portrait(organization)
    event = event_without_end()
    models.Participation.objects.create(event=event, organization=organization)
    models.Appearance.objects.create(event=event, speaker=speaker)
    source = SourceFactory(
        key="long-source",
        licence="CC BY-NC-ND 4.0 International, " * 6,
        **in_each("name", LONG_WORD),
        **in_each("credit_line", SENTENCE),
    )
    topic = TopicFactory(
        key="long-topic", **in_each("name", {c: w[:90] for c, w in LONG_WORD.items()})
    )
    told = article(
        "tied", 6, event=event, source=source, source_url="https://a.example/" + "b" * 300
    )
    told.topics.add(topic)
    told.mention(organization, speaker)
    QuoteFactory(article=told, speaker=speaker, spoken_at=event, **in_each("text", SENTENCE))
    CorrectionFactory(
        article=told,
        key="long-correction",
        **in_each("text", {code: f"{text} {LONG_WORD[code]}" for code, text in SENTENCE.items()}),
    )


def long_organization() -> models.Organization:
    return OrganizationFactory(
        key="long-organization",
        website="https://www." + "observatoire-" * 4 + "migration.example/",
        **in_each("name", HEADLINE | {code: text[:250] for code, text in HEADLINE.items()}),
        **in_each(
            "description", {code: f"{text}\n\n{LONG_WORD[code]}" for code, text in SENTENCE.items()}
        ),
    )


def speaker_without_portrait(organization: models.Organization) -> models.Speaker:
    """Somebody whose position goes on and on."""
    speaker = SpeakerFactory(
        key="no-portrait",
        **in_each("name", {"fr": LONG_WORD["fr"][:80], "ar": LONG_WORD["ar"][:80]}),
        **in_each("honorific", {"fr": "Son Excellence", "ar": "معالي"}),
        **in_each("biography", SENTENCE),
    )
    AffiliationFactory(
        speaker=speaker,
        organization=organization,
        since=date(2019, 1, 1),
        **in_each("position", {code: text[:290] for code, text in HEADLINE.items()}),
    )
    return speaker


def event_without_end() -> models.Event:
    """With a session that has none either."""
    event = EventFactory(
        key="open-event",
        starts_on=date(2026, 10, 19),
        ends_on=None,
        **in_each("name", {code: text[:250] for code, text in HEADLINE.items()}),
        **in_each("venue", {code: word[:120] for code, word in LONG_WORD.items()}),
        **in_each("description", SENTENCE),
    )
    EventFactory(
        key="open-session",
        parent=event,
        starts_on=date(2026, 10, 19),
        ends_on=None,
        **in_each("name", LONG_WORD),
    )
    return event


def make_static_pages() -> None:
    article("about-the-newsroom", 400, site_page="about")


def make_live_coverage() -> None:
    """One with more entries than a page has: the summary, long words, one corrected, one gone."""
    followed = article("followed-live", 300, kind="live")
    begun = NOON - timedelta(hours=299)
    pictures = list(models.Image.objects.order_by("pk")[:4]) or [None]
    models.LiveCoverage.objects.create(article=followed, started_at=begun)
    for number in range(30):
        at = begun + timedelta(minutes=10 * number)
        LiveEntryFactory(
            article=followed,
            at=at,
            is_pinned=number == 3,
            is_important=number % 4 == 0,
            byline="Salma Idrissi" if number % 5 == 0 else "",
            image=pictures[number % len(pictures)] if number % 6 == 4 else None,
            **in_each("headline", LONG_WORD if number == 28 else SENTENCE if number % 3 else {}),
            **in_each("body", {code: f"<p>{text}</p>" for code, text in SENTENCE.items()}),
        )
    later = begun + timedelta(days=1)
    newest = followed.live_entries.order_by("-at")
    corrected, gone = newest[1], newest[2]
    for code, text in SENTENCE.items():
        corrected.put(Language(code), reader_note=text, changed_at=later)
        gone.withdraw(Language(code), text, later)
    corrected.save()
    gone.save()


def make_press_room() -> None:
    """Whom to ask, by one line or by all, and a kit with a long name and pictures of every shape."""
    PressContactFactory(**in_each("name", LONG_WORD), **in_each("role", SENTENCE), spoken="fr ar")
    PressContactFactory(telephone="")
    kit = models.MediaKit(
        key="the-kit",
        **in_each("name", HEADLINE),
        **in_each("description", SENTENCE),
        **in_each("published_at", dict.fromkeys(CODES, NOON)),
    )
    kit.save()
    for order, image in enumerate(models.Image.objects.order_by("pk")[:6]):
        kit.pictures.create(image=image, order=order)
    kit.documents.create(document=DocumentFactory())
    kit.speakers.set(models.Speaker.objects.order_by("pk")[:3])
    kit.organizations.set(models.Organization.objects.order_by("pk")[:3])
    article("accreditation", 9, kind="accreditation")
    kit.articles.create(article=article("in-the-kit", 11, kind="communique"))


def make_readers_by_mail() -> None:
    """One who has not confirmed yet, and one who chose a little of everything."""
    for key, confirmed_at in (("who-asked", None), ("who-chose", NOON)):
        reader = models.Subscriber.objects.create(
            key=key, address=f"{key}@example.org", language=CODES[0], confirmed_at=confirmed_at
        )
        topic = models.Topic.objects.get(key="long-topic")
        event = models.Event.objects.get(key="cairo-review-2024")
        for about in ({}, {"topic": topic}, {"event": event}):
            reader.subscriptions.create(language=CODES[0], confirmed_at=confirmed_at, **about)


def make_embargoed_copies() -> None:
    """A text that two journalists were sent in each language: one copy was taken back."""
    ends = timezone.now() + timedelta(days=900)
    embargoed = article("embargoed", 6, kind="communique", embargoed_until=ends)
    for number, key in enumerate(("copy", "taken-back")):
        person = models.Journalist.objects.create(
            name="Nadia Alaoui",
            address=f"{key}@example.org",
            outlet="Le Journal de la Méditerranée",
        )
        for code in CODES:
            sending = embargoed.embargoed_sendings.create(language=code)
            sending.copies.create(
                key=f"{key}-{code}",
                journalist=person,
                state=models.EmbargoedCopy.State.SENT,
                taken_back_at=NOON if number else None,
            )


def make_withdrawn_and_untranslated() -> None:
    """An article taken back in both languages, and one that each language alone has."""
    article(
        "withdrawn",
        7,
        **in_each("status", dict.fromkeys(CODES, models.Status.WITHDRAWN)),
        **in_each("published_at", dict.fromkeys(CODES, NOON)),
    )
    for code in CODES:
        others = [other for other in CODES if other != code]
        article(
            f"only-{code}",
            8,
            live=[code],
            **{
                f"{field}_{other}": "" for field in ("headline", "slug", "body") for other in others
            },
        )


def make_front_pages() -> None:
    """Each composed by an editor: a lead, four beside it, a long river, three sections."""
    placed = ["long-headline", "other-script", "pictured-2", "long-word", "cairo-plenary-report"]
    for code in CODES:
        page = models.FrontPage.objects.create(language=code, river_size=30)
        for order, key in enumerate(placed):
            spot = models.Placement.Spot.TOP if order else models.Placement.Spot.LEAD
            one = models.Article.objects.get(key=key)
            models.Placement.objects.create(front_page=page, article=one, spot=spot, order=order)
        for order, key in enumerate(["migration", "demo-topic-0", "long-topic"]):
            topic = models.Topic.objects.get(key=key)
            models.Section.objects.create(front_page=page, topic=topic, order=order)
