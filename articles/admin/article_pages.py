"""The pages of articles beside Django's own: which there are, at which address."""

from __future__ import annotations

from .dashboard.board import AssignTranslations, BoardPage, TakeTranslation
from .dashboard.calendar import CalendarPage, MovePage
from .dashboard.notices import NoticesPage
from .dashboard.step_page import StepPage
from .editing.changes import ChangesPage
from .editing.discarding import DiscardPage
from .editing.duplicating import DuplicatePage
from .editing.embeds import EmbedPage
from .editing.history import AuthorsPage, DeletedArticlesPage, RestoreArticle
from .editing.notes import NotesPage, SettleNote
from .editing.own_pages import OwnPagesPage
from .editing.presence import PresencePage
from .editing.quotes_to_choose import ChooseQuotes
from .finding.page import FindPage
from .importing.inbox import InboxPage
from .importing.pages import NoSuchPage, ReceivedFilePage, ReceivePage
from .importing.review import ReviewPage
from .importing.sender_notices import SettleNotice
from .listing.bulk_action_page import BulkActionPage
from .listing.columns import ColumnsPage
from .listing.quick_look import QuickLookPage
from .listing.saved_lists import SavedListsPage
from .live.desk_page import LiveActs, LiveDeskPage, LiveEntryPage
from .mailing.embargoed import EmbargoedSendingPage
from .pages import DeskPage
from .publication.button_labels import LabelsPage
from .publication.checks import ChecksPage
from .publication.preview import PreviewFramePage
from .publication.publish_page import PublishPage
from .publication.typography import TypographyPage
from .site_pages import SitePagesPage
from .templates import TemplatesPage
from .translation.machine import MachinePage
from .translation.suggestions import SuggestionsPage
from .translation.translation_page import TranslationPage
from .translation.xliff import ExportPage, ImportPage

PAGES: list[tuple[type[DeskPage], str, str]] = [
    # Texts that come in.
    (ReceivePage, "import/", "import"),
    (InboxPage, "import/inbox/", "import_inbox"),
    (ReviewPage, "import/<int:pk>/", "import_review"),
    (ReceivedFilePage, "import/files/<int:pk>/", "import_file"),
    (NoSuchPage, "import/<path:rest>", "import_nothing"),
    # Everything.
    (FindPage, "find/", "find"),
    (NoticesPage, "notices/", "notices"),
    (CalendarPage, "calendar/", "calendar"),
    (MovePage, "calendar/move/", "calendar_move"),
    # The list.
    (SavedListsPage, "lists/", "lists"),
    (ColumnsPage, "columns/", "article_columns"),
    (BulkActionPage, "together/", "article_together"),
    (QuickLookPage, "<int:pk>/look/", "article_look"),
    # Texts that begin with others.
    (TemplatesPage, "templates/", "article_templates"),
    (SitePagesPage, "pages/", "site_pages"),
    (ChooseQuotes, "<int:pk>/quotes/", "article_quotes"),
    (DuplicatePage, "<int:pk>/duplicate/", "article_duplicate"),
    # Working copies, history, notes.
    (ChangesPage, "<path:object_id>/changes/", "article_changes"),
    (DiscardPage, "<path:object_id>/discard/", "article_discard"),
    (PresencePage, "<path:object_id>/presence/", "article_presence"),
    (DeletedArticlesPage, "deleted/", "article_deleted"),
    (AuthorsPage, "<path:object_id>/authors/", "article_authors"),
    (RestoreArticle, "<path:object_id>/restore/", "article_restore"),
    (NotesPage, "<int:pk>/notes/", "article_notes"),
    (SettleNote, "<int:pk>/notes/<int:note>/", "article_note"),
    (SettleNotice, "<int:pk>/sender-notices/<int:notice>/", "article_sender_notice"),
    # Live coverages.
    (LiveDeskPage, "<int:pk>/live/", "article_live"),
    (LiveEntryPage, "<int:pk>/live/<int:entry>/", "article_live_entry"),
    (LiveActs, "<int:pk>/live/<slug:act>/", "article_live_act"),
    # On the way to readers.
    (PreviewFramePage, "<int:pk>/preview/<language:language>/", "article_preview"),
    (EmbargoedSendingPage, "<int:pk>/embargoed/<language:language>/", "article_embargoed"),
    (PublishPage, "<int:pk>/publish/<language:language>/", "article_publish"),
    (StepPage, "<int:pk>/step/<language:language>/", "article_step"),
    (LabelsPage, "labels/", "article_labels"),
    (LabelsPage, "<int:pk>/labels/", "article_labels"),
    (TypographyPage, "typography/", "article_typography"),
    (EmbedPage, "embed/", "article_embed"),
    (OwnPagesPage, "own-pages/", "article_own_pages"),
    (ChecksPage, "<path:object_id>/checks/", "article_checks"),
    # Translation.
    (BoardPage, "translations/", "translations"),
    (AssignTranslations, "translations/assign/", "translations_assign"),
    (TakeTranslation, "translations/take/", "translations_take"),
    (TranslationPage, "<int:pk>/translate/<language:language>/", "article_translate"),
    (MachinePage, "<int:pk>/translate/<language:language>/machine/", "article_machine"),
    (SuggestionsPage, "<int:pk>/translate/<language:language>/suggestions/", "article_suggestions"),
    (ImportPage, "xliff/", "article_xliff_import"),
    (ExportPage, "<int:pk>/translate/<language:language>/xliff/", "article_xliff_export"),
]
"""The pages of articles beside Django's: each with its address and its name."""
