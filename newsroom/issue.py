"""A newsletter issue from what the portal published of its period: gathered once, and frozen in the issue's text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import uuid4

from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import override

from sesec_portal.languages.punctuation import listed
from sesec_portal.moments.words import in_words
from standards.models import CallPage, Term
from standards.models.topics import topics_of

from .models import EventPage, NewsPage


@dataclass(frozen=True)
class Item:
    """Something that an issue tells of: its page, and the words for when it is."""

    page: NewsPage | CallPage | EventPage
    when: str

    @property
    def topic(self):
        """What it is filed under: the first of its topics, in English; "" for none."""
        return next((topic.name for topic in topics_of(self.page)), "")


def gather(publication):
    """Return the Items of a publication's period: what happened, what opened or closed, what was held.

    Made-up ones are left out, but for a made-up issue. A publication without a first and a last day has none.
    """
    if not (publication.starts and publication.ends):
        return []
    first, last = publication.starts.earliest, publication.ends.latest
    kinds = [
        (NewsPage, Q(date_earliest__range=(first, last)), lambda page: page.date.spelled_out()),
        (CallPage, Q(opens_at__date__range=(first, last)) | Q(deadline_at__date__range=(first, last)), _deadline),
        (EventPage, Q(starts_at__date__range=(first, last)), _held),
    ]
    items = []
    for model, in_period, when in kinds:
        pages = model.objects.by_day().in_full().filter(in_period)
        if not publication.sample:
            pages = pages.filter(sample=False)
        items += [Item(page, when(page)) for page in pages.order_by("listed_at", "pk")]
    return items


def compose(items):
    """Return the text of an issue of these Items, as the raw value of a body: by topic, then the abbreviations.

    It is English, as the pages are that hold the facts.
    """
    with override("en"):
        blocks = []
        for topic in sorted({item.topic for item in items}, key=lambda name: (not name, name)):
            blocks.append(_block("heading", topic[:1].upper() + topic[1:] or _("Also in this period")))
            blocks.append(_block("text", _listed(item for item in items if item.topic == topic)))
        abbreviations = _abbreviations(items)
        if abbreviations:
            blocks.append(_block("heading", _("Abbreviations")))
            blocks.append(_block("definitions", {"entries": abbreviations}))
    return blocks


def _deadline(call):
    if not call.deadline:
        return _("deadline not recorded")
    return _("deadline: %(moment)s") % {"moment": in_words(call.deadline, is_end=True)}


def _held(event):
    return listed([in_words(event.starts), *([str(event.status.label)] if event.state else [])])


def _listed(items: Iterable[Item]):
    told = (
        (item.page.pk, item.page.title, item.when, format_html(" {}", item.page.summary) if item.page.summary else "")
        for item in items
    )
    rows = format_html_join("", '<li><a linktype="page" id="{}">{}</a> ({}).{}</li>', told)
    return format_html("<ul>{}</ul>", rows)


def _abbreviations(items):
    """Return the entries of the glossary whose abbreviations these items use, in both languages."""
    text = " ".join(f"{item.page.title} {item.page.summary}" for item in items)
    used = set(re.findall(r"[\w/-]+", text))
    terms = Term.objects.live().filter(abbreviation__in=used, sample=False).order_by("abbreviation")
    return [
        {
            "type": "item",
            "id": str(uuid4()),
            "value": {"term": term.abbreviation, "meaning": " – ".join(filter(None, [term.name, term.name_zh]))},
        }
        for term in terms
    ]


def _block(kind, value):
    return {"type": kind, "id": str(uuid4()), "value": value}
