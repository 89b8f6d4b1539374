"""What texts print: each value as its register has it on the day of reading, and words where it has none."""

from datetime import date

import pytest
from django.conf import settings
from django.utils.translation import override
from wagtail.rich_text import expand_db_html

from governance.models import Seat, TermOfOffice
from partners.models import PartnerPage, Person
from sesec_portal.edtf import clock
from sesec_portal.home.starter.builders import add_terms, publish_revision
from sesec_portal.living_facts.fact import every_fact
from standards.models import CallIndexPage, CallPage
from tests.living_facts.elements import PHASE, element
from tests.reading import main_of


def told(html, language="en"):
    """Return what a text prints of this HTML, in a language."""
    with override(language):
        return expand_db_html(html)


@pytest.fixture
def cen_seat(cen):
    """The seat of CEN."""
    return Seat.objects.get(partner=cen)


@pytest.fixture
def hold(cen_seat, source):
    """Let somebody hold the seat of CEN from 2020 on: `hold(name="Ada")`; return the element that tells of it."""

    def hold(**person):
        holder = Person.objects.create(**person) if person else None
        add_terms(cen_seat, [{"starts": "2020", "holder": holder, "cited": source("A letter")}])
        return element("seat-holder", "the holder of the seat of CEN", cen_seat.pk)

    return hold


def test_the_phase_is_the_one_that_lasts_on_the_day_of_reading(client, write, on_day):
    write(f"SESEC is in {PHASE}.")
    read = {}
    for year in (2008, 2016, 2019, 2026):
        with on_day(year, 3, 1):
            read[year] = main_of(client, "/en/living/")

    for year, phase in {2008: "SESEC I", 2016: "SESEC III", 2019: "SESEC IV", 2026: "no phase on record"}.items():
        assert f"SESEC is in {phase}." in read[year]


def test_its_dates_and_its_leader_are_those_of_that_phase(on_day, db):
    text = "; ".join(map(element, ("phase-start", "phase-planned-end", "project-leader")))
    with on_day(2019, 3, 1):
        english, chinese = told(text), told(text, "zh-hans")
    assert '<time datetime="2018-04">April 2018</time>' in english
    assert "about April 2021" in english
    assert '<a href="/en/partners/cen/">CEN</a>' in english
    assert '<time datetime="2018-04">2018年4月</time>' in chinese
    assert '<a href="/zh-hans/partners/cen/">CEN</a>' in chinese

    with on_day(2026, 3, 1):
        assert told(text) == "a date not on record; a date not on record; a partner not on record"
        assert told(text, "zh-hans") == "日期不详; 日期不详; 未见记录的合作伙伴"


def test_partners_are_counted_as_they_are_published(cen):
    assert told(element("number-of-partners")) == "5"
    cen.unpublish()
    assert told(element("number-of-partners")) == "4"


def test_a_holder_is_named_only_with_consent_and_marked_where_made_up(hold, cen_seat, db):
    assert told(element("seat-holder", key=cen_seat.pk)) == "no holder recorded"
    fact = hold(name="Ada", consent="given", consent_source="A letter")
    assert told(fact) == "Ada"

    Person.objects.filter(name="Ada").update(sample=True)
    assert told(fact) == "Ada (sample)"
    Person.objects.filter(name="Ada").update(consent="", consent_source="")
    assert "Ada" not in told(fact)
    assert told(fact) == "not published (sample)"
    TermOfOffice.objects.update(holder=None)
    assert told(fact) == "vacant"


def test_consent_that_is_withdrawn_takes_the_name_out_of_the_page_at_once(client, hold, write):
    write(f"It is {hold(name='Ada', consent='given', consent_source='A letter')}.")
    assert "It is Ada." in main_of(client, "/en/living/")

    person = Person.objects.get(name="Ada")
    person.consent = person.consent_source = ""
    person.save()
    assert "It is not published." in main_of(client, "/en/living/")


def test_the_next_deadline_is_that_of_the_open_call_which_closes_first(home, on_day):
    index = CallIndexPage.objects.originals().get()
    for number, day in enumerate(("2026-11-24T17:00+08:00[Asia/Shanghai]", "2026-12-01[Asia/Shanghai]")):
        call = CallPage(title=f"Draft {number}", slug=f"d-{number}", locale=home.locale, deadline=day, kind="law")
        index.add_child(instance=call).save_revision().publish()
    text = f"{element('next-call')}, {element('next-deadline')}"

    with on_day(2026, 11, 23):
        assert '">Draft 0</a>, <time datetime="2026-11-24T09:00+00:00">24 November 2026, 17:00 Beijing' in told(text)
    with on_day(2026, 11, 24, 12):
        assert '">Draft 1</a>' in told(text)
        assert "2026年12月1日" in told(text, "zh-hans")
    with on_day(2026, 12, 2):
        assert told(text) == "none on record, none on record"


def test_the_last_revision_is_the_one_in_force(home, on_day):
    assert told(element("priorities")) == "no revision on record"
    index = home.get_descendants().get(slug="priorities").specific
    for number, day in enumerate(("2020-03", "2027-05"), 1):
        fields = {"title": f"Revision {number}", "slug": f"r-{number}", "number": number, "adopted": day}
        publish_revision(index, locale=home.locale, **fields)
    text = f"{element('priorities')} of {element('priorities-adopted')}"

    with on_day(2026, 3, 1):
        assert '/r-1/">Revision 1</a> of <time datetime="2020-03">March 2020</time>' in told(text)
    with on_day(2028, 3, 1):
        assert "May 2027" in told(text)


def test_as_of_a_day_a_text_tells_what_held_then_where_the_register_knows_it(hold, db):
    text = f"{PHASE}, {hold(name='Ada', consent='given', consent_source='A letter')}, {element('next-deadline')}"
    with clock.as_of(date(2016, 5, 1)):
        assert told(text).endswith("SESEC III</a>, no holder recorded, none on record")
    with clock.as_of(date(2020, 5, 1)):
        assert told(text).endswith("SESEC IV</a>, Ada, none on record")


def test_every_fact_has_words_and_prints_something_in_both_languages_with_and_without_entries(sample):
    assert every_fact()
    for code, _name in settings.LANGUAGES:
        with override(code):
            for fact in every_fact():
                for key in fact.keys():  # noqa: SIM118
                    assert fact.words_for(key)
                    assert str(fact.printed(key)).strip() not in ("", "None")
    PartnerPage.objects.all().update(live=False)
    for fact in every_fact():
        assert str(fact.printed("")).strip() not in ("", "None")
        assert fact.words_for("0")


def test_what_is_bold_stays_bold_and_what_the_portal_does_not_have_prints_nothing(db):
    assert told("<b>x</b> " + element("number-of-partners", "<b><i>the number</i></b>")) == "<b>x</b> <b><i>5</i></b>"
    assert told(element("number-of-partners", "the <b>number</b>")) == "5"
    assert told(f"a{element('gone')}b") == "ab"
    assert told(f"a{element('gone', '<b>words</b>')}b") == "ab"
