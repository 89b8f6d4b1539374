"""The starter content is loaded once, whole, and never over somebody's work."""

import pytest
from django.core.management import CommandError
from wagtail.models import Page

from governance.models import Seat
from partners.models import Person
from phases.models import PhasePage
from sesec_portal.home.models import HomePage
from sesec_portal.home.starter.builders import publish
from sesec_portal.home.starter.fields import fields_of
from sesec_portal.home.starter.texts import Texts
from tests.home.loading import load
from tests.home.samples import banner


def everything():
    pages = Page.objects.order_by("path").values_list("path", "title", "latest_revision_id", "last_published_at")
    return list(pages), Person.objects.count(), Seat.objects.count()


def test_a_second_planting_changes_nothing(db):
    before = everything()

    assert "there already" in load()
    assert everything() == before


def test_an_empty_site_gets_the_whole_tree_and_the_samples_if_asked(
    empty_site, client, django_capture_on_commit_callbacks
):
    """That it gets the tree alone if not, every test shows: they run on a database that was loaded so."""
    Person.objects.all().delete()
    with django_capture_on_commit_callbacks(execute=True):
        printed = load("--sample")

    assert "Loaded 75 pages and 28 redirects" in printed
    assert "sample entries" in printed
    assert client.get("/en/phases/sesec-iii/terms-of-reference/").status_code == 200
    assert "欧盟驻华标准化专家项目" in client.get("/zh-hans/").content.decode()
    assert banner(client, "/en/steering-committee/sample-meeting-1/")


def test_a_site_with_content_of_its_own_is_left_alone_unless_told(home):
    PhasePage.objects.get(number=2).delete()
    before = everything()

    with pytest.raises(CommandError, match="--add-missing"):
        load()
    assert everything() == before
    assert "nothing is loaded" in load("--if-empty")
    assert everything() == before


def test_told_so_it_adds_what_is_missing_and_no_more(phase_four):
    PhasePage.objects.get(number=2).delete()
    phase_four.title = "The fourth phase"
    phase_four.save_revision().publish()

    assert "Loaded 1 pages and 0 redirects" in load("--add-missing")
    assert PhasePage.objects.get(number=2).title == "SESEC II"
    assert PhasePage.objects.get(number=4).title == "The fourth phase"


def test_nobody_is_invented(db):
    """Facts name one person, and no member of the committee."""
    assert [person.name for person in Person.objects.all()] == ["Betty Xu"]
    assert not any(seat.terms.exists() for seat in Seat.objects.all())


def test_every_text_of_a_translated_page_is_chinese_those_in_lists_too(client, db):
    """Entries of lists are translated only where they carry ids of their own."""
    page = client.get("/zh-hans/background/").content.decode()

    assert "30多年" in page
    assert "Over 30 years" not in page


def test_chinese_with_other_paragraphs_than_the_english_is_refused():
    with pytest.raises(ValueError, match="2 paragraphs, not 1"):
        Texts().rich({"en": "<p>One.</p>", "zh": "<p>一。</p><p>二。</p>"})


def test_a_page_may_be_published_below_a_planted_one(home):
    page = publish(HomePage.allowed_subpage_models()[-1](title="Another", slug="another", locale=home.locale), home)

    assert page.live


def test_a_field_of_a_page_needs_no_more_than_a_key_of_its_name():
    entry = {"number": 9, "planned_end": "2030", "achievements": {"en": "<p>Much.</p>", "zh": "<p>很多。</p>"}}
    texts = Texts()

    assert fields_of(PhasePage, {**entry, "roles": [], "project_leader": "cen", "translated": True}, texts) == {
        "number": 9,
        "planned_end": "2030",
        "achievements": "<p>Much.</p>",
    }
    assert texts.chinese("Much.") == "很多。"
