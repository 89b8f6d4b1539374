"""The register of decisions and measures."""

from collections import namedtuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from partners.registers import acronym
from sesec_portal.core.open_data import Column, Register, date_columns, sample_column, source_of
from sesec_portal.core.sources import fetch_sources
from sesec_portal.edtf.dates import parse
from sesec_portal.languages.punctuation import in_brackets
from sesec_portal.languages.records import bilingual

# What a row is made of; `partners` and `meetings` are what is published of them, by primary key.
_Decision = namedtuple("_Decision", "decision meetings partners")


def _line(line):
    why = in_brackets(bilingual(line, "why")) if line.why else ""
    source = source_of(line)
    said = f" – {source.shown_title} {source.url}".rstrip() if source else ""
    return f"{line.day}: {line.status}{why}{said}"


def _days_of(lines):
    return [parse(line.day.isoformat()) for line in lines]


def _due(row):
    return source_of(row.decision, "due_cited") if row.decision.due_said else None


def _correction(correction):
    reason, former = bilingual(correction, "reason"), correction.former_told
    return gettext("%(day)s: %(reason)s Before: %(former)s") % {
        "day": correction.day,
        "reason": reason,
        "former": former,
    }


DECISION_COLUMNS = [
    Column(
        "number",
        _("The number in the register of decisions and measures. Entries that are not public leave gaps."),
        lambda row: row.decision.number,
        datatype="integer",
    ),
    Column(
        "kind",
        _("decision, measure (a corrective measure), priorities (a priority revision) or phase (opened or closed)."),
        lambda row: row.decision.kind,
    ),
    Column(
        "text",
        _("The wording, or a public summary of it, as far as the entry is public."),
        lambda row: row.decision.public_text,
    ),
    *date_columns("decided", _("When it was decided."), lambda row: row.decision.decided),
    Column(
        "meeting",
        _("The number of the meeting that took it."),
        lambda row: row.meetings.get(row.decision.meeting_id),
        datatype="integer",
    ),
    Column(
        "owner",
        _("The acronym of the partner responsible for it."),
        lambda row: acronym(row.decision.owner_id, row.partners),
    ),
    *date_columns("due", _("When it is due."), lambda row: row.decision.due, is_end=True),
    Column(
        "due_source",
        _("Who says when it is due, for entries whose wording is public."),
        lambda row: _due(row) and _due(row).shown_title,
    ),
    Column(
        "due_source_url",
        _("The address of that source."),
        lambda row: _due(row) and _due(row).url,
    ),
    Column(
        "status",
        _("The last status recorded: planned, in-progress, done or dropped; empty where none is."),
        lambda row: row.decision.status_now,
    ),
    Column(
        "status_since",
        _("The day since which it has that status."),
        lambda row: row.decision.status_day,
        lambda row: _days_of(row.decision.log.all()),
    ),
    Column(
        "log",
        _(
            "The status log, newest first, with reasons and sources, of entries whose wording is public: a list, in "
            "CSV separated by semicolons."
        ),
        lambda row: [_line(line) for line in row.decision.public_log],
        is_list=True,
    ),
    Column(
        "corrections",
        _("Corrections of the text, newest first, with what stood before: a list, in CSV separated by semicolons."),
        lambda row: [_correction(each) for each in row.decision.corrections_shown],
        lambda row: _days_of(row.decision.corrections_shown),
        is_list=True,
    ),
    sample_column(lambda row: row.decision.sample),
]


def decisions(records, meetings, partners):
    """Return the register of decisions and measures.

    Arguments, each called when the data are wanted: `records`, the decisions of which readers may know; `meetings`,
    the numbers of the published meetings by primary key; `partners`, the published partners by primary key.
    """

    def rows():
        numbers, published = meetings(), partners()
        listed = list(records())
        fetch_sources(listed, "due_cited", "log__cited")
        return (_Decision(decision, numbers, published) for decision in listed)

    return Register("decisions", _("Decisions and measures"), DECISION_COLUMNS, rows)
