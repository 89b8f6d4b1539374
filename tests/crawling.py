"""A visitor who follows every link and sends every form that a page offers."""

import re
import secrets
from functools import cache
from html import unescape
from io import BytesIO
from urllib.parse import urlencode, urljoin, urlsplit
from zipfile import ZipFile

from bs4 import BeautifulSoup

from sesec_portal.pagecache.memo import memoized_for

STARTS = ("/en/", "/zh-hans/", "/robots.txt", "/sitemap.xml")
_ELSEWHERE = ("/static/", "/admin/")
# Parsing a page takes as long as making it, so its links are read as they stand.
_LINK = re.compile(r"""\s(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
_FORM = re.compile(r"<form\b(?![^>]*\smethod=).*?</form>", re.DOTALL)


def crawl(client, starts=STARTS):
    """Yield (address, response) for these addresses and for all that can be reached from them, each once.

    Follows links, pictures, alternates, sitemaps, redirects and forms, these once for each choice of each select.
    Stays on the portal, and out of the admin.
    """
    waiting, seen = list(starts), set(starts)
    get = asking(client)
    while waiting:
        address = waiting.pop(0)
        response = get(address)
        yield address, response
        for found in _addresses(response):
            target = urlsplit(urljoin(f"http://testserver{address}", found))
            path = target._replace(scheme="", netloc="", fragment="").geturl()
            if target.hostname == "testserver" and path not in seen and not path.startswith(_ELSEWHERE):
                seen.add(path)
                waiting.append(path)


def asking(client):
    """Return `client.get` for a visitor of content that stays as it is: as on a server, pages share their lists."""
    generation = secrets.token_hex()

    def get(*arguments):
        with memoized_for(generation):
            return client.get(*arguments)

    return get


def content(response):
    """Return the text of an answer, a streamed one and a workbook too; an empty text for a picture."""
    if response.headers.get("Content-Type", "").startswith(("image/", "font/")):
        return ""
    raw = b"".join(response.streaming_content) if response.streaming else response.content
    if raw.startswith(b"PK"):
        with ZipFile(BytesIO(raw)) as book:
            raw = b"".join(map(book.read, book.namelist()))
    return raw.decode("utf-8", "replace")


def _addresses(response):
    if "Location" in response.headers:
        yield response.headers["Location"]
    kind = response.headers.get("Content-Type", "")
    if kind.startswith(("application/xml", "text/xml")):
        yield from re.findall(r"<loc>([^<]+)</loc>", content(response))
    if not kind.startswith("text/html"):
        return
    html = content(response)
    for found in _LINK.findall(html):
        if link := "".join(found):
            yield unescape(link)
    for form in _FORM.findall(html):
        yield from _sent(form)


@cache
def _sent(markup):
    """Return the addresses to which a form can be sent; the one in the head is the same on every page."""
    return list(_choices(BeautifulSoup(markup, "html.parser").form))


def _choices(form):
    typed = {"date": "2016-05-01"}
    first = {
        field["name"]: field.get("value") or typed.get(field.get("type"), "")
        for field in form.find_all("input", attrs={"name": True})
    }
    selects = {
        field["name"]: [option["value"] for option in field.find_all("option")] for field in form.find_all("select")
    }
    first.update({name: values[0] for name, values in selects.items() if values})
    for name, values in selects.items() or [("", [""])]:
        for value in values:
            yield f"{form.get('action', '')}?{urlencode({**first, name: value} if name else first)}"
