"""The lists of phrases, the report, and what is said and asked of a draft, in the admin."""

from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet, SnippetViewSetGroup

from sesec_portal.core.asking import QUESTION
from sesec_portal.core.bulk_publishing import CONCERN
from sesec_portal.core.side_panels import WithSidePanels

from .models import AllowedPhrase, WatchedPhrase
from .publishing import ask_about_translation, ask_about_wording, words_to_ask_about
from .report import WordingReport
from .views import ask, beside


class PhraseCreateView(WithSidePanels, CreateView):
    """Adds a phrase."""


class PhraseEditView(WithSidePanels, EditView):
    """Changes one."""


class PhraseViewSet(SnippetViewSet):
    """A list of phrases."""

    add_view_class = PhraseCreateView
    edit_view_class = PhraseEditView
    list_display = ["phrase", "language"]
    list_filter = ["language"]
    search_fields = ["phrase"]
    list_export = ["phrase", "get_language_display"]
    export_headings = {"get_language_display": _("Language")}


class WatchedPhraseViewSet(PhraseViewSet):
    """The phrases that are looked for."""

    model = WatchedPhrase
    icon = "view"
    list_display = ["phrase", "language", "instead"]
    list_export = [*PhraseViewSet.list_export, "instead"]


class AllowedPhraseViewSet(PhraseViewSet):
    """Those that are let alone."""

    model = AllowedPhrase
    icon = "check"


class WordingGroup(SnippetViewSetGroup):
    """Both, in the menu."""

    items = (WatchedPhraseViewSet, AllowedPhraseViewSet)
    menu_label = _("Wording")
    menu_icon = "warning"
    menu_order = 245


register_snippet(WordingGroup)


@hooks.register("register_admin_urls")
def wording_urls() -> list[URLPattern | URLResolver]:
    """Give them their addresses."""
    urls = [
        path("before-publishing/<int:kind>/<str:key>/", ask, name="ask"),
        path("beside/", beside, name="beside"),
        path("report/", WordingReport.as_view(), name="report"),
        path("report/results/", WordingReport.as_view(results_only=True), name="report_results"),
    ]
    return [path("wording/", include((urls, "wording")))]


@hooks.register("register_reports_menu_item")
def wording_menu_item() -> MenuItem:
    """List the report among the reports, for everybody in the admin."""
    report = WordingReport
    return MenuItem(
        report.page_title, reverse(report.index_url_name), name="wording", icon_name=report.header_icon, order=950
    )


@hooks.register("insert_global_admin_js")
def findings_beside_forms() -> str:
    """List beside each form what is found in its latest version."""
    return format_html(
        '<script src="{}" data-address="{}" defer></script>', static("js/wording.js"), reverse("wording:beside")
    )


hooks.register(QUESTION, ask_about_wording)
hooks.register(CONCERN, words_to_ask_about)

# After `languages` has asked about texts in English, and before wagtail-localize publishes.
hooks.register("before_edit_page", ask_about_translation, order=-1)
