"""The register of sources: chosen where a fact needs one, added in place, kept while it is cited."""

import csv
import io
import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Page

from governance.models import Decision, Seat, TermOfOffice
from partners.models import PartnerPage, Person
from phases.models import PhasePage
from sesec_portal.bin.models import Deletion
from sesec_portal.sources.models import Source
from tests.reading import main_of, words

_SNIPPET = "wagtailsnippets_sources_source"
SOURCES = "/en/sources/"


def address(action, source):
    return reverse(f"{_SNIPPET}:{action}", args=[source.pk])


@pytest.fixture
def typed(client, log_in):
    """A source that an Editor has typed in the chooser of a form."""
    log_in("Editors")
    fields = {
        "title": "A letter of May 2031",
        "kind": "other",
        "language": "en",
        "title_zh": "",
        "published": "2031-05",
    }
    create = reverse("wagtailsnippetchoosers_sources_source:create")
    answer = json.loads(client.post(create, {f"new-source-{name}": value for name, value in fields.items()}).content)
    assert answer["step"] == "chosen", answer
    return Source.objects.get(pk=answer["result"]["id"])


def test_a_source_typed_beside_a_fact_is_published_with_it(client, typed, cen):
    assert not typed.live
    name = cen.names.first()
    name.cited = typed
    cen.names.add(name)
    revision = cen.save_revision()
    assert not Source.objects.get(pk=typed.pk).live

    revision.publish()

    assert Source.objects.get(pk=typed.pk).live
    assert "A letter of May 2031, May 2031" in main_of(client, cen.url)


def test_one_that_was_taken_down_stays_down(cen, source):
    letter = source("A letter")
    letter.unpublish()
    cen.names.update(cited=letter)

    cen.save_revision().publish()

    assert not Source.objects.get(pk=letter.pk).live


def cite_in_a_row(page, cited):
    name = page.names.first()
    name.cited = cited
    page.names.add(name)
    return page


def cite_in_a_block(page, cited):
    page.body = [("quote", {"text": "So be it.", "cited": cited})]
    return page


def cite_in_a_list(page, cited):
    name = page.names.first()
    name.other_statements = [("statement", {"fact": "starts", "date": "2001", "cited": cited})]
    page.names.add(name)
    return page


def cite_in_a_seat(page, cited):
    seat = Seat.objects.get(partner=page)
    statements = [("statement", {"fact": "starts", "date": "2001", "cited": cited})]
    seat.terms.add(TermOfOffice(holder=Person.objects.create(name="X"), starts="2019", other_statements=statements))
    return seat


DRAFTS = {
    "draft": cite_in_a_row,
    "block of a draft": cite_in_a_block,
    "list of a draft": cite_in_a_list,
    "draft of an entry": cite_in_a_seat,
}


@pytest.mark.parametrize("place", ["row", "block", "draft", "block of a draft", "list of a draft", "draft of an entry"])
def test_a_cited_source_is_not_deleted_and_the_answer_leads_to_what_cites_it(client, log_in, place, source, cen):
    log_in("Administrators")
    cited = {
        "row": lambda: Source.objects.get(title__startswith="Pages that use the earlier name"),
        "block": lambda: Source.objects.get(title="Another page of the former site"),
    }.get(place, lambda: source("A letter"))()
    if "draft" in place:
        DRAFTS[place](cen, cited).save_revision()

    said = client.post(address("delete", cited), follow=True).content.decode()

    assert Source.objects.filter(pk=cited.pk).exists()
    assert "Nothing was deleted, because this still refers to it" in said
    [edited] = {link["href"] for link in BeautifulSoup(said, "html.parser").select(".messages a")}
    if place == "draft of an entry":
        assert edited == reverse("wagtailsnippets_governance_seat:edit", args=[Seat.objects.get(partner=cen).pk])
    else:
        page = {"row": "dg-grow", "block": "background"}.get(place, "cen")
        assert edited.endswith("/edit/")
        assert Page.objects.get(pk=edited.split("/")[-3]).slug == page


