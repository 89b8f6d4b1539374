"""Every dated fact on which sources differ, wherever it is recorded."""

from dataclasses import dataclass
from itertools import chain

from django.apps import apps
from django.conf import settings
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from phases.models import PhasePage
from sesec_portal.core.disagreements import Disagreement, Said
from sesec_portal.core.sources import Sourced
from sesec_portal.sources.models import Source


@dataclass(frozen=True)
class ReportedDisagreement:
    """A Disagreement with the `record` it belongs to, and the page or entry in whose form that is edited, `owner`.

    And `sources`, which has every Source that is named, by primary key.
    """

    record: object
    owner: object
    disagreement: Disagreement
    sources: dict[int, Source]

    def __str__(self):
        return str(self.record) if self.record is self.owner else f"{self.owner}: {self.record}"

    @property
    def kind(self):
        return self.record._meta.verbose_name

    @property
    def fact(self):
        return self.disagreement.fact

    @property
    def recorded(self):
        """The date on record, in words; an empty text for none."""
        date = self.disagreement.recorded
        return date.spelled_out() if date else ""

    @property
    def said(self):
        """What each source says, as pairs of a date and a Source; that of the record itself first, if it has one."""
        return [(each.date, self.sources.get(each.cited_id)) for each in _said(self.record, self.disagreement)]

    @property
    def said_in_words(self):
        return "; ".join(f"{date.spelled_out()}: {source}" for date, source in self.said)


def all_disagreements():
    """Return every ReportedDisagreement on record: phases by date, then the other records, kind by kind."""
    phases = PhasePage.objects.originals().by_date().prefetch_related("statements")
    others = [_with_other_sources(model) for model in apps.get_models() if issubclass(model, Sourced)]
    found = [(record, disagreement) for record in chain(phases, *others) for disagreement in record.disagreements]
    keys = {each.cited_id for record, disagreement in found for each in _said(record, disagreement)}
    sources = Source.objects.in_bulk(keys - {None})
    return [ReportedDisagreement(record, _owner(record), disagreement, sources) for record, disagreement in found]


def _said(record, disagreement):
    """Return what each source says, that of the record itself first, where it names one."""
    _fact, recorded, statements = disagreement
    if recorded and isinstance(record, Sourced) and record.cited_id:
        return [Said(statements[0].fact, recorded, record.cited_id, record.cited_at), *statements]
    return statements


def _with_other_sources(model):
    """Return the records of a model for which another source is named; copies in other languages left out."""
    records = model.objects.exclude(other_statements=[]).order_by("pk")
    if issubclass(model, Page):
        return records.filter(locale__language_code=settings.LANGUAGE_CODE)
    parent = _parent(model)
    if not parent:
        return records
    if issubclass(parent.related_model, Page):
        records = records.filter(**{f"{parent.name}__locale__language_code": settings.LANGUAGE_CODE})
    return records.select_related(parent.name)


def _owner(record):
    parent = _parent(type(record))
    return getattr(record, parent.name) if parent else record


def _parent(model):
    """Return the field that ties a model's rows to the page or entry in whose form they are edited, or None."""
    return next((field for field in model._meta.fields if isinstance(field, ParentalKey)), None)
