from datetime import date

import pytest
from wagtail.models import ReferenceIndex

from governance.models import Decision, Seat
from newsroom.models import EventPage, NewsPage, PublicationPage


@pytest.fixture(autouse=True)
def _nothing_of_the_newsroom_names_a_phase(db):
    """A phase that an event or an issue names is kept by them; these tests are of what the portal itself keeps."""
    naming = ((NewsPage, "event", {}), (EventPage, "phase", {"number_in_phase": None}), (PublicationPage, "phase", {}))
    for model, named, beside in naming:
        pages = model.objects.exclude(**{named: None})
        ReferenceIndex.objects.filter(object_id__in=[str(page.pk) for page in pages], model_path=named).delete()
        pages.update(**{named: None}, **beside)


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
