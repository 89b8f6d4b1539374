"""Whoever can be given an office is found by a part of the name."""

from bs4 import BeautifulSoup
from django.urls import reverse

from partners.models import Person
from tests.reading import words


def test_somebody_is_found_in_the_chooser_by_a_part_of_the_name(client, log_in):
    for name, name_zh in (("Ada Example", "例子"), ("Bo Other", "")):
        Person.objects.create(name=name, name_zh=name_zh)
    log_in("Editors")
    results = reverse(Person.snippet_viewset.chooser_viewset.get_url_name("choose_results"))

    for asked in ("ada", "Exam", "例子"):
        answer = client.get(results, {"q": asked})
        found = [
            words(link) for link in BeautifulSoup(answer.content, "html.parser").select("a[data-chooser-modal-choice]")
        ]
        assert len(found) == 1
        assert "Ada Example" in found[0]
