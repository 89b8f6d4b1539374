"""The tree of starter pages, from the files in `content/`."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml
from django.conf import settings
from django.db import transaction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from governance.models import PriorityIndexPage, SteeringCommitteePage
from newsroom.models import EventIndexPage, NewsIndexPage, PublicationIndexPage
from partners.models import PartnerIndexPage, PartnerPage, Person
from phases.models import ExpertPage, PhaseIndexPage
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.search.index.records import index_views
from sesec_portal.search.models import SynonymGroup
from sesec_portal.search.words.units import key_of
from sesec_portal.sources.models import Source, SourceIndexPage
from standards.models import CallIndexPage

from . import builders
from .fields import fields_of
from .former import linked, load_redirects
from .newsroom import Newsroom
from .site import ask_for_two, create_site, remove_welcome_page, show_contact
from .sources import cited, load_sources
from .standards import load_standards
from .texts import Entry, Texts
from .translation import mirror_the_tree, translate


class StarterContent:
    """Everything in `content/`, and the way to plant it.

    Loading makes what is missing and leaves alone what is there, by address.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or settings.ROOT / "content"
        self._texts = Texts()
        self._loaded: list[Page | Redirect] = []
        self._untranslated: list[Page] = []
        self._sources: dict[str, Source] = {}

    @transaction.atomic
    def load(self) -> list[Page | Redirect]:
        """Plant the content; return the pages and the redirects that were made."""
        sources = self._read("sources")
        self._sources = load_sources(sources["sources"])
        home = self._home()
        self._dated_lists(home)
        phases = self._read("phases")
        # The list of phases comes first in the menu; the phases themselves need their partners.
        phase_index = self._page(
            PhaseIndexPage,
            home,
            phases["index"],
            builders.publish_phases,
            activities=phases["index"]["activities"],
            show_in_menus=True,
        )
        people, partners = self._people(), self._partners(home)
        for entry in phases["phases"]:
            self._phase(phase_index, entry, partners, people)
        committee = self._committee(home, partners)
        ask_for_two(phase_index, committee)
        self._page(SourceIndexPage, home, sources["index"])
        load_standards(self._page, home, self._read)
        Newsroom(self._page, home, self._read, partners).load()
        self._expert(home, people)
        self._text_pages(home, home, self._read("pages"))
        self._text_pages(home, home, self._read("audiences"))
        mirror_the_tree()
        for page in self._untranslated:
            translate(page, self._texts)
        self._synonyms()
        index_views()
        return self._loaded + load_redirects(home, self._read("redirects"))

    def _read(self, name: str) -> Any:  # noqa: ANN401  a mapping or a list
        content = yaml.safe_load((self._folder / f"{name}.yaml").read_text(encoding="utf-8"))
        return cited(content, self._sources)

    def _page(
        self,
        model: type[Page],
        parent: Page,
        entry: Entry,
        make: Callable[..., Page] = builders.publish,
        **fields: object,
    ) -> Page:
        """Return the page at this address, made if it is missing."""
        there = model.objects.child_of(parent).filter(slug=entry["slug"]).first()
        if there:
            return there
        fields = {"locale": Locale.get_default(), **fields_of(model, entry, self._texts), **fields}
        page = make(model(**fields), parent) if make is builders.publish else make(parent, **fields)
        self._loaded.append(page)
        if entry.get("translated"):
            self._untranslated.append(page)
        return page

    def _home(self) -> HomePage:
        there = HomePage.objects.filter(depth=2, locale=Locale.get_default()).first()
        if there:
            return there
        home = self._page(HomePage, remove_welcome_page(), {**self._read("home"), "slug": "home"})
        create_site(home)
        return home

    def _text_pages(self, home: Page, parent: Page, entries: Iterable[Entry]) -> None:
        for entry in entries:
            linking = {**entry, "body": linked(home, entry["body"])}
            page = self._page(StandardPage, parent, linking, show_in_menus=entry["in_menu"])
            if entry.get("shows"):
                show_contact(entry["shows"], page)
            self._text_pages(home, page, entry.get("below", ()))

    def _dated_lists(self, home: Page) -> None:
        """Make the lists of what is dated before all else: they come first in the menu."""
        newsroom, calls = self._read("newsroom"), self._read("calls")
        self._index(NewsIndexPage, home, newsroom["news_index"])
        self._index(CallIndexPage, home, calls["index"])
        self._index(EventIndexPage, home, newsroom["event_index"])
        self._index(PublicationIndexPage, home, newsroom["publication_index"])

    def _synonyms(self) -> None:
        known = {key_of(term) for group in SynonymGroup.objects.all() for term in group.listed}
        for terms in self._read("synonyms"):
            if known.isdisjoint(map(key_of, terms)):
                SynonymGroup.objects.create(terms="\n".join(terms))

    def _people(self) -> dict[str, Person]:
        entries = self._read("people").items()
        return {key: Person.objects.get_or_create(name=entry["name"], defaults=entry)[0] for key, entry in entries}

    def _expert(self, home: Page, people: Mapping[str, Person]) -> None:
        content = self._read("expert")
        expert = people[content["person"]]
        if ExpertPage.objects.filter(person=expert).exists():
            return
        self._page(ExpertPage, home, content["page"], person=expert, show_in_menus=content["page"]["in_menu"])
        if not expert.career.exists():
            builders.add_career(expert, [{"cited": content["cited"], **step} for step in content["career"]])

    def _partners(self, home: Page) -> dict[str, PartnerPage]:
        content = self._read("partners")
        index = self._index(PartnerIndexPage, home, content["index"])
        publish = builders.publish_partner
        return {
            entry["key"]: self._page(builders.PartnerPage, index, entry, publish, names=entry["names"])
            for entry in content["partners"]
        }

    def _phase(
        self, index: Page, entry: Entry, partners: Mapping[str, PartnerPage], people: Mapping[str, Person]
    ) -> None:
        phase = self._page(
            builders.PhasePage,
            index,
            entry,
            builders.publish_phase,
            project_leader=partners.get(entry["project_leader"]),
            roles=[{**role, "partner": partners[role["partner"]]} for role in entry["roles"]],
            team=[{**member, "person": people[member["person"]]} for member in entry["team"]],
            statements=[_without_blanks(statement) for statement in entry["statements"]],
        )
        if entry["terms"]:
            self._page(builders.TermsOfReferencePage, phase, entry["terms"], builders.publish_terms)

    def _committee(self, home: Page, partners: Mapping[str, PartnerPage]) -> Page:
        entry = self._read("committee")
        committee = self._page(SteeringCommitteePage, home, entry, show_in_menus=True)
        self._page(PriorityIndexPage, committee, entry["priorities"])
        for place, key in enumerate(entry["seats"]):
            if not builders.Seat.objects.filter(partner=partners[key]).exists():
                builders.create_seat(partners[key], sort_order=place)
        return committee

    def _index(self, model: type[Page], home: Page, entry: Entry) -> Page:
        return self._page(model, home, entry, show_in_menus=True)


def _without_blanks(fields: Entry) -> Entry:
    return {name: value for name, value in fields.items() if value != ""}
