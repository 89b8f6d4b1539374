import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest

import sesec_portal.devserver
from sesec_portal.devserver.children import command_line, spawn
from sesec_portal.devserver.postgres import EmbeddedPostgres

# Stands for the portal: each command reports itself, BROKEN names the one that fails.
MANAGE = """
import os, sys, time
report = " ".join(["did", str(os.getpid()), os.environ["DATABASE_URL"], *sys.argv[1:]])
os.write(1, f"{report}\\n".encode())  # in one piece, as two commands report at the same moment
if sys.argv[1] == os.environ.get("BROKEN"):
    sys.exit(3)
if sys.argv[1] in ("runserver", "worker"):
    time.sleep(60)
"""
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/none"


@pytest.fixture
def project(tmp_path):
    """A project of its own, with a space in its path, around a copy of the launcher."""
    project = tmp_path / "the portal"
    shutil.copytree(Path(sesec_portal.devserver.__file__).parent, project / "sesec_portal" / "devserver")
    (project / "sesec_portal" / "__init__.py").touch()
    (project / "manage.py").write_text(MANAGE)
    yield project
    database = project / "var" / "postgres"
    if database.exists():
        with EmbeddedPostgres(database) as server:
            home = server.home
        shutil.rmtree(home)  # for root it lies outside pytest's folder


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def launch(project, *arguments, **environment):
    unset = ("DATABASE_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE")
    inherited = {name: value for name, value in os.environ.items() if name not in unset}
    return spawn(
        [sys.executable, "-m", "sesec_portal.devserver", *arguments],
        cwd=project,
        env=inherited | {name: str(value) for name, value in environment.items()},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def until_serving(launcher):
    """Return the processes' numbers by command, and the database's URL, once web and worker have both begun."""
    pids, output = {}, ""
    for line in launcher.stdout:
        output += line
        if line.startswith("did "):
            _, pid, url, command, *_ = line.split()
            pids[command] = int(pid)
        if {"runserver", "worker"} <= pids.keys():
            return pids, url
    raise AssertionError(f"the launcher ended before it served:\n{output}")


def answers(url):
    try:
        psycopg2.connect(url).close()
    except psycopg2.OperationalError:
        return False
    return True


def test_ctrl_c_stops_web_worker_and_database(project, port):
    launcher = launch(project, "run", PORT=port)
    pids, url = until_serving(launcher)
    assert list(pids)[:4] == ["compile_catalogues", "migrate", "load_starter_content", "create_demo_accounts"]
    assert answers(url)

    launcher.send_signal(signal.SIGINT)
    output, _ = launcher.communicate(timeout=20)

    assert launcher.returncode == 0
    assert output.splitlines()[-1] == "Stopped."
    assert "Traceback" not in output
    assert not any(command_line(pid) for pid in pids.values())
    assert not answers(url)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child that its parent was killed")
def test_a_killed_launcher_leaves_no_database_behind(project, port, eventually):
    launcher = launch(project, "run", PORT=port)
    pids, url = until_serving(launcher)

    launcher.kill()
    launcher.communicate(timeout=20)

    eventually(lambda: not any(command_line(pid) for pid in pids.values()))
    eventually(lambda: not answers(url))


def test_the_end_of_the_web_server_ends_everything_with_its_status(project, port):
    launcher = launch(project, "run", PORT=port, DATABASE_URL=NO_DATABASE)
    pids, _ = until_serving(launcher)

    os.kill(pids["runserver"], signal.SIGKILL)
    launcher.communicate(timeout=20)

    assert launcher.returncode == 128 + signal.SIGKILL
    assert not command_line(pids["worker"])


def test_a_step_that_fails_ends_the_start_with_its_status(project, port):
    launcher = launch(project, "run", PORT=port, DATABASE_URL=NO_DATABASE, BROKEN="migrate")
    output, _ = launcher.communicate(timeout=20)

    assert launcher.returncode == 3
    assert "manage.py migrate failed with status 3" in output
    assert "load_starter_content" not in output


def test_a_taken_port_is_named_before_anything_starts(project):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        launcher = launch(project, "run", PORT=port)
        output, _ = launcher.communicate(timeout=20)

    assert launcher.returncode == 1
    assert output == f"Port {port} is already in use. Choose another one, for example: PORT=8001 make run\n"
    assert not (project / "var").exists()


@pytest.mark.parametrize("port", ["many", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused_with_an_example(project, port):
    launcher = launch(project, "run", PORT=port)
    output, _ = launcher.communicate(timeout=20)

    assert launcher.returncode == 1
    assert output.count("\n") == 1
    assert "PORT=8001 make run" in output


def test_manage_adds_nothing_to_the_output_of_its_command(project):
    launcher = launch(project, "manage", "dumpdata", "--all", DATABASE_URL=NO_DATABASE)
    output, _ = launcher.communicate(timeout=20)

    assert launcher.returncode == 0
    assert output.split()[2:] == [NO_DATABASE, "dumpdata", "--all"]


def test_the_secret_key_is_made_once_and_only_its_owner_reads_it(project):
    key = project / "var" / "secret-key"
    launch(project, "manage", "check", DATABASE_URL=NO_DATABASE).communicate(timeout=20)
    first = key.read_text()
    launch(project, "manage", "check", DATABASE_URL=NO_DATABASE).communicate(timeout=20)

    assert key.read_text() == first
    assert len(first) >= 50
    assert key.stat().st_mode & 0o777 == 0o600
