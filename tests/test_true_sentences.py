"""On each day on which something changes, with empty registers and with full ones, pages say what the registers say."""

import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override

from governance.models import Decision, MeetingPage, PriorityRevisionPage, Seat, StatusEntry
from partners.models import PartnerPage
from phases.models import PhasePage, Statement
from tests.crawling import asking
from tests.reading import words

DAY = timedelta(days=1)
# In each language: whose absence is said, and how.
ABSENT = {
    "en": {
        "member": "no member is recorded",
        "meeting": "no meeting is published",
        "decision": "no decision is published",
        "measure": "no corrective measure is published",
        "priorities": "no list of priorities is published",
    },
    "zh-hans": {
        "member": "暂无成员记录",
        "meeting": "公布会议",
        "decision": "公布决定",
        "measure": "公布纠正措施",
        "priorities": "公布优先领域清单",
    },
}
# What a partner's page says of its seat where it names nobody, and of its roles where it has none.
SITS = {
    "en": {"unknown": "no holder recorded", "vacant": "vacant", "unpublished": "not published"},
    "zh-hans": {"unknown": "暂无任职信息", "vacant": "空缺", "unpublished": "未公开"},
}
NO_ROLE = {"en": "no role in a phase is recorded", "zh-hans": "暂无阶段角色记录"}
# What a meeting's page says where nobody recorded who came or where, or where no decision of it is public.
OF_MEETING = {
    "en": {"attendance": "no attendance is recorded", "decision": "no decision of this meeting is published"},
    "zh-hans": {"attendance": "暂无出席情况记录", "decision": "公布本次会议的决定"},
}
PAST_DUE = {"en": "past due", "zh-hans": "已逾期"}
NOBODY_KNOWS = re.compile(r"no source (on record )?(names|reports|lists|gives)|资料均未(提及|载明)", re.IGNORECASE)


def of_language(listed):
    return [one for one in listed if one.locale.language_code == "en"]


def boundaries():
    """Return the days from 2006 to 2027 on which some phase, term, meeting, decision or list begins or ends."""
    bounds = [
        (phase.starts_earliest, phase.ends_latest, phase.planned_end_latest)
        for phase in of_language(PhasePage.objects.all())
    ]
    bounds += [one.span for one in Statement.objects.filter(fact="active")]
    bounds += [(term.starts_earliest, term.ends_latest) for seat in Seat.objects.all() for term in seat.terms.all()]
    bounds += [(meeting.held_earliest, None) for meeting in of_language(MeetingPage.objects.all())]
    return around(day for pair in bounds for day in pair)


def around(days):
    """Return these days and those beside each, with a day before all and one after all."""
    found = {day + step for day in days if day for step in (-DAY, DAY * 0, DAY)}
    return sorted({*found, date(2006, 1, 1), date(2027, 12, 31)})


def lasts(phase, day):
    """Tell, from the columns alone, whether a phase lasts on a day, or a source names it for that day."""
    begun = phase.starts_earliest and phase.starts_earliest <= day
    over = phase.ends_latest or phase.planned_end_latest
    attested = phase.statements.filter(fact="active")
    return bool(begun and (not over or day <= over)) or any(one.span[0] <= day <= one.span[1] for one in attested)


def there_are(day):
    """Return what the registers hold as of a day, by the keys of ABSENT."""
    decisions = [one for one in Decision.objects.exclude(disclosure="internal") if one.decided.earliest <= day]
    terms = [term for seat in Seat.objects.all() for term in seat.terms.all() if not term.alternate]
    return {
        "member": any(term.may_hold_on(day) for term in terms),
        "meeting": any(one.held_earliest <= day for one in of_language(MeetingPage.objects.all())),
        "decision": any(one.kind != "measure" for one in decisions),
        "measure": any(one.kind == "measure" for one in decisions),
        "priorities": any(one.adopted_earliest <= day for one in of_language(PriorityRevisionPage.objects.all())),
    }


def years_said(html):
    """Return the years that a page's text names, those aside until when something was due: they lie ahead."""
    text = html.find(class_="page__text")
    for due in text.find_all("dt", string=re.compile("Due|期限")):
        due.parent.extract()
    return {int(year) for year in re.findall(r"(?<!\d)20\d\d(?!\d)", words(text))}


