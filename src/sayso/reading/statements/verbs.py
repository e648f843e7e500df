"""Attributions that verbs make: "X said that P", "P, X said", "X vowed to P", "X condemned P", "the deal is said to P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import Attribution, Range, joined, without
from sayso.reading.statements.tree import Tree, agent, is_passive, noun_phrase, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.cues import Cues, VerbCue
    from sayso.reading.syntax import Token

_VERBAL = frozenset(("VERB", "AUX"))
# What stands with a cue and is neither content nor source.
_SMALL = frozenset(("aux", "auxpass", "neg", "prt"))
_EXPLETIVES = frozenset(("it", "there"))
# After its object, what else belongs to what is said of it: "accused him *of fraud*", "described it *as a farce*".
_OBJECT_REST = frozenset(("oprd", "prep", "xcomp", "ccomp", "acl"))
_TIME_PREPOSITIONS = frozenset("after before during since until in on at by following amid while ahead".split())
_COMMAS = frozenset(",;:-–—")


def verb_attributions(tree: Tree, cues: Cues) -> Iterator[Attribution]:
    """The attributions whose cue is a verb of this sentence, in text order."""
    for token in tree.sentence.tokens:
        if token.pos not in _VERBAL:
            continue
        entry = cues.verbs.get(cues.forms.get(token.lower, token.lemma))
        if entry is not None:
            made = _attribution(token, entry, tree)
            if made is not None:
                yield made


def _attribution(verb: Token, entry: VerbCue, tree: Tree) -> Attribution | None:
    if is_passive(verb):
        return _passive(verb, entry, tree)
    content = complement(verb, entry, tree)
    if not content:
        content = _tagged(verb, entry, tree)
    if not content:
        return None
    who = subject(verb)
    return Attribution(cue_range(verb), who, content, entry.certainty, verb, thought=entry.certainty == "hedges")


def _passive(verb: Token, entry: VerbCue, tree: Tree) -> Attribution | None:
    told = verb.child("nsubjpass")
    who = agent(verb)
    clause = _clauses(verb, entry, tree)
    if clause:
        certainty = (
            entry.certainty if who is not None or entry.certainty != "asserts" or not entry.raises else "reports"
        )
        return Attribution(cue_range(verb), who, clause, certainty, verb, thought=entry.certainty == "hedges")
    if told is None:
        return None
    infinitive = verb.child("xcomp")
    if infinitive is not None and entry.raises and who is None:
        certainty = "reports" if entry.certainty == "asserts" else entry.certainty
        content = joined([noun_phrase(told), tree.range(infinitive)])
        return Attribution(cue_range(verb), None, content, certainty, verb, thought=True)
    if "object" in entry.frames and who is not None:
        rest = [
            tree.range(child) for child in verb.children if child.dep in ("oprd", "prep", "xcomp") and child.i > verb.i
        ]
        return Attribution(cue_range(verb), who, joined([noun_phrase(told), *rest]), entry.certainty, verb)
    return None


def cue_range(verb: Token) -> Range:
    """The verb with its auxiliaries."""
    small = [child.i for child in verb.children if child.dep in _SMALL and abs(child.i - verb.i) <= 3]  # noqa: PLR2004 - near it
    return min([verb.i, *small]), max([verb.i, *(i for i in small if i == verb.i + 1)]) + 1


def complement(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """The content as the verb's frames tell it; [] if there is none."""
    found = _clauses(verb, entry, tree)
    if found:
        return found
    held = verb.child("dobj", "dative")
    infinitive = _infinitive(verb)
    if infinitive is not None and ("order" in entry.frames or "infinitive" in entry.frames):
        parts = [tree.range(infinitive)]
        if held is not None and held.i < infinitive.i:
            parts.append(tree.range(held))
        return [(min(a for a, _ in parts), max(b for _, b in parts))]
    if held is not None and "object" in entry.frames and held.i > verb.i and held.dep == "dobj":
        return [_object(verb, held, tree)]
    return _after_preposition(verb, entry, tree)


def _clauses(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    if "clause" not in entry.frames and "order" not in entry.frames:
        return []
    found: list[Range] = []
    for child in verb.children:
        if child.dep == "ccomp":
            low, high = tree.range(child)
            found.extend(without([(low, high)], tree.range(verb)) if low < verb.i < high - 1 else [(low, high)])
    return joined([_trimmed(part, tree) for part in found if part[0] < part[1]])


def _infinitive(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp") and child.i > verb.i and child.pos in _VERBAL:
            return child
    return None


def _object(verb: Token, held: Token, tree: Tree) -> Range:
    low, high = tree.range(held)
    for child in verb.children:
        if child.i >= high and child.dep in _OBJECT_REST and tree.range(child)[0] == high:
            if child.dep == "prep" and child.lower in _TIME_PREPOSITIONS:
                break
            high = tree.range(child)[1]
    return low, high


def _after_preposition(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    if not entry.prepositions:
        return []
    for child in verb.children:
        if child.dep in ("prep", "prt", "agent") and child.lower in entry.prepositions and child.i > verb.i:
            low, high = tree.range(child)
            if high > child.i + 1:
                infinitive = _infinitive(verb)
                if infinitive is not None and tree.range(infinitive)[0] == high:
                    high = tree.range(infinitive)[1]
                return [(child.i + 1, high)]
            held = verb.child("dobj", "ccomp")
            if held is not None:
                return [tree.range(held)]
    return []


def _tagged(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """What a tag such as ", he said," hangs on."""
    if "clause" not in entry.frames or verb.dep not in ("parataxis", "advcl", "ccomp", "dep"):
        return []
    above = verb.head
    mark = verb.child("mark")
    if verb.dep == "advcl" and (mark is None or mark.lower != "as"):
        return []
    if verb.dep == "ccomp" and verb.child("nsubj") is None:
        return []
    if verb.child("nsubj") is None and agent(verb) is None:
        return []
    own = tree.range(verb)
    return joined([_trimmed(part, tree) for part in without([tree.range(above)], own) if part[0] < part[1]])


def _trimmed(part: Range, tree: Tree) -> Range:
    """Without commas and dashes at its ends."""
    offset = tree.sentence.tokens[0].i
    low, high = part
    tokens = tree.sentence.tokens
    while low < high and tokens[low - offset].lower in _COMMAS:
        low += 1
    while low < high and (tokens[high - 1 - offset].lower in _COMMAS or tokens[high - 1 - offset].lower in ".?!"):
        high -= 1
    return (low, high)
