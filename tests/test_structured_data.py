"""Every page tells machines what it is about, in words that schema.org has, and nothing that readers may not know."""

import json
import re
from collections import Counter

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils.timezone import localtime
from wagtail.models import Page

from governance.models import Attendance, MeetingPage, Seat, TermOfOffice
from partners.models import PartnerName, PartnerPage, Person
from phases.models import TeamMember
from sesec_portal.core.structured_data import script
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from tests.json_ld import about, every, faults, graph_of, read, things


@pytest.fixture
def named(db):
    """Somebody who agreed to be named."""
    return Person.objects.create(name="Ada Named", consent="given", consent_source="A letter")


@pytest.fixture
def unnamed(db):
    """Somebody who did not."""
    return Person.objects.create(name="Xavier Withheld")


@pytest.fixture
def committee(home):
    return home.get_children().get(slug="steering-committee").specific


@pytest.fixture
def meeting(committee, cen):
    """The first meeting, in Brussels and online, hosted by CEN and attended by it."""
    page = MeetingPage(
        title="Meeting 1",
        slug="meeting-1",
        number=1,
        held="2019-03-05",
        city="Brussels",
        city_zh="布鲁塞尔",
        online=True,
        host=cen,
        locale=committee.locale,
    )
    page.attendances = [Attendance(partner=cen)]
    return publish(page, committee)


@pytest.fixture
def full(meeting, cen, phase_four, named, unnamed):
    """The portal with every register filled."""
    seat = Seat.objects.get(partner=cen)
    TermOfOffice.objects.create(seat=seat, starts="2018-04~", ends="2019", holder=named)
    TermOfOffice.objects.create(seat=seat, starts="2020", holder=unnamed)
    TermOfOffice.objects.create(seat=seat, starts="2020", holder=named, alternate=True)
    for person in (named, unnamed):
        TeamMember.objects.create(phase=phase_four, person=person, office="officer", starts="2019-02?")


def test_every_page_speaks_the_vocabulary_of_schema_org(full):
    pages = Page.objects.live().filter(depth__gt=1).select_related("locale")
    used = set()
    for page in pages:
        graph = graph_of(Client(), page.url)
        for thing in graph:
            assert not list(faults(thing)), page.url
        used |= {thing["@type"] for thing in every(graph) if "@type" in thing}
        kind = "ProfilePage" if "who-is-sesec" in page.url else "WebPage"
        assert [thing["@type"] for thing in graph[:3]] == ["WebSite", "BreadcrumbList", kind]
        assert not any(count > 1 for count in Counter(thing["@id"] for thing in graph).values())
        text = json.dumps(graph)
        assert not re.search(r'Date": "[^"]*[~?%]', text), page.url
        assert "Withheld" not in text
    expected = {"Project", "Organization", "GovernmentOrganization", "OrganizationRole", "Person", "Event", "Place"}
    assert expected | {"VirtualLocation", "PostalAddress", "SearchAction"} <= used


def test_the_check_itself_finds_what_schema_org_does_not_have():
    assert list(faults({"@type": "Project", "foundingDate": "2018-04~"}))
    assert list(faults({"@type": "Project", "startDate": "2018-04"}))
    assert list(faults({"@type": "Project", "founded": "2018-04"}))
    assert list(faults({"@type": "Event", "organizer": {"@type": "Place", "name": "Brussels"}}))
    assert list(faults({"@type": "Project", "member": {"@type": "OrganizationRole", "roleName": "partner"}}))
    assert not list(faults({"@type": "Project", "foundingDate": "2018-04"}))


def test_a_page_tells_its_language_its_dates_its_place_and_how_to_search(client, phase_four):
    website, trail, page = graph_of(client, "/en/phases/sesec-iv/")[:3]

    assert website["potentialAction"]["target"]["urlTemplate"] == "http://testserver/en/search/?q={search_term_string}"
    assert [(step["position"], step["item"]["@id"]) for step in trail["itemListElement"]] == [
        (1, "http://testserver/en/"),
        (2, "http://testserver/en/phases/"),
        (3, "http://testserver/en/phases/sesec-iv/"),
    ]
    assert page["inLanguage"] == "en"
    assert page["dateModified"][:10] == f"{localtime(phase_four.last_published_at):%Y-%m-%d}"
    assert page["isPartOf"]["@id"] == website["@id"]
    assert page["breadcrumb"]["@id"] == trail["@id"]
    assert graph_of(client, "/zh-hans/phases/sesec-iv/")[2]["inLanguage"] == "zh-hans"


def test_a_page_not_translated_yet_tells_the_page_it_stands_for(client, in_english):
    fallback = in_english
    page = graph_of(client, fallback.url)[2]

    assert page["url"] == f"http://testserver{fallback.alias_of.url}"
    assert page["inLanguage"] == "en"


def test_the_front_page_tells_the_project_its_members_and_its_phases(client, db):
    sesec = about(client, "/zh-hans/")

    assert (sesec["@type"], sesec["name"]) == ("Project", "SESEC")
    assert "欧盟驻华标准化专家项目" in sesec["alternateName"]
    assert [role["member"]["@type"] for role in sesec["member"][:5]].count("GovernmentOrganization") == 1
    leader = sesec["member"][5]
    assert (leader["roleName"], leader["startDate"], leader["member"]["name"]) == ("项目负责方", "2018-04", "CEN")
    assert {"SESEC I", "SESEC IV"} <= {phase["name"] for phase in sesec["subOrganization"]}


