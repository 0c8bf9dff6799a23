"""The cast of the tests: real people, real places, in French and in Arabic.

An editor has made the records public; ``is_listed=False`` and ``visibility_fr="automatic"``
leave it to what is published about them.
"""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from django.utils.text import slugify
from pypdf import PdfWriter

from articles import models
from articles.models.addresses import SLUG_LENGTH


class Factory(factory.django.DjangoModelFactory):
    class Meta:
        abstract = True


class UserFactory(Factory):
    class Meta:
        model = models.User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person-{n}")
    is_staff = True
    password = factory.django.Password("marrakech-2018")


class PlaceFactory(Factory):
    class Meta:
        model = models.Place

    name_fr = "Le Caire"
    name_ar = "القاهرة"
    country = "EG"


class SourceFactory(Factory):
    class Meta:
        model = models.Source

    name_fr = factory.Sequence(lambda n: f"Agence {n}")
    name_ar = factory.Sequence(lambda n: f"وكالة {n}")
    is_listed = True
    homepage = "https://www.mapexpress.ma/"


class OrganizationFactory(Factory):
    class Meta:
        model = models.Organization

    name_fr = factory.Sequence(lambda n: f"Ligue arabe {n}")
    name_ar = factory.Sequence(lambda n: f"جامعة الدول العربية {n}")
    is_listed = True


class SpeakerFactory(Factory):
    class Meta:
        model = models.Speaker

    name_fr = factory.Sequence(lambda n: f"Ismail Chekkouri {n}")
    name_ar = factory.Sequence(lambda n: f"إسماعيل شكوري {n}")
    is_listed = True


class AffiliationFactory(Factory):
    class Meta:
        model = models.Affiliation

    speaker = factory.SubFactory(SpeakerFactory)
    organization = factory.SubFactory(OrganizationFactory)
    position_fr = "Directeur des questions globales"
    position_ar = "مدير القضايا الشاملة"


class EventFactory(Factory):
    class Meta:
        model = models.Event

    name_fr = factory.Sequence(lambda n: f"Deuxième examen régional {n}")
    name_ar = factory.Sequence(lambda n: f"الاستعراض الإقليمي الثاني {n}")
    visibility_fr = visibility_ar = "public"
    starts_on = date(2024, 7, 3)
    ends_on = date(2024, 7, 4)
    place = factory.SubFactory(PlaceFactory)


class TopicFactory(Factory):
    class Meta:
        model = models.Topic

    name_fr = factory.Sequence(lambda n: f"Migrations {n}")
    name_ar = factory.Sequence(lambda n: f"الهجرة {n}")
    is_listed = True


class TermFactory(Factory):
    class Meta:
        model = models.Term

    name_fr = factory.Sequence(lambda n: f"travailleur migrant {n}")
    name_ar = factory.Sequence(lambda n: f"عامل مهاجر {n}")


class GazetteerEntryFactory(Factory):
    class Meta:
        model = models.GazetteerEntry

    name_fr = factory.Sequence(lambda n: f"Vigie des nappes {n}")
    name_ar = factory.Sequence(lambda n: f"عين المياه الجوفية {n}")


class ArticleTemplateFactory(Factory):
    class Meta:
        model = models.ArticleTemplate

    name_fr = factory.Sequence(lambda n: f"Avis aux médias {n}")
    name_ar = factory.Sequence(lambda n: f"إشعار لوسائل الإعلام {n}")
    headline_fr = "Avis aux médias"
    headline_ar = "إشعار لوسائل الإعلام"
    body_fr = "<p>Les médias sont conviés à la session.</p>"
    body_ar = "<p>تدعى وسائل الإعلام إلى الجلسة.</p>"
    contact_fr = "<p>Contact : presse@example.org</p>"
    contact_ar = "<p>للاتصال: presse@example.org</p>"
    about_fr = "<h3>À propos de la Ligue</h3><p>La Ligue réunit 22 États.</p>"
    about_ar = "<h3>عن الجامعة</h3><p>تضم الجامعة 22 دولة.</p>"


class IncomingFeedFactory(Factory):
    class Meta:
        model = models.IncomingFeed

    name = factory.Sequence(lambda n: f"Agence {n}")
    address = factory.Sequence(lambda n: f"https://agence.example/{n}.rss")
    source = factory.SubFactory("tests.factories.SourceFactory")


class RememberedFactory(Factory):
    class Meta:
        model = models.Remembered

    source_language = "fr"
    target_language = "ar"
    source = factory.Sequence(lambda n: f"La session <em>plénière</em> numéro {n}.")
    target = factory.Sequence(lambda n: f"الجلسة <em>العامة</em> رقم {n}.")


class ImageFactory(Factory):
    class Meta:
        model = models.Image

    file = factory.django.ImageField(width=640, height=360)
    alt_fr = "La salle de la session plénière"
    alt_ar = "قاعة الجلسة العامة"


class DocumentFactory(Factory):
    class Meta:
        model = models.Document

    title_fr = factory.Sequence(lambda n: f"Le rapport annuel {n}")
    title_ar = factory.Sequence(lambda n: f"التقرير السنوي {n}")
    language = "fr"

    @factory.lazy_attribute
    def file(self):
        return ContentFile(a_pdf(self.title_fr or self.title_ar), "rapport annuel.pdf")


