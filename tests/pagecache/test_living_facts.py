"""A year in the life of a text with living facts: whatever begins, ends or is recorded, no reader gets an old value."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from wagtail_localize.synctree import create_aliases_for_new_page

from governance.models import Seat, TermOfOffice
from partners.models import PartnerPage, Person
from phases.models import PhasePage
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import add_terms, publish
from sesec_portal.living_facts.fact import every_fact
from sesec_portal.sources.models import Source
from standards.models import CallIndexPage, CallPage

BRUSSELS = ZoneInfo("Europe/Brussels")
ADDRESSES = ("/en/living-year/", "/zh-hans/living-year/")
# SESEC III is over, SESEC IV begins in April 2018.
START = datetime(2018, 3, 20, 12, tzinfo=BRUSSELS)
DEADLINE = datetime(2018, 5, 3, 11, tzinfo=BRUSSELS)


@pytest.fixture
def living(portal):
    """A page that tells every living fact there is, and what is deleted after the test."""
    home = HomePage.objects.get(locale__language_code="en")
    told = [(fact, key) for fact in every_fact() for key in fact.keys()]  # noqa: SIM118
    text = "".join(
        f'<p>{fact.code}{key}: <a linktype="fact" fact="{fact.code}" of="{key}">x</a>.</p>' for fact, key in told
    )
    page = publish(StandardPage(title="Year", slug="living-year", locale=home.locale, body=[("text", text)]), home)
    create_aliases_for_new_page(page)
    yield page
    for made in (page, *CallPage.objects.originals().filter(slug="in-may")):
        made.get_translations(inclusive=True).delete()
    TermOfOffice.objects.filter(holder__name="Ada").delete()
    Person.objects.filter(name="Ada").delete()


def hold_a_seat():
    ada = Person.objects.create(name="Ada", consent="given", consent_source="A letter")
    add_terms(
        Seat.listed()[0], [{"starts": "2018-06", "ends": "2018-09", "holder": ada, "cited": Source.objects.first()}]
    )


def withdraw_consent():
    Person.objects.filter(name="Ada").update(consent="", consent_source="")


def open_a_call():
    home = HomePage.objects.get(locale__language_code="en")
    call = CallPage(
        title="In May", slug="in-may", locale=home.locale, kind="law", deadline="2018-05-03T17:00+08:00[Asia/Shanghai]"
    )
    publish(call, CallIndexPage.objects.originals().get())


def plan_another_end():
    phase = PhasePage.objects.originals().get(number=4)
    phase.planned_end = "2018-12-20" if phase.planned_end != "2018-12-20" else "2021-04~"
    phase.save_revision().publish()


def take_a_partner_down_or_put_it_back():
    partner = PartnerPage.objects.originals().get(slug="efta")
    partner.unpublish() if partner.live else partner.save_revision().publish()


CHANGES = {
    1: open_a_call,
    8: hold_a_seat,
    14: take_a_partner_down_or_put_it_back,
    15: take_a_partner_down_or_put_it_back,
    17: withdraw_consent,
    20: plan_another_end,
    34: plan_another_end,
}


def test_over_a_year_what_a_reader_gets_is_what_would_be_made_now(living, portal):
    PhasePage.objects.originals().get(number=4).save_revision().publish()
    read = {address: set() for address in ADDRESSES}
    instants = [START + timedelta(days=10 * step) for step in range(37)]
    instants += [datetime(2018, 4, 1, tzinfo=BRUSSELS) + timedelta(seconds=step) for step in (-3, 0)]
    instants += [DEADLINE + timedelta(seconds=step) for step in (-1, 1)]
    changes = {instants[step]: change for step, change in CHANGES.items()}
    with time_machine.travel(START, tick=False) as clock:
        for instant in sorted(instants):
            clock.move_to(instant)
            for change in (None, changes.get(instant)):
                if change:
                    change()
                for address in ADDRESSES:
                    given, made = portal.get(address).body.decode(), portal.anew(address).body.decode()
                    assert given == made, (instant, change, address)
                    read[address].add(made[made.index("<main") : made.index("</main")])
    changed = {address: len(said) for address, said in read.items()}
    assert min(changed.values()) > 6, f"so little has changed that nothing is proven: {changed}"
    assert any("In May" in said for said in read["/en/living-year/"])
    assert any("Ada" in said for said in read["/en/living-year/"])
