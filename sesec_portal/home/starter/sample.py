"""A small made-up set that shows how the registers work, from `content/sample.yaml`, marked as such row by row."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

import yaml
from django.conf import settings
from django.db import transaction
from django.db.models import Model
from wagtail.models import Locale, Page
from wagtail.query import PageQuerySet

from governance.models import (
    Decision,
    MeetingPage,
    PriorityIndexPage,
    PriorityRevisionPage,
    Seat,
    Sector,
    SteeringCommitteePage,
    TermOfOffice,
)
from newsroom.models import (
    EventIndexPage,
    EventPage,
    NewsIndexPage,
    NewsPage,
    PublicationIndexPage,
    PublicationPage,
)
from partners.models import PartnerPage, Person
from sesec_portal.bin.keeping import keeping
from sesec_portal.sources.models import Source
from standards.models import BodyIndexPage, BodyPage, CallIndexPage, CallPage, Term

from . import builders
from .fields import fields_of
from .newsroom import publish_event, publish_news, publish_publication
from .relative import relative_to_today
from .sources import cited, load_sources
from .standards import load_term, publish_body, publish_call, related
from .texts import Entry, Texts
from .translation import translate

M = TypeVar("M", bound=Model)

# What refers to others goes before them.
_REMOVED: list[type[Model]] = [
    *(Term, NewsPage, EventPage, PublicationPage, CallPage, BodyPage, PriorityRevisionPage),
    *(Decision, MeetingPage, TermOfOffice, Person, Sector, Source),
]
# What is made relative to the day of loading: by its key in the file, the list, the page type and what publishes one.
_DATED: dict[str, tuple[type[Page], type[Page], Callable[..., Page]]] = {
    "calls": (CallIndexPage, CallPage, publish_call),
    "events": (EventIndexPage, EventPage, publish_event),
    "news": (NewsIndexPage, NewsPage, publish_news),
    "publications": (PublicationIndexPage, PublicationPage, publish_publication),
}


class SampleContent:
    """Everything in `content/sample.yaml`, and the way to add it to a loaded site.

    Adds what is missing and leaves alone what is there: pages by address, people by name, sources by title, sectors by
    code, decisions by number; a seat that has any term of office already is left alone.
    """

    def __init__(self, file: Path | None = None) -> None:
        file = file or settings.ROOT / "content" / "sample.yaml"
        self._file = file
        self._texts = Texts()
        self._made = 0

    @transaction.atomic
    def load(self) -> int:
        """Add the sample entries; return how many were made. Raises LookupError, naming the page it lacks."""
        committee = _the(SteeringCommitteePage.objects.originals(), "the page of the Steering Committee")
        priorities = _the(PriorityIndexPage.objects.child_of(committee), "the page of the sectoral priorities")
        content = yaml.safe_load(self._file.read_text(encoding="utf-8"))
        there = Source.objects.count()
        sources = load_sources(content["sources"], sample=True)
        self._made += Source.objects.count() - there
        self._content = cited(content, sources)
        self._partners = {page.slug: page for page in PartnerPage.objects.originals()}
        people = {key: self._row(Person, "name", entry) for key, entry in self._content["people"].items()}
        for slug, terms in self._content["terms"].items():
            self._terms(self._partner(slug), [{**term, "holder": people.get(term.get("holder"))} for term in terms])
        meetings = {entry["slug"]: self._meeting(committee, entry) for entry in self._content["meetings"]}
        for entry in self._content["decisions"]:
            self._decision(entry, meetings)
        sectors = {entry["code"]: self._row(Sector, "code", entry) for entry in self._content["sectors"]}
        for entry in self._content["revisions"]:
            self._revision(priorities, entry, meetings, sectors)
        bodies = self._bodies(_the(BodyIndexPage.objects.originals(), "the page “Who is who”"))
        for entry in self._content["glossary"]:
            self._made += load_term(entry, bodies, sample=True)
        self._dated(sectors, bodies)
        return self._made

    @staticmethod
    @transaction.atomic
    def remove() -> int:
        """Remove every entry that is marked as a sample, to the bin; return how many there were.

        Raises ProtectedError where an entry that is no sample refers to one.
        """
        removed = 0
        with keeping(reason="The sample entries were removed."):
            for model in _REMOVED:
                # A body goes after the one that it followed.
                for entry in model._default_manager.filter(sample=True).order_by("-pk"):
                    removed += 1
                    entry.delete()
        return removed

    def _partner(self, slug: str) -> PartnerPage:
        if slug not in self._partners:
            raise LookupError(f"the page of the partner “{slug}”")
        return self._partners[slug]

    def _partner_if_named(self, slug: str | None) -> PartnerPage | None:
        return self._partner(slug) if slug else None

    def _row(self, model: type[M], key: str, fields: Entry) -> M:
        row, made = model._default_manager.get_or_create(**{key: fields[key]}, defaults={**fields, "sample": True})
        self._made += made
        return row

    def _terms(self, partner: PartnerPage, terms: list[Entry]) -> None:
        seat = Seat.objects.filter(partner=partner).first() or builders.create_seat(partner)
        if not seat.terms.exists():
            builders.add_terms(seat, [{**term, "sample": True} for term in terms])
            self._made += len(terms)

    def _bodies(self, index: Page) -> dict[str | None, Page]:
        bodies: dict[str | None, Page] = {}
        for entry in self._content["bodies"]:
            bodies[entry["slug"]] = self._page(BodyPage, index, entry, publish_body, **related(entry, bodies))
        return bodies

    def _decision(self, entry: Entry, meetings: Mapping[str | None, MeetingPage]) -> None:
        if Decision.objects.filter(number=entry["number"]).exists():
            return
        refers = {"meeting": meetings.get(entry.get("meeting")), "owner": self._partner_if_named(entry.get("owner"))}
        builders.record_decision(**{**entry, **refers, "sample": True})
        self._made += 1

    def _meeting(self, committee: Page, entry: Entry) -> MeetingPage:
        statements = [
            {"type": "statement", "id": str(uuid4()), "value": {**said, "cited": said["cited"].pk}}
            for said in entry["other_statements"]
        ]
        return self._page(
            MeetingPage,
            committee,
            entry,
            builders.publish_meeting,
            host=self._partner_if_named(entry["host"]),
            attended=[self._partner(slug) for slug in entry["attended"]],
            other_statements=statements,
        )

    def _revision(
        self, priorities: Page, entry: Entry, meetings: Mapping[str, MeetingPage], sectors: Mapping[str, Sector]
    ) -> None:
        self._page(
            PriorityRevisionPage,
            priorities,
            entry,
            builders.publish_revision,
            meeting=meetings[entry["meeting"]],
            items=[{**item, "sector": sectors[item["sector"]]} for item in entry["items"]],
        )

    def _dated(self, sectors: Mapping[str, Sector], bodies: Mapping[str | None, Page]) -> None:
        """Add what is told from the day of loading: calls, news, events, publications."""
        for name, (index, model, make) in _DATED.items():
            parent = _the(index.objects.originals(), f"the list of {name}")
            for entry in self._content[name]:
                rows: dict[str, object] = {"topics": [{"sector": sectors[code]} for code in entry["topics"]]}
                if "numbers" in entry:
                    rows["numbers"] = entry["numbers"]
                if "issued_by" in entry:
                    rows["issuing_body"] = bodies[entry["issued_by"]]
                if "call" in entry:
                    rows["call"] = CallPage.objects.originals().get(slug=entry["call"])
                self._page(model, parent, relative_to_today(entry), make, **rows)

    def _page(self, model: type[Page], parent: Page, entry: Entry, make: Callable[..., Page], **fields: object) -> Page:
        there = model.objects.child_of(parent).filter(slug=entry["slug"]).first()
        if there:
            return there
        fields = {**fields_of(model, entry, self._texts), **fields, "sample": True, "locale": Locale.get_default()}
        page = make(parent, **fields)
        translate(page, self._texts)
        self._made += 1
        return page


def _the(pages: PageQuerySet, name: str) -> Page:
    """Return the first of these pages. Raises LookupError with the page's name when there is none."""
    page = pages.first()
    if page is None:
        raise LookupError(name)
    return page
