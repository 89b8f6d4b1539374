"""Listings cost the same number of queries however long they grow."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from governance.models import Decision, Sector, SteeringCommitteePage
from newsroom.models import EventIndexPage, NewsIndexPage, PublicationIndexPage
from partners.models import Person
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import create_seat, publish, publish_meeting, publish_partner, publish_phase
from sesec_portal.home.starter.newsroom import publish_event, publish_news, publish_publication
from sesec_portal.home.starter.standards import publish_body, publish_call
from sesec_portal.media.models import PortalDocument
from sesec_portal.sources.models import Source
from standards.models import BodyIndexPage, BodyPage, CallIndexPage, Term
from tests.places import LANGUAGES, examples

# Beside an example of each page type: the pages that grow most, and what is no page of the tree.
GROWING = [
    "phases/sesec-iv/",
    "partners/cen/",
    "who-is-who/samr/",
    "calls/",
    "events/",
    "news/",
    "publications/",
    "steering-committee/decisions/",
    "steering-committee/meetings/",
    "search/?q=SESEC",
    "search/?q=SESEC&partner=cen&page=2",
    "search/?type=phase",
    "sitemap/",
]
BESIDE = ["/sitemap.xml", "/sitemap-pages.xml", *(f"/{code}/{place}" for code in LANGUAGES for place in GROWING)]


@pytest.fixture
def grow(home, phase_index, partner_index, phase_four, cen):
    """Make everything that a list may show several times as long."""
    committee = SteeringCommitteePage.objects.get(locale=home.locale)

    def more(numbers):
        person = Person.objects.create(name="Somebody", consent="given", consent_source="A letter")
        for number in numbers:
            names = [{"name": f"Body {number}"}]
            partner = publish_partner(
                partner_index,
                title=f"B{number}",
                slug=f"b{number}",
                acronym=f"B{number}",
                kind="other",
                names=names,
                locale=home.locale,
            )
            create_seat(partner, terms=[{"starts": "2020", "holder": person}, {"ends": "2018", "holder": person}])
            phase_four.participations.create(partner=partner, role="partner")
            phase_four.team.create(person=person, starts="2019")
            letter = Source.objects.create(title=f"Letter {number}")
            phase_four.statements.create(date="2018-04", cited=letter)
            phase_four.save()
            publish_phase(
                phase_index,
                title=f"SESEC {number}",
                slug=f"sesec-{number}",
                number=number,
                starts=str(2030 + number),
                project_leader=cen,
                roles=[{"partner": cen}],
                team=[{"person": person}],
                locale=home.locale,
            )
            publish_meeting(
                committee, title=f"Meeting {number}", slug=f"m{number}", number=number, held="2020", locale=home.locale
            )
            Decision.objects.bulk_create(
                Decision(number=100 * number + more, kind=kind, decided=f"{2000 + number}", disclosure="public")
                for more, kind in enumerate(["decision", "measure"] * 11)
            )
            samr = BodyPage.objects.originals().first()
            body = publish_body(
                BodyIndexPage.objects.originals().get(),
                **{"title": f"Office {number}", "slug": f"o{number}", "kind": "other", "locale": home.locale},
                **{"part_of": samr, "successor": samr, "names": [{"name": f"Office {number}"}]},
            )
            term = Term.objects.create(code=f"t{number}", name=f"term {number}", meaning="Any.", body=body)
            sector = Sector.objects.create(code=f"sector-{number}", name=f"sector {number}")
            dated = {"topics": [{"sector": sector}], "locale": home.locale}
            call = publish_call(
                CallIndexPage.objects.originals().get(),
                **{"title": f"Call {number}", "slug": f"c{number}", "kind": "law", **dated},
                numbers=[{"number": f"GB {number}-2020"}],
                deadline=f"{2030 + number}-05-01[Asia/Shanghai]",
                issuing_body=samr,
            )
            event = publish_event(
                EventIndexPage.objects.originals().get(),
                **{"title": f"Event {number}", "slug": f"e{number}", "kind": "webinar", **dated},
                starts=f"{2030 + number}-05-01[Asia/Shanghai]",
                concerned=[{"partner": partner}],
            )
            publish_news(
                NewsIndexPage.objects.originals().get(),
                **{"title": f"News {number}", "slug": f"n{number}", **dated},
                **{"date": f"{2030 + number}", "concerned": [{"body": samr}], "call": call, "event": event},
            )
            publish_publication(
                PublicationIndexPage.objects.originals().get(),
                **{"title": f"Issue {number}", "slug": f"i{number}", "kind": "newsletter", **dated},
                issued=f"{2030 + number}",
            )
            PortalDocument.objects.create(title=f"SESEC document {number}", file=f"{number}.txt", file_size=1)
            marked = [("text", f'<p><a linktype="term" id="{term.pk}">Term</a></p>')]
            page = StandardPage(title=f"SESEC page {number}", slug=f"p{number}", show_in_menus=True, body=marked)
            page.locale = home.locale
            publish(page, home)

    return more


def costs(client):
    """Return the number of queries of each address, asked for a second time."""
    found = {}
    for address in [*BESIDE, *(page.url for code in LANGUAGES for page in examples(code).values())]:
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200, address
        found[address] = len(queries)
    return found


def test_no_page_costs_more_queries_as_the_portal_grows(client, grow):
    grow([10])
    before = costs(client)
    grow(range(11, 15))

    assert costs(client) == before
