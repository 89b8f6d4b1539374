"""The glossary: every published term, by letter in English and by pinyin in Chinese."""

from itertools import groupby

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from sesec_portal.core.blocks import body_field
from sesec_portal.core.pages import BasePage
from sesec_portal.core.sources import any_sample
from sesec_portal.languages.pages import shown_to_reader
from sesec_portal.pagecache.memo import once_per_generation
from standards import registers, structured_data

from .bodies import BodyPage
from .terms import Term


class GlossaryPage(BasePage):
    """Terms in English and Chinese with what they mean, each at an anchor of its own."""

    body = body_field()

    search_fields = [*BasePage.search_fields, index.SearchField("body")]

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    parent_page_types = ["home.HomePage"]
    max_count_per_parent = 1
    query_budget = (3, 3)

    translatable_fields = [*BasePage.translatable_fields, TranslatableField("body")]

    class Meta:
        verbose_name = _("glossary")

    @staticmethod
    def address():
        """Return the address of the published glossary in the reader's language, or None; see `memo`."""
        return _address(get_language())

    def registers(self):
        """Return what of this page is open data."""
        return [registers.terms(Term.listed)]

    def get_context(self, request, *args, **kwargs):
        terms, bodies = Term.listed(), BodyPage.by_key()
        letters = groupby(((term, bodies.get(term.body_id)) for term in terms), key=lambda row: row[0].letter)
        return {
            **super().get_context(request, *args, **kwargs),
            "shows_sample": any_sample(terms),
            "letters": [(letter, list(rows)) for letter, rows in letters],
        }

    def structured_data(self, context):
        return [structured_data.glossary(self, [term for term in Term.listed() if not term.sample])]


@once_per_generation
def _address(language):
    pages = shown_to_reader(GlossaryPage.objects.for_listing()[:1], language)
    return pages[0].shown.url if pages else None
