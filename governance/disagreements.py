"""Every dated fact on which sources differ, wherever it is recorded."""

from dataclasses import dataclass

from django.apps import apps
from django.conf import settings
from modelcluster.fields import ParentalKey
from wagtail.models import Page

from phases.models import PhasePage
from sesec_portal.core.sources import Sourced


@dataclass(frozen=True)
class Said:
    """What one source says."""

    date: str
    source: str
    url: str = ""

    def __str__(self):
        return f"{self.date}: {self.source}"


@dataclass(frozen=True)
class Disagreement:
    """A fact on which sources differ.

    Attributes: the `record` it belongs to; the page or entry in whose form that is edited, `owner`; the name of the
    `fact`; the date `recorded` for it, in words (an empty text for none); what each source has `said`.
    """

    record: object
    owner: object
    fact: str
    recorded: str
    said: list

    def __str__(self):
        return str(self.record) if self.record is self.owner else f"{self.owner}: {self.record}"

    @property
    def kind(self):
        return self.record._meta.verbose_name

    @property
    def said_in_words(self):
        return "; ".join(map(str, self.said))


def all_disagreements():
    """Return every Disagreement on record: phases by date, then the other records, kind by kind."""
    found = [disagreement for phase in _phases() for disagreement in _of_phase(phase)]
    for model in apps.get_models():
        if issubclass(model, Sourced):
            found += [disagreement for record in _with_other_sources(model) for disagreement in _of_record(record)]
    return found


def _phases():
    return PhasePage.objects.originals().by_date().prefetch_related("statements")


def _of_phase(phase):
    for fact, statements in phase.disagreements:
        said = [Said(each.date.spelled_out(), each.source, each.source_url) for each in statements]
        yield Disagreement(phase, phase, fact, _in_words(getattr(phase, statements[0].fact)), said)


def _of_record(record):
    for fact, statements in record.disagreements:
        said = [Said(each.spelled_out, each["source"], each["url"]) for each in statements]
        recorded = _in_words(getattr(record, statements[0]["fact"], None))
        if recorded and record.source:
            said.insert(0, Said(recorded, record.source, record.source_url))
        yield Disagreement(record, _owner(record), fact, recorded, said)


def _in_words(date):
    return date.spelled_out() if date else ""


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
