"""The admin's search, from the box at its head: pages, and with them what the registers have."""

from typing import Any

from wagtail.admin.search import admin_search_areas
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page

from .record_search import Found, RecordSearchArea


class EverythingSearchView(SearchView):
    """Finds pages and entries of registers; each sees what they may."""

    results_template_name = "core/admin/search_results.html"
    verbose_name_plural = Page._meta.verbose_name_plural

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401  as Wagtail's view
        """Add the first entries of each register that has what is asked for."""
        return {**super().get_context_data(**kwargs), "in_registers": self._in_registers()}

    def _in_registers(self) -> list[Found]:
        if not self.search_query:
            return []
        areas = admin_search_areas.search_items_for_request(self.request)
        told = [area.first_of(self.search_query) for area in areas if isinstance(area, RecordSearchArea)]
        return [one for one in told if one.number]
