"""A backup brings every row and file back; what is not a whole backup of this portal changes nothing."""

import io
import json
import stat
import subprocess
import tarfile
from contextlib import closing
from types import SimpleNamespace

import psycopg2
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Page

from bench.drill import everything, rehearse
from sesec_portal.media.models import PortalDocument
from sesec_portal.operations.backup import archive as archives
from sesec_portal.operations.backup import create, databases, manifest, media, programs
from sesec_portal.pagecache import generation
from sesec_portal.search.models import SearchWord

KINDS = ["manifest.json", "database/00000", "media/documents/drill.csv", "SHA256SUMS"]
ELSEWHERE = ["media/../../evil.txt", "/media/evil.txt", "media/.restoring/x", "elsewhere/x", "media//x"]


@pytest.fixture
def unchanged(portal):
    """Holds that the test changes no row, no sequence and no file, and leaves nothing behind."""
    before = everything()
    yield
    assert everything() == before
    assert not list(settings.MEDIA_ROOT.glob(".*"))
    own = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_database WHERE starts_with(datname, %s)", [f"{own}_"])
        assert cursor.fetchone() == (0,)


def refusal_of(path, *, replace=True):
    with pytest.raises(CommandError) as refused:
        call_command("restore", str(path), replace=replace)
    return str(refused.value)


def rewritten(archive, path, change):
    """Write an archive anew, with right sums, after a change to what its members hold; return its path."""
    with path.open("wb") as file:
        writer = archives.Writer(file)
        for name, member in archives.members(archive):
            if name != archives.SUMS:
                writer.add_bytes(name, change.get(name, member.read()), 0)
        writer.finish(0)
    return path


