"""References: where a page names an occasion of the lexicon, or an anniversary of one.

"The 40th founding anniversary of the ruling Chama Cha Mapinduzi", "Peru's 200th anniversary of independence", "the
atomic bombing of Hiroshima". What is read must be all that the phrase says: an anniversary of a party's congress is
none of the party's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.lexicon.anniversaries import Occasion, load_anniversaries
from sayso.lexicon.dating import dating_words
from sayso.reading.dates.states import state_at, states_in, written_so

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sayso.lexicon.anniversaries import Form
    from sayso.reading.dates.page import Page
    from sayso.reading.syntax import Sentence, Token

_NTH = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")
_POSSESSIVES = frozenset({"'s", "'"})
# So many words at the most stand before an anniversary's noun, or behind it, in its phrase.
_REACH = 14
_LONGEST_FORM = 8
_RELATIVES = frozenset({"which", "that", "who"})
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Tokens [first, end), whose noun is ``head``, name the ``nth`` anniversary of ``occasion``.

    ``nth`` is 0 for the occasion itself, and None for one of its anniversaries that is not told.
    """

    first: int
    end: int
    head: Token
    occasion: Occasion
    nth: int | None


@dataclass(frozen=True, slots=True)
class _Told:
    """What has been read of a phrase, up to token ``at``: what is counted from, whose it is, which forms name it."""

    at: int
    act: str | None = None
    owner: str | None = None
    forms: tuple[Form, ...] = ()


def references(page: Page, sentence: Sentence) -> Iterator[Reference]:
    """The references in a sentence, in text order."""
    lowest, after = sentence.tokens[0].i, sentence.tokens[-1].i + 1
    countries = frozenset(code for _, _, code in states_in(page, lowest, after))
    i = lowest
    while i < after:
        found = _anniversary(page, sentence, i, countries) or _occasion(page, sentence, i)
        if found is not None:
            yield found
        i = max(i + 1, found.end if found is not None else 0)


def _anniversary(page: Page, sentence: Sentence, i: int, countries: frozenset[str]) -> Reference | None:
    """The reference with the noun at token ``i``."""
    words, noun = dating_words(), page.words[i]
    if noun not in words.nouns:
        return None
    lowest, after = sentence.tokens[0].i, sentence.tokens[-1].i + 1
    first, nth, told = _before(page, lowest, i)
    told = replace(told, at=i + 1)
    if i + 1 < after and page.words[i + 1] in ("of", "since"):
        told = _behind(page, replace(told, at=i + 2), min(after, i + 2 + _REACH))
    token = page.tokens[i]
    if _goes_on(page, told.at, after):
        return None
    if not told.forms and told.owner is None:
        told = _with_subject(page, sentence, token, told)
    occasion = _one_of(told, countries)
    nth = nth if nth is not None else words.nouns[noun]
    return Reference(first, told.at, token, occasion, nth) if occasion is not None and nth != 0 else None


def _before(page: Page, lowest: int, noun: int) -> tuple[int, int | None, _Told]:
    """(first token, number, what else is told) of the words before an anniversary's noun."""
    words, at, told = dating_words(), noun, _Told(noun)
    while at > lowest and (page.words[at - 1] in words.acts or page.words[at - 1] in words.fillers):
        at -= 1
        told = replace(told, act=words.acts.get(page.words[at], told.act))
    at, nth = _number_before(page, lowest, at)
    owned = at - 1 if at > lowest and page.words[at - 1] in _POSSESSIVES else at
    for first in range(max(lowest, owned - _LONGEST_FORM), owned):
        if forms := _forms_at(page, first, owned):
            return first, nth, replace(told, forms=forms)
        hit = state_at(page, first)
        if hit is not None and hit[0] == owned:
            return first, nth, replace(told, owner=hit[1])
    return at, nth, told


def _number_before(page: Page, lowest: int, end: int) -> tuple[int, int | None]:
    """(first token, number) of "80th", "seventy-fifth" or "20-year" that ends at a token."""
    ordinals = dating_words().ordinals
    last = page.words[end - 1] if end > lowest else ""
    if found := _NTH.match(last):
        return end - 1, int(found[1])
    if last == "year" and end - 3 >= lowest and page.words[end - 2] == "-" and page.words[end - 3].isdecimal():
        return end - 3, int(page.words[end - 3])
    if last not in ordinals:
        return end, None
    tens = page.words[end - 3] if end - 3 >= lowest and page.words[end - 2] == "-" else ""
    if tens.endswith("y"):
        number = ordinals.get(f"{tens[:-1]}ieth")
        return (end - 3, number + ordinals[last]) if number is not None else (end, None)
    return end - 1, ordinals[last]


