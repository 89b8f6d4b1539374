"""The desk in the admin: its place in the menu and on the front page, and what lies on it beside the registers."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import WorkflowObjectsToModeratePanel

from .own_work import AwaitingReview, BehindTheirOriginals, OldDrafts, Scheduled, SentBack, TranslationsToPublish
from .rules import DeskRule
from .views import DeskMenuItem, DeskPanel, DeskView


@hooks.register("register_desk_rules")
def work_between_people() -> list[DeskRule]:
    """Tell editors what waits for them, or happens by itself."""
    return [
        AwaitingReview(),
        SentBack(),
        TranslationsToPublish(),
        OldDrafts(),
        Scheduled(),
        BehindTheirOriginals(),
    ]


@hooks.register("construct_homepage_panels")
def desk_first(request: HttpRequest, panels: list[Component]) -> None:
    """Put the desk on the admin's front page, which lists what awaits review among the rest."""
    panels[:] = [DeskPanel(), *(panel for panel in panels if not isinstance(panel, WorkflowObjectsToModeratePanel))]


@hooks.register("register_admin_urls")
def desk_urls() -> list[URLPattern]:
    """Give the desk its address."""
    return [path("desk/", DeskView.as_view(), name="desk")]


@hooks.register("register_admin_menu_item")
def desk_menu_item() -> MenuItem:
    """Lead to the desk from every page of the admin."""
    return DeskMenuItem()
