"""Chinese pages are set as Chinese is: full-width punctuation between Chinese words, and no blank after it."""

import re

from bs4 import BeautifulSoup

from tests.crawling import asking
from tests.pages import published_pages

HAN = r"[\u4e00-\u9fff]"
WESTERN = re.compile(rf"{HAN}[)”]? ?[,;:?!](?!//)|[,;:?!] ?{HAN}")
BLANK = re.compile(rf"[，。；：、] (?=[“（]?{HAN})")
# Besides the pages: views, and a register as of a month, which says what day that is.
VIEWS = ["open-data/", "follow/", "sitemap/", "search/?q=xyz", "steering-committee/as-of/2024-05/"]
BLOCKS = "p, li, dd, dt, td, th, h1, h2, h3, caption, label, summary"


def lines_of(html):
    """Return what a page's blocks print, cut where something else begins: a line, a new wording, a mark."""
    for broken in html.find_all(["br", "ins", "span"]):
        broken.insert_before("|")
    for block in html.select(BLOCKS):
        if not block.find(["p", "ul", "ol", "dl", "table"]):
            yield from (" ".join(line.split()) for line in block.get_text().split("|"))


def test_no_western_punctuation_stands_between_chinese_words(client, sample):
    get = asking(client)
    addresses = [page.url for page in published_pages().filter(locale__language_code="zh-hans")]
    faults = {}
    for address in [*addresses, *(f"/zh-hans/{view}" for view in VIEWS)]:
        html = BeautifulSoup(get(address).content, "html.parser")
        for line in lines_of(html):
            if WESTERN.search(line) or BLANK.search(line):
                faults.setdefault(line, address)
    assert not faults
