"""Flat parses: words without a tree, for rules that look at neighbours alone.

    flat("Troops left Aden , Yemen", Yemen="GPE")

Words are divided by blanks. A word with a capital is a proper noun, one of ``_ADP`` a preposition, all else a noun. A
keyword labels a name, with ``_`` for a blank; every word hangs on the first of its sentence.
"""

from __future__ import annotations

from parses import parse
from sayso.reading.syntax import Name, Parse, Token

_ADP = frozenset(
    ("in", "near", "at", "from", "of", "to", "off", "with", "between", "against", "on", "for", "by", "into")
)


def flat(text: str, **labels: str) -> Parse:
    bare = parse(" ".join(_word(word) for word in text.split()))
    names = tuple(_name(bare.tokens, form.split("_"), label) for form, label in labels.items())
    return Parse(bare.tokens, bare.sentences, tuple(sorted(names, key=lambda name: name.start)))


def _word(word: str) -> str:
    if word == "|":
        return word
    if word in _ADP:
        return f"{word}/ADP/prep/0"
    if not word[0].isalnum():
        return f"{word}/PUNCT/punct/0"
    return f"{word}/{'PROPN' if word[0].isupper() else 'NOUN'}/dep/0"


def _name(tokens: tuple[Token, ...], words: list[str], label: str) -> Name:
    size = len(words)
    first = next(i for i in range(len(tokens)) if [t.text for t in tokens[i : i + size]] == words)
    inside = tokens[first : first + size]
    name = Name(inside[0].start, inside[-1].end, label, inside)
    for token in inside:
        token.name = name
    return name
