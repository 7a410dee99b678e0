"""Who is listed in one phrase, where commas, titles and appositions mislead the parser."""

from __future__ import annotations

from collections.abc import Mapping

from briefbook.analysis import Reference, References
from briefbook.extract.meetings.frames import PartyClass, official_nouns, party_nouns
from briefbook.extract.meetings.pronouns import Pronouns
from briefbook.model import ActorKind, MentionForm


class Coordination:
    """Reads lists of parties of one document."""

    def __init__(self, references: References, voices: Mapping[int, Reference]) -> None:
        self.references = references
        self.document = references.document
        self.tokens = references.document.tokens
        self.pronouns = Pronouns(references, voices)

    def coordinated(self, index: int) -> list[int]:
        """The head and those coordinated with it, appositions that list ("Hamas, Islamic Jihad leaders") included."""
        heads = [
            i
            for i in self.document.conjuncts(index)
            if i == index or self.tokens[i].pos in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")
        ]
        for each in tuple(heads):
            for child in self.document.children[each]:
                if self.tokens[child].dep == "appos" and self.lists(each, child):
                    heads.extend(i for i in self.document.conjuncts(child) if i not in heads)
        heads.extend(i for i in self.listed_below(index) if i not in heads)
        heads.extend(i for i in self.beside_apposition(index) if i not in heads)
        heads.extend(i for i in (*self.listed_before(index), *self.beside_owner(index)) if i not in heads)
        for start in (index, max(heads)):
            heads.extend(i for i in self.titled_list(start) if i not in heads)
        heads.extend(i for each in tuple(heads) for i in self.included(each) if i not in heads)
        return sorted(heads)

    def listed_before(self, index: int) -> list[int]:
        """ "Peter Aldous and Ida Holm met", where the parser took the first name for a part of the second."""
        here = self.references.at(index)
        if here is None or here.actor.kind is not ActorKind.PERSON:
            return []
        joint = here.first - 1
        while joint > 0 and here.first - joint < 5 and self.tokens[joint].pos in ("NOUN", "PROPN", "ADJ"):
            joint -= 1  # the title of the second
        before = self.references.at(joint - 1) if joint > 0 and self.tokens[joint].lower == "and" else None
        if before is None or before.actor.kind is not ActorKind.PERSON or before.last != joint:
            return []
        head = self.tokens[before.last - 1].head
        return [before.last - 1] if joint < head < here.last else []

    def beside_owner(self, index: int) -> list[int]:
        """ "Aalto and Quillon's chief executive met": a person does not own a post beside a firm, but meets its holder."""
        for owner in self.document.children[index]:
            if self.tokens[owner].dep == "poss" and self.is_person(owner):
                beside = [i for i in self.document.conjuncts(owner) if i > owner]
                if beside and not any(self.is_person(i) for i in beside):
                    return [owner]
        return []

    def is_person(self, index: int) -> bool:
        """Does the token name a person?"""
        reference = self.references.at(index)
        return reference is not None and reference.actor.kind is ActorKind.PERSON

    def titled_list(self, start: int) -> list[int]:
        """ "Norway's Premier A, Chancellor B and President C": the persons after the first, however the parser hung them."""
        person = self.first_person(start)
        found: list[int] = []
        while person is not None and (following := self.next_titled(person.last)) is not None:
            found.append(following.last - 1)
            person = following
        return found

    def first_person(self, index: int) -> Reference | None:
        """The person named at a token, or right after the title there."""
        sentence = self.document.sentences[self.tokens[index].sentence]
        for here in range(index, min(index + 4, sentence.last)):
            found = self.references.at(here)
            if found is not None and found.actor.kind is ActorKind.PERSON:
                return found if found.mention.form is MentionForm.NAMED else None
            if self.tokens[here].pos != "PROPN":
                return None
        return None

    def next_titled(self, start: int) -> Reference | None:
        """The person named after "," or "and" and a title, who is not the subject of what follows."""
        sentence = self.document.sentences[self.tokens[start - 1].sentence]
        here = start
        while here < min(start + 2, sentence.last) and self.tokens[here].lower in (",", "and"):
            here += 1
        if here == start:
            return None
        titled = False
        for index in range(here, min(here + 8, sentence.last)):
            token, found = self.tokens[index], self.references.at(index)
            if found is not None and found.actor.kind is ActorKind.PERSON and index == found.first:
                named = found.mention.form is MentionForm.NAMED and (titled or self.has_title(found))
                return found if named and not self.is_subject(found) else None
            within = token.lower in ("of", "for") or token.tag == "VBG"  # "head of ...", "acting President ..."
            if token.pos not in ("PROPN", "ADJ", "NOUN", "PART", "DET") and not within:
                return None
            titled = titled or token.lemma.lower() in official_nouns()
        return None

    def has_title(self, reference: Reference) -> bool:
        """Does the mention begin with a title ("Chancellor Ida Holm")?"""
        return self.tokens[reference.first].lemma.lower() in official_nouns()

    def is_subject(self, reference: Reference) -> bool:
        """Does a verb after the name take it, and nothing before it, for its subject?"""
        last = self.tokens[reference.last - 1]
        while last.dep in ("compound", "appos", "flat") and last.head != last.index:
            last = self.tokens[last.head]
        subjects = [c for c in self.document.children[last.head] if self.tokens[c].dep in ("nsubj", "nsubjpass")]
        return last.index in subjects and last.head >= reference.last and subjects[0] == last.index

    def beside_apposition(self, index: int) -> list[int]:
        """ "her counterpart, A, and President B", where the parser coordinated B with A."""
        title = self.tokens[index].lemma.lower() in official_nouns()
        if self.tokens[index].tag != "NN" and not (self.tokens[index].tag == "NNP" and title):
            return []
        found = []
        for child in self.document.children[index]:
            if self.tokens[child].dep == "appos":
                found += [i for i in self.document.conjuncts(child) if i != child and self.someone_else(i)]
                if not found and (after := self.after_apposition(index, child)) is not None:
                    found.append(after)
        return found

    def someone_else(self, index: int) -> bool:
        """A name, or an office with an article or owner of its own: "the minister, A, and Norway's king, B"."""
        kids = (self.tokens[c] for c in self.document.children[index])
        own = any(t.dep in ("det", "poss") for t in kids)
        return self.references.at(index) is not None or (own and self.tokens[index].lemma.lower() in official_nouns())

    def after_apposition(self, index: int, apposition: int) -> int | None:
        """ "met her counterpart, A, and President B", where the parser coordinated B with the verb."""
        last = self.document.subtree(apposition)[1]
        words = self.tokens[last : last + 8]
        if [t.lower for t in words[:2]] != [",", "and"]:
            return None
        above = {t.index for t in self.document.ancestors(index)}
        between = self.tokens[self.tokens[index].head].lower == "between"  # then there must be two
        for token in words[2:]:
            if token.pos not in ("PROPN", "NOUN", "ADJ", "DET", "PRON", "PART"):
                return None
            hung = token.dep == "conj" or (between and token.dep in ("nsubj", "nsubjpass"))
            if hung and token.head in above and self.someone_else(token.index):
                return token.index
        return None

    def included(self, index: int) -> list[int]:
        """ "party leaders, including Ane Lunde": those singled out."""
        return [
            i
            for preposition in self.document.children[index]
            if self.tokens[preposition].lower == "including"
            for below in self.document.children[preposition]
            for i in self.document.conjuncts(below)
        ]

    def listed_below(self, index: int) -> list[int]:
        """People that the parser coordinated with a complement: "envoys of the government, leaders of the unions"."""
        if self.tokens[index].lemma.lower() not in official_nouns():
            return []
        found = []
        for preposition in self.document.children[index]:
            if self.tokens[preposition].lower not in ("of", "from"):
                continue
            for below in self.document.children[preposition]:
                if self.tokens[below].lemma.lower() in official_nouns():
                    continue
                found += [
                    i
                    for i in self.document.conjuncts(below)
                    if i != below
                    and self.tokens[i].tag == "NNS"
                    and party_nouns().get(self.tokens[i].lemma.lower()) is PartyClass.PERSON
                ]
        return found

    def lists(self, first: int, second: int) -> bool:
        """Do two phrases that the parser took for one in apposition name two actors?"""
        one = self.references.at(first)
        other = self.references.at(second)
        if one is None or one.mention.form is not MentionForm.NAMED:
            return False
        if other is not None:
            return (
                other.actor.id != one.actor.id
                and other.mention.form is MentionForm.NAMED
                and one.actor.kind is other.actor.kind
            )
        before = self.references.at(second - 1)
        plural = self.tokens[second].tag == "NNS"
        return (
            plural and before is not None and before.actor.id != one.actor.id and one.actor.kind is not ActorKind.PERSON
        )
