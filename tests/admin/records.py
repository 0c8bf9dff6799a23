"""Records of every kind, as an article shows them and as the desk changes them."""

from django.urls import reverse
from lxml import html

from articles.models import Document, Image, Proposal
from tests.factories import (
    AttachmentFactory,
    DocumentFactory,
    EventFactory,
    ImageFactory,
    OrganizationFactory,
    PlaceFactory,
    QuoteFactory,
    SourceFactory,
    SpeakerFactory,
    TopicFactory,
)

NEW = "Un autre nom, que les lecteurs n’ont pas lu"
FACTORIES = {
    "document": DocumentFactory,
    "image": ImageFactory,
    "place": PlaceFactory,
    "event": EventFactory,
    "source": SourceFactory,
    "topic": TopicFactory,
    "speaker": SpeakerFactory,
    "organization": OrganizationFactory,
}
KINDS = list(FACTORIES)


def unlisted_event():
    return EventFactory(visibility_fr="automatic", visibility_ar="automatic")


def shown_by(article, kind):  # noqa: PLR0911
    """A record of a kind that an article shows, and that nobody has made public by itself."""
    if kind == "image":
        article.lead_image = ImageFactory(caption_fr="La salle")
        article.save()
        return article.lead_image
    if kind == "document":
        return AttachmentFactory(article=article).document
    if kind == "place":
        article.dateline = PlaceFactory()
        article.save()
        return article.dateline
    if kind == "event":
        article.event = unlisted_event()
        article.save()
        return article.event
    if kind == "source":
        article.source = SourceFactory(is_listed=False)
        article.save()
        return article.source
    if kind == "topic":
        topic = TopicFactory(is_listed=False)
        article.topics.add(topic)
        return topic
    if kind == "speaker":
        return QuoteFactory(article=article, speaker=SpeakerFactory(is_listed=False)).speaker
    body = OrganizationFactory(is_listed=False)
    article.mention(body)
    return body


def page_of(record, name="change", *args):
    return reverse(f"admin:articles_{record._meta.model_name}_{name}", args=[record.pk, *args])


def form_of(client, record):
    """What a browser would send of the form of a record, without its buttons and files."""
    page = html.fromstring(client.get(page_of(record)).text)
    form = page.get_element_by_id(f"{record._meta.model_name}_form")
    return {
        name: value.removeprefix("\n")
        for name, value in form.form_values()
        if "__prefix__" not in name and form.inputs[name].get("type") != "file"
    }


def named(record):
    if isinstance(record, Document):
        return "title_fr"
    return "caption_fr" if isinstance(record, Image) else "name_fr"


def rename(client, record, to=NEW, **more):
    return client.post(page_of(record), form_of(client, record) | {named(record): to} | more)


def stored(record):
    return getattr(type(record)._base_manager.get(pk=record.pk), named(record))


def accept(client, record, **chosen):
    proposal = Proposal.objects.get()
    page = client.get(page_of(record, "proposal", proposal.pk))
    form = html.fromstring(page.text).xpath("//form[.//input[@name='_accept']]")[0]
    return client.post(
        page_of(record, "proposal", proposal.pk),
        dict(form.form_values()) | {"_accept": "1"} | chosen,
    )


def is_there(record):
    return type(record)._base_manager.filter(pk=record.pk).exists()
