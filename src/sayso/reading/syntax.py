"""A parsed text as plain Python objects: tokens in their tree, sentences, names.

Every stage after ``analyse`` reads these and none touches spaCy: attribute access is an order of magnitude cheaper than
through spaCy's views, and a test builds a parse by hand without a model.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.records import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(slots=True, eq=False)
class Token:
    """A word or mark. White space is no token.

    Attributes:
        i: its place in ``Parse.tokens``.
        start, end: half-open, in code points of the document's text.
        text, lower, lemma: as written, in lower case, and its dictionary form in lower case.
        pos, tag: Universal part of speech (``VERB``), Penn Treebank tag (``VBD``).
        dep: the dependency label of spaCy's English models (ClearNLP: ``nsubj``, ``dobj``, ``pobj``, ``prep``, …).
        head: what it depends on; the root of a sentence depends on itself.
        children: what depends on it, in text order.
        sentence: the index of its sentence in ``Parse.sentences``.
        before: the word before it in its sentence, if any.
        name: the name that it is part of, if any.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    sentence: int
    head: Token = field(init=False, repr=False)
    children: list[Token] = field(init=False, repr=False, default_factory=list)
    before: Token | None = field(init=False, repr=False, default=None)
    name: Name | None = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        self.head = self

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)

    def child(self, *deps: str) -> Token | None:
        """The first child with one of these dependency labels."""
        for token in self.children:
            if token.dep in deps:
                return token
        return None

    def all_children(self, *deps: str) -> list[Token]:
        """The children with one of these dependency labels, in text order."""
        return [token for token in self.children if token.dep in deps]

    def ancestors(self) -> Iterator[Token]:
        """Its head, that one's head, and so on to the root."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def subtree(self, *, without: Callable[[Token], bool] | None = None) -> list[Token]:
        """This token and all below it, in text order; a branch whose top fulfils ``without`` is left out."""
        found, stack = [], [self]
        while stack:
            token = stack.pop()
            found.append(token)
            stack.extend(child for child in token.children if without is None or not without(child))
        found.sort(key=_place)
        return found

    def conjuncts(self) -> list[Token]:
        """This token and what is coordinated with it below it: "A, B and C" from A gives [A, B, C]."""
        found, stack = [self], [self]
        while stack:
            token = stack.pop()
            for child in token.children:
                if child.dep == "conj":
                    found.append(child)
                    stack.append(child)
        found.sort(key=_place)
        return found


def _place(token: Token) -> int:
    return token.i


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A stretch that the recogniser holds for a name; ``label`` is one of OntoNotes' (PERSON, ORG, GPE, NORP, …)."""

    start: int
    end: int
    label: str
    tokens: tuple[Token, ...]

    @property
    def root(self) -> Token:
        """The token that carries the name in the tree: the one whose head lies outside."""
        inside = set(map(id, self.tokens))
        return next((t for t in self.tokens if t.head is t or id(t.head) not in inside), self.tokens[-1])


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """Tokens of one sentence in the story with index ``story``; ``paragraph`` counts over the page."""

    i: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    story: int
    paragraph: int

    @property
    def roots(self) -> list[Token]:
        """The tokens that depend on nothing: one, unless white space or a preset break cut the tree."""
        return [token for token in self.tokens if token.head is token]


@dataclass(frozen=True, slots=True, eq=False)
class Parse:
    """All of one document's tokens, sentences and names, in text order."""

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence that the token stands in."""
        return self.sentences[token.sentence]


def hull(tokens: list[Token]) -> Span:
    """The span from the first to the last of these tokens (at least one)."""
    return Span(min(t.start for t in tokens), max(t.end for t in tokens))
