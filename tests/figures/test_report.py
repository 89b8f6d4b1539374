"""The report on a phase or any other period: what was met about, decided, held, published and read."""

import csv
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Page
from wagtail.users.models import UserProfile

from governance.models import Decision, SteeringCommitteePage
from newsroom.models import EventIndexPage, NewsIndexPage, PublicationIndexPage
from phases.models import PhasePage
from sesec_portal.counting.models import DailySum
from sesec_portal.figures import sections
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish, publish_meeting
from sesec_portal.home.starter.newsroom import publish_event, publish_news, publish_publication
from sesec_portal.home.starter.standards import publish_call
from sesec_portal.media.models import PortalDocument
from standards.models import CallIndexPage
from tests.reading import main_of, words

REPORT = "/admin/reports/phase/"
MAY = f"{REPORT}?phase=&first=2031-05-01&last=2031-05-31"


@pytest.fixture
def told(client):
    """Return the words of a section of the report: `told("events", address=MAY)`."""

    def section(name, address=MAY):
        found = BeautifulSoup(client.get(address).content, "html.parser").find(id=name)
        return words(found.parent)

    return section


@pytest.fixture
def add(home):
    """Publish something of the newsroom or a call: `add(publish_event, EventIndexPage, "Fair", kind="webinar")`."""

    def one(make, index, name, **fields):
        kept = {"title": name, "slug": name.lower(), "locale": home.locale, **fields}
        return make(index.objects.originals().get(), **kept)

    return one


def event(add, name, **fields):
    return add(publish_event, EventIndexPage, name, **{"kind": "webinar", **fields})


def decide(number, disclosure="public", decided="2031-05-20", **fields):
    wording = {"wording": f"Wording {number}", "summary": f"Summary {number}"}
    return Decision.objects.create(number=number, disclosure=disclosure, decided=decided, **wording, **fields)


def test_events_are_told_of_with_their_attendance(log_in, on_day, add, told):
    event(add, "Fair", starts="2031-05-03T09:00+02:00[Europe/Brussels]", attendance=40, registered=55)
    event(add, "Walk", starts="2031-05-04[Europe/Brussels]", kind="visit")
    event(add, "Off", starts="2031-05-05[Europe/Brussels]", state="cancelled", attendance=0)
    event(add, "Early", starts="2031-05-01T00:30+08:00[Asia/Shanghai]")
    event(add, "Toy", starts="2031-05-06[Europe/Brussels]", sample=True)
    Page.objects.filter(title__in=["Fair", "Toy"]).update(first_published_at=datetime(2031, 5, 2, 12, tzinfo=UTC))
    with on_day(2031, 7, 1):
        log_in("Editors")
        seen, new = told("events"), told("pages")

    assert "Fair" in new
    assert "Toy" not in new
    assert "2 events held. Attendance is recorded for 1: 40 people." in seen
    assert "Fair 3 May 2031, 09:00 Brussels time (15:00 Beijing time) Webinar, 55 people registered 40" in seen
    assert "Visit" not in seen
    assert "Delegation visit not recorded" in seen
    assert "Webinar, cancelled 0" in seen
    assert "Early" not in seen
    assert "Toy" not in seen


def test_calls_are_told_of_with_what_came_of_them(log_in, on_day, add, told):
    call = {"kind": "national", "numbers": []}
    add(publish_call, CallIndexPage, "Kites", deadline="2031-05-10[Asia/Shanghai]", **call)
    outcome = {"outcome": "Adopted", "outcome_date": "2031-06"}
    add(publish_call, CallIndexPage, "Boats", deadline="2031-05-12[Asia/Shanghai]", **outcome, **call)
    add(publish_call, CallIndexPage, "Later", deadline="2031-06-12[Asia/Shanghai]", **call)
    with on_day(2031, 7, 1):
        log_in("Editors")
        seen = told("calls")

    assert "2 calls. The outcome of 1 is recorded." in seen
    assert "No outcome recorded" in seen
    assert "Adopted (June 2031)" in seen
    assert "Later" not in seen


def test_news_issues_and_other_publications_stand_by_their_own_dates(log_in, add, told):
    add(publish_news, NewsIndexPage, "Visit", date="2031-05")
    issue = {"kind": "newsletter", "issue_number": 7, "starts": "2031-04", "ends": "2031-05"}
    add(publish_publication, PublicationIndexPage, "Letter", **issue)
    add(publish_publication, PublicationIndexPage, "Study", kind="study", issued="2031-05-09")
    add(publish_publication, PublicationIndexPage, "Former", kind="study", issued="2031-04-30")
    log_in("Editors")

    assert "1 item What Date Told of it Visit May 2031 News" in told("news")
    assert "1 published What Told of it Letter Issue 7" in told("issues")
    assert "1 published What Date Told of it Study 9 May 2031 Study" in told("publications")