def _behind(page: Page, told: _Told, after: int) -> _Told:
    """What the words behind "anniversary of" tell, as far as they are understood."""
    words, at = dating_words(), told.at
    while at < after and not told.forms:
        word = page.words[at]
        if forms := _longest(page, at, after):
            at, told = at + len(forms[0].words), replace(told, forms=forms)
        elif (hit := state_at(page, at)) is not None and hit[0] <= after:
            told, at = replace(told, owner=told.owner or hit[1]), hit[0]
        elif word in words.acts and told.act is None:
            told, at = replace(told, act=words.acts[word]), at + 1
        elif word in words.fillers or word in _POSSESSIVES or (word == "of" and told.act is not None):
            at += 1
        else:
            break
    act = _owned_act(page, at, after) if told.forms and told.act is None else None
    return replace(told, at=at + 2, act=act) if act is not None else replace(told, at=at)


def _owned_act(page: Page, at: int, after: int) -> str | None:
    """As in "the party's founding"."""
    if at + 1 < after and page.words[at] in _POSSESSIVES:
        return dating_words().acts.get(page.words[at + 1])
    return None


def _longest(page: Page, at: int, after: int) -> tuple[Form, ...]:
    for end, forms in load_anniversaries().forms.all_at(page.words, at):
        fitting = tuple(form for form in forms if written_so(form.words, page.written[at:end]))
        if end <= after and fitting:
            return fitting
    return ()


def _forms_at(page: Page, first: int, end: int) -> tuple[Form, ...]:
    forms = _longest(page, first, end)
    return forms if forms and first + len(forms[0].words) == end else ()


def _goes_on(page: Page, at: int, after: int) -> bool:
    """Whether the phrase says more than was understood: "the party's congress"."""
    if at >= after:
        return False
    if page.words[at] in _POSSESSIVES or page.words[at] in ("of", "-"):
        return True
    token = page.tokens[at]
    whens = page.whens.get(token.sentence, ())
    return token.pos in _NOMINAL and not any(when.first <= at < when.end for when in whens)


def _one_of(told: _Told, countries: frozenset[str]) -> Occasion | None:
    """The one occasion that is meant; None if none or several may be."""
    if not told.forms:
        return load_anniversaries().by_act.get((told.act, told.owner)) if told.act and told.owner else None
    fitting = {
        form.occasion
        for form in told.forms
        if not form.occasion.yearly
        and (form.occasion.act == told.act or (told.act is None and form.occasion.bare))
        and (not form.local or _is_local(form, countries))
    }
    return fitting.pop() if len(fitting) == 1 else None


def _is_local(form: Form, countries: frozenset[str]) -> bool:
    """Whether the sentence names the country of a form; a form without a capital wants no other named."""
    capital = any(word[0].isupper() for word in form.words)
    return form.occasion.country in countries and (capital or len(countries) == 1)


def _with_subject(page: Page, sentence: Sentence, noun: Token, told: _Told) -> _Told:
    """Whose it is, where that is who marks it: "Peru marked the 200th anniversary of its independence"."""
    subject = _marker(noun)
    if subject is None:
        return told
    lowest, end = sentence.tokens[0].i, subject.i + 1
    for first in range(max(lowest, end - _LONGEST_FORM), end):
        if forms := _forms_at(page, first, end):
            return replace(told, forms=forms)
        hit = state_at(page, first)
        if hit is not None and hit[0] == end:
            return replace(told, owner=hit[1])
    return told


def _marker(noun: Token) -> Token | None:
    """The subject of the verb that an anniversary is the object of; behind "which" stands for whom."""
    verb = noun.head
    subject = verb.child("nsubj") if noun.dep == "dobj" else None
    if subject is not None and subject.lower in _RELATIVES and verb.dep == "relcl":
        return verb.head
    return subject


def _occasion(page: Page, sentence: Sentence, i: int) -> Reference | None:
    """The occasion itself, or a yearly day beside its country's name, from token ``i`` on."""
    after = sentence.tokens[-1].i + 1
    forms = _longest(page, i, after)
    if not forms:
        return None
    end = i + len(forms[0].words)
    head = _root(page.tokens[i:end])
    if _goes_on(page, end, after):
        return None
    if forms[0].occasion.yearly:
        owner = _owner_before(page, i) or _with_subject(page, sentence, head, _Told(i)).owner
        days = [form.occasion for form in forms if form.occasion.country == owner]
        return Reference(i, end, head, days[0], None) if days else None
    occasion = forms[0].occasion
    return Reference(i, end, head, occasion, 0) if occasion.act is None and not forms[0].local else None


def _owner_before(page: Page, at: int) -> str | None:
    end = at - 1 if at and page.words[at - 1] in _POSSESSIVES else at
    for first in range(max(0, end - _LONGEST_FORM), end):
        hit = state_at(page, first)
        if hit is not None and hit[0] == end and page.tokens[first].sentence == page.tokens[at].sentence:
            return hit[1]
    return None


def _root(inside: Sequence[Token]) -> Token:
    numbers = {token.i for token in inside}
    return next((token for token in inside if token.head is token or token.head.i not in numbers), inside[-1])