def test_whoever_takes_down_a_cited_source_is_told_where_it_is_cited_and_may(client, log_in, source, cen):
    log_in("Administrators")
    letter = source("A letter")
    cite_in_a_row(cen, letter).save_revision().publish()

    asked = client.get(address("unpublish", letter)).content.decode()
    assert "readers get “A source that is not published.” where it is cited." in asked
    assert words(BeautifulSoup(asked, "html.parser").select_one(".help-warning li")) == "Partner: CEN"
    assert asked.count(reverse("wagtailadmin_pages:edit", args=[cen.pk])) == 1

    client.post(address("unpublish", letter))
    assert not Source.objects.get(pk=letter.pk).live
    assert "A source that is not published." in main_of(client, cen.url)
    assert "A letter" not in main_of(client, cen.url)


def test_whoever_takes_down_one_that_nothing_cites_is_told_nothing(client, log_in, source):
    log_in("Administrators")

    assert "not published" not in client.get(address("unpublish", source("A letter"))).content.decode()


def test_one_that_nothing_cites_goes_to_the_bin(client, log_in, source):
    log_in("Administrators")
    letter = source("A letter")

    client.post(address("delete", letter))

    assert not Source.objects.filter(pk=letter.pk).exists()
    assert Deletion.objects.count() == 1


def test_its_form_lists_what_cites_it_each_page_once(client, log_in):
    log_in("Editors")
    etsi = Source.objects.get(title="ETSI’s page on SESEC")

    html = BeautifulSoup(client.get(address("edit", etsi)).content, "html.parser")

    found = [words(item) for item in html.find(id="panel-where_it_is_cited-content").select("li")]
    assert sorted(found) == ["Europe, China and standards", "SESEC I"]


def test_readers_find_every_cited_source_once_and_as_open_data(client, db):
    listed = [words(cite) for cite in BeautifulSoup(client.get(SOURCES).content, "html.parser").select("cite")]

    assert "ETSI’s page on SESEC" in listed
    assert "CENELEC’s page on SESEC" not in listed, "nothing cites it"
    rows = list(csv.DictReader(io.StringIO(client.get("/en/sources/sources.csv").content.decode("utf-8-sig"))))
    assert [row["title"] for row in rows] == listed
    home = next(row for row in rows if row["kind"] == "project-iv" and row["url"])
    assert home["url"] == "http://sesec.eu/sesec/"


def test_what_only_an_internal_decision_or_somebodys_office_rests_on_is_not_listed(client, source, phase_four):
    Decision.objects.create(number=1, decided="2020", wording="x", disclosure="internal", cited=source("Minutes kept"))
    member = phase_four.team.first()
    member.cited = source("A letter of somebody")
    member.save()
    PhasePage.objects.get(number=4).save_revision().publish()

    for place in (SOURCES, "/en/sources/sources.csv"):
        said = client.get(place).content.decode()
        assert "Minutes kept" not in said
        assert "A letter of somebody" not in said


def test_what_a_draft_or_private_page_alone_cites_is_not_listed(client, source, cen):
    name = cen.names.first()
    name.cited = source("A letter")
    cen.names.add(name)
    cen.save_revision().publish()
    assert "A letter" in client.get(SOURCES).content.decode()

    PartnerPage.objects.filter(pk=cen.pk).update(live=False)
    assert "A letter" not in client.get(SOURCES).content.decode()


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"url": "https://www.cen.eu@example.org/"}, "url"),
        ({"archive_url": "https://name:word@example.org/"}, "archive_url"),
        ({"seen_on": date(2999, 1, 1)}, "seen_on"),
        ({"seen_on": date(2024, 5, 1), "gone_since": date(2020, 1, 1)}, "gone_since"),
    ],
)
def test_what_cannot_be_is_refused_where_it_was_typed(db, fields, place):
    with pytest.raises(ValidationError) as refused:
        Source(title="A letter", **fields).full_clean()

    assert list(refused.value.message_dict) == [place]
