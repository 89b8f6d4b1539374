"""The form of a seat tells in the heading of each term whose it was, and folds what is over."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from governance.models import Seat, TermOfOffice
from partners.models import Person
from tests.reading import words


@pytest.fixture
def terms(client, cen, log_in):
    """The panels of two terms of CEN's seat, one over and one in force, as the form has them."""
    seat = Seat.objects.get(partner=cen)
    for name, dates in (("Ada Former", {"starts": "2016", "ends": "2018"}), ("Bea Present", {"starts": "2019"})):
        TermOfOffice.objects.create(seat=seat, holder=Person.objects.create(name=name), **dates)
    log_in("Publishers")
    html = client.get(reverse("wagtailsnippets_governance_seat:edit", args=[seat.pk])).content
    rows = BeautifulSoup(html, "html.parser").select("#id_terms-FORMS > [data-inline-panel-child]")
    return [row.find("section") for row in rows]


def test_a_term_that_is_over_stands_folded_and_the_one_in_force_is_marked_and_open(terms):
    former, present = terms

    assert "Ada Former, 2016 to 2018" in words(former.h2)
    assert "in force" not in words(former.h2)
    assert "collapsed" in former["class"]
    assert "Bea Present, from 2019: in force" in words(present.h2)
    assert "collapsed" not in present["class"]


def test_the_source_of_a_term_stands_together_and_folded(terms):
    fold = terms[1].find("section")

    assert words(fold.find(attrs={"data-panel-heading-text": True})) == "Source"
    assert "collapsed" in fold["class"]
    assert {"terms-1-cited", "terms-1-cited_at"} <= {field["name"] for field in fold.select("input[name]")}
