"""Chinese cut into words, with the dictionary of jieba: PostgreSQL takes a whole Chinese clause for one word."""

import re

import rjieba

CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")


def words_to_index(text: str) -> str:
    """Return the text with each Chinese run cut into words, and long words also into their parts."""
    return CHINESE.sub(lambda run: f" {' '.join(rjieba.cut_for_search(run[0]))} ", text)


def words_to_find(text: str) -> str:
    """Return the text with each Chinese run cut into words once."""
    return " ".join(CHINESE.sub(lambda run: f" {' '.join(rjieba.cut(run[0]))} ", text).split())
