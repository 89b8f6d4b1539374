"""What is deleted comes back whole for ninety days, and what governs the project is not deleted without a word."""

from datetime import date, timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page, PageViewRestriction

from governance.models import Decision, Seat, TermOfOffice
from partners.models import Person
from phases.models import PhasePage
from sesec_portal.bin.keeping import keeping
from sesec_portal.bin.models import Deletion
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.languages.pages import is_fallback
from sesec_portal.media.models import PortalDocument, PortalImage
from sesec_portal.operations.verification import checks
from tests.filling_in import filled_in
from tests.pdfs import readable_pdf
from tests.reading import main_of

QUIET = {
    "bin_",
    "pagecache_",
    "django_",
    "wagtailcore_pagelogentry",
    "wagtailcore_modellogentry",
    "auth_",
    "axes_",
    "wagtailusers_",
}


def everything():
    """Return every row of the database that content is made of, in words."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if not any(table.startswith(quiet) for quiet in QUIET):
                cursor.execute(f'SELECT to_jsonb(kept)::text FROM "{table}" kept ORDER BY 1')  # noqa: S608  a table
                found[table] = [row for [row] in cursor.fetchall()]
    derived = {"core_searchentry", "core_searchword", "wagtailcore_referenceindex", "wagtailsearch_indexentry"}
    return {table: rows for table, rows in found.items() if table not in derived | {"core_portalrendition"}}


@pytest.fixture
def text(client, home, log_in):
    """A branch of two pages of text, made in the admin in both languages; the first page is for members."""
    log_in("Publishers")
    for title, parent in (("Above", home), ("Below", None)):
        parent = parent or StandardPage.objects.get(title="Above", locale=home.locale)
        address = reverse("wagtailadmin_pages:add", args=["home", "standardpage", parent.pk])
        sent = filled_in(client.get(address).content, title=title, slug=title.lower(), summary="Photovoltaics")
        assert client.post(address, {**sent, "body-count": "0", "action-publish": "1"}).status_code == 302
    return StandardPage.objects.get(title="Above", locale=home.locale)


def delete(client, thing):
    if isinstance(thing, Page):
        address = reverse("wagtailadmin_pages:delete", args=[thing.pk])
    else:
        kind = thing._meta
        address = reverse(f"wagtailsnippets_{kind.app_label}_{kind.model_name}:delete", args=[thing.pk])
    return client.post(address, follow=True)


def bring_back(client):
    """Press the one button that the bin offers."""
    bin_page = client.get(reverse("bin:list"))
    [form] = BeautifulSoup(bin_page.content, "html.parser").select("main form[action$='/bring-back/']")
    return client.post(form["action"], {field["name"]: field["value"] for field in form.select("input")}, follow=True)


def test_a_branch_comes_back_in_both_languages_with_its_versions_and_is_found(
    client, home, text, django_capture_on_commit_callbacks
):
    before = everything()
    assert "Above" in main_of(client, "/en/search/?q=photovoltaics")
    delete(client, text)
    assert client.get("/en/above/below/").status_code == 404
    assert client.get("/zh-hans/above/").status_code == 404
    assert "Above" not in main_of(client, "/en/search/?q=photovoltaics")

    client.handler.enforce_csrf_checks = True
    with django_capture_on_commit_callbacks(execute=True):
        answer = bring_back(client)

    assert "“Above” is back as it was." in answer.content.decode()
    assert client.get("/en/above/below/").status_code == 200
    assert client.get("/zh-hans/above/").status_code == 200
    assert is_fallback(StandardPage.objects.get(slug="below", locale__language_code="zh-hans"))
    assert everything() == before
    assert not Deletion.objects.exists()
    assert "Above" in main_of(client, "/en/search/?q=photovoltaics")
    assert not [problem.what for problem in checks.problems() if "tree" in problem.what or "page" in problem.what]


def test_what_was_chosen_in_a_list_goes_in_both_languages_and_comes_back(client, home, text):
    before = everything()
    client.post(f"/admin/bulk/wagtailcore/page/delete/?id={text.pk}", follow=True)
    assert client.get("/en/above/").status_code == client.get("/zh-hans/above/").status_code == 404
    assert not StandardPage.objects.filter(title="Above").exists()

    bring_back(client)
    assert everything() == before


def test_a_branch_comes_back_where_the_page_above_it_is_now(client, home, text):
    below = text.get_children().get()
    delete(client, below)
    publish(StandardPage(title="Came later", slug="later", locale=home.locale), text)
    about = publish(StandardPage(title="About", slug="about-it", locale=home.locale), home)
    Page.objects.get(pk=text.pk).move(Page.objects.get(pk=about.pk), pos="last-child")

    bring_back(client)

    assert client.get("/en/about-it/above/below/").status_code == 200
    assert Page.objects.get(pk=below.pk).get_parent().pk == text.pk
    assert Page.find_problems() == ([], [], [], [], [])


def test_what_cannot_come_back_says_why(client, home, text):
    below = text.get_children().get()
    delete(client, below)
    other = publish(StandardPage(title="Other", slug="below", locale=home.locale), text)
    assert "Another page has the address of “Below” by now." in bring_back(client).content.decode()
    other.delete()

    Page.objects.get(pk=text.pk).delete()
    assert "The page above “Below” is gone. Bring that back first." in bring_back(client).content.decode()
    assert Deletion.objects.count() == 1


def test_a_private_branch_comes_back_private(client, text):
    PageViewRestriction.objects.create(page=text, restriction_type="login")
    delete(client, text)
    bring_back(client)
    client.logout()

    assert client.get("/en/above/").status_code == 302


def test_a_person_comes_back_with_versions(client, log_in):
    log_in("Publishers")
    person = Person.objects.create(name="Somebody")
    person.affiliation = "CEN"
    person.save_revision().publish()
    before = everything()
    delete(client, person)
    assert not Person.objects.filter(name="Somebody").exists()

    bring_back(client)

    assert everything() == before
    history = client.get(reverse("wagtailsnippets_partners_person:history", args=[person.pk])).content.decode()
    assert "Brought back from the bin" in history
    found = client.get(reverse("wagtailsnippets_partners_person:list"), {"q": "Somebody"}).content.decode()
    assert reverse("wagtailsnippets_partners_person:edit", args=[person.pk]) in found


def test_what_was_taken_meanwhile_keeps_it_in_the_bin(client, log_in):
    log_in("Publishers")
    decision = Decision.objects.create(number=7, decided="2020", wording="x", live=False)
    delete(client, decision)
    Decision.objects.create(number=7, decided="2020", wording="y")

    assert "its number or place is taken by now" in bring_back(client).content.decode()
    assert Deletion.objects.count() == 1


def test_a_picture_comes_back_with_its_file_and_where_it_was_used(client, log_in, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    log_in("Administrators")
    file = ImageFile(get_test_image_file(filename="portrait.png").file, name="portrait.png")
    picture = PortalImage.objects.create(title="Portrait", description="A portrait", file=file)
    person = Person.objects.create(name="Somebody", photo=picture)
    client.post(reverse("wagtailimages:delete", args=[picture.pk]))
    assert Person.objects.get(pk=person.pk).photo is None

    bring_back(client)

    assert Person.objects.get(pk=person.pk).photo == picture
    assert PortalImage.objects.get().file.read()


def test_a_document_comes_back_with_its_file_and_goes_for_good_after_ninety_days(
    client, log_in, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.MEDIA_ROOT = tmp_path
    log_in("Administrators")
    document = PortalDocument(title="Report", file=ContentFile(readable_pdf("words"), name="report.pdf"))
    document._set_document_file_metadata()
    document.save()
    url, stored = document.url, tmp_path / document.file.name
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtaildocs:delete", args=[document.pk]))
    assert client.get(url).status_code == 404

    bring_back(client)
    assert b"".join(client.get(url)) == stored.read_bytes()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("wagtaildocs:delete", args=[document.pk]))
    Deletion.objects.update(deleted_at=timezone.now() - timedelta(days=91))
    with django_capture_on_commit_callbacks(execute=True):
        call_command("nightly", stdout=StringIO())
    assert not Deletion.objects.exists()
    assert not stored.exists()


def test_the_bin_says_until_when_it_keeps_what(client, log_in, on_day):
    with on_day(2026, 1, 5):
        log_in("Publishers")
        delete(client, Person.objects.create(name="Somebody"))
        shown = client.get(reverse("bin:list")).content.decode()

    assert "5 April 2026" in shown


def test_an_ordinary_edit_puts_nothing_into_the_bin(client, alone, cen, log_in):
    log_in("Publishers")
    seat = Seat.objects.get(partner=cen)
    TermOfOffice.objects.create(seat=seat, starts="2019")
    address = reverse("wagtailsnippets_governance_seat:edit", args=[seat.pk])
    gone = {"terms-0-DELETE": "1", "action-publish": "1"}
    assert client.post(address, filled_in(client.get(address).content, **gone)).status_code == 302

    assert not TermOfOffice.objects.exists()
    assert not Deletion.objects.exists()


@pytest.mark.parametrize(("group", "seen"), [("Editors", False), ("Publishers", True), ("Administrators", True)])
def test_whoever_may_delete_finds_the_bin(client, log_in, group, seen):
    deletion = Deletion.objects.create(title="Something", kind="page")
    deletion.rows.create(model="wagtailcore.Page", primary_key="1", row={})
    log_in(group)

    assert ("Something" in client.get(reverse("bin:list"), follow=True).content.decode()) is seen
    client.get(reverse("bin:bring_back", args=[deletion.pk]))
    if not seen:
        client.post(reverse("bin:bring_back", args=[deletion.pk]))
        assert Deletion.objects.exists()


def test_an_editor_brings_back_a_draft_of_their_own_and_nothing_that_was_live(client, log_in, home):
    user = log_in("Editors")
    draft = StandardPage(title="Kites", slug="kites", live=False, locale=home.locale, owner=user)
    home.add_child(instance=draft)
    draft.save_revision(user=user)
    client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    assert not exists(draft)

    listed = client.get(reverse("bin:list")).content.decode()
    assert "Kites" in listed
    client.post(reverse("bin:bring_back", args=[Deletion.objects.get().pk]))
    assert exists(draft)
    assert not StandardPage.objects.get(pk=draft.pk).live

    StandardPage.objects.filter(pk=draft.pk).update(live=True)
    with keeping(user):
        StandardPage.objects.get(pk=draft.pk).delete()
    client.post(reverse("bin:bring_back", args=[Deletion.objects.get().pk]))
    assert not exists(draft)


# What governs the project


def exists(thing):
    return type(thing).objects.filter(pk=thing.pk).exists()


def test_a_publisher_does_not_delete_it(client, log_in, governing):
    log_in("Publishers")

    answer = delete(client, governing)

    assert "what governs the project stays once it was published" in answer.content.decode()
    kind = f"{governing._meta.app_label}/{governing._meta.model_name}"
    bulk = "wagtailcore/page" if isinstance(governing, Page) else kind
    assert "stays once" in client.post(f"/admin/bulk/{bulk}/delete/?id={governing.pk}", follow=True).content.decode()
    assert exists(governing)


def test_nor_when_it_was_unpublished_before(client, log_in, governing):
    governing.unpublish()
    log_in("Publishers")
    delete(client, governing)

    assert exists(governing)


def test_an_administrator_says_why_and_it_can_still_come_back(client, log_in, phase_four):
    phase_four.participations.all().delete()
    log_in("Administrators")
    address = reverse("wagtailadmin_pages:delete", args=[phase_four.pk])
    before = everything()
    form = client.get(address).content.decode()
    assert "Why it is deleted" in form
    assert "SESEC IV" in form
    assert "Say in a sentence why it is deleted." in client.post(address, {"why": " "}).content.decode()
    assert exists(phase_four)

    assert client.post(address, {"why": "It never was."}).status_code == 302
    assert not exists(phase_four)
    assert "It never was." in client.get(reverse("bin:list")).content.decode()
    bring_back(client)
    assert exists(phase_four)
    assert everything() == before


def test_a_decision_comes_back_with_its_log(client, log_in):
    decision = Decision.objects.create(number=1, decided="2020", wording="As adopted", disclosure="public")
    decision.log.create(status="done", day=date(2020, 5, 4), why="So")
    log_in("Administrators")
    address = reverse("wagtailsnippets_governance_decision:delete", args=[decision.pk])
    assert client.post(address, {"why": "Entered twice."}).status_code == 302
    assert not exists(decision)

    bring_back(client)
    assert [line.why for line in decision.log.all()] == ["So"]


def test_what_was_never_published_goes_without_a_word_and_so_does_what_governs_nothing(client, log_in, home):
    log_in("Publishers")
    draft = Decision.objects.create(number=1, decided="2020", wording="x", live=False)
    page = publish(StandardPage(title="Text", slug="text", locale=home.locale), home)

    delete(client, draft)
    delete(client, page)

    assert not exists(draft)
    assert not exists(page)
    assert Deletion.objects.count() == 2


def test_the_front_page_cannot_be_deleted(client, log_in, home):
    log_in("Administrators")
    for address in (
        reverse("wagtailadmin_pages:delete", args=[home.pk]),
        f"/admin/bulk/wagtailcore/page/delete/?id={home.pk}",
    ):
        answer = client.post(address, {"why": "x", "confirm_site_name": "SESEC"}, follow=True)
        assert "The front page of the site cannot be deleted" in answer.content.decode()
    assert PhasePage.objects.exists()


def test_a_publisher_does_not_bring_back_what_only_an_administrator_deletes(client, log_in):
    decision = Decision.objects.create(number=1, decided="2020", wording="As adopted", disclosure="public")
    log_in("Administrators")
    address = reverse("wagtailsnippets_governance_decision:delete", args=[decision.pk])
    client.post(address, {"why": "Entered twice."})
    key = Deletion.objects.get().pk
    log_in("Publishers")

    assert "Entered twice." not in client.get(reverse("bin:list")).content.decode()
    answer = client.post(reverse("bin:bring_back", args=[key]), follow=True)

    assert "You may not bring this back" in answer.content.decode()
    assert not exists(decision)


def test_who_is_about_to_delete_or_unpublish_is_told_what_else_goes_and_where_it_stays(client, text):
    asked = client.get(reverse("wagtailadmin_pages:delete", args=[text.pk])).content.decode()
    assert "It stays in the bin for ninety days." in asked
    taken_down = client.get(reverse("wagtailadmin_pages:unpublish", args=[text.pk])).content.decode()
    assert "The page in Chinese is unpublished with it" in taken_down
    person = Person.objects.create(name="Somebody")
    asked = client.get(reverse("wagtailsnippets_partners_person:delete", args=[person.pk])).content.decode()
    assert "It stays in the bin for ninety days." in asked


@pytest.mark.parametrize("kind", ["page", "person"])
def test_the_history_of_the_site_leads_to_the_bin_as_long_as_it_is_there(client, text, kind):
    delete(client, text if kind == "page" else Person.objects.create(name="Somebody"))
    way = f'Deleted – <a href="{reverse("bin:list")}">bring it back from the bin</a>'
    assert way in client.get("/admin/reports/site-history/").content.decode()

    Deletion.objects.all().delete()

    assert way not in client.get("/admin/reports/site-history/").content.decode()
