"""Forms of verbs that bear on how an act stands: finite or not, progressive, present, "would", "is to", inverted."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sayso.reading.clauses import VERBAL

if TYPE_CHECKING:
    from sayso.reading.syntax import Token
    from sayso.records.reading import Status

NON_FINITE = frozenset(("VB", "VBG", "VBN"))
FORMS_OF_BE = frozenset(("be", "'s", "’s"))
WOULD = frozenset(("would", "'d", "’d"))
_WILL = frozenset(("will", "wo", "would", "'ll", "’ll"))
# Before the subject these make a condition.
_INVERTED = frozenset(("had", "were", "should"))
_BE_TO = frozenset(("is", "are", "was", "were", "'s", "’s"))
_PRESENT_BE = frozenset(("is", "are", "'s", "'re", "’s", "’re", "am"))
_PRESENT = frozenset(("VBZ", "VBP"))
_STOPS = frozenset((".", "?", "!", "”", '"', "''", ")", "…"))
# What has lasted for some of these in a row goes on.
_SPANS = frozenset(("day", "night", "week", "weekend", "month", "year", "hour", "evening", "morning", "decade"))
_ORDINALS = frozenset(
    ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "consecutive", "straight")
)
_NO_TIME = frozenset(("time", "point", "stage", "account", "circumstance", "way", "moment", "condition"))
_YEAR = 4
_MAY = frozenset(("may", "might"))
_TRUE = frozenset(("true", "so"))
_ANY = frozenset(("a", "an", "any", "another"))
# So many words before a verb its clause may begin, to be looked at.
_LONGEST_OPENING = 12
_SINCE = "since"


def auxiliaries(verb: Token) -> list[Token]:
    """The words that help the verb, in text order."""
    return [child for child in verb.children if child.dep in ("aux", "auxpass")]


def has_would(verb: Token) -> bool:
    """Whether a "would" helps it."""
    return any(child.lower in WOULD for child in verb.all_children("aux"))


def has_have(verb: Token) -> bool:
    """Whether a form of "have" helps it."""
    return any(child.lemma == "have" for child in verb.all_children("aux"))


def has_to(verb: Token) -> bool:
    """Whether it is an infinitive with "to"."""
    return any(child.tag == "TO" for child in verb.all_children("aux"))


def is_finite(verb: Token) -> bool:
    """Whether it has a tense or a modal."""
    if verb.tag not in NON_FINITE:
        return True
    return any(child.tag not in ("TO", "VBG", "VB", "VBN") for child in auxiliaries(verb))


def is_subjunctive(verb: Token) -> bool:
    """Whether it is what is demanded: "insisted that he *leave*"."""
    return verb.tag == "VB" and verb.child("nsubj", "nsubjpass") is not None and not verb.all_children("aux")


def is_modal(verb: Token) -> bool:
    """Whether a modal helps it."""
    return any(child.tag == "MD" for child in verb.all_children("aux"))


def is_may(verb: Token) -> bool:
    """Whether "may" or "might" helps it: denied, it is as open as before."""
    return any(child.lower in _MAY for child in verb.all_children("aux"))


def is_untrue(copula: Token) -> bool:
    """Whether a clause is said not to be so: "it *isn't true* that they met"."""
    told = copula.child("acomp", "attr")
    return told is not None and told.lower in _TRUE and copula.child("neg") is not None


def is_indefinite(noun: Token) -> bool:
    """Whether any such act is meant: "*any* attack will be answered", "*a* raid could"."""
    return any(child.lower in _ANY for child in noun.all_children("det"))


def is_imperative(verb: Token) -> bool:
    """Whether it is an order: "*Free* our men or we shell the town"."""
    return verb.tag == "VB" and verb.child("nsubj", "nsubjpass", "aux", "auxpass") is None


def is_inverted(verb: Token) -> bool:
    """Whether a word before the subject makes a condition of it: "*Had* they withdrawn", "*Were* they to go"."""
    subject = verb.child("nsubj", "nsubjpass", "expl")
    if subject is None:
        return False
    own = verb.lower == "were" and verb.i < subject.i
    return own or any(child.lower in _INVERTED and child.i < subject.i for child in auxiliaries(verb))


def of_be_to(above: Token, verb: Token) -> Status:
    """What "is to", "is going to", "was to have" and "has yet to" make of the infinitive."""
    if above.lemma == "go" and above.tag == "VBG":
        return "planned"
    if above.lemma == "have" and any(child.lower == "yet" for child in (*above.children, *verb.children)):
        return "denied"
    if above.lemma not in FORMS_OF_BE or above.lower not in _BE_TO:
        return "actual"
    return "denied" if has_have(verb) else "planned"


def is_progressive(verb: Token) -> bool:
    """Whether it is going on: "is shelling", "has been shelling", "is being held"; "was shelling" is over."""
    helping = {child.lower for child in auxiliaries(verb)}
    if verb.tag == "VBN":
        return "being" in helping and bool(helping & _PRESENT_BE)
    if verb.tag != "VBG":
        return False
    if not verb.all_children("aux") and _heads_headline(verb):
        return True
    return bool(helping & _PRESENT_BE) or ("been" in helping and "had" not in helping)


def _heads_headline(verb: Token) -> bool:
    """Whether it is a headline's only verb: "Students *occupying* ministry"."""
    if verb.dep == "ROOT":
        return verb.child("nsubj") is not None
    return verb.dep == "acl" and verb.head.dep == "ROOT" and verb.head.pos not in VERBAL


