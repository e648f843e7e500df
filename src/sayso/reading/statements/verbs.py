"""Attributions that verbs make: "X said that P", "P, X said", "X vowed to P", "X condemned P", "X is said to P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import Attribution, joined
from sayso.reading.statements.complements import clause, complement, infinitive
from sayso.reading.statements.relays import relay_attributions
from sayso.reading.statements.tags import inverted_subject, inverted_tag, preceding_subject, tagged
from sayso.reading.statements.tree import VERBAL, agent, cue_range, is_passive, noun_phrase, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.cues import Cues, VerbCue
    from sayso.reading.statements.attribution import Range
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token
    from sayso.records.reading import Certainty

_PASSIVE_REST = frozenset(("oprd", "prep", "xcomp"))
_ISSUING = frozenset(["issue", "release", "publish", "send", "post", "write", "give", "make", "deliver", "sign", "air"])
_PERSONS = frozenset(["i", "we", "he", "she", "they"])
_EXPLETIVE = frozenset(("it", "there"))
_NEGATED: dict[Certainty, Certainty] = {
    "asserts": "hedges",
    "denies": "hedges",
    "hedges": "denies",
    "reports": "reports",
}


def verb_attributions(tree: Tree, cues: Cues) -> Iterator[Attribution]:
    """The attributions whose cue is a verb of this sentence, in text order; those of speech may still lack content."""
    relayed: set[int] = set()
    for token in tree.sentence.tokens:
        if token.pos not in VERBAL or token.i in relayed:
            continue
        entry = cues.verb(token)
        if entry is None:
            continue
        if entry.relays:
            made = list(relay_attributions(token, tree, cues))
            if made:
                relayed.update(part.anchor.i for part in made)
                yield from made
                continue
        yield from _attribution(token, entry, tree, cues)


def _attribution(verb: Token, entry: VerbCue, tree: Tree, cues: Cues) -> Iterator[Attribution]:
    made = _passive(verb, entry, tree, cues) if is_passive(verb) else _active(verb, entry, tree, cues)
    if made is not None:
        yield made


def _active(verb: Token, entry: VerbCue, tree: Tree, cues: Cues) -> Attribution | None:
    turned = inverted_tag(verb, entry, tree, cues)
    if turned is not None:
        return Attribution(_cue(verb), turned[0], turned[1], certainty(verb, entry, cues), verb, speech=True)
    content = complement(verb, entry, tree) or tagged(verb, entry, tree)
    speech = entry.speaks
    if not content and "finding" in entry.frames:
        content = _finding(verb, tree, cues)
    if not content and not speech:
        return None
    if _is_infinitive(verb) and (entry.attitude or not (clause(verb, entry, tree) or infinitive(verb, entry, tree))):
        return None
    who = speaker(verb, tree)
    if who is not None and who.lower in _EXPLETIVE and who.dep == "expl":
        who = None
    sure = certainty(verb, entry, cues)
    return Attribution(_cue(verb), who, content, sure, verb, speech=speech, attitude=entry.attitude)


def _finding(verb: Token, tree: Tree, cues: Cues) -> list[Range]:
    """As in "the survey shows *a narrow lead*", "the study found *little harm*": of documents only."""
    who, held = subject(verb), verb.child("dobj")
    if who is None or held is None or who.lemma not in cues.documents:
        return []
    return [tree.trimmed((tree.range(held)[0], max(tree.range(held)[1], tree.range(verb)[1])))]


def _is_infinitive(verb: Token) -> bool:
    return any(child.dep == "aux" and child.lower == "to" for child in verb.children)


def speaker(verb: Token, tree: Tree) -> Token | None:
    """Who says it; a noun in a quotation that the verb itself stands outside of is none."""
    author = _author(verb)
    if author is not None:
        return author
    who = subject(verb)
    if who is not None and tree.quote(who.i) >= 0 and tree.quote(verb.i) < 0:
        who = None
    return who or inverted_subject(verb, tree) or preceding_subject(verb, tree)


def _cue(verb: Token) -> Range:
    low, high = cue_range(verb)
    return (verb.head.head.i, high) if _author(verb) is not None else (low, high)


def _author(verb: Token) -> Token | None:
    """Who issued what speaks: "*the minister* issued a statement saying P"."""
    paper = verb.head
    if verb.dep != "acl" or verb.tag != "VBG" or paper.dep != "dobj" or paper.head.lemma not in _ISSUING:
        return None
    return subject(paper.head)


def certainty(verb: Token, entry: VerbCue, cues: Cues) -> Certainty:
    """What the cue says of its content: "not" turns a belief into a denial and leaves the rest open.

    A particle may make another of it ("ruled *out*"). A guess with a subjunctive is a proposal: "suggested he *go*".
    """
    told = verb.child("ccomp")
    particle = verb.child("prt")
    sure = cues.phrasal.get(f"{verb.lemma} {particle.lower}" if particle is not None else "", entry.certainty)
    if sure == "hedges" and entry.voiced and told is not None and told.tag == "VB" and told.child("aux") is None:
        sure = "asserts"
    return _NEGATED[sure] if verb.child("neg") is not None else sure


def _passive(verb: Token, entry: VerbCue, tree: Tree, cues: Cues) -> Attribution | None:
    """As in "it was announced that P", "P is expected to Q", "P was condemned by X", "I was told that P"."""
    told, who = verb.child("nsubjpass"), agent(verb)
    sure = certainty(verb, entry, cues)
    if who is None and sure == "asserts" and entry.raises and not _is_person(told):
        sure = "reports"
    content = clause(verb, entry, tree)
    told = told or subject(verb)
    if not content and told is not None:
        content = _raised(verb, told, entry, tree) or _suffered(verb, told, entry, tree, who)
    if not content:
        return None
    return Attribution(cue_range(verb), who, content, sure, verb, attitude=entry.attitude)


def _is_person(told: Token | None) -> bool:
    """Whether the subject of "was told that P" is the one who hears it."""
    return told is not None and told.lower in _PERSONS


def _raised(verb: Token, told: Token, entry: VerbCue, tree: Tree) -> list[Range]:
    """As in "*The deal* is expected *to fail*"."""
    below = verb.child("xcomp") or next((c for c in verb.children if _raises_gerund(c, verb)), None)
    if below is None or not entry.raises:
        return []
    return joined([noun_phrase(told), tree.trimmed(tree.range(below))])


def _raises_gerund(child: Token, verb: Token) -> bool:
    """As in "is suspected *of doing P*", "was reported *as having died*"."""
    if child.i < verb.i or child.lower not in ("of", "in", "as"):
        return False
    return child.child("pcomp") is not None


def _suffered(verb: Token, told: Token, entry: VerbCue, tree: Tree, who: Token | None) -> list[Range]:
    """As in "*The deal* was condemned by X *as a farce*"."""
    if "object" not in entry.frames:
        return []
    rest = [tree.range(child) for child in verb.children if child.dep in _PASSIVE_REST and child.i > verb.i]
    if who is None and not any(
        child.lower in ("of", "for") and child.i > verb.i for child in verb.all_children("prep")
    ):
        return []
    return joined([noun_phrase(told), *rest])
