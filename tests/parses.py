"""Parses built by hand, so that a unit test needs no model.

    parse("Peru/PROPN/nsubj/1 met/VERB/ROOT/1 Chile/PROPN/dobj/1 ./PUNCT/punct/1")

Each word is ``text/POS/dep/head`` and, where it matters, ``/lemma`` and ``/TAG``; heads count words from 0 within the
sentence. Sentences are divided by ``|``. Words are joined by one space, so offsets are easy to tell.
"""

from __future__ import annotations

import itertools

from sayso.reading.syntax import Parse, Sentence, Token

_TAGS = {
    "VERB": "VBD",
    "NOUN": "NN",
    "PROPN": "NNP",
    "ADJ": "JJ",
    "ADP": "IN",
    "PRON": "PRP",
    "PART": "TO",
    "AUX": "MD",
}


def parse(source: str, *, story: int = 0) -> Parse:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    at = 0
    for number, sentence in enumerate(source.split("|")):
        words = [word.rsplit("/") for word in sentence.split()]
        first = len(tokens)
        for text, pos, dep, _head, *more in words:
            lemma = more[0] if more and more[0] else text.lower()
            tag = more[1] if len(more) > 1 else _TAGS.get(pos, pos)
            tokens.append(Token(len(tokens), at, at + len(text), text, text.lower(), lemma, pos, tag, dep, number))
            at += len(text) + 1
        for before, token in itertools.pairwise(tokens[first:]):
            token.before = before
        for token, word in zip(tokens[first:], words, strict=True):
            token.head = tokens[first + int(word[3])]
            if token.head is not token:
                token.head.children.append(token)
        inside = tuple(tokens[first:])
        sentences.append(Sentence(number, inside[0].start, inside[-1].end, inside, story, number))
    return Parse(tuple(tokens), tuple(sentences))


def text_of(parsed: Parse) -> str:
    return " ".join(token.text for token in parsed.tokens)