@pytest.fixture(params=["empty", "full"])
def registers(request):
    """The registers, as they are loaded or with the sample entries."""
    request.getfixturevalue("sample" if request.param == "full" else "db")
    return request.param


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_no_register_contradicts_its_page_on_any_day(client, registers, language, on_day):
    get = asking(client)
    with on_day(2027, 12, 31):
        for day in boundaries():
            held = there_are(day)
            for page in ("steering-committee/", "steering-committee/priorities/"):
                html = BeautifulSoup(get(f"/{language}/{page}as-of/{day}/").content, "html.parser")
                said = words(html.find(class_="page__text")).lower()
                told = ["priorities"] if page.endswith("priorities/") else ["member", "meeting", "decision", "measure"]
                for what in told:
                    assert (ABSENT[language][what] in said) is not held[what], (page, day, what)
                assert not {year for year in years_said(html) if year > day.year}, (page, day)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_front_page_and_the_phases_name_the_phase_of_each_day(client, registers, language, on_day):
    get, phases = asking(client), of_language(PhasePage.objects.all())
    for day in boundaries():
        with on_day(day.year, day.month, day.day):
            front, listed = (
                BeautifulSoup(get(f"/{language}/{page}").content, "html.parser") for page in ("", "phases/")
            )
        running = {phase.title for phase in phases if lasts(phase, day)}
        now = front.find(class_="facts--standing").dl.dd
        assert {link.get_text() for link in now.find_all("a")} == running, day
        assert {entry.h2.get_text() for entry in listed.select(".phases__phase[data-running]")} == running, day


def may_sit(partner, day):
    """Return all that a partner's page may say of its seat on a day: by the key in SITS, or the name of a holder."""
    terms = [
        term
        for seat in Seat.objects.filter(partner=partner)
        for term in seat.terms.all()
        if not term.alternate and term.may_hold_on(day)
    ]
    holders = [term.holder for term in terms]
    return {
        (holder.published_name if holder.may_be_named else "unpublished") if holder else "vacant" for holder in holders
    } or {"unknown"}


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_each_partner_says_on_each_day_who_sits_for_it_and_what_it_does(client, registers, language, on_day):
    get, pages = asking(client), list(PartnerPage.objects.filter(locale__language_code=language))
    terms = [term for seat in Seat.objects.all() for term in seat.terms.all()]
    assert pages
    for day in around(day for term in terms for day in (term.starts_earliest, term.ends_latest)):
        with on_day(day.year, day.month, day.day), override(language):
            for page in pages:
                partner = page.original
                html = BeautifulSoup(get(page.url).content, "html.parser")
                seat = words(html.select(".facts dd")[-1])
                sayings = {SITS[language].get(what, what) for what in may_sit(partner, day)}
                assert any(said in seat for said in sayings), (partner, day, seat)
                others = set(SITS[language].values()) - sayings
                assert not [said for said in others if said in seat], (partner, day, seat)
                phases = {link.get_text() for link in html.select("table.data tbody th a")}
                held = {phase.title for phase in of_language(PhasePage.objects.filter(participations__partner=partner))}
                assert phases == held, (partner, day)
                assert (NO_ROLE[language] in words(html.main).lower()) is not bool(held), (partner, day)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_each_meeting_says_on_each_day_who_came_and_what_is_past_due(client, sample, language, on_day):
    get, meetings = asking(client), list(MeetingPage.objects.filter(locale__language_code=language))
    assert meetings
    MeetingPage.objects.get(slug="sample-meeting-3", locale__language_code="en").attendances.all().delete()
    due = [decision.due.latest for decision in Decision.objects.all() if decision.due]
    logged = StatusEntry.objects.values_list("day", flat=True)
    for day in around([*due, *logged]):
        with on_day(day.year, day.month, day.day):
            for page in meetings:
                meeting = page.original
                html = BeautifulSoup(get(page.url).content, "html.parser")
                said = words(html.main).lower()
                decisions = Decision.objects.exclude(disclosure="internal").filter(meeting=meeting)
                held = {"attendance": meeting.attendances.exists(), "decision": bool(decisions)}
                for what, sentence in OF_MEETING[language].items():
                    assert (sentence in said) is not held[what], (meeting, day, what)
                for decision in decisions:
                    log = [line.status for line in decision.log.order_by("day", "pk") if line.day <= day]
                    late = decision.due and decision.due.latest < day and log[-1] not in {"done", "dropped"}
                    shown = words(html.find(id=f"decision-{decision.number}"))
                    assert (PAST_DUE[language] in shown) is bool(late), (decision, day)


def test_each_phase_says_on_each_day_what_it_is_and_what_nobody_recorded(client, db, on_day):
    get, phases = asking(client), of_language(PhasePage.objects.all())
    for day in boundaries():
        with on_day(day.year, day.month, day.day):
            for phase in phases:
                html = BeautifulSoup(get(phase.url).content, "html.parser")
                status = html.find(class_="status")["data-status"]
                assert (status in {"running", "attested"}) is lasts(phase, day), (phase, day)
                missing = words(note) if (note := html.find(class_="note", string=None)) else ""
                for told, heading in (
                    ("roles of the partners", "Partners and their roles"),
                    ("objectives", "Objectives"),
                ):
                    assert not (told in missing and html.find("h2", string=heading)), (phase, day)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_no_text_says_that_nobody_knows_what_the_registers_hold(client, sample, language):
    for page in ("", "steering-committee/", "steering-committee/priorities/", "background/", "about-this-portal/"):
        said = words(BeautifulSoup(client.get(f"/{language}/{page}").content, "html.parser").main)
        assert not NOBODY_KNOWS.findall(said), page
        assert not [sentence for sentence in ABSENT[language].values() if sentence in said.lower()], page
