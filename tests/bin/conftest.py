from datetime import date

import pytest
from wagtail.models import Page

from governance.models import Decision, Seat
from newsroom.models import EventPage, NewsPage, PublicationPage


@pytest.fixture(autouse=True)
def _nothing_of_the_newsroom_names_a_phase(db):
    """A phase that an event or an issue names is kept by them; these tests are of what the portal itself keeps."""
    for model, named in ((NewsPage, "event"), (EventPage, "phase"), (PublicationPage, "phase")):
        keys = model.objects.exclude(**{named: None}).values_list("translation_key", flat=True)
        for page in Page.objects.filter(translation_key__in=list(keys)):
            page.delete()


@pytest.fixture(params=["phase", "decision", "seat", "committee"])
def governing(request, home, cen, phase_four):
    """Something published that governs the project."""
    if request.param == "decision":
        decision = Decision.objects.create(number=1, decided="2020", wording="As adopted", disclosure="public")
        decision.log.create(status="done", day=date(2020, 5, 4))
        return decision
    if request.param == "seat":
        return Seat.objects.get(partner=cen)
    return phase_four if request.param == "phase" else home.get_children().get(slug="steering-committee").specific
