"""The guide in the admin: in the menu's help, beside the forms, and on the front page."""

from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component, MediaContainer

from .first_things import FirstThingsPanel, has_put_them_away
from .panel import GuidePanel
from .views import TITLE, GuideView


@hooks.register("register_admin_urls")
def guide_urls() -> list[URLPattern]:
    """Give the guide its address."""
    return [path("guide/", GuideView.as_view(), name="guide")]


@hooks.register("register_help_menu_item")
def guide_menu_item() -> MenuItem:
    """Lead to the guide from every page of the admin."""
    return MenuItem(TITLE, reverse("guide"), name="guide", icon_name="help", order=10)


@hooks.register("construct_side_panels")
def guide_panel(request: HttpRequest, thing: Model, panels: MediaContainer) -> None:
    """Show beside the form what the guide says about it."""
    panels.append(GuidePanel(thing, request))


# After the desk, which puts itself first.
@hooks.register("construct_homepage_panels", order=1)
def first_things_first(request: HttpRequest, panels: list[Component]) -> None:
    """Show who is new here the first things to know."""
    if not has_put_them_away(request.user):  # type: ignore[arg-type]  # nobody else gets into the admin
        panels.insert(0, FirstThingsPanel())
