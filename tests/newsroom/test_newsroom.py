"""News, events and publications: dated, by year and topic, and true at every instant."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from governance.models import Decision, Sector
from newsroom.models import EventIndexPage, EventPage, NewsIndexPage, PublicationIndexPage, Speaker
from partners.models import Person
from sesec_portal.home.starter.newsroom import publish_event, publish_news, publish_publication
from tests.reading import words


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


@pytest.fixture
def news(db):
    """Publish a news item: `news("Kites", date="2026-07")`."""
    index = NewsIndexPage.objects.originals().get()
    return lambda title, **fields: publish_news(index, title=title, slug=title.lower(), locale=index.locale, **fields)


@pytest.fixture
def event(db):
    """Publish an event: `event("Kites", starts="2026-07-01[Asia/Shanghai]")`."""
    index = EventIndexPage.objects.originals().get()

    def publish(title, **fields):
        return publish_event(
            index, **{"kind": "webinar", "title": title, "slug": title.lower(), "locale": index.locale, **fields}
        )

    return publish


@pytest.fixture
def publication(db):
    """Publish a newsletter: `publication("Issue", issue_number=3)`."""
    index = PublicationIndexPage.objects.originals().get()

    def publish(title, **fields):
        return publish_publication(
            index, kind="newsletter", title=title, slug=title.lower(), locale=index.locale, **fields
        )

    return publish


def titles(html, after=None):
    """Return the titles of a list, or those under one of its headings."""
    found, heading = [], None
    for element in html.main.select(".page__text h2, .dated__title a"):
        if element.name == "h2":
            heading = words(element)
        elif after in (None, heading):
            found.append(words(element))
    return found


@pytest.mark.parametrize(
    ("fields", "begins", "over"),
    [
        (
            {"starts": "2026-07-01T15:00+08:00[Asia/Shanghai]", "ends": "2026-07-01T16:30+08:00[Asia/Shanghai]"},
            datetime(2026, 7, 1, 7, tzinfo=UTC),
            datetime(2026, 7, 1, 8, 30, tzinfo=UTC),
        ),
        (
            {"starts": "2026-10-25[Europe/Brussels]"},
            datetime(2026, 10, 24, 22, tzinfo=UTC),
            datetime(2026, 10, 25, 23, tzinfo=UTC),
        ),
        (
            {"starts": "2026-12-01T10:00+08:00[Asia/Shanghai]"},
            datetime(2026, 12, 1, 2, tzinfo=UTC),
            datetime(2026, 12, 1, 16, tzinfo=UTC),
        ),
    ],
)
def test_an_event_begins_and_is_over_at_the_instant_on_every_page(client, event, fields, begins, over):
    page = event("Kites", **fields)
    second = timedelta(seconds=1)

    for moment, status, heading, front in [
        (begins - second, None, "Coming events", True),
        (begins, "going on now", "Coming events", True),
        (over - second, "going on now", "Coming events", True),
        (over, "past", "Past events", False),
    ]:
        with time_machine.travel(moment, tick=False):
            shown = words(read(client, page.url).main.select_one(".dated__status"))
            assert shown.partition(" (")[0] in ({status} if status else {"today", "tomorrow"})
            assert "Kites" in titles(read(client, "/en/events/"), heading)
            assert ("Kites" in words(read(client, "/en/").main)) is front
            row = next(row for row in client.get("/en/events/events.json").json()["rows"] if row["title"] == "Kites")
            assert row["status"] == (status or "upcoming")


@pytest.mark.parametrize("state", ["postponed", "cancelled"])
def test_what_is_called_off_stays_readable_and_leaves_the_front_page(client, event, state):
    page = event("Kites", starts="2090-07-01[Asia/Shanghai]", state=state)

    assert words(read(client, page.url).main.select_one(".dated__status")) == state
    assert titles(read(client, "/en/events/"), "Postponed or cancelled") == ["Kites"]
    assert "Kites" not in words(read(client, "/en/").main)


def test_nobody_can_register_once_registration_has_ended(client, event):
    page = event(
        "Kites",
        starts="2026-07-10[Asia/Shanghai]",
        registration_url="https://example.org/register",
        registration_until="2026-07-01[Asia/Shanghai]",
    )

    with time_machine.travel(datetime(2026, 7, 1, 15, 59, 59, tzinfo=UTC), tick=False):
        assert read(client, page.url).find("a", href="https://example.org/register")
    with time_machine.travel(datetime(2026, 7, 1, 16, 0, tzinfo=UTC), tick=False):
        assert not read(client, page.url).find("a", href="https://example.org/register")


@pytest.mark.parametrize(
    ("fields", "beside", "sentence"),
    [
        ({"ends": "2026-06-30[Asia/Shanghai]"}, "ends", "The end lies before the start."),
        (
            {"registration_until": "2026-07-02[Asia/Shanghai]"},
            "registration_until",
            "Nobody can register when the event is over.",
        ),
    ],
)
def test_moments_that_cannot_be_are_refused_by_the_form_and_by_the_database(event, fields, beside, sentence):
    page = event("Kites", starts="2026-07-01[Asia/Shanghai]")
    for name, value in fields.items():
        setattr(page, name, value)

    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert refused.value.message_dict[beside] == [sentence]
    instants = {f"{name}_at": getattr(page, f"{name}_at") for name in fields}
    with pytest.raises(IntegrityError), transaction.atomic():
        EventPage.objects.filter(pk=page.pk).update(**instants, **fields)


def test_a_second_event_or_issue_with_one_number_is_refused(event, publication, phase_four):
    event("Kites", starts="2026-07-01[Asia/Shanghai]", phase=phase_four, number_in_phase=12)
    second = event("Umbrellas", starts="2026-07-02[Asia/Shanghai]", phase=phase_four)
    second.number_in_phase = 12
    with pytest.raises(ValidationError, match="Another event of this kind has this number in this phase"):
        second.full_clean()

    publication("Issue", issue_number=3)
    other = publication("Other")
    other.issue_number = 3
    with pytest.raises(ValidationError, match="Another publication of this kind has this number"):
        other.full_clean()


def test_a_news_item_tells_the_phase_of_its_day_its_topics_and_what_it_tells_of(client, news, event, cen):
    kites = Sector.objects.create(code="kites", name="kites")
    secret = Decision.objects.create(number=1, kind="decision", decided="2020-05-04", wording="Secret")
    held = event("Roundtable", starts="2020-05-04[Asia/Shanghai]")
    item = news(
        "Kites",
        date="2020-05-04",
        topics=[{"sector": kites}],
        concerned=[{"partner": cen}],
        event=held,
        decision=secret,
    )
    html = read(client, item.url)
    links = {words(link): link["href"] for link in html.main.find_all("a")}

    assert links["SESEC IV"] == "/en/phases/sesec-iv/"
    assert links["Kites"] == "/en/news/?topic=kites"
    assert links["CEN"] == "/en/partners/cen/"
    assert links["Roundtable"] == held.url
    assert "Secret" not in words(html)
    Decision.objects.filter(pk=secret.pk).update(disclosure="public")
    assert "No 1: decision" in words(read(client, item.url).main)


def test_news_are_read_by_year_and_topic_and_those_without_a_date_come_last(client, news):
    kites = Sector.objects.create(code="kites", name="kites")
    news("Kites", date="2031-07", topics=[{"sector": kites}])
    news("Umbrellas", date="2031")
    listed = read(client, "/en/news/")

    assert titles(listed)[:2] == ["Kites", "Umbrellas"]
    assert titles(listed)[-1] == "ETSI delegation visits Beijing"
    assert titles(read(client, "/en/news/?topic=kites")) == ["Kites"]
    assert titles(read(client, "/en/news/2031/?topic=kites")) == ["Kites"]
    assert titles(read(client, "/en/news/2031/")) == ["Kites", "Umbrellas"]
    nothing = read(client, "/en/news/2017/?topic=kites")
    assert "The nearest year that has something: 2031" in words(nothing.main)


@pytest.mark.parametrize(
    "address", ["calls/?kind=sps", "events/?kind=visit", "news/?kind=report", "publications/?kind=study"]
)
def test_a_choice_that_leaves_nothing_is_not_said_of_the_whole_list(client, db, address):
    text = words(read(client, f"/en/{address}").main)

    assert "Nothing fits your choices." in text
    assert "No call is open" not in text
    assert "is published" not in text


def test_a_phase_is_named_only_where_it_lasted_on_every_day_that_the_date_can_mean(client, news):
    certain, possible = news("Kites", date="2019"), news("Umbrellas", date="2018")

    assert "Phase at that time SESEC IV" in words(read(client, certain.url).main)
    assert "Phase at that time" not in words(read(client, possible.url).main)


def test_a_publication_names_what_it_supersedes_and_what_supersedes_it(client, publication):
    former = publication("Former")
    later = publication("Later", supersedes=former)

    assert "Superseded by: Later" in words(read(client, former.url).main)
    assert "Supersedes: Former" in words(read(client, later.url).main)
    former.supersedes = former
    with pytest.raises(ValidationError, match="cannot supersede itself"):
        former.full_clean()


def test_speakers_are_named_with_their_consent_alone(client, event):

    page = event("Kites", starts="2026-07-01[Asia/Shanghai]")
    for name, consent in [("Named Person", "given"), ("Silent Person", "")]:
        person = Person.objects.create(name=name, consent=consent, consent_source="A letter" if consent else "")
        Speaker.objects.create(page=page, person=person)

    text = words(read(client, page.url).main)
    assert "Named Person" in text
    assert "Silent Person" not in text


def test_the_front_page_shows_news_and_never_a_page_of_text(client, news):
    text = words(read(client, "/en/").main)

    assert "Latest news" in text
    assert "SAC/TC 28/SC 42: AI standards week" in text
    assert "Privacy" not in text
    assert "Closing next" not in text


def test_a_copy_of_a_numbered_event_or_issue_has_no_number(event, publication, phase_four):
    held = event("Kites", starts="2026-07-01[Asia/Shanghai]", phase=phase_four, number_in_phase=12)
    issue = publication("Issue", issue_number=3)

    assert held.copy(update_attrs={"slug": "kites-again"}).number_in_phase is None
    assert issue.copy(update_attrs={"slug": "issue-again"}).issue_number is None
