"""The tables of the newsroom and the rules of one row."""

from .addresses import FormerAddress, FormerSlug
from .articles import Article
from .body_pictures import BodyPicture
from .content_changes import ContentChange
from .corrections import Correction
from .deliveries import Delivery
from .desk_habits import DeskHabits, SavedList, SeenNotice
from .documents import Attachment, Document
from .events import Appearance, Event, Participation
from .front_pages import FrontPage, Placement, Section
from .gazetteer import GazetteerEntry
from .glossary import Term
from .hub import HubNotice
from .images import Image
from .incoming import IncomingFeed, IncomingItem
from .live import EntryState, LiveCoverage, LiveEntry
from .mailing import MailDelivery, Mailing, MailRun, Subscriber, Subscription
from .memory import MemoryMark, Remembered
from .mentions import Mention
from .named_records import ListedRecord, NamedRecord
from .needed import Needed, NeededByReadersError
from .newsroom import AccountRow, MenuRow, Newsroom, NewsroomLink
from .notes import Note
from .organizations import Organization
from .pages import PageRecord
from .phases import Phase, Status
from .places import Place
from .press import KitArticle, KitDocument, KitPicture, MediaKit, PressContact
from .press_lists import EmbargoedCopy, EmbargoedSending, Journalist, PressList
from .previews import PreviewLink
from .proposals import Merge, Proposal, RecordRevision
from .quotes import Quote
from .received import ReceivedFile, ReceivedText, Reviewer
from .record import Record
from .revisions import Presence, Revision
from .search import SearchEntry, SearchName, SearchWord
from .sender_notices import SenderNotice
from .sent_forms import SentForm
from .site_pages import SitePage
from .sources import Source
from .speakers import Affiliation, Speaker
from .templates import ArticleTemplate
from .topics import Topic, TopicOfArticle
from .translations import Translation
from .urgent import UrgentBanner
from .users import User
from .workflow import Transition

__all__ = [
    "AccountRow",
    "Affiliation",
    "Appearance",
    "Article",
    "ArticleTemplate",
    "Attachment",
    "BodyPicture",
    "ContentChange",
    "Correction",
    "Delivery",
    "DeskHabits",
    "Document",
    "EmbargoedCopy",
    "EmbargoedSending",
    "EntryState",
    "Event",
    "FormerAddress",
    "FormerSlug",
    "FrontPage",
    "GazetteerEntry",
    "HubNotice",
    "Image",
    "IncomingFeed",
    "IncomingItem",
    "Journalist",
    "KitArticle",
    "KitDocument",
    "KitPicture",
    "ListedRecord",
    "LiveCoverage",
    "LiveEntry",
    "MailDelivery",
    "MailRun",
    "Mailing",
    "MediaKit",
    "MemoryMark",
    "Mention",
    "MenuRow",
    "Merge",
    "NamedRecord",
    "Needed",
    "NeededByReadersError",
    "Newsroom",
    "NewsroomLink",
    "Note",
    "Organization",
    "PageRecord",
    "Participation",
    "Phase",
    "Place",
    "Placement",
    "Presence",
    "PressContact",
    "PressList",
    "PreviewLink",
    "Proposal",
    "Quote",
    "ReceivedFile",
    "ReceivedText",
    "Record",
    "RecordRevision",
    "Remembered",
    "Reviewer",
    "Revision",
    "SavedList",
    "SearchEntry",
    "SearchName",
    "SearchWord",
    "Section",
    "SeenNotice",
    "SenderNotice",
    "SentForm",
    "SitePage",
    "Source",
    "Speaker",
    "Status",
    "Subscriber",
    "Subscription",
    "Term",
    "Topic",
    "TopicOfArticle",
    "Transition",
    "Translation",
    "UrgentBanner",
    "User",
]
