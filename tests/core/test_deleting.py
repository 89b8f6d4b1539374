"""What is in use is not deleted, and whoever wanted to is told so."""

from functools import partial

import pytest
from django.contrib.messages import get_messages
from django.db.models import ProtectedError
from django.urls import reverse

from governance.models import Seat, TermOfOffice
from partners.models import Person
from phases.models import PhasePage

PAGES, SOURCES = "wagtailadmin_pages", "wagtailsnippets_sources_source"


def ways(record):
    """The two addresses at which the admin deletes a record."""
    kind = f"{record._meta.app_label}/{record._meta.model_name}"
    return {
        "one": f"/admin/snippets/{kind}/delete/{record.pk}/",
        "several": f"/admin/bulk/{kind}/delete/?id={record.pk}",
    }


@pytest.fixture
def letter(source):
    """A source."""
    return source("A letter")


@pytest.fixture
def drafted(phase_four, cen, letter):
    """SESEC IV, whose draft is led by CEN and says so by the letter."""
    phase_four.project_leader = cen
    role = phase_four.participations.first()
    role.cited = letter
    phase_four.participations.add(role)
    phase_four.save_revision()
    return phase_four


def test_what_is_in_use_stays_and_what_uses_it_is_named(client, log_in, cen, monkeypatch):
    """Wagtail's own pages refuse what they know of; this is for what they do not."""
    person = Person.objects.create(name="Somebody")
    seat = Seat.objects.get(partner=cen)
    years = range(2000, 2012)
    terms = {
        TermOfOffice.objects.create(seat=seat, holder=person, starts=f"{year}-01", ends=f"{year}-12") for year in years
    }

    def in_use(*arguments, **keywords):
        raise ProtectedError("in use", terms)

    monkeypatch.setattr(Person, "delete", in_use)
    other = Person.objects.create(name="Somebody else")
    log_in("Publishers")
    address = ways(other)["one"]

    answer = client.post(address, headers={"referer": f"http://testserver{address}"})

    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("wagtailsnippets_partners_person:edit", args=[other.pk])
    [message] = get_messages(answer.wsgi_request)
    assert "Nothing was deleted, because this still refers to it" in str(message)
    assert str(message).count("Term of office “CEN: Somebody”") == 10
    assert "and 2 more" in str(message)


def test_what_the_user_may_open_is_linked(client, log_in, cen, phase_four, monkeypatch):
    seat = Seat.objects.get(partner=cen)

    def in_use(*arguments, **keywords):
        raise ProtectedError("in use", {seat, phase_four})

    monkeypatch.setattr(Person, "delete", in_use)
    person = Person.objects.create(name="Somebody")
    log_in("Publishers")

    answer = client.post(ways(person)["one"])

    [message] = get_messages(answer.wsgi_request)
    for address in (f"/admin/snippets/governance/seat/edit/{seat.pk}/", f"/admin/pages/{phase_four.pk}/edit/"):
        assert address in str(message)


@pytest.mark.parametrize("way", ["one", "several"])
def test_a_person_in_a_team_stays(client, log_in, phase_four, way):
    person = Person.objects.create(name="Somebody", consent="given", consent_source="A letter")
    phase_four.team.create(person=person, starts="2019")
    phase_four.save()
    log_in("Publishers")
    address = ways(person)[way]

    assert client.get(address).status_code in (200, 302)
    assert client.post(address).status_code == 302
    assert Person.objects.filter(pk=person.pk).exists()


@pytest.mark.parametrize("address", ["/admin/pages/{}/delete/", "/admin/bulk/wagtailcore/page/delete/?id={}"])
def test_a_partner_that_leads_a_phase_stays(client, log_in, cen, phase_four, address):
    phase_four.project_leader = cen
    phase_four.save_revision().publish()
    log_in("Publishers")

    assert client.post(address.format(cen.pk)).status_code == 302
    assert PhasePage.objects.get(pk=phase_four.pk).project_leader.pk == cen.pk


def test_whoever_may_not_delete_is_led_back_to_the_form_of_what_it_was_or_to_the_list(
    client, log_in, cen, drafted, letter
):
    log_in("Administrators")
    page, entry = (reverse(f"{kind}:edit", args=[thing.pk]) for kind, thing in ((PAGES, cen), (SOURCES, letter)))

    for ask in (client.get, partial(client.post, data={"why": "A slip"})):
        assert ask(reverse(f"{PAGES}:delete", args=[cen.pk])).url == page
        assert ask(reverse(f"{SOURCES}:delete", args=[letter.pk])).url == entry
    assert "this still refers to it: Phase" in client.get(page).content.decode()

    several, listed = ways(letter)["several"], reverse(f"{SOURCES}:list")
    chosen = client.get(several, headers={"referer": f"http://testserver{listed}"})
    assert chosen.url.endswith(listed)
    confirmed = client.post(f"{several}&next={listed}", headers={"referer": f"http://testserver{several}"})
    assert confirmed.url == listed
    assert client.post(several).url == reverse("wagtailadmin_home")
    elsewhere = client.post(f"{several}&next=https://evil.example{listed}")
    assert elsewhere.url == reverse("wagtailadmin_home")


def test_who_may_not_take_away_what_governs_the_project_is_led_back_to_it(client, log_in, phase_four):
    log_in("Publishers")

    for act in ("delete", "unpublish"):
        answer = client.post(reverse(f"{PAGES}:{act}", args=[phase_four.pk]))
        assert answer.url == reverse(f"{PAGES}:edit", args=[phase_four.pk])


def test_readers_are_led_nowhere(client, home, monkeypatch):
    def in_use(*arguments, **keywords):
        raise ProtectedError("in use", set())

    monkeypatch.setattr(type(home), "serve", in_use)
    client.raise_request_exception = False
    assert client.get("/en/").status_code == 500
