"""Where the sweeps over the portal look: an example of each page type, and views and states that are no type's own.

The addresses are those of a portal with the made-up entries, below the language.
"""

LANGUAGES = ["en", "zh-hans"]

# The fullest page of each type, one line a type: what browsers, Lighthouse, the Observatory and the bench look at.
TYPES = {
    "HomePage": "",
    "PhaseIndexPage": "phases/",
    "PhasePage": "phases/sesec-iii/",
    "TermsOfReferencePage": "phases/sesec-iv/terms-of-reference/",
    "PartnerIndexPage": "partners/",
    "PartnerPage": "partners/cenelec/",
    "SourceIndexPage": "sources/",
    "SteeringCommitteePage": "steering-committee/",
    "MeetingPage": "steering-committee/sample-meeting-2/",
    "PriorityIndexPage": "steering-committee/priorities/",
    "PriorityRevisionPage": "steering-committee/priorities/sample-revision-2/",
    "CallIndexPage": "calls/",
    "CallPage": "calls/sample-call-open/",
    "NewsIndexPage": "news/",
    "NewsPage": "news/sample-news-item/",
    "EventIndexPage": "events/",
    "EventPage": "events/sample-event-tomorrow/",
    "PublicationIndexPage": "publications/",
    "PublicationPage": "publications/sample-issue/",
    "ExpertPage": "who-is-sesec/",
    "StandardPage": "background/",
    "BodyIndexPage": "who-is-who/",
    "BodyPage": "who-is-who/sample-office/",
    "GlossaryPage": "glossary/",
}

# What is no page of the tree.
VIEWS = {
    "decisions of a year": "steering-committee/decisions/2024/",
    "meetings": "steering-committee/meetings/",
    "calls of a year": "calls/2017/",
    "events of a year, one kind": "events/2020/?kind=webinar",
    "comparison": "steering-committee/priorities/compare/901/903/",
    "open data": "open-data/",
    "follow": "follow/",
    "latest changes": "changes/",
    "sitemap": "sitemap/",
    "search with results": "search/?q=SESEC",
    "no such day": "steering-committee/as-of/tomorrow/",
    "missing page": "no-such-page/",
}

# One of the above in another state.
STATES = {
    "committee as of a day": "steering-committee/as-of/2022-07-01/",
    "committee with empty registers": "steering-committee/as-of/2001-01-01/",
    "decisions as of a day": "steering-committee/as-of/2025-01-01/decisions/",
    "priorities as of a day": "steering-committee/priorities/as-of/2024-06-01/",
    "no priorities yet": "steering-committee/priorities/as-of/2016-05-01/",
    "search": "search/",
    "search without results": "search/?q=nowhere",
}

# The registers of open data, without the end of their names.
REGISTERS = [
    "steering-committee/seats",
    "steering-committee/meetings",
    "steering-committee/decisions",
    "steering-committee/priorities/priorities",
    "phases/phases",
    "phases/participations",
    "phases/activities",
    "partners/partners",
    "partners/names",
    "sources/sources",
    "calls/calls",
    "news/news",
    "events/events",
    "publications/publications",
    "who-is-who/bodies",
    "who-is-who/body-names",
    "glossary/terms",
]

# What views cost that are no page type's, as `query_budget` has it for pages.
BUDGETS = {
    "phases/sesec-iv/": (7, 8),
    "steering-committee/decisions/": (6, 6),
    "steering-committee/meetings/2024/": (4, 5),
    # Three of each begin, set up and end the transaction of the search.
    "search/": (5, 5),
    "search/?q=CEN": (8, 10),
    "open-data/": (1, 1),
    "sitemap/": (1, 1),
    "follow/": (2, 2),
    "changes/": (7, 7),
    "feeds/changes.atom": (6, 6),
    "feeds/calls.atom": (4, 4),
    "calendar.ics": (8, 10),
    "calls/calls.ics": (8, 10),
    "events/events.ics": (8, 10),
    "no-such-page/": (6, 6),
}


def examples(language):
    """Return a published page of every type that has one in a language, by type: that of TYPES, else the first.

    Asks the database of the running Django, in which a new type needs no line above.
    """
    from wagtail.models import Page, get_page_models

    from sesec_portal.core.pages import BasePage

    found = {}
    for model in get_page_models():
        pages = model.objects.live().filter(locale__language_code=language).order_by("path")
        if issubclass(model, BasePage) and pages:
            named = [page for page in pages if page.url == f"/{language}/{TYPES.get(model.__name__)}"]
            found[model] = Page.objects.get(pk=(named or pages)[0].pk)
    return found
