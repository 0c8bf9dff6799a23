"""What the desk says of each of its tables: to add one, to change one, to see one.

Django has one sentence for all (« Ajouter : article »). A language that agrees an article and a
gender with what it names needs a sentence for each.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class ModelWords(NamedTuple):
    """The sentences of one table."""

    add: str | Promise
    change: str | Promise
    see: str | Promise


WORDS: dict[str, ModelWords] = {
    "affiliation": ModelWords(
        _("Add an affiliation"), _("Change the affiliation"), _("See the affiliation")
    ),
    "appearance": ModelWords(
        _("Add an appearance"), _("Change the appearance"), _("See the appearance")
    ),
    "article": ModelWords(_("Write an article"), _("Change the article"), _("See the article")),
    "articletemplate": ModelWords(
        _("Add a template"), _("Change the template"), _("See the template")
    ),
    "correction": ModelWords(
        _("Add a correction"), _("Change the correction"), _("See the correction")
    ),
    "attachment": ModelWords(_("Add a document"), _("Change the document"), _("See the document")),
    "event": ModelWords(_("Add an event"), _("Change the event"), _("See the event")),
    "frontpage": ModelWords(
        _("Add a front page"), _("Compose the front page"), _("See the front page")
    ),
    "gazetteerentry": ModelWords(
        _("Add to the gazetteer"), _("Change the gazetteer entry"), _("See the gazetteer entry")
    ),
    "group": ModelWords(_("Add a role"), _("Change the role"), _("See the role")),
    "document": ModelWords(_("Add a document"), _("Change the document"), _("See the document")),
    "image": ModelWords(_("Add an image"), _("Change the image"), _("See the image")),
    "incomingfeed": ModelWords(
        _("Add an incoming feed"), _("Change the incoming feed"), _("See the incoming feed")
    ),
    "journalist": ModelWords(
        _("Add a journalist"), _("Change the journalist"), _("See the journalist")
    ),
    "kitarticle": ModelWords(_("Add an article"), _("Change the article"), _("See the article")),
    "kitdocument": ModelWords(_("Add a document"), _("Change the document"), _("See the document")),
    "kitpicture": ModelWords(_("Add an image"), _("Change the image"), _("See the image")),
    "mediakit": ModelWords(_("Add a media kit"), _("Change the media kit"), _("See the media kit")),
    "mention": ModelWords(_("Add a mention"), _("Change the mention"), _("See the mention")),
    "menurow": ModelWords(_("Add a link"), _("Change the link"), _("See the link")),
    "accountrow": ModelWords(_("Add an account"), _("Change the account"), _("See the account")),
    "newsroom": ModelWords(
        _("The newsroom’s settings"), _("The newsroom’s settings"), _("The newsroom’s settings")
    ),
    "note": ModelWords(_("Add a note"), _("Change the note"), _("See the note")),
    "organization": ModelWords(
        _("Add an organization"), _("Change the organization"), _("See the organization")
    ),
    "participation": ModelWords(
        _("Add a participation"), _("Change the participation"), _("See the participation")
    ),
    "place": ModelWords(_("Add a place"), _("Change the place"), _("See the place")),
    "placement": ModelWords(
        _("Place an article"), _("Change the placed article"), _("See the placed article")
    ),
    "presscontact": ModelWords(
        _("Add a press contact"), _("Change the press contact"), _("See the press contact")
    ),
    "presslist": ModelWords(
        _("Add a press list"), _("Change the press list"), _("See the press list")
    ),
    "quote": ModelWords(_("Add a quotation"), _("Change the quotation"), _("See the quotation")),
    "remembered": ModelWords(
        _("Add a remembered paragraph"),
        _("Change the remembered paragraph"),
        _("See the remembered paragraph"),
    ),
    "section": ModelWords(_("Add a section"), _("Change the section"), _("See the section")),
    "source": ModelWords(_("Add a source"), _("Change the source"), _("See the source")),
    "speaker": ModelWords(_("Add a speaker"), _("Change the speaker"), _("See the speaker")),
    "subscriber": ModelWords(
        _("Add a subscriber"), _("Change the subscriber"), _("See the subscriber")
    ),
    "term": ModelWords(_("Add a term"), _("Change the term"), _("See the term")),
    "topic": ModelWords(_("Add a topic"), _("Change the topic"), _("See the topic")),
    "topicofarticle": ModelWords(_("Add a topic"), _("Change the topic"), _("See the topic")),
    "urgentbanner": ModelWords(
        _("Announce something urgent"),
        _("Change the urgent announcement"),
        _("See the urgent announcement"),
    ),
    "user": ModelWords(_("Add an account"), _("Change the account"), _("See the account")),
}


def words_of(opts: Any) -> ModelWords:
    """The sentences of a table; of one that nobody gave any, Django's."""
    if opts.model_name in WORDS:
        return WORDS[opts.model_name]
    name = opts.verbose_name
    return ModelWords(_("Add %s") % name, _("Change %s") % name, _("View %s") % name)