def test_a_phase_tells_its_dates_as_exact_as_they_are_and_leaves_unknown_ones_out(client, phase_four):
    phase = about(client, "/en/phases/sesec-iv/")
    assert phase["foundingDate"] == "2018-04"
    assert "dissolutionDate" not in phase
    assert phase["parentOrganization"]["name"] == "SESEC"
    assert ("project leader", "CEN") in [(role["roleName"], role["member"]["name"]) for role in phase["member"]]

    phase_four.starts = "2018~"
    phase_four.save()
    assert about(client, "/en/phases/sesec-iv/")["foundingDate"] == "2018"
    phase_four.starts = "2018-XX"
    phase_four.save()
    assert about(client, "/en/phases/sesec-iv/")["foundingDate"] == "2018"
    for without in ("2018-21", "201X", ""):
        phase_four.starts = without
        phase_four.save()
        assert "foundingDate" not in about(client, "/en/phases/sesec-iv/")


def test_only_the_commission_is_part_of_a_government(client, db):
    found = {}
    for partner in PartnerPage.objects.live().originals().select_related("locale"):
        found[partner.kind] = found.get(partner.kind, set()) | {about(client, partner.url)["@type"]}

    assert found == {"eso": {"Organization"}, "eu": {"GovernmentOrganization"}, "igo": {"Organization"}}


def test_a_partner_tells_its_name_of_today_its_address_and_its_seat(client, db, on_day):
    with on_day(2026, 11, 22):
        grow = about(client, "/en/partners/dg-grow/")

    assert grow["name"].endswith("Internal Market, Industry, Entrepreneurship and SMEs")
    assert grow["alternateName"] == "EC DG GROW"
    assert (grow["address"]["addressLocality"], grow["address"]["addressCountry"]) == ("Brussels", "BE")
    assert grow["memberOf"]["memberOf"]["name"] == "Steering Committee"
    Seat.objects.filter(partner__slug="dg-grow").delete()
    assert "memberOf" not in about(client, "/en/partners/dg-grow/")


def test_the_committee_tells_terms_of_office_and_names_only_who_agreed(client, full, cen):
    members = about(client, "/en/steering-committee/")["member"]

    terms = [role for role in members if "startDate" in role]
    told = [(r["startDate"], r.get("endDate"), [member["name"] for member in r["member"]]) for r in terms]
    assert sorted(told) == [
        ("2018-04", "2019", ["CEN", "Ada Named"]),
        ("2020", None, ["CEN"]),
        ("2020", None, ["CEN", "Ada Named"]),
    ]
    assert len(members) - len(terms) == Seat.objects.count()


def test_a_meeting_tells_when_where_by_whom_and_who_came(client, meeting):
    event = about(client, meeting.url)

    assert event["startDate"] == "2019-03-05"
    assert [place["@type"] for place in event["location"]] == ["Place", "VirtualLocation"]
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [body["name"] for body in event["organizer"]] == ["Steering Committee", "CEN"]
    assert [body["name"] for body in event["attendee"]] == ["CEN"]


def test_samples_tell_machines_nothing(client, full, meeting, cen):
    for model in (MeetingPage, TermOfOffice, TeamMember, PartnerName):
        model.objects.update(sample=True)

    assert things(client, meeting.url) == []
    assert not [role for role in about(client, "/en/steering-committee/")["member"] if "startDate" in role]
    assert "Ada Named" not in json.dumps(graph_of(client, "/en/phases/sesec-iv/"))
    assert about(client, "/en/partners/cen/")["name"] == "CEN"


def test_a_page_as_of_a_day_leaves_its_register_to_the_page_as_of_today(client, db):
    assert things(client, "/en/steering-committee/as-of/2019-01-01/") == []
    assert things(client, "/en/steering-committee/")


def test_an_address_that_is_no_page_tells_machines_nothing(client, db):
    for address in ("/en/search/?q=SESEC", "/en/nowhere/", "/en/phases/as-of/2019-02-30/"):
        assert b"ld+json" not in client.get(address).content


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!-- <script>", "a\u2028b\u2029c", '"\\ & &quot;', "]]>"]
)
def test_no_title_can_break_out_of_the_block(client, home, title):
    publish(StandardPage(title=title, slug="odd", summary=title, locale=home.locale), home)
    response = client.get("/en/odd/")

    assert read(response.content)[2]["name"] == title
    assert read(response.content)[2]["description"] == title
    assert [tag.get("type") for tag in BeautifulSoup(response.content, "html5lib").find_all("script")] == [
        "application/ld+json"
    ]


def test_the_block_holds_no_letter_that_html_reads():
    text = script({"name": "</script><!--&\u2028\u2029中"}).removeprefix('<script type="application/ld+json">')

    assert text.removesuffix("</script>") == '{"name":"\\u003C/script\\u003E\\u003C!--\\u0026\\u2028\\u2029中"}'
