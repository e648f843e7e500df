from __future__ import annotations

from parses import parse
from sayso.lexicon.cues import load_cues
from sayso.reading.cast import Cast
from sayso.reading.statements.strays import give_back
from sayso.reading.statements.tree import Tree
from sayso.reading.statements.verbs import verb_attributions

# The parser hangs "praised" on "was", as if the vote had praised them.
HUNG_IN = parse(
    "She/PRON/nsubj/1 said/VERB/ROOT/1/say the/DET/det/3 vote/NOUN/nsubj/4 was/AUX/ccomp/1/be/VBD fair/ADJ/acomp/4 "
    "and/CCONJ/cc/4 praised/VERB/conj/4/praise them/PRON/dobj/7"
)


def test_a_cue_hung_into_anothers_words_is_given_back() -> None:
    tree, cues = Tree(HUNG_IN.sentences[0]), load_cues()
    found = list(verb_attributions(tree, cues))
    give_back(found, tree, cues, Cast())
    said, praised = found
    assert said.content == [(2, 6)]
    assert praised.source is HUNG_IN.tokens[0]
