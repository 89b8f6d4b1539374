"""Words of another language inside a text, marked so that screen readers and fonts treat them as such.

WCAG 2.2, success criterion 3.1.2 (Language of Parts).
"""

import re

from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from .han import HAN

# A run begins and ends with a Chinese character; punctuation, figures and spaces inside it belong to it.
_RUN = re.compile(rf"[{HAN}](?:[{HAN}\d\s·/、，。；：（）《》“”]*[{HAN}）》])?")
_TAG = re.compile(r"(<[^>]*>)")


def mark_chinese(text: str) -> SafeString:
    """Return a text, or HTML that is safe already, with each Chinese run in `<span lang="zh-hans">`.

    Where Chinese is the active language the text is returned as it is, only escaped.
    """
    html = conditional_escape(text)
    if get_language() == "zh-hans" or not _RUN.search(html):
        return html
    parts = _TAG.split(html)
    # Every other part is a tag, whose attributes must stay as they are.
    parts[::2] = [_RUN.sub(r'<span lang="zh-hans">\g<0></span>', part) for part in parts[::2]]
    return SafeString("".join(parts))
