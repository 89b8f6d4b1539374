"""Priorities come in numbered revisions that stay as they were adopted, and can be compared."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from governance.models import Correction, PriorityIndexPage, PriorityItem, PriorityRevisionPage, Sector
from sesec_portal.home.starter.builders import publish
from tests.reading import main_of, words

pytestmark = pytest.mark.usefixtures("alone")

PRIORITIES = "/en/steering-committee/priorities/"
EMPTY = "null"


@pytest.fixture
def index(db):
    return PriorityIndexPage.objects.get(locale__language_code="en")


@pytest.fixture
def adopt(index):
    """Publish a revision: `adopt(1, "2010-01", {"toys": "why"})`, sectors in order."""

    def adopted(number, day, sectors):
        revision = PriorityRevisionPage(
            title=f"Revision {number}", slug=f"revision-{number}", number=number, adopted=day, locale=index.locale
        )
        revision.items = [
            PriorityItem(
                sector=Sector.objects.get_or_create(code=code, name=code.title())[0], rationale=why, sort_order=place
            )
            for place, (code, why) in enumerate(sectors.items())
        ]
        return publish(revision, index)

    return adopted


@pytest.fixture
def three(adopt):
    return [
        adopt(1, "2010-01", {"machinery": "a", "energy": "b", "toys": "c"}),
        adopt(2, "2015-01", {"energy": "b", "machinery": "reworded", "blockchain": "d"}),
        adopt(3, "2020-01", {"energy": "b", "machinery": "reworded", "blockchain": "d"}),
    ]


def test_the_latest_revision_is_in_force_and_the_others_are_listed(client, three):
    page = main_of(client, PRIORITIES)

    assert "In force Revision 3 (adopted January 2020 )" in page
    assert "Energy b Machinery reworded Blockchain d" in page
    assert "Revision 1 ( January 2010 )" in page


def test_the_list_is_the_one_of_the_day_asked_about(client, three):
    assert "Revision 1 (adopted January 2010 )" in main_of(client, f"{PRIORITIES}as-of/2014-12-31/")
    assert "Revision 2 (adopted January 2015 )" in main_of(client, f"{PRIORITIES}as-of/2016-05-01/")
    assert "As of 1 May 2009, no list of priorities is published." in main_of(client, f"{PRIORITIES}as-of/2009-05-01/")


def test_comparing_two_revisions_tells_each_change_in_a_table_and_a_drawing(client, three):
    html = BeautifulSoup(client.get(f"{PRIORITIES}compare/1/2/").content, "html.parser")

    rows = {words(row) for row in html.select("table.data tbody tr")}
    assert rows == {
        "Blockchain added, at place 3",
        "Toys removed, from place 3",
        "Energy moved from place 2 to 1",
        "Machinery moved from place 1 to 2",
        "Machinery reworded: a reworded",
    }
    assert len(html.select(".slopes line")) == 2
    assert html.select_one(".slopes title")
    assert html.select_one(".slopes desc")
    steps = [words(step) for step in html.select(".trail li")]
    assert steps[-2:] == ["Sectoral priorities", "Revision 1 compared with 2"]
    assert html.select_one(".languages a[lang=zh-hans]")["href"].endswith("/compare/1/2/")
    assert html.find("meta", attrs={"name": "robots"})["content"] == "noindex"


def test_two_equal_revisions_are_said_to_be_the_same(client, three):
    assert "The two lists are the same" in main_of(client, f"{PRIORITIES}compare/2/3/")


def test_the_form_leads_to_the_comparison(client, three):
    form = BeautifulSoup(client.get(PRIORITIES).content, "html.parser").find(class_="compare")

    assert client.get(form["action"], {"from": "1", "to": "3"}).url == f"{PRIORITIES}compare/1/3/"


@pytest.mark.parametrize("address", ["compare/1/9/", "compare/0/1/", "compare/?from=1", "compare/?from=x&to=y"])
def test_a_comparison_of_what_is_not_there_is_not_found(client, three, address):
    assert client.get(PRIORITIES + address).status_code == 404


def test_comparing_a_thousand_sectors_costs_no_more_queries(client, adopt, three):
    def cost(address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    few = cost(f"{PRIORITIES}compare/1/2/")
    sectors = Sector.objects.bulk_create(Sector(code=f"sector-{n}", name=f"Sector {n}") for n in range(1000))
    for number, listed in ((4, sectors), (5, sectors[::-1])):
        revision = adopt(number, f"202{number}-01", {})
        PriorityItem.objects.bulk_create(
            PriorityItem(revision=revision, sector=sector, sort_order=place) for place, sector in enumerate(listed)
        )

    assert cost(f"{PRIORITIES}compare/4/5/") == few


def form(revision, **changes):
    items = [
        {"id": item.pk, "sector": item.sector_id, "rationale": item.rationale, "rationale_zh": "", "ORDER": str(place)}
        for place, item in enumerate(revision.items.all(), 1)
    ]
    fields = {
        "title": revision.title,
        "slug": revision.slug,
        "summary": "",
        "number": revision.number,
        "adopted": str(revision.adopted),
        "meeting": "",
        "reason": EMPTY,
        "items": inline_formset(items, initial=len(items)),
        "corrections": inline_formset([]),
        "other_statements": streamfield([]),
        "comments": inline_formset([]),
        "action-publish": "1",
        **changes,
    }
    return nested_form_data(fields)


@pytest.fixture
def send(client, log_in):
    log_in("Publishers")

    def post(revision, **changes):
        return client.post(reverse("wagtailadmin_pages:edit", args=[revision.pk]), form(revision, **changes))

    return post


@pytest.mark.parametrize("change", [{"title": "Another"}, {"adopted": "2011"}, {"number": "9"}])
def test_a_published_revision_cannot_be_edited(send, three, change):
    response = send(three[0], **change)

    assert response.status_code == 200
    assert response.content.decode().count("This revision has been published and stays as it is.") == 1
    assert PriorityRevisionPage.objects.get(pk=three[0].pk).title == "Revision 1"


def test_nor_can_its_list(send, three):
    items = [{"id": item.pk, "sector": item.sector_id, "rationale": "changed"} for item in three[0].items.all()]

    response = send(three[0], items=inline_formset(items, initial=3))

    assert response.content.decode().count("This revision has been published and stays as it is.") == 1


def test_code_that_goes_round_the_form_is_refused_too(three):
    revision = PriorityRevisionPage.objects.get(pk=three[0].pk)
    revision.items = list(revision.items.all())[:1]

    with pytest.raises(ValidationError, match="stays as it is"):
        revision.save_revision()


def test_a_correction_is_appended_and_shown(client, send, three):
    notice = [{"day": "2012-03-04", "text": "Toys are meant for children.", "text_zh": ""}]

    assert send(three[0], corrections=inline_formset(notice)).status_code == 302
    page = main_of(client, three[0].url)
    assert "Correction of 4 March 2012 Toys are meant for children." in page


def test_a_correction_once_published_is_not_taken_back(send, three):
    correction = Correction.objects.create(revision=three[0], day="2012-03-04", text="As it was")
    notice = [{"id": correction.pk, "day": "2012-03-04", "text": "Otherwise", "text_zh": ""}]

    response = send(three[0], corrections=inline_formset(notice, initial=1))

    assert "stays as it is" in response.content.decode()


def test_a_draft_may_still_be_changed(send, index, adopt):
    draft = PriorityRevisionPage(title="Draft", slug="draft", number=7, adopted="2026", live=False, locale=index.locale)
    index.add_child(instance=draft)

    assert send(draft, title="Better").status_code == 302
    assert PriorityRevisionPage.objects.get(number=7).title == "Better"
