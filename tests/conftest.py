"""What all tests share: the loaded portal, its readers and its editors."""

import gc
import os
from datetime import datetime
from zoneinfo import ZoneInfo

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connections
from django.test import override_settings
from django.utils import translation
from wagtail_localize.synctree import create_aliases_for_new_page

from partners.models import PartnerIndexPage, PartnerPage
from phases.models import PhaseIndexPage, PhasePage
from sesec_portal.approval.models import ApprovalTask
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.sources.models import Source
from tests.browser.chromium import CHROMIUM
from tests.databases import copy, working_on
from tests.scheduling import GroupScheduler

# The browser tests' event loop lives in this process too; no test shares a connection with it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# No test fails for being slow on a busy machine.
hypothesis.settings.register_profile("portal", deadline=None)
hypothesis.settings.load_profile("portal")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, tmp_path_factory):
    """Give each worker a database of its own, copied from the template, and an empty folder for its uploads."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    with copy(f"test_{worker}") as name, override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        settings.DATABASES["default"]["NAME"] = name
        connections["default"].settings_dict["NAME"] = name
        yield
        with django_db_blocker.unblock():
            connections.close_all()


@pytest.fixture
def own_database(django_db_setup, django_db_blocker):
    """A copy of the loaded database for one test, outside any transaction; its name."""
    with copy(f"alone_{os.getpid()}") as name, django_db_blocker.unblock(), working_on(name):
        yield name


@pytest.fixture(scope="session")
def sampled_database(django_db_setup, django_db_blocker):
    """The name of a copy of the loaded database that has the made-up entries too, one for each worker."""
    with copy(f"sampled_{os.getpid()}", sample=True) as name:
        yield name
        with django_db_blocker.unblock():
            connections.close_all()


@pytest.fixture
def _on_samples(sampled_database, django_db_blocker):
    assert not connections["default"].in_atomic_block, "Name `sample` before what looks into the database."
    with django_db_blocker.unblock(), working_on(sampled_database):
        yield


@pytest.fixture
def sample(_on_samples, db):
    """The portal with its made-up entries: people, seats, meetings, decisions, priorities, calls, events and news."""


@pytest.fixture(autouse=True)
def _fresh_start():
    """Nothing that another test has cached, and English."""
    cache.clear()
    translation.activate("en")


@pytest.fixture(autouse=True)
def _connection_kept(monkeypatch):
    """The worker drops connections between two tasks; that of a test must stay."""
    monkeypatch.setattr("django_tasks_db.management.commands.db_worker.close_old_connections", lambda: None)


@pytest.fixture
def home(db):
    """The front page in English."""
    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def phase_index(db):
    """The list of phases in English."""
    return PhaseIndexPage.objects.get(locale__language_code="en")


@pytest.fixture
def partner_index(db):
    """The list of partners in English."""
    return PartnerIndexPage.objects.get(locale__language_code="en")


@pytest.fixture
def in_english(home):
    """A Chinese page, /zh-hans/in-english/, that stands in for one which nobody has translated yet."""
    create_aliases_for_new_page(publish(StandardPage(title="In English", slug="in-english", locale=home.locale), home))
    return StandardPage.objects.get(slug="in-english", locale__language_code="zh-hans")


@pytest.fixture
def phase_four(db):
    """SESEC IV in English."""
    return PhasePage.objects.get(number=4)


@pytest.fixture
def cen(db):
    """CEN in English."""
    return PartnerPage.objects.originals().get(slug="cen")


@pytest.fixture
def source(db):
    """Return the published source of a title: `source("A letter")`; other fields as they are given."""
    return lambda title, **fields: Source.objects.get_or_create(title=title, defaults=fields)[0]


@pytest.fixture
def alone(db):
    """Publishers publish what they have written themselves, everywhere."""
    ApprovalTask.objects.update(four_eyes=False)


@pytest.fixture
def on_day():
    """Set the clock: `with on_day(2026, 11, 22): …` is noon of that day in Brussels."""

    def clock(year, month, day, hour=12):
        return time_machine.travel(datetime(year, month, day, hour, tzinfo=ZoneInfo("Europe/Brussels")), tick=False)

    return clock


@pytest.fixture
def log_in(client, django_user_model):
    """Log the client in as a new member of a group: `log_in("Editors")`."""

    def enter(group):
        user = django_user_model.objects.create_user(
            group.lower(), f"{group.lower()}@example.org", "not-a-real-password"
        )
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return user

    return enter


def pytest_addoption(parser):
    """Let the table of who may do what in the admin be written anew."""
    parser.addoption("--update-access-table", action="store_true", help="write tests/data/admin-access.txt anew")


def pytest_xdist_make_scheduler(config, log):
    """Spread the tests over the workers by what they share."""
    return GroupScheduler(config, log)


def pytest_collection_modifyitems(config, items):
    """Leave out what needs a browser where there is none; in CI that is a failure instead."""
    if CHROMIUM:
        return
    if os.environ.get("CI"):
        raise pytest.UsageError("The browser tests need Chromium, and this is CI: install the package chromium.")
    left_out = [item for item in items if item.get_closest_marker("browser")]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish():
    """Let the garbage collector pass over what is loaded by now, and look more seldom: it took a fifth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 5)


def pytest_terminal_summary(terminalreporter):
    if not CHROMIUM:
        terminalreporter.write_line("Left out: tests/browser, which needs Chromium (on Debian: apt install chromium).")
