"""A portal on a database of its own, whose processes may be killed."""

import pytest
from django.contrib.auth.models import Group, User
from django.core.cache.backends.locmem import LocMemCache
from django.core.handlers.wsgi import WSGIHandler

from sesec_portal.approval.models import ApprovalTask
from sesec_portal.pagecache import generation
from tests.pagecache.requests import Portal
from tests.seams.deeds import Deeds


@pytest.fixture
def portal(own_database, settings, tmp_path, monkeypatch):
    """A web process behind its page cache, and a queue that keeps its tasks."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.RUN_DIR = tmp_path / "run"
    here = generation.Generation(tmp_path / "run")
    monkeypatch.setattr(generation, "here", lambda: here)
    LocMemCache("pages of the seams", {}).clear()
    return Portal(WSGIHandler(), tmp_path / "run", LocMemCache("pages of the seams", {}))


@pytest.fixture
def deeds(portal):
    """What a Publisher does who may publish alone."""
    ApprovalTask.objects.update(four_eyes=False)
    user = User.objects.create_user("publisher", "publisher@example.org", "not-a-real-password")
    user.groups.add(Group.objects.get(name="Publishers"))
    return Deeds(user)
