"""Chinese cut into words, with the dictionary of jieba: PostgreSQL takes a whole Chinese clause for one word."""

import rjieba

from .han import HAN_RUN


def words_to_index(text: str) -> str:
    """Return the text with each Chinese run cut into words, and long words also into their parts."""
    return HAN_RUN.sub(lambda run: f" {' '.join(rjieba.cut_for_search(run[0]))} ", text)


def words_to_find(text: str) -> str:
    """Return the text with each Chinese run cut into words once."""
    return " ".join(HAN_RUN.sub(lambda run: f" {' '.join(rjieba.cut(run[0]))} ", text).split())
