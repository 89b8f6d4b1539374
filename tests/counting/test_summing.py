"""Views that wait are added up once, whatever lines there are and whatever is cut off in between."""

import os
import threading

import pytest
from django.core.files.base import ContentFile
from django.db import connection

from sesec_portal.counting import summing
from sesec_portal.counting.models import DailySum, SummedFile
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import PortalDocument

# 30 November 2026, 09:00 in Brussels; and ten minutes before and after a midnight there.
NINE, BEFORE, AFTER = 1796025600, 1796078400 - 600, 1796079600 + 600


@pytest.fixture
def document(db):
    """A document to download."""
    return PortalDocument.objects.create(title="Agenda", file=ContentFile(b"Agenda", name="agenda.txt"))


def test_each_page_in_each_language_and_each_document_has_a_sum_a_day(home, document, wait, summed):
    chinese = HomePage.objects.get(locale__language_code="zh-hans")
    wait("1-a.log", f"{NINE} /en/", f"{NINE}.250 /en/", f"{NINE} /zh-hans/", f"{NINE} {document.url}")

    assert summed() == sorted(
        [("2026-11-30", home.pk, 2), ("2026-11-30", chinese.pk, 1), ("2026-11-30", -document.pk, 1)],
        key=lambda row: (row[1] < 0, row[1]),
    )


def test_a_day_is_that_of_brussels(home, wait, summed):
    wait("1-a.log", f"{BEFORE} /en/", f"{AFTER} /en/")

    assert [day for day, _key, _number in summed()] == ["2026-11-30", "2026-12-01"]


def test_sums_grow_with_each_file_and_a_file_is_removed_once_it_is_in_them(home, wait, folder, summed):
    wait("1-a.log", f"{NINE} /en/")
    summed()
    wait("2-a.log", f"{NINE} /en/", f"{NINE} /en/")

    assert summed() == [("2026-11-30", home.pk, 3)]
    assert not list(folder.iterdir())
    assert not SummedFile.objects.exists()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "/en/",
        f"{NINE}",
        f"{NINE} /en",
        f"{NINE} /en/no-such-page/",
        f"{NINE} /xx/",
        f"{NINE} /documents/999999999999999999/a.txt",
        f"{NINE} /documents/9999999999999999999999/a.txt",
        f"{NINE} /admin/",
        f"{NINE} /en/\x00",
        f"{NINE} /en/%00' OR 1=1 --/",
        "99999999999 /en/",
        "-1 /en/",
        f"{NINE} " + "/en" * 5000 + "/",
        "\ufffd" * 100,
    ],
)
def test_what_is_no_page_and_no_document_leaves_no_trace(db, wait, summed, line):
    wait("1-a.log", line)

    assert summed() == []


def test_any_number_of_forged_paths_adds_nothing_but_what_is_there(home, wait, summed, monkeypatch):
    monkeypatch.setattr(summing, "_AT_ONCE", 100)
    wait("1-a.log", *(f"{NINE} /en/forged-{number}/" for number in range(1000)), f"{NINE} /en/")

    assert summed() == [("2026-11-30", home.pk, 1)]


def test_a_line_that_was_cut_off_is_passed_over(home, folder, wait, summed):
    wait("1-a.log", f"{NINE} /en/").write_bytes(f"{NINE} /en/\n{NINE} /en/".encode())
    os.utime(folder / "1-a.log", (0, 0))
    summed()

    assert sum(DailySum.objects.values_list("number", flat=True)) == 1


def test_bytes_that_are_no_text_spoil_no_other_line(home, folder, wait, summed):
    wait("1-a.log", "").write_bytes(b"\xff\xfe /en/\n" + f"{NINE} /en/\n".encode())
    os.utime(folder / "1-a.log", (0, 0))

    assert summed() == [("2026-11-30", home.pk, 1)]


def test_a_file_that_somebody_still_writes_waits(home, folder, summed):
    (folder / "1-a.log").write_text(f"{NINE} /en/\n", encoding="utf-8")

    assert summed() == []
    assert (folder / "1-a.log").exists()


def test_what_nginx_has_open_waits_however_silent_it_is(home, folder, wait, summed):
    wait("nginx.log", f"{NINE} /en/")

    assert summed() == []
    assert (folder / "nginx.log").exists()


def test_a_worker_that_dies_before_the_file_is_gone_counts_nothing_twice(home, wait, summed):
    wait("1-a.log", f"{NINE} /en/")
    SummedFile.objects.create(name="1-a.log")
    DailySum.objects.create(day="2026-11-30", page_key=home.pk, number=1)

    assert summed() == [("2026-11-30", home.pk, 1)]


def test_a_worker_that_dies_while_it_adds_has_added_nothing(home, wait, folder, summed, monkeypatch):
    wait("1-a.log", f"{NINE} /en/")

    def dies(**_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(SummedFile.objects, "create", dies)
        with pytest.raises(KeyboardInterrupt):
            summed()
    assert not DailySum.objects.exists()

    assert summed() == [("2026-11-30", home.pk, 1)]


def test_two_workers_at_a_time_count_each_view_once(own_database, wait, folder):
    home = HomePage.objects.get(locale__language_code="en")
    for number in range(20):
        wait(f"{number}-a.log", *[f"{NINE} /en/"] * 5)

    def work():
        summing.sum_up()
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert DailySum.objects.of_pages() == {home.pk: 100}
    assert not list(folder.iterdir())


def test_the_sums_of_what_is_deleted_stay(home, wait, summed):
    page = publish(StandardPage(title="Kites", slug="kites", locale=home.locale), home)
    key = page.pk
    wait("1-a.log", f"{NINE} {page.url}")
    before = summed()
    page.delete()

    assert summed() == before == [("2026-11-30", key, 1)]


def test_summing_up_asks_as_much_for_many_pages_as_for_one(home, wait, summed, django_assert_num_queries):
    wait("1-a.log", f"{NINE} /en/")
    summed()
    wait("2-a.log", f"{NINE} /en/", *(f"{NINE} /en/{slug}/" for slug in ("phases", "partners", "privacy", "contact")))

    with django_assert_num_queries(12):
        summed()
