"""Tags: what a clause such as "he said" or "said the minister" in or after a sentence takes as its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import joined, without
from sayso.reading.statements.relays import can_speak
from sayso.reading.statements.tree import COMMAS, NOMINAL, agent, cue_range, noun_phrase

if TYPE_CHECKING:
    from sayso.lexicon.cues import Cues, VerbCue
    from sayso.reading.statements.attribution import Range
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token

_HUNG = frozenset(["parataxis", "advcl", "ccomp", "dep"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
# A noun in one of these places stands within another's phrase.
_INSIDE = frozenset(["compound", "poss", "pobj", "dobj", "appos", "attr"])
_OPENERS = frozenset(["that", "whether", "if"])


def tagged(verb: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """The content of a verb that hangs on it as a tag, or that has it before its comma; [] if there is none."""
    if "clause" not in entry.frames:
        return []
    who = verb.child("nsubj")
    if who is None and agent(verb) is None:
        return []
    return _gap(verb, tree) or _shared(verb, tree) or _hung(verb, tree) or _before_comma(verb, entry, who, tree)


def _shared(verb: Token, tree: Tree) -> list[Range]:
    """As in "*the talks failed*, the radio reported the minister said": what stands before both is told by both."""
    if verb.dep != "ccomp":
        return []
    before = [child for child in verb.head.children if child.dep == "ccomp" and child.i < verb.head.i]
    return [tree.trimmed(tree.range(child)) for child in before if child is not verb]


def _gap(verb: Token, tree: Tree) -> list[Range]:
    """As in "a step which critics say *goes too far*": what the clause tells of stands before the tag."""
    after = tree.at(verb.i + 1)
    if after is None or after.tag not in _FINITE or after.head is verb:
        return []
    top = after
    while top.dep in ("aux", "auxpass") and top.head.i > verb.i:
        top = top.head
    return [tree.trimmed((after.i, tree.range(top)[1]))]


def _hung(verb: Token, tree: Tree) -> list[Range]:
    """As in "*The talks*, he said, *have failed*", "*as he said*": the tag depends on what it tells the source of."""
    if verb.dep not in _HUNG or verb.head is verb:
        return []
    mark = verb.child("mark")
    if verb.dep == "advcl" and (mark is None or mark.lower != "as"):
        return []
    above, own = tree.range(verb.head), tree.range(verb)
    if verb.dep == "ccomp" and not _between_commas(own, tree):
        return []
    return joined([tree.trimmed(part) for part in without([above], own)])


def _between_commas(own: Range, tree: Tree) -> bool:
    before, after = tree.at(own[0] - 1), tree.at(own[1])
    opened = before is None or before.text in COMMAS or not before.text.isalnum()
    return opened and (after is None or not after.text.isalnum())


def _before_comma(verb: Token, entry: VerbCue, who: Token | None, tree: Tree) -> list[Range]:
    """As in "*The talks have failed*, he said": where the parser hangs nothing on the verb."""
    if who is None or not entry.tags or any(_opens(child) and child.i < verb.i for child in verb.children):
        return []
    low = min(noun_phrase(who)[0], cue_range(verb)[0])
    comma = tree.at(low - 1)
    if comma is None or comma.text != "," or low - 1 - tree.first < 3:  # noqa: PLR2004 - a clause has three words
        return []
    after = tree.at(max(noun_phrase(who)[1], cue_range(verb)[1]))
    if after is not None and after.lower in _OPENERS:
        return []
    part = tree.sentence.tokens[: low - 1 - tree.first]
    if not any(token.pos in ("VERB", "AUX") for token in part):
        return []
    return [tree.trimmed((tree.first, low - 1))]


def _opens(child: Token) -> bool:
    """Whether the verb itself stands in a clause that something opens, or has one before it: "when P, he said"."""
    return child.dep in ("mark", "cc", "advcl")


def preceding_subject(verb: Token, tree: Tree) -> Token | None:
    """As in "*The minister*, who resigned, also said": the noun before, where the parser saw no subject."""
    if verb.tag not in _FINITE:
        return None
    here = tree.at(cue_range(verb)[0] - 1)
    while here is not None and (here.pos == "ADV" or here.text == ","):
        here = tree.at(here.i - 1)
    while here is not None and here.head is not here and here.head.i < here.i and not _names(here):
        here = here.head
    return here if here is not None and _names(here) and tree.quote(here.i) == tree.quote(verb.i) else None


def _names(word: Token) -> bool:
    return word.pos in ("NOUN", "PROPN", "PRON") and word.dep not in _INSIDE


def inverted_tag(verb: Token, entry: VerbCue, tree: Tree, cues: Cues) -> tuple[Token, list[Range]] | None:
    """(who, what) of "*The strike will go on*, declared *the union*", the parser's object."""
    before, held = tree.at(verb.i - 1), verb.child("dobj")
    if not entry.tags or verb.tag != "VBD" or before is None or before.text != "," or verb.child("nsubj") is not None:
        return None
    if held is None or noun_phrase(held)[0] != verb.i + 1 or not can_speak(held, cues):
        return None
    told = tree.trimmed((tree.first, before.i))
    is_told = any(t.tag in _FINITE and t.pos in ("VERB", "AUX") for t in tree.sentence.tokens[: before.i - tree.first])
    return (held, [told]) if is_told else None


def inverted_subject(verb: Token, tree: Tree) -> Token | None:
    """As in "said *the minister*": the noun phrase right after the verb, where the parser saw no subject."""
    here = tree.at(verb.i + 1)
    if here is None or here.pos not in (*NOMINAL, "PROPN") or here.lower in _OPENERS:
        return None
    while here.head is not here and here.head.i > verb.i and tree.range(here.head)[0] > verb.i:
        if here.head.pos not in NOMINAL:
            break
        here = here.head
    return here
