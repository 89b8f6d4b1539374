"""Plan numbers, symbols of the World Trade Organization, codes of subjects, committees."""

import pytest

from standards.numbers.number import Family
from tests.standards.numbers.reading import read, refused


@pytest.mark.parametrize(
    ("number", "family"),
    [
        ("20260041-Q-339", Family.PLAN),
        ("20252537-T-469", Family.PLAN),
        ("G/TBT/N/CHN/1234", Family.WTO),
        ("G/SPS/N/EU/12/Add.1", Family.WTO),
        ("G/TBT/N/TPKM/12/Rev.1/Corr.2", Family.WTO),
        ("01", Family.ICS),
        ("29.035", Family.ICS),
        ("13.020.20", Family.ICS),
        ("J04", Family.CCS),
        ("A00/09", Family.CCS),
        ("SAC/TC 53", Family.COMMITTEE),
        ("SAC/TC 53/SC 3/WG 2", Family.COMMITTEE),
    ],
)
def test_a_number_or_code_is_of_its_family_and_canonical_as_it_is(number, family):
    assert read(number).family is family
    assert read(number).canonical == number


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("20260041–q–339", "20260041-Q-339"),
        ("g/tbt/n/chn/1234/ADD.1", "G/TBT/N/CHN/1234/Add.1"),
        ("ICS 13.020.20", "13.020.20"),
        ("ccs a00／09", "A00/09"),
        ("TC53SC3", "SAC/TC 53/SC 3"),
        ("SAC/TC53/SC 3", "SAC/TC 53/SC 3"),
    ],
)
def test_signs_blanks_capitals_and_names_make_no_other_code(typed, canonical):
    assert read(typed).canonical == canonical


def test_a_supplement_belongs_to_the_notice_that_it_continues():
    assert read("G/TBT/N/CHN/1234/Rev.1/Add.2").parent == "G/TBT/N/CHN/1234"
    assert read("G/TBT/N/CHN/1234").parent == ""
    assert read("GB/T 1234-2020").parent == ""


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("20260041Q339", "20260041-Q-339"),
        ("20260041-G-339", ""),
        ("TBT/N/CHN/0123", "G/TBT/N/CHN/123"),
        ("G/TBT/N/CHN1234", "G/TBT/N/CHN/1234"),
        ("G/TBT/N/CHN/1234/Add1", "G/TBT/N/CHN/1234/Add.1"),
        ("G/TBT/N/CHN", ""),
        ("ICS 13 020 20", "13.020.20"),
        ("42.020", ""),
        ("CCS I04", ""),
        ("SAC/TC", ""),
    ],
)
def test_a_malformed_one_is_refused_with_what_was_probably_meant(typed, suggestion):
    sentence, suggested = refused(typed)

    assert "is written as" in sentence
    assert suggested == suggestion


@pytest.mark.parametrize("typed", ["G/TBT/W/12", "G/TBT/GEN/12", "42", "I04", "ISO/TC 22/SC 3", "CEN/TC 250"])
def test_other_documents_and_committees_are_taken_as_they_are_typed(typed):
    assert read(typed).family is None
