"""Editors find what they look for: entries of registers beside pages, facts in lists, pages where a chooser opens."""

import re

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from governance.models import Decision, Seat, TermOfOffice
from newsroom.models import EventIndexPage
from partners.models import Person
from phases.models import PhaseIndexPage, PhasePage
from phases.wagtail_hooks import PhaseViewSet
from sesec_portal.core.explorer import Fact, add_facts
from sesec_portal.home.models import StandardPage
from standards.models import BodyIndexPage, BodyPage, CallIndexPage
from tests.reading import words

pytestmark = pytest.mark.usefixtures("sample")


def search(client, asked):
    """Return what the box at the head of the admin finds: the links in the main part."""
    answer = client.get(reverse("wagtailadmin_pages:search"), {"q": asked})
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def entries(found):
    """Return the entries of registers that were found, by their addresses."""
    return {link["href"]: words(link) for link in found.select("ul ul a[href*=snippets]")}


def form_of(thing):
    return reverse(type(thing).snippet_viewset.get_url_name("edit"), args=[thing.pk])


@pytest.fixture
def decision():
    return Decision.objects.create(number=4711, kind="decision", decided="2016", wording="To meet")


@pytest.fixture
def person():
    return Person.objects.create(name="Zhào Língzhēn", name_zh="赵灵真", affiliation="Somewhere")


@pytest.mark.parametrize("asked", ["4711", "Decision 4711", "2016/4711"])
def test_a_decision_is_found_by_its_number(client, log_in, decision, asked):
    log_in("Editors")

    assert form_of(decision) in entries(search(client, asked))


def test_a_number_is_not_part_of_another(client, log_in, decision):
    log_in("Editors")

    assert form_of(decision) not in entries(search(client, "471"))


@pytest.mark.parametrize("asked", ["Zhao", "lingzhen zhao", "灵真", "赵灵"])
def test_a_person_is_found_by_part_of_the_name_without_its_accents_and_in_characters(client, log_in, person, asked):
    log_in("Editors")

    assert entries(search(client, asked)) == {form_of(person): str(person)}


def test_a_seat_is_found_by_its_partner_and_by_who_holds_it(client, log_in, cen, person):
    log_in("Editors")
    seat = Seat.objects.get(partner=cen)
    TermOfOffice.objects.create(seat=seat, holder=person, starts="1999", ends="1999")

    for asked in ("CEN", "Zhao"):
        assert form_of(seat) in entries(search(client, asked))


def test_each_register_says_how_many_it_has_and_leads_to_them_in_one_step(client, log_in, person):
    log_in("Editors")

    tabs = search(client, "Zhao").select(".listing-filter, nav")
    tab = next(link for nav in tabs for link in nav.select("a") if words(link).startswith("People ("))

    assert words(tab) == "People (1)"
    assert "Zhào Língzhēn" in client.get(tab["href"]).content.decode()


def test_who_may_not_see_a_register_finds_nothing_of_it(client, log_in, person, django_user_model):
    editor = log_in("Editors")
    editor.groups.first().permissions.filter(content_type__model="person").delete()

    found = search(client, "Zhao")

    assert not entries(found)
    assert "People (" not in words(found)


@pytest.mark.parametrize(
    ("index", "heads", "told"),
    [
        (PhaseIndexPage, ["Number", "Dates", "Today"], "2009"),
        (CallIndexPage, ["Deadline", "Today"], "Beijing time"),
        (EventIndexPage, ["Begins", "Place", "Today"], "Brussels time"),
        (BodyIndexPage, ["Abbreviation", "Kind"], "SAC"),
    ],
)
@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_explorer_shows_what_matters_of_each_type_in_both_trees(client, log_in, index, heads, told, language):
    log_in("Editors")
    parent = index.objects.get(locale__language_code=language)

    table = BeautifulSoup(
        client.get(reverse("wagtailadmin_explore", args=[parent.pk])).content, "html.parser"
    ).select_one("table.listing")

    shown = [words(head) for head in table.thead.find_all("th")]
    assert all(any(head in one for one in shown) for head in [*heads, "Translation"])
    assert told in words(table.tbody)


