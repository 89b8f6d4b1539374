"""One test for each of Wagtail's security advisories of 2026: what it let somebody do, nobody can do here.

Most let an editor of one part of the portal see another. Here such an editor may write below the phases and choose from
one collection; what is elsewhere, and private, is not for that editor.
"""

import inspect
import re
from io import BytesIO
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.db import transaction
from django.urls import NoReverseMatch, reverse
from openpyxl import load_workbook
from wagtail.admin.rich_text.editors import draftail
from wagtail.models import Collection, CollectionViewRestriction, GroupCollectionPermission, GroupPagePermission, Page
from wagtail_localize.models import TranslationSource

from bench.servers import image_command
from partners.models import Person
from phases.models import PhaseIndexPage
from sesec_portal.home.models import HomePage, StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.models import PortalDocument, PortalImage
from tests.databases import ROOT
from tests.security import files

SECRET = "zzsecret"


def allowed(*names):
    """Return the permissions of these names, `app.codename`."""
    return [Permission.objects.get(content_type__app_label=app, codename=name) for app, name in map(_split, names)]


def _split(name):
    return name.split(".")


class Elsewhere:
    """What the editor of the phases has no right to: a draft with a former version, a picture, a document, a person."""

    def __init__(self):
        home = HomePage.objects.get(locale__language_code="en")
        self.page = publish(StandardPage(title=f"{SECRET} page", slug=SECRET, locale=home.locale), home)
        self.page.summary = f"{SECRET} summary"
        self.page.save_revision(log_action=True)
        self.page.unpublish()
        self.translatable, _new = TranslationSource.get_or_create_from_instance(self.page)
        private = Collection.get_first_root_node().add_child(name="Private")
        below = private.add_child(name="Below")
        CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
        picture = ContentFile(files.photograph("png"), name=f"{SECRET}.png")
        self.image = PortalImage.objects.create(title=SECRET, description=SECRET, file=picture, collection=below)
        file = ContentFile(files.document("pdf"), name=f"{SECRET}.pdf")
        self.document = PortalDocument(title=SECRET, file=file, collection=below)
        self.document._set_document_file_metadata()
        self.document.save()
        self.person = Person.objects.create(name=f"{SECRET} person")
        own = Collection.get_first_root_node().add_child(name="Own")
        group = Group.objects.create(name="Editors of the phases")
        group.permissions.set(
            allowed("wagtailadmin.access_admin", "wagtail_localize.submit_translation", "governance.add_seat")
        )
        self.phases = PhaseIndexPage.objects.get(locale__language_code="en")
        for permission in allowed("wagtailcore.add_page", "wagtailcore.change_page", "wagtailcore.publish_page"):
            GroupPagePermission.objects.create(group=group, page=self.phases, permission=permission)
        rights = [f"wagtail{app}s.{action}_{app}" for app in ("image",) for action in ("add", "change", "choose")] + [
            "wagtaildocs.add_document",
            "wagtaildocs.change_document",
            "wagtaildocs.choose_document",
        ]
        for permission in allowed(*rights):
            GroupCollectionPermission.objects.create(group=group, collection=own, permission=permission)
        self.group = group


