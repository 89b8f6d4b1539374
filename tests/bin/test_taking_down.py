"""What governs the project is not taken down by one person without a word."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish


def unpublish_address(thing):
    if isinstance(thing, Page):
        return reverse("wagtailadmin_pages:unpublish", args=[thing.pk])
    return reverse(thing.snippet_viewset.get_url_name("unpublish"), args=[thing.pk])


def is_live(thing):
    return type(thing).objects.get(pk=thing.pk).live


def test_a_publisher_does_not_take_it_down(client, log_in, governing):
    log_in("Publishers")

    answer = client.post(unpublish_address(governing), follow=True)

    assert "An Administrator can take it down." in answer.content.decode()
    assert is_live(governing)


def test_an_administrator_says_why_and_the_history_keeps_it(client, log_in, governing):
    log_in("Administrators")
    address = unpublish_address(governing)

    asked = client.post(address).content.decode()
    assert "Why it is taken down" in asked
    assert is_live(governing)
    assert "Say in a sentence why it is taken down." in client.post(address, {"why": " "}).content.decode()

    assert client.post(address, {"why": "Adopted by mistake."}).status_code == 302
    assert not is_live(governing)
    if isinstance(governing, Page):
        history = reverse("wagtailadmin_pages:history", args=[governing.pk])
    else:
        history = reverse(governing.snippet_viewset.get_url_name("history"), args=[governing.pk])
    assert "Adopted by mistake." in client.get(history).content.decode()


@pytest.mark.parametrize(
    ("group", "said"), [("Publishers", "An Administrator can take it down."), ("Administrators", "one by one")]
)
def test_in_a_list_it_is_not_taken_down_at_all(client, log_in, phase_four, group, said):
    log_in(group)

    answer = client.post(f"/admin/bulk/wagtailcore/page/unpublish/?id={phase_four.pk}", follow=True)

    assert said in answer.content.decode()
    assert is_live(phase_four)


def test_a_page_above_it_takes_it_along_only_where_the_form_says_so(client, log_in, home):
    index = home.get_children().get(slug="phases").specific
    log_in("Publishers")
    address = reverse("wagtailadmin_pages:unpublish", args=[index.pk])

    answer = client.post(address, {"include_descendants": "on"}, follow=True)
    assert "An Administrator can take it down." in answer.content.decode()
    assert is_live(index)


def test_other_pages_are_taken_down_as_ever(client, log_in, home):
    page = publish(StandardPage(title="Text", slug="text", locale=home.locale), home)
    log_in("Publishers")

    assert client.post(unpublish_address(page)).status_code == 302
    assert not is_live(page)
