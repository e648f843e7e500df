"""Quotations given to those who speak them: whole, over several sentences and paragraphs, or to nobody."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.reading.statements.attribution import Attribution, holds, joined, within
from sayso.reading.statements.tree import COMMAS, noun_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.reading.quotes import Quotation
    from sayso.reading.statements.attribution import Range
    from sayso.reading.syntax import Parse, Token

_ENDS = frozenset((".", "?", "!", "…", "..."))
# A quotation that nobody is named for is speech from so many words on; shorter ones are titles and single terms.
_FEWEST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quotations as ranges of tokens, marks included, and which one each token stands in (-1: none)."""

    ranges: tuple[Range, ...]
    at: list[int]

    def touching(self, part: Range) -> list[int]:
        """Which quotations share a token with ``part``."""
        first = bisect_right(self.ranges, part[0], key=lambda r: r[1])
        found = []
        while first < len(self.ranges) and self.ranges[first][0] < part[1]:
            found.append(first)
            first += 1
        return found


def quoted(quotes: Sequence[Quotation], tokens: Sequence[Token]) -> Quoted:
    """The quotations as ranges of tokens; one that holds no token is left out."""
    ranges: list[Range] = []
    at = [-1] * len(tokens)
    i = 0
    for quote in quotes:
        while i < len(tokens) and tokens[i].end <= quote.start:
            i += 1
        first = i
        while i < len(tokens) and tokens[i].start < quote.end:
            at[i] = len(ranges)
            i += 1
        if i > first:
            ranges.append((first, i))
    return Quoted(tuple(ranges), at)


def give_quotations(found: list[Attribution], quotations: Quoted, parse: Parse) -> list[Attribution]:
    """The attributions with their quotations whole, and one for each quotation that nobody is named for.

    A cue outside of a quotation that has part of it has all of it; a cue inside has nothing beyond. What is left stands
    beside a tag, or goes on what someone said in the sentence before, or is spoken by nobody who is named.
    """
    if not quotations.ranges:
        return found
    taken: dict[int, Attribution] = {}
    for made in found:
        _make_whole(made, quotations, taken, parse)
    for made in found:
        if made.speech and quotations.at[made.anchor.i] < 0:
            _take_adjacent(made, quotations, taken, parse)
    return found + _go_on(found, quotations, taken, parse)


def _make_whole(made: Attribution, quotations: Quoted, taken: dict[int, Attribution], parse: Parse) -> None:
    inside = quotations.at[made.anchor.i]
    if inside >= 0:
        made.content = within(made.content, quotations.ranges[inside])
        return
    _drop_finished(made, quotations, parse)
    wholes = {k for part in made.content for k in quotations.touching(part)}
    for k in sorted(wholes):
        taken.setdefault(k, made)
    if wholes:
        made.content = joined([*made.content, *(quotations.ranges[k] for k in wholes)])


def _drop_finished(made: Attribution, quotations: Quoted, parse: Parse) -> None:
    """Takes away a quotation that ended before the cue's own sentence began, where the parser saw one sentence."""
    cue = made.cue or (made.anchor.i, made.anchor.i + 1)
    after = [part for part in made.content if part[0] >= cue[1]]
    if not after or len(after) == len(made.content):
        return
    before = [k for part in made.content if part[1] <= cue[0] for k in quotations.touching(part)]
    if before and _is_finished(quotations.ranges[before[-1]], parse):
        made.content = after


def _is_finished(part: Range, parse: Parse) -> bool:
    """Whether the quotation ends with a full stop."""
    return any(token.text == "." for token in parse.tokens[max(part[0], part[1] - 2) : part[1]])


def _take_adjacent(made: Attribution, quotations: Quoted, taken: dict[int, Attribution], parse: Parse) -> None:
    """The quotation right before or after "he said"."""
    core = _core(made)
    tokens = parse.tokens
    left = core[0] - 1
    while left >= 0 and tokens[left].text in COMMAS:
        left -= 1
    if left >= 0 and quotations.at[left] >= 0 and left == core[0] - 1 and _has_ended(left, made, quotations, parse):
        left = -1
    right = core[1]
    if not made.content:
        right = _opening(right, quotations, parse, made.anchor.sentence)
    else:
        while right < len(tokens) and tokens[right].text in COMMAS:
            right += 1
    for i in (left, right):
        k = quotations.at[i] if 0 <= i < len(tokens) else -1
        if k >= 0 and _is_free(k, made, taken) and abs(tokens[i].sentence - made.anchor.sentence) <= 1:
            taken[k] = made
            made.content = joined([*made.content, quotations.ranges[k]])


