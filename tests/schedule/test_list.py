"""One list of what happens by itself."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from partners.models import Person
from tests.reading import main_of


def test_pages_and_entries_are_listed_by_the_hour_in_both_offices_for_whoever_may_edit_them(
    client, log_in, on_day, home
):
    person = Person.objects.create(name="Somebody")
    with on_day(2026, 11, 22):
        person.go_live_at = timezone.now() + timedelta(days=1)
        person.save_revision().publish()
        page = home.get_children().get(slug="contact").specific
        page.expire_at = timezone.now() + timedelta(hours=3)
        page.save_revision().publish()
        log_in("Publishers")
        listed = main_of(client, reverse("scheduled"))
        menu = client.get("/admin/").content.decode()
        assert client.get(reverse("scheduled_results")).status_code == 200

    assert "22 November 2026, 15:00 Brussels time (22:00 Beijing time)" in listed
    assert listed.index("is unpublished") < listed.index("a version is published")
    assert "23 November 2026, 12:00 Brussels time (19:00 Beijing time)" in listed
    assert reverse("scheduled") in menu


def test_where_nothing_is_scheduled_it_says_so(client, log_in):
    log_in("Editors")

    assert "Nothing is scheduled." in main_of(client, reverse("scheduled"))
