"""Find cues: the words that attribute speech, and the token of whoever speaks.

A cue is a verb of the lexicon that is asserted and has what its class asks for, or "according to".  Cues inside a
quotation belong to what the quoted speaker tells and are left alone.
"""

from __future__ import annotations

from briefbook.analysis import References, Token
from briefbook.analysis.quotes import Quote
from briefbook.extract.statements.attributions import Attributions, Cue
from briefbook.extract.statements.grammar import Finder
from briefbook.extract.statements.lexicon import Rule, SpeechLexicon, speech
from briefbook.extract.statements.reach import QUOTE_MARKS, QuoteReach
from briefbook.extract.statements.subjects import SubjectFinder
from briefbook.model import ActorKind

NAMED_WITHIN = 9
"""Tokens between a quotation and the verb that closes its sentence."""
REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves", "myself", "ourselves", "yourself"})
NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
"""Parts of speech in a phrase that names who speaks."""


class CueFinder(Finder):
    """Finds the cues of one document."""

    def __init__(self, references: References, quoted: dict[int, Quote]) -> None:
        super().__init__(references, quoted)
        self.subjects = SubjectFinder(references, quoted)
        self.reach = QuoteReach(references.document, quoted)
        self.attributions = Attributions(references, quoted, self.subjects)
        self.lexicon: SpeechLexicon = speech()

    def find(self) -> list[Cue]:
        """All cues, in order."""
        found = []
        for token in self.tokens:
            if token.index not in self.quoted and (cue := self._cue(token)) is not None:
                found.append(cue)
        return found

    def _cue(self, token: Token) -> Cue | None:
        if (verbless := self.attributions.cue(token)) is not None:
            return verbless
        rules = self.lexicon.rules.get(token.lemma)
        if token.pos == "NOUN" and self._verb_form(token) and self._ends_attribution(token):
            return Cue(token.index, token.index, token.index + 1, "quote", token.index - 1)
        if rules is None or token.pos not in ("VERB", "AUX") and token.lower not in ("says", "said"):
            return None
        if (silent := self._no_comment(token)) is not None:
            return silent
        done = self.clause.done_for(token.index) or self.clause.was_asked(token.index)
        if done or self.clause.formula(token) or not self.clause.asserted(token.index, self.lexicon.trying):
            return None
        if self.clause.asked_how(token.index) and not self.clause.clauses(token.index):
            return None
        subject = self.subjects.subject(token)
        for rule in rules:
            if rule.kind == "open" and subject is None and self._goes_on(token):
                return Cue(token.index, token.index, token.index + 1, rule.kind, None, continues=True)
            if rule.kind != "comment" and self._fits(token, rule, subject):
                first, last = self._words(token, rule)
                return Cue(token.index, first, last, rule.kind, subject, rule.denial or token.lemma == "deny")
        return None

    # ------------------------------------------------------------ special cues

    def _verb_form(self, token: Token) -> bool:
        """Could this noun be a verb of saying ("jokes", "fumed")?"""
        rules = self.lexicon.rules
        past = token.lower.endswith("ed") and (token.lower[:-1] in rules or token.lower[:-2] in rules)
        return past or token.tag == "NNS" and token.lemma in rules

    def _ends_attribution(self, token: Token) -> bool:
        """ "“...,” the mayor jokes.": a verb that the model takes for a noun, right behind who speaks."""
        if token.index + 1 < len(self.tokens) and self.tokens[token.index + 1].pos != "PUNCT":
            return False
        first = token.index - 1
        while token.index - first < NAMED_WITHIN and (
            self.tokens[first].pos in NAMING or self.tokens[first].text in ("-", "–")
        ):
            first -= 1
        before, who = self.quoted.get(first - 1), self.tokens[token.index - 1]
        speaks = who.lower == "old" or who.pos in ("NOUN", "PROPN") and self.subjects.can_speak(who.index)
        return before is not None and self.tokens[first].text in QUOTE_MARKS and speaks and token.index - first > 1

    def _no_comment(self, token: Token) -> Cue | None:
        """ "declined to comment", "would not comment"."""
        if token.lemma in ("decline", "refuse"):
            for verb in self.clause.kids(token.index, "xcomp"):
                if verb.lemma in ("comment", "elaborate", "answer", "say", "discuss", "speak"):
                    return Cue(
                        token.index,
                        token.index,
                        verb.index + 1,
                        "comment",
                        self.subjects.subject(token),
                        no_comment=True,
                    )
        helpers = self.clause.kids(token.index, "aux", "neg")
        kinds = {t.dep for t in helpers} | ({"neg"} if self.clause.neither(token.index) else set())
        refused = {"neg", "aux"} <= kinds and any(t.lower in ("would", "’d", "'d") for t in helpers)
        if refused and token.lemma in ("comment", "say", "elaborate", "discuss", "confirm"):
            first = min(t.index for t in helpers)
            return Cue(token.index, first, token.index + 1, "comment", self.subjects.subject(token), no_comment=True)
        return None

    # ------------------------------------------------------------ what a rule asks for

    def _fits(self, token: Token, rule: Rule, subject: int | None) -> bool:
        clause = self.clause
        if rule.particles and not self._has_particle(token, rule):
            return False
        if rule.adjectives:
            return any(t.lower in rule.adjectives for t in self._right(token)) and self._has_clause(token)
        if rule.kind == "open":
            return subject is not None and self._says_something(token)
        if rule.kind == "quote":
            told = self.tokens[token.head].lemma in self.lexicon.rules and token.tag == "VBG"  # "she said, laughing"
            return subject is not None and not told and self.reach.touches(token, strict=True)
        if rule.that and not any(self.clause.kids(t.index, "mark") for t in self.clause.clauses(token.index)):
            return False
        if rule.kind == "clause" and rule.person and not self.subjects.can_speak(subject, documents=False):
            return False
        if rule.kind == "clause":
            return subject is not None and (self._has_clause(token) or self.reach.touches(token))
        if rule.objects:
            named = [t for t in clause.objects(token.index) if t.lemma in rule.objects]
            return any(self._elaborated(t, token) for t in named) and self.subjects.can_speak(subject)
        if not self.subjects.can_speak(subject, documents=token.dep != "acl"):
            return False
        if rule.matter and any(map(self._is_people, clause.objects(token.index))):
            return False
        return self._judges(token) if rule.kind == "name" else self._has_object(token, rule)

    def _is_people(self, token: Token) -> bool:
        return self._is_person(token) or token.lemma.lower() in self.lexicon.human

    def _has_particle(self, token: Token, rule: Rule) -> bool:
        """The particle hangs on the verb, or follows closely ("talked at length about")."""
        if any(t.lower in rule.particles for t in self.clause.particles(token.index)):
            return True
        near = self.tokens[token.index + 1 : token.index + 4]
        return any(t.lower in rule.particles - {"of"} and t.pos == "ADP" and t.sentence == token.sentence for t in near)

    def _elaborated(self, named: Token, verb: Token) -> bool:
        """What is voiced is spelled out ("concern over ...", "its call for ..."), not left bare ("raises questions")."""
        told = self.clause.kids(named.index, "prep", "acl", "relcl", "ccomp", "amod", "compound")
        return bool(told or self.clause.kids(verb.index, "prep", "dative", "ccomp")) or self.reach.touches(verb)

    def _says_something(self, token: Token) -> bool:
        if any(t.lower in self.lexicon.nothing for t in self.clause.objects(token.index)):
            return False
        return bool(
            self._has_clause(token)
            or self.reach.touches(token)
            or self.clause.objects(token.index)
            or token.dep in ("ROOT", "parataxis", "conj")
        )

    def _goes_on(self, token: Token) -> bool:
        """ "But said it would close.": no subject, right at the start."""
        first = self.document.sentences[token.sentence].first
        return token.tag == "VBD" and token.index - first <= 1 and self._has_clause(token)

    def _has_clause(self, token: Token) -> bool:
        """A clause as complement: governed by the verb, or the sentence in which the verb is an aside."""
        if self.clause.clauses(token.index):
            return True
        aside = self.clause.hangs_loose(token.index) and self._is_aside(token)
        if aside or self.clause.as_told(token.index):
            return True
        nonfinite = any(t.dep == "xcomp" and t.tag in ("VB", "VBG", "VBN") for t in self._right(token))
        return nonfinite and token.lemma in self.lexicon.bare

    def _is_aside(self, token: Token) -> bool:
        """Set off by commas: "The pool, she said, would close."."""
        first, last = self.document.subtree(token.index)
        around = [self.tokens[i].text for i in (first - 1, last) if 0 <= i < len(self.tokens)]
        return any(mark in (",", "—", "–", "-", *QUOTE_MARKS) for mark in around) or self.tokens[first].text == ","

    def _has_object(self, token: Token, rule: Rule) -> bool:
        if self._has_clause(token) or self.reach.touches(token):
            return True
        if any(t.lower in REFLEXIVE for t in self.clause.objects(token.index)):
            return False  # "the festival announces itself"
        if rule.particles or (token.dep in ("amod", "nmod") and self._between_names(token)):
            return True
        return bool(self.clause.objects(token.index)) or any(
            t.lower in ("for", "of", "as", "against", "that", "to")
            for t in self.clause.kids(token.index, "prep", "dative")
        )

    def _between_names(self, token: Token) -> bool:
        """ "Marsh assailed Berg", read as one noun phrase by the parser."""
        before, after = self.references.at(token.index - 1), self.references.at(token.index + 1)
        return token.tag in ("VBD", "VBN") and before is not None and after is not None

    def _judges(self, token: Token) -> bool:
        """ "called the plan a disgrace": two things after the verb."""
        if any(t.dep == "prep" and t.lower in ("for", "on", "upon") for t in self.clause.particles(token.index)):
            return False
        right = [
            t
            for t in self._right(token)
            if t.dep in ("dobj", "oprd", "ccomp", "attr", "acomp", "xcomp", "nmod", "appos")
        ]
        named = [t for t in right if t.dep in ("oprd", "ccomp", "attr", "acomp") and t.entity not in ("DATE", "TIME")]
        if any(t.lower in REFLEXIVE for t in self._right(token)):
            return False
        person = any(self._is_person(t) for t in self.clause.kids(token.index, "dobj"))
        if person and not named and not self.reach.touches(token, strict=True):
            return False  # "called NAME, who ...", to the stand
        return (bool(named) and len(right) > 1) or self.reach.touches(token)

    def _is_person(self, token: Token) -> bool:
        reference = self.references.at(token.index)
        return reference is not None and reference.actor.kind is ActorKind.PERSON

    def _right(self, token: Token) -> list[Token]:
        return [self.tokens[c] for c in self.document.children[token.index] if c > token.index]

    def _words(self, token: Token, rule: Rule) -> tuple[int, int]:
        """The words shown as cue: the verb with its particle or naming object."""
        last = token.index + 1
        for item in self.clause.particles(token.index):
            if item.lower in rule.particles and item.index == last:
                last = item.index + 1
        for item in self.clause.objects(token.index):
            if item.lemma in rule.objects and token.index < item.index < token.index + 6:
                last = item.index + 1
        return token.index, last
