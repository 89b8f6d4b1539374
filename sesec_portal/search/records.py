"""What readers find that is no page: entries of registers, and views. Apps say how, each for what it knows.

An app returns its SearchedRecords from a function that it gives to Wagtail's hook `register_searched_records`, and its
SearchedViews from one that it gives to `register_searched_views`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache

from django.conf import settings
from django.db.models import Model, QuerySet
from django.utils.functional import Promise
from wagtail import hooks
from wagtail.models import Page

from sesec_portal.core.facets import Facets

LANGUAGES = [code for code, _name in settings.LANGUAGES]


@dataclass(frozen=True)
class Description:
    """What is found of an entry, in the active language, and where it is shown.

    Attributes: `page`, the page in the first language that shows it, and `rest`, what follows the address of that page:
    “decisions/2024/#decision-903”. `words`: by which it is found though nothing prints them; `names`: other names of
    the same thing, each as good as its title.
    """

    title: str
    page: Page
    rest: str = ""
    summary: str = ""
    text: str = ""
    words: str = ""
    names: Sequence[str] = ()
    facets: Facets = field(default_factory=Facets)


@dataclass(frozen=True)
class SearchedRecords:
    """The entries of one register, as readers find them.

    Attributes: `name` of the kind in the index, its words for one and for many, its `order` among the kinds and whether
    a search `counts_all` there are, and whether they come `after_others`: what a reader hardly looks for, but for those
    who type its name; `rows` returns those that readers may know of, and `describe` the Description of
    one of them, or None where no page shows it.
    """

    name: str
    model: type[Model]
    one: str | Promise
    many: str | Promise
    rows: Callable[[], QuerySet]
    describe: Callable[[Model], Description | None]
    order: int = 60
    counts_all: bool = True
    after_others: bool = False

    def key(self, primary_key: object, language: str) -> str:
        """Return the key under which the index keeps an entry in a language: “decision/12/en”."""
        return f"{self.name}/{primary_key}/{language}"


@dataclass(frozen=True)
class SearchedView:
    """A view that is no page, as readers find it; `rest` is an anchor, `words` are found though nothing prints them."""

    view: str
    title: str | Promise
    summary: str | Promise
    words: str | Promise = ""
    rest: str = ""

    def key(self, language: str) -> str:
        """Return the key under which the index keeps it in a language: “view/open-data#feeds/en”."""
        return f"view/{self.view}{self.rest}/{language}"


@cache
def searched_records() -> dict[type[Model], SearchedRecords]:
    """Return every SearchedRecords by its model, in the order of the kinds."""
    found = [records for register in hooks.get_hooks("register_searched_records") for records in register()]
    return {records.model: records for records in sorted(found, key=lambda records: records.order)}


@cache
def searched_views() -> dict[str, SearchedView]:
    """Return every SearchedView by its key in each language."""
    views = [view for register in hooks.get_hooks("register_searched_views") for view in register()]
    return {view.key(language): view for view in views for language in LANGUAGES}
