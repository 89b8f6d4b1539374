"""What a reader typed as PostgreSQL is asked for it: an expression for `to_tsquery`.

As web searches read it: every word must be there; "words in quotation marks" stand together, and just so; -without;
this or that.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from sesec_portal.languages.han import HAN_CHARACTER

from .acronyms import acronym
from .chinese import is_word, pairs, parts_to_find, without_question
from .compounds import COMPOUND, Compound, phase
from .units import JOINED, RUN, Unit, apart

_OR = frozenset({"or", "|", "或"})


def expression(units: Sequence[Unit], widened: Callable[[Sequence[Unit]], Iterable[str]] | None = None) -> str:
    """Return the expression for these units; an empty one where nothing is asked.

    Argument: `widened`, a function that is given each group of units that must all be there, and returns their
    expressions; by default each stands for itself.
    """
    groups: list[list[Unit]] = [[]]
    for place, unit in enumerate(units):
        # Where nothing stands on one of its sides it is a word like others.
        between = 0 < place < len(units) - 1
        if between and unit.words.lower() in _OR and not unit.exact and not unit.without:
            groups.append([])
        else:
            groups[-1].append(unit)
    return _any(_all((widened or each)(group)) for group in groups)


def each(units: Sequence[Unit]) -> Iterator[str]:
    """Yield the expression of each unit by itself."""
    for unit in units:
        words = _exactly(unit.words) if unit.exact else _all(_of_words(unit.words))
        if words:
            yield f"!{words}" if unit.without else words


def any_of(terms: Iterable[str]) -> str:
    """Return the expression for what has one of some terms, each of them words that stand together."""
    return _any(_of_term(term) for term in terms)


def _of_term(term: str) -> str:
    """Return the expression for a term; a word that the dictionary knows is not looked for across its cuts."""
    # Pieces that are no words have the least weight, D.
    return f"{_quoted(term)}:ABC" if is_word(term) else _exactly(term)


def _exactly(words: str) -> str:
    """Return the expression for words that stand together; of Chinese all pairs of characters must be there."""
    words = words.replace(JOINED, " ")
    if HAN_CHARACTER.search(words):
        return _all(part for run in RUN.findall(words) for part in _of_run(run, exact=True))
    only = COMPOUND.fullmatch(words)
    return _all(_of_compound(words)) if only else _quoted(" ".join(apart(words)))


def _of_words(words: str) -> Iterator[str]:
    for run in RUN.findall(words):
        yield from _of_run(run)


def _of_run(run: str, *, exact: bool = False) -> Iterator[str]:
    if HAN_CHARACTER.match(run):
        yield from (_of_chinese(part, exact=exact) for part in ([run] if exact else without_question(run)))
    elif word := acronym(run):
        yield _quoted(word)
    elif number := phase(run.replace(JOINED, " ")):
        yield from (_quoted(run.split(JOINED)[0]), _quoted(number))
    else:
        rest = 0
        for found in COMPOUND.finditer(run):
            yield from _of_compound(found[0])
            rest = found.end()
        # What is neither a letter nor a figure PostgreSQL leaves out, or knows better.
        if not rest:
            yield _quoted(run)


def _of_chinese(run: str, *, exact: bool) -> str:
    together = _all(map(_quoted, pairs(run) or [run]))
    if exact or len(run) < 3:
        return together
    return _any([_all(map(_quoted, parts_to_find(run))), together])


def _of_compound(text: str) -> Iterator[str]:
    compound = Compound.of(text)
    if compound.publishers:
        yield _any(map(_quoted, compound.publishers))
    elif compound.letters:
        yield from _of_letters(compound)
    *number, last = compound.figures or ("",)
    if compound.is_edition:
        # Another edition is better than none, and stands below.
        yield _quoted(" ".join(number))
        yield _any([_quoted(last), _quoted(" ".join(number))])
    elif last:
        yield _quoted(" ".join(compound.figures))


def _of_letters(compound: Compound) -> Iterator[str]:
    letters, long = compound.letters, [part for part in compound.letters if len(part) > 1]
    signs = compound.signs[: len(letters) - 1]
    if len(letters) == 1:
        yield _quoted(letters[0])
    elif len(long) == len(letters) and "-" not in signs:
        yield from map(_quoted, letters)
    elif len(long) == len(letters):
        yield _any([_quoted(" ".join(letters)), _quoted(compound.joined)])
    else:
        # GB/T, R&D, e-mail: what is left of single letters says nothing.
        yield _quoted(compound.joined)


def _quoted(words: str) -> str:
    escaped = words.replace("\\", " ").replace("'", "''").replace("\0", " ").strip()
    return f"'{escaped}'" if escaped else ""


def _all(parts: Iterable[str]) -> str:
    return _together(parts, " & ")


def _any(parts: Iterable[str]) -> str:
    return _together(parts, " | ")


def _together(parts: Iterable[str], sign: str) -> str:
    known = list(dict.fromkeys(filter(None, parts)))
    return f"({sign.join(known)})" if len(known) > 1 else "".join(known)
