"""Words of a phrase as the parser cuts them, folded so that spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata

# The parser cuts off a possessive ending, an apostrophe, and splits a hyphen between letters. A full stop stays with
# what stands before it, as in "U.S." and "Gen.".
_WORD = re.compile(r"'s(?!\w)|\w+(?:[.&/]\w+)*(?:'(?!s\b)\w+)*\.?|[^\w\s]")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")
# Letters that no accent tells from their base.
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"}
    | dict.fromkeys("’‘ʼ", "'")
    | {"‑": "-"}
)


def fold(text: str) -> str:
    """Without accents, with plain apostrophes: "Erdoğan’s" is "Erdogan's". Case is kept."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN_LETTERS))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words_of(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the parser cuts them, folded, the case kept: "al-Assad's" is al, -, Assad, 's."""
    return tuple(_WORD.findall(_HYPHENATED.sub(" - ", fold(phrase))))


def plural_of(phrase: str) -> str:
    """The regular plural of a phrase's last word: "party chief" → "party chiefs", "spy" → "spies", "man" → "men"."""
    if phrase.endswith(("woman", "man")):
        return phrase[:-2] + "en"
    if phrase.endswith("y") and phrase[-2:-1] not in _VOWELS:
        return phrase[:-1] + "ies"
    return phrase + ("es" if phrase.endswith(_SIBILANTS) else "s")
