"""What the portal keeps fits together, or the operator is told what does not and what mends it."""

import os
import time
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import connection
from django_tasks_db.models import DBTaskResult
from wagtail.models import ModelLogEntry, Page, PageLogEntry, ReferenceIndex, UploadedFile
from wagtail.search.models import IndexEntry

from governance.models import Seat
from sesec_portal.home.models import StandardPage
from sesec_portal.media.models import PortalDocument
from sesec_portal.operations import abandoned_files
from sesec_portal.operations.jobs import clock, nightly, queue
from sesec_portal.operations.verification import files, languages, publications, references, search, tree
from sesec_portal.search.models import SearchEntry

LONG_AGO = datetime(2006, 11, 1, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path, in_english):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def text_page():
    """A page of text in English, which readers find."""
    return StandardPage.objects.originals().filter(search_entry__isnull=False).first()


@pytest.fixture
def document():
    """A document."""
    return PortalDocument.objects.create(title="A list", file=ContentFile(b"1,2", name="list.csv"))


def change(page, **fields):
    Page.objects.filter(pk=page.pk).update(**fields)


def forget_the_second_half(page):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        cursor.execute("DELETE FROM home_standardpage WHERE page_ptr_id = %s", [page.pk])


def stand_in():
    """Return a page that stands in for its original."""
    return Page.objects.filter(alias_of__isnull=False, live=True, depth__gt=2).first()


FAULTS = {
    "a number of children": (tree, lambda page: change(page, numchild=9), "fixtree"),
    "an address": (tree, lambda page: change(page, url_path="/elsewhere/"), "set_url_paths"),
    "no entry": (search, lambda page: SearchEntry.objects.filter(page=page).delete(), "rebuild_search_index"),
    "another title": (
        search,
        lambda page: SearchEntry.objects.filter(page=page).update(title="x"),
        "rebuild_search_index",
    ),
    "other words": (
        search,
        lambda page: SearchEntry.objects.filter(page=page).update(summary="x"),
        "rebuild_search_index",
    ),
    "no person": (
        search,
        lambda page: SearchEntry.objects.filter(key__startswith="person/").delete(),
        "rebuild_search_index",
    ),
    "another person": (
        search,
        lambda page: SearchEntry.objects.filter(key__startswith="person/").update(summary="x"),
        "rebuild_search_index",
    ),
    "no history": (publications, lambda page: PageLogEntry.objects.filter(page=page.pk).delete(), "mend_publications"),
    "an old stand-in": (publications, lambda page: change(stand_in(), last_published_at=LONG_AGO), "mend_publications"),
    "taken down": (search, lambda page: change(page, live=False), "rebuild_search_index"),
    "not found": (search, lambda page: IndexEntry.objects.filter(object_id=page.pk).delete(), "update_index"),
    "no reference": (references, lambda page: ReferenceIndex.objects.first().delete(), "rebuild_references_index"),
    "not translated": (languages, lambda page: page.get_translations().get().delete(), "sync_locale_trees"),
}


def test_a_sound_portal_is_called_sound(document, capsys):
    call_command("verify")

    assert "Everything fits together." in capsys.readouterr().out


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found_and_the_command_that_is_named_mends_it(text_page, fault):
    check, plant, mend = FAULTS[fault]
    plant(text_page)

    assert mend in {problem.remedy.removeprefix("manage.py ") for problem in check.problems()}

    call_command(mend, verbosity=0)
    assert not list(check.problems())


def test_what_is_mended_tells_when_it_was_published_and_shows_what_the_original_shows(text_page):
    alias = stand_in()
    change(alias, title="Former", last_published_at=LONG_AGO)
    PageLogEntry.objects.filter(page=text_page.pk).delete()

    call_command("verify", mend=True)

    assert Page.objects.get(pk=alias.pk).title == alias.alias_of.title
    line = PageLogEntry.objects.get(page=text_page.pk)
    assert (line.action, line.revision, line.user) == ("wagtail.publish", text_page.live_revision, None)
    assert line.timestamp == text_page.last_published_at


