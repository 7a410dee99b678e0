"""Actors: persons, organisations and acting states, with every mention, role and relation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefbook.model.citation import Citation


class ActorKind(StrEnum):
    """What sort of actor it is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GEOPOLITICAL = "geopolitical"


class MentionForm(StrEnum):
    """How a mention refers: by name, by description ("the minister"), by pronoun (ACE: NAM, NOM, PRO)."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOMINAL = "pronominal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where the article refers to an actor; `reason` explains a resolution that is not by name."""

    citation: Citation
    form: MentionForm = MentionForm.NAMED
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A post or affiliation (Popolo: membership).

    Attributes:
        title: The post as written ("Director").
        organization: Id of the organisation's or state's actor, when it is one of the article's actors.
        organization_name: Canonical name of the organisation or state, whenever known.
        former: The article says it is over.
        citations: The slices that state it, at least one.
        reason: Why the post is held there, when the article does not say so beside the title; else None.
    """

    title: str | None
    organization: str | None = None
    organization_name: str | None = None
    former: bool = False
    citations: tuple[Citation, ...]
    reason: str | None = None


class RelationType(StrEnum):
    """How one actor stands to another; read `subject TYPE actor`."""

    LEADS = "leads"
    SPOKESPERSON_OF = "spokesperson_of"
    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    ACCOMPANIED = "accompanied"
    ACCOMPANIED_BY = "accompanied_by"
    SUCCEEDED = "succeeded"
    RELATIVE_OF = "relative_of"
    MET = "met"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A directed relation to another actor of the article (`actor` is that actor's id)."""

    type: RelationType
    actor: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, organisation or acting state of one article.

    Attributes:
        id: Unique in the article, safe in a URL; made from the name.
        name: Fullest form of the name in the article.
        aliases: Every other form used as a name, in order of first use.
        mentions: In order of appearance.
    """

    id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()
    relations: tuple[Relation, ...] = ()
