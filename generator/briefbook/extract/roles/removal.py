"""Whether a sentence takes a person out of the post it gives ("ousted president NAME", "Mayor NAME was dismissed")."""

from __future__ import annotations

from briefbook import lexicons
from briefbook.analysis import Reference, References


class Removals:
    """Finds verbs that end the post of whom they act on."""

    def __init__(self, references: References) -> None:
        self.document = references.document
        self.tokens = references.document.tokens

    def tells(self, mention: Reference) -> bool:
        """Is the mentioned person removed here, in fact and in the past?"""
        name = self.tokens[mention.last - 1]
        verb = self.tokens[name.head]
        if (
            name.dep not in ("dobj", "nsubjpass")
            or verb.lemma not in lexicons.words("role_phrases", "remove")
            or verb.tag not in ("VBD", "VBN")
        ):
            return False
        helpers = self.document.dependents(verb.index)
        return not any(t.dep == "neg" or t.tag == "MD" or (t.dep == "aux" and t.lower == "to") for t in helpers)
