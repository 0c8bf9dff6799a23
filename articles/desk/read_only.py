"""Why a person reads a text and does not write it: who has it now, and what can be done."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.languages import Language
from articles.models import Article, Phase, User
from articles.models.permissions import EDIT_ANY_LANGUAGE


def why_read_only(article: Article, language: Language, user: User) -> str:
    """One sentence, or two; nothing where they may write it."""
    governing = article.working_copy_of or article
    if article.may_edit(user, language):
        return ""
    said = {"language": Language.active().name_of(language)}
    if not user.may_write(language):
        sentence = _(
            "Your account does not write in %(language)s: who does has this text. To have it "
            "changed, leave a note."
        )
        return sentence % said
    if not governing.is_written_by(user, language):
        sentence = _(
            "In %(language)s, this text is another’s: who wrote it, or may edit every article, "
            "has it. To have it changed, leave a note."
        )
        return sentence % said
    if governing.was_read_in(language):
        sentence = _(
            "In %(language)s, readers have had this text: who may publish changes it. To have it "
            "changed, leave a note."
        )
        return sentence % said
    sentence = _(
        "In %(language)s, this text is “%(state)s”: who may publish has it now. To go on writing, "
        "ask for it back in a note; once it is sent back, it is yours again."
    )
    return sentence % (said | {"state": governing.phase_in(language).label})


def read_only_languages(article: Article, user: User) -> Iterator[tuple[Language, str]]:
    """The languages that are this person's to write, and are held now, each with the reason."""
    governing = article.working_copy_of or article
    for language in Language.all():
        if governing.is_written_by(user, language) and (
            why := why_read_only(article, language, user)
        ):
            yield language, why


def taken_by_others(article: Article, user: User) -> Iterator[str]:
    """Of the languages that were this person's to write: who has them now, and what can be done."""
    governing = article.working_copy_of or article
    for language, why in read_only_languages(article, user):
        moves = governing.transitions.select_related("made_by").filter(language=language.code)
        move = moves.exclude(made_by=None).exclude(made_by=user).first()
        if move is not None:
            said = {
                "name": move.made_by,
                "language": Language.active().name_of(language),
                "state": move.get_to_status_display(),
            }
            if move.to_status == Phase.PUBLISHED:
                yield _("%(name)s published this text meanwhile (%(language)s).") % said
            else:
                yield _("%(name)s made it “%(state)s” meanwhile (%(language)s).") % said
        yield why


def why_form_is_read_only(article: Article, user: User) -> Iterator[str]:
    """Why a form of an article is only read, or some of it: a sentence for each language, or two.

    What holds in every language is spoken of where its reason is another than theirs.
    """
    held = [why_read_only(article, language, user) for language in Language.all()]
    yield from filter(None, held)
    if article.may_edit_facts(user) or all(held):
        return
    if user.has_perm(EDIT_ANY_LANGUAGE):
        yield _(
            "What holds in every language (source, event, picture …) is only read as well: one of "
            "the texts is no draft any more. To have it changed, leave a note."
        )
    else:
        yield _(
            "What holds in every language (source, event, picture …) is for who writes in all of "
            "them. To have it changed, leave a note."
        )
