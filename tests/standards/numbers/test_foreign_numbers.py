"""Numbers from outside China. Many are samples of the library pubid (pubid/pubid, spec/fixtures)."""

import pytest

from standards.numbers.number import Family
from tests.standards.numbers.reading import read, refused


@pytest.mark.parametrize(
    ("number", "family"),
    [
        ("EN 228", Family.CEN),
        ("EN 16602-60-15:2014", Family.CEN),
        ("prEN 13241-1:2013", Family.CEN),
        ("FprEN 16798-3", Family.CEN),
        ("EN ISO 13485:2016/AC:2018", Family.CEN),
        ("EN ISO 13485:2016/Amd 1:2016", Family.CEN),
        ("EN ISO 10077-1:2006+AC:2009+AC2:2009", Family.CEN),
        ("ENV ISO/TR 13843:2001", Family.CEN),
        ("HD 60364-7-725", Family.CEN),
        ("HD 629.1 S3:2019", Family.CEN),
        ("CR 13933:2000", Family.CEN),
        ("CEN/CLC/TS 17880:2022", Family.CEN),
        ("CEN/CLC Guide 25:2023", Family.CEN),
        ("ETSI EN 300 175-1", Family.ETSI),
        ("ETSI TS 132 611 V17.0.0 (2022-05)", Family.ETSI),
        ("ETSI GS mWT 004 V1.1.1 (2016-06)", Family.ETSI),
        ("ETSI I-ETS 300 317/A1 ed.1 (1996-06)", Family.ETSI),
        ("ISO 20072:2010", Family.ISO),
        ("ISO/IEC TR 29110-5-6", Family.ISO),
        ("ISO/CD 45001.2", Family.ISO),
        ("ISO/DTR 22351", Family.ISO),
        ("ISO/IEC 10646:2017/Amd 2:2019", Family.ISO),
        ("IEC 31010:2019(en,fr)", Family.ISO),
        ("IEC 60335-1:2010+AMD1:2013 CSV", Family.ISO),
        ("ISO/R 300-3:1968", Family.ISO),
        ("IWA 14-1:2013", Family.ISO),
    ],
)
def test_a_european_or_international_number_is_of_its_family_and_canonical_as_it_is(number, family):
    assert read(number).family is family
    assert read(number).canonical == number


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("FprEN 50600‑2‑4", "FprEN 50600-2-4"),
        ("EN 527\u00ad2:2016+A1:2019", "EN 527-2:2016+A1:2019"),
        ("PREN228: 2008", "prEN 228:2008"),
        ("CLC GUIDE 1:2022", "CLC Guide 1:2022"),
        ("EN 301 549 v3.2.1 (2021-03)", "ETSI EN 301 549 V3.2.1 (2021-03)"),
        ("ETSI EN 301549", "ETSI EN 301 549"),
        ("iso/iec27001:2022", "ISO/IEC 27001:2022"),
        ("ISO 6709:2008/Cor. 1:2009", "ISO 6709:2008/Cor 1:2009"),
        ("ISO/IEC GUIDE 38:1983", "ISO/IEC Guide 38:1983"),
    ],
)
def test_signs_blanks_capitals_and_the_name_of_etsi_make_no_other_number(typed, canonical):
    assert read(typed).canonical == canonical


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("en iso9001:2015", "EN ISO 9001:2015"),
        ("EN 228 2008", "EN 228:2008"),
        ("EN ISO 13485:2016/AC:2016 (first corrigendum)", "EN ISO 13485:2016/AC:2016"),
        ("EN 13445 series", ""),
        ("CEN/TS", ""),
        ("ETSI EN 301 549 3.2.1 2021/03", "ETSI EN 301 549 V3.2.1 (2021-03)"),
        ("ETSI TS 103 645 V2.1.2 (2020-13)", ""),
        ("ISO 9001 2015", "ISO 9001:2015"),
        ("ISO 9001:2015 and others", ""),
    ],
)
def test_a_malformed_one_is_refused_with_what_was_probably_meant(typed, suggestion):
    sentence, suggested = refused(typed)

    assert "is written as" in sentence
    assert suggested == suggestion


@pytest.mark.parametrize(
    "typed",
    [
        "BS 5750-1979",
        "BS EN ISO 9001:2015",
        "DIN EN 228:2017-08",
        "SN EN ISO 9001:2015",
        "AS/NZS 3112:2017",
        "JIS B 0001:2019",
        "ASTM D123-17",
        "ГОСТ 2.105—95",
        "ИСО 9001:2015",
        "ITU-T X.509",
        "Directive 2014/35/EU",
        "ISO/IEC Directives, Part 1:2022",
        "/foo 1-2020",
        "JTG D60-2015",
        "强制性国家标准",
        "",
    ],
)
def test_numbers_of_bodies_that_the_portal_does_not_know_are_never_refused(typed):
    assert read(typed).family is None
    assert read(typed).canonical == typed
    assert read(f"  {typed.replace(' ', '  ')} ").canonical == typed
