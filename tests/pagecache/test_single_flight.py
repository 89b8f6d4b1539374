"""Many readers at once: a page is made once, and none waits for another page or for one that fails."""

import subprocess
import sys
import threading

import pytest

from tests.databases import ROOT
from tests.pagecache.requests import Words

PAGE = "/en/privacy/"
ANOTHER_PROCESS = """
import sys
from sesec_portal.pagecache.single_flight import InFlight, SingleFlight
with SingleFlight(sys.argv[1]).flying(eval(sys.argv[2]), InFlight()):
    print("making it", flush=True)
    sys.stdin.read()
"""


def together(question, times, go_on):
    """Ask a question many times at once; the first who is asked waits for `go_on`. Return what they bring."""
    brought = []
    threads = [threading.Thread(target=lambda: brought.append(question())) for _ in range(times)]
    for thread in threads:
        thread.start()
    go_on.set()
    for thread in threads:
        thread.join(30)
    return brought


def test_many_who_ask_at_once_have_a_page_made_once(start):
    go_on = threading.Event()
    portal = start(Words("words", before=lambda: go_on.wait(30)))

    assert together(lambda: portal.text(PAGE), 16, go_on) == ["words"] * 16
    assert portal.made == [PAGE]


def test_a_page_in_the_making_in_another_process_is_waited_for_and_that_process_may_die(start, tmp_path):
    portal = start(Words("words"))
    portal.text(PAGE)
    [key] = portal.cache.memory._answers
    portal.cache.memory.clear()
    command = [sys.executable, "-c", ANOTHER_PROCESS, tmp_path / "in-the-making", repr(key)]
    other = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout.readline()

    brought = []
    asking = threading.Thread(target=lambda: brought.append(portal.text(PAGE)))
    asking.start()
    asking.join(0.1)
    assert asking.is_alive()
    other.kill()
    asking.join(30)
    other.communicate()
    assert brought == ["words"]
    assert portal.made == [PAGE], "what the other process left in the second level"


def test_a_slow_page_holds_up_no_other(start):
    asked, go_on = threading.Event(), threading.Event()

    def django(environ, start_response):
        if environ["PATH_INFO"] == "/en/slow/":
            asked.set()
            go_on.wait(30)
        return Words(environ["PATH_INFO"])(environ, start_response)

    portal = start(django)
    slow = threading.Thread(target=portal.text, args=["/en/slow/"])
    slow.start()
    assert asked.wait(30)
    assert portal.text("/en/quick/") == "/en/quick/"
    assert slow.is_alive()
    go_on.set()
    slow.join(30)


@pytest.mark.parametrize("fault", [Words("broken", status="500 Internal Server Error"), None])
def test_a_page_that_fails_releases_those_who_wait(start, fault):
    go_on = threading.Event()
    tries = []

    def django(environ, start_response):
        tries.append(1)
        if len(tries) > 1:
            return Words("words")(environ, start_response)
        go_on.wait(30)
        if fault:
            return fault(environ, start_response)
        raise RuntimeError

    portal = start(django)

    def ask():
        try:
            return portal.text(PAGE)
        except RuntimeError:
            return "broken"

    assert sorted(together(ask, 4, go_on)) == ["broken", "words", "words", "words"]
    assert portal.text(PAGE) == "words"
