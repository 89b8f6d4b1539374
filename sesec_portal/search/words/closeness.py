"""How near one spelling is to another: as many slips as a hand makes in a word of that length."""


def is_slip_of(typed: str, word: str) -> bool:
    """Tell whether somebody who meant a word may have typed this: both in lower case.

    A hand keeps the first letter, leaves out or adds few, and turns two round: one slip in a short word, two in a long.
    """
    most = 1 if len(word) < 7 else 2
    return typed[:1] == word[:1] and abs(len(typed) - len(word)) <= most and slips(typed, word) <= most


def slips(one: str, other: str) -> int:
    """Return how many letters must be put in, taken out, replaced, or turned round with the next (Damerau, 1964)."""
    before, last = [0] * (len(other) + 1), list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, beside in enumerate(other, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != beside))
            turned = row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == beside
            now.append(min(cost, before[column - 2] + 1) if turned else cost)
        before, last = last, now
    return last[-1]
