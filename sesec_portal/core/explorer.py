"""The explorer of pages: below each list what matters of its pages, and everywhere how the translations stand."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageViewSet, page_viewset_registry
from wagtail.models import Page

from sesec_portal.edtf.dates import PartialDate
from sesec_portal.languages.pages import is_original
from sesec_portal.languages.punctuation import colon, listed
from sesec_portal.languages.states import states_of_translations

from .pages import BasePage


class Fact(Column):
    """A fact of a page, told of its original; nothing of pages of other types, which may stand in the same list."""

    def __init__(
        self, name: str, label: object, told: Callable[[Any], object], of: type[Page], sort_key: str | None = None
    ) -> None:
        """Take what the column is called, how the fact is told of a page `of` a type, and what to sort by."""
        super().__init__(name, label=label, sort_key=sort_key)
        self.told, self.of = told, of

    def get_value(self, page: BasePage) -> object:
        """Return the fact, as the list prints it."""
        original = getattr(page, "original", page)
        value = self.told(original) if isinstance(original, self.of) else None
        if isinstance(value, PartialDate):
            return value.spelled_out()
        return "" if value is None else value


class _Translations(Column):
    """How the translations of a page stand, or the page itself where it is one."""

    def get_value(self, page: BasePage) -> str:
        return listed(f"{name}{colon()}{state.label}" for name, state in page.states_of_translations)


class _WithFacts:
    """A list of pages that knows their originals and translations, by the same queries however many there are."""

    # Of which type facts are told, and what they need of its pages beside them; set by the viewset.
    facts_of: type[Page] = Page
    facts_need: Sequence[str] = ()

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        context = super().get_context_data(**kwargs)  # type: ignore[misc]  # every list has it
        add_facts(context["object_list"], self.facts_of, self.facts_need)
        return context


def add_facts(pages: Sequence[Any], of: type[Page], facts_need: Sequence[str]) -> None:
    """Give pages their originals, those of the type with what the facts need, and tell how translations stand."""
    states = states_of_translations(pages)
    translations = [page for page in pages if not is_original(page)]
    keys = {page.translation_key for page in translations}
    found = Page.objects.filter(translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE)
    originals = {page.translation_key: page for page in found.select_related("locale").defer_streamfields().specific()}
    for page in pages:
        page.states_of_translations = states[page.pk]
    for page in translations:
        page.original = originals.get(page.translation_key, page)
    prefetch_related_objects([page.original for page in pages if isinstance(page.original, of)], *facts_need)


class _ExplorerView(_WithFacts, ExplorableIndexView):
    """The pages below a page."""


class _TypeUseView(_WithFacts, ContentTypeUseView):
    """All pages of a type."""


class ExplorerViewSet(PageViewSet):
    """What the explorer shows of pages: of all, their translations; a subclass adds the facts of one type.

    Its model is Page, so that a page of another type, which may stand in the same list, is listed as well.
    """

    model = Page
    index_view_class = _ExplorerView
    content_type_use_view_class = _TypeUseView
    # The type whose facts are told, and the types of the pages below which it is listed.
    of: type[Page] = Page
    below: Sequence[type[Page]] = (Page,)
    facts: Sequence[Fact] = ()
    # The relations of which the facts ask.
    facts_need: Sequence[str] = ()

    @cached_property
    def list_display(self) -> list[Column]:
        """The columns."""
        first, *others = ExplorableIndexView.base_columns[1:]
        shown = [ExplorableIndexView.base_columns[0], first, *self.facts]
        return [*shown, _Translations("translations", label=_("Translation")), *others]

    def get_index_view_kwargs(self, **kwargs: object) -> dict[str, object]:
        """Add what the facts need."""
        return super().get_index_view_kwargs(facts_of=self.of, facts_need=self.facts_need, **kwargs)

    def on_register(self) -> None:
        """Show these columns below the pages of the types named."""
        page_viewset_registry.register(self.of, self, parent_models=self.below)
