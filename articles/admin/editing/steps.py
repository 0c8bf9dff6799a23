"""What the form of an article goes through, in order: this list is what happens on save."""

from __future__ import annotations

from ..base import say_letters_as_written, say_new_addresses
from ..publication.abridged import show_what_readers_have
from ..publication.embargoes import settle_embargo_line
from ..publication.moves import (
    make_move,
    name_author,
    save_or_ask_again,
    say_what_readers_have,
    write_changed_columns,
)
from ..publication.typography import correct_typography
from ..site_pages import lead_to_written, settle_site_page
from .forged import refuse_forged
from .gone_references import ask_for_references
from .history import keep_revision
from .merging import hold_article, merge_article
from .more_rows import add_rows
from .presence import note_who_opens
from .sent_forms import name_new_record, save_once
from .submission import SaveSteps, on_arrival, on_writing, once_valid, once_written
from .working_copies import publish_working_copy, sync_texts_never_published, use_working_copy

STEPS = SaveSteps(
    on_arrival(
        save_once,
        add_rows,
        lead_to_written,
        show_what_readers_have,
        use_working_copy,
        note_who_opens,
        hold_article,
        refuse_forged,
        merge_article,
        correct_typography,
        save_or_ask_again,
    ),
    # Django reads the form and validates it; the model says in ``clean`` what a text would lack.
    once_valid(name_new_record, settle_site_page, settle_embargo_line),
    on_writing(name_author, write_changed_columns),
    # Django writes the rows: quotations, mentions, topics, corrections.
    once_written(
        ask_for_references,
        say_new_addresses,
        say_letters_as_written,
        make_move,
        say_what_readers_have,
        keep_revision,
        sync_texts_never_published,
        publish_working_copy,
    ),
)
