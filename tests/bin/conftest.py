from datetime import date

import pytest

from governance.models import Decision, Seat


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
