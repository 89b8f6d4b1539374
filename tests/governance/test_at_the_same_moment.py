"""Two editors record overlapping terms of one seat at the same moment: one succeeds, the other sees why."""

import threading

import pytest
from django.contrib.auth.models import Group, User
from django.db import connections
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from governance.models import Seat, TermOfOffice


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """A seat in the database as it is, outside any transaction of a test; put back at the end."""
    with django_db_blocker.unblock():
        seat = Seat.objects.get(partner__slug="efta")
        users = [User.objects.create_user(name, password="not-a-real-password") for name in ("one", "other")]
        for user in users:
            user.groups.add(Group.objects.get(name="Publishers"))
        yield seat, users
        TermOfOffice.objects.filter(seat=seat).delete()
        former = {field: getattr(seat, field) for field in ("latest_revision", "live_revision", "last_published_at")}
        Seat.objects.filter(pk=seat.pk).update(**former, first_published_at=None, has_unpublished_changes=False)
        seat.revisions.all().delete()
        for user in users:
            user.delete()


def test_exactly_one_of_two_overlapping_terms_is_kept(committed):
    seat, users = committed
    together = threading.Barrier(2)
    answers = {}

    def record(user, starts):
        client = Client()
        client.force_login(user)
        terms = inline_formset([{"starts": starts, "ends": "", "holder": "", "other_statements": streamfield([])}])
        data = nested_form_data({"partner": seat.partner_id, "sort_order": "4", "terms": terms})
        together.wait(timeout=30)
        answers[starts] = client.post(reverse("wagtailsnippets_governance_seat:edit", args=[seat.pk]), data)
        connections.close_all()

    threads = [threading.Thread(target=record, args=pair) for pair in zip(users, ("2020", "2021"), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    statuses = sorted(answer.status_code for answer in answers.values())
    [refused] = [answer for answer in answers.values() if answer.status_code == 200]
    assert statuses == [200, 302]
    assert "has saved another version. Nothing was saved" in refused.content.decode()
    [drafted] = Seat.objects.get(pk=seat.pk).get_latest_revision_as_object().terms.all()
    assert str(drafted.starts) in {"2020", "2021"}
