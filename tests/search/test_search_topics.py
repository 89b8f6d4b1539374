"""Readers narrow a search to a topic, and find what has it by every name of the topic."""

import pytest

from governance.models import Sector
from tests.search.searching import addresses, counts, search

CALL, ISSUE = "calls/sample-call-open/", "publications/sample-issue/"


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_a_search_is_narrowed_to_a_topic(client, sample, language):
    everything = search(client, "", language, topic="sample-kites")
    found = addresses(everything)

    assert {f"/{language}/{CALL}", f"/{language}/{ISSUE}"} <= set(found)
    assert f"/{language}/events/sample-event-tomorrow/" not in found
    assert counts(everything, "topic")["sample-kites"] == len(found)


def test_a_topic_that_does_not_exist_is_named_and_ignored(client, sample):
    html = search(client, "kites", topic="ukuleles")

    assert "has no value “ukuleles”, so the search ignored it" in " ".join(html.main.get_text().split())
    assert addresses(html)


def test_what_has_a_topic_is_found_by_every_name_of_it(client, sample, django_capture_on_commit_callbacks):
    sector = Sector.objects.get(code="sample-kites")
    assert not addresses(search(client, "zithers"))

    with django_capture_on_commit_callbacks(execute=True):
        sector.aka = "zithers\n古筝"
        sector.save()
    assert f"/en/{CALL}" in addresses(search(client, "zithers"))
    assert f"/zh-hans/{CALL}" in addresses(search(client, "古筝", "zh-hans"))

    with django_capture_on_commit_callbacks(execute=True):
        sector.unpublish()
    assert not addresses(search(client, "zithers"))


def test_a_body_is_a_filter_for_its_calls(client, sample):
    found = addresses(search(client, "", body="sample-office"))

    assert f"/en/{CALL}" in found
    assert "/en/who-is-who/sample-office/" in found
