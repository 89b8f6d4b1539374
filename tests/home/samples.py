"""The made-up entries, and the banner of the pages that show them."""

from bs4 import BeautifulSoup

from governance.models import Decision, MeetingPage, PriorityRevisionPage, Sector, TermOfOffice
from partners.models import Person
from sesec_portal.sources.models import Source

MARKED = [Decision, MeetingPage, Person, PriorityRevisionPage, Sector, Source, TermOfOffice]


def banner(client, address):
    """Tell whether a page says that it shows made-up entries."""
    return bool(BeautifulSoup(client.get(address).content, "html.parser").select(".notice--sample"))
