"""A portal on a database of its own, whose processes may be killed."""

from datetime import date

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache.backends.locmem import LocMemCache
from django.core.handlers.wsgi import WSGIHandler

from sesec_portal.approval.models import ApprovalTask
from sesec_portal.pagecache import generation
from sesec_portal.settings.wagtail import TASKS
from tests.databases import ROOT
from tests.pagecache.requests import Portal
from tests.seams.deeds import Deeds
from tests.seams.processes import KILLS

INTRODUCTION = [
    "`make seams`: each deed is done in a process of its own, which SIGKILL ends at a step: a statement, or the end of",
    "a commit. Afterwards rows, history, searches, references, files and the page cache agreed, once the worker",
    "had done what waited in its queue; else this file would not have the line.",
]


def pytest_collection_modifyitems(items):
    """Leave out what kills processes where it was not asked for."""
    if KILLS:
        return
    for item in items:
        if item.path.name == "test_killed.py":
            item.add_marker(pytest.mark.skip(reason="`make seams` does it, and test_once.py"))


@pytest.fixture
def portal(own_database, settings, tmp_path, monkeypatch):
    """A web process behind its page cache, and a queue that keeps its tasks."""
    settings.TASKS = TASKS
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.RUN_DIR = tmp_path / "run"
    here = generation.Generation(tmp_path / "run")
    monkeypatch.setattr(generation, "here", lambda: here)
    LocMemCache("pages of the seams", {}).clear()
    return Portal(WSGIHandler(), tmp_path / "run", LocMemCache("pages of the seams", {}))


@pytest.fixture(scope="package")
def told():
    """What was killed where, and what became of it; written down where `make seams` asks for more than a few."""
    lines = []
    yield lines
    if KILLS > 1:
        file = ROOT / "bench" / "results" / f"seams-{date.today()}.md"
        head = ["| Deed | Steps | Killed at | What took place |", "|---|---|---|---|"]
        text = [f"# Killed in the middle, {date.today()}", "", *INTRODUCTION, "", *head, *lines, ""]
        file.write_text("\n".join(text), encoding="utf-8")


@pytest.fixture
def deeds(portal):
    """What a Publisher does who may publish alone."""
    ApprovalTask.objects.update(four_eyes=False)
    user = User.objects.create_user("publisher", "publisher@example.org", "not-a-real-password")
    user.groups.add(Group.objects.get(name="Publishers"))
    return Deeds(user)
