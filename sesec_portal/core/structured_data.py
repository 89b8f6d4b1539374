"""What pages tell machines, in the words of schema.org: plain dicts, written into the page as one JSON-LD graph."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page

from sesec_portal.edtf.dates import PartialDate
from sesec_portal.edtf.periods import Period

from .absolute_urls import absolute, canonical

# What could end the script element or start a comment in it, and what JavaScript once took for the end of a line.
_ESCAPES = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}

Node = dict[str, object]


def node(kind: str, **properties: object) -> Node:
    """Return a schema.org thing of a type, without the properties of which nothing is known."""
    known = {name: value for name, value in properties.items() if value not in (None, "", [], ())}
    identity = {"@id": known.pop("id")} if "id" in known else {}
    return {"@type": kind, **identity, **known}


def date_of(partial_date: PartialDate | None) -> str | None:
    """Return an EDTF date as the ISO 8601 that schema.org reads, as exact as it is; None where it has none for it."""
    return partial_date.plain if partial_date else None


def role(name: object, *, of: str, member: object, period: Period | None = None) -> Node:
    """Return an OrganizationRole between two things.

    Arguments: the role's name; `of`, the property that it qualifies ("member" or "memberOf"), which a role repeats;
    `member`, that property's value (or values); and the period for which the role is on record, if one is.
    """
    dates = {"startDate": date_of(period.starts), "endDate": date_of(period.ends)} if period else {}
    return node("OrganizationRole", roleName=str(name), **dates, **{of: member})


def held_at(city: str, online_at: str) -> Node:
    """Return the properties of an Event that tell where it is held.

    Arguments: the city, and the address at which people take part online; an empty text for neither of them.
    """
    location = []
    if city:
        location.append(node("Place", name=city, address=node("PostalAddress", addressLocality=city)))
    if online_at:
        location.append(node("VirtualLocation", url=online_at))
    if not location:
        return {}
    mode = "Mixed" if city and online_at else "Online" if online_at else "Offline"
    return {"location": location, "eventAttendanceMode": f"https://schema.org/{mode}EventAttendanceMode"}


def project(**properties: object) -> Node:
    """Return SESEC itself, with its name in full in every language, and what else a page knows of it."""
    names = []
    for code, _language in settings.LANGUAGES:
        with override(code):
            names.append(gettext("Seconded European Standardization Expert for China"))
    return node(
        "Project",
        id=absolute("/#project"),
        name="SESEC",
        alternateName=list(dict.fromkeys(names)),
        url=absolute("/"),
        **properties,
    )


def graph(page: Page, trail: Iterable[Page], things: Sequence[Node]) -> Node:
    """Return everything that a page tells: its website, its place in it, itself, and the things it is about.

    Arguments: the page, the published pages above it (the front page first), and the things, the main one first.
    """
    return {
        "@context": "https://schema.org",
        "@graph": [_website(page.language), _breadcrumbs(page, trail), _web_page(page, things), *things],
    }


def view_graph(address: str, name: str, description: str, trail: Iterable[Page], things: Sequence[Node] = ()) -> Node:
    """Return what an answer tells that is no page of the tree.

    Arguments: its address, its title, what it is, the published pages above it, and the things it is about.
    """
    language = get_language() or settings.LANGUAGE_CODE
    steps = [*((step.title, absolute(step.url)) for step in trail), (name, address)]
    page = node(
        "WebPage",
        id=address,
        url=address,
        name=name,
        description=description,
        inLanguage=language,
        isPartOf={"@id": absolute(f"/{language}/#website")},
        breadcrumb={"@id": f"{address}#trail"},
        mainEntity={"@id": things[0]["@id"]} if things else None,
    )
    return {"@context": "https://schema.org", "@graph": [_website(language), _trail(address, steps), page, *things]}


def script(data: object) -> SafeString:
    """Return data as a JSON-LD block for the head of a page; nothing in it can end the block."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return format_html('<script type="application/ld+json">{}</script>', SafeString(text))


def _website(language: str) -> Node:
    home = absolute(f"/{language}/")
    search = {
        "@type": "SearchAction",
        "target": node("EntryPoint", urlTemplate=f"{home}search/?q={{search_term_string}}"),
        "query-input": "required name=search_term_string",
    }
    return node("WebSite", id=f"{home}#website", name="SESEC", url=home, inLanguage=language, potentialAction=search)


def _breadcrumbs(page: Page, trail: Iterable[Page]) -> Node:
    return _trail(
        canonical(page), [*((step.title, absolute(step.url)) for step in trail), (page.title, canonical(page))]
    )


def _trail(of: str, steps: Iterable[tuple[str, str]]) -> Node:
    return node(
        "BreadcrumbList",
        id=f"{of}#trail",
        itemListElement=[
            node("ListItem", position=place, name=title, item={"@id": address})
            for place, (title, address) in enumerate(steps, start=1)
        ],
    )


def _web_page(page: Page, things: Sequence[Node]) -> Node:
    address = canonical(page)
    return node(
        page.web_page_type,
        id=address,
        url=address,
        name=page.title,
        description=page.search_description or page.summary,
        inLanguage=page.language,
        datePublished=_moment(page.first_published_at),
        dateModified=_moment(page.last_published_at),
        lastReviewed=page.reviewed_on and page.reviewed_on.isoformat(),
        isPartOf={"@id": absolute(f"/{page.language}/#website")},
        breadcrumb={"@id": f"{address}#trail"},
        mainEntity={"@id": things[0]["@id"]} if things else None,
    )


def _moment(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
