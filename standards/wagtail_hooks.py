"""Calls for comments and the glossary in the admin, in the editor of rich text, in the search and in the feeds."""

from django.db.models import ProtectedError
from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from sesec_portal.core.facets import RecordFacet
from sesec_portal.core.viewsets import Published, RecordViewSet
from sesec_portal.sources.cited import citing

from .admin_views import CallsWithoutOutcome
from .desk import CallsWithoutOutcome as CallsOnTheDesk
from .feeds import feed_of
from .filters import topics_to_choose
from .glossary import finding
from .glossary.links import CONVERSION, FEATURE, TermLinks, control
from .models import CallIndexPage, CallNumber, CallPage, Term
from .schedule import calls


@hooks.register("register_admin_urls")
def standards_urls():
    """Give the views that belong to no page their addresses."""
    report = CallsWithoutOutcome
    urls = [
        path("calls-without-outcome/", report.as_view(), name="calls_without_outcome"),
        path("calls-without-outcome/results/", report.as_view(results_only=True), name="calls_without_outcome_results"),
    ]
    return [path("standards/", include((urls, "standards_admin")))]


@hooks.register("register_reports_menu_item")
def calls_without_outcome_menu_item():
    """List the closed calls without an outcome among the reports, for everybody in the admin."""
    report = CallsWithoutOutcome
    return MenuItem(
        report.page_title, reverse(report.index_url_name), name="calls", icon_name=report.header_icon, order=1001
    )


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def doubt_numbers(request, page):
    """Warn of numbers that can hardly be right; what was typed is saved all the same. An autosave tells nobody."""
    if page.specific_class is not CallPage or not request.accepts("text/html"):
        return
    for number in page.numbers.all():
        for sentence in number.doubts() if number.role == CallNumber.Role.OWN else ():
            messages.warning(request, sentence)


class TermViewSet(RecordViewSet):
    """The terms of the glossary."""

    model = Term
    icon = "tag"
    menu_label = _("Glossary")
    menu_order = 218
    add_to_admin_menu = True
    list_display = ["name", "name_zh", "abbreviation", Published()]
    search_fields = ["name", "name_zh", "pinyin", "abbreviation", "code"]


register_snippet(TermViewSet)


@hooks.register("register_rich_text_features")
def terms_in_texts(features):
    """Let editors mark the terms of the glossary in texts."""
    features.register_link_type(TermLinks)
    features.register_editor_plugin("draftail", FEATURE, control())
    features.register_converter_rule("contentstate", FEATURE, CONVERSION)


# Before the bin says what it keeps.
@hooks.register("before_delete_snippet", order=-1)
def keep_terms_that_texts_use(request, things):
    """Refuse to delete a term that a text has marked, in words where the database knows nothing of it."""
    uses = [use for thing in things if isinstance(thing, Term) for use in citing(thing)]
    if uses:
        raise ProtectedError("still marked in a text", set(uses))


@hooks.register("register_searched_records")
def searched_terms():
    """Let readers find terms."""
    return [finding.terms()]


@hooks.register("register_search_facets")
def facet_of_topics():
    """Let readers narrow a search to what is about a topic."""
    return [RecordFacet("topic", _("Topic"), "topics", topics_to_choose)]


@hooks.register("register_feeds")
def feed_of_calls():
    """Tell of the calls for comments that were published."""
    return [feed_of(CallIndexPage, _("SESEC: calls for comments"))]


@hooks.register("register_desk_rules")
def calls_on_the_desk():
    """Tell editors which closed calls have no outcome."""
    return [CallsOnTheDesk()]


@hooks.register("register_schedule_sources")
def calls_in_the_schedule():
    """Tell editors when calls for comments open and close."""
    return [calls]