def test_meetings_decisions_and_what_of_them_was_done(log_in, on_day, told, cen):
    committee = SteeringCommitteePage.objects.originals().get()
    meeting = {"title": "Meeting 99", "slug": "meeting-99", "number": 99, "locale": committee.locale}
    publish_meeting(committee, held="2031-05-02", attended=[cen], **meeting)
    decide(901, kind="measure").log.create(status="done", day=date(2031, 5, 30))
    decide(902, "summary", decided="2031-05")
    decide(903, decided="2031-04-30").log.create(status="done", day=date(2031, 6, 1))
    with on_day(2031, 7, 1):
        log_in("Editors")
        met, decided, done = told("meetings"), told("decisions"), told("measures")

    assert "1 meeting" in met
    assert "Meeting 99 2 May 2031 1" in met
    assert "2 decisions (decision 1, corrective measure 1)" in decided
    assert "Corrective measure 901 20 May 2031 Wording 901 – done" in decided
    assert "Decision 902 May 2031 Summary 902 – not recorded" in decided
    assert "Wording 902" not in decided
    assert "1 done" in done
    assert "Corrective measure 901 30 May 2031" in done
    assert "903" not in decided + done


def test_internal_decisions_are_told_to_those_who_may_open_the_register_alone(client, log_in, told):
    decide(901, "internal")
    decide(902)
    user = log_in("Editors")
    assert "Wording 901 – not recorded (internal: not for readers)" in told("decisions")

    user.groups.get().permissions.remove(*user.groups.get().permissions.filter(content_type__model="decision"))
    seen = told("decisions")

    assert "Wording 902" in seen
    assert "901" not in seen
    assert "901" not in b"".join(client.get(f"{MAY}&export=csv")).decode()


def test_what_became_public_is_told_of_in_each_language(log_in, on_day, home, told):
    with on_day(2031, 5, 9):
        publish(StandardPage(title="Kites", slug="kites", locale=home.locale), home)
        publish(StandardPage(title="Drafted", slug="drafted", locale=home.locale), home).unpublish()
    log_in("Editors")
    seen = told("pages")

    assert "1 page (English 1)" in seen
    assert "Kites 9 May 2031 Text page, English" in seen
    assert "Drafted" not in seen


def test_views_and_downloads_are_summed_up_the_most_first(log_in, home, phase_four, told):
    document = PortalDocument.objects.create(title="Agenda", file=ContentFile(b"A", name="agenda.txt"))
    for day, page, number in (("05-03", home, 2), ("05-31", home, 3), ("05-04", phase_four, 7), ("06-01", home, 9)):
        DailySum.objects.create(day=f"2031-{day}", page_key=page.pk, number=number)
    DailySum.objects.create(day="2031-05-04", page_key=10**9, number=4)
    DailySum.objects.create(day="2031-05-04", document_key=document.pk, number=1)
    log_in("Editors")
    views, downloads = told("views"), told("downloads")

    assert "16 views" in views
    assert views.index(f"{phase_four.title} English 7") < views.index(f"{home.title} English 5")
    assert "pages that are no longer there 4" in views
    assert "Counted since 3 May 2031." in views
    assert "1 download What Told of it Downloads Agenda" in downloads


def test_where_nothing_is_on_record_it_says_so(log_in, client, told):
    log_in("Editors")
    seen = main_of(client, f"{REPORT}?phase=&first=1991-01-01&last=1991-01-02")

    assert seen.count("Nothing recorded.") == len(sections.sections())
    assert "Nothing has been counted yet." in seen

    written = b"".join(client.get(f"{REPORT}?phase=&first=1991-01-01&last=1991-01-02&export=csv")).decode()
    assert written.count("Nothing recorded.") == len(sections.sections())


def test_a_phase_without_an_end_is_told_of_until_today_and_says_so(log_in, on_day, client):
    with on_day(2026, 11, 22):
        log_in("Editors")
        phase = next(each for each in PhasePage.listed() if not each.ends)
        seen = main_of(client, f"{REPORT}?phase={phase.pk}")

    assert "to today, 22 November 2026; no end is recorded" in seen


def test_a_phase_is_chosen_by_its_name_and_the_present_one_is_there_at_once(log_in, on_day, client):
    with on_day(2026, 11, 22):
        log_in("Editors")
        present, first = PhasePage.now(), PhasePage.objects.get(number=4)
        seen, chosen = main_of(client, REPORT), main_of(client, f"{REPORT}?phase={first.pk}")

    assert f"Report on {(present or PhasePage.listed()[-1]).title}" in seen
    assert f"Report on {first.title}" in chosen


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        ("phase=&first=2031-05-02&last=2031-05-01", "The last day lies before the first."),
        ("phase=&first=2031-05-02&last=", "Choose a phase, or type the first and the last day of a period."),
        ("phase=&first=&last=", "Choose a phase, or type the first and the last day of a period."),
        ("phase=&first=31 May&last=2031-05-31", "Type a day: 2026-11-30."),
        ("phase=&first=0001-01-01&last=2031-05-31", "Take a day from 1990 on."),
        ("phase=&first=2031-05-01&last=9999-12-31", "Take a day before 2100."),
        ("phase=999999999", "Select a valid choice. 999999999 is not one of the available choices."),
    ],
)
def test_a_period_that_is_none_is_refused_in_words_and_what_was_typed_stays(log_in, client, asked, refused):
    log_in("Editors")
    answer = client.get(f"{REPORT}?{asked}")
    page = BeautifulSoup(answer.content, "html.parser")

    assert answer.status_code == 200
    assert refused in words(page.main)
    assert not page.find(id="events")
    assert client.get(f"{REPORT}?{asked}&export=csv")["Content-Type"].startswith("text/html")
    if "31 May" in asked:
        assert page.find(id="id_first")["value"] == "31 May"


