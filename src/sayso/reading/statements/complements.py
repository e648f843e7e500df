"""What follows a verb as its content: a clause, an infinitive, a noun phrase, or what a preposition brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import joined, without
from sayso.reading.statements.tree import VERBAL

if TYPE_CHECKING:
    from sayso.lexicon.cues import VerbCue
    from sayso.reading.statements.attribution import Range
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token

_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
# After its object, what else belongs to what is said of it: "accused him *of fraud*", "described it *as a farce*".
_OBJECT_REST = frozenset(("oprd", "prep", "xcomp", "ccomp", "acl"))
_TIME_PREPOSITIONS = frozenset(
    ["after", "before", "during", "since", "until", "in", "on", "at", "by", "following", "amid", "while", "ahead"]
)
# What brings the content: "called *for* P", "spoke *of* P"; a particle too: "pointed *out* P".
_BRINGING = frozenset(["prep", "prt", "agent", "dative"])
# After that, what else belongs to it: "called on them *to do P*", "refers to it *as P*".
_BROUGHT_REST = frozenset(["xcomp", "ccomp", "prep", "oprd"])
_PERSONAL = frozenset(["me", "us", "him", "them", "you", "her"])


def complement(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """The content as the verb's frames tell it; [] if there is none."""
    return (
        clause(verb, entry, tree)
        or infinitive(verb, entry, tree)
        or after_preposition(verb, entry, tree)
        or noun_object(verb, entry, tree)
    )


def clause(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """As in "said *that P*", "asked *whether P*"; also what stands before: "*P*, he said"."""
    if "clause" not in entry.frames:
        return []
    told = [child for child in verb.children if child.dep == "ccomp" or _is_bare(child, verb, tree)]
    marked = [child for child in told if child.i > verb.i and child.child("mark") is not None]
    found: list[Range] = []
    for child in marked or told:
        part = _with_subject(child, verb, tree)
        found.extend(without([part], tree.range(verb)) if part[0] < verb.i < part[1] - 1 else [part])
    return joined([tree.trimmed(part) for part in found])


def _is_bare(child: Token, verb: Token, tree: Tree) -> bool:
    """Whether the clause right after the verb is what it tells, although the parser holds it for an adverbial one."""
    return (
        child.dep in ("advcl", "relcl")
        and child.tag in _FINITE
        and tree.range(child)[0] == verb.i + 1
        and child.child("nsubj", "nsubjpass", "expl") is not None
        and child.child("mark", "advmod") is None
    )


def _with_subject(child: Token, verb: Token, tree: Tree) -> Range:
    """The clause with the noun phrase that the parser took for the verb's object: "stated *the fire* was out"."""
    low, high = tree.range(child)
    held = verb.child("dobj")
    if held is None or not verb.i < held.i < low or child.tag not in _FINITE:
        return low, high
    if child.child("nsubj", "nsubjpass", "expl", "mark") is not None:
        return low, high
    return tree.range(held)[0], high


def infinitive(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """As in "vowed *to P*", "denied *doing P*", "urged *them to P*"."""
    below = _below(verb)
    if below is None:
        return []
    if verb.dep == "relcl" and entry.raises and verb.child("dobj") is None:
        return [tree.trimmed((verb.i + 1, tree.range(below)[1]))]
    held = verb.child("dobj", "dative") or below.child("nsubj")
    if held is not None and held.i < below.i and "order" in entry.frames:
        if held.i < verb.i:
            return [tree.trimmed(tree.range(below))]
        parts = (tree.range(held), tree.range(below))
        return [tree.trimmed((min(a for a, _ in parts), max(b for _, b in parts)))]
    return [tree.trimmed(tree.range(below))] if "infinitive" in entry.frames else []


def _below(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep in ("xcomp", "ccomp") and child.i > verb.i and child.pos in VERBAL:
            return child
    return None


def noun_object(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """As in "condemned *the attack on P*", "called it *a farce*"."""
    if "object" not in entry.frames:
        return []
    held = verb.child("dobj")
    if held is None or held.i < verb.i:
        return []
    low, high = tree.range(held)
    for child in verb.children:
        if child.i >= high and child.dep in _OBJECT_REST and _follows(tree.range(child)[0], high, tree):
            if child.dep == "prep" and child.lower in _TIME_PREPOSITIONS:
                break
            high = tree.range(child)[1]
    if high - low == 1 and held.pos == "PRON" and held.lower in _PERSONAL and "clause" in entry.frames:
        return []
    return [tree.trimmed((low, high))]


def _follows(start: int, end: int, tree: Tree) -> bool:
    """Whether nothing but a mark stands between the two places."""
    between = tree.at(end)
    return start == end or (start == end + 1 and between is not None and between.pos == "PUNCT")


def after_preposition(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """As in "called for *P*", "warned of *P*", "called on *them to P*"."""
    if not entry.prepositions:
        return []
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep in _BRINGING and child.lower in entry.prepositions:
            held = verb.child("dobj")
            of_object = child.lower == "as" or "object" in entry.frames
            if of_object and held is not None and verb.i < held.i < child.i:
                return [tree.trimmed((tree.range(held)[0], tree.range(child)[1]))]
            return _brought(child, verb, tree)
        mark = child.child("mark")
        if child.dep == "advcl" and mark is not None and mark.lower == "for" and "for" in entry.prepositions:
            return [tree.trimmed((mark.i + 1, tree.range(child)[1]))]
    return []


def _brought(child: Token, verb: Token, tree: Tree) -> list[Range]:
    low, high = tree.range(child)
    if high <= child.i + 1:
        held = verb.child("dobj", "ccomp", "pobj")
        return [tree.trimmed(tree.range(held))] if held is not None and held.i > child.i else []
    for rest in verb.children:
        if rest.i >= high and rest.dep in _BROUGHT_REST and _follows(tree.range(rest)[0], high, tree):
            if rest.dep == "prep" and rest.lower != "as":
                break
            high = tree.range(rest)[1]
    return [tree.trimmed((max(low, child.i) + 1, high))]
