"""How the cells of spreadsheets name a source."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.spreadsheets.references import Reference

from .models import Source

SOURCES = Reference(
    Source.objects.all,
    lambda source: [source.title, source.url, source.title_zh],
    _("No source has “%(name)s” as its title or address. Add it to the register of sources first."),
)
