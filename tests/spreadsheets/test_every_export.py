"""Nothing that the admin lists of registers, and no report, stays in it: each is a CSV file and a workbook too."""

import io

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.admin.menu import reports_menu
from wagtail.snippets.models import get_snippet_models
from wagtail.users.models import UserProfile


def registers():
    return [reverse(model.snippet_viewset.get_url_name("list")) for model in get_snippet_models()]


def reports(client):
    request = client.get("/admin/").wsgi_request
    return [item.url for item in reports_menu.menu_items_for_request(request)]


def content_of(answer):
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def offered_by(client, address):
    """Return the addresses of the files that a page of the admin offers."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    links = [link["href"] for link in page.find_all("a", href=True)]
    return {kind: link for kind in ("csv", "xlsx") for link in links if f"export={kind}" in link}


@pytest.mark.usefixtures("sample")
def test_every_register_and_report_can_be_taken_along(client, log_in):
    log_in("Administrators")
    places = [*registers(), *reports(client)]
    assert len(places) > 15

    for address in places:
        offered = offered_by(client, address)
        assert set(offered) == {"csv", "xlsx"}, address
        written = content_of(client.get(offered["csv"]))
        assert written.startswith(b"\xef\xbb\xbf"), address
        headings = written.decode("utf-8-sig").splitlines()[0].split(",")
        sheet = load_workbook(io.BytesIO(content_of(client.get(offered["xlsx"])))).active
        assert [cell.value for cell in sheet[1]] == headings, address
        assert not [heading for heading in headings if "_" in heading or "." in heading], address


@pytest.mark.usefixtures("sample")
def test_the_headings_are_in_the_language_of_who_takes_them_along(client, log_in):
    user = log_in("Administrators")
    in_english = {address: heading_of(client, address) for address in [*registers(), *reports(client)]}
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "zh-hans"})

    for address, heading in in_english.items():
        assert heading_of(client, address) != heading, address


def heading_of(client, address):
    return content_of(client.get(address, {"export": "csv"})).decode("utf-8-sig").splitlines()[0]


@pytest.mark.usefixtures("sample")
def test_a_file_has_what_the_filter_of_the_list_leaves(client, log_in):
    log_in("Publishers")
    address = reverse("wagtailsnippets_partners_person:list")

    everybody = content_of(client.get(address, {"export": "csv"})).decode()
    some = content_of(client.get(address, {"export": "csv", "consent": "given"})).decode()

    assert 1 < len(some.splitlines()) < len(everybody.splitlines())
