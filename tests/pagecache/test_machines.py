"""Several machines, which tell each other of changes through the database, and share pages through Redis."""

import time

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import OperationalError, connection
from django.test import override_settings

from bench.asking import Reader
from bench.servers import serving
from phases.models import PhasePage
from sesec_portal.pagecache import generation, hosts, shared_cache
from sesec_portal.pagecache.generation import Generation
from sesec_portal.pagecache.models import Content, Host
from sesec_portal.pagecache.news import News
from sesec_portal.pagecache.sealed import SealedPickles
from tests.databases import environment_of
from tests.pagecache.requests import Portal, Words

PAGE = "/en/privacy/"
# Looks, a tenth of a second apart, within which every machine has to have heard of a change.
LOOKS = 50


class Redis:
    """A fallback page for Redis that can go away."""

    def __init__(self):
        self.kept = LocMemCache("news", {})
        self.kept.clear()
        self.away = False

    def _ask(self, question, *arguments):
        if self.away:
            raise ConnectionError("refused")
        return question(*arguments)

    def get(self, key):
        return self._ask(self.kept.get, key)

    def set(self, key, value, seconds):
        return self._ask(self.kept.set, key, value, seconds)


@pytest.fixture
def machines(committed, tmp_path):
    """Two machines that share a database and a Redis, and that Redis; each listens when told to."""
    Content.objects.all().delete()
    Host.objects.all().delete()
    redis = Redis()
    application = Words("words")
    return *(Portal(application, tmp_path / name, redis, news=News()) for name in ("one", "other")), redis


@pytest.fixture
def database():
    """A database that goes away with `database.away = True`."""

    class Database:
        away = False

        def __call__(self, execute, sql, params, many, context):
            if self.away:
                raise OperationalError("the server is away")
            return execute(sql, params, many, context)

    gone = Database()
    with connection.execute_wrapper(gone):
        yield gone


def back(*machines):
    """Let the time pass for which what has failed is left alone."""
    for machine in machines:
        machine.generation.news._away_until = machine.cache.shared._away_until = 0


def test_machines_share_a_generation_and_hear_of_each_others_changes(machines):
    one, other, _redis = machines
    assert one.generation.now() == other.generation.now()

    before = one.generation.now()
    one.generation.move()
    assert other.generation.now() == before
    other.generation.hear()
    assert one.generation.now() == other.generation.now() != before
    one.generation.hear()
    assert one.generation.now() == other.generation.now()


def test_two_that_change_something_at_once_agree_in_the_end(machines):
    one, other, _redis = machines
    one.generation.move()
    other.generation.move()
    for machine in (one, other, one):
        machine.generation.hear()

    assert one.generation.now() == other.generation.now() == Content.objects.word()


def test_what_was_told_before_another_process_of_the_machine_moved_is_not_taken_over(machines, tmp_path, monkeypatch):
    one, other, _redis = machines
    beside = Generation(tmp_path / "one", News())
    other.generation.move()
    told = Content.objects.word()

    def late():
        beside.move()
        return told

    monkeypatch.setattr(one.generation.news, "told", late)
    one.generation.hear()

    assert one.generation.now() == beside.now() == Content.objects.word() != told


@pytest.mark.parametrize("rubbish", ["nothing", "another's", "swapped"])
def test_values_that_nobody_here_has_written_are_not_read_and_pages_are_answered(machines, settings, rubbish):
    one, other, redis = machines
    sealed = SealedPickles()
    bodies = redis.kept._cache
    assert one.text(PAGE) == one.text("/en/contact/") == "words"

    values = {key: sealed.dumps(redis.kept.get(key.rpartition(":")[2])) for key in bodies}
    with override_settings(SECRET_KEY="another key, of somebody who has got into Redis" * 2):
        theirs = {key: sealed.dumps(("x", Bomb())) for key in bodies}
    changed = {
        "nothing": dict.fromkeys(values, b"rubbish"),
        "another's": theirs,
        "swapped": dict(zip(values, reversed(values.values()), strict=True)),
    }[rubbish]
    for key in values:
        redis.kept.set(key.rpartition(":")[2], sealed.loads(changed[key]), None)

    assert other.text(PAGE) == "words"
    assert other.made == [PAGE]


