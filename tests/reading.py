"""What a reader sees of a page: its words."""

from bs4 import BeautifulSoup


def words(element):
    """Return the text of an element on one line, as it reads."""
    return " ".join(element.get_text(" ").split()).replace(" ,", ",").replace(" .", ".")


def main_of(client, address):
    """Return the words of a page's main part."""
    return words(BeautifulSoup(client.get(address).content, "html.parser").main)
