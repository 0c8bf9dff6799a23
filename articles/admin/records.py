"""What the admins of records have: people, bodies, events, sources, places, topics, pictures."""

from __future__ import annotations

from .deletion import DeletionMixin
from .languages import NewsroomAdmin
from .proposing import ProposingMixin
from .record_history import RecordHistoryMixin


class RecordAdmin(ProposingMixin, RecordHistoryMixin, DeletionMixin, NewsroomAdmin):
    """What readers have of a record changes by right, and on record."""

    change_form_template = "admin/articles/record/change_form.html"
