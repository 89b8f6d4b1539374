"""Numbers of Chinese standards. Some are samples of the library pubid (pubid/pubid, spec/fixtures/gb)."""

import pytest

from standards.numbers.number import Family
from tests.standards.numbers.reading import read, refused


@pytest.mark.parametrize(
    ("number", "family"),
    [
        ("GB/T 20223-2006", Family.NATIONAL),
        ("GB/T 5606.1-2004", Family.NATIONAL),
        ("GB 1234-2010", Family.NATIONAL),
        ("GB/Z 123-2008", Family.NATIONAL),
        ("GB/T 20000", Family.NATIONAL),
        ("GB/T 1234-88", Family.NATIONAL),
        ("GB 20891-2014/XG1-2020", Family.NATIONAL),
        ("GBZ 2.1-2019", Family.SPECIAL),
        ("GBZ/T 300.1-2017", Family.SPECIAL),
        ("GBn 12-90", Family.SPECIAL),
        ("GJB/Z 299-2006", Family.SPECIAL),
        ("GSB 05-1426-2001", Family.SPECIAL),
        ("JJF 1001-2011", Family.SPECIAL),
        ("JB/T 13368-2018", Family.SECTOR),
        ("HB/Z 12-2010", Family.SECTOR),
        ("YY 0505-2012", Family.SECTOR),
        ("JGJ/T 100-2015", Family.SECTOR),
        ("DB/T 12-2019", Family.SECTOR),
        ("DB31/T 329-2020", Family.LOCAL),
        ("DB4403/T 489-2024", Family.LOCAL),
        ("T/GZAEPI 001-2018", Family.GROUP),
        ("Q/CR 9218-2015", Family.ENTERPRISE),
    ],
)
def test_a_chinese_number_is_of_its_family_and_canonical_as_it_is(number, family):
    assert read(number).family is family
    assert read(number).canonical == number
    assert not read(number).warnings


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("ＧＢ／Ｔ １２３４－２０２０", "GB/T 1234-2020"),
        ("gb/t 1234—2020", "GB/T 1234-2020"),
        (" GB / T  1234.5 – 2020 ", "GB/T 1234.5-2020"),
        ("GB4706.1", "GB 4706.1"),
        ("gbn 12-90", "GBn 12-90"),
        ("DB 31/T 329-2020", "DB31/T 329-2020"),
        ("DB31/T329−2020", "DB31/T 329-2020"),
        ("DB 31-2014", "DB 31-2014"),
        ("T/GZAEPI 001—2018", "T/GZAEPI 001-2018"),
    ],
)
def test_signs_blanks_and_capitals_make_no_other_number(typed, canonical):
    assert read(typed).canonical == canonical
    assert read(typed).as_printed == typed


@pytest.mark.parametrize("typed", ["GB/T 5606 (all parts)", "GB/T 5606（所有部分）", "GB/T 5606(All Parts)"])
def test_all_parts_are_told_apart_from_the_number(typed):
    assert read(typed).canonical == "GB/T 5606"
    assert read(typed).all_parts
    assert not read("GB/T 5606").all_parts


def test_the_parts_of_a_number_have_names():
    assert read("DB4403/T 489.2-2024").parts == {
        "prefix": "DB",
        "region": "4403",
        "kind": "T",
        "number": "489",
        "part": "2",
        "year": "2024",
    }


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("GBT 123-2024", "GB/T 123-2024"),
        ("GBT123-2024", "GB/T 123-2024"),
        ("GB-T 123:2024", "GB/T 123-2024"),
        ("GB/T 123 2024", "GB/T 123-2024"),
        ("GB/T-123-2024", "GB/T 123-2024"),
        ("GB 123-97", "GB 123-1997"),
        ("GBZT 201.1-2007", "GBZ/T 201.1-2007"),
        ("JBT 13368-2018", "JB/T 13368-2018"),
        ("DB31T 329-2020", "DB31/T 329-2020"),
        ("T/GZAEPI001-2018", "T/GZAEPI 001-2018"),
        ("Q/CR9218-2015", "Q/CR 9218-2015"),
        ("GB", ""),
        ("GB/T", ""),
        ("GB/-2010", ""),
        ("GB/T -2006", ""),
        ("GB/T 1234-2020 and others", ""),
        ("DB99/T 12-2020", ""),
        ("T/CAS 2020年", ""),
    ],
)
def test_what_claims_to_be_chinese_and_is_not_written_so_is_refused_with_what_was_probably_meant(typed, suggestion):
    sentence, suggested = refused(typed)

    assert "is written as" in sentence
    assert suggested == suggestion


def test_a_code_of_a_sector_that_nobody_knows_is_a_warning():
    assert read("XX/T 12-2020").family is Family.SECTOR
    assert "XX" in str(*read("XX/T 12-2020").warnings)


@pytest.mark.parametrize("late", ["YY 0505-2019", "DB31 329-2020"])
def test_mandatory_standards_of_sectors_and_provinces_after_2018_are_a_warning(late):
    assert "national" in str(*read(late).warnings)
    assert not read(late[:-4] + "2018").warnings
    assert not read("GB 4544-2020").warnings
