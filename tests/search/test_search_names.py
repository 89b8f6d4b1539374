"""What has several names is found by each of them as by its title."""

import pytest

from tests.search.searching import addresses, search


@pytest.mark.parametrize(
    ("language", "words", "first"),
    [
        ("en", "SAC", "/en/who-is-who/sac/"),
        ("en", "sac ", "/en/who-is-who/sac/"),
        ("en", "国家标准化管理委员会", "/en/who-is-who/sac/"),
        ("zh-hans", "SAC", "/zh-hans/who-is-who/sac/"),
        ("zh-hans", "AQSIQ", "/zh-hans/who-is-who/aqsiq/"),
        ("en", "GB/T", "/en/glossary/#term-gb-t"),
        ("zh-hans", "团体标准", "/zh-hans/glossary/#term-association-standard"),
        ("en", "DG Enterprise and Industry", "/en/partners/dg-grow/"),
    ],
)
def test_the_name_of_a_thing_leads_to_it_first(client, db, language, words, first):
    assert addresses(search(client, words, language))[0] == first


def test_an_open_call_comes_before_one_that_is_closed(client, sample):
    found = addresses(search(client, "截止", "zh-hans"))

    calls = [found.index(f"/zh-hans/calls/sample-call-{state}/") for state in ("closing-soon", "closed")]
    assert calls == sorted(calls)
