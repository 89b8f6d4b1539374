"""The filters of a search: what can be chosen, and what was.

Phase: the phase itself, its terms of reference, and the meetings held and revisions adopted in its dates.
Partner: its page, the phases it has a role in, and the meetings it hosted or attended. Year: the years that a dated
thing covers or falls in; of a text without a date of its own the year of its last publication, of a document the
year in which it was added.
"""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from partners.models import PartnerPage
from phases.models import PhasePage
from sesec_portal.core.languages import shown_to_reader

from .kinds import KINDS

LABELS = {"type": _("Type"), "phase": _("Phase"), "partner": _("Partner"), "year": _("Year")}
LONGEST_LIST = 100


@dataclass(frozen=True)
class Choice:
    """One value of a filter: as it stands in the address, in the index, and in words."""

    value: str
    key: object
    label: str


@dataclass(frozen=True)
class Facet:
    """One filter: the Choices it offers, and the one that was made."""

    name: str
    choices: list[Choice]
    chosen: Choice | None = None

    @property
    def label(self):
        return LABELS[self.name]

    @property
    def condition(self):
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
    unknown: list[tuple[str, str]] = field(default_factory=list)

    @classmethod
    def of(cls, asked):
        """Return the Filters for what was Asked."""
        offered = {"type": _kinds(), "phase": _phases(), "partner": _partners(), "year": _year(asked)}
        filters = cls([])
        for name, choices in offered.items():
            wanted = asked.chosen.get(name)
            chosen = next((choice for choice in choices if choice.value == wanted), None)
            if wanted and not chosen:
                filters.unknown.append((LABELS[name], wanted))
            filters.facets.append(Facet(name, choices, chosen))
        return filters

    @property
    def active(self):
        """The facets in which something was chosen."""
        return [facet for facet in self.facets if facet.chosen]

    @property
    def condition(self):
        """What an entry must fulfil for all filters together: a Q."""
        together = Q()
        for facet in self.facets:
            together &= facet.condition
        return together


def _kinds():
    return [Choice(kind, kind, many) for kind, (_one, many) in KINDS.items()]


def _phases():
    phases = shown_to_reader(PhasePage.objects.for_listing().by_date()[:LONGEST_LIST])
    return [Choice(str(phase.number), phase.pk, phase.shown.title) for phase in phases]


def _partners():
    partners = PartnerPage.objects.for_listing()[:LONGEST_LIST]
    return [Choice(partner.slug, partner.pk, partner.acronym) for partner in partners]


def _year(asked):
    """The year that was asked for, if it is one; the others come from what was found."""
    year = asked.chosen.get("year", "")
    readable = len(year) == 4 and year.isascii() and year.isdecimal() and year[0] in "12"
    return [Choice(year, int(year), year)] if readable else []
