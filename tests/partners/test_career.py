"""The steps of a career are part of a person's entry: drafted, published and taken back with it."""

import pytest
from django.urls import reverse

from partners.models import CareerStep, Person
from tests.filling_in import filled_in


@pytest.fixture
def person(db):
    return Person.objects.create(name="Ada Named", consent="given", consent_source="A letter")


def send(client, person, **typed):
    address = reverse("wagtailsnippets_partners_person:edit", args=[person.pk])
    row = {"career-TOTAL_FORMS": "1", "career-0-ORDER": "1", "career-0-id": "", "career-0-DELETE": ""}
    row |= {f"career-0-{name}": "" for name in ("place_zh", "position", "position_zh", "ends", "source", "source_url")}
    row |= {"career-0-source_seen_on": "", "career-0-other_statements-count": "0"}
    form = client.get(address).content.decode()
    return client.post(address, filled_in(form, **{**row, **typed}), follow=True)


def test_a_step_that_an_editor_drafts_is_public_once_it_is_published(client, log_in, person, alone):
    log_in("Publishers")
    step = {"career-0-place": "Example Works", "career-0-starts": "2001"}
    send(client, person, **step)
    assert not CareerStep.objects.filter(person=person).exists()

    send(client, person, **step, **{"action-publish": "1"})
    [kept] = Person.objects.get(pk=person.pk).published_career
    assert (kept.place, kept.dates_in_words) == ("Example Works", "from 2001")


def test_an_end_before_the_start_is_refused(client, log_in, person, alone):
    log_in("Publishers")
    wrong = {"career-0-place": "Example Works", "career-0-starts": "2001", "career-0-ends": "1999"}

    assert "The end lies before the start." in send(client, person, **{**wrong, "action-publish": "1"}).content.decode()
    assert not CareerStep.objects.filter(person=person).exists()
