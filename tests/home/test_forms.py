"""Bad input is refused beside the field, in the form, and nothing typed is lost."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import User
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from governance.models import Seat, TermOfOffice
from phases.models import PhasePage
from tests.pages import OWN_PAGES

pytestmark = pytest.mark.usefixtures("alone")

EMPTY = '{"blocks": [{"key": "a", "text": "", "type": "unstyled", "depth": 0}], "entityMap": {}}'


def phase(**changes):
    """What an editor's form sends for a phase."""
    fields = {
        "title": "SESEC VI",
        "slug": "sesec-vi",
        "summary": "The sixth phase.",
        "number": "6",
        "starts": "2030-01",
        "planned_end": "",
        "ends": "",
        "project_leader": "",
        "statements": inline_formset([]),
        "participations": inline_formset([]),
        "team": inline_formset([]),
        "objectives": EMPTY,
        "achievements": EMPTY,
        "body": streamfield([]),
        "comments": inline_formset([]),
        **changes,
    }
    return nested_form_data(fields)


@pytest.fixture
def send(client, phase_index, log_in):
    """Send the form for a new phase as a Publisher; return the page that comes back."""
    log_in("Publishers")
    address = reverse("wagtailadmin_pages:add", args=["phases", "phasepage", phase_index.pk])

    def post(**changes):
        return client.post(address, phase(**changes, **{"action-publish": "1"}))

    return post


def beside(response, field):
    """Return the words of the error beside a field."""
    html = BeautifulSoup(response.content, "html.parser")
    described = html.find(attrs={"name": field})["aria-describedby"].split()
    return " ".join(html.find(id=place).get_text(strip=True) for place in described if place.endswith("errors"))


def test_a_phase_that_is_right_is_published(send, client):
    assert send().status_code == 302
    assert client.get("/en/phases/sesec-vi/").status_code == 200


