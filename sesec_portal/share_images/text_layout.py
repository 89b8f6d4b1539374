"""Sets text in the portal's own fonts: which letters they have, how wide a text is, where it may be broken."""

import re
import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

import rjieba
from PIL import ImageFont

from sesec_portal.languages.han import HAN

FONTS = Path(__file__).parent / "fonts"
_HANZI = "hanzi-bold.otf"
# Set as Chinese is: its characters, and the blocks of its radicals, of its punctuation and of full-width forms.
_CHINESE = f"{HAN}\u2e80-\u2fff\u3000-\u303f\uff00-\uffef"
_RUN = re.compile(rf"[{_CHINESE}]+|[^\s{_CHINESE}]+\s*|\s+")
# What Chinese does not begin a line with, and what it does not end one with (GB/T 15834-2011, 5.1).
_NOT_FIRST = "，。、；：？！…—·～”’）》〉】〕」』％"
_NOT_LAST = "“‘（《〈【〔「『"

# A piece of a text, with its width without and with the space after it.
Measured = tuple[str, float, float]


class LetterMissing(Exception):
    """The fonts lack a letter of a text; its only argument is that letter."""


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / name, size)


@cache
def _has(name: str, letter: str) -> bool:
    """Tell whether a font has a letter: one that it lacks comes out as its mark for missing letters."""
    font = _font(name, 32)
    return bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


def clean(text: str) -> str:
    """Return a text on one line, composed, without the controls that no eye sees."""
    seen = (letter for letter in unicodedata.normalize("NFC", text) if unicodedata.category(letter) != "Cf")
    return " ".join("".join(seen).split())


def pieces(text: str) -> list[str]:
    """Return a text in the pieces that no line may cut: Latin words with the space after them, Chinese words."""
    found: list[str] = []
    for run in _RUN.findall(text):
        for piece in rjieba.cut(run) if re.match(f"[{_CHINESE}]", run) else [run]:
            if found and not _may_part(found[-1][-1], piece[0]):
                found[-1] += piece
            else:
                found.append(piece)
    return found


def _may_part(last: str, first: str) -> bool:
    if last.isspace():
        return True
    chinese = re.match(f"[{_CHINESE}]", last) or re.match(f"[{_CHINESE}]", first) or last in _NOT_FIRST
    return bool(chinese) and first not in _NOT_FIRST and last not in _NOT_LAST


class Type:
    """Letters of one weight and size, Latin and Chinese.

    Arguments: "semibold" or "regular", the size in pixels, and the text's language. In Chinese, what both fonts
    have (quotation marks, dashes) is as wide as a Chinese character, and Latin is as heavy as the one Chinese font.
    """

    def __init__(self, weight: str, size: int, language: str) -> None:
        if language == "zh-hans":
            self._names, leading = [_HANZI, "latin-semibold.ttf"], 1.28
        else:
            self._names, leading = [f"latin-{weight}.ttf", _HANZI], 1.16
        self.size, self.leading = size, round(size * leading)

    def runs(self, text: str) -> list[tuple[ImageFont.FreeTypeFont, str]]:
        """Return the text in runs of one font: a list of (font, text); raises LetterMissing."""
        return [(_font(name, self.size), "".join(letters)) for name, letters in groupby(text, self._font_of)]

    def _font_of(self, letter: str) -> str:
        for name in self._names:
            if _has(name, letter):
                return name
        raise LetterMissing(letter)

    def width(self, text: str) -> float:
        """Return the width of a text in pixels; raises LetterMissing."""
        return sum(font.getlength(run) for font, run in self.runs(text))

    def lines(self, text: str, width: int) -> list[str]:
        """Return the text in lines, as few as the width allows, then as even in length as that allows.

        A piece too wide for any line is cut; `whole` tells where that is so.
        """
        measured = self._measured(text)
        wide, narrow = width, int(max((bare for _piece, bare, _full in measured), default=0))
        most = len(self._filled(measured, width))
        while wide - narrow > 4:
            middle = (narrow + wide) // 2
            if len(self._filled(measured, middle)) > most:
                narrow = middle
            else:
                wide = middle
        return self._filled(measured, wide)

    def whole(self, text: str, width: int) -> bool:
        """Tell whether the text can be set without a piece cut in two."""
        return all(bare <= width for _piece, bare, _full in self._measured(text))

    def _measured(self, text: str) -> list[Measured]:
        """Return the pieces of a text, each with its width without and with the space after it."""
        return [(piece, self.width(piece.rstrip()), self.width(piece)) for piece in pieces(text)]

    def _filled(self, measured: list[Measured], width: int) -> list[str]:
        """Return lines of which each is filled before the next is begun."""
        lines, used = [""], 0.0
        for piece, bare, full in measured:
            parts = [(piece, bare, full)] if bare <= width else [(each, self.width(each), 0) for each in piece]
            for part, needed, taken in parts:
                if lines[-1] and used + needed > width:
                    lines.append("")
                    used = 0
                lines[-1] += part
                used += taken or needed
        return [line.rstrip() for line in lines]

    def shortened(self, lines: list[str], width: int, most: int) -> list[str]:
        """Return at most so many of the lines, the last with an ellipsis where some are left out."""
        if len(lines) <= most:
            return lines
        last = lines[most - 1]
        while last and self.width(f"{last}…") > width:
            last = last[:-1].rstrip()
        return [*lines[: most - 1], f"{last}…"]
