"""The templates: each in its place, each line short enough to read."""

from tests.databases import ROOT

TEMPLATES = ROOT / "templates"
# What pages are built on, and the answers that Django looks for under these names.
AT_THE_ROOT = {"403", "404", "429", "500", "503", "base", "page_with_rail", "standalone"}
LONGEST = 120


def test_what_pages_are_made_of_is_sorted_by_app():
    assert {path.stem for path in TEMPLATES.glob("*.html")} == AT_THE_ROOT
    assert {path.parent.parent for path in TEMPLATES.rglob("includes")} == {TEMPLATES}


def test_no_line_of_a_template_is_too_long_to_read():
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in TEMPLATES.rglob("*.html")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST
    ]

    assert not long
