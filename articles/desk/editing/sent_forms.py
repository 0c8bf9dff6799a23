"""What is sent twice is done once: two clicks, a page gone back to, two requests at once.

Every form of the desk carries a word that its page was given (``new_token``). The first time
it comes, the word is claimed: whoever comes with the same one at the same moment waits until
that is done. From the word follow the keys of what the form makes, so that sent again it finds
what it made.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from articles.models import SentForm, User

WORD = re.compile("[0-9a-f]{24}")
KEPT_FOR = timedelta(days=2)


def new_token() -> str:
    return secrets.token_hex(12)


def is_token(word: str) -> bool:
    return WORD.fullmatch(word) is not None


def key_for(person: User, word: str, what: str) -> str:
    """The key of the row that a form makes: from its token, so that sending it twice makes one row.

    The account is part of it: nobody can name the key of what somebody else made.
    """
    named = f"{person.pk}:{word}:{what}".encode()
    return hashlib.blake2b(named, digest_size=10).hexdigest()


def claim(person: User, word: str, address: str, digest: str) -> tuple[SentForm, bool]:
    """The form of this word and address, and whether this is its first time; in a transaction.

    Whoever claims the same at the same time waits here until the first is done.
    """
    SentForm.objects.filter(person=person, sent_at__lt=timezone.now() - KEPT_FOR).delete()
    made = SentForm(person=person, digest=digest, key=key_for(person, word, address))
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        return SentForm.objects.select_for_update().get(key=made.key), False
    return made, True


def note_answer(
    form: SentForm, digest: str, led_to: str, left: Callable[[], dict[str, Any]]
) -> None:
    """Keep where a form led."""
    form.digest, form.led_to, form.left = digest, led_to[:500], left()
    form.sent_at = timezone.now()
    form.save()
