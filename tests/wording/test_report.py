"""The promise: the report lists everything that is found in what is published, in a fixed number of queries."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from governance.models import Decision
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.wording.accepting import accept
from sesec_portal.wording.findings import Lint


@pytest.fixture
def kites(home):
    """Publish pages of kites with a summary: `kites("red", "…")`."""

    def published(slug, summary):
        body = [("text", "<p>The current wind.</p>"), ("note", {"heading": "New", "text": "<p>None.</p>"})]
        page = StandardPage(title="Kites", slug=slug, summary=summary, body=body, locale=home.locale)
        return publish(page, home)

    return published


@pytest.fixture
def rows(client, log_in):
    """Return the rows of the report, as somebody who publishes has it: `rows(language="en")`."""
    log_in("Publishers")
    return lambda **asked: client.get(reverse("wording:report"), asked).context["object_list"]


def test_the_starter_content_has_none(rows):
    assert [(str(row.thing), row.finding.sentence) for row in rows()] == []


def test_it_tells_what_was_found_where_and_why_it_stays(kites, rows, client):
    page = kites("red", "Kites are currently red. Soon they are blue.")
    found = {one.phrase: one for one in Lint().of(page)}
    accept(page, {found["currently"]: "A quotation."}, None)

    told = rows()
    assert {row.finding.phrase for row in told} == {"currently", "Soon", "current", "New"}
    assert [row.finding.phrase for row in rows(accepted="yes")] == ["currently"]
    assert {row.finding.phrase for row in rows(accepted="no")} == {"Soon", "current", "New"}
    assert list(rows(language="zh")) == []
    assert len(rows(language="en")) == 4

    address = reverse("wording:report")
    html = client.get(address).content.decode()
    assert "<mark>currently</mark>" in html
    assert "A quotation." in html
    csv = b"".join(client.get(address, {"export": "csv"}).streaming_content).decode()
    assert "Kites are currently red." in csv
    book = b"".join(client.get(address, {"export": "xlsx"}).streaming_content)
    assert load_workbook(io.BytesIO(book)).active.max_row == 5


@pytest.mark.parametrize("group", ["Publishers", "Editors"])
def test_more_pages_and_entries_cost_no_more_queries(client, kites, log_in, group):
    log_in(group)
    address = reverse("wording:report")

    def add(number):
        accept(page := kites(f"kites-{number}", "Kites are currently red."), {Lint().of(page)[0]: "A name."}, None)
        Decision.objects.create(number=number, decided="2020", wording="The current chair stays.", disclosure="public")

    add(1)
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for number in range(2, 7):
        add(number)
    with CaptureQueriesContext(connection) as many:
        found = client.get(address).context["object_list"]

    assert len(found) == 6 * 4
    assert len(many) <= len(one)
