"""What the portal uses though nobody promises it is still what it was; `docs/internals.md` says where and why."""

import csv
import io
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse
from django.utils.autoreload import file_changed
from modelsearch.backends import get_search_backend
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction

from governance.models import Decision
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.pagecache import generation
from sesec_portal.visibility.pages import hidden_pages, public

ROOT = Path(__file__).resolve().parents[1]
QUIET = {
    kind: [entry for app in apps.get_app_configs() for entry in getattr(app, kind, ())]
    for kind in ("quiet_tables", "quiet_inserts", "quiet_updates")
}


def test_every_test_that_the_document_names_is_there():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "docs" / "internals.md").read_text(encoding="utf-8"))

    assert len(named) > 20
    assert not [(file, test) for file, test in named if f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")]


def test_every_table_that_shows_nothing_is_there_with_its_columns(db):
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor))
        columns = {
            table: {column.name for column in connection.introspection.get_table_description(cursor, table)}
            for table, _columns in QUIET["quiet_updates"]
        }

    assert {*QUIET["quiet_tables"], *QUIET["quiet_inserts"]} <= tables
    assert not [table for table, quiet in QUIET["quiet_updates"] if not set(quiet) <= columns[table]]


def test_wagtails_table_of_pages_keeps_the_portals_indexes(db):
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, Page._meta.db_table)

    assert {"core_page_address", "core_page_level", "core_page_latest"} <= found.keys()


def test_a_saved_file_moves_the_generation(db, monkeypatch):
    moves = []
    monkeypatch.setattr(generation, "move", lambda: moves.append(1))
    file_changed.send(sender=None, file_path=ROOT / "templates" / "base.html")

    assert moves == [1]


@pytest.mark.parametrize("kind", [PageViewRestriction.LOGIN, PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS])
def test_public_is_what_wagtail_calls_public(home, phase_index, kind):
    PageViewRestriction.objects.create(page=phase_index, restriction_type=kind, password="x")
    Page.objects.filter(slug="contact").update(live=False)
    shown = set(Page.objects.live().public().values_list("pk", flat=True))

    assert set(public(Page.objects).values_list("pk", flat=True)) == shown
    assert set(Page.objects.exclude(pk__in=hidden_pages()).values_list("pk", flat=True)) == shown
    assert phase_index.pk not in shown
    assert home.pk in shown


def test_the_route_that_was_found_is_the_one_that_is_served(client, home, monkeypatch):
    page, depth = home, 6
    for number in range(depth):
        page = publish(StandardPage(title=f"Step {number}", slug=f"step-{number}", locale=home.locale), page)
    client.get(page.url)

    def step_by_step(*args):
        raise AssertionError("Wagtail looked for the page itself")

    monkeypatch.setattr(type(home), "route", step_by_step)
    assert client.get(page.url).context["page"].pk == page.pk


def test_editors_find_a_chinese_word_inside_a_sentence(home):
    page = publish(StandardPage(title="欧洲标准化组织的小提琴音乐会", slug="concert", locale=home.locale), home)

    assert [found.pk for found in get_search_backend().search("小提琴", Page)] == [page.pk]
    assert page.pk in [found.pk for found in get_search_backend().autocomplete("小提", Page)]


FORMULAS = ["=1+2", "=1+2;=3+4", "See;=1+2", "See; +1", "First\n@SUM(1)", "First\r\n-1", "See;\t=1"]
EXPORTS = [
    "wagtailsnippets_governance_decision:list",
    "wagtailredirects:index",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:aging_pages",
]


@pytest.mark.parametrize("address", EXPORTS)
def test_no_table_of_the_admin_can_start_a_formula(client, home, django_user_model, address):
    client.force_login(django_user_model.objects.create_superuser("admin", "admin@example.org", "not-a-real-password"))
    for number, text in enumerate(FORMULAS, 1):
        Decision.objects.create(number=number, decided="2020", wording=text)
        Redirect.objects.create(old_path=f"/{text}", redirect_link=f"/en/{text}")
        page = publish(StandardPage(title=text, slug=f"formula-{number}", locale=home.locale), home)
        page.get_workflow().start(page, None)

    exported = b"".join(client.get(reverse(address), {"export": "csv"}).streaming_content).decode()

    # As a program reads it that begins a cell after each semicolon, as well as one that begins it after a comma.
    quoted = [cell for row in csv.reader(io.StringIO(exported, newline="")) for cell in row]
    assert "1+2" in exported
    assert "@SUM(1)" in exported
    cells = [*quoted, *re.split(r"[;\r\n]", exported)]
    assert not [cell for cell in cells if cell.strip().startswith(("=", "+", "-", "@"))]
