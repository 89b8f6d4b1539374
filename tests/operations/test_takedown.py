"""Whoever takes a page down is told whether every host has dropped it."""

import time
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sesec_portal.approval.models import ApprovalTask
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.operations import takedown
from sesec_portal.pagecache import generation
from sesec_portal.pagecache.generation import Generation
from sesec_portal.pagecache.hosts import Confirmation
from sesec_portal.pagecache.models import Host
from sesec_portal.pagecache.news import News
from tests.reading import words

GONE = "Readers get it no more: all 2 hosts that serve them have taken the change over."


def _read(answer):
    return words(BeautifulSoup(answer.content, "html.parser"))


@pytest.fixture
def hosts(own_database, tmp_path, monkeypatch):
    """Two hosts that serve readers; each looks when it is waited for, unless its name is in the list that is given."""
    machines = {name: Generation(tmp_path / name, News()) for name in ("one", "other")}
    deaf = []
    monkeypatch.setattr(generation, "here", lambda: machines["one"])
    monkeypatch.setattr(takedown, "_PATIENCE", 0.2)

    def look(_seconds=0):
        for name, machine in machines.items():
            if name not in deaf:
                machine.hear()
                monkeypatch.setattr("socket.gethostname", lambda name=name: name)
                Confirmation(machine.folder).give(machine.now())
        slept(_seconds)

    slept = time.sleep
    look()
    monkeypatch.setattr(takedown.time, "sleep", look)
    return deaf


@pytest.fixture
def take_down(own_database):
    """Take a page down as a Publisher: `take_down("delete")`; return what the admin then says."""
    ApprovalTask.objects.update(four_eyes=False)
    client = Client()
    user = User.objects.create_user("marie", "marie@example.org", "not-a-real-password")
    user.groups.add(Group.objects.get(name="Publishers"))
    client.force_login(user)

    def act(how):
        home = HomePage.objects.get(locale__language_code="en")
        page = publish(StandardPage(title="Rare words", slug="rare-words", locale=home.locale), home)
        answer = client.post(reverse(f"wagtailadmin_pages:{how}", args=[page.pk]))
        return _read(client.get(answer.headers["Location"]))

    act.client = client
    return act


@pytest.mark.parametrize("how", ["unpublish", "delete"])
def test_both_hosts_have_dropped_the_page(hosts, take_down, how):
    assert GONE in take_down(how)


def test_a_host_that_has_not_heard_is_named(hosts, take_down):
    hosts.append("other")

    assert "1 of 2 hosts that serve readers have taken the change over. Not yet: other." in take_down("unpublish")


def test_a_host_that_is_silent_is_named_and_lies_on_the_desk(hosts, take_down):
    hosts.append("other")
    Host.objects.filter(name="other").update(heard_at=timezone.now() - timedelta(minutes=2))

    assert "Not yet: other." in take_down("unpublish")
    assert "not heard for half a minute" in _read(take_down.client.get(reverse("wagtailadmin_home")))


def test_where_no_web_server_was_heard_nothing_is_said(take_down):
    assert "hosts" not in take_down("unpublish")
