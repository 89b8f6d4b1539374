"""PostgreSQL is away and nginx stands in front: what was withdrawn stays so, and what nobody touched is still there."""

import os
import shutil
import time
from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from bench.asking import Reader
from bench.servers import nginx, serving
from phases.models import PhasePage
from sesec_portal.languages.pages import with_language
from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.pagecache import generation
from sesec_portal.share_images.storage import renew, stored_image
from tests.databases import away, environment_of
from tests.security.files import photograph

NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
pytestmark = pytest.mark.skipif(not NGINX and "CI" not in os.environ, reason="needs nginx (apt install nginx-light)")

UNTOUCHED = ["/en/partners/cen/", "/zh-hans/partners/cen/", "/en/privacy/"]
# Seconds within which what readers asked for before a change is there again.
RENEWED = 10


@pytest.fixture
def front(own_database, settings, tmp_path, monkeypatch):
    """A portal's web server behind nginx; `away()` takes PostgreSQL from it."""
    run, uploads = tmp_path / "run", settings.MEDIA_ROOT
    (uploads / "images").mkdir()
    monkeypatch.setattr(generation, "here", lambda: generation.Generation(run))
    environment = {**environment_of(own_database), "RUN_DIR": str(run), "MEDIA_ROOT": str(uploads)}
    with serving(environment) as (web, server), nginx(web, media=str(uploads), run=str(run)) as address:
        yield SimpleNamespace(
            status=lambda path: Reader(address).get(path)[0],
            away=lambda: away(own_database),
            end=lambda: (server.terminate(), server.wait()),
        )


def addresses(page):
    """Return the addresses of a page in both languages."""
    return [same.url for same in Page.objects.filter(translation_key=page.translation_key)]


@pytest.fixture
def document(own_database):
    """A document in a collection of its own."""
    collection = Collection.get_first_root_node().add_child(name="Minutes")
    file = ContentFile(b"Agenda", name="agenda.txt")
    return PortalDocument.objects.create(title="Agenda", file=file, collection=collection)


@pytest.fixture
def picture(own_database):
    """A picture in the size in which a page shows it."""
    file = ContentFile(photograph("jpeg"), "a.jpg")
    image = PortalImage.objects.create(title="Desk", description="A desk", file=file)
    return image.get_rendition("width-100")


def test_what_was_withdrawn_stays_so_while_the_database_is_away(front, document, picture):
    unpublished, deleted, private = PhasePage.objects.originals().order_by("number")[:3]
    redirect = Redirect.add_redirect("/en/former", redirect_to="/en/privacy/", is_permanent=True)
    renew(unpublished.translation_key)
    card = stored_image(with_language(PhasePage.objects.all()).get(pk=unpublished.pk))[1]
    pages = [address for page in (unpublished, private, deleted) for address in addresses(page)]
    withdrawn = [*pages, "/en/former", card, document.url, picture.url]
    for address in withdrawn + UNTOUCHED:
        assert front.status(address) in (200, 301), address

    unpublished.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="a-password")
    deleted.delete()
    redirect.delete()
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    picture.image.delete()
    time.sleep(RENEWED)

    with front.away():
        found = {address: front.status(address) for address in withdrawn}
        assert not [address for address, status in found.items() if status < 400], found
        for address in UNTOUCHED:
            assert front.status(address) == 200, address


def test_without_a_web_server_nginx_gives_what_it_got_since_the_last_change_and_nothing_older(front):
    withdrawn = PhasePage.objects.originals().first()
    for address in [*addresses(withdrawn), *UNTOUCHED]:
        assert front.status(address) == 200, address

    withdrawn.unpublish()
    asked, *others = UNTOUCHED
    # The news of a change reach nginx in a moment, and what it got before then is not what it gives.
    for _ in range(10):
        assert front.status(asked) == 200
        time.sleep(0.2)
    front.end()

    assert front.status(asked) == 200
    assert {front.status(address) for address in [*addresses(withdrawn), *others]} == {502}
