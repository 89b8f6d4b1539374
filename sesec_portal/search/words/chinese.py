"""Chinese as words, by the dictionary of jieba, and as pairs of characters, which know no dictionary.

A word that the dictionary does not know, or cuts elsewhere in the middle of a sentence, is found by its pairs.
"""

import re
from collections.abc import Iterator

import rjieba

from sesec_portal.languages.han import HAN_RUN

# A text of a hundred thousand characters has fewer; what is made up of ever new ones must not burst the index.
MOST_FRAGMENTS = 30_000


# What makes a sentence a question, and says nothing of what it asks about.
_ASKING = re.compile(
    "请问|如何|怎么样|怎么|怎样|什么时候|什么|哪些|哪里|哪个|哪|谁是|是谁|谁|多少|第几|几个|目前|现在|最近|有没有|有无|是否|吗|呢"
)


def without_question(run: str) -> list[str]:
    """Return the parts of a run of characters that say what is asked about; the run itself where nothing else does.

    如何订阅 asks about 订阅, and 2016年谁是委员 about 委员.
    """
    parts = [part.strip("的是有在了") for part in _ASKING.split(run)]
    return [part for part in parts if part] or [run]


def fragments(text: str) -> list[str]:
    """Return the characters of a text's Chinese, and the pairs of them that its words do not show, each once."""
    found: dict[str, None] = {}
    for run in HAN_RUN.findall(text):
        words = set(rjieba.cut_for_search(run))
        found.update(dict.fromkeys(pair for pair in (*run, *pairs(run)) if pair not in words))
    return list(found)[:MOST_FRAGMENTS]


def is_word(run: str) -> bool:
    """Tell whether the dictionary knows a run of characters as one word."""
    return len(run) > 1 and bool(HAN_RUN.fullmatch(run)) and rjieba.cut(run) == [run]


def pairs(run: str) -> list[str]:
    """Return the pairs of neighbours in a run of characters."""
    return [run[place : place + 2] for place in range(len(run) - 1)]


def parts_to_find(run: str) -> list[str]:
    """Return what must stand in a text that has these words: longer words as they are, single characters in pairs."""
    return list(dict.fromkeys(_parts(run)))


def _parts(run: str) -> Iterator[str]:
    place = 0
    for word in rjieba.cut(run):
        end = place + len(word)
        if len(word) > 1:
            yield word
        else:
            yield from pairs(run[max(place - 1, 0) : end + 1])
        place = end