def test_every_row_and_file_comes_back_after_everything_was_lost(portal, tmp_path, capsys):
    (settings.MEDIA_ROOT / "share").mkdir()
    (settings.MEDIA_ROOT / "share" / "1.png").write_bytes(b"drawn by the portal")
    seen = generation.here().now()

    assert rehearse(tmp_path / "sesec.tar") == []

    assert PortalDocument.objects.get().file.size == 250_000
    assert stat.S_IMODE((tmp_path / "sesec.tar").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["sesec.tar"]
    assert stat.S_IMODE((settings.MEDIA_ROOT / "documents" / "drill.csv").stat().st_mode) == 0o644
    assert not (settings.MEDIA_ROOT / "share").exists()
    assert generation.here().now() != seen
    assert "Restored" in capsys.readouterr().out


def test_what_was_changed_since_goes_when_it_may_and_stays_when_it_may_not(archive):
    before = everything()
    Page.objects.filter(depth=2).update(title="Changed since")
    (settings.MEDIA_ROOT / "documents" / "later.csv").write_text("uploaded since")

    assert "add --replace" in refusal_of(archive, replace=False)
    assert Page.objects.filter(title="Changed since").exists()

    call_command("restore", str(archive), replace=True, verbosity=0)
    assert everything() == before


def test_an_archive_in_which_one_byte_is_wrong_is_refused(unchanged, archive, tmp_path):
    damaged = tmp_path / "damaged.tar"
    for kind in KINDS:
        with tarfile.open(archive) as tar:
            member = tar.getmember(kind)
        content = bytearray(archive.read_bytes())
        content[member.offset_data + member.size // 2] ^= 1
        damaged.write_bytes(content)

        assert "The archive is damaged" in refusal_of(damaged), kind


def test_an_archive_that_is_cut_off_is_refused(unchanged, archive, tmp_path):
    content, cut = archive.read_bytes(), tmp_path / "cut.tar"
    for left in (0, 700, len(content) // 2, len(content) - 12_000):
        cut.write_bytes(content[:left])

        assert "The archive" in refusal_of(cut), left


def test_an_archive_that_would_write_elsewhere_is_refused(unchanged, tmp_path):
    evil = tmp_path / "evil.tar"
    for name in ELSEWHERE:
        with evil.open("wb") as file:
            writer = archives.Writer(file)
            writer.add_bytes(name, b"evil", 0)
            writer.finish(0)

        assert "no backup has such a member" in refusal_of(evil), name


def test_an_archive_with_a_link_or_a_member_twice_is_refused(unchanged, tmp_path):
    link = tarfile.TarInfo("media/link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    for members, words in (([link], "such a member"), ([tarfile.TarInfo("media/a")] * 2, "twice")):
        with tarfile.open(tmp_path / "odd.tar", "w") as tar:
            for member in members:
                tar.addfile(member, io.BytesIO())

        assert words in refusal_of(tmp_path / "odd.tar")


def test_a_backup_of_a_newer_release_is_refused(unchanged, archive, monkeypatch):
    known = manifest._known()
    monkeypatch.setattr(manifest, "_known", lambda: known - {"home.0002_groups"})

    assert "home.0002_groups" in refusal_of(archive)


def test_a_database_that_cannot_be_loaded_leaves_everything_as_it_was(unchanged, archive, tmp_path):
    broken = rewritten(archive, tmp_path / "broken.tar", {"database/00000": b"PGDMP, and then nonsense"})

    assert "pg_restore failed" in refusal_of(broken)


def test_a_restore_that_fails_at_the_last_step_leaves_everything_as_it_was(unchanged, archive, monkeypatch):
    def full(*arguments):
        raise OSError("No space left on device")

    monkeypatch.setattr(databases, "take_the_place", full)

    assert "No space left on device" in refusal_of(archive)


def test_a_row_that_came_back_otherwise_is_noticed(unchanged, archive, tmp_path):
    wrong, _ = archives.verified(archive)
    wrong["tables"]["public.wagtailcore_site"]["rows"] += 1
    other = rewritten(archive, tmp_path / "other.tar", {"manifest.json": json.dumps(wrong).encode()})

    assert "the rows of public.wagtailcore_site are not those of the backup" in refusal_of(other)


def test_a_file_that_is_written_wrong_is_noticed(unchanged, archive, monkeypatch):
    made = archives.verified(archive)
    with monkeypatch.context() as wrong:
        wrong.setattr(archives, "verified", lambda path: made)
        wrong.setattr(archives, "sum_of", lambda file: "0" * 64)

        assert "was not written as it was backed up" in refusal_of(archive)


def test_a_backup_is_of_one_moment_whatever_is_written_meanwhile(portal, tmp_path, monkeypatch):
    def describe(now, **what):
        described = manifest.describe(now, **what)
        with closing(psycopg2.connect(**connection.get_connection_params())) as editor, editor:
            editor.cursor().execute("INSERT INTO core_searchword (word, written) VALUES ('meanwhile', 'meanwhile')")
        return described

    monkeypatch.setattr(create, "describe", describe)
    call_command("backup", to=str(tmp_path / "sesec.tar"))
    assert SearchWord.objects.filter(word="meanwhile").exists()

    call_command("restore", str(tmp_path / "sesec.tar"), replace=True)
    assert not SearchWord.objects.filter(word="meanwhile").exists()


def test_passwords_are_on_no_command_line(portal, tmp_path, monkeypatch):
    commands = []
    start = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda command, **how: commands.append(command) or start(command, **how))

    call_command("backup", to=str(tmp_path))

    assert "pg_dump" in commands[-1][0]
    assert connection.settings_dict["PASSWORD"] not in " ".join(map(str, commands))


def test_programs_that_are_missing_or_too_old_are_named_and_leave_no_half_archive(unchanged, tmp_path, monkeypatch):
    monkeypatch.setattr(programs, "connection", SimpleNamespace(get_database_version=lambda: (99, 1)))
    with pytest.raises(CommandError, match=r"pg_dump is of version .* but the server is PostgreSQL 99"):
        call_command("backup", to=str(tmp_path))
    monkeypatch.setattr(programs.shutil, "which", lambda name: None)
    with pytest.raises(CommandError, match="apt install postgresql-client-99"):
        call_command("backup", to=str(tmp_path))

    assert not list(tmp_path.iterdir())


def test_newer_programs_load_into_an_older_server_which_is_told_nothing_that_it_does_not_know(
    portal, archive, tmp_path, monkeypatch
):
    before, told = everything()["tables"], tmp_path / "told.sql"
    listening = tmp_path / "psql"
    listening.write_text(f'#!/bin/sh\ntee "{told}" | "{programs.find("psql")}" "$@"\n')
    listening.chmod(0o755)
    find = programs.find
    monkeypatch.setattr(programs, "find", lambda name: str(listening) if name == "psql" else find(name))

    call_command("restore", str(archive), replace=True)

    assert everything()["tables"] == before
    assert b"SET lock_timeout = 0;" in told.read_bytes()
    assert b"SET transaction_timeout" not in told.read_bytes()


def test_files_of_a_restore_that_was_killed_are_not_thrown_away(portal, archive):
    former = settings.MEDIA_ROOT / ".before-restore"
    former.mkdir()

    assert "holds the files from before a restore" in refusal_of(archive)
    former.rmdir()


def test_what_the_portal_draws_itself_and_what_file_systems_put_there_is_not_backed_up(portal):
    for name in ("share/1/a.png", ".hidden", "lost+found/x"):
        path = settings.MEDIA_ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")

    assert {name.split("/")[0] for name in media.files()} == {"documents", "images", "original_images"}
