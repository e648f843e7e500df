"""Attributions without a verb: "according to X", "in the words of X", "reportedly"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import Attribution, holds, joined, without
from sayso.reading.statements.tree import VERBAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.cues import Cues
    from sayso.reading.statements.attribution import Range
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token

_CLAUSAL = frozenset(["ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj", "parataxis"])
_BRACKETS = frozenset("([")
# A clause that stands beside another has its own subject; without one it shares the other's.
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def according_attributions(tree: Tree, cues: Cues) -> Iterator[Attribution]:
    """What the sentence tells according to someone, and what it tells by hearsay."""
    for token in tree.sentence.tokens:
        if token.lower == "according":
            made = _according(token, tree)
        elif token.lower in cues.wordings and token.dep == "pobj":
            made = _in_the_words(token, tree)
        elif token.lower == "in" and token.dep == "prep":
            made = _in_document(token, tree, cues)
        elif token.lower in cues.adverbs:
            made = _hearsay(token, tree, cues)
        else:
            continue
        if made is not None and made.content:
            yield made


def _according(token: Token, tree: Tree) -> Attribution | None:
    to = tree.at(token.i + 1)
    if to is None or to.lower != "to":
        return None
    who = to.child("pobj", "dobj", "pcomp") or _next_noun(to, tree)
    if who is None:
        return None
    phrase = (token.i, max(tree.range(who)[1], to.i + 1))
    top = token if token.head is not to else to
    return Attribution((token.i, to.i + 1), who, scope(top, phrase, tree), "asserts", token)


def _next_noun(to: Token, tree: Tree) -> Token | None:
    """The noun after "to", where the parser hung it elsewhere."""
    after = tree.at(to.i + 1)
    while after is not None and after.pos in ("DET", "ADJ", "PUNCT", "ADP"):
        after = tree.at(after.i + 1)
    if after is None or after.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    while after.head.pos in ("NOUN", "PROPN") and after.dep in ("compound", "poss", "amod", "nmod"):
        after = after.head
    return after


def _in_the_words(token: Token, tree: Tree) -> Attribution | None:
    """As in "In the words of X, P"; of a document: "in an interview, X" is none."""
    above, of = token.head, token.child("prep")
    who = of.child("pobj") if of is not None and of.lower == "of" else token.child("poss")
    if above.lower != "in" or who is None:
        return None
    phrase = tree.range(above)
    cue = (above.i, (of.i if of is not None else token.i) + 1)
    return Attribution(cue, who, scope(above, phrase, tree), "asserts", above)


def _in_document(token: Token, tree: Tree, cues: Cues) -> Attribution | None:
    """As in "*in a survey*, P": a document that shows something, where nobody else in the clause says it."""
    who = token.child("pobj")
    if who is None or who.lemma not in cues.documents or token.head.pos not in VERBAL:
        return None
    said = cues.verb(token.head)
    if said is not None and said.speaks:
        return None
    phrase = tree.range(token)
    if phrase[0] > tree.first:
        told = joined([tree.trimmed(part) for part in without([_own_clause(token.head, token.i, tree)], phrase)])
    else:
        told = scope(token, phrase, tree)
    return Attribution((token.i, token.i + 1), who, told, "asserts", token)


def around(made: Attribution, others: list[Attribution], tree: Tree) -> None:
    """Takes the words of "according to X" out of what others say whose own cue they stand around."""
    low, high = made.cue or (made.anchor.i, made.anchor.i + 1)
    phrase = (low, max(high, tree.range(made.source)[1] if made.source is not None else high))
    for other in others:
        if other.cue is not None and holds(made.content, other.anchor.i):
            other.content = joined([tree.trimmed(part) for part in without(other.content, phrase)])


def _hearsay(token: Token, tree: Tree, cues: Cues) -> Attribution | None:
    """As in "P *reportedly* happened": nobody is named. Where the verb is a cue, it makes a link further in."""
    above = token.head
    if token.dep != "advmod" or above.pos not in VERBAL:
        return None
    content = [tree.trimmed(part) for part in without([_own_clause(above, token.i, tree)], (token.i, token.i + 1))]
    return Attribution(
        (token.i, token.i + 1), None, joined(content), "reports", above, relay=cues.verb(above) is not None
    )


def scope(token: Token, phrase: Range, tree: Tree) -> list[Range]:
    """What a phrase that hangs on a clause tells the source of: the main clause at whose edge it stands.

    In brackets it tells of what stands before them.
    """
    before = tree.at(phrase[0] - 1)
    if before is not None and before.text in _BRACKETS:
        return _before_bracket(before, tree)
    top = _clause_of(token, phrase, tree)
    low, high = tree.range(top)
    if phrase[0] <= low + 1 or phrase[1] >= high - 1:
        low, high = _beside(top, phrase, low, high, tree)
    return joined([tree.trimmed(part) for part in without([(low, high)], phrase)])


def _beside(top: Token, phrase: Range, low: int, high: int, tree: Tree) -> Range:
    """Without clauses that are coordinated with the one that the phrase belongs to and have their own subject."""
    for child in top.children:
        if child.dep == "conj" and child.pos in VERBAL and child.child(*_SUBJECTS) is not None:
            part = tree.range(child)
            if phrase[0] < part[0]:
                high = min(high, part[0] - 1)
    return low, high


def _clause_of(token: Token, phrase: Range, tree: Tree) -> Token:
    """The clause that a phrase at its edge belongs to; one in its middle belongs to the clause it stands in."""
    here = token.head
    while here.head is not here:
        low, high = tree.range(here)
        if here.dep == "conj" and here.pos in VERBAL and here.child(*_SUBJECTS) is not None:
            break
        if here.dep in _CLAUSAL and phrase[1] < high - 1 and here.pos in VERBAL:
            break
        if here.dep in _CLAUSAL and low >= phrase[0] - 1 and phrase[0] > tree.first:
            break
        here = here.head
    return here


def _before_bracket(bracket: Token, tree: Tree) -> list[Range]:
    """The clause that ends where a bracket opens."""
    word = tree.at(bracket.i - 1)
    while word is not None and word.head is not word and word.pos not in VERBAL:
        word = word.head
    if word is None:
        return []
    low, high = tree.range(word)
    return joined([(low, min(high, bracket.i))])


def _own_clause(verb: Token, at: int, tree: Tree) -> Range:
    """The clause of a verb, without clauses that are coordinated with it and have their own subject."""
    low, high = tree.range(verb)
    for child in verb.children:
        if child.dep == "conj" and child.child(*_SUBJECTS) is not None and child.i > at:
            high = min(high, tree.range(child)[0])
        elif child.dep in ("ccomp", "parataxis") and child.i < verb.i and child.pos in VERBAL:
            low = max(low, tree.range(child)[1])
    return low, high
