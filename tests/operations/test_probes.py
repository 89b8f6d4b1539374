"""What the addresses for operators say, of a portal that is well and of one where a part has failed."""

import os
import time

import pytest
from django.db import OperationalError, connection

from sesec_portal.operations import heartbeat, readiness
from sesec_portal.pagecache import generation
from sesec_portal.pagecache.shared_cache import SharedCache


@pytest.fixture
def ready(db, settings, tmp_path):
    """A portal with folders of its own and a worker that was just heard."""
    settings.RUN_DIR = tmp_path / "run"
    settings.MEDIA_ROOT = tmp_path / "media"
    for folder in (settings.RUN_DIR, settings.MEDIA_ROOT):
        folder.mkdir()
    heartbeat.beat()
    return settings


def failed(client):
    response = client.get("/readyz")
    parts = response.json()
    assert response.status_code == (200 if parts.pop("ready") else 503)
    return {name: state for name, state in parts.items() if state != "ok"}


def test_the_health_page_answers_without_a_database(client):
    assert client.get("/healthz").content == b"ok"


def test_a_portal_that_is_well_says_so(client, ready):
    response = client.get("/readyz")

    assert response.status_code == 200
    assert response.json()["ready"] is True
    assert "no-store" in response["Cache-Control"]


def test_the_state_is_told_under_any_host_name_and_without_tls(client, ready):
    ready.SECURE_SSL_REDIRECT = True
    ready.SECURE_REDIRECT_EXEMPT = [r"^(healthz|readyz|metrics)$"]

    for address in ("/healthz", "/readyz"):
        assert client.get(address, headers={"Host": "10.1.2.3:8000"}).status_code == 200


def test_a_database_that_is_away_is_told(client, ready, monkeypatch):
    def away(*_):
        raise OperationalError("the database is away")

    with monkeypatch.context() as outage:
        outage.setattr(connection, "cursor", away)
        assert failed(client) == {"database": "failed", "migrations": "failed"}


def test_a_migration_that_waits_is_told(client, ready):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'governance'")

    assert failed(client) == {"migrations": "failed"}


def test_a_worker_that_has_fallen_silent_or_never_spoke_is_told(client, ready):
    sign = ready.RUN_DIR / "worker"
    long_ago = time.time() - heartbeat.PATIENCE - 1
    os.utime(sign, (long_ago, long_ago))
    assert failed(client) == {"worker": "failed"}

    sign.unlink()
    assert failed(client) == {"worker": "failed"}


@pytest.mark.parametrize(("setting", "part"), [("RUN_DIR", "run_dir"), ("MEDIA_ROOT", "media")])
def test_a_folder_that_cannot_be_written_is_told(client, ready, setting, part):
    setattr(ready, setting, getattr(ready, setting) / "gone")

    assert part in failed(client)


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
