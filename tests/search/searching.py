"""How the tests search, and what they read."""

import re

from bs4 import BeautifulSoup

from sesec_portal.search.models import SearchEntry


def search(client, words="", language="en", *, address=None, **filters):
    """Return the page of a search, parsed."""
    response = client.get(address) if address else client.get(f"/{language}/search/", {"q": words, **filters})
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def addresses(html):
    """Return the addresses of the results in the reader's language, in order."""
    return [link["href"] for link in html.select("ol.results h3 a")]


def counts(html, facet):
    """Return the values that a filter offers with their numbers of results."""
    if facet == "year":
        texts = [option.get_text() for option in html.select("select option[value]") if option["value"]]
        # Each "2024 (3)", or in Chinese "2024（3）"; "2024 (1000+)" where not all were counted.
        pairs = [re.fullmatch(r"\s*(\d+)\s*[(（](\d+)\+?[)）]\s*", text).groups() for text in texts]
        return {year: int(number) for year, number in pairs}
    radios = [radio for radio in html.select(f'input[type=radio][name="{facet}"]') if radio["value"]]
    return {radio["value"]: int(radio.parent.select_one(".filters__count").get_text().rstrip("+")) for radio in radios}


def texts(html):
    """Return the words of the main part on one line."""
    return " ".join(html.main.get_text(" ").split())


def offered(html):
    """Return the addresses of all results in order, those in the other language last."""
    return [link["href"] for link in html.select("ol.results h3 a, .elsewhere .results h3 a")]


def words_kept():
    """Everything that the index holds."""
    entries = SearchEntry.objects.values_list("title", "summary", "text", "vector", "title_vector")
    return " ".join(str(part) for entry in entries for part in entry)
