"""Readers follow what changed in a feed reader, in their language; nothing internal or made up gets there."""

from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale, Page

from governance.models import Decision, Seat, SteeringCommitteePage, TermOfOffice
from partners.models import Person
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter import builders
from sesec_portal.home.starter.builders import publish
from tests.reading import words

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = ["changes", "pages", "terms", "decisions", "news", "calls", "events", "publications"]


def read(client, name="changes", language="en"):
    response = client.get(f"/{language}/feeds/{name}.atom")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314


def told(client, name="changes", language="en"):
    """Return the entries of a feed by title."""
    return {entry.findtext(f"{ATOM}title"): entry for entry in read(client, name, language).iter(f"{ATOM}entry")}


def summary(entry):
    return BeautifulSoup(entry.findtext(f"{ATOM}summary"), "html.parser").get_text()


@pytest.fixture
def cenelec(db):
    """CENELEC's seat on the committee, published long ago."""
    Seat.objects.update(first_published_at=datetime(2010, 1, 1, tzinfo=UTC))
    return Seat.objects.get(partner__slug="cenelec")


@pytest.fixture
def decide(db):
    """Record a decision: `decide(1, disclosure="summary")`."""

    def decide(number, **fields):
        words = {"wording": "The wording", "summary": "The summary", "decided": "2025-02"}
        return builders.record_decision(number=number, **{**words, **fields})

    return decide


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("name", NAMES)
def test_a_feed_has_what_rfc_4287_asks_for(client, db, cenelec, decide, name, language):
    builders.add_terms(cenelec, [{"starts": "2016-05", "ends": "2018"}])
    decide(1, disclosure="public")
    feed = read(client, name, language)
    here = f"http://testserver/{language}/feeds/{name}.atom"

    assert feed.tag == f"{ATOM}feed"
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "self": here,
        "alternate": f"http://testserver/{language}/",
    }
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "SESEC"
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for element in [feed, *entries]:
        assert element.findtext(f"{ATOM}title").strip()
        assert element.findtext(f"{ATOM}id").startswith("urn:uuid:")
        assert datetime.fromisoformat(element.findtext(f"{ATOM}updated")).tzinfo
    for entry in entries:
        assert summary(entry).strip()
        assert entry.find(f"{ATOM}link").get("href").startswith(f"http://testserver/{language}/")
    moments = [datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) for entry in entries]
    assert moments == sorted(moments, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated")
    ids = [element.findtext(f"{ATOM}id") for element in [feed, *entries]]
    assert len(set(ids)) == len(ids)


def test_a_feed_without_entries_is_as_old_as_the_portal(client, db):
    feed = read(client, "decisions")

    assert not feed.findall(f"{ATOM}entry")
    began = Page.objects.filter(depth=2).order_by("first_published_at").first().first_published_at
    assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated")) == began
    assert client.get("/en/feeds/nothing.atom").status_code == 404


def test_a_page_is_told_of_when_it_is_published_and_keeps_its_name_when_renamed(client, home, on_day):
    with on_day(2027, 1, 5):
        page = publish(
            StandardPage(title="Tom & <i>Jerry</i>\x0b", slug="a", summary="<b>Why</b>", locale=home.locale), home
        )
    first = next(iter(told(client, "pages").values()))
    with on_day(2027, 1, 6):
        page.title, page.slug = "Renamed", "b"
        page.save_revision().publish()
    second = next(iter(told(client, "pages").values()))

    assert first.findtext(f"{ATOM}title") == "Tom & <i>Jerry</i>"
    assert summary(first) == "<b>Why</b>"
    assert first.findtext(f"{ATOM}updated").startswith("2027-01-05")
    assert second.findtext(f"{ATOM}title") == "Renamed"
    assert second.findtext(f"{ATOM}updated").startswith("2027-01-06")
    assert second.findtext(f"{ATOM}published").startswith("2027-01-05")
    assert first.findtext(f"{ATOM}id") == second.findtext(f"{ATOM}id")


def test_drafts_private_pages_and_what_was_taken_down_are_not_told_of(client, phase_four, home):
    page = publish(StandardPage(title="Soon gone", slug="gone", locale=home.locale), home)
    phase_four.title = "A draft of a title"
    phase_four.save_revision()
    before = client.get("/en/feeds/pages.atom")
    page.unpublish()
    phase_four.view_restrictions.create(restriction_type="login")
    after = client.get("/en/feeds/pages.atom", headers={"if-none-match": before.headers["ETag"]})

    assert "Soon gone" in before.content.decode()
    assert "A draft" not in before.content.decode()
    assert after.status_code == 200
    assert "Soon gone" not in after.content.decode()
    assert "/phases/sesec-iv/" not in after.content.decode()
    assert "/for-companies/" in after.content.decode()


def test_who_has_the_feed_as_it_is_gets_no_second_copy(client, db):
    etag = client.get("/en/feeds/changes.atom").headers["ETag"]

    assert client.get("/en/feeds/changes.atom", headers={"if-none-match": etag}).status_code == 304


def test_readers_of_chinese_are_told_of_what_is_written_in_chinese(client, in_english):
    titles = told(client, "pages", "zh-hans")

    assert "面向企业" in titles
    assert "In English" not in titles
    assert "In English" in told(client, "pages")


def test_terms_of_office_are_told_of_from_their_start_and_their_end(client, cenelec, on_day):
    named = Person.objects.create(name="Ann Open", consent="given", consent_source="A letter")
    unnamed = Person.objects.create(name="Zoe Hidden")
    with on_day(2026, 3, 1):
        builders.add_terms(
            cenelec,
            [
                {"starts": "2012", "ends": "2016-04", "holder": unnamed},
                {"starts": "2016-05", "ends": "2028-01", "holder": named},
                {"starts": "2020~", "alternate": True, "holder": named, "ends": "2027"},
                {"starts": "2028-02-01", "ends": "2029"},
            ],
        )
        entries = told(client, "terms")
    seat = "CENELEC’s seat on the Steering Committee"

    assert set(entries) == {
        f"{seat}: term from 2012",
        f"{seat}: term until April 2016",
        f"{seat}: term from May 2016",
        f"{seat}: alternate’s term from about 2020",
    }
    assert summary(entries[f"{seat}: term from May 2016"]) == "Held by Ann Open."
    assert summary(entries[f"{seat}: term from 2012"]) == "The name is not published."
    assert entries[f"{seat}: term from 2012"].find(f"{ATOM}link").get("href").endswith("/steering-committee/#seats")
    assert all(entry.findtext(f"{ATOM}updated").startswith("2026-03-01") for entry in entries.values())
    with on_day(2028, 2, 1, hour=8):
        entries = told(client, "changes")
    assert entries[f"{seat}: alternate’s term until 2027"].findtext(f"{ATOM}updated") == "2028-01-01T00:00:00+01:00"
    assert entries[f"{seat}: vacant from 1 February 2028"].findtext(f"{ATOM}updated") == "2028-02-01T00:00:00+01:00"


def test_an_end_recorded_later_is_told_of_then_and_a_corrected_date_anew(client, cenelec, on_day):
    with on_day(2026, 3, 1):
        builders.add_terms(cenelec, [{"starts": "2016-05"}])
    term = TermOfOffice.objects.get(seat=cenelec)
    with on_day(2026, 4, 1):
        term.ends = "2020-06"
        term.save()
    with on_day(2026, 5, 1):
        term.source = "A letter"
        term.save()
    moments = [entry.findtext(f"{ATOM}updated")[:10] for entry in told(client, "terms").values()]
    assert moments == ["2026-04-01", "2026-03-01"]

    with on_day(2026, 6, 1):
        term.starts, term.ends = "2016-06", None
        term.save()
    (entry,) = told(client, "terms").values()
    assert entry.findtext(f"{ATOM}title").endswith("vacant from June 2016")
    assert entry.findtext(f"{ATOM}updated").startswith("2026-06-01")


def test_a_decision_is_told_of_since_it_is_public_and_as_far_as_it_is(client, decide, on_day):
    with on_day(2026, 3, 1):
        decide(1)
        decision = decide(2, disclosure="summary", kind="measure")
    assert set(told(client, "decisions")) == {"Steering Committee: corrective measure No 2, February 2025"}
    (entry,) = told(client, "decisions").values()
    assert summary(entry) == "The summary"
    assert entry.find(f"{ATOM}link").get("href").endswith("/steering-committee/decisions/2025/#decision-2")

    with on_day(2026, 4, 1):
        decision.save()
    (entry,) = told(client, "decisions").values()
    assert entry.findtext(f"{ATOM}updated").startswith("2026-03-01")
    with on_day(2026, 5, 1):
        decision.disclosure = "public"
        decision.save()
    (entry,) = told(client, "decisions").values()
    assert entry.findtext(f"{ATOM}updated").startswith("2026-05-01")
    assert summary(entry) == "The wording"

    decision.disclosure = "internal"
    decision.save()
    assert not told(client, "decisions")


def test_what_was_recorded_before_the_portal_kept_the_moment_is_not_told_of(client, cenelec, decide):
    builders.add_terms(cenelec, [{"starts": "2016-05"}])
    decision = decide(1, disclosure="public")
    TermOfOffice.objects.update(start_recorded_at=None)
    Decision.objects.update(disclosed_at=None)
    decision.refresh_from_db()
    decision.save()

    assert not told(client, "terms")
    assert not told(client, "decisions")


def test_without_a_public_committee_page_its_registers_are_not_told_of(client, cenelec, decide):
    builders.add_terms(cenelec, [{"starts": "2016-05"}])
    decide(1, disclosure="public")
    SteeringCommitteePage.objects.originals().get().view_restrictions.create(restriction_type="login")

    assert not told(client, "terms")
    assert not told(client, "decisions")


def test_a_feed_is_bounded_and_costs_the_same_however_long_the_registers_grow(client, cenelec, decide, home):
    def cost():
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            client.get("/zh-hans/feeds/changes.atom")
        return len(queries)

    def grow(numbers):
        for number in numbers:
            decide(number, disclosure="public")
            builders.add_terms(cenelec, [{"starts": str(1900 + number), "ends": str(1900 + number)}])

    grow([1])
    publish(StandardPage(title="One", slug="one", locale=home.locale), home)
    few = cost()
    grow(range(2, 16))

    assert cost() == few <= 18
    assert len(read(client).findall(f"{ATOM}entry")) == 50


@pytest.mark.parametrize("address", ["", "search/", "follow/", "sitemap/", "no-such-page/", "background/", "news/"])
def test_every_page_names_the_feed_of_its_language(client, db, address):
    for language in ("en", "zh-hans"):
        html = BeautifulSoup(client.get(f"/{language}/{address}").content, "html.parser")
        assert html.find("link", type="application/atom+xml")["href"] == f"/{language}/feeds/changes.atom"
        assert html.footer.find("a", href=f"/{language}/changes/")


@pytest.mark.parametrize(
    ("language", "new", "changed"), [("en", "(new)", "(changed)"), ("zh-hans", "（新发布）", "（有修改）")]
)
def test_a_page_shows_what_changed_to_who_has_no_feed_reader(client, home, on_day, language, new, changed):
    home = home.get_translation(Locale.objects.get(language_code=language))
    with on_day(2027, 3, 1):
        kite = publish(StandardPage(title="Kite", slug="kite", summary="It flies", locale=home.locale), home)
    with on_day(2027, 4, 1):
        publish(StandardPage(title="Hat", slug="hat", locale=home.locale), home)
        again = StandardPage.objects.get(pk=kite.pk)
        again.save_revision().publish()

    html = BeautifulSoup(client.get(f"/{language}/changes/").content, "html.parser")
    days = [words(heading) for heading in html.main.find_all("h2")]
    assert days[0] in ("1 April 2027", "2027年4月1日")
    latest = [words(entry) for entry in html.main.ul.find_all("li")]
    assert latest[0].replace(" ", "") == f"Kite{changed}Itflies"
    assert latest[1].replace(" ", "").startswith(f"Hat{new}")
    assert html.main.ul.a["href"] == kite.url
    assert html.main.find("a", href=f"/{language}/feeds/changes.atom")


def test_a_term_on_a_seat_that_was_drafted_is_told_of_from_the_publication_of_the_seat(client, cenelec, on_day):
    with on_day(2016, 5, 2):
        Seat.objects.filter(pk=cenelec.pk).update(live=False, first_published_at=None)
        builders.add_terms(cenelec, [{"starts": "2016-05-01"}])
    assert "2016" not in client.get("/en/feeds/terms.atom").content.decode()

    with on_day(2016, 6, 7):
        seat = Seat.objects.get(pk=cenelec.pk)
        seat.save_revision().publish()
    assert "2016-06-07" in client.get("/en/feeds/terms.atom").content.decode()
