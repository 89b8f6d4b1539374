"""What the tests of numbers share."""

from datetime import date

import pytest

from standards.numbers.number import MalformedNumber
from standards.numbers.recognition import recognise

DAY = date(2026, 11, 29)


def read(text):
    """Return the number that a text is on a certain day."""
    return recognise(text, today=DAY)


def refused(text):
    """Return how a text is refused: the sentence, and what may have been meant."""
    with pytest.raises(MalformedNumber) as caught:
        read(text)
    return str(caught.value), caught.value.suggestion
