"""A person's data is erased everywhere: history, drafts, search, the bin and files included; what is left is told."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.core.files.images import ImageFile
from django.db import connection
from django.urls import reverse
from wagtail.images.tests.utils import get_test_image_file
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, Revision, TaskState
from wagtail_localize.models import TranslationSource
from wagtail_localize.synctree import create_aliases_for_new_page

from governance.models import Seat, TermOfOffice
from partners.erasure.names import Names
from partners.models import CareerStep, Person
from phases.models import ExpertPage, PhasePage
from sesec_portal.bin.models import Deletion
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from sesec_portal.media.former_files import keep
from sesec_portal.media.models import PortalImage
from sesec_portal.operations.verification import checks
from sesec_portal.search.models import SearchEntry
from sesec_portal.wording.models import AcceptedWording
from tests.reading import words

NAME, CHINESE, FORMER = "Xaviera Quillfeather", "欧阳晓燕", "Xaviera Oldnamely"
WORDS = ("quillfeather", "oldnamely", "xaviera", CHINESE)
PLACES = ["/en/", "/en/phases/sesec-iv/", "/en/steering-committee/", "/zh-hans/phases/sesec-iv/"]


@pytest.fixture(autouse=True)
def _own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def photo():
    file = ImageFile(get_test_image_file(filename="quillfeather.png", size=(400, 500)).file, name="quillfeather.png")
    return PortalImage.objects.create(title=NAME, description=f"{NAME} at a desk", file=file)


@pytest.fixture
def person(phase_four, cen, photo):
    """Somebody with a former name, a photo, a term of office, a place in a team, and in the draft of another."""
    person = Person.objects.create(name=FORMER, consent="given", consent_source="A letter")
    person.name, person.name_zh, person.photo, person.biography = NAME, CHINESE, photo, f"{NAME} is an engineer."
    person.save_revision(log_action=True).publish()
    person = Person.objects.get(pk=person.pk)
    TermOfOffice.objects.create(seat=Seat.objects.get(partner=cen), holder=person, starts="2020")
    phase_four.team.add(phase_four.team.model(person=person, starts="2019"))
    phase_four.save_revision().publish()
    draft = PhasePage.objects.get(pk=phase_four.pk)
    draft.team.add(draft.team.model(person=person, office="officer"))
    draft.save_revision()
    return person


@pytest.fixture
def text(home):
    """A page of text in which the name once stood, in both languages and in a block."""
    body = json.dumps([{"type": "text", "value": f"<p>With <b>Xaviera</b> Quillfeather, {CHINESE}.</p>", "id": "a"}])
    page = publish(StandardPage(title="A text", slug="a-text", summary=NAME, body=body, locale=home.locale), home)
    create_aliases_for_new_page(page)
    TranslationSource.update_or_create_from_instance(page)
    page.summary, page.body = "Words", "[]"
    page.save_revision().publish()
    TranslationSource.update_or_create_from_instance(page)
    return StandardPage.objects.get(pk=page.pk)


def erase(client, person, **typed):
    return client.post(reverse("wagtailsnippets_partners_person:erase", args=[person.pk]), typed)


def told(answer):
    return words(BeautifulSoup(answer.content, "html.parser").main)


def standing():
    """Return the columns of the database in which a word of the name stands, however it is written."""
    asked = """SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables
        USING (table_schema, table_name) WHERE table_schema = 'public' AND table_type = 'BASE TABLE'"""
    escaped = json.dumps(CHINESE)[1:-1]
    spellings = [*WORDS, escaped, json.dumps(escaped)[1:-1]]
    found = set()
    with connection.cursor() as cursor:
        cursor.execute(asked)
        for table, column in cursor.fetchall():
            for spelling in spellings:
                statement = f'SELECT count(*) FROM "{table}" WHERE strpos(lower("{column}"::text), %s) > 0'  # noqa: S608
                cursor.execute(statement, [spelling])
                if cursor.fetchone()[0]:
                    found.add(f"{table}.{column}")
    return found


@pytest.fixture
def profile(person, home, django_capture_on_commit_callbacks):
    """The page of the person, with a career that only they have had."""
    for step in ("Xaviera University", "Quillfeather Works"):
        CareerStep.objects.create(person=person, place=step, position=step, source=f"A letter of {NAME}")
    with django_capture_on_commit_callbacks(execute=True):
        Person.objects.get(pk=person.pk).save_revision().publish()
        page = publish(ExpertPage(title="An expert", slug="an-expert", person=person, locale=home.locale), home)
        create_aliases_for_new_page(page)
    return page


def test_the_career_goes_too_and_the_page_stays_without_it(
    client, log_in, person, profile, django_capture_on_commit_callbacks
):
    log_in("Publishers")
    assert "Quillfeather Works" in told(client.get("/en/an-expert/"))
    assert "An expert" in told(client.get(reverse("wagtailsnippets_partners_person:erase", args=[person.pk])))
    assert SearchEntry.objects.filter(page=profile, text__contains="Quillfeather Works").exists()

    with django_capture_on_commit_callbacks(execute=True):
        erase(client, person)

    assert not CareerStep.objects.filter(person=person).exists()
    assert standing() == set()
    client.logout()
    page = client.get("/en/an-expert/").content.decode()
    assert "not published" in page
    assert "Quillfeather" not in page
    assert not [problem.what for problem in checks.problems()]


def test_the_name_is_in_no_table_and_the_photo_in_no_folder(
    client, log_in, person, text, photo, tmp_path, django_capture_on_commit_callbacks
):
    user = log_in("Publishers")
    with django_capture_on_commit_callbacks(execute=True):
        photo.get_rendition("width-100")
        keep(photo, photo.file.name, user)
        other = Person.objects.create(name=NAME, affiliation="Somewhere")
        client.post(reverse("wagtailsnippets_partners_person:delete", args=[other.pk]))
        log(text, "bin.take_down", user=user, data={"reason": f"{NAME} asked for it"})
        person.get_workflow().start(person, user)
    TaskState.objects.update(comment=f"Ask {NAME}")
    SearchEntry.objects.filter(page=text).update(text=NAME)
    # The release before typed where something is recorded; no form shows it any more.
    TermOfOffice.objects.update(source=f"A letter of {NAME}")
    AcceptedWording.objects.create(
        content_type=ContentType.objects.get_for_model(Page), object_id=text.pk, finding="1", reason=f"{NAME} says so"
    )
    assert len(standing()) > 10
    assert Deletion.objects.exists()

    with django_capture_on_commit_callbacks(execute=True):
        answer = erase(client, person)

    assert answer.status_code == 200
    assert standing() == set()
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and "share" not in path.parts]
    assert "The name stands nowhere else in words." in told(answer)
    assert "Versions of the entry: 2" in told(answer)
    assert "Entries of the bin: 1" in told(answer)
    person.refresh_from_db()
    assert (person.erased_on is None, person.may_be_named, person.latest_revision) == (False, False, None)
    assert not [problem.what for problem in checks.problems()]


def test_pages_and_drafts_that_named_somebody_still_open(client, log_in, person, phase_four):
    log_in("Publishers")
    assert NAME in client.get(PLACES[1]).content.decode()

    erase(client, person)

    form = client.get(reverse("wagtailadmin_pages:edit", args=[phase_four.pk]))
    assert form.status_code == 200
    assert f"Erased person {person.pk}" in form.content.decode()
    client.logout()
    for place in PLACES:
        answer = client.get(place)
        assert answer.status_code == 200
        assert "Quillfeather" not in answer.content.decode()


def test_the_page_before_says_what_will_be_done_and_where_the_name_is_used(client, log_in, person, phase_four, home):
    log_in("Publishers")
    publish(StandardPage(title="Who is who", slug="who", summary=f"With {NAME}", locale=home.locale), home)
    answer = client.get(reverse("wagtailsnippets_partners_person:edit", args=[person.pk]))
    address = reverse("wagtailsnippets_partners_person:erase", args=[person.pk])
    assert address in answer.content.decode()

    answer = client.get(address)

    page = told(answer)
    assert "The 2 versions of the entry are deleted" in page
    assert f"The picture “{NAME}” is deleted with its file" in page
    assert "Who is who (summary)" in page
    assert reverse("wagtailadmin_pages:edit", args=[phase_four.pk]) in answer.content.decode()
    assert Person.objects.get(pk=person.pk).name == NAME


def test_what_is_typed_by_hand_is_named_and_once_reworded_goes_from_its_history(client, log_in, person, home):
    log_in("Publishers")
    body = json.dumps([{"type": "text", "value": f"<p>With {CHINESE}.</p>", "id": "a"}])
    page = publish(StandardPage(title="Who is who", slug="who", summary="Words", body=body, locale=home.locale), home)

    answer = erase(client, person)

    assert "Who is who (text)" in told(answer)
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in answer.content.decode()
    assert CHINESE in str(StandardPage.objects.get(pk=page.pk).body)
    page = StandardPage.objects.get(pk=page.pk)
    page.body = "[]"
    page.save_revision().publish()
    answer = erase(client, person, names=f"{NAME}\n{CHINESE}")
    assert "The name stands nowhere else in words." in told(answer)
    assert standing() == set()
    assert Revision.objects.for_instance(page).count() == 2


def test_a_photo_that_something_else_shows_is_kept_and_named(client, log_in, person, photo, cen):
    log_in("Publishers")
    cen.logo = photo
    cen.save()

    answer = erase(client, person)

    assert PortalImage.objects.filter(pk=photo.pk).exists()
    assert reverse("wagtailimages:edit", args=[photo.pk]) in answer.content.decode()
    assert f"Image {NAME} (title, alternative text)" in told(answer)


def test_the_history_says_who_erased_and_when_without_the_name(client, log_in, person):
    user = log_in("Administrators")
    erase(client, person)

    entry = ModelLogEntry.objects.for_instance(Person.objects.get(pk=person.pk)).get(action="partners.erase")
    assert (entry.user, entry.label) == (user, f"Erased person {person.pk}")
    history = client.get(reverse("wagtailsnippets_partners_person:history", args=[person.pk])).content.decode()
    assert "Personal data erased" in history


def test_the_entry_cannot_be_filled_in_again_and_is_offered_to_nobody(client, log_in, person):
    log_in("Publishers")
    erase(client, person)
    address = reverse("wagtailsnippets_partners_person:edit", args=[person.pk])

    assert client.get(address).status_code == 302
    client.post(address, {"name": NAME, "action-publish": "1"})
    assert Person.objects.get(pk=person.pk).name == ""
    chooser = client.get(reverse("wagtailsnippetchoosers_partners_person:choose")).content.decode()
    assert "Erased person" not in chooser
    assert f"Erased person {person.pk}" in client.get(reverse("wagtailsnippets_partners_person:list")).content.decode()


def test_editors_may_not(client, log_in, person):
    log_in("Editors")
    edit = client.get(reverse("wagtailsnippets_partners_person:edit", args=[person.pk])).content.decode()
    assert reverse("wagtailsnippets_partners_person:erase", args=[person.pk]) not in edit
    answer = erase(client, person)

    assert answer.status_code == 302
    assert Person.objects.get(pk=person.pk).name == NAME


def test_somebody_in_the_bin_is_brought_back_and_erased(client, log_in, db):
    log_in("Publishers")
    person = Person.objects.create(name=NAME, name_zh=CHINESE)
    client.post(reverse("wagtailsnippets_partners_person:delete", args=[person.pk]))
    client.post(reverse("bin:bring_back", args=[Deletion.objects.get().pk]))

    erase(client, person)

    assert standing() == set()


def test_what_only_a_draft_says_is_named_as_its_draft(client, log_in, person, phase_four):
    log_in("Publishers")
    draft = PhasePage.objects.get(pk=phase_four.pk)
    draft.summary = f"With {NAME.upper()}"
    draft.save_revision()

    assert "Phase SESEC IV (its draft)" in told(erase(client, person))


@pytest.mark.parametrize(
    "text",
    [
        "with XAVIERA  QUILLFEATHER.",
        "<p>Xaviera&nbsp;<b>Quillfeather</b></p>",
        "original_images/xaviera-quillfeather_2020.jpg",
        "我们的欧阳晓燕女士",
        json.dumps({"body": json.dumps([CHINESE])}),
    ],
)
def test_a_name_is_found_in_whichever_way_it_is_written_and_struck_out(text):
    names = Names([NAME, CHINESE])

    assert names.stand_in(text)
    assert not names.stand_in(names.struck_from(text))


@pytest.mark.parametrize("text", ["Xaviera", "Xaviera Quillfeatherstone", "Quillfeather, Xaviera"])
def test_what_is_another_name_is_not_taken_for_it(text):
    assert not Names([NAME]).stand_in(text)
