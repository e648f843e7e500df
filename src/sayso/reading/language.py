"""Stage *language*: which language a text is written in; good enough to tell English news from that of others.

A text in another language gets a notice and is not parsed, so that nothing can be coded from it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.lexicon.languages import languages
from sayso.records import Notice

if TYPE_CHECKING:
    from sayso.reading.draft import Draft
    from sayso.reading.stage import StageFunction
    from sayso.settings import Settings

ENGLISH = "en"

# A few hundred words tell as much as all.
_SAMPLE_CHARACTERS = 6000
_SAMPLE_WORDS = 600
# Single letters of "U.S.", "'s" and "d'" are no words: some language has each of them as one.
_WORD = re.compile(r"(?<![\w.'’])[^\W\d_]+(?!['’.]?\w)")

# Fewer words than this tell nothing: names and headlines look alike everywhere.
_FEWEST_WORDS = 6
# A language other than English needs this many different function words: names hold one by chance.
_FEWEST_HITS = 3
# What the function words of a running text weigh together, to its words: 0.2 to 0.4 in news, under 0.05 by chance.
_LEAST_SHARE = 0.09
# English and another language must differ by this factor, or the text is not clear.
_CLEAR = 1.3
# The part of a sample's letters above which a script of its own tells the language; Japanese mixes kana with Chinese.
_SCRIPT_SHARE = 0.4
_KANA_SHARE = 0.05


def make(settings: Settings) -> StageFunction:  # noqa: ARG001 - every stage is made alike
    """The stage: what the text shows goes before what was told of it; where neither says, it is read as English."""

    def stage(draft: Draft) -> Draft:
        told = (draft.document.language or "")[:2].lower() or None
        language = detect(draft.text) or told
        document = replace(draft.document, language=language)
        if language in (None, ENGLISH):
            return replace(draft, document=document)
        notice = Notice("language", f"the text is in another language ({language}), so nothing is coded from it")
        return replace(draft, document=document, notices=(*draft.notices, notice))

    return stage


def detect(text: str) -> str | None:
    """The ISO 639-1 code of the language; None if the text is too short, or not clear.

    Looks at function words, which no text goes without and names do not change, and at scripts that tell by themselves.
    """
    sample = text[:_SAMPLE_CHARACTERS]
    script = None if sample.isascii() else _script(sample, languages().scripts)
    if script:
        return script
    words = _WORD.findall(sample.lower())[:_SAMPLE_WORDS]
    found = _by_words(words) if len(words) >= _FEWEST_WORDS else None
    return found or (None if sample.isascii() else _script(sample, languages().shared))


def _script(sample: str, ranges: tuple[tuple[int, int, str], ...]) -> str | None:
    letters = sum(map(str.isalpha, sample))
    counts: Counter[str] = Counter()
    for character, times in sorted(Counter(sample).items()):
        if code := _script_of(ord(character), ranges):
            counts[code] += times
    if counts["ja"] > _KANA_SHARE * letters and counts["ja"] + counts["zh"] > _SCRIPT_SHARE * letters:
        return "ja"
    best, times = max(counts.items(), key=_score, default=("", 0))
    return best if times > _SCRIPT_SHARE * letters else None


def _script_of(point: int, ranges: tuple[tuple[int, int, str], ...]) -> str | None:
    return next((code for first, last, code in ranges if first <= point <= last), None)


def _by_words(words: list[str]) -> str | None:
    known = languages().words
    scores: dict[str, float] = defaultdict(float)
    hits: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for code, weight in known.get(word, ()):
            scores[code] += times * weight
            hits[code] += 1
    best, score = max(scores.items(), key=_score, default=("", 0.0))
    if score < _LEAST_SHARE * len(words) or (best != "en" and hits[best] < _FEWEST_HITS):
        return None
    rival = max((other for code, other in scores.items() if code != best), default=0.0)
    unclear = score < _CLEAR * (rival if best == "en" else scores.get("en", 0.0))
    return None if unclear else best


def _score(item: tuple[str, float]) -> float:
    return item[1]