def _has_ended(i: int, made: Attribution, quotations: Quoted, parse: Parse) -> bool:
    """Whether the quotation before the tag belongs to a sentence before: "Go!" He says we stay."""
    last = parse.tokens[quotations.ranges[quotations.at[i]][1] - 1]
    before = parse.tokens[last.i - 1]
    if "." in (last.text, before.text):
        return True
    return bool(made.content) and "," not in (last.text, before.text)


def _is_free(k: int, made: Attribution, taken: dict[int, Attribution]) -> bool:
    """Whether nobody has the quotation but one in whose words this cue stands."""
    owner = taken.get(k)
    return owner is None or (owner is not made and holds(owner.content, made.anchor.i))


def _core(made: Attribution) -> Range:
    low, high = made.cue or (made.anchor.i, made.anchor.i + 1)
    if made.source is not None and abs(made.source.i - made.anchor.i) <= 12:  # noqa: PLR2004 - a name with its title
        first, last = noun_phrase(made.source)
        low, high = min(low, first), max(high, last)
    return low, high


def _opening(i: int, quotations: Quoted, parse: Parse, sentence: int) -> int:
    """Where the next quotation of the sentence opens that a comma, a colon or the cue itself leads to; else ``i``."""
    here = i
    while here < len(parse.tokens) and parse.tokens[here].sentence == sentence:
        if quotations.at[here] >= 0:
            return here if here == i or parse.tokens[here - 1].text in (",", ":") else i
        if parse.tokens[here].tag in ("VBD", "VBZ", "VBP"):
            break
        here += 1
    return i


def _go_on(
    found: list[Attribution], quotations: Quoted, taken: dict[int, Attribution], parse: Parse
) -> list[Attribution]:
    """What is left, given to the one who spoke in the same sentence or the one before; else to nobody."""
    speakers = sorted((a for a in found if a.speech and quotations.at[a.anchor.i] < 0), key=lambda a: a.anchor.i)
    nobody: list[Attribution] = []
    last: Attribution | None = None
    reach = -2
    place = 0
    for k, part in enumerate(quotations.ranges):
        while place < len(speakers) and speakers[place].anchor.i < part[0]:
            speaker = speakers[place]
            place += 1
            ends = max((b for _, b in speaker.content), default=speaker.anchor.i + 1) - 1
            here = max(parse.tokens[min(ends, part[0] - 1)].sentence, speaker.anchor.sentence)
            if last is None or here > reach or not _quotes(last, quotations):
                last, reach = speaker, here
        owner = taken.get(k)
        if owner is not None:
            if owner.speech and owner in speakers[max(0, place - 3) : place + 1]:
                last, reach = owner, max(reach, parse.tokens[part[1] - 1].sentence)
            continue
        if not _stands_free(part, quotations, parse):
            continue
        first = parse.tokens[part[0]]
        if last is not None and 0 <= first.sentence - reach <= 1 and _same_story(first, last.anchor, parse):
            if last.content and last.content[-1][1] < part[0]:
                last.content.append(part)
            else:
                last.content = joined([*last.content, part])
            reach = max(reach, parse.tokens[part[1] - 1].sentence)
        elif _is_speech(part, parse):
            last = Attribution(None, None, [part], "asserts", first)
            nobody.append(last)
            reach = parse.tokens[part[1] - 1].sentence
    return nobody


def _quotes(made: Attribution, quotations: Quoted) -> bool:
    return any(quotations.touching(part) for part in made.content)


def _same_story(a: Token, b: Token, parse: Parse) -> bool:
    return parse.sentences[a.sentence].story == parse.sentences[b.sentence].story


def _stands_free(part: Range, quotations: Quoted, parse: Parse) -> bool:
    """Whether a quotation is a sentence of its own, not a term within one."""
    tokens = parse.tokens
    before = tokens[part[0] - 1] if part[0] else None
    opens = (
        before is None
        or before.text in _ENDS
        or before.text in (":", ",")
        or quotations.at[before.i] >= 0
        or parse.sentences[before.sentence].paragraph != parse.sentences[tokens[part[0]].sentence].paragraph
    )
    return opens and any(
        token.text in _ENDS or token.text == "," for token in tokens[max(part[0], part[1] - 2) : part[1] + 1]
    )


def _is_speech(part: Range, parse: Parse) -> bool:
    inside = parse.tokens[part[0] : part[1]]
    words = sum(token.text[0].isalnum() for token in inside)
    return words >= _FEWEST_WORDS and any(token.pos in ("VERB", "AUX") for token in inside)
