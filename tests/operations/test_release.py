"""What operators run from a clone: the change to a new release, the move to a newer PostgreSQL, which commit it is."""

import re
import runpy
import subprocess

import pytest
import yaml

from tests.databases import ROOT

SERVICES = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
COMMIT = "0123456789abcdef0123456789abcdef01234567"
# What stands in for docker: it notes what it is asked, and answers for a portal on PostgreSQL 15.
DOCKER = """#!/bin/sh
echo "$*" >> asked
case "$*" in
  "compose version") ;;
  *"run --rm -T --no-deps --entrypoint /bin/sh volume"*) printf '%s\\n' $HELD 18 ;;
  *"run --rm --no-deps volume"*) [ "$HELD" = 18 ] ;;
  *"run --rm -T --no-deps --entrypoint /bin/sh db-beside -c cd /beside; [ ! -f"*) echo $THERE ;;
  *"ps -q web"*) ;;
  *"ps -a -q db worker web"*) echo former-db former-web ;;
  *"ps -a -q db-beside"*) echo beside ;;
  *"State.Health.Status"*) echo healthy ;;
  *"manage.py $FAILS"*) exit 1 ;;
  *"config"*) printf 'services:\\n  volume:\\n    image: postgres:18-trixie\\n  web:\\n    image: sesec-portal\\n' ;;
esac
"""


@pytest.fixture
def clone(tmp_path):
    """A folder with the scripts, in which docker is a stand-in; gives what runs one of them there."""
    for name in ("roll", "upgrade-postgres"):
        script = tmp_path / "deploy" / name
        script.parent.mkdir(exist_ok=True)
        script.write_text((ROOT / "deploy" / name).read_text())
    docker = tmp_path / "bin" / "docker"
    docker.parent.mkdir()
    docker.write_text(DOCKER)
    docker.chmod(0o755)

    def run(name, *options, held="15", fails="nothing", there=""):
        environment = {"PATH": f"{docker.parent}:/usr/bin:/bin", "HELD": held, "FAILS": fails, "THERE": there}
        command = ["sh", str(tmp_path / "deploy" / name), *options]
        done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60)
        asked = (tmp_path / "asked").read_text().splitlines()
        (tmp_path / "asked").unlink()
        return done, asked

    return run


def test_a_release_of_another_postgresql_is_not_rolled_out_over_the_volume(clone):
    done, asked = clone("roll")

    assert done.returncode != 0
    assert asked[-1] == "compose run --rm --no-deps volume"


def test_a_change_of_release_makes_no_container_that_compose_would_make_anew():
    """Compose 2.26 counts what a container depends on as a part of it."""
    lines = (ROOT / "deploy" / "roll").read_text().splitlines()
    without = [line for line in lines if "--no-deps" in line and "run --rm" not in line]

    assert len(without) == 1
    assert without[0].endswith("web nginx")
    assert set(SERVICES["nginx"]["depends_on"]) == {"web"}
    assert all("--no-recreate" in line for line in lines if "compose up" in line and not line.startswith("#"))


def test_the_move_to_a_newer_postgresql_backs_up_restores_verifies_and_only_then_serves(clone, tmp_path):
    (tmp_path / ".env").write_text("SITE_URL=https://sesec.example.org")
    done, asked = clone("upgrade-postgres", "--no-build")

    assert done.returncode == 0, done.stderr
    order = [line for line in asked if re.search(r"stop web|up -d|manage.py|rm unfinished", line)]
    assert [re.search(r"stop|up -d.*|manage.py \w+|rm unfinished", line)[0] for line in order] == [
        "stop",
        "up -d --no-deps db-beside",
        "manage.py backup",
        "up -d --no-deps db-beside",
        "manage.py restore",
        "manage.py verify",
        "rm unfinished",
        "up -d",
    ]
    assert (tmp_path / ".env").read_text() == "SITE_URL=https://sesec.example.org\nDATABASE=database-18\n"
    assert not [line for line in asked if re.search(r"volume rm|rm -rf|down", line)]
    assert "The volume database is as it was" in done.stdout


@pytest.mark.parametrize("step", ["backup", "restore", "verify"])
def test_a_move_that_fails_lets_the_portal_go_on_as_it_was(clone, tmp_path, step):
    done, asked = clone("upgrade-postgres", "--no-build", fails=step)

    assert done.returncode != 0
    assert asked[-1] == "start former-db former-web"
    assert "goes on with PostgreSQL 15" in done.stderr
    assert not (tmp_path / ".env").exists()


def test_a_move_is_not_made_over_a_database_that_is_there(clone, tmp_path):
    done, asked = clone("upgrade-postgres", "--no-build", there="18")

    assert "holds a database already" in done.stderr
    assert not [line for line in asked if "stop" in line]
    assert not (tmp_path / ".env").exists()


@pytest.mark.parametrize(("held", "said"), [("18", "is served from PostgreSQL 18"), ("none", "no database yet")])
def test_where_there_is_nothing_to_move_nothing_is_moved(clone, held, said):
    done, asked = clone("upgrade-postgres", "--no-build", held=held)

    assert said in done.stdout + done.stderr
    assert not [line for line in asked if "stop" in line or "manage.py" in line]


def test_the_volume_of_another_postgresql_ends_the_start_with_a_sentence(tmp_path):
    check = SERVICES["volume"]["entrypoint"][-1].replace("$$", "$")
    assert SERVICES["db"]["entrypoint"][-1] == SERVICES["volume"]["entrypoint"][-1]

    def start():
        environment = {"PG_MAJOR": "18", "VOLUME": str(tmp_path)}
        return subprocess.run(["sh", "-c", check], env=environment, capture_output=True, text=True)

    assert start().returncode == 0
    (tmp_path / "PG_VERSION").write_text("15\n")
    refused = start()
    assert refused.returncode == 1
    assert refused.stderr.startswith("The data here are PostgreSQL 15's, and this is PostgreSQL 18.")
    (tmp_path / "18/docker").mkdir(parents=True)
    (tmp_path / "18/docker/PG_VERSION").write_text("18\n")
    assert start().returncode == 0


def test_the_commit_that_is_built_is_read_as_git_keeps_it(tmp_path):
    revision = runpy.run_path(str(ROOT / "deploy/revision.py"))["revision"]
    assert revision(tmp_path) == "unknown"

    (tmp_path / "HEAD").write_text("ref: refs/heads/main\n")
    (tmp_path / "packed-refs").write_text(f"# pack-refs with: peeled\n{COMMIT} refs/heads/main\n")
    assert revision(tmp_path) == COMMIT
    (tmp_path / "refs/heads").mkdir(parents=True)
    (tmp_path / "refs/heads/main").write_text("f" * 40 + "\n")
    assert revision(tmp_path) == "f" * 40
    (tmp_path / "HEAD").write_text(COMMIT + "\n")
    assert revision(tmp_path) == COMMIT
