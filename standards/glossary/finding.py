"""How readers find terms: by their words in both languages, their abbreviations and their meanings."""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from sesec_portal.core.facets import Facets
from sesec_portal.search.records import Description, SearchedRecords
from sesec_portal.visibility.pages import public
from standards.models import GlossaryPage, Term


def terms():
    """Return how terms are found: in the glossary, after the pages that tell more of the same words."""
    return SearchedRecords(
        "term", Term, _("Term"), _("Terms"), Term.objects.live, _describe, order=50, counts_all=False, after_others=True
    )


def _describe(term):
    glossary = public(GlossaryPage.objects.originals()).first()
    if not glossary:
        return None
    return Description(
        title=capfirst(term.in_full),
        page=glossary,
        rest=f"#{term.anchor}",
        summary=term.shown_meaning,
        names=[term.abbreviation, term.name, term.name_zh],
        facets=Facets(sample=term.sample),
    )