def is_present(verb: Token) -> bool:
    """Whether it stands in the present tense."""
    helping = verb.all_children("aux")
    first = helping[0] if helping else verb
    return first.tag in _PRESENT


def lasts(verb: Token) -> bool:
    """Whether it has lasted until now: "has shelled it since Monday", "blocked the road for a third day"."""
    until_now = has_have(verb) and is_present(verb)
    if any(child.lower == _SINCE for child in verb.all_children("prep", "mark")):
        return until_now or (verb.tag == "VBN" and verb.dep == "acl")
    spans = [h for link in verb.all_children("prep") if link.lower == "for" for h in link.all_children("pobj")]
    return any(h.lemma in _SPANS and (until_now or is_nth_span(h)) for h in spans)


def enters_span(verb: Token) -> bool:
    """Whether the verb says that its subject has lasted: "the siege *entered* its fifth month"."""
    return verb.lemma in ("enter", "begin", "reach") and any(h.lemma in _SPANS for h in verb.all_children("dobj"))


def is_nth_span(noun: Token) -> bool:
    """Whether the noun counts for how long something has lasted: "the second *day* of their visit"."""
    return noun.lemma in _SPANS and any(child.lower in _ORDINALS for child in noun.children)


def shares_form(verb: Token, above: Token) -> bool:
    """Whether a coordinated verb stands under the auxiliaries of the first: "will meet and discuss"."""
    if verb.pos not in VERBAL or above.pos not in VERBAL:
        return True
    own = verb.child("aux", "auxpass", "nsubj", "nsubjpass")
    return own is None and verb.tag == above.tag and verb.tag in NON_FINITE


def opening_pairs(verb: Token) -> set[str]:
    """Two words that open a verb's clause, or stand right before it: "*rather than* expel", "*in case* they go"."""
    if verb.dep == "ROOT":
        return set()
    first = verb
    while first.children and first.children[0].i < first.i:
        first = first.children[0]
    second = verb
    for _ in range(_LONGEST_OPENING):
        if second.before is None or second.before.i <= first.i:
            break
        second = second.before
    words = [second if second.before is first else None, first, first.before, first.before and first.before.before]
    return {f"{b.lower} {a.lower}" for a, b in itertools.pairwise(words) if a is not None and b is not None}


def is_year(word: str) -> bool:
    """Whether a word is a year in figures."""
    return len(word) == _YEAR and word.isdecimal()


def is_sentence(last: str) -> bool:
    """Whether a sentence whose last word is this is no headline."""
    return last in _STOPS


def is_will_not(verb: Token) -> bool:
    """Whether a "will not" or "would not" stands with the verb: somebody says that it won't be done."""
    return any(child.lower in _WILL for child in verb.all_children("aux")) and verb.child("neg") is not None


def is_at_no_time(link: Token) -> bool:
    """Whether a phrase denies the verb: "*at no time* consulted", "*in no way* endorsed"."""
    if link.dep != "prep":
        return False
    held = link.child("pobj")
    return held is not None and held.lemma in _NO_TIME and any(child.lower == "no" for child in held.children)


def is_not_only(negation: Token, verb: Token) -> bool:
    """Whether a "not" does not deny the verb: "*not* only lifted the curfew"."""
    only = any(child.lower == "only" and child.i == negation.i + 1 for child in verb.children)
    return negation.lower == "not" and only


def is_or_not(whether: Token, verb: Token) -> bool:
    """Whether a "whether" covers both cases: "whether *or not* they sign"."""
    behind = {token.i - whether.i: token.lower for token in (*verb.subtree(), *whether.subtree())}
    return {behind.get(1), behind.get(2)} == {"or", "not"}