@pytest.fixture(scope="module")
def _elsewhere(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield Elsewhere()
        transaction.set_rollback(True)


@pytest.fixture
def elsewhere(_elsewhere, db):
    """What the editor of the phases has no right to."""
    return _elsewhere


@pytest.fixture
def editor(client, elsewhere, django_user_model):
    """The browser of an editor who may write below the phases alone."""
    user = django_user_model.objects.create_user("phases", "phases@example.org", "not-a-real-password")
    user.groups.add(elsewhere.group)
    client.force_login(user)
    return client


def refused(response):
    """Tell whether an answer refuses and tells nothing: the API says 4xx, Wagtail leads back to the admin's front page.

    What is not found in the admin is looked for below the language, where there is no admin.
    """
    told = response.content.decode() if not response.streaming else "a file"
    away = response.headers.get("Location", "")
    back = response.status_code == 302 and (away == "/admin/" or away.startswith("/en/admin/"))
    return SECRET not in told and (back or response.status_code in (403, 404))


def absent(name, *arguments):
    """Tell whether no address has this name."""
    try:
        reverse(name, args=arguments)
    except NoReverseMatch:
        return True
    return False


def test_the_editor_may_do_all_this_where_there_is_a_right_to_it(editor, elsewhere):
    for view in ("edit/", "history/", "copy/", "revisions/compare/live...latest/"):
        assert editor.get(f"/admin/pages/{elsewhere.phases.pk}/{view}").status_code == 200, view


def test_cve_2026_25517_previews(editor, elsewhere):
    """GHSA-4qvv-g3vr-m348: previews of any page, snippet or setting were made for everybody in the admin."""
    edit = f"/admin/pages/{elsewhere.page.pk}/edit/preview/"
    home = elsewhere.page.get_parent().pk

    assert refused(editor.get(edit))
    assert refused(editor.post(edit, {"title": "T", "slug": "t"}))
    assert refused(editor.post(f"/admin/pages/add/home/standardpage/{home}/preview/", {"title": "T", "slug": "t"}))
    assert refused(editor.get(f"/admin/pages/{elsewhere.page.pk}/view_draft/"))


@pytest.mark.parametrize(
    "app",
    ["wagtail.contrib.table_block", "wagtail.contrib.simple_translation", "wagtail.contrib.forms", "wagtail.api.v2"],
)
def test_cve_2026_28222_28223_44199_54262_of_parts_that_are_not_installed(app):
    """Scripts in TableBlock's classes (28222) and simple_translation's messages (28223), translations begun without the
    right (54262), submissions of forms deleted (44199), and the public API: the portal has none of these parts.
    """
    assert not apps.is_installed(app)


def test_cve_2026_54262_translations(editor, elsewhere):
    """GHSA-8634-mr4j-r72c: the right to translate let one translate every page. So did wagtail-localize."""
    for address in (f"submit/page/{elsewhere.page.pk}/", f"update/{elsewhere.translatable.pk}/"):
        assert refused(editor.get(f"/admin/localize/{address}"))
        assert refused(editor.post(f"/admin/localize/{address}", {"locales": [2]}))
    assert editor.get(f"/admin/localize/submit/page/{elsewhere.phases.pk}/").status_code == 200
    assert refused(editor.get("/admin/localize/api/snippets/partners/person/"))
    assert refused(editor.get(f"/admin/localize/api/snippets/partners/person/{elsewhere.person.pk}/"))


def test_cve_2026_44197_comparing_versions(editor, elsewhere):
    """GHSA-c6wj-9vcj-75pj: two versions of any page could be compared by who knew their numbers."""
    former, latter = elsewhere.page.revisions.order_by("pk").values_list("pk", flat=True)[:2]

    for pair in (f"{former}...{latter}", "earliest...latest", "live...latest"):
        assert refused(editor.get(f"/admin/pages/{elsewhere.page.pk}/revisions/compare/{pair}/"))


def test_cve_2026_44198_history(editor, elsewhere):
    """GHSA-c4mr-889m-vgf6: the history of any page could be read."""
    for view in ("history", "history/results", "workflow_history", "usage"):
        assert refused(editor.get(f"/admin/pages/{elsewhere.page.pk}/{view}/")), view


def test_cve_2026_44200_copying_pages(editor, elsewhere):
    """GHSA-67rv-mg8q-5pf3: a page could be copied to where its words could be read."""
    address = f"/admin/pages/{elsewhere.page.pk}/copy/"
    copy = {"new_title": "C", "new_slug": "c", "new_parent_page": elsewhere.phases.pk, "copy_subpages": "", "alias": ""}

    assert refused(editor.get(address))
    assert refused(editor.post(address, copy))
    assert not Page.objects.filter(slug="c").exists()


def test_cve_2026_44201_and_ghsa_c2xx_the_public_api(client, elsewhere):
    """CVE-2026-44201 and GHSA-c2xx-cjmh-9q8f: it listed private documents and pictures, in collections below too."""
    for address in ("/api/v2/images/", "/api/v2/documents/", "/api/v2/pages/", "/api/"):
        assert client.get(address, follow=True).status_code == 404
    assert absent("wagtailapi:documents:listing")


def test_ghsa_c2xx_documents_below_a_private_collection(client, elsewhere):
    """GHSA-c2xx-cjmh-9q8f: what is private above was taken for public below."""
    assert client.get(elsewhere.document.url).status_code == 302


def test_cve_2026_54259_chosen(editor, elsewhere):
    """GHSA-h54r-xq46-qwqm: a chooser told name, file and address of what could not be chosen."""
    for library, chosen in (("images", elsewhere.image), ("documents", elsewhere.document)):
        chooser = f"/admin/{library}/chooser"
        assert refused(editor.get(f"{chooser}/chosen/{chosen.pk}/"))
        assert SECRET not in editor.get(f"{chooser}/chosen-multiple/?id={chosen.pk}").content.decode()
        assert SECRET not in editor.get(f"{chooser}/results/?q={SECRET[:4]}").content.decode()


def test_cve_2026_54261_preview_of_a_picture(editor, elsewhere):
    """GHSA-r6p4-grq7-xm4m: every picture was shown to everybody in the admin."""
    assert refused(editor.get(f"/admin/images/{elsewhere.image.pk}/preview/width-10/"))


def test_cve_2026_54260_costly_filters(client, elsewhere, log_in):
    """GHSA-f2p5-j6fg-5cxf: any filter was run, however long it took."""
    log_in("Publishers")

    for spec in ("scale-90000", "width-9|blur-900", "format-webp", "jpegquality-1|rotate-90", "nonsense"):
        assert client.get(f"/admin/images/{elsewhere.image.pk}/preview/{spec}/").status_code == 400, spec
    assert client.get(f"/admin/images/{elsewhere.image.pk}/preview/width-90000/").status_code == 200


@pytest.mark.parametrize("view", ["generate_url/", "generate_url/output/"])
def test_cve_2026_54263_addresses_of_pictures(client, elsewhere, log_in, view):
    """GHSA-23m2-mghx-vqmf: an address put a script into the admin, in a form that the portal does not offer."""
    log_in("Publishers")
    asked = {"filter_method": "<script>pwn()</script>", "width": "<svg onload=pwn()>"}
    response = client.get(f"/admin/images/{elsewhere.image.pk}/{view}", asked, follow=True)

    assert response.status_code == 404
    assert "<script>pwn" not in response.content.decode()
    assert absent("wagtailimages_serve", "a", 1, "b")


def test_cve_2026_55468_pages_in_the_admins_api(editor, elsewhere):
    """GHSA-3vrh-m9w7-v94f: it told fields of pages, drafts too, that could not be explored."""
    for address in ("", "?fields=*", f"?search={SECRET}", f"?child_of={elsewhere.page.get_parent().pk}"):
        assert SECRET not in editor.get(f"/admin/api/main/pages/{address}").content.decode()
    assert refused(editor.get(f"/admin/api/main/pages/{elsewhere.page.pk}/"))
    for library, hidden in (("images", elsewhere.image), ("documents", elsewhere.document)):
        assert SECRET not in editor.get(f"/admin/api/main/{library}/").content.decode()
        assert refused(editor.get(f"/admin/api/main/{library}/{hidden.pk}/"))


@pytest.mark.parametrize("header", ["If-None-Match", "If-Match"])
def test_ghsa_92hv_guessing_the_content_of_a_private_document(client, elsewhere, header):
    """GHSA-92hv: the answer to a digest told whether it was that of a private document."""
    answers = [
        client.get(elsewhere.document.url, headers={header: f'"{digest}"'})
        for digest in (elsewhere.document.file_hash, "0" * 40)
    ]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert not [answer for answer in answers if "ETag" in answer.headers]


def test_ghsa_x5cx_copying_records(editor, elsewhere):
    """GHSA-x5cx-w6p2-mxf2: who might add a record could read every one of its kind, by copying it."""
    elsewhere.group.permissions.add(*allowed("partners.add_person"))
    address = f"/admin/snippets/partners/person/copy/{elsewhere.person.pk}/"

    assert refused(editor.get(address))
    assert editor.get("/admin/snippets/partners/person/add/").status_code == 200


def test_ghsa_jm5p_copies_for_translation(editor, elsewhere):
    """GHSA-jm5p: the admin's API made a copy of any page for translation, in which its words could be read."""
    before = Page.objects.count()
    asked = {"locale": "zh-hans", "destination_page_id": elsewhere.phases.pk, "copy_parents": True}

    for action in ("copy_for_translation", "copy", "create_alias", "convert_alias", "publish", "move"):
        assert refused(editor.post(f"/admin/api/main/pages/{elsewhere.page.pk}/action/{action}/", asked)), action
    assert Page.objects.count() == before


def test_of_744_the_admins_api_tells_no_fields_of_a_type(editor, elsewhere):
    """7.4.4: it narrowed pages by type and by fields of the type, and told any field that was asked for."""
    asked = {"type": "phases.PhaseIndexPage", "fields": "summary,search_description"}
    listed = editor.get("/admin/api/main/pages/", asked).json()

    assert elsewhere.phases.pk in {page["id"] for page in listed["items"]}
    assert not [page for page in listed["items"] if {"summary", "search_description"} & set(page)]
    everything = {page["id"] for page in editor.get("/admin/api/main/pages/").json()["items"]}
    assert {page["id"] for page in listed["items"]} == everything


def test_of_744_the_privacy_of_a_collection(editor, elsewhere):
    """7.4.4: who might change one collection could open every other to readers."""
    private = Collection.objects.get(name="Private")
    own = Collection.objects.get(name="Own")
    for permission in allowed("wagtailcore.change_collection"):
        GroupCollectionPermission.objects.create(group=elsewhere.group, collection=own, permission=permission)

    assert editor.get(f"/admin/collections/{own.pk}/privacy/").status_code == 200
    for send in (editor.get, editor.post):
        assert refused(send(f"/admin/collections/{private.pk}/privacy/", {"restriction_type": "none"}))
    assert private.view_restrictions.exists()


def test_of_744_formulas_in_spreadsheets(client, home, log_in):
    """7.4.4: a title became a formula in a spreadsheet that the admin wrote."""
    log_in("Administrators")
    publish(StandardPage(title="=1+2", slug="formula", locale=home.locale), home).save_revision(log_action=True)

    answer = client.get(reverse("wagtailadmin_reports:site_history"), {"export": "xlsx"})
    cells = [cell for row in load_workbook(BytesIO(answer.getvalue())).active.iter_rows() for cell in row]

    assert {cell.data_type for cell in cells if "=1+2" in str(cell.value)} == {"s"}


def test_of_744_markup_inside_links():
    """7.4.4: what was nested in a link was cleaned in part by a converter that no editor of the portal uses."""
    assert "EditorHTMLConverter" not in inspect.getsource(draftail)


def test_every_test_that_the_list_of_advisories_names_is_there_and_every_test_here_is_named():
    listed = (ROOT / "docs" / "advisories.md").read_text(encoding="utf-8")
    here = set(re.findall(r"^def (test_(?:cve|ghsa|of_744)\w+)", Path(__file__).read_text(encoding="utf-8"), re.M))

    assert set(re.findall(r"`(test_\w+)`", listed)) == here
    for file in re.findall(r"`(tests/[\w/]+\.py)`", listed):
        assert (ROOT / file).exists(), file


def test_what_the_list_says_of_what_is_not_used_is_so():
    assert not apps.is_installed("django.contrib.admin")
    assert not apps.is_installed("django.contrib.gis")
    assert "--interface wsgi" in " ".join(image_command())
