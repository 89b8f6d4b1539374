"""A portal of its own, with uploads, on a database outside any transaction."""

import os

import pytest
from django.test import override_settings

from bench.drill import upload
from sesec_portal.operations.backup.databases import looking_at
from tests.databases import copy


@pytest.fixture(scope="module")
def portal(django_db_setup, django_db_blocker, tmp_path_factory):
    """The loaded portal with an uploaded picture and a document."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    with (
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        django_db_blocker.unblock(),
        copy(f"kept_{worker}") as name,
        looking_at(name),
    ):
        upload()
        yield


@pytest.fixture(scope="module")
def archive(portal, tmp_path_factory):
    """A backup of that portal."""
    from sesec_portal.operations.backup.create import back_up

    path = tmp_path_factory.mktemp("backups") / "sesec.tar"
    with path.open("wb") as file:
        back_up(file)
    return path
