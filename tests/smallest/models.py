"""The smallest page type, which readers can also narrow a search by."""

from sesec_portal.core.facets import Facets, PageFacet
from sesec_portal.core.pages import BasePage


class SmallestPage(BasePage):
    """A page with nothing but what every page has."""

    parent_page_types = ["home.HomePage"]

    search_type = "smallest"
    facet = PageFacet("smallest", "Smallest page")

    class Meta:
        verbose_name = "smallest page"
        verbose_name_plural = "smallest pages"

    def facets(self):
        return Facets({"smallest": {self.original.pk}})
