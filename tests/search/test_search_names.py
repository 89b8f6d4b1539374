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
        ("en", "what is SAC?", "/en/who-is-who/sac/"),
        ("en", "what does GB/T mean", "/en/glossary/#term-gb-t"),
        ("en", "phase 5", "/en/phases/sesec-v/"),
        ("en", "what changed", "/en/changes/"),
        ("en", "latest news", "/en/news/"),
        ("en", "next event", "/en/events/"),
        ("en", "latest newsletter", "/en/publications/"),
        ("en", "current priorities", "/en/steering-committee/priorities/"),
        ("en", "decision register", "/en/steering-committee/"),
        ("en", "cyber", "/en/who-is-who/tc260/"),
        ("zh-hans", "国标委", "/zh-hans/who-is-who/sac/"),
        ("zh-hans", "国标委是什么意思", "/zh-hans/who-is-who/sac/"),
        ("zh-hans", "工信部", "/zh-hans/who-is-who/miit/"),
        ("zh-hans", "网安标委", "/zh-hans/who-is-who/tc260/"),
        ("zh-hans", "强标", "/zh-hans/glossary/#term-gb"),
        ("zh-hans", "第五阶段", "/zh-hans/phases/sesec-v/"),
        ("zh-hans", "最近更新", "/zh-hans/changes/"),
        ("zh-hans", "近期活动", "/zh-hans/events/"),
        ("zh-hans", "最新新闻", "/zh-hans/news/"),
        ("zh-hans", "优先事项", "/zh-hans/steering-committee/priorities/"),
        ("zh-hans", "联系人", "/zh-hans/contact/"),
    ],
)
def test_the_name_of_a_thing_leads_to_it_first(client, db, language, words, first):
    assert addresses(search(client, words, language))[0] == first


def test_an_open_call_comes_before_one_that_is_closed(client, sample):
    found = addresses(search(client, "截止", "zh-hans"))

    calls = [found.index(f"/zh-hans/calls/sample-call-{state}/") for state in ("closing-soon", "closed")]
    assert calls == sorted(calls)
