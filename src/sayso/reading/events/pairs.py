"""Known pairs: what the first of two given spans does to the second.

The given spans become mentions where the cast has none. Then the predicates are asked, the likeliest first: one that
names both in their roles; one that names either and has the other below it; one that stands on the path between them
in the tree. Whatever does not name just these two is left for the learned coder to confirm.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.lexicon.frames import UNKNOWN
from sayso.reading.cast import Cast, Mention
from sayso.reading.clauses import VERBAL
from sayso.reading.events.meaning import Meaning, consumed
from sayso.reading.events.predicates import Predicate
from sayso.records import Actor, content_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sayso.reading.draft import Draft, Pair
    from sayso.reading.events.meaning import Interpreter
    from sayso.reading.syntax import Parse, Token
    from sayso.records import Span

# Why nothing is coded.
NO_WORD = "a span of the pair holds no word"
NOTHING_TOLD = "no words tell what the first does to the second"


def cast_with_pairs(draft: Draft) -> Cast:
    """The cast, with a mention for each given span whose head word names nobody yet."""
    cast = draft.cast
    actors, mentions = list(cast.actors), list(cast.mentions)
    for span in dict.fromkeys(span for pair in draft.pairs for span in pair):
        head = head_of(draft.parse, span)
        if head is None or any(cast.at(head.i)):
            continue
        actor = _actor(draft, span)
        if actor.id not in {known.id for known in actors}:
            actors.append(actor)
        mentions.append(Mention(span, head.i, actor.id, "nominal"))
    mentions.sort(key=lambda mention: (mention.span.start, mention.span.end, mention.actor))
    actors.sort(key=lambda actor: (actor.mentions[0].start if actor.mentions else 0, actor.id))
    return Cast(tuple(actors), tuple(mentions))


def _actor(draft: Draft, span: Span) -> Actor:
    name = span.of(draft.text)
    return Actor(content_id("a", name, span.start), name, "group", None, (), None, "text", (span,))


def head_of(parse: Parse, span: Span) -> Token | None:
    """The word that carries the span in the tree: the first whose head lies outside; None if the span holds no word."""
    inside = [token for token in parse.tokens if token.start < span.end and span.start < token.end]
    numbers = {token.i for token in inside}
    return next((t for t in inside if t.head is t or t.head.i not in numbers), inside[-1] if inside else None)


@dataclass(frozen=True, slots=True)
class Between:
    """What the frames make of a pair.

    Attributes:
        meaning: the likeliest, with the pair as its parties; if the frames are silent, a meaning without a type at the
            word that joins the two; None if nothing joins them.
        sure: whether its words name just these two, in these roles.
        why_not: a sentence, if there is no meaning with a type.
    """

    meaning: Meaning | None
    sure: bool
    why_not: str | None


class PairCoder:
    """Looks up given pairs of one document."""

    def __init__(self, draft: Draft, found: Mapping[int, tuple[Predicate, ...]], interpreter: Interpreter) -> None:
        self._draft = draft
        self._cast = draft.cast
        told = [meaning for i in found if (meaning := interpreter.bare(i)) is not None]
        taken = consumed(told)
        self._told = [meaning for meaning in told if meaning.predicate.token.i not in taken]

    def between(self, pair: Pair) -> Between:
        """What the frames make of the pair."""
        actor, recipient = (self._mention(span) for span in pair)
        if actor is None or recipient is None:
            return Between(None, sure=False, why_not=NO_WORD)
        ranked = sorted(
            (self._distance(meaning, actor, recipient), _depth(meaning.predicate.token), meaning.predicate.token.i, n)
            for n, meaning in enumerate(self._told)
        )
        if not ranked or ranked[0][0] >= _FAR:
            return Between(self._joined(actor, recipient), sure=False, why_not=NOTHING_TOLD)
        best = self._told[ranked[0][-1]]
        mutual = best.frame.mutual
        actors, recipients = ((actor, recipient), ()) if mutual else ((actor,), (recipient,))
        return Between(replace(best, actors=actors, recipients=recipients), sure=ranked[0][0] == 0, why_not=None)

    def _joined(self, actor: Mention, recipient: Mention) -> Meaning | None:
        """A meaning without a type, at the lowest verb above both; else at the one's verb; None across sentences."""
        first, second = (self._draft.parse.tokens[mention.head] for mention in (actor, recipient))
        if first.sentence != second.sentence:
            return None
        above = [first, *first.ancestors()]
        shared = {token.i for token in (second, *second.ancestors())}
        joining = next((t for t in above if t.i in shared and t.pos in VERBAL), None)
        token = joining or next((t for t in above if t.pos in VERBAL), above[-1])
        return Meaning(Predicate(token, UNKNOWN, (), None, None), "", "", None, (actor,), (recipient,))

    def _mention(self, span: Span) -> Mention | None:
        head = head_of(self._draft.parse, span)
        if head is None:
            return None
        here = self._cast.at(head.i)
        return replace(here[0], span=span) if here else None

    def _distance(self, meaning: Meaning, actor: Mention, recipient: Mention) -> int:
        """How far the meaning is from telling just this, by the table of the module; ``_FAR`` if it does not."""
        mutual = meaning.frame.mutual
        acts = _names(meaning.actors, actor)
        suffers = _names(meaning.actors if mutual else meaning.recipients, recipient)
        if _names(meaning.recipients, actor) and _names(meaning.actors, recipient) and not mutual:
            return _FAR
        token, tokens = meaning.predicate.token, self._draft.parse.tokens
        below = _is_above(token, tokens[recipient.head])
        on_path = below or _is_above(token, tokens[actor.head])
        steps = (
            acts and suffers,
            acts and below,
            suffers and not meaning.actors,
            acts,
            suffers,
        )
        near = len(steps) + abs(token.i - recipient.head) // _NEAR
        return next((step for step, holds in enumerate(steps) if holds), near if on_path else _FAR)


# Beyond this a predicate has nothing to do with the pair.
_FAR = 12
# So many words away count as one step.
_NEAR = 8
# How far up the tree a word is looked for.
_MOST_HOPS = 12


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors())


def _names(mentions: Iterable[Mention], wanted: Mention) -> bool:
    return any(mention.actor == wanted.actor or mention.head == wanted.head for mention in mentions)


def _is_above(token: Token, below: Token) -> bool:
    for hops, ancestor in enumerate(below.ancestors()):
        if ancestor is token:
            return True
        if hops > _MOST_HOPS:
            return False
    return False
