"""Invented briefings, built by hand, so that pages are tested apart from what the extraction finds."""

from __future__ import annotations

from datetime import date

from briefbook.compose import check_citations, collect
from briefbook.model import (
    Actor,
    ActorKind,
    Article,
    Block,
    BlockKind,
    Book,
    BoundReason,
    Briefing,
    Channel,
    Citation,
    Credit,
    DateBounds,
    DateRange,
    Directness,
    ImageCredit,
    ImageRecord,
    LanguageModel,
    Meeting,
    MeetingPlace,
    MeetingStatus,
    MeetingTime,
    Mention,
    MentionForm,
    Participant,
    Place,
    Provenance,
    Relation,
    RelationType,
    Role,
    Source,
    SourceSentence,
    Statement,
    SummarySentence,
    TimelineEntry,
)

HEADLINE = "Harbour talks: Vellmark invites José Ørsted’s envoys"
STANDFIRST = "The two sides agreed to keep talking."
CAPTION = "Ferries wait at the pier in Port Ann, June 3, 2024 (photo credit: AGENCE NORD/ LENA SOLL)"
PARAGRAPHS = (
    "Lena Marsh, Director of the Harbour Office, met José Ørsted in Port Ann on Tuesday. The weather was mild.",
    "“We will find a berth for everybody,” Marsh said.",
    "Vellmark has invited Ørsted to Dunmoor for talks on ferry tolls next week.",
    "Reports of a meeting with the Toll Union were untrue, Marsh said. Gulls circled over the pier.",
)
PROVENANCE = Provenance(
    generator="0.0.test",
    language_model=LanguageModel(name="test_model", version="1.0", sha256="ab" * 32),
    lexicons_sha256="cd" * 32,
)