@pytest.mark.parametrize(
    ("field", "typed", "words"),
    [
        ("starts", "January 2030, or a little later", "This date cannot be read."),
        ("ends", "2030-13", "This date cannot be read."),
        ("ends", "2029", "The end lies before the start."),
        ("planned_end", "2029-12", "The planned end lies before the start."),
        ("number", "4", "This number is taken."),
        ("number", "", "Type the number in figures."),
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_nothing_is_lost(send, field, typed, words):
    response = send(**{field: typed})

    html = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 200
    assert words in beside(response, field)
    assert html.find(attrs={"name": field}).get("value", "") == typed
    assert html.find(attrs={"name": "summary"}).string.strip() == "The sixth phase."
    assert not PhasePage.objects.filter(slug="sesec-vi").exists()


def test_a_partner_named_twice_in_one_role_is_refused(send, cen):
    row = {"partner": cen.pk, "role": "partner", "other_statements": streamfield([])}

    response = send(participations=inline_formset([row, row]))

    assert response.status_code == 200
    assert "This overlaps another entry" in beside(response, "participations-1-starts")


def seat_form(seat, *terms):
    rows = [{"holder": "", "other_statements": streamfield([]), **term} for term in terms]
    return nested_form_data({**of_seat(seat), "terms": inline_formset(rows)})


def of_seat(seat):
    return {"partner": seat.partner_id, "sort_order": "0", "overwrite": "on", "action-publish": "1"}


@pytest.fixture
def seat(cen, log_in):
    log_in("Publishers")
    return Seat.objects.get(partner=cen)


def test_two_terms_of_one_seat_that_overlap_are_refused_beside_the_later_one(client, seat):
    address = reverse("wagtailsnippets_governance_seat:edit", args=[seat.pk])
    terms = {"starts": "2016", "ends": "2018-06"}, {"starts": "2017", "ends": "2019"}

    response = client.post(address, seat_form(seat, *terms))

    assert response.status_code == 200
    assert "This overlaps another entry" in beside(response, "terms-1-starts")
    assert 'value="2018-06"' in response.content.decode()
    assert not TermOfOffice.objects.exists()


def test_terms_may_be_rearranged_in_one_form(client, seat):
    address = reverse("wagtailsnippets_governance_seat:edit", args=[seat.pk])
    assert (
        client.post(address, seat_form(seat, {"starts": "2016", "ends": "2018"}, {"starts": "2019"})).status_code == 302
    )

    [first, second] = seat.terms.all()
    rows = [
        {"id": first.pk, "starts": "2016", "ends": "2020", "other_statements": streamfield([]), "ORDER": "1"},
        {"id": second.pk, "starts": "2021", "ends": "", "other_statements": streamfield([]), "ORDER": "2"},
    ]
    data = nested_form_data({**of_seat(seat), "terms": inline_formset(rows, initial=2)})

    assert client.post(address, data).status_code == 302
    assert [str(term.starts) for term in seat.terms.all()] == ["2016", "2021"]


def test_two_names_of_a_partner_that_overlap_are_refused(client, cen, log_in):
    log_in("Publishers")
    name = cen.names.get()
    rows = [
        {"id": name.pk, "name": name.name, "other_statements": streamfield([]), "ORDER": "1"},
        {"name": "Another name", "starts": "2020", "other_statements": streamfield([]), "ORDER": "2"},
    ]
    fields = {
        "title": "CEN",
        "slug": "cen",
        "summary": "",
        "acronym": "CEN",
        "kind": "eso",
        "country": "BE",
        "website": "not an address",
        "names": inline_formset(rows, initial=1),
        "body": streamfield([]),
        "comments": inline_formset([]),
    }

    response = client.post(reverse("wagtailadmin_pages:edit", args=[cen.pk]), nested_form_data(fields))

    assert "This overlaps another entry" in beside(response, "names-1-starts")
    assert "Enter a valid URL." in beside(response, "website")


def test_a_copied_phase_is_a_draft_without_a_number(client, phase_four, log_in):
    log_in("Publishers")
    fields = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": phase_four.get_parent().pk}

    assert client.post(reverse("wagtailadmin_pages:copy", args=[phase_four.pk]), fields).status_code == 302
    assert PhasePage.objects.originals().get(slug="copy").number is None


def test_what_a_rule_refuses_outside_a_form_is_told_and_nothing_breaks(client, phase_four, log_in):
    log_in("Publishers")
    fields = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": phase_four.get_parent().pk}

    response = client.post(
        reverse("wagtailadmin_pages:copy", args=[phase_four.pk]), {**fields, "publish_copies": "on"}, follow=True
    )

    assert response.status_code == 200
    assert "Type the number in figures." in response.content.decode()
    assert not PhasePage.objects.filter(slug="copy").exists()


def test_an_address_left_empty_is_made_from_the_title_also_after_a_refusal(send):
    assert "Type the number" in beside(send(slug="", number=""), "number")
    assert send(slug="").status_code == 302
    assert PhasePage.objects.get(number=6).slug == "sesec-vi"


@pytest.mark.parametrize("model", OWN_PAGES, ids=lambda model: model.__name__)
def test_no_type_of_page_asks_for_an_address(model, db):
    page = model(locale=Locale.get_default())
    form = model.get_edit_handler().get_form_class()(instance=page, for_user=User(is_superuser=True))
    assert not form.fields["slug"].required


def test_a_text_without_a_word_is_none(send, client):
    send()
    page = PhasePage.objects.get(number=6)

    assert (page.objectives, page.achievements) == ("", "")
    assert "What was achieved" not in client.get(page.url).content.decode()


def test_an_approval_sent_before_the_editor_of_its_texts_has_started_publishes(client, phase_index, log_in):
    draft = PhasePage(title="SESEC VI", slug="sesec-vi", summary="The sixth phase.", number=6, starts="2030-01")
    draft.live = False
    page = phase_index.add_child(instance=draft)
    page.save_revision()
    page.get_workflow().start(page, None)
    log_in("Publishers")

    approval = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), phase(**approval))

    assert client.get("/en/phases/sesec-vi/").status_code == 200
