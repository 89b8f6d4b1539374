"""The sources as open data."""

from collections.abc import Callable, Iterable

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import Column, Register, date_columns, sample_column
from sesec_portal.languages.records import bilingual

SOURCE_COLUMNS = [
    Column("title", _("What the source is called."), lambda source: source.shown_title),
    Column("publisher", _("Who wrote or published it."), lambda source: bilingual(source, "publisher")),
    Column(
        "kind",
        _(
            "The kind of source: project-iii, project-iv (the project’s site in that phase), former-site, partner, "
            "official, press or other."
        ),
        lambda source: source.kind,
    ),
    Column("language", _("The language of the source, as an ISO 639-1 code."), lambda source: source.language),
    *date_columns("published", _("When it was published."), lambda source: source.published),
    Column("url", _("The address of the source, even if it no longer works."), lambda source: source.url),
    Column(
        "seen_on", _("The last day on which somebody read the source at this address."), lambda source: source.seen_on
    ),
    Column(
        "gone_since",
        _("The day on which somebody found that the address no longer works."),
        lambda source: source.gone_since,
    ),
    Column("archive_url", _("The address of a copy in a web archive."), lambda source: source.archive_url),
    sample_column(lambda source: source.sample),
]


def sources(rows: Callable[[], Iterable[object]]) -> Register:
    """Return the register of sources. `rows`: returns the published ones."""
    return Register("sources", gettext("Sources"), SOURCE_COLUMNS, rows)
