"""Attachment: what a time or a place hangs on, and which words of the tree are one event.

"Their meeting in Beijing on Sunday": Beijing and Sunday hang on *meeting*. "They held talks on Sunday": Sunday hangs on
*held*, which carries the talks. "Police in riot gear on Sunday beat marchers": Sunday is carried by *gear* and *police*
up to *beat*.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.lexicon.scenes import scene_words
from sayso.reading.clauses import VERBAL

if TYPE_CHECKING:
    from collections.abc import Container

    from sayso.reading.events.meaning import Meaning
    from sayso.reading.events.slots import Slots
    from sayso.reading.syntax import Token

# A longer way up the tree is no attachment but a broken parse.
_MOST_HOPS = 8
_PREPOSITIONS = frozenset(("prep", "agent", "dative", "prt", "advmod", "conj", "pcomp", "pobj"))
# Labels of what hangs on a noun or verb without a preposition.
_BARE = frozenset((
    "dobj", "nsubj", "nsubjpass", "conj", "appos", "compound", "nmod", "amod", "nummod", "poss", "npadvmod", "attr",
    "oprd", "dative", "advmod", "quantmod", "dep",
))  # fmt: skip
# The label of a way that leads over a noun that is an act or occasion itself: "criticised | the raid | in Gao".
ACT = "act"
# Operators whose act is the one that they are about, still to come: "plans to send".
_DECIDING = frozenset(("plan", "intend", "prepare", "aim", "expect", "hope", "want", "ready", "set"))


@dataclass(frozen=True, slots=True, eq=False)
class Hosts:
    """The words that are one event.

    Attributes:
        words: its trigger, what its pattern names, the verb that carries it, nearest first.
        sites: words whose place is the event's too, though their time is not: the siege that is lifted.
        type: the event's PLOVER type, as its words tell it.
        frame: the id of its frame.
        actors: ids of who does it.
    """

    words: tuple[Token, ...]
    sites: tuple[Token, ...] = ()
    type: str = ""
    frame: str = ""
    actors: tuple[str, ...] = ()

    @property
    def trigger(self) -> Token:
        """The word that tells the act."""
        return self.words[0]

    @property
    def clause(self) -> Token:
        """The verb whose clause tells it; its trigger, if that is a noun that no verb carries."""
        if self.trigger.pos in VERBAL:
            return self.trigger
        return next((word for word in reversed(self.words) if word.pos in VERBAL), self.trigger)

    @property
    def own(self) -> tuple[Token, ...]:
        """Its words without what it is about, if it is an act of words: "cancelled | *the talks* in Lima"."""
        if self.on_the_spot:
            return self.words
        return tuple(word for word in self.words if word is self.trigger or not is_occasion(word))

    @property
    def on_the_spot(self) -> bool:
        """Whether the act is done where those are who take part; else it is words about what may be anywhere."""
        scenes = scene_words()
        return self.frame in scenes.present or (self.type in scenes.on_the_spot and self.frame not in scenes.absent)


def hosts_of(meaning: Meaning, slots: Slots) -> Hosts:
    """The words that are the event."""
    predicate = meaning.predicate
    found = [predicate.token, *predicate.words]
    if predicate.object is not None:
        found.append(predicate.object)
    if predicate.token.pos not in VERBAL:
        bearer = slots.bearer(predicate.token)
        if bearer is not None:
            found.append(bearer)
    sites: list[Token] = []
    if meaning.inner is not None:
        inner = hosts_of(meaning.inner, slots)
        if predicate.token.lemma in _DECIDING:
            found += inner.words
        if meaning.frame.table in scene_words().contained:
            sites += inner.words
    actors = tuple(mention.actor for mention in meaning.actors)
    return Hosts(tuple(dict.fromkeys(found)), tuple(sites), meaning.type, meaning.frame.id, actors)


@dataclass(frozen=True, slots=True, eq=False)
class Rung:
    """A word above another, and by what the way up leads, the outermost first.

    A link is a preposition ("in"), the label of what hangs there without one ("dobj"), or ``ACT``.
    """

    token: Token
    links: tuple[str, ...]


def rungs(token: Token, *, through: Container[int] = (), sites: bool = False) -> list[Rung]:
    """The nouns above a word, and the verb at which they end, nearest first.

    Args:
        token: the word.
        through: the indices of words that are passed as if they were not there.
        sites: whether a noun that the name stands beside ("the town of Gao") is passed so too, with what binds them.
    """
    found: list[Rung] = []
    links: tuple[str, ...] = ()
    kept = ""
    here = token
    for _ in range(_MOST_HOPS):
        above, link = _above(here)
        if above is None or above.pos == "PUNCT":
            break
        link, here = kept or link, above
        kept = ""
        if above.i in through:
            kept = link
        elif not (sites and not found and _is_site(above, link)):
            links = (link, *links)
            found.append(Rung(above, links))
            if above.pos in VERBAL:
                break
            if is_occasion(above):
                links = (ACT, *links)
    return found


def _above(here: Token) -> tuple[Token | None, str]:
    """What a word hangs on, prepositions passed over, and by which of them or by which label."""
    above = here.head
    if above is here:
        return None, ""
    if here.dep not in ("pobj", "pcomp"):
        return (above, here.dep) if here.dep in _BARE and above.pos != "ADP" else (None, "")
    link = above.lower
    for _ in range(_MOST_HOPS):
        if above.head is above or above.dep not in _PREPOSITIONS:
            break
        above = above.head
        if above.pos != "ADP":
            return above, link
        link = "from" if above.lower == "out" and link == "of" else link
    return None, ""


def _is_site(noun: Token, link: str) -> bool:
    return link in ("of", "compound", "nmod", "appos", "poss", "amod") and noun.lemma in scene_words().sites


def is_occasion(token: Token) -> bool:
    """Whether a noun is something that takes place, and so has a time and place of its own."""
    return token.pos == "NOUN" and token.lemma in scene_words().occasions
