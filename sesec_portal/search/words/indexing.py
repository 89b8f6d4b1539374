"""A text as the index keeps it: its words in order, and what it is found by beside them."""

from sesec_portal.languages.segmentation import words_to_index

from .acronyms import acronyms
from .chinese import fragments
from .compounds import COMPOUND, Compound, halves_in, phases_in, plainly_numbered
from .folding import folded


def words_of(text: str) -> str:
    """Return the words of a text in order, then the other ways in which its numbers and names are written."""
    text = folded(text)
    plain = plainly_numbered(text)
    joined = (Compound.of(found).joined for found in COMPOUND.findall(plain))
    beside = dict.fromkeys([*filter(None, joined), *halves_in(plain), *acronyms(text), *phases_in(plain)])
    apart = COMPOUND.sub(lambda found: " ".join(Compound.of(found[0]).parts), plain)
    return " ".join([words_to_index(apart), *beside])


def fragments_of(text: str) -> str:
    """Return the pieces of the Chinese of a text that are no words."""
    return " ".join(fragments(folded(text)))