class Bomb:
    """What must not be unpickled."""

    def __reduce__(self):
        return pytest.fail, ("somebody else's pickle was read",)


def test_without_redis_pages_are_given_and_the_log_says_so_once(machines, caplog):
    one, _other, redis = machines
    redis.away = True
    for address in (PAGE, "/en/contact/"):
        back(one)
        assert one.text(address) == one.text(address) == "words"
    one.generation.move()
    assert one.text(PAGE) == "words"

    assert len([record for record in caplog.records if record.name == shared_cache.__name__]) == 1


def test_without_redis_machines_hear_of_changes_all_the_same(machines):
    one, other, redis = machines
    redis.away = True
    one.generation.move()
    other.generation.hear()

    assert one.generation.now() == other.generation.now()


def test_what_could_not_be_told_when_the_database_went_away_is_told_when_it_is_back(machines, database, caplog):
    one, other, _redis = machines
    before = other.generation.now()
    database.away = True
    one.generation.move()
    alone = one.generation.now()
    assert alone != before
    for _ in range(2):
        other.generation.hear()
    assert other.generation.now() == before

    database.away = False
    back(one, other)
    one.generation.hear()
    other.generation.hear()
    assert one.generation.now() == other.generation.now()
    assert one.generation.now() not in (before, alone)
    assert [record.levelname for record in caplog.records] == ["WARNING"] * 2, "once each"


def test_a_database_that_was_restored_without_the_word_begins_anew(machines):
    one, other, _redis = machines
    before = one.generation.now()
    Content.objects.all().delete()
    one.generation.hear()
    other.generation.hear()

    assert one.generation.now() == other.generation.now() != before


def look(*machines):
    """Let machines look, as their watchers do."""
    for machine in machines:
        machine.generation.hear()
        hosts.Confirmation(machine.generation.folder).give(machine.generation.now())


def test_each_machine_says_what_it_has_taken_over_and_when_it_was_heard(machines, time_machine):
    one, other, _redis = machines
    look(one, other)
    assert [len(names) for names in hosts.standing()] == [2, 0, 0]

    one.generation.move()
    look(one)
    assert [len(names) for names in hosts.standing()] == [1, 1, 0], "the other one has not looked yet"
    look(other)
    assert [len(names) for names in hosts.standing()] == [2, 0, 0]


@pytest.mark.parametrize(("minutes", "told"), [(0, [2, 0, 0]), (1, [0, 0, 2]), (61, [0, 0, 0])])
def test_a_machine_that_says_nothing_is_told_for_an_hour(machines, time_machine, minutes, told):
    look(*machines[:2])
    Host.objects.update(heard_at=Host.objects.first().heard_at - hosts.timedelta(minutes=minutes))

    assert [len(names) for names in hosts.standing()] == told


@pytest.fixture
def two_hosts(own_database, tmp_path, monkeypatch):
    """The web servers of two machines on one database, without Redis; this process works on the first."""
    folders = [tmp_path / name for name in ("one", "other")]
    monkeypatch.setattr(generation, "here", lambda: Generation(folders[0], News()))
    environments = [{**environment_of(own_database), "RUN_DIR": str(folder)} for folder in folders]
    with serving(environments[0], workers=1) as (one, _), serving(environments[1], workers=1) as (other, _server):
        yield one, other


def test_a_page_that_is_taken_down_is_gone_from_every_host_within_seconds_and_each_confirms_it(two_hosts):
    page = PhasePage.objects.originals().first()
    for _ in range(2):
        assert [Reader(host).get(page.url)[0] for host in two_hosts] == [200, 200]
    page.unpublish()

    for _ in range(LOOKS):
        answers = [Reader(host).get(page.url)[0] for host in two_hosts]
        if answers == [404, 404]:
            break
        time.sleep(0.1)
    assert answers == [404, 404]
    for _ in range(LOOKS):
        if [len(names) for names in hosts.standing()] == [2, 0, 0]:
            break
        time.sleep(0.1)
    assert [len(names) for names in hosts.standing()] == [2, 0, 0]
