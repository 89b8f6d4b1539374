"""Bodies and terms of the glossary as spreadsheets."""

from django.utils.translation import gettext_lazy as _

from sesec_portal.sources.spreadsheets import SOURCES
from sesec_portal.spreadsheets.columns import columns_of
from sesec_portal.spreadsheets.page_sheets import PageSheet
from sesec_portal.spreadsheets.references import Reference
from sesec_portal.spreadsheets.sheets import Sheet

from .models import BodyIndexPage, BodyName, BodyPage, Term


def bodies():
    """Return the spreadsheet of bodies: a line for each name that a body has had."""
    own = ("title", "abbreviation", "kind", "region", "summary", "starts", "ends", "part_of", "successor", "website")
    labels = {"title": _("body"), "starts": _("Founded"), "ends": _("Ended"), "cited": _("source of the body")}
    labels |= {"cited_at": _("where in the source of the body"), "sample": _("the body is a sample")}
    known = _known_bodies()
    return PageSheet(
        name="bodies",
        title=_("Who is who"),
        model=BodyPage,
        below=BodyIndexPage,
        key="title",
        columns=columns_of(
            BodyPage,
            *(*own, "cited", "cited_at", "sample"),
            labels=labels,
            references={"part_of": known, "successor": known, "cited": SOURCES},
        ),
        relation="names",
        parts=columns_of(
            BodyName,
            *("name", "name_zh", "abbreviation", "starts", "ends", "cited", "cited_at", "sample"),
            prefix="name_",
            labels={
                "starts": _("name from"),
                "ends": _("name to"),
                "cited": _("source of the name"),
                "cited_at": _("where in the source of the name"),
                "sample": _("the name is a sample"),
            },
            references={"cited": SOURCES},
        ),
        part_keys=(("name_name", "name_starts"), ("name_name",)),
        needs_part=True,
        hint=_(
            "One line for each name that a body has had: the title of the page, in English, names the body; the full "
            "name tells which of its names the line is about."
        ),
        more=_(
            "What a body decides, and the text of its page, stay as they are, and so does a name that has no line. "
            "Chinese titles and summaries are translated on the page; a full name has its Chinese beside it."
        ),
    )


def terms():
    """Return the spreadsheet of the glossary."""
    words = ("code", "name", "name_zh", "pinyin", "abbreviation", "meaning", "meaning_zh")
    return Sheet(
        name="terms",
        title=_("Glossary"),
        model=Term,
        key="code",
        columns=columns_of(
            Term,
            *(*words, "body", "cited", "cited_at", "sample"),
            references={"body": _known_bodies(), "cited": SOURCES},
        ),
        hint=_("A line is about the term of that code; where there is none yet, it makes one."),
        more=_("The code never changes: a line with another code makes another term."),
    )


def _known_bodies():
    return Reference(
        BodyPage.objects.originals,
        lambda body: [body.title, body.abbreviation],
        _("No body is called “%(name)s”. Import or add it first; other lines of this file do not count yet."),
    )
