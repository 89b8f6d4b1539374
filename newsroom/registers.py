"""News, events and publications as open data."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import Column, Register, address_of, date_columns, sample_column, source_columns
from sesec_portal.core.sources import fetch_sources
from standards.registers import moment_columns, topics_column

_TITLE = Column("title", _("Its title."), lambda page: page.shown.title)
_KIND = Column("kind", _("What kind it is."), lambda page: page.get_kind_display())
_COMMON = [
    topics_column(),
    Column("address", _("Its page on this portal."), address_of),
    *source_columns(lambda page: page),
    sample_column(lambda page: page.sample),
]


def news(pages):
    """Return the register of news. `pages`, called when the data are wanted, gives pages with the page to show."""
    dated = date_columns("date", _("When it happened."), lambda item: item.date)
    return Register("news", _("News"), [_TITLE, _KIND, *dated, *_COMMON], _rows(pages))


def events(pages):
    """Return the register of events. `pages` as for `news`."""
    columns = [
        _TITLE,
        _KIND,
        *moment_columns("starts", _("When it starts."), lambda event: event.starts, "starts"),
        *moment_columns("ends", _("When it ends."), lambda event: event.ends, "ends"),
        Column("status", _("Where it stands now."), lambda event: str(event.status.label)),
        Column("city", _("Where it is held; empty where it is held online only."), lambda event: event.shown_city),
        Column("online", _("True when people can take part online."), lambda event: event.online, datatype="boolean"),
        Column("attendance", _("How many people attended."), lambda event: event.attendance, datatype="integer"),
        *_COMMON,
    ]
    return Register("events", _("Events"), columns, _rows(pages))


def publications(pages):
    """Return the register of publications. `pages` as for `news`."""
    columns = [
        _TITLE,
        _KIND,
        Column("issue_number", _("The number printed on it."), lambda one: one.issue_number, datatype="integer"),
        *date_columns("issued", _("When it was published."), lambda one: one.issued),
        *date_columns("starts", _("The first day of which it tells."), lambda one: one.starts),
        *date_columns("ends", _("The last day of which it tells."), lambda one: one.ends, is_end=True),
        *_COMMON,
    ]
    return Register("publications", _("Publications"), columns, _rows(pages))


def _rows(pages):
    def rows():
        listed = list(pages())
        fetch_sources(listed)
        return listed

    return rows
