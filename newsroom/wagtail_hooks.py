"""The newsroom in the admin."""

from django.urls import include, path, reverse
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from sesec_portal.languages.pages import is_original

from .admin_views import ComposeIssueView, may_compose
from .models import PublicationPage


@hooks.register("register_admin_urls")
def newsroom_urls():
    """Give the views that belong to no page their addresses."""
    urls = [path("issue/<int:page_id>/", ComposeIssueView.as_view(), name="compose_issue")]
    return [path("newsroom/", include((urls, "newsroom_admin")))]


@hooks.register("register_page_header_buttons")
def compose_button(page, user, view_name=None, next_url=None):
    """Offer to fill a newsletter issue, to those who may."""
    is_issue = page.specific_class is PublicationPage and page.specific.kind == PublicationPage.Kind.NEWSLETTER
    if is_issue and is_original(page) and may_compose(user, page):
        address = reverse("newsroom_admin:compose_issue", args=[page.pk])
        yield Button(ComposeIssueView.page_title, address, icon_name=ComposeIssueView.header_icon, priority=45)