def test_a_phase_and_dates_together_are_refused(log_in, client, phase_four):
    log_in("Editors")

    seen = main_of(client, f"{REPORT}?phase={phase_four.pk}&first=2031-05-01&last=2031-05-31")
    assert "Choose a phase or type two dates, not both." in seen


def test_it_is_taken_along_as_a_table(log_in, on_day, client, add):
    event(add, "Fair", starts="2031-05-03T09:00+02:00[Europe/Brussels]", attendance=40)
    with on_day(2031, 7, 1):
        log_in("Editors")
        written = client.get(f"{MAY}&export=csv")
        rows = list(csv.reader(b"".join(written).decode("utf-8-sig").splitlines()))
        book = load_workbook(BytesIO(b"".join(client.get(f"{MAY}&export=xlsx"))))

    assert written["Content-Disposition"] == 'attachment; filename="phase-report-2031-05-01-2031-05-31.csv"'
    assert rows[0] == ["Section", "What", "Date to sort by", "Date in words", "Told of it", "How many", "Address"]
    assert ["Events", "1 event held. Attendance is recorded for 1: 40 people.", "", "", "", "", ""] in rows
    fair = next(row for row in rows if row[1] == "Fair")
    assert fair[0] == "Events"
    assert fair[2] == "2031-05-03T09:00+02:00[Europe/Brussels]"
    assert fair[5:] == ["40", "http://testserver/en/events/fair/"]
    assert any(row[1] == "Fair" and row[5] == 40 for row in book.active.iter_rows(values_only=True))


def test_it_speaks_chinese(log_in, on_day, client, add):
    event(add, "Fair", starts="2031-05-03T09:00+02:00[Europe/Brussels]", attendance=40)
    with on_day(2031, 7, 1):
        user = log_in("Editors")
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "zh-hans"
        profile.save()
        page = BeautifulSoup(client.get(MAY).content, "html.parser").main

    assert page.find(id="events").get_text() == "活动"
    assert "已举办活动1场" in page.get_text()
    assert "2031年5月1日至2031年5月31日" in words(page)
    assert "网络研讨会" in page.get_text()


def test_a_section_prints_so_many_lines_and_files_have_all(log_in, client, add, told, monkeypatch):
    monkeypatch.setattr(sections, "MOST", 1)
    for name in ("One", "Two", "Three"):
        add(publish_news, NewsIndexPage, name, date="2031-05-02")
    log_in("Editors")

    assert "3 items" in told("news")
    assert "2 more are in the files." in told("news")
    assert b"".join(client.get(f"{MAY}&export=csv")).decode().count("2 May 2031") == 3


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_it_asks_as_much_for_much_as_for_little(log_in, client, add, language, cen):
    committee = SteeringCommitteePage.objects.originals().get()
    profile = UserProfile.get_for_user(log_in("Editors"))
    profile.preferred_language = language
    profile.save()

    def fill(number):
        name = f"Page{number}"
        document = PortalDocument.objects.create(title=name, file=ContentFile(b"A", name="a.txt"))
        page = add(publish_news, NewsIndexPage, name, date="2031-05-02")
        event(add, name, starts="2031-05-03T09:00+02:00[Europe/Brussels]", attendance=40)
        add(publish_publication, PublicationIndexPage, name, kind="study", issued="2031-05-09")
        add(publish_call, CallIndexPage, name, deadline="2031-05-10[Asia/Shanghai]", kind="national", numbers=[])
        kept = {"title": name, "slug": name.lower(), "number": 90 + number, "locale": committee.locale}
        publish_meeting(committee, held="2031-05-02", attended=[cen], **kept)
        decide(900 + number, "internal").log.create(status="done", day=date(2031, 5, 30))
        decide(950 + number).log.create(status="done", day=date(2031, 5, 30))
        DailySum.objects.create(day="2031-05-04", page_key=page.pk, number=1)
        DailySum.objects.create(day="2031-05-04", document_key=document.pk, number=1)

    def asked():
        client.get(f"{MAY[:-10]}2031-12-31")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(f"{MAY[:-10]}2031-12-31")
        return len(queries)

    fill(1)
    few = asked()
    for number in range(2, 9):
        fill(number)

    assert asked() == few


@pytest.mark.parametrize("group", ["Editors", "Publishers", "Administrators"])
def test_it_is_among_the_reports_of_everybody_in_the_admin_and_of_nobody_else(client, log_in, group):
    assert client.get(REPORT).status_code == 302
    log_in(group)

    assert client.get(REPORT).status_code == 200
    assert reverse("phase_report") in client.get("/admin/").content.decode()
    assert timezone.get_current_timezone_name() == "Europe/Brussels"
