"""How many words of Chinese sentences are found: `python -m bench.chinese FOLDER`.

Reads from the folder every `.conllu` file (Universal Dependencies) and every `.json` file like
tests/data/chinese-words.json.
Each word of each sentence is looked for in all sentences of its set, as the portal and as Wagtail's own search would.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import django
from django.db import connection

from bench.grow import create
from sesec_portal.devserver.environment import environment_for
from sesec_portal.languages.han import HAN_CHARACTER
from sesec_portal.search.words.asking import expression
from sesec_portal.search.words.indexing import fragments_of, words_of
from sesec_portal.search.words.units import units_of

Sentence = tuple[str, list[str]]

# The configuration of the portal's index, search.models.CONFIG.
CONFIG = "sesec"
_TABLE = "CREATE TEMPORARY TABLE chinese (number int, vector tsvector, stock tsvector)"
_INSERT = """
    INSERT INTO chinese SELECT %s,
     setweight(to_tsvector(%s::regconfig, %s), 'C') || setweight(to_tsvector(%s::regconfig, %s), 'D'),
     to_tsvector('english', %s)
"""
_FIND = "SELECT number FROM chinese WHERE vector @@ to_tsquery(%s::regconfig, %s)"
_STOCK = "SELECT number FROM chinese WHERE stock @@ plainto_tsquery('english', %s)"


@dataclass
class Measure:
    """What was asked for, found, found by Wagtail's own search, missed although that finds it, and found wrongly.

    Hits are counted of words of two characters and more, as a single one stands in many words; right is a sentence that
    has the word as one of its words, and not inside a longer one or across two.
    """

    asked: int = 0
    found: int = 0
    stock: int = 0
    fewer: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)
    hits: int = 0
    right: int = 0

    def __str__(self) -> str:
        return (
            f"{self.asked} words, {self.found} found ({self.found / self.asked:.2%}), stock Wagtail {self.stock};"
            f" {len(self.fewer)} that it alone finds; {self.hits} hits, {self.right / self.hits:.2%} of them right;"
            f" missed: {' '.join(self.missed[:20])}"
        )


def measure(sentences: list[Sentence]) -> Measure:
    """Return the Measure of a set of sentences, each with its words; uses a temporary table."""
    measured = Measure()
    with connection.cursor() as cursor:
        cursor.execute(_TABLE)
        for number, (text, _words) in enumerate(sentences):
            cursor.execute(_INSERT, [number, CONFIG, words_of(text), CONFIG, fragments_of(text), text])
        for word in sorted({word for _text, words in sentences for word in words if HAN_CHARACTER.search(word)}):
            holding = {number for number, (text, words) in enumerate(sentences) if word in words}
            cursor.execute(_FIND, [CONFIG, expression(units_of(word))])
            ours = {number for (number,) in cursor.fetchall()}
            cursor.execute(_STOCK, [word])
            stock = {number for (number,) in cursor.fetchall()}
            measured.asked += 1
            measured.found += holding <= ours
            measured.stock += bool(holding) and holding <= stock
            measured.missed += [word] * (not holding <= ours)
            measured.fewer += [word] * (not stock <= ours)
            if len(word) > 1:
                measured.hits += len(ours)
                measured.right += len(holding & ours)
        cursor.execute("DROP TABLE chinese")
    return measured


def read(file: Path) -> Iterator[tuple[str, list[Sentence]]]:
    """Yield the sets of a file: a name, and sentences with their words."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".json":
        for one in json.loads(text):
            yield one["source"], [(sentence["text"], sentence["words"]) for sentence in one["sentences"]]
        return
    sentences = []
    for block in text.split("\n\n"):
        lines = block.splitlines()
        whole = next((line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")), "")
        words = [line.split("\t")[1] for line in lines if line[:1].isdigit() and line.split("\t")[0].isdigit()]
        sentences += [(whole, words)] * bool(words)
    yield file.name, sentences


def main(folder: str) -> None:
    """Print the Measure of every set in a folder, by a database of its own."""
    with environment_for("development", "bench-postgres") as environment:
        os.environ.update(environment)
        os.environ["DATABASE_URL"] = create("bench_chinese")
        django.setup()
        from django.core.management import call_command

        call_command("migrate", interactive=False, verbosity=0)
        _report(Path(folder))


def _report(folder: Path) -> None:
    for file in sorted(folder.iterdir()):
        for name, sentences in read(file) if file.suffix in (".conllu", ".json") else ():
            sys.stdout.write(f"{name}: {measure(sentences)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