def test_a_published_entry_of_a_register_without_history_is_found_and_mended(alone):
    seat = Seat.objects.first()
    seat.save_revision().publish()
    ModelLogEntry.objects.all().delete()

    [problem] = publications.problems()
    assert "governance.Seat published without a line in the history: 1" in problem.what

    call_command("verify", mend=True)
    assert ModelLogEntry.objects.get().action == "wagtail.publish"


def test_what_no_command_can_mend_is_found_too(text_page):
    alias = Page.objects.filter(alias_of__isnull=False, live=True).exclude(alias_of=text_page).first()
    change(alias.alias_of, live=False)
    assert f"not published, or for another one: 1: {alias.pk}" in next(languages.problems()).what

    change(text_page.get_translations().get(), translation_key=uuid4())
    assert "translations of a page that is not there" in next(languages.problems()).what

    forget_the_second_half(text_page)
    assert f"is missing: 1: {text_page.pk}" in next(tree.problems()).what


def test_files_and_rows_that_do_not_belong_together_are_found(document, tmp_path):
    stray = tmp_path / "documents" / "stray.csv"
    stray.write_bytes(b"")
    assert not list(files.problems()), "it may be an upload whose row is about to come"

    os.utime(stray, (time.time() - 7200,) * 2)
    (tmp_path / document.file.name).unlink()

    missing, strays = files.problems()
    assert "media.PortalDocument whose file is missing: 1: documents/list.csv" in missing.what
    assert "documents/stray.csv" in strays.what


def test_what_was_uploaded_and_never_finished_goes_the_night_after(document, tmp_path, monkeypatch):
    upload = UploadedFile.objects.create(file=ContentFile(b"a photograph", name="a.jpg"))
    killed = tmp_path / "original_images" / "killed.jpg"
    other = tmp_path / "laid-down-by-the-operator.txt"
    killed.parent.mkdir()
    for stray in (killed, other):
        stray.write_bytes(b"")

    abandoned_files.remove()
    assert killed.exists()
    assert UploadedFile.objects.exists()

    with time_machine.travel(datetime.now(UTC) + timedelta(days=1, minutes=1)):
        abandoned_files.remove()
    assert not UploadedFile.objects.exists()
    assert not killed.exists()
    assert not (tmp_path / upload.file.name).exists()
    assert other.exists()
    assert (tmp_path / document.file.name).exists()


def test_a_fault_ends_the_command_with_a_failure_and_its_cure(text_page, capsys):
    change(text_page, numchild=9)

    with pytest.raises(CommandError, match=r"1 problems\."):
        call_command("verify")

    assert "remedy: manage.py fixtree" in capsys.readouterr().out


def test_each_night_the_searches_are_renewed_and_what_does_not_fit_is_logged(text_page, caplog):
    SearchEntry.objects.all().delete()
    change(text_page, numchild=9)

    with caplog.at_level("INFO"):
        call_command("nightly")

    assert SearchEntry.objects.filter(page=text_page).exists()
    assert "Remedy: manage.py fixtree" in caplog.text
    assert "found 1 problems" in caplog.text


def test_the_work_of_the_night_is_begun_where_nobody_does_it_and_ends_with_the_worker(db, on_day, monkeypatch):
    started = []
    work = SimpleNamespace(poll=lambda: None, terminate=lambda: started.append("ended"), wait=lambda: None)
    monkeypatch.setattr(nightly.subprocess, "Popen", lambda command: started.append(command[-2:]) or work)
    ours, others = nightly.NightlyJob(), nightly.NightlyJob()
    with on_day(2026, 11, 22, 2):
        clock.tick()
        ours.look()
    assert not started

    with on_day(2026, 11, 22, 4):
        clock.tick()
        ours.look()
        ours.look()
        DBTaskResult.objects.filter(queue_name=queue.NIGHT, args_kwargs__args=["bin"]).update(status="RUNNING")
        others.look()
    assert started == [["nightly", "--due"]]

    ours.end()
    others.end()
    assert started == [["nightly", "--due"], "ended"]
