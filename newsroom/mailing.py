"""A newsletter issue as one HTML file for mailing: styles in each element, full addresses, no script, no picture.

Programs that show mails drop style sheets and load nothing from elsewhere without asking.
"""

from urllib.parse import urljoin

from bs4 import BeautifulSoup
from django.utils.safestring import SafeString, mark_safe

from sesec_portal.core.absolute_urls import absolute

_STYLES = {
    "h2": "margin: 32px 0 8px; font-size: 20px; line-height: 1.2;",
    "h3": "margin: 24px 0 8px; font-size: 17px;",
    "p": "margin: 0 0 12px;",
    "ul": "margin: 0 0 12px; padding-left: 24px;",
    "ol": "margin: 0 0 12px; padding-left: 24px;",
    "li": "margin: 0 0 8px;",
    "a": "color: #0b3d91;",
    "dt": "font-weight: bold;",
    "dd": "margin: 0 0 8px 24px;",
    "table": "border-collapse: collapse; margin: 0 0 16px;",
    "th": "padding: 4px 8px; border: 1px solid #d5dae3; text-align: left;",
    "td": "padding: 4px 8px; border: 1px solid #d5dae3;",
    "blockquote": "margin: 0 0 12px; padding-left: 12px; border-left: 3px solid #d5dae3;",
}
# What a mail cannot show, or must not fetch.
_LEFT_OUT = ["script", "style", "img", "picture", "svg", "iframe", "form", "link"]
_KEPT = {"href", "lang", "colspan", "rowspan", "scope"}


def self_contained(html: str, address: str) -> SafeString:
    """Return the HTML of a body for a mail. `address`: that of its page, against which links are read."""
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.find_all(_LEFT_OUT):
        element.decompose()
    for element in soup.find_all(True):
        element.attrs = {name: value for name, value in element.attrs.items() if name in _KEPT}
        if "href" in element.attrs:
            element["href"] = urljoin(absolute(address), element["href"])
        if element.name in _STYLES:
            element["style"] = _STYLES[element.name]
    return mark_safe(str(soup))  # noqa: S308  made of what the page itself prints
