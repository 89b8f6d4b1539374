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


@dataclass(frozen=True)
class ReportedDisagreement:
    """A Disagreement with the `record` it belongs to, and the page or entry in whose form that is edited, `owner`."""

    record: object
    owner: object
    disagreement: Disagreement

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
        """What each source says, that of the record itself first, where it names one."""
        _fact, recorded, statements = self.disagreement
        if recorded and isinstance(self.record, Sourced) and self.record.cited:
            own = Said(statements[0].fact, recorded, self.record.cited, self.record.cited_at)
            return [own, *statements]
        return statements

    @property
    def said_in_words(self):
        return "; ".join(f"{each.date.spelled_out()}: {each.cited}" for each in self.said)


def all_disagreements():
    """Return every ReportedDisagreement on record: phases by date, then the other records, kind by kind."""
    phases = PhasePage.objects.originals().by_date().prefetch_related("statements__cited")
    others = [_with_other_sources(model) for model in apps.get_models() if issubclass(model, Sourced)]
    return [
        ReportedDisagreement(record, _owner(record), disagreement)
        for record in chain(phases, *others)
        for disagreement in record.disagreements
    ]


def _with_other_sources(model):
    """Return the records of a model for which another source is named; copies in other languages left out."""
    records = model.objects.exclude(other_statements=[]).select_related("cited").order_by("pk")
    if issubclass(model, Page):
        return records.filter(locale__language_code=settings.LANGUAGE_CODE)
    parent = _parent(model)
    if not parent:
        return records
    if issubclass(parent.related_model, Page):
        records = records.filter(**{f"{parent.name}__locale__language_code": settings.LANGUAGE_CODE})
    return records.select_related("cited", parent.name)


def _owner(record):
    parent = _parent(type(record))
    return getattr(record, parent.name) if parent else record


def _parent(model):
    """Return the field that ties a model's rows to the page or entry in whose form they are edited, or None."""
    return next((field for field in model._meta.fields if isinstance(field, ParentalKey)), None)
