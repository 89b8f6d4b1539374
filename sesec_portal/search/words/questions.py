"""What makes a sentence of Chinese a question, and says nothing of what it asks about."""

import re

from sesec_portal.languages.han import HAN_CHARACTER

_ASKING = re.compile(
    "请问|如何|怎么样|怎么|怎样|什么时候|什么|哪些|哪里|哪个|谁是|是谁|谁|多少|第几|几个|目前|现在|最近|有没有|有无|是否|吗|呢"
)
# A year is looked for by its figures.
_YEAR = re.compile("(?<![0-9])([12][0-9]{3})年")


def what_is_asked_about(words: str) -> list[str]:
    """Return the parts of a word that say what is asked about; the word itself where nothing else is left.

    如何订阅 asks about 订阅, and 2016年谁是委员 about 2016 and 委员.
    """
    if not HAN_CHARACTER.search(words):
        return [words]
    parts = [part.strip("的是有在了") for part in _ASKING.split(_YEAR.sub(r"\1 ", words))]
    return [part for several in parts for part in several.split()] or [words]
