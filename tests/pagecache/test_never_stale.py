"""What is changed is seen: at once, in every process, and at midnight without anybody changing anything."""

from contextlib import suppress
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from partners.models import PartnerPage, Person
from phases.models import PhasePage
from sesec_portal.pagecache import generation, invalidation
from sesec_portal.share_images import storage
from tests.pagecache.requests import Words

PAGE = "/en/privacy/"


def page(slug="privacy"):
    return Page.objects.get(slug=slug, locale__language_code="en").specific


@pytest.fixture
def moves(committed, monkeypatch):
    """How often the generation has moved."""
    counted = []

    class Counting:
        def expect_change(self):
            pass

        def move(self):
            counted.append(1)

    monkeypatch.setattr(generation, "here", Counting)
    return counted


def publish(**fields):
    one = page()
    for name, value in fields.items():
        setattr(one, name, value)
    one.save_revision().publish()


def by_queryset():
    Page.objects.filter(slug="privacy").update(seo_title="New words")


def by_raw_sql():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET seo_title = 'New words' WHERE slug = 'privacy'")


def by_publishing():
    publish(seo_title="New words")


def by_schedule():
    one = page()
    one.seo_title, one.go_live_at = "New words", timezone.now() + timedelta(minutes=1)
    one.save_revision().publish()
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        call_command("worker", once=True)


@pytest.mark.parametrize("change", [by_queryset, by_raw_sql, by_publishing, by_schedule])
def test_a_change_is_seen_at_once_however_it_is_made_and_by_every_process(start, change):
    Page.objects.filter(slug="privacy").update(seo_title="Old words")
    processes = [start(), start()]
    assert all("<title>Old words" in process.text(PAGE) for process in processes)

    change()
    assert all("<title>New words" in process.text(PAGE) for process in processes)


def test_two_changes_at_the_same_moment_or_with_the_clock_set_back_are_two(portal, on_day):
    words = set()
    for day in (22, 22, 21, 22):
        with on_day(2026, 11, day):
            for _ in range(5):
                portal.generation.move()
                words.add(portal.generation.now())

    assert len(words) == 20


def test_a_transaction_moves_the_generation_once_and_only_when_it_is_committed(moves):
    with transaction.atomic():
        for number in range(3):
            with transaction.atomic():
                Person.objects.create(name=f"Person {number}")
        Person.objects.bulk_create([Person(name="Person 4"), Person(name="Person 5")])
        assert not moves
    assert len(moves) == 1

    try:
        with transaction.atomic():
            Person.objects.filter(name="Person 2").delete()
            raise ValueError
    except ValueError:
        pass
    assert len(moves) == 1

    with transaction.atomic():
        try:
            with transaction.atomic():
                Person.objects.filter(name="Person 2").delete()
                raise ValueError
        except ValueError:
            pass
        Person.objects.filter(name="Person 1").delete()
    assert len(moves) == 2


def test_it_moves_though_something_else_that_waits_for_the_commit_fails(moves):
    with suppress(ZeroDivisionError), transaction.atomic():
        transaction.on_commit(lambda: 1 / 0)
        Person.objects.create(name="Person 6")
    assert len(moves) == 1


def test_what_shows_nowhere_moves_nothing(moves):
    editor = User.objects.create_superuser("an-editor", password="not-a-real-password")
    del moves[:]

    client = Client()
    client.force_login(editor)
    one = page()
    one.seo_title = "A draft"
    one.save_revision(user=editor)
    client.get(reverse("wagtailadmin_pages:edit", args=[one.pk]))
    client.get("/en/search/?q=CEN")
    assert not moves


@pytest.mark.parametrize(
    ("statement", "could_show"),
    [
        ('SELECT "id" FROM "wagtailcore_page" FOR UPDATE', False),
        ("(SELECT 1) UNION ALL (SELECT 2)", False),
        ("(SELECT 1) UNION ALL (SELECT 2); DELETE FROM wagtailcore_page", True),
        ("SELECT 1; DELETE FROM wagtailcore_page", True),
        ("WITH gone AS (DELETE FROM wagtailcore_page RETURNING id) SELECT * FROM gone", True),
        ("  \n update wagtailcore_page set live = false", True),
        ("TRUNCATE phases_phasepage CASCADE", True),
        ('UPDATE "django_session" SET "session_data" = %s', False),
        ('INSERT INTO "django_session_of_mine" ("id") VALUES (%s)', True),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "latest_revision_id" = NULL WHERE "id" = %s', False),
        ('UPDATE "wagtailcore_page" SET "draft_title" = %s, "title" = %s WHERE "id" = %s', True),
        ('DELETE FROM "core_portalrendition" WHERE "id" = %s', True),
        (object(), True),
    ],
)
def test_a_statement_is_harmless_only_if_it_is_known_to_be(statement, could_show):
    assert invalidation.could_show(statement) is could_show


