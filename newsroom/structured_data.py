"""News, events and publications in the words of schema.org."""

from partners.structured_data import person, reference
from sesec_portal.core.absolute_urls import absolute
from sesec_portal.core.structured_data import date_of, held_at, node, project
from standards.structured_data import about, body_reference, moment_told

_STATUS = {"postponed": "EventPostponed", "cancelled": "EventCancelled", "": "EventScheduled"}


def organisation(one):
    """Return a published partner or body."""
    return reference(one) if hasattr(one, "acronym") else body_reference(one)


def news_article(item, page, topics):
    """Return a news item, as told on a page, with its topics."""
    return node(
        "NewsArticle",
        id=f"{absolute(item.url)}#news",
        headline=page.title,
        description=page.summary,
        url=absolute(page.url),
        datePublished=date_of(item.date),
        inLanguage=page.language,
        publisher=project(),
        about=about(topics),
    )


def event(event, page, context):
    """Return an event, as told on a page, with its hosts, speakers and topics from the page's context."""
    return node(
        "Event",
        id=f"{absolute(event.url)}#event",
        name=page.title,
        description=page.summary,
        url=absolute(page.url),
        startDate=moment_told(event.starts, "starts"),
        endDate=moment_told(event.ends, "ends"),
        **held_at(page.shown_city, (event.registration_url or absolute(page.url)) if event.online else ""),
        eventStatus=f"https://schema.org/{_STATUS[event.state]}",
        organizer=[organisation(host) for host in context["hosts"]],
        performer=[person(speaker.person) for speaker in context["speakers"]],
        about=about(context["topics"]),
    )


def publication(publication, page, context):
    """Return a publication, as told on a page, with its phase and topics from the page's context."""
    is_issue = publication.kind == publication.Kind.NEWSLETTER
    kind = (
        "PublicationIssue" if is_issue else "Report" if publication.kind == publication.Kind.REPORT else "CreativeWork"
    )
    return node(
        kind,
        id=f"{absolute(publication.url)}#publication",
        name=page.title,
        description=page.summary,
        url=absolute(page.url),
        datePublished=date_of(publication.issued),
        publisher=project(),
        about=about(context["topics"]),
        **(
            {"issueNumber": publication.issue_number, "isPartOf": node("Periodical", name="SESEC Newsletter")}
            if is_issue
            else {}
        ),
        encoding=[
            node(
                "MediaObject",
                contentUrl=absolute(file.document.url),
                encodingFormat=file.document.content_type,
                inLanguage=file.language,
            )
            for file in context["files"]
        ],
    )
