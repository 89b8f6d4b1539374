"""The calls for comments, the bodies and the terms as open data."""

from collections import namedtuple

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sesec_portal.core.open_data import Column, Register, address_of, date_columns, sample_column, source_columns
from sesec_portal.core.sources import fetch_sources
from sesec_portal.languages.records import bilingual


def moment_columns(name, meaning, value, side):
    """Return the columns of a moment: as announced, and the instant that it means, in UTC.

    Arguments: the name of the first, what it means, a function that returns a Moment or None for a row, and whether
    what is told "starts" or "ends" then.
    """
    exact = _("The instant that “{column}” means, in UTC.")
    return [
        Column(
            name,
            format_lazy(
                pgettext_lazy("one sentence after another", "{} {}"),
                meaning,
                _("As announced, in the form of RFC 9557."),
            ),
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


def bodies(pages):
    """Return the register of bodies. `pages`: returns them, with their relations and the page to show of each."""

    def rows():
        listed = list(pages())
        fetch_sources(listed)
        return listed

    return Register("bodies", _("Who is who in standardization"), BODY_COLUMNS, rows)


def body_names(pages):
    """Return the register of the bodies' names. `pages`: returns the bodies, with their names."""

    def rows():
        named = [_Named(body, name) for body in pages() for name in body.names.all()]
        fetch_sources(row.name for row in named)
        return named

    return Register("body-names", _("Names of the bodies over time"), BODY_NAME_COLUMNS, rows)


def terms(rows):
    """Return the register of terms. `rows`: returns the published ones, with their sources."""
    return Register("terms", _("Glossary"), TERM_COLUMNS, rows)


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
BODY_COLUMNS = [
    Column("body", _("What the body is called, by which every register names it."), lambda body: body.shown.title),
    Column("abbreviation", _("Its abbreviation."), lambda body: body.abbreviation),
    Column("kind", _("What sort of body it is."), lambda body: body.get_kind_display()),
    Column("where", _("Where its decisions apply: china, europe, india or world."), lambda body: body.region),
    Column("part_of", _("The body that it is part of."), lambda body: body.whole and body.whole.shown.title),
    *date_columns("founded", _("When it was founded."), lambda body: body.starts),
    *date_columns(
        "ended", _("Until when there was such a body; empty while there is."), lambda body: body.ends, is_end=True
    ),
    Column(
        "successor", _("The body that took over its tasks."), lambda body: body.follower and body.follower.shown.title
    ),
    Column("website", _("The body’s own website."), lambda body: body.website),
    Column("address", _("The body’s page on this portal."), address_of),
    *source_columns(lambda body: body),
    sample_column(lambda body: body.sample),
]
BODY_NAME_COLUMNS = [
    Column("body", _("What the body is called today."), lambda row: row.body.shown.title),
    Column("name", _("A full name that it has had."), lambda row: row.name.name),
    Column("name_zh", _("The same in Chinese."), lambda row: row.name.name_zh),
    Column("abbreviation", _("Its abbreviation then."), lambda row: row.name.abbreviation or row.body.abbreviation),
    *date_columns("starts", _("Since when it has had the name."), lambda row: row.name.starts),
    *date_columns(
        "ends",
        _("Until when it had the name; empty while it lasts or where nobody recorded it."),
        lambda row: row.name.ends,
        is_end=True,
    ),
    *source_columns(lambda row: row.name),
    sample_column(lambda row: row.name.sample),
]
TERM_COLUMNS = [
    Column("term", _("The term in English."), lambda term: term.name),
    Column("term_zh", _("The term in Chinese."), lambda term: term.name_zh),
    Column("pinyin", _("How the Chinese is read, without tones."), lambda term: term.pinyin),
    Column("abbreviation", _("Its abbreviation."), lambda term: term.abbreviation),
    Column("meaning", _("What it means."), lambda term: bilingual(term, "meaning")),
    Column("code", _("What ends its address in the glossary, after “term-”."), lambda term: term.code),
    *source_columns(lambda term: term),
    sample_column(lambda term: term.sample),
]
_Named = namedtuple("_Named", "body name")
