"""A portal behind its page cache, on a database in which changes are committed."""

import os

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections

from sesec_portal.pagecache import generation
from tests.databases import copy, working_on
from tests.pagecache.requests import Portal


@pytest.fixture(scope="package")
def committed(django_db_setup, django_db_blocker):
    """A copy of the loaded database for this folder, outside any transaction of a test."""
    with copy(f"page_cache_{os.getpid()}") as name, django_db_blocker.unblock(), working_on(name):
        yield


@pytest.fixture(autouse=True)
def media(settings, tmp_path_factory):
    """An empty folder for files, which no other test fills."""
    settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")


@pytest.fixture
def shelf():
    """The second level, for all portals of a test."""
    LocMemCache("pages of a test", {}).clear()
    return LocMemCache("pages of a test", {})


@pytest.fixture
def start(committed, shelf, tmp_path, monkeypatch):
    """Start a web process on this machine: `start()`; every process of a test shares a folder and the second level."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    monkeypatch.setattr(generation, "here", lambda: generation.Generation(tmp_path))
    yield lambda application=None: Portal(application or WSGIHandler(), tmp_path, shelf)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def portal(start):
    """One web process."""
    return start()
