"""Those who pass on what others say: "A cited B as saying P", "B was quoted as saying P", "B, quoted by A, said P"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.lexicon.roles import load_roles
from sayso.reading.statements.attribution import Attribution, joined
from sayso.reading.statements.tree import agent, cue_range, is_passive, noun_phrase, subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.lexicon.cues import Cues
    from sayso.reading.statements.attribution import Range
    from sayso.reading.statements.tree import Tree
    from sayso.reading.syntax import Token

_SPEAKERS = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_BEFORE_NOUNS = frozenset(("amod", "compound"))


def relay_attributions(verb: Token, tree: Tree, cues: Cues) -> Iterator[Attribution]:
    """The link of the one who quotes, and the link of the one who is quoted; nothing if the verb quotes no speech."""
    passive = is_passive(verb) or (verb.dep == "acl" and verb.tag == "VBN")
    held = verb.child("nsubjpass") or subject(verb) if passive else verb.child("dobj")
    found = _speech(verb, held, tree, cues)
    if found is None:
        return
    speech, cue, quoted = found
    who = agent(verb) if passive else subject(verb)
    outer = Attribution(cue_range(verb), who, [], "reports", verb, relay=True)
    said = _said(speech, verb, tree)
    entry = cues.verb(speech)
    inner = Attribution(cue, quoted, said, entry.certainty if entry else "asserts", speech, speech=True, parent=outer)
    outer.content = joined([noun_phrase(quoted), cue, *said])
    yield outer
    yield inner


def _speech(verb: Token, held: Token | None, tree: Tree, cues: Cues) -> tuple[Token, Range, Token] | None:
    """("saying", the tokens of "as saying", who says it)."""
    for token in tree.sentence.tokens[verb.i + 1 - tree.first :]:
        if (
            token.tag in ("VBG", "VBN")
            and token.dep not in _BEFORE_NOUNS
            and _speaks(token, cues)
            and _hangs_on(token, verb, held)
        ):
            before = tree.at(token.i - 1)
            marked = before is not None and before.lower == "as"
            if not marked and verb.lemma == "report":
                return None
            quoted = token.child("nsubj") or held
            return (token, (token.i - marked, token.i + 1), quoted) if quoted is not None else None
        if token.tag in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _hangs_on(token: Token, verb: Token, held: Token | None) -> bool:
    """Whether the participle stands below the verb or below the one who is quoted."""
    for above in token.ancestors():
        if above is verb or above is held:
            return True
        if above.i < verb.i:
            return False
    return False


def _speaks(token: Token, cues: Cues) -> bool:
    entry = cues.verb(token)
    return (entry is not None and "clause" in entry.frames) or token.lemma == "have"


def _said(speech: Token, verb: Token, tree: Tree) -> list[Range]:
    """What follows "as saying", or what stood before the verb."""
    for child in speech.children:
        if child.i > speech.i and child.dep in ("ccomp", "xcomp", "dobj", "prep", "dep") and not _is_date(child):
            return [tree.trimmed((tree.range(child)[0], tree.range(speech)[1]))]
    for child in verb.children:
        if child.dep == "ccomp" and child is not speech and child.i < verb.i:
            return [tree.trimmed(tree.range(child))]
    last = max(tree.range(verb)[1], speech.i + 1)
    return joined([tree.trimmed((speech.i + 1, last))])


def _is_date(child: Token) -> bool:
    """Whether a phrase tells when it was said: "as saying *on Wednesday*"."""
    held = child.child("pobj")
    return child.dep == "prep" and held is not None and held.name is not None and held.name.label in ("DATE", "TIME")


def relayed(made: Attribution, cues: Cues) -> Attribution | None:
    """The link that another's passing on puts around or inside an attribution, which ``made`` is tied to; None if none.

    Around: "B, *quoted by A*, said P", "said, *as reported by A*, P". Inside: "A, *citing B*, said P".
    """
    places = [*made.anchor.children, *(made.source.children if made.source is not None else ())]
    for child in places:
        found = _passer(child, cues)
        if found is not None:
            outer = Attribution(_word(found[0]), found[1], list(made.content), "reports", found[0], relay=True)
            made.parent = outer
            return outer
        held = _cited(child, cues)
        if held is not None:
            inner = Attribution(_word(child), held, made.content, made.certainty, child, parent=made)
            made.relay, made.certainty = True, "reports"
            return inner
    return None


def _word(token: Token) -> Range:
    return token.i, token.i + 1


def _passer(child: Token, cues: Cues) -> tuple[Token, Token] | None:
    """(verb, agent) of a participle such as "quoted by A", also "in remarks published by A"."""
    near, passing = [child], cues.relaying
    if child.dep == "prep":
        held = child.child("pobj")
        near = [child, *held.children] if held is not None and held.lemma in cues.nouns else [child]
        passing = cues.relaying | cues.carrying
    for verb in near:
        if verb.tag == "VBN" and verb.dep in ("acl", "advcl", "prep", "relcl") and verb.lemma in passing:
            who = agent(verb)
            if who is not None:
                return verb, who
    return None


def _cited(child: Token, cues: Cues) -> Token | None:
    """Whom the one who speaks relies on: "KCNA, *citing Kim*, said P", "according to AFP, *which cited officials*"."""
    if child.lemma not in ("cite", "quote") or child.dep not in ("advcl", "acl", "relcl", "prep", "appos"):
        return None
    if is_passive(child):
        return None
    held = child.child("dobj", "pobj")
    return held if held is not None and can_speak(held, cues) else None


def can_speak(noun: Token, cues: Cues) -> bool:
    """Whether a noun names someone or something that can be cited."""
    if noun.name is not None and noun.name.label in _SPEAKERS:
        return True
    return noun.pos == "PROPN" or noun.lemma in cues.sources or noun.lemma in load_roles().speakers
