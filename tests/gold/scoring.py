"""Precision and recall of each room on annotated articles; every figure is better when larger, 1 is perfect.

Meetings are matched one to one by shared evidence, then by participants; actors by name; a statement is found when
one of ours cites its sentence.  What both sides have is a hit; recall counts hits per gold item, precision per item
of ours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from briefbook.model import Actor, ActorKind, Briefing, Citation, Meeting, Participant, Role

from tests.gold.corpus import GoldArticle, days
from tests.gold.matching import same_name, same_sentence, titled

Tally = Counter[str]
Gold = dict[str, Any]

FIGURES = {
    "actors recall": ("actor hit", "actor gold"),
    "actors precision": ("actor right", "actor ours"),
    "main actors recall": ("main hit", "main gold"),
    "actors unsplit": ("actor whole", "actor found"),
    "roles recall": ("role hit", "role gold"),
    "roles precision": ("role right", "role ours"),
    "statements recall": ("said hit", "said gold"),
    "statements precision": ("said right", "said ours"),
    "speakers right": ("speaker right", "said hit"),
    "meetings recall": ("meeting hit", "meeting gold"),
    "meetings precision": ("meeting right", "meeting ours"),
    "status right": ("status right", "meeting matched"),
    "participants recall": ("participant hit", "participant gold"),
    "participants precision": ("participant right", "participant ours"),
    "place right": ("place right", "place gold"),
    "place not invented": ("place none", "place unstated"),
    "days right": ("days right", "days gold"),
    "key facts covered": ("fact hit", "fact gold"),
    "summaries within 120 words": ("summary within", "summary"),
}
"""Name of each figure, with the counts it divides."""


def figures(pairs: Iterable[tuple[GoldArticle, Briefing]]) -> dict[str, float]:
    """All figures over pairs of annotated article and our briefing of it; 1 where nothing was to be found."""
    tally: Tally = Counter()
    for article, briefing in pairs:
        for count in (_actors, _statements, _meetings, _summary):
            tally += count(article.gold, briefing)
    return {name: tally[hit] / tally[all_] if tally[all_] else 1.0 for name, (hit, all_) in FIGURES.items()}


def _forms(gold: Gold) -> dict[str, list[str]]:
    """Every form of each gold actor's name."""
    return {actor["name"]: [actor["name"], *actor["aliases"]] for actor in gold["actors"]}


def _named(actor: Actor) -> list[str]:
    return [actor.name, *actor.aliases]


def _cites(citations: Iterable[Citation], evidence: str) -> bool:
    return any(same_sentence(citation.exact, evidence) for citation in citations)


def _actors(gold: Gold, briefing: Briefing) -> Tally:
    """Persons and organisations; states are scored only where they take part in something."""
    wanted = [actor for actor in gold["actors"] if actor["kind"] != "geopolitical"]
    ours = [actor for actor in briefing.actors if actor.kind is not ActorKind.GEOPOLITICAL]
    matched: dict[str, list[Actor]] = {}
    for actor in ours:
        if (found := _match(actor, wanted)) is not None:
            matched.setdefault(found["name"], []).append(actor)
    main = {actor["name"] for actor in wanted if actor["main"]}
    tally: Tally = Counter()
    tally.update(
        {"actor gold": len(wanted), "actor hit": len(matched), "actor ours": len(ours), "actor found": len(matched)}
    )
    tally.update(
        {"actor right": sum(map(len, matched.values())), "actor whole": sum(len(a) == 1 for a in matched.values())}
    )
    tally.update({"main gold": len(main), "main hit": len(main & matched.keys())})
    for actor in wanted:
        tally += _roles(actor["roles"], matched.get(actor["name"], []), _forms(gold), briefing)
    tally["role ours"] = sum(len(actor.roles) for actor in ours if actor.kind is ActorKind.PERSON)
    return tally


def _match(actor: Actor, wanted: list[Gold]) -> Gold | None:
    """The gold actor that ours is: one that has its very name, else one whose name agrees."""
    exact = (g for g in wanted if actor.name.casefold() in {form.casefold() for form in (g["name"], *g["aliases"])})
    agreeing = (g for g in wanted if same_name([actor.name], [g["name"], *g["aliases"]]))
    return next(exact, None) or next(agreeing, None)


def _roles(wanted: list[Gold], matched: list[Actor], forms: dict[str, list[str]], briefing: Briefing) -> Tally:
    by_id = {actor.id: actor for actor in briefing.actors}
    tally: Tally = Counter({"role gold": len(wanted)})
    ours = [role for actor in matched if actor.kind is ActorKind.PERSON for role in actor.roles]
    tally["role hit"] = sum(any(_same_role(role, g, forms, by_id) for role in ours) for g in wanted)
    tally["role right"] = sum(any(titled(role.title or "") & titled(g["title"]) for g in wanted) for role in ours)
    return tally


