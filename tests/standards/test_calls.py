"""Calls for comments: what closes next, what came of it, and what flips at the instant."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from governance.models import Sector
from sesec_portal.home.starter.standards import publish_call
from standards.models import BodyPage, CallIndexPage, CallPage
from tests.reading import words

INDEX = "/en/calls/"


@pytest.fixture
def index(db):
    """The list of calls in English."""
    return CallIndexPage.objects.originals().get()


@pytest.fixture
def call(index):
    """Publish a call: `call("Kites", deadline="2026-07-01[Asia/Shanghai]")`."""

    def publish(title, **fields):
        slug = title.lower().replace(" ", "-")
        return publish_call(index, title=title, slug=slug, kind="national", locale=index.locale, **fields)

    return publish


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def listed(html):
    """Return the titles under each heading of the list."""
    found, heading = {}, None
    for element in html.main.select(".page__text h2, .dated__title a"):
        if element.name == "h2":
            heading = words(element)
        else:
            found.setdefault(heading, []).append(words(element))
    return found


def instant(year, month, day, hour, minute=0, second=0):
    return time_machine.travel(datetime(year, month, day, hour, minute, second, tzinfo=UTC), tick=False)


@pytest.mark.parametrize(
    ("deadline", "last"),
    [
        # 24:00 in Beijing is 18:00 in Brussels in summer, and 17:00 in winter.
        ("2026-07-01[Asia/Shanghai]", datetime(2026, 7, 1, 15, 59, 59, tzinfo=UTC)),
        ("2026-12-01[Asia/Shanghai]", datetime(2026, 12, 1, 15, 59, 59, tzinfo=UTC)),
        ("2026-03-29[Europe/Brussels]", datetime(2026, 3, 29, 21, 59, 59, tzinfo=UTC)),
        ("2026-10-25[Europe/Brussels]", datetime(2026, 10, 25, 22, 59, 59, tzinfo=UTC)),
        ("2026-07-01T17:00+08:00[Asia/Shanghai]", datetime(2026, 7, 1, 8, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_call_closes_at_the_instant_on_every_page(client, call, deadline, last):
    page = call("Kites", deadline=deadline)
    register = f"{INDEX}calls.json"

    with time_machine.travel(last, tick=False):
        assert "closes today" in words(read(client, page.url).main)
        assert "Kites" in listed(read(client, INDEX))["Closing next"]
        assert "closes today" in words(read(client, "/en/").main)
        assert client.get(register).json()["rows"][0]["status"] == "closing soon"
    with time_machine.travel(last + timedelta(seconds=1), tick=False):
        assert words(read(client, page.url).main.select_one(".dated__status")) == "closed"
        assert "Kites" in listed(read(client, INDEX))["Earlier calls"]
        assert "Kites" not in words(read(client, "/en/").main)
        assert client.get(register).json()["rows"][0]["status"] == "closed"


def test_the_days_until_the_deadline_are_those_of_the_announced_calendar(call):
    page = call("Kites", opens="2026-06-20[Asia/Shanghai]", deadline="2026-07-09[Asia/Shanghai]")
    for moment, status in [
        (instant(2026, 6, 15, 15, 59), "opens in 5 days"),
        (instant(2026, 6, 15, 16, 0), "opens in 4 days"),
        (instant(2026, 6, 19, 15, 59, 59), "opens tomorrow"),
        (instant(2026, 6, 19, 16, 0), "open, closes in 19 days"),
        (instant(2026, 7, 1, 15, 59), "open, closes in 8 days"),
        (instant(2026, 7, 1, 16, 0), "closing soon, closes in 7 days"),
        (instant(2026, 7, 8, 12, 0), "closing soon, closes tomorrow"),
        # In Brussels it is still the day before.
        (instant(2026, 7, 8, 16, 0), "closing soon, closes today (Beijing time)"),
        (instant(2026, 7, 8, 22, 0), "closing soon, closes today"),
        (instant(2026, 7, 9, 16, 0), "closed"),
    ]:
        with moment:
            assert page.status_in_words == status


def test_the_page_says_how_a_day_without_an_hour_is_read(client, call):
    page = call("Kites", deadline="2017-09-24[Asia/Shanghai]", deadline_wording="于9月24日前")
    text = words(read(client, page.url).main)

    assert "24 September 2017, 24:00 Beijing time (18:00 Brussels time)" in text
    assert "This portal reads it as the end of that day, 24:00." in text
    assert "于9月24日前" in text


def test_a_closed_call_without_an_outcome_says_so_and_an_open_one_does_not(client, call):
    closed = call("Kites", deadline="2017-09-24[Asia/Shanghai]")
    ahead = call("Umbrellas", deadline="2090-09-24[Asia/Shanghai]")

    assert "No outcome is recorded." in words(read(client, closed.url).main)
    assert "outcome" not in words(read(client, ahead.url).main)


def test_an_open_call_without_a_language_of_comments_says_so(client, call):
    with instant(2026, 6, 1, 0):
        page = call("Open", deadline="2026-07-01[Asia/Shanghai]")
        facts = read(client, page.url).select_one(".facts")
        assert "Language of comments not recorded" in words(facts)
    with instant(2026, 8, 1, 0):
        assert "Language of comments" not in words(read(client, page.url).select_one(".facts"))


def test_the_front_page_tells_the_portals_own_deadline_too(client, call):
    with instant(2026, 6, 1, 0):
        call("Open", deadline="2026-07-01[Asia/Shanghai]", own_deadline="2026-06-20[Europe/Brussels]")
        assert "Through SESEC: 20 June 2026" in words(read(client, "/en/").main)


def test_only_bodies_that_issued_a_call_are_offered(client, call):
    bodies = BodyPage.objects.originals()
    silent, sac = bodies.get(slug="cesi"), bodies.get(slug="sac")
    call("Kites", issuing_body=sac)
    offered = [option["value"] for option in read(client, INDEX).select("#filter-body option")]

    assert sac.slug in offered
    assert silent.slug not in offered


def test_calls_are_read_by_year_with_the_readers_choices_kept(client, call):
    kites = Sector.objects.create(code="kites", name="kites")
    call("Kites", deadline="2019-09-24[Asia/Shanghai]", topics=[{"sector": kites}])
    call("Umbrellas", deadline="2020-09-24[Asia/Shanghai]")

    html = read(client, f"{INDEX}?topic=kites")
    assert listed(html) == {"Earlier calls": ["Kites"]}
    assert f"{INDEX}2019/?topic=kites" in [link["href"] for link in html.main.find_all("a")]
    notified = "Four TBT notifications of Chinese standards"
    assert listed(read(client, f"{INDEX}2020/")) == {"2020": ["Umbrellas", notified]}
    nothing = read(client, f"{INDEX}2020/?topic=kites")
    assert "Nothing of this year fits your choices. The nearest year that has something: 2019" in words(nothing.main)
    assert client.get(f"{INDEX}1999/").status_code == 404
    for year in ("0", "0001", "9999", "10000", "99999999999999999999"):
        assert client.get(f"{INDEX}{year}/").status_code == 404
    assert client.get(f"{INDEX}?topic=nobody").status_code == 404


@pytest.mark.parametrize(
    ("fields", "beside", "sentence"),
    [
        (
            {"opens": "2026-07-02[Asia/Shanghai]", "deadline": "2026-07-01[Asia/Shanghai]"},
            "deadline",
            "The deadline lies before the opening.",
        ),
        (
            {"deadline": "2026-07-01[Asia/Shanghai]", "own_deadline": "2026-07-02[Asia/Shanghai]"},
            "own_deadline",
            "Comments through SESEC have to be there before the deadline itself.",
        ),
        (
            {"opens": "2026-07-02[Asia/Shanghai]", "own_deadline": "2026-07-01[Asia/Shanghai]"},
            "own_deadline",
            "The deadline lies before the opening.",
        ),
    ],
)
def test_deadlines_that_cannot_be_are_refused_by_the_form_and_by_the_database(call, fields, beside, sentence):
    page = call("Kites")
    for name, value in fields.items():
        setattr(page, name, value)

    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert refused.value.message_dict[beside] == [sentence]
    instants = {f"{name}_at": getattr(page, f"{name}_at") for name in fields}
    with pytest.raises(IntegrityError), transaction.atomic():
        CallPage.objects.filter(pk=page.pk).update(**instants, **fields)


def test_a_number_is_kept_in_the_one_form_of_its_family_and_found_by_its_spellings(
    client, call, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        page = call("Kites", numbers=[{"number": "GB/T 1234.1-2024"}])

    for spelling in ("GBT1234.1", "GB/T 1234.1—2024", "GB/T 1234.1-2024"):
        assert page.title in words(read(client, f"/en/search/?q={spelling}").main), spelling
    number = page.numbers.get()
    number.number = "ＧＢ／Ｔ　1234.1—2024"
    number.clean()
    assert number.number == "GB/T 1234.1-2024"
    number.number = "GBT 1234.1-2024"
    with pytest.raises(ValidationError, match=r"GB/T 1234\.1-2024"):
        number.clean()
