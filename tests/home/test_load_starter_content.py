"""The starter content is loaded once, whole, and never over somebody's work."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site

from governance.models import Seat
from partners.models import Person
from phases.models import PhasePage
from sesec_portal.home.models import HomePage
from sesec_portal.home.starter.builders import publish
from sesec_portal.home.starter.fields import fields_of
from sesec_portal.home.starter.texts import Texts


def load(*options):
    printed = StringIO()
    call_command("load_starter_content", *options, stdout=printed)
    return printed.getvalue()


def everything():
    pages = Page.objects.order_by("path").values_list("path", "title", "latest_revision_id", "last_published_at")
    return list(pages), Person.objects.count(), Seat.objects.count()


@pytest.fixture
def empty_site(db):
    """A database as migrations leave it: a root page, and Wagtail's page of welcome."""
    Seat.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.specific.get_descendants(inclusive=True).type(PhasePage).specific().delete()
    Page.objects.filter(depth=2).delete()
    root = Page.objects.get(depth=1)
    welcome = root.add_child(instance=Page(title="Welcome", slug="home", locale=Locale.get_default()))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


def test_a_second_planting_changes_nothing(db):
    before = everything()

    assert "there already" in load()
    assert everything() == before


def test_an_empty_site_gets_the_whole_tree(empty_site, client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert "Loaded 23 pages and 18 redirects" in load()

    assert client.get("/en/phases/sesec-iii/terms-of-reference/").status_code == 200
    assert "欧盟驻华标准化专家项目" in client.get("/zh-hans/").content.decode()


def test_a_site_with_content_of_its_own_is_left_alone_unless_told(home):
    PhasePage.objects.get(number=5).delete()
    before = everything()

    with pytest.raises(CommandError, match="--add-missing"):
        load()
    assert everything() == before
    assert "nothing is loaded" in load("--if-empty")
    assert everything() == before


def test_told_so_it_adds_what_is_missing_and_no_more(phase_four):
    PhasePage.objects.get(number=5).delete()
    phase_four.title = "The fourth phase"
    phase_four.save_revision().publish()

    assert "Loaded 1 pages and 0 redirects" in load("--add-missing")
    assert PhasePage.objects.get(number=5).title == "SESEC V"
    assert PhasePage.objects.get(number=4).title == "The fourth phase"


def test_nobody_is_invented(db):
    """Facts name one person, and no member of the committee."""
    assert [person.name for person in Person.objects.all()] == ["Betty Xu"]
    assert not any(seat.terms.exists() for seat in Seat.objects.all())


def test_every_text_of_a_translated_page_is_chinese_those_in_lists_too(client, db):
    """Entries of lists are translated only where they carry ids of their own."""
    front = client.get("/zh-hans/").content.decode()

    assert "30多年" in front
    assert "Over 30 years" not in front


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
