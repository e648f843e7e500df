"""Attributions that a colon makes: "Minister: no talks before May", "SOTO: We go on.", "Sanctions to stay: EU"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.datelines import datelines
from sayso.reading.statements.attribution import Attribution
from sayso.reading.statements.relays import can_speak
from sayso.reading.statements.tree import VERBAL, noun_phrase

if TYPE_CHECKING:
    from sayso.lexicon.cues import Cues
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Sentence, Token

# A name with its title is no longer than this, in tokens; a claim before a colon no shorter than this.
_LONGEST_NAME = 8
_SHORTEST_CLAIM = 4
_STOPS = frozenset((".", "!", "?"))
_NO_NAME = frozenset(("VERB", "AUX", "ADP", "NUM", "SCONJ"))


def colon_attribution(tree: Tree, cues: Cues, sentences: tuple[Sentence, ...], *, bare: bool) -> Attribution | None:
    """The attribution of a sentence that a colon cuts into a name and what that one says.

    Args:
        tree: the sentence.
        cues: the lexicon.
        sentences: all of the document: a speaker's turn goes on to the end of its paragraph.
        bare: whether nobody else speaks in the sentence; only then may the name come last.
    """
    tokens = tree.sentence.tokens
    colon = next((n for n, token in enumerate(tokens) if token.text == ":"), None)
    if colon is None or colon == 0:
        return None
    if colon == len(tokens) - 1:
        return _before_turn(tree.sentence, sentences, cues)
    before, after = tokens[:colon], tokens[colon + 1 :]
    cue = (tokens[colon].i, tokens[colon].i + 1)
    speaker = _speaker(before, cues)
    if speaker is not None and any(token.pos in VERBAL for token in after):
        return Attribution(cue, speaker, [(after[0].i, _turn(tree.sentence, sentences))], "asserts", tokens[colon])
    if not bare or len(before) < _SHORTEST_CLAIM or after[-1].text in _STOPS:
        return None
    speaker = _speaker(after, cues)
    if speaker is None:
        return None
    return Attribution(cue, speaker, [(before[0].i, before[-1].i + 1)], "asserts", tokens[colon])


def _before_turn(sentence: Sentence, sentences: tuple[Sentence, ...], cues: Cues) -> Attribution | None:
    """A name and a colon that are a sentence of their own, before what is said in the same paragraph."""
    speaker = _speaker(sentence.tokens[:-1], cues)
    end, colon = _turn(sentence, sentences), sentence.tokens[-1]
    if speaker is None or end == colon.i + 1:
        return None
    return Attribution((colon.i, colon.i + 1), speaker, [(colon.i + 1, end)], "asserts", colon)


def _turn(sentence: Sentence, sentences: tuple[Sentence, ...]) -> int:
    """Where the paragraph ends that the sentence opens; else where the sentence ends."""
    if sentence.i and sentences[sentence.i - 1].paragraph == sentence.paragraph:
        return sentence.tokens[-1].i + 1
    last = sentence
    while last.i + 1 < len(sentences) and sentences[last.i + 1].paragraph == sentence.paragraph:
        last = sentences[last.i + 1]
    return last.tokens[-1].i + 1


def _speaker(tokens: tuple[Token, ...], cues: Cues) -> Token | None:
    """The head of a name that fills these tokens."""
    if len(tokens) > _LONGEST_NAME or any(token.pos in _NO_NAME for token in tokens):
        return None
    if " ".join(token.text for token in tokens).upper() in datelines().not_places:
        return None  # what an editor writes above a story: "CORRECTION:", "WATCH:"
    for head in reversed(tokens):
        if (head.text.isupper() and len(head.text) > 1) or (head.pos in ("NOUN", "PROPN") and can_speak(head, cues)):
            low, high = noun_phrase(head)
            if low >= tokens[0].i and high <= tokens[-1].i + 1:
                return head
    return None
