"""What the portal as a whole gives to its feeds, its sitemap, the search, and to the admin's front page."""

from collections.abc import Mapping

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component

from sesec_portal.core.feed_entries import Feed
from sesec_portal.search.records import SearchedView

from .feed_entries import pages
from .models.reached import contact


class MissingContact(Component):
    """What nobody has recorded under “Settings, Contact”, on the admin's front page."""

    name = "missing-contact"
    template_name = "home/admin/missing_contact.html"
    order = 50

    def get_context_data(self, parent_context: Mapping[str, object]) -> dict[str, object]:
        address = reverse("wagtailsettings:edit", args=["home", "contactsettings"])
        return {"missing": contact().missing, "address": address}


@hooks.register("construct_homepage_panels")
def warn_of_missing_contact(request: HttpRequest, panels: list[Component]) -> None:
    """Warn those who can record it."""
    if request.user.has_perm("home.change_contactsettings") and contact().missing:
        panels.append(MissingContact())


@hooks.register("register_feeds")
def feed_of_pages() -> list[Feed]:
    """Tell of pages of every type."""
    return [Feed("pages", _("SESEC: pages"), pages)]


@hooks.register("register_sitemap_views")
def views_of_the_portal() -> list[str]:
    """Name the views that search engines should find beside the pages."""
    return ["sitemap-page", "open-data", "follow", "changes"]


@hooks.register("register_searched_views")
def views_to_find() -> list[SearchedView]:
    """Let readers find the views that are no pages."""
    return [
        SearchedView(
            "open-data",
            _("Open data"),
            _("Every register of this portal as CSV, JSON and XLSX, with what each column means."),
            _("download, Excel, spreadsheet, table, API, data set, file of decisions, meetings, seats, phases, calls"),
        ),
        SearchedView(
            "follow",
            _("Follow"),
            _(
                "Get news, deadlines and events by feed or calendar, without visiting the portal. There is no "
                "mailing list."
            ),
            _(
                "subscribe, subscription, RSS, Atom, feed, news, newsletter by mail, mailing list, alerts, reminders, "
                "calendar, iCal, webcal, Outlook, WeChat, deadlines"
            ),
        ),
        SearchedView(
            "changes",
            _("Latest changes"),
            _("What was published and changed last on this portal."),
            _("what changed, changed lately, recent changes, what is new, updates"),
        ),
        SearchedView(
            "sitemap-page",
            _("Sitemap"),
            _("All pages of this portal in one list."),
            _("site map, table of contents, overview of all pages"),
        ),
    ]
