"""The whole guide, on a page of the admin."""

from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .text import sections

TITLE = _("Guide for editors")


class GuideView(WagtailAdminTemplateMixin, TemplateView):
    """The sections, one after the other, below a list of them."""

    template_name = "guide/admin/guide.html"
    page_title = TITLE
    header_icon = "help"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, object]]:
        """Name the page at its head."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        """Return the sections in the reader's language."""
        return {**super().get_context_data(**kwargs), "sections": sections()}
