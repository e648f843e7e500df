"""Attributions that a colon makes: "Minister: no talks before May", "Sanctions to stay: EU"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import Attribution
from sayso.reading.statements.relays import can_speak
from sayso.reading.statements.tree import noun_phrase

if TYPE_CHECKING:
    from sayso.lexicon.cues import Cues
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token

# A name with its title is no longer than this, in tokens.
_LONGEST_NAME = 8
_STOPS = frozenset(".!?")


def colon_attribution(tree: Tree, cues: Cues) -> Attribution | None:
    """The attribution of a sentence that a colon cuts into a name and what that one says."""
    tokens = tree.sentence.tokens
    colon = next((n for n, token in enumerate(tokens) if token.text == ":"), None)
    if colon is None or not 0 < colon < len(tokens) - 1:
        return None
    before, after = tokens[:colon], tokens[colon + 1 :]
    cue = (tokens[colon].i, tokens[colon].i + 1)
    speaker = _speaker(before, cues)
    if speaker is not None and len(after) > 1:
        return Attribution(cue, speaker, [(after[0].i, after[-1].i + 1)], "asserts", tokens[colon])
    speaker = _speaker(after, cues)
    if speaker is not None and len(before) > 3 and after[-1].text not in _STOPS:  # noqa: PLR2004 - a claim has a few words
        return Attribution(cue, speaker, [(before[0].i, before[-1].i + 1)], "asserts", tokens[colon])
    return None


def _speaker(tokens: tuple[Token, ...], cues: Cues) -> Token | None:
    if len(tokens) > _LONGEST_NAME or any(token.pos in ("VERB", "AUX", "ADP", "NUM", "SCONJ") for token in tokens):
        return None
    inside = set(map(id, tokens))
    heads = [token for token in tokens if id(token.head) not in inside or token.head is token]
    for head in reversed(tokens):
        if head.pos in ("NOUN", "PROPN") and can_speak(head, cues) and (head in heads or len(tokens) == 1):
            low, high = noun_phrase(head)
            if low >= tokens[0].i and high <= tokens[-1].i + 1:
                return head
    return None
