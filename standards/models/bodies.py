"""Who is who in standardization, in China and in Europe."""

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sesec_portal.core.pages import BasePage
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation


class BodyIndexPage(BasePage):
    """All bodies on record."""

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("who is who")


class BodyPage(BasePage):
    """One body: what it is called and what it decides."""

    parent_page_types = ["standards.BodyIndexPage"]

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")

    @staticmethod
    def listed():
        """Return the published bodies, each with the page to show to the reader; see `memo`."""
        return _listed(get_language())

    @staticmethod
    def by_key():
        """Return the same bodies as a dict by primary key."""
        return {body.pk: body for body in BodyPage.listed()}


@once_per_generation
def _listed(language):
    return tuple(shown_to_reader(BodyPage.objects.for_listing(), language))
