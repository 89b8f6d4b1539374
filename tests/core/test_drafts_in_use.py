"""What a draft names is in use: it is not deleted, and whoever wanted to is led to the draft."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.models import Seat, TermOfOffice
from partners.models import Person
from phases.models import PhasePage
from sesec_portal.core.drafts_in_use import drafts_naming


@pytest.fixture
def person(db):
    return Person.objects.create(name="Somebody")


@pytest.fixture
def drafted(phase_four, person):
    """SESEC IV, in whose draft somebody more is in the team."""
    phase_four.team.add(phase_four.team.model(person=person, starts="2019"))
    phase_four.save_revision()
    return phase_four


def delete(client, person, way):
    address = {
        "one": reverse("wagtailsnippets_partners_person:delete", args=[person.pk]),
        "several": f"/admin/bulk/partners/person/delete/?id={person.pk}",
    }[way]
    return client.post(address, follow=True).content.decode()


@pytest.mark.parametrize("way", ["one", "several"])
def test_somebody_named_in_a_draft_is_not_deleted_and_the_draft_is_linked(client, log_in, drafted, person, way):
    log_in("Publishers")

    answer = delete(client, person, way)

    assert "Nothing was deleted, because this still refers to it: Phase “SESEC IV”." in answer
    assert reverse("wagtailadmin_pages:edit", args=[drafted.pk]) in answer
    assert Person.objects.filter(pk=person.pk).exists()


def test_once_the_draft_is_thrown_away_or_otherwise_the_person_goes(client, log_in, drafted, person):
    again = PhasePage.objects.get(pk=drafted.pk)
    again.save_revision()
    log_in("Publishers")

    delete(client, person, "one")

    assert not Person.objects.filter(pk=person.pk).exists()


def test_a_version_that_waits_for_its_hour_counts_though_a_newer_one_names_nobody(drafted, person):
    drafted.go_live_at = timezone.now() + timedelta(days=1)
    drafted.save_revision().publish()
    PhasePage.objects.get(pk=drafted.pk).save_revision()

    assert drafts_naming([person]) == [drafted]


def test_drafts_of_records_count_too(person, cen):
    seat = Seat.objects.get(partner=cen)
    seat.terms.add(TermOfOffice(holder=person, starts="2019"))
    seat.save_revision()

    assert drafts_naming([person]) == [seat]


def test_a_draft_below_a_page_goes_with_it(drafted, cen):
    drafted.project_leader = cen
    drafted.save_revision()

    assert drafts_naming([cen]) == [drafted]
    assert not drafts_naming([drafted.get_parent()])
    assert not drafts_naming([cen, drafted])
