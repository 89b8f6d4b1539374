"""Who may do what in the admin: each of its addresses has an answer for everybody, which stands in a table.

`tests/data/admin-access.txt` is that table: for each address and each kind of person what a GET and a POST of the form
there (empty where there is none) are answered: yes, no (refused), login, or none (nothing there, or not that way).
Whoever adds an address decides what is answered, writes the table anew with `make test ARGS="tests/security/
test_admin_access.py --update-access-table"`, and looks at what has changed.
"""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User

from tests.security.admin_addresses import World, answers, routes

TABLE = Path(__file__).resolve().parents[1] / "data" / "admin-access.txt"
# Where Wagtail 7.4 itself fails, at a request that no form of its own sends.
REGISTERS = [
    *("governance/decision", "governance/seat", "governance/sector"),
    *("partners/person", "search/synonymgroup", "standards/term"),
    *("wording/watchedphrase", "wording/allowedphrase"),
]
KNOWN = {
    "failwhale/": "made to fail, so that one can see what a failure looks like",
    "choose-external-link/": "a POST without an address",
    "redirects/import/process/": "a POST without a file that was uploaded before",
    **{
        f"snippets/choose/{register}/create/": "a POST though the chooser has no form for a new entry"
        for register in REGISTERS
    },
}
PEOPLE = ["anonymous", "no role", "Editors", "Publishers", "Administrators"]


def table():
    """Return the table as a dict of dicts: by person, by address."""
    rows = [re.split(r"  +", line) for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    return {person: {route: said[place] for route, *said in rows} for place, person in enumerate(PEOPLE)}


def asked(client, person, settings, tmp_path):
    """Return what is answered to a person at each address."""
    settings.MEDIA_ROOT = tmp_path
    world = World()
    client.raise_request_exception = False
    if person != "anonymous":
        user = User.objects.create_user("somebody", "somebody@example.org", "not-a-real-password")
        user.groups.add(*Group.objects.filter(name=person))
        client.force_login(user)
    return {route: answers(client, world.address(route)) for route in routes()}


@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")  # wagtail-localize's report
@pytest.mark.parametrize("person", PEOPLE)
def test_each_address_answers_everybody_as_the_table_says(client, db, person, settings, tmp_path, request):
    found = asked(client, person, settings, tmp_path)

    assert not {route: said for route, said in found.items() if "fault" in said and route not in KNOWN}
    if request.config.getoption("--update-access-table"):
        write(person, found)
    assert found == table()[person]


def write(person, found):
    """Put what is answered to a person into the table."""
    known = table() if TABLE.exists() else {each: {} for each in PEOPLE}
    known[person] = found
    width = max(map(len, found))
    lines = [f"{'address':{width}}  " + "  ".join(f"{each:14}" for each in PEOPLE)]
    for route in found:
        lines.append(f"{route:{width}}  " + "  ".join(f"{known[each].get(route, '?'):14}" for each in PEOPLE))
    TABLE.write_text("".join(f"{line.rstrip()}\n" for line in lines), encoding="utf-8")
