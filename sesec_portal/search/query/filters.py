"""The filters of a search: what can be chosen, and what was.

Phase: the phase itself, its terms of reference, and the meetings held and revisions adopted in its dates.
Partner: its page, the phases it has a role in, and the meetings it hosted or attended. Year: the years that a dated
thing covers or falls in; of a text without a date of its own the year of its last publication, of a document the
year in which it was added.
"""

from dataclasses import dataclass, field
from operator import itemgetter

from django.conf import settings
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from sesec_portal.pagecache.memo import once_per_generation
from sesec_portal.visibility.pages import not_private

from .kinds import KINDS

LABELS = {"type": _("Type"), "phase": _("Phase"), "partner": _("Partner"), "year": _("Year")}
LONGEST_LIST = 400


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
    def of(cls, query, language):
        """Return the Filters for what was Query, which offer what is published, called as it is in a language."""
        offered = {"type": _kinds(), **_phases_and_partners(language), "year": _year(query)}
        filters = cls([])
        for name, choices in offered.items():
            wanted = query.chosen.get(name)
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


@once_per_generation
def _phases_and_partners(language):
    """The published phases by number and partners by acronym, each called as in a language: one query."""
    number, acronym = F("phasepage__number"), F("partnerpage__acronym")
    public = Page.objects.live().filter(not_private(), Q(phasepage__isnull=False) | Q(partnerpage__isnull=False))
    columns = ("pk", "title", "translation_key", "slug", "locale__language_code")
    rows = public.order_by("pk").values(*columns, number=number, acronym=acronym)[:LONGEST_LIST]
    facts = [row for row in rows if row["locale__language_code"] == settings.LANGUAGE_CODE]
    titles = {row["translation_key"]: row["title"] for row in rows if row["locale__language_code"] == language}
    phases = sorted((row for row in facts if row["number"]), key=itemgetter("number"))
    partners = sorted((row for row in facts if row["acronym"]), key=itemgetter("acronym"))
    return {
        "phase": [
            Choice(str(row["number"]), row["pk"], titles.get(row["translation_key"], row["title"])) for row in phases
        ],
        "partner": [Choice(row["slug"], row["pk"], row["acronym"]) for row in partners],
    }


def _year(query):
    """The year that was asked for, if it is one; the others come from what was found."""
    year = query.chosen.get("year", "")
    readable = len(year) == 4 and year.isascii() and year.isdecimal() and year[0] in "12"
    return [Choice(year, int(year), year)] if readable else []