def a_pdf(words="Rapport"):
    """A PDF of one empty page, that no other is byte for byte."""
    writer, out = PdfWriter(), BytesIO()
    writer.add_blank_page(72, 72)
    writer.add_metadata({"/Title": words})
    writer.write(out)
    return out.getvalue()


class AttachmentFactory(Factory):
    class Meta:
        model = models.Attachment

    article = factory.SubFactory("tests.factories.ArticleFactory")
    document = factory.SubFactory(DocumentFactory)


class PressContactFactory(Factory):
    class Meta:
        model = models.PressContact

    name_fr = factory.Sequence(lambda n: f"Salma Idrissi {n}")
    name_ar = factory.Sequence(lambda n: f"سلمى الإدريسي {n}")
    telephone = "+212 5 37 00 00 00"
    mail = factory.Sequence(lambda n: f"presse{n}@example.org")


class MediaKitFactory(Factory):
    class Meta:
        model = models.MediaKit
        skip_postgeneration_save = True

    class Params:
        live = None

    name_fr = factory.Sequence(lambda n: f"Le dossier de la conférence {n}")
    name_ar = factory.Sequence(lambda n: f"ملف المؤتمر {n}")
    published_at_fr = factory.LazyAttribute(lambda kit: since("fr", kit.live))
    published_at_ar = factory.LazyAttribute(lambda kit: since("ar", kit.live))

    @factory.post_generation
    def pictures(self, create, images, **kwargs):
        for number, image in enumerate(images or []):
            models.KitPicture.objects.create(kit=self, image=image, order=number)

    @factory.post_generation
    def documents(self, create, documents, **kwargs):
        for number, document in enumerate(documents or []):
            models.KitDocument.objects.create(kit=self, document=document, order=number)


def since(code, live):
    """When a kit came out in a language: a minute ago, where it is live there."""
    return timezone.now() - timedelta(minutes=1) if code in (live or ()) else None


class ArticleFactory(Factory):
    """A draft in both languages; ``live=["fr"]`` publishes it in French."""

    class Meta:
        model = models.Article

    headline_fr = factory.Sequence(lambda n: f"Le Maroc préside une session plénière {n}")
    headline_ar = factory.Sequence(lambda n: f"المغرب يرأس جلسة عامة {n}")
    # As many letters as an address may have: PostgreSQL takes no more.
    slug_fr = factory.LazyAttribute(lambda o: slugify(o.headline_fr or "")[:SLUG_LENGTH])
    body_fr = "<p>Le Maroc a présidé, mercredi, une session plénière.</p>"
    body_ar = "<p>ترأس المغرب، يوم الأربعاء، جلسة عامة.</p>"
    original_language = "fr"

    class Params:
        live = ()
        live_at = datetime(2024, 7, 4, 10, tzinfo=UTC)

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        return kwargs

    @factory.lazy_attribute
    def status_fr(self):
        return models.Status.PUBLISHED if "fr" in self.live else models.Status.DRAFT

    @factory.lazy_attribute
    def status_ar(self):
        return models.Status.PUBLISHED if "ar" in self.live else models.Status.DRAFT

    @factory.lazy_attribute
    def published_at_fr(self):
        return self.live_at if "fr" in self.live else None

    @factory.lazy_attribute
    def published_at_ar(self):
        return self.live_at if "ar" in self.live else None


class QuoteFactory(Factory):
    class Meta:
        model = models.Quote

    article = factory.SubFactory(ArticleFactory)
    speaker = factory.SubFactory(SpeakerFactory)
    text_fr = "une session plénière"
    text_ar = "جلسة عامة"


class CorrectionFactory(Factory):
    class Meta:
        model = models.Correction

    article = factory.SubFactory(ArticleFactory)
    text_fr = "La session a eu lieu mercredi, non jeudi."
    text_ar = "انعقدت الجلسة يوم الأربعاء لا يوم الخميس."


class LiveEntryFactory(Factory):
    """An entry that readers of both languages have."""

    class Meta:
        model = models.LiveEntry

    article = factory.SubFactory(ArticleFactory, kind="live", live=["fr", "ar"])
    body_fr = factory.Sequence(lambda n: f"<p>La route de Setti Fadma est coupée ({n}).</p>")
    body_ar = factory.Sequence(lambda n: f"<p>الطريق إلى ستي فاطمة مقطوعة ({n}).</p>")
    state_fr = state_ar = "public"
    is_pinned = False
    is_summary_fr = is_summary_ar = factory.SelfAttribute("is_pinned")
    shown_at_fr = shown_at_ar = factory.SelfAttribute("at")
    changed_at_fr = changed_at_ar = factory.SelfAttribute("at")
    at = factory.LazyFunction(timezone.now)


class UrgentBannerFactory(Factory):
    class Meta:
        model = models.UrgentBanner

    text_fr = "Crue de l’Ourika : trois villages évacués"
    text_ar = "فيضان أوريكة: إجلاء سكان ثلاث قرى"
    begins_at = factory.LazyFunction(timezone.now)
    ends_at = factory.LazyAttribute(lambda one: one.begins_at + timedelta(hours=2))


class NoteFactory(Factory):
    class Meta:
        model = models.Note
        skip_postgeneration_save = True

    article = factory.SubFactory(ArticleFactory)
    author = factory.SubFactory(UserFactory)
    text = "Le nombre de participants est à vérifier."
