"""What a company, an official and a journalist type into the box, and the page that must come first.

Written before anybody looked at what is found. A row names the pages that may come first; where it names several, each
of them answers as well as the others, and the row says why. The address is that of the link, with its anchor.
"""

import pytest

from tests.search.searching import offered, search

COMMITTEE, BACKGROUND = "/en/steering-committee/", "/en/background/"
OPEN_DATA, FOLLOW, CONTACT = "/en/open-data/", "/en/follow/", "/en/contact/"
AI_NEWS, AI_NEWS_ZH = "/en/news/ai-standards-week-2025/", "/zh-hans/news/ai-standards-week-2025/"
TC260, AI_COMMITTEE = "/en/who-is-who/tc260/", "/en/who-is-who/sac-tc-28-sc-42/"
EXPERT, EXPERT_ZH = "/en/who-is-sesec/", "/zh-hans/who-is-sesec/"
COMPANIES, COMPANIES_ZH = "/en/for-companies/", "/zh-hans/for-companies/"

ENGLISH = [
    # A company.
    ("what can SESEC do for my company", [COMPANIES]),
    ("company", [COMPANIES]),
    ("who is the expert", [EXPERT]),
    ("contact", [CONTACT]),
    ("e-mail", [CONTACT]),
    # The glossary says what it means; the page tells how such standards are made.
    ("GB/T", ["/en/glossary/#term-gb-t", BACKGROUND]),
    # News of such standards has these words for its title; the glossary has a term of this name.
    ("mandatory national standards", ["/en/glossary/#term-gb", "/en/news/sac-announcement-18-2020/", BACKGROUND]),
    # Pages name the subjects of the posts; news of the subject, and the committee for it, are better still.
    ("cybersecurity", [TC260, BACKGROUND, COMPANIES]),
    ("AI", [AI_NEWS, AI_COMMITTEE, BACKGROUND, COMPANIES]),
    ("artificial intelligence", [AI_NEWS, AI_COMMITTEE, BACKGROUND, COMPANIES]),
    ("next deadline", ["/en/calls/"]),
    ("deadline for comments", ["/en/calls/"]),
    ("open calls", ["/en/calls/"]),
    ("subscribe", [FOLLOW]),
    ("newsletter by mail", [FOLLOW]),
    ("mailing list", [FOLLOW]),
    ("RSS", [FOLLOW]),
    ("calendar", [FOLLOW]),
    ("webcal", [FOLLOW]),
    ("WeChat", [FOLLOW, CONTACT]),
    # An official.
    ("DG GROW", ["/en/partners/dg-grow/"]),
    ("who leads SESEC", [COMMITTEE]),
    ("steering committee 2016", [f"{COMMITTEE}as-of/2016/"]),
    ("who sat in 2016", [f"{COMMITTEE}as-of/2016/"]),
    ("priorities", [f"{COMMITTEE}priorities/"]),
    ("overdue", [COMMITTEE]),
    ("corrective measures", [COMMITTEE]),
    # Each phase has its own; neither is meant more than the other.
    ("terms of reference", [f"/en/phases/sesec-{number}/terms-of-reference/" for number in ("iii", "iv")]),
    # Two partners pay beside each other.
    ("funding", ["/en/partners/dg-grow/", "/en/partners/efta/"]),
    ("privacy", ["/en/privacy/"]),
    # A journalist.
    ("Betty Xu", [EXPERT]),
    ("current phase", ["/en/phases/"]),
    ("SESEC 3", ["/en/phases/sesec-iii/"]),
    ("SESEC III", ["/en/phases/sesec-iii/"]),
    ("CESIP", ["/en/events/cesip-opens-beijing/", "/en/events/cesip-opens-brussels/", BACKGROUND]),
    (
        "2035",
        ["/en/news/research-for-china-standards-2035/", "/en/events/webinar-11-china-standards-2035/", BACKGROUND],
    ),
    ("CSV", [OPEN_DATA]),
    ("open data", [OPEN_DATA]),
    ("sitemap", ["/en/sitemap/"]),
]
CHINESE = [
    ("人工智能", [AI_NEWS_ZH, "/zh-hans/who-is-who/sac-tc-28-sc-42/", "/zh-hans/background/", COMPANIES_ZH]),
    ("谁是专家", [EXPERT_ZH]),
    ("2016年谁是委员", ["/zh-hans/steering-committee/as-of/2016/"]),
    ("下一个截止时间", ["/zh-hans/calls/"]),
    ("网络安全", ["/zh-hans/who-is-who/tc260/", "/zh-hans/background/", COMPANIES_ZH]),
    # Who means GB by it finds the term; others the news and the page.
    ("国标", ["/zh-hans/glossary/#term-gb", "/zh-hans/news/sac-announcement-18-2020/", "/zh-hans/background/"]),
    ("专家", [EXPERT_ZH]),
    ("联系方式", ["/zh-hans/contact/"]),
    ("欧盟委员会", ["/zh-hans/partners/dg-grow/"]),
    ("订阅", ["/zh-hans/follow/"]),
    ("邮件订阅", ["/zh-hans/follow/"]),
    ("微信", ["/zh-hans/follow/", "/zh-hans/contact/"]),
    ("日历", ["/zh-hans/follow/"]),
    ("指导委员会", ["/zh-hans/steering-committee/"]),
    ("第三阶段", ["/zh-hans/phases/sesec-iii/"]),
    # The partner was once named after enterprises, and says so; a page for companies has the word for its title.
    ("企业", [COMPANIES_ZH, "/zh-hans/news/sac-collects-cases-2023/", "/zh-hans/partners/dg-grow/"]),
]
# With the made-up entries.
SAMPLE = [
    ("en", "Sample Holder B", [f"{COMMITTEE}#seats"]),
    ("en", "seat of CEN", [f"{COMMITTEE}#seat-cen"]),
    ("zh-hans", "CEN席位", ["/zh-hans/steering-committee/#seat-cen"]),
    ("en", "903", [f"{COMMITTEE}decisions/2024/#decision-903"]),
    ("en", "No 903", [f"{COMMITTEE}decisions/2024/#decision-903"]),
    ("en", "decision 903", [f"{COMMITTEE}decisions/2024/#decision-903"]),
    ("en", "umbrella report", [f"{COMMITTEE}decisions/2024/#decision-903"]),
    ("en", "overdue", [f"{COMMITTEE}decisions/2024/#decision-903"]),
    ("zh-hans", "示例人员乙", ["/zh-hans/steering-committee/#seats"]),
    ("zh-hans", "雨伞报告", ["/zh-hans/steering-committee/decisions/2024/#decision-903"]),
]


@pytest.mark.parametrize(("words", "first"), ENGLISH)
def test_a_question_in_english_leads_to_its_page(client, db, words, first):
    assert offered(search(client, words))[0] in first


@pytest.mark.parametrize(("words", "first"), CHINESE)
def test_a_question_in_chinese_leads_to_its_page(client, db, words, first):
    assert offered(search(client, words, "zh-hans"))[0] in first


@pytest.mark.parametrize(("language", "words", "first"), SAMPLE)
def test_a_question_about_an_entry_leads_to_its_place(client, sample, language, words, first):
    assert offered(search(client, words, language))[0] in first
