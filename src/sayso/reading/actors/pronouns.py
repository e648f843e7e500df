"""Pronouns: whom "he", "its" and "they" mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.reading.actors.figures import Profile
from sayso.reading.actors.scene import SUBJECTS

if TYPE_CHECKING:
    from sayso.reading.actors.figures import Figure, Seen
    from sayso.reading.actors.scene import Scene
    from sayso.reading.syntax import Token

_GENDERS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n",
    "they": "p", "them": "p", "their": "p", "theirs": "p", "themselves": "p",
}  # fmt: skip
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
PRONOUNS = frozenset(_GENDERS) | FIRST_PERSON
# Numbers that stand for those told of before: "both could", "the two met".
_BOTH, _TWO = "both", "two"
_PAIR = 2
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
# Sentences that a pronoun reaches back over.
_BACK = 3
# What a sentence may open with before its subject.
_OPENING = frozenset({"prep", "advcl", "pobj", "pcomp"})
_DEEPEST, _FARTHEST = 7, 20
_CONTENT = frozenset({"ccomp", "parataxis"})
_SAYING = frozenset({"say", "tell", "add", "note", "warn", "state", "announce", "insist", "declare", "write"})
_CLAUSES = ("ccomp", "xcomp", "csubj", "advcl", "acl", "relcl")
_EXPLETIVE_VERBS = frozenset({"be", "seem", "appear", "take", "become"})


def is_pronoun(token: Token) -> bool:
    """Whether a word stands for somebody told of elsewhere: "she", "their", "the *two*"."""
    return token.lower in PRONOUNS or _is_two(token)


def _is_two(token: Token) -> bool:
    if token.lower not in (_BOTH, _TWO) or token.dep not in _ARGUMENTS or token.child("prep", "conj") is not None:
        return False
    article = token.child("det")
    return token.lower == _BOTH or (article is not None and article.lower == "the")


def pronoun_figures(scene: Scene, token: Token) -> None:
    """Note whom the pronoun mentions, if it can be told."""
    if _is_two(token):
        for figure in _the_two(scene, token):
            scene.sight(figure, token.i, token.i + 1, "pronoun", [token.i])
        return
    if token.lower in FIRST_PERSON:
        for figure in _speaker(scene, token):
            scene.sight(figure, token.i, token.i + 1, "pronoun", [token.i])
        return
    gender = _GENDERS[token.lower]
    if gender == "n" and _is_expletive(token):
        return
    figures = _several(scene, token) if gender == "p" else _one(scene, token, gender)
    for figure in figures:
        scene.sight(figure, token.i, token.i + 1, "pronoun", [token.i])


def understood_at(token: Token) -> int:
    """The token after which a pronoun can be understood: itself, or whoever behind it is meant."""
    if token.lower in FIRST_PERSON:
        speaker = speaking_subject(token)
        return max(token.i, speaker.i) if speaker else token.i
    return _later_subject(token)


def _later_subject(token: Token) -> int:
    """The subject behind a pronoun that its sentence opens with ("In her speech, the minister …"); else the pronoun."""
    above = token
    for _ in range(_DEEPEST):
        below, above = above, above.head
        if above is below:
            break
        if below.dep in _OPENING and below.i < above.i:
            return next((t.i for t in above.children if t.dep in SUBJECTS and t.i > below.i), token.i)
    return token.i


def speaking_subject(token: Token) -> Token | None:
    """The subject of the verb whose content the token stands in: of whom "we" is said."""
    above = token
    for _ in range(_FARTHEST):
        below, above = above, above.head
        if above is below:
            return None
        if below.dep in _CONTENT and (subject := above.child(*SUBJECTS)) and subject.lower not in FIRST_PERSON:
            return subject
    return None


def _speaker(scene: Scene, token: Token) -> list[Figure]:
    """Who says "we": the subject of the verb that quotes it, else whoever spoke last in the paragraph."""
    subject = speaking_subject(token)
    if subject is not None:
        return scene.troupe.here(subject.i)
    for seen in scene.troupe.latest():
        if token.sentence - seen.sentence > 1:
            break
        if seen.subject and scene.tokens[seen.group].head.lemma in _SAYING:
            return [seen.figure.known]
    return []


def _is_expletive(token: Token) -> bool:
    """Whether "it" stands for a clause or for nothing: "it is unclear how …"."""
    if token.dep == "expl":
        return True
    verb = token.head
    if token.dep not in SUBJECTS or (verb.lemma not in _EXPLETIVE_VERBS and verb.pos != "AUX"):
        return False
    said = [verb, *verb.all_children("acomp", "attr", "oprd")]
    return len(said) > 1 and any(word.child(*_CLAUSES) is not None for word in said)


def _one(scene: Scene, token: Token, gender: str) -> list[Figure]:
    best: tuple[float, Figure] | None = None
    for seen in scene.troupe.latest():
        if token.sentence - seen.sentence > _BACK:
            break
        figure = seen.figure.known
        if seen.head == token.i or figure.plural or not _agrees(seen, gender) or _is_bound(scene, token, seen):
            continue
        score = _score(scene, token, seen)
        if best is None or score > best[0]:
            best = (score, figure)
    if best and gender != "n":
        best[1].learn(Profile(gender=gender))
    return [best[1]] if best else []


def _agrees(seen: Seen, gender: str) -> bool:
    figure = seen.figure.known
    if gender == "n":
        return figure.kind != "person" and figure.key[0] != "site" and not seen.place
    return figure.kind == "person" and figure.profile.gender in (None, gender)


def _is_bound(scene: Scene, token: Token, seen: Seen) -> bool:
    """Whether the two are arguments of one verb: "China asked it" is not about China itself."""
    if token.dep == "poss":
        noun = token.head
        return scene.tokens[seen.head] is noun or (noun.dep == "attr" and scene.tokens[seen.group].head is noun.head)
    return seen.sentence == token.sentence and _verb(scene.tokens[seen.group]) is _verb(token)


def _verb(token: Token) -> Token:
    for _ in range(6):
        if token.pos in ("VERB", "AUX") or token.head is token:
            break
        token = token.head
    return token


def _score(scene: Scene, token: Token, seen: Seen) -> float:
    score = -2.0 * (token.sentence - seen.sentence) + (1.5 if seen.subject else 0.0)
    top = scene.tokens[seen.group]
    if seen.subject and top.head.head is top.head:
        score += 1.0
    if scene.tokens[seen.head].dep in ("poss", "amod", "compound", "nmod"):
        score -= 1.0
    return score


def _the_two(scene: Scene, token: Token) -> list[Figure]:
    """The last two persons who are named, else the last two states; [] where there are none."""
    seen = [
        seen
        for seen in scene.troupe.latest()
        if token.sentence - seen.sentence <= _BACK and not seen.place and not _is_bound(scene, token, seen)
    ]
    for kind in ("person", "state"):
        figures = (one.figure.known for one in seen)
        found = list(dict.fromkeys(figure for figure in figures if figure.kind == kind and figure.named))
        if len(found) > 1:
            return found[1::-1]
    return []


def _several(scene: Scene, token: Token) -> list[Figure]:
    best: tuple[float, list[Figure]] | None = None
    groups: dict[int, list[Figure]] = {}
    for seen in scene.troupe.latest():
        if token.sentence - seen.sentence > _BACK:
            break
        figure = seen.figure.known
        members = groups.setdefault(seen.group, [])
        if figure not in members:
            members.append(figure)
        if not (figure.plural or len(members) > 1) or _is_bound(scene, token, seen):
            continue
        score = _score(scene, token, seen)
        if best is None or score > best[0] or best[1] is members:
            best = (score, members)
    return best[1] if best else _states_beside(scene, token)


def _states_beside(scene: Scene, token: Token) -> list[Figure]:
    """Of "their" the two states of the sentence: "Peru froze talks with Chile until *their* leaders met"."""
    if token.dep != "poss":
        return []
    here = (seen for seen in scene.troupe.latest() if seen.sentence == token.sentence and not seen.place)
    states = list(dict.fromkeys(figure for seen in here if (figure := seen.figure.known).kind == "state"))
    return states[::-1] if len(states) == _PAIR else []
