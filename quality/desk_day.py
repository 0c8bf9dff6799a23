"""What the pages of the desk show beside the public ones: a day's work of everybody.

``fill_desk`` comes after ``tests.hard_cases.make``.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from articles import models
from articles.models import Status

REPORTED = (
    "LE CAIRE, 4 juil 2024 (MAP) – Le Maroc a présidé mercredi une session.\n\n"
    "« Nous avons tenu parole », a déclaré Ismail Chekkouri, ambassadeur du Maroc."
)
EMBARGO = "SOUS EMBARGO jusqu’au 5 juillet 2030 à 12h00\n\n"
ARABIC_COPY = (
    "القاهرة 4 يوليوز 2024 (ومع) – ترأس المغرب يوم الأربعاء جلسة عامة حول الهجرة.\n\n"
    "وقال السفير إن الدول الأعضاء، والشركاء الإفريقيين، وفوا بما التزموا به."
)


def fill_desk() -> None:
    from tests import factories
    from tests.conftest import member_of

    chief, reporter, translator = (member_of(role) for role in ("chief", "reporter", "translator"))
    write_texts(chief, reporter)
    schedule()
    receive_texts(chief)
    feed_inbox()
    propose_records(translator)
    for make in (
        factories.ArticleTemplateFactory,
        factories.DocumentFactory,
        factories.GazetteerEntryFactory,
        factories.IncomingFeedFactory,
        factories.ImageFactory,
        factories.RememberedFactory,
        factories.TermFactory,
        factories.UrgentBannerFactory,
        factories.CorrectionFactory,
    ):
        make()
    write_to_the_press()


def add_accounts(language: str, password: str) -> None:
    """Who looks at the pages in a language: one who may do all, and one who only writes."""
    for role in ("chief", "reporter"):
        make = models.User.objects.create_user
        if role == "chief":
            make = models.User.objects.create_superuser
        user = make(f"{role}-{language}", password=password)
        user.language = language
        user.languages, user.is_staff = ["fr", "ar"], True
        user.save()
        user.groups.add(Group.objects.get(name=role))
        user.saved_lists.create(name="Sans image", question="picture=without")
        user.saved_lists.create(name="بلا صورة", question="picture=without", is_shared=True)
        send_back(user)
        receive_texts(user)


def send_back(writer: models.User) -> None:
    """A text of this person that came back, with its reason, and one that waits."""
    from tests.factories import ArticleFactory

    chief = models.User.objects.get(username="chief")
    article: Any = ArticleFactory(created_by=writer)
    for code, note in (("fr", "Il manque la source."), ("ar", "الأرقام غير مطابقة للبيان.")):
        article.move(code, Status.IN_REVIEW, by=writer)
        article.move(code, Status.DRAFT, by=chief, note=note)
    ArticleFactory(created_by=writer, status_fr="in_review", status_ar="draft")


def write_texts(chief: models.User, reporter: models.User) -> None:
    """Drafts, what is said of them, a working copy, and versions to compare."""
    from articles.desk.editing import history
    from articles.desk.editing.working_copies import open_copy
    from articles.desk.notes import leave_note
    from tests.factories import ArticleFactory

    ArticleFactory(created_by=reporter)
    begun: Any = ArticleFactory(created_by=reporter, dateline=None)
    leave_note(begun, "@chief Le nombre est à vérifier.", by=reporter)
    leave_note(begun, "@chief يجب التحقق من العدد، قبل النشر.", by=reporter)
    cairo = models.Article.objects.get(key="cairo-plenary-report")
    history.catch_up(cairo)
    copy = open_copy(cairo, by=chief)
    copy.headline_fr = f"Au Caire : {copy.headline_fr}"
    copy.standfirst_ar = f'{copy.standfirst_ar} وقال "نعم" .'
    copy.save()
    history.keep_if_changed(copy, by=chief)
    deleted: Any = ArticleFactory(created_by=chief)
    history.keep_if_changed(deleted, by=chief)
    deleted.delete()


def schedule() -> None:
    """Texts in every state between a draft and what readers have."""
    from tests.factories import ArticleFactory

    now = timezone.now()
    ArticleFactory(status_fr="in_review", status_ar="ready")
    ArticleFactory(status_fr="published", published_at_fr=now + timedelta(hours=3))
    ArticleFactory(
        status_fr="published", published_at_fr=now, embargoed_until=now + timedelta(hours=2)
    )
    ArticleFactory(live=["fr", "ar"], live_until_fr=now + timedelta(days=2))


def receive_texts(by: models.User) -> None:
    """Texts that somebody sent in: with every question on one, not read, and not read yet."""
    from articles.wire.batches import keep_for_later
    from articles.wire.receiving import of_bytes, receive

    for text in (EMBARGO + REPORTED.replace(" (MAP)", ""), ARABIC_COPY, "Un mot. " * 30):
        receive(of_bytes(f"{text[:8]}.txt", text.encode()), by)
    receive(of_bytes("vide.pdf", b"%PDF-1.4 rien"), by)
    keep_for_later(of_bytes("suite.txt", b"La suite."), by, "", "together")


def feed_inbox() -> None:
    """What a feed brought that was read, and the feed that answers no more."""
    from tests.factories import ArticleFactory, SourceFactory

    source: Any = SourceFactory()
    feed = models.IncomingFeed.objects.create(
        name="Fil Atlas",
        address="https://agence.example/fil",
        source=source,
        error="Le site répond par une erreur (503).",
        failures=2,
    )
    for number, text in enumerate(models.ReceivedText.objects.order_by("pk")[1:3]):
        near: Any = ArticleFactory() if number else None
        models.IncomingItem.objects.create(
            feed=feed,
            item_id=f"{number}",
            digest=f"{number}",
            headline=text.title or "Un titre",
            language=text.language,
            text=text,
            version=number + 1,
            near=near,
            came_at=timezone.now() - timedelta(hours=number),
        )


def propose_records(by: models.User) -> None:
    """What somebody who may not change it would change of a record."""
    from articles.desk.library.proposals import propose

    for model in (models.Speaker, models.Organization, models.Image):
        record: Any = model._default_manager.order_by("pk").first()
        field = "alt_ar" if model is models.Image else "name_ar"
        before = {"fields": {field: getattr(record, field)}}
        propose(record, before, {"fields": {field: f"{getattr(record, field)} الجديد"}}, by=by)


def write_to_the_press() -> None:
    listed = models.PressList.objects.create(name="Rabat")
    models.PressList.objects.create(name="صحافة القاهرة")
    journalist = models.Journalist.objects.create(
        name="Nadia Berrada", address="nadia@example.org", language="fr"
    )
    journalist.lists.add(listed)
    models.Subscriber.objects.create(address="lectrice@example.org", language="fr")
