"""Editors record calls: what is refused stands beside its field, and what is doubtful is said."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from newsroom.models import NewsIndexPage
from sesec_portal.home.starter.newsroom import publish_news
from sesec_portal.home.starter.standards import publish_call
from standards.models import CallIndexPage, CallPage
from tests.filling_in import filled_in
from tests.reading import words


@pytest.fixture
def index(db):
    return CallIndexPage.objects.originals().get()


@pytest.fixture
def call(index):
    return publish_call(
        index, title="Kites", slug="kites", kind="national", locale=index.locale, numbers=[{"number": "GB 4544-2020"}]
    )


def send(client, call, **typed):
    """Send the form of a call as it stands but for what is typed; return what is answered."""
    address = reverse("wagtailadmin_pages:edit", args=[call.pk])
    form = filled_in(client.get(address).content)
    return client.post(address, {**form, **typed}, follow=True)


def test_what_is_refused_is_told_beside_the_field_and_nothing_typed_is_lost(client, log_in, call):
    log_in("Editors")
    response = send(
        client,
        call,
        **{
            "opens_day": "2026-07-02",
            "opens_zone": "Asia/Shanghai",
            "deadline_day": "2026-07-01",
            "deadline_time": "17:00",
            "deadline_zone": "Asia/Shanghai",
            "numbers-0-number": "GBT 4544-2020",
            "deadline_wording": "于7月1日前",
        },
    )
    html = BeautifulSoup(response.content, "html.parser")

    assert "Perhaps you mean GB/T 4544-2020." in words(html.find(id="panel-child-content-numbers-section"))
    assert html.find("input", {"name": "deadline_time"})["value"] == "17:00"
    assert html.find("input", {"name": "deadline_wording"})["value"] == "于7月1日前"
    assert html.find("input", {"name": "numbers-0-number"})["value"] == "GBT 4544-2020"


def test_of_a_time_that_the_clocks_show_twice_the_editor_is_told_which_was_taken(client, log_in, call):
    log_in("Editors")
    day = {"deadline_day": "2090-10-29", "deadline_zone": "Europe/Brussels"}
    sentence = "Deadline: the clocks show this time twice. Taken: 29 October 2090, 02:30 Brussels time, UTC+02:00"

    twice = BeautifulSoup(send(client, call, **day, deadline_time="02:30").content, "html.parser")
    assert sentence in words(twice)
    once = BeautifulSoup(send(client, call, **day, deadline_time="03:30").content, "html.parser")
    assert "twice" not in words(once)


def test_a_call_does_not_take_the_address_of_a_year(client, log_in, call):
    log_in("Editors")
    html = BeautifulSoup(send(client, call, slug="2026").content, "html.parser")

    assert "The page above answers at this address itself. Choose another." in words(html)
    assert CallPage.objects.get(pk=call.pk).slug == "kites"


def test_a_moment_is_typed_in_three_boxes_and_printed_in_both_zones(client, log_in, alone, call):
    log_in("Publishers")
    typed = {"deadline_day": "2090-07-01", "deadline_time": "17:00", "deadline_zone": "Asia/Shanghai"}
    send(client, call, **typed, **{"action-publish": "1"})

    assert "1 July 2090, 17:00 Beijing time (11:00 Brussels time)" in words(
        BeautifulSoup(client.get(call.url).content, "html.parser").main
    )


def test_one_number_with_two_titles_is_saved_with_a_warning(client, log_in, index, call):
    log_in("Editors")
    other = publish_call(index, title="Umbrellas", slug="umbrellas", kind="national", locale=index.locale)
    response = send(
        client, other, **{"numbers-TOTAL_FORMS": "1", "numbers-0-number": "GB 4544-2020", "numbers-0-role": "own"}
    )

    assert "GB 4544-2020 is the number of “Kites” too" in words(BeautifulSoup(response.content, "html.parser"))
    assert CallPage.objects.get(pk=other.pk).get_latest_revision_as_object().numbers.get().number == "GB 4544-2020"


def test_staff_see_which_closed_calls_have_no_outcome(client, log_in, index, call):
    log_in("Editors")
    publish_call(
        index, title="Closed", slug="closed", kind="law", locale=index.locale, deadline="2019-07-01[Asia/Shanghai]"
    )
    page = words(BeautifulSoup(client.get(reverse("standards_admin:calls_without_outcome")).content, "html.parser"))

    assert "Closed" in page
    assert "Kites" not in page
    assert "Standardization Law" not in page


def test_the_page_that_cannot_be_deleted_promises_no_bin(client, log_in, alone, call):
    log_in("Publishers")
    address = reverse("wagtailadmin_pages:delete", args=[call.pk])
    assert "It stays in the bin for ninety days." in client.get(address).content.decode()

    index = NewsIndexPage.objects.originals().get()
    publish_news(index, title="News", slug="told", locale=index.locale, call=call)
    assert "It stays in the bin for ninety days." not in client.get(address).content.decode()


def test_a_call_and_its_translation_are_not_two_titles_for_one_number(sample, client, log_in):
    call = CallPage.objects.originals().get(slug="sample-call-open")
    translated = CallPage.objects.get(translation_key=call.translation_key, locale__language_code="zh-hans")
    assert translated.numbers.exists()
    assert translated.title != call.title
    log_in("Editors")

    answer = words(BeautifulSoup(send(client, call).content, "html.parser"))
    assert "has been updated" in answer or "has been saved" in answer
    assert "two titles for one number" not in answer
