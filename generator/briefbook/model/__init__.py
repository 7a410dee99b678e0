"""The types that travel between the rooms: frozen, keyword-only, standard library only."""

from __future__ import annotations

from briefbook.model.actor import Actor, ActorKind, Mention, MentionForm, Relation, RelationType, Role
from briefbook.model.article import PROSE, Article, Block, BlockKind, ImageRecord, PictureFile, Source
from briefbook.model.book import Appearance, Book, BookActor
from briefbook.model.briefing import Briefing, LanguageModel, Provenance, SourceSentence
from briefbook.model.citation import Citation
from briefbook.model.credit import Credit, ImageCredit, Licence
from briefbook.model.finding import Finding, Severity
from briefbook.model.meeting import Channel, Meeting, MeetingPlace, MeetingStatus, MeetingTime, Participant
from briefbook.model.page import BinaryFile, Feed, Hosted, OutputFile, Page
from briefbook.model.place import Place
from briefbook.model.statement import Directness, Statement
from briefbook.model.summary import SummarySentence
from briefbook.model.timeline import EventStatus, TimelineEntry
from briefbook.model.timex import BoundReason, DateBounds, DateRange, Timex, TimexType

__all__ = [
    "PROSE",
    "Actor",
    "ActorKind",
    "Appearance",
    "Article",
    "BinaryFile",
    "Block",
    "BlockKind",
    "Book",
    "BookActor",
    "BoundReason",
    "Briefing",
    "Channel",
    "Citation",
    "Credit",
    "DateBounds",
    "DateRange",
    "Directness",
    "EventStatus",
    "Feed",
    "Finding",
    "Hosted",
    "ImageCredit",
    "ImageRecord",
    "LanguageModel",
    "Licence",
    "Meeting",
    "MeetingPlace",
    "MeetingStatus",
    "MeetingTime",
    "Mention",
    "MentionForm",
    "OutputFile",
    "Page",
    "Participant",
    "PictureFile",
    "Place",
    "Provenance",
    "Relation",
    "RelationType",
    "Role",
    "Severity",
    "Source",
    "SourceSentence",
    "Statement",
    "SummarySentence",
    "TimelineEntry",
    "Timex",
    "TimexType",
]
