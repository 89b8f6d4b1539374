"""A backup has every upload that the database names, or says that it has none."""

from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.test import override_settings
from wagtail.models import Page

from bench.drill import everything
from sesec_portal.media.models import PortalDocument, PortalImage, PortalRendition
from sesec_portal.operations.backup import archive as archives


def test_a_backup_where_the_folder_of_uploads_is_empty_is_refused_with_what_is_missing(portal, tmp_path):
    elsewhere, target = tmp_path / "another host", tmp_path / "backups"
    elsewhere.mkdir()
    target.mkdir()
    with override_settings(MEDIA_ROOT=elsewhere), pytest.raises(CommandError) as refused:
        call_command("backup", to=str(target))

    names = sorted([PortalDocument.objects.get().file.name, PortalImage.objects.get().file.name])
    assert f"{elsewhere} – 2: {names[0]}, {names[1]}" in str(refused.value)
    assert "--without-media" in str(refused.value)
    assert not list(target.iterdir())


def test_a_backup_on_standard_output_is_refused_before_it_begins(portal, tmp_path, capfdbinary):
    with override_settings(MEDIA_ROOT=tmp_path), pytest.raises(CommandError, match="Nothing was backed up"):
        call_command("backup", to="-")

    assert capfdbinary.readouterr().out == b""


def test_a_single_upload_that_is_missing_is_named(portal, tmp_path):
    lost = PortalDocument.objects.create(title="Lost", file=ContentFile(b"1,2", name="lost.csv"))
    Path(lost.file.path).unlink()
    with pytest.raises(CommandError, match=f"1: {lost.file.name}"):
        call_command("backup", to=str(tmp_path))
    lost.delete()

    call_command("backup", to=str(tmp_path))


def test_a_picture_in_another_size_can_be_drawn_again_and_stops_no_backup(portal, tmp_path):
    size = PortalRendition.objects.first()
    kept = Path(size.file.path)
    content = kept.read_bytes()
    kept.unlink()

    call_command("backup", to=str(tmp_path))
    kept.write_bytes(content)


def test_the_database_alone_is_backed_up_where_that_is_asked_for_and_leaves_the_files_as_they_are(
    portal, tmp_path, capsys
):
    before, path = everything(), tmp_path / "rows.tar"
    with override_settings(MEDIA_ROOT=tmp_path / "nowhere"):
        call_command("backup", to=str(path), without_media=True)
    assert "without the uploaded files" in capsys.readouterr().err
    assert not [name for name, _ in archives.members(path) if name.startswith(archives.MEDIA)]

    Page.objects.filter(depth=2).update(title="Changed since")
    call_command("restore", str(path), replace=True)

    assert everything() == before
    assert "without the files, which stay as they are" in capsys.readouterr().out
    assert not list(Path(settings.MEDIA_ROOT).glob(".*"))


def test_a_release_that_does_not_know_of_archives_without_uploads_refuses_them(portal, tmp_path):
    for name, without in (("whole.tar", False), ("rows.tar", True)):
        call_command("backup", to=str(tmp_path / name), without_media=without)

    assert archives.verified(tmp_path / "whole.tar")[0]["format"] == 1
    assert archives.verified(tmp_path / "rows.tar")[0]["format"] == 2