def test_it_says_how_the_translation_of_each_page_stands(client, log_in, in_english, home):
    log_in("Editors")

    listed = BeautifulSoup(client.get(reverse("wagtailadmin_explore", args=[home.pk])).content, "html.parser")
    told = [words(row) for row in listed.select("table.listing tbody tr")]

    assert any("In English" in row and "中文: missing" in row for row in told)
    assert any("Phases" in row and "中文: up to date" in row for row in told)


def test_it_is_sorted_by_a_fact(client, log_in, phase_index):
    log_in("Editors")

    answer = client.get(reverse("wagtailadmin_explore", args=[phase_index.pk]), {"ordering": "-phasepage__number"})

    numbers = [page.specific.number for page in answer.context["object_list"]]
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_columns_cost_as_many_questions_however_long_a_list_is(client, phase_index, language):
    viewset = PhaseViewSet()
    parent = PhaseIndexPage.objects.get(locale__language_code=language)

    def asked():
        pages = list(parent.get_children().prefetch_related("locale").specific())
        with CaptureQueriesContext(connection) as queries:
            add_facts(pages, viewset.of, viewset.facts_need)
            for page in pages:
                assert all(str(column.get_value(page)) for column in viewset.list_display if type(column) is Fact)
                assert page.states_of_translations
        return len(queries)

    before = asked()
    for number in range(60, 70):
        page = PhasePage(title=f"Phase {number}", number=number, starts=f"19{number}", locale=phase_index.locale)
        phase_index.add_child(instance=page)
        if language != "en":
            page.copy_for_translation(parent.locale, alias=True)
    assert asked() == before


def test_a_search_costs_as_many_questions_however_many_it_finds(client, log_in, decision):
    log_in("Editors")

    def asked():
        with CaptureQueriesContext(connection) as queries:
            search(client, "Gathering")
        return len(queries)

    Decision.objects.create(number=5000, kind="decision", decided="2016", wording="Gathering")
    asked()
    before = asked()
    for number in range(5001, 5004):
        Decision.objects.create(number=number, kind="decision", decided="2016", wording="Gathering")
    assert asked() == before


def choose(client, form, **asked):
    """Open the chooser from a form."""
    view = "wagtailadmin_choose_page_search" if "q" in asked else "wagtailadmin_choose_page"
    answer = client.get(reverse(view), asked, headers={"referer": f"http://testserver{form}"})
    html = answer.json()["html"] if "q" not in asked else answer.content.decode()
    return BeautifulSoup(html, "html.parser")


def titles(chooser):
    return [words(link) for link in chooser.select("a.choose-page")]


@pytest.mark.parametrize(("language", "parent"), [("en", "Who is who"), ("zh-hans", None)])
def test_a_chooser_opens_where_such_pages_are_in_the_language_of_the_form(client, log_in, language, parent):
    log_in("Editors")
    page = StandardPage.objects.filter(locale__language_code=language).first()
    form = reverse("wagtailadmin_pages:edit", args=[page.pk])

    offered = choose(client, form, page_type="standards.BodyPage").select("a[href*='/pages/'], a.choose-page")
    ids = {int(key) for link in offered for key in re.findall(r"/pages/(\d+)/", link["href"])}

    assert titles(choose(client, form, page_type="standards.BodyPage"))
    assert set(Page.objects.filter(pk__in=ids).values_list("locale__language_code", flat=True)) <= {language}


def test_it_finds_a_body_by_its_abbreviation_once(client, log_in, home):
    log_in("Editors")
    body = BodyPage.objects.originals().get(abbreviation="SAC")
    form = reverse("wagtailadmin_pages:edit", args=[home.pk])

    assert titles(choose(client, form, page_type="standards.BodyPage", q="SAC")).count(body.title) == 1
