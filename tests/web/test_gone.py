"""What is not found outside the languages is answered there, and nothing typed is lost."""

import pytest
from django.urls import reverse

from partners.models import Person
from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from tests.filling_in import filled_in


@pytest.mark.parametrize("kind", ["page", "person"])
def test_who_saves_what_a_colleague_has_deleted_keeps_what_was_typed(client, log_in, home, kind):
    log_in("Publishers")
    if kind == "page":
        thing = publish(StandardPage(title="Text", slug="text", summary="Short"), home)
        address, typed = reverse("wagtailadmin_pages:edit", args=[thing.pk]), {"summary": "A long sentence"}
    else:
        thing = Person.objects.create(name="Somebody")
        address = reverse("wagtailsnippets_partners_person:edit", args=[thing.pk])
        typed = {"affiliation": "A long sentence"}
    form = filled_in(client.get(address).content, **typed)
    thing.delete()

    answer = client.post(address, form, follow=True)

    html = answer.content.decode()
    assert answer.status_code == 410
    assert "was deleted after you opened it" in html
    assert "A long sentence" in html
    assert "csrfmiddlewaretoken" not in html.split("<dl>")[1].split("</dl>")[0]
    assert reverse("bin:list") in html


def test_strangers_learn_nothing_of_it(client, db):
    assert client.post("/admin/pages/99999/edit/", {"title": "x"}).status_code == 302


@pytest.mark.parametrize("address", ["/admin/pages/99999/edit/", "/admin/none/", "/documents/9/x.pdf", "/media/x.png"])
def test_a_wrong_address_outside_the_languages_is_not_looked_for_inside_them(client, log_in, address):
    log_in("Publishers")

    assert client.get(address).status_code == 404


@pytest.mark.parametrize("key", ["x", "1;2", ""])
def test_a_list_of_things_that_are_no_keys_is_refused(client, log_in, key):
    log_in("Publishers")

    assert client.get(f"/admin/bulk/wagtailcore/page/delete/?id={key}").status_code == 400


def test_a_review_that_a_colleague_has_ended_is_no_fault(client, log_in, phase_four):
    log_in("Publishers")
    address = reverse("wagtailadmin_pages:edit", args=[phase_four.pk])
    action = {"action-workflow-action": "true", "workflow-action-name": "approve"}

    answer = client.post(address, filled_in(client.get(address).content, **action), follow=True)
    assert answer.status_code == 200
    assert "had ended already. Nothing was approved or sent back" in answer.content.decode()


def test_a_form_that_saves_itself_is_told_that_it_was_deleted(client, log_in):
    log_in("Publishers")

    answer = client.post("/admin/pages/99999/edit/", {"title": "x"}, headers={"accept": "application/json"})

    assert answer.status_code == 400
    assert "was deleted meanwhile" in answer.json()["error_message"]


def test_what_a_colleague_has_brought_back_is_brought_back_once(client, log_in):
    log_in("Publishers")

    answer = client.post(reverse("bin:bring_back", args=["34836cce-0000-4000-8000-000000000000"]), follow=True)

    assert "It is not in the bin any more" in answer.content.decode()
