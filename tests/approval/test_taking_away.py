"""What governs the project is hidden, moved or left without its translation by Administrators only."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from phases.models import PhasePage, TermsOfReferencePage
from sesec_portal.home.models import StandardPage


@pytest.fixture
def terms(db):
    """The terms of reference of SESEC III, in English."""
    return TermsOfReferencePage.objects.get(slug="terms-of-reference", url_path__contains="/sesec-iii/", locale_id=1)


@pytest.mark.parametrize(("group", "hidden"), [("Publishers", False), ("Administrators", True)])
@pytest.mark.parametrize("kind", ["phase", "front page"])
def test_hiding_it(client, log_in, home, phase_four, group, hidden, kind):
    page = phase_four if kind == "phase" else home
    log_in(group)

    client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"})

    assert PageViewRestriction.objects.filter(page=page).exists() is hidden
    assert (client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code) == 200


def test_hiding_other_pages_is_for_publishers(client, log_in, home):
    page = StandardPage.objects.child_of(home).get(slug="contact")
    log_in("Publishers")

    client.post(reverse("wagtailadmin_pages:set_privacy", args=[page.pk]), {"restriction_type": "login"})

    assert PageViewRestriction.objects.filter(page=page).exists()


@pytest.mark.parametrize(("group", "moved"), [("Publishers", False), ("Administrators", True)])
def test_moving_it(client, log_in, terms, group, moved):
    other = PhasePage.objects.get(number=5)
    log_in(group)

    client.post(reverse("wagtailadmin_pages:move_confirm", args=[terms.pk, other.pk]))

    assert TermsOfReferencePage.objects.get(pk=terms.pk).is_child_of(other) is moved


def test_leaving_it_without_its_translation(client, log_in, phase_four):
    translation = phase_four.get_translations().get()
    log_in("Publishers")

    client.post(f"/admin/localize/page/{translation.pk}/convert_to_alias/")

    assert not PhasePage.objects.get(pk=translation.pk).alias_of
