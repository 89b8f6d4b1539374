"""Each night the links of what is published are looked at; two failures on different days make one a broken one."""

from collections import Counter
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction
from wagtail.users.models import UserProfile

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.links.fetching import Answer, Fault
from sesec_portal.links.models import ExternalLink, LinkUse
from sesec_portal.links.nightly import ask, check_links, due, gather, record

REPORT = "/admin/reports/broken-links/"
LOST = '<p><a linktype="page" id="987654">lost</a></p>'


@pytest.fixture
def text(home):
    """Publish a page with a text: `text("<p>…</p>")`."""

    def make(html, title="Text"):
        return publish(StandardPage(title=title, slug=title.lower(), body=[("text", html)]), home)

    return make


def links(number):
    return [ExternalLink.objects.create(url=f"https://{each}.example/") for each in range(number)]


def asking(answers, asked):
    """Something that answers as an Asker does, and notes what it was asked."""
    return SimpleNamespace(ask=lambda address: asked.append(address) or answers.get(address, Answer(None, 200)))


def test_a_link_that_fails_on_two_days_is_reported_and_one_that_answers_again_is_not(client, log_in, text, on_day):
    text('<p><a href="https://elsewhere.example/">there</a></p>' + LOST)
    gather()
    link = ExternalLink.objects.get(url="https://elsewhere.example/")
    for day in (20, 20, 21):
        assert not link.broken_since
        with on_day(2026, 11, day):
            record(link, Answer(Fault.STATUS, 404))
    assert link.broken_since == date(2026, 11, 20)

    gather()
    assert {use.words for use in LinkUse.objects.broken()} >= {"there", "lost"}
    log_in("Publishers")
    assert "https://elsewhere.example/" in client.get(REPORT).content.decode()
    assert "elsewhere.example" not in client.get(f"{REPORT}?where=True").content.decode()
    assert b"https://elsewhere.example/" in client.get(f"{REPORT}?export=csv").getvalue()
    assert "there" in client.get("/admin/desk/").content.decode()

    record(link, Answer(None, 200))
    assert "there" not in {use.words for use in LinkUse.objects.broken()}


def test_since_when_one_inside_the_portal_is_wrong_stays_from_night_to_night(text, on_day):
    text(LOST)
    for day in (20, 21):
        with on_day(2026, 11, day):
            gather()

    assert LinkUse.objects.get(words="lost").wrong_since == date(2026, 11, 20)


def test_one_to_what_is_private_is_not_a_broken_one(home, text):
    aim = publish(StandardPage(title="Aim", slug="aim"), home)
    PageViewRestriction.objects.create(page=aim, restriction_type=PageViewRestriction.LOGIN)
    text(f'<p><a linktype="page" id="{aim.pk}">within</a></p>')

    gather()

    assert not LinkUse.objects.filter(words="within")


def test_each_is_asked_once_a_week(db, on_day):
    links(20)
    asked = Counter()
    for day in range(1, 15):
        with on_day(2026, 11, day):
            for link in due():
                asked[link.url] += 1
                record(link, Answer(None, 200))

    assert set(asked.values()) == {2}
    assert len(asked) == 20


def test_one_that_failed_is_asked_again_the_night_after(db, on_day):
    all_of_them = links(14)
    with on_day(2026, 11, 20):
        record(all_of_them[9], Answer(Fault.SILENT))
        assert all_of_them[9] not in due()
    with on_day(2026, 11, 21):
        assert [link.url for link in due()] == ["https://9.example/", "https://0.example/", "https://1.example/"]


def test_a_host_that_asks_for_patience_is_left_alone_as_long_as_it_wishes(db, on_day):
    patient, same, other = (
        ExternalLink.objects.create(url=f"https://{rest}") for rest in ("a.example/1", "a.example/2", "b.example/")
    )
    later = Answer(None, 429, datetime(2026, 11, 22, 12, tzinfo=UTC))
    asked = []
    with on_day(2026, 11, 20):
        ask([patient, same, other], asking({patient.url: later}, asked), pause=0)
    assert asked == [patient.url, other.url]

    asked.clear()
    with on_day(2026, 11, 21):
        assert patient not in due()
        ask([same], asking({}, asked), pause=0)
    assert not asked
    with on_day(2026, 11, 23):
        ask([same], asking({}, asked), pause=0)
    assert asked == [same.url]


@pytest.mark.parametrize("may", [True, False])
def test_where_the_portal_has_no_way_out_nobody_is_asked(may, text, settings, monkeypatch):
    text('<p><a href="https://elsewhere.example/">there</a></p>')
    asked = []
    monkeypatch.setattr("sesec_portal.links.nightly.Asker", lambda: asking({}, asked))
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    settings.CHECK_EXTERNAL_LINKS = may

    check_links()

    assert bool(asked) is may
    assert ExternalLink.objects.filter(url="https://elsewhere.example/").exists()


def rows(client, address=REPORT):
    html = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    return [[" ".join(cell.get_text().split()) for cell in row.select("td")] for row in html.select("tbody tr")]


def test_the_report_names_words_place_fault_and_owner(client, log_in, text, on_day):
    page = text(LOST)
    page.owner = log_in("Publishers")
    page.owner.first_name, page.owner.last_name = "Lin", "Wang"
    page.owner.save()
    page.save()
    with on_day(2026, 11, 20):
        gather()

    wrong = "it leads to something that does not exist any more"
    [row] = rows(client)
    assert row == ["page 987654", "lost", "Text", "Text 1: Text", wrong, "20 November 2026", "Lin Wang"]
    told = client.get(f"{REPORT}?export=csv").getvalue().decode()
    assert "Link,Words,Page or entry,Place in the form,What is wrong,Broken since,Owner" in told
    assert "Lin Wang" in told


def test_in_chinese_too(client, log_in, text):
    text(LOST)
    user = log_in("Publishers")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "zh-hans"})
    gather()

    html = client.get(REPORT).content.decode()
    assert "失效链接" in html
    assert "链接的内容已不存在" in html


def test_a_page_that_was_deleted_meanwhile_is_said_to_be(client, log_in, text):
    page = text(LOST)
    gather()
    page.delete()
    log_in("Publishers")

    assert rows(client)[0][2] == "deleted meanwhile"
    assert client.get("/admin/desk/").status_code == 200


def test_report_and_night_ask_as_much_of_twice_as_many(client, log_in, text):
    log_in("Publishers")

    def needed(act):
        with CaptureQueriesContext(connection) as queries:
            act()
        return len(queries)

    for number in range(4):
        text(LOST, f"Text-{number}")
    gather()
    rows(client)
    few = needed(lambda: rows(client))
    for number in range(4, 8):
        text(LOST, f"Text-{number}")
    gather()

    assert needed(lambda: rows(client)) == few
