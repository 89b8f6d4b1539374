"""The stylesheet: its colours stand out from each other, and its contents are as it says."""

import re

import pytest

from tests.databases import ROOT

CSS = (ROOT / "static/css/portal.css").read_text(encoding="utf-8")
# WCAG 2.2, 1.4.6, level AAA.
ENOUGH = 7
WRITTEN_IN = {"ink", "ink-2", "blue", "gold-text", "red"}
WRITTEN_ON = {"paper", "paper-2"}
# What has a ground of its own: a button, the committee in the drawing.
ON_ITS_OWN = [("paper", "blue"), ("paper", "ink")]
PAIRS = [*((text, ground) for text in sorted(WRITTEN_IN) for ground in sorted(WRITTEN_ON)), *ON_ITS_OWN]


def _tokens():
    """Return the colours by name, for light, dark and print."""
    light, dark, paper = (
        dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block)) for block in re.findall(r":root \{([^}]*)\}", CSS)
    )
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **paper}}


def _luminance(colour):
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    dark, light = sorted([_luminance(one), _luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_measured_as_wcag_does():
    assert _contrast("#000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_whatever_is_written_stands_out_from_whatever_it_is_written_on(theme):
    tokens = _tokens()[theme]
    ratios = {pair: _contrast(*(tokens[name] for name in pair)) for pair in PAIRS}

    assert {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < ENOUGH} == {}


def test_nothing_is_written_in_or_on_another_colour():
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", CSS, flags=re.DOTALL))
    written_in, written_on = set(), set()
    for selector, declarations in rules:
        colour = re.search(r"(?<![\w-])color: var\(--([\w-]+)\)", declarations)
        ground = re.search(r"(?<![\w-])background: var\(--([\w-]+)\)", declarations)
        if colour and ground:
            assert (colour[1], ground[1]) in PAIRS, selector
        elif colour:
            written_in.add(colour[1])
        # No words stand in the bar of a phase's progress.
        elif ground and not selector.strip().startswith("progress::"):
            written_on.add(ground[1])

    assert written_in <= WRITTEN_IN
    assert written_on <= WRITTEN_ON


def test_the_contents_at_its_head_name_every_part_in_order():
    contents = CSS[: CSS.index("*/")]
    parts = re.findall(r"^/\* (\d+ .*) \*/$", CSS, flags=re.MULTILINE)

    assert re.findall(r"^   (\d+ .*)$", contents, flags=re.MULTILINE) == parts
    assert [int(part.split()[0]) for part in parts] == list(range(1, len(parts) + 1))
