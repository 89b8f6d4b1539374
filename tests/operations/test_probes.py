"""What the addresses for operators say, of a portal that is well and of one where a part has failed."""

import os
import time
from contextlib import contextmanager
from importlib import import_module
from threading import Event

import pytest
from django.db import OperationalError, connection

from sesec_portal.operations import heartbeat, readiness
from sesec_portal.pagecache import generation
from sesec_portal.pagecache.shared_cache import SharedCache


@pytest.fixture
def ready(db, settings, tmp_path, monkeypatch):
    """A web server that has just started, with folders of its own and a worker that was just heard."""
    settings.RUN_DIR = tmp_path / "run"
    settings.MEDIA_ROOT = tmp_path / "media"
    for folder in (settings.RUN_DIR, settings.MEDIA_ROOT):
        folder.mkdir()
    heartbeat.beat()
    monkeypatch.setattr(readiness, "_has_been_ready", Event(), raising=False)
    return settings


FOR_READERS, FOR_STAFF, HEALTH = "/readyz", "/readyz/staff", "/healthz"


def failed(client, address=HEALTH):
    response = client.get(address)
    parts = response.json()
    assert response.status_code == (200 if parts.pop("ok") else 503)
    return {name: state for name, state in parts.items() if state != "ok"}


@contextmanager
def away(monkeypatch):
    """Take the database away inside the block."""

    def refused(*_):
        raise OperationalError("the database is away")

    with monkeypatch.context() as outage:
        outage.setattr(connection, "cursor", refused)
        yield


def test_a_process_that_answers_says_so_whatever_has_become_of_the_rest(client, ready, monkeypatch):
    ready.RUN_DIR = ready.MEDIA_ROOT = ready.RUN_DIR / "gone"
    with away(monkeypatch):
        assert client.get("/livez").json() == {"ok": True}


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        (FOR_READERS, {"database", "migrations", "run_dir"}),
        (FOR_STAFF, {"database", "migrations", "run_dir", "media"}),
        (HEALTH, {"database", "migrations", "run_dir", "media", "redis", "worker"}),
    ],
)
def test_a_portal_that_is_well_says_so_part_by_part(client, ready, address, parts):
    response = client.get(address)

    assert response.status_code == 200
    assert response.json() == {"ok": True, **dict.fromkeys(parts, "ok")}
    assert "no-store" in response["Cache-Control"]


def test_the_state_is_told_under_any_host_name_and_without_tls(client, ready, monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "sesec.example.org")
    monkeypatch.setenv("SITE_URL", "https://sesec.example.org")
    ready.SECURE_SSL_REDIRECT = True
    ready.SECURE_REDIRECT_EXEMPT = import_module("sesec_portal.settings.production").SECURE_REDIRECT_EXEMPT

    for address in ("/livez", FOR_READERS, FOR_STAFF, HEALTH):
        assert client.get(address, headers={"Host": "10.1.2.3:8000"}).status_code == 200


def test_a_web_server_that_was_ready_goes_on_serving_readers_while_the_database_is_away(client, ready, monkeypatch):
    assert failed(client, FOR_READERS) == {}
    with away(monkeypatch):
        assert failed(client, FOR_READERS) == {}
        for address in (FOR_STAFF, HEALTH):
            assert failed(client, address) == {"database": "failed", "migrations": "failed"}


def test_a_web_server_that_never_had_its_database_is_not_ready_for_readers_until_it_has(client, ready, monkeypatch):
    with away(monkeypatch):
        assert failed(client, FOR_READERS) == {"database": "failed", "migrations": "failed"}
        assert failed(client, FOR_READERS) == {"database": "failed", "migrations": "failed"}
    assert failed(client, FOR_READERS) == {}


def test_a_migration_that_waits_is_told_and_keeps_a_new_release_from_readers(client, ready):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'governance'")

    for address in (FOR_READERS, FOR_STAFF, HEALTH):
        assert failed(client, address) == {"migrations": "failed"}


def test_a_worker_that_has_fallen_silent_or_never_spoke_is_an_alarm_and_takes_no_web_server_away(client, ready):
    sign = ready.RUN_DIR / "worker"
    long_ago = time.time() - heartbeat.PATIENCE - 1
    os.utime(sign, (long_ago, long_ago))
    assert failed(client) == {"worker": "failed"}

    sign.unlink()
    assert failed(client) == {"worker": "failed"}
    assert failed(client, FOR_READERS) == failed(client, FOR_STAFF) == {}


@pytest.mark.parametrize(
    ("setting", "part", "asked"),
    [
        ("RUN_DIR", "run_dir", [FOR_READERS, FOR_STAFF, HEALTH]),
        ("MEDIA_ROOT", "media", [FOR_STAFF, HEALTH]),
    ],
)
def test_a_folder_that_cannot_be_written_is_told_to_whom_it_concerns(client, ready, setting, part, asked):
    setattr(ready, setting, getattr(ready, setting) / "gone")

    assert [address for address in (FOR_READERS, FOR_STAFF, HEALTH) if part in failed(client, address)] == asked


def test_a_redis_that_is_away_is_told_and_hinders_nobody(client, ready, monkeypatch):
    class Away:
        def get(self, key):
            raise ConnectionError

        def set(self, key, value, seconds):
            raise ConnectionError

    redis = SharedCache(Away())
    ready.SEVERAL_MACHINES = True
    monkeypatch.setattr(readiness, "shared_cache", lambda: redis)
    monkeypatch.setattr(heartbeat, "shared_cache", lambda: redis)
    heartbeat.beat()

    assert failed(client) == {"redis": "away"}


def test_the_worker_of_another_machine_is_heard_through_redis(client, ready, monkeypatch):
    told = {}

    class Redis:
        get = staticmethod(told.get)

        def set(self, key, value, seconds):
            told[key] = value

    redis = SharedCache(Redis())
    ready.SEVERAL_MACHINES = True
    monkeypatch.setattr(readiness, "shared_cache", lambda: redis)
    monkeypatch.setattr(heartbeat, "shared_cache", lambda: redis)
    heartbeat.beat()
    (ready.RUN_DIR / "worker").unlink()

    assert failed(client) == {}


def test_the_sign_of_life_makes_no_page_anew(ready, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(generation, "move", lambda: pytest.fail("pages would be made anew"))

    with django_assert_num_queries(0):
        heartbeat.beat()


def test_figures_are_given_only_where_they_are_asked_for(client, ready):
    assert client.get("/metrics", follow=True).status_code == 404

    ready.METRICS = True
    response = client.get("/metrics")

    assert response.status_code == 200
    assert "sesec_worker_silent_seconds" in response.content.decode()