def _same_role(role: Role, gold: Gold, forms: dict[str, list[str]], by_id: dict[str, Actor]) -> bool:
    """A common word in the title, the organisation that gold names, and over or not over alike."""
    if not titled(role.title or "") & titled(gold["title"]) or role.former != gold["former"]:
        return False
    if gold["organization"] is None:
        return True
    names = _named(by_id[role.organization]) if role.organization in by_id else []
    return same_name([*names, role.organization_name or ""], forms[gold["organization"]])


def _statements(gold: Gold, briefing: Briefing) -> Tally:
    forms, by_id = _forms(gold), {actor.id: actor for actor in briefing.actors}
    tally: Tally = Counter({"said gold": len(gold["statements"]), "said ours": len(briefing.statements)})
    for wanted in gold["statements"]:
        found = [ours for ours in briefing.statements if _cites(ours.citations, wanted["evidence"])]
        speakers = [[s.speaker_name, *(_named(by_id[s.speaker]) if s.speaker in by_id else [])] for s in found]
        tally["said hit"] += bool(found)
        tally["speaker right"] += any(
            same_name(names, forms.get(wanted["speaker"], [wanted["speaker"]])) for names in speakers
        )
    evidence = [wanted["evidence"] for wanted in gold["statements"]]
    tally["said right"] = sum(any(_cites(ours.citations, text) for text in evidence) for ours in briefing.statements)
    return tally


def _meetings(gold: Gold, briefing: Briefing) -> Tally:
    pairs = _pair(gold, briefing)
    clear = [id(wanted) for wanted in gold["meetings"] if wanted["clarity"] == "clear"]
    tally: Tally = Counter({"meeting gold": len(clear), "meeting ours": len(briefing.meetings)})
    tally["meeting right"] = tally["meeting matched"] = len(pairs)
    tally["meeting hit"] = sum(id(wanted) in clear for wanted, _ in pairs)
    for wanted, ours in pairs:
        tally["status right"] += wanted["status"] == ours.status
        tally += _participants(wanted, ours, gold, briefing)
        tally += _where_and_when(wanted, ours)
    return tally


def _pair(gold: Gold, briefing: Briefing) -> list[tuple[Gold, Meeting]]:
    """Gold meetings and ours, one to one, those that share most evidence and participants first."""
    rated = []
    for i, wanted in enumerate(gold["meetings"]):
        for j, ours in enumerate(briefing.meetings):
            if shared := sum(_cites(ours.citations, text) for text in wanted["evidence"]):
                people = _participants(wanted, ours, gold, briefing)["participant hit"]
                rated.append((-(shared + people / 2 + (wanted["status"] == ours.status) / 10), i, j))
    pairs, taken_gold, taken_ours = [], set(), set()
    for _, i, j in sorted(rated):
        if i not in taken_gold and j not in taken_ours:
            taken_gold.add(i)
            taken_ours.add(j)
            pairs.append((gold["meetings"][i], briefing.meetings[j]))
    return pairs


def _participants(wanted: Gold, ours: Meeting, gold: Gold, briefing: Briefing) -> Tally:
    forms = _forms(gold)
    names = [_participant_names(participant, briefing) for participant in ours.participants]
    theirs = [forms.get(name, [name]) for name in wanted["participants"]]
    tally: Tally = Counter({"participant gold": len(theirs), "participant ours": len(names)})
    tally["participant hit"] = sum(any(same_name(mine, name) for mine in names) for name in theirs)
    tally["participant right"] = sum(any(same_name(mine, name) for name in theirs) for mine in names)
    return tally


def _participant_names(participant: Participant, briefing: Briefing) -> list[str]:
    known = next((actor for actor in briefing.actors if actor.id == participant.actor), None)
    return [participant.name, *(_named(known) if known else [])]


def _where_and_when(wanted: Gold, ours: Meeting) -> Tally:
    tally: Tally = Counter()
    if wanted["place"]:
        tally["place gold"] = 1
        tally["place right"] = ours.place is not None and same_name([ours.place.name], [wanted["place"]])
    else:
        tally.update({"place unstated": 1, "place none": ours.place is None})
    if (right := days(wanted["time_value"])) is not None:
        tally["days gold"] = 1
        tally["days right"] = ours.time is not None and (ours.time.start, ours.time.end) == right
    return tally


def _summary(gold: Gold, briefing: Briefing) -> Tally:
    told = [sentence.text for sentence in briefing.summary]
    tally: Tally = Counter({"summary": 1, "summary within": sum(len(text.split()) for text in told) <= 120})
    for fact in gold["key_facts"]:
        tally["fact gold"] += fact["weight"]
        if any(same_sentence(text, evidence) for text in told for evidence in fact["evidence"]):
            tally["fact hit"] += fact["weight"]
    return tally
