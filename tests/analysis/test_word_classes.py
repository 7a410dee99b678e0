"""What is remembered of the model's rules is what the rules say, token for token."""

from __future__ import annotations

import pytest
import spacy
from briefbook.analysis import word_classes
from briefbook.analysis.columns import Labels, columns
from briefbook.analysis.word_classes import RULES, WordClasses
from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = (
    "There is are was were ai n't gon na got ta let 's c'm on y' y'all all do does did had have has been being not nt that "
    "those which who herself himself I me you it its the a an but if because while since so whether something nobody "
    "ministers minister met meeting meetings meets said Saying better best children envoys Norland Marsh's led leaves left "
    "three 3.5 2023 % $ ( ) , . ; : — “ ” … \n\n  'em doin' goin' nothin' ol' 'll 'd 're gets got can ca sha wo may Capt. of to"
).split(" ")

texts = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)


def said(doc):
    return [(t.lemma_, t.pos_, t.tag_, t.dep_) for t in doc]


def remembered(model, classes, text):
    doc = next(model.nlp.pipe([text], disable=classes.skipped))
    seen = columns(doc, Labels(model.nlp.vocab.strings), classes)
    return list(zip(seen.lemmas, seen.parts, seen.tags, seen.relations, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n  ",
        "There were talks, and there are no results.",
        "There is nobody who says so, is there?",
        "It ain't over, and they're gonna talk; we've got ta go.",
        "Let's go, y'all. C'mon, the envoys' leaders weren't met.",
        "He'd been to Geneva; she'd go, she had said, but for the children.",
        "Which of the ministers do you have?  Those that left\n\nhad left nothin' but leaves.",
        "The better of the two meetings is the one which has met since it started meeting.",
        "THE MINISTERS HAVE MET; THERE IS NO DEAL",
        "🙂 & <b>ministers</b> … \u2028 \u00a0met\t\tenvoys",
        "Capt. Ines Duval and Lt. Odo Brandt were leading the convoys.",
    ],
)
def test_a_text_is_read_as_the_whole_pipeline_reads_it(language_model, text):
    want = said(language_model.nlp(text))

    assert remembered(language_model, WordClasses(language_model.nlp), text) == want
    assert remembered(language_model, language_model.classes, text) == want, "also when much is known already"


@settings(max_examples=60)
@given(text=texts)
def test_any_words_are_read_as_the_whole_pipeline_reads_them(language_model, text):
    assert remembered(language_model, language_model.classes, text) == said(language_model.nlp(text))


def test_a_token_is_asked_once(language_model, monkeypatch):
    classes = WordClasses(language_model.nlp)
    asked = []
    monkeypatch.setattr(
        WordClasses, "_asked", lambda self, keys, was=WordClasses._asked: asked.extend(keys) or was(self, keys)
    )

    for text in ("The envoys met. The envoys met.", "The envoys met.", "The envoys met Odo Brandt."):
        remembered(language_model, classes, text)

    assert len(asked) == len(set(asked)) == len(classes.known)


def test_what_is_remembered_stays_bounded(language_model, monkeypatch):
    monkeypatch.setattr(word_classes, "MOST_KNOWN", 3)
    classes = WordClasses(language_model.nlp)

    for text in ("The envoys met in Geneva.", "Nobody left.", "Lena Marsh was received by ministers."):
        assert remembered(language_model, classes, text) == said(language_model.nlp(text))
        assert len(classes.known) <= 3 + len(text.split()) + 1


def test_rules_that_look_at_neighbours_are_known_as_such(language_model):
    classes = WordClasses(language_model.nlp)
    rules = language_model.nlp.get_pipe(RULES[0])
    alone = [rule for rule in rules.patterns if all(len(pattern) == 1 for pattern in rule["patterns"])]

    assert len(classes.alone.patterns) == len(alone) > 100
    assert len(classes.wide) == len(rules.patterns) - len(alone) > 0


class TestAnotherPipeline:
    """Nothing is remembered where the rules may say of one token now this, now that."""

    @pytest.fixture
    def own(self):
        nlp = spacy.blank("en")
        nlp.add_pipe("attribute_ruler")
        nlp.add_pipe("lemmatizer", config={"mode": "rule"})
        return nlp

    def test_the_usual_rules_are_skipped(self, own):
        assert WordClasses(own).skipped == RULES

    @pytest.mark.parametrize("component", ["entity_ruler", "sentencizer", "token_splitter", "morphologizer"])
    def test_a_component_that_may_say_more(self, own, component):
        own.add_pipe(component)

        assert WordClasses(own).skipped == ()

    def test_a_lemmatizer_that_writes_over(self):
        nlp = spacy.blank("en")
        nlp.add_pipe("attribute_ruler")
        nlp.add_pipe("lemmatizer", config={"mode": "rule", "overwrite": True})

        assert WordClasses(nlp).skipped == ()

    @pytest.mark.parametrize(
        ("pattern", "alone"),
        [
            ({"LOWER": "envoys"}, True),
            ({"TAG": "NNS", "DEP": {"IN": ["dobj"]}}, True),
            ({"IS_SPACE": True}, True),
            ({"ENT_TYPE": "ORG"}, False),  # given later
            ({"SPACY": True}, False),  # tells of what follows
            ({"LOWER": "envoys", "OP": "+"}, False),  # may be several
            ({"LOWER": {"FUZZY": "envoys"}}, True),
        ],
    )
    def test_which_patterns_look_at_one_token(self, own, pattern, alone):
        own.get_pipe(RULES[0]).add([[pattern]], {"LEMMA": "x"})
        classes = WordClasses(own)

        assert (len(classes.alone.patterns), len(classes.wide)) == ((1, 0) if alone else (0, 1))

    @pytest.mark.filterwarnings("ignore:.*W108")
    def test_a_rule_on_neighbours_is_kept(self, own):
        own.get_pipe(RULES[0]).add([[{"LOWER": "odo"}, {"LOWER": "brandt"}]], {"LEMMA": "the man"}, index=1)
        own.get_pipe(RULES[0]).add([[{"LOWER": "odo"}]], {"LEMMA": "his name"})
        classes = WordClasses(own)
        lemmatizer = own.get_pipe(RULES[1])
        lemmatizer.initialize(lookups=_tables())

        found = {text: _lemmas(own, classes, text) for text in ("Odo Brandt", "Odo went", "Brandt Odo")}

        assert found == {
            "Odo Brandt": ["his name", "the man"],
            "Odo went": ["his name", "went"],
            "Brandt Odo": ["brandt", "his name"],
        }


def _tables():
    from spacy.lookups import Lookups

    lookups = Lookups()
    for name in ("lemma_rules", "lemma_exc", "lemma_index"):
        lookups.add_table(name, {})
    return lookups


def _lemmas(nlp, classes, text):
    doc = nlp(text, disable=list(classes.skipped))
    for token in doc:
        token.tag_ = "XX"
    return columns(doc, Labels(nlp.vocab.strings), classes).lemmas
