"""Several machines, which tell each other of changes through Redis."""

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.test import override_settings

from sesec_portal.pagecache import shared_cache
from sesec_portal.pagecache.sealed import SealedPickles
from sesec_portal.pagecache.shared_cache import SharedCache
from tests.pagecache.requests import Portal, Words

PAGE = "/en/privacy/"


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
    """Two machines that share a Redis, and that Redis; each listens when told to."""
    redis = Redis()
    application = Words("words")
    return *(Portal(application, tmp_path / name, redis, news=SharedCache(redis)) for name in ("one", "other")), redis


def back(*machines):
    """Let the time pass for which a failed Redis is left alone."""
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


@pytest.mark.parametrize("rubbish", ["nothing", "another's", "swapped"])
def test_values_that_nobody_here_has_written_are_not_read_and_pages_are_answered(machines, settings, rubbish):
    one, other, redis = machines
    sealed = SealedPickles()
    bodies = redis.kept._cache
    assert one.text(PAGE) == "words"

    values = {key: sealed.dumps(redis.kept.get(key.rpartition(":")[2])) for key in bodies}
    with override_settings(SECRET_KEY="another key, of somebody who has got into Redis" * 2):
        theirs = {key: sealed.dumps(("x", Bomb())) for key in bodies}
    changed = {
        "nothing": dict.fromkeys(values, b"rubbish"),
        "another's": theirs,
        "swapped": dict(zip(values, reversed(values.values()), strict=True)),
    }[rubbish]
    for key in values:
        redis.kept.set(key.rpartition(":")[2], sealed.loads(changed[key]))

    other.generation.hear()
    assert other.text(PAGE) == "words"
    assert other.generation.now() == redis.kept.get("generation")[1]


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

    told = [record for record in caplog.records if record.name == shared_cache.__name__]
    assert len(told) == 2, "once as the machine's second level, once as the bringer of news"


def test_changes_made_while_redis_was_away_are_told_when_it_is_back(machines):
    one, other, redis = machines
    before = other.generation.now()
    redis.away = True
    one.generation.move()
    alone = one.generation.now()
    assert alone != before

    redis.away = False
    back(one, other)
    one.generation.hear()
    other.generation.hear()
    assert one.generation.now() == other.generation.now()
    assert one.generation.now() not in (before, alone)


def test_a_redis_that_has_forgotten_everything_begins_anew(machines):
    one, other, redis = machines
    before = one.generation.now()
    redis.kept.clear()
    one.generation.hear()
    other.generation.hear()

    assert one.generation.now() == other.generation.now() != before
