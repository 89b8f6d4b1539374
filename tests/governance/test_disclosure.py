"""What is internal appears nowhere: not in a page, a search result, an export, a sitemap, a header or a comment.

Marks are loaded in every place that readers may not read; then a visitor asks for everything there is.
"""

from urllib.parse import unquote

import pytest
from django.db import transaction
from django.db.models import QuerySet
from django.test import TestCase
from wagtail.query import PageQuerySet

from governance.models import Decision
from governance.models.queries import DecisionQuerySet
from partners.models import Person
from sesec_portal.core import navigation
from sesec_portal.core.records import RecordQuerySet
from sesec_portal.languages.records import bilingual
from tests.crawling import STARTS, asking, content, crawl
from tests.governance.canaries import OPEN, behind_the_scenes, plant_marks

LANGUAGES = ("en", "zh-hans")
COMMITTEE = "steering-committee/"
REGISTERS = ["phases/phases", "partners/partners"]
REGISTERS += [f"{COMMITTEE}{name}" for name in ("seats", "meetings", "decisions", "priorities/priorities")]
# The only addresses that may be missing, as long as no register is offered as a file.
KINDS = ("csv", "json", "xlsx")
FILES = [f"/{language}/{name}.{kind}" for language in LANGUAGES for name in REGISTERS for kind in KINDS]
DAYS = ("2007-01-01", "2016-05-01", "2021-06-01", "2025-02-01", "2026-11-22", "2099-12-31")
AS_OF = [
    f"/{language}/{register}as-of/{day}/"
    for language in LANGUAGES
    for register in ("phases/", COMMITTEE, f"{COMMITTEE}priorities/")
    for day in DAYS
]
BY_YEAR = [
    f"/{language}/{COMMITTEE}{day}{name}/{year}"
    for language in LANGUAGES
    for day in ("", "as-of/2025-02-01/")
    for name, year in (("decisions", ""), ("decisions", "2025/"), ("meetings", ""))
]
COMMON = ["standards committee", "SESEC", "meeting", "corrective measure", "标准化委员会", "指导委员会"]
SEARCHES = [f"/{language}/search/?q={words}" for language in LANGUAGES for words in COMMON]
STRANGE = "zz0internalmark"


@pytest.fixture(scope="module")
def _planted(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True):
            marks = plant_marks()
        yield marks
        transaction.set_rollback(True)


@pytest.fixture
def marks(_planted, db):
    """The marks loaded in every internal place, once for all tests of this file: a mapping of word to place."""
    return _planted


def told(response):
    """All that an answer tells: its headers and its text, comments too."""
    headers = "\n".join(f"{name}: {value}" for name, value in response.headers.items())
    return unquote(f"{headers}\n{content(response)}").lower()


def leaks(answers, marks):
    """Return which places' marks these answers tell, and where; not those that the visitor wrote into the address."""
    return {
        (place, address)
        for address, response in answers
        for text in [told(response)]
        for word, place in marks.items()
        if word in text and word not in address
    }


def ask(client, addresses):
    get = asking(client)
    return [(address, get(address)) for address in addresses]


def test_what_is_internal_is_nowhere_a_visitor_can_get(client, marks):
    answers = list(crawl(client, [*STARTS, *AS_OF, *BY_YEAR, *SEARCHES, *FILES]))

    assert not leaks(answers, marks)
    strange = {address for address, response in answers if response.status_code not in {200, 301, 302}}
    assert strange <= set(FILES)
    asked_for = {address for address, _ in answers}
    for language in LANGUAGES:
        wanted = ["partners/cen/", "phases/sesec-iv/", "steering-committee/priorities/compare/1/2/"]
        wanted += ["steering-committee/open-meeting/", "steering-committee/priorities/list-2/"]
        assert {f"/{language}/{rest}" for rest in wanted} <= asked_for
    everything = "\n".join(told(response) for _, response in answers)
    assert all(words.lower() in everything for words in OPEN)


def test_previews_drafts_private_pages_and_the_editors_lists_tell_a_visitor_nothing(client, marks):
    answers = ask(client, behind_the_scenes())

    assert len(answers) > 200
    assert not leaks(answers, marks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_asking_for_an_internal_word_is_answered_like_asking_for_nonsense(client, marks, language):
    get = asking(client)
    nothing = content(get(f"/{language}/search/", {"q": STRANGE}))

    for word, place in marks.items():
        found = content(get(f"/{language}/search/", {"q": word}))
        assert found.replace(word, STRANGE) == nothing, place


FORGETFUL = {
    "the register lists internal decisions": (DecisionQuerySet, "published", lambda self: self),
    "a decision prints its wording": (Decision, "public_text", property(lambda self: bilingual(self, "wording"))),
    "the registers hold drafts": (RecordQuerySet, "live", lambda self: self),
    "a person is named": (Person, "published_name", property(lambda self: bilingual(self, "name"))),
    "a person is described": (Person, "published_biography", property(lambda self: bilingual(self, "biography"))),
    "a person counts as named": (Person, "may_be_named", True),
    "lists hold drafts": (PageQuerySet, "live", QuerySet.all),
    "lists hold private pages": (navigation, "public", PageQuerySet.live),
}


@pytest.mark.parametrize("output", FORGETFUL)
def test_the_sweep_notices_an_output_that_forgets_to_filter(client, marks, monkeypatch, output):
    monkeypatch.setattr(*FORGETFUL[output])
    few = ["", "phases/sesec-iv/", "partners/cen/", COMMITTEE, f"{COMMITTEE}priorities/"]
    few += ["search/?q=standards committee"]

    assert leaks(ask(client, [f"/{language}/{rest}" for language in LANGUAGES for rest in few]), marks)
