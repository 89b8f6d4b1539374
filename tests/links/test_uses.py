"""Before something goes, what depends on it is named: what is published, drafts, and an approval that it awaits."""

import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Workflow
from wagtail.users.models import UserProfile

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.links.uses import uses_of
from sesec_portal.sources.models import Source


@pytest.fixture
def aim(home):
    """A page to which others link."""
    return publish(StandardPage(title="Aim", slug="aim"), home)


def text_to(aim):
    """Text that links to a page."""
    return f'<p><a linktype="page" id="{aim.pk}">it</a></p>'


def linking(aim, home, title):
    """A published page whose text links to another."""
    page = StandardPage(
        title=title, slug=title.lower(), body=[("text", f'<p><a linktype="page" id="{aim.pk}">it</a></p>')]
    )
    return publish(page, home)


def drafted(aim, home, title):
    """A page whose draft alone links to another."""
    page = publish(StandardPage(title=title, slug=title.lower()), home)
    page.body = [("text", text_to(aim))]
    page.save_revision()
    return page


def asked(client, address):
    """What the question says: the sentences and the rows of lists in its warning, and the whole of it."""
    html = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    told = [" ".join(one.get_text().split()) for one in html.select(".help-warning p, .help-warning li")]
    return told, " ".join(html.get_text().split())


def questions(page, destination):
    """Every address at which somebody is asked whether a page may go."""
    several = [f"/admin/bulk/wagtailcore/page/{act}/?id={page.pk}" for act in ("delete", "unpublish", "move")]
    return [
        reverse("wagtailadmin_pages:delete", args=[page.pk]),
        reverse("wagtailadmin_pages:unpublish", args=[page.pk]),
        reverse("wagtailadmin_pages:move_confirm", args=[page.pk, destination.pk]),
        *several,
    ]


def test_every_question_names_what_is_published_and_drafts(client, log_in, home, aim):
    published, draft = linking(aim, home, "Published"), drafted(aim, home, "Drafted")
    log_in("Administrators")

    for address in questions(aim, published):
        told, everything = asked(client, address)
        assert told == [
            "This is used in what is published:",
            "Text page: Published",
            "This is used in drafts:",
            "Text page: Drafted",
        ], address
        assert "referenced" not in everything
    html = client.get(reverse("wagtailadmin_pages:delete", args=[aim.pk])).content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in html


def test_in_chinese_too(client, log_in, home, aim):
    linking(aim, home, "Published")
    user = log_in("Administrators")
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "zh-hans"})

    told, _everything = asked(client, reverse("wagtailadmin_pages:delete", args=[aim.pk]))
    assert told == ["以下已发布的内容使用了它：", "内容页面：Published"]


def test_of_what_nothing_refers_to_that_is_said(client, log_in, home, aim):
    log_in("Administrators")

    for address in questions(aim, home):
        assert "No text, entry or draft refers to this." in asked(client, address)[1]


def test_what_goes_too_is_not_named_and_uses_of_pages_below_are(client, log_in, home, aim):
    below = publish(StandardPage(title="Below", slug="below"), aim)
    linking(aim, aim, "Sibling")
    linking(below, home, "Outside")
    log_in("Administrators")

    told, _everything = asked(client, reverse("wagtailadmin_pages:delete", args=[aim.pk]))
    assert told == ["This is used in what is published:", "Text page: Outside"]


def test_what_is_not_published_any_more_is_no_use(client, log_in, home, aim):
    linking(aim, home, "Former").unpublish()
    log_in("Administrators")

    assert not uses_of([aim]).published


def test_before_what_governs_the_project_goes_it_is_named_beside_the_reason(client, log_in, home, phase_four):
    linking(phase_four, home, "Published")
    log_in("Administrators")

    html = client.get(reverse("wagtailadmin_pages:delete", args=[phase_four.pk])).content.decode()
    assert "Why it is deleted" in html
    assert ">Published</a>" in html


def test_an_approval_that_is_awaited_is_told(client, log_in, aim):
    user = log_in("Administrators")
    aim.save_revision()
    Workflow.objects.first().start(aim, user)

    for address in questions(aim, aim.get_parent())[:2]:
        assert "“Aim” awaits an approval." in asked(client, address)[0]


def test_entries_of_registers_are_asked_about_too(client, log_in, home):
    source = Source.objects.create(title="A letter")
    page = publish(StandardPage(title="Citing", slug="citing"), home)
    page.body = [("quote", {"text": "So be it.", "cited": source})]
    page.save_revision().publish()
    log_in("Administrators")

    told, everything = asked(client, reverse("wagtailsnippets_sources_source:unpublish", args=[source.pk]))
    assert told == ["This is used in what is published:", "Text page: Citing"]
    assert everything.count("Citing") == 1


def test_a_draft_that_links_in_a_table_a_note_or_a_list_counts(home, aim):
    source = Source.objects.create(title="A letter")
    columns = [{"type": "cell", "heading": "One"}, {"type": "cell", "heading": "Two"}]
    table = {"columns": columns, "rows": [{"values": ["", text_to(aim)]}], "caption": ""}
    statements = [{"says": "So", "cited": source}, {"says": "Not so", "cited": source}]
    bodies = {
        "Table": json.dumps([{"type": "table", "value": {"caption": "It", "table": table}, "id": "1"}]),
        "Note": [("note", {"heading": "", "text": text_to(aim)})],
        "List": [("disagreement", {"about": "It", "statements": statements})],
    }
    for title, body in bodies.items():
        page = publish(StandardPage(title=title, slug=title.lower()), home)
        page.body = body
        page.save_revision()

    assert {use.title for use in uses_of([aim]).drafts} == {"Table", "Note"}
    assert {use.title for use in uses_of([source]).drafts} == {"List"}


def test_the_number_of_queries_does_not_grow_with_what_refers_to_it(home, aim):
    def needed():
        with CaptureQueriesContext(connection) as queries:
            uses_of([aim])
        return len(queries)

    for number in range(2):
        linking(aim, home, f"Published-{number}")
        drafted(aim, home, f"Drafted-{number}")
    few = needed()
    for number in range(2, 8):
        linking(aim, home, f"Published-{number}")
        page = drafted(aim, home, f"Drafted-{number}")
        quote = {"text": "So be it.", "cited": Source.objects.create(title=f"{number}")}
        page.body = [("text", text_to(aim)), ("quote", quote)]
        page.save_revision()

    assert needed() == few
    assert len(uses_of([aim]).drafts) == 8
