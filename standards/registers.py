"""The calls for comments as open data."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sesec_portal.core.open_data import Column, Register, address_of, date_columns, sample_column, source_columns
from sesec_portal.core.sources import fetch_sources


def moment_columns(name, meaning, value, side):
    """Return the columns of a moment: as announced, and the instant that it means, in UTC.

    Arguments: the name of the first, what it means, a function that returns a Moment or None for a row, and whether
    what is told "starts" or "ends" then.
    """
    exact = _("The instant that “{column}” means, in UTC.")
    return [
        Column(
            name,
            format_lazy("{} {}", meaning, _("As announced, in the form of RFC 9557.")),
            lambda row: _text(value(row)),
        ),
        Column(f"{name}_utc", format_lazy(exact, column=name), lambda row: _instant(value(row), side)),
    ]


def topics_column():
    """Return the column of the topics of a page, which have been fetched."""
    return Column(
        "topics",
        _("The codes of the topics: a list, in CSV separated by semicolons."),
        lambda page: [topic.sector.code for topic in page.topics.all() if topic.sector.live],
        is_list=True,
    )


def calls(pages):
    """Return the register of calls. `pages`, called when the data are wanted, gives calls with what lists print."""

    def rows():
        listed = list(pages())
        fetch_sources(listed)
        return listed

    return Register("calls", _("Calls for comments"), CALL_COLUMNS, rows)


def _text(moment):
    return str(moment) if moment else None


def _instant(moment, side):
    return getattr(moment, side).strftime("%Y-%m-%dT%H:%MZ") if moment else None


CALL_COLUMNS = [
    Column("title", _("What is called for comments on."), lambda call: call.shown.title),
    Column("announced_title", _("The title as announced, in Chinese."), lambda call: call.announced_title),
    Column("kind", _("What kind of draft or notice it is."), lambda call: call.get_kind_display()),
    Column("issued_by", _("Who calls for comments."), lambda call: call.issued_by and call.issued_by.shown.title),
    Column(
        "numbers",
        _("The numbers of the draft, its plan or its notification: a list, in CSV separated by semicolons."),
        lambda call: [number.number for number in call.numbers.all() if number.role == number.Role.OWN],
        is_list=True,
    ),
    *moment_columns("opens", _("Since when comments can be sent."), lambda call: call.opens, "starts"),
    *moment_columns("deadline", _("Until when comments can be sent."), lambda call: call.deadline, "ends"),
    *moment_columns(
        "own_deadline", _("Until when they can be sent through SESEC."), lambda call: call.own_deadline, "ends"
    ),
    Column("status", _("Where the call stands now."), lambda call: str(call.status.label)),
    Column("outcome", _("What came of it."), lambda call: call.shown.outcome),
    *date_columns("outcome_date", _("When that was."), lambda call: call.outcome_date),
    topics_column(),
    Column("address", _("The call’s page on this portal."), address_of),
    *source_columns(lambda call: call),
    sample_column(lambda call: call.sample),
]
