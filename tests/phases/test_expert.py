"""The expert has a page: who it is, what is on record, what to ask and how. Without consent it names nobody."""

import json

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from wagtail.images.tests.utils import get_test_image_file

from partners.models import CareerStep, Person
from phases.models import ExpertPage
from sesec_portal.media.models import PortalImage
from sesec_portal.search.models import SearchEntry
from sesec_portal.share_images.templatetags.share_image_tags import share_image
from tests.json_ld import graph_of, things
from tests.reading import main_of, words

ADDRESS, CHINESE = "/en/who-is-sesec/", "/zh-hans/who-is-sesec/"
NAMED_AT = [ADDRESS, CHINESE, "/en/", "/en/phases/sesec-iii/", "/zh-hans/phases/sesec-iii/"]
TELLING = [*NAMED_AT, "/en/search/?q=Betty+Xu", "/en/feeds/pages.atom", "/en/feeds/changes.atom", "/en/sitemap/"]


@pytest.fixture
def expert(db):
    """The one person whom the facts name."""
    return Person.objects.get(name="Betty Xu")


def soup(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def rows(client, address, heading):
    """Return the rows of the table below a heading, as readers read them."""
    title = next(h2 for h2 in soup(client, address).main.find_all("h2") if words(h2) == heading)
    return [words(row) for row in title.find_next("table").tbody.find_all("tr")]


def test_it_says_who_the_expert_is_what_to_ask_and_how(client, expert):
    shown = main_of(client, ADDRESS)

    assert soup(client, ADDRESS).h1.get_text(strip=True) == "Who is SESEC?"
    assert "Betty Xu, expert since August 2014" in words(soup(client, ADDRESS).find(class_="facts"))
    assert "European and international standards" in shown
    asking = soup(client, ADDRESS).main.find("a", string="Contact")
    assert asking["href"] == "/en/contact/"
    assert soup(client, CHINESE).main.find("a", string="联系方式")["href"] == "/zh-hans/contact/"


def test_each_step_of_the_career_has_its_date_and_its_source(client, expert):
    steps = rows(client, ADDRESS, "Career")

    assert any("University of Queensland" in step and "2006" in step for step in steps)
    assert not any("2006 to 2006" in step for step in steps)
    assert steps[1:] == ["Standards Australia [1]", "Siemens [1]", "Haier [1]"]
    assert any("昆士兰大学" in step and "2006年" in step for step in rows(client, CHINESE, "学习和工作经历"))


def test_the_phases_follow_from_the_teams_with_dates_and_status(client, expert, phase_four, on_day):
    with on_day(2026, 11, 24):
        three, four = rows(client, ADDRESS, "Phases")
    office = "Seconded European Standardization Expert"
    assert three == f"SESEC III {office} from August 2014 ended"
    assert four.startswith(f"SESEC IV {office} April 2018, planned to end about April 2021")
    assert four.endswith("planned end passed, end not recorded")

    phase_four.team.all().delete()
    assert len(rows(client, ADDRESS, "Phases")) == 1


def test_without_a_photo_the_initials_stand_for_it(client, expert):
    assert words(soup(client, ADDRESS).find(class_="monogram")) == "BX"
    Person.objects.update(name_zh="示例人")
    assert words(soup(client, CHINESE).find(class_="monogram")) == "示"


def test_with_a_photo_it_is_shown(client, expert, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    file = ImageFile(get_test_image_file(filename="ada.png", size=(400, 500)).file, name="ada.png")
    Person.objects.update(photo=PortalImage.objects.create(title="A photo", description="At a desk", file=file))

    assert soup(client, ADDRESS).find("img", class_="portrait")["alt"] == "At a desk"
    assert not soup(client, ADDRESS).find(class_="monogram")


def test_the_name_leads_there_from_phases_and_from_the_front_page(client, expert):
    for language in ("en", "zh-hans"):
        own = f"/{language}/who-is-sesec/"
        for place in ("phases/sesec-iii/", ""):
            links = soup(client, f"/{language}/{place}").main.find_all("a", href=own)
            assert any("Betty Xu" in words(link) for link in links), place
        assert soup(client, f"/{language}/contact/").main.find("a", href=own)


def test_machines_read_a_profile_with_its_offices(client, expert):
    page, person = graph_of(client, ADDRESS)[2:]

    assert page["@type"] == "ProfilePage"
    assert page["mainEntity"]["@id"] == person["@id"]
    assert (person["@type"], person["name"]) == ("Person", "Betty Xu")
    office, later = person["memberOf"]
    assert (office["roleName"], office["startDate"]) == ("Seconded European Standardization Expert", "2014-08")
    assert [one["memberOf"]["name"] for one in (office, later)] == ["SESEC III", "SESEC IV"]


def test_search_finds_the_page_by_the_name(client, expert, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        expert.save_revision().publish()

    assert ADDRESS in [link["href"] for link in soup(client, "/en/search/?q=Betty+Xu").select(".results a")]


@pytest.mark.parametrize("reason", ["no consent", "not published", "sample"])
def test_what_readers_may_not_know_stands_nowhere(client, expert, reason, django_capture_on_commit_callbacks):
    client.get(ADDRESS)
    with django_capture_on_commit_callbacks(execute=True):
        expert.save_revision().publish()
    expert.refresh_from_db()
    if reason == "sample":
        expert.sample = True
        expert.save()
        assert "Sample data" in main_of(client, ADDRESS)
        assert things(client, ADDRESS) == []
        return
    expert.consent, expert.live = ("", True) if reason == "no consent" else ("public", False)
    with django_capture_on_commit_callbacks(execute=True):
        expert.save()

    for address in TELLING:
        told = client.get(address).content.decode()
        told = told.replace("q=Betty+Xu", "").replace('value="Betty Xu"', "").replace("Search: Betty Xu", "")
        assert "University of Queensland" not in told, address
        assert "Xu</" not in told, address
        assert "Betty Xu," not in told, address
    assert "not published" in main_of(client, ADDRESS)
    assert "未公开" in main_of(client, CHINESE)
    assert graph_of(client, ADDRESS)[2]["@type"] == "WebPage"
    assert things(client, ADDRESS) == []
    page = ExpertPage.objects.get(slug="who-is-sesec", locale__language_code="en")
    assert not SearchEntry.objects.filter(page=page, text__contains="Xu").exists()
    assert "Xu" not in json.dumps(share_image(page).description)


def test_a_step_alone_made_up_is_told_as_a_sample(client, expert):
    CareerStep.objects.update(sample=True)

    assert "Sample data" in main_of(client, ADDRESS)


def test_the_page_in_chinese_follows_when_another_person_is_chosen(client, expert, django_capture_on_commit_callbacks):
    other = Person.objects.create(name="Ada Named", consent="given", consent_source="A letter")
    page = ExpertPage.objects.get(slug="who-is-sesec", locale__language_code="en")
    page.person = other
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    chinese = SearchEntry.objects.filter(page__url_path__contains="who-is-sesec", language="zh-hans")
    assert "Ada Named" in chinese.get().text
    assert "Ada Named" in main_of(client, CHINESE)

    other.consent = ""
    with django_capture_on_commit_callbacks(execute=True):
        other.save()
    assert "Ada" not in chinese.get().text
