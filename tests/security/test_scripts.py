"""Nothing that an editor types runs as a program: not for readers, not for other editors, not in a spreadsheet."""

import csv
import json
from html.parser import HTMLParser
from io import StringIO
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse

from governance.models import Decision, Seat, Sector
from partners.models import PartnerPage, Person
from sesec_portal.media.models import PortalDocument, PortalImage
from tests.browser.places import TYPES, VIEWS
from tests.crawling import content
from tests.pages import OWN_PAGES
from tests.places import REGISTERS
from tests.security.xss_payloads import ACTS, SHORT, TEXT, plant

ATOM = "{http://www.w3.org/2005/Atom}"
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcdoc")
PAGES = [f"/en/{place}" for place in [*TYPES.values(), *VIEWS.values()]]
PAGES += [
    "/zh-hans/",
    "/zh-hans/phases/sesec-iii/",
    "/zh-hans/steering-committee/",
    "/en/search/?q=pwn",
    "/en/steering-committee/as-of/2022-07-01/",
]


@pytest.fixture(scope="module")
def _poisoned(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_starter_content", sample=True, verbosity=0)
        plant()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def poisoned(_poisoned, db):
    """A portal in which every field says something that would run."""


class Acting(HTMLParser):
    """Collects what a browser would run of a text that has got out of its place."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.inside = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.inside = tag if tag in ("script", "style") else None
        kind = dict(attributes).get("type", "")
        if kind.startswith("application/"):
            self.inside = None
        for name, value in attributes:
            says = (value or "").strip().lower()
            acts = name.startswith("on") or (name in ADDRESSES and says.startswith(("javascript:", "data:text")))
            if acts and "pwn" in says:
                self.found.append((tag, name, value))

    handle_startendtag = handle_starttag

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, text):
        if self.inside and text.strip().startswith("pwn"):
            self.found.append((self.inside, text))


def test_the_collector_finds_each_of_these_texts_where_it_is_not_escaped():
    for html in (f"<p>{TEXT}", f"<title>{TEXT}", f"<p title='{TEXT}'>", f'<p title="{TEXT}">', f"<p>{SHORT}"):
        assert Acting(html).found, html
    for html in (f"<script>var a = '{TEXT}'</script>", f'<a href="{ACTS}">', f"<!-- {TEXT} -->"):
        assert Acting(html).found, html


def test_nothing_runs_on_any_page(client, poisoned):
    shown = 0
    for address in PAGES:
        html = content(client.get(address))
        assert not Acting(html).found, address
        assert "javascript:pwn" not in html.replace("?javascript:pwn", ""), address
        shown += html.count("pwn()")
        for block in html.split('<script type="application/ld+json">')[1:]:
            assert json.loads(block.split("</script>")[0])
    assert shown > 500


def test_nothing_runs_in_a_feed_or_a_sitemap(client, poisoned):
    for name in ("changes", "pages"):
        feed = ElementTree.fromstring(client.get(f"/en/feeds/{name}.atom").content)  # noqa: S314
        assert TEXT in [title.text for title in feed.iter(f"{ATOM}title")]
        assert not [summary.text for summary in feed.iter(f"{ATOM}summary") if Acting(summary.text or "").found]
    assert "pwn" not in content(client.get("/sitemap-pages.xml"))


@pytest.mark.parametrize("register", REGISTERS)
def test_no_cell_of_the_open_data_is_a_formula(client, poisoned, register):
    rows = list(csv.reader(StringIO(content(client.get(f"/en/{register}.csv")).removeprefix("\ufeff"))))
    assert len(rows) > 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
    assert client.get(f"/en/{register}.json").json()["rows"]


def admin_addresses():
    """Return an address of each kind at which the admin shows what editors have typed."""
    found = ["/admin/", "/admin/reports/site-history/", "/admin/pages/search/?q=pwn", "/admin/redirects/"]
    found += ["/admin/collections/", "/admin/governance/disagreements/", "/admin/choose-page/"]
    for model in (Decision, Person, Seat, Sector):
        row = model.objects.first()
        listing = reverse(row.snippet_viewset.get_url_name("list"))
        found += [listing, f"{listing}edit/{row.pk}/", f"{listing}delete/{row.pk}/"]
    image, document = PortalImage.objects.last().pk, PortalDocument.objects.last().pk
    found += ["/admin/images/", "/admin/images/chooser/", f"/admin/images/{image}/", f"/admin/images/usage/{image}/"]
    found += ["/admin/documents/", "/admin/documents/chooser/", f"/admin/documents/edit/{document}/"]
    pages = [model.objects.filter(alias_of=None).first().pk for model in OWN_PAGES]
    found += [f"/admin/pages/{page}/edit/" for page in pages[:3]]
    views = ("", "history/", "delete/", "unpublish/", "copy/", "move/", "usage/", "revisions/compare/live...latest/")
    return [*found, *(f"/admin/pages/{pages[0]}/{view}" for view in views)]


def test_nothing_runs_in_the_admin(client, poisoned, django_user_model):
    boss = django_user_model.objects.create_superuser("root", "root@example.org", "not-a-real-password")
    django_user_model.objects.filter(pk=boss.pk).update(first_name=SHORT, last_name=SHORT)
    client.force_login(boss)
    shown = 0
    for address in [*admin_addresses(), "/admin/users/", f"/admin/users/edit/{boss.pk}/", "/admin/account/"]:
        response = client.get(address, follow=True)  # a refusal names what still refers to it
        assert response.status_code == 200, address
        text = content(response)
        if response.headers["Content-Type"] == "application/json":
            text = response.json().get("html", "")
        assert not Acting(text).found, address
        shown += text.count("pwn()")
    assert shown > 500


def test_no_cell_of_an_export_from_the_admin_is_a_formula(client, poisoned, log_in):
    log_in("Administrators")
    for model in (Decision,):
        listing = reverse(model.snippet_viewset.get_url_name("list"))
        rows = list(csv.reader(StringIO(content(client.get(f"{listing}?export=csv")))))
        assert len(rows) > 1
        assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize(
    "address", [ACTS, "JaVaScRiPt:pwn()", " javascript:pwn()", "data:text/html,<script>pwn()", "vbscript:x"]
)
def test_no_address_that_acts_is_taken_from_a_form(address):
    with pytest.raises(ValidationError):
        PartnerPage._meta.get_field("website").clean(address, None)
