"""However a number, a name or an acronym is written on a page, a reader finds it who writes it in another way."""

import pytest

from sesec_portal.home.models import StandardPage
from sesec_portal.home.starter.builders import publish
from tests.search.searching import addresses, search

# As it stands on the page, and as it is typed.
SPELLINGS = [
    ("GB/T 1234-2020", "GB/T 1234—2020"),
    ("GB/T 1234—2020", "GB/T 1234-2020"),
    ("GB/T 1234—2020", "gb/t1234"),
    ("GB/T 1234-2020", "GB/T1234"),
    ("GB/T 1234-2020", "GBT 1234"),
    ("GB/T 1234-2020", "GB 1234"),
    ("DB31/T 329-2020", "DB31T 329"),
    ("GB/T1234", "GB/T 1234—2020"),
    ("ＧＢ／Ｔ １２３４－２０２０", "GB/T 1234-2020"),
    ("GB/T 1234-2020", "ＧＢ／Ｔ １２３４"),
    ("GB/T 1234.5-2020", "GB/T 1234"),
    ("GB 4706.1-2005", "GB4706.1"),
    ("GB4706.1", "GB 4706.1"),
    ("GB4706.1", "4706.1"),
    ("EN 301 549", "EN301549"),
    ("EN301549", "EN 301 549"),
    ("EN 301549 V3.2.1", "EN 301 549"),
    ("EN 301549", "301 549"),
    ("CEN-CENELEC", "CEN/CENELEC"),
    ("CEN/CENELEC", "CEN-CENELEC"),
    ("CEN and CENELEC", "CEN/CENELEC"),
    ("G/TBT/N/CHN/1234", "CHN/1234"),
    ("CHN/1234", "G/TBT/N/CHN/1234"),
    ("ISO/IEC 27001:2022", "ISO 27001"),
    ("ISO 27001", "ISO/IEC 27001"),
    ("ISO/IEC 27001", "iso/iec27001:2022"),
    ("IEC 60335-1", "IEC60335-1"),
    ("IEC 60335‑1", "iec 60335-1"),
    ("the EU–Japan dialogue", "EU-Japan"),
    ("the EU-Japan dialogue", "EU—Japan"),
    ("the EU−Japan dialogue", "EU–Japan"),
    ("nonroad machines", "non-road"),
    ("non-road machines", "nonroad"),
    ("2,091 files", "2091"),
]
NAMES = [
    ("Medellín", "Medellin"),
    ("Medellin", "Medellín"),
    ("Šefčovič", "Sefcovic"),
    ("Malmö", "malmo"),
    ("Ｆｕｌｌ Ｗｉｄｔｈ", "full width"),
    ("the IT sector", "IT"),
    ("the WHO says", "WHO"),
    ("money for R&D", "R&D"),
    ("made in the US", "US"),
    ("the AT office", "AT"),
    ("China’s tariff", "china's tariff"),
    ("the e‑bike", "ebike"),
    ("the ebike", "e-bike"),
    ("a co\u00adoperative", "cooperative"),
    ("SESEC VII was never", "SESEC 7"),
    ("SESEC 7 was never", "sesec vii"),
]


@pytest.fixture
def text_page(home):
    """Publish a page of text with these words: `text_page("GB/T 1234")`."""

    def make(words):
        body = [{"type": "text", "value": f"<p>{words.replace('&', '&amp;')}</p>"}]
        return publish(StandardPage(title="Something", slug="something", body=body, locale=home.locale), home)

    return make


@pytest.mark.parametrize(("written", "typed"), [*SPELLINGS, *NAMES])
def test_one_spelling_finds_the_other(client, text_page, written, typed):
    text_page(written)

    assert "/en/something/" in addresses(search(client, typed))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("who is it, at last, and us", "WHO"),
        ("GB/T 1234-2020", "GB/T 1235"),
        ("GB/T 1234-2020", "GB/Z 1234"),
        ("EN 301 549", "EN 301 500"),
        ("between 2014 and 2017", "2014-2017"),
        ("Japan and the EU", "EU-Japan"),
        ("SESEC VI", "SESEC 7"),
        ("hello from the west", '"west hello"'),
    ],
)
def test_another_thing_is_not_found(client, text_page, written, typed):
    text_page(written)

    assert "/en/something/" not in addresses(search(client, typed))


@pytest.mark.parametrize(
    ("written", "typed", "marked"),
    [
        ("A file from Medellín here.", "medellin", ["Medellín"]),
        ("On GB/T 1234-2020 here.", "GBT1234", ["GB/T", "1234"]),
        ("The e-bike is here.", "ebike", ["e-bike"]),
        ("All of it is IT here.", "IT", ["IT"]),
        ("The ＺＩＴＨＥＲ is here.", "zither", ["ＺＩＴＨＥＲ"]),
    ],
)
def test_what_was_found_is_marked_as_it_is_written(client, text_page, written, typed, marked):
    text_page(written)

    extract = search(client, typed).select_one(".results__extract")
    assert [mark.get_text() for mark in extract.select("mark")] == marked


def test_another_edition_stands_below_the_one_that_was_asked_for(client, home):
    for year in (2008, 2020, 2014):
        body = [{"type": "text", "value": f"<p>On GB/T 1234-{year} alone.</p>"}]
        publish(StandardPage(title=f"Edition of {year}", slug=f"y{year}", body=body, locale=home.locale), home)

    found = addresses(search(client, "GB/T 1234-2014"))
    assert found[0] == "/en/y2014/"
    assert set(found) == {"/en/y2008/", "/en/y2014/", "/en/y2020/"}
