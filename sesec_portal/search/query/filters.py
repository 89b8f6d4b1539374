"""The filters of a search: what can be chosen, and what was.

Phase: the phase itself, its terms of reference, and the meetings held and revisions adopted in its dates.
Partner: its page, the phases it has a role in, and the meetings it hosted or attended. Year: the years that a dated
thing covers or falls in; of a text without a date of its own the year of its last publication, of a document the
year in which it was added.
"""

from dataclasses import dataclass, field
from operator import itemgetter
from typing import Self

from django.conf import settings
from django.db.models import F, Q
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ..models import SearchEntryQuerySet
from .kinds import KINDS
from .parameters import Query

LABELS = {"type": _("Type"), "phase": _("Phase"), "partner": _("Partner"), "year": _("Year")}
LONGEST_LIST = 400


@dataclass(frozen=True)
class Choice:
    """One value of a filter: as it stands in the address, in the index, and in words."""

    value: str
    key: object
    label: str | Promise


@dataclass(frozen=True)
class Facet:
    """One filter: the Choices it offers, and the one that was made."""

    name: str
    choices: list[Choice]
    chosen: Choice | None = None

    @property
    def label(self) -> str | Promise:
        return LABELS[self.name]

    @property
    def condition(self) -> Q:
        """What an entry must fulfil: a Q, empty where nothing was chosen."""
        if not self.chosen:
            return Q()
        key = self.chosen.key
        by_facet = {"type": Q(kind=key), "phase": Q(phases__contains=[key]), "partner": Q(partners__contains=[key])}
        return by_facet.get(self.name, Q(years__contains=[key]))


@dataclass
class Filters:
    """All four filters of a search, and the values that were asked for but do not exist."""

    facets: list[Facet]
    unknown: list[tuple[str | Promise, str]] = field(default_factory=list)

    @classmethod
    def of(cls, query: Query, visible: SearchEntryQuerySet) -> Self:
        """Return the Filters for what was Query, which offer what is among the visible search entries."""
        offered = {"type": _kinds(), **_phases_and_partners(visible), "year": _year(query)}
        filters = cls([])
        for name, choices in offered.items():
            wanted = query.chosen.get(name)
            chosen = next((choice for choice in choices if choice.value == wanted), None)
            if wanted and not chosen:
                filters.unknown.append((LABELS[name], wanted))
            filters.facets.append(Facet(name, choices, chosen))
        return filters

    @property
    def active(self) -> list[Facet]:
        """The facets in which something was chosen."""
        return [facet for facet in self.facets if facet.chosen]

    @property
    def condition(self) -> Q:
        """What an entry must fulfil for all filters together: a Q."""
        together = Q()
        for facet in self.facets:
            together &= facet.condition
        return together


def _kinds() -> list[Choice]:
    return [Choice(kind, kind, many) for kind, (_one, many) in KINDS.items()]


def _phases_and_partners(visible: SearchEntryQuerySet) -> dict[str, list[Choice]]:
    """The published phases by number and partners by acronym, each called as the reader calls it: one query."""
    rows = (
        visible.filter(kind__in=["phase", "partner"])
        .order_by("page_id")
        .values(
            "kind",
            "language",
            "title",
            "translation_key",
            "page_id",
            slug=F("page__slug"),
            number=F("page__phasepage__number"),
            acronym=F("page__partnerpage__acronym"),
        )[:LONGEST_LIST]
    )
    facts = [row for row in rows if row["language"] == settings.LANGUAGE_CODE]
    titles = {row["translation_key"]: row["title"] for row in rows if row["language"] == get_language()}
    phases = sorted((row for row in facts if row["number"]), key=itemgetter("number"))
    partners = sorted((row for row in facts if row["acronym"]), key=itemgetter("acronym"))
    return {
        "phase": [
            Choice(str(row["number"]), row["page_id"], titles.get(row["translation_key"], row["title"]))
            for row in phases
        ],
        "partner": [Choice(row["slug"], row["page_id"], row["acronym"]) for row in partners],
    }


def _year(query: Query) -> list[Choice]:
    """The year that was asked for, if it is one; the others come from what was found."""
    year = query.chosen.get("year", "")
    readable = len(year) == 4 and year.isascii() and year.isdecimal() and year[0] in "12"
    return [Choice(year, int(year), year)] if readable else []
