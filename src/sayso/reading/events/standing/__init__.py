"""How an act stands: done, going on, planned, possible, denied or hypothetical.

own.py        what stands with the word itself: auxiliaries, negation, tense, the opening of its clause
above.py      what the word that governs it makes of it: "failed *to reach*", "on the eve of *meeting*"
reader.py     climbs the tree by these two
standings.py  the acts of one document, with the learned coder where the rules are often wrong
forms.py      forms of verbs
order.py      which status is further from fact
"""

from sayso.reading.events.standing.forms import is_will_not
from sayso.reading.events.standing.order import further
from sayso.reading.events.standing.reader import StatusReader
from sayso.reading.events.standing.standings import Standings

__all__ = ["Standings", "StatusReader", "further", "is_will_not"]
