"""Stage *relations*: what stands between two actors, told by nouns, and how it moves.

"China, North Korea's biggest trading partner" is a role that one holds towards another (``roles``); "ties between the
two cooled" is a bond that both share (``bonds``). Both are read from the tree around a noun of the lexicon.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.relations import load_relations
from sayso.reading.attribution import Voices
from sayso.reading.relations.bonds import read_bond
from sayso.reading.relations.roles import read_role
from sayso.reading.relations.trends import trend_of
from sayso.records import Relation

if TYPE_CHECKING:
    from sayso.lexicon.relations import RelationLexicon
    from sayso.reading.draft import Draft
    from sayso.reading.relations.found import Found
    from sayso.reading.stage import StageFunction
    from sayso.reading.syntax import Token
    from sayso.settings import Settings


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - every stage is made alike
    """The stage, with its lexicon loaded."""
    lexicon = load_relations()

    def stage(draft: Draft) -> Draft:
        voices = Voices(draft.statements)
        found = [
            _relation(voices, noun, hit, lexicon)
            for token in draft.parse.tokens
            if token.lemma in lexicon.roles or token.lemma in lexicon.bonds
            for noun, hit in _read(draft, token, lexicon)
        ]
        return replace(draft, relations=tuple(sorted(set(found), key=_order)))

    return stage


def _read(draft: Draft, token: Token, lexicon: RelationLexicon) -> list[tuple[Token, Found]]:
    if token.pos not in ("NOUN", "PROPN"):
        return []
    roles = read_role(draft, token, lexicon.roles.get(token.lemma, ()))
    hits = roles or read_bond(draft, token, lexicon.bonds.get(token.lemma, ()))
    return [(token, hit) for hit in hits if hit.a.actor != hit.b.actor]


def _relation(voices: Voices, noun: Token, hit: Found, lexicon: RelationLexicon) -> Relation:
    return Relation(
        kind=hit.kind,
        trend=trend_of(noun, lexicon),
        a=hit.a.actor,
        b=hit.b.actor,
        span=hit.span,
        time=None,
        statement=voices.at(noun.span),
    )


def _order(relation: Relation) -> tuple[int, int, str, str, str]:
    return relation.span.start, relation.span.end, relation.kind, relation.a, relation.b
