"""Calls, bodies and terms in the words of schema.org.

It has no type for calls for comments: each is an Event that lasts while it is open.
"""

from sesec_portal.core.absolute_urls import absolute, canonical
from sesec_portal.core.structured_data import date_of, node


def body_reference(body):
    """Return as much of a body as tells which one it is; asks the database nothing."""
    return _organization(body, name=body.shown.title)


def body(body, page):
    """Return a body, as told on a page, with its names, and the body above it; needs its names and relations."""
    names = [row for row in body.names.all() if not row.sample]
    told = [body.abbreviation, *(words for row in names for words in (row.name, row.name_zh, row.abbreviation))]
    return _organization(
        body,
        name=page.title,
        alternateName=[words for words in dict.fromkeys(told) if words and words != page.title],
        description=page.summary,
        url=body.website,
        foundingDate=date_of(body.starts),
        dissolutionDate=date_of(body.ends),
        parentOrganization=body.whole and body_reference(body.whole),
        subOrganization=[body_reference(part) for part in body.parts],
    )


def glossary(page, terms):
    """Return the glossary, as told on a page, with these terms in the reader’s language."""
    address = canonical(page)
    defined = [
        node(
            "DefinedTerm",
            id=f"{address}#{term.anchor}",
            name=term.shown_name,
            alternateName=[words for words in (term.abbreviation, term.other_name) if words],
            description=term.shown_meaning,
            termCode=term.code,
        )
        for term in terms
    ]
    return node("DefinedTermSet", id=f"{address}#glossary", name=page.title, url=address, hasDefinedTerm=defined)


def _organization(body, **properties):
    kind = "GovernmentOrganization" if body.kind == body.Kind.GOVERNMENT else "Organization"
    return node(kind, id=f"{absolute(body.url)}#organization", **properties)


def about(topics):
    """Return topics as what something is about."""
    return [node("Thing", name=topic.shown_name) for topic in topics]


def call(call, page, issuing_body, topics):
    """Return a call, as told on a page, with the published body that issued it and its topics."""
    return node(
        "Event",
        id=f"{absolute(call.url)}#call",
        name=page.title,
        alternateName=call.announced_title,
        description=page.summary,
        url=absolute(page.url),
        startDate=moment_told(call.opens, "starts"),
        endDate=moment_told(call.deadline, "ends"),
        organizer=issuing_body and body_reference(issuing_body),
        about=about(topics),
        identifier=[number.number for number in call.numbers.all() if number.role == number.Role.OWN],
    )


def moment_told(moment, side):
    """Return a Moment, or None, as ISO 8601: what "starts" or "ends" then; a day without a time as that day."""
    if not moment:
        return None
    return getattr(moment, side).isoformat(timespec="seconds") if moment.time else moment.day.isoformat()
