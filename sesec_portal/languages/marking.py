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
# Three words in a row; a name of two, such as Betty Xu, is read well enough without (WCAG 2.2, 3.1.2 exempts names).
_WORD = r"[A-Za-z][A-Za-z’'-]*"
_ENGLISH_RUN = re.compile(rf"{_WORD}(?:[,;:]? (?:{_WORD}|[\d.–-]+)){{2,}}")
_TAG = re.compile(r"(<[^>]*>)")


def mark_foreign(text: str) -> SafeString:
    """Return a text, or HTML that is safe already, with each run in the other language in `<span lang="…">`.

    That is Chinese on English pages, and English on Chinese ones.
    """
    html = conditional_escape(text)
    run, language = (_ENGLISH_RUN, "en") if get_language() == "zh-hans" else (_RUN, "zh-hans")
    if not run.search(html):
        return html
    parts = _TAG.split(html)
    # Every other part is a tag, whose attributes must stay as they are.
    parts[::2] = [run.sub(rf'<span lang="{language}">\g<0></span>', part) for part in parts[::2]]
    return SafeString("".join(parts))
