"""How long browsers, and proxies in front, may keep each kind of answer: what operators read in docs/operating.md."""

import re

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from phases.models import PhasePage
from sesec_portal.languages.pages import with_language
from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.pagecache import lifetimes
from sesec_portal.pagecache.lifetimes import by_nobody
from sesec_portal.share_images.storage import renew, stored_image
from tests.databases import ROOT
from tests.pagecache.requests import ask
from tests.security import files

TABLE = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")
KEPT_BY_NOBODY = re.compile(r"private|no-store")


def document(kind="public"):
    """Return a document in a collection of its own that is of a kind."""
    collection = Collection.get_first_root_node().add_child(name=kind)
    if kind != "public":
        CollectionViewRestriction.objects.create(collection=collection, restriction_type=kind, password="open sesame")
    file = ContentFile(files.document("pdf"), name="a.pdf")
    return PortalDocument.objects.create(title="T", file=file, collection=collection)


def lifetime(portal, address, **headers):
    """Return what an answer says of how long it may be kept; each says something, and varies by nothing it need not."""
    answer = portal.get(address, **headers)
    told = answer.headers["Cache-Control"]
    if told.startswith("public"):
        assert answer.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding", address
        assert "Set-Cookie" not in answer.headers, address
    return told


def test_the_table_for_operators_has_every_lifetime():
    for name, value in vars(lifetimes).items():
        if name.isupper() and isinstance(value, str):
            assert f"`{value}`" in TABLE, name


@pytest.mark.parametrize(
    "address", ["/en/", "/zh-hans/phases/", "/en/feeds/changes.atom", "/en/calendar.ics", "/en/phases/phases.csv"]
)
def test_pages_and_what_is_read_from_them(portal, address):
    assert [lifetime(portal, address) for _ in range(2)] == [lifetimes.PAGES] * 2


@pytest.mark.parametrize("address", ["/robots.txt", "/.well-known/security.txt", "/favicon.ico"])
def test_what_programs_ask_for(portal, address):
    assert lifetime(portal, address) == lifetimes.FOR_PROGRAMS


def test_sitemaps_are_not_kept_on_the_way_for_longer_than_their_pages(portal):
    assert {lifetime(portal, address) for address in ("/sitemap.xml", "/sitemap-pages.xml")} == {lifetimes.PAGES}


def test_documents_pictures_and_share_images(portal):
    address = document().url
    assert lifetime(portal, address) == lifetimes.DOCUMENTS
    picture = PortalImage.objects.create(title="T", description="T", file=ContentFile(files.photograph("png"), "a.png"))
    assert lifetime(portal, picture.get_rendition("width-10").url) == lifetimes.PICTURES
    page = PhasePage.objects.originals().first()
    renew(page.translation_key)
    card = stored_image(with_language(PhasePage.objects.all()).get(pk=page.pk))[1]
    assert lifetime(portal, card) == lifetimes.SHARE_IMAGES


def test_what_is_private_is_kept_by_nobody(portal):
    page = PhasePage.objects.originals().last()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    for address in (page.url, document("password").url, document("login").url):
        assert KEPT_BY_NOBODY.search(lifetime(portal, address)), address


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/zh/",
        "/en/search/?query=CEN",
        "/en/nothing/",
        "/en/privacy/?anything=1",
        "/en/%00/",
        "/documents/99/x.pdf",
        "/media/images/none.png",
        "/draft/none/",
        "/account/login/",
        "/admin/",
    ],
)
def test_all_else_is_kept_by_nobody(portal, address):
    assert KEPT_BY_NOBODY.search(lifetime(portal, address))


def test_nothing_is_kept_without_a_page_cache_either():
    def django(environ, start_response):
        start_response("200 OK", [])
        return []

    answer = ask(lambda environ, start: django(environ, by_nobody(start)), "/en/")
    assert answer.headers["Cache-Control"] == lifetimes.NOBODY
