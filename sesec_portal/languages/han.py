"""Which characters are Chinese: the one definition, for all who mark, cut, look for or set Chinese text.

By the names of Unicode's blocks:
- CJK Unified Ideographs and their Extension A, in which all but rare text is written;
- of CJK Symbols and Punctuation 〇 alone, the ideographic number zero, which is written among characters (二〇二六年);
- CJK Compatibility Ideographs, which come out of old encodings and of PDFs, and look like the others;
- the Supplementary and the Tertiary Ideographic Plane, which Unicode has set aside for nothing else: Extensions B to J
  and the Compatibility Ideographs Supplement, for the characters of some names.

Punctuation, radicals, strokes and full-width letters are not among them: what stands between characters is for each to
say who reads runs of them.
"""

import re

# What stands between the brackets of a regular expression, in Python's syntax.
HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"

# One Chinese character, and a run of them.
HAN_CHARACTER = re.compile(f"[{HAN}]")
HAN_RUN = re.compile(f"[{HAN}]+")
