"""What makes a sentence a question, and says nothing of what it asks about."""

import re

from sesec_portal.languages.han import HAN_CHARACTER

_ASKING = re.compile(
    "请问|什么意思|如何|怎么样|怎么|怎样|什么时候|什么|哪些|哪里|哪个|谁是|是谁|谁|多少|第几|几个|目前|现在|最近|有没有|有无|是否|吗|呢"
)
# Who asks so asks for one thing by its name.
_WHAT_IS = re.compile(
    r"(?:what(?: is|'s| are| does)|who(?: is|'s)|meaning of|definition of)"
    r" (?:an? |the )?(?P<thing>.+?)(?: mean| stand for)?",
    re.IGNORECASE,
)
_WHAT_IS_CHINESE = re.compile("(?:什么是(?P<one>.+)|(?P<other>.+?)(?:是什么|的?含义|的?意思|的?定义|是什么意思))")
# A year is looked for by its figures.
_YEAR = re.compile("(?<![0-9])([12][0-9]{3})年")


def thing_named(question: str) -> str:
    """Return the name of the thing that a question asks for; any other words as they are.

    “What is SAC?” and “what does SAC mean” ask for SAC, 什么是国标 and 国标是什么意思 for 国标.
    """
    words = " ".join(question.rstrip("?？ ").split())
    if found := _WHAT_IS.fullmatch(words):
        return found["thing"]
    found = _WHAT_IS_CHINESE.fullmatch(words)
    return (found["one"] or found["other"]) if found else words


def what_is_asked_about(words: str) -> list[str]:
    """Return the parts of a word that say what is asked about; the word itself where nothing else is left.

    如何订阅 asks about 订阅, and 2016年谁是委员 about 2016 and 委员.
    """
    if not HAN_CHARACTER.search(words):
        return [words]
    parts = [part.strip("的是有在了") for part in _ASKING.split(_YEAR.sub(r"\1 ", words))]
    return [part for several in parts for part in several.split()] or [words]