def test_every_page_changes_at_midnight_and_nothing_on_the_way_may_keep_it_longer(portal, on_day):
    phase = PhasePage.objects.get(number=4)
    phase.ends = "2026-11-22"
    phase.save_revision().publish()

    with on_day(2026, 11, 22, 23) as clock:
        running = portal.text(phase.url)
        clock.shift(timedelta(minutes=59, seconds=59.5))
        last = portal.get(phase.url)
        assert last.body.decode() == running
        assert last.headers["Cache-Control"] == "public, max-age=0, must-revalidate"
        clock.shift(timedelta(seconds=1))
        assert portal.text(phase.url) != running
        assert portal.text(phase.url) == portal.anew(phase.url).body.decode()
        clock.shift(timedelta(seconds=-1))
        assert portal.text(phase.url) == running


def test_nothing_is_kept_longer_than_ten_minutes(portal, on_day):
    with on_day(2026, 11, 22) as clock:
        for minutes in (0, 9, 2):
            clock.shift(timedelta(minutes=minutes))
            portal.get(PAGE)
    assert portal.made == [PAGE] * 2


def test_a_change_past_the_portal_is_seen_when_somebody_says_so(portal):
    portal.get(PAGE)
    call_command("clear_page_cache", stdout=StringIO())
    portal.get(PAGE)
    assert portal.made == [PAGE] * 2


def test_a_redirect_is_kept_and_follows_its_editor(portal):
    redirect = Redirect.add_redirect("/en/old", redirect_to="/en/contact/")
    there = [portal.get("/en/old/").headers["Location"] for _ in range(2)]
    assert there == ["/en/contact/"] * 2
    assert len(portal.made) == 1

    redirect.delete()
    assert portal.get("/en/old/").status == 404


def test_addresses_follow_the_front_page_in_processes_that_did_not_change_it(portal):
    """Wagtail keeps the paths of its sites in each process."""
    portal.get(PAGE)
    Site.get_site_root_paths()
    home = Site.objects.get().root_page
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET url_path = replace(url_path, %s, '/elsewhere/')", [home.url_path])

    assert 'href="/en/phases/"' in portal.text("/en/")


def test_a_new_process_starts_warm(start):
    start().get(PAGE)
    newcomer = start()

    assert newcomer.get(PAGE).status == 200
    assert newcomer.made == []


def test_a_page_made_from_older_content_is_not_given_under_the_newer(start):
    """An editor commits while a page is being made from what was there before."""
    words = ["old"]

    def slow(environ, start_response):
        told = words[0]
        if environ["PATH_INFO"] == PAGE and told == "old":
            words[0] = "new"
            portal.generation.move()
            portal.text("/en/another/")
        return Words(told)(environ, start_response)

    portal = start(slow)
    assert portal.text(PAGE) == "old"
    assert portal.text(PAGE) == "new"


def test_the_frame_is_asked_for_once_and_anew_after_a_change(portal):
    """The menu and the foot are the same on every page; search, which is never kept, shows them too."""
    portal.get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        portal.get("/en/search/?q=zeppelin")
    assert not [query for query in asked if '"wagtailcore_page"."depth" IN' in query["sql"]]
    assert not [query for query in asked if 'FROM "partners_partnerpage"' in query["sql"]]

    for title in ("The institutes", "CEN"):
        PartnerPage.objects.originals().filter(slug="cen").update(title=title)
        assert f">{title}</a>" in portal.text("/en/search/?q=zeppelin")


def test_a_share_image_drawn_after_publication_is_named_at_once(portal, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    assert "/media/share/" not in portal.text(PAGE)

    storage.renew(page().translation_key)

    assert "/media/share/" in portal.text(PAGE)