class Draft:
    """An article under construction, with citations found by their words."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def cite(self, words: str, block: int | None = None) -> Citation:
        """The first place where the words stand, in the given block or in any."""
        for candidate in self.article.blocks if block is None else (self.article.blocks[block],):
            start = candidate.text.find(words)
            if start >= 0:
                return Citation(block=candidate.number, start=start, end=start + len(words), exact=words)
        raise AssertionError(f"not in the article: {words!r}")

    def sentences(self) -> tuple[SourceSentence, ...]:
        """One sentence for each part of a prose block that ends with a full stop and a space."""
        found = [self.cite(part, block.number) for block in self.article.blocks for part in _parts(block)]
        return tuple(SourceSentence(number=n, citation=c) for n, c in enumerate(found, start=1))


def _parts(block: Block) -> list[str]:
    if block.kind is BlockKind.CAPTION:
        return [block.text]
    parts = block.text.split(". ")
    return [f"{part}." for part in parts[:-1]] + parts[-1:]


def article(
    *,
    id: str = "harbour-talks",
    headline: str | None = HEADLINE,
    standfirst: str | None = STANDFIRST,
    paragraphs: tuple[str, ...] = PARAGRAPHS,
    caption: str | None = CAPTION,
    date_published: str | None = None,
    language: str | None = "en",
    url: str | None = "https://news.example/harbour?id=1&lang=en",
    source_text: str | None = None,
) -> Article:
    """An article in memory with headline, standfirst, paragraphs and a captioned picture after the first."""
    kinds = [(BlockKind.HEADLINE, headline), (BlockKind.STANDFIRST, standfirst), (BlockKind.PARAGRAPH, paragraphs[0])]
    kinds += [(BlockKind.CAPTION, caption), *((BlockKind.PARAGRAPH, text) for text in paragraphs[1:])]
    kept = [(kind, text) for kind, text in kinds if text]
    blocks = tuple(Block(number=n, kind=kind, text=text) for n, (kind, text) in enumerate(kept))
    picture = ImageRecord(
        caption="Ferries wait at the pier in Port Ann, June 3, 2024",
        caption_block=next((b.number for b in blocks if b.kind is BlockKind.CAPTION), None),
        credit_line="photo credit: AGENCE NORD/ LENA SOLL",
    )
    return Article(
        id=id,
        source=Source(path=f"seeds/{id}.txt", sha256="0f" * 32),
        blocks=blocks,
        headline=headline,
        standfirst=standfirst,
        authors=("A. Writer",),
        publisher="The Ann Courier",
        date_published=date_published,
        language=language,
        url=url,
        images=(picture,) if caption else (),
        source_text=source_text,
    )


def briefing(**changes: object) -> Briefing:
    """The briefing of the invented article; `changes` are those of `article`."""
    draft = Draft(article(**changes))  # type: ignore[arg-type]
    made = Briefing(
        article=draft.article,
        date_bounds=_bounds(draft),
        summary=(SummarySentence(text=PARAGRAPHS[2], citations=(draft.cite(PARAGRAPHS[2]),)),),
        actors=_actors(draft),
        places=_places(draft),
        dates=(),
        meetings=_meetings(draft),
        statements=_statements(draft),
        timeline=_timeline(draft),
        credits=_credits(draft),
        findings=(),
        sentences=draft.sentences(),
        provenance=PROVENANCE,
    )
    check_citations(made)
    return made


def book(*briefings: Briefing, title: str = "Harbour briefing") -> Book:
    """A book of the given briefings, or of the invented one."""
    return collect(title, briefings or (briefing(),))


def empty(**changes: object) -> Briefing:
    """An article in which nothing was found."""
    draft = Draft(article(**changes))  # type: ignore[arg-type]
    return Briefing(
        article=draft.article,
        date_bounds=None,
        summary=(),
        actors=(),
        places=(),
        dates=(),
        meetings=(),
        statements=(),
        timeline=(),
        credits=tuple(ImageCredit(image=n) for n, _ in enumerate(draft.article.images)),
        findings=(),
        sentences=draft.sentences(),
        provenance=PROVENANCE,
    )


def _bounds(draft: Draft) -> DateBounds | None:
    if draft.article.date_published:
        return None
    reason = BoundReason(text="A picture is dated 3 June 2024.", citation=draft.cite("June 3, 2024"))
    return DateBounds(earliest=date(2024, 6, 3), reasons=(reason,))


def _actors(draft: Draft) -> tuple[Actor, ...]:
    marsh = Actor(
        id="lena-marsh",
        name="Lena Marsh",
        kind=ActorKind.PERSON,
        aliases=("Marsh",),
        mentions=(
            Mention(citation=draft.cite("Lena Marsh")),
            Mention(citation=draft.cite("Marsh", 4)),
            Mention(citation=draft.cite("We", 4), form=MentionForm.PRONOMINAL, reason="The speaker says “we”."),
        ),
        roles=(
            Role(
                title="Director",
                organization="harbour-office",
                organization_name="Harbour Office",
                citations=(draft.cite("Director of the Harbour Office"),),
            ),
        ),
        relations=(
            Relation(
                type=RelationType.LEADS,
                actor="harbour-office",
                citations=(draft.cite("Director of the Harbour Office"),),
            ),
            Relation(type=RelationType.MET, actor="jose-orsted", citations=(draft.cite("met José Ørsted"),)),
        ),
    )
    orsted = Actor(
        id="jose-orsted",
        name="José Ørsted",
        kind=ActorKind.PERSON,
        aliases=("Ørsted",),
        mentions=(Mention(citation=draft.cite("José Ørsted")), Mention(citation=draft.cite("Ørsted", 5))),
    )
    office = Actor(
        id="harbour-office",
        name="Harbour Office",
        kind=ActorKind.ORGANIZATION,
        mentions=(Mention(citation=draft.cite("Harbour Office")),),
    )
    vellmark = Actor(
        id="vellmark",
        name="Vellmark",
        kind=ActorKind.GEOPOLITICAL,
        mentions=(Mention(citation=draft.cite("Vellmark", 5)),),
    )
    return (marsh, orsted, office, vellmark)


def _places(draft: Draft) -> tuple[Place, ...]:
    return (
        Place(id="port-ann", name="Port Ann", country="NO", mentions=(draft.cite("Port Ann", 2),)),
        Place(id="dunmoor", name="Dunmoor", mentions=(draft.cite("Dunmoor"),)),
    )


def _party(draft: Draft, actor: str | None, name: str, as_written: str, reason: str | None = None) -> Participant:
    return Participant(
        actor=actor, name=name, as_written=as_written, citations=(draft.cite(as_written),), reason=reason
    )


def _meetings(draft: Draft) -> tuple[Meeting, ...]:
    first = PARAGRAPHS[0].split(". ")[0] + "."
    untrue = PARAGRAPHS[3].split(". ")[0] + "."
    held = Meeting(
        id="marsh-orsted",
        status=MeetingStatus.HELD,
        channel=Channel.IN_PERSON,
        trigger=draft.cite("met"),
        participants=(
            _party(draft, "lena-marsh", "Lena Marsh", "Lena Marsh"),
            _party(draft, "jose-orsted", "José Ørsted", "José Ørsted"),
        ),
        place=MeetingPlace(name="Port Ann", place="port-ann", citations=(draft.cite("Port Ann", 2),)),
        time=MeetingTime(
            text="on Tuesday",
            possible=DateRange(start=date(2024, 6, 4), end=date(2024, 6, 30)),
            basis="The article has no date; the text proves that it is not older than 3 June 2024.",
            citations=(draft.cite("on Tuesday"),),
        ),
        citations=(draft.cite(first),),
        reasons=("“met” reports a meeting as fact.",),
    )
    invited = Meeting(
        id="vellmark-orsted",
        status=MeetingStatus.INVITED,
        channel=Channel.UNSTATED,
        trigger=draft.cite("talks", 5),
        participants=(
            _party(draft, "vellmark", "Vellmark", "Vellmark"),
            _party(draft, "jose-orsted", "José Ørsted", "Ørsted", "“Ørsted” is the surname of José Ørsted."),
        ),
        place=MeetingPlace(name="Dunmoor", place="dunmoor", citations=(draft.cite("Dunmoor"),)),
        time=MeetingTime(text="next week", citations=(draft.cite("next week"),)),
        topic=draft.cite("talks on ferry tolls"),
        citations=(draft.cite(PARAGRAPHS[2]),),
        reasons=("“has invited” reports an invitation.",),
    )
    denied = Meeting(
        id="marsh-toll-union",
        status=MeetingStatus.DENIED,
        channel=Channel.UNSTATED,
        trigger=draft.cite("meeting", 6),
        participants=(_party(draft, None, "the Toll Union", "the Toll Union"),),
        citations=(draft.cite(untrue),),
        reasons=("The report is called untrue.",),
    )
    return (held, invited, denied)


def _statements(draft: Draft) -> tuple[Statement, ...]:
    said = Statement(
        id="marsh-1",
        speaker="lena-marsh",
        speaker_name="Lena Marsh",
        cue="said",
        content=(draft.cite("We will find a berth for everybody,"),),
        directness=Directness.DIRECT,
        citations=(draft.cite(PARAGRAPHS[1]),),
    )
    denied = Statement(
        id="marsh-2",
        speaker="lena-marsh",
        speaker_name="Lena Marsh",
        cue="said",
        content=(draft.cite("Reports of a meeting with the Toll Union were untrue"),),
        directness=Directness.INDIRECT,
        citations=(draft.cite(PARAGRAPHS[3].split(". ")[0] + "."),),
        denial=True,
    )
    return (said, denied)


def _timeline(draft: Draft) -> tuple[TimelineEntry, ...]:
    first = PARAGRAPHS[0].split(". ")[0] + "."
    return (
        TimelineEntry(
            label=draft.cite("Lena Marsh, Director of the Harbour Office, met José Ørsted in Port Ann"),
            time_text="on Tuesday",
            possible=DateRange(start=date(2024, 6, 4), end=date(2024, 6, 30)),
            actors=("lena-marsh", "jose-orsted"),
            meeting="marsh-orsted",
            citations=(draft.cite(first),),
        ),
        TimelineEntry(label=draft.cite(PARAGRAPHS[2]), time_text="next week", citations=(draft.cite(PARAGRAPHS[2]),)),
    )


def _credits(draft: Draft) -> tuple[ImageCredit, ...]:
    if not draft.article.images:
        return ()
    credit = Credit(photographers=("LENA SOLL",), agencies=("AGENCE NORD",))
    return (ImageCredit(image=0, credit=credit, date=date(2024, 6, 3), missing=("licence", "copyright notice")),)
