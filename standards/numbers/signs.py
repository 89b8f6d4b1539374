"""Signs in numbers that mean the same, made one."""

import re

from sesec_portal.search.words.folding import folded

# Between figures the hyphen that shows at the end of a line alone is one that should always show: 50600(-)2.
_SOFT_HYPHEN = re.compile(r"(?<=\d)\u00ad(?=\d)")
_SIGN = re.compile(r" ?([/.:+-]) ?")
_ALL_PARTS = re.compile(r" ?\((?:all parts|所有部分)\)$", re.IGNORECASE)


def normalised(text: str) -> str:
    """Return a text with plain letters, figures and dashes, and no blank that means nothing.

    Chinese print has letters of full width, and the long dash before the year (ttbz.org.cn; pubid's samples).
    """
    text = " ".join(folded(_SOFT_HYPHEN.sub("-", text)).split())
    return _SIGN.sub(r"\1", text)


def without_all_parts(text: str) -> tuple[str, bool]:
    """Return a normalised text without “(all parts)” behind it, and whether it was there."""
    plain = _ALL_PARTS.sub("", text)
    return plain, plain != text
