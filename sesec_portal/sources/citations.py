"""The numbers under which one page cites its sources, in the order in which the page names them."""

from typing import NamedTuple

from .models import Source


class Note(NamedTuple):
    """A source at a page's end: its number, the Source, and the anchors of the places that cite it."""

    number: int
    source: Source
    places: list[str]


class Citations:
    """Gathers what a page cites while it is printed; asks the database once, for the notes."""

    def __init__(self) -> None:
        self._places: dict[int, list[str]] = {}

    def cite(self, key: int) -> tuple[int, str]:
        """Return the number of the source with this primary key, and an anchor for the place that cites it."""
        places = self._places.setdefault(key, [])
        number = list(self._places).index(key) + 1
        places.append(f"cited-{number}-{len(places) + 1}")
        return number, places[-1]

    def notes(self) -> list[Note]:
        """Return the Notes of what was cited so far, by number."""
        if not self._places:
            return []
        sources = Source.objects.in_bulk(self._places)
        numbered = enumerate(self._places.items(), start=1)
        return [Note(number, sources[key], places) for number, (key, places) in numbered if key in sources]
